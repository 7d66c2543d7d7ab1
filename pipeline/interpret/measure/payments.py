"""What money is for that is paid, spent or put into something: a fine, a purchase, help to the markets."""

from __future__ import annotations

from itertools import pairwise, takewhile

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import FORTUNE, PUMPED, TIMES, counted
from pipeline.interpret.measure.instrument import central_bank

NEAR = 5
"""Tokens behind a sum in which it is told what it is spent on or put into."""

PAID = 14
"""Tokens behind a payment in which it is told what for."""

PER_SHARE = ("dividend", "deal_value")
"""What is paid for each share: which of them the story named last."""

WORKED = ("hour", "day", "week")
"""By what workers are paid."""

PEOPLE_PAY = ("consumer_prices", "tax_rate")
"""What people pay, of what a story may name before."""

TAXED = frozenset({"tax_rate", "tax_revenue", "tariff"})
"""What a story names of what a state raises."""

GIVEN_UP = 16
"""Tokens before a verb of raising in which it is told what is given up for the sum."""

FROM = 9
"""Tokens behind a sum in which it is told by which sale it is raised."""


def use(
    clue: Clue, choices: list[str], figure: Figure, loose: lexicon.Entries, named: list[str], organised: bool
) -> tuple[str, str] | None:
    """What the money of a verb with several meanings is for, and the rule; None where nothing tells.

    Takes from `choices` what it is not for; `organised` is whether a firm spends it.
    """
    per = figure.fact.quantity.per
    if "investment" in choices and "costs" in choices and _for_pay(figure):
        return "wages", "what is spent on pay"
    if "fine" in choices and per in PUMPED:
        return "commodity_price", "what people pay"
    if "fine" in choices and _by_people(clue, figure, loose):
        return next((name for name in named if name in PEOPLE_PAY), "other"), "what people pay"
    if "budget_balance" in choices and _by_borrowers(clue, figure, loose):
        return "lending", "what people borrow"
    if "budget_balance" in choices and _of_central_bank(figure):
        return "money_market", "what banks borrow of a central bank"
    if "budget_balance" in choices and _in_a_period(clue, figure):
        return "budget_balance", "what a government borrowed in a time"
    if "fine" in choices and (paid := _paid(clue, figure, loose, named)) is not None:
        return paid, "what is paid for"
    if "fine" in choices and "fine" in named and figure.money and figure.fact.quantity.per is None:
        return "fine", "what is paid in a story of fines"
    if "money_market" in choices and (into := _into(figure)):
        language, tokens = figure.story.language, figure.sentence.tokens
        if not into.isdisjoint(closed("economies_put_into", language)) and central_bank(tokens, language) is None:
            states = figure.sentence.of("place") or not closed("states_called", language).isdisjoint(tokens)
            return ("government_spending" if states else "other"), "what it is put into"
        if not into.isdisjoint(loose["into_markets"]):
            return "money_market", "what it is put into"
        choices.remove("money_market")
        if "aid" in choices and not into.isdisjoint(loose["into_rescued"]) and figure.sentence.of("place"):
            return "aid", "what a state puts into firms"
    if "share_issue" in choices and _begged(figure):
        return "other", "what givers give"
    if "share_issue" in choices and figure.fact.quantity.per in TIMES:
        return ("tax_revenue" if not TAXED.isdisjoint(named) else "revenue"), "what is raised each year"
    if "share_issue" in choices and _sold(clue, figure, loose):
        return "deal_value", "what it is raised by"
    if "investment" in choices and (bought := _bought(figure, loose)) is not None:
        return bought, "what is spent on"
    if "investment" in choices and (organised or "money_market" in loose["verbs"][clue.key]) and _built(figure, loose):
        return "investment", "what is spent on building"
    if "government_spending" in choices and "costs" in choices and figure.sentence.tokens[clue.first - 1] in loose["who_pays"]:
        return "consumer_spending", "what people spend"
    if "government_spending" in choices and "costs" in choices and "small" in counted(figure):
        return "consumer_spending", "what one spends"
    return None


def _for_pay(figure: Figure) -> bool:
    """ "spent $4 million on salaries"; what is only set aside for them is a cost."""
    language, behind = figure.story.language, figure.sentence.tokens[figure.behind : figure.behind + NEAR]
    return not closed("pay_links", language).isdisjoint(behind[:1]) and not closed("payments_called", language).isdisjoint(behind[1:3])


def _begged(figure: Figure) -> bool:
    """ "The appeal has raised £40,000": money of givers, who get nothing for it."""
    language, tokens = figure.story.language, figure.sentence.tokens
    return not closed("begged", language).isdisjoint(tokens) and closed("begged_no", language).isdisjoint(tokens)


