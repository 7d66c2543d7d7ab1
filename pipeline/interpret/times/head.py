"""The period that the title and the first sentences of a story say it is a release for."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar, closing, nearest
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.breath import EXPECTS
from pipeline.interpret.times.moment import Moment, moments
from pipeline.interpret.times.resolve import resolve

OUTLOOK = 3
"""Tokens from "quarterly" to the forecast of which it is told."""

LINE = 6
"""Tokens of a line above the first sentence."""

DIGITS = 4
"""Of a year."""

YEAR = 12
"""Months of a year."""

SENTENCES = 3
"""Sentences that, with the title, tell what a story is a release for."""

BASE = 7
"""Tokens between a word of comparison and the year of what is compared."""

TOLD = 6
"""Months within which a firm tells its result; that of a year as late as in July."""

FIRST = 8
"""Sentences in which a story without a date says which quarter it tells of."""

RELEASES = frozenset(
    {
        "month",
        "month_quarter",
        "quarter",
        "half",
        "year",
        "to",
        "week_to",
        "week_of",
        "first",
        "months",
        "relative",
        "fiscal",
        "edge_days",
        "days_to",
        "half_month",
        "week_with",
    }
)

WEEK = "week_to"

SOON = 4
"""Months after which a span that is "ending" is rather the next one of its name."""

OPENING = frozenset({"edge_days", "days_to"})
"""Of these, those that only the title or the first sentence tells of a release."""

STALE = 10
"""Months after which offices tell nothing more of a month."""

FORECAST = frozenset({"quarter", "year", "half", "fiscal", "relative"})

MONTHS = frozenset({"month"})
PASSING = frozenset({"month", "fiscal"})
"""What a story of a quarter's result names in passing."""

SHORTER = frozenset({"quarter", "half", "to", "first", "months", "month_quarter"})
"""Kinds of times of which a story tells that opens with a forecast beside the year before."""

YEARS = frozenset({"year", "relative", "fiscal"})
"""Kinds of years: named for a comparison where the head of a story foretells another time, or tells of what is quarterly."""


class Head(NamedTuple):
    """The period of a release, whether the title names it, whether the title or the first sentence does, and what is forecast there."""

    period: str | None
    titled: bool
    opening: bool
    ahead: str | None
    guessed: bool = False
    """Whether only "quarterly" or the like tells the period."""


def head_of(story: Story) -> list[Sentence]:
    """The title and the first sentences, without a line above them that tells nothing ("ANKARA", "By our correspondent")."""
    first = 1 if len(story.spans) > 1 and _tells_nothing(story, story.sentence(0)) else 0
    return [story.title] + [story.sentence(n) for n in range(first, min(first + SENTENCES, len(story.spans)))]


def _tells_nothing(story: Story, sentence: Sentence) -> bool:
    if len(sentence.tokens) > LINE or any(sentence.of(kind) for kind in ("finite", "indicator", "direction")):
        return False
    return not story.times(sentence)  # "Six months ended December 31", above a table


def read_head(story: Story, sentences: list[Sentence], told: list[list[Moment]], by: Bearings, table: bool) -> Head:
    """What the head of a story tells by its times, or else by its words; `told` are the times of its `sentences`."""
    foretold = any(_foretells(moment, by) for sentence in told[:2] for moment in sentence)
    quarterly = any(calendar.unit(_reported(story, s, by, table) or "") == "quarter" for s in sentences[:2])
    foretold = foretold or quarterly
    passing = _in_passing(story, sentences, by, quarterly)
    compared: Head | None = None
    for number, sentence in enumerate(told):
        for moment in sentence:
            if (
                moment.use == "own"
                and (compared is None or moment.time.kind in SHORTER)
                and not (moment.time.kind == "year" and _of_base(moment, sentences[number], by))
                and not moment.ahead
                and (moment.time.kind in RELEASES or (moment.time.kind == "span" and "of" in moment.time.parts))
                and (moment.time.kind not in OPENING or sentence is told[0] or sentence is told[1])
                and not (moment.time.kind == "to" and _ends_ahead(moment, sentences[number], by))
                and not (foretold and moment.time.kind in YEARS and sentence is not told[0] and sentence is not told[1])
                and not (moment.time.kind in passing and sentence is not told[0] and (quarterly or sentence is not told[1]))
                and (period := _period(moment, sentences[number], by))
                and not (number > 0 and _long_ago(period, by))
                and not _next_of_its_name(moment, period, by)
                and not (by.company and not table and _stale(period, by, TOLD + (moment.time.kind in YEARS and not quarterly)))
                and (
                    _past(period, moment.time.kind, by) or (quarterly and number > 1 and _of_its_own(moment, period, sentences[number], by))
                )
            ):
                opening = number <= 1 or quarterly or (moment.time.kind == WEEK and _of_week(told[:2]))
                found = Head(period, number == 0, opening, None)
                if number != 1 or moment.time.kind not in YEARS or not any(_foretells(other, by) for other in sentence):
                    return found
                compared = compared or found  # "forecast a profit of $3 for 2010, compared with $2 in 2009"
    if compared is not None:
        return compared
    if table and (ended := closing.told(story, by)) is not None:
        return Head(ended, True, True, None)
    forecasts = (
        resolve(m.time, by)
        for times, sentence in zip(told[:2], sentences, strict=False)
        for m in times
        if m.use == "own" and m.time.kind in FORECAST and not _of_base(m, sentence, by)
    )
    ahead = next((period for period in forecasts if period), None)
    if ahead is not None and (by.year is None if by.at is None else calendar.length(ahead) != YEAR):
        return Head(None, False, True, ahead)  # "sees lower quarterly profit"; with an outlook for a year comes what a quarter has brought
    reported = (_reported(story, sentence, by, table) for sentence in sentences[:3])
    period = next((period for period in reported if period is not None), None)
    if period is None and by.company and by.at and by.at[1]:
        if any(form in story.text for form in by.words["reports_in"]["words"]) or any(
            _posted(story, sentence, by) for sentence in sentences[:2]
        ):
            period = calendar.quarter_over(by.at[0], by.at[1])
    return Head(period, False, True, ahead, period is not None)


