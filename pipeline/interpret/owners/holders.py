"""Who holds or buys a part, or bids, where words beside the figure say so: "Mr Lind's 28% stake", "Norbex, which holds 5 percent", "Arden (30%)"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

BEFORE = 5
"""Tokens between a holder's name, or the verb of its holding, and the part."""

PART = 4
"""Tokens behind a figure in which it is called a part."""

BID = 12
"""Tokens between a bid and its price."""

DESCRIBED = 5
"""Tokens between a bidder and its bid: "Arden's sweetened all-cash bid"."""


def settle(figure: Figure, found: list[Party]) -> None:
    """Settle `partner` of a stake whose holder is told beside it, and of a price whose bidder is, whoever else the story told of."""
    fact = figure.fact
    if fact.indicator not in ("stake", "deal_value"):
        return
    for last in _names(figure) if fact.indicator == "stake" else _bidders(figure):
        name = _called(figure, found, last)
        if name is not None and name != fact.entity:
            fact.partner = name
            figure.because("partner: who is told to hold or bid for it")
            return


def _names(figure: Figure) -> Iterator[int]:
    """Where names may end that stand before a figure as its holders'."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = figure.first - 1
    if at > 0 and tokens[at] == "(" and tokens[figure.behind : figure.behind + 1] == [")"]:
        yield at - 1
        return
    part = not words("parts", language).isdisjoint(tokens[figure.behind : figure.last + PART])
    buys = words("buys", language)
    verbs = either(words("holds", language), buys, words("takes", language))
    owning, ends = words("owning", language), words("part_links", language)
    while at > 0 and figure.first - at <= BEFORE and tokens[at] != "," and tokens[at] not in ends:
        if tokens[at] in owning:
            bought = tokens[figure.clause[0] : at]
            if part and buys.isdisjoint(bought) and "over" not in bought:
                yield at - 1  # but whoever is bought out ("to buy Arden's 5 percent stake") holds it no more
            return
        if tokens[at] in verbs:
            last = at - 1
            while last > 0 and tokens[last] in words("before_holding", language):
                last -= 1
            if tokens[last] in words("relatives", language):
                last -= 1 + (tokens[last - 1] == ",")  # "Norbex, which already holds"
            yield last
            return
        at -= 1


def _bidders(figure: Figure) -> Iterator[int]:
    """Where the name of whoever bids ends: "Mr Lind's improved offer values the club at"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    bids, owning = words("bids", language), words("owning", language)
    for at in range(figure.first - 1, max(figure.clause[0], figure.first - BID), -1):
        if tokens[at] in bids:
            yield from (i - 1 for i in range(at - 1, max(0, at - DESCRIBED), -1) if tokens[i] in owning)
            return


def _called(figure: Figure, found: list[Party], last: int) -> str | None:
    """The organisation, the place or the person whose name ends at a token."""
    party = next((p for p in found if p.last == last), None)
    if (
        party is not None
        and not party.organisation
        and figure.sentence.tokens[party.first - 1] in words("part_links", figure.story.language)
    ):
        party = next((p for p in found if p.last == party.first - 2), None)  # "Arden Corp of Switzerland holds"
    if party is not None:
        return party.key
    return figure.story.somebody(figure.sentence, last) if last >= 0 else None
