"""Whether a price of a share is one that a bidder offers for it, or at which new shares are sold: "offered 34 dlrs a share", "warrants to buy shares at 6 dlrs"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import A_SHARE
from pipeline.lexicon import either

MEANT = ("share_price", "other")
"""What an offered price is taken for: that of the market, or "cash" that is no sum."""

BEHIND = 3
"""Tokens behind a price in which "in cash" stands."""

PAPER = ("other", "share_issue", "debt_issue")
"""What is paid with besides money is taken for."""

TRADED = ("share_price", "deal_value", "other")
"""What the price of new shares is taken for."""

NEW = "indicator: the price of new shares"

SECOND = "indicator: a second part of what is offered"

FLOATED = 7
"""Tokens between a price and the verb that says that it was that of a flotation."""

OFFERING = 3
"""Tokens before a price that say that it is that of a flotation."""

OWN = 2
"""Tokens of a verb and "its" before the price of a bid: "raising its"."""

EACH = 10
"""Tokens behind a price in which "for each share" stands."""

JOINED = 10
"""Tokens between two parts of what is offered."""

REACH = 25
"""Tokens before a price in which the word stands that says so."""

SHARED = frozenset({"share_price", "other", "share_issue", "costs", "eps", "dividend", "assets", "debt_issue", "tax_rate"})
"""What the price of a bid is taken for by what stands before it."""

BIDDER = 7
"""Tokens behind a price in which it is told who offers it: "that the buyout firms are offering"."""

BID = 7
"""Tokens behind a price in which the share and the bid stand: "its $5 a share takeover offer"."""


def settle(figure: Figure) -> None:
    """Make a price of a share that of a deal or of new shares where the words before it say so."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator == "deal_value" and fact.statistic == "share" and not figure.mention.optional:
        fact.statistic = "level"  # "represents a 30 pct premium"
        figure.because("statistic: a premium is no part of a whole")
    if figure.money and fact.indicator in SHARED and _of_bid(figure):
        fact.indicator, fact.measure, fact.variant = "deal_value", "offer", ""
        figure.because("indicator: the price of the bid behind it", 0.85)
        return
    if not figure.money or fact.statistic != "level" or figure.frame.move is not None or fact.indicator not in (*MEANT, *PAPER, *TRADED):
        return
    tokens = figure.sentence.tokens
    if fact.indicator in TRADED and fact.quantity.high < A_SHARE and (_new(figure) or _floated(figure)):
        fact.indicator, fact.measure = "share_issue", "shares" if fact.indicator == "other" else fact.measure
        figure.because(NEW, 0.75)
        return
    if fact.indicator in TRADED and fact.quantity.high < A_SHARE and _offering(figure):
        fact.indicator, fact.measure = "share_issue", "offering price"
        figure.because(NEW, 0.85)
        return
    if fact.indicator == "share_price" and _told_behind(figure):
        fact.indicator, fact.measure, fact.variant = "deal_value", "offer", ""
        figure.because("indicator: a price that is offered", 0.75)
        return
    if _second(figure):
        fact.indicator = "deal_value"
        figure.because(SECOND, 0.75)
        return
    if fact.indicator not in MEANT or (fact.indicator == "other" and not _paid(figure)):
        return
    low = max(figure.clause[0], figure.first - REACH, figure.lead_first)
    issued, offered, traded = (closed(name, language) for name in ("issuing", "offering", "trading"))
    if not closed("purpose_links", language).isdisjoint(figure.lead[-1:]):
        offered = either(offered, closed("bought_for", language))
    for i in range(figure.first - 1, low - 1, -1):
        if tokens[i] in traded:
            return
        new = tokens[i] in issued or (tokens[i] in closed("offerings", language) and tokens[i + 1 : i + 2] == ["of"])  # but "offering for"
        if new or tokens[i] in offered:
            fact.indicator = "share_issue" if new else "deal_value"
            figure.because(NEW if new else "indicator: a price that is offered", 0.75)
            return


def _of_bid(figure: Figure) -> bool:
    """ "above its $130 per share offer", "the 145 dlr a share bid": no price of new shares, and none of the market."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + BID]
    share = next((n for n, word in enumerate(behind) if word == "share"), None)
    if share is None or not all(token in words["per_words"] for token in behind[:share]):
        return False
    bid = next((n for n in range(share + 1, len(behind)) if behind[n] in words["bids_called"]), None)
    if bid is None or any(token not in words["bid_kinds"] for token in behind[share + 1 : bid]):
        return False
    others = (*tokens[: figure.first - OWN], *tokens[figure.first :], *figure.story.title.tokens)  # "raising its offer" raises no money
    return words["floating"].isdisjoint(others)


def _told_behind(figure: Figure) -> bool:
    """ "below the $39.20 that Arden is offering", "the $48 per share paid by Penwith": whether who offers or paid a price stands behind it."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if tokens[figure.first - 1] != "the":
        return False
    at = figure.behind
    while at < len(tokens) and tokens[at] in words["per_share_words"]:
        at += 1
    if at < len(tokens) and tokens[at] in words["bid_paid"]:
        return tokens[at + 1 : at + 2] != [] and tokens[at + 1] in words["bid_paid_links"]
    found = next((i for i in range(at, min(len(tokens), at + BIDDER)) if tokens[i] in words["bid_paid"]), None)
    return found is not None and found > at and all(token[0].isalnum() for token in tokens[at:found])


