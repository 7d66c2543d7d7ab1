"""The name in full that the note of a company's results gives: "NOTE: Full name is Arden Mills Inc"."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.interpret.owners.known import words
from pipeline.interpret.story import Story
from pipeline.interpret.voice.naming import Naming

LEAST = 2
"""Words of a name in full at least."""


@cache
def _told(language: str) -> re.Pattern[str]:
    """What stands before a name in full, with the bracket in which the wire puts it; begins with its first letter, which is found fast."""
    forms = sorted(lexicon.sets("owner", language)["names_in_full"], key=len, reverse=True)
    return re.compile("|".join(rf"[{form[0]}{form[0].upper()}]{form[1:]}\s+<?(?=[A-Z])".replace(" ", r"\s+") for form in forms))


def name_in_full(story: Story) -> str | None:
    """The name that a story says is the company's in full, up to its legal form."""
    m = _told(story.language).search(story.text)
    if m is None:
        return None
    number = next((n for n, span in enumerate(story.spans) if span.start <= m.end() < span.end), None)
    if number is None:
        return None
    naming = Naming(story.text, story.sentence(number), story.language)
    first = naming.sentence.token_at(m.end())
    first += naming.at(first, "articles")
    last, legal = naming.run_from(first, naming.count, "joins"), words(story.language).legal
    end = next((i for i in range(first + 1, last + 1) if naming.tokens[i] in legal), last)
    while end < last and naming.tokens[end + 1] in legal:
        end += 1  # "Arden Mills Co Ltd"
    return naming.words(first, end) if end - first + 1 >= LEAST else None
