"""Numbers, in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.recognise import quantulum
from pipeline.recognise.part import multiples
from pipeline.recognise.vocabulary import vocabulary

LONGEST = 18
"""Digits of a number that can still be a figure; a longer run of digits is a key or noise."""

MOST_WORDS = 8
"""Words of a cardinal after its first; bounded, so that a list of numbers costs no more than its length."""

BEFORE_WORD = ' \\n\\t\\r\u00a0(\\[\\-–—/"“‘,;:.~+'
"""What may stand before a number in words; a pattern that begins with a set of characters is searched for the quickest."""

SPACE = "\u0020\u00a0\u2009\u202f"
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 100})

DIGITS = re.compile(
    rf"""(?P<plain>\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?![\d,])(?:\.\d+)?     # 1,250  12,34,567.89
         | \d{{1,3}}(?:[{SPACE}]\d{{3}})+(?!\d)(?:[.,]\d+(?!\d))?           # 1 250 000
         | \d{{1,{LONGEST}}}(?:\.\d{{3}}){{2,}}(?!\d)                       # 1.250.000
         | \d{{1,{LONGEST}}}(?!\d)(?:[.,]\d{{1,{LONGEST}}}(?!\d))?          # 12  12.5  12,5
         | \.\d{{1,{LONGEST}}}(?!\d) )
        (?: (?P<vulgar>[{"".join(VULGAR)}]) | [- ](?P<above>\d{{1,2}})/(?P<below>\d{{1,3}})(?![\d/]) )?
      | (?P<alone>[{"".join(VULGAR)}])""",
    re.VERBOSE,
)
POINTS = "percentage|percent|per|pct|point|basis"
OF_A_POINT = re.compile(rf"[\s-]+(?:{POINTS})", re.IGNORECASE)
SIMPLE = re.compile(rf"\d{{1,9}}(?:\.\d{{1,9}})?(?![\d,.{SPACE}/½¼¾⅓⅔⅛⅜⅝⅞-]|\s\d)|\d{{1,9}}(?:\.\d{{1,9}})?(?=[{SPACE}][^\d\s])")
"""Digits with at most a point: nine numbers in ten, told with one look."""

CENT = Decimal("0.01")

FRACTION = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/]|\.\d)")


class Number(NamedTuple):
    """A number as printed: its value, the size of one unit of its last digit, where it ends, and whether it is a bare fraction."""

    value: Decimal
    precision: Decimal
    end: int
    fraction: bool = False


@lru_cache(maxsize=1 << 16)
def _simple(text: str) -> tuple[Decimal, Decimal]:
    return Decimal(text), Decimal(1).scaleb(-len(text.partition(".")[2]))


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> tuple[Decimal, Decimal] | None:
    """The value and precision of digits with separators; None where the separators make no number."""
    bare = text
    for space in SPACE:
        bare = bare.replace(space, "")
    if bare.count(".") > 1:
        bare = bare.replace(".", "")
    if "," in bare:
        head, _, tail = bare.rpartition(",")
        if "." not in tail and "," not in head and "." not in head and len(tail) != 3:
            bare = f"{head}.{tail}"  # a decimal comma
        else:
            bare = bare.replace(",", "")
    if bare.count(".") > 1 or len(bare) > LONGEST + 1:
        return None
    value = Decimal(bare)
    return value, Decimal(1).scaleb(int(value.as_tuple().exponent))


def in_digits(text: str, start: int) -> Number | None:
    """The number that starts at `start`, with its fraction ("10-3/8", "3 1/2", "½"), or None."""
    if simple := SIMPLE.match(text, start):
        value, precision = _simple(simple[0])
        return Number(value, precision, simple.end())
    if (m := FRACTION.match(text, start)) and int(m[2]) in DENOMINATORS and 0 < int(m[1]) < int(m[2]):
        return Number(Decimal(m[1]) / Decimal(m[2]), 1 / Decimal(m[2]), m.end(), True)
    m = DIGITS.match(text, start)
    if not m:
        return None
    if alone := m["alone"]:
        return Number(Decimal(VULGAR[alone]), Decimal("0.125"), m.end(), True)
    plain = _plain(m["plain"])
    if plain is None:
        return None
    value, precision = plain
    if vulgar := m["vulgar"]:
        return Number(value + Decimal(VULGAR[vulgar]), Decimal("0.125"), m.end())
    if m["above"]:
        above, below = Decimal(m["above"]), Decimal(m["below"])
        if below in DENOMINATORS and 0 < above < below and precision in (1, CENT):  # "2.11-3/4 dlrs": three quarters of a cent
            return Number(value + above / below * precision, precision / below, m.end())
        return Number(value, precision, m.end("plain"))
    return Number(value, precision, m.end())


def trie(forms: list[str], first: bool = False) -> str:
    """A pattern for any of the forms that looks at each letter once; the first letter may be a capital."""
    heads: dict[str, list[str]] = {}
    for form in forms:
        if form:
            heads.setdefault(form[0], []).append(form[1:])
    branches = [(f"[{head}{head.upper()}]" if first else head) + trie(tails) for head, tails in sorted(heads.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in forms else "")


@cache
def opener(language: str) -> str:
    """A pattern for the first word of a number: a cardinal, a fraction that can be meant, or an article before what is counted.

    It first asks for two letters that can open one, and reads each letter once: it is tried behind every blank of a story.
    """
    words = vocabulary(language)
    forms = [*words.cardinals, *multiples(language), *(form if form == "half" else f"{form}\0" for form in words.fractions)]
    heads = "".join(sorted({letter for form in forms for letter in (form[0], form[0].upper())} | set("aA")))
    seconds = "".join(sorted({form[1] for form in forms}))
    of_a_point = rf"(?![^\W_])(?=[\s-]+(?i:of\s+an?[\s-]|an?[\s-]|{POINTS}))"  # else an ordinal or a season: "the third quarter"
    number = trie(forms, first=True).replace("\0", of_a_point)
    scales = [" ".join(form) for rows in words.after.values() for form, sense in rows if sense.kind == "s"]
    single = lexicon.entries("numerals", language)["single"]
    one = rf"{trie(single['forms'])}(?:\s*$|\s*[.,;:)]|\s+(?:{'|'.join(single['then'])})\b)"
    counted = rf"(?:{trie([*words.fractions, *scales])}(?![^\W_])|hundred\b|dozen\b|{one})"
    return rf"(?=[{heads}][n{seconds}\s-])(?:{number}(?![^\W_])|[Aa]n?(?=[\s-]+(?i:{counted})))"


@cache
def _word_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = vocabulary(language)
    card = "(?:" + "|".join(sorted(words.cardinals, key=len, reverse=True)) + r")(?![^\W_])"
    part = "(?:" + "|".join(sorted(words.fractions, key=len, reverse=True)) + r")(?![^\W_])"
    scales = [" ".join(form) for rows in words.after.values() for form, sense in rows if sense.kind == "s"]
    scale = "(?:" + "|".join(sorted(map(re.escape, scales), key=len, reverse=True)) + r")(?![^\W_])"
    run = rf"{card}(?:[-\s]{{1,4}}{card}|(?<=hundred)\s{{1,4}}and\s{{1,4}}{card}){{0,{MOST_WORDS}}}"
    start = re.compile(rf"[{BEFORE_WORD}]{opener(language)}")
    cardinal = re.compile(
        rf"(?:an?\s+(?=hundred\b|dozen\b))?(?P<run>{run}(?:\s+{scale}\s+(?:and\s+)?{run}(?!\s+(?:{scale}))|(?:\s+thousand\s+{run})){{0,3}})"
        rf"(?:\s+point\s+(?P<tenths>{card}(?:\s+{card}){{0,4}}))?"
        rf"(?:(?:\s+and\s+(?:an?\s+|(?P<parts>{card})[\s-]+)|[\s-]+and[\s-]+an?[\s-]+)(?P<part>{part}))?",
        re.IGNORECASE,
    )
    fraction = re.compile(
        rf"(?:an?[\s-]+|(?P<count>{card})[\s-]+)?(?P<part>{part})(?:[\s-]+of(?=\s+an?\b)|(?=[\s-]+an?\b))?(?:[\s-]+an?(?=[\s-]))?",
        re.IGNORECASE,
    )
    return start, cardinal, fraction


def word_starts(text: str, language: str) -> list[int]:
    """Where a number in words may start."""
    pattern = _word_patterns(language)[0]
    found = [m.start() + 1 for m in pattern.finditer(text)]
    return [0, *found] if text[:1].isalpha() and pattern.match(f" {text[:24]}") else found


def starts_word(text: str, start: int, language: str) -> bool:
    """Whether a number in words may start at `start`, which begins a word."""
    return _word_patterns(language)[0].match(f" {text[start : start + 24]}") is not None


def in_words(text: str, start: int, language: str) -> Number | None:
    """The number in words at `start`: "five", "two and a half", "half a" (billion), "a quarter of a" (point), "two-thirds"."""
    _, cardinal, fraction = _word_patterns(language)
    words = vocabulary(language)
    if m := fraction.match(text, start):
        count = words.cardinals[m["count"].casefold()] if m["count"] else Decimal(1)
        part = words.fractions[m["part"].casefold()]
        if m["part"].casefold() != "half" and not m["count"] and text[start] not in "aA" and not OF_A_POINT.match(text, m.end()):
            return None  # "the third quarter marks": an ordinal or a season, no fraction
        if count * part < 1 or m["part"].casefold().endswith("quarters"):
            return Number(_round(count * part), Decimal("0.01"), m.end(), True)
    m = cardinal.match(text, start)
    if not m:
        return None
    value = _cardinal(" ".join(m["run"].casefold().replace("-", " ").split()), language)
    if value is None:
        return None
    precision = Decimal(1)
    if tenths := m["tenths"]:
        digits = "".join(str(words.cardinals[w.casefold()]) for w in tenths.split())
        value, precision = value + Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits))
    if m["part"]:
        parts = words.cardinals[m["parts"].casefold()] if m["parts"] else Decimal(1)
        value, precision = value + _round(parts * words.fractions[m["part"].casefold()]), Decimal("0.25")
    return Number(value, precision, m.end())


@lru_cache(maxsize=4096)
def _cardinal(words: str, language: str) -> Decimal | None:
    """A cardinal of one or two words from the lexicon; quantulum3 reads the longer ones."""
    table = vocabulary(language).cardinals
    parts = words.split()
    if len(parts) == 1:
        return table[parts[0]]
    if len(parts) == 2 and table[parts[0]] % 10 == 0 and 20 <= table[parts[0]] < 100 and table[parts[1]] < 10:
        return table[parts[0]] + table[parts[1]]
    if len(parts) == 2 and parts[1] in ("hundred", "dozen"):
        return table[parts[0]] * table[parts[1]]
    return quantulum.cardinal(words, language)


def _round(value: Decimal) -> Decimal:
    """A third is printed nowhere with more digits than an analyst would give it."""
    return value if value == value.quantize(Decimal("0.0001")) else value.quantize(Decimal("0.001"))
