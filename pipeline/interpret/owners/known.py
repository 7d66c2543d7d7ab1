"""The closed sets of words that tell names, the companies known by name, and the forms of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from pipeline import lexicon

CODED = 3
"""Letters of a state's short form that may as well be a firm's initials."""


@dataclass(slots=True, eq=False)
class Words:
    """The closed sets of words that tell names (owner.toml), companies by name, and the forms of places with their roles (places.toml)."""

    never: frozenset[str]
    openers: frozenset[str]
    given: frozenset[str]
    heads: frozenset[str]
    trades: frozenset[str]
    offices: frozenset[str]
    ministries: frozenset[str]
    portfolios: frozenset[str]
    local: frozenset[str]
    no_local: frozenset[str]
    governments: frozenset[str]
    teams: frozenset[str]
    institutions: frozenset[str]
    genitive_forms: frozenset[str]
    legal: frozenset[str]
    small: frozenset[str]
    marks: frozenset[str]
    fronts: frozenset[str]
    callings: frozenset[str]
    alone: frozenset[str]
    particles: frozenset[str]
    cut: frozenset[str]
    suffixes: frozenset[str]
    ministers: frozenset[str]
    companies: frozenset[str]
    led: dict[str, tuple[str, ...]]
    """Companies whose names would be parted, by their first word: one of their words is else part of no name, or begins a person's."""
    places: dict[str, str]


@cache
def words(language: str) -> Words:
    own, periods = lexicon.sets("owner", language), lexicon.entries("periods", language)
    of = {field.name: own[field.name] for field in fields(Words)[1:-3]}
    never = own["never"] | own["titles"] | set(periods["months"]) | set(periods["weekdays"])
    places = lexicon.entries("places", language).values()
    roles = {form.casefold(): role for p in places for role in ("bodies", "seats", "people", "names") for form in p[role]}
    aliases = lexicon.entries("aliases", language).items()
    nations = lexicon.entries("states", language).values()
    short = (form for nation in nations for form in nation.get("datelines", ()) if len(form) > CODED)  # "Calif"; but "MAN" is a firm
    states = frozenset(form.casefold() for nation in nations for form in nation["forms"]) | frozenset(map(str.casefold, short))
    of["alone"] |= states | frozenset(code.casefold() for code in lexicon.entries("iso4217"))
    known = lexicon.entries("companies", language)
    companies = frozenset(form.casefold() for kind in ("known", "small") for form in known[kind]["forms"])
    companies |= {name.casefold() for key, entry in aliases for name in (key, *entry["names"])}
    led: dict[str, tuple[str, ...]] = {}
    for name in sorted(companies):
        first, *rest = name.split()
        if rest and (_apart(first, of["openers"] | never) or not (of["given"] | never).isdisjoint(rest)):
            led[first] = (*led.get(first, ()), name)
    return Words(never=never, companies=companies, led=led, places=roles, **of)


def _apart(first: str, alone: frozenset[str]) -> bool:
    """Whether the first word of a name is taken for none of it, or for the whole of one: "US" Airways, "Reader's" Digest, "Dai-ichi" Life."""
    return first in alone or first.endswith("'s") or "-" in first


def of_council(low: Sequence[str], language: str) -> bool:
    """Whether a name in lower case is a council's: "penwith city council", "penwith council"."""
    known = words(language)
    if len(low) < 3:
        return len(low) == 2 and f"parish {low[1]}" in known.local and low[0] not in known.no_local
    return " ".join(low[-2:]) in known.local


def is_firm(name: str, language: str) -> bool:
    """Whether a name is surely a firm's: a known one's, or one with a legal ending."""
    known, low = words(language), name.casefold()
    return low in known.companies or low.rstrip(".").rpartition(" ")[2] in known.legal


def governs(name: str, language: str) -> bool:
    """Whether an organisation is who governs a town, a county or a state, or runs its schools: "City of Penwith", "Penwith Council"."""
    low, known = name.casefold().split(), words(language)
    return of_council(low, language) or (
        len(low) > 2 and low[0] in known.governments and low[1] == "of" and name.casefold() not in known.alone
    )
