"""What only a later figure of the sentence tells of an earlier one's time."""

from __future__ import annotations

from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, currently, dated, markets, own_time
from pipeline.interpret.times.bearings import Reference
from pipeline.interpret.times.breath import over_a_number, sets_of, without_brackets
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

YEAR = 12
"""Months of a year."""

AHEAD = ("forecast", "plan", "target")
"""What is told of a time to come."""

LAWS = ("month", "day", "relative")
"""Kinds of times from which a law holds."""

REPORTED = 4
"""Months within which a month is told of that is over."""

PRICE = "deal_value"
"""What is paid for a part."""

PARTS = frozenset({"month", "half", "first", "months"})
"""Kinds of parts of a year that a step is told from."""

FROM = 3
"""Tokens from a step to the year that it is told from ("4 pct from 1985", "4 pct down on 1985")."""


def put(figure: Figure, period: str | None, rule: str, weight: float | None, source: str = "inferred") -> bool:
    """Give a figure its period, and note the rule that did so."""
    figure.fact.period, figure.fact.period_source = period, source
    figure.because(f"period: {rule}", weight)
    return True


def settle(figures: list[Figure], moments: list[Moment], release: Release) -> None:
    """The times that only a later figure of the sentence tells."""
    at = release.by.at
    for figure in figures:
        against(figure, at)
        of_the_deed(figure, moments, release)
        from_year(figure, moments, release)
        over_year(figure, moments, release)
        from_month(figure, figures, at)
        part_and_price(figure)
        if figure.frame.role == "base" and currently.holds(figure, moments):
            stands_now(figure)


def against(figure: Figure, at: Reference | None) -> None:
    """ "28 mln, down from 58 mln in 1985": what is set beside a year's sum is the sum of the next, if that has begun.

    In a story without a date a month set beside is that of the year before as well: "£18bn, compared with £22bn in January 2004".
    """
    fact, anchor = figure.fact, figure.frame.anchor
    if anchor is None or figure.frame.role not in BESIDE or anchor.frame.role in BESIDE:
        return
    foreseen = anchor.fact.status in AHEAD
    if anchor.fact.period and not (foreseen and anchor.fact.period_source != "stated" and anchor.fact.period == fact.period):
        return  # but no growth is foreseen "after a fall of 2 pct in 1986" for 1986
    lengths = (YEAR,) if figure.story.at else (YEAR, 1)
    if (
        fact.period_source != "stated"
        or calendar.length(fact.period) not in lengths
        or marks.dated_so(anchor, "timeless")
        or marks.dated_so(anchor, "daily")
    ):
        return
    found = calendar.earlier(fact.period or "", -1)
    last = calendar.bounds(found)[1] if found else None
    begun = last is not None and at is not None and at[0] - 1 <= last.year <= at[0]
    told = anchor.fact.status == "actual" or (foreseen and last is not None and at is not None and last.year == at[0])
    part = anchor.fact.statistic == "share" and anchor.fact.status != "actual"
    stepped = foreseen and anchor.fact.statistic == "growth" and figure.story.at is not None
    if found and begun and told and (part or stepped or anchor.fact.statistic == "level"):
        put(anchor, found, "the one after that which it is set beside", 0.7)


def part_and_price(figure: Figure) -> None:
    """ "bought a 5 pct stake in Arden for 2 billion in June": the part changed hands when its price was paid, and the other way round."""
    other = figure.previous
    if other is None or figure.fact.period_source != "stated" or other.fact.period is not None or other.clause != figure.clause:
        return
    part, price = (other, figure) if figure.money else (figure, other)
    if (part.fact.indicator, price.fact.indicator) != (dated.PART, PRICE) or part.money or not price.money or not dated.deed(other):
        return
    if {part.fact.status, price.fact.status} != {"actual"}:
        return
    between = figure.sentence.tokens[other.last + 1 : figure.first]
    if "for" in between and not ({",", ";"} & set(without_brackets(between))):
        put(other, figure.fact.period, "that of the deal of which it is told", 0.8, "stated")


