"""What a growth or a change is over: the same time a year earlier, the month or the quarter before, the start of the year."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret import over_then
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure, ranks
from pipeline.interpret.measure import marks
from pipeline.interpret.times import beside, breath, calendar, called, fitting, over_a_year, placing
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
    named = moment.time.kind in ("month", "quarter")  # "eased to 0.9 pct from May's 2.6 pct": over the month
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
