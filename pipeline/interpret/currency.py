"""Which currency a shared sign or name stands for: "dlrs" in a Singapore story, "crowns" in a Swedish one."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.model import Mention, Quantity

OWN = 2
"""How often a story must name a currency in full before a bare sign follows it."""


@cache
def _by_place() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """For each place the currencies used there, with the first and last day of their use (ISO, '' where open)."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for code, entry in lexicon.entries("iso4217").items():
        for place, start, end in entry.get("used", ()):
            found.setdefault(place, []).append((code, start, end))
    return {place: tuple(rows) for place, rows in found.items()}


def of_place(place: str | None, day: str | None) -> tuple[str, ...]:
    """The currencies in use in `place` on `day` (ISO, partial allowed); all it ever used where the day is unknown."""
    rows = _by_place().get(place or "", ())
    if day is None:
        return tuple(code for code, _, _ in rows)
    return tuple(code for code, start, end in rows if (not start or start[: len(day)] <= day) and (not end or day <= end[: len(day)]))


def settle(
    quantity: Quantity, mention: Mention, entity: str | None, home: str | None, named: list[str], day: str | None
) -> tuple[Quantity, str]:
    """The quantity in one currency, and what settled it: a fuller name in the story, the owner's money, or the likeliest.

    `named` are the codes that the story writes unmistakably, the latest first.
    """
    if not mention.candidates:
        return quantity, "currency as written"
    for code in named:
        if code in mention.candidates:
            return quantity._replace(unit=code), f"currency as named before ({code})"
    for place, why in ((home, "the story's place"), (entity, "the owner")):
        for code in of_place(place, day):
            if code in mention.candidates:
                return quantity._replace(unit=code), f"currency of {why} ({place})"
    return quantity, "currency by likelihood"