def from_month(figure: Figure, figures: list[Figure], at: Reference | None) -> None:
    """ "fell to 2.0 pct from 2.3 pct in February": what is told from a month is not of that month, but of the next, if that is over.

    Nor is it of a month further on, for which another measure of the story is told: "output fell in May. Prices rose 0.3 pct after
    0.2 pct in March."
    """
    fact, anchor = figure.fact, figure.frame.anchor
    if anchor is None or figure.frame.role not in BESIDE or at is None or not at[1] or fact.period_source != "stated":
        return
    if fact.period is None or calendar.length(fact.period) != 1 or figure.fact.revision is not None or figure.fact.status != "actual":
        return
    found = calendar.on(fact.period, "month", 1)
    over = found is not None and found < calendar.month(at[0], at[1])
    for other in figures:
        beside = other is anchor or other.frame.anchor is anchor or anchor.frame.anchor is other
        of_it = beside and other is not figure and other.fact.indicator == fact.indicator and other.fact.status == "actual"
        if over and of_it and other.fact.period_source != "stated" and _near(other.fact.period, figure, found):
            put(other, found, "the month after that from which it is told", 0.75)


def from_year(figure: Figure, moments: list[Moment], release: Release) -> None:
    """ "its sales rose 4 pct from 1985", "5 pct down on the 3 mln hectares of 1985/86": a step from a year whose own time is not told
    is that of the next, if that has begun; so is one from a month or a half of a year that is named ("9 pct more than in May 1985")."""
    fact, at = figure.fact, release.by.at
    if (
        (fact.period and fact.period_source == "stated")
        or fact.statistic not in STEPS
        or at is None
        or figure.frame.role in BESIDE
        or fact.status not in ("actual", "estimate")
    ):
        return
    if marks.dated_so(figure, "daily") or marks.dated_so(figure, "timeless"):
        return
    base = next((m for m in moments if m.first > figure.last), None)
    month = base is not None and base.time.kind in PARTS
    if base is None or not (month or base.time.kind in ("year", "fiscal", "crop_year")):
        return
    if not (base.use == "base" and base.first - figure.last <= FROM + month) and not over_a_number(base, figure):
        return
    told = release.resolve(base)
    if fact.period not in (None, told):
        return
    year = calendar.earlier(told, -1) if told else None
    begins = calendar.start(year) if year else None
    ends = calendar.end(year) if year else None
    if begins is None or ends is None or (month and not 0 < YEAR * (at[0] - ends.year) + (at[1] or 0) - ends.month <= REPORTED):
        return
    if at[0] - 1 <= begins.year <= at[0]:
        put(figure, year, "the one after the year from which it is told", 0.7)


def over_year(figure: Figure, moments: list[Moment], release: Release) -> None:
    """ "prices will fall 4 pct over 2005", said in 2005: a step foreseen is over a year that is not yet gone, and not from it."""
    fact = figure.fact
    if fact.statistic not in STEPS or fact.status not in AHEAD or fact.period_source == "stated":
        return
    base = next((m for m in moments if m.first > figure.last), None)
    if base is None or base.use != "base" or base.time.kind != "year" or base.lead != figure.behind:
        return
    told = release.resolve(base)
    if told is not None and figure.sentence.tokens[base.lead] in sets_of(figure).span and not calendar.over(told, figure.story.at):
        put(figure, told, "the year that a step is foreseen over", 0.8)


def _near(period: str | None, base: Figure, found: str | None) -> bool:
    """Whether a month is that from which it is told, or the one behind the month that is found."""
    if period is None or found is None:
        return False
    return (period == base.fact.period and base.frame.role == "base") or period == calendar.on(found, "month", 1)


def looked_back_to(figure: Figure, period: str | None) -> None:
    """ "rose to $378 from $340 a year earlier": what is set beside a time that looks back from that of the release is of the release."""
    anchor = figure.frame.anchor
    if anchor is None or period is None or anchor.fact.period or anchor.fact.status != "actual" or anchor.polled:
        return
    if currently.said(anchor):
        return  # "now costs 5 dlrs, against 4 dlrs a year ago"
    if not markets.daily(anchor) and not marks.dated_so(anchor, "timeless") and anchor.frame.role not in BESIDE:
        put(anchor, period, "that from which the time of what it is set beside looks back", 0.75)


