"""Where the shares of an index are traded."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting, acting_places, money_owner, parties
from pipeline.interpret.owners.at_noun import at_noun
from pipeline.interpret.owners.parties import Party, words

BROAD = 6
"""Tokens between a figure and the market of which it is told: "a 27 percent rise in the broader market"."""

EARNED = frozenset({"profit", "loss", "eps", "revenue", "dividend", "other"})
"""What is told of all the firms of an index."""

BESIDE = 5
"""Tokens between an index and the word for its firms: "companies that make up the S&P 500", "S&P 500 financial companies"."""


def broad(figure: Figure) -> bool:
    """ "against a 27 percent rise in the broader market", "while the wider market fell 2 percent": of all shares of a place, not of a firm's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.money:
        return False
    broader, market = words("broad", language), words("index_parts_of", language)
    behind = tokens[figure.behind : figure.behind + BROAD]
    before = tokens[max(figure.start, figure.first - BROAD) : figure.first]
    behind = behind if "," not in behind else behind[: behind.index(",")]
    if any(word in broader and after in market and "the" in behind[:i] for i, (word, after) in enumerate(pairwise(behind))):
        return True  # but "2 percent lower in a flat market", "up 2 percent amid broader market losses"
    at = next((i for i, (word, after) in enumerate(pairwise(before)) if word in broader and after in market), None)
    return at is not None and "with" not in before[at:]  # "underperforming a weaker market with a 4 percent decline"


def broad_of(figure: Figure, main: str | None) -> str | None:
    """The place of all the shares beside which a firm's are told: that of the money they are told in, else the story's."""
    units = (m.quantity.unit for m in figure.story.mentions[figure.number])
    told = next((place for unit in units if (place := money_owner.of_one_money(unit, figure.story.language)) is not None), None)
    return told or main or figure.story.home


def place(figure: Figure, found: list[Party], main: str | None, company: str | None, told: str | None) -> str | None:
    """The place of an index that a figure is of; `main` is the story's place, `company` whom it is about, `told` the place of its index before."""
    named = money_owner.of_index(figure, found, main)
    if named is None and money_owner.index_moved(figure):
        noun = at_noun(figure, found) or acting_places.place(figure, found)
        named = noun.key if noun is not None and not noun.organisation else told or main
    if named is None and company is None and acting.organisation(figure, found) is None:
        behind = figure.clue is not None and figure.clue.first > figure.last
        named = told if "index" in figure.sentence.tokens and not behind else None
    return named


def of_its_firms(figure: Figure, found: list[Party]) -> str | None:
    """ "Earnings of S&P 500 companies rose 9 percent": the place of an index of which all firms are told, though the story is of one of them."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.indicator not in EARNED or words("index_firms", language).isdisjoint(tokens):
        return None
    if any(p.organisation and p.subject and (p.acts or p.owns) and figure.clause[0] <= p.first and p.last < figure.first for p in found):
        return None
    firms = {i for p in found if p.organisation for i in range(p.first, p.last + 1)}  # "Dow Jones earnings"
    until = figure.first if figure.money else len(tokens)
    return next((place for i in range(until) if i not in firms and (place := _with_firms(tokens, i, language)) is not None), None)


def _with_firms(tokens: list[str], at: int, language: str) -> str | None:
    """The place of the index that ends at a token where the word for its firms stands beside it."""
    place = money_owner.index_at(tokens, at, language) or parties.places_of("indices_in_full", language).get(
        " ".join(tokens[max(0, at - 2) : at + 1])
    )
    if place is None:
        return None
    firms, links = words("index_firms", language), words("index_firms_links", language)
    behind = tokens[at + 1 : at + 1 + BESIDE]
    first = next((i for i, token in enumerate(behind) if token in firms), None)
    if first is not None and all(token.isalnum() or token in GENITIVE for token in behind[:first]):
        return place if links.isdisjoint(behind[:first]) else None
    before = tokens[max(0, at - BESIDE) : at]
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i] in firms), None)
    return place if last is not None and not links.isdisjoint(before[last + 1 :]) and "," not in before[last:] else None
