"""Whose a fine is: whoever has to pay it, told behind the sum ("a fine of $5 million on Arden", "$2 million in damages from Arden").

Left out: whom only a verb before the sum names ("fined Arden $5 million"), which is found as who acts or is acted on in the clause.
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

FINE = "fine"

NEAR = 16
"""Tokens behind a sum in which its payer is named."""

BETWEEN = 4
"""Tokens between a preposition and the name behind it: "on its rival Arden"."""


def settle(figure: Figure, found: list[Party]) -> bool:
    """Settle the owner of a fine by the name that a preposition puts behind it."""
    if figure.fact.indicator != FINE:
        return False
    payer = next((p for p in found if p.organisation and figure.behind <= p.first <= figure.last + NEAR and _pays(figure, p, found)), None)
    if payer is None:
        return False
    figure.fact.entity = figure.fact.entity_id = payer.key
    figure.because("entity: who is to pay it", 0.85)
    return True


def _pays(figure: Figure, party: Party, found: list[Party]) -> bool:
    tokens, language = figure.sentence.tokens, figure.story.language
    before = tokens[max(figure.behind, party.first - BETWEEN) : party.first]
    if "," in before or any(figure.behind <= a < party.first for a, _ in figure.spans):
        return False
    links = words("fined_links", language)
    if not links.isdisjoint(before):
        return sum(token in links for token in tokens[figure.behind : party.first]) == 1  # "a penalty on what it buys from Arden"
    if words("settled_links", language).isdisjoint(before) or words("settlements", language).isdisjoint(
        tokens[figure.behind : party.first]
    ):
        return False
    return not any(p.organisation and p.subject and p.last < figure.first and not _authority(p, language) for p in found)


def _authority(party: Party, language: str) -> bool:
    """Whether an organisation is one that fines: "the Securities and Exchange Commission"."""
    return party.key.casefold().rpartition(" ")[2] in words("regulators", language)
