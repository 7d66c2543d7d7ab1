"""How likely a fact is right as a whole: a logistic model over the rules that made it, fitted on the annotated stories.

`tools/confidence.py` fits the weights and writes them to lexicon/<language>/confidence.toml; docs/benchmarks.md has the reliability table.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import coded
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.model import Fact

QUESTIONS = ("statistic", "status", "indicator", "period", "entity")
"""The questions whose answers make a fact right, direction being settled with the statistic."""

FLOOR, CEILING = 0.02, 0.98
"""No rule is surer than this, for or against."""

PARTICULAR = re.compile(r" ?\([^)]*\)| ?'[^']*'|\b(?:up|down)\b")
"""What a rule says of this one figure, and not of its kind."""


NEAR, FAR, LONG, MANY, HEAD = 3, 10, 40, 4, 3
"""Tokens between a measure and its figure; tokens and figures of a sentence; sentences of a story's head."""


KINDS = ("results", "daily", "timeless", "unreleased")
"""How the indicators of a kind are dated: what is hard to tell of one kind is easy of another."""

CROWDS = (1, 2, 4, 7)
"""Organisations of a story, in classes: the more there are the less sure is whose a figure is."""

SHARES = (0.2, 0.4, 0.6, 0.8)
"""Of a story's figures those with the same answer, in classes."""

ANSWERS, FIGURES, RULES, LINKS = (2, 3, 4, 6), (2, 4, 7, 12, 20), (6, 8, 10, 12), (1, 2, 3)
"""How many answers to a question a story has, and figures; rules that made a fact, and links to others; in classes."""


Point = tuple[str | None, ...]
"""A series, how firmly it is told, and a period."""

Knots = Sequence[tuple[float, float]]
"""Scores and the probabilities that they stand for, both rising; between them lies a straight line, beyond them nothing changes."""


class Answers(NamedTuple):
    """How often each period, owner and indicator is told in a story: what most of its figures share is likelier right.

    `values` has what it tells of each point of a series: two that differ are not both right.
    """

    figures: int
    told: dict[str, Counter[str | None]]
    values: dict[Point, set[tuple[Decimal, Decimal]]]


def answers(figures: Sequence[Figure]) -> Answers:
    """The answers of a story's figures."""
    facts = [figure.fact for figure in figures]
    told: dict[str, Counter[str | None]] = {
        "period": Counter([fact.period for fact in facts]),
        "owner": Counter([fact.entity for fact in facts]),
        "indicator": Counter([fact.indicator for fact in facts]),
    }
    values: dict[Point, set[tuple[Decimal, Decimal]]] = {}
    for fact in facts:
        if (point := _point(fact)) is not None:
            values.setdefault(point, set()).add((fact.quantity.low, fact.quantity.high))
    return Answers(len(facts), told, values)


def _point(fact: Fact) -> Point | None:
    """What a fact would be a value of; None where that is not known."""
    if fact.period is None or fact.entity is None or fact.indicator == "other":
        return None
    unit = fact.quantity.unit, fact.quantity.per
    series = fact.indicator, fact.variant, fact.statistic, fact.basis, *unit, fact.entity, fact.partner
    return (*series, fact.status, fact.revision, fact.period)


