"""What only looks like a measure of markets: parts of those out of work and of what is invested, how far two prices are apart."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM, counted, fits
from pipeline.interpret.measure.instrument import central_bank, words

EARNED_FROM = 4
"""Tokens behind a sum within which is named what earns it."""

SELLER = 5
"""Tokens between a country and the word for its sales."""

APART = 9
"""Tokens between a spread and the last of what it is between."""


def of(figure: Figure, clue: Clue, indicator: str, organised: bool) -> tuple[str, str] | None:
    """What it is, and the rule; None where the noun means what it names."""
    if indicator in ("money_market", "share_issue", "stake", "deal_value") and figure.money and _bought_back(figure, clue):
        return "other", "shares that are bought back"
    if indicator == "share_issue" and clue.first > figure.last and _injected(figure):
        return "aid", "capital that a state puts into a bank"
    if indicator == "profit" and clue.role == "verb" and (brought := _brought(figure, clue)) is not None:
        return brought, "what exports and dues earn"
    if indicator == "wages" and figure.fact.quantity.per in closed("weights", figure.story.language):
        return "subsidy", "what is paid on a weight of goods"
    if indicator == "subsidy" and figure.money and figure.fact.quantity.per in closed("vehicles", figure.story.language):
        return "other", "what a dealer takes off a price"
    if indicator == "debt_relief" and figure.sentence.tokens[clue.last] in figure.words("shorn"):
        return ("other", "a barber's price") if figure.words("debt").isdisjoint(figure.sentence.tokens) else None
    if indicator == "retail_sales" and clue.role == "loose" and not organised and _sold_abroad(figure, clue):
        return "exports", "what a country sells to another"
    if indicator == "other" and clue.role == "verb" and (paid := _starts(figure, clue)) is not None:
        return paid, "what begins at a sum"
    if indicator == "deal_value" and clue.role == "verb" and not organised and (sold := _sold_off(figure, clue)) is not None:
        return sold, "what a good fetches"
    if indicator == "deal_value" and _of_futures(figure, clue):
        return "commodity_price", "a contract in a good that moved"
    if clue.key == "bond_yield" and figure.money and figure.sentence.tokens[clue.last] in words("bonds", figure.story.language):
        return "debt_issue", "a sum of bonds"
    if indicator == "bond_yield" and clue.key != indicator and _allotted(figure):
        return "other", "a part of what is invested"
    if indicator == "interest_rate" and not figure.money and _over_bonds(figure, clue):
        return "bond_yield", "how far a bond is from another"
    if indicator == "commodity_price" and figure.money and _spread(figure, clue):
        return "other", "how far two prices are apart"
    if indicator == "money_market" and organised and _own_liquidity(figure, clue):
        return "assets", "what a firm may spend"
    if indicator == "unemployment" and _of_jobless(figure, clue):
        return "other", "a part of those out of work"
    return None


def _spread(figure: Figure, clue: Clue) -> bool:
    """ "the spread between petrol and crude shrank to $3": the subject is no price."""
    tokens = figure.sentence.tokens[max(0, clue.first - APART) : clue.first]
    at = next((i for i, token in enumerate(tokens) if token in closed("apart", figure.story.language)), None)
    return at is not None and "," not in tokens[at:]


def _bought_back(figure: Figure, clue: Clue) -> bool:
    """ "the repurchase of up to $5 million of its common stock"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if closed("buying_back", language).isdisjoint(tokens[max(figure.clause[0], figure.first - APART) : figure.first]):
        return False
    return clue.last > figure.last and tokens[clue.last] in closed("equities", language)


def _injected(figure: Figure) -> bool:
    """ "the state will inject $5 billion of new capital": whether a state puts in what is raised."""
    tokens, language = figure.sentence.tokens[: figure.first], figure.story.language
    injected = not closed("injecting", language).isdisjoint(tokens[-APART:])
    return injected and not closed("state_actors", language).isdisjoint(tokens)


