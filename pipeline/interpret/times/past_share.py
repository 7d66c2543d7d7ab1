"""What made up a whole in the time of a release: "Arrivals rose 5 pct in May. Germans accounted for 13 pct of them", "Halden had 18 pct of the market".

In the present tense a share is told of no time in particular (lasting.py); in the past it is that of the sums beside which it is told.
"""

from __future__ import annotations

from datetime import timedelta

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.release import Release

VERB = 6
"""Tokens before a share in which the verb stands that makes it a part of a whole."""

WEEKS, YEAR = timedelta(26), timedelta(366)
"""How long a time is at least, and at most, of which a release tells the parts of its sums."""

NEAR = 6
"""Sentences behind the head of a release that tell of its parts."""


def told(figure: Figure, release: Release) -> bool:
    """Whether a share is one that was so in the time of the release, by a verb of the past right before it."""
    fact = figure.fact
    first, last = calendar.bounds(release.head)
    if first is None or last is None or not WEEKS <= last - first <= YEAR or not release.opening:
        return False
    if fact.statistic != "share" or fact.status != "actual" or not marks.dated_so(figure, "parted"):
        return False
    held = figure.frame.anchor if figure.frame.role in BESIDE and figure.frame.anchor is not None else figure
    return figure.number <= NEAR and (held.frame.role == "reached" or _by_verb(held))


def _by_verb(figure: Figure) -> bool:
    """ "accounted for 13 pct of the total", "had 18 pct", "took nearly half": not "which had 18 pct" aside, nor "has had"."""
    sets = lexicon.sets("periods", figure.story.language)
    lead = figure.sentence.tokens[max(figure.clause[0], figure.lead_first, figure.first - VERB) : figure.first]
    if lead[-1:] and lead[-1] in sets["past_shares.again"]:
        return not sets["saying.passive"].isdisjoint(
            figure.lead
        )  # "was the largest source with 3 million visitors, or 19 pct of the total"
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in sets["past_shares.verbs"]), None)
    return at is not None and sets["past_shares.undone"].isdisjoint(lead[:at]) and "," not in lead[at:]
