"""Numbers that stand as another does: "France had 5.2 percent, Spain 3.4", "by 6.2 rather than 9.8 percent", "52 percent to 48"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading
from pipeline.recognise.vocabulary import vocabulary

ASIDE = re.compile(r"\s*\([^()\d]{0,16}$")
"""What stands between a sum and the same sum in another money."""

NAME = r"[A-Z][\w'’.&-]*"
NEXT_OWNER = re.compile(rf"(?:[,;]|,? and|,? while|,? but)\s(?:(?:and|while)\s)?{NAME}(?:\s{NAME})?\s(?:at\s|with\s)?$")
OWNER = re.compile(rf"\b{NAME}(?:\s[a-z]+){{0,3}}\s$")
ENDS = re.compile(r"[,;.)]|\s+and\b|$")
RATIO = 12
REACH = 220
SENTENCE_END = re.compile(r"[.!?][\"'”)]*\s+[A-Z\"“]|\n[ \t]*\n|\n {3,}")
THE_MONEY = re.compile(r"\b(?:[Tt]he|[Ii]ts|['’]s)\s+(?:[A-Z]\w+\s+)?([a-z]+)\b")
WHOLE = Decimal(100)
VOTES = Decimal(95)
"""From here on two shares make a whole, but for rounding and those who chose neither."""


def converts(text: str, money: Reading, reading: Reading) -> bool:
    """Whether a figure tells a sum again in another money: what follows is compared with the first."""
    return reading.units != money.units and ASIDE.match(text[money.end : reading.start]) is not None


def sentence(text: str, start: int) -> int:
    """Where the sentence begins that holds `start`, looked for in the few words before it."""
    floor = max(0, start - REACH)
    return max((m.end() - 1 for m in SENTENCE_END.finditer(text, floor, start)), default=floor)


def quoted(text: str, reading: Reading, language: str) -> tuple[str, ...]:
    """The currency of a rate that is told of the money alone: "the forint was quoted at 401.20 on Friday"."""
    if not _quoting(language).search(text, max(0, reading.start - 40), reading.start):
        return ()
    words, bases = vocabulary(language).after, lexicon.entries("ellipsis", language)["quoted"]["bases"]
    for m in reversed(list(THE_MONEY.finditer(text, sentence(text, reading.start), reading.start))):
        for phrase, sense in words.get(m[1].casefold(), ()):
            if len(phrase) == 1 and sense.kind == "c" and not sense.exact and sense.units[0] not in bases:
                return sense.units
    return ()


@cache
def _quoting(language: str) -> re.Pattern[str]:
    words = lexicon.entries("ellipsis", language)["quoted"]
    return re.compile(
        rf"\b(?:{'|'.join(words['verbs'])})\s+(?:{'|'.join(words['links'])})\s+(?:{'|'.join(vocabulary(language).hedges)})?\s*$"
    )


def foreseen(text: str, reading: Reading, ahead: Reading | None, language: str) -> tuple[str, ...]:
    """The units of the figure ahead that a bare number is set against."""
    if ahead is None or not ahead.units or not comparable(ahead, reading):
        return ()
    between = " ".join(text[reading.end : ahead.start].split())
    linked = between in lexicon.entries("ellipsis", language)["ahead"]["links"]
    return ahead.units if linked or (_bracketed(text, reading) and _bracketed(text, ahead)) else ()


def alike(text: str, reading: Reading, known: Reading | None, language: str) -> tuple[str, ...]:
    """The units of the figure behind which a bare number stands in the same way."""
    if known is None or not comparable(known, reading):
        return ()
    between = text[known.end : reading.start]
    votes = between.strip() == "to" and known.units == ("percent",) and VOTES <= known.high + reading.high <= WHOLE
    if votes and known.precision == reading.precision and text[: known.start].endswith(_cast(language)):
        return known.units
    if len(between) < 60 and NEXT_OWNER.match(between) and ENDS.match(text, reading.end):
        return known.units if OWNER.search(text[max(0, known.start - 40) : known.start]) and known.precision == reading.precision else ()
    return known.units if _bracketed(text, reading) and _bracketed(text, known) else ()


@cache
def _cast(language: str) -> tuple[str, ...]:
    return tuple(f"{form} " for form in lexicon.entries("ellipsis", language)["cast"]["before"])


def _bracketed(text: str, reading: Reading) -> bool:
    return text[reading.start - 1 : reading.start] == "(" and text[reading.end : reading.end + 1] == ")"


def comparable(known: Reading, reading: Reading) -> bool:
    """Near enough in size that the one can be a later value of the other."""
    low, high = sorted((abs(known.high), abs(reading.high)))
    return low > 0 and high <= low * RATIO
