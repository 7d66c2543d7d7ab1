"""The forms an organisation goes by, and which names are forms of one: "Northern Gas Co", "Northern", "NGC"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.owners.capitals import Name
from pipeline.interpret.owners.identity import known_as
from pipeline.interpret.owners.known import words

CUT = 4
"""Letters that are left of a word cut short ("Pharma")."""


@cache
def _generic(language: str) -> frozenset[str]:
    """First words that do not stand for the whole name ("National")."""
    return frozenset(lexicon.entries("owner", language)["generic"]["forms"])


SITE = ".com"
"""Ends the name of a firm that goes by that of its site."""

WHOLE = 6
"""Letters from which a name may be written together."""


class Organisation(NamedTuple):
    """An organisation as first named in full, with the short forms it goes by, and where it is first named."""

    name: str
    aliases: frozenset[str]
    first: int


class Known:
    """The organisations found so far; another form of one of them is its alias."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.words, self.generic, self.language = text, words(language), _generic(language), language
        self.found: list[Organisation] = []
        self.by_alias: dict[str, int] = {}
        self.by_word: dict[str, list[int]] = {}
        self.by_spelling: dict[str, int] = {}
        """By the alias table's key, or by the name written together: "TimeWarner", "Time Warner"."""
        self.taken: set[tuple[str, ...]] = set()

    def add(self, name: Name, sure: bool) -> None:
        """Take a name for a new organisation, or for a form of one that is known; told again it changes nothing."""
        if name.words in self.taken:
            return
        self.taken.add(name.words)
        joined = " ".join(name.words)
        same = self.by_alias.get(joined)
        if same is not None and self.found[same].name == joined:
            return
        key = known_as(joined, self.language)
        spelling = key or joined.casefold().replace(" ", "").replace("-", "")
        same = self.by_spelling.get(spelling) if same is None else same
        same = self._same(name, sure) if same is None else same
        aliases = aliases_of(name.words, self.language)
        site = name.words[0].removesuffix(SITE)
        if same is None and site != name.words[0] and (bare := self.by_alias.get(site)) is not None and self.found[bare].name == site:
            same = bare  # "Amazon" that is told as "Amazon.com Inc" behind
        if len(name.words) > 1 and name.words[0] in aliases and f" {name.low[0]} " in self.text:
            aliases -= {name.words[0]}  # "Hedge" of a firm, "hedge" of a fund
        if same is None and len(name.words) > 1 and name.words[0] in aliases and (elder := self._last_word(name.words[0])) is not None:
            aliases -= {name.words[0]}
            self.found[elder] = self.found[elder]._replace(aliases=self.found[elder].aliases | {name.words[0]})
            self.by_alias.setdefault(name.words[0], elder)
        if same is None:
            same = len(self.found)
            self.found.append(Organisation(joined, aliases, name.start))
        else:
            old = self.found[same]
            longer = len(name.words) > len(old.name.split()) and (
                old.name in (*name.words, site) or (key is not None and " " not in old.name)
            )
            self.found[same] = Organisation(joined if longer else old.name, old.aliases | aliases, old.first)
        self.by_spelling.setdefault(spelling, same)
        for alias in aliases:
            self.by_alias.setdefault(alias, same)
        for word, low in zip(name.words, name.low, strict=True):
            if len(word) > 3 and low not in self.generic:
                self.by_word.setdefault(word, []).append(same)

    def _same(self, name: Name, sure: bool) -> int | None:
        """The organisation that shares its words with a name."""
        mine = {w for w in name.words if w.casefold() not in self.words.legal}
        if len(name.words) == 1:
            word = name.words[0]
            for i, other in enumerate(self.found):
                if word.isupper() and len(word) > 2 and _initials(other.name).startswith(word):
                    return i  # "ANZ" of "Australia and New Zealand Banking Group"
                if other.name.startswith(word) and (
                    other.name[len(word) : len(word) + 1].isupper() or other.name[len(word) : len(word) + 1] == " "
                ):
                    return i  # "Glaxo" of "GlaxoSmithKline", "Standard" of "Standard Oil Co"
                rest = other.name[len(word) :].split(" ", 1)[0] if other.name.startswith(word) and len(word) > 3 else ""
                if rest in self.words.legal or (len(word) > WHOLE and other.name.replace(" ", "").startswith(word)):
                    return i  # "Citi" of "Citigroup", "CapitalOne" of "Capital One"
        for i, other in enumerate(self.found):
            if len(name.words) > 1 and other.name.startswith(name.words[0] + " ") and _cut_short(name.words, tuple(other.name.split())):
                return i
        for word in name.words:
            for i in self.by_word.get(word, ()):
                theirs = {w for w in self.found[i].name.split() if w.casefold().rstrip(".") not in self.words.legal}
                if mine <= theirs or (sure and theirs <= mine):
                    return i
        return None

    def _last_word(self, word: str) -> int | None:
        """ "Rosa Holm Co" that goes by "Holm", whatever "Holm Stores" are: the organisation named before that ends in a word."""
        for i in self.by_word.get(word, ()):
            core = [w for w in self.found[i].name.split() if w.casefold().rstrip(".") not in self.words.legal]
            if len(core) > 1 and core[-1] == word:
                return i
        return None

    def alias(self, full: str, short: str) -> None:
        """Note the initials told behind a name."""
        same = self.by_alias.get(full)
        if same is not None:
            old = self.found[same]
            self.found[same] = old._replace(aliases=old.aliases | {short})

    def rename(self, short: str, full: str) -> None:
        """Call an organisation that is known by initials only by what they stand for: "EBRF", "European Bridge Fund (EBRF)"."""
        same = self.by_alias.get(short)
        if same is not None and self.found[same].name == short:
            self.found[same] = self.found[same]._replace(name=full)


