"""What a loose word means once its owner is known: "sales" are revenue only where somebody who sells owns them, and what is sold in
a country is sold by its shops; the "debt" of a firm is that of no state."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import unpaid
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners.known import governs

OWN = 4
"""Tokens behind sales within which it is told that they are a firm's own: "sales at its Irish arm"."""

OWED = ("foreign_debt", "public_debt")
"""What only a state owes; the guideline has no name for what a firm does."""


def settle(figure: Figure) -> None:
    """Take sales for those of shops where they are a country's, and debt for nobody's by name where it is a firm's."""
    if figure.fact.indicator in OWED or _borrowings(figure):
        _of_firm(figure)
    elif figure.fact.indicator == "retail_sales":
        _of_shop(figure)
    elif figure.fact.indicator == "consumer_prices":
        _of_wares(figure)
    else:
        _of_country(figure)


def _borrowings(figure: Figure) -> bool:
    """ "helped to reduce borrowings to 5 million": what a firm owes its banks."""
    clue = figure.clue
    return (
        clue is not None
        and figure.fact.indicator == "lending"
        and figure.sentence.tokens[clue.last] in closed("borrowed", figure.story.language)
    )


def _of_firm(figure: Figure) -> None:
    """ "Arden Air, with debts of 560 million": debt that is no state's; what is set beside it follows."""
    fact, clue, anchor = figure.fact, figure.clue, figure.frame.anchor
    if (
        clue is None
        or unpaid.RULE in fact.rules
        or (clue.role != "loose" and fact.indicator in OWED)
        or fact.entity is None
        or (anchor is not None and figure.clue is anchor.clue)
    ):
        return
    if governs(fact.entity, figure.story.language):
        return
    if figure.story.is_organisation(fact.entity):
        fact.indicator = "other"
        figure.because("indicator: debt of a firm", 0.7)


def _of_wares(figure: Figure) -> None:
    """ "Arden Cars cut its prices by 5 percent": what one firm asks for its wares is no index of what all buy."""
    fact, clue, language = figure.fact, figure.clue, figure.story.language
    if clue is None or clue.first != clue.last or figure.sentence.tokens[clue.last] not in closed("asked_price", language):
        return
    if fact.entity is not None and figure.story.is_organisation(fact.entity) and not governs(fact.entity, language):
        fact.indicator = "other"
        figure.because("indicator: what a firm asks for its wares", 0.7)


def _of_shop(figure: Figure) -> None:
    """ "the grocer's retail sales, excluding fuel, were down 2%", "U.S. sales of Arden": what one firm sells is its revenue."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if not figure.story.is_organisation(figure.fact.entity):
        return
    own = clue is not None and not closed("possessives", figure.story.language).isdisjoint(tokens[clue.last + 1 : clue.last + OWN])
    loose = clue is not None and clue.role == "loose" and closed("whole_trade", figure.story.language).isdisjoint(tokens)
    if own or loose or not any(c.role in ("names", "people") for c in figure.sentence.of("place")):  # "China's retail sales" are no firm's
        figure.fact.indicator = "revenue"
        figure.because("indicator: sales of a firm", 0.8)


def _of_country(figure: Figure) -> None:
    """Sales that turned out to be a country's, and no firm's."""
    fact, clue = figure.fact, figure.clue
    if (
        fact.indicator != "revenue"
        or clue is None
        or fact.entity is None
        or fact.entity not in lexicon.entries("places", figure.story.language)
    ):
        return
    if any(c.key in ("profit", "loss") and c.role == "noun" for c in figure.sentence.of("indicator")):
        return  # "it made a loss of 2 million on sales of 9 million"
    if not closed("no_shops", figure.story.language).isdisjoint(figure.sentence.tokens[max(0, clue.first - 1) : clue.last]):
        return
    if figure.sentence.tokens[clue.last] in closed("sold", figure.story.language):
        fact.indicator = "retail_sales"
        figure.because("indicator: sales of a country", 0.7)
