"""Whose sales are that are told by where they are sold: "its China sales" and "Arden's U.S. sales" are no country's."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

SALES = ("retail_sales", "revenue")
"""What the word for sales may have been taken for."""

NEAR = 4
"""Tokens between a place and the word for sales, of which it may hold a month or a kind."""


def of(figure: Figure, found: list[Party], named: str | None) -> str | None:
    """The firm that sells, None where the sales may be a country's; `named` is the organisation that "it" means."""
    clue, language = figure.clue, figure.story.language
    if clue is None or figure.fact.indicator not in SALES or clue.last >= figure.first:
        return None
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
    company = before in GENITIVE and tokens[place.first - 2] in words("commons", language)  # "the company's U.S. sales"
    if company or before in words("its", language):
        return next((p.key for p in reversed(owners) if p.subject), None) or named
    if owners and owners[-1].owns and owners[-1].last == place.first - 2:
        return owners[-1].key
    own = tokens[clue.first] in words("same_shops", language)
    if own and owners and owners[-1].subject and (owners[-1].acts or owners[-1].says) and owners[-1].last == place.first - 2:
        return owners[-1].key  # "Arden said U.S. same-store sales rose"
    return None
