"""What countries trade, told by what is done with goods: "exported cereals worth $1 billion", "Portuguese purchases of Angolan goods"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAKEN_FOR = frozenset({"other", "deal_value", "retail_sales", "commodity_price", "output", "revenue", "consumer_spending"})
"""What such a sum is taken for where only its own noun or verb is looked at."""

PAID_FOR = frozenset({"deal_value", "government_spending", "costs", "investment", "other"})
"""What is taken for by the verb alone what is paid for goods from abroad."""

TRADED, NOUNS = "goods traded", "by the noun"
"""The rule, and how it knows of most."""

DEAR = 10_000_000
"""Below this is what a household pays at once, in moneys of little worth."""

GOODS = 7
"""Tokens between a verb of trade and "worth" in which the goods are named."""

NOUN = 12
"""Tokens before a figure in which a noun of trade stands."""

YEARLY = 2
"""Tokens of "a year" behind a sum."""

RIGHT = 2
"""Tokens between a country and its verb: "Peru now ships"."""

PAID = 4
"""Tokens behind a sum in which stands what it is paid for."""


def settle(figure: Figure) -> None:
    """Take what is sent to another country, or bought from it, for exports and imports."""
    fact = figure.fact
    if (
        (fact.indicator not in TAKEN_FOR | PAID_FOR and figure.clue is not None)
        or fact.quantity.per not in (None, "year", "month")
        or fact.statistic == "share"
    ):
        return
    if (
        (previous := figure.previous) is not None
        and previous.clue is figure.clue
        and f"indicator: {TRADED}, {NOUNS}" in previous.fact.rules
    ):
        fact.indicator = fact.measure = previous.fact.indicator  # "purchases from Angola dropped 41 pct to 577 million euros"
        figure.because(f"indicator: {TRADED}, {NOUNS}", 0.8)
        return
    if _in_shops(figure):
        fact.indicator, fact.measure = "commodity_price", "price"
        figure.because("indicator: what is sold in shops and markets", 0.75)
        return
    for rule, found in (
        ("by the verb", _worth),
        ("by the verb", _shipped),
        ("by the verb", _less),
        (NOUNS, _noun),
        ("what is paid for", _paid),
    ):
        if (indicator := found(figure)) is not None:
            fact.indicator = fact.measure = indicator
            figure.because(f"indicator: {TRADED}, {rule}", 0.8)
            return


def _in_shops(figure: Figure) -> bool:
    """ "A loaf of bread sells for $2", "a goat now fetches $30": what households buy and herders sell, and what it costs."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not figure.money or figure.fact.quantity.high >= DEAR or figure.fact.indicator not in ("other", "costs"):
        return False
    verb = next((i for i in range(figure.first - 1, figure.clause[0], -1) if tokens[i] in closed("homes_fetch", language)), None)
    return verb is not None and not closed("staples", language).isdisjoint(tokens[max(figure.clause[0], verb - GOODS) : verb])


def _worth(figure: Figure) -> str | None:
    """ "exported cereals worth $5 million", "shipped wheat valued at $5 million to Egypt", of a country whatever the verb."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = figure.first - 1
    while at > figure.start and tokens[at] in figure.words("before_figure"):
        at -= 1
    if not figure.money or tokens[at] not in closed("worth", language):
        return None
    for i in range(at - 1, max(figure.start, at - GOODS) - 1, -1):
        if tokens[i] == ",":
            return None
        if tokens[i] in closed("exporters", language):
            return "exports"
        if tokens[i] in closed("importers", language):
            return "imports"
        if tokens[i] in closed("shippers", language):
            return "exports" if any(c.last + 1 == i and c.role in ("names", "bodies") for c in figure.sentence.of("place")) else None
    return None


def _shipped(figure: Figure) -> str | None:
    """ "Peru shipped $5 million worth of cereals to Norway": what a country sends to another, its sum first."""
    tokens, language, places = figure.sentence.tokens, figure.story.language, figure.sentence.of("place")
    if not figure.money:
        return None
    verb = next(
        (i for i in range(figure.first - 1, max(figure.start, figure.first - PAID), -1) if tokens[i] in closed("shippers", language)), None
    )
    if verb is None or not any(0 < verb - c.last <= RIGHT and c.role in ("names", "bodies") for c in places):
        return None
    behind = tokens[figure.behind : figure.behind + NOUN]
    if "of" not in behind[:2] or not closed("papers_traded", language).isdisjoint(behind):
        return None
    sent = any(figure.last < c.first <= figure.last + NOUN and "to" in tokens[c.first - 2 : c.first] for c in places)
    return "exports" if sent or not closed("abroad", language).isdisjoint(behind) else None


def _less(figure: Figure) -> str | None:
    """ "Peru sold 4 percent less abroad than in May", "bought 4 percent more from abroad"."""
    tokens, language, low = figure.sentence.tokens, figure.story.language, max(figure.start, figure.first - PAID)
    behind = tokens[figure.behind : figure.behind + PAID]
    if figure.fact.statistic != "growth" or closed("abroad", language).isdisjoint(behind):
        return None
    if not closed("sold_goods", language).isdisjoint(tokens[low : figure.first]):
        return "exports"
    return "imports" if not closed("bought_goods", language).isdisjoint(tokens[low : figure.first]) else None


def _noun(figure: Figure) -> str | None:
    """ "Portuguese purchases of Angolan goods dropped 41 pct", "supplies of Ukrainian grain to China"."""
    tokens, language, places = figure.sentence.tokens, figure.story.language, figure.sentence.of("place")
    if not places:
        return None
    bought, sent = closed("bought_abroad", language), closed("sent_abroad", language)
    for i in range(max(figure.start, figure.first - NOUN), figure.first):
        if tokens[i] not in bought and tokens[i] not in sent:
            continue
        near = [c for c in places if i < c.first <= i + GOODS and c.last < figure.first]
        links = {tokens[c.first - 1] for c in near if c.role != "people"}
        people = any(tokens[c.first - 1] in ("of",) and c.role == "people" for c in near)
        if tokens[i] in bought and (people or "from" in links):
            return "imports"
        if (
            tokens[i] in sent
            and tokens[i + 1] in ("of", "to", "from")
            and "to" in links
            and (people or "from" in links or _owned(figure, i))
        ):
            return "exports"
        return None
    return None


def _owned(figure: Figure, noun: int) -> bool:
    """ "Russia's shipments to Egypt", "Russian deliveries to Egypt": a place right before the noun."""
    return any(c.last in (noun - 1, noun - 2) for c in figure.sentence.of("place"))


def _paid(figure: Figure) -> str | None:
    """ "paid 289 million euros for cereal imports", "spent $3 billion on food imports"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    behind = tokens[figure.behind : figure.behind + YEARLY + PAID]
    behind = behind[YEARLY:] if figure.fact.quantity.per is not None else behind[:PAID]  # "$5 billion a year on food imports"
    if not figure.money or figure.fact.indicator not in PAID_FOR or behind[:1] not in (["for"], ["on"]):
        return None
    return "imports" if not closed("importers", language).isdisjoint(behind) else None
