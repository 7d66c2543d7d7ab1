"""The organisations and places that a story names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence

NAME = r"[A-Z][\w&'’.-]*"


class Organisation(NamedTuple):
    """An organisation as first named in full, with the short forms it goes by, and where it is first named."""

    name: str
    aliases: frozenset[str]
    first: int


class Occurrence(NamedTuple):
    """A name of an organisation in the text."""

    start: int
    end: int
    name: str


@cache
def _organisation_pattern(language: str) -> re.Pattern[str]:
    suffixes = "|".join(re.escape(s) for s in lexicon.entries("organisations", language)["suffixes"]["forms"])
    return re.compile(
        rf"<(?P<wire>[A-Z][\w&'’., ()/-]{{2,60}}?)(?:\s+<?[A-Z]+(?:\.[A-Z]+)?>)?>"
        rf"|(?P<plain>(?:{NAME}[ \n]+(?:(?:of|and|&|de|for)[ \n]+)?){{1,5}}(?:{suffixes}))(?![\w])"
        rf"|(?P<ticked>(?:{NAME}[ \n]+){{1,4}})\(?\s?[A-Z0-9]{{1,6}}\.[A-Z]{{1,2}}\b"
    )


def organisations(text: str, language: str) -> list[Organisation]:
    """The organisations that `text` names in full."""
    found: dict[str, Organisation] = {}
    skip = frozenset(lexicon.entries("organisations", language)["not_first"]["forms"])
    for m in _organisation_pattern(language).finditer(text):
        name = " ".join((m["wire"] or m["plain"] or m["ticked"]).split())
        words = name.split()
        while words and words[0].casefold() in skip:
            words = words[1:]
        if not words or (len(words) == 1 and not m["wire"]):
            continue
        name = " ".join(words)
        key = _short(name, language).casefold()
        if key and key not in found:
            found[key] = Organisation(name, frozenset(_aliases(name, language)), m.start())
    for m in _recurring(text, language):
        if not any(m.group() in organisation.aliases for organisation in found.values()):
            found[m.group().casefold()] = Organisation(m.group(), frozenset({m.group()}), m.start())
    return list(found.values())


TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|President|Minister|Chairman)\.? $")
INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-zA-Z&]{2,}(?:['’]s)?")
OFTEN = 2
"""Times that a name without a legal form must stand inside a sentence to be taken for an organisation."""


def _recurring(text: str, language: str) -> list[re.Match[str]]:
    """The first places of names that recur and belong to no place, month or person with a title ("Heineken", "Exel")."""
    count: Counter[str] = Counter()
    first: dict[str, re.Match[str]] = {}
    people: set[str] = set()
    for m in INSIDE.finditer(text):
        name = re.sub(r"['’]s$", "", m.group())
        if TITLED.search(text, max(0, m.start() - 10), m.start()):
            people.add(name)
        count[name] += 1
        first.setdefault(name, m)
    known = _no_names(language)
    names = [name for name, times in count.items() if times >= OFTEN and name not in people and name.casefold() not in known]
    pattern = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in names}
    return [found for name in names if (found := pattern[name].search(text)) is not None]


@cache
def _no_names(language: str) -> frozenset[str]:
    """Capitalised words that are places, months, days or titles, in lower case."""
    places = lexicon.entries("places", language).values()
    words = {w for p in places for role in ("names", "people", "seats", "bodies") for form in p[role] for w in form.casefold().split()}
    periods = lexicon.entries("periods", language)
    return frozenset(
        words
        | set(periods["months"])
        | set(periods["weekdays"])
        | {w.casefold() for w in lexicon.entries("organisations", language)["not_names"]["forms"]}
    )


@cache
def _suffixes(language: str) -> frozenset[str]:
    return frozenset(s.casefold().rstrip(".") for s in lexicon.entries("organisations", language)["suffixes"]["forms"])


def _short(name: str, language: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].casefold().rstrip(".") in _suffixes(language):
        words.pop()
    return " ".join(words)


def _aliases(name: str, language: str) -> set[str]:
    short = _short(name, language)
    words = short.split()
    found = {name, short, words[0]} if len(words[0]) > 3 else {name, short}
    initials = "".join(w[0] for w in words if w[0].isupper())
    if len(initials) > 2:
        found.add(initials)
    return found


def occurrences(text: str, known: list[Organisation]) -> list[Occurrence]:
    """Where the organisations are named, by any of their forms, from left to right."""
    names: dict[str, str] = {}
    for organisation in known:
        for alias in organisation.aliases:
            names.setdefault(alias, organisation.name)
    if not names:
        return []
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    return [Occurrence(m.start(), m.end(), names[" ".join(m.group().split())]) for m in pattern.finditer(text)]


def main_place(head: list[Sentence], title: Sentence) -> str | None:
    """The place a story is about: the one its title and first sentences name most."""
    count: Counter[str] = Counter()
    for i, sentence in enumerate(head):
        for clue in places(sentence):
            count[clue.key] += (4 if clue.role in ("names", "people") else 2) if i == 0 else 1
    for clue in places(title):
        count[clue.key] += 3
    return count.most_common(1)[0][0] if count else None


def places(sentence: Sentence) -> list[Clue]:
    """The places a sentence names, without those inside the name of a currency ("Canadian dollars")."""
    found = [clue for clue in sentence.clues if clue.kind == "place"]
    return [clue for clue in found if not _in_currency(sentence, clue)]


@cache
def _inside(language: str) -> frozenset[str]:
    return frozenset(lexicon.meanings("currency_families", language, "words"))


def _in_currency(sentence: Sentence, clue: Clue, language: str = "en") -> bool:
    following = sentence.tokens[clue.last + 1] if clue.last + 1 < len(sentence.tokens) else ""
    return clue.role == "people" and following in _inside(language)
