"""What only looks like a measure of markets: parts of those out of work and of what is invested, how far two prices are apart."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import earned, futures, sectors
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import A_SHARE, FORTUNE, SUM, counted, fits
from pipeline.interpret.measure.instrument import central_bank, words

SELLER = 5
"""Tokens between a country and the word for its sales."""

HEDGED = 3
"""Tokens from a verb to its sum, past "some" and "about"."""

OWED = ("other", "lending", "assets", "debt_issue", "public_debt", "foreign_debt", "investment")
"""What paper and loans are taken for."""

WORLD = 4
"""Tokens behind a part in which the world stands of which it is one."""

INVESTED = 3
"""Tokens between a percentage and the investment that it describes."""

APART = 9
"""Tokens between a spread and the last of what it is between."""


ISSUED = 6
"""Tokens before a sum of debt within which it is told what is done with it."""

EARNING = 5
"""Tokens before a sum within which those stand who earn it, or what they get."""


def of(figure: Figure, clue: Clue, indicator: str, organised: bool) -> tuple[str, str] | None:
    """What it is, and the rule; None where the noun means what it names."""
    if (listed := sectors.of(figure, clue, indicator)) is not None:
        return listed
    if indicator in ("money_market", "share_issue", "stake", "deal_value") and figure.money and _bought_back(figure, clue, organised):
        return "other", "shares that are bought back"
    if figure.money and clue.first > figure.last and indicator in OWED and _wrote_off(figure):
        return "costs", "what is written down"
    if indicator == "share_issue" and figure.money and clue.last == figure.first - 1 and _bids(figure, clue):
        return "deal_value", "what is offered in a bid"
    if indicator == "assets" and figure.money and clue.first > figure.last and _divested(figure, clue):
        return "deal_value", "what is owned that is sold"
    if indicator == "share_price" and not figure.money and _dearer(figure):
        return "deal_value", "how far an offer is above another price"
    if (
        indicator == "deal_value"
        and figure.money
        and figure.lead[-1:] == ["of"]
        and not closed("closes", figure.story.language).isdisjoint(figure.lead[-2:-1])
    ):
        return "share_price", "a close that an offer is set beside"
    if indicator == "stake" and clue.role == "verb" and not figure.money and _of_world(figure):
        return "market_share", "a part of what the world has"
    if indicator == "share_issue" and clue.first > figure.last and _injected(figure):
        return "aid", "capital that a state puts into a bank"
    if indicator == "investment" and not figure.money and _part_invested(figure, clue):
        return "stake", "a part that is invested in"
    if indicator == "investment" and figure.money and (given := _cash_given(figure, clue)) is not None:
        return given, "cash that a state or a central bank gives"
    if indicator == "profit" and clue.role == "verb" and (gain := earned.of(figure, clue, organised)) is not None:
        return gain
    if indicator == "wages" and figure.fact.quantity.per in closed("weights", figure.story.language):
        return "subsidy", "what is paid on a weight of goods"
    if indicator == "subsidy" and figure.money and _ordered_back(figure, clue):
        return "fine", "what a court makes somebody give back"
    if indicator == "subsidy" and figure.money and figure.fact.quantity.per in closed("vehicles", figure.story.language):
        return "other", "what a dealer takes off a price"
    if indicator == "lending" and figure.money and (credited := _credited(figure, clue)) is not None:
        return credited, "a credit that one gets"
    if indicator == "debt_relief" and figure.sentence.tokens[clue.last] in figure.words("shorn"):
        return ("other", "a barber's price") if figure.words("debt").isdisjoint(figure.sentence.tokens) else None
    if indicator == "retail_sales" and clue.role == "loose" and not organised and _sold_abroad(figure, clue):
        return "exports", "what a country sells to another"
    if indicator == "other" and clue.role == "verb" and (paid := _starts(figure, clue)) is not None:
        return paid, "what begins at a sum"
    if indicator == "deal_value" and clue.role == "verb" and not organised and (sold := _sold_off(figure, clue)) is not None:
        return sold, "what a good fetches"
    if indicator == "deal_value" and (dealt := futures.of(figure, clue)) is not None:
        return dealt
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
    if indicator in ("public_debt", "foreign_debt") and figure.money and (done := _with_debt(figure, clue)) is not None:
        return done, "what is done with debt"
    if indicator in ("tax_rate", "tax_revenue") and figure.money and _threshold(figure):
        return "other", "an income from which on a tax is told"
    if indicator == "unemployment" and _of_jobless(figure, clue):
        return "other", "a part of those out of work"
    return None


def _ordered_back(figure: Figure, clue: Clue) -> bool:
    """ "was ordered to pay $2 million in restitution": what is given back to those who were cheated, where no grain is told of."""
    tokens, language = figure.sentence.tokens, figure.story.language
    return tokens[clue.last] in closed("restored", language) and closed("of_courts", language).intersection(tokens) != set()


def _credited(figure: Figure, clue: Clue) -> str | None:
    """ "an $8,000 credit for first-time buyers", "a $100 flight credit": what a state or a seller lets somebody off, and no loan."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.quantity.high >= SUM or tokens[clue.last] not in closed("credits", language):
        return None
    if not closed("credited", language).isdisjoint((*tokens, *figure.story.title.tokens)):
        return "subsidy"
    return "other" if figure.fact.quantity.high < A_SHARE else None


def _wrote_off(figure: Figure) -> bool:
    """ "wrote down $8 billion of mortgages", whatever they are called."""
    verbs = (c for c in figure.sentence.of("indicator") if c.role == "verb" and c.key == "costs" and 0 < figure.first - c.last <= HEDGED)
    return any(figure.sentence.tokens[c.last] in closed("written_off", figure.story.language) for c in verbs)


