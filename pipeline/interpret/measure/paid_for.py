"""What somebody paid for a firm or a part of it, told before who did: "more than the $5 billion it paid for the stake"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

PRICE = "deal_value"

PAYER = 6
"""Tokens behind a sum in which who paid it and the verb stand."""

THING = 7
"""Tokens behind "for" in which the firm stands."""


def settle(figure: Figure) -> None:
    """Read such a sum as a price, whatever it is set beside."""
    fact = figure.fact
    if not figure.money or fact.indicator == PRICE or fact.statistic != "level" or not _paid(figure):
        return
    fact.indicator, fact.measure, fact.variant = PRICE, "price", ""
    figure.because("indicator: what somebody paid for a firm", 0.85)


def _paid(figure: Figure) -> bool:
    """ "the $31 a share that Arden agreed to pay for Penwith": who paid stands right behind the sum, what it bought behind "for"."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    at = figure.behind
    while at < len(tokens) and tokens[at] in words["per_words"]:
        at += 1
    verb = next((i for i in range(at, min(at + PAYER, len(tokens) - 2)) if tokens[i] in words["paying_price"]), None)
    if verb is None or verb == at or not words["infinitive"].isdisjoint(tokens[at : at + 1]):
        return False  # "loans to pay for"
    if not words["paid_stops"].isdisjoint(tokens[at:verb]):
        return False
    if any(at <= first < verb for first, _ in figure.spans):
        return False
    until = next((i for i in range(verb + 1, min(verb + PAYER, len(tokens))) if tokens[i] in words["purpose_links"]), None)
    if until is None or not words["paid_stops"].isdisjoint(tokens[verb + 1 : until]):
        return False
    behind = tokens[until + 1 : until + 1 + THING]
    end = next((n for n, token in enumerate(behind) if token in words["paid_stops"]), len(behind))
    if any(not words[things].isdisjoint(behind[:end]) for things in ("bought_ones", "owned_things", "equities")):
        return True
    sentence, low = figure.sentence, until + 1
    return end > 0 and bool(figure.story.organisations_in(sentence.starts[low], sentence.ends[low + end - 1]))
