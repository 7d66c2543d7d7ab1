"""A price of the day that was named before: "It was far from Tuesday, when Arden fell 2 pct. Banks lost 4 pct that day."."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times.later import put
from pipeline.interpret.times.markets import DAILY
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release
from pipeline.interpret.times.resolve import resolve


def settle(figure: Figure, own: Moment | None, release: Release) -> bool:
    """The last day that was named, where the words of the sentence point back to it."""
    if own is not None or figure.frame.role in BESIDE or not marks.dated_so(figure, "traded") or not _points_back(figure):
        return False
    days = (resolve(m.time, release.by) for m in reversed(release.before) if m.time.kind in DAILY)
    day = next((day for day in days if day), None)
    return day is not None and put(figure, day, "the day that was named before", 0.85)


def _points_back(figure: Figure) -> bool:
    forms = lexicon.entries("periods", figure.story.language)["same_day"]["forms"]
    said = " ".join(figure.sentence.tokens)
    return any(f" {form} " in f" {said} " for form in forms)
