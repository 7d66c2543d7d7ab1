"""What a central bank buys or sells on the exchanges: "bought 200 mln dlrs", "bought dollars at 145 yen"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.instrument import central_bank, words

QUOTE = 10_000
"""Below this an amount at which a money is bought is its rate."""

LEAD = 3
"""Tokens before a rate in which "at" stands."""


def of(figure: Figure, clue: Clue, reserves: bool) -> tuple[str, str] | None:
    """What a verb of dealing in moneys measures, and the rule; `reserves` is whether the story is of a country's reserves."""
    language = figure.story.language
    tokens = figure.sentence.tokens
    if not figure.money or clue.role != "verb" or tokens[clue.last] not in words("dealt", language) or clue.last >= figure.first:
        return None
    if figure.fact.quantity.per is not None or any(clue.last < first < figure.first for first, _ in figure.spans):
        return None
    if figure.fact.quantity.high < QUOTE:
        between = tokens[clue.last + 1 : figure.first]
        if "at" in between[-LEAD:] and not lexicon.meanings("currency_families", language, "words").keys().isdisjoint(between):
            return "exchange_rate", "what a money is bought at"
        return None
    said = {*tokens, *figure.story.title.tokens}
    told = not words("reserves_called", language).isdisjoint(tokens)
    if (words("dealing", language).isdisjoint(said) and not told) or not words("paper", language).isdisjoint(tokens):
        return None
    if not _of_central_bank(figure, language):
        return None
    return ("foreign_reserves" if reserves or told else "other"), "what a central bank deals in moneys"


def _of_central_bank(figure: Figure, language: str) -> bool:
    """Whether a central bank, or another body of a place, stands before the figure."""
    if central_bank(figure.sentence.tokens[: figure.first], language) is not None:
        return True
    return any(c.role == "bodies" and c.last < figure.first for c in figure.sentence.of("place"))


def _for_another(figure: Figure) -> bool:
    """ "410 naira for a dollar", "3,100 to the U.S. dollar": whether so much of one money is told for one of another."""
    tokens, language = figure.sentence.tokens, figure.story.language
    link, article, *behind = [*tokens[figure.behind : figure.behind + 4], "", ""]
    if closed("parity_links", language).isdisjoint((link,)) or closed("determiners", language).isdisjoint((article,)):
        return False
    return not closed("other_moneys", language).isdisjoint(behind[:2]) and figure.fact.quantity.unit != "USD"


def parity(figure: Figure) -> bool:
    """Whether a figure is one side of an equation: "($1 = 0.72 euros)", "asked 410 naira for a dollar"."""
    tokens = figure.sentence.tokens
    if figure.money and figure.fact.quantity.high < SUM and _for_another(figure):
        return True
    return figure.money and ("=" in tokens[figure.behind : figure.behind + 1] or "=" in tokens[max(0, figure.first - 2) : figure.first])


def settle(figure: Figure) -> None:
    """Take a footer's equation for a rate in whatever story it stands, and a move "against the dollar" for one of a money."""
    fact = figure.fact
    if fact.indicator == "exchange_rate":
        return
    if _footer(figure) if figure.money else _against(figure):
        fact.indicator, fact.measure, fact.variant = "exchange_rate", "exchange rate", ""
        figure.because("indicator: of one money in another", 0.85)


def _footer(figure: Figure) -> bool:
    """ "($1=90.08 yen)": one of another money on the other side of the equation."""
    tokens, per = figure.sentence.tokens, figure.fact.quantity.per
    return per is not None and per.isupper() and "=" in tokens[max(0, figure.first - 2) : figure.first]


def _against(figure: Figure) -> bool:
    """ "jumped 14 percent against the dollar": a money right behind what a growth is told against."""
    if figure.fact.statistic != "growth":
        return False
    language, tokens = figure.story.language, figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + LEAD]
    link, moneys = closed("against_links", language), closed("moneys_against", language)
    if link.isdisjoint(behind[:1]) or closed("determiners", language).isdisjoint(behind[1:2]):
        return False
    return not moneys.isdisjoint(behind[2:4])