def _cut_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "Lark Pharma" of "Lark Pharmaceuticals": the same words, the last of them cut short."""
    last = len(short) - 1
    return len(short) <= len(full) and short[:last] == full[:last] and len(short[last]) >= CUT and full[last].startswith(short[last])


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper() or w == "&")


@lru_cache(maxsize=1 << 12)
def aliases_of(parts: tuple[str, ...], language: str) -> frozenset[str]:
    """The forms that a name goes by: itself, without its legal form, its first word or two, its initials; the same names come again and again."""
    known, generic = words(language), _generic(language)
    short = list(parts)
    found = {" ".join(parts)}
    while True:
        initials = _initials(" ".join(short))
        if len(initials) > 1 and initials.casefold() not in known.places:  # "US" of "US Steel"
            found.add(initials)
        if len(short) < 2 or short[-1].casefold().rstrip(".") not in known.legal:
            break
        short.pop()
    found.add(" ".join(short))
    head = short[0].casefold()
    if len(short) > 1 and head not in known.places:
        if len(head) > 2 and head not in generic:
            found.add(short[0])
        if len(short) > 2 and short[1] not in ("&", "of", "and", "for"):
            found.add(" ".join(short[:2]))
        if len(short) > 3 and short[1] in ("&", "and"):
            found.add(" ".join(short[:3]))  # "Harper and Row" of "Harper and Row Publishers"
    if short[0].endswith(SITE):
        found.add(short[0].removesuffix(SITE))  # "Amazon" of "Amazon.com Inc"
    if len(short) > 1 and head in known.fronts:
        found.add(" ".join(short[1:]))  # "Arden" of "Grupo Arden"
    partner = next((i for i, word in enumerate(short[:-1]) if word.endswith(",")), None)
    if partner is not None:
        found.add(" ".join(short[: partner + 1]).removesuffix(","))  # "Penwith" of "Penwith, Arden and Co"
    first, _, rest = short[0].partition("-")
    if rest[:1].isupper() and len(first) > 3:
        found.add(first)  # "Ingersoll" of "Ingersoll-Rand"
    return frozenset(found)