def _period(moment: Moment, sentence: Sentence, by: Bearings) -> str | None:
    """The period that a time names; "inflation was 4 pct in the year to May" is the release of May."""
    period, p = resolve(moment.time, by), moment.time.parts
    twelve = moment.time.kind == "to" and "starting" not in p and calendar.length(period) == YEAR
    if not twelve or period is None or by.company:
        return period
    last, measured = calendar.bounds(period)[1], sentence.of("indicator")
    if last is None or not measured or not all(marks.marked(c.key, "monthly", by.language) for c in measured):
        return period
    return calendar.month(last.year, last.month)


def _of_week(told: list[list[Moment]]) -> bool:
    """ "Loan demand rose last week": whether a title or a first sentence tells of a week, which the next one names."""
    return any(moment.time.parts.get("unit") == "week" for sentence in told for moment in sentence)


def _of_base(moment: Moment, sentence: Sentence, by: Bearings) -> bool:
    """ "net income was 1.4 billion, against 1.5 billion in 2003": a year that is only that of what something is set beside."""
    before = sentence.tokens[max(0, moment.first - BASE) : moment.first]
    sets_beside = by.words["set_beside"]["words" if by.company else "of_economies"]
    at = next((i for i, token in enumerate(before) if token in sets_beside), None)
    return at is not None and at + 1 < len(before) and any(token[:1].isdigit() or token[1:2].isdigit() for token in before[at + 1 :])


def _long_ago(period: str, by: Bearings) -> bool:
    """ "bought it in 2014", "a high hit in April 2016", in a story of 2019: a time of which nothing is released any more."""
    last = calendar.bounds(period)[1]
    return by.at is not None and last is not None and last.year < by.at[0] - 1


def _next_of_its_name(moment: Moment, period: str, by: Bearings) -> bool:
    """ "December rate cut expected", in a story of November: a month without its year that is rather the one to come than the last one."""
    last = calendar.bounds(period)[1]
    if moment.time.kind not in MONTHS or "year" in moment.time.parts or by.at is None or not by.at[1] or last is None:
        return False
    return 12 * (by.at[0] - last.year) + by.at[1] - last.month >= STALE


def _stale(period: str, by: Bearings, told: int) -> bool:
    """ "posted a narrower loss" of October, "than in 2005": a time of which a firm has told its result months ago, or one to come of its name."""
    last = calendar.bounds(period)[1]
    return by.at is not None and by.at[1] is not None and last is not None and 12 * (by.at[0] - last.year) + by.at[1] - last.month > told


def _in_passing(story: Story, sentences: list[Sentence], by: Bearings, quarterly: bool) -> frozenset[str]:
    """Kinds of times that a story of a firm's result for a quarter names in passing: "stands by what it laid out in December"."""
    if not by.company:
        return frozenset()
    if quarterly:
        return PASSING
    return MONTHS if any(_posted(story, sentence, by) for sentence in sentences[:2]) else frozenset()


def _posted(story: Story, sentence: Sentence, by: Bearings) -> bool:
    """ "Larkfield Corp reported a 5 percent rise in profit": whether a sentence tells the result of a firm, and of no time."""
    verbs = by.words["reports_in"]["verbs"]
    results = [c.last for c in sentence.of("indicator") if marks.dated(c.key, "charged_to", story.language)]
    return bool(results) and any(token in verbs for token in sentence.tokens[: max(results)])


