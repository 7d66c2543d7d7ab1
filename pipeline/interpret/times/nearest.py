"""Which year or week a time without one means: the next of its name where something is still to come, else the last that has begun."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar, markets, weeks
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.recognise.period import TimeExpression

SOON = dt.timedelta(31)
"""Within this time a day ahead is that of a thing agreed on, whatever its verb."""

WEEKS = dt.timedelta(14)
"""A day further ahead than this is none on which something has happened."""

YEARS = frozenset({"year", "of"})
"""Parts of a day that say which year it is of."""

MONTHS = {"year": 12, "month": 1}

BEHIND = 4
"""Tokens from what will be done to its month: "to 5 dlrs an hour in October"."""

UNDECIDED = frozenset({"forecast", "hypothetical", "plan"})
"""What a step of a rate is that has not been taken."""

FAR = 6
"""Months after which a month named for what is to come is rather the next one of its name."""

REPORTED = 4
"""Months within which a year that is over is reported: what is foreseen of one "to the end of May" later is of the next."""


def ahead(by: Bearings, period: str, own: str | None, surely: bool, far: int = FAR) -> str:
    """A month or an end of year named for what is to come: the next one, if the last is further away or the words say so.

    In a story without a date, whose year is known, what is over is so too, but not the `own` period of its release.
    """
    last, at = calendar.bounds(period)[1], by.at
    if last is None or (at is None and by.year is None):
        return period
    if at is None or at[1] is None:
        over = last.year < at[0] if at is not None else last.year <= (by.year or 0)
        return (calendar.earlier(period, -1) or period) if over and period != own else period
    ago = 12 * (at[0] - last.year) + at[1] - last.month
    return (calendar.earlier(period, -1) or period) if (surely and ago > 0) or ago > far else period


def coming(day: str, story: Story) -> str:
    """The next day of the name of one that is over: "effective Tuesday"."""
    first, today = calendar.bounds(day)[0], markets.today(story)
    return (first + dt.timedelta(7)).isoformat() if first and today and day < today else day


def to_come(figure: Figure, moment: Moment) -> Moment:
    """ "is expected to raise its rate on Thursday": of what is foreseen of a rate, the next day of a name; of what somebody says that he
    will do in a month, and of a step of a rate that may be taken in one, the next of its name ("the fee will rise to 5 dlrs in October",
    told in May; "a 40 percent chance of a quarter-point cut in June", told in March)."""
    time = moment.time
    if time.kind == "month" and figure.fact.status == "plan" and 0 < moment.first - figure.last <= BEHIND:
        behind = figure.sentence.tokens[figure.behind : moment.lead]
        will = words(figure.story.language).to_come.intersection(figure.lead) and not (
            behind and figure.words("articles").isdisjoint(behind)
        )
        return replace(moment, ahead=True) if will else moment
    to_be_set = moment.first > figure.last and marks.dated_so(figure, "set") and _reached(figure)
    if time.kind == "month" and figure.fact.status == "forecast" and moment.lead == figure.behind and not to_be_set and _will(figure):
        return replace(moment, time=replace(time, parts=time.parts | {"coming": time.kind}))  # "is forecast to peak at 4 pct in September"
    if time.kind == "month" and figure.fact.status == "forecast" and moment.lead == figure.behind and _follows(figure):
        return replace(moment, time=replace(time, parts=time.parts | {"coming": time.kind}))  # "to 5 dlrs in January and 6 dlrs in April"
    if moment.first < figure.last or not marks.dated_so(figure, "set"):
        return moment
    stepped = figure.fact.statistic == "change" or to_be_set
    if time.kind == "month" and stepped and figure.fact.status in UNDECIDED:
        between = figure.sentence.tokens[figure.behind : moment.first]  # "to gain 50 points from the 9 pct rate of February"
        return moment if any(token[0].isdigit() for token in between) else replace(moment, ahead=True)
    if figure.fact.status != "forecast":
        return moment
    if time.kind == "weekday" and "weekday" in time.parts:
        return replace(moment, time=replace(time, parts=time.parts | {"coming": time.kind}))
    return moment


def _reached(figure: Figure) -> bool:
    """ "is expected to cut its rate to 2 pct in June": whether a rate is still to be brought to what it is, and was not to be before."""
    sets, lead = words(figure.story.language), figure.bare_lead()
    over = sets.had | sets.passive
    return not sets.reaching.isdisjoint(lead[-1:]) and over.isdisjoint(lead)


def _follows(figure: Figure) -> bool:
    """Whether a figure is joined to one before it of the same measure that is foreseen for a time to come."""
    previous = figure.previous
    if previous is None or previous.fact.status != "forecast" or previous.fact.indicator != figure.fact.indicator:
        return False
    joined = figure.sentence.tokens[previous.last + 1 : figure.first]
    return "and" in joined and previous.fact.period is not None and markets.ahead(previous.fact.period, figure.story)


def _will(figure: Figure) -> bool:
    """ "will rise to 4 pct", "is forecast to peak at 4 pct", not "is expected to have risen": whether what is foreseen is still to come."""
    lead, sets = figure.lead, words(figure.story.language)
    if not (sets.perfect | sets.had).isdisjoint(lead):
        return False
    at = next((i for i, token in enumerate(lead) if token in sets.present), len(lead))
    return not sets.to_come.isdisjoint(lead) or not sets.infinitive.isdisjoint(lead[at + 1 : at + 1 + BEHIND])


def of_price(figure: Figure, time: TimeExpression, found: str | None) -> str | None:
    """The period of a time that is told of a price, where it looks back from the day of the story; of all else what was `found`.

    "A year ago the rate was 5 pct" does so in the release of another month too; an average is one of the time of the release.
    """
    alone = figure.frame.role not in BESIDE and not weeks.weekly(found) and words(figure.story.language).averaging.isdisjoint(figure.lead)
    return (_ago(figure, time) if alone else None) or _over(figure, time, found) or _ago(figure, time)


def _over(figure: Figure, time: TimeExpression, found: str | None) -> str | None:
    """A day on which something traded stood so, where it names no year and is months ahead: the one of its name in the year before."""
    if (
        time.kind != "day"
        or figure.fact.status != "actual"
        or not marks.dated_so(figure, "traded")
        or not time.parts.keys().isdisjoint(YEARS)
    ):
        return found
    first, today = calendar.bounds(found)[0], calendar.bounds(markets.today(figure.story))[0]
    if found is None or first is None or today is None or first - today <= SOON:
        return found
    return calendar.earlier(found, 1) or found


def _ago(figure: Figure, time: TimeExpression) -> str | None:
    """ "soared to $147 a year ago", "closed at $9 a week ago": of a price, the month or the day so long before the story's."""
    at, unit = figure.story.at, time.parts.get("unit")
    if (
        time.kind != "ago"
        or at is None
        or not at[1]
        or not at[2]
        or not marks.dated_so(figure, "daily")
        or figure.fact.statistic != "level"
    ):
        return None
    ago = lexicon.entries("periods", figure.story.language)["parts"]["ago_now"]
    if not any(token in ago for token in figure.sentence.tokens[time.first : time.last + 1]):
        return None  # "the week before" looks back from another
    said = time.parts.get("count", "1")
    count: int = int(said) if said.isdigit() else lexicon.entries("periods", figure.story.language)["counts"].get(said, 1)
    if unit == "week":
        return str(dt.date(at[0], at[1], at[2]) - dt.timedelta(7 * count))
    if unit == "year" and count > 1:
        return calendar.year(at[0] - count)
    return calendar.month(at[0], at[1] - count * MONTHS[unit]) if unit in MONTHS else None


