"""What a price is per, where the words leave it to be understood: a share price, a barrel in an oil story, a rate's other currency."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.measure.closed import closed
from pipeline.model import Fact
from pipeline.recognise.vocabulary import vocabulary

EACH = 6
"""Tokens behind a price in which "for each share" ends."""

LARGE = 1_000_000
"""From here on an amount is a sum, no price of one share."""


def understood(
    fact: Fact, sentence: Sentence, clue: Clue | None, last: int, carried: dict[str, str], language: str
) -> tuple[str | None, str | None]:
    """The denominator of a fact that states none, and the rule; `carried` holds the story's last stated one by indicator."""
    if not fact.quantity.unit.isupper():
        return None, None
    entry = lexicon.entries("indicators", language).get(fact.indicator, {})
    if fact.indicator == "exchange_rate":
        return _other_currency(fact, sentence, clue, last, language)
    said = clue.first if clue is not None else 0
    if clue is not None and fact.statistic == "level" and (entry.get("flow") or entry.get("rate")):
        rate = next((_rates(language)[t] for t in sentence.tokens[max(0, said - 2) : clue.last + 1] if t in _rates(language)), None)
        if rate is not None and (entry.get("rate") or (rate == "year" and fact.period is None)):
            return rate, "per: a rate by its adjective"
    by_word = entry.get("per_by_word", {})
    for word in fact.measure.casefold().split():
        if word in by_word:
            return str(by_word[word]), f"per: understood of {word}"
    if person := _named_before(sentence, clue, last, language):
        return person, "per: named before the figure"
    if clue is not None and fact.statistic == "level" and abs(fact.quantity.high) < LARGE and _each(sentence, last, language):
        return "share", "per: each of the shares"
    if fact.indicator in carried and entry.get("per_carried"):
        return carried[fact.indicator], "per: as said before"
    if entry.get("per") and abs(fact.quantity.high) < LARGE:
        return str(entry["per"]), f"per: a {entry['per']} is understood"
    if (each := entry.get("per_each")) and not closed("apiece", language).isdisjoint(sentence.tokens[last + 1 : last + 2]):
        return str(each), f"per: each {each} is meant"
    return None, None


def _named_before(sentence: Sentence, clue: Clue | None, last: int, language: str) -> str | None:
    """ "Spending per head was $40": what the measure says that it is per, right behind its noun."""
    if clue is None or clue.last >= last:
        return None
    tokens = sentence.tokens[clue.last + 1 : clue.last + 3]
    return lexicon.meanings("denominators", language).get(tokens[1]) if tokens[:1] == ["per"] and len(tokens) > 1 else None


def _each(sentence: Sentence, last: int, language: str) -> bool:
    """ "sold two mln shares at 11.50 dlrs each", "31 dlrs in cash for each share"."""
    share = lexicon.entries("denominators", language)["share"]
    behind = sentence.tokens[last + 1 : last + 1 + EACH]
    if behind[:1] and behind[0] in share["pieces"]:
        return not {f"{form}s" for form in share["forms"]}.isdisjoint(sentence.tokens[:last])
    return any(a in share["pieces"] and b in share["forms"] for a, b in pairwise(behind))


@cache
def _rates(language: str) -> dict[str, str]:
    """Adjectives that make a rate of an amount ("monthly wages"), with the denominator."""
    entries = lexicon.entries("denominators", language)
    return {word: name for name, entry in entries.items() for word in entry.get("adjectives", ())}


def _other_currency(fact: Fact, sentence: Sentence, clue: Clue | None, last: int, language: str) -> tuple[str | None, str | None]:
    """The currency that a rate prices: the one it is said against, else the one the sentence speaks of."""
    tokens = sentence.tokens
    for i in range(last + 1, min(last + 5, len(tokens) - 1)):
        if tokens[i] in lexicon.words("priced_against", language):
            at = i + 2 if tokens[i + 1] in ("the", "a") else i + 1
            code = _code(tokens[at : at + 1], language)
            if code and code != fact.quantity.unit:
                return code, "per: the currency it is said against"
    if clue is not None:
        code = _code(tokens[clue.first : clue.first + 1], language)
        if code and code != fact.quantity.unit:
            return code, "per: the currency spoken of"
    return None, None


def _code(token: list[str], language: str) -> str | None:
    for phrase, sense in vocabulary(language).after.get(token[0] if token else "", ()):
        if len(phrase) == 1 and sense.kind == "c":
            return sense.units[0]
    return None
