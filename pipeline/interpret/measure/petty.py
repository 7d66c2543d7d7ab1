"""Prices in stories of deals that are not the deal's: of a share in the market, of a phone, of a future, of what is owed by the dollar."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM, share_priced
from pipeline.interpret.measure.memory import Memory

DEALS = frozenset({"deal_value", "investment", "government_spending", "share_issue"})
"""What such a price is taken for."""

PAID = frozenset({"deal_value", "costs", "other"})
"""What is paid for a good is taken for."""

PAYS = 6
"""Tokens between a verb of paying and a price: "paid an average of $148"."""

REACHED = 5
"""Tokens between how far a share moved and where that led it: "fell 2 percent to close at"."""

QUOTED = 12
"""Tokens between a verb of trading and the price."""

SUBJECT = 3
"""Tokens between a bid and the verb that says how it moved."""

NO_GOODS = ("no_goods", "small_words", "prepositions", "verbs", "determiners", "auxiliaries")
"""Sets of words that are no thing that is sold."""

LEAST, FIRM = 150, 10_000
"""From what a share costs, to below what a firm, or a contract of one, does."""

EFFECT = 3
"""Tokens behind an amount in which it is said to thin or to add to profits."""


def settle(figure: Figure, memory: Memory) -> None:
    """Read a small price as what it is of."""
    fact = figure.fact
    if not figure.money or fact.statistic != "level" or fact.quantity.high >= SUM:
        return
    if fact.indicator in PAID and _for_goods(figure, memory):
        fact.indicator, fact.measure, fact.variant = "commodity_price", "price", ""
        figure.because("indicator: what is paid for a good", 0.75)
        return
    if fact.indicator not in DEALS:
        return
    found = _told(figure) or _market(figure, memory) or _of_a_thing(figure) or _too_small(figure)
    if found is not None:
        fact.indicator, fact.measure, rule = found
        fact.variant = ""
        figure.because(f"indicator: {rule}", 0.75)


def _for_goods(figure: Figure, memory: Memory) -> bool:
    """ "The country paid an average of $148 last year", behind a price of gas; "pays $6 per million BTU"."""
    language, last = figure.story.language, memory.last
    if sets(language)["pays_price"].isdisjoint(figure.sentence.tokens[max(figure.clause[0], figure.first - PAYS) : figure.first]):
        return False
    if figure.fact.quantity.per in sets(language)["measured_goods"]:
        return True
    told = (
        last is not None
        and last.fact.indicator == "commodity_price"
        and last.fact.statistic == "level"
        and figure.number - last.number <= 1
    )
    return told and figure.fact.quantity.per is None and figure.fact.quantity.unit == (last.fact.quantity.unit if last is not None else "")


def _told(figure: Figure) -> tuple[str, str, str] | None:
    """ "recovered 9 cents on the dollar", "4 cents dilutive", "the $20 calls"."""
    tokens, words, last = figure.sentence.tokens, sets(figure.story.language), figure.last
    behind = tokens[last + 1 : last + 1 + EFFECT]
    if behind[:2] == ["on", "the"] and not words["on_the_dollar"].isdisjoint(behind[2:]):
        return "other", "recovery", "what is paid of what is owed"
    if not words["thins_profits"].isdisjoint(behind):
        return "eps", "earnings per share", "by how much a deal moves profits"
    if not words["options_dealt"].isdisjoint(behind[:2]):
        return "other", "options", "the price at which an option is of use"
    return None


def _market(figure: Figure, memory: Memory) -> tuple[str, str, str] | None:
    """ "Arden, which Penwith bids for, slipped 2.5 percent to 23.8 pesos", "closed at $45.97": where its market led a share, or a future."""
    if not (_reached(figure) or _quoted(figure)):
        return None
    language = figure.story.language
    clue = figure.clue
    if clue is not None and figure.sentence.tokens[clue.last] in sets(language)["futures_dealt"]:
        if "commodity_price" in (*memory.theme, *memory.named):
            return "commodity_price", "price", "the price of a future"
        return None
    return ("share_price", "shares", "where its market led a share") if share_priced(figure) else None


def _reached(figure: Figure) -> bool:
    """ "slipped 2.5 percent to", "6 percent higher at", "up 17 cents at": whether how far it moved stands right before a price."""
    previous, words = figure.previous, sets(figure.story.language)
    if previous is None or figure.lead[-1:] == [] or figure.lead[-1] not in words["led_to"] or len(figure.lead) > REACHED:
        return False
    move = previous.frame.move
    if (
        move is None
        or previous.fact.statistic not in ("growth", "change")
        or "by" in figure.sentence.tokens[previous.first - 2 : previous.first]
    ):
        return False
    if figure.sentence.tokens[move.last] in words["moved_by_bidders"]:
        return False
    return not _moves(figure.clue, move)


def _moves(clue: Clue | None, move: Clue) -> bool:
    """ "The bid rose 5 percent to": whether it is what the story deals in that moved."""
    return clue is not None and clue.role != "verb" and 0 < move.first - clue.last <= SUBJECT


def _quoted(figure: Figure) -> bool:
    """Whether a verb of trading stands before the price, and no bid or contract of its own between them."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if figure.lead[-1:] == [] or figure.lead[-1] not in words["quoted_with"]:
        return False
    low = max(figure.clause[0], figure.first - QUOTED)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words["quoted_at"]), None)
    if at is None or tokens[figure.behind : figure.behind + 1] == ["-"]:
        return False
    return not any(c.key in DEALS and at < c.first < figure.first for c in figure.sentence.of("indicator"))


def _of_a_thing(figure: Figure) -> tuple[str, str, str] | None:
    """ "will sell $4 generic drugs", "a $3,000 television": whether a price stands right before what costs so much, and that is no share."""
    tokens, words, at = figure.sentence.tokens, sets(figure.story.language), figure.behind
    if figure.fact.indicator == "share_issue" or figure.fact.quantity.per is not None or figure.clue is None or not _describes(figure):
        return None
    if tokens[at : at + 1] == ["-"]:
        at += 1
    if at >= len(tokens) or not tokens[at].isalpha() or any(c.first == at for c in figure.sentence.of("indicator")):
        return None
    if tokens[at].endswith("ly") or any(tokens[at] in words[name] for name in NO_GOODS):
        return None
    if figure.clue.first >= at and tokens[figure.clue.last] not in words["plans_for_sale"]:
        return None
    return "other", "price", "the price of the thing behind it"


def _too_small(figure: Figure) -> tuple[str, str, str] | None:
    """ "a television for $988": no firm is sold for so much, and no share or bond is told of that costs as much."""
    quantity, words = figure.fact.quantity, sets(figure.story.language)
    if figure.fact.indicator != "deal_value" or quantity.per is not None or not LEAST <= quantity.high < FIRM:
        return None
    if quantity.unit not in words["dear"] or not words["papers_dealt"].isdisjoint(figure.sentence.tokens):
        return None
    return "other", "price", "too little for a deal"


def _describes(figure: Figure) -> bool:
    """Whether an article stands before the figure, or the verb whose object it describes."""
    before = figure.first - 1
    if figure.sentence.tokens[before : before + 1] == [")"] and figure.clue is not None and figure.clue.first > figure.last:
        return True  # "Arden's (ARD.N) $4 drug plan"
    verb = figure.clue is not None and figure.clue.role != "noun" and figure.clue.last == before
    return verb or (before >= 0 and figure.sentence.tokens[before] in sets(figure.story.language)["determiners"])
