"""What prices have come to by now, which no day that is told has brought: "the shares have fallen 30 pct", "are down 30 pct"."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times.breath import come_about
from pipeline.interpret.times.placing import words
from pipeline.lexicon import either

IS_UP = 4
"""Words from "is" to "up" before a step: "is still down about 30 pct"."""

REACHED = 6
"""Tokens behind a step within which the price is told that it came to."""

DAY = len("2000-01-01")

NUMBER = frozenset("0123456789$£€")
"""What a price begins with."""


def closed(figure: Figure) -> bool:
    """ "rose 2 pct to $28.33", "at $28.33, up 2 pct": whether a step is told with the price that it came to, or is that price."""
    tokens, reaching = figure.sentence.tokens, words(figure.story.language).reaching
    if figure.fact.statistic == "level":
        return figure.frame.move is not None and figure.lead[-1:] != [] and figure.lead[-1] in reaching
    behind = tokens[figure.behind : figure.behind + REACHED]
    return any(word in reaching and price[0] in NUMBER for word, price in pairwise(behind))


def has_come(figure: Figure) -> bool:
    """ "the shares have fallen 30 pct", "which has cut its rate to 2 pct": what has come about by now did so on no day that is told."""
    language = figure.story.language
    if figure.frame.role in BESIDE or figure.fact.status != "actual" or marks.dated(figure.fact.indicator, "operated", language):
        return False
    sets, tokens = words(language), figure.sentence.tokens
    if is_up(figure):
        return True
    if not come_about(figure) or (figure.fact.statistic not in STEPS and not sets.since.isdisjoint(tokens)):
        return False  # "has stood at 5 pct since June": what is so since a time is so on the day of the story
    return either(sets.clock, sets.hours, sets.trade).isdisjoint(tokens)


def is_up(figure: Figure) -> bool:
    """ "the shares are down 30 pct", with no word of the day and no price: where they stand by now, and what no day brought."""
    told = lexicon.entries("periods", figure.story.language)["is_up"]
    if figure.money or figure.fact.statistic != "growth" or closed(figure) or not marks.dated_so(figure, "traded"):
        return False
    sets, tokens = words(figure.story.language), figure.sentence.tokens
    if any(clue.first <= figure.behind + 1 and clue.last >= figure.behind for clue in figure.sentence.of("basis")):
        return False  # "are down 30 pct from a year ago": over the year to the day
    lead = [word for word in figure.lead if word in told["ways"] or word not in figure.words("before_figure")]
    if lead[-1:] == [] or lead[-1] not in told["ways"] or not any(word in told["copulas"] for word in lead[-IS_UP:-1]):
        return False
    return either(sets.clock, sets.hours, sets.trade).isdisjoint(tokens) and not any(word in tokens for word in told["of_day"])


def from_a_point(figure: Figure) -> bool:
    """ "is down 37 pct from its offer price": whether a step is told from a point of its own."""
    bases = lexicon.entries("periods", figure.story.language)["from_then"]["bases"]
    return any(word in bases for word in figure.sentence.tokens[figure.behind : figure.behind + 1])


def up_to_now(period: str, story: Story) -> str:
    """A stretch from day to day, up to that of the story: where prices "are" they are on it."""
    at, (first, slash, last) = story.at, period.partition("/")
    if not slash or len(last) != DAY or at is None or not at[1] or not at[2]:
        return period
    return f"{first}/{at[0]:04d}-{at[1]:02d}-{at[2]:02d}"
