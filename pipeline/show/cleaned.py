"""A story with its page furniture marked: what was masked, why, and how often."""

from __future__ import annotations

from collections import Counter

import click

from pipeline.clean import Masked

REASON = 15
"""Columns of the reasons, left of the text."""


def cleaned(text: str, masked: list[Masked]) -> list[str]:
    """The lines of a text, each masked stretch in [- -] with its reason in the margin; the last line counts them.

    On a terminal masked stretches are struck through as well.
    """
    lines = []
    at = 0
    waiting = list(masked)
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        here = []
        while waiting and waiting[0].span.start < end:
            here.append(waiting.pop(0))
        margin = ", ".join(dict.fromkeys(stretch.reason for stretch in here))
        lines.append(f"{margin:{REASON}} {_marked(text, at, end, here)}".rstrip())
        at = end
    return [*lines, "", tally(text, masked)]


def _marked(text: str, at: int, end: int, here: list[Masked]) -> str:
    parts = []
    for (start, stop), _ in here:
        parts.append(_safe(text[at:start]))
        parts.append(click.style(f"[-{_safe(text[start:stop]).strip()}-]", dim=True, strikethrough=True))
        at = stop
    return "".join([*parts, _safe(text[at:end])])


def _safe(text: str) -> str:
    """Text without line ends and without characters that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text.rstrip("\r\n"))


def tally(text: str, masked: list[Masked]) -> str:
    """How much of a text was masked, and how often for each reason."""
    if not masked:
        return f"masked    nothing of {len(text):,} characters"
    size = sum(span.end - span.start for span, _ in masked)
    reasons = sorted(Counter(reason for _, reason in masked).items(), key=lambda pair: (-pair[1], pair[0]))
    return f"masked    {size:,} of {len(text):,} characters: {', '.join(f'{count} {reason}' for reason, count in reasons)}"
