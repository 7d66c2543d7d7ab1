"""A step too large for one day of trade: no index rises 40 percent in a session, so the day of the story is not its time."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.owners.parties import words
from pipeline.interpret.times import calendar, far_point, markets
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.later import put

REACHED = 14
"""Tokens between a step and the price that it led to ("fell 70 pct to $3.20", "before a recovery to $4")."""

BID = 14
"""Tokens behind a step in which the bid stands that it is told from: "below the Arden-led group's 38 euro a share offer"."""


@cache
def _within(language: str) -> dict[str, int]:
    """What a step of one day hardly ever reaches, by what moves (dated.toml)."""
    found: dict[str, int] = lexicon.entries("dated", language)["within_a_day"]
    return found


def of_no_day(figure: Figure) -> bool:
    """Give no time to a step that would be one of a day only because nothing else is told, and is none that a day brings."""
    fact = figure.fact
    if fact.statistic not in STEPS or fact.status != "actual" or figure.story.at is None:
        return False
    if _from_a_bid(figure):
        return put(figure, None, "how far a price is from what is offered", 0.8)
    least = _within(figure.story.language).get(_moved(figure))
    if least is None or abs(fact.quantity.low) < least or _of_a_day(figure):
        return False
    for other in figure.earlier:
        if other.fact.period and (other.fact.period_source == "stated" or calendar.unit(other.fact.period) != "day"):
            return False  # "rose 13 pct this year and the other 24 pct", "on Monday one lost 40 pct and the other 70 pct"
    return put(figure, None, "a step that no day brings", 0.7)


def _from_a_bid(figure: Figure) -> bool:
    """ "trading around 9 percent below the group's offer": how far a price is from a bid has come about on no one day."""
    language, tokens = figure.story.language, figure.sentence.tokens[figure.behind : figure.behind + BID]
    if not markets.daily(figure) or far_point.words(language).beyond.isdisjoint(tokens[:1]):
        return False
    closes = next((n for n, token in enumerate(tokens) if token in (",", ";", ".")), len(tokens))
    return not far_point.words(language).bids.isdisjoint(tokens[:closes])


def _moved(figure: Figure) -> str:
    """What moves: an index, shares, a money or a good; of what is told in money, by what it is counted."""
    fact = figure.fact
    if fact.indicator == "share_price":
        named = fact.measure.casefold().split()[-1:]
        index = fact.entity in lexicon.entries("places", figure.story.language) and words("equities", figure.story.language).isdisjoint(
            named
        )
        return "" if figure.money else "index" if index else "shares"
    return fact.quantity.per or "" if figure.money and fact.indicator == "commodity_price" else fact.indicator


def _of_a_day(figure: Figure) -> bool:
    """Whether the sentence tells of a session: its trade, its hours, "its biggest one-day fall", the price that a share came to."""
    sets = sets_of(figure)
    told = sets.trade | sets.clock | sets.hours | far_point.words(figure.story.language).of_day
    if not told.isdisjoint(figure.sentence.tokens):
        return True
    price = next((m for m in figure.story.mentions[figure.number] if m.span.start >= figure.mention.span.end), None)
    if price is None or not price.quantity.unit.isupper():
        return False
    between = figure.sentence.tokens[figure.behind : figure.sentence.token_at(price.span.start)]
    return len(between) <= REACHED and not sets.joined.isdisjoint(between) and sets.base.isdisjoint(between)
