"""Which currency a shared sign or name stands for: "dlrs" in a Singapore story, "crowns" in a Swedish one."""

from __future__ import annotations

from collections import Counter
from functools import cache

from pipeline import lexicon
from pipeline.model import Mention, Quantity

OWN = 2
"""How often a story must name a currency in full before its bare word follows, where the place does not say so."""


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


@cache
def _homes(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    """For each family that keeps a list: the places whose stories mean their own money by the bare word."""
    families = lexicon.entries("currency_families", language).values()
    return {tuple(f["candidates"]): frozenset(f["home"]) for f in families if "home" in f}


@cache
def _signs(language: str) -> frozenset[str]:
    """The signs of the families that keep such a list."""
    families = lexicon.entries("currency_families", language).values()
    return frozenset(sign for f in families if "home" in f for sign in f["symbols"])


def settle(
    quantity: Quantity, mention: Mention, entity: str | None, home: str | None, named: Counter[str], day: str | None, language: str
) -> tuple[Quantity, str]:
    """The quantity in one currency, and what settled it: a fuller name in the story, the money of its place, or the likeliest.

    `named` counts the codes that the story has written unmistakably so far.  A bare sign ("$") is the likeliest of its
    currencies everywhere: stories that print their own dollars say so ("C$", "A$").
    """
    if not mention.candidates:
        return quantity, "currency as written"
    homes = _homes(language).get(mention.candidates)
    if homes is not None and any(sign in mention.text for sign in _signs(language)):
        return quantity, "currency by likelihood: a bare sign"
    local = [code for code in of_place(home, day) if code in mention.candidates and (homes is None or home in homes)]
    if local:
        return quantity._replace(unit=local[0]), f"currency of the story's place ({home})"
    for code, times in named.most_common():
        if code in mention.candidates and (times >= OWN or homes is None):
            return quantity._replace(unit=code), f"currency as named before ({code})"
    own = [code for code in of_place(entity, day) if code in mention.candidates and (homes is None or entity in homes)]
    if own:
        return quantity._replace(unit=own[0]), f"currency of the owner ({entity})"
    return quantity, "currency by likelihood"