def of_delivery(figure: Figure, moment: Moment, found: str | None) -> bool:
    """ "Sugar futures rose, and May closed at 7 cents", "19 dlrs basis May": a month for which a good is dealt in, and no time of a price.

    It is one that is still to come, and would be that of the year before if it were a time.
    """
    at, tokens, sets = figure.story.at, figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    if figure.fact.indicator != "commodity_price" or moment.time.kind != "month" or "which" in moment.time.parts or found is None:
        return False
    if any(token.isdigit() for token in tokens[moment.first : moment.last + 1]):
        return False  # "in December 1986"
    if tokens[max(0, moment.first - 1)] in sets["contracts.basis"]:
        return True
    return at is not None and found[:4] < str(at[0]) and not sets["contracts.forwards"].isdisjoint(tokens)


def now(by: Bearings, years: int) -> str | None:
    """The story's month, so many years before: "now total 5 billion, compared with 4 billion a year ago"."""
    return calendar.month(by.at[0] - years, by.at[1]) if by.at is not None and by.at[1] else None


def over(figure: Figure, moment: Moment, day: str) -> str:
    """A day on which something has happened: none that is weeks ahead ("a low of $27 on April 6", told in March)."""
    at, sets = figure.story.at, words(figure.story.language)
    told = moment.time.parts.keys() & (YEARS | {"which"}) or figure.sentence.tokens[moment.first - 1] in GENITIVE  # "its March 18 meeting"
    if told or at is None or not at[1] or not at[2] or not (sets.present | sets.perfect).isdisjoint(figure.lead):
        return day  # "has 5 million in payments on November 1"
    ahead = dt.date.fromisoformat(day) - dt.date(at[0], at[1], at[2])
    return (calendar.earlier(day, 1) or day) if ahead > WEEKS else day


def begun(by: Bearings, period: str) -> str:
    """A quarter named for what has happened: one that has begun."""
    return (calendar.earlier(period, 1) or period) if calendar.after(calendar.bounds(period)[0], by.at) else period
