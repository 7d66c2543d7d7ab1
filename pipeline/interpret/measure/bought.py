"""A part of a firm that is bought: "will acquire the remaining 20 pct of Arden", whatever else its clause measures."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

OPEN = frozenset({"stake", "market_share"})
"""What such a part is called already."""

FIRM = 6
"""Tokens behind "of" or "in" within which the firm is named."""


def settle(figure: Figure) -> None:
    """Take a percentage right behind a verb of buying for a stake, where a firm or what is not yet owned stands behind it."""
    fact, language = figure.fact, figure.story.language
    if fact.quantity.unit != "percent" or fact.statistic not in ("share", "level") or fact.indicator in OPEN:
        return
    lead = [token for token in figure.lead if token not in closed("bought_parts", language)]
    if not lead or lead[-1] not in closed("acquires", language) or not _of_a_firm(figure):
        return
    fact.indicator, fact.statistic, fact.direction, fact.measure, fact.variant = "stake", "share", None, "stake", ""
    figure.because("indicator: a part of a firm that is bought", 0.85)


def _of_a_firm(figure: Figure) -> bool:
    tokens, language, at = figure.sentence.tokens, figure.story.language, figure.behind
    if tokens[at : at + 1] and tokens[at] in closed("not_owned", language) and "not" in tokens[at : at + FIRM]:
        return True  # "the remaining 20 pct that it does not own"
    if tokens[at : at + 1] not in (["of"], ["in"]):
        return False
    until = next((i for i in range(at + 1, min(at + FIRM, len(tokens))) if tokens[i] in closed("not_of_a_firm", language)), at + FIRM)
    sentence, end = figure.sentence, min(until, len(tokens)) - 1
    names = figure.story.organisations_in(sentence.starts[at], sentence.ends[end])
    goods = any(at < c.first and c.end <= names[0].start for c in sentence.of("indicator")) if names else False
    if goods:
        return False  # "buys about 7 pct of the output of Arden"
    things = closed("owned_things", language)
    thing = next((i for i in range(at, end + 1) if tokens[i] in things), None)
    return bool(names) or (thing is not None and tokens[thing + 1 : thing + 2] != ["'s"])  # no "20 pct of the miner's output"
