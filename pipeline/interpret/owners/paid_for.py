"""What a price is paid for, named behind it: "paid $24 billion for the Oakland lender Penwith", "a 9 percent premium to Penwith's close"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import governed
from pipeline.interpret.owners.parties import Party, words

VERB = 8
"""Tokens between a verb of paying and the price."""

LINK = 16
"""Tokens between a price and the "for" behind it, past what restates it: "$38 billion, or $101 per common share, for"."""

NAME = 12
"""Tokens between "for" and the name."""

OWNER = 5
"""Tokens from a premium to whose price it is one to."""

PRICE = 6
"""Tokens behind that owner in which the word for its price stands."""


def target(figure: Figure, found: list[Party]) -> str | None:
    """What is bought with a price, or to whose price it is a premium."""
    return _bought(figure, found) if figure.money else _topped(figure, found)


def _bought(figure: Figure, found: list[Party]) -> str | None:
    tokens, language = figure.sentence.tokens, figure.story.language
    lead = tokens[max(figure.clause[0], figure.first - VERB) : figure.first]
    if figure.fact.indicator != "deal_value" or words("pays_for", language).isdisjoint(lead):
        return None
    verbs = {c.first for c in figure.sentence.of("finite")}
    until = min(figure.last + LINK, len(tokens))
    stops = words("paid_for_stops", language)
    ends = stops - {"on"}  # "$46 billion on Monday for Penwith"
    link = next((i for i in range(figure.behind, until) if tokens[i] == "for" or i in verbs or tokens[i] in ends), None)
    if link is None or tokens[link] != "for":
        return None
    verb = next(i for i in range(figure.first - 1, -1, -1) if tokens[i] in words("pays_for", language))
    organised = [p for p in found if p.organisation]
    whose = governed.relative(tokens, organised, verb, words("pronouns", language), words("articles", language))
    if whose is not None and not any(link < p.first <= link + 2 for p in organised):
        return whose.key  # "Penwith, which Arden paid $2 billion for in 2006"
    party = next((p for p in found if p.organisation and figure.last < p.first), None)
    if party is None or not link < party.first <= link + NAME or party.says or _payer(party, figure, found):
        return None
    between = tokens[link + 1 : party.first]
    apposed = between[-1:] == [","] and between[0] in words("articles", language) and not party.acts
    if apposed and stops.isdisjoint(between) and not {"of", ","} & set(between[:-1]):
        return governed.unit(party, found)  # "for a Danish producer, Penwith"
    if not (stops | words("owners_of", language)).isdisjoint(between) or (between[-1:] == [","] and party.acts):
        return None
    return governed.unit(party, found)


def _payer(party: Party, figure: Figure, found: list[Party]) -> bool:
    """Whether a name is that of who pays, named again."""
    return any(p.key == party.key and p.last < figure.first and p.first >= figure.clause[0] for p in found)


def _topped(figure: Figure, found: list[Party]) -> str | None:
    """ "a 9 percent premium to Penwith's closing price", but not one to Arden's offer."""
    tokens, language = figure.sentence.tokens, figure.story.language
    premium = next((i for i in (figure.behind, figure.behind + 1) if tokens[i : i + 1] and tokens[i] in words("premiums", language)), None)
    if premium is None or tokens[premium + 1 : premium + 2] == [] or tokens[premium + 1] not in words("premium_links", language):
        return None
    party = next((p for p in found if p.organisation and premium < p.first <= premium + OWNER), None)
    if party is None or not party.owns:
        return None
    behind = tokens[party.last + 1 : party.last + 1 + PRICE]
    return None if words("share_prices", language).isdisjoint(behind) or not words("bids", language).isdisjoint(behind) else party.key
