"""The rate that a central bank sets has one name in each place: the Fed's "benchmark rate", "overnight rates" and "borrowing costs" are its federal funds rate."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.instrument import central_bank


def settle(figure: Figure) -> None:
    """Give a central bank's rate the variant that it goes by in its place, whatever the story calls it."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator != "interest_rate":
        return
    known = lexicon.entries("variants", language)["policy_rate"]
    place = known["places"].get(fact.entity, {"name": "", "forms": []})
    if fact.variant == place["name"] or (fact.variant and fact.variant not in (*known["forms"], *place["forms"])):
        return
    told = not set(known["words"]).isdisjoint(fact.measure.casefold().split())
    if not fact.variant and not told and central_bank(figure.sentence.tokens, language) is None:
        return  # "the interest rate on her card": anybody's
    fact.variant = place["name"]
    figure.because("variant: the rate that its central bank sets")
