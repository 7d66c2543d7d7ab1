"""What homes cost, by the words around a figure: what "the selling price of a home" is, what a detached house sells for, what is paid for
a flat by the month."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import TIMES
from pipeline.interpret.measure.memory import Memory

LOOSE = frozenset(
    {
        "other",
        "commodity_price",
        "deal_value",
        "retail_sales",
        "revenue",
        "costs",
        "market_value",
        "lending",
        "profit",
        "share_issue",
        "inventories",
    }
)
"""What a figure is taken for where its noun does not tell that it is of homes."""

BARE = frozenset({"other", "deal_value", "revenue"})
"""What the price of a lamb is taken for."""

HOMES = frozenset({"house_prices", "housing"})

DEAR = 5_000
"""A sum from which on nobody pays it for a home by the night."""

BACK = 9
"""Tokens from the home to what is told of it."""

FETCHED = 7
"""Tokens from the verb of what a home fetches to the sum: "sold for an average of more than $300,000"."""

RENT = "consumer_prices"


def settle(figure: Figure, memory: Memory) -> None:
    """Read the price of a home as one, and what is paid for it by the month as rent; the price of a lamb as that of a good."""
    indicator = figure.fact.indicator
    if indicator not in LOOSE and not (indicator == "house_prices" and figure.fact.quantity.per in TIMES):
        return
    language = figure.story.language
    if figure.money and _by_head(figure):
        figure.fact.indicator = "commodity_price"
        figure.because("indicator: what a piece is sold for at a market", 0.75)
        return
    homes = closed("homes", language)
    measure = figure.fact.measure.casefold().split()
    if not homes.isdisjoint(measure):
        priced = not closed("home_prices", language).isdisjoint(measure)
        found = _priced(figure) if priced else _sold(figure, homes)
    elif not closed("rented", language).isdisjoint(measure) and figure.fact.indicator == "commodity_price":
        found = RENT
    elif indicator == "retail_sales" and measure == ["sales"] and _of_homes(figure, memory):
        found = "housing"
    elif measure[-1:] == ["price"] and figure.money and figure.fact.quantity.high >= DEAR and _of_homes(figure, memory):
        found = "house_prices"
    elif indicator == "inventories":
        found = "housing" if len(measure) == 1 and _of_homes(figure, memory) else None
    else:
        found = _sold(figure, homes)
    if found is not None and found != figure.fact.indicator:
        figure.fact.indicator = found
        figure.because("indicator: what homes cost", 0.8)


def _of_homes(figure: Figure, memory: Memory) -> bool:
    """ "House prices rose. Sales fell 9 percent": what is sold in a story of homes, where no shop is named."""
    if memory.last is None or memory.last.fact.indicator not in HOMES or "retail_sales" in memory.theme:
        return False
    return not figure.story.organisations_in(figure.sentence.start, figure.sentence.end)


def _by_head(figure: Figure) -> bool:
    """ "Prime lambs sold to $170 a head"."""
    language, quantity, tokens = figure.story.language, figure.fact.quantity, figure.sentence.tokens
    if quantity.high >= DEAR or figure.fact.indicator not in BARE:
        return False
    lead = tokens[figure.clause[0] : figure.first]
    alive = quantity.per is None and not closed("livestock", language).isdisjoint(lead)
    if not alive and closed("carcasses", language).isdisjoint(tokens[figure.last + 2 : figure.last + 3]):
        return False
    return not closed("saleyards", language).isdisjoint(lead) and closed("homes_stop", language).isdisjoint(lead)


def _home(figure: Figure, at: int, homes: frozenset[str]) -> bool:
    """Whether a token is a home, and neither a name ("Home Halford", "the House") nor what owns something ("the flat's contents")."""
    sentence = figure.sentence
    if sentence.tokens[at] not in homes or sentence.tokens[at + 1] == "'s":
        return False
    return not at or not figure.story.text[sentence.starts[at]].isupper()


def _another(figure: Figure, between: list[str]) -> bool:
    """ "a flat and a piano valued at": another thing between a home and its price; "in a village" only says where it is."""
    things, placed = figure.words("describing"), closed("prepositions", figure.story.language)
    return any(t in things and (not i or between[i - 1] not in placed) for i, t in enumerate(between))


def _priced(figure: Figure) -> str | None:
    """ "The average selling price of a home rose 5 percent to $300,000"."""
    rent = figure.money and (figure.fact.quantity.per in TIMES or figure.fact.quantity.high < DEAR)
    return RENT if rent and figure.fact.quantity.high < DEAR * 2 else "house_prices" if figure.fact.statistic != "share" else None


def _sold(figure: Figure, homes: frozenset[str]) -> str | None:
    """ "Detached houses sold for an average $300,000", "a flat in Penwith goes for £900 a month", "the owner of a home assessed at"."""
    if not figure.money or figure.fact.indicator == "lending":
        return None
    language, tokens = figure.story.language, figure.sentence.tokens
    low = max(figure.clause[0], figure.first - 2 * BACK, figure.lead_first)
    lead = tokens[low : figure.first]
    fetch = closed("homes_fetch", language)
    verb = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in fetch), None)
    if verb is None or len(lead) - verb > FETCHED or not closed("homes_stop", language).isdisjoint(lead[verb + 1 :]):
        return None
    home = next((i for i in range(verb - 1, max(0, verb - BACK) - 1, -1) if _home(figure, low + i, homes)), None)
    if home is None or lead[home + 1] in GENITIVE or _another(figure, lead[home + 1 : verb]):
        return None
    if figure.fact.quantity.per in TIMES:
        return RENT
    return "house_prices" if figure.fact.quantity.high >= DEAR else None
