"""The words of a sentence that say something about its figures, found in one pass over its tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret import guises

TOKEN = re.compile(r"([^\W\d_]+(?:(?:\.[^\W\d_]+)+\.?)?|'s\b|\d+(?:[.,]\d+)*|\S)")
ASCII = re.compile(r"([a-z]+(?:(?:\.[a-z]+)+\.?)?|'s\b|[0-9]+(?:[.,][0-9]+)*|\S)")
"""The same in a text of ASCII in lower case: twice as fast."""


GENITIVE = frozenset({"'s"})
"""The token that makes a genitive."""

CODE, LONGEST_CODE = 3, 5
"""Letters of the code of a country, and at most of a group's: what is longer is the name of a state, a town or an organisation."""

CLOSING = {"(": ")", "<": ">"}
"""What closes a bracket."""


# What the questions read all the time has slots and is no tuple: it is made, and each field of it read, in half the time.
@dataclass(slots=True, eq=False)
class Clue:
    """One cue: its kind ("indicator", "direction.up", "place" …), what it stands for, and its range of tokens."""

    kind: str
    key: str
    first: int
    last: int
    start: int
    end: int
    role: str = ""


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence as interpretation sees it: tokens in lower case with their offsets in the document, and the clues in them.

    `groups` holds the same clues by the first part of their kind ("direction" of "direction.up"), for nearly every question asks
    for those of one sort.
    """

    start: int
    end: int
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    clues: list[Clue]
    groups: dict[str, list[Clue]]

    def of(self, group: str) -> Sequence[Clue]:
        """The clues of one sort, from left to right."""
        return self.groups.get(group, ())

    def measuring(self, told: Callable[[Clue], bool]) -> Sentence:
        """The sentence with only those of its indicators that `told` holds for."""
        nouns = self.groups.get("indicator", [])
        kept = [clue for clue in nouns if told(clue)]
        if len(kept) == len(nouns):
            return self
        clues = [clue for clue in self.clues if clue.kind != "indicator" or clue in kept]
        return Sentence(self.start, self.end, self.tokens, self.starts, self.ends, clues, {**self.groups, "indicator": kept})

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends after `offset`."""
        return bisect_right(self.ends, offset)


def coded(entity: str) -> bool:
    """Whether an owner is told by the code of a country or a group ("GBR", "OPEC"), not by a name."""
    return entity.isupper() and len(entity) <= LONGEST_CODE


class _Entry(NamedTuple):
    tokens: tuple[str, ...]
    kind: str
    key: str
    role: str
    capital: str
    """"" any case; "first" needs a capital; else the exact spelling."""
    group: str
    """What its kind is one of: clues of one group do not overlap."""


_Rows = tuple[tuple[_Entry, ...], dict[str, dict[str, tuple[_Entry, ...]]]]
"""The entries that begin with one token, the longest first: those of it alone, for it begins most of the time no other; and, with these, those
that the token behind it goes on with, by that and the one behind that, under "" those that end before."""


def past_bracket(tokens: list[str], at: int, longest: int) -> int:
    """The token behind the bracket that opens at `at`; `at` itself where none opens there, or none closes within `longest` tokens."""
    closing = CLOSING.get(tokens[at]) if at < len(tokens) else None
    if closing is None:
        return at
    return next((i + 1 for i in range(at + 1, min(at + longest, len(tokens))) if tokens[i] == closing), at)


def tokenise(text: str) -> list[str]:
    return _cut(text)[0]


def _cut(text: str) -> tuple[list[str], list[str]]:
    """The tokens of a text in lower case; and, as written, the tokens with the white space before, between and behind them."""
    if text.isascii():
        parts = ASCII.split(text.lower())
        return parts[1::2], parts
    parts = TOKEN.split(text)
    return [part.casefold() for part in parts[1::2]], parts


