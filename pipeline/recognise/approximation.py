"""How near a figure is to what it stands for: "almost 32 percent", "$5 or more"."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon

REACH = 44
ARTICLES = frozenset({"a", "an", "the", "$"})


@cache
def _cues(language: str) -> tuple[dict[str, str], int, dict[str, str], int]:
    before = lexicon.meanings("approximations", language, "before")
    after = lexicon.meanings("approximations", language, "after")
    return before, max(len(f.split()) for f in before), after, max(len(f.split()) for f in after)


def approximation(text: str, start: int, end: int, language: str) -> str:
    """The guideline's `approx` of the figure at `start`..`end`: what the words right before it say, else those right after."""
    before, most_before, after, most_after = _cues(language)
    words = text[max(0, start - REACH) : start].casefold().split()
    if words and words[-1] in ARTICLES:
        words.pop()
    for count in range(min(most_before, len(words)), 0, -1):
        found = before.get(" ".join(words[-count:]).lstrip("(\"'“‘"))
        if found is not None:
            return found
    follows = text[end : end + 24].casefold().replace(",", " ").split()
    for count in range(min(most_after, len(follows)), 0, -1):
        found = after.get(" ".join(follows[:count]).rstrip(".,;:)\"'"))
        if found is not None:
            return found
    return "exact"
