"""What is built, given and taken in a town: "a $60 million terminal expansion", "receives £2m from the council", "fees brought in $3m"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import TIMES
from pipeline.lexicon import Sets

LEAST = 20_000
"""A sum below which nothing is built."""

PHRASE = 6
"""Words between a sum and the noun of what is built for it."""

RESCUE = 1_000_000_000
"""A sum from which on a state saves a bank with it."""

VERB = 5
"""Tokens before a sum in which its verb stands."""

GIVER = 9
"""Tokens behind a sum in which it is told who gives it."""

RICH = 3_000_000
"""A sum that hardly anybody is paid."""

TAXED = 20_000
"""A sum up to which it is what one household pays of a tax."""

BEHIND = 7
"""Tokens behind a sum in which it is told in what it is taken."""

VAGUE = frozenset(
    {"other", "revenue", "costs", "deal_value", "share_issue", "tax_rate", "tax_revenue", "tariff", "loss", "government_spending"}
)
"""What is told of such sums by the verb, or by what was told before."""


def settle(figure: Figure) -> None:
    """Read what is built as an investment, what a giver gives as aid, what fees and taxes bring as what is taken in."""
    if not figure.money:
        _part(figure)
        _collected(figure)
        return
    fact = figure.fact
    found = _project(figure) or _granted(figure) or _taken(figure) or _salary(figure)
    if found is None and fact.indicator == "tax_revenue" and fact.quantity.high < TAXED and fact.quantity.unit in DEAR:
        found = "tax_rate", fact.measure  # "city taxes would go up $54"
    if found is not None and found[0] != fact.indicator:
        fact.indicator, fact.measure, fact.variant = found[0], found[1] or fact.measure, ""
        figure.because("indicator: what is built, given or taken in", 0.75)


DEAR = frozenset({"USD", "GBP", "EUR", "CAD", "AUD", "NZD", "IEP"})
"""Moneys of which a state takes more than a few thousand."""


def _collected(figure: Figure) -> None:
    """ "Gas tax collections fell 9 percent", "collected $9m in taxes, 2 percent less than", "collected 9 percent more tax": what a tax brings,
    and no rate of it."""
    fact, clue, tokens = figure.fact, figure.clue, figure.sentence.tokens
    if fact.indicator not in ("tax_rate", "tariff") or clue is None or fact.statistic not in ("growth", "change"):
        return
    collected = closed("collected", figure.story.language)
    previous = figure.previous
    beside = previous is not None and previous.fact.indicator == "tax_revenue" and clue.first < figure.first
    beside = beside and fact.quantity.unit == "percent" and (previous is not None and (clue is previous.clue or previous.last < clue.first))
    taken = clue.first > figure.last and not closed("collecting", figure.story.language).isdisjoint(figure.lead[-VERB:])
    if not collected.isdisjoint(tokens[clue.last + 1 : clue.last + 2]) or beside or taken:
        fact.indicator = "tax_revenue"
        figure.because("indicator: what a tax brings", 0.8)


def _part(figure: Figure) -> None:
    """ "lost 70 percent of its crop", "hotels were 54 percent full": a part of what is there, and no growth of it."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    behind = tokens[figure.behind : figure.behind + 3]
    if behind[:1] == ["of"] and not words["losing"].isdisjoint(tokens[max(0, figure.first - VERB) : figure.first]):
        if words["lost_of"].isdisjoint(behind):
            return
        fact.statistic, fact.direction = "share", None
        fact.indicator = "output" if fact.indicator == "output" else "other"
    elif not words["full"].isdisjoint(behind[:1]) and (
        figure.clue is None or figure.clue.first < figure.start or fact.indicator == "other"
    ):
        fact.statistic, fact.direction, fact.indicator, fact.measure = "level", None, "capacity_use", "occupancy"
    else:
        return
    figure.because("statistic: a part of what there is", 0.8)


def _salary(figure: Figure) -> tuple[str, str] | None:
    """ "Vice-chancellor Ann Borlase earned £260,000": what a person gets."""
    words, tokens, fact = sets(figure.story.language), figure.sentence.tokens, figure.fact
    if fact.indicator not in ("revenue", "profit", "other", "assets") or fact.quantity.high >= RICH or fact.quantity.unit not in DEAR:
        return None
    lead = tokens[max(0, figure.first - VERB) : figure.first]
    at = next((i for i, token in enumerate(lead) if token in words["heads_get"]), None)
    if at is None or (figure.clue is not None and figure.clue.role != "verb" and figure.clue.first >= figure.start):
        return None
    who = tokens[figure.clause[0] : max(0, figure.first - len(lead) + at)]
    return None if words["heads"].isdisjoint(who[-VERB:]) else ("wages", "pay")


