"""Sentences behind a point, cut to what the licence of their story allows."""

from __future__ import annotations

import re
from typing import Any

from pipeline import lexicon
from pipeline.report import words
from pipeline.report.model import Evidence

WORDS = 40
"""Words quoted of a story whose licence says nothing of it."""


def evidence(row: dict[str, Any]) -> Evidence:
    """The evidence of one row of the query `report_evidence`."""
    sentence, start, end = excerpt(row["sentence"] or "", row["value_text"] or "", allowed(row["licence"] or ""))
    return Evidence(
        fact=row["fact"],
        sentence=sentence,
        start=start,
        end=end,
        publisher=row["publisher"] or "",
        published=words.day(row["published"], row["published_precision"]),
        title=row["title"] or "",
        url=row["url"] or "",
        licence=row["licence"] or "",
        confidence=float(row["confidence"]),
        rules=tuple(row["rules"] or ()),
    )


def allowed(licence: str) -> int | None:
    """How many words of a story its licence lets a report quote; None for a whole sentence."""
    said = licence.strip().casefold()
    if told := re.search(r"(\d+)\s+words", said):
        return int(told[1])
    for kind, words_allowed in (("whole", None), ("nothing", 0)):
        if any(said.startswith(form) for form in lexicon.entries("licences")[kind]["forms"]):
            return words_allowed
    return WORDS


def excerpt(sentence: str, value: str, most: int | None = WORDS) -> tuple[str, int, int]:
    """At most `most` words of a sentence, those around the figure `value`, and where the figure stands in them: (0, 0) where it does not."""
    said = sentence.split()
    if most is not None and len(said) > most:
        if most == 0:
            return "", 0, 0
        text = " ".join(said)
        at = max(text.find(" ".join(value.split())), 0)
        middle = len(text[:at].split())
        first = max(0, min(middle - most // 2, len(said) - most))
        said = [*(["…"] if first else []), *said[first : first + most], *(["…"] if first + most < len(said) else [])]
    text = " ".join(said)
    figure = " ".join(value.split())
    start = text.find(figure) if figure else -1
    return (text, start, start + len(figure)) if start >= 0 else (text, 0, 0)
