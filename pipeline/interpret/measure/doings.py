"""What a country does, where the verb's own meaning is a firm's: it earns by exports, buys imports, spends what the state spends, and pays on its debt."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import PUMPED, SUM
from pipeline.lexicon import Sets

VERB = 3
"""Tokens before a figure and its hedges in which the verb stands."""

OBJECT = 5
"""Tokens between a verb and a sum in which it is told for whom it is."""

FINANCED = 20
"""The highest rate at which buyers of cars are lent to."""

BEHIND = 7
"""Tokens behind a figure in which it is told of what, and from where."""

FIRMS = frozenset(
    {
        "deal_value",
        "stake",
        "market_share",
        "profit",
        "revenue",
        "costs",
        "other",
        "gdp",
        "output",
        "industrial_production",
        "commodity_price",
        "exchange_rate",
        "government_spending",
        "wages",
    }
)
"""What such a figure is taken for by the verb alone."""


def settle(figure: Figure) -> None:
    """Read such a figure as a country's."""
    fact, sentence = figure.fact, figure.sentence
    if _financed(figure):
        fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "interest_rate", "financing", "", "level", None
        figure.because("indicator: a rate at which buyers are lent to", 0.85)
        return
    if (
        fact.indicator not in FIRMS
        and not (fact.indicator in PAID and not figure.money)
        and fact.indicator not in ("budget_balance", "employment", "subsidy")
    ):
        return
    if fact.indicator == "subsidy" and figure.clue is not None and figure.clue.first == figure.behind + 1:
        return  # "will pump 90 mln dlrs into subsidies for farms"
    words, low = sets(figure.story.language), max(figure.clause[0], figure.first - VERB - len(_hedges(figure)))
    before = sentence.tokens[low : figure.first]
    behind = sentence.tokens[figure.behind : figure.behind + BEHIND]
    if figure.money and fact.quantity.per in words["weighed"]:
        priced = not words["charging"].isdisjoint(sentence.tokens[figure.clause[0] : figure.first])
        found = ("commodity_price", "price") if priced and words["laid_on_goods"].isdisjoint(sentence.tokens) else None
    elif not figure.money:
        found = _voted(figure, words, before, behind) or _part(figure, words, before, behind)
    elif fact.quantity.high < SUM or (fact.quantity.per in PAY_TIMES and fact.quantity.high < PAY):
        found = _paid(figure, words)
    else:
        found = _borrowed(words, before, behind) if fact.indicator == "budget_balance" else _sum(figure, words, behind)
    if found is not None and found[0] != fact.indicator:
        fact.indicator, fact.measure, fact.variant = found[0], found[1], ""
        figure.because("indicator: what a country does", 0.75)


PAID = frozenset({"consumer_prices", "interest_rate", "debt_issue", "orders", "deposits", "lending", "foreign_debt", "public_debt"})
"""What a rate that is paid may be taken for, by what was told before."""


def _part(figure: Figure, words: Sets, before: list[str], behind: list[str]) -> tuple[str, str] | None:
    """ "buys 80 percent of its food from its neighbours", "devotes 3 percent of its output to arms", "pays 5 percent on its bonds"."""
    fact = figure.fact
    if fact.statistic in ("level", "growth") and not words["rate_payers"].isdisjoint(before) and behind[:1] == ["on"]:
        if not words["paid_on_bonds"].isdisjoint(behind):
            fact.statistic, fact.direction = "level", None
            return "bond_yield", "yield"
        if not words["paid_on"].isdisjoint(behind):
            fact.statistic, fact.direction = "level", None
            return "interest_rate", "interest rate"
        return None
    if _kept(figure, words, behind):
        fact.statistic, fact.direction = "level", None
        return "interest_rate", "interest rate"
    if _charged(figure, words):
        return "interest_rate", "interest rate"
    if behind[:1] != ["of"]:
        return None
    if not words["jobless"].isdisjoint(behind) and not words["workforces"].isdisjoint(behind[1:5]):
        return "unemployment", "unemployment"
    if (
        not words["populations"].isdisjoint(behind[1:4])
        and not words["populations_are"].isdisjoint(behind[2:])
        and fact.statistic == "share"
    ):
        return "other", "population"
    if not words["consuming"].isdisjoint(before) and not words["consumed_wholes"].isdisjoint(behind[1:4]) and _of_state(figure):
        fact.statistic, fact.direction = "share", None
        clues = figure.sentence.of("indicator")
        given = any(c.key == "subsidy" and c.role == "noun" and figure.clause[0] <= c.first < figure.first for c in clues)
        return ("subsidy", "subsidies") if given else ("government_spending", "spending")
    if not of_country(figure):
        return None
    if not words["spenders"].isdisjoint(before) and not words["spent_wholes"].isdisjoint(behind):
        return "government_spending", "spending"
    own = behind[1:2] != [] and behind[1] in words["its_own"]
    if own and not words["getters"].isdisjoint(before) and "from" in behind and fact.indicator in ("stake", "other", "commodity_price"):
        return "imports", "imports"
    return None


