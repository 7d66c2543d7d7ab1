"""What is no firm's and what no nation's: "the economy may have shrunk 6 percent", in a story of a lender; "profit was $2 a share"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import CODE, GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.economy import governed
from pipeline.interpret.owners.known import governs
from pipeline.interpret.owners.parties import Party, words

ECONOMY, SHARED = "gdp", "eps"
"""What only nations have, and what none has."""

RESULTS = ("profit", "loss")
"""What firms earn, and nations' firms together."""


BRANCHES = ("indicator: a branch of the economy that grew", "indicator: a branch of the economy that moves by itself")
"""The rules of what only an economy has."""


LEAD = 5
"""Tokens before a figure in which it is called the nation's: "the national average of just"."""


def settle(figure: Figure, found: list[Party], place: str | None) -> None:
    """Give what only nations have and a firm was found to own to the place told of, and what else of a firm's grows to no economy."""
    fact, language = figure.fact, figure.story.language
    if not figure.story.is_organisation(fact.entity) or governs(fact.entity or "", language):
        return
    if fact.indicator != ECONOMY and fact.measure.casefold() not in words("nations_measures", language):
        return
    price = figure.money and fact.quantity.high < SUM
    branch = any(rule in fact.rules for rule in BRANCHES)  # "construction rose 2 percent", in a story of a mine
    alone = not branch and words("economies", language).isdisjoint(fact.measure.casefold().replace("-", " ").split())
    if fact.indicator == ECONOMY and (price or (alone and not governed(figure.sentence, language))):  # "the government's growth target"
        fact.indicator = "other"
        figure.because("indicator: what grows of a firm's", 0.6)
        return
    if price or fact.statistic == "share":
        return
    near = [p for p in found if not p.organisation and p.role in ("names", "people", "bodies")]
    before = next((p.key for p in reversed(near) if p.last < figure.first), None)
    fact.entity = fact.entity_id = before or next((p.key for p in near), place)
    figure.because("entity: what only nations have is no firm's", 0.6)


def average(figure: Figure, place: str | None) -> None:
    """Give what a nation has on average to it: "well above the national average of 6.1 percent", in a story of a state or a firm of it."""
    fact, language = figure.fact, figure.story.language
    if place is None or len(place) > CODE or fact.entity is None or len(fact.entity) <= CODE:
        return
    lead = figure.lead[-LEAD:]
    own = lead[-1:] and lead[-1] in GENITIVE and "".join(lead[-2:]) in words("national", language)  # "shy of the nation's 7.2 percent"
    if not own and (
        "," in lead
        or not any(before in words("national", language) and noun in words("averages", language) for before, noun in pairwise(lead))
    ):
        return
    fact.entity = fact.entity_id = place
    figure.because("entity: of the whole nation", 0.8)


def told_a_share(figure: Figure) -> bool:
    """ "Net income fell to $98 million, or 71 cents a share": whether a result is told again by what a share earns of it."""
    if figure.fact.indicator not in RESULTS:
        return False
    tokens, at = figure.sentence.tokens, figure.index + 1
    first, last = figure.spans[at] if at < len(figure.spans) else (0, 0)
    again = tokens[figure.behind : first] in ([",", "or"], ["or"])
    return again and tokens[last + 1 : last + 3] in (["a", "share"], ["per", "share"])


def of_index(figure: Figure) -> bool:
    """ "S&P 500 earnings will be $65 a share": those of all the shares of an index, which are its place's."""
    return not words("index_earns", figure.story.language).isdisjoint(figure.sentence.tokens)
