"""Trade with those who are ranked by it: "China was the main buyer of Peru's copper with $3 billion, followed by Japan with $2 billion"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.owners.trade import TRADE

RANKED = {**dict.fromkeys(TRADE, "ranked_partners"), "investment": "ranked_investors", "foreign_debt": "ranked_lenders"}
"""What is told by the other side of it, and the words for who that is (owner.toml)."""

LIKE_TRADE = frozenset({"market_share", "trade_balance"})
"""What the part of a trading partner is taken for."""

LED = 4
"""Tokens between a rank and what is ranked: "the second-most important export market"."""

BEHIND = 3
"""Tokens between what is ranked and whose it is: "the biggest buyer of the Peruvian copper"."""

CAME = 3
"""Tokens between the verb of a rank and the rank: "India came in second with"."""

NEXT = 1
"""Sentences over which a ranking goes on."""


SEVERAL = 2
"""Partners of a list."""


class Ranked:
    """Settles `entity` and `partner` of what is told of a trading partner by its rank; remembers the ranking that goes on."""

    def __init__(self) -> None:
        self.told: tuple[int, str] | None = None
        """The last sentence of a ranking, and whose partners it ranks."""

    def settle(self, figure: Figure, found: list[Party], owner: str | None) -> bool:
        """Whether a figure is told of one of the partners; `owner` is whose trade the story speaks of."""
        if figure.fact.indicator in LIKE_TRADE and _of_trade(figure):
            figure.fact.indicator = "trade_turnover"
            figure.because("indicator: the part of a trading partner", 0.8)
        if figure.fact.indicator not in RANKED:
            return False
        places, at = [p for p in found if not p.organisation], _rank(figure)
        whose = next((p for p in places if _whose(p, at, figure)), None) if at is not None else None
        partner = next((p for p in reversed(places) if p.last < figure.first and not p.owns and p is not whose), None)
        if partner is None:
            return False
        if at is None and owner is not None and _in_brackets(figure, partner):
            figure.fact.indicator = "trade_turnover" if figure.fact.indicator == "trade_balance" else figure.fact.indicator
            self.told = figure.number, owner
            at = 0
        if at is not None:
            owner = whose.key if whose is not None else owner
        elif self.told is not None and figure.number - self.told[0] <= NEXT and _came(figure):
            owner = self.told[1]
        elif _takes(figure, partner):
            figure.fact.statistic, figure.fact.direction, figure.fact.basis = "share", None, None
        else:
            return False
        if owner is None or owner == partner.key:
            return False
        self.told = figure.number, owner
        figure.fact.entity = figure.fact.entity_id = owner
        figure.fact.partner = partner.key
        grew = figure.previous is not None and figure.previous.fact.statistic == "growth"  # "swelled 15 percent, those to Peru 11 percent"
        if figure.fact.quantity.unit == "percent" and (at == 0 or (figure.frame.move is None and not grew)):
            figure.fact.statistic, figure.fact.direction = "share", None  # "was the main source of imports at 30 percent"
        figure.because("entity: whose partners are ranked", 0.85)
        figure.because("partner: ranked by the trade with it")
        return True


def _in_brackets(figure: Figure, partner: Party) -> bool:
    """ "The largest volume falls on China (18 pct), Russia (15 pct)": a part of the trade behind each partner."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.quantity.unit != "percent" or tokens[partner.last + 1 : figure.first] != ["("] or len(figure.spans) < SEVERAL:
        return False
    return not words("ranks_of_partners", language).isdisjoint(tokens[: figure.spans[0][0]])


def _of_trade(figure: Figure) -> bool:
    """ "China was the largest trading partner with a share of 17 pct": whether a share is one of a place's trade."""
    tokens, language = figure.sentence.tokens[: figure.first], figure.story.language
    trades, partners, ranks = (words(name, language) for name in ("trading", "ranked_partners", "ranks_of_partners"))
    return any(t in partners and tokens[i - 1] in trades and not ranks.isdisjoint(tokens[:i]) for i, t in enumerate(tokens) if i)


def _rank(figure: Figure) -> int | None:
    """Where what is ranked stands in the sentence before a figure ("the second most important export market")."""
    tokens, language = figure.sentence.tokens, figure.story.language
    ranks, nouns = words("ranks_of_partners", language), words(RANKED[figure.fact.indicator], language)
    for i in range(figure.first - 1, 0, -1):
        if tokens[i] in nouns:
            lead = [t for t in tokens[:i] if t != "-"][-LED:]
            if not ranks.isdisjoint(lead) and words("of_all_places", language).isdisjoint(lead):
                return i
    return None


def _whose(party: Party, at: int, figure: Figure) -> bool:
    """Whether a place is whose partner stands at a token: "Peru's biggest buyer", "the biggest buyer of Peruvian copper"."""
    if party.owns or figure.sentence.tokens[party.last + 1] in GENITIVE:
        return 0 < len([t for t in figure.sentence.tokens[party.last + 1 : at] if t != "-"]) <= LED + 1
    return 0 < party.first - at <= BEHIND and "of" in figure.sentence.tokens[at : party.first]


def _came(figure: Figure) -> bool:
    """Whether a verb says which rank somebody takes: "India came second with 2 billion", "India was next at 2 billion"."""
    tokens, language = figure.sentence.tokens[: figure.first], figure.story.language
    places, ranks = words("taken_places", language), words("places_taken", language)
    return any(token in places and not ranks.isdisjoint(tokens[i + 1 : i + 1 + CAME]) for i, token in enumerate(tokens))


def _takes(figure: Figure, partner: Party) -> bool:
    """ "Pakistan bought 36 percent": a part of what is sold abroad, told by who takes it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.money or figure.fact.indicator != "exports" or figure.frame.move is not None:
        return False
    between = [t for t in tokens[partner.last + 1 : figure.first] if t not in figure.words("before_figure")]
    return len(between) == 1 and between[0] in words("taking_part", language)
