"""What a growth or a change is over: the same time a year earlier, the month or the quarter before, the start of the year."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret import growth, over_then
from pipeline.interpret.clue import CODE, GENITIVE, Clue
from pipeline.interpret.figure import STEPS, Figure, ranks
from pipeline.interpret.measure import marks
from pipeline.interpret.times import beside, breath, calendar, called, fitting, over_a_year, placing, stretch, usage
from pipeline.interpret.times.breath import aside
from pipeline.interpret.times.moment import Moment, told_then
from pipeline.interpret.times.release import Release

BESIDE = ("converted", "restated", "base", "compared")

RANKED = 5
"""Tokens before "since January" in which a superlative makes a comparison of it."""

YEARLY = {"yoy"}

OWN = 4
"""Tokens between a genitive and the figure that is of its time: "the previous quarter's revised annual 2 pct"."""

DAY = len("2000-01-01")

YEAR = 12
"""Months of a year."""

WHOLE_YEAR = {"month": 12, "quarter": 4, "week": 52}

PARTS = frozenset({2})
"""Months of a part of a year that is set beside the same one of the year before; so is all that is longer than a quarter."""

SAID = frozenset({"actual", "forecast", "estimate"})

MONTHS = {"year": 12, "quarter": 3, "month": 1}

SHORT = over_a_year.SHORT
"""What a whole year's growth is never over."""

BY_MONTHS = {1: "mom", 3: "qoq", 12: "yoy"}


def told(figure: Figure, times: list[Moment], release: Release) -> str | None:
    """The basis that the words around a step name, None where they name none."""
    start, until = _reach(figure)
    clue = _clue(figure, start, until)
    if clue is not None and called.of_market(clue, figure):
        clue = None
    if clue is not None and (_of_a_day(clue.first, figure) or _whose(clue, figure)):
        clue = None
    behind = (m for m in times if figure.last < m.first < until and _looks_back(m) and not _time_of_one(m, figure))
    back = next((m for m in behind if not over_a_year.likened(figure, m, clue)), None)
    if back is not None and _of_a_day(back.first, figure):
        back = None
    if back is None and clue is None:
        first = min(a for a, _ in figure.spans)
        back = next(
            (m for m in times if m.lead <= over_a_year.HEAD and m.last < first and _looks_back(m) and m.use == "base"), None
        )  # "Compared with …, it rose"
    if back is not None and (clue is None or back.first <= clue.first or clue.first < figure.first):
        found = _over(back, figure, release)
        if found in SHORT and _of_twelve_months(times, figure):
            figure.because("basis: over the twelve months that stand before it", 0.95)
            return "yoy"  # "In the 12 months to May prices rose 0.8 pct, as in April"
        if found:
            figure.because(f"basis: over {back.time.kind} named behind the figure", 0.95)
            return found
        figure.far = _far(back, figure, release)
    if clue is not None and calendar.length(figure.fact.period) >= YEAR and clue.kind.partition(".")[2] in SHORT:
        return None  # "3 pct next year, less than a month ago": less than was thought then
    anchor = figure.frame.anchor
    of_a_yearly = anchor is not None and figure.frame.role in BESIDE and anchor.fact.basis in YEARLY
    if (
        clue is not None
        and of_a_yearly
        and clue.kind.partition(".")[2] in SHORT
        and (figure.sentence.tokens[clue.first] in figure.words("the_one_before") or _then(clue, figure))
    ):
        figure.because("basis: that of the figure it is set beside", 0.9)
        return "yoy"  # "1.2 pct in the year to August, after 1.4 pct the previous month": over a year as well, told a month before
    if clue is not None and clue.kind == "basis.annualised" and called.of_inflation(clue, figure):
        figure.because("basis: an annual rate of inflation", 0.9)
        return "yoy"
    if clue is None and over_a_year.past_year(figure, times):
        figure.because("basis: over the year that stands in front", 0.9)
        return "yoy"
    if clue is None and (found := called.before(figure)) is not None:
        figure.because(f"basis: {figure.lead[-1]}", 0.9)
        return found
    if clue is None and (found := called.of_noun(figure)) is not None:
        figure.because("basis: what its noun is called", 0.9)
        return found
    if clue is not None and clue.kind == "basis.yoy" and called.paced(clue, figure):
        return "annualised"
    if clue is not None:
        figure.because(f"basis: {' '.join(figure.sentence.tokens[clue.first : clue.last + 1])}", 0.95)
        return clue.kind.partition(".")[2]
    return None