def _financed(figure: Figure) -> bool:
    """ "zero-percent financing for 60 months"; but "60 percent financing" is a part."""
    quantity = figure.fact.quantity
    if quantity.unit != "percent" or quantity.high > FINANCED or figure.mention.optional:
        return False
    return not sets(figure.story.language)["financed"].isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + 1])


def _kept(figure: Figure, words: Sets, behind: list[str]) -> bool:
    """ "charges its large clients 0.3 percent to park cash with it", "charges 3 percent for loans": a rate that is paid for money."""
    low = max(figure.clause[0], figure.first - 2 * VERB)
    if figure.fact.statistic not in ("level", "growth") or words["rate_payers"].isdisjoint(figure.sentence.tokens[low : figure.first]):
        return False
    if behind[:1] == ["for"] and not words["paid_on"].isdisjoint(behind[1:3]):
        return True
    return behind[:1] in (["to"], ["for"]) and not words["paid_for_keeping"].isdisjoint(behind[1:2])


def _charged(figure: Figure, words: Sets) -> bool:
    """ "the rate that banks charge each other rose above 3 percent", where the verb was taken for what was told."""
    tokens, clue = figure.sentence.tokens, figure.clue
    if figure.fact.indicator != "costs" or clue is None or tokens[clue.last] not in words["charges_rate"]:
        return False
    if words["charged_on"].isdisjoint(tokens[clue.last + 1 : clue.last + 2]):
        return False
    return not words["rates_charged"].isdisjoint(tokens[max(0, clue.last - BEHIND) : clue.last])


def _voted(figure: Figure, words: Sets, before: list[str], behind: list[str]) -> tuple[str, str] | None:
    """ "52 percent voted to leave", "won with 55 percent": a part of those who voted."""
    won = before[-1:] == ["with"] and not words["winning"].isdisjoint(before)
    if words["voted_so"].isdisjoint(behind[:1]) and not won:
        return None
    figure.fact.statistic, figure.fact.direction = "share", None
    return "other", "votes"


def _paid(figure: Figure, words: Sets) -> tuple[str, str] | None:
    """ "miners want 12,500 rand a month", "the budget assumes $40": the pay of those who are named before, the price of oil."""
    tokens, per = figure.sentence.tokens, figure.fact.quantity.per
    lead = tokens[figure.clause[0] : figure.first]
    if per in PUMPED or _pay(lead, words):
        return None
    if not words["staff_paid"].isdisjoint(lead) and not words["pay_verbs"].isdisjoint(lead) and (per is None or per in PAY_TIMES):
        return ("wages", "pay") if figure.story.main_place is not None else None
    priced = figure.fact.indicator in ("other", "costs", "government_spending") and not words["assuming"].isdisjoint(lead[-VERB:])
    return ("commodity_price", "price of oil") if priced and not words["budgets"].isdisjoint(lead) else None


def _pay(lead: list[str], words: Sets) -> bool:
    """ "Drivers paid", "nurses have to pay": whether those who may be paid pay themselves."""
    at = next((i for i in range(len(lead) - 1, 0, -1) if lead[i] in words["pays"]), None)
    return at is not None and (
        lead[at] in words["pays_alone"] or lead[at - 1] in words["staff_paid"] or lead[at - 1] in words["pays_after"]
    )


