"""Paper, cash and funds: whether a sum of them is held, issued, paid or written down, or only flows."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.instrument import words

SUBJECTS = frozenset({"subject or object", "noun attached to the subject", "noun behind the figure", "nearest noun of the clause"})
"""How cash stands that is paid: "of cash" and "in cash" are as often held."""

SHARES = frozenset({"share_price", "share_issue", "other", "deal_value"})
"""What a part of a firm is taken for by the shares that it is of."""

DILUTED = 5
"""Tokens behind a percentage within which it is told that it is so on a diluted basis."""

PAID = frozenset({"assets", "share_issue", "debt_issue"})
"""What a price is taken for by the means that it is paid in."""

PART = 3
"""Indicators named last, among which that of a deal is."""

VERB = 7
"""Tokens before a sum in which its verb stands."""

WRITTEN_FOR = frozenset({"loss", "lending", "other", "assets"})
"""What a sum that is written down is taken for by what it is taken off."""

DRAWN = frozenset({"debt_issue", "other", "deal_value"})
"""What a line of credit that is drawn on is taken for."""

LINE = 6
"""Tokens behind a sum within which the line of credit stands."""

NEAR = 6
"""Tokens before a verb of writing off within which who does so stands."""

WRITTEN = 8
"""Tokens behind a sum within which stands what it is written off."""


def of(figure: Figure, found: Governor, clue: Clue, indicator: str, named: list[str]) -> tuple[str, str] | None:
    """The indicator that what is done to them makes of `indicator`, and the rule; None where it may stand."""
    if indicator in WRITTEN_FOR and _writes_down(figure):
        return "costs", "what is written down"
    if indicator in SHARES and _diluted(figure):
        return "stake", "what is held of all that may be shares"
    if indicator in PAID and _priced(figure, clue):
        return "deal_value", "cash that is the price of a deal"
    if indicator == "assets":
        if not figure.money and _returned(figure, clue):
            return "other", "what a fund returned"
        if _of_a_firm(figure, clue) or _bought_for(figure, clue):
            return "stake", "what is held of a firm"
        if _issued(figure, clue):
            return "debt_issue", "paper that is sold"
        if _flows(figure, clue):
            return "other", "cash that flows"
        if _in_cash(figure, clue, found) or _paid_in(figure, found, named):
            return "deal_value", "cash that is paid in a deal"
    elif indicator == "share_issue" and _paid_in(figure, found, named):
        return "deal_value", "shares that are given in a deal"
    elif indicator == "share_issue" and _capital_there(figure, clue):
        return "other", "capital that somebody has"
    elif indicator == "debt_issue" and _held(figure, clue):
        return "assets", "paper that is held"
    elif indicator in DRAWN and _drawn(figure, clue):
        return "lending", "a line of credit that is drawn on"
    elif indicator == "investment" and _overseen(figure, clue):
        return "assets", "what is looked after for others"
    elif _taken_off(figure, found) or (
        indicator == "debt_relief" and clue.role == "verb" and (_written_down(figure) or _of_no_debt(figure, clue))
    ):
        return "costs", "what is written down"
    elif indicator in ("other", "foreign_debt") and clue.role == "loose" and _borrowed(figure, clue):
        return "debt_issue", "debt that is sold"
    return None


def _diluted(figure: Figure) -> bool:
    """ "61 pct of Arden's shares, or 50 pct on a fully diluted basis"."""
    if figure.mention.quantity.unit != "percent" or figure.fact.statistic == "growth":
        return False
    behind = figure.sentence.tokens[figure.behind : figure.behind + DILUTED]
    return behind[:1] in (["on"], ["fully"], ["of"]) and not closed("diluted", figure.story.language).isdisjoint(behind)


def _priced(figure: Figure, clue: Clue) -> bool:
    """ "bought Arden for $5 million cash and stock": the price, not what is held of the means it is paid in."""
    language, sentence = figure.story.language, figure.sentence
    if not figure.money or clue.first < figure.first:
        return False
    behind = sentence.tokens[figure.behind : figure.behind + 2]
    cash = not closed("means", language).isdisjoint(behind[:1] if behind[:1] != ["in"] else behind[1:])
    priced = not closed("price_links", language).isdisjoint(figure.bare_lead(figure.words("before_figure"))[-1:])
    return cash and priced and any(c.key == "deal_value" and c.last < figure.first for c in sentence.of("indicator"))


def _returned(figure: Figure, clue: Clue) -> bool:
    """ "the fund lost 10 pct": the percentage that a fund gains or loses is its return."""
    funds = closed("returning", figure.story.language)
    return figure.fact.statistic == "growth" and figure.sentence.tokens[clue.last] in funds and clue.last < figure.first


def _of_a_firm(figure: Figure, clue: Clue) -> bool:
    """ "raised their holdings in Arden Mills to 7 pct": a part of a firm, where holdings of a fund are told in sums or grow."""
    sentence = figure.sentence
    if figure.mention.quantity.unit != "percent" or figure.fact.statistic == "growth" or clue.last >= figure.first:
        return False
    held = sentence.tokens[clue.last] in closed("held_of_firms", figure.story.language)
    return held and figure.story.organisations_in(sentence.ends[clue.last], sentence.starts[figure.first]) != []


def _bought_for(figure: Figure, clue: Clue) -> bool:
    """ "paid $5 million cash for 40 pct of Arden Mills": a part of a firm, and none of the means it is paid in."""
    sentence, at = figure.sentence, figure.behind
    if figure.mention.quantity.unit != "percent" or sentence.tokens[clue.last] not in closed("means", figure.story.language):
        return False
    if sentence.tokens[at : at + 1] != ["of"] or clue.last >= figure.first:
        return False
    return figure.story.organisations_in(sentence.starts[at], sentence.ends[min(at + 2, len(sentence.ends) - 1)]) != []


def _in_cash(figure: Figure, clue: Clue, found: Governor) -> bool:
    """ "the cash part of the deal, $5 million", "raised its bid to 48 dlrs cash": no cash that is held."""
    language = figure.story.language
    if not figure.money or figure.sentence.tokens[clue.last] not in closed("means", language) or found.rule not in SUBJECTS:
        return False
    if not any(c.key == "deal_value" for c in figure.sentence.of("indicator")):
        return False
    return closed("cash_holders", language).isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.clause[1]])


def _paid_in(figure: Figure, found: Governor, named: list[str]) -> bool:
    """ "It will hand over $2 billion in cash and $300 million in shares", told behind the price of a deal: a part of it."""
    if not figure.money or "deal_value" not in named[:PART] or not found.rule.endswith(("by in", "subject or object", "on the left")):
        return False
    return not closed("deal_payers", figure.story.language).isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.first])


def _capital_there(figure: Figure, clue: Clue) -> bool:
    """ "has $5 million in capital", "access to its parent's $9 million of capital": what is there, and nobody raises."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if clue.first < figure.first or tokens[clue.last] not in closed("capital_there", language):
        return False
    return not closed("capital_holders", language).isdisjoint(_before(figure)) and closed("capital_raisers", language).isdisjoint(tokens)


