"""The key of an organisation across stories: its name without legal form, through the alias table."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon

ACRONYM = 4
"""Letters up to which a word in capitals is an acronym rather than a word of a headline."""


@cache
def _tables(language: str) -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    """What a name may end in that is no part of its key, the alias table by folded name, and the codes of places."""
    aliases: dict[str, str] = {}
    for key, entry in lexicon.entries("aliases", language).items():
        aliases |= {name.casefold(): key for name in (key, *entry["names"])}
    legal = lexicon.entries("owner", language)["legal"]
    return frozenset((*legal["forms"], *legal["ends"])), aliases, frozenset(lexicon.entries("places", language))


def _bare(words: list[str], language: str) -> list[str]:
    """The words of a name without its legal form, or as the alias table has them: of "American International Group Inc" it has three."""
    ends, aliases, _ = _tables(language)
    while len(words) > 1 and " ".join(words).casefold() not in aliases and words[-1].casefold().strip(".,") in ends:
        words = words[:-1]
    return words


@cache
def known_as(name: str, language: str) -> str | None:
    """The key of the alias table that a name goes by, with or without its legal form; None where the table has none."""
    return _tables(language)[1].get(" ".join(_bare(name.split(), language)).casefold())


@cache
def identity(name: str | None, language: str) -> str | None:
    """ "GENERAL MOTORS CORP", "General Motors Corp" and "GM" are one: "General Motors".  The code of a place is its own key."""
    if name is None:
        return None
    _, aliases, places = _tables(language)
    if name in places:
        return name
    if found := aliases.get(name.casefold()):
        return found
    words = name.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    words = _bare(words, language)
    if all(word.isupper() for word in words) and any(len(word) > ACRONYM for word in words):
        words = [word.title() for word in words]
    short = " ".join(words).rstrip(",")
    return aliases.get(short.casefold(), short)
