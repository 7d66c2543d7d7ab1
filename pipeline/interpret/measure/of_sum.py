"""A part of a sum that is told with its noun: "31 percent of its $2 billion in sales", "a third of Arden's $4 billion of debt"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries

MISTAKEN = frozenset({"other", "stake", "market_share", "gdp", "share_price"})
"""What such a part is taken for."""

FLOWS = frozenset(
    {"revenue", "profit", "costs", "tax_revenue", "exports", "imports", "budget_balance", "government_spending", "lending", "debt_issue"}
)
"""Of what a part is one of it: who has a part of a fund or of a firm told by its worth has a stake."""

OWNER = 6
"""Tokens between the part and the sum, in which whose it is stands."""

NOUN = 4
"""Tokens between the sum and its noun."""


def settle(figure: Figure) -> None:
    """Take such a part for one of what the noun of the sum names."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in MISTAKEN or figure.money or fact.statistic not in ("share", "level"):
        return
    clue = _noun(figure)
    if clue is None:
        return
    choices = entries(language)["loose"].get(clue.key)
    name = clue.key if choices is None else "revenue" if clue.key in closed("sold_by_firms", language) else None
    if name not in FLOWS:
        return
    fact.indicator, fact.statistic, fact.direction, fact.variant = name, "share", None, ""
    fact.measure = figure.story.text[clue.start : clue.end]
    figure.clue = clue
    figure.because("indicator: a part of a sum that is told with its noun", 0.85)


def _noun(figure: Figure) -> Clue | None:
    """The noun right behind a sum of money, past its link and what narrows it, that stands behind "of" and its owner."""
    tokens, language = figure.sentence.tokens, figure.story.language
    sum_of = next(((a, b) for a, b in figure.spans if a > figure.last), None)
    if tokens[figure.behind : figure.behind + 1] != ["of"] or sum_of is None or sum_of[0] - figure.last > OWNER:
        return None
    between = tokens[figure.last + 2 : sum_of[0]]
    if not closed("verbs", language).isdisjoint(between) or "," in between or not _of_money(figure, sum_of):
        return None
    nouns = (c for c in figure.sentence.of("indicator") if c.role in ("noun", "loose") and c.first > sum_of[1])
    clue = next(nouns, None)
    if clue is None or clue.first - sum_of[1] > NOUN:
        return None
    before = tokens[sum_of[1] + 1 : clue.first]
    links = closed("amount_links", language) | closed("chain_links", language)
    plain = all(word.isalpha() or word == "-" for word in before)
    return clue if plain and closed("small_words", language).isdisjoint(before) and not _breaks(before, links) else None


def _of_money(figure: Figure, span: tuple[int, int]) -> bool:
    """Whether the figure at a span is one of money."""
    start = figure.sentence.starts[span[0]]
    mention = next((m for m in figure.story.mentions[figure.number] if m.span.end > start), None)
    return mention is not None and mention.quantity.unit.isupper()


def _breaks(before: list[str], links: frozenset[str]) -> bool:
    """Whether a link stands anywhere but right behind the sum."""
    return not links.isdisjoint(before[1:])
