"""The words of a sentence that tell how firmly its figures are said, in order."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Sentence, tokenise
from pipeline.lexicon import words

KINDS = ("forecast", "target", "plan", "estimate", "hypothetical", "will", "may", "actual", "copula", "says", "announced")
BREAK, INFINITIVE, NOTHING = "break", "infinitive", "nothing"


class Operator(NamedTuple):
    """A word of modality at tokens `first`..`last`; `role` is `verb`, `noun` or `both`.

    `kind` is a status, or `will`, `may`, `copula`, `says`, `announced`, `infinitive` ("to" with a verb of decision), `break`.
    """

    kind: str
    role: str
    first: int
    last: int


@cache
def _table(language: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """By its first token: the tokens of each form, its kind and role, the longest first."""
    roles: dict[tuple[str, ...], tuple[str, str]] = {}
    entries = lexicon.entries("status", language)
    for kind in KINDS:
        for key, role in (("verbs", "verb"), ("nouns", "noun")):
            for form in entries[kind].get(key, ()):
                tokens = tuple(tokenise(form))
                known = roles.get(tokens)
                roles[tokens] = (known[0] if known else kind, "both" if known else role)
    for form in entries[NOTHING]["forms"]:
        roles[tuple(tokenise(form))] = (NOTHING, "noun")
    for form in (*words("clause_breaks", language), "*"):
        roles[(form,)] = (BREAK, "verb")
    for form in entries["decided"]["verbs"]:
        roles[("to", *tokenise(form))] = (INFINITIVE, "verb")
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for tokens, (kind, role) in roles.items():
        found.setdefault(tokens[0], []).append((tokens, kind, role))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def operators(text: str, sentence: Sentence, language: str) -> list[Operator]:
    """The words of modality of a sentence."""
    table = _table(language)
    tokens = sentence.tokens
    found: list[Operator] = []
    hidden = -1  # the last token of a phrase that says nothing, whatever its words say alone
    for i in [i for i, token in enumerate(tokens) if token in table]:
        for form, kind, role in table[tokens[i]] if i > hidden else ():
            length = len(form)
            if length == 1 or tuple(tokens[i : i + length]) == form:
                if kind == "may" and text[sentence.starts[i]].isupper() and (i or not tokens[i + 1 : i + 2] or not tokens[i + 1].isalpha()):
                    break  # the month
                if kind == NOTHING:
                    hidden = i + length - 1
                    break
                found.append(Operator(kind, role, i, i + length - 1))
                break
    return found


@cache
def forms(name: str, language: str, key: str = "forms") -> frozenset[str]:
    """A set of words of `status.toml`."""
    return frozenset(lexicon.entries("status", language)[name][key])
