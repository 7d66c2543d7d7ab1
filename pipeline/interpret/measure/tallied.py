"""What is only counted: how many shares a firm has, and by what margin a vote passed; and what who invests for others looks after."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets

FEWEST, ALL = 85, 101
"""Percent of the votes that the two sides of one have together, past those that are void."""

NEAR = 6
"""Tokens between a percentage and the shares that are fewer by it."""

MARGIN = 3
"""Tokens between a percentage and the margin that it is, or is a side of."""

PRICED = frozenset({"share_price", "deal_value"})
"""What the price of a good is taken for beside them."""

VOTERS = 7
"""Tokens between a percentage and the shareholders whose votes it counts."""

CAST = 9
"""Tokens between them and the verb of their vote."""

VERB = 4
"""Tokens behind a percentage of firms within which it is told what they did."""

REPORTING = frozenset({"share_price", "stake"})
"""What the firms of an index are taken for."""

COUNTED = frozenset({"stake", "eps", "other", "share_price", "share_issue"})
"""What a number of shares is taken for."""


def settle(figure: Figure) -> None:
    """Read such a count as none of a price, a rate or a stake."""
    if figure.money:
        _put_in(figure)
        _weighed(figure)
    elif figure.mention.quantity.unit == "percent":
        found = "votes" if _votes(figure) or _cast(figure) or _against(figure) else "shares outstanding" if _shares(figure) else ""
        if found:
            figure.fact.indicator, figure.fact.measure, figure.fact.variant = "other", found, ""
            if found == "votes":
                figure.fact.statistic, figure.fact.direction = "share", None
            figure.because("indicator: what is only counted", 0.7)
        elif figure.fact.indicator in REPORTING and _met(figure):
            figure.fact.indicator, figure.fact.measure, figure.fact.variant = "other", "companies", ""
            figure.fact.statistic, figure.fact.direction = "share", None
            figure.because("indicator: how many firms met what was expected", 0.8)


def _put_in(figure: Figure) -> None:
    """ "Arden invests $5 million in a plant", but "Arden, which invests $5 billion": what is put into something is told with it."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "assets" or clue is None or tokens[clue.last] not in closed("investing_or_managing", language):
        return
    alone = clue.first and tokens[clue.first - 1] in closed("who_invest", language) and figure.fact.quantity.per is None
    if alone and tokens[figure.behind : figure.behind + 1] not in (["in"], ["into"]):
        return
    figure.fact.indicator, figure.fact.measure, figure.fact.variant = "investment", "investment", ""
    figure.because("indicator: what is put into something", 0.75)


def _weighed(figure: Figure) -> None:
    """ "lifted energy shares as crude settled at $97 a barrel": no share and no firm is sold by what goods are weighed by."""
    if figure.fact.indicator in PRICED and figure.fact.quantity.per in closed("weighed", figure.story.language):
        figure.fact.indicator, figure.fact.measure, figure.fact.variant = "commodity_price", "price", ""
        figure.because("indicator: a price by weight", 0.8)


def _votes(figure: Figure) -> bool:
    """ "ratified by a margin of 78 percent", "by an 80 percent to 20 percent margin": in a sentence that speaks of a vote."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["ballots"].isdisjoint(tokens):
        return False
    around = (*tokens[max(0, figure.first - MARGIN) : figure.first], *tokens[figure.behind : figure.behind + 1 + MARGIN])
    return not words["vote_margins"].isdisjoint(around)


def _against(figure: Figure) -> bool:
    """ "voted by 52 percent to 48 to leave": both sides of a vote, whatever rose or fell after it."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["balloting"].isdisjoint(tokens):
        return False
    mentions = figure.story.mentions[figure.number]
    beside = [n for n in (figure.index - 1, figure.index + 1) if 0 <= n < len(figure.spans)]
    for n in beside:
        (_, end), (begin, _) = sorted((figure.spans[n], (figure.first, figure.last)))
        low = min(figure.spans[n][0], figure.first)
        cast = figure.fact.quantity.high + mentions[n].quantity.high
        if tokens[end + 1 : begin] == ["to"] and tokens[low - 1 : low] == ["by"] and FEWEST <= cast <= ALL:
            return True
    return False


def _cast(figure: Figure) -> bool:
    """ "58 percent of the shares voted backed the plan", "approved by 96 percent of shareholders": votes, of which nobody holds a stake."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    at = figure.behind
    if fact.statistic != "share" or tokens[at : at + 1] != ["of"]:
        return False
    until = min(next((a for a, _ in figure.spans if a > at), len(tokens)), at + 1 + VOTERS + CAST)
    voters = next((i for i in range(at + 1, min(until, at + 1 + VOTERS)) if tokens[i] in words["share_voters"]), None)
    if voters is None or not {",", *words["vote_movers"]}.isdisjoint(tokens[at:voters]):
        return False
    before = figure.bare_lead(words["hedges"])[-2:]
    if not words["vote_holders"].isdisjoint(before):
        return False  # "who control 64 percent of the voting shares", "to vote its 9 percent of the shares in favor"
    if before[-1:] in (["by"], ["from"]) and not words["votes_cast"].isdisjoint(before[:1]):
        return True
    behind = tokens[voters + 1 : until]
    verb = next((n for n, token in enumerate(behind) if token in words["votes_cast"]), None)
    return verb is not None and {",", *words["vote_movers"], *words["vote_holders"]}.isdisjoint(behind[:verb])


def _met(figure: Figure) -> bool:
    """ "Of the S&P 500 companies that have reported, 71 percent beat expectations, 9 percent were in line": firms, and no shares that moved."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if figure.frame.move is not None or words["expected"].isdisjoint(tokens) or words["reporters"].isdisjoint(tokens):
        return False
    behind = tokens[figure.behind : figure.behind + 1 + VERB]
    if behind[:1] == ["of"]:
        behind = behind[2:]  # "79 percent of them beat"
    told = words["met"] | words["stood_by"]
    return bool(behind) and (behind[0] in words["met"] or (behind[0] in words["have_met"] and not told.isdisjoint(behind[1:3])))


def _shares(figure: Figure) -> bool:
    """ "had 2 percent fewer shares outstanding", "a 2 percent reduction in the number of shares outstanding"."""
    if figure.fact.indicator not in COUNTED or figure.fact.statistic != "growth":
        return False
    tokens = figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + 1 + NEAR]
    at = next((i for i, token in enumerate(behind) if token in closed("shares_counted", figure.story.language)), None)
    if at is None:
        return False
    return "outstanding" in behind[max(0, at - 1) : at + 2] and not any(figure.last < a <= figure.behind + at for a, _ in figure.spans)
