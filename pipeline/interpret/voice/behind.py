"""The noun of a source with what stands behind it: "data released on Monday showed", "two people with knowledge of the matter said"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.voice.naming import Naming

REACH = 14
"""Tokens that may stand between the noun of a source and its verb."""

GIVEN = 24
"""Tokens in which a thing is named that is put at a figure."""

OF_ITS = 9
"""Tokens in which a forecast is named that is raised."""

FORECAST = 5
"""Tokens between a forecast and its value, and between its owner and it."""

NOUNS = ("papers", "people", "groups")


def noun(naming: Naming, i: int) -> int:
    """The noun of the source whose last word before its verb is `i`."""
    if naming.capital(i) and (by := naming.run(i) - 1) > 1 and naming.tokens[by] == "by" and naming.at(by - 1, "asked"):
        return by - 2 if naming.at(by - 2, "groups") else i  # "analysts polled by Acme"
    kind = naming.kind(i, ("papers", "people", "groups", "refers", "bodies"))
    if naming.capital(i) or naming.at(i, "pronouns") or kind in NOUNS or naming.at(i, "post_stops"):
        return i
    for k in range(i - 1, max(-1, i - REACH), -1):
        if naming.at(k, "post_stops"):
            break
        found = naming.kind(k, NOUNS)
        if found is None or not naming.at(k + 1, "post") or naming.at(k - 1, "post"):
            continue
        return k if kind is None or (found != "papers" and naming.at(k + 1, "housed")) else i
    return i


def giver(naming: Naming, noun: int, end: int) -> str | None:
    """Who gave out a paper, named behind it: "research by the club Acme", "a study commissioned by Acme Bank"."""
    for i in range(noun + 1, end):
        if not naming.at(i, "givers") or naming.tokens[i] == "of":
            continue
        name = next((k for k in range(i + 1, end + 1) if naming.capital(k)), None)
        if name is not None and not naming.no_name(name, name):
            return naming.words(name, naming.run_from(name, end + 1, "joins"))
        body = next((k for k in range(i + 1, end + 1) if naming.kind(k, ("bodies", "refers"))), None)
        if body is not None:
            first = naming.modifiers(body)
            return naming.words(first, body)
    return None


def assigns(naming: Naming, clue: Clue) -> bool:
    """Whether a verb gives a thing its figure: "put the gap at 5 pct", "raised its forecast"."""
    tokens = naming.tokens
    if clue.role == "expects":
        near = range(clue.last + 1, min(len(tokens), clue.last + 1 + OF_ITS))
        owned = next((i for i in near if naming.at(i, "mine")), None)
        return owned is not None and any(naming.at(i, "outlook") for i in near if i > owned)
    for i in range(clue.last + 1, min(len(tokens) - 1, clue.last + GIVEN)):
        if tokens[i] == "at" and (naming.at(i + 1, "hedges") or not all(t.isalpha() for t in tokens[i + 1 : i + 3])):
            return True
        if naming.at(i, "post_stops") and tokens[i] not in ("as", ",", "that"):
            return False
    return False


def quoted(naming: Naming, clue: Clue) -> str | None:
    """ "a paper quoted its boss, Ann Lee, as saying": the person between."""
    if clue.first < 2 or naming.tokens[clue.first - 1] != "as":
        return None
    opens = next((k for k in range(clue.first - 2, max(-1, clue.first - REACH), -1) if naming.at(k, "quoting")), None)
    if opens is None:
        return None
    found: str | None = None
    i = opens + 1
    while i < clue.first - 1:
        if naming.capital(i) and not naming.no_name(i, i):
            last = naming.run_from(i, clue.first - 1, "in_person")
            name = naming.untitled(i, last)
            if naming.like_person(name, last):
                return naming.words(name, last)
            found, i = found or naming.words(name, last), last
        i += 1
    return found


def owner_of_forecast(naming: Naming, first: int) -> str | None:
    """ "the Norbank's forecast of 3 pct", "Acme's consensus was": who owns the forecast that a figure at `first` is the value of."""
    at = next((k for k in range(first - 1, max(0, first - FORECAST), -1) if naming.at(k, "foreseen")), None)
    if at is None:
        return None
    own = next((k for k in range(at - 1, max(0, at - FORECAST), -1) if naming.at(k, "possessive")), None)
    if own is None or not naming.capital(own - 1) or naming.place(naming.run(own - 1), own - 1) is not None:
        return None
    return naming.words(naming.run(own - 1), own - 1)
