"""What a step is called by how often such is told: "an annual 9 percent", "the annual rate" of prices, "a 6 percent annual decline"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar

BY_UNIT = {"year": "yoy", "month": "mom", "quarter": "qoq"}

INFLATION = 5
"""Tokens behind "the annual rate" within which it is called one of inflation."""

GROWS = 2
"""Tokens from the end of what grows to the word for its growth: "annual export growth"."""

QUARTER = 3
"""Months."""

SHARES = "share_price"


def before(figure: Figure) -> str | None:
    """ "shrank an annual 9.7 pct", "rose a monthly 0.8 pct": what the word right before a step calls it; "an annual 3 pct rate" is a pace."""
    names: dict[str, str] = lexicon.entries("periods", figure.story.language)["reports"]
    said = figure.lead[-1] if figure.lead else ""
    if said not in names or said == names[said] or figure.fact.statistic != "growth" or at_a_rate(figure):
        return None
    if not figure.words("pace").isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + 1]):
        return None
    return BY_UNIT[names[said]]


def of_noun(figure: Figure) -> str | None:
    """ "annual import growth slowed to 22.7 pct", "the yearly rise in home prices": what stands before the noun of what grows calls it."""
    clue, tokens, names = figure.clue, figure.sentence.tokens, lexicon.entries("periods", figure.story.language)["reports"]
    if clue is None or clue.role == "verb" or figure.fact.statistic != "growth" or at_a_rate(figure) or not clue.first:
        return None
    said = tokens[clue.first - 1]
    if figure.start > clue.first - 1 or names.get(said) != "year" or said == names[said]:
        return None
    grows = lexicon.entries("statistic", figure.story.language)["growth_nouns"]
    near = tokens[clue.first : clue.last + GROWS]
    return "yoy" if any(not set(forms).isdisjoint(near) for forms in grows.values()) else None


def of_market(clue: Clue, figure: Figure) -> bool:
    """ "fell 31 pct in 2008, the largest annual drop": what shares do in a year is over its start."""
    return _adjective(clue, figure) and figure.fact.indicator == SHARES


def paced(clue: Clue, figure: Figure) -> bool:
    """ "the U.S. economy's 6.3 pct annual decline in the fourth quarter": a pace, where offices tell growth at an annual rate."""
    return _adjective(clue, figure) and at_a_rate(figure)


def _adjective(clue: Clue, figure: Figure) -> bool:
    """Whether a basis is called by how often such is told: "annual drop"."""
    names, said = lexicon.entries("periods", figure.story.language)["reports"], figure.sentence.tokens[clue.first]
    return clue.kind == "basis.yoy" and said in names and said != names[said]


def at_a_rate(figure: Figure) -> bool:
    """Whether it is what an economy, or a part of it, grew by in a quarter, where offices tell that at an annual rate: "exports fell at a 7 pct rate"."""
    fact = figure.fact
    if fact.entity != "USA" or calendar.length(fact.period) != QUARTER or not marks.dated_so(figure, "paced"):
        return False
    tokens, behind = figure.sentence.tokens, figure.behind
    near = {*tokens[behind : behind + 1], *(tokens[figure.first - 2 : figure.first - 1] if figure.lead[-1:] == ["of"] else ())}
    return marks.dated_so(figure, "always_paced") or not figure.words("pace").isdisjoint(near)


def of_inflation(clue: Clue, figure: Figure) -> bool:
    """ "the annual rate of house price inflation", "taking the annual rate to 5 pct" of prices: a rate over a year, and no pace."""
    tokens = figure.sentence.tokens
    behind = tokens[clue.last + 1 : clue.last + 1 + INFLATION]
    if behind[:1] == ["of"] and not figure.words("inflation").isdisjoint(behind):
        return True
    if clue.last > figure.first or tokens[clue.first - 1 : clue.first] != ["the"]:
        return False
    return marks.dated(figure.fact.indicator, "rates_of_years", figure.story.language)