def _project(figure: Figure) -> tuple[str, str] | None:
    """ "a $60 million terminal expansion": the sum stands before what is built for it, and behind an article."""
    if figure.fact.quantity.high < LEAST or figure.fact.quantity.per is not None:
        return None
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["projects"].isdisjoint(tokens[figure.behind : figure.behind + 1 + PHRASE]):
        return None
    lead = tokens[max(0, figure.first - VERB) : figure.first]
    if words["determiners"].isdisjoint(lead) or not words["prepositions"].isdisjoint(lead[-1:]):
        return None
    at = figure.behind
    last = None
    while at < len(tokens) and at - figure.last <= PHRASE and (tokens[at].isalpha() or tokens[at] == "-"):
        if tokens[at] in words["projects_no"]:
            return None  # "a $5 million hospital contract"
        if tokens[at] in words["prepositions"] or tokens[at] in words["projects_stops"]:
            break
        last = at if tokens[at] in words["projects"] else last
        at += 1
    if last is None:
        return None
    if (
        at > last + 1
        or figure.fact.indicator == "money_market"
        or any(c.first == last + 1 and c.role == "noun" for c in figure.sentence.of("indicator"))
    ):
        return None
    figure.fact.statistic, figure.fact.direction = "level", None
    return "investment", " ".join(tokens[figure.behind : last + 1])


def _granted(figure: Figure) -> tuple[str, str] | None:
    """ "receives £2m a year from the city council": money of a giver, where no noun says what it is."""
    clue = figure.clue
    if (clue is not None and figure.start <= clue.first and clue.role != "verb") or figure.fact.quantity.high >= RESCUE:
        return None
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["got"].isdisjoint(tokens[max(figure.clause[0], figure.first - VERB) : figure.first]):
        previous = figure.previous
        alike = previous is not None and previous.fact.indicator == "aid" and figure.frame.anchor is previous
        if not alike:
            return None
    behind = tokens[figure.behind : figure.behind + GIVER]
    if "from" not in behind or words["givers_local"].isdisjoint(behind[behind.index("from") + 1 :]):
        return None
    return "aid", "funding"


def _taken(figure: Figure) -> tuple[str, str] | None:
    """ "Parking fees brought in $3m", "would generate $400,000 a year in property taxes"."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    if fact.indicator not in VAGUE or fact.quantity.per not in (None, *TIMES):
        return None
    low = max(figure.clause[0], figure.first - VERB)
    verb = next((i for i in range(figure.first - 1, low - 1, -1) if _brings(tokens, i, words)), None)
    if verb is None:
        return None
    own = figure.clue is not None and figure.clue.role != "verb" and figure.clue.first >= figure.start
    behind_it = figure.clue is not None and figure.clue.first > verb and fact.indicator not in ("other", "costs", "tariff", "tax_rate")
    if own and (behind_it or fact.indicator not in ("other", "costs", "tax_rate", "tariff")):
        return None
    behind = tokens[figure.behind : figure.behind + BEHIND]
    subject = tokens[figure.clause[0] : verb]
    of_deal = not words["fees_of_deals"].isdisjoint(subject)  # its fees are what it costs, and are not told of who takes them
    if "in" in behind:
        what = behind[behind.index("in") + 1 :]
        if not words["taxes_taken"].isdisjoint(what[:4]):
            return "tax_revenue", "tax revenue"
        if not of_deal and not words["fees_taken"].isdisjoint(what[:4]):
            return "revenue", "revenue"
    link = next((i for i, token in enumerate(behind) if token in words["taken_from"]), len(behind))
    if not words["taxes_taken"].isdisjoint((what := behind[link + 1 :])[:4]) and "-" not in what[:2]:
        return "tax_revenue", "tax revenue"
    if not words["taxes_taken"].isdisjoint(subject) or (tokens[verb] in words["collecting"] and _takes_taxes(subject, words)):
        return "tax_revenue", "tax revenue"
    if not of_deal and not words["fees_taken"].isdisjoint(subject[-VERB:]):
        return "revenue", "revenue"
    return None


def _brings(tokens: list[str], at: int, words: Sets) -> bool:
    """ "brought in 5 billion pounds", "took in 5 billion pounds in tax"; but "took 5 billion pounds"."""
    return tokens[at] in words["bringing"] or (tokens[at] in words["taking"] and tokens[at + 1 : at + 2] == ["in"])


def _takes_taxes(subject: list[str], words: Sets) -> bool:
    """ "The Kenya Revenue Authority collected", "the customs service brought in", "the taxman took": who takes what a state is owed."""
    if not words["taxmen"].isdisjoint(subject):
        return True
    return not words["taxes_of_offices"].isdisjoint(subject) and not words["tax_offices"].isdisjoint(subject)