def _of_a_day(at: int, figure: Figure) -> bool:
    """ "shares rose 5 percent today after a year-over-year gain in sales": whether the word at a token is told of no step of a day."""
    period = figure.fact.period
    if period is None or len(period) != DAY or not marks.dated_so(figure, "daily"):
        return False
    between = figure.sentence.tokens[figure.behind : at]
    behind = at > figure.last and not {",", ";", "-"}.intersection(between)
    return not behind or any(figure.last < first < at for first, _ in figure.spans)


def _whose(clue: Clue, figure: Figure) -> bool:
    """ "slowing from the prior month's 4.2 pct": whether a time is that of the figure behind it, and none over which a step is told."""
    at = clue.last + 1
    return not GENITIVE.isdisjoint(figure.sentence.tokens[at : at + 1]) and at + 1 in {a for a, _ in figure.spans}


def _then(clue: Clue, figure: Figure) -> bool:
    """ "up from 1.4 pct the month before", "1.4 pct a month earlier": whether words right behind a figure tell when it was, and from when no step."""
    tokens = figure.sentence.tokens
    looks_back = tokens[clue.last] in lexicon.entries("periods", figure.story.language)["parts"]["ago"]
    return clue.first == figure.behind and looks_back and tokens[clue.first] not in breath.sets_of(figure).base


def _of_twelve_months(times: list[Moment], figure: Figure) -> bool:
    """Whether a step is told for the twelve months up to one, named before it."""
    forms = fitting.twelve_forms(figure.story.language)
    before = (m.time for m in times if m.use == "own" and m.last < figure.first and m.time.kind == "to")
    return figure.fact.statistic == "growth" and any(fitting.of_twelve(time.parts, forms) for time in before)


def _reach(figure: Figure) -> tuple[int, int]:
    """The tokens in which a step's basis stands: back to the figure before it in its clause, on to the next step or the end."""
    start, end = figure.clause
    end = _past_comma(figure, end)
    previous = [b for _, b in figure.spans if start <= b < figure.first]
    units = figure.mention.quantity.unit
    following = [a for a, _ in figure.spans if a > figure.last]
    until = end
    mentions = figure.story.mentions[figure.number]
    for n, (a, _) in enumerate(figure.spans):
        if a > figure.last and a < end and mentions[n].quantity.unit == units and (units == "percent"):
            until = over_then.opened(figure, figure.behind, a) or _moved_anew(figure, a) or a
            break
    until = breath.brought_at(figure, until) or until  # "rose 1 pct, leaving its yearly growth at 5 pct"
    return (previous[-1] + 1 if previous else start), until if following else end


def _past_comma(figure: Figure, end: int) -> int:
    """ "rose 3 pct in the third quarter, from a year earlier, while": where a clause ends whose step is only told from when behind a comma."""
    tokens, breaks = figure.sentence.tokens, figure.words("clause_breaks") | {","}
    if not 0 < end < len(tokens) or tokens[end - 1] != "," or tokens[end] not in breath.sets_of(figure).base:
        return end
    return next((i for i in range(end + 1, len(tokens)) if tokens[i] in breaks), end)


def _moved_anew(figure: Figure, until: int) -> int:
    """ "rose 0.2 pct, and the (annual) rise from a year ago of 3 pct was": where the noun of the next step is named, 0 where none is."""
    tokens, opens, articles = figure.sentence.tokens, figure.words("clause_joins") | {","}, figure.words("articles")
    nouns = {c.first for c in figure.sentence.of("direction") if c.role != "verbs"}
    openings = (i for i in range(figure.behind, until - 2) if tokens[i] in opens and tokens[i + 1] in articles)
    return next((i for i in openings if not nouns.isdisjoint((i + 2, i + 3))), 0)


