"""The day of what is told by the day: prices, rates, the money market."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import by_now, calendar
from pipeline.interpret.times.breath import joined_until
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.lexicon import either

DAILY = frozenset({"weekday", "day"})
"""Kinds of times that name a day."""

WAGES = "wages"

YIELDS = frozenset({"bond_yield"})
"""What moves with the trade of a day, and is told for it."""

UNNAMED = "other"
"""The indicator of what the lexicon does not name."""

NOW = 9
"""Tokens before a figure in which "currently" makes it one of the present."""

DEALT = 2
"""Tokens before a figure in which a word of trade tells at what is dealt: "were trading at"."""

WEEKEND = 6, 7
"""Days of the week, by ISO 8601, on which exchanges are closed."""

FRIDAY = 5

LATE = dt.timedelta(1)
"""Between what is told by the day and its story."""

LOW = 6
"""Tokens from "to" to the end of "a record low of"."""

FORESEEN = frozenset({"forecast", "estimate"})

JOINED = 6
"""Tokens up to the figure that one has moved to."""


def day(figure: Figure, spoken_of: str | None, to_come: str | None, beside: bool = False) -> str | None:
    """The day of a figure that names none.

    What has happened did so on the day that the story speaks of, what is planned will on one that was named and is still to come.
    What is quoted is of the story's own day where it speaks of none; so is a change of what somebody sets.
    """
    fact, language = figure.fact, figure.story.language
    day_of_story = today(figure.story)
    if at_once(figure) or (day_of_story and fact.status == "actual" and not words(language).opened.isdisjoint(figure.lead)):
        return day_of_story
    if (fact.statistic == "level" and (of_now(figure) or _of_now_too(figure))) or by_now.has_come(figure):
        return None
    if fact.status in ("plan", "forecast") and day_of_story and to_come and to_come > day_of_story:
        return to_come
    if stands(figure):
        return None
    if fact.status != "actual" and (fact.status == "target" or not marks.dated(fact.indicator, "operated", language)):
        return None
    quoted = marks.dated(fact.indicator, "quoted", language)
    moved = figure.frame.move is not None or brought_to(figure)
    if quoted and not words(language).weekdays.isdisjoint(figure.sentence.tokens[_base_behind(figure) or len(figure.sentence.tokens) :]):
        return _session(figure)  # "was at $1,290 from $1,310 on Monday": that day is the other's
    if quoted and not moved and not beside and _idle(figure) and (spoken_of is None or marks.owner(fact.indicator, language) == "thing"):
        return None  # "the share price is near $5", "oil at $90 hurts": what has not moved is of no day in particular
    changed = moved and marks.dated(fact.indicator, "set", language)
    if (
        (spoken_of is None or (beside and (quoted or not words(language).dealt.isdisjoint(figure.lead))))
        and fact.statistic != "share"
        and (quoted or changed or beside or not words(language).dealt.isdisjoint(figure.lead[-DEALT:]))
    ):
        return _session(figure) if quoted else day_of_story
    insured = fact.indicator == UNNAMED and fact.quantity.unit == "basis_point" and daily(figure)
    if spoken_of is None and moved and not of_now(figure) and (insured or (fact.indicator in YIELDS and fact.statistic in STEPS)):
        return _session(figure)  # "with the 10-year yield down 5 basis points at 3 pct"
    return spoken_of


def _session(figure: Figure) -> str | None:
    """The day of trade that a story tells of that names none: its own, of a Saturday the Friday; a Sunday looks back on a week.

    A step to a price that is told with it is of a day on a Sunday too: "fell 8 points, or 0.4 pct, to 2,212".
    """
    of_story = today(figure.story)
    day = calendar.bounds(of_story)[0]
    if day is None or day.isoweekday() not in WEEKEND:
        return of_story
    friday = day - LATE * (day.isoweekday() - FRIDAY)
    return friday.isoformat() if day.isoweekday() == WEEKEND[0] or by_now.closed(figure) else None


def in_passing(figure: Figure, titled: bool) -> bool:
    """Whether a sum is one told of any time ("which holds 3 trillion in reserves"), in a story that is not about such."""
    story, measured = figure.story, figure.fact.indicator
    if titled or not figure.money or not marks.dated(measured, "in_passing", story.language):
        return False
    if measured == WAGES and figure.frame.move is not None and figure.fact.status == "actual":
        return False  # "average hourly pay rose two cents to $23"
    return not any(c.key == measured for head in (story.title, story.sentence(0)) for c in head.of("indicator"))


def _idle(figure: Figure) -> bool:
    """Whether a price is told with no move in its clause, no hour and no word of trade: "$55.85, down 45 cents", "opened at 142 yen"."""
    (start, end), tokens, language = figure.clause, figure.sentence.tokens, figure.story.language
    if any(start <= c.first < end for c in figure.sentence.of("direction")):
        return False
    sets = words(language)
    if not (sets.dealt.isdisjoint(tokens[start:end]) and either(sets.clock, sets.hours).isdisjoint(tokens)):
        return False
    return sets.spot.isdisjoint(tokens[start : figure.first]) and not _base_behind(figure)


def _base_behind(figure: Figure) -> int:
    """ "platinum was at $1,290 against $1,310 on Monday": where the price is that one said with it had before, 0 where there is none."""
    if figure.frame.role in BESIDE or figure.frame.move is not None or figure.fact.status != "actual" or figure.lead[-1:] != ["at"]:
        return 0
    if marks.owner(figure.fact.indicator, figure.story.language) != "thing" or words(figure.story.language).passive.isdisjoint(figure.lead):
        return 0  # a rate that stands where it was, a price at which trade has ended
    tokens, bases = figure.sentence.tokens, words(figure.story.language).base
    other = next((first for first, _ in figure.spans if first > figure.last), 0)
    return other if 0 < other - figure.last <= JOINED and tokens[other - 1] in bases else 0


def stands(figure: Figure) -> bool:
    """Whether a rate that is set is told as it stands: "the discount rate, at 3 pct, is low" is of no day in particular."""
    if figure.fact.statistic != "level" or figure.frame.move is not None or brought_to(figure):
        return False
    return marks.dated_so(figure, "set") and _idle(figure) and not _dealt_in(figure)


def brought_to(figure: Figure) -> bool:
    """ "cut its rate to a record low of 2 pct": whether a rate is brought to the high or the low that it makes."""
    lead, sets = figure.bare_lead(), words(figure.story.language)
    low = lead[-LOW:]
    if (
        low[-1:] != ["of"]
        or sets.extremes.isdisjoint(low[-2:-1])
        or sets.reaching.isdisjoint(low[:-2])
        or not sets.present.isdisjoint(lead)
    ):
        return False
    return any(figure.lead_first <= c.first < figure.first - 2 for c in figure.sentence.of("direction"))


def of_rates(story: Story) -> bool:
    """Whether the title or the first sentence of a story names a rate that is set: all that it tells of rates is for its time."""
    return any(marks.dated(c.key, "set", story.language) for head in story.head(1) for c in head.of("indicator"))


def _dealt_in(figure: Figure) -> bool:
    """Whether a rate is that at which money is dealt in: "bought 20 million of bills at 10 pct", "call money was high at 6 pct"."""
    operated = (c for c in figure.sentence.of("indicator") if marks.dated(c.key, "operated", figure.story.language))
    return next(operated, None) is not None


def today(story: Story) -> str | None:
    """The day of a story."""
    at = story.at
    return f"{at[0]:04d}-{at[1]:02d}-{at[2]:02d}" if at and at[1] and at[2] else None


def gone(day: str | None, story: Story) -> bool:
    """Whether a day is over for longer than a story of it takes: "Friday" of a Monday is set beside the day of the story."""
    first, last = calendar.bounds(day)[0], calendar.bounds(today(story))[0]
    return first is not None and last is not None and last - first > LATE


def ahead(period: str, story: Story) -> bool:
    """Whether a period begins behind the day of a story: nothing has happened in it."""
    first, day = calendar.bounds(period)[0], calendar.bounds(today(story))[0]
    return first is not None and day is not None and first > day


def in_session(figure: Figure, own: Moment | None, moments: list[Moment]) -> bool:
    """ "fell 35 cents to 45 dlrs in afternoon trade": a price told with a part of the day, and no other day, is of the day that the story speaks of."""
    language = figure.story.language
    if figure.frame.role in BESIDE or figure.story.at is None or not marks.dated(figure.fact.indicator, "quoted", language):
        return False
    tokens, sets = figure.sentence.tokens, words(language)
    if sets.trade.isdisjoint(tokens):
        return False
    until = joined_until(figure, moments)
    if any(m.time.kind in DAILY and m.use != "base" and m.first < until for m in moments):
        return False
    at = next((i for i in range(figure.behind, until) if tokens[i] in sets.trade), 0)
    if not at or sets.sessions.isdisjoint(tokens[at - 3 : at]):
        return False
    return own is None or own.last < figure.first or own.first > at


def effective(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "to 9 pct from 10 pct, effective May 4": the day from which the new rate holds."""
    if figure.frame.role in BESIDE or not _enforced(figure):
        return None
    tokens, sets, end = figure.sentence.tokens, words(figure.story.language), figure.clause[1]
    behind_it = (m for m in moments if figure.last < m.first < end and m.lead > 0)
    found = next((m for m in behind_it if not sets.effective.isdisjoint(tokens[m.lead - 1 : m.lead + 1])), None)
    if found is not None and found.time.kind == "weekday":
        return replace(found, time=replace(found.time, parts=found.time.parts | {"coming": found.time.kind}))  # the next one of its name
    return found


