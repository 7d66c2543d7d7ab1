"""Pages in a text: a form feed stands between two."""

from __future__ import annotations

BREAK = "\f"


def starts(text: str) -> list[int] | None:
    """Where the second page of a text and each after it begin; None for a text without pages."""
    return [at + 1 for at, c in enumerate(text) if c == BREAK] if BREAK in text else None


def page_of(text: str, start: int) -> int | None:
    """The page on which a character of a text stands; None for a text without pages."""
    return text.count(BREAK, 0, start) + 1 if BREAK in text else None
