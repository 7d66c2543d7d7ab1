"""Who bids, who agrees to a bid and who turns it down: the words that tell of a deal, and the subjects of the verbs around it."""

from __future__ import annotations

from functools import cache

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.owners import governed
from pipeline.interpret.owners.parties import Party, behind_ticker, words

REJECTED = 12
"""Tokens between a bid and the verb of turning it down."""

ACCEPTED = 12
"""Tokens between a verb of agreeing and the bid agreed to."""

OWN_BID = 9
"""Tokens between "its" and the bid that is meant."""

TO_DO = 6
"""Tokens between a name and the "its" of what it is to do: "for Arden to raise its bid", "has given Arden until May to raise its bid"."""

HELD_BY = 12
"""Tokens between what a shareholder is called and its verb."""

RANKED = 4
"""Tokens between whose shareholder one is and the shareholder: "Penwith's biggest single shareholder"."""


CLAUSE = 4
"""Tokens from a name that opens a clause to its verb: "as Penwith seeks to fend off"."""

NO_GOODS = 4
"""Tokens behind a verb of buying in which "time" stands."""


@cache
def telling(language: str) -> frozenset[str]:
    """The words that may tell of a deal."""
    names = ("buys", "takes", "sells", "sales", "supplies", "orders", "ordering", "holds", "receives", "bids", "bidding", "parts")
    return frozenset({"over", "control"}).union(*(words(name, language) for name in names))


def subject(found: list[Party], at: int, tokens: list[str], language: str) -> str | None:
    """Who stands before a verb: the nearest where it is a relative's, else the last that is no speaker."""
    before = [p for p in found if p.last < at]
    if not before:
        return None
    if not words("relatives", language).isdisjoint(tokens[max(before[-1].last + 1, at - 4) : at]):
        return before[-1].key
    if before[-1].last == at - 2 and tokens[at - 1] == "to":
        return before[-1].key  # "an agreement for Northern Corp to buy"
    opens = tokens[before[-1].first - 1] in words("clause_breaks", language) and tokens[before[-1].first - 2] != "such"
    if opens and at - before[-1].last <= CLAUSE and "," not in tokens[before[-1].last : at]:
        return before[-1].key  # "as Penwith seeks to fend off a bid"
    before = [p for p in before if p.subject]
    if before and before[-1].says and not words("itself", language).isdisjoint(tokens[before[-1].last + 1 : at]):
        return before[-1].key  # "Arden said it would buy"
    before = [p for p in before if not p.says] or before
    return next((p.key for p in reversed(before) if p.acts), before[-1].key if before else None)


def nothing(tokens: list[str], named: set[int], at: int, language: str) -> bool:
    """ "buying the board time": no name begins behind the verb (`named`), and nothing is bought; "the purchase price offered by Arden"."""
    if not words("priced_so", language).isdisjoint(tokens[at + 1 : at + 2]) and tokens[at + 2 : at + 3] != ["of"]:
        return True
    reach = range(at + 1, at + NO_GOODS)
    return not words("no_goods", language).isdisjoint(tokens[at + 1 : at + NO_GOODS]) and named.isdisjoint(reach)


def bidders(found: list[Party], at: int, tokens: list[str], language: str) -> set[str]:
    """ "Arden's hostile $5 billion bid": whose a bid is, where nothing but what it is called stands between them."""
    owner = next((p for p in reversed(found) if p.last < at), None)
    if owner is None or not owner.owns or tokens[at] in words("taken_over", language) or tokens[at + 1 : at + 2] == ["by"]:
        return set()  # "Penwith's planned takeover by Arden"
    between = tokens[owner.last + 2 : at]
    called = all(word in words("bid_described", language) or not word.isalpha() for word in between)
    return {owner.key} if called else set()


