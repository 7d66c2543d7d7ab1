"""At what a state or its central bank aims, told with no noun: "the government stood by its forecast of 2 percent growth", "the Bank of Arden
targets 3 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.economy import governed
from pipeline.interpret.measure.instrument import central_bank
from pipeline.interpret.measure.nations import foreseen

ECONOMY = "gdp"
"""At whose growth a government aims."""

INFLATION = "consumer_prices"
"""At what central banks aim."""

TAME = 5
"""Percent above which no central bank aims at a rise of prices."""

BANK = 5
"""Tokens before a target, its verb and its preposition in which the bank stands."""


def of(figure: Figure, told: tuple[str, ...]) -> tuple[str, str] | None:
    """The indicator and its noun, where the story has told of it."""
    if ECONOMY in told and _growth(figure):
        return ECONOMY, ""
    return (INFLATION, "inflation") if INFLATION in told and _prices(figure) else None


def _growth(figure: Figure) -> bool:
    """ "The government stood by its forecast of 2 percent growth": what who governs foresees, with nothing that grows."""
    lead, language = figure.bare_lead(), figure.story.language
    if closed("value_links", language).isdisjoint(lead[-1:]) or closed("aims_of_growth", language).isdisjoint(lead[-2:-1]):
        return False
    return governed(figure.sentence, language) and foreseen(figure)


def _prices(figure: Figure) -> bool:
    """ "The Bank of Arden targets 3 percent", "the bank's 2 percent target": no rate that it sets, as its "target rate" is."""
    tokens, language, quantity = figure.sentence.tokens, figure.story.language, figure.fact.quantity
    if quantity.unit != "percent" or quantity.high > TAME or figure.fact.statistic != "level":
        return False
    lead = figure.bare_lead()
    by_bank = central_bank(lead, language) is not None or not closed("banks_aiming", language).isdisjoint(lead[-BANK:])
    if not by_bank or not closed("loose_rates", language).isdisjoint(tokens):
        return False
    verb = lead[-2:-1] if lead[-1:] and lead[-1] in closed("price_links", language) else lead[-1:]
    noun = tokens[figure.behind : figure.behind + 1]
    return not closed("aiming_at", language).isdisjoint(verb) or not closed("targets_called", language).isdisjoint(noun)
