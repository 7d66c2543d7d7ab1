"""A price of the past that is told beside the present one: "down from a record near $80 in July", "at $31 before the merger was announced".

It stood so at the time that is told for it, else at one that nobody can tell: not on the day of the story.
"""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import far_point
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.from_then import FAR
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

REACH = 9
"""Tokens from the noun of a high or a low back to the word that looks back, from a figure on to the time of its high."""

EVENT = 6
"""Tokens from "before" to the noun of what came then ("before the surprise merger")."""

NEAR = 4
"""Tokens from a figure to "before"."""


def settle(figure: Figure, own: Moment | None, moments: list[Moment], release: Release) -> bool:
    """Give a price the time of the high or the low that it was, or none where it is one of the past without a time."""
    fact = figure.fact
    if fact.statistic != "level" or fact.status != "actual" or figure.story.at is None or not marks.dated_so(figure, "daily"):
        return False
    if _began_the_year(figure):
        return put(figure, f"{figure.story.at[0]}-01", "where it began the year", 0.85, "stated")
    back = _looked_back(figure)
    if back is not None:
        within = next((m for m in moments if back < m.first and m.last < figure.first and m.time.kind in FAR), None)
        if own is not None and own is not within:
            return False  # "its 2006 low of 5 pct posted in May"
        moment = within or _behind(figure, moments)
        if moment is not None and moment.time.kind in ("weekday", "relative", "bare"):
            return False
        if moment is not None and (found := release.resolve(moment, compared=moment.backward)):
            return put(figure, found, "that of the high or the low that it was", 0.85, "stated")
        return put(figure, None, "a high or a low of the past", 0.8)
    return own is None and figure.frame.role not in BESIDE and _before_an_event(figure) and put(figure, None, "before an event", 0.8)


def _looked_back(figure: Figure) -> int | None:
    """ "since a record above $147", "off its peak of $78": where the word stands that looks back to the high which a figure tells."""
    tokens, sets, words = figure.sentence.tokens, sets_of(figure), far_point.words(figure.story.language)
    at, hedges = figure.first - 1, figure.words("before_figure") | sets.told_by
    while at >= 0 and tokens[at] in hedges - sets.extremes:
        at -= 1
    if at < 0 or tokens[at] not in sets.extremes or tokens[at - 1] in words.parts:
        return None
    stops = figure.words("clause_breaks") | words.closes | words.of_day | sets.reaching | figure.words("clause_joins") | {","}
    if not words.of_day.isdisjoint(tokens[figure.behind : figure.behind + NEAR]):
        return None  # "off a low of 82 yen it had reached earlier"
    for i in range(at, max(-1, at - REACH), -1):
        if tokens[i] in stops or any(a <= i <= b for a, b in figure.spans):
            return None
        near = i < at and (tokens[i] == "near" or tokens[i] in figure.words("near_to"))
        if tokens[i] in words.bases or tokens[i] in sets.onwards or (near and not words.owned.isdisjoint(tokens[i + 1 : i + 3])):
            return i  # "at $69, near its 12-month high of $72"
    return None


def _began_the_year(figure: Figure) -> bool:
    """ "They began the year at $36.56": where a price stood in January."""
    tokens = figure.sentence.tokens[max(0, figure.first - NEAR) : figure.first]
    return tokens[1:] in (["the", "year", "at"], ["this", "year", "at"]) and tokens[0] in far_point.words(figure.story.language).begun


def _behind(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "a record above $147 a barrel last July", "a peak of 6 pct hit in June": the time behind a high, in its own clause."""
    moment = next((m for m in moments if m.first > figure.last and m.time.kind in FAR), None)
    if moment is None or moment.first - figure.last > REACH:
        return None
    stops = {",", *figure.words("clause_joins"), *figure.words("clause_breaks")}
    between = range(figure.behind, moment.first)
    parted = any(figure.sentence.tokens[i] in stops or any(a == i for a, _ in figure.spans) for i in between)
    return None if parted else moment


def _before_an_event(figure: Figure) -> bool:
    """ "was at $31 before the merger", "on the day before the offer": a price that was told before something came."""
    tokens, words = figure.sentence.tokens, far_point.words(figure.story.language)
    at = next((i for i in range(figure.behind, min(len(tokens), figure.behind + NEAR)) if tokens[i] in words.before), None)
    if at is None or "," in tokens[figure.behind : at] or tokens[at + 1 : at + 2] == [] or tokens[at + 1].endswith(tuple(words.gerund)):
        return False
    return not words.events.isdisjoint(tokens[at + 1 : at + 1 + EVENT])
