"""What is so now, whatever time stands beside it: "unemployment, currently at 9 pct", "the current ceiling of 5 pct"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import lexicon
from pipeline.interpret.figure import STEPS
from pipeline.interpret.measure import marks
from pipeline.interpret.standing.asides import GOES_ON
from pipeline.interpret.times.placing import words

if TYPE_CHECKING:
    from pipeline.interpret.figure import Figure
    from pipeline.interpret.times.moment import Moment

NOW = 5
"""Tokens before a figure in which a word says that it is of now."""

STANDING = 3
"""Tokens from such a word to a figure, with no others than those that say where something stands."""

NOUNS = 3
"""Words of the noun between "current" and what it comes to."""

SINCE = 5
"""Tokens from a figure to the time since which it is so."""

HELD = frozenset({"actual", "target", "plan"})
"""What stands now: what is expected is of the time for which it is."""


def present(figure: Figure, moments: list[Moment]) -> bool:
    """ "unemployment, currently at 9 pct, will fall in May": a word right before a figure says that it is of now."""
    now = words(figure.story.language).now
    lead = figure.lead[:-1] if not words(figure.story.language).reaching.isdisjoint(figure.lead[-1:]) else figure.lead
    until = min(figure.last + 2 * NOW, next((a for a, _ in figure.spans if a > figure.last), len(figure.sentence.tokens)))
    dated = figure.fact.statistic in STEPS or any(
        figure.last < m.first <= until or 0 < figure.first - m.last < NOW for m in moments
    )  # "now saw 2006 earnings of $2"; but "a home now costs 5 dlrs, against 4 dlrs a year ago"
    near = lead[-1:] if dated else lead[-NOW:]  # "and fares now cover just 13 pct"
    return figure.fact.status == "actual" and not now.isdisjoint(near)


def said(figure: Figure) -> bool:
    """ "a home now costs 5 dlrs": whether a word near before a figure says that it is of now."""
    return not words(figure.story.language).now.isdisjoint(figure.lead[-NOW:])


def holds(figure: Figure, moments: list[Moment]) -> bool:
    """ "to 2 pct this month from its current 3 pct", "a cut from 5 pct now": a rate that is set, as it holds when the story is written.

    "The current 5 pct has been in effect since May 4" tells the day from which it does.
    """
    fact = figure.fact
    if fact.status != "actual" or fact.statistic in STEPS or not marks.dated_so(figure, "set"):
        return False
    if any(moment.time.kind == "day" for moment in moments):
        return False
    sets, lead, tokens = lexicon.sets("periods", figure.story.language), figure.bare_lead(), figure.sentence.tokens
    if tokens[figure.behind : figure.behind + 1] and tokens[figure.behind] in sets["now.words"]:
        return tokens[figure.behind + 1 : figure.behind + 2] in ([], ["."], [","])
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] not in sets["now.kept_at"]), None)
    return at is not None and lead[at] in sets["now.before_nouns"]


def stands(figure: Figure, moments: list[Moment]) -> bool:
    """ "rejected the offer, currently valued at 5 million, in May", "below the current ceiling of 5 pct": where something stands, no price of a day."""
    fact = figure.fact
    if f"status: {GOES_ON}" in fact.rules:
        return True
    if fact.status not in HELD or fact.statistic in STEPS or marks.dated_so(figure, "traded"):
        return False
    sets, lead = lexicon.sets("periods", figure.story.language), figure.bare_lead()
    at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - 2 - STANDING), -1) if lead[n] in sets["now.words"]), None)
    if at is not None and at < len(lead) - 1 and sets["now.standing"].issuperset(lead[at + 1 :]):
        return True
    if lead[-1:] and lead[-1] in sets["now.before_nouns"] and not words(figure.story.language).reaching.isdisjoint(lead[-2:-1]):
        return _since_then(figure) or not _dated(figure, moments)
    if lead[-1:] not in (["of"], ["at"]):
        return False
    noun = lead[-2 - NOUNS : -1]
    at = next((n for n, token in enumerate(noun) if token in sets["now.before_nouns"]), None)
    return at is not None and len(noun) - at - 1 > 0 and all(t.isalpha() and t not in sets["now.of_times"] for t in noun[at + 1 :])


def _since_then(figure: Figure) -> bool:
    """ "from 637 yen in 1997 to the current 673 yen": the time between the two is that of the first."""
    return figure.previous is not None and figure.previous.lead[-1:] == ["from"]


def _dated(figure: Figure, moments: list[Moment]) -> bool:
    """ "came down half a point on May 4 to the current 8.5 pct": whether it is told since when it is so."""
    near = range(figure.lead_first, figure.last + SINCE)
    return any(moment.use == "own" and moment.first in near for moment in moments)
