"""The day that a story of markets is about, as its sentences name it one after the other."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.story import Story
from pipeline.interpret.times import markets
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.resolve import resolve


class MarketDay:
    """The day that was named last, and whether figures are only set beside it."""

    def __init__(self, story: Story, by: Bearings) -> None:
        self.story = story
        self.by = by
        self.day: str | None = None
        self.beside = False

    def notice(self, told: list[Moment], sentence: Sentence) -> None:
        """Keep the day of a sentence; `told` are its times."""
        for moment in told:
            parts = moment.time.parts
            aside = "hours" in parts and parts["which"] not in self.by.words["hours"]["of_today"]
            if moment.time.kind == "weekday" and not aside and self.by.at and self.by.words["days"].get(parts.get("day_word", ""), 0) == 0:
                if self.day is None or self.beside or "day_word" in parts:
                    day = resolve(moment.time, self.by)
                    beside = markets.set_beside(moment, sentence.tokens, self.story.language) or markets.gone(day, self.story)
                    if self.day is None or not beside:
                        self.day, self.beside = day, beside
