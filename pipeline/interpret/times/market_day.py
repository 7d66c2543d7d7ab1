"""The day that a story of markets is about, as its sentences name it one after the other."""

from __future__ import annotations

import datetime as dt

from pipeline import lexicon
from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.standing.modality import operators
from pipeline.interpret.story import Story
from pipeline.interpret.times import markets
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.breath import in_aside
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.resolve import resolve
from pipeline.lexicon import either

TO_COME = ("forecast", "will", "may", "plan")
DONE = ("actual", "copula", "says", "announced")

COME = 3
"""Tokens around a day in which it is said to be still to come ("due to open on Monday", "on Monday will")."""

BEGAN = 2
"""Tokens from "began" to its day."""

COMPARED = 7
"""Tokens before a day in which a figure is set beside that of the story: "after 1.8231 on Friday"."""

PRICE = 3
"""Tokens between "closing" and the day ("its closing price on Thursday")."""

VERB = 2
"""Tokens from the comma that closes an aside to the verb that it stood before."""

MOVED = 7
"""Tokens between what a price did and the day on which it did so."""

CLOSE = 5
"""Tokens between a day and the word that makes it one to look back to ("after the market closed on Tuesday")."""


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
                    if not self._traded(day, moment, sentence):
                        continue
                    beside = self._passed(day, moment, sentence) or _set_beside(moment, sentence.tokens, self.story.language)
                    beside = beside or markets.gone(day, self.story)
                    if self.day is None and beside and day is not None:
                        today = markets.today(self.story)  # what is set beside an earlier day is of the story's own
                        self.day, self.beside = max(day, today) if today is not None else day, True
                    elif self.day is None or not beside:
                        self.day, self.beside = day, beside

    def _traded(self, day: str | None, moment: Moment, sentence: Sentence) -> bool:
        """Whether a story of markets may be about a day: its own, or the one before, where it opens with it or tells of prices on it.

        Not one of which something is foretold, nor one whose close is one to look back to; one on which something else was said or filed only
        where the story does not name its own.
        """
        today = markets.today(self.story)
        if day is None or today is None or day == today:
            return True
        if day > today:
            return self._begun(day, today, moment, sentence)
        if _over_the_close(moment, sentence.tokens, self.story.language) or _added_to(moment, sentence.tokens, self.story.language):
            return False
        priced = any(marks.dated(c.key, "daily", self.story.language) for c in sentence.of("indicator"))
        if not priced and not GENITIVE.isdisjoint(sentence.tokens[moment.last + 1 : moment.last + 2]):
            return False  # "Tuesday's ruling": the day of an event, and of no trade
        return priced or sentence.start <= self.story.spans[0].start or not self._names(today)

    def _passed(self, day: str | None, moment: Moment, sentence: Sentence) -> bool:
        """ "Shares, which fell 6 pct on Thursday, rose 2 pct": a day of what a price did before it did what its sentence tells."""
        if day == markets.today(self.story) or not in_aside(sentence.tokens, moment.first, len(sentence.tokens), self.story.language):
            return False
        closes = next((i for i in range(moment.last + 1, len(sentence.tokens)) if sentence.tokens[i] == ","), len(sentence.tokens))
        goes_on = any(verb(c) and closes < c.first <= closes + VERB for c in sentence.clues)
        priced = any(token[0].isdigit() for token in sentence.tokens[max(0, moment.first - MOVED) : moment.first])
        return goes_on and (priced or any(0 < moment.first - c.first <= MOVED for c in sentence.of("direction")))

    def _begun(self, day: str, today: str, moment: Moment, sentence: Sentence) -> bool:
        """ "Oil fell on Monday", told on a Sunday: the next day has begun where the story was, and something happened on it.

        Not one of which something is foretold ("due on Monday", "on Monday will", "Monday's hearing").
        """
        tokens, sets = sentence.tokens, words(self.story.language)
        if dt.date.fromisoformat(day) - dt.date.fromisoformat(today) > markets.LATE or moment.use != "day":
            return False
        before, behind = tokens[max(0, moment.first - COME) : moment.first], tokens[moment.last + 1 : moment.last + 1 + COME]
        if not (sets.to_come | sets.due).isdisjoint(before) or not (sets.to_come | GENITIVE).isdisjoint(behind):
            return False
        if not sets.saying.isdisjoint(before):
            return True  # "said on Monday it may sell its mines"
        ops = [op for op in operators(self.story.text, sentence, self.story.language) if op.last < moment.first]
        return any(op.kind in DONE for op in ops) and not any(op.kind in TO_COME for op in ops)

    def _names(self, today: str) -> bool:
        """Whether the story names the weekday of a day."""
        number = dt.date.fromisoformat(today).isoweekday()
        return any(form.capitalize() in self.story.text for form, day in self.by.words["weekdays"].items() if day == number)


def _set_beside(moment: Moment, tokens: list[str], language: str) -> bool:
    """Whether a day is that of what the story's figures are set beside: "from a Friday close", "compared with its close on Friday"."""
    if "weekday" not in moment.time.parts:
        return False
    sets = words(language)
    if not sets.having.isdisjoint(tokens[max(0, moment.first - COMPARED) : moment.first]):
        return True  # "closed 3 pct lower, having lost 5 pct on Monday"
    compares = next(
        (n for n in range(moment.first - 1, max(-1, moment.first - COMPARED), -1) if tokens[n] in either(sets.base, sets.following)), None
    )
    if compares is None or tokens[compares - 1] in lexicon.grammar(language)["after_only"]:
        return False  # "fell more than 6 pct on Friday"
    between = tokens[compares + 1 : moment.first]
    return between[:1] != [] and between[0][0].isdigit() and sets.breaking.isdisjoint(between) and sets.reaching.isdisjoint(between)


def _added_to(moment: Moment, tokens: list[str], language: str) -> bool:
    """ "fell 2 pct, adding to Thursday's losses": a day of which only the step is told that one goes on with, or undoes."""
    before = tokens[max(0, moment.first - COMPARED) : moment.first]
    began = not lexicon.sets("periods", language)["edges.started"].isdisjoint(before[-BEGAN:])
    of_it = began or not GENITIVE.isdisjoint(tokens[moment.last + 1 : moment.last + 2])
    return of_it and not words(language).undoing.isdisjoint(before)


def _over_the_close(moment: Moment, tokens: list[str], language: str) -> bool:
    """ "a premium over Wednesday's close", "announced after the market closed on Tuesday": an end of trade that is looked back to."""
    sets = words(language)
    before, behind = tokens[max(0, moment.first - CLOSE) : moment.first], tokens[moment.last + 1 : moment.last + 1 + CLOSE]
    ends = lexicon.entries("periods", language)["due"]["prices"]
    if any(token in ends for token in before[-PRICE:]) and not GENITIVE.isdisjoint(before):
        return True  # "a 62 percent premium over its closing price on Thursday"
    if not sets.following.isdisjoint(before):
        opens = max(i for i, token in enumerate(before) if token in sets.following)
        # "after it said on Tuesday": that day is told of; "published after Monday's close" not.
        return sets.saying.isdisjoint(before[opens:])
    if not GENITIVE.isdisjoint(behind[:1]) and any(token in ends for token in behind[1:3]) and before[-1:] != ["at"]:
        return True  # "27 pct more than Thursday's closing price"
    return not sets.ends_of_trade.isdisjoint(behind) and not either(sets.base, sets.base_unit).isdisjoint(before)
