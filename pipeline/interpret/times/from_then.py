"""A step told from a point that lies back: "down 30 pct since the merger", "from their 52-week high", "since then".

It has come about over all that time, and is of no day: of the stretch from that point where the words tell it, else of none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import antecedent, calendar, far_point, markets, own_time, stretch
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.far_point import Point
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.nearest import of_price
from pipeline.interpret.times.release import Release
from pipeline.lexicon import either

CLAUSE = 18
"""Tokens from the words for such a point to its time ("since the firm was told on May 3")."""

PACES = frozenset({"year", "month", "quarter"})
"""Denominators of a growth that is one of each of them."""

FAR = frozenset({"day", "month", "year", "end", "relative", "ago", "weekday", "bare", "quarter", "season"})
"""Kinds of times that tell such a point."""

SPAN = 6
"""Tokens between a figure and the words that say that it has lasted."""

MONTH = len("2000-01")

LISTED = 5
"""Tokens between two figures of a list ("45 pct at Larkfield Corp, 8 pct at Penwith")."""


class Stretch(NamedTuple):
    """From when to when a step is told, and whether its own words tell it."""

    period: str | None
    stated: bool


UNTOLD = Stretch(None, False)
"""From a point that has no time."""


def _stretch(period: str | None) -> Stretch:
    return Stretch(period, period is not None)


class FromThen:
    """Settles such steps, and those of the same sentence that are set beside them."""

    def __init__(self) -> None:
        self.far: list[Figure] = []
        """The steps of the sentence read last that have been settled."""

    def settle(self, figure: Figure, moments: list[Moment], release: Release) -> bool:
        """Give a step the stretch from the point that it is told from, or no time; False where it is told from none."""
        if self.far and self.far[-1].number != figure.number:
            self.far = []
        if figure.fact.statistic not in STEPS or figure.fact.status != "actual" or figure.story.at is None:
            return False
        found = _find(figure, moments, release)
        if found is not None:
            self.far.append(figure)
            return put(figure, found.period, "up to now, from a point that lies back", 0.8, "stated" if found.stated else "inferred")
        other = _chained(figure, self.far, moments)
        if other is None:
            lasting = _lasting(figure, moments) and stretch.since(figure, moments, release) is None
            return lasting and put(figure, None, "over a time that is not told", 0.75)
        self.far.append(figure)
        figure.fact.basis = other.fact.basis
        return put(figure, other.fact.period, "that of a longer step before it", 0.75)


def _find(figure: Figure, moments: list[Moment], release: Release) -> Stretch | None:
    """The stretch of a step that is told from such a point, without a period where its point has no time; None where it is told from none."""
    if figure.frame.role == "base" or figure.fact.quantity.per in PACES:
        return None  # "has grown 11 pct a year since 1997": what it grows by in each of them
    point = far_point.behind(figure) or far_point.before(figure)
    if point is None and (base := _base(figure, moments)) is not None:
        if _ends_elsewhere(figure, base):
            return UNTOLD  # "from March to the end of the year"
        return _stretch(stretch.up_to(release.resolve(base, compared=base.backward) or of_price(figure, base.time, None), figure.story))
    if point is None or _timed(point, figure, moments):
        return None
    moment = next(_times(point, figure, moments), None)
    if moment is None and (then := antecedent.then(point, figure, moments, release)) is not None:
        by_the_month = calendar.length(release.period) == 1 and not markets.daily(figure)
        return Stretch(stretch.up_to(then, figure.story, release.period if by_the_month else None), False)
    if moment is None:
        # "fell 2 pct from a two-week high" is as often a step from the day before
        return None if point.extreme and not far_point.owned(point, figure) else UNTOLD
    if moment.time.kind == "weekday" and point.extreme:
        return None  # "from Friday's high": a step of a day
    if moment.backward and not markets.daily(figure):
        return None  # "down 12 pct from its peak in the year-earlier quarter"
    first = stretch.at_present(moment, figure.story) or release.resolve(moment, compared=moment.backward)
    first = first[:MONTH] if first and moment.time.kind == "season" else first
    today = markets.today(figure.story)
    if first and today and calendar.unit(first) == "day" and first > today:
        first = calendar.earlier(first, 1)  # what has been is over
    if first and not sets_of(figure).edge.isdisjoint(figure.sentence.tokens[point.first : moment.first]):
        first = stretch.first_month(first)
    until = _until(figure, moment, moments, release)
    if first and until and calendar.before(until) == first:
        return None  # "fell 7 pct in May from a record high in April": a step of a month
    return _stretch(stretch.up_to(first, figure.story, until))


def _base(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "up 53 pct from November 2006", "32 pct from September 5": the time beside which the step of what trades is set."""
    base, tokens = next((m for m in moments if m.first > figure.last), None), figure.sentence.tokens
    if base is None or figure.fact.statistic != "growth":
        return None
    of_day = base.time.kind == "day" and tokens[max(base.lead, 0)] in sets_of(figure).base
    if not of_day and (base.use != "base" or base.time.kind not in ("month", "year")):
        return None
    if not marks.dated_so(figure, "traded") or not GENITIVE.isdisjoint(tokens[base.last + 1 : base.last + 2]):
        return None  # "compared with May's fall of"
    between = tokens[figure.behind : base.first]
    if "," in between or len(between) > SPAN or any(figure.last < a < base.first for a, _ in figure.spans):
        return None
    own = own_time.find(figure, [m for m in moments if m is not base])
    told = own is not None and own.time.kind not in ("weekday", "day")  # "9 pct in April from March": of April
    return None if told and not _ends_elsewhere(figure, base) else base


