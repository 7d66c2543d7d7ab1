"""What part of all that a country or the world has somebody makes or sells: "mines 9 percent of the world's copper"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets

VERB = 3
"""Tokens before a figure and its hedges in which the verb stands."""

WHOLE = 5
"""Tokens behind "of" in which the country or the world stands."""


HELD = frozenset({"stake", "other", "output", "investment", "assets", "gdp", "share_price", "costs", "profit", "revenue"})
"""What a part of a market is taken for by what stands before it."""

MADE = frozenset({"commodity_price", "stake", "market_value"})
"""What a part of what is made is taken for by what is told of whose it is, or of the good."""

INSTALLED = frozenset({"other", "stake"})
"""What a part of the machines that a program runs on is taken for."""

CUT = 24
"""Tokens before a part of what the world makes in which the verb of cutting stands."""

MARKET = 9
"""Tokens behind "of" within which the market stands."""

TRADED = 8
"""Tokens behind "of" within which what is traded stands."""

MARKED = frozenset({"-", "/", "$", "'s"})
"""Tokens that are no words and may stand before the market: "the country's online market", "the $2 billion market"."""


def settle(figure: Figure) -> None:
    """Take such a part for one of output where it is made, of a market where it is sold."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if not figure.money and fact.indicator in HELD and fact.statistic == "share" and (_of_market(figure) or _of_trade(figure)):
        fact.indicator = "market_share"
        figure.because("indicator: a part of a market that somebody has", 0.8)
        return
    if figure.money or fact.statistic != "share" or tokens[figure.behind : figure.behind + 1] != ["of"]:
        return
    if fact.indicator in INSTALLED and _installed(figure):
        fact.indicator, fact.measure = "market_share", "share"
        figure.because("indicator: a part of the machines that something runs on", 0.8)
        return
    if fact.indicator == "market_share" and _cut(figure):
        fact.indicator = "output"
        figure.because("indicator: a part of what the world makes that is cut", 0.8)
        return
    lead = figure.bare_lead(closed("hedges", language))[-VERB:]
    made = not closed("makes_part", language).isdisjoint(lead) and figure.lead[-1:] != ["up"]  # what makes up a fleet did not build it
    if fact.indicator != "other" and not (made and fact.indicator in MADE and not figure.mention.optional):
        return
    if not made and closed("sells_part", language).isdisjoint(lead):
        return
    until = figure.last + 2 + WHOLE
    placed = fact.indicator == "other" and any(figure.last < c.first < until for c in figure.sentence.of("place"))
    if not placed and closed("wholes", language).isdisjoint(tokens[figure.last + 2 : until]):
        return
    fact.indicator = "output" if made else "market_share"
    figure.because("indicator: a part of what a country or the world has", 0.75)


def _installed(figure: Figure) -> bool:
    """ "runs on 90 percent of the world's computers", "its chips power four-fifths of the world's PCs"."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    lead = figure.bare_lead(words["hedges"])[-VERB:]
    on = not words["runs_on"].isdisjoint(lead) and not words["running_links"].isdisjoint(lead[-1:])
    if not on and words["powers"].isdisjoint(lead[-1:]):
        return False
    return not words["machines"].isdisjoint(tokens[figure.last + 2 : figure.last + 2 + WHOLE + 1])


def _cut(figure: Figure) -> bool:
    """ "curbed output by around 5 percent of world supply": a part that is taken away, and that nobody has."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    behind = tokens[figure.last + 2 : figure.last + 2 + WHOLE]
    if words["wholes"].isdisjoint(behind) or words["all_made"].isdisjoint(behind):
        return False
    return not words["cuts_supply"].isdisjoint(tokens[max(0, figure.first - CUT) : figure.first])


def _of_market(figure: Figure) -> bool:
    """ "held 15 percent of the frozen pizza market": whether who has a part of a market does, and no more is told of it than that."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    of = tokens[figure.behind : figure.behind + 1] == ["of"]
    if not of and words["determiners"].isdisjoint(tokens[figure.behind : figure.behind + 1]):
        return False  # "of" is left out in "half the market"
    lead = figure.bare_lead(words["hedges"])
    if words["market_holders"].isdisjoint(lead[-1:]):
        return False
    low = figure.behind + of
    until = next((i for i in range(low, min(low + MARKET, len(tokens))) if tokens[i] in words["markets"]), None)
    if until is None or (tokens[until + 1 : until + 2] and tokens[until + 1] in words["of_markets"]):
        return False
    sentence = figure.sentence
    if figure.story.organisations_in(sentence.starts[low], sentence.ends[until]):
        return False  # "25 percent of the Doha Securities Market"
    return all(word[0].isalnum() or word in MARKED for word in tokens[low:until]) and words["prepositions"].isdisjoint(tokens[low:until])


def _of_trade(figure: Figure) -> bool:
    """ "controls 40 percent of U.S. deposits", "of the iron ore that China buys": a part of a trade, no part of a firm."""
    tokens, words, low = figure.sentence.tokens, sets(figure.story.language), figure.last + 2
    if tokens[low - 1 : low] != ["of"] or words["controls_trade"].isdisjoint(figure.bare_lead(words["hedges"])[-VERB:]):
        return False
    until = next((i for i in range(low, min(low + TRADED, len(tokens))) if tokens[i] in words["trade_ends"]), low + TRADED)
    behind = tokens[low:until]
    at = next((i for i, word in enumerate(behind) if word in words["common_trades"]), None)
    if at is None or not words["firms_shares"].isdisjoint(behind):
        return False
    sentence = figure.sentence
    return not figure.story.organisations_in(sentence.starts[low], sentence.ends[low + at])
