"""What a noun or a verb that names an indicator means by what stands beside its figure: wares that a country buys, a part of a market."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import holdings, lookalikes, lost
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import RATED, SUM, counted, share_priced

SHARES = frozenset({"deal_value", "share_issue", "stake"})
"""What a noun for shares may name besides their price."""

SALES = frozenset({"revenue", "retail_sales"})
"""What a firm sells, of which a percentage behind it is a part, and of no market."""

DEALS = frozenset({"deal_value", "stake"})
"""What a noun for a deal names where none is one on pay."""

PARTS = frozenset({"stake", "other", "commodity_price", "revenue", "retail_sales"})
"""What a noun within the name of a market may name, where what is told is a part of that market."""

BUDGET = frozenset({"budget_balance", "government_spending", "tax_revenue"})
"""What a story of a state's accounts names."""

MOVED = 3
"""Tokens between shares and their verb of movement."""

MARKET = 9
"""Tokens behind a part of a market within which the market is named."""

OWN, NAME = 5, 4
"""Tokens between what a firm sells and the firm, and of its name."""

LEAP = 8
"""Percent by which no rate of interest moves at once."""

OPERATED = 7
"""Tokens before a part of a capacity within which something is run at it."""

WARES = 8
"""Tokens behind a sum within which the wares are named that it is paid for."""


def by_noun(figure: Figure, found: Governor, clue: Clue, indicator: str, organised: bool, named: list[str]) -> tuple[str, str] | None:
    """The indicator that what stands beside the figure makes of `indicator`, and the rule; None where it may stand.

    `organised` is whether the sentence is about a firm; `named` are the indicators named here and before.
    """
    if (meant := lookalikes.of(figure, clue, indicator, organised)) is not None:
        return meant
    if (held := holdings.of(figure, found, clue, indicator, named)) is not None:
        return held
    if indicator in SHARES and _quoted(figure, clue):
        return "share_price", "shares that moved or traded"
    if indicator in DEALS and "wages" in named and _on_pay(figure, clue):
        return "wages", "a deal on pay"
    if indicator == "deal_value":
        if "commodity_price" in named and _future(figure, clue):
            return "commodity_price", "a contract that is traded"
        if _by_piece(figure, found, clue):
            last = next((name for name in named if name != "exchange_rate"), "")  # "… and one sold it at 590 naira"
            goods = _good(figure, clue) or last == "commodity_price"
            return ("commodity_price" if goods else "other"), "what a piece is sold for"
        if not organised and _wares(figure, clue):
            return "imports", "wares that a country buys"
        if _raised(figure, clue):
            return "share_issue", "what is raised in shares"
    elif (
        indicator in PARTS
        and not figure.money
        and figure.fact.statistic == "share"
        and _of_market(figure)
        and _measures(clue, indicator, figure)
    ):
        return "market_share", "a part of a market"
    elif (
        indicator == "revenue"
        and not organised
        and not BUDGET.isdisjoint(named)
        and figure.sentence.tokens[clue.last] in closed("taken_in", figure.story.language)
        and not _of_trades(figure)
    ):
        return "tax_revenue", "what a state takes in"
    elif indicator == "government_spending" and clue.role != "noun" and clue.last < figure.first and _of_trades(figure):
        return "consumer_spending", "what travellers spend"
    elif indicator == "loss" and not figure.money and (part := lost.of(figure, found, clue)) is not None:
        return part
    elif indicator == "interest_rate" and _leaps(figure):
        return "other", "a step that no rate makes"
    elif indicator == "interest_rate" and (rated := _rate_of(figure, clue, named)) is not None:
        return rated
    elif indicator == "profit" and clue.role == "verb" and _at_box_office(figure):
        return "revenue", "what a film takes in"
    elif indicator == "investment" and _in_use(figure, clue):
        return ("capacity_use" if _operated(figure) else "other"), "a part of a capacity"
    elif indicator == "orders" and figure.money and named.count("orders") == 0 and "debt_issue" in named:
        return "debt_issue", "what investors ordered of an issue"
    elif indicator == "market_value" and _offered(figure, clue):
        return "deal_value", "what an offer values"
    elif indicator == "money_market" and clue.role == "loose" and _for_households(figure, clue, named):
        return "consumer_prices", "bills that go up"
    elif indicator == "market_value" and _worth_to(figure, clue):
        return "other", "what something is worth to others"
    elif indicator == "profit" and clue.role != "verb" and _taken_in(figure, clue):
        return "revenue", "the income of who makes no profit"
    elif indicator in ("other", "costs") and clue.role in ("verb", "both") and _home(figure, clue):
        return "house_prices", "what is said to sell or cost so much"
    elif indicator == "commodity_price" and organised and _of_firm(figure, clue, named):
        return "other", "the price of what a firm sells"
    elif indicator == "retail_sales" and clue.role == "loose" and _sold_by_firm(figure, clue):
        return "revenue", "sales of a firm"
    elif indicator == "retail_sales" and clue.role == "loose" and "inventories" in named and "retail_sales" not in named:
        return "other", "sales beside stocks"
    return None


