"""Whose the price of a good is: nobody's on the world's markets, a country's in its shops."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.counted import PUMPED
from pipeline.interpret.owners import money_owner, trade
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

OPENS = 3
"""Tokens between the begin of a clause and the noun of a price that it opens with: "metallurgical coal prices"."""

OWN = 2
"""Tokens from "its" on within which a good is named: "its crude oil"."""

HEAD = 4
"""Sentences of a story in which those who buy petrol are spoken of."""


def told(story: Story) -> bool:
    """Whether the story is one of goods and their prices."""
    prices = any(c.key == "commodity_price" for c in story.title.of("indicator"))
    return prices or not marks.goods(story.language).isdisjoint(story.title.tokens)


def in_place(figure: Figure, story: Story) -> bool:
    """Whether a price is that of the place the story is about."""
    if of_home(figure):
        return True
    goods = set(figure.fact.variant.casefold().split()) | trade.tokens_of(figure)
    world = not goods.isdisjoint(words("world_goods", story.language)) and "imported" not in figure.sentence.tokens
    return not world and not told(story) and not _traded(figure)


def _traded(figure: Figure) -> bool:
    """ "Prices hit a record $147 a barrel in July": what is told of the trade in a good by its unit, whatever country the story is of."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.quantity.per not in words("world_units", language) or words("market_moves", language).isdisjoint(tokens):
        return False
    return words("nations_prices", language).isdisjoint(tokens)  # "imported oil averaged $58 a barrel, a record"


def of_home(figure: Figure) -> bool:
    """Whether a good is one that a country's drivers and households buy: petrol, whatever is told by the litre."""
    if figure.fact.quantity.per in PUMPED and not of_the_world(figure):
        return True
    if figure.money and told_of_pumps(figure.story) and not of_the_world(figure) and figure.fact.quantity.per in {None, *PUMPED}:
        return True
    goods = {*figure.fact.variant.casefold().split(), *figure.fact.measure.casefold().split()} | trade.tokens_of(figure)
    return not goods.isdisjoint(words("home_goods", figure.story.language))


def told_of_pumps(story: Story) -> bool:
    """Whether the title or the first sentence tells of petrol and those who buy it."""
    goods = words("home_goods", story.language) | words("pumped", story.language)
    return not goods.isdisjoint(story.heads()) and any(
        not words("motoring", story.language).isdisjoint(story.sentence(n).tokens) for n in range(min(HEAD, len(story.spans)))
    )


def _of_own_money(figure: Figure) -> str | None:
    """The place of the money that a price is told in, but for those that many tell prices in."""
    return None if figure.fact.quantity.unit in (money_owner.WORLD, money_owner.SHARED) else money_owner.quoted_in(figure, None)


def is_market(figure: Figure, place: Party) -> bool:
    """Whether a place is only where a good of the world's markets is traded, or what moves it: "bullion gained $2 in Zurich".

    "Falling U.S. stockpiles could push oil to $150" tells of no U.S. oil.
    """
    return of_the_world(figure) and (place.role == "seats" or _moved_by(figure, place))


def _moved_by(figure: Figure, place: Party) -> bool:
    """Whether a verb stands between a place and a good."""
    between = range(place.last + 1, figure.clue.first if figure.clue is not None else 0)
    return any(c.first in between for kind in ("finite", "cue", "direction") for c in figure.sentence.of(kind))


def is_kind(figure: Figure, place: Party) -> bool:
    """Whether a place tells a kind of a good of the world's markets: "U.S. crude", in a story of an airline as well."""
    if figure.fact.indicator != "commodity_price" or place.organisation or place.owns or not of_the_world(figure):
        return False
    own = words("own_prices", figure.story.language)
    return own.isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.clause[1]])  # "its average U.S. crude price"


def of_the_world(figure: Figure) -> bool:
    """Whether a good has one price on the world's markets."""
    goods = set(figure.fact.variant.casefold().split()) | trade.tokens_of(figure)
    return not goods.isdisjoint(words("world_goods", figure.story.language))


