"""Whose sales are that are told by where they are sold: "its China sales" and "Arden's U.S. sales" are no country's."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import of_firms
from pipeline.interpret.owners.known import is_firm
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

SALES = ("retail_sales", "revenue")
"""What the word for sales may have been taken for."""

NEAR = 4
"""Tokens between a place and the word for sales, of which it may hold a month or a kind."""


PLACED = 3
"""Tokens behind the word for sales within which the place stands where they are made: "sales in mainland Norway"."""


def of(figure: Figure, found: list[Party], named: str | None, company: str | None) -> str | None:
    """The firm that sells, None where the sales may be a country's; `named` is the organisation that "it" means, `company` the story's."""
    clue, language = figure.clue, figure.story.language
    if clue is None or figure.fact.indicator not in SALES:
        return None
    if (seller := _tells(figure, clue, found, company)) is not None or clue.last >= figure.first:
        return seller
    tokens = figure.sentence.tokens
    if figure.previous is not None and any(p.owns and p.first > figure.previous.last and p.last < figure.first for p in found):
        return None  # "Arden's China sales rose 4 pct, while Penwith's climbed 8 pct"
    if tokens[clue.last] not in words("sold_words", language) or "retail" in tokens[clue.first : clue.last]:
        return None
    place = next((p for p in reversed(found) if not p.organisation and 0 < clue.first - p.last <= NEAR), None)
    if place is None or place.first == 0 or not words("sold_stops", language).isdisjoint(tokens[place.last + 1 : clue.first]):
        return None
    owners = [p for p in found if p.organisation and p.last < place.first]
    before = tokens[place.first - 1]
    its = before in GENITIVE and tokens[place.first - 2] in words("commons", language)  # "the company's U.S. sales"
    if its or before in words("its", language):
        return next((p.key for p in reversed(owners) if p.subject), None) or named
    if owners and owners[-1].owns and owners[-1].last == place.first - 2:
        return owners[-1].key
    same = tokens[clue.first] in words("same_shops", language)
    if same and owners and owners[-1].subject and (owners[-1].acts or owners[-1].says) and owners[-1].last == place.first - 2:
        return owners[-1].key  # "Arden said U.S. same-store sales rose"
    return None


def _tells(figure: Figure, clue: Clue, found: list[Party], company: str | None) -> str | None:
    """ "Arden said sales in Peru rose 4 pct", "Arden posted a 4 pct rise in U.S. sales": bare sales somewhere, told by a firm, are its own."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] not in words("sold_words", language) or clue.role == "verb":
        return None
    place = next((p for p in found if not p.organisation and (0 < clue.first - p.last <= NEAR or 0 < p.first - clue.last <= PLACED)), None)
    if place is None or place.owns or (place.first > clue.last and tokens[clue.last + 1] not in words("place_links_near", language)):
        return None
    begin = min(place.first, clue.first)
    teller = next((p for p in reversed(found) if p.organisation and p.subject and p.last < begin), None)
    if teller is None or not (teller.acts or teller.says) or not (is_firm(teller.key, language) or teller.key == company):
        return None
    between = tokens[teller.last + 1 : clue.last]
    others = any(p.subject and p.first not in range(place.first, clue.last) and teller.last < p.first < figure.first for p in found)
    posted = figure.last < clue.first and of_firms.posts(figure, teller)  # "Arden posted a 4 pct fall in U.S. car sales"
    cars = figure.fact.statistic == "growth" and tokens[clue.last - 1] in words("carmakers_wares", language)
    posted = posted or (cars and teller.key == company)  # "Arden said U.S. vehicle sales fell 4 pct": a carmaker tells its own
    wider = words("sold_by_others", language) if posted else either(words("sold_by_others", language), words("wares_of_trades", language))
    if others or not wider.isdisjoint(between) or not (posted or _bare(figure, clue, place)):
        return None
    return teller.key


def _bare(figure: Figure, clue: Clue, place: Party) -> bool:
    """Whether nothing before the word for sales says what is sold: "furniture sales in Peru" may be those of all who sell it."""
    at, tokens = clue.last - 1, figure.sentence.tokens
    verbs = {c.last for kind in ("finite", "attribution", "direction") for c in figure.sentence.of(kind)}
    timed, bare = lexicon.entries("periods", figure.story.language), words("sold_bare", figure.story.language)
    before = tokens[at]
    return (
        at in verbs
        or place.first <= at <= place.last
        or before in bare
        or before.isdigit()
        or before in timed["months"]
        or before in timed["weekdays"]
    )
