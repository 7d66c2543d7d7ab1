"""Find series and points by what a user types: words of the id, an id that is nearly right, a period."""

from __future__ import annotations

import difflib
import re
from typing import Any

from pipeline import lexicon
from pipeline.store import Connection, StoreError
from pipeline.store.query import records

UNDATED = "undated"
"""What stands for the period of sentences that tell none."""


def named(con: Connection, text: str) -> list[str]:
    """The ids that `text` may mean, in order: itself, else itself but for capitals, else all that begin with it.

    Only what has the shape of an id, with a colon, is taken for one; a bare word is searched for.
    """
    return [row["series_id"] for row in records(con, "series_meant", [text])] if ":" in text else []


def nearest(con: Connection, text: str) -> list[str]:
    """The ids spelled most like `text`, at most five."""
    return [row["series_id"] for row in records(con, "series_nearest", [text])]


def series(con: Connection, words: list[str]) -> list[dict[str, Any]]:
    """The series whose ids hold all of `words`, with their span, points and publishers; without words all there are."""
    if not words:
        return records(con, "series_found", [None])
    ids = _matching(con, words)
    return records(con, "series_found", [ids]) if ids else []


def alike(con: Connection, words: list[str]) -> list[str]:
    """The ids spelled like what looks like one, or the words of ids and names of places spelled like those of `words` that no id has."""
    if any(":" in word for word in words):
        return nearest(con, " ".join(words))[:3]
    known = {part for row in records(con, "series_ids") for part in re.split(r"[\W_]+", row["series_id"].casefold())}
    known |= {part for place in lexicon.entries("places", "en").values() for name in place["names"] for part in name.casefold().split()}
    return [near for word, n in hits(con, words).items() if not n for near in difflib.get_close_matches(word.casefold(), sorted(known), 2)]


def hits(con: Connection, words: list[str]) -> dict[str, int]:
    """How many series hold each of `words`."""
    return {word: len(_matching(con, [word])) for word in words}


def point(con: Connection, text: str, period: str) -> tuple[str, str | None]:
    """The series and the period, null for undated, that `text` and `period` mean, whatever their capitals.

    Raises StoreError, naming what is nearest, where there is none or more than one such.
    """
    ids = named(con, text)
    if len(ids) != 1:
        what = "begins more than one series" if ids else "is no series"
        raise StoreError(f"{text} {what}: `statwire series` lists them; nearest: {', '.join(ids[:5] or nearest(con, text)) or 'none'}")
    told = [row["period"] for row in records(con, "series_periods", ids)]
    for known in told:
        if (known or UNDATED).upper() == period.upper():
            return ids[0], known
    near = [known or UNDATED for known in told if (known or UNDATED)[:4] == period[:4]] or [known or UNDATED for known in told]
    more = f" and {len(near) - 12} more" if len(near) > 12 else ""
    raise StoreError(f"nothing speaks for {ids[0]} in {period}: what is told is {', '.join(near[:12])}{more}")


def _matching(con: Connection, words: list[str]) -> list[str]:
    """The ids that hold all of `words`, in order."""
    patterns = [_pattern(word) for word in words]
    return [row["series_id"] for row in records(con, "series_ids") if all(p.search(row["series_id"]) for p in patterns)]


def _pattern(word: str) -> re.Pattern[str]:
    """`word` at the start of a word of an id; for a word of a place's name the whole word, or the place's code: "norway" is NOR, "us" no USD."""
    codes = [
        code
        for code, place in lexicon.entries("places", "en").items()
        if any(word.casefold() in name.casefold().split() for name in place["names"] + place["people"])
    ]
    wanted = "|".join(map(re.escape, [word, *codes]))
    return re.compile(rf"(?<![^\W_])(?:{wanted})" + (r"(?![^\W_])" if codes else ""), re.IGNORECASE)
