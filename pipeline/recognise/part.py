"""Shares, multiples and growths of zero in words: "a third of the jobs", "profits doubled", "twice as much", "were unchanged".  All of them are optional figures."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.recognise.vocabulary import vocabulary

REACH = 40
TAIL = re.compile(r"(?:[\s-]+of)?(?:[\s-]+an?)?$", re.IGNORECASE)
"""What the lexer reads together with a fraction ("half of a" point) and a share leaves out."""

WORD = re.compile(r"[^\W\d_]+")
TRIM = "(\"'“‘,.;:)-–—”"
"""What stands at a word without being part of it."""

HUNDRED = Decimal(100)
HALF = Decimal("0.5")


class Part(NamedTuple):
    """A share ("x") or a growth ("m") in words: its kind of token, where it ends, and its value in percent."""

    kind: str
    end: int
    value: Decimal


@cache
def _tables(language: str) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, Decimal]]]:
    """The lists of words of `parts.toml` by name, and its values by name."""
    entries = lexicon.entries("parts", language)
    tables = [entries["share"], entries["times"], *entries["growth"].values()]
    lists: dict[str, frozenset[str]] = {"hedge": frozenset(lexicon.meanings("approximations", language, "before"))}
    values: dict[str, dict[str, Decimal]] = {"verbs": {}, "grown": {}, "times": {}, "adjectives": {}}
    for table in tables:
        for key, content in table.items():
            if isinstance(content, list):
                lists[key] = frozenset(content)
            else:
                name = ("times" if table is entries["times"] else "grown") if key == "forms" else key
                values[name] |= {form: Decimal(value) for form, value in content.items()}
    return lists, values


def multiples(language: str) -> list[str]:
    """The words that may be a multiple by themselves."""
    lists, values = _tables(language)
    return sorted({form for table in values.values() for form in table} | lists["still"])


def fraction(text: str, start: int, end: int, value: Decimal, language: str) -> Part | None:
    """The share that the fraction `text[start:end]` is, None where no whole follows it."""
    lists, _ = _tables(language)
    said = TAIL.sub("", text[start:end])
    end = start + len(said)
    if value >= 1 or (value == HALF and vocabulary(language).fractions.get(WORD.findall(said)[-1].casefold()) != HALF):
        return None  # "two quarters" and "four quarters" are months
    before = _before(text, start)
    if not text[end : end + 1].isspace() or (before and before[-1] in lists["not_after"]):
        return None
    ahead = [word.casefold() for word in text[end : end + REACH].split()]
    if ahead[:1] and ahead[0] in lists["joins"]:
        ahead = ahead[1:]
        if ahead[:1] and not ahead[0][0].isalpha():
            return None  # "half of 1 percent", "three quarters of 2010"
    elif not (value == HALF and ahead[:1] and ahead[0] in lists["beside_half"]):
        return None
    while len(ahead) > 1 and ahead[0] in lists["skipped"]:
        ahead = ahead[1:]
    if not ahead or ahead[0].strip(TRIM) in lists["not_of"] or ahead[0].strip(TRIM) in vocabulary(language).months:
        return None
    return Part("x", end, (HUNDRED * value).quantize(Decimal("0.1")).normalize())


def multiple(text: str, start: int, language: str) -> Part | None:
    """The growth or the multiple that the word at `start` says, None where the words around it make it something else."""
    lists, values = _tables(language)
    m = WORD.match(text, start)
    if m is None or text[m.end() : m.end() + 1] == "-":
        return None
    form, end = m[0].casefold(), m.end()
    ahead = [word.casefold().strip(TRIM) for word in text[end : end + REACH].split()]
    if form in values["grown"]:
        return None if _led(ahead, lists) else Part("m", end, values["grown"][form])
    whole = bool(ahead) and (ahead[0] in lists["whole"] or " ".join(ahead[:2]) in lists["whole"])
    if form in values["times"]:
        return Part("x", end, values["times"][form]) if whole else None
    before, hedged = _unhedged(_before(text, start), lists["hedge"])
    if form in lists["still"]:
        return Part("m", end, Decimal(0)) if _still(before, ahead, lists) else None
    if form in values["verbs"] and before[-1:] and before[-1] in lists["verb_after"]:
        return None if _led(ahead, lists) else Part("m", end, values["verbs"][form])
    if form in values["adjectives"] and whole and (hedged or (before[-1:] and before[-1] in lists["level_after"])):
        return Part("x", end, values["adjectives"][form])
    return None


def _led(ahead: list[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether what follows a multiple takes its place: "doubled up", or the value it led to ("doubled to $4 million")."""
    if not ahead:
        return False
    return ahead[0] in lists["not_before"] or (
        ahead[0] in lists["reached"] and any(word[-1:].isdigit() or word[:1].isdigit() for word in ahead[1:3])
    )


def _still(before: list[str], ahead: list[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether a word between these says that something did not move, and nothing that it stayed at or moved as much as."""
    while before and before[-1] in lists["still_skipped"]:
        before = before[:-1]
    if not before or before[-1] not in lists["still_after"] or (ahead and ahead[0] in lists["still_not_before"]):
        return False
    return not (ahead and ahead[0] in lists["still_reached"] and any(word[:1].isdigit() for word in ahead[1:4]))


def _before(text: str, start: int) -> list[str]:
    """The words before `start`, in lower case."""
    return [word.casefold().strip(TRIM) for word in text[max(0, start - REACH) : start].split()]


def _unhedged(words: list[str], hedges: frozenset[str]) -> tuple[list[str], bool]:
    """The words without the hedge they end in, and whether there was one."""
    for count in (3, 2, 1):
        if " ".join(words[-count:]) in hedges:
            return words[:-count], True
    return words, False


def direction(form: str, language: str) -> str:
    """Which way a growth in words went."""
    ways = lexicon.entries("parts", language)["growth"]
    if form.casefold() in ways["flat"]["still"]:
        return "flat"
    return "down" if form.casefold() in ways["down"]["forms"] else "up"
