"""The source behind "according to", or behind an inverted verb: "…, said Ann Lee, an analyst at Acme"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.voice.naming import Naming
from pipeline.interpret.voice.source import Source

BEHIND = 14
"""Tokens in which the source is named."""

APPOSITION = 6
"""Tokens behind a name that tell what its bearer is."""

DAY = 6
"""Tokens between what was released, past its day, and by whom."""

KINDS = ("groups", "bodies", "own_name", "people", "refers")


def agent(naming: Naming, clue: Clue) -> Source | None:
    """The source behind a preposition or a verb of saying."""
    according = clue.role in ("according", "near")
    source = Source(None, "unnamed", clue.role, clue.first, True)
    first, stop = clue.last + 1, min(len(naming.tokens), clue.last + 1 + BEHIND)
    run: tuple[int, int] | None = None
    i = first
    while i < stop:
        if naming.capital(i) and not naming.at(i, "articles") and not naming.no_name(i, i):
            run = (i, naming.run_from(i, stop, "joins" if according else "in_person"))
            i = run[1] + 1
            if according:
                break
            continue
        if according and run is None and naming.at(i, "publishing") and (by := _published_by(naming, i, stop)):
            i = by + 1  # "according to figures released on Monday by the central bank"
            continue
        if naming.at(i, "ends") and i > first and (run is not None or not according or not naming.at(i, "givers")):
            break
        i += 1
    if run is not None and naming.at(clue.first, "reasons") and not naming.led(first, run[0]):
        return _common(naming, first, run[0] + 1, source)  # "citing weak DVD sales"
    if (
        run is not None
        and according
        and naming.at(run[1], "papers")
        and naming.at(run[0] - 1, "mine")
        and naming.tokens[run[0] - 1] != "the"
    ):
        return source._replace(kind="refers")  # "according to its Monetary Policy Report"
    if run is not None:
        return _named(naming, first, run, i, source, according)
    if naming.at(clue.first, "gathering"):
        return None
    if according and naming.some("statements", first, i):
        return source._replace(name=naming.opening(), kind="refers")
    return _common(naming, first, min(i + 1, len(naming.tokens)), source) or (source if according else None)


def _published_by(naming: Naming, at: int, stop: int) -> int | None:
    """Where the "by" stands that follows a day behind what was released."""
    by = next((i for i in range(at + 1, min(at + DAY, stop)) if naming.tokens[i] == "by"), None)
    return by if by is not None and any(naming.capital(i) for i in range(by + 1, min(by + 3, stop))) else None


def _named(naming: Naming, first: int, run: tuple[int, int], end: int, source: Source, according: bool) -> Source:
    name_at = naming.untitled(*run)
    titled = name_at > run[0]
    outside = naming.some("outsiders", first, run[0]) or naming.some("outsiders", run[0], name_at)
    if end < len(naming.tokens) and naming.tokens[end] == ",":
        outside = outside or naming.some("outsiders", end, end + APPOSITION)
    if not according:
        name_at = naming.unowned(name_at, run[1])
    if according:
        person = titled or (run[0] > first and naming.at(run[0] - 1, "people"))
    else:
        person = titled or not _of_house(naming, first, run)
    return source._replace(name=naming.words(name_at, run[1]), kind="person" if person else "organisation", outside=outside)


def _of_house(naming: Naming, first: int, run: tuple[int, int]) -> bool:
    """ "said the Finance Ministry", "said comparison site Acme", "said Norbank Group": whether who speaks is no person."""
    before = run[0] - 1
    led = before >= first and (naming.at(before, "definite") or naming.at(before, "refers"))
    return led or (run[0] < run[1] and not naming.like_person(*run) and not naming.at(run[0], "in_person"))


def _common(naming: Naming, first: int, end: int, source: Source) -> Source | None:
    for i in range(first, end):
        kind = naming.kind(i, KINDS)
        if kind == "refers":
            return source._replace(kind="refers")
        if kind is not None:
            start = i if i == first or naming.at(i - 1, "articles") else i - 1
            return source._replace(name=naming.words(start, i), kind="group" if kind in ("groups", "people") else "organisation")
    return None
