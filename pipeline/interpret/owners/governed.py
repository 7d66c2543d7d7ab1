"""Whom the words of a deal govern: what a verb buys, what a part is a part of, who stands behind "to" or "from"."""

from __future__ import annotations

from pipeline.interpret.owners.parties import Party, behind_ticker, words

REACH = 9
"""Tokens over which a verb of buying governs what is bought."""

UNIT = 5
"""Tokens between an owner and its unit, a ticker in brackets included."""

AIMED = 12
"""Tokens between a bid and the name of what it is one for."""

OWN = 3
"""Tokens between "the" and what a unit is called ("the key production unit")."""

BID = 30
"""Tokens over which a verb of bidding governs whose each share is bid for."""

EACH = 3
"""Tokens between "each" and the name."""

PART = 14
"""Tokens between a verb and what the part behind it is a part of."""

NEAR = 8
"""Tokens between a name and the passive verb behind what tells what it is."""

UNDERGONE = 12
"""Tokens between "the subject of" and the bid."""

CALLED = 14
"""Tokens of what a name is called between it and its relative pronoun."""

PASSIVE = 4
"""Tokens between a part and the verb by which it is bought."""

FLEET = 16
"""Tokens behind a verb of ordering in which the planes stand, and who makes them."""

WHICH = 7
"""Tokens between "in which" and the verb of its holder."""

FAR_WHICH = 16
"""Tokens between "which" and the verb of who buys: "which its main Danish rival Arden Inc (ARD.N) is expected to buy"."""


def unit(party: Party, found: list[Party]) -> str:
    """A party, or the unit of it that is named behind it: "Arden Corp's Penwith Foods"."""
    if not party.owns:
        return party.key
    return next((p.key for p in found if p.organisation and 0 < p.first - party.last <= UNIT), party.key)


def unit_named(tokens: list[str], found: list[Party], units: frozenset[str]) -> str | None:
    """The organisation that a sentence calls a unit of another: "its Penwith unit", "Arden's main trading arm, Penwith"."""
    for party in found:
        if tokens[party.last + 1 : party.last + 2] and tokens[party.last + 1] in units:
            return party.key
        before = tokens[max(0, party.first - 2) : party.first]
        if not units.isdisjoint(before[-1:]) or (before[-1:] == [","] and not units.isdisjoint(before[:1])):
            return party.key
    return None