def _new(figure: Figure) -> bool:
    """ "each right entitles its holder to buy a share for 60 dlrs", "sold 7 million shares at $12 each in its offering"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    previous = figure.previous
    if previous is not None and any(rule.startswith(NEW) for rule in previous.fact.rules) and _foreseen(figure, previous):
        return True
    before = tokens[figure.clause[0] : figure.first]
    if closed("equities", language).isdisjoint(before) and "share" not in before and not _each(figure):
        return False
    if closed("price_links", language).isdisjoint(figure.lead[-1:]):
        return False
    lead = tokens[max(0, figure.first - REACH) : figure.first]
    at = next((i for i, token in enumerate(lead) if token in closed("entitling", language)), None)
    if at is not None and not closed("bought_for", language).isdisjoint(lead[at:]):
        return True
    if closed("sold_new", language).isdisjoint(before):
        return False
    floating = closed("floating", language)
    return not floating.isdisjoint((*tokens, *figure.story.heads()))


def _floated(figure: Figure) -> bool:
    """ "the shares, floated at $68, rose", "above the $38 at which it floated": what new shares were sold for, long ago or not."""
    tokens, verbs = figure.sentence.tokens, closed("floated", figure.story.language)
    behind = tokens[figure.behind : figure.behind + FLOATED]
    if behind[:2] == ["at", "which"]:
        return not (verbs | closed("sold_new", figure.story.language)).isdisjoint(behind)
    lead = figure.lead[-FLOATED:]
    at = next((i for i, token in enumerate(lead) if token in verbs), None)
    return lead[-1:] == ["at"] and at is not None and lead[at - 1 : at] != ["-"] and "," not in lead[at:]


def _offering(figure: Figure) -> bool:
    """ "below its initial public offering price of $17": whether the price right before the amount is that of a flotation."""
    words, lead = sets(figure.story.language), figure.bare_lead()
    price = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in words["price_called"]), None)
    if price is None or any(token not in words["price_reached"] for token in lead[price + 1 :]):
        return False
    named = lead[max(0, price - OFFERING) : price]
    return not words["flotations"].isdisjoint(named) or words["public_offering"].issubset(named)


def _each(figure: Figure) -> bool:
    """ "sold 9 million units for $31 each"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + 1]
    return not closed("apiece", figure.story.language).isdisjoint(behind)


def _foreseen(figure: Figure, previous: Figure) -> bool:
    """ "at $31, the top of a range of $29 to $31": a price of new shares beside the one at which they were sold."""
    between = figure.sentence.tokens[previous.last + 1 : figure.first]
    return not closed("price_ranges", figure.story.language).isdisjoint(between)


def _paid(figure: Figure) -> bool:
    """ "50 dlrs in cash", "40 dlrs of debentures for each share": whether what is behind a price says that it is paid for shares."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.quantity.per == "share":
        return True
    behind = tokens[figure.behind : figure.behind + EACH]
    if not closed("paid_in", language).isdisjoint(behind[:BEHIND]):
        return True
    return any(a in closed("purpose_links", language) and b in closed("each_one", language) for a, b in pairwise(behind))


def _second(figure: Figure) -> bool:
    """ "10 dlrs in cash and 4 dlrs of debentures": a price joined to one that is offered."""
    previous = figure.previous
    if figure.fact.indicator not in PAPER or previous is None or previous.fact.indicator != "deal_value" or not previous.money:
        return False
    if (previous.fact.quantity.high >= A_SHARE) != (figure.fact.quantity.high >= A_SHARE):
        return False
    language = figure.story.language
    between = figure.sentence.tokens[previous.last + 1 : figure.first]
    while between and between[-1] in closed("determiners", language):
        between.pop()
    if len(between) > JOINED or closed("second_parts", language).isdisjoint(between[-1:]):
        return False
    return not closed("paid_in", language).isdisjoint(between[: 1 + BEHIND]) or _joined(previous)


def _joined(figure: Figure) -> bool:
    """Whether a price is itself a second part of what is offered."""
    return any(rule.startswith(SECOND) for rule in figure.fact.rules)
