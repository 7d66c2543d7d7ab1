"""What has been before, whatever is to come of it or to be added to it: a loan that was taken, "last week's surprise cut", "on top of"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator, forms
from pipeline.interpret.standing.reach import among, measures

PAID_BACK = 4
"""Tokens before a loan within which a verb says that it is paid back."""

ON_TOP = 5
"""Tokens before a figure in which "in addition to" says that it is there already."""

RECORDED, AFAR = 6, 9
"""Tokens behind a figure within which a verb says that it was recorded: behind a comparison, and behind "the"."""

APPOSED = 5
"""Tokens of an apposition that stands between."""

NOUN = 5
"""Tokens of what has a value of today."""

ADJECTIVES = 2
"""Tokens between "last week's" and its figure."""

OPEN_BEHIND = 8
"""Tokens behind a figure in which a word says that it is still to come itself: "in addition to the $200 billion that may be offered"."""


def recorded(figure: Figure) -> bool:
    """ "will be below the 5 pct recorded in May", "larger than the $3 million it lost", "to pay back the aid it took": what has been, though
    what is to come is set beside it."""
    tokens, lead = figure.sentence.tokens, figure.lead
    beside = among(figure, "compares", lead[-1:]) or among(figure, "on_top", lead[-ON_TOP:])
    if not (beside or among(figure, "definite", lead[-2:]) or among(figure, "paying_back", lead[-PAID_BACK:])):
        return False
    apposed = tokens[figure.behind : figure.behind + 2] == [",", "or"]  # "the 400,000 dlrs, or nine cts a share, lost in"
    at = figure.behind + (2 if apposed else 0)
    if among(figure, "recorded_next", tokens[at : at + 1]):
        return True
    far = at + (RECORDED if beside else AFAR) + apposed * APPOSED
    for i in range(at, min([far, len(tokens), *([] if apposed else [a for a, _ in figure.spans if a > figure.last])])):
        if among(figure, "recorded", tokens[i : i + 1]):
            return not among(figure, "passive", tokens[i - 1 : i])
        if among(figure, "recorded_stops", tokens[i : i + 1]):
            if not apposed:
                return False
            apposed = False
    return False


def last_ones(figure: Figure) -> bool:
    """ "to follow up last week's surprise 75 basis point cut": what is called by a time that is over."""
    tokens, first = figure.sentence.tokens, figure.first
    at = next(
        (n for n in range(first - 1, max(2, first - 2 - ADJECTIVES), -1) if among(figure, "possessives.endings", tokens[n : n + 1])), 0
    )
    if not at or not among(figure, "year_ago.past", tokens[at - 2 : at - 1]):
        return False
    between = tokens[at + 1 : first]
    return all(t.isalpha() for t in between) and not among(figure, "sized.guessed", between)


def of_today(figure: Figure) -> bool:
    """ "to 8.7 percent by 2012 from 9.6 percent now", "over the current average of three pct", "its market value of $5 billion"."""
    return now(figure) or _current(figure)


def now(figure: Figure) -> bool:
    """ "15.7 pct now", "about $10 right now", but not "40 percent now say they would"."""
    tokens, at, words = figure.sentence.tokens, figure.behind, forms("now_behind", figure.story.language)
    word = next((n for n in (1, 2) if " ".join(tokens[at : at + n]) in words), None)
    return word is not None and (at + word >= len(tokens) or among(figure, "now_behind.ends", tokens[at + word : at + word + 1]))


def _current(figure: Figure) -> bool:
    """ "the current price of some $18", "Arden's market value of about $4 billion": what has a value of today, not "the current quarter"."""
    lead = figure.lead
    at = len(lead) - 1
    while at > 0 and lead[at] in figure.words("before_figure"):
        at -= 1
    if not among(figure, "value_of", lead[at : at + 1]):
        return False
    low = max(0, at - NOUN)
    whose = "possessives" if measures(figure, "standing") else "current_ones"
    since = next((n for n in range(at - 1, low - 1, -1) if among(figure, whose, lead[n : n + 1])), None)
    return since is not None and not among(figure, "current_ones.not", lead[since + 1 : at]) and not measures(figure, "deals")


def on_top(figure: Figure, operators: list[Operator]) -> bool:
    """ "will inject $20 billion, on top of the $25 billion already in": to what something is added; not if it is still to come itself."""
    tokens, at = figure.sentence.tokens, figure.first - 1
    while at > 2 and (tokens[at] in figure.words("before_figure") or among(figure, "possessives", tokens[at : at + 1])):
        at -= 1
    if not among(figure, "value_links", tokens[at : at + 1]) or not among(figure, "on_top", tokens[at - 1 : at]):
        return False
    if not among(figure, "on_top.opens", tokens[at - 2 : at - 1]):
        return False  # "the addition of 5 billion"
    return not any(at < op.first <= figure.last + OPEN_BEHIND and op.kind not in ("actual", "copula", "says") for op in operators)
