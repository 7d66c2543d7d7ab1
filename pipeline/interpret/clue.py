"""The words of a sentence that say something about its figures, found in one pass over its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline import lexicon

TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)+\.?|['’]s\b|[^\W\d_]+|\d+(?:[.,]\d+)*|\S")


class Clue(NamedTuple):
    """One cue: its kind ("indicator", "direction.up", "place" …), what it stands for, and its range of tokens."""

    kind: str
    key: str
    first: int
    last: int
    start: int
    end: int
    role: str = ""


class Sentence(NamedTuple):
    """A sentence as interpretation sees it: tokens in lower case with their offsets in the document, and the clues in them."""

    start: int
    end: int
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    clues: list[Clue]

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends after `offset`."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


class _Entry(NamedTuple):
    tokens: tuple[str, ...]
    kind: str
    key: str
    role: str
    capital: str
    """"" any case; "first" needs a capital; else the exact spelling."""
    group: str
    """What its kind is one of: clues of one group do not overlap."""
    second: str
    """Its second token, looked at before the others; "" where it has one only."""


def tokenise(text: str) -> list[str]:
    return [m.group().casefold() for m in TOKEN.finditer(text)]


@cache
def _entries(language: str) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}

    def add(form: str, kind: str, key: str, role: str = "", capital: str = "") -> None:
        tokens = tuple(tokenise(form))
        rows = found.setdefault(tokens[0], [])
        for i, row in enumerate(rows):
            if row.tokens == tokens and row.kind == kind and row.key == key:
                rows[i] = row if row.role == role else row._replace(role="both")  # "rise" is a verb and a noun
                break
        else:
            rows.append(_Entry(tokens, kind, key, role, capital, kind.partition(".")[0], tokens[1] if len(tokens) > 1 else ""))

    indicators = lexicon.entries("indicators", language)
    loose = indicators["loose"]
    for name, entry in indicators.items():
        if name == "loose":
            continue
        for form in entry["nouns"]:
            if form not in loose:
                add(form, "indicator", name, "none" if name == "none" else "noun")
        for form in entry.get("things", ()):
            add(form, "indicator", name, "thing")
        for form in entry.get("verbs", ()):
            add(form, "indicator", name, "verb")
    for form, choices in loose.items():
        if isinstance(choices, list) and form not in ("by_owner", "by_default", "of_things_links"):
            add(form, "indicator", form, "loose")
    for form in loose["verbs"]:
        add(form, "indicator", form, "verb")
    for code, place in lexicon.entries("places", language).items():
        for role in ("names", "people", "seats", "bodies"):
            for form in place[role]:
                add(form, "place", code, role, form if form.isupper() and len(form) <= 4 else "" if form.islower() else "first")
    for kind, values in lexicon.entries("cues", language).items():
        for key, entry in values.items() if all(isinstance(v, dict) for v in values.values()) else [("", values)]:
            for role, forms in entry.items():
                for form in forms:
                    add(form, f"{kind}.{key}" if key else kind, key, role)
    for rows in found.values():
        rows.sort(key=lambda row: -len(row.tokens))
    return found


def read(text: str, start: int, end: int, language: str) -> Sentence:
    """The tokens and clues of `text[start:end]`; clues of one kind do not overlap, the longest wins,
    a noun inside the name of a place ("euro" zone) is none, nor is the "rate" of a basis ("annual rate")."""
    tokens, starts, ends = [], [], []
    for m in TOKEN.finditer(text, start, end):
        tokens.append(m.group().casefold())
        starts.append(m.start())
        ends.append(m.end())
    clues = list(_clues(text, tokens, starts, ends, language))
    places = [(c.first, c.last) for c in clues if c.kind == "place"]
    bases = [(c.first, c.last) for c in clues if c.kind.startswith("basis.")]
    pace = lexicon.words("pace", language)
    kept = []
    for c in clues:
        if c.kind == "indicator":
            if c.role == "none" or any(a <= c.first and c.last <= b for a, b in places):
                continue
            if c.key in pace and any(a <= c.first and c.last <= b for a, b in bases):
                continue
        kept.append(c)
    return Sentence(start, end, tokens, starts, ends, kept)


def _clues(text: str, tokens: list[str], starts: list[int], ends: list[int], language: str) -> Iterator[Clue]:
    entries = _entries(language)
    until: dict[str, int] = {}
    following = [*tokens[1:], ""]
    for i, token in enumerate(tokens):
        rows = entries.get(token)
        if rows is None:
            continue
        after = following[i]
        for row in rows:
            if row.second and row.second != after:
                continue
            length = len(row.tokens)
            if until.get(row.group, 0) > i or (length > 2 and tuple(tokens[i : i + length]) != row.tokens):
                continue
            if row.capital:
                written = text[starts[i] : ends[i + length - 1]]
                if not written[0].isupper() or (row.capital != "first" and written != row.capital):
                    continue
            until[row.group] = i + length
            yield Clue(row.kind, row.key, i, i + length - 1, starts[i], ends[i + length - 1], row.role)
