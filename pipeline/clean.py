"""Mask page furniture: what stands on the page but is no part of the story.

Cleaning never deletes.  Masked stretches become spaces of the same length (line ends stay), so offsets index the text as given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.model import Span

INK = re.compile(r"[^\n\r]")
SHORTEST_REPEAT = 60
"""Characters from which a line that stands twice is a caption or a teaser printed again, not a heading."""


class Masked(NamedTuple):
    """A stretch that was masked, and why."""

    span: Span
    reason: str


@cache
def _furniture(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    entry = lexicon.entries("furniture", language)
    lines = frozenset(form.casefold() for form in entry["line"]["forms"])
    starts = "|".join(re.escape(form) for form in sorted(entry["start"]["forms"], key=len, reverse=True))
    return lines, re.compile(rf"\s*(?:{starts})", re.IGNORECASE)


def clean(text: str, language: str = "en") -> tuple[str, list[Masked]]:
    """The text with furniture masked by spaces, and what was masked."""
    masked = list(_found(text, language))
    if not masked:
        return text, []
    parts: list[str] = []
    at = 0
    for span, _ in masked:
        parts += [text[at : span.start], INK.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*parts, text[at:]]), masked


def _found(text: str, language: str) -> list[Masked]:
    lines, starts = _furniture(language)
    found: list[Masked] = []
    seen: dict[str, int] = {}
    for m in re.finditer(r"[^\n]+", text):
        line = " ".join(m.group().split())
        if not line:
            continue
        key = line.casefold()
        if key.rstrip(":") in lines or starts.match(line):
            found.append(Masked(Span(*m.span()), "furniture"))
        elif len(line) >= SHORTEST_REPEAT and key in seen:
            found.append(Masked(Span(*m.span()), "printed twice"))
        elif len(line) >= SHORTEST_REPEAT:
            seen[key] = m.start()
    return found
