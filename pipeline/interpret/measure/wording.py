"""What a measure is called, where it is not called as its phrase is printed."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed


def of_form(form: str, indicator: str, language: str) -> str:
    """The noun of an indicator that a word stands for: "sale" of "sold", a stake of "of the company"; else ""."""
    told: str = lexicon.entries("measure", language)["nouns_of_forms"].get(indicator, {}).get(form, "")
    return told


def of_verb(clue: Clue, form: str, indicator: str, language: str) -> str:
    """The noun of a verb that names a measure, `form` its last word: "earnings" of "earned", "sale" of "sold"; else ""."""
    words = lexicon.entries("measure", language)
    table: dict[str, str] = words["nouns_of_verbs"]
    return of_form(form, indicator, language) or table.get(clue.key if clue.key != indicator else "", "") or table.get(indicator, "")


def variant_of_verb(indicator: str, language: str) -> str:
    """What narrows the measure of a verb: what somebody "manages" is under management."""
    told: str = lexicon.entries("measure", language)["variants_of_verbs"].get(indicator, "")
    return told


def printed(figure: Figure, kept: list[int], capitals: range) -> str:
    """The kept tokens of a figure's sentence, spaces where the text has them; in lower case but for words in capitals of so many letters ("GAAP", "M-3")."""
    sentence, text = figure.sentence, figure.story.text
    pieces = []
    for n, i in enumerate(kept):
        word = text[sentence.starts[i] : sentence.ends[i]]
        glued = n > 0 and kept[n - 1] == i - 1 and sentence.ends[i - 1] == sentence.starts[i]
        pieces.append(("" if glued or n == 0 else " ") + (word if word.isupper() and len(word) in capitals else word.lower()))
    return "".join(pieces)


@cache
def _small(language: str) -> frozenset[str]:
    """What no phrase begins or ends with: prepositions and articles, but "per"."""
    return (closed("prepositions", language) - closed("per", language)) | closed("determiners", language)


def ends(tokens: list[str], first: int, last: int, language: str) -> tuple[int, int]:
    """The first and last token of a phrase without the prepositions and articles at its ends; those of compounds ("a-share") and "per" stay."""
    small = _small(language)
    while first < last and tokens[first] in small and tokens[first + 1] != "-":
        first += 1
    while first < last and tokens[last] in small and tokens[last - 1] not in ("-", "&"):
        last -= 1
    return first, last


def spelled_out(measure: str, language: str) -> str:
    """A measure without the short words of tables: "Qtly div" is a quarterly dividend, "Oper shr" operating earnings per share."""
    table: dict[str, str] = lexicon.entries("measure", language)["spelled_out"]
    words, said = measure.split(), []
    if not any(word.casefold() in table for word in words):
        return measure
    while words:
        long = next((n for n in (2, 1) if " ".join(words[:n]).casefold() in table), 0)
        said.append(table[" ".join(words[:long]).casefold()] if long else words[0])
        del words[: long or 1]
    return " ".join(said)
