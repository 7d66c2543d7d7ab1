"""The year, begun or to come, of which a sentence speaks: that of what is foreseen in the next one."""

from __future__ import annotations

from pipeline.interpret.story import Story
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.head import YEARS
from pipeline.interpret.times.moment import moments
from pipeline.interpret.times.resolve import resolve


def foreseen(story: Story, number: int, by: Bearings) -> str | None:
    """The first year that sentence `number` names which is not over at the day of the story ("it cut its forecast for 2008")."""
    if number < 0 or by.at is None:
        return None
    told = (resolve(m.time, by) for m in moments(story, story.sentence(number)) if m.use == "own" and m.time.kind in YEARS)
    return next((period for period in told if period and period[:4] >= str(by.at[0])), None)