def features(figure: Figure, others: Answers) -> list[str]:
    """What the model looks at: the kinds of the rules and what they answered, distances, whether the story and the arithmetic agree.

    `others` are the answers of all figures of its story, this one among them.
    """
    fact, story, clue = figure.fact, figure.story, figure.clue
    last = dict(map(_kind, fact.rules))
    found = [last.get(question) or f"{question}: none" for question in QUESTIONS]
    found += [f"= {fact.indicator}", f"= {fact.statistic}", f"= {fact.status}", f"role {figure.frame.role}"]
    found.append(f"= {'money' if fact.quantity.unit.isupper() else fact.quantity.unit}")
    found.append(f"period {fact.period_source}")
    found.append("owner told" if fact.entity else "no owner")
    if clue is None:
        found.append("no measure named")
    else:
        gap = figure.first - clue.last if clue.last < figure.first else clue.first - figure.last
        found.append("measure near" if 0 < gap <= NEAR else "measure far" if gap > FAR or gap <= 0 else "measure between")
    if fact.indicator in [c.key for c in story.title.of("indicator")]:
        found.append("titled")
    if fact.entity_id is not None and fact.entity_id == story.main_place:
        found.append("owner is what the story is about")
    if figure.number < HEAD:
        found.append("in the head")
    if len(figure.sentence.tokens) > LONG:
        found.append("in a long sentence")
    if len(figure.spans) > MANY:
        found.append("among many figures")
    if story.at is None:
        found.append("in a story without a date")
    period = fact.period_source if fact.period else "null"
    point = _point(fact)
    otherwise = point is not None and len(others.values[point]) > 1
    found += _by_kind(fact.indicator, period, _sort_of(fact.entity_id), fact.status, fact.statistic, otherwise, story.language)
    found.append(f"organisations {bisect_right(CROWDS, len(story.organisations))}")
    if figure.earlier:
        like = any((o.fact.indicator, o.fact.entity, o.fact.period) == (fact.indicator, fact.entity, fact.period) for o in figure.earlier)
        found.append("as a figure before" if like else "unlike the figures before")
    if fact.checks:
        found.append("adds up" if not any("does not" in check for check in fact.checks) else "does not add up")
    sure = math.prod(figure.weights)
    found += [f"sure below {bound}" for bound in (0.5, 0.7, 0.85) if sure < bound]
    found.append(f"rules {bisect_right(RULES, len(fact.rules))}")
    found.append(f"links {bisect_right(LINKS, len(fact.links))}")
    found.append(f"figures {bisect_right(FIGURES, others.figures)}")
    for question, own in (("period", fact.period), ("owner", fact.entity), ("indicator", fact.indicator)):
        told = others.told[question]
        found.append(f"{question}s {bisect_right(ANSWERS, len(told))}")
        found.append(f"{question} shared {bisect_right(SHARES, told[own] / others.figures)}")
    return list(dict.fromkeys(found))


def _sort_of(entity: str | None) -> str:
    """Nobody, a place (by its code), or an organisation."""
    return "unknown" if entity is None else "place" if coded(entity) else "organisation"


@lru_cache(maxsize=1 << 12)
def _by_kind(name: str, period: str, owner: str, status: str, statistic: str, otherwise: bool, language: str) -> list[str]:
    """What was answered, and whether the story has another value of it, once for each kind that an indicator is of."""
    kinds = [kind for kind in KINDS if marks.dated(name, kind, language)] or ["macro"]
    told = (f"period {period}", f"owner {owner}", status, statistic, *(("told otherwise",) if otherwise else ()))
    return [f"{kind}: {said}" for kind in kinds for said in told]


@lru_cache(maxsize=1 << 14)
def _kind(rule: str) -> tuple[str, str]:
    """The question of a rule, and the rule without what it says of one figure."""
    return rule.partition(": ")[0], " ".join(PARTICULAR.sub("", rule).split())


def judge(figures: Sequence[Figure]) -> None:
    """Give each fact of a story its confidence: the probability that figure, statistic, direction, status, indicator, period and entity are all right."""
    others = answers(figures)
    for figure in figures:
        model = _model(figure.story.language)
        weights = model.weights
        score = model.base + sum(map(weights.__getitem__, filter(weights.__contains__, features(figure, others))))
        figure.fact.confidence = round(min(CEILING, max(FLOOR, calibrated(score, model.calibration))), 3)


def calibrated(score: float, knots: Knots) -> float:
    """The probability that a score (log odds) stands for, by centred isotonic regression (Oron and Flournoy 2017): what the weights are fitted on
    and what the probability is told of are not annotated with the same care."""
    at = bisect_right(knots, score, key=itemgetter(0))
    if at in (0, len(knots)):
        return knots[max(0, at - 1)][1]
    (low, from_), (high, to) = knots[at - 1], knots[at]
    return from_ + (to - from_) * (score - low) / (high - low)


class _Model(NamedTuple):
    base: float
    weights: dict[str, float]
    calibration: Knots


@cache
def _model(language: str) -> _Model:
    entry = lexicon.entries("confidence", language)
    return _Model(entry["base"], entry["weights"], tuple((score, probability) for score, probability in entry["calibration"]))
