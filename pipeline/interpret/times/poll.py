"""When the people of a poll were asked: the days that the story tells, or else its month."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import moments
from pipeline.interpret.times.resolve import resolve


def fieldwork(story: Story, by: Bearings) -> str | None:
    """ "The survey of 2,010 adults was taken April 5 to 9": the days on which people were asked, wherever a story tells them."""
    asked = frozenset(by.words["polls"]["asked"])
    for number in range(len(story.spans)):
        if not asked.isdisjoint(story.sentence(number).tokens):
            for moment in moments(story, story.sentence(number)):
                if moment.time.kind == "days" and (days := resolve(moment.time, by)):
                    return days
    return None


def month_of_poll(sentences: list[Sentence], by: Bearings) -> str | None:
    """The month of a story that its title or its first sentence says to tell a poll."""
    if by.at is None or not by.at[1]:
        return None
    polls = by.words["polls"]["words"]
    asked = any(word in sentence.tokens for sentence in sentences[:2] for word in polls)
    return calendar.month(by.at[0], by.at[1]) if asked else None
