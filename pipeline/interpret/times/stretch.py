"""What has happened up to the day of the story: "since June", "from the start of 1986", "so far this year"."""

from __future__ import annotations

import datetime as dt

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar
from pipeline.interpret.times.breath import come_about
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.release import Release
from pipeline.recognise.period import TimeExpression

YEAR, MONTH, DAY = len("2000"), len("2000-01"), len("2000-01-01")
"""Characters of a year, a month and a day."""

DAYS = len("2000-01-01/2000-04-01")
"""Characters of a stretch from day to day."""

WHOLE = {"month": 12, "quarter": 4, "week": 52}
"""How many of them a year has."""

LOOKING_BACK = ("since", "base")
"""Uses of a time from which a stretch may run."""

OUT_OF_WORK = "unemployment"
"""What is told every month, and of a whole year only when that is over."""

SUNDAY = 7
"""The weekday on which the week of trade is over, and the next one has not begun."""

FRIDAY = 4
"""Days from the first to the last day of trade of a week."""

TO_DATE = 4
"""Tokens of "-to-date" behind a year."""

FRESH = 3
"""Days of a month in which trade looks back on the one that is over."""

NEW_YEAR = "-01-01"
"""The end of the first day of a year."""

COME = 9
"""Tokens before a sum in which "has" says that it has come to so much."""

HEADED = 2
"""Tokens before a time that heads its sentence ("Since mid-May …")."""


def since(figure: Figure, moments: list[Moment], release: Release) -> str | None:
    """The stretch from a time to the story's over which a step was made, the day since which a rate holds; None where none is told."""
    promised = figure.fact.status == "plan" and come_about(figure) and not figure.attributive
    if figure.frame.role in BESIDE or (figure.fact.status != "actual" and not promised):
        return None  # "has pledged 5 million since 2011"
    for moment in moments:
        if moment.use not in LOOKING_BACK or figure.ranked(_from(moment, figure)) or not _of(moment, figure):
            continue
        if moment.use == "base" and (rolled := _rolling(figure, moment)) is not None:
            return rolled
        edge = words(figure.story.language).edge
        opening = edge.isdisjoint(figure.sentence.tokens[moment.lead + 1 : moment.first])
        if moment.use != "since" and (opening or figure.fact.statistic not in STEPS):
            continue  # "is 30 pct dearer than at the start of 2004" has got dearer since
        day = at_present(moment, figure.story) or release.resolve(moment)
        if figure.fact.statistic in STEPS or _added_up(figure, moment):
            if figure.story.at is None and not opening and moment.time.kind == "year":
                return day  # up to now, and that within it, as far as a story without a date tells
            return up_to(_begun(day, moment, figure) if opening or not day else first_month(day), figure.story)
        rate = marks.dated_so(figure, "set")
        return day if rate and moment.time.kind == "day" and figure.fact.statistic == "level" else None
    return None


def _added_up(figure: Figure, since: Moment) -> bool:
    """ "has raised 5 million since May", "of the 5 million that it had raised since May": what has come to so much since a time."""
    if not figure.money or (marks.dated_so(figure, "daily") and not marks.dated_so(figure, "operated")):
        return False
    sets, tokens = words(figure.story.language), figure.sentence.tokens
    perfect = sets.perfect | sets.had
    if not perfect.isdisjoint(tokens[max(figure.clause[0], figure.first - COME) : figure.first]):
        return True
    between = tokens[figure.behind : max(since.lead, 0)]
    told = between[:1] == ["of"] or not (figure.words("relatives") | perfect).isdisjoint(between[:1])
    told = told and lexicon.sets("periods", figure.story.language)["gone.states"].isdisjoint(between)
    return told and not perfect.isdisjoint(between)  # not "the 3 billion market has shrunk since May"


def _from(moment: Moment, figure: Figure) -> int:
    """The token of the "since" that takes a time along, or of the time: "since opening its first store in 1996" ranks nothing."""
    onwards = words(figure.story.language).onwards
    return next((i for i in range(moment.first - 1, figure.last, -1) if figure.sentence.tokens[i] in onwards), moment.first)


