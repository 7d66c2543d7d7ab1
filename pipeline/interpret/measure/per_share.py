"""Profits and losses that are told in sums and by the share."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import A_SHARE
from pipeline.interpret.measure.narrow import restrict
from pipeline.interpret.story import Story

SUM, CHEAP = 10_000, 1_000_000
"""From here on an amount beside a profit per share is the profit, and of a money of little worth."""


BY_SHARE = 2
"""Tokens behind a sum that say that it is that of a share."""

PIECE = 3
"""Tokens beside a profit in which it is told that each of what is sold brings it."""

ALIKE = 5
"""How many times one profit per share is the one that it is set beside."""

FROM_SENTENCE, FROM_FIGURE = "indicator: carried over from the sentence before", "indicator: carried over from the figure before"
"""The rules of a measure that nothing in the sentence names."""


class PerShare:
    """Settles which of a result's amounts are those of a share; remembers whether a profit or a loss was told last."""

    def __init__(self, story: Story) -> None:
        title, language = story.title.tokens, story.language
        self.result = "profit"
        self.dividends = not closed("dividend_titles", language).isdisjoint(title) and closed("result_titles", language).isdisjoint(title)
        """Whether the title says that the story tells dividends, and no results."""

    def settle(self, figure: Figure) -> None:
        """Profits and losses are told in sums and a share: "$3.3 million, or 12 cents a share, against $2.6 million, or 10 cents"."""
        fact = figure.fact
        if not figure.money:
            if fact.indicator in ("profit", "loss") and _grew_by_share(figure):
                fact.indicator = "eps"
                figure.because("indicator: how far a profit per share moved")
            return
        if fact.indicator == "share_price" and _restates_result(figure):
            fact.indicator, fact.measure, fact.variant = "eps", "earnings per share", ""
            figure.because("indicator: a profit per share")
            return
        if fact.indicator in ("profit", "loss", "eps") and _by_piece(figure):
            if fact.indicator == "eps":
                fact.indicator = self.result if figure.words("loss").isdisjoint(fact.measure.casefold().split()) else "loss"
                figure.because("indicator: what one of what is sold brings")
            return
        if fact.indicator in ("profit", "loss"):
            self.result = fact.indicator
            small = abs(fact.quantity.high) < A_SHARE or _beside_one(figure)
            if fact.quantity.per is None and small and _from_afar(figure):
                fact.indicator = "other"  # a price in a list, of which the sentence before told no share's
                figure.because("indicator: too small for a profit that is only carried over")
            elif fact.quantity.per == "share" or (fact.quantity.per is None and small):
                fact.indicator = "eps"
                fact.variant = restrict(fact.variant, "eps", figure.story.language)
                figure.because("indicator: a profit per share")
        elif fact.indicator == "eps" and self.dividends:
            fact.indicator = "dividend"
            figure.because("indicator: what a share is paid, as the title says", 0.85)
        elif fact.indicator == "eps" and fact.quantity.per is None and fact.quantity.low >= SUM and _a_sum(figure):
            told = figure.words("loss").isdisjoint(fact.measure.casefold().split())
            fact.indicator = self.result if told else "loss"
            figure.because("indicator: a sum beside a profit per share")


def _grew_by_share(figure: Figure) -> bool:
    """ "earnings of $2.20 per share for 2007, up 18 percent": whether what moved was told by the share right before."""
    before = figure.previous
    if before is None or not before.money or before.fact.indicator != "eps" or before.clue is not figure.clue or figure.clue is None:
        return False
    nouns = (c for c in figure.sentence.of("indicator") if c.role in ("noun", "loose"))
    return not any(before.last + BY_SHARE < c.first < figure.first for c in nouns)  # "9 cents a share on revenue that rose 5 percent"


def _restates_result(figure: Figure) -> bool:
    """ "61 mln dlrs or 65 cts share": a result told again by the share, whose article is left out."""
    anchor = figure.frame.anchor
    return figure.frame.role == "restated" and anchor is not None and anchor.fact.indicator in ("profit", "loss")


def _by_piece(figure: Figure) -> bool:
    """ "EBITDA per tonne slipped below 800 rupees", "lost $9 on every carton": what is earned on one of what is sold, and on no share."""
    tokens, language, clue = figure.sentence.tokens, figure.story.language, figure.clue
    if figure.fact.quantity.per == "share":
        return False
    each = closed("each_sold", language)
    if clue is not None and clue.role != "verb" and tokens[clue.last + 1 : clue.last + 2] == ["per"]:
        return closed("by_share", language).isdisjoint(tokens[clue.last + 2 : clue.last + 4])
    near = (*tokens[max(figure.lead_first, figure.first - PIECE) : figure.first], *tokens[figure.behind : figure.behind + PIECE])
    at = next((i for i, token in enumerate(near) if token in each), None)
    return at is not None and closed("by_share", language).isdisjoint(near[at + 1 : at + 2])


def _from_afar(figure: Figure) -> bool:
    """Whether a measure is only that of a sentence before."""
    rules = figure.fact.rules
    return FROM_SENTENCE in rules or (FROM_FIGURE in rules and figure.previous is None)


def _beside_one(figure: Figure) -> bool:
    """ "$2.6 billion, or $1,682 per Class A share, from $2.3 billion, or $1,501": whether one of a share as large is told before it."""
    last = next((other for other in reversed(figure.earlier) if other.fact.indicator == "eps" and other.money), None)
    return last is not None and max(last.fact.quantity.high, figure.fact.quantity.high) < ALIKE * min(
        last.fact.quantity.low, figure.fact.quantity.low
    )


def _a_sum(figure: Figure) -> bool:
    """Whether an amount of ten thousand is more than a share earns in its money."""
    return figure.fact.quantity.low >= CHEAP or figure.fact.quantity.unit not in closed("cheap", figure.story.language)
