"""What a fund returns: "the fund returned 8 pct", "most hedge funds lost 3 pct", a growth that is no share's, no profit and no asset."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

OPEN = frozenset({"interest_rate", "bond_yield", "stake", "revenue", "market_share", "consumer_prices", "house_prices"})
"""What the funds of a bank's reserves go at, and what is counted of those that are sold."""


def settle(figure: Figure) -> None:
    """Make such a percentage a return."""
    fact = figure.fact
    if figure.money or fact.quantity.unit != "percent" or fact.indicator in OPEN or figure.mention.optional:
        return
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[figure.behind : figure.behind + 1] == ["of"] or closed("returning", language).isdisjoint(figure.lead):
        return
    at, low = figure.first - 1, figure.first - len(figure.lead)
    while at > low and (tokens[at] in figure.words("before_figure") or tokens[at] in closed("hedges", language)):
        at -= 1
    grew, fell = tokens[at] in closed("returns_up", language), tokens[at] in closed("returns_down", language)
    if (step := tokens[figure.first - 1]) in closed("gone_up", language) or step in closed("gone_down", language):
        grew, fell, at = step in closed("gone_up", language), step in closed("gone_down", language), figure.first - 1
    if not (grew or fell):
        return
    at -= 1
    while at > low and tokens[at] in closed("auxiliaries", language):
        at -= 1
    if tokens[at] not in closed("returning", language) or not closed("reserve_funds", language).isdisjoint(tokens[at - 1 : at]):
        return
    if fact.indicator == "other" and fact.statistic == "growth":
        return
    fact.indicator, fact.measure, fact.variant = "other", " ".join(tokens[at - 1 : at + 1]), ""
    fact.statistic, fact.direction = "growth", "up" if grew else "down"
    figure.because("indicator: what a fund returns", 0.8)