def long_over(figure: Figure, period: str | None) -> bool:
    """ "The fund projects growth of 5 pct", in a story that opens with a month, or with a year long past: nobody foretells that."""
    last, at = calendar.bounds(period)[1], figure.story.at
    if last is None or at is None or not at[1]:
        return False
    return (calendar.length(period) == 1 and marks.dated_so(figure, "annual")) or YEAR * (at[0] - last.year) + at[1] - last.month > YEAR


def of_a_place(figure: Figure) -> bool:
    """Whether what a figure measures is that of a country, by its code."""
    return len(figure.fact.entity or "") == CODE


def of_the_deed(figure: Figure, moments: list[Moment], release: Release) -> None:
    """ "was raised to nine pct from 8-1/2 on May 2": the day is that of the new rate, not of the one before.

    So is the month that is still to come of what is foreseen ("to cut its rate to 8 pct from 9 pct in June"), and that from which what
    a state asks for holds ("raised VAT to 22 percent from 20 percent in May").
    """
    fact, anchor = figure.fact, figure.frame.anchor
    if anchor is None or figure.frame.role != "base" or fact.period_source != "stated":
        return
    if (law := _by_law(figure, moments)) is not None:
        if calendar.length(found := release.resolve(law, anchor.fact.status)) == YEAR:
            return  # "a rate of 34 pct from 40 pct this year"
        if anchor.fact.status in AHEAD and calendar.over(found, release.by.at):
            found = calendar.earlier(found or "", -1)
        put(anchor, found, "the day of the deed", 0.8, "stated")
        put(figure, None, "before the deed", None)
        return
    if not marks.dated_so(figure, "set"):
        return
    day = own_time.behind(figure, moments)
    if day is None or not sets_of(figure).over.isdisjoint(figure.sentence.tokens[figure.behind : day.first]):
        return  # "from 8-1/2 at the last auction on May 2"
    coming = anchor.fact.status in AHEAD
    if anchor.fact.period_source == "stated" or not (coming or (markets.of_a_deed(day) and not markets.of_a_market(anchor))):
        return
    found = release.resolve(day, anchor.fact.status) if coming else fact.period
    if not coming or not calendar.over(found, release.by.at):
        put(anchor, found, "the day of the deed", 0.8, "stated")
    elif "," not in figure.sentence.tokens[figure.last : day.first]:
        return  # "will offer bills at 9 pct, down from 10 pct in February"
    put(figure, None, "before the deed", None)


def _by_law(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "raised VAT to 22 percent from 20 percent in May": the month or day right behind what a state asked for, if that is of the law by
    which it asks for more or less."""
    anchor = figure.frame.anchor
    if anchor is None or anchor.fact.period_source == "stated" or anchor.frame.role != "reached" or not marks.dated_so(figure, "levied"):
        return None
    right = next((m for m in moments if figure.last < m.first), None)
    return right if right is not None and right.time.kind in LAWS and figure.behind in (right.lead, right.first) else None


def stands_now(figure: Figure) -> None:
    """Take from a figure whatever time stands beside it: it is told as it stands when the story is written."""
    put(figure, None, "where it stands now", 0.8)
    of_now(figure)


def of_now(figure: Figure) -> None:
    """A level that has no time is one of the day of the story."""
    fact, story = figure.fact, figure.story
    if fact.statistic == "level" and fact.status == "actual" and story.at is not None and fact.period is None:
        if not marks.marked(fact.indicator, "flow", story.language):
            fact.period_source = "reference_date"


def shared(moment: Moment, anchor: Figure, moments: list[Moment]) -> bool:
    """ "$5 million, or 12 cents a share, a year ago": a time that looks back and is that of both is reckoned once."""
    return moment.backward and own_time.behind(anchor, moments) is moment
