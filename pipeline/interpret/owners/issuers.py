"""Who brings out the one issue of paper that a story is about: the subject of its first sentence, or for whom it says that the paper is."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.interpret.story import WORLD, Story

SUBJECT = 120
"""Characters in which the verb of a first sentence stands."""

NAME = r"(?:[A-Z][\w&.'/-]*|of|and|de|der|du|di|for|&)(?:\s+|$|(?=[,<(>]))"
"""A word of a name, or between two of them."""

SMALL = re.compile(r"(?:\s+(?:of|and|de|der|du|di|for|&))+$")
"""Words between two of a name that end one which was cut."""


def issuer(story: Story) -> str | None:
    """The issuer, as named; None where the first sentence tells of none, or where nobody sells the issue for another."""
    first = story.spans[0]
    if _sold(story.language).search(story.text, first.start) is None:
        return None
    subject, for_whom = _patterns(story.language)
    found = subject.match(story.text, first.start, first.end) or for_whom.search(story.text, first.start, first.end)
    if found is None:
        return None
    start, end = found.span("name")
    if told := story.organisations_in(start, end):
        return told[0].name
    name = SMALL.sub("", " ".join(found["name"].split()))
    return _state(story, start, end) or (name if len(name.split()) > 1 else None)


def _state(story: Story, start: int, end: int) -> str | None:
    """The state that a name is of: "Denmark", "Kingdom of Belgium"; no bank of many ("World Bank")."""
    place = next((c for c in story.sentence(0).of("place") if start <= c.start and c.end <= end and c.role in ("names", "bodies")), None)
    if place is None or place.key == WORLD or story.text[place.end : end].strip():
        return None
    before = story.text[start : place.start].casefold().replace(" of", " ").replace(" the", " ").split()
    return place.key if lexicon.sets("owner", story.language)["sovereign_forms"].issuperset(before) else None


@cache
def _sold(language: str) -> re.Pattern[str]:
    """The words for who sells an issue."""
    managing = sorted(lexicon.sets("owner", language)["managing"], key=len, reverse=True)
    return re.compile("|".join(form.replace(" ", r"[\s-]+") for form in managing))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The name before a verb of issuing with which a sentence opens; the name behind "bond for"."""
    sets = lexicon.sets("owner", language)
    verbs, papers = ("|".join(sorted(sets[key], key=len, reverse=True)).replace(" ", r"\s+") for key in ("issuing", "issued_things"))
    aside = r"(?:\s*(?:<[^<>]{1,20}>|\([^()]{1,40}\)|,[^,]{1,60},))*"
    subject = re.compile(
        rf"\s*(?:The\s+)?<?(?=.{{1,{SUBJECT}}}?\b(?i:{verbs})\b)(?P<name>(?:{NAME}){{1,9}}?)>?{aside}\s*(?i:{verbs})\b", re.DOTALL
    )
    for_whom = re.compile(
        rf"\b(?i:{papers})\s+(?:(?:issued|launched)\s+(?:[a-z]+\s+){{0,4}}?)?(?:for|by)\s+(?:the\s+)?<?(?P<name>(?:{NAME}){{1,9}})"
    )
    return subject, for_whom