def _by_borrowers(clue: Clue, figure: Figure, loose: lexicon.Entries) -> bool:
    """ "Households borrowed 5 billion", "Kenyans borrowed 86 billion shillings": people, and those of a nation, but not the nation."""
    if figure.sentence.tokens[clue.first - 1] in loose["who_pays"]:
        return True
    return figure.sentence.tokens[clue.first - 1][-1:] == "s" and any(
        c.role == "people" and c.last == clue.first - 1 for c in figure.sentence.of("place")
    )


def _of_central_bank(figure: Figure) -> bool:
    """ "Banks borrowed $2 billion a day from the Federal Reserve", "through the discount window"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    behind = tokens[figure.behind : figure.behind + FROM]
    if not closed("windows", language).isdisjoint(map(" ".join, pairwise(behind))):
        return True
    at = behind.index("from") + 1 if "from" in behind else None
    bank = None if at is None else central_bank(behind[at : at + NEAR], language)
    return bank is not None and not closed("banks_borrowing", language).isdisjoint(tokens[: figure.first])


def _in_a_period(clue: Clue, figure: Figure) -> bool:
    """ "The government borrowed £5bn in May": what its budget lacked, told with no lender and no paper."""
    tokens, language = figure.sentence.tokens, figure.story.language
    governed = not closed("governing", language).isdisjoint(tokens[max(0, clue.first - 2) : clue.first])
    return governed and any(time.first in (figure.behind, figure.behind + 1) for time in figure.story.times(figure.sentence))


def _paid(clue: Clue, figure: Figure, loose: lexicon.Entries, named: list[str]) -> str | None:
    """What a payment is: "was paid $2 million", "pays $5 million for Arden", "paid $3 million to settle the case"."""
    tokens = figure.sentence.tokens
    if clue.first and tokens[clue.first] == "paid" and clue.last < figure.first:
        by_time = figure.fact.quantity.per in WORKED and tokens[clue.first - 1] in closed("paid_being", figure.story.language)
        if by_time or tokens[clue.first - 1] in loose["paid_to"]:
            return "wages" if figure.fact.quantity.high < FORTUNE else "other"  # nobody's pay is a billion
    if figure.fact.quantity.per == "hour" and not closed("jobs_paid", figure.story.language).isdisjoint(tokens[: clue.first]):
        return "wages"
    language, between = figure.story.language, tokens[clue.last + 1 : figure.first]
    if not closed("staff_paid", language).isdisjoint(between) or (
        tokens[figure.behind : figure.behind + 1] == ["in"]
        and not closed("payments_called", language).isdisjoint(tokens[figure.last + 2 : figure.last + 2 + NEAR])
    ):
        return "wages"
    if _for_part(figure) or _of_part(clue, figure):
        return "deal_value"
    for i in range(figure.behind, min(figure.behind + PAID - 1, len(tokens) - 1)):
        found: str | None = loose["paid_for"].get(tokens[i])
        if found == "deal_value" and any(
            " ".join(pair) in closed("paid_away", language) for pair in pairwise(tokens[clue.first : clue.last + 2])
        ):
            continue  # "paid out $5 million for the damage"
        if found == "deal_value" and tokens[i] == "for" and _wrong(tokens[i + 1 : i + 1 + NEAR], language):
            return "fine"
        if found is not None and not tokens[i + 1][0].isdigit():
            return found
        if tokens[i] == ".":
            break
    if figure.money and "deal_value" in named[:2] and tokens[figure.behind : figure.behind + 2] == ["in", "cash"]:
        return "deal_value"
    if not figure.money or figure.fact.quantity.per != "share":
        return None
    return next((name for name in named if name in PER_SHARE), "deal_value")


def _wrong(behind: list[str], language: str) -> bool:
    """ "paid $9 million for allegedly misleading investors": whether it is a wrong that is paid for."""
    said = (token for token in behind if not token.endswith("ly") and token not in closed("before_wrongs", language))
    return next(said, "") in closed("wrongs", language)


def _for_part(figure: Figure) -> bool:
    """ "will pay 2 mln dlrs for 12 pct of Arden": whether a sum is paid for a part of something."""
    tokens, language = figure.sentence.tokens, figure.story.language
    after = next(((first, last) for first, last in figure.spans if first > figure.last), None)
    if after is None or not figure.money or after[0] - figure.behind >= NEAR:
        return False
    between = tokens[figure.behind : after[0]]
    while between and (between[0] in closed("means", language) or between[:1] == ["in"]):
        del between[0]  # "paid 2 mln dlrs in cash for"
    whole = closed("parts_of", language).isdisjoint(tokens[after[1] + 1 : after[1] + 3])
    return not closed("purpose_links", language).isdisjoint(between[:1]) and not whole


def _of_part(clue: Clue, figure: Figure) -> bool:
    """ "took a 20 pct interest in Arden, paying 14 mln dlrs": what is paid for the part of a firm that is told right before."""
    tokens, previous = figure.sentence.tokens, figure.previous
    if previous is None or previous.fact.indicator != "stake" or tokens[clue.first - 1] != "," or not figure.money:
        return False
    return not closed("pays", figure.story.language).isdisjoint(tokens[clue.first : clue.last + 1])


def _by_people(clue: Clue, figure: Figure, loose: lexicon.Entries) -> bool:
    """ "Tenants pay $500 a month": what those pay who buy for themselves, by its size no deal."""
    if "small" not in counted(figure):
        return False
    return figure.fact.quantity.per in ("month", "year") or not set(loose["who_pays"]).isdisjoint(
        figure.sentence.tokens[figure.clause[0] : clue.first]
    )


def _bought(figure: Figure, loose: lexicon.Entries) -> str | None:
    """What spending on a purchase is: "spent $5 million on buying a stake", "will spend $5 million buying back shares"."""
    tokens, table = figure.sentence.tokens, loose["spent_on"]
    for i in range(figure.behind, min(figure.behind + NEAR, len(tokens))):
        found: str | None = table.get(" ".join(tokens[i : i + 2])) or table.get(tokens[i])
        if found is not None:
            return found
    return None


def _built(figure: Figure, loose: lexicon.Entries) -> bool:
    """ "will spend $5 million to upgrade its mill", "over three years to set up a plant": what is there when the money is spent."""
    tokens = figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + 1 + NEAR]
    if behind[:1] and behind[0].endswith("ing") and behind[0] in loose["spent_building"]:
        return True  # "will spend $5 million upgrading its mill"
    works = list(takewhile(str.isalnum, behind[1:])) if behind[:1] == ["on"] else []
    if any(token in loose["spent_works"] for token in works) and (works[0] in loose["spent_works"] or not works[0].endswith("ing")):
        return True  # "will spend $5 million on two new mills", but not "on advertising its stores"
    return any(a in loose["spent_to"] and b in loose["spent_building"] for a, b in pairwise(behind))


def _sold(clue: Clue, figure: Figure, loose: lexicon.Entries) -> bool:
    """Whether a sum is raised by selling what is owned: "raise $5 million from privatisations", but "from the sale of bonds"."""
    tokens = figure.sentence.tokens
    before = tokens[figure.clause[0] : clue.first]
    at = next((i for i, token in enumerate(before) if token in loose["raised_from"]), None)
    if at is not None and not any(token in loose["raised_in"] for token in before):
        return True  # "the sale of the mill raised $5 million"
    if _given_up(tokens[max(0, clue.first - GIVEN_UP) : clue.first], loose):
        return True
    at = figure.behind
    through = next((i for i in range(at, min(at + PAID // 2, len(tokens))) if tokens[i] in loose["raised_through"]), None)
    if through is None or not closed("joints", figure.story.language).isdisjoint(tokens[at:through]):
        return False
    behind = tokens[through + 1 : through + 1 + FROM]
    at = next((i for i, token in enumerate(behind) if token in loose["raised_from"]), None)
    return at is not None and not any(token in loose["raised_in"] for token in (*behind[:at], *behind[at + 1 : at + NEAR]))


def _given_up(before: list[str], loose: lexicon.Entries) -> bool:
    """ "sold its stake in Arden, raising $5 million", "is to shed its foods arm to raise $5 million"; but of a stake in itself it sells shares."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in loose["raised_selling"]), None)
    if at is None:
        return False
    told = before[at + 1 :]
    return any(token in loose["raised_parts"] for token in told) and not any(token in ("itself", *loose["raised_in"]) for token in told)


def _into(figure: Figure) -> set[str]:
    """The words behind the "into" of a sum that is put into something: "pumped $5 billion into the banking system"."""
    tokens = figure.sentence.tokens
    behind = range(figure.behind, min(figure.last + 2 * NEAR, len(tokens)))
    links = closed("poured_links", figure.story.language)
    at = next((i for i in behind if tokens[i] in links or tokens[i] == "."), None)
    return set() if at is None or tokens[at] == "." else set(tokens[at + 1 : at + 1 + NEAR])