def _ends_elsewhere(figure: Figure, base: Moment) -> bool:
    """ "from March to the end of the year": whether the stretch that a time begins ends with another."""
    sets = sets_of(figure)
    return not (sets.reaching | sets.through).isdisjoint(figure.sentence.tokens[base.last + 1 : base.last + 2])


def _timed(point: Point, figure: Figure, moments: list[Moment]) -> bool:
    """ "rose last month from a low in May", "since 2001 it has risen, and last year by 4 pct": whether another time stands between."""
    own = (m for m in moments if m.use == "own" and m.time.kind != "weekday" and m.time.kind not in ("open", "span"))
    if point.first > figure.last:
        return any(figure.last < m.first and m.last < point.first for m in own)
    closes = next((i for i in range(point.last, figure.first) if figure.sentence.tokens[i] == ","), figure.first)
    return any(closes < m.first and m.last < figure.first for m in own)


def _until(figure: Figure, since: Moment, moments: list[Moment], release: Release) -> str | None:
    """ "bottomed on March 6, down 84 pct from its peak", "Through Friday": the day on which such a step was over, where it is told.

    What a release tells by the month was so in that of the release.
    """
    if not markets.daily(figure) and calendar.length(release.period) == 1:
        told = figure.fact.statistic == "growth" or (not figure.money and marks.marked_so(figure, "released"))
        return release.period if told else None
    own = own_time.find(figure, [m for m in moments if m is not since])
    if own is None or own.time.kind not in ("day", "weekday") or own.last > figure.first:
        return None
    return release.resolve(own)


def _lasting(figure: Figure, moments: list[Moment]) -> bool:
    """ "remain 10 pct higher", "fell 8 pct in that time", "Through Friday, it was down 45 pct": what came about on no one day."""
    if figure.fact.statistic != "growth" or not markets.daily(figure) or figure.frame.role in BESIDE:
        return False
    tokens, words, sets = figure.sentence.tokens, far_point.words(figure.story.language), sets_of(figure)
    own = own_time.find(figure, moments)
    if own is not None:
        return own.through and own.time.kind == "weekday"
    if _counted(figure):
        return True  # "over the last five trading days"
    if not either(sets.trade, sets.clock, sets.hours).isdisjoint(tokens):
        return False
    behind = tokens[figure.behind : figure.behind + SPAN]
    if not words.of_day.isdisjoint(behind):
        return False  # "still down 1 pct for the day"
    if any(behind[i] in words.those and behind[i + 1] in words.spans for i in range(len(behind) - 1)):
        return True
    return not words.standing.isdisjoint(tokens[max(figure.clause[0], figure.first - SPAN) : figure.first])


