"""What is told of bonds that are brought out: the price they are sold at, the pieces they come in, at how much they may be turned into
shares, what is sold of them, and what those take who sell them."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import A_SHARE, SUM
from pipeline.interpret.measure.memory import Memory

PIECES = 8
"""Tokens between "denominations" and the last sum in which paper comes: "in denominations of 1,000 and 10,000 dlrs"."""

PRICED = 5
"""Tokens between "priced" or "issue price" and a price in percent."""

LEAST = 25
"""The lowest percentage of its face value at which paper is sold: below it is what it pays."""

MOST = 200
"""The highest at which it is."""

FEES = 6
"""Tokens around a percentage in which it is told what it is paid for."""

SOLD = 3
"""Tokens between a verb of selling and its sum."""

NAMED = 14
"""Tokens behind a sum of paper in which the paper is named: "of 6-3/4 pct convertible subordinated debentures"."""

TAKEN = frozenset({"deal_value", "other", "share_price", "exchange_rate", "bond_yield", "share_issue", "lending", "commodity_price"})
"""What such prices and pieces are taken for."""

YIELDS = frozenset({"bond_yield", "interest_rate", "share_issue", "debt_issue"})
"""What is told in a percentage of paper that is no yield of it."""


def settle(figure: Figure, memory: Memory) -> None:
    """Read what is told of paper as what it is."""
    found = _amount(figure, memory) if figure.money else _percentage(figure, memory)
    if found is None:
        return
    fact = figure.fact
    fact.indicator, fact.measure, rule = found
    fact.variant, fact.statistic, fact.direction = "", "level", None
    figure.because(f"indicator: {rule}", 0.8)


def _amount(figure: Figure, memory: Memory) -> tuple[str, str, str] | None:
    fact = figure.fact
    if fact.statistic != "level" or fact.indicator not in TAKEN:
        return None
    if fact.quantity.high >= SUM:
        return ("debt_issue", "sale of paper", "what is sold of paper") if _sold(figure) else None
    if _pieces(figure):
        return "debt_issue", "denominations", "the pieces in which paper is sold"
    if fact.indicator == "other" and (fee := _fee(figure)):
        return "costs", fee, "what those take who sell paper"
    return _converted(figure, memory)


def _percentage(figure: Figure, memory: Memory) -> tuple[str, str, str] | None:
    fact, words = figure.fact, sets(figure.story.language)
    if fact.quantity.unit != "percent" or (fact.statistic in ("growth", "change") and fact.indicator in YIELDS):
        return None
    if fact.indicator == "costs" and fact.statistic == "level" and (fee := _around_fee(figure)):
        return "costs", fee, "what those take who sell paper"
    if fact.indicator == "deal_value" and "premium" in fact.measure.casefold().split() and _turned(figure, memory):
        return "debt_issue", "conversion premium", "by how much paper is dearer than the shares it is turned into"
    named = fact.indicator in YIELDS or not words["papers_sold"].isdisjoint(figure.sentence.tokens)
    if named and LEAST <= fact.quantity.low <= MOST and _priced(figure):
        return "debt_issue", "issue price", "the price at which paper is sold"
    return None


def _priced(figure: Figure) -> bool:
    """ "priced at 101-3/8 pct", "an issue price of 99.75 pct"."""
    lead, words = figure.lead[-PRICED:], sets(figure.story.language)
    if words["priced_at"].isdisjoint(lead[-2:]) or not words["determiners"].isdisjoint(lead[-1:]):
        return False
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in words["paper_priced"]), None)
    return at is not None and "," not in lead[at:]


def _pieces(figure: Figure) -> bool:
    """ "in denominations of 1,000 and 10,000 dlrs": nothing but other sums between the word and a sum."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    low = max(0, figure.first - PIECES)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words["denominations"]), None)
    if at is None:
        return False
    held = {i for first, last in figure.spans for i in range(first, last + 1)}
    return all(i in held or tokens[i] in words["between_pieces"] for i in range(at + 1, figure.first))


def _fee(figure: Figure) -> str | None:
    """The noun of what sellers of paper take, where a figure's measure ends in it: "gross spread", "reallowance"."""
    measure = figure.fact.measure
    return None if sets(figure.story.language)["sellers_take"].isdisjoint(measure.casefold().split()[-1:]) else measure


def _around_fee(figure: Figure) -> str | None:
    """ "a 1-1/4 pct selling concession", "management pays 1/4 pct", behind one: what a percentage is paid for."""
    tokens, fees = figure.sentence.tokens, sets(figure.story.language)["sellers_take"]
    around = [*tokens[max(0, figure.first - FEES) : figure.first][::-1], *tokens[figure.behind : figure.behind + FEES]]
    return next((token for token in around if token in fees), None)


def _converted(figure: Figure, memory: Memory) -> tuple[str, str, str] | None:
    """ "The debentures are convertible into common stock at 30 dlrs a share", "The conversion price was set at 74 dlrs"."""
    if figure.fact.quantity.high >= A_SHARE * A_SHARE or figure.fact.quantity.per not in (None, "share"):
        return None
    words, lead = sets(figure.story.language), figure.lead
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in words["turned_into"]), None)
    if at is None or "or" in lead[at + 1 :] or words["priced_at"].isdisjoint(lead[at + 1 :]) or words["turned_links"].isdisjoint(lead[-2:]):
        return None
    return ("debt_issue", "conversion price", "at how much paper is turned into shares") if _of_paper(figure, memory) else None


def _turned(figure: Figure, memory: Memory) -> bool:
    """Whether a premium is that of a conversion: told in its sentence, or right behind one."""
    words, last = sets(figure.story.language), memory.last
    if words["turned_into"].isdisjoint(figure.sentence.tokens):
        return last is not None and last.fact.measure == "conversion price" and figure.number - last.number <= 1
    return _of_paper(figure, memory)


def _of_paper(figure: Figure, memory: Memory) -> bool:
    """Whether what is turned into shares is debt: its noun before the verb, or that of the story; no preferred stock and no warrant."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    at = next((i for i, token in enumerate(tokens) if token in words["turned_into"]), len(tokens))
    if not words["papers_sold"].isdisjoint(tokens[:at]):
        return words["no_papers"].isdisjoint(tokens[:at])
    return words["no_papers"].isdisjoint(tokens[:at]) and "debt_issue" in (*memory.named, *memory.theme)


def _sold(figure: Figure) -> bool:
    """ "sold 40 mln dlrs of its 9 pct senior notes", "is offering 60 mln dlrs principal amount of debentures": no more than words that
    describe the paper between a sum and its noun."""
    if figure.fact.indicator != "deal_value":
        return False
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["sells_paper"].isdisjoint(tokens[max(figure.clause[0], figure.first - SOLD) : figure.first]):
        return False
    behind = tokens[figure.behind : figure.behind + NAMED]
    at = next((i for i, token in enumerate(behind) if token in words["papers_owed"]), None)
    if at is None or "of" not in behind[:at]:
        return False
    return words["no_papers"].isdisjoint(behind[:at]) and words["paper_stops"].isdisjoint(behind[:at])
