"""Whether a figure is superseded by another (`from`) or replaces one (`to`)."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.marks import marked_so
from pipeline.interpret.standing.early import earlier_by_an_office, foreseen_before, running
from pipeline.interpret.standing.modality import forms
from pipeline.interpret.story import Story

INVESTED = "investment"

ATTRIBUTE = 6
"""Tokens between "revised" and the figure that it is an attribute of."""

CHANGE = 18
"""Tokens between a change of what is expected and the new figure."""

SUBJECT = 6
"""Tokens between what is expected and "was cut"."""

PLACE = 7
"""Tokens between "instead of" and a figure that another stands in the place of."""

FROM = 6
"""Tokens between "from" and a figure that another goes on from."""

TELLING = 4
"""Tokens between "previously" and the word for what was told."""

MUCH = 3
"""Tokens of "as much as"."""

BEHIND = 3
"""Tokens between a figure and the "originally reported" behind it."""


class Revision:
    """Settles `revision`."""

    def __init__(self, story: Story) -> None:
        self.language = story.language
        self.sentence: Sentence | None = None
        self.silent = True

    def settle(self, figure: Figure) -> None:
        if figure.sentence is not self.sentence:
            self.sentence = figure.sentence
            tokens = figure.sentence.tokens
            self.silent = all(self._none(name, tokens) for name in ("revised", "formerly", "told_first", "expectation", "in_place"))
        fact, anchor = figure.fact, figure.frame.anchor
        other = self._former(figure)
        if other is not None and fact.status == other.fact.status and fact.status in ("forecast", "estimate"):
            fact.revision, other.fact.revision = "from", "to"
            figure.because("revision: a forecast in place of another", 0.9)
            return
        if self.silent:
            return
        if anchor is not None and (figure.frame.role in ("converted", "restated") or self._second(figure)):
            fact.revision = anchor.fact.revision
        elif self._superseded(figure):
            fact.revision = "from"
            figure.because("revision: told formerly", 0.9)
            self._replace(figure)
        elif self._in_place(figure):
            fact.revision, figure.earlier[-1].fact.revision = "from", "to"
            figure.because("revision: another stands in its place", 0.9)
        elif figure.frame.role == "base" and anchor is not None and anchor.fact.revision == "to":
            fact.revision = "from"
            figure.because("revision: what was revised", 0.9)
        elif self._new(figure) or self._next_pair(figure):
            fact.revision = "to"
            figure.because("revision: revised to it", 0.9)

    def after_status(self, figure: Figure) -> None:
        """What an office told before it told the figure that this one is set beside: "slower than the 2.2 pct estimated a month ago"."""
        fact, anchor = figure.fact, figure.frame.anchor
        if fact.revision is not None or anchor is None or not anchor.fact.status == fact.status == "actual":
            return
        same = figure.mention.quantity.unit == anchor.mention.quantity.unit and fact.period == anchor.fact.period
        if same and figure.frame.role in BESIDE and earlier_by_an_office(figure):
            fact.revision = "from"
            figure.because("revision: told by an office before", 0.9)
            self._replace(figure)

    def _former(self, figure: Figure) -> Figure | None:
        """ "will grow 7 pct, up from expectations of 6 pct": the figure that one of the same sort goes on from this one."""
        lead, other = figure.lead, figure.previous
        if figure.frame.role == "base":
            at = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] == "from"), 0)
            if at and not self._none("spans", lead[at - 1 : at]):
                return None  # "a surplus of $2.5 billion, with forecasts ranging from"
            return None if self.silent and running(figure) else figure.frame.anchor
        if figure.frame.role == "compared" and self._foreseen_then(figure):
            return figure.frame.anchor
        if other is None or figure.fact.status != "forecast" or "from" not in lead[-FROM:]:
            return None
        at = len(lead) - 1 - lead[::-1].index("from")
        same = other.mention.quantity.unit == figure.mention.quantity.unit
        told = not self._none("moved_from", lead[max(0, at - 1) : at]) and not self._none("expectation", lead[at:])
        anothers = not self._none("foreseers", lead[at:])  # "up from analysts' forecasts of"
        return other if same and told and not anothers else None

    def _foreseen_then(self, figure: Figure) -> bool:
        """ "expects sales to grow 6 pct, as against 8 pct seen in May": what the same foresaw at another time, not others."""
        behind = figure.sentence.tokens[figure.behind : figure.behind + BEHIND]
        return foreseen_before(figure) and not self._none("foreseen_when", behind[1:2])

    def _superseded(self, figure: Figure) -> bool:
        """ "a previous estimate of 5 pct", "0.3 pct originally reported", "revised down from 0.3 pct"."""
        tokens, lead = figure.sentence.tokens, figure.lead
        after = tokens[figure.behind : figure.behind + BEHIND + 2]
        told_as = len(lead) - 1 - lead[::-1].index("as") if "as" in lead[-2:] else 0
        first = self._first(after) or self._first(lead[max(0, told_as - 2) : told_as])  # "in June, first reported as a 3 pct rise"
        if (first or self._told_formerly(after[:3]) or after[:2] == ["reported", "earlier"]) and self._none("compares", after[:2]):
            return True
        if figure.frame.role == "base" and not self._none("formerly_told", after):
            return self._none("compares", after) and "," not in after
        if "from" in lead[-3:] and lead[-1] != "from" and not self._none("first_told", lead[-1:]):
            return True  # "pared to 2.4 pct from an initial 2.6 pct"
        if "from" in lead[-3:]:
            at = len(lead) - 1 - lead[::-1].index("from")
            if not self._none("revised", lead[max(0, at - 3) : at]):
                return True
        if not self._none("kept_to", lead) or (figure.fact.status == "target" and self._outcome(figure)):
            return False
        opening = int(not self._none("formerly_told", lead[:1]))  # "Previously, the group had said"
        anew = forms("told_anew", self.language)
        since = max((i for i, t in enumerate(lead) if t in anew and i > opening), default=-1)
        if lead[since : since + 1] == [","] and self._none("formerly", lead[since:]):
            return False
        named = lead[-1:] == ["as"] and not self._none("told", lead[-2:-1])  # "previously reported as"
        bounded = len(lead) >= MUCH and lead[-MUCH] == lead[-1] == "as"  # "previously forecast as much as"
        return self._told_formerly(lead[since + 1 :]) and (named or bounded or self._none("compares", lead[-1:]))

    def _first(self, words: list[str]) -> bool:
        """ "the 3 pct first reported", "the 3 pct pace first thought": whether a figure was told once, and no longer is."""
        at = 0 if not self._none("told_first", words[:1]) else 1
        if self._none("told_first", words[at : at + 1]) or words[:1] == [","]:
            return False
        return not (self._none("told", words[at + 1 : at + 2]) and self._none("thought_first", words[at + 1 : at + 2]))

    def _outcome(self, figure: Figure) -> bool:
        """ "grew 2 pct, compared with an original target of 2.5 pct": whether what it is set beside is no target."""
        anchor = figure.frame.anchor
        return figure.frame.role == "compared" and anchor is not None and anchor.fact.status != "target"

    def _in_place(self, figure: Figure) -> bool:
        """ "will grow 5.7 pct, rather than 6 pct as forecast", "1.2 pct instead of an announced 1.7 pct"."""
        lead, other, instead = figure.lead, figure.previous, forms("in_place", self.language)
        at = next((n for n in range(len(lead) - 2, max(-1, len(lead) - PLACE), -1) if lead[n] in instead), None)
        if at is None or other is None or other.mention.quantity.unit != figure.mention.quantity.unit:
            return False
        if self._none("in_place_of", lead[at + 1 : at + 2]) or other.fact.statistic != figure.fact.statistic:
            return False
        if other.fact.status == figure.fact.status == "actual" and _by_offices(figure):
            return other.fact.indicator == figure.fact.indicator  # "rose at a 1.9 pct rate instead of 2.5 pct": both of one office
        told = [*lead[at + 2 :], *figure.sentence.tokens[figure.behind : figure.behind + PLACE - 1]]
        return other.fact.status == "forecast" or not (self._none("formerly", told) and self._none("told", told))

    def _second(self, figure: Figure) -> bool:
        """ "to 12 and 10 dlrs": the second of two values."""
        return figure.frame.role == "paired" and figure.frame.anchor is figure.previous and figure.lead in (["and"], ["or"])

    def _next_pair(self, figure: Figure) -> bool:
        """ "to 1.7 pct from 1.9 pct for this year and to 2 pct from 3 pct for the next": a further value of the forecast that was changed."""
        other, lead = figure.previous, figure.lead
        if other is None or other.fact.revision != "from" or figure.fact.status != other.fact.status or lead[-1:] != ["to"]:
            return False
        return "and" in lead and not self._none("for_another", lead) and figure.fact.indicator == other.fact.indicator

    def _told_formerly(self, words: list[str]) -> bool:
        """Whether "previously" and a word of telling stand together."""
        formerly = forms("formerly", self.language)
        for i, word in enumerate(words):
            if word not in formerly or words[max(0, i - 1) : i] in (["than"], ["as"]):
                continue
            if not self._none("told_today", [word]) and not self._none("told_today.verbs", words[i + 1 : i + 2]):
                if self._none("told_today.before", words[max(0, i - 1) : i]):
                    continue  # "it earlier reported a loss of 5 million": the same day, and nothing takes its place
            if not self._none("told", words[i : i + TELLING]) or (word in forms("formerly_told", self.language) and "said" in words[i:]):
                return True
        return False

    def _new(self, figure: Figure) -> bool:
        """ "a revised 0.1 pct rise", "revised the gain to 0.5 pct", "raised its forecast to 5 pct"."""
        lead, revised, changes = figure.lead, forms("revised", self.language), forms("changes", self.language)
        for i in [i for i in range(len(lead) - 1, -1, -1) if lead[i] in revised or lead[i] in changes]:
            word, between = lead[i], lead[i + 1 :]
            if word in revised and not self._none("revised.things", between[:1]):
                continue  # "a revised law limits the rise to 5 percent"
            if word in revised and "from" not in between:
                if len(between) <= ATTRIBUTE and "," not in between:
                    return True
                if len(between) <= CHANGE and "to" in between[-4:]:
                    return True
            if (
                word in changes
                and "to" in between[-4:]
                and "," not in between
                and not self._none("being", lead[i - 1 : i])
                and not self._none("expectation", lead[max(0, i - SUBJECT) : i])
            ):
                return True  # "its forecast was cut to 5 pct"
            if word in changes and len(between) <= CHANGE and "," not in between and not self._none("expectation", between):
                return not self._none("new_value", between[-4:]) or lead[-1:] == ["to"] or figure.frame.role == "reached"
        return False

    def _replace(self, figure: Figure) -> None:
        """The figure that one told formerly is set beside replaces it."""
        other = figure.frame.anchor or (figure.previous if figure.lead[-1:] and not self._none("first_told", figure.lead[-1:]) else None)
        if other is not None and other.fact.revision is None and other.mention.quantity.unit == figure.mention.quantity.unit:
            if other.fact.statistic == figure.fact.statistic:
                other.fact.revision = "to"

    def _none(self, name: str, tokens: list[str]) -> bool:
        return forms(name, self.language).isdisjoint(tokens)


def _by_offices(figure: Figure) -> bool:
    """Whether what a figure measures is told by offices: a statistic of theirs, or what a nation's firms put into its economy."""
    nations = figure.fact.statistic == "growth" and len(figure.fact.entity or "") == CODE
    return marked_so(figure, "released") or (figure.fact.indicator == INVESTED and nations)