def daily(figure: Figure) -> bool:
    """Whether a figure is told for a day: a price, a rate, what insurance against a default costs."""
    fact, language = figure.fact, figure.story.language
    if marks.dated(fact.indicator, "daily", language):
        return not averaged(figure)
    return fact.indicator == UNNAMED and not lexicon.sets("dated", language)["daily_too"].isdisjoint(fact.measure.casefold().split())


def averaged(figure: Figure) -> bool:
    """ "the average realised price slipped 2 pct to $900": what a firm got for its goods over a time, no price of a day."""
    if not marks.dated_so(figure, "quoted"):
        return False
    tokens = figure.sentence.tokens[max(figure.clause[0], figure.first - NOW) : figure.first]
    return not lexicon.sets("dated", figure.story.language)["averaged"].isdisjoint(tokens)


def at_once(figure: Figure) -> bool:
    """ "to 9 pct from 10 pct, effective immediately": the new rate holds from the day of the story."""
    if figure.frame.role in BESIDE or not marks.dated_so(figure, "daily"):
        return False
    tokens, sets = figure.sentence.tokens, words(figure.story.language)
    return any(tokens[i] in sets.effective and tokens[i + 1] in sets.at_once for i in range(figure.behind, len(tokens) - 1))


def _enforced(figure: Figure) -> bool:
    """Whether a figure is of what somebody sets from a day on: a rate, a price, a tax."""
    return any(marks.dated_so(figure, kind) for kind in ("daily", "enforced"))


