"""How much more a country sells abroad than it buys there, told by verbs: "sold $3 billion more than it bought", "imports outstripped exports
by $3 billion". It is what a balance of trade is, and no step of either."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.lexicon import Sets

AHEAD = 12
"""Tokens before a sum in which the first of the two flows stands."""

BEHIND = 14
"""Tokens behind a sum in which the second does."""

MORE = 5
"""Tokens behind a sum in which "more" stands: "sold $3 billion worth of goods more"."""

BALANCES = {("sold", "more"): "trade surplus", ("bought", "less"): "trade surplus"}
"""What is left over, by what is told first and which way; else a country lacks it."""


def settle(figure: Figure) -> None:
    """Take such a sum for a balance of trade."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if not figure.money or figure.fact.quantity.high < SUM or not words["papers_traded"].isdisjoint(tokens):
        return
    before = tokens[max(figure.clause[0], figure.first - AHEAD) : figure.first]
    if figure.fact.indicator == "trade_turnover" and (lack := _in_red(figure, words)) is not None:
        _is(figure, lack)
        return
    found = _more(figure, words, before) or _by(figure, words, before)
    if found is None or not _of_state(figure):
        return
    _is(figure, BALANCES.get(found, "trade deficit"))


def _is(figure: Figure, balance: str) -> None:
    fact = figure.fact
    fact.indicator, fact.measure, fact.variant = "trade_balance", balance, ""
    fact.statistic, fact.direction = "level", None
    figure.because("indicator: how much more is sold abroad than bought", 0.85)


def _in_red(figure: Figure, words: Sets) -> str | None:
    """ "Trade was $3 billion in the red", and what it was before: "after being 2 billion in the black"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + MORE]
    if behind[:1] != ["in"]:
        return None
    if not words["in_the_red"].isdisjoint(behind[1:3]):
        return "trade deficit"
    return "trade surplus" if not words["in_the_black"].isdisjoint(behind[1:3]) else None


def _more(figure: Figure, words: Sets, before: list[str]) -> tuple[str, str] | None:
    """ "bought $3 billion more from Peru than it sold": what is told first, and whether it is more or less of it."""
    until = next((first for first, _ in figure.spans if first > figure.last), len(figure.sentence.tokens))
    behind = figure.sentence.tokens[figure.behind : min(until, figure.behind + BEHIND)]
    more = next((way for way in ("more", "less") if way in behind[:MORE]), None)
    if more is None or "than" not in behind:
        return None
    return _two(words, before, behind[behind.index("than") :], more)


def _by(figure: Figure, words: Sets, before: list[str]) -> tuple[str, str] | None:
    """ "exports exceeded imports by $3 billion", "sales abroad outpacing purchases by as much as $3 billion"."""
    verb = next((i for i, token in enumerate(before) if token in words["exceeding"] | words["trailing"]), None)
    if verb is None or "by" not in before[verb:]:
        return None
    low = 0 if figure.previous is None else figure.clause[0]  # "reached $9 billion, outstripping imports by $3 billion"
    subject = figure.sentence.tokens[low : figure.first - len(before) + verb]
    return _two(words, subject, before[verb:], "more" if before[verb] in words["exceeding"] else "less")


def _two(words: Sets, first: list[str], second: list[str], more: str) -> tuple[str, str] | None:
    """The side of the flow that is told first, where the other one is told behind it."""
    for side, other in (("sold", "bought"), ("bought", "sold")):
        if not words[f"{side}_goods"].isdisjoint(first) and not words[f"{other}_goods"].isdisjoint(second):
            return side, more
    return None


def _of_state(figure: Figure) -> bool:
    """Whether the story is of a country, and its sentence names no firm before the sum."""
    begin, end = figure.sentence.start, figure.sentence.starts[figure.first]
    return figure.story.main_place is not None and not figure.story.organisations_in(begin, end)