def _begun(day: str | None, moment: Moment, figure: Figure) -> str | None:
    """The first month, or day, of a time since which something has come about: "since the business year started in April", which is over."""
    starting = day is not None and moment.time.kind == "to" and "starting" in moment.time.parts
    first = day[:MONTH] if day and starting else day
    if first and moment.use == "since" and calendar.after(calendar.bounds(first)[0], figure.story.at):
        first = calendar.earlier(first, 1)
    whole = first is not None and len(first) == DAY and first.endswith(NEW_YEAR) and not marks.dated_so(figure, "daily")
    return first[:MONTH] if first and whole else first  # "since January 1": in the months of the year


def _rolling(figure: Figure, moment: Moment) -> str | None:
    """ "are up 56 pct over the past year": the twelve months of trade up to that of the story."""
    rolling = lexicon.entries("periods", figure.story.language)["rolling"]["words"]
    if moment.time.kind != "relative" or moment.time.parts["which"] not in rolling:
        return None
    return of_trade(figure, moment) if marks.dated_so(figure, "traded") else None


def reached_by_now(figure: Figure, time: TimeExpression) -> bool:
    """ "has raised rates five times this year, to 4.75 pct": the level of a price that has been reached is one of now."""
    if time.kind != "relative" or time.parts["unit"] != "year" or time.last > figure.first or figure.frame.role in BESIDE:
        return False
    of_now = lexicon.entries("periods", figure.story.language)["relative"].get(time.parts["which"]) == 0
    reached = figure.fact.statistic == "level" and figure.fact.status == "actual" and figure.lead[-1:] == ["to"]
    if of_now and figure.fact.indicator == OUT_OF_WORK and figure.fact.statistic == "level" and figure.fact.status == "actual":
        sets, before = words(figure.story.language), figure.sentence.tokens[max(0, time.first - 1) : time.first]
        return sets.averaging.isdisjoint(figure.lead) and sets.gone.isdisjoint(before)  # "have lost jobs this year, driving it to 6.8 pct"
    perfect = words(figure.story.language).perfect.isdisjoint(figure.sentence.tokens[figure.clause[0] : time.first])
    return of_now and reached and marks.dated_so(figure, "set") and not perfect


def at_present(moment: Moment, story: Story) -> str | None:
    """ "since the start of the week": its first day, where the week is the story's; of the month or the year that itself."""
    at, unit = story.at, moment.time.parts.get("unit")
    if at is None or not at[1] or not at[2] or moment.time.kind != "bare" or unit not in ("week", "month", "year"):
        return None
    if unit != "week":
        return calendar.month(at[0], at[1]) if unit == "month" else calendar.year(at[0])
    today = dt.date(at[0], at[1], at[2])
    return str(today - dt.timedelta(today.weekday()))


def first_month(period: str) -> str:
    """The month that a year or a quarter begins with; of all else itself."""
    first = calendar.bounds(period)[0]
    return calendar.month(first.year, first.month) if first is not None and (len(period) == YEAR or "Q" in period) else period


def _of(moment: Moment, figure: Figure) -> bool:
    """Whether a time is that of a figure: behind it in its clause, or at the head of the sentence of which it is the first."""
    if moment.first > figure.last:
        return moment.first < figure.clause[1] and not any(figure.behind <= a < moment.first for a, _ in figure.spans)
    return moment.lead < HEADED and not any(moment.last < a < figure.first for a, _ in figure.spans)


def up_to(first: str | None, story: Story, until: str | None = None) -> str | None:
    """The stretch that begins with a year, month or day and ends with that of the story, or with the day `until`."""
    at = story.at
    if not first or not at or "/" in first or len(first) not in (YEAR, MONTH, DAY) or "Q" in first:
        return None
    parts = at[: {YEAR: 1, MONTH: 2, DAY: 3}[len(first)]]
    if None in parts:
        return None
    last = until[: len(first)] if until and len(first) == YEAR else until or "-".join(f"{part:02d}" for part in parts)
    return f"{first}/{last}" if first < last else first if first == last else None