def _issued(figure: Figure, clue: Clue) -> bool:
    """ "sold $5 million in bonds": paper that is issued, and not held."""
    return _done(figure, clue, words("bonds", figure.story.language), "debt_sellers")


def _flows(figure: Figure, clue: Clue) -> bool:
    """ "burned through $5 million in cash", "will generate $4 million in cash": what comes in or goes out, and is not held."""
    return _done(figure, clue, closed("means", figure.story.language), "cash_flows")


def _borrowed(figure: Figure, clue: Clue) -> bool:
    """ "sold $5 million of new debt": debt that is taken up."""
    return figure.fact.quantity.high >= SUM and _done(figure, clue, closed("owed", figure.story.language), "debt_sellers")


def _done(figure: Figure, clue: Clue, nouns: frozenset[str], verbs: str) -> bool:
    """Whether one of `nouns` names a sum from behind, and one of `verbs` (measure.toml) stands shortly before it."""
    if not figure.money or clue.first < figure.first or figure.sentence.tokens[clue.last] not in nouns:
        return False
    return not closed(verbs, figure.story.language).isdisjoint(_before(figure))


def _before(figure: Figure) -> list[str]:
    """The tokens before a figure in which its verb stands."""
    return figure.sentence.tokens[max(figure.clause[0], figure.first - VERB) : figure.first]