def _clue(figure: Figure, start: int, until: int) -> Clue | None:
    tokens, language = figure.sentence.tokens, figure.story.language
    clues = [
        c
        for c in figure.sentence.of("basis")
        if not _as_time(c, tokens, figure)
        and (c.kind != "basis.ytd" or not _elsewhere(c, figure))
        and (c.kind != "basis.ytd" or not ranks(tokens[max(0, c.first - RANKED) : c.first], language))
        and not _of_a_level(c, tokens, figure)
    ]
    if not clues:
        return None
    after = [c for c in clues if figure.last < c.first < until]
    before = [c for c in clues if start <= c.first and c.last < figure.first]
    if after and before:
        return min((after[0], before[-1]), key=lambda c: c.first - figure.last if c.first > figure.last else figure.first - c.last)
    if after or before:
        return after[0] if after else before[-1]
    breaks = figure.words("clause_breaks")
    opening = [
        c
        for c in clues
        if c.last < figure.first
        and not any(b < c.first for _, b in figure.spans)
        and (
            c.last >= figure.clause[0] - 2 or over_a_year.fronted(c, figure) or (c.first <= 2 and breaks.isdisjoint(tokens[: figure.first]))
        )
    ]
    return opening[-1] if opening else None


def _of_a_level(clue: Clue, tokens: list[str], figure: Figure) -> bool:
    """ "fell 2 pct to an annual rate of 5 million", "to a 5 million-unit annual rate": whether the rate is that of the level that a step led to."""
    if clue.kind != "basis.annualised" or clue.first < figure.first:
        return False
    return tokens[clue.last + 1 : clue.last + 2] == ["of"] or any(token[0].isdigit() for token in tokens[figure.behind : clue.first])


def _as_time(clue: Clue, tokens: list[str], figure: Figure) -> bool:
    """ "after expanding 2 pct in the previous quarter": when something was, not what it is set beside."""
    if clue.kind.partition(".")[2] not in SHORT:
        return False
    if tokens[clue.last] == "ago" and told_then(tokens, clue.first, clue.last, placing.words(figure.story.language)):
        return True
    if _of_the_next(clue.last, figure):
        return True
    looks_back = tokens[clue.last] in lexicon.entries("periods", figure.story.language)["parts"]["ago"]  # "in the quarter before that"
    if figure.words("the_one_before").isdisjoint(tokens[clue.first : clue.last + 1]) and not looks_back:
        return False
    at = clue.first - 1 - (tokens[clue.first - 1 : clue.first] == ["the"])
    return at >= 0 and tokens[at] in breath.sets_of(figure).within


def _time_of_one(moment: Moment, figure: Figure) -> bool:
    """ "after 6 pct in the quarter before that": whether what looks back is when a figure was, not what a step is over."""
    within = moment.time.kind == "ago" and moment.lead >= 0 and figure.sentence.tokens[moment.lead] in breath.sets_of(figure).within
    named = moment.time.kind in ("month", "quarter")  # "slowed to 0.7 pct from December's 1.5 pct": over the month
    return within or (not named and _of_the_next(moment.last, figure))


def _of_the_next(last: int, figure: Figure) -> bool:
    """ "worse than the previous quarter's 0.5 pct fall": whether a time that ends at a token is that of another percentage behind it."""
    tokens, mentions = figure.sentence.tokens, figure.story.mentions[figure.number]
    if last + 1 >= len(tokens) or tokens[last + 1] not in GENITIVE or figure.money:
        return False
    near = (mentions[n].quantity.unit for n, (a, _) in enumerate(figure.spans) if last + 1 < a <= last + 1 + OWN)
    return figure.mention.quantity.unit in near


def _elsewhere(clue: Clue, figure: Figure) -> bool:
    """ "shares, which had fallen 9 pct year to date, closed down $1.33": whether a basis is that of a clause put between commas.

    So is that of an apposition: "shares, up 9 pct so far this year, lost $1.33".
    """
    previous = figure.previous
    apposed = previous is not None and previous.last < clue.first and marks.dated_so(figure, "daily") and beside.apposed(figure, previous)
    return clue.last < figure.first and (apposed or aside(figure, clue.last))


def _looks_back(moment: Moment) -> bool:
    return moment.use == "base" or (moment.backward and moment.use != "none")


