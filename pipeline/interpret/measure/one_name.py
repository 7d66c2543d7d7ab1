"""One name for what narrows an indicator, whatever a story calls it: "the S&P", "Standard & Poor's 500"; "writedowns", "a write-down"."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import Figure

SHARES = "share_price"


def settle(figure: Figure) -> None:
    """Give the variant of a figure the name of its series; a measure that says its variant itself gives it one."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator == SHARES and fact.variant and figure.story.is_organisation(fact.entity):
        _of_a_firm(figure)
    elif fact.indicator == SHARES and fact.variant and _of_its_own(figure):
        fact.variant = ""
    whole = _of_measures(fact.indicator, language).get(fact.measure.casefold(), "")
    kept = _stems(fact.variant) <= _stems(fact.measure)  # "construction" of "public construction"
    told = whole if whole and kept else fact.variant
    if told:
        told = " ".join(_names("terms", language).get(word.casefold(), word) for word in told.split(" "))
        names = _names(fact.indicator, language)
        fact.variant = names.get(told.casefold()) or ", ".join(names.get(part.casefold(), part) for part in told.split(", "))


def _of_its_own(figure: Figure) -> bool:
    """ "Japanese shares fell 2 percent": whether what narrows them only names the nation whose they are."""
    fact, sentence, text = figure.fact, figure.sentence, figure.story.text
    of_nation = (c for c in sentence.of("place") if c.role == "people" and c.key == fact.entity)
    return any(text[sentence.starts[c.first] : sentence.ends[c.last]].casefold() == fact.variant.casefold() for c in of_nation)


def _of_a_firm(figure: Figure) -> None:
    """Leave out of what narrows a firm's shares all that is no kind of them: where they are listed, the index that they are in."""
    fact, known = figure.fact, lexicon.entries("variants", figure.story.language)["shares"]
    if not set(fact.variant.casefold().replace(",", "").split()).isdisjoint(known["kinds"]):
        return
    figure.because("variant: no kind of shares of a firm")
    fact.variant = ""
    if set(fact.measure.casefold().split()).isdisjoint(known["nouns"]):
        fact.measure = known["called"]


def _stems(phrase: str) -> set[str]:
    """The words of a phrase, whether of one or of several."""
    return {word.rstrip("s") for word in phrase.casefold().replace("-", " ").split()}


@cache
def _names(indicator: str, language: str) -> dict[str, str]:
    """The name of each variant of an indicator by all that it is called, in small letters; of "terms", of each term of a paper."""
    table: dict[str, list[str]] = lexicon.entries("variants", language).get(indicator, {})
    return {form.casefold(): name for name, forms in table.items() for form in (name, *forms)}


@cache
def _of_measures(indicator: str, language: str) -> dict[str, str]:
    """The variant that a measure of an indicator says itself."""
    table: dict[str, str] = lexicon.entries("variants", language)["measures"].get(indicator, {})
    return table