def _brought(figure: Figure, clue: Clue) -> str | None:
    """ "Exports earned the country $5 billion", "earned $5 billion from exports": what the subject of the verb names, or what it earns from."""
    tokens, at = figure.sentence.tokens, figure.last + 1
    earners = closed("earning", figure.story.language)
    if not closed("earned_from", figure.story.language).isdisjoint(tokens[at : at + 1]):
        behind = (c for c in figure.sentence.of("indicator") if at < c.first <= at + EARNED_FROM and c.key in earners)
        return next((c.key for c in behind if "," not in tokens[at : c.first]), None)
    grown = [c for c in figure.sentence.of("indicator") if c.role == "thing" and c.last == clue.first - 1]
    if grown and figure.sentence.of("place") and figure.fact.quantity.high >= SUM:
        return "exports"  # "Rubber earned Freedonia 3.1 billion"
    nouns = [c for c in figure.sentence.of("indicator") if c.role == "noun" and 0 < clue.first - c.last <= APART]
    if not nouns or "," in figure.sentence.tokens[nouns[-1].last : clue.first]:
        return None
    return nouns[-1].key if nouns[-1].key in earners else None


def _sold_abroad(figure: Figure, clue: Clue) -> bool:
    """ "Japan's sales of chips to America": a place that sells, and one that it sells to."""
    tokens, places = figure.sentence.tokens, figure.sentence.of("place")
    sells = any(0 < clue.first - p.last <= SELLER and p.role != "bodies" for p in places)
    return sells and any(clue.last < p.first <= clue.last + APART and "to" in tokens[max(clue.last, p.first - 2) : p.first] for p in places)


def _sold_off(figure: Figure, clue: Clue) -> str | None:
    """ "Coffee fetched 2,100 shillings a bag", "Grain shipments fetched $9 million": the price of a good, or what its sale abroad brings."""
    if figure.sentence.tokens[clue.last] not in closed("fetching", figure.story.language):
        return None
    nouns = [c for c in figure.sentence.of("indicator") if 0 < clue.first - c.last <= SELLER]
    goods = any(c.role == "thing" for c in nouns)
    if figure.fact.quantity.high >= SUM:
        shipped = not closed("shipped", figure.story.language).isdisjoint(figure.sentence.tokens[: clue.first])
        return "exports" if goods and shipped else None
    return "commodity_price" if goods else None


def _starts(figure: Figure, clue: Clue) -> str | None:
    """ "Wages at its plants start at $180": what the noun before the verb names, where it is no price of wares."""
    if figure.sentence.tokens[clue.last] != "at":
        return None
    low = figure.previous.last if figure.previous is not None else -1
    nouns = [c for c in figure.sentence.of("indicator") if c.role == "noun" and low < c.first and c.last < clue.first]
    language = figure.story.language
    return next((c.key for c in nouns if c.key in closed("beginning", language) and fits(c.key, counted(figure), language)), None)


def _over_bonds(figure: Figure, clue: Clue) -> bool:
    """ "the spread over Bunds widened to 63 basis points": a spread in a sentence of bonds."""
    tokens, language = figure.sentence.tokens, figure.story.language
    apart = closed("apart", language)
    return not apart.isdisjoint(tokens[clue.first : clue.last + 1]) and not closed("bond_benchmarks", language).isdisjoint(tokens)


def _own_liquidity(figure: Figure, clue: Clue) -> bool:
    """ "the airline has $5 billion of liquidity", where no central bank provides it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    return tokens[clue.last] in closed("liquidities", language) and central_bank(tokens, language) is None


def _of_jobless(figure: Figure, clue: Clue) -> bool:
    """ "40 percent of the unemployed have looked for a year": a part of them, and no rate."""
    tokens, jobless = figure.sentence.tokens, closed("jobless", figure.story.language)
    return (
        not figure.money
        and tokens[figure.last + 1 : figure.last + 2] == ["of"]
        and tokens[clue.last] in jobless
        and clue.first > figure.last
    )


def _allotted(figure: Figure) -> bool:
    """ "allocations to bonds rose to 41 percent", "bonds fell to 34 percent and cash to 5 percent": what investors hold of them."""
    return not closed("allotted", figure.story.language).isdisjoint(figure.sentence.tokens)


def _of_futures(figure: Figure, clue: Clue) -> bool:
    """ "the zinc contract firmed $11": what is traded in a good, no deal that is made."""
    sentence, contracts = figure.sentence, closed("futures_contracts", figure.story.language)
    if sentence.tokens[clue.last] not in contracts or counted(figure).isdisjoint({"small", "piece", "step"}):
        return False
    behind = clue.last + 2 if sentence.tokens[clue.last + 1 : clue.last + 2] == ["for"] else -1  # "the May contract for WTI"
    beside = any(c.role == "thing" and (clue.first - c.last == 1 or c.first == behind) for c in sentence.of("indicator"))
    return figure.frame.move is not None and beside
