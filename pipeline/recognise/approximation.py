"""How near a figure is to what it stands for: "almost 32 percent", "$5 or more"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon

REACH = 44
OPENING, CLOSING = "(\"'“‘", ".,;:)\"'"
COMPARED = frozenset({"more_than", "less_than"})
ARTICLES = frozenset({"a", "an", "the", "$"})


class _Cues(NamedTuple):
    before: dict[str, str]
    longest: int
    last: frozenset[str]
    after: dict[str, str]
    first: frozenset[str]
    going: frozenset[str]
    being: frozenset[str]
    base: frozenset[str]


@cache
def _cues(language: str) -> _Cues:
    before = lexicon.meanings("approximations", language, "before")
    after = lexicon.meanings("approximations", language, "after")
    last = frozenset(form.split()[-1] for form in before)
    limit = lexicon.entries("approximations", language)["at_most"]
    reached = (frozenset(limit[name]) for name in ("going", "being", "base"))
    return _Cues(before, max(len(form.split()) for form in before), last, after, frozenset(form.split()[0] for form in after), *reached)


def approximation(text: str, start: int, end: int, language: str) -> str:
    """The guideline's `approx` of the figure at `start`..`end`: what the words right before it say, else those right after."""
    cues = _cues(language)
    words = text[max(0, start - REACH) : start].split()
    compared = words[-1:] == ["the"]  # "well below the 7.6 percent of May": what it is compared with is as told
    if words and words[-1] in ARTICLES:
        words.pop()
    if words and (words[-1] in cues.last or words[-1].lstrip(OPENING).casefold() in cues.last):
        words = [word.casefold() for word in words]
        for count in range(min(cues.longest, len(words)), 0, -1):
            found = cues.before.get(" ".join(words[-count:]).lstrip(OPENING))
            if found is not None:
                told = (compared and found in COMPARED) or (found == "at_most" and _reached(words[:-count], text[end : end + REACH], cues))
                return "exact" if told else found
    follows = text[end : end + 24].replace(",", " ").split(maxsplit=4)
    if follows and follows[0].rstrip(CLOSING).casefold() in cues.first:
        follows = [word.casefold() for word in follows]
        for count in range(min(4, len(follows)), 0, -1):
            found = cues.after.get(" ".join(follows[:count]).rstrip(CLOSING))
            if found is not None:
                return found
    return "exact"


def _reached(words: list[str], behind: str, cues: _Cues) -> bool:
    """ "ticked up to 5 pct", "was up to 5 pct from 4 pct": a value that is reached, no limit."""
    if words and words[-1] in cues.being:
        return not cues.base.isdisjoint(behind.partition(".")[0].split())
    return bool(words) and words[-1] in cues.going
