"""What goods are charged at a border, told without the word: "will impose 25 percent on imports of cars", "Swiss goods will be hit with 39 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import Sets

TAKEN_FOR = frozenset({"other", "imports", "exports", "tax_rate", "stake", "market_share"})
"""What such a rate is taken for by the goods, or by a verb of taxing."""

VERB = 6
"""Tokens before a rate in which the verb of who charges it stands, or the one of the goods that are charged."""

GOODS = 6
"""Tokens behind "on" in which the goods are named."""


def settle(figure: Figure) -> None:
    """Take such a rate for a tariff."""
    fact, words = figure.fact, sets(figure.story.language)
    if fact.quantity.unit != "percent" or fact.indicator not in TAKEN_FOR or figure.frame.role in ("base", "compared", "moved"):
        return
    if _imposed(figure, words) or _charged(figure, words):
        fact.indicator, fact.measure, fact.variant = "tariff", "tariff", ""
        fact.statistic, fact.direction = "level", None
        figure.because("indicator: what goods are charged at a border", 0.8)


def _imposed(figure: Figure, words: Sets) -> bool:
    """ "slapped 25 percent on steel imports"."""
    tokens, behind = figure.sentence.tokens, figure.behind
    behind += not words["duties_called"].isdisjoint(tokens[behind : behind + 1])
    if tokens[behind : behind + 1] != ["on"]:
        return False
    imposed = not words["imposing"].isdisjoint(tokens[max(figure.start, figure.first - VERB) : figure.first])
    return imposed and not words["border_goods"].isdisjoint(tokens[behind + 1 : behind + 1 + GOODS])


def _charged(figure: Figure, words: Sets) -> bool:
    """ "Norwegian goods will be taxed at 15 percent": of the goods of a country, or those that come from one."""
    tokens, low = figure.sentence.tokens, figure.clause[0]
    near = range(figure.first - 1, max(low, figure.first - VERB) - 1, -1)
    verb = next((i for i in near if tokens[i] in words["charged_with"]), None)
    if verb is None or "," in tokens[verb : figure.first] or any(verb < c.first < figure.first for c in figure.sentence.of("direction")):
        return False  # "imports were hit, falling 2 percent"
    goods = next((i for i in range(low, figure.first) if tokens[i] in words["border_goods"]), None)
    if goods is None or tokens[figure.behind : figure.behind + 1] == ["of"]:
        return False
    return any(c.last == goods - 1 or (c.first > goods and tokens[c.first - 1] == "from") for c in figure.sentence.of("place"))
