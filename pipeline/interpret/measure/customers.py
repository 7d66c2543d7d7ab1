"""What customers spend, or pay, more or less of, and what shops sell: "shoppers spent 5 percent more", "motorists pay 8 percent more"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries
from pipeline.lexicon import either

SUBJECT = 6
"""Tokens before the verb in which those stand who do it."""

AVERAGE = 5
"""Tokens between the verb and the percentage: "an average of nearly"."""

DONE = {
    "spends": ("consumer_spending", "spending"),
    "pays_more": ("consumer_prices", "prices"),
    "sellers": ("retail_sales", "sales"),
    "costs_more": ("house_prices", "prices"),
}
"""What is told by the verbs of a set, and what it is called."""

DOERS = {"sellers": "shops", "costs_more": "homes"}
"""Who does so, where they are no customers."""


def settle(figure: Figure) -> None:
    """Take a growth behind such a verb, and before "more" or "less", for one of what customers spend or pay, or shops sell."""
    fact, language = figure.fact, figure.story.language
    if figure.money or fact.statistic != "growth":
        return
    said = figure.sentence.tokens[figure.behind : figure.behind + 1]
    if not closed("more_or_less", language).isdisjoint(said):
        _done(figure)
    elif fact.indicator == "other" and not closed("dearer", language).isdisjoint(said):
        if not closed("components", language).isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.first]):
            fact.indicator = "consumer_prices"  # "food was 5 percent dearer"
            figure.because("indicator: what is dearer or cheaper has a price", 0.75)


def _done(figure: Figure) -> None:
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    passed = either(closed("on_average", language), figure.words("before_figure"))
    at, low = figure.first - 1, max(figure.clause[0], figure.first - AVERAGE - 1)
    while at > low and tokens[at] in passed:
        at -= 1
    kind = next((kind for kind in DONE if tokens[at] in closed(kind, language)), None)
    if kind is None or fact.indicator in (DONE[kind][0], "retail_sales"):
        return
    who = closed(DOERS[kind], language) if kind in DOERS else entries(language)["loose"]["who_pays"]
    if not any(token in who for token in tokens[max(figure.clause[0], at - SUBJECT) : at]):
        return
    if kind == "sellers" and (_goods(figure) or figure.story.organisations_in(figure.sentence.start, figure.sentence.end)):
        return
    fact.indicator, fact.measure = DONE[kind]
    fact.variant = ""
    figure.because("indicator: what customers do more or less of", 0.8)


def _goods(figure: Figure) -> bool:
    """ "Shops sold 5 percent more shoes": whether what is sold is named."""
    behind = figure.sentence.tokens[figure.last + 2 : figure.last + 3]
    return behind != [] and behind[0].isalpha() and behind[0] not in closed("prepositions", figure.story.language)
