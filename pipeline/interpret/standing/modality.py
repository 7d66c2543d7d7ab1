"""The words of a sentence that tell how firmly its figures are said, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Sentence, tokenise
from pipeline.lexicon import words

KINDS = ("forecast", "target", "plan", "estimate", "hypothetical", "will", "may", "actual", "copula", "says", "announced")
BREAK, INFINITIVE, NOTHING = "break", "infinitive", "nothing"


SHORT = 2
"""Tokens of a form whose words tell something by themselves; those of a longer one do not ("trying to get")."""


@dataclass(slots=True, eq=False)
class Operator:
    """A word of modality at tokens `first`..`last`; `role` is `verb`, `noun` or `both`.

    `kind` is a status, or `will`, `may`, `copula`, `says`, `announced`, `infinitive` ("to" with a verb of decision), `break`.
    """

    kind: str
    role: str
    first: int
    last: int


_Rows = list[tuple[tuple[str, ...], str, str]]
"""The tokens of forms with their kind and role, the longest first."""


@cache
def _table(language: str) -> dict[str, dict[str, _Rows]]:
    """By its first token, then by its second: the forms that may stand there; under "" those of one token."""
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
    found: dict[str, _Rows] = {}
    for tokens, (kind, role) in roles.items():
        found.setdefault(tokens[0], []).append((tokens, kind, role))
    return {token: _by_second(sorted(rows, key=lambda row: -len(row[0]))) for token, rows in found.items()}


def _by_second(rows: _Rows) -> dict[str, _Rows]:
    """ "to" begins a hundred forms, and one look-up leaves those that may stand here."""
    seconds = {"", *(tokens[1] for tokens, _, _ in rows if len(tokens) > 1)}
    return {second: [row for row in rows if row[0][1:2] in ((), (second,))] for second in seconds}


def operators(text: str, sentence: Sentence, language: str) -> list[Operator]:
    """The words of modality of a sentence."""
    table, month = _table(language), forms("month_too", language)
    tokens = sentence.tokens
    found: list[Operator] = []
    hidden = -1  # the last token of a phrase that says nothing, whatever its words say alone
    for i in [i for i, token in enumerate(tokens) if token in table]:
        if i <= hidden:
            continue
        beginning, second = table[tokens[i]], tokens[i + 1] if i + 1 < len(tokens) else ""
        for form, kind, role in beginning.get(second) or beginning[""]:
            length = len(form)
            if length < 3 or tuple(tokens[i : i + length]) == form:
                if kind == "may" and text[sentence.starts[i]].isupper() and (i or not second.isalpha() or tokens[i] in month):
                    break  # the month
                if kind == BREAK and tokens[i] == "*" and text[sentence.starts[i] - 1 : sentence.starts[i]].isalnum():
                    break  # "E*Trade"
                if _counted(tokens, i, language):
                    break  # "three projects totaling $1 billion"
                if kind == NOTHING:
                    hidden = i + length - 1
                    break
                found.append(Operator(kind, role, i, i + length - 1))
                if length > SHORT:
                    hidden = i + length - 1 - (form[-1] == "to")  # but "to" may begin a form of its own
                break
    return found


def _counted(tokens: list[str], at: int, language: str) -> bool:
    """Whether a word that is a noun more often than a verb is counted: "three projects"."""
    before = tokens[at - 1] if at else ""
    if tokens[at] not in forms("nouns_too", language):
        return False
    behind = tokens[at] not in forms("counting.expected", language) and before in forms("counting.behind", language)
    return behind or before in forms("counting", language) or before.isdigit()


SETS = lexicon.file("status")


def sets(language: str) -> lexicon.Sets:
    """The sets of words of `status.toml`."""
    return SETS[language]


def forms(name: str, language: str) -> frozenset[str]:
    """A set of words of `status.toml`."""
    return SETS[language][name]
