"""The key of an organisation across stories: its name without legal form, through the tables of aliases and of keys."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon

ACRONYM = 4
"""Letters up to which a word in capitals is an acronym rather than a word of a headline."""


class _Tables(NamedTuple):
    legal: frozenset[str]
    """Legal forms."""
    ends: frozenset[str]
    """What else a name may end in that is no part of its key."""
    aliases: dict[str, str]
    keys: dict[str, str]
    """The keys by folded name; of the alias table, by which a story's names are joined, and with those by which series alone are."""
    places: frozenset[str]
    """The codes of places."""


@cache
def _tables(language: str) -> _Tables:
    def table(file: str) -> dict[str, str]:
        return {name.casefold(): key for key, entry in lexicon.entries(file, language).items() for name in (key, *entry["names"])}

    legal, aliases = lexicon.entries("owner", language)["legal"], table("aliases")
    places = frozenset(lexicon.entries("places", language))
    return _Tables(frozenset(legal["forms"]), frozenset((*legal["forms"], *legal["ends"])), aliases, aliases | table("keys"), places)


def _bare(words: list[str], ends: frozenset[str], known: dict[str, str]) -> list[str]:
    """The words of a name without its legal form, or as a table has them: of "American International Group Inc" it has three."""
    while len(words) > 1 and " ".join(words).casefold() not in known and words[-1].casefold().strip(".,") in ends:
        words = words[:-1]
    return words


@cache
def known_as(name: str, language: str) -> str | None:
    """The key of the alias table that a name goes by, with or without its legal form; None where the table has none."""
    tables = _tables(language)
    return tables.aliases.get(" ".join(_bare(name.split(), tables.legal, tables.aliases)).casefold())


@cache
def identity(name: str | None, language: str) -> str | None:
    """ "GENERAL MOTORS CORP", "General Motors Corp" and "GM" are one: "General Motors".  The code of a place is its own key."""
    if name is None:
        return None
    tables = _tables(language)
    if name in tables.places:
        return name
    if found := tables.keys.get(name.casefold()):
        return found
    words = name.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    words = _bare(words, tables.ends, tables.keys)
    if all(word.isupper() for word in words) and any(len(word) > ACRONYM for word in words):
        words = [word.title() for word in words]
    short = " ".join(words).rstrip(",")
    return tables.keys.get(short.casefold(), short)
