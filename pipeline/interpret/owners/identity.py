"""The key of an organisation across stories: its name without legal form, through the alias table."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon

ACRONYM = 4
"""Letters up to which a word in capitals is an acronym rather than a word of a headline."""


@cache
def _tables(language: str) -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    """Legal forms, the alias table by folded name, and the codes of places."""
    aliases: dict[str, str] = {}
    for key, entry in lexicon.entries("aliases", language).items():
        aliases |= {name.casefold(): key for name in (key, *entry["names"])}
    return frozenset(lexicon.entries("owner", language)["legal"]["forms"]), aliases, frozenset(lexicon.entries("places", language))


@cache
def known_as(name: str, language: str) -> str | None:
    """The key of the alias table that a name goes by, with or without its legal form; None where the table has none."""
    legal, aliases, _ = _tables(language)
    words = name.casefold().split()
    while len(words) > 1 and " ".join(words) not in aliases and words[-1].strip(".,") in legal:
        words.pop()
    return aliases.get(" ".join(words))


@cache
def identity(name: str | None, language: str) -> str | None:
    """ "GENERAL MOTORS CORP", "General Motors Corp" and "GM" are one: "General Motors".  The code of a place is its own key."""
    if name is None:
        return None
    legal, aliases, places = _tables(language)
    if name in places:
        return name
    if found := aliases.get(name.casefold()):
        return found
    words = name.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    while len(words) > 1 and words[-1].casefold().strip(".,") in legal:
        words.pop()
    if all(word.isupper() for word in words) and any(len(word) > ACRONYM for word in words):
        words = [word.title() for word in words]
    short = " ".join(words).rstrip(",")
    return aliases.get(short.casefold(), short)