def _over(moment: Moment, figure: Figure, release: Release) -> str | None:
    """What "than a year ago", "from January", "over 1985" make of a step."""
    parts, kind = moment.time.parts, moment.time.kind
    if kind == "same":
        return "yoy"
    if kind in ("ago", "relative", "bare"):
        unit = parts.get("unit", "")
        if count := parts.get("count"):
            number = int(count) if count.isdigit() else release.by.words["counts"].get(count)
            return "yoy" if number == WHOLE_YEAR.get(unit) else None  # "than 12 months before"
        return called.BY_UNIT.get(unit)
    return between(figure.fact.period, release.resolve(moment))


def _far(moment: Moment, figure: Figure, release: Release) -> bool:
    """ "jumped 21 pct from 2008 and 120 pct from 2007": whether a step is told from a time that ends well before the one right before its own."""
    base, period = release.resolve(moment), figure.fact.period
    if figure.fact.statistic != "growth" or not base or not period or calendar.length(base) != calendar.length(period):
        return False
    last, old = calendar.bounds(period)[1], calendar.bounds(base)[1]
    months = calendar.length(period)
    if last is None or old is None or not months:
        return False
    return 12 * (last.year - old.year) + last.month - old.month > months


def between(period: str | None, base: str | None) -> str | None:
    """The basis of a step from the period `base` to `period`."""
    if not period or not base:
        return None
    months = calendar.length(period)
    last, old = calendar.bounds(period)[1], calendar.bounds(base)[1]
    if not months or last is None or old is None:
        return None
    if calendar.length(base) != months:
        of_its_end = months == MONTHS["quarter"] and calendar.length(base) == MONTHS["month"]
        apart = 12 * (last.year - old.year) + last.month - old.month
        return "qoq" if of_its_end and apart == months else None  # "fell 1.7 pct in the third quarter from June"
    apart = 12 * (last.year - old.year) + last.month - old.month
    if apart == 12:
        return "yoy"
    return BY_MONTHS.get(apart) if apart == months else None


def complete(figures: list[Figure], custom: dict[tuple[str, int], set[str]]) -> None:
    """Settle the bases of a sentence's steps that no words tell: by the base's own time, by the figure beside, by what is usual.

    `custom` are the bases that the story has told so far for an indicator and a period of so many months.
    """
    over_a_year.carry(figures)
    for figure in figures:
        fact, anchor = figure.fact, figure.frame.anchor
        if fact.statistic not in STEPS:
            continue
        months = calendar.length(fact.period)
        told, any_told = (custom.setdefault((indicator, months), set()) for indicator in (fact.indicator, usage.sort(figure)))
        if usage.yearly(fact, figure.story.language):
            told = set(told)  # cars sold are set beside the year before, which tells nothing of what all shops sell
        if fact.basis is not None:
            told.add(fact.basis)
            any_told.add(fact.basis)
            continue
        bases = (o.fact for o in figures if o.frame.anchor is figure and o.frame.role == "base" and o.fact.period_source == "stated")
        base = next((base for base in bases if base.statistic != "growth"), None)  # a growth that was another before tells of no base
        fact.basis = between(fact.period, base.period) if base else None
        if fact.basis is None and any(c.kind == "basis.annualised" and c.first == figure.behind for c in figure.sentence.of("basis")):
            fact.basis = "annualised"  # "fell $5 billion, or at a 3.5 pct annual rate"
        if fact.basis is None and anchor is not None and figure.frame.role in BESIDE:
            fact.basis = anchor.fact.basis
        if fact.basis is None and months == MONTHS["month"] and usage.beyond_a_month(fact, figure.story.language):
            figure.because("basis: as no month moves it so far", 0.85)
            fact.basis = "yoy"
            continue  # which says nothing of the others
        if figure.far:
            continue
        if fact.basis is None and (found := usual(figure, months) or usage.as_others(figure, months, any_told)):
            others = set() if months == 1 and fact.entity == "USA" else any_told  # whose offices tell months over the month before
            if found == "qoq" and found not in told and usage.of_economy(figure, months):
                figure.because("basis: as such figures are told", 0.8)
                fact.basis = "yoy"
                continue  # which says nothing of another country's
            if usage.of_a_month(fact, figure.story.language):
                found = usual(figure, months) or found
            elif found in SHORT and (told or others or usage.of_results(figure, custom)) == YEARLY:
                found = "yoy"
            elif found == "qoq" and found not in told | any_told and "annualised" in any_told:
                found = "annualised"
            figure.because("basis: as such figures are told", 0.8)
            fact.basis = found
        if fact.basis is not None:
            told.add(fact.basis)


