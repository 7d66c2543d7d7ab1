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
    within: frozenset[str]
    speech: frozenset[str]


@cache
def _cues(language: str) -> _Cues:
    before = lexicon.meanings("approximations", language, "before")
    after = lexicon.meanings("approximations", language, "after")
    last = frozenset(form.split()[-1] for form in before)
    entries = lexicon.entries("approximations", language)
    named = (("at_most", "going"), ("at_most", "being"), ("at_most", "base"), ("less_than", "within"), ("about", "speech"))
    closed = (frozenset(entries[name][kind]) for name, kind in named)
    longest = max(len(form.split()) for form in before)
    return _Cues(before, longest, last, after, frozenset(form.split()[0] for form in after), *closed)


def approximation(text: str, start: int, end: int, language: str) -> str:
    """The guideline's `approx` of the figure at `start`..`end`: what the words right before it say, else those right after."""
    cues = _cues(language)
    words = text[max(0, start - REACH) : start].split()
    article = words.pop() if words and words[-1] in ARTICLES else ""
    if words and (words[-1] in cues.last or words[-1].lstrip(OPENING).casefold() in cues.last):
        words = [word.casefold() for word in words]
        for count in range(min(cues.longest, len(words)), 0, -1):
            found = cues.before.get(" ".join(words[-count:]).lstrip(OPENING))
            if found is not None:
                led = words[-count - 1] if len(words) > count else ""
                return "exact" if _no_hedge(cues, found, words[-count:], led, article, text[end : end + REACH]) else found
    follows = text[end : end + 24].replace(",", " ").split(maxsplit=4)
    if follows and follows[0].rstrip(CLOSING).casefold() in cues.first:
        follows = [word.casefold() for word in follows]
        for count in range(min(4, len(follows)), 0, -1):
            found = cues.after.get(" ".join(follows[:count]).rstrip(CLOSING))
            if found is not None:
                return found
    return "exact"


def _no_hedge(cues: _Cues, found: str, form: list[str], led: str, article: str, behind: str) -> bool:
    """Whether words that mostly hedge do something else: "under a $9 billion plan", "asked about the $3 million loan"."""
    if article == "the" and found in COMPARED:
        return True  # "well below the 7.6 percent of May": what it is compared with is as told
    if found == "at_most":
        return _reached(cues, led, behind)
    if found == "less_than" and article in ("a", "an") and form[-1] in cues.within:
        return True
    return found == "about" and form[-1:] == ["about"] and (article == "the" or (article in ("a", "an") and led in cues.speech))


def _reached(cues: _Cues, led: str, behind: str) -> bool:
    """ "ticked up to 5 pct", "was up to 5 pct from 4 pct": a value that is reached, no limit."""
    return led in cues.going or (led in cues.being and not cues.base.isdisjoint(behind.partition(".")[0].split()))
