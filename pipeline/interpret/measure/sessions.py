"""Outside which hours a share was dealt in: before its exchange opened, after it closed."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import either

SHARES = "share_price"

FRONT = 4
"""Tokens from the begin of its sentence or clause to such hours that are told for all of it: "On Monday, in premarket trading,"."""


def settle(figure: Figure) -> None:
    """ "rose 5 percent to $20.50 in after-hours trading from a close of $19.70": each price is of the hours that are told for it."""
    fact, anchor = figure.fact, figure.frame.anchor
    own = fact.variant in ("", *_hours(figure.story.language))
    if fact.indicator != SHARES or not (own or _of_name(figure)):
        return
    if figure.frame.role == "converted" and anchor is not None:
        fact.variant = anchor.fact.variant
        return
    told = [found for found in figure.sentence.of("variant") if found.role == "session"]
    found = next((each for each in told if _behind(figure, each)), None)
    if found is None:
        found = next((each for each in reversed(told) if _before(figure, each)), None)
    if own or found is not None:
        fact.variant = found.key if found is not None else ""
    if found is not None:
        figure.because(f"variant: {found.key}")


def _behind(figure: Figure, found: Clue) -> bool:
    """Whether hours that are told behind a figure are its own, with no other move and nothing that is set beside it between them."""
    lead = figure.lead
    while "," in lead:
        lead = lead[lead.index(",") + 1 :]
    if found.first <= figure.last or not sets(figure.story.language)["regular_hours"].isdisjoint(lead):
        return False
    moves = (c for c in figure.sentence.of("direction") if c.role == "verbs")
    return _open(figure, figure.last + 1, found.first) and not any(figure.last < c.first < found.first for c in moves)


def _before(figure: Figure, found: Clue) -> bool:
    """Whether hours that are told before a figure are its own: they open its clause, or no comma but that of its move parts them."""
    tokens = figure.sentence.tokens
    if found.last >= figure.first or not _open(figure, found.last + 1, figure.first):
        return False
    if not _open(figure, max(0, found.first - FRONT), found.first):
        return False  # "Arden, which reports after the bell, rose 3 percent"
    if found.first <= FRONT or 0 <= found.first - figure.clause[0] <= FRONT:
        return True
    comma = next((i for i in range(found.last + 1, figure.first) if tokens[i] == ","), None)
    return comma is None or tokens[comma + 1] in sets(figure.story.language)["session_goes_on"]


def _open(figure: Figure, first: int, last: int) -> bool:
    """Whether nothing between two tokens parts a price from the hours of its trade."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    news = frozenset() if tokens[last - 1 : last] == ["in"] else words["session_news"]  # "rose to $5 following its results in late trading"
    return either(words["session_parted"], news).isdisjoint(tokens[first:last])


def _of_name(figure: Figure) -> bool:
    """ "Arden shares": whether what narrows shares is only what their firm is called, and no kind of them and no index."""
    fact, known = figure.fact, lexicon.entries("variants", figure.story.language)["shares"]
    return not set(fact.measure.casefold().split()).isdisjoint(sets(figure.story.language)["equities"]) and set(
        fact.variant.casefold().replace(",", "").split()
    ).isdisjoint(known["kinds"])


def _hours(language: str) -> list[str]:
    """The variants that tell such hours."""
    return [key for key, roles in lexicon.entries("cues", language)["variant"].items() if "session" in roles]