def whole_months(stretch: str, release: str | None, story: Story) -> str:
    """ "the last three months": of what is told by the month they end with that of the release, or the one before the story's."""
    first, last = calendar.bounds(stretch)
    at = story.at
    if at is None or len(stretch) != DAYS or first is None or last is None:
        return stretch
    count, year, month = 12 * (last.year - first.year) + last.month - first.month, at[0], at[1] or 1
    if (last.year, last.month) > (year, month):
        return calendar.months(*calendar.later(year, month, count), count)
    told = calendar.bounds(release)[1] if calendar.length(release) == 1 else None
    return calendar.months(told.year, told.month, count) if told else calendar.months(*calendar.later(year, month, -1), count)


def whole_years(stretch: str, story: Story, over: bool) -> str:
    """ "lost 5 billion over the past three years": what is reported by the year is told for those that are `over`, else up to now."""
    first, last = calendar.bounds(stretch)
    if story.at is None or first is None or last is None or (last.year, last.month) != story.at[:2] or last.year == first.year:
        return stretch
    if not over:
        return f"{first.year}/{last.year}"
    return f"{first.year}/{last.year - 1}" if last.year - first.year > 1 else stretch


def of_the_year(story: Story) -> str | None:
    """The months of the story's year up to its own."""
    at = story.at
    return calendar.months(at[0], at[1], at[1]) if at and at[1] else None


def of_the_year_told(figure: Figure, head: str | None) -> str | None:
    """ "traffic in the year to date", "so far this year the deficit is 9 billion", in the release of a month: up to the end of that.

    `head` is the period of the release; what is told by the day is so up to that of the story.
    """
    at = figure.story.at
    if head is None or at is None or calendar.length(head) != 1 or head[:YEAR] != str(at[0]) or marks.dated_so(figure, "daily"):
        return of_the_year(figure.story)
    return calendar.months(at[0], int(head[YEAR + 1 :]), int(head[YEAR + 1 :]))


def so_far(figure: Figure, moment: Moment) -> bool:
    """Whether "this year" is told as what has gone of it: it says so, or something "has risen" in it."""
    gone = words(figure.story.language).gone
    tokens = figure.sentence.tokens
    if present(moment) and figure.fact.statistic in STEPS and figure.fact.status == "actual":
        if come_about(figure):
            return True
    parts, kind, at = moment.time.parts, moment.time.kind, figure.story.at
    if "gone" in parts:
        return True  # "in the year to date"
    named = kind == "year" and at is not None and "until" not in parts and parts["year"] == str(at[0])  # "so far in 2008"
    if not named and (kind not in ("relative", "bare") or parts.get("unit") != "year"):
        return False  # "so far this month" is no year
    behind = [word for word in tokens[moment.last + 1 : moment.last + 1 + TO_DATE] if word != "-"]
    if behind[:2] == lexicon.entries("periods", figure.story.language)["gone"]["to_date"]:
        return True  # "in 2008 to date"
    return not gone.isdisjoint(tokens[max(0, moment.first - 1 - named) : moment.first] + tokens[moment.last + 2 : moment.last + 3])


