"""What was foreseen before of a time for which something else is foreseen now: "will shrink 1 pct in 2023; in April they had predicted growth of 3 pct".

The month that is told for it is that of the forecast: what was foreseen is of the time for which it is foreseen anew.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

THEN = frozenset({"month", "ago", "season", "relative"})
"""Kinds of times at which something was foreseen."""

WHO = 4
"""Tokens of who foresaw something, with the verb: "it was reckoning on"."""

VERB = 3
"""Tokens from "had" to the verb of who foresaw: "had until then expected"."""


def settle(figure: Figure, own: Moment | None, release: Release) -> bool:
    """The time of what was foreseen at another, where something is foreseen for it in this sentence or the one before."""
    if own is None or own.time.kind not in THEN or own.time.parts.get("unit") == "year" or not _told_then(figure, own):
        return False
    found = _foreseen(figure, release)
    if found is None or (calendar.length(found) <= 1 and not calendar.fiscal(found)):
        return False
    if figure.fact.status == "actual":
        figure.fact.status = "forecast"
        figure.because("status: what was foreseen before")
    return put(figure, found, "that for which it is foreseen anew", 0.85)


def _told_then(figure: Figure, own: Moment) -> bool:
    """Whether a time is told for the forecast: "in April they had predicted 3 pct", "its estimate in May of 3 pct", "less than it foresaw in July"."""
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    if own.first > figure.last:
        between = tokens[figure.behind : own.first]
        than = next((i for i, token in enumerate(between) if token in sets["once_foreseen.than"]), None)
        if _of_a_round(tokens, own, sets["once_foreseen.rounds"]):
            return True
        told = between[:1] if than is None else between[than + 1 :]
        if between[:1] and between[0] in sets["once_foreseen.who"]:
            told = between[: WHO + 1]
        return not sets["once_foreseen.verbs"].isdisjoint(told)
    if own.lead > 0 and tokens[own.lead - 1] in sets["once_foreseen.nouns"] and tokens[own.lead] in sets["once_foreseen.at"]:
        return True
    between = tokens[own.last + 1 : figure.first]
    had = next((i for i, token in enumerate(between) if token in sets["gone.pluperfect"]), None)
    return had is not None and not sets["once_foreseen.verbs"].isdisjoint(between[had + 1 : had + 1 + VERB])


def _of_a_round(tokens: list[str], own: Moment, rounds: frozenset[str]) -> bool:
    """ "down from 3 pct in the August poll", "from 1 pct in last month's forecast": whether a time is that of a round of forecasts."""
    at = own.last + 1 + (tokens[own.last + 1 : own.last + 2] != [] and tokens[own.last + 1] in GENITIVE)
    return tokens[at : at + 1] != [] and tokens[at] in rounds


def _foreseen(figure: Figure, release: Release) -> str | None:
    """The time of the forecast that stands before, of the same measure in this sentence, or at the end of the one before."""
    earlier = (o.fact for o in reversed(figure.earlier) if o.fact.status == "forecast" and o.fact.indicator == figure.fact.indicator)
    told = next((fact.period for fact in earlier if fact.period), None)
    expected, number = release.expected
    return told or (expected if figure.number - number == 1 else None)