def unit_meant(tokens: list[str], found: list[Party], at: int, target: str | None, units: frozenset[str]) -> bool:
    """Whether a verb at `at` governs a unit that is not named: "bought the unit", "buys 5 pct of Arden's main trading arm"."""
    if target is None:
        return tokens[at + 1 : at + 2] in (["the"], ["its"]) and not units.isdisjoint(tokens[at + 2 : at + 2 + OWN])
    owner = next((p for p in found if p.first > at and p.key == target), None)
    return owner is not None and owner.owns and not units.isdisjoint(tokens[owner.last + 1 : owner.last + 1 + PART // 2])


def first(found: list[Party], at: int, reach: int) -> str | None:
    return next((unit(p, found) for p in found if at < p.first <= at + reach), None)


def part(tokens: list[str], found: list[Party], at: int, parts: frozenset[str], links: frozenset[str], reach: int = PART) -> str | None:
    """What the part behind a verb is a part of."""
    for party in found:
        if at < party.first <= at + reach:
            between = tokens[at : party.first]
            if not parts.isdisjoint(between) and not links.isdisjoint(between[-3:]):
                return unit(party, found)
    return None


def shares(tokens: list[str], found: list[Party], at: int, equities: frozenset[str]) -> str | None:
    """Whose shares a verb of holding governs: "owns 5 million Arden shares"."""
    return next((p.key for p in found if at < p.first <= at + REACH and not equities.isdisjoint(tokens[p.last + 1 : p.last + 2])), None)


def linked(tokens: list[str], found: list[Party], at: int, links: frozenset[str]) -> str | None:
    for party in found:
        if at < party.first <= at + 5 and tokens[at + 1] in links and not {",", "to", "from", "by"} & set(tokens[at + 1 : party.first]):
            return party.key
    return None


def aimed_at(tokens: list[str], found: list[Party], at: int, breaks: frozenset[str]) -> str | None:
    """Who is bid for behind a noun, with what it is called between: "a takeover battle for the carmaker Arden"."""
    party = next((p for p in found if p.first > at), None)
    if party is None or party.first > at + AIMED:
        return None
    between = tokens[at + 1 : party.first]
    if between[:2] == ["for", "the"] and between[-1] == ",":
        between = between[:-1]  # "an offer for the biggest Danish brewer, Penwith"
    return unit(party, found) if "for" in between and breaks.isdisjoint(between) else None


def behind(tokens: list[str], found: list[Party], at: int, link: str, reach: int = REACH) -> str | None:
    """The name behind "to", "from", "for" or "by" after a verb or a noun."""
    for party in found:
        if at < party.first <= at + reach and link in tokens[max(at + 1, party.first - 6) : party.first]:
            return party.key
    return None


def each(tokens: list[str], found: list[Party], at: int, per: frozenset[str]) -> str | None:
    """Whose share a bid is for: "offers 10 dlrs in cash and 4 dlrs of notes for each Arden share"."""
    return next((p.key for p in found if at < p.first <= at + BID and not per.isdisjoint(tokens[p.first - EACH : p.first])), None)


def holds(tokens: list[str], found: list[Party], at: int, target: str, breaks: frozenset[str]) -> bool:
    """Whether what is held stands in the clause of the verb at `at`."""
    party = next((p for p in found if p.first > at and p.key == target), None)
    return party is None or breaks.isdisjoint(tokens[at : party.first])


def near(tokens: list[str], found: list[Party], at: int) -> str | None:
    """What is named right before a verb's passive form, past what tells what it is: "Penwith, the foods unit acquired"."""
    before = next((p for p in reversed(found) if p.last < at), None)
    if before is None or at - before.last > NEAR or tokens[behind_ticker(tokens, before.last + 1)] != ",":
        return None
    return before.key


def undergoing(tokens: list[str], found: list[Party], at: int, undergone: frozenset[str]) -> str | None:
    """ "Arden, the subject of a bid": whoever is named right before it."""
    for i in range(at - 1, max(0, at - UNDERGONE), -1):
        if tokens[i] in undergone and tokens[i + 1] == "of":
            return next((p.key for p in reversed(found) if p.last < i), None)
    return None


def which(tokens: list[str], at: int) -> int | None:
    """Where "of which" or "in which" stands shortly before a verb."""
    for i in range(at - 1, max(0, at - WHICH), -1):
        if tokens[i] == "which":
            return i - 1 if tokens[i - 1] in ("of", "in") else None
    return None


def relative(tokens: list[str], found: list[Party], at: int, pronouns: frozenset[str], articles: frozenset[str]) -> Party | None:
    """What is bought in "Penwith, which it bought", "Penwith, a lender that Arden acquired": it stands before the pronoun."""
    for i in range(at - 2, max(0, at - FAR_WHICH), -1):
        if tokens[i] != "which" and (tokens[i] != "that" or at - i >= WHICH):
            continue
        if "," in tokens[i + 1 : at]:
            return None  # "Arden, which makes Penwith tapes, will pay"
        near = at - i < WHICH
        meant = near and not pronouns.isdisjoint(tokens[i + 1 : at])
        if not meant and not any(i < p.first < at and (near or p.subject) for p in found):
            return None  # "Arden, which bought Penwith", "Arden, which owns 30 percent of Penwith and offers"
        whose = next((p for p in reversed(found) if p.last < i), None)
        if whose is None:
            return None
        between = tokens[behind_ticker(tokens, whose.last + 1) : i]
        if _describes(between, articles):
            return whose
        return whose if tokens[i] == "which" and len(between) <= 1 else None
    return None


def _describes(between: list[str], articles: frozenset[str]) -> bool:
    """ "Penwith, a maker of tapes, which": whether what stands behind a name only tells what it is."""
    if len(between) < 3 or len(between) > CALLED or between[0] != "," or between[1] not in articles:
        return False
    return "," not in between[1:-1]


def ordered(tokens: list[str], found: list[Party], at: int, language: str) -> str | None:
    """ "ordered 12 Penwith jets", "an order for 40 aircraft from Penwith": who makes them; "ordered Penwith to pay" orders no planes.

    "Penwith won an order for 12 jets from Arden" is told of who makes them.
    """
    if not words("wins_order", language).isdisjoint(tokens[max(0, at - WHICH) : at]):
        return None
    fleet = words("fleet", language)
    behind = range(at + 1, min(at + FLEET, len(tokens)))
    planes = next((i for i in behind if tokens[i] in fleet or (tokens[i][:1].isalpha() and tokens[i][1:4].isdigit())), None)
    maker = next((p for p in found if at < p.first <= at + FLEET), None)
    if planes is None or maker is None or not {",", ";", "to"}.isdisjoint(tokens[at + 1 : min(planes, maker.first)]):
        return None
    linked = 0 <= planes - maker.last <= NEAR or (planes < maker.first and tokens[maker.first - 1] in ("from", "with"))
    return maker.key if linked else None


def self_sold(tokens: list[str], at: int) -> bool:
    """ "Penwith agreed to sell itself to Arden"."""
    return tokens[at + 1 : at + 2] in (["itself"], ["themselves"])


def passive(tokens: list[str], at: int, passives: frozenset[str], parts: frozenset[str], bought: frozenset[str]) -> bool:
    """ "Penwith agreed to be bought for $2 billion": its subject is what is bought, unless that is a part ("the stake was bought for")."""
    if tokens[at] not in bought or tokens[at - 1] not in passives or tokens[at + 1 : at + 2] not in (["for"], ["at"], ["in"]):
        return False
    return parts.isdisjoint(tokens[max(0, at - PASSIVE) : at])