def _counted(figure: Figure) -> bool:
    """ "jumped 30 pct in three months", "over five sessions", "over the three-month period": a step of several days or months."""
    tokens, words = figure.sentence.tokens, far_point.words(figure.story.language)
    for i in range(figure.behind, min(len(tokens), figure.behind + SPAN)):
        if tokens[i] == "," or any(a <= i <= b for a, b in figure.spans) or tokens[i] in figure.words("clause_breaks"):
            return False
        if tokens[i] in words.within:
            units = [j for j in range(i + 1, min(len(tokens), i + SPAN)) if tokens[j] in words.units]
            return bool(units) and "," not in tokens[i : units[0]] and not figure.ranked(units[0])
    return False


def _chained(figure: Figure, far: list[Figure], moments: list[Moment]) -> Figure | None:
    """The step from a point that lies `far` back, or over a longer time, that one without a time of its own is set beside.

    "compared with a 15 pct fall of the index", "while it is up 8 pct".
    """
    other = next((o for o in reversed(figure.earlier) if o.fact.statistic in STEPS), None)
    if other is None:
        return None
    closes = next((i for i in range(other.last + 1, figure.first) if figure.sentence.tokens[i] == ","), other.last)
    own = own_time.find(figure, [m for m in moments if m.first > closes])
    if own is not None and own.time.kind != "same":
        return None  # "in the same period" is that of the other
    over = other.fact.period or ""
    longer = markets.daily(figure) and markets.daily(other) and ("/" in over or calendar.length(over) > 0)
    if not (other in far or longer) or other.mention.quantity.unit != figure.mention.quantity.unit:
        return None
    between, sets = figure.sentence.tokens[other.last + 1 : figure.first], far_point.words(figure.story.language)
    verbs = [c for c in figure.sentence.of("finite") if other.last < c.first < figure.first]
    listed = len(between) <= LISTED and between[-1:] != ["."] and "," in between and not verbs and not _moves(other, figure)
    if (sets.beside.isdisjoint(between) and not listed) or not sets_of(figure).trade.isdisjoint(figure.sentence.tokens[other.last :]):
        return None
    if not all(figure.sentence.tokens[c.first] in sets.is_now for c in verbs):
        return None
    told = other in far or (not verbs and not _moves(other, figure)) or not sets.is_now.isdisjoint(between)
    return other if told or sets.alike.intersection(between) else None  # not "rose 50 pct last week, while others fell 8 pct"


def _moves(other: Figure, figure: Figure) -> bool:
    """Whether a word of movement stands between two figures."""
    return any(other.last < c.first < figure.first for c in figure.sentence.of("direction"))


def _times(point: Point, figure: Figure, moments: list[Moment]) -> Iterator[Moment]:
    """The times behind the words for a point; no new clause stands between."""
    verbs = {c.first for kind in ("finite", "direction") for c in figure.sentence.of(kind)}
    tokens, sets = figure.sentence.tokens, far_point.words(figure.story.language)
    if tokens[point.first + 1 : point.first + 2] and tokens[point.first + 1] in sets.then:
        return  # "since then"
    for moment in moments:
        if moment.first <= point.first:
            continue
        if moment.first - point.last > CLAUSE:
            return
        between = range(point.first + 1, moment.first)
        if any(tokens[i] == "," and tokens[i + 1] not in sets.told for i in between) or any(
            tokens[i] in figure.words("clause_breaks")
            or tokens[i : i + 2] == ["-", "-"]
            or (tokens[i] in figure.words("clause_joins") and i + 1 in verbs)
            for i in between
        ):
            return
        if moment.time.kind in FAR and not _of_units(moment):
            yield moment


def _of_units(moment: Moment) -> bool:
    """Whether a time is a week or a month that has no name ("last week")."""
    return moment.time.kind == "relative" and moment.time.parts.get("unit") not in ("year", "month")