def _divested(figure: Figure, clue: Clue) -> bool:
    """ "plans to sell $1 billion of assets"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    before = tokens[max(figure.clause[0], figure.first - APART) : figure.first]
    return tokens[clue.last] in closed("divested", language) and not closed("divesting", language).isdisjoint(before)


def _bids(figure: Figure, clue: Clue) -> bool:
    """ "went hostile with its bid for Arden, offering $130 a share": whether a form of "offer" is the verb of a bid told before."""
    if figure.sentence.tokens[clue.last] not in closed("offering", figure.story.language):
        return False
    return any(c.key == "deal_value" and c.role != "verb" and c.last < clue.first for c in figure.sentence.of("indicator"))


def _dearer(figure: Figure) -> bool:
    """ "is 16 percent above the close and 32 percent above its average": a second premium, told as the first is."""
    tokens, previous = figure.sentence.tokens, figure.previous
    if previous is None or previous.fact.indicator != "deal_value" or previous.money or figure.lead[-1:] != ["and"]:
        return False
    return tokens[previous.last + 1 : previous.last + 2] == tokens[figure.behind : figure.behind + 1] != []


def _of_world(figure: Figure) -> bool:
    """ "controls 20 percent of global potash capacity"."""
    behind, language = figure.sentence.tokens[figure.behind : figure.behind + WORLD], figure.story.language
    of = not closed("held_links", language).isdisjoint(behind[:1])
    return of and not closed("worldwide", language).isdisjoint(behind)


def _spread(figure: Figure, clue: Clue) -> bool:
    """ "the spread between petrol and crude shrank to $3": the subject is no price."""
    tokens = figure.sentence.tokens[max(0, clue.first - APART) : clue.first]
    at = next((i for i, token in enumerate(tokens) if token in closed("apart", figure.story.language)), None)
    return at is not None and "," not in tokens[at:]


def _bought_back(figure: Figure, clue: Clue, organised: bool) -> bool:
    """ "the repurchase of up to $5 million of its common stock"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if organised and clue.first > figure.last and tokens[clue.last] in closed("buying_back", language):
        return True  # "Arden's $5 million repurchase"
    bare = figure.bare_lead(closed("bought_parts", language))
    if bare[-1:] == ["back"] and not closed("acquires", language).isdisjoint(bare[-2:-1]):
        return not closed("equities", language).isdisjoint(tokens[figure.behind : figure.behind + APART])  # "buy back $5 million in stock"
    if closed("buying_back", language).isdisjoint(tokens[max(figure.clause[0], figure.first - APART) : figure.first]):
        return False
    return clue.last > figure.last and tokens[clue.last] in closed("equities", language)


def _injected(figure: Figure) -> bool:
    """ "the state will inject $5 billion of new capital": whether a state puts in what is raised."""
    tokens, language = figure.sentence.tokens[: figure.first], figure.story.language
    injected = not closed("injecting", language).isdisjoint(tokens[-APART:])
    return injected and not closed("state_actors", language).isdisjoint(tokens)


def _cash_given(figure: Figure, clue: Clue) -> str | None:
    """ "a $14 billion cash injection from the government", "the Fed's cash injection of $9 billion"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] not in closed("injections", language):
        return None
    if central_bank(tokens, language) is not None:
        return "money_market"
    return None if closed("state_actors", language).isdisjoint(tokens) else "aid"


def _part_invested(figure: Figure, clue: Clue) -> bool:
    """ "its 34 percent investment in the brewer": no growth of what is invested."""
    tokens, language = figure.sentence.tokens, figure.story.language
    links = closed("held_links", language)  # but "two thirds of its investments in"
    near = 0 < clue.first - figure.last <= INVESTED and links.isdisjoint(tokens[figure.behind : clue.first])
    near = near and figure.fact.statistic != "growth"
    held = tokens[clue.last] in closed("invested_parts", language)
    return near and held and not links.isdisjoint(tokens[clue.last + 1 : clue.last + 2])


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


def _with_debt(figure: Figure, clue: Clue) -> str | None:
    """ "will issue $5 billion of new debt", "the cost to insure $10 million in debt": no stock of it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if clue.first < figure.last:
        return None
    before = tokens[max(figure.clause[0], figure.first - ISSUED) : figure.first]
    if not closed("insured", language).isdisjoint(before):
        return "other"
    return None if closed("issued_debt", language).isdisjoint(before) else "debt_issue"


def _threshold(figure: Figure) -> bool:
    """ "a surtax on bonuses over $10,000", "those making up to $200,000"."""
    if figure.fact.approximation == "exact" or figure.fact.quantity.high >= FORTUNE:
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    return not closed("earns", language).isdisjoint(tokens[max(0, figure.first - EARNING) : figure.first])


def _of_jobless(figure: Figure, clue: Clue) -> bool:
    """ "40 percent of the unemployed have looked for a year": a part of them, and no rate."""
    tokens, jobless = figure.sentence.tokens, closed("jobless", figure.story.language)
    return (
        not figure.money
        and tokens[figure.behind : figure.behind + 1] == ["of"]
        and tokens[clue.last] in jobless
        and clue.first > figure.last
    )


def _allotted(figure: Figure) -> bool:
    """ "allocations to bonds rose to 41 percent", "bonds fell to 34 percent and cash to 5 percent": what investors hold of them."""
    return not closed("allotted", figure.story.language).isdisjoint(figure.sentence.tokens)
