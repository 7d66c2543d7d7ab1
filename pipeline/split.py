"""Cut a text into sentences."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.model import Span

LONGEST = 3000
"""Characters of a sentence; a longer one is a table or noise, and is cut at a space so that the time stays linear in the text."""

END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[<*]*[A-Z0-9$£€])|\n[ \t\r]*\n\s*|\n {3,}(?=\S)|\n(?=[-*•] )")
LAST_WORD = re.compile(r"([^\s(\[\"'“]+)$")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("abbreviations", language)["before_a_name"]["forms"])


def split(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` in order, without the white space around them; furniture masked by spaces yields none."""
    known = _abbreviations(language)
    spans: list[Span] = []
    start = 0
    for m in END.finditer(text):
        if text[m.start()] == ".":
            before = LAST_WORD.search(text, max(start, m.start() - 20), m.start())
            word = before.group(1) if before else ""
            if (
                word in known
                or (len(word) == 1 and word.isupper())
                or (word.count(".") and len(word) <= 5 and word.replace(".", "").isupper())
            ):
                continue
        _add(spans, text, start, m.end())
        start = m.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + LONGEST // 2, start + LONGEST))
        cut = start + LONGEST if cut < 0 else cut
        _add(spans, text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
