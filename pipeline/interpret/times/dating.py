"""When a story was published, where nothing but its own words can tell."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache

from pipeline import lexicon
from pipeline.interpret.times import calendar
from pipeline.model import When

HEAD = 1200
"""Characters in which a dateline stands, furniture included."""

YEAR = re.compile(r"(?<![\w$£€.,-])((?:19|20)\d\d)(?![\w%]|[.,]\d)")
REGION = r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?"
DASH = r"\s+(?:--?|–|—)"
UNDATED = re.compile(
    rf"\s*(?:[A-Z][A-Z .'/-]+{REGION}\s+)?\((?:Reuters|AP|AFP|UPI)\){DASH}|"
    rf"\s*[A-Z]{{2}}[A-Z .'/-]+{REGION}(?:\s+\([A-Za-z][\w /-]{{1,24}}\))?{DASH}\s+(?=[A-Z\"“'‘(])"
)
""" "CARDIFF (Halford News) - …", "CUPERTINO, Calif. - …"; the place in capitals, no day."""

SEATED = re.compile(
    rf"\s*(?P<place>[A-Z][\w '-]{{2,24}}?)(?:/[A-Z][\w '-]+)?(?:(?:\s+\([A-Za-z][\w /-]{{1,24}}\))?(?:{DASH}|\s?:)|(?<=[A-Z]{{3}}))\s+(?=[A-Z\"“'‘])"
)
""" "Cape Town - …", "Cardiff: …", "Cardiff (hn) - …", "ANKARA Exports rose …": where a city stands before it."""

CREDIT = r"(?:\([A-Z][\w /.-]{1,24}\)|/[A-Z]+/)"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon.entries("periods", language)
    month = "|".join(sorted(words["months"], key=len, reverse=True))
    weekday = "|".join(words["weekdays"])
    dateline = re.compile(
        rf"(?m)^\s*[A-Z][A-Z .,'/-]+(?:,\s*[\w .]+)?[,.]\s+{_month_and_day(month)}(?:,?\s*(?P<year>\d{{4}}))?(?:, [A-Z]\w+)?\s*(?:{CREDIT}\s*)?(?:--?|–|—|\.|{CREDIT})",
        re.IGNORECASE,
    )
    anchors = "|".join(re.escape(form).replace(r"\ ", r"\s+") for anchor in words["anchor"] for form in anchor["words"])
    anniversary = re.compile(rf"(\d{{1,3}})(?:st|nd|rd|th)\s+anniversary\s+of\s+(?:the\s+)?({anchors})", re.IGNORECASE)
    return dateline, re.compile(rf"\b({weekday})\b", re.IGNORECASE), anniversary


def dateline_end(text: str, language: str = "en") -> int:
    """Where the dateline ends, 0 without one: the day in it dates the story, not its figures."""
    found = UNDATED.match(text) or _seated(text, language) or _dateline(text, language)
    return found.end() if found else 0


def _seated(text: str, language: str) -> re.Match[str] | None:
    found = SEATED.match(text)
    return found if found and found["place"].casefold() in _seats(language) else None


@cache
def _seats(language: str) -> frozenset[str]:
    """The cities that datelines name."""
    seats = (form for place in lexicon.entries("places", language).values() for form in place["seats"])
    towns = (form for nation in lexicon.entries("towns", language).values() for form in nation["forms"])
    return frozenset(map(str.casefold, (*seats, *towns)))


@lru_cache(maxsize=2)  # a story's text is asked for four times, as it came and cleaned
def _dateline(text: str, language: str) -> re.Match[str] | None:
    """The dateline with a day; looked for only where a comma or a point stands before a month, for looking takes its time."""
    if not _comma_month(language).search(text, 0, HEAD):
        return None
    return next(filter(_heads, _patterns(language)[0].finditer(text, 0, HEAD)), None)


def _heads(found: re.Match[str]) -> bool:
    """Whether the place of a dateline is a name, and in capitals where but a point ends it: no end of a sentence ("on or before, May 9.")."""
    line = found[0].lstrip()
    return line[0].isupper() and (line.partition(",")[0].isupper() or not line.endswith("."))


@cache
def _comma_month(language: str) -> re.Pattern[str]:
    month = "|".join(sorted(lexicon.entries("periods", language)["months"], key=len, reverse=True))
    return re.compile(rf"[,.]\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{month})", re.IGNORECASE)


@cache
def _day(language: str) -> re.Pattern[str]:
    month = "|".join(sorted(lexicon.entries("periods", language)["months"], key=len, reverse=True))
    return re.compile(_month_and_day(month), re.IGNORECASE)


def _month_and_day(month: str) -> str:
    """A pattern of a day, its number behind its month ("May 3") or before it ("3 May", "3rd May")."""
    return rf"\b(?:(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})\b|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_last>{month})\b\.?)"


def _named(found: re.Match[str], language: str) -> tuple[int, int]:
    """The month and the day that such a pattern found."""
    months = lexicon.entries("periods", language)["months"]
    return months[(found["month"] or found["month_last"]).casefold()], int(found["day"] or found["day_first"])


def dateline_day(dateline: str, published: str, language: str = "en") -> str | None:
    """The day that a dateline names, where it is at most a week from the day of publication."""
    if f" {int(published[8:10])}" in dateline:
        return None  # the same day, as nearly always
    found = _day(language).search(dateline)
    if not found:
        return None
    month, number = _named(found, language)
    out = dt.date.fromisoformat(published)
    days = (calendar.day_of(out.year + years, month, number) for years in (0, -1, 1))
    return next((day.isoformat() for day in days if day and abs((day - out).days) <= 7), None)


def infer(text: str, language: str = "en") -> When:
    """The date that the story's own words fix, with the words it rests on; `unknown` where they leave it open.

    A dateline gives month and day. Its year is the one in which that day was the weekday the story names first, not before
    the last year the story speaks of, and, where an anniversary is named, the year that the anniversary falls in.
    """
    _, weekday, anniversary = _patterns(language)
    line = _dateline(text, language)
    if not line:
        return When()
    words = lexicon.entries("periods", language)
    m, d = _named(line, language)
    month = line["month"] or line["month_last"]
    if line["year"]:
        day = calendar.day_of(int(line["year"]), m, d)
        return When(day.isoformat(), "dateline", f"dateline {month} {d}, {line['year']}") if day else When()
    evidence = [f"dateline {month} {d}"]
    years = {int(found.group(1)) for found in YEAR.finditer(text)}
    named = weekday.search(text, line.end(), line.end() + 400)
    candidates = [y for y in range(1950, 2051) if calendar.day_of(y, m, d)]
    if named:
        number = words["weekdays"][named.group(1).casefold()]
        candidates = [y for y in candidates if (day := calendar.day_of(y, m, d)) and day.isoweekday() == number]
        evidence.append(f"it was a {named.group(1)}")
    if years:
        candidates = [y for y in candidates if y >= max(years)]
        evidence.append(f"the story speaks of {max(years)}")
    fixed = set()
    for found in anniversary.finditer(text):
        event = " ".join(found.group(2).casefold().split())
        anchor = next(a for a in words["anchor"] if event in a["words"])
        fixed.add(anchor["year"] + int(found.group(1)))
        phrase = " ".join(found.group().split())
        if phrase not in evidence:
            evidence.append(phrase)
    if fixed:
        candidates = [y for y in candidates if y in fixed]
    if len(candidates) != 1 or not named:
        return When()
    return When(f"{candidates[0]:04d}-{m:02d}-{d:02d}", "inferred", "; ".join(evidence))