def _of_trades(figure: Figure) -> bool:
    """ "hotels raised their revenue", "tourists spent $5 billion": whether those are told of before a figure who are no state."""
    return not closed("trades", figure.story.language).isdisjoint(figure.sentence.tokens[: figure.first])


def _for_households(figure: Figure, clue: Clue, named: list[str]) -> bool:
    """ "the company wants to put up bills by 36 pct", in a story of no bills that are dealt in."""
    bills = figure.sentence.tokens[clue.last] in closed("household_bills", figure.story.language)
    small = figure.fact.statistic == "growth" or "small" in counted(figure)
    return bills and small and RATED.isdisjoint(named)


def _measures(clue: Clue, indicator: str, figure: Figure) -> bool:
    """ "sales rose, giving it 29 pct of the market"; but "45 pct of its sales come from foreign markets"."""
    return indicator not in SALES or clue.last < figure.first


def _worth_to(figure: Figure, clue: Clue) -> bool:
    """ "the festival is worth $5 million to the local economy"."""
    behind = figure.sentence.tokens[figure.behind : figure.last + WARES]
    return clue.role == "verb" and behind[:1] == ["to"] and not closed("economies", figure.story.language).isdisjoint(behind)


def _taken_in(figure: Figure, clue: Clue) -> bool:
    """ "the charity's income fell to $5 million"."""
    language, story = figure.story.language, figure.story
    if figure.sentence.tokens[clue.last] not in closed("incomes", language):
        return False
    return any(not closed("nonprofits", language).isdisjoint(s.tokens) for s in (figure.sentence, story.sentence(0), story.title))


def _future(figure: Figure, clue: Clue) -> bool:
    """ "the June contract fell to $20", where a commodity is told of."""
    contract = figure.sentence.tokens[clue.last] in closed("contracts", figure.story.language)
    return contract and figure.frame.role in ("step", "reached", "moved", "base") and "sum" not in counted(figure)


def _leaps(figure: Figure) -> bool:
    """ "Applications for fixed-rate loans rose 30 percent": what stands beside a rate moved, and no rate."""
    quantity, stands = figure.fact.quantity, lexicon.sets("statistic", figure.story.language)["stands"]
    step = figure.fact.statistic == "growth" and quantity.unit == "percent" and not figure.mention.optional
    return step and quantity.high >= LEAP and stands.isdisjoint(figure.lead[-1:])


def _rate_of(figure: Figure, clue: Clue, named: list[str]) -> tuple[str, str] | None:
    """ "the main rate will fall to 8 pct" of a tax; "the 30-year rate reached 5 pct", of a bond."""
    tokens, before = figure.sentence.tokens, clue.first - 1
    words_of = " ".join(tokens[clue.first : clue.last + 1]) if clue.first < clue.last else " ".join(tokens[max(0, before) : clue.last + 1])
    if "tax_rate" in named and words_of in closed("tax_rates", figure.story.language):
        return "tax_rate", "the rate of a tax"
    if before > 0 and tokens[before] == "year" and "bond_yield" in named and "lending" not in named:
        return "bond_yield", "the rate of a bond"
    return None


def _at_box_office(figure: Figure) -> bool:
    return closed("box_offices", figure.story.language).issubset(figure.sentence.tokens[figure.behind : figure.last + WARES])


def _on_pay(figure: Figure, clue: Clue) -> bool:
    """ "the deal includes a 5 percent increase", where pay is what was told of."""
    told = figure.frame.move is not None or (figure.lead[-1:] == ["of"] and figure.first - clue.last == 2)  # "an offer of 5 percent"
    return told and not figure.money and figure.sentence.tokens[clue.last] in closed("pay_deals", figure.story.language)


