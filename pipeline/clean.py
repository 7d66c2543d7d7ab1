"""Mask page furniture: what stands on the page but is no part of the story.

Cleaning never deletes.  Masked stretches become spaces of the same length (line ends stay), so offsets index the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from pipeline import lexicon
from pipeline.model import Span
from pipeline.typography import plain

INK = re.compile(r"[^\n\r]")
LINE = re.compile(r"[^\n]*[^\s][^\n]*")
SHORTEST_REPEAT = 60
"""Characters from which a line that stands twice is a caption or a teaser printed again, not a heading."""
LONGEST = 300
"""Characters of the longest line of furniture; a longer one is told apart by its brackets only."""
HEADLINE, HEADLINES = 140, 15
"""Characters of the longest headline of another story, and how many of them a rail has."""
ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
"""How the last line of a paragraph ends."""
SENTENCE = re.compile(r"[.!][\"'”’)\]]*$")
"""How prose ends, and a headline does not."""
BYLINE, NAMES = 3, 12
"""Lines of a story among which the names of its writers stand, and words of the longest such line."""
MARKS = " \t\r:…|»›>*#_-–—[]"
"""What may stand around the words of a line of furniture; a full stop makes it the last word of wrapped prose."""
DOTS = re.compile(r"\.\.+$")
MONEY = re.compile(r"[$€£¥%=]")
"""A bracket with one of these gives an amount or a rate beside its names, and stays."""
WORDS = re.compile(r"[\w'-]+")


class Masked(NamedTuple):
    """A stretch that was masked, and why."""

    span: Span
    reason: str


class Furniture(NamedTuple):
    """The words of one language: reasons by whole lines, beginnings of lines, headings of rails and beginnings of brackets."""

    lines: dict[str, str]
    rails: frozenset[str]
    starts: re.Pattern[str]
    reasons: dict[str, str]
    brackets: re.Pattern[str]
    words: frozenset[str]
    opens: frozenset[str]
    joins: frozenset[str]


@cache
def furniture(language: str) -> Furniture:
    """The words of `furniture.toml`."""
    tables = {name.replace("_", " "): table for name, table in lexicon.entries("furniture", language).items()}

    def forms(key: str) -> dict[str, str]:
        return {form: reason for reason, table in tables.items() for form in table.get(key, ())}

    starts, brackets = forms("starts"), forms("brackets")
    return Furniture(
        {_key(form): reason for form, reason in (forms("lines") | forms("rails")).items()},
        frozenset(forms("rails")),
        re.compile(rf"({_any(starts)})", re.IGNORECASE),
        starts | brackets,
        re.compile(rf"\(\s*({_any(brackets)})(?!\w)[^()\n]*(?:\)|$)", re.IGNORECASE | re.MULTILINE),
        frozenset(forms("words")),
        frozenset(forms("opens")),
        frozenset(forms("joins")),
    )


def _any(forms: dict[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def clean(text: str, language: str = "en", title: str = "") -> tuple[str, list[Masked]]:
    """The text with furniture, and its `title` where it is printed again on top, masked by spaces; and what was masked, in order."""
    masked = list(_found(text, furniture(language), title))
    if not masked:
        return text, []
    parts: list[str] = []
    at = 0
    for span, _ in masked:
        parts += [text[at : span.start], INK.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*parts, text[at:]]), masked


class _Line(NamedTuple):
    """A line that says something: its place, its words, whether the line before it is empty, and whether it begins a paragraph or a sentence."""

    span: Span
    said: str
    first: bool
    begins: bool


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    end = -2
    for m in LINE.finditer(text):
        first = m.start() > end + 1
        found.append(_Line(Span(*m.span()), " ".join(m.group().split()), first, first or bool(ENDED.search(found[-1].said))))
        end = m.end()
    return found


def _key(said: str) -> str:
    return DOTS.sub("", said.casefold()).strip(MARKS)


def _found(text: str, known: Furniture, title: str) -> Iterator[Masked]:
    lines = _lines(text)
    repeats = _repeats(lines)
    at = _titled(lines, WORDS.findall(plain(title).casefold()))
    for line in lines[:at]:
        yield Masked(line.span, "title")
    while at < len(lines):
        line = lines[at]
        at += 1
        reason = _reason(line, known)
        if reason is None and at - 1 in repeats:
            reason = "printed twice"
        if reason is None and at <= BYLINE and _byline(line.said, known):
            reason = "byline"
        if reason is None:
            yield from _brackets(text, line.span, known)
            continue
        yield Masked(line.span, reason)
        if _key(line.said) in known.rails:
            for headline in _rail(lines[at : at + HEADLINES]):
                yield Masked(headline.span, reason)
                at += 1


def _titled(lines: list[_Line], title: list[str]) -> int:
    """How many of the first lines print the words of the title again, above a story."""
    said: list[str] = []
    for at, line in enumerate(lines[:-1], 1):
        said += WORDS.findall(plain(line.said).casefold())
        if len(said) >= len(title):
            return at if title and said == title else 0
    return 0


def _reason(line: _Line, known: Furniture) -> str | None:
    """Why a line is furniture as a whole; None where it is none."""
    if len(line.said) > LONGEST:
        return None
    if reason := known.lines.get(_key(line.said)):
        return reason
    if line.begins and (begun := known.starts.match(line.said.lstrip(MARKS))):
        return known.reasons[begun[1].casefold()]
    words = WORDS.findall(line.said.casefold())
    return "share bar" if len(words) > 1 and known.words.issuperset(words) else None


def _byline(said: str, known: Furniture) -> bool:
    """ "By Ann Lind and Bo Berg, Business Editor": nothing but names behind its first word, and no end of a sentence."""
    first, *names = WORDS.findall(said) or [""]
    if first.casefold() not in known.opens or not 0 < len(names) <= NAMES or SENTENCE.search(said):
        return False
    return all(name[0].isupper() or name in known.joins for name in names)


def _rail(lines: list[_Line]) -> Iterator[_Line]:
    """The headlines under the heading of a rail: up to prose, or up to an empty line where none stands between the heading and the first."""
    close = not lines or not lines[0].first
    return takewhile(lambda line: not (close and line.first) and len(line.said) <= HEADLINE and not SENTENCE.search(line.said), lines)


def _repeats(lines: list[_Line]) -> set[int]:
    """The numbers of the lines that stand a second time, each a whole paragraph: of wrapped prose a line may come back by chance."""
    seen: set[str] = set()
    found: set[int] = set()
    for at, line in enumerate(lines):
        if len(line.said) < SHORTEST_REPEAT:
            continue
        key = line.said.casefold()
        begins = line.begins or at - 1 in found or lines[at - 1].said.casefold() == key
        ends = at + 1 == len(lines) or lines[at + 1].first or bool(ENDED.search(line.said))
        if key in seen and begins and ends:
            found.add(at)
        seen.add(key)
    return found


def _brackets(text: str, line: Span, known: Furniture) -> Iterator[Masked]:
    for m in known.brackets.finditer(text, line.start, line.end):
        if not MONEY.search(m.group()):
            yield Masked(Span(*m.span()), known.reasons[m[1].casefold()])
