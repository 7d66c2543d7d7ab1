"""Who a story says gave a figure."""

from __future__ import annotations

import re

from pipeline.interpret.clue import Sentence

NAME = r"(?:[A-Z][\w&'’.-]*|of|and|the|for|de|la)"
SOURCE = r"(?P<{0}>(?:the\s+)?(?:[\w.'’-]+\s+){{0,4}}?(?:[A-Z][\w&'’.-]*)(?:\s+(?:[A-Z][\w&'’.-]*|of|and|for|de|la)){{0,6}}?)"
SAYS = r"(?:said|says|reported|estimated|estimates|forecasts?|predicted|predicts|announced|showed|shows|noted|added|projected|expects|told|warned|reckons|disclosed|calculated)"
PATTERNS = (
    re.compile(r"\b[Aa]ccording\s+to\s+(?:a\s+\w+\s+(?:by|from)\s+)?" + SOURCE.format("by") + r"(?=[,.;)]|\s+(?:data|figures|estimates|who|which|released|on|in)\b|$)"),
    re.compile(SOURCE.format("said") + r"\s+(?:also\s+|has\s+|had\s+|have\s+)?" + SAYS + r"\b"),
    re.compile(r",\s+" + SOURCE.format("tail") + r"\s+" + SAYS + r"\b"),
)
PRONOUN = re.compile(rf"\b(?:he|she|it|they|the (?:company|bank|agency|ministry|department|office|report|statement|government|board|institute|group|firm))\s+(?:also\s+)?{SAYS}\b", re.IGNORECASE)


def attribution(text: str, sentence: Sentence, carried: str | None) -> tuple[str | None, str | None]:
    """The source of a sentence's figures, and the source to carry on to the next sentence."""
    body = text[sentence.start : sentence.end]
    for pattern in PATTERNS:
        if m := pattern.search(body):
            name = clean(next(v for v in m.groupdict().values() if v))
            if name:
                return name, name
    if PRONOUN.search(body):
        return carried, carried
    return None, carried


def clean(name: str) -> str | None:
    """A source without its article, title words in lower case in front, or sentence openers."""
    words = name.split()
    while words and (not words[0][:1].isupper() or words[0] in ("The", "A", "An", "But", "In", "However", "And", "Dr.", "Dr", "Mr", "Mr.", "Mrs", "Ms")):
        words.pop(0)
    return " ".join(words).rstrip(",.") or None
