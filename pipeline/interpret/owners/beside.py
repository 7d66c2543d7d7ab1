"""Whoever a figure is told for beside others of its kind: behind it, between it and the one before, or by turn.

"12.1% in Germany"; "Apple $3 million, Dell $2 million"; "Apple and Dell lost 2 and 3 percent respectively".
"""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure, ranks
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners import moved_in, told_of, trade, unlisted
from pipeline.interpret.owners.by_turn import by_turn
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, words
from pipeline.lexicon import either

OF = {"of": "those", "in": "stand_ins"}
"""Between "those" and whose they are: which words stand so before either."""

FAR = 14
"""Tokens between two figures of which the second is told for another place."""

RANKED = 4
"""Tokens before a place in which something is the highest there."""

FOR = 6
"""Tokens between a figure and the organisation that it is told for: "34 cents a share for Arden"."""

AT = 9
"""Tokens between a figure and the organisation behind "at" that it is told for."""

AT_PRICES = frozenset({"share_price", "eps", "dividend", "deal_value", "market_value", "share_issue", "stake"})
"""Measures of which an "at" behind a sum tells no owner: "bought at Arden's price"."""

ECONOMY = "gdp"

LISTED = 3
"""Tokens between a party of a list and its figure."""

TOLD = "entity: told for this figure"
"""The rule that says whom a figure was told for."""

HELD = "stake"
"""What those of a row hold of another is that other's."""

NO_SECOND = frozenset({"converted", "restated", "base"})
"""Roles of a figure that is the same party's as the one before."""


def own(figure: Figure, found: list[Party], company: str | None) -> Party | None:
    """The party that a figure is told for, None where it is told for none of its own."""
    if not found:
        return None
    return (
        _whose_turn(figure, found)
        or told_of.possessed(figure, found)
        or _behind(figure, found)
        or _where(figure, found)
        or _each(figure, found)
        or _at_each(figure, found)
        or moved_in.party(figure, found)
        or _bracketed(figure, found, company)
        or _between(figure, found, company)
        or told_of.at_which(figure, found)
        or told_of.at_front(figure, found)
        or _those_of(figure, found)
        or _apposed(figure, found)
        or _listed(figure, found)
        or unlisted.named(figure, found)
        or _goes_on(figure, found)
        or told_of.foreseen_for(figure, found)
        or told_of.foreseen_of(figure, found)
        or told_of.expected_of(figure, found)
        or told_of.doing(figure, found)
        or _heading(figure, found)
    )


def _link(figure: Figure) -> str:
    """The words between a figure and its place: for what only places have, "for" as well ("growth of 2 pct for Japan")."""
    macro = marks.owner(figure.fact.indicator, figure.story.language) == "place" and figure.fact.indicator not in trade.TRADE
    return "places_for" if macro and not figure.money else "places_at"


def _whose_turn(figure: Figure, found: list[Party]) -> Party | None:
    """The party whose turn it is: "India and Brazil posting 7.7 percent and 4.7 percent respectively"; but for those traded with."""
    party = by_turn(figure, found)
    return None if party is not None and trade.traded_with(figure, party, found) else party


def _behind(figure: Figure, found: list[Party]) -> Party | None:
    """The place in "12.1% in Germany"."""
    tokens, last = figure.sentence.tokens, _past_whole(figure)
    for party in found:
        gap = party.first - last
        if gap == 1 and party.key == "WLD" and party.first == party.last and party.role == "names":
            return party  # "79 billion dollars worldwide"
        if 1 < gap <= 3 and not party.organisation and tokens[last + 1] in words(_link(figure), figure.story.language):
            if party.role in ("names", "seats") and not party.owns:
                return party
    return None


def _past_whole(figure: Figure) -> int:
    """The last token of a figure and of the economy that it is a part of: "4.5 percent of GDP in France"."""
    tokens, last = figure.sentence.tokens, figure.last
    if figure.money or tokens[last + 1 : last + 2] != ["of"]:
        return last
    return next((c.last for c in figure.sentence.of("indicator") if c.key == ECONOMY and c.first in (last + 2, last + 3)), last)


