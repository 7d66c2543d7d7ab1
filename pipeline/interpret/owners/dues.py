"""Taxes that are claimed of somebody: whoever owes them, not the state that claims them nor what is sold to pay them."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

MEASURES = frozenset({"other", "fine", "tax_revenue", "tax_rate", "costs", "deal_value"})

NEAR = 9
"""Tokens behind a sum within which it is called one of taxes: "a $5 million (£3 million) back tax bill" is one past its bracket."""

CLOSE = 4
"""Of these, those within which the word of taxes stands where nobody is named to owe."""

OWED = 12
"""Tokens between a sum and whom it is claimed of."""


class Dues:
    """Settles whose taxes are owed; remembers who was told last to owe some."""

    def __init__(self) -> None:
        self.debtor: str | None = None

    def settle(self, figure: Figure, found: list[Party]) -> bool:
        """Settle the owner of a sum of taxes that are claimed."""
        fact = figure.fact
        if not figure.money or fact.indicator not in MEASURES or not _of_taxes(figure):
            return False
        named = _named(figure, found)
        if named is not None:
            self.debtor = named.key
        if self.debtor is None or (named is None and _acts(figure, found)):
            return False
        fact.entity = fact.entity_id = self.debtor
        figure.because("entity: whoever owes the taxes", 0.8)
        return True


def _of_taxes(figure: Figure) -> bool:
    """Whether a sum is called one of taxes that are claimed, right behind it or right before."""
    tokens, language = figure.sentence.tokens, figure.story.language
    behind = tokens[figure.behind : figure.behind + NEAR]
    taxes, claims = words("taxes", language), words("tax_claims", language)
    if not words("owes", language).isdisjoint(behind) and not taxes.isdisjoint(behind):
        return True  # "the $5 million that the state says Arden owes in taxes"
    if not taxes.isdisjoint(behind[:CLOSE]) and (not claims.isdisjoint(behind) or behind[:1] == ["in"]):
        return True
    return any(a in taxes and b in claims for a, b in pairwise(figure.lead))


def _named(figure: Figure, found: list[Party]) -> Party | None:
    """Who is told to owe: "a claim against Arden", "which Arden owes", "sent to Arden"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    owes, against = words("owes", language), words("claimed_of", language)
    for party in found:
        if not party.organisation or abs(party.first - figure.first) > 2 * OWED:
            continue
        if tokens[party.first - 1] in against or (tokens[party.first - 1] == "by" and tokens[party.first - 2] in owes):
            return party
        if tokens[party.last + 1 : party.last + 2] and tokens[party.last + 1] in owes:
            return party
    return None


def _acts(figure: Figure, found: list[Party]) -> bool:
    """Whether an organisation that may owe it is before the sum."""
    return any(p.organisation and p.subject and p.last < figure.first for p in found)
