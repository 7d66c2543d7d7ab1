"""A part of its worth that something has lost: "lost a third of their value" tells how far a price fell, and no part of what is held."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

HELD = frozenset({"stake", "other", "market_share", "profit", "loss", "assets", "investment", "costs"})
"""What such a part is taken for."""

VERB = 4
"""Tokens before a figure and its hedges within which the verb stands."""

WORTH = 4
"""Tokens behind a figure that say of what it is a part."""


def settle(figure: Figure) -> None:
    """Make such a part a fall."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.quantity.unit != "percent" or fact.statistic not in ("share", "growth"):
        return
    words, behind = sets(language), tokens[figure.behind : figure.behind + WORTH]
    behind = behind[1:] if behind[:1] == ["of"] else behind
    if behind[:1] == [] or behind[0] not in words["possessives"]:
        return
    at = next((i for i, token in enumerate(behind) if token in words["worths"]), 0)
    if not at or lexicon.sets("statistic", language)["lost"].isdisjoint(figure.lead[-VERB:]):
        return
    if fact.statistic == "share":
        fact.statistic, fact.direction = "growth", "down"
        figure.because("statistic: what is lost of a worth is a fall")
    if at > 1 and behind[at - 1] in words["market_worth"]:
        fact.indicator, fact.measure, fact.variant = "market_value", "market value", ""
    elif fact.indicator in HELD and _of_shares(figure):
        fact.indicator, fact.measure, fact.variant = "share_price", "shares", ""
    else:
        return
    figure.because("indicator: a worth of which a part is lost", 0.8)


def _of_shares(figure: Figure) -> bool:
    """Whether shares are spoken of before the figure, or a firm is."""
    sentence, low = figure.sentence, figure.clause[0]
    if any(c.key == "share_price" and c.first < figure.first for c in sentence.of("indicator")):
        return True
    return bool(figure.story.organisations_in(sentence.starts[low], sentence.starts[figure.first]))
