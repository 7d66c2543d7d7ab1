"""What a step is over where no words beside it say so: by the time of its base, by the figure beside it, by what is usual for such an indicator."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret import growth
from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, called, over_a_year, stretch, usage
from pipeline.interpret.times.basis import BESIDE, BY_MONTHS, MONTHS, SHORT, YEAR, YEARLY, between
from pipeline.interpret.times.moment import Moment

PARTS = frozenset({2})
"""Months of a part of a year that is set beside the same one of the year before; so is all that is longer than a quarter."""

SAID = frozenset({"actual", "forecast", "estimate"})


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