def of_the_market(figure: Figure) -> bool:
    """ "Crude topped $145 a barrel", in a story of an airline: the price of a good on the world's markets, which no firm sets or pays."""
    if figure.fact.indicator != "commodity_price" or not (of_the_world(figure) or _moves_alone(figure)):
        return False
    tokens, clause, language = figure.sentence.tokens, slice(*figure.clause), figure.story.language
    own = words("own_prices", language)
    sets_prices = told(figure.story) and not own.isdisjoint(figure.story.title.tokens)
    if sets_prices or not own.isdisjoint(tokens[clause]):
        return False
    return words("own_prices_far", language).isdisjoint(tokens)  # but "posted a record profit as crude oil prices peaked at $147"


def realised(figure: Figure) -> bool:
    """ "The average realised gold price was $1,200", "received $47 a tonne for its ore": what the firm of the story got for its own."""
    tokens, language = figure.sentence.tokens, figure.story.language
    low, high = figure.clause
    if not words("realised_prices", language).isdisjoint(tokens[low:high]):
        return True
    goods, own = marks.goods(language), words("possessives", language)
    if tokens[low] in words("subject_pronouns", language) and tokens[low + 1] in words("sells", language):
        return True  # "It sold gold at $1,190"
    if not words("foreseen_prices", language).isdisjoint(tokens[low:high]):
        return False  # "raised its gold price forecast"
    return any(tokens[i] in own and not goods.isdisjoint(tokens[i + 1 : i + 1 + OWN]) for i in range(low, high))


def of_no_place(figure: Figure) -> bool:
    """Whether a price of a market is no country's either, though the story is of one: "DRAM prices fell 44 percent", in a story from Seoul."""
    return not of_the_world(figure) and _moves_alone(figure)


def _moves_alone(figure: Figure) -> bool:
    """ "Corn prices jumped to a 10-year high of $4 a bushel", in a story of a meat packer: what its clause opens with is a good's price."""
    clue, language = figure.clue, figure.story.language
    if clue is None or clue.last >= figure.first:
        return False
    tokens = figure.sentence.tokens
    opens = max(figure.clause[0], clue.first - OPENS)
    noun = {*tokens[opens : clue.last + 1], *tokens[clue.last + 1 : clue.last + 2]}
    if words("market_goods", language).isdisjoint(noun) or words("price_nouns", language).isdisjoint(noun):
        return False  # "Macarthur Coal was up 6 percent at A$14.33"
    begin = next((i + 1 for i in range(clue.first - 1, opens - 1, -1) if tokens[i] in words("clause_breaks", language)), figure.clause[0])
    return clue.first - begin <= OPENS and GENITIVE.isdisjoint(tokens[begin : clue.first])


def payer(figure: Figure, found: list[Party]) -> Party | None:
    """ "Peru is to pay $95 a barrel": the place that pays so much for a good, or takes so much for it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "commodity_price" or words("paying", language).isdisjoint(tokens[figure.clause[0] : figure.first]):
        return None
    acting = (p for p in reversed(found) if p.subject and p.acts and figure.clause[0] <= p.first and p.last < figure.first)
    party = next(acting, None)
    return party if party is not None and not party.says else None


def owner(figure: Figure, story: Story, setter: str | None, paid: str | None) -> tuple[str | None, str, float]:
    """A price of a good is nobody's, unless the story is of a country's figures or it is told in shops.

    `setter` sets the story's prices; `paid` is the place of its money.
    """
    place = story.main_place
    if place is None and of_home(figure):
        place = paid or _of_own_money(figure) or money_owner.of_local_money(story)
        if place is not None:
            return place, "the place in whose money the price is told", 0.7
    if place is not None and story.title.tokens and in_place(figure, story):
        return place, "the place of the story", 0.6
    leading = next((c for c in story.title.of("place") if c.role != "seats"), None)
    if leading is not None and leading.first == 0 and leading.key == place and not (of_the_world(figure) or _traded(figure)):
        return leading.key, "whom the title says to buy or sell", 0.6
    if place is not None and money_owner.quoted_in(figure, None) == place and figure.fact.quantity.unit != money_owner.WORLD:
        return place, "the place in whose money the price is told", 0.6
    if setter is not None:
        return setter, "who sets the story's prices", 0.75
    return None, "a good's price is nobody's", 0.6