def of_trade(figure: Figure, moment: Moment, found: str | None = None) -> str | None:
    """What is quoted is quoted on the days of trade: "fell 8 pct last week"; "are up 13 pct this year", "down 98 pct in the last year"."""
    parts, at, tokens = moment.time.parts, figure.story.at, figure.sentence.tokens
    if at is None or not at[1] or not at[2] or "until" in parts:
        return None
    y, m = at[0], at[1]
    stepped = figure.fact.statistic in STEPS
    if moment.time.kind == "span" and parts["unit"] == "month" and stepped and found is not None and len(found) == DAYS:
        return f"{found[:MONTH]}/{found[DAY + 1 : DAY + 1 + MONTH]}"  # "over the past three months" is told by the month
    if moment.time.kind == "bare" and parts["unit"] == "year" and stepped and figure.fact.status == "actual":
        beside = moment.first > figure.last or moment.lead < HEADED
        whole = beside and m > 1 and tokens[max(moment.lead, 0)] in lexicon.entries("periods", figure.story.language)["gone"]["leads"]
        return of_the_year(figure.story) if whole or so_far(figure, moment) else None  # "for the year", "for the year so far"
    if moment.time.kind == "bare" and parts["unit"] in ("month", "quarter") and stepped and figure.fact.status == "actual":
        return _round_of_trade(figure, moment)
    sunday = dt.date(y, m, at[2]).isoweekday() == SUNDAY
    if moment.time.kind == "bare" and parts["unit"] == "week":
        parts = parts | {"which": "last" if sunday else "this"}  # "for the week, the index rose 2 pct"
    elif moment.time.kind == "year":
        return of_the_year(figure.story) if stepped and figure.fact.status == "actual" and parts["year"] == str(y) else None
    elif moment.time.kind != "relative":
        return None
    periods = lexicon.entries("periods", figure.story.language)
    step, rolling = periods["relative"].get(parts["which"]), periods["rolling"]
    if parts["unit"] == "week" and step is not None and (sunday or parts["which"] not in rolling["words"]):
        today = dt.date(y, m, at[2]) + dt.timedelta(sunday)  # on a Sunday the week that is over is the last one
        monday = today + dt.timedelta(7 * step - today.weekday())
        friday = monday + dt.timedelta(FRIDAY)
        by_now = step == 0 and figure.fact.status == "actual" and monday < today < friday  # "have fallen 4 pct so far this week"
        return f"{monday}/{today if by_now else friday}"
    if parts["unit"] != "year" or not stepped or figure.fact.status != "actual":
        return None
    if present(moment):
        return of_the_year(figure.story)
    if step == -1 and tokens[moment.first - 1] == "the":
        return f"{calendar.month(y - 1, m)}/{calendar.month(y, m)}"
    return None


def _round_of_trade(figure: Figure, moment: Moment) -> str | None:
    """ "for the month, the index fell 2 pct": that of the story; in its first days, the one that is over."""
    periods, tokens, at = lexicon.entries("periods", figure.story.language)["gone"], figure.sentence.tokens, figure.story.at
    if at is None or not at[1] or not at[2] or tokens[max(moment.lead, 0)] not in periods["leads"]:
        return None
    over = at[2] <= FRESH and words(figure.story.language).gone.isdisjoint(tokens) and periods["to_date"][-1] not in tokens
    y, m = calendar.later(at[0], at[1], -1 if over else 0)
    return calendar.month(y, m) if moment.time.parts["unit"] == "month" else calendar.quarter(y, (m - 1) // 3 + 1)


def week_so_far(week: str, story: Story) -> str:
    """Of the week of the story the days up to its own; of all others the week."""
    at, (first, last) = story.at, calendar.bounds(week)
    if at is None or not at[1] or not at[2] or first is None or last is None:
        return week
    today = dt.date(at[0], at[1], at[2])
    return f"{first}/{today}" if first < today < last else week


def present(moment: Moment) -> bool:
    """Whether a time is the year of the story."""
    parts = moment.time.parts
    return moment.time.kind == "relative" and parts["unit"] == "year" and parts["which"] == "this" and "until" not in parts


def of_this_year(moment: Moment, story: Story) -> bool:
    """Whether a time is the year of the story, by its number or as "this year"."""
    parts = moment.time.parts
    return present(moment) or (
        moment.time.kind == "year" and "until" not in parts and story.at is not None and parts["year"] == str(story.at[0])
    )


def of_a_year(moment: Moment, language: str) -> bool:
    """Whether a time is the twelve months up to now: "over the past year", "in the last 12 months"."""
    parts, counts = moment.time.parts, lexicon.entries("periods", language)["counts"]
    if moment.time.kind != "span" or parts.get("unit") not in WHOLE:
        return False
    return WHOLE[parts["unit"]] == (int(parts["count"]) if parts["count"].isdigit() else counts[parts["count"]])