def _ends_ahead(moment: Moment, sentence: Sentence, by: Bearings) -> bool:
    """ "for the fiscal year ending in February", "expects … for the year to February", told months after the last one: of the next."""
    parts, last = moment.time.parts, calendar.bounds(resolve(moment.time, by))[1]
    if "year" in parts or last is None or by.at is None or not by.at[1]:
        return False
    ago = 12 * (by.at[0] - last.year) + by.at[1] - last.month
    if parts.get("ended") in by.words["to_come"]["words"]:
        return ago > SOON
    return ago > nearest.REPORTED and any(c.role == EXPECTS and c.last < moment.first for c in sentence.of("attribution"))


def _of_its_own(moment: Moment, period: str, sentence: Sentence, by: Bearings) -> bool:
    """ "posted higher quarterly profit … in its fiscal second quarter": one that the calendar has begun, and not brought to its end."""
    fiscal = by.words["parts"]["fiscal"]
    said = sentence.tokens[max(0, moment.time.first - 1) : moment.time.last + 1]
    if not by.company or moment.time.kind != "quarter" or calendar.after(calendar.bounds(period)[0], by.at):
        return False
    return any(token in fiscal for token in said)


def _foretells(moment: Moment, by: Bearings) -> bool:
    """Whether a moment names a time that is still to come, or runs."""
    return moment.use == "own" and moment.time.kind in FORECAST and not _over(moment, by)


def _over(moment: Moment, by: Bearings) -> bool:
    """Whether the time that a moment names is over, or nobody can tell."""
    period = resolve(moment.time, by)
    return period is None or _past(period, moment.time.kind, by)


def _results(sentence: Sentence, language: str) -> set[str]:
    """The results of companies that a sentence names."""
    return {c.key for c in sentence.of("indicator") if marks.dated(c.key, "results", language)}


def _past(period: str, kind: str, by: Bearings) -> bool:
    """Whether a period is over, or nearly: a release tells of no other.  A budget's year may lie ahead."""
    last, at = calendar.bounds(period)[1], by.at
    if last is None or kind == "fiscal":
        return True
    if at is None or by.year:
        told = at is not None and kind in MONTHS and last.year == at[0]  # "rose in January", where 2004 is the last year told in full
        return (last.year <= by.year or told) if by.year else by.ahead is None or last.year < by.ahead
    return (last.year, last.month, last.day) <= (at[0], at[1] or 12, 31)


def _first_quarter(story: Story, by: Bearings) -> str | None:
    """The first quarter that a story names as over: that of which "quarterly" tells, where the story has no date."""
    for number in range(min(FIRST, len(story.spans))):
        for moment in moments(story, story.sentence(number)):
            period = resolve(moment.time, by) if moment.use == "own" else None
            if period and calendar.unit(period) == "quarter" and _past(period, moment.time.kind, by):
                return period
    return None


def _rated(behind: list[str], rates: frozenset[str]) -> bool:
    """ "annual inflation", "an annual 3 pct"; but "annual 1986 sales"."""
    return not rates.isdisjoint(behind) or (behind != [] and behind[0][0].isdigit() and len(behind[0]) < DIGITS)


def _reported(story: Story, sentence: Sentence, by: Bearings, table: bool) -> str | None:
    """ "posts higher quarterly profit": the last quarter that is over."""
    at, language = by.at, story.language
    if at is None or at[1] is None:
        units = {by.words["reports"].get(token) for token in sentence.tokens}
        if "quarter" in units and by.year:
            return _first_quarter(story, by)
        return calendar.year(by.year) if "year" in units and by.year else None
    results = _results(sentence, language)
    if results == {"dividend"} or (sentence is story.title and _results(story.sentence(0), language) == {"dividend"}):
        return None  # what is paid each quarter is of none
    names, fractions = by.words["reports"], by.words["fractions"]["words"]
    if table and sentence is story.title:
        names = names | by.words["table"]["titles"]
    if names.keys().isdisjoint(sentence.tokens):
        return None
    outlooks, rates = frozenset(by.words["outlooks"]["words"]), frozenset(by.words["fractions"]["rates"])
    for n, (before, token) in enumerate(zip(["", *sentence.tokens], sentence.tokens, strict=False)):
        unit = names.get(token)
        if unit and ((token == unit and before in fractions) or not outlooks.isdisjoint(sentence.tokens[n : n + OUTLOOK])):
            continue  # "by a quarter-point", "cut its quarterly profit forecast"
        if unit and token != unit and not results and _rated(sentence.tokens[n + 1 : n + 2], rates):
            continue  # "annual inflation", "an annual 3 pct": over a year that no calendar has
        if unit == "quarter":
            return calendar.quarter_over(at[0], at[1])
        if unit == "year":
            return calendar.year(at[0] - 1)
        if unit == "month":
            return calendar.month(at[0], at[1] - 1)
    return None
