"""What a verb of earning tells: a firm's profit, pay, what a country gets from abroad, what exports and dues bring."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM, TIMES
from pipeline.interpret.measure.marks import goods

EARNED_FROM = 4
"""Tokens behind a sum within which is named what earns it."""

APART = 9
"""Tokens between what earns and the verb behind it ("exports, which last year earned")."""

SOLD = 8
"""Tokens behind what is earned within which stands that it is from abroad."""

EARNERS = 3
"""Tokens at the begin of a clause in which stands who earns."""


def of(figure: Figure, clue: Clue, organised: bool) -> tuple[str, str] | None:
    """What is earned, and the rule; None where it is a profit."""
    if figure.money and not organised and _abroad(figure):
        return "exports", "what is earned abroad"
    if (brought := _brought(figure, clue)) is not None:
        return brought, "what exports and dues earn"
    if _pay(figure, clue):
        return "wages", "what somebody earns"
    if figure.money and not organised and not _it(figure, clue):
        return "revenue", "what is earned, by no firm"
    return None


def _pay(figure: Figure, clue: Clue) -> bool:
    """ "Deputies earn 40,000 euros a year", "those earning below 20,000", "Mr Holm, who earned 3 million": a sum that is no firm's."""
    who, language = figure.sentence.tokens[max(0, clue.first - 1) : clue.first], figure.story.language
    if not figure.money or not closed("people_who", language).isdisjoint(who):
        return figure.money
    small = figure.fact.quantity.high < SUM and figure.fact.quantity.per != "share"
    opens = figure.sentence.tokens[figure.clause[0] : min(clue.first, figure.clause[0] + EARNERS)]  # "Hourly workers at the mill earn"
    return small and (figure.fact.quantity.per in TIMES or not closed("earners", language).isdisjoint([*who, *opens]))


def _it(figure: Figure, clue: Clue) -> bool:
    """ "It earned 2 million": what was told before, most often a firm."""
    return not closed("earners_told", figure.story.language).isdisjoint(figure.sentence.tokens[max(0, clue.first - 2) : clue.first])


def _abroad(figure: Figure) -> bool:
    """ "Chile earned 2 billion from exports of copper": a sum that comes from abroad."""
    tokens, at = figure.sentence.tokens, figure.behind
    return tokens[at : at + 1] == ["from"] and not closed("sold_abroad", figure.story.language).isdisjoint(tokens[at + 1 : at + SOLD])


def _brought(figure: Figure, clue: Clue) -> str | None:
    """ "Exports earned the country $5 billion", "earned $5 billion from exports": what the subject of the verb names, or what it earns from."""
    tokens, at = figure.sentence.tokens, figure.behind
    earners = closed("earning", figure.story.language)
    if not closed("earned_from", figure.story.language).isdisjoint(tokens[at : at + 1]):
        behind = (c for c in figure.sentence.of("indicator") if at < c.first <= at + EARNED_FROM and c.key in earners)
        if (named := next((c.key for c in behind if "," not in tokens[at : c.first]), None)) is not None:
            return "tax_revenue" if named == "tax_rate" else named
        things = goods(figure.story.language).isdisjoint(tokens[at + 1 : at + EARNED_FROM])
        country = any(p.last < clue.first for p in figure.sentence.of("place"))
        return (
            "exports" if not things and country and figure.fact.quantity.high >= SUM else None
        )  # "Freedonia earned 3 billion from coffee"
    grown = [c for c in figure.sentence.of("indicator") if c.role == "thing" and c.last == clue.first - 1]
    if grown and figure.sentence.of("place") and figure.fact.quantity.high >= SUM:
        return "exports"  # "Rubber earned Freedonia 3.1 billion"
    nouns = [c for c in figure.sentence.of("indicator") if c.role == "noun" and 0 < clue.first - c.last <= APART]
    if not nouns or "," in figure.sentence.tokens[nouns[-1].last : clue.first]:
        return None
    return nouns[-1].key if nouns[-1].key in earners else None
