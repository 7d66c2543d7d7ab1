"""Councils of towns and counties: their budgets and their taxes are their own, not their country's."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.known import governs
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

OWN = frozenset(
    {"budget_balance", "government_spending", "tax_rate", "tax_revenue", "public_debt", "subsidy", "wages", "employment", "lending"}
)
"""Measures of places that councils have as well."""

NEAR = 4
"""Tokens behind a name within which those whom it serves stand."""


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


def charged(figure: Figure, found: list[Party], company: str | None) -> str | None:
    """ "Penwith Water's average bill", "Halford Rail customers will pay": whose what is charged is, be the prices of others their country's."""
    language = figure.story.language
    measure = figure.fact.measure.casefold().split()
    if figure.fact.indicator not in ("consumer_prices", "other") or words("billed", language).isdisjoint(measure[-1:]):
        return None
    if not words("billed_no", language).isdisjoint(measure):
        return None
    tokens = figure.sentence.tokens
    if not words("nationwide", language).isdisjoint(tokens):
        return None
    named = [p for p in found if p.last < figure.first and figure.clause[0] <= p.first and p.role in ("organisation", "names")]
    last = next(iter(reversed(named)), None)
    if last is None:
        return company
    if not last.organisation or last.says:
        return None
    served = either(words("served", language), words("billed", language))
    return (
        last.key if last.owns or (last.subject and last.acts) or not served.isdisjoint(tokens[last.last + 1 : last.last + NEAR]) else None
    )
