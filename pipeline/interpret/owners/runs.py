"""The patterns of what may be a name: runs of capitalised words, codes of shares, and words that are names only where something beside them says so."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.interpret.owners.known import words

TICKER = re.compile(r"[A-Z0-9&]{1,9}[a-z]{0,2}\.[A-Z]{1,3}[a-z]{0,2}|[A-Z]{1,5}(?:[. ][A-Z]+)?|[A-Z0-9&]{1,9}\.[A-Z]{2,9}\.[A-Z]{1,3}")
"""The code of a share, or two that are written together: "ARD.N", "ARD.TOARDN.O"."""

WORD = r"[A-Z][\w&'/.-]*"
LISTED = r"[A-Z][A-Za-z ]{1,12}: ?[A-Z0-9][A-Za-z0-9.:;, ]{0,40}"
BRACKETED = rf"(?<=<)[^<>]{{2,60}}>|(?<=\() ?(?:[A-Z0-9][\w&]{{0,9}}\.[A-Z]{{1,3}}|[A-Z0-9][A-Z0-9&]{{1,7}}|{LISTED}) ?\)"

BEFORE_GENITIVE = re.compile(r"[^\w&.-]")
"""What no word holds that ends as a genitive does."""

LONGEST = 24
"""Characters of the longest such word."""

STAR = r"(?:\*[A-Z][\w&'/.-]*)?"
""" "E*Trade": a star inside a name."""
NUMBERED = r"(?<=\d)(?<![\w.,$-]\d)\d{0,2}(?:M\b|i\b|-[A-Z][a-z]{5}|[A-Z][A-Za-z]{2})"
"""The begin of a name with a number before its first letter: "3M", "3PAR", "7-Eleven"; no "4Q", no "2010"."""


@cache
def runs(language: str) -> re.Pattern[str]:
    """The runs: a number goes on with a name where a firm's form ends it ("Quay 7 Imports Inc").

    Begins with one set of characters, which is looked for three times as fast as alternatives are.
    """
    legal = "|".join(sorted(re.escape(form.capitalize()) for form in words(language).legal if form.isalpha()))
    goes_on = rf"[\w&'/.-]*{STAR}(?:(?: & |\s){WORD}|\s\d(?=(?:\s{WORD}){{1,3}}\s(?:{legal})\b))*"
    return re.compile(rf"[<(A-Z\d](?:{BRACKETED}|(?:(?<=[A-Z])(?<![\w.][A-Z])|{NUMBERED}){goes_on})")


@cache
def plain_names(language: str) -> re.Pattern[str]:
    """A firm whose name is a word, where it has what only a firm has: "Target's quarterly profit"; begins with the mark, which is found fast."""
    entry = lexicon.entries("companies", language)["plain"]
    names = "|".join(rf"(?<=\b({form}).)" for form in entry["forms"])
    return re.compile(rf"'(?:{names})s (?:[a-z-]+ ){{0,2}}(?:{'|'.join(entry['has'])})\b")


@cache
def issuer(language: str) -> re.Pattern[str]:
    """The name with which a story of a bond opens, and what says that it is the issuer's."""
    known = lexicon.sets("owner", language)
    inner = "|".join(sorted(known["particles"] | {"of", "for", "and", "&", "the"}))
    verbs, things = ("|".join(sorted(known[name])).replace(" ", r"\s+") for name in ("issuing", "issued_things"))
    name = rf"{WORD}(?:\s+(?:{inner}|{WORD})){{1,8}}?"
    return re.compile(rf"\s*(?:The\s+)?({name})(?:\s+<[^<>]{{1,20}}>)?\s+(?:{verbs})\b(?:[^.]|\.\d){{0,90}}?\b(?:{things})\b")


@cache
def _sayings(language: str) -> re.Pattern[str]:
    """A genitive with nothing behind it that it could own: a verb of saying."""
    says = "|".join(sorted(lexicon.sets("owner", language)["genitive_says"]))
    return re.compile(rf"'s(?= (?:{says})\b)")


def genitive_names(text: str, language: str) -> frozenset[str]:
    """Names that end as genitives do ("Halford's said"): no place, and the text never has them without that end."""
    known = words(language)
    found = {BEFORE_GENITIVE.split(text[: m.start()][-LONGEST:])[-1] for m in _sayings(language).finditer(text)}
    return frozenset(
        f"{word}'s"
        for word in found
        if word[:1].isupper()
        and word.casefold() not in known.places
        and word.casefold().rstrip(".") not in known.legal
        and not re.search(rf"(?<!\w){re.escape(word)}(?!'s|\w)", text)
    )