def scheme(figure: Figure) -> bool:
    """Whether money in the market is that of a scheme that runs for long ("asset purchases"), and of no day."""
    language, named = figure.story.language, figure.fact.measure.casefold().split()
    return len(named) > 1 and marks.dated(figure.fact.indicator, "operated", language) and not words(language).schemes.isdisjoint(named)


def of_now(figure: Figure) -> bool:
    """Whether a word says that a price is of the present ("currently at 5 pct", "5 pct now"), which is no day."""
    tokens, now = figure.sentence.tokens, words(figure.story.language).now_of_prices
    lead = tokens[max(figure.start, figure.first - NOW) : figure.first]
    return not now.isdisjoint(lead) or not now.isdisjoint(tokens[figure.behind : figure.behind + 1])


def _of_now_too(figure: Figure) -> bool:
    """ "remains at 3 pct, and the Lombard rate at 5 pct": what is told in the same clause as a price of the present, and has moved no more."""
    other = figure.previous
    if other is None or other.first < figure.clause[0] or figure.frame.move is not None or other.fact.period is not None:
        return False
    return other.fact.indicator == figure.fact.indicator and of_now(other)


def of_a_deed(moment: Moment | None) -> bool:
    """Whether the time behind a rate is a day on which somebody changed it: "yesterday" says what it was then."""
    return moment is not None and (moment.time.kind == "day" or "weekday" in moment.time.parts)


def of_a_market(figure: Figure) -> bool:
    """Whether a rate has moved in a market ("Libor fell to 5 pct"), which nobody changed on a day ("cut its rate to 5 pct")."""
    moved = lexicon.sets("periods", figure.story.language)["in_a_market.words"]
    return not moved.isdisjoint(figure.sentence.tokens[figure.start : figure.first])


def starts_off(figure: Figure) -> bool:
    """Whether a price is what another, behind it, has moved from: "fell from 24 dlrs to 16 dlrs"."""
    if figure.lead[-1:] != ["from"] or figure.frame.role in BESIDE or not _enforced(figure):
        return False
    tokens = figure.sentence.tokens
    after = next((a for a, _ in figure.spans if a > figure.last), 0)
    return figure.last < after <= figure.last + JOINED and tokens[after - 1] == "to"


def of_the_forecast(figure: Figure, moment: Moment) -> bool:
    """ "on May 3 the firm forecast a profit of 5 million": the day on which something was foreseen that no day brings."""
    if moment.time.kind != "day" or figure.fact.status not in FORESEEN or moment.last > figure.first or daily(figure):
        return False
    return moment.lead >= 0 and figure.sentence.tokens[moment.lead] in words(figure.story.language).days_by
