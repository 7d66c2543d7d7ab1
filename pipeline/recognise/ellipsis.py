"""Numbers that take their unit from a neighbour: "rose to 9.5 pct from three", "to 3.6 billion dlrs from 2.9 billion"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pipeline import lexicon
from pipeline.recognise import lent
from pipeline.recognise.denominator import denominator, set_against
from pipeline.recognise.rule import Reading
from pipeline.recognise.vocabulary import vocabulary

COMMA_BEFORE = re.compile(r",\s*(?:and\s+)?$")
WORD_AFTER = re.compile(r"\s*([^\W\d_]+|[.,;:()\"”]|--?|$)")
WORD = re.compile(r"[^\W\d_]+")
TO = re.compile(r"\s+(?:to|per)\b")
UNDERSTOOD = "understood unit"
BILLION = 1_000_000_000
"""From here on what a percentage led to is money: nobody counts so many of anything else."""

A_SUM = 1000
"""From here on money is a sum, and no price."""

UNTOLD = "XXX"
"""The unit of a sum whose currency another sentence tells; interpret settles it or drops the figure."""


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    entry = lexicon.entries("ellipsis", language)
    found = {f"{table}_{key}": frozenset(words) for table in ("compare", "step", "alone") for key, words in entry[table].items()}
    found["compare_after"] |= vocabulary(language).months
    found["hedges"] = frozenset(vocabulary(language).hedges)
    found["first_before"] = found["compare_before"] | found["alone_before"]
    found["counted"] = frozenset(entry["counted"]["forms"])
    return found


def fill(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """Give each bare number the unit of the figure it is compared with; drop those that have none (counts, years, scores)."""
    if () not in [r.units for r in readings]:
        return readings
    words = _words(language)
    filled: list[Reading] = []
    known: Reading | None = None
    money: Reading | None = None
    counted = False
    for i, reading in enumerate(readings):
        if reading.units:
            filled.append(reading)
            if money is None or money.units == (UNTOLD,) or not lent.converts(text, money, reading):
                known = reading if not reading.optional else known
                money = reading if reading.units[0].isupper() and not _a_share_of(money, reading) else money
            continue
        if _date_like(text, reading, language):
            continue
        ahead = readings[i + 1] if i + 1 < len(readings) and not readings[i + 1].optional else None
        after = WORD_AFTER.match(text, reading.end)
        follows = after.group(1).casefold() if after else "noun"
        open_ended = not follows.isalpha() or follows in words["compare_after"]
        units = _owner(text, reading, known, money, ahead, open_ended, words, language)
        told_again = ahead is not None and ahead.units == units and lent.ASIDE.match(text[reading.end : ahead.start])
        if (units == (UNTOLD,) and counted) or told_again:
            units = ()  # "a wealth of 771 billion ($1,000 billion)" is in another money
        if units:
            known = reading._replace(units=units, rule=UNDERSTOOD if reading.rule == "bare" else reading.rule)
            money = known if units[0].isupper() else money
            filled.append(known)
        elif not open_ended and (_scaled(reading) or reading.high >= 1000):
            known = money = None  # a count of something else: what follows is compared with it, not with the money before it
            counted = counted or _scaled(reading)
    return filled


def _owner(
    text: str,
    reading: Reading,
    known: Reading | None,
    money: Reading | None,
    ahead: Reading | None,
    open_ended: bool,
    words: dict[str, frozenset[str]],
    language: str,
) -> tuple[str, ...]:
    """The units a bare number takes, none where no neighbour lends them."""
    leads = _word_before(text, reading.start)
    scaled = _scaled(reading)
    if scaled:
        said = text[lent.sentence(text, reading.start) : reading.start]
        if any(form in said for form in words["counted"]):
            return ()
    if rate := _rate(text, reading, language):
        return rate
    if (
        scaled
        and ahead is not None
        and ahead.units
        and ahead.units[0].isupper()
        and text[reading.end : ahead.start].split() in (["of", "the"], ["of", "its"], ["of"], ["of", "a"])
    ):
        return ahead.units
    if open_ended and (rate := lent.quoted(text, reading, language)):
        return rate
    if units := lent.foreseen(text, reading, ahead, language):
        return units
    if not open_ended:
        return ()
    if scaled and money is not None and _lends(text, money, reading, leads, words):
        return money.units
    if not scaled and known is not None and _steps(text, known, reading, leads, words):
        return known.units
    if units := lent.alike(text, reading, known, language):
        return units
    if (
        ahead is not None
        and ahead.units
        and leads in words["step_before"]
        and _linked(text[reading.end : ahead.start].split(), words["hedges"])
        and ahead.start - reading.end < 14
        and lent.comparable(ahead, reading)
    ):
        return ahead.units
    alone = words["first_before" if known is None else "alone_before"]
    apart = known is None or lent.SENTENCE_END.search(text, known.end, reading.start)
    if scaled and apart and leads in alone and reading.rule == "bare" and not text[reading.end - 1].isupper():
        return (UNTOLD,)
    if known is not None and known.units == ("percent",) and not apart and reading.high >= BILLION and leads in words["step_before"]:
        return (UNTOLD,)  # "Turnover rose 4 percent to 5.1 billion."
    return ()


def _linked(between: list[str], hedges: frozenset[str]) -> bool:
    """Whether a number goes on to the next: "from three to 4 pct", "by three and about 4 pct"; not "fell to 83.0 and was 20 pct lower"."""
    if between[:1] in (["from"], ["to"]):
        return True
    return between[:1] in (["and"], ["or"]) and hedges.issuperset(word.casefold() for word in between[1:])


def _word_before(text: str, start: int) -> str:
    """The word right before `start` in lower case, past an opening bracket; empty where a comma or colon parts them."""
    said = text[max(0, start - 24) : start].split()
    if said and said[-1] == "(":
        said.pop()
    return "" if not said or said[-1][-1] in ",;:)" else said[-1].lstrip("(").casefold()


def _scaled(reading: Reading) -> bool:
    return reading.precision >= 1000 or reading.high >= 1_000_000


def _a_share_of(money: Reading | None, reading: Reading) -> bool:
    """ "$7 million, or 46 cents a share, from 9 million, or 52 cents": whether a small sum follows one that goes on to lend its money."""
    return money is not None and not set(money.units).isdisjoint(reading.units) and money.high >= A_SUM > reading.high


def _lends(text: str, money: Reading, reading: Reading, leads: str, words: dict[str, frozenset[str]]) -> bool:
    """Whether an amount with a scale is of the money named before it: compared with it, the next item of its list, or of whatever the
    word before it names ("exports were 6.4 billion francs and imports 5.7 billion")."""
    between = text[money.end : reading.start]
    if lent.SENTENCE_END.search(between) or len(between) > 220 or money.high < A_SUM:
        return False
    return bool(leads and text[reading.start - 1] != "(") or bool(COMMA_BEFORE.search(text, max(0, reading.start - 8), reading.start))


def _steps(text: str, known: Reading, reading: Reading, leads: str, words: dict[str, frozenset[str]]) -> bool:
    """Whether a number without a scale is the other end of a step from the figure before it."""
    between = text[known.end : reading.start]
    if leads in words["hedges"] - words["step_before"] and (said := between.split()[:-1]):
        leads = said[-1].casefold()  # "from about 9.56"
    if leads not in words["step_before"] or len(between) > 110 or lent.SENTENCE_END.search(between):
        return False
    if leads == "to" and not known.units[0].isupper() and not text[max(0, known.start - 6) : known.start].casefold().endswith("from "):
        return False  # "rose 8 pct to 3.65": the value reached is in another unit
    return lent.comparable(known, reading)


def _rate(text: str, reading: Reading, language: str) -> tuple[str, ...]:
    """The currency of a rate that names only the other side: "the leu ended at 3.8050 to the dollar"."""
    against = denominator(text, reading.end, True, language)
    if against is None or not against.isupper():
        against = set_against(text, reading.end, language)
        bases = lexicon.entries("ellipsis", language)["quoted"]["bases"] if against else ()
    elif reading.precision >= 1 and TO.match(text, reading.end) is None:
        return ()
    else:
        bases = ()
    if against is None:
        return ()
    senses = vocabulary(language).after
    said = [word.casefold() for word in WORD.findall(text, max(lent.sentence(text, reading.start), reading.start - 140), reading.start)]
    for before, word in reversed(list(pairwise(["", *said]))):
        named = [(phrase[1:], sense) for phrase, sense in senses.get(before, ()) if phrase == (before, word)]  # "Egyptian pound"
        for phrase, sense in (*named, *senses.get(word, ())):
            if len(phrase) == 1 and sense.kind == "c" and not sense.exact and against not in sense.units:
                above = bases[: bases.index(against)] if against in bases else bases
                return (against,) if sense.units[0] in above else sense.units
    return ()


def _date_like(text: str, reading: Reading, language: str) -> bool:
    """Whether a bare number is a year, or a day of the month named behind it ("from 10 April")."""
    if reading.rule != "bare" or reading.precision != 1:
        return False
    after = WORD_AFTER.match(text, reading.end)
    day = 1 <= reading.low <= 31 and after is not None and after[1].casefold() in vocabulary(language).months
    return day or 1900 <= reading.low <= 2100
