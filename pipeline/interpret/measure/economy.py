"""Growth of which nothing is told: where a story is of a state, its economy's."""

from __future__ import annotations

from pipeline.interpret.clauses import asides
from pipeline.interpret.clue import GENITIVE, Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries, marked
from pipeline.lexicon import either, words


def alone(clue: Clue, sentence: Sentence, language: str) -> bool:
    """ "Growth slowed to 2 pct", "said growth would", "China's annual growth rate": whether a noun of growth stands alone, or a place owns it."""
    if clue.key not in closed("movements", language) and clue.key not in entries(language)["loose"]["first"]:
        return False
    return clue.first == 0 or sentence.tokens[clue.first - 1] in closed("before_growth", language) or _of_place(clue, sentence, language)


def aimed(clue: Clue, sentence: Sentence, language: str) -> bool:
    """ "a growth target of 5 pct", "the growth forecast"."""
    if clue.key not in closed("movements", language):
        return False
    before, behind = sentence.tokens[max(0, clue.first - 1) : clue.first], sentence.tokens[clue.last + 1 : clue.last + 2]
    return not closed("aims_of_growth", language).isdisjoint(behind) and not closed("bare_before", language).isdisjoint(before)


def governed(sentence: Sentence, language: str) -> bool:
    """ "The government has set its growth target at 6 pct": whether who governs is told of, in whatever story."""
    return not closed("governing", language).isdisjoint(sentence.tokens)


def _of_place(clue: Clue, sentence: Sentence, language: str) -> bool:
    """Whether a place stands before it, past what tells of which growth it is."""
    at = clue.first - 1
    if sentence.tokens[at] in closed("growth_kinds", language):
        at -= 1
    return sentence.tokens[at] in GENITIVE and any(place.last == at - 1 for place in sentence.of("place"))


def of_place(clue: Clue, sentence: Sentence, language: str) -> bool:
    """ "U.S. growth slowed to", "helped slow China's growth": whether nothing but a place owns the noun, and nothing hangs on it."""
    if clue.key not in entries(language)["loose"]["first"] or not clue.first:
        return False
    behind = sentence.tokens[clue.last + 1 : clue.last + 2]
    if not closed("attaching", language).isdisjoint(behind):
        return False
    return _of_place(clue, sentence, language) or any(place.last == clue.first - 1 for place in sentence.of("place"))


def paced(clue: Clue, figure: Figure, language: str) -> Clue | None:
    """ "Exports were revised down to a 9 percent growth rate": the noun of what grows at a rate that is named behind the figure alone."""
    rates = either(words("pace", language), closed("movements", language))
    if clue.role != "loose" or clue.first <= figure.last or figure.sentence.tokens[clue.last] not in rates or figure.money:
        return None
    if closed("rate_reached", language).isdisjoint(figure.bare_lead()[-1:]):
        return None
    apart = asides(figure.sentence, figure.first, language)  # "spending, which is key to the economy, was revised to"
    before = [
        c
        for c in figure.sentence.of("indicator")
        if c.role == "noun" and figure.lead_first <= c.first and c.last < figure.first and not any(c.first in aside for aside in apart)
    ]
    return before[-1] if before and marked(before[-1].key, "released", language) else None