def _held(figure: Figure, clue: Clue) -> bool:
    """ "held $5 million of bonds", "its holdings of mortgage-backed securities rose to": paper that somebody has, and does not issue."""
    if not figure.money or figure.fact.quantity.high < SUM or clue.role == "verb":
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] in closed("sales_of_paper", language):
        return False  # "will hold a $3 billion debt auction"
    before = _before(figure) if clue.first > figure.last else tokens[max(0, clue.first - VERB) : clue.first]
    return not closed("paper_holders", language).isdisjoint(before) and closed("debt_sellers", language).isdisjoint(before)


def _writes_down(figure: Figure) -> bool:
    """ "wrote down $5 million in bad loans": whether a verb of writing down has the sum as its object."""
    lead = figure.bare_lead(closed("hedges", figure.story.language))
    writes = not closed("writers_off", figure.story.language).isdisjoint(lead[-2:-1])
    return figure.money and writes and lead[-1] in closed("taken_down", figure.story.language)


def _drawn(figure: Figure, clue: Clue) -> bool:
    """ "drew down its $5 million credit line", "tapped $4 million of bank lines": what was agreed before, and is no new debt."""
    if not figure.money or clue.role == "verb" or figure.fact.quantity.high < SUM:
        return False
    language, behind = figure.story.language, figure.sentence.tokens[figure.behind : figure.behind + LINE]
    verb = figure.bare_lead(closed("determiners", language), closed("drawn_between", language))[-1:]
    return not closed("drawing", language).isdisjoint(verb) and not closed("credit_lines", language).isdisjoint(behind)


def _overseen(figure: Figure, clue: Clue) -> bool:
    """ "oversees $5 billion of investments": what who invests for others looks after, and nothing that is put in."""
    if not figure.money or figure.fact.quantity.high < SUM or clue.first < figure.first:
        return False
    lead = figure.bare_lead(closed("hedges", figure.story.language))
    return not closed("overseeing", figure.story.language).isdisjoint(lead[-2:])


def _taken_off(figure: Figure, found: Governor) -> bool:
    """ "wrote £2bn off that investment": what it is taken off says nothing of what it is."""
    return figure.money and found.rule.endswith("by off") and not closed("writers_off", figure.story.language).isdisjoint(figure.lead[-1:])


def _of_no_debt(figure: Figure, clue: Clue) -> bool:
    """ "has written off £2bn on its British arm": nobody is let off a debt where none is spoken of, and no state is named right there."""
    language, tokens = figure.story.language, figure.sentence.tokens
    spoken, lenders = figure.words("debt") | figure.words("owing"), closed("lenders", language)
    if not (spoken | lenders).isdisjoint(figure.story.title.tokens) or not (figure.words("owing") | lenders).isdisjoint(tokens):
        return False
    if not spoken.isdisjoint(tokens[: clue.first]) or not spoken.isdisjoint(tokens[figure.behind : figure.behind + WRITTEN]):
        return False
    firms, links = closed("private_debtors", language), closed("let_off_links", language)
    places = figure.sentence.of("place")
    if tokens[clue.last] not in closed("written_off", language):
        return not places
    if any(clue.first - NEAR <= p.first < clue.first and firms.isdisjoint(tokens[p.last + 1 : p.last + 2]) for p in places):
        return False
    return not any(figure.last < p.first <= figure.last + WRITTEN and tokens[p.first - 1] in links for p in places)


def _written_down(figure: Figure) -> bool:
    """ "wrote off $5 million of troubled loans", "$4 million from the value of its mill": what its owner takes off it, and no debtor's relief."""
    tokens, at = figure.sentence.tokens, figure.behind
    until = next((a for a, _ in figure.spans if a > at), len(tokens))
    return not closed("written_down", figure.story.language).isdisjoint(tokens[at : min(until, at + WRITTEN)])