PAY = 100 * SUM
"""Below this is what one is paid, in moneys of little worth."""

PAY_TIMES = frozenset({"hour", "day", "week", "month", "year"})
"""What pay is told by."""


def _sum(figure: Figure, words: Sets, behind: list[str]) -> tuple[str, str] | None:
    """ "Garments earned Peru $5 billion", "earned $2 billion from oil exports", "bought $3 billion from Norway", "sold goods worth $2 billion abroad"."""
    sentence, tokens = figure.sentence, figure.sentence.tokens
    low = max(figure.clause[0], figure.first - OBJECT - VERB)
    verb = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words["country_verbs"]), None)
    if verb is None:
        return None
    between, places = tokens[verb + 1 : figure.first], sentence.of("place")
    if tokens[verb] in words["earning_abroad"]:
        for_whom = any(verb < c.first < figure.first and c.role != "people" for c in places) or not words["countries"].isdisjoint(between)
        exported = any(c.key == "exports" and figure.last < c.first <= figure.last + OBJECT for c in sentence.of("indicator"))
        fetched = any(c.key == "exports" and c.role == "noun" and figure.clause[0] <= c.first < verb for c in sentence.of("indicator"))
        return ("exports", "exports") if for_whom or exported or (fetched and tokens[verb] in words["fetchers"]) else None
    if not of_country(figure):
        return None
    if tokens[verb] in words["selling_bonds"] and not words["paper_sold"].isdisjoint(behind):
        return "debt_issue", "bonds"
    if tokens[verb] in words["pumping"] and behind[:1] == ["into"]:
        bank = any(c.role == "bodies" and c.first < verb for c in places) or "bank" in tokens[:verb]
        return ("money_market", "liquidity") if bank else ("government_spending", "spending")
    if tokens[verb] in words["givers"]:
        given = not words["given_as"].isdisjoint(behind)
        to = behind.index("to") + figure.behind if "to" in behind else 0
        return ("aid", "aid") if given or (to and any(to < c.first <= to + VERB for c in places)) else None
    if tokens[verb] in words["getters"]:
        whence = behind.index("from") if "from" in behind else None
        abroad = whence is not None and any(figure.last + whence < c.first <= figure.last + whence + VERB for c in places)
        return ("imports", "imports") if abroad and figure.fact.indicator in ("deal_value", "other") else None
    return ("exports", "exports") if not words["abroad"].isdisjoint(behind) else None


def _borrowed(words: Sets, before: list[str], behind: list[str]) -> tuple[str, str] | None:
    """ "will borrow $5 million from banks", "borrowing $5 million through bonds": what is raised, not what a budget lacks."""
    if words["state_borrows"].isdisjoint(before) or words["borrowing_from"].isdisjoint(behind) or words["borrowed_from"].isdisjoint(behind):
        return None
    return "debt_issue", "borrowing"


def _hedges(figure: Figure) -> list[str]:
    """The hedges right before a figure."""
    tokens, at = figure.sentence.tokens, figure.first
    while at and tokens[at - 1] in figure.words("before_figure"):
        at -= 1
    return tokens[at : figure.first]


def _of_state(figure: Figure) -> bool:
    """Whether a story has a place, and its sentence names no organisation before the figure."""
    sentence = figure.sentence
    return figure.story.main_place is not None and not figure.story.organisations_in(sentence.start, sentence.starts[figure.first])


def of_country(figure: Figure) -> bool:
    """Whether no organisation is named before the figure, and a place or a pronoun of one is, or its government."""
    sentence = figure.sentence
    end = sentence.starts[figure.first]
    if figure.story.main_place is None or figure.story.organisations_in(sentence.start, end):
        return False
    words = sets(figure.story.language)
    named = any(c.first < figure.first for c in sentence.of("place"))
    return named or not (words["countries"] | words["state_actors"] | words["its_pronouns"]).isdisjoint(sentence.tokens[: figure.first])
