"""Who a story says gave a figure."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story


class Attribution:
    """Settles `attribution`; remembers the source that a story named last."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.carried: str | None = None
        self.source: str | None = None

    def before(self, sentence: Sentence) -> None:
        """Read the source of a sentence."""
        self.source, self.carried = attribution(self.story.text, sentence, self.carried, self.story.language)

    def settle(self, figure: Figure) -> None:
        figure.fact.attribution = self.source


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    says = "(?:" + "|".join(sorted(lexicon.words("says", language))) + ")"
    joins = "|".join(sorted(lexicon.words("name_joins", language)))
    name = r"[A-Z][\w&'’.-]*"
    source = rf"((?:the\s+)?(?:[\w.'’-]+\s+){{{{0,4}}}}?{name}(?:\s+(?:{name}|{joins})){{{{0,6}}}}?)".replace("{{", "{").replace("}}", "}")
    pronouns = "|".join(sorted(lexicon.words("source_pronouns", language)))
    by_name = (
        re.compile(
            rf"\b[Aa]ccording\s+to\s+(?:a\s+\w+\s+(?:by|from)\s+)?{source}(?=[,.;)]|\s+(?:data|figures|estimates|who|which|released|on|in)\b|$)"
        ),
        re.compile(rf"{source}\s+(?:also\s+|has\s+|had\s+|have\s+)?{says}\b"),
    )
    return by_name, re.compile(rf"\b(?:{pronouns})\s+(?:also\s+)?{says}\b", re.IGNORECASE)


def attribution(text: str, sentence: Sentence, carried: str | None, language: str) -> tuple[str | None, str | None]:
    """The source of a sentence's figures, and the source to carry on to the next sentence."""
    by_name, by_pronoun = _patterns(language)
    body = text[sentence.start : sentence.end]
    for pattern in by_name:
        if (m := pattern.search(body)) and (name := _clean(m.group(1), language)):
            return name, name
    return (carried, carried) if by_pronoun.search(body) else (None, carried)


def _clean(name: str, language: str) -> str | None:
    """A source without its article, titles, and what stands in lower case before it."""
    words = name.split()
    openers = lexicon.words("source_openers", language)
    while words and (not words[0][:1].isupper() or words[0] in openers):
        words.pop(0)
    return " ".join(words).rstrip(",.") or None
