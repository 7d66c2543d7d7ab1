"""What customers spend, or pay, more or less of, and what shops sell: "shoppers spent 5 percent more", "motorists pay 8 percent more"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries

SUBJECT = 6
"""Tokens before the verb in which those stand who do it."""

AVERAGE = 5
"""Tokens between the verb and the percentage: "an average of nearly"."""

DONE = {"spends": "consumer_spending", "pays_more": "consumer_prices", "sellers": "retail_sales"}
"""What is told by the verbs of a set."""

CALLED = {"consumer_spending": "spending", "consumer_prices": "prices", "retail_sales": "sales"}


def settle(figure: Figure) -> None:
    """Take a growth behind such a verb, and before "more" or "less", for one of what customers spend or pay, or shops sell."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.statistic != "growth" or closed("more_or_less", language).isdisjoint(tokens[figure.last + 1 : figure.last + 2]):
        return
    passed = closed("on_average", language) | figure.words("before_figure")
    at, low = figure.first - 1, max(figure.clause[0], figure.first - AVERAGE - 1)
    while at > low and tokens[at] in passed:
        at -= 1
    told = next((name for kind, name in DONE.items() if tokens[at] in closed(kind, language)), None)
    if told is None or told == fact.indicator or fact.indicator == "retail_sales":
        return
    before = tokens[max(figure.clause[0], at - SUBJECT) : at]
    who = closed("shops", language) if told == "retail_sales" else entries(language)["loose"]["who_pays"]
    if not any(token in who for token in before) or (
        told == "retail_sales" and figure.story.organisations_in(figure.sentence.start, figure.sentence.end)
    ):
        return
    behind = tokens[figure.last + 2 : figure.last + 3]
    if told == "retail_sales" and not (behind == [] or behind[0] in closed("prepositions", language) or not behind[0].isalpha()):
        return  # "shops sold 5 pct more shoes"
    fact.indicator, fact.measure, fact.variant = told, CALLED[told], ""
    figure.because("indicator: what customers do more or less of", 0.8)