@cache
def _entries(language: str) -> dict[str, _Rows]:
    found: dict[str, list[_Entry]] = {}

    def add(form: str, kind: str, key: str, role: str = "", capital: str = "") -> None:
        tokens = tuple(tokenise(form))
        rows = found.setdefault(tokens[0], [])
        for i, row in enumerate(rows):
            if row.tokens == tokens and row.kind == kind and row.key == key:
                rows[i] = row if row.role == role else row._replace(role="both")  # "rise" is a verb and a noun
                break
        else:
            rows.append(_Entry(tokens, kind, key, role, capital, kind.partition(".")[0]))

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
    for federation in lexicon.entries("states", language).values():
        for form in federation["forms"]:
            add(form, "state", form, "names", "first")
    for kind, values in lexicon.entries("cues", language).items():
        for key, entry in values.items() if all(isinstance(v, dict) for v in values.values()) else [("", values)]:
            for role, forms in entry.items():
                for form in forms:
                    add(form, f"{kind}.{key}" if key else kind, key, role)
    return {token: _by_next(sorted(rows, key=lambda row: -len(row.tokens))) for token, rows in found.items()}


@cache
def _unions(language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The union that a nation's seat stands for ("Brussels has warned Rome"), and the names of the nation, of which its story tells."""
    places = lexicon.entries("places", language)
    return {code: (entry["union"], (*entry["names"], *entry["people"])) for code, entry in places.items() if "union" in entry}


def _by_next(rows: list[_Entry]) -> _Rows:
    seconds = dict(_by(1, rows))
    return seconds.pop(""), {second: dict(_by(2, among)) for second, among in seconds.items()}


def _by(at: int, rows: Iterable[_Entry]) -> Iterator[tuple[str, tuple[_Entry, ...]]]:
    """The entries by their token `at`, with those that end before it; under "" these alone."""
    rows = tuple(rows)
    for token in {"", *(row.tokens[at] for row in rows if len(row.tokens) > at)}:
        yield token, tuple(row for row in rows if row.tokens[at : at + 1] in ((), (token,)))


def read(text: str, start: int, end: int, language: str) -> Sentence:
    """The tokens and clues of `text[start:end]`; clues of one kind do not overlap, the longest wins,
    a noun inside the name of a place ("euro" zone) is none, nor is one that only reads like a measure, nor the "rate" of a basis ("annual rate")."""
    tokens, parts = _cut(text[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    clues, groups = _clues(text, tokens, starts, ends, language)
    sentence = Sentence(start, end, tokens, starts, ends, clues, groups)
    places, bases = sentence.of("place"), sentence.of("basis")
    if "indicator" not in groups:
        return sentence
    pace = lexicon.words("pace", language)

    def told(c: Clue) -> bool:
        if c.role == "none" or (places and any(p.first <= c.first and c.last <= p.last for p in places)):
            return False
        if guises.disguised(text, tokens, starts, c, places, language):
            return False
        return not (bases and c.key in pace and any(b.first <= c.first and c.last <= b.last for b in bases))

    return sentence.measuring(told)


def _clues(text: str, tokens: list[str], starts: list[int], ends: list[int], language: str) -> tuple[list[Clue], dict[str, list[Clue]]]:
    """All clues, and the same by group; of those that begin with one token the longest first."""
    entries = _entries(language)
    particles = lexicon.words("particles", language)
    behind = [*tokens[1:], "", ""]
    hits = [
        (i, rows)
        for i, token in enumerate(tokens)
        if token in entries
        and (
            rows := begun[0] if (thirds := (begun := entries[token])[1].get(behind[i])) is None else thirds.get(behind[i + 1]) or thirds[""]
        )
    ]
    found: list[Clue] = []
    groups: dict[str, list[Clue]] = {}
    for i, rows in hits:
        for form, kind, key, role, capital, group in rows:
            last = i + len(form) - 1
            if last > i + 2 and tuple(tokens[i : last + 1]) != form:
                continue
            if capital and (not text[starts[i]].isupper() or (capital != "first" and text[starts[i] : ends[last]] != capital)):
                continue
            if last == i and i and group == "direction" and tokens[i - 1] == "-" and form[0] in particles and starts[i] == ends[i - 1]:
                continue  # "a break-up fee", "a jaw-dropping sum"
            before = groups.get(group)
            if before is None:
                before = groups[group] = []
            elif before[-1].last >= i:
                continue
            if role == "seats" and (union := _unions(language).get(key)) is not None and not any(form in text for form in union[1]):
                key = union[0]
            clue = Clue(kind, key, i, last, starts[i], ends[last], role)
            before.append(clue)
            found.append(clue)
    return found, groups