def own_bid(found: list[Party], at: int, tokens: list[str], language: str) -> str | None:
    """Who makes "its bid": whoever is to change it, else who acts, but not who turns it down ("Penwith rejected its offer")."""
    own = words("possessives", language)
    i = next((i for i in range(at - 1, max(-1, at - OWN_BID - 1), -1) if tokens[i] in own), None)
    if i is None or _rejects(tokens, i - 1, language) or not words("prepositions", language).isdisjoint(tokens[i + 1 : at]):
        return None  # "its backing of a takeover by Arden"
    to_do = (p.key for p in reversed(found) if p.last < i <= p.last + TO_DO) if tokens[i - 2 : i - 1] == ["to"] else iter(())
    return next(to_do, None) or subject(found, at, tokens, language)  # "pressure on Arden to raise its bid"


def maker(found: list[Party], at: int, tokens: list[str], language: str) -> str | None:
    """Who makes a bid that is not called anybody's: "Arden launched a surprise $5 billion bid"."""
    makes, articles = words("makes_bid", language), words("articles", language)
    for i in range(at - 2, max(-1, at - OWN_BID - 1), -1):
        if tokens[i] in makes:
            near = next((p for p in reversed(found) if p.last < i), None)
            makes_it = near is not None and near.subject and tokens[i + 1] in articles and "," not in tokens[near.last : i]
            return near.key if near is not None and makes_it else None
    return None


def met(found: list[Party], at: int, tokens: list[str], language: str) -> str | None:
    """Who is bid for by a bid that it meets with: "Arden surprised Penwith with an uninvited $31-a-share bid"."""
    for party in found:
        behind = behind_ticker(tokens, party.last + 1)
        if tokens[party.first - 1] in words("meets_with", language) and tokens[behind : behind + 1] == ["with"]:
            return party.key if behind < at <= behind + OWN_BID else None
    return None


def accepter(found: list[Party], at: int, tokens: list[str], language: str) -> str | None:
    """Who agrees to be bought: "Penwith agreed to a takeover by Arden", "Penwith received a bid from Arden"."""
    for i in range(at - 1, max(0, at - ACCEPTED), -1):
        if tokens[i] in words("accepts", language):
            if tokens[i] in words("agrees_to", language) and "to" not in tokens[i + 1 : at]:
                return None  # "Arden agreed a bid of $2 billion"
            another = not GENITIVE.isdisjoint(tokens[i + 1 : at]) or words("articles", language).isdisjoint(tokens[i + 1 : at])
            return None if another else subject(found, i, tokens, language)  # "accepted the Treasury's offer"
    return None


def rejected(tokens: list[str], at: int, language: str) -> int | None:
    """Where the verb of turning a bid down stands."""
    return next((i for i in range(max(0, at - REJECTED), min(at + REJECTED, len(tokens))) if _rejects(tokens, i, language)), None)


def rejecter(found: list[Party], verb: int, bid: int, tokens: list[str], language: str) -> str | None:
    """Who turns a bid down, before it or behind "by": "Arden rejected the bid", "the bid was rejected by Arden"; of a shareholder, whose it is."""
    if tokens[verb + 1 : verb + 2] == ["by"]:
        return governed.first(found, verb, governed.UNIT)
    if verb > bid:
        return None
    return _held_by(found, verb, tokens, words("shareholders", language)) or subject(found, verb, tokens, language)


def _rejects(tokens: list[str], at: int, language: str) -> bool:
    """Whether a verb of turning down stands at a token: "rejected", the "down" of "turned down"."""
    if at < 0:
        return False
    down = tokens[at] == "down" and at > 0 and tokens[at - 1] in words("turns_down", language)
    return down or tokens[at] in words("rejects", language)


def _held_by(found: list[Party], at: int, tokens: list[str], holders: frozenset[str]) -> str | None:
    """Of whom a shareholder acts: "Arden, a shareholder of Penwith, dismissed", "Penwith's biggest shareholder, Arden, dismissed"."""
    for i in range(at - 1, max(0, at - HELD_BY), -1):
        if tokens[i] not in holders:
            continue
        for party in found:
            if party.last < at and party.first == i + 2 and tokens[i + 1] in ("of", "in"):
                return party.key
            if 0 < i - party.last <= RANKED and tokens[party.last + 1] in GENITIVE:
                return party.key
    return None
