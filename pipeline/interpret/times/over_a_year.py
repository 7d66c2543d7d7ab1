"""Growth over the same time a year earlier, told before: in front of the sentence ("On a year-on-year basis, prices rose 2 pct, as in May",
"Over the past year, sales have risen 9 pct"), or of the figure that another goes on ("prices rose 4 pct from a year ago and core prices
2 pct")."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.times import breath, stretch
from pipeline.interpret.times.moment import Moment
from pipeline.lexicon import either

YEARLY, SHORT = "yoy", frozenset({"mom", "qoq"})

FLOWS = frozenset({"exports", "imports"})
"""Whose growth is told side by side."""

HEAD = 2
"""The token up to which a time to look back to heads a sentence."""

FRONT = 4
"""Tokens from the head of a sentence, or of what is said or reported, to the words for a basis that is put in front."""


def likened(figure: Figure, moment: Moment, clue: Clue | None) -> bool:
    """ "up 1.8 pct, the same as in August", "up 2.4 pct on the year, just below August's 2.5 pct": a time with which a step is likened, and
    from which none is made."""
    tokens, sets = figure.sentence.tokens, breath.sets_of(figure)
    if moment.lead and tokens[moment.lead] in sets.placed and tokens[moment.lead - 1] in sets.alike:
        return True
    yearly = clue is not None and clue.kind == f"basis.{YEARLY}" and clue.last < figure.first
    return yearly and "," in tokens[figure.behind : moment.first]


def fronted(clue: Clue, figure: Figure) -> bool:
    """ "On a 12-month basis, pay, which includes bonuses, rose 3 pct", "showed that, on a 12-month basis, pay rose 3 pct": what stands in
    front holds for all that follows."""
    tokens = figure.sentence.tokens
    behind = tokens[clue.last + 1 : clue.last + 3]
    headed = clue.first <= FRONT or "," in tokens[clue.first - FRONT : clue.first]
    return headed and behind[-1:] == [","] and not figure.words("bases").isdisjoint(behind)


def past_year(figure: Figure, times: list[Moment]) -> bool:
    """ "Over the past year, sales have risen 24 pct to $46 billion last month"."""
    first = min(a for a, _ in figure.spans)
    language = figure.story.language
    return figure.fact.statistic == "growth" and any(m.lead <= HEAD and m.last < first and stretch.of_a_year(m, language) for m in times)


def carry(figures: list[Figure]) -> None:
    """Give the basis of a growth that is told over a year to what goes on with it in the same sentence: the same measure, for the same time."""
    told: Figure | None = None
    for figure in figures:
        fact = figure.fact
        if fact.statistic not in STEPS:
            continue
        if fact.basis is None and told is not None and _goes_on(figure, told):
            fact.basis = YEARLY
            figure.because("basis: that of the growth it goes on with", 0.85)
        told = figure if fact.basis == YEARLY else None


def _goes_on(figure: Figure, told: Figure) -> bool:
    fact, other, behind = figure.fact, told.fact, figure.sentence.tokens[figure.behind : figure.behind + 1]
    paired = {
        fact.indicator,
        other.indicator,
    } == FLOWS and fact.entity == other.entity  # "exports rose 9 pct on the year and imports 4 pct"
    alike = (fact.statistic, fact.status) == (other.statistic, other.status) and (paired or fact.indicator == other.indicator)
    if not alike or fact.statistic != "growth" or fact.period not in (None, other.period) or figure.story.is_organisation(fact.entity):
        return False
    set_beside = either(breath.sets_of(figure).base, figure.words("compares_with"))
    return set_beside.isdisjoint(behind)  # "and fell 2 pct compared with the week before"
