"""Councils of towns and counties: their budgets and their taxes are their own, not their country's."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.known import governs
from pipeline.interpret.owners.parties import Party

OWN = frozenset(
    {"budget_balance", "government_spending", "tax_rate", "tax_revenue", "public_debt", "subsidy", "wages", "employment", "lending"}
)
"""Measures of places that councils have as well."""


def council(figure: Figure, found: list[Party], company: str | None) -> str | None:
    """Whose of them a figure is: the one that acts before it, else the one that the story is about where no place does."""
    if figure.fact.indicator not in OWN:
        return None
    language = figure.story.language
    before = [p for p in found if p.subject and p.last < figure.first and (p.organisation or p.acts)]
    acting = next((p for p in before if p.organisation and governs(p.key, language)), None)
    if acting is not None:
        return acting.key
    if before:
        return None
    if company is not None:
        return company if governs(company, language) else None
    there = [o.name for o in figure.story.organisations if governs(o.name, language)]
    placed = any(not p.organisation and p.last < figure.first for p in found)
    return there[0] if len(there) == 1 and not placed else None