def of_own(figure: Figure, own: Moment | None) -> str | None:
    """ "has lost 10 pct this year", "are down 27 pct over the past 12 months": what the time of a price's own step says of it."""
    if own is None or figure.fact.statistic != "growth" or figure.fact.status != "actual":
        return None
    alone = lexicon.sets("periods", figure.story.language)["alone.words"]
    nations = marks.marked_so(figure, "monthly") and len(figure.fact.entity or "") <= CODE  # what flows is set beside the year before
    if nations and own.time.kind in MONTHS and not alone.isdisjoint(figure.sentence.tokens[own.last + 1 : own.last + 2]):
        figure.because("basis: in that month or quarter alone", 0.9)
        return BY_MONTHS[MONTHS[own.time.kind]]
    if stretch.of_a_year(own, figure.story.language):
        figure.because("basis: over the twelve months up to now", 0.85)
        return "yoy"
    so_far = own.time.kind == "bare" and figure.fact.period == stretch.of_the_year(figure.story)  # "for the year, is down"
    if marks.dated_so(figure, "daily") and (so_far or stretch.of_this_year(own, figure.story)):
        figure.because("basis: in the year so far", 0.85)
        return "ytd"
    return None


def undated(figure: Figure, own: Moment) -> None:
    """Settle the basis of a step whose time is named in a story that has no date: "fell 3% last year"."""
    unit = own.time.parts.get("unit", "")
    if figure.fact.basis is None and unit in MONTHS and (found := usual(figure, MONTHS[unit])):
        figure.fact.basis = found
        figure.because("basis: as such figures are told", 0.8)


def usual(figure: Figure, months: int) -> str | None:
    """The basis that steps of such an indicator over so many months have where nothing is said."""
    fact, language = figure.fact, figure.story.language
    if fact.status in ("target", "hypothetical", "plan") and fact.statistic == "change":
        return None
    if growth.beaten(figure) is not None:
        return None  # "missed forecasts by 5 pct": it is set beside what was expected
    if months and fact.statistic == "growth" and usage.yearly(fact, language):
        return "yoy"
    if marks.dated(fact.indicator, "daily", language) or marks.dated(fact.indicator, "timeless", language):
        return None
    if fact.statistic == "change" and calendar.fiscal(fact.period):
        return None  # "the target for 1987/88 was slashed by 3 billion": as often what a budget has changed
    firm = len(fact.entity or "") > CODE
    reported = marks.dated(fact.indicator, "results", language) and (months >= 3 or (months == 1 and firm))
    reported = reported or (firm and months >= 3 and fact.statistic == "growth" and marks.dated(fact.indicator, "firms_too", language))
    if fact.statistic == "growth" and (fact.quantity.per == "year" or (not months and marks.dated(fact.indicator, "yearly", language))):
        return "yoy"  # "grows 5 pct a year"; "sales rose 5 pct"
    if fact.statistic == "growth" and months > YEAR and not months % YEAR:
        return "yoy"  # "2.8 pct in both 2005 and 2006"
    if months == YEAR or reported:
        summed = fact.indicator != "eps" and not marks.dated(fact.indicator, "unreleased", language)
        return "yoy" if fact.statistic == "growth" or summed else None
    if fact.statistic == "growth" and (months in PARTS or MONTHS["quarter"] < months < YEAR) and fact.status in SAID:
        return "yoy"  # "rose 5 pct in the first half"
    if months == 1 and fact.statistic == "change" and marks.dated(fact.indicator, "balances", language):
        return "mom"
    if fact.statistic != "growth":
        return None
    if months == 1:
        return "mom"
    if months == 3 and marks.marked(fact.indicator, "released", language):
        return "annualised" if called.at_a_rate(figure) else "qoq"
    return None
