"""New shares for a sum: "sold $5 million in common stock", "issued $4 million of preferred shares", which no firm is sold for."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import SUM
from pipeline.lexicon import Sets

TAKEN_FOR = frozenset({"deal_value", "other", "debt_issue", "investment"})
"""What such a sum is taken for by its verb."""

VERB = 7
"""Tokens before a sum in which stands what is done with the shares."""

NOUN = 6
"""Tokens behind a sum within which the shares stand."""

OWNED = 5
"""Tokens behind the shares in which it is told whose they are."""


def settle(figure: Figure) -> None:
    """Take a sum of shares that their firm sells for an issue."""
    fact, words = figure.fact, sets(figure.story.language)
    if fact.indicator not in TAKEN_FOR or not figure.money or fact.statistic != "level" or fact.quantity.high < SUM:
        return
    tokens = figure.sentence.tokens
    through = _through(figure, words)
    shares = _shares(figure, figure.behind if through is None else through, words)
    if shares is None:
        return
    at, new = shares
    issued, sold = words["issuing_verbs"], words["selling_verbs"]
    done = next((t for t in reversed(tokens[max(figure.clause[0], figure.first - VERB) : figure.first]) if t in words["share_doings"]), "")
    if done not in issued and not (through is None and done in sold and (new or not _by_holder(figure))):
        return
    fact.indicator, fact.measure, fact.variant = "share_issue", " ".join(tokens[at - new : at + 1]), ""
    figure.because("indicator: new shares that are sold", 0.8)


def _through(figure: Figure, words: Sets) -> int | None:
    """Where "of" stands in "raise $5 million through the sale of preferred stock"; None where a sum is not told so."""
    tokens = figure.sentence.tokens[figure.behind : figure.behind + NOUN]
    if words["raised_by"].isdisjoint(tokens[:1]):
        return None
    sale = next((n for n, token in enumerate(tokens) if token in words["share_sales"]), None)
    if sale is None or any(token not in words["determiners"] and token not in words["share_kinds"] for token in tokens[1:sale]):
        return None
    return figure.behind + sale + 1


def _shares(figure: Figure, at: int, words: Sets) -> tuple[int, bool] | None:
    """Where the shares stand from token `at` on, and whether a word before them says of what kind; None of those of somebody else's."""
    tokens, sentence = figure.sentence.tokens, figure.sentence
    if at < len(tokens) and tokens[at] in words["sum_worth"]:
        at += 1
    if at >= len(tokens) or tokens[at] not in words["attaching"]:
        return None
    for noun in range(at + 1, min(at + 1 + NOUN, len(tokens))):
        here = tokens[noun]
        if here in words["new_papers"] or (here in words["preferred_papers"] and tokens[noun - 1] in words["preferred"]):
            break
        if here not in words["share_kinds"] and here != "-":
            return None
    else:
        return None
    behind = tokens[noun + 1 : noun + 1 + OWNED]
    if not words["share_owning"].isdisjoint(behind) or (behind[:1] == ["and"] and not words["beside_shares"].isdisjoint(behind[1:])):
        return None
    if figure.story.organisations_in(sentence.starts[at], sentence.ends[noun]):
        return None
    return noun, tokens[noun - 1] in words["share_kinds"]


def _by_holder(figure: Figure) -> bool:
    """Whether who sells is somebody who has bought the shares: "foreign investors sold $5 million of shares"."""
    return not closed("share_sellers", figure.story.language).isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.first])
