"""What those abroad put into a country: "foreign firms poured $5 billion into Peru". It is what is invested there, and nobody's help."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.lexicon import Sets

TAKEN_FOR = frozenset({"other", "aid", "assets", "money_market", "government_spending", "deal_value"})
"""What such a sum is taken for by the verb alone."""

VERB = 6
"""Tokens before a sum in which the verb stands."""

KIND = 3
"""Tokens before those who invest in which it is told that they are from abroad."""

INTO = 6
"""Tokens behind a sum in which the country stands: "into debt-laden Peru"."""


def settle(figure: Figure) -> None:
    """Take such a sum for investment."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < SUM:
        return
    verb = next((i for i in range(figure.first - 1, max(0, figure.first - VERB) - 1, -1) if tokens[i] in words["putting_in"]), None)
    if verb is None or not _into_country(figure, words) or not any(_from_abroad(figure, i, words) for i in range(verb)):
        return
    fact.indicator, fact.measure, fact.variant = "investment", "investment", ""
    fact.statistic, fact.direction = "level", None
    figure.because("indicator: what is invested from abroad", 0.8)


def _into_country(figure: Figure, words: Sets) -> bool:
    """ "into Peru", "into the Asian country", but not "into Peruvian shares": whether it goes to a country and to none of its papers."""
    tokens = figure.sentence.tokens
    behind = range(figure.behind, min(figure.behind + INTO, len(tokens)))
    at = next((i for i in behind if tokens[i] in words["put_in_by"]), None)
    if at is None or not words["papers_traded"].isdisjoint(tokens[at : at + 2 * INTO]):
        return False

    def country(place: Clue) -> bool:
        return at < place.first <= at + KIND and place.role == "names"

    return any(country(place) for place in figure.sentence.of("place")) or not words["countries"].isdisjoint(tokens[at : at + KIND + 1])


def _from_abroad(figure: Figure, at: int, words: Sets) -> bool:
    """ "foreigners", "overseas companies", "Norwegian firms"."""
    tokens = figure.sentence.tokens
    if tokens[at] in words["portfolio_alone"]:
        return True
    if tokens[at] not in words["who_invests"]:
        return False
    before = range(max(0, at - KIND), at)
    people = any(place.last in before and place.role != "seats" for place in figure.sentence.of("place"))
    return people or any(tokens[i] in words["from_abroad"] for i in before)
