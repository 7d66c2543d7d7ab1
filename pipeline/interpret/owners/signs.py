"""The words beside a name that say that it is an organisation's: what is told of it, and what it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from pipeline import lexicon
from pipeline.interpret.owners.capitals import LOOK, OWNED, PARAGRAPH, Name
from pipeline.lexicon import either

CALLED = 90
"""Characters behind a name that tell what it is."""

NOUN = 7
"""Words from an article on within which the noun that calls a name what it is stands."""

INITIALS = 3
"""Letters of the longest initials with which a name begins."""

SKIPPED = 4
"""Words between a name and its verb: "Arden last week also reported"."""


SUM = re.compile(r"\s+for\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{0,3}[$£€¥]|Rs\.?\s*)?\d")
""" "bought Halford for about $9 billion": what has a price as a whole is a firm, where a name alone tells none."""


@dataclass(slots=True, eq=False)
class Signs:
    """The closed sets of words that tell whose a name is (owner.toml)."""

    firms: frozenset[str]
    compounds: frozenset[str]
    done_to: frozenset[str]
    buys: frozenset[str]
    deeds: frozenset[str]
    belongings: frozenset[str]
    bosses: frozenset[str]
    equities: frozenset[str]
    ranks: frozenset[str]
    products: frozenset[str]
    titles: frozenset[str]
    addresses: frozenset[str]
    nobles: frozenset[str]
    roles: frozenset[str]
    exchanges: frozenset[str]
    takeovers: frozenset[str]
    agents: frozenset[str]
    agents_infinite: frozenset[str]
    agents_between: frozenset[str]
    mass: frozenset[str]
    singular_endings: frozenset[str]
    tails: frozenset[str]
    institutions: frozenset[str]
    institutions_of: frozenset[str]
    institutions_first: frozenset[str]
    told_again: frozenset[str]
    possessed: frozenset[str]
    told_as: frozenset[str]
    prepositions: frozenset[str]
    places_at: frozenset[str]
    of_firms: frozenset[str]
    of_people: frozenset[str]
    surname_particles: frozenset[str]
    relatives: frozenset[str]


@cache
def signs(language: str) -> Signs:
    own = lexicon.sets("owner", language)
    found = Signs(**{field.name: own[field.name] for field in fields(Signs)})
    nouns = (noun for entry in lexicon.entries("indicators", language).values() for noun in entry.get("nouns", ()))
    found.mass |= {noun.split()[-1] for noun in nouns if noun}  # "Inflation rose": what is measured is no name
    found.agents |= lexicon.words("says", language)
    found.agents_between |= frozenset(lexicon.entries("attribution", language)["adverbs"]["forms"])
    return found


@dataclass(slots=True, eq=False)
class Beside:
    """The words before a name and behind it; `last` is the one before it, in lower case."""

    before: list[str]
    last: str
    after: list[str]

    @property
    def following(self) -> str:
        return self.after[0] if self.after else ""


def beside(text: str, name: Name, known: Signs) -> Beside:
    """The words beside a name; of those behind it not the day between it and its verb: "Arden Mills on Friday reported"."""
    before = text[max(0, name.start - LOOK) : name.start].rpartition(PARAGRAPH)[2].split()
    after = text[name.end : name.end + 2 * LOOK].split()
    if after[:1] == ["on"] or after[:1] == ["today"]:
        after = after[next((i for i, word in enumerate(after[:SKIPPED]) if word.casefold() not in known.agents_between), 0) :]
    return Beside(before, before[-1].casefold().strip(".,\"'(") if before else "", after)


def told(text: str, name: Name, near: Beside, known: Signs, places: dict[str, str]) -> bool:
    """Whether the words beside a name say that it is an organisation's."""
    before, last, after, following = near.before, near.last, near.after, near.following
    if len(name.low) == 1 and not name.inside and (name.low[0] in known.mass or lowered(text, name.low[0])):
        return False  # "Inflation, part of"
    if following.strip(".,") in known.deeds:
        return True
    if following in OWNED:
        return len(after) > 1 and after[1].strip(".,") in known.belongings
    if name.inside and before and before[-1].endswith(OWNED):
        return last[:-2] in places or " ".join(w.casefold() for w in before[-2:])[:-2] in places
    if last in ("of", "in") and len(before) > 1 and before[-2].casefold() in known.equities:
        return True
    if last == "of" and len(before) > 1 and before[-2].casefold() in known.bosses:
        return True  # "the chief executive of Arden Water"
    if len(before) > 1 and f"{before[-2].casefold()} {last}" in known.possessed:
        return True
    if last in known.buys and following == "for" and SUM.match(text, name.end):
        return True
    return following[:1] == "," and _called(text[name.end + 1 : name.end + CALLED].casefold().split(",")[0].split(), known)


def _called(called: list[str], known: Signs) -> bool:
    """ "Arden, the world's largest …", "Arden, a listed shoe retailer founded in 1980": whether the words behind a comma call it a firm."""
    if len(called) < 2:
        return False
    if " ".join(called[:2]) in known.told_as:
        return True
    if called[0] not in ("a", "an", "the"):
        return any(word.endswith(OWNED) for word in called[:3]) and not known.ranks.isdisjoint(called[:5])  # "Poland's largest brewer"
    if called[0] != "an" and called[1] in known.ranks:
        return True
    at = next((i for i, word in enumerate(called[:NOUN]) if i and word in known.firms), None)
    if at is None or not known.prepositions.isdisjoint(called[1:at]):
        return False
    after = called[at + 1] if at + 1 < len(called) else ""  # but no "shoe firm worker"
    return not after or after in either(known.compounds, known.prepositions, known.relatives) or after.endswith("ed") or after == "that"


def acts(text: str, name: Name, known: Signs) -> bool:
    """ "Arden posted a loss", "Arden has since agreed": whether a name of one word without an article or two does what only someone does.

    One that opens its sentence is no plural, is nowhere a common word, and names nothing that is measured.
    """
    low = name.low[0]
    several = len(name.low) > 1
    short = (
        len(name.low) == 2 and 1 < len(name.words[0]) <= INITIALS and name.words[0].isupper() and not name.words[1].isupper()
    )  # "OC Halford faces"
    short = short and name.words[0].isalpha()
    if (several and name.low[-1] not in known.tails and not short) or (not several and low in known.mass):
        return False
    words = text[name.end : name.end + 3 * LOOK].split()
    if words[:2] == [",", "which"] and not name.inside:
        return not _plural(low, known) and not lowered(text, low)
    at = next((i for i, word in enumerate(words[:SKIPPED]) if word.casefold() not in known.agents_between), None)
    if at is None:
        return False
    verb = words[at].rstrip(",.")
    to_do = words[:2] == ["is", "to"] and known.agents_infinite.issuperset(words[2:3])  # "Arden is to cut 500 jobs"
    if verb not in known.agents and not to_do and not (at and verb in known.agents_infinite):
        return False
    if several or name.inside:
        return several or text[: name.start].rsplit(None, 1)[-1].casefold() not in ("the", "a", "an")
    return (verb.endswith("s") or not _plural(low, known)) and not lowered(text, low)


def _plural(low: str, known: Signs) -> bool:
    return low.endswith("s") and not low.endswith(tuple(known.singular_endings))


def lowered(text: str, low: str) -> bool:
    """Whether a word is written with a small letter somewhere."""
    return f" {low} " in text or f" {low}," in text or f" {low}." in text
