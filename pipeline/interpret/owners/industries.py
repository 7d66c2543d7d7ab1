"""What all the firms of a trade do together is no single firm's, though the story be about one of them.

"Airlines have lost $50 billion in ten years", "Japanese firms sold $4 billion of shares", "industry-wide sales fell 4 percent".
"""

from __future__ import annotations

from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD
from pipeline.lexicon import either

OF_ONE = frozenset(
    {
        "share_price",
        "stake",
        "market_share",
        "eps",
        "dividend",
        "commodity_price",
        "interest_rate",
        "bond_yield",
        "exchange_rate",
        "market_value",
        "lending",
        "debt_issue",
        "debt_relief",
        "aid",
    }
)
"""Measures of which each firm has its own, or of which another is the owner: what lenders lend."""

DEALT = frozenset({"deal_value", "share_issue"})
"""Measures of which "Banks offered $5 billion" tells something of one firm: only those of a nation or of the world are of a trade."""

HEAD = 10
"""Tokens at the head of a clause in which the firms of a trade are named."""

WIDE = 8
"""Tokens between "industry-wide" and the noun that it tells of."""

DONE = 20
"""Tokens between them and their verb, an aside included."""

FURTHER = 4
"""Tokens between them and the comma of an aside: "Airlines around the globe, hurt by"."""

NEAR = 8
"""Tokens behind a figure in which a firm stands whose it may be."""


def owner(figure: Figure, found: list[Party]) -> tuple[str | None] | None:
    """The place of a trade whose firms do together what is told, of the world's or of none; None where no such firms do it."""
    if figure.fact.indicator in OF_ONE or figure.frame.anchor is not None or figure.polled:
        return None
    sentence, main = figure.sentence, figure.story.main_place
    if _wide(figure):
        clause = range(*figure.clause)
        return (next((p.key for p in sentence.of("place") if p.first in clause), main),)
    begin = figure.clause[0]
    many = _many(figure, begin)
    if many is None and begin:
        begin, many = 0, _past_aside(figure)
    if many is None or any(p.organisation and _own(p, many, figure) for p in found):
        return None
    tokens, language = sentence.tokens, figure.story.language
    dealt = figure.fact.indicator in DEALT
    of_nations = words("whole_world", language).isdisjoint(tokens[begin : figure.clause[1] if dealt else many])
    if not of_nations or not words("all_the_world", language).isdisjoint(tokens[many : figure.clause[1]]):
        return (WORLD,)
    nations = (p.key for p in reversed(sentence.of("place")) if begin <= p.first < many and p.role != "seats")
    if (nation := next(nations, None)) is not None:
        return (nation,)
    return None if dealt else (main,)


def _own(party: Party, many: int, figure: Figure) -> bool:
    """Whether a figure may be that of a firm that is named beside all those of a trade, and is not only who says it."""
    if party.first < figure.first:
        return party.last >= many or not party.says
    return party.first <= figure.last + NEAR and "according" not in figure.sentence.tokens[figure.last : party.first]


def _wide(figure: Figure) -> bool:
    """ "Industry-wide U.S. car sales fell 4 percent", "a 12 percent slide in industrywide sales": what is said at the noun of a figure."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    low = figure.lead_first
    if (
        clue is None
        or figure.fact.statistic == "share"
        or words("wide", language).isdisjoint(tokens[max(low, clue.first - WIDE) : clue.first])
    ):
        return False
    wide, owned = words("industry_wide", language), words("possessives", language) | GENITIVE
    for i in range(max(low, clue.first - WIDE), clue.first):
        if any(" ".join(tokens[i : i + size]) in wide for size in (1, 2, 3)):
            return owned.isdisjoint(tokens[i : clue.first])
    return False


def _many(figure: Figure, begin: int) -> int | None:
    """Where the firms of a trade stand that are the subject of a clause: "airlines", "big Japanese banks", but no "the banks"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = _named(figure, begin) if not begin or tokens[begin - 1] != "and" else None
    while at is not None and tokens[at + 1 : at + 2] == ["and"] and (other := _named(figure, at + 2)) is not None:
        at = other  # "banks and other financial firms"
    if at is None or not words("trade_instances", language).isdisjoint(tokens[at + 1 : at + 2]):
        return None  # "Firms such as Arden"
    behind = either(words("trade_bidden", language), words("trades_many", language), words("firms_many", language))
    if not behind.isdisjoint(tokens[at + 1 : figure.first]):
        return None  # "Banks are invited to join at 5 million"
    return at if _does(figure, at) else None


def _named(figure: Figure, begin: int) -> int | None:
    """The token of the firms with which a clause opens."""
    tokens, language = figure.sentence.tokens, figure.story.language
    trades, firms = words("trades_many", language), words("firms_many", language)
    opening, calling, articles = (words(name, language) for name in ("trade_openers", "trade_callings", "articles"))
    places: dict[int, int] = {}
    called = False
    for at in range(begin, min(begin + HEAD, figure.first)):
        word = tokens[at]
        if word in trades or (called and word in firms):
            return at
        if not places:
            places = {i: p.last for p in figure.sentence.of("place") for i in range(p.first, p.last + 1)}
        if called and (word in GENITIVE or word in calling or at in places):
            continue
        if word in calling or at in places:
            called = True
        elif not (word in opening or (word in articles and at + 1 in places and tokens[places[at + 1] + 1] in GENITIVE)):
            return None  # "the world's airlines", but no "the airlines"
    return None


def _past_aside(figure: Figure) -> int | None:
    """The same where an aside stands between them and their verb: "Airlines, struggling with high prices, have lost"."""
    tokens, at = figure.sentence.tokens, _many(figure, 0)
    if at is None or "," not in tokens[at + 1 : at + 1 + FURTHER]:
        return None
    verbs = sorted(c.first for c in (*figure.sentence.of("finite"), *filter(verb, figure.sentence.of("direction"))) if c.first > at)
    return at if verbs and verbs[0] < figure.first and tokens[verbs[0] - 1] == "," else None


def _does(figure: Figure, at: int) -> bool:
    """Whether a verb stands behind them and before the figure."""
    verbs: list[Clue] = [*figure.sentence.of("finite"), *filter(verb, figure.sentence.of("direction"))]
    verbs += [c for c in figure.sentence.of("indicator") if c.role == "verb"]
    return any(at < c.first <= min(at + DONE, figure.first) for c in verbs)
