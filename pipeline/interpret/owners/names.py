"""The places that a story names, and the one that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import CODE, GENITIVE, Clue, Sentence


def main_place(head: list[Sentence], title: Sentence, home: str | None, body: int, language: str) -> str | None:
    """The place a story is about: the one its title and first sentences name first and most, else that of its dateline."""
    count: Counter[str] = Counter()
    for i, sentence in enumerate(head):
        for n, clue in enumerate(c for c in places(sentence, language) if c.start >= body and not _many_have(sentence, c, home, language)):
            first = 1 if _beside(sentence, clue, language) else 4
            count[clue.key] += first if i == n == 0 else 2 if i == 0 and clue.role != "seats" else 1
    for n, clue in enumerate(c for c in places(title, language) if not _many_have(title, c, home, language)):
        count[clue.key] += 1 if n or _beside(title, clue, language) else 3
    if len(count) > 1:
        for key in lexicon.sets("owner", language)["reporters"]:
            count.pop(key, None)
    if home is not None or len(count) > 1:
        for key in lexicon.sets("owner", language)["summits"]:
            count.pop(key, None)  # "TORONTO - G20 leaders said": what is told of nobody else is of none of them
    if not count:  # "The Zambian kwacha fell"
        opening = (
            clue.key
            for sentence in (title, *head)
            for clue in sentence.of("place")
            if clue.first <= OPENS and clue.start >= (body if sentence is not title else 0)
        )
        count[next(opening, None) or ""] += 1
        del count[""]
    if home is not None:
        if not count and _of_world([title, *head[:1]], language):
            return "WLD"  # "ROME - Cereal stocks grew 2%, the FAO said" is not about Italy
        count[home] += 1 if home in lexicon.sets("owner", language)["hubs"] else 2
    best = max(count, key=count.__getitem__, default=None)
    unions = lexicon.sets("owner", language)["unions"]
    if best in unions and (helped := _helped(head[:1], body, unions, language)) is not None:
        return helped
    if home is not None and best in unions and home not in unions and count[home] > OWN_HOME:
        return home  # "TUNIS - The European Union and Tunisia signed"
    return best


def _helped(head: list[Sentence], body: int, unions: frozenset[str], language: str) -> str | None:
    """ "The European Union proposed 90 million euros in loans to Georgia": the state that a union lends or gives to, of which its story is."""
    given, links = lexicon.sets("owner", language)["given_to"], lexicon.sets("owner", language)["lent_to"]
    for sentence in head:
        tokens = sentence.tokens
        at = next((i for i, token in enumerate(tokens) if token in given), None)
        for clue in places(sentence, language) if at is not None else ():
            led = tokens[clue.first - 1] if clue.first else ""
            if clue.start >= body and at is not None and at < clue.first <= at + HELPED and clue.role == "names" and clue.key not in unions:
                return clue.key if led in links and len(clue.key) == CODE else None
    return None


def _many_have(sentence: Sentence, clue: Clue, home: str | None, language: str) -> bool:
    """ "MANILA - The House of Representatives": an assembly of a name that many have, in a story from a state with one of its own."""
    known = lexicon.sets("owner", language)
    if clue.role != "bodies" or home not in known["congresses"]:
        return False
    return " ".join(sentence.tokens[clue.first : clue.last + 1]) in known["assemblies"]


def _of_world(sentences: list[Sentence], language: str) -> bool:
    """Whether the sentences name a body that watches the world from the city it sits in."""
    text = f" {' '.join(token for sentence in sentences for token in sentence.tokens)} "
    return any(f" {body} " in text for body in lexicon.entries("owner", language)["world_bodies"]["forms"])


def _beside(sentence: Sentence, clue: Clue, language: str) -> bool:
    """Whether a place is only where somebody comes from or goes to, or a city that somebody is in."""
    led = sentence.tokens[clue.first - 1] if clue.first else ""
    if led == "the" and clue.role == "names" and clue.first > 1:
        led = sentence.tokens[clue.first - 2]
    return led in lexicon.entries("owner", language)["beside"]["forms"] or (clue.role == "seats" and led == "in")


HELPED = 6
"""Tokens between what is given and the name of the state that gets it."""

OWN_HOME = 2
"""What the dateline alone counts for; a place that counts for more is named as well."""

OPENS = 2
"""Tokens before a place with whose money a story opens."""

MENTIONS = 2
"""How often a story that tells no place at its head must name one to be about it."""


def told_of(sentences: Iterable[Sentence], body: int, language: str) -> str | None:
    """The place that most of what a story names is in: "Sales rose 2% … in Alberta they fell, Ontario's grew" is of Canada."""
    nations = _nations(language)
    count: Counter[str] = Counter()
    for sentence in sentences:
        count.update(clue.key for clue in places(sentence, language) if clue.start >= body)
        count.update(nations[clue.key] for clue in sentence.of("state") if clue.start >= body)
    place, most = count.most_common(1)[0] if count else (None, 0)
    return place if most >= MENTIONS and 2 * most > count.total() else None


@cache
def _nations(language: str) -> dict[str, str]:
    """The nation of each of its states and provinces."""
    return {form: nation for nation, entry in lexicon.entries("states", language).items() for form in entry["forms"]}


def places(sentence: Sentence, language: str) -> list[Clue]:
    """The places a sentence names, without those inside the name of a currency ("Canadian dollars") or of a sea ("the Gulf of Mexico")."""
    states = sentence.of("state")
    return [c for c in sentence.of("place") if not _in_a_name(sentence, c, language) and not (states and _in_state(c, states, language))]


def _in_state(clue: Clue, states: Sequence[Clue], language: str) -> bool:
    """Whether a place is only a part of the name of another nation's state: "Northern Ireland" is no Ireland."""
    nations = _nations(language)
    return any(s.first <= clue.first and clue.last <= s.last and nations.get(s.key, clue.key) != clue.key for s in states)


def _in_a_name(sentence: Sentence, clue: Clue, language: str) -> bool:
    following = sentence.tokens[clue.last + 1] if clue.last + 1 < len(sentence.tokens) else ""
    if following in lexicon.entries("owner", language)["foreign_money"]["forms"] and (
        following != "$" or sentence.starts[clue.last + 1] == clue.end
    ):
        return True  # "(US$1.40)", "4 US cents", but "lent Peru $6 billion"
    if following[:1].isdigit() and sentence.starts[clue.last + 1] == clue.end:
        return True  # "EU10YT=RR" of a bond
    known, before = lexicon.sets("owner", language), sentence.tokens[max(0, clue.first - 2) : clue.first]
    if before[1:] == ["of"] and before[0] in known["waters"]:
        return True  # "in the Gulf of Mexico"
    if following in known["seas"] and clue.role != "bodies":
        return True  # "the South China Sea"
    if following in known["of_unions"] and clue.key in known["unions"] and clue.role == "names":
        return True  # "the OPEC member", "a euro zone newcomer": one of them
    if before[-1:] == ["ex"] or before == ["ex", "-"]:
        return True  # "Asia ex-Japan funds"
    if before[1:] == ["-"] and before[0] in known["all_but"]:
        return True  # "exports to non-EU countries": all but the place
    if clue.key == "WLD" and following in GENITIVE:
        return True  # "the world's largest brewer"
    if clue.role == "seats" and following in lexicon.sets("owner", language)["named_after_seats"]:
        return True  # "the Paris Club of creditors"
    return clue.role in ("people", "names") and following in lexicon.meanings("currency_families", language, "words")
