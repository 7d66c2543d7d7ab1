"""What passengers, households and drivers are charged: who sets it says what it will be, and foresees nothing."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import forms
from pipeline.interpret.standing.reach import among

MEASURES = frozenset({"consumer_prices", "commodity_price", "tax_rate", "other"})
"""What a charge is counted as."""


def announced(figure: Figure) -> bool:
    """ "Fares will rise by 6 percent, the council announced": whether a charge is set by somebody whom the sentence or the first one names."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in MEASURES or fact.statistic == "share":
        return False
    charged = forms("charged", language)
    measured = set(fact.measure.casefold().replace("-", " ").split())
    if charged.isdisjoint(measured) and not (fact.indicator == "tax_rate" or among(figure, "charged", figure.lead)):
        return False
    first = figure.story.sentence(0)
    return among(figure, "charge_setters", figure.sentence.tokens) or among(figure, "charge_setters", first.tokens)