def _quoted(figure: Figure, clue: Clue) -> bool:
    """ "its common stock fell 4 percent to $12.50", "the preferred shares closed at $17.05": what shares did on an exchange."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if clue.last >= figure.first or tokens[clue.last] not in closed("equities", language):
        return False
    if figure.money and not share_priced(figure):
        return False
    move = figure.frame.move
    moved = move is not None and 0 < move.first - clue.last <= MOVED and (figure.money or figure.frame.role == "step")
    return moved or not closed("quoted_at", language).isdisjoint(tokens[clue.last + 1 : figure.first])


def _by_piece(figure: Figure, found: Governor, clue: Clue) -> bool:
    """ "the small model will sell for 19,000 euros", "sells bottles at 99 cents": whether wares are sold, and no firm."""
    sold = clue.role == "verb" and figure.sentence.tokens[clue.last] in closed("sellers", figure.story.language)
    if not sold or not found.link or "small" not in counted(figure) or _symbol(figure, clue):
        return False
    behind = figure.sentence.tokens[figure.behind : figure.behind + 1]
    return closed("by_the_unit", figure.story.language).isdisjoint(behind)  # but "at 22 cents on the dollar"


def _symbol(figure: Figure, clue: Clue) -> bool:
    """ "sold to its rival for one euro": the price of a firm, though no sum."""
    return figure.fact.quantity.high <= 1 and figure.sentence.tokens[clue.last + 1 : clue.last + 2] == ["to"]


def _named_before(figure: Figure, clue: Clue) -> list[Clue]:
    """What is named in the clause before a clue."""
    return [c for c in figure.sentence.of("indicator") if figure.clause[0] <= c.first and c.last < clue.first]


def _good(figure: Figure, clue: Clue) -> bool:
    """ "Onions sell at 90 rupees", "were selling a bag of flour for 900": whether a commodity is what is sold."""
    return any(c.role == "thing" and figure.clause[0] <= c.first < figure.first for c in figure.sentence.of("indicator"))


def _home(figure: Figure, clue: Clue) -> bool:
    """ "The typical flat sells for 90,000 euros": whether houses are what is sold, or costs so much."""
    return figure.money and "fortune" not in counted(figure) and any(c.key == "house_prices" for c in _named_before(figure, clue))


def _wares(figure: Figure, clue: Clue) -> bool:
    """ "Malta will buy $5 million worth of farm goods": whether a country's sum is paid for wares."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not figure.money or figure.fact.quantity.high < SUM or clue.role != "verb":
        return False
    if tokens[clue.last] not in closed("buyers_of_wares", language) or not figure.sentence.of("place"):
        return False
    behind = tokens[figure.behind : figure.behind + WARES]
    if closed("amount_links", language).isdisjoint(behind[:1]):
        return False
    if not closed("wares", language).isdisjoint(behind):
        return True
    return any(c.role == "thing" and 0 < c.first - figure.last <= WARES for c in figure.sentence.of("indicator"))


def _raised(figure: Figure, clue: Clue) -> bool:
    """ "raised $5 million in equity": whether what is raised is money for new shares."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not figure.money or clue.first < figure.first or tokens[clue.last] not in closed("equities", language):
        return False
    new = "new" in tokens[figure.behind : clue.first + 1]  # "sell $5 million in new stock"
    return new or not closed("raisers", language).isdisjoint(tokens[figure.clause[0] : figure.first])


def _of_market(figure: Figure) -> bool:
    """ "controls 40 pct of the retail market", "its 16 pct stake in the market for phones"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    behind = tokens[figure.behind : figure.behind + MARKET]
    at = next((i for i, token in enumerate(behind) if token in closed("markets", language)), None)
    return (
        at is not None
        and not closed("held_links", language).isdisjoint(behind[:at])
        and closed("market_stops", language).isdisjoint(behind[:at])
    )


def _in_use(figure: Figure, clue: Clue) -> bool:
    """ "operated at 30 percent of its capacity"."""
    tokens = figure.sentence.tokens
    of = not closed("amount_links", figure.story.language).isdisjoint(tokens[figure.behind : figure.behind + 1])
    return not figure.money and of and clue.first > figure.last and tokens[clue.last] in closed("capacities", figure.story.language)


def _operated(figure: Figure) -> bool:
    """ "plants ran at 80 percent of capacity", "use rose to 80 percent of capacity", but "a quarter of the Gulf's capacity was shut"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if any(c.key == "capacity_use" and c.last < figure.first for c in figure.sentence.of("indicator")):
        return True
    return not closed("operated", language).isdisjoint(tokens[max(0, figure.first - OPERATED) : figure.first])


def _offered(figure: Figure, clue: Clue) -> bool:
    """ "offered 68 dlrs a share, valuing the retailer at $6 billion": what a firm would cost by the offer."""
    if clue.role != "verb" or figure.sentence.tokens[clue.first] not in closed("valuers", figure.story.language):
        return False
    if not closed("approached", figure.story.language).isdisjoint(figure.sentence.tokens[figure.lead_first : clue.first]):
        return True  # "had received an approach from Arden, valuing it at 28 billion crowns"
    return any(c.key == "deal_value" and figure.clause[0] <= c.first and c.last < clue.first for c in figure.sentence.of("indicator"))


def _of_firm(figure: Figure, clue: Clue, named: list[str]) -> bool:
    """ "cut the price of its player by $50": the price of wares that a firm makes or sells, which are no raw material."""
    if not figure.money or figure.fact.quantity.high >= SUM or clue.role != "loose" or "commodity_price" in named:
        return False
    if figure.fact.quantity.per is not None:  # "raised its base prices by 20 dlrs a ton"
        return False
    return not any(c.role == "thing" for c in figure.sentence.of("indicator"))


def _sold_by_firm(figure: Figure, clue: Clue) -> bool:
    """ "Arden's U.S. sales": sales that a firm owns, in a story of what the shops of a country sold."""
    tokens, sentence = figure.sentence.tokens, figure.sentence
    own = next((i for i in range(clue.first - 1, max(0, clue.first - OWN) - 1, -1) if tokens[i] in GENITIVE), None)
    if own is None or own == 0:
        return False
    start = max(0, own - NAME)
    names = figure.story.organisations_in(sentence.starts[start], sentence.ends[own - 1])
    return any(name.end == sentence.ends[own - 1] for name in names)
