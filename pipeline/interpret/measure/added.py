"""What a deal or anything else does to what a share earns: "would add 15 cents a share to earnings", "dilutive by 5 cents a share"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import A_SHARE

ADDED = "indicator: what is added to the earnings of a share"

TO = 7
"""Tokens between the "to" behind how much is added and what it is added to: "to its adjusted fiscal 2007 earnings"."""

BY = 10
"""Tokens between what a deal is for those who hold a share and by how much: "accretive to earnings in 2011 by around"."""


def settle(figure: Figure) -> None:
    """Read such a sum as a change of earnings per share."""
    fact, language = figure.fact, figure.story.language
    if not figure.money or fact.quantity.high >= A_SHARE or fact.quantity.per not in (None, "share"):
        return
    way = _diluted(figure, language) or _added(figure, language)
    if way is not None:
        fact.indicator, fact.measure, fact.variant = "eps", "earnings", ""
        fact.statistic, fact.direction = "change", way
        figure.because(ADDED, 0.85)


def _added(figure: Figure, language: str) -> str | None:
    """ "adds 5 cents a share to earnings", of a sum that is a share's."""
    tokens = figure.sentence.tokens
    if closed("adds_to_earnings", language).isdisjoint(figure.lead):
        return None
    if figure.fact.quantity.per != "share" and figure.fact.quantity.high >= 1:
        return None
    to = next((i for i in range(figure.behind, min(figure.behind + 3, len(tokens))) if tokens[i] == "to"), None)
    if to is None:
        return None
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    behind = tokens[to + 1 : min(until, to + 1 + TO)]
    earnings = next((i for i, token in enumerate(behind) if token in closed("earnings_of_share", language)), None)
    stops = closed("earnings_stops", language)
    return "up" if earnings is not None and stops.isdisjoint(behind[:earnings]) else None


def _diluted(figure: Figure, language: str) -> str | None:
    """ "accretive by 4 cents a share", "diluted earnings by 11 cents"."""
    lead = figure.bare_lead(closed("hedges", language))[-BY:]
    if lead[-1:] != ["by"]:
        return None
    less, more = closed("dilutive", language), closed("accretive", language)
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in less or lead[i] in more), None)
    if at is None or not closed("earnings_stops", language).isdisjoint(lead[at:]):
        return None
    return "down" if lead[at] in less else "up"