def _where(figure: Figure, found: list[Party]) -> Party | None:
    """The place in "the steepest rise was in Quebec, where prices climbed 13%": that of the clause behind it."""
    tokens, low = figure.sentence.tokens, figure.previous.last if figure.previous is not None else -1
    party = next((p for p in reversed(found) if p.last < figure.first), None)
    if party is None or party.organisation or party.owns or party.first <= low:
        return None
    behind = tokens[party.last + 1 : figure.first]
    return party if "where" in behind[:2] and not set(behind[:1]) - {",", "where"} and "," not in behind[2:] else None


def _each(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation behind the "for" of a figure that is one of several: "34 cents a share for Arden and 49 cents for Penwith"."""
    tokens, until = figure.sentence.tokens, figure.last + FOR
    for party in found:
        if not figure.last < party.first <= until:
            continue
        at = party.first - 1 - (tokens[party.first - 1] == "the")
        if not party.organisation or tokens[at] != "for" or party.owns or any(figure.last < a < party.first for a, _ in figure.spans):
            return None
        if marks.owner(figure.fact.indicator, figure.story.language) != "organisation" or marks.dated(
            figure.fact.indicator, "timeless", figure.story.language
        ):
            return None
        return party
    return None


def _at_each(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "sales rose 6% at the retailer Arden and 4% at Penwith", "profit fell 5% to $2 million at Arden"."""
    tokens, kind = figure.sentence.tokens, marks.owner(figure.fact.indicator, figure.story.language)
    if kind == "thing" or (figure.money and (kind != "organisation" or figure.fact.indicator in AT_PRICES)):
        return None
    last = figure.last
    if not figure.money and tokens[last + 1 : last + 2] == ["to"]:
        last = next((b for a, b in figure.spans if a == last + 2), last)
    if tokens[last + 1 : last + 2] != ["at"] or "respectively" in tokens:
        return None
    party = next((p for p in found if last + 1 < p.first <= last + AT), None)
    if party is None or not party.organisation or party.owns or "," in tokens[last : party.first]:
        return None
    if not words("possessives", figure.story.language).isdisjoint(tokens[last : party.first]):
        return None  # "will spend $3 million at its Belvidere plant"
    return None if any(last < a < party.first for a, _ in figure.spans) else party


def _between(figure: Figure, found: list[Party], company: str | None) -> Party | None:
    """The place in "and that in Japan 7.8 pct": a second figure's own, told between it and the one before."""
    previous, tokens = figure.previous, figure.sentence.tokens
    if previous is None or company is not None or figure.first - previous.last > FAR:
        return None
    for party in reversed(found):
        if ";" in tokens[party.last + 1 : figure.first]:
            return None  # "and 1.2% in Spain; Italy's economy shrank 0.4%"
        if previous.last < party.first <= party.last < figure.first and not party.organisation and party.role in ("names", "seats"):
            led = tokens[party.first - 2 : party.first]
            best = ranks(tokens[max(0, party.first - RANKED) : party.first], figure.story.language)  # "the highest in the European Union"
            if not words("places_at", figure.story.language).isdisjoint(led) and not party.owns and not best:
                return party
    return None


def _bracketed(figure: Figure, found: list[Party], company: str | None) -> Party | None:
    """The place in "in Austria (4.4%)", the first of the two in "Austria and Italy (both 5%)"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at, both = figure.first - 1, words("both", language)
    while at > 0 and tokens[at] in either(closed("signs", language), both):
        at -= 1
    if company is not None or tokens[at] != "(":
        return None
    place = next((p for p in found if not p.organisation and p.last == at - 1 and p.role in ("names", "seats")), None)
    if place is None or both.isdisjoint(tokens[at : figure.first]):
        return place
    return next((p for p in found if not p.organisation and tokens[p.last + 1 : place.first] in (["and"], ["and", "the"])), place)


def _those_of(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "while those of Penwith were up 3 percent": its shares, its sales, whatever was told of another."""
    tokens, language = figure.sentence.tokens, figure.story.language
    low = figure.previous.last if figure.previous is not None else -1
    return next(
        (
            p
            for p in reversed(found)
            if p.organisation
            and low < p.first
            and p.last < figure.first
            and (led := _before(p, figure)) > 0
            and tokens[led] in OF
            and tokens[led - 1] in words(OF[tokens[led]], language)
        ),
        None,
    )


def _before(party: Party, figure: Figure) -> int:
    """The token before a name, past what it is called: the "of" of "those of the rival Penwith", "that of Spain's Penwith"."""
    at = leading(figure.sentence.tokens, party.first, describing(figure.sentence), figure.story.language)
    return at - 2 if figure.sentence.tokens[at] in GENITIVE else at


def _apposed(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "bellwethers such as Arden Corp ( ARD.O ), up 3 percent": whose share is told right behind its name."""
    tokens = figure.sentence.tokens
    if figure.fact.indicator != "share_price" or figure.money:
        return None
    party = next((p for p in reversed(found) if p.last < figure.first), None)
    if party is None or not party.organisation or party.owns or tokens[party.first - 2] in words("kin", figure.story.language):
        return None  # "Arden Corp, parent of Penwith, up 3 percent"
    behind = tokens[behind_ticker(tokens, party.last + 1) : figure.first]
    told = behind[:1] == [","] and len(behind) <= LISTED + 1 and behind[1:2] != []
    return party if told and behind[1] in words("apposed_moves", figure.story.language) else None


def _goes_on(figure: Figure, found: list[Party]) -> Party | None:
    """The party that the figure right before was told for: "Penwith 5.3 percent to $18.59"."""
    previous = figure.previous
    if previous is None or previous.first < figure.clause[0]:
        return None
    if TOLD not in previous.fact.rules and not (figure.money and figure.fact.indicator == previous.fact.indicator == "share_price"):
        return None
    between = figure.sentence.tokens[previous.last + 1 : figure.first]
    joints = words("goes_on_to", figure.story.language)
    if not between or len(between) > LISTED or between[0] not in joints or not (joints | figure.words("before_figure")).issuperset(between):
        return None
    return next((p for p in found if p.organisation and p.key == previous.fact.entity and p.last < previous.first), None)


def _listed(figure: Figure, found: list[Party]) -> Party | None:
    """The next of a list that has its figure right behind it: "$3.6 billion, American Express Co $3.4 billion"."""
    previous, tokens = figure.previous, figure.sentence.tokens
    if previous is None or figure.frame.role in NO_SECOND:
        return None
    language = figure.story.language
    for party in reversed(found):
        if party.last >= figure.first:
            continue
        begin = min(behind_ticker(tokens, party.last + 1), figure.first)  # "Arden Corp ( ARD.N ) 5.2 percent"
        begin += tokens[begin] in GENITIVE  # "Arden's sales rose 5%, Penwith's 6%"
        if party.first <= previous.last or figure.first - begin > LISTED:
            return None
        article = not party.organisation and tokens[party.first - 1] == "the"  # "and the United States 5 percent"
        if party.organisation and party.first == previous.last + 1 and begin == figure.first and figure.fact.indicator != HELD:
            return party  # "JPMorgan $25 billion Citigroup $25 billion": a row whose cells are lost
        before = _before(party, figure) if party.organisation else party.first - 1 - article  # "and Japan's Arden 5 percent"
        led, behind = tokens[before], tokens[begin : figure.first]
        follows = led in ("by", "of") and tokens[before - 1] in words("followed", language)  # "followed by Arden with $3 million"
        if (led not in words("listing", language) and not follows) or party.says or party.role in ("people", "bodies"):
            return None
        return party if words("listed", language).issuperset(behind) else None
    return None


def _heading(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation that a clause opens with: "For Freddie, Citigroup sees a smaller loss of $1.50"."""
    tokens, begin = figure.sentence.tokens, figure.clause[0]
    if tokens[begin] not in words("heading", figure.story.language):
        return None
    led = next((p for p in found if p.organisation and begin < p.first <= begin + 2), None)
    return led if led is not None and led.last < figure.first and tokens[led.last + 1 : led.last + 2] == [","] else None
