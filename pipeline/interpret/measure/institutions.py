"""What a figure measures once it is known whose it is: what a council spends is what a government does, a club's surplus is no trade's."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import of_firms, unpaid
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import counted
from pipeline.interpret.owners.known import governs
from pipeline.interpret.owners.parties import words as closed_owner
from pipeline.lexicon import either

GOVERNED = {"costs": "government_spending", "profit": "budget_balance", "loss": "budget_balance", "aid": "subsidy"}
"""What a government does, by what a firm would."""

GIVEN = 50_000_000
"""A sum that no church raises."""

DEAR = 10_000
"""A sum from which on a charge is a firm's rather than what somebody pays."""

CREDIT = 20_000
"""No tax credit of a household is more."""

BALANCES = ("trade_balance", "current_account")
"""What a loose "surplus" is a nation's."""


def settle(figure: Figure) -> None:
    """Read what is a council's, a school's or a club's as theirs; what is set beside a figure follows it."""
    fact, clue = figure.fact, figure.clue
    if clue is None:
        return
    language = figure.story.language
    tokens = set(figure.sentence.tokens[clue.first : clue.last + 1])
    of_firm = figure.story.is_organisation(fact.entity or "")
    if _charged(figure, tokens):
        fact.indicator = "other"
        figure.because("indicator: what somebody charges", 0.75)
    if fact.indicator == "costs" and not of_firm and not tokens.isdisjoint(closed("advertised", language)):
        fact.indicator = "other"
        figure.because("indicator: what a trade spends on advertising", 0.75)
    if fact.indicator == "foreign_debt" and unpaid.RULE not in fact.rules and (owed := _owed(figure, clue.role, tokens)) is not None:
        fact.indicator = owed
        figure.because("indicator: by whose the debt is", 0.75)
    if fact.indicator == "other" and figure.money and not of_firm and _credited(figure, clue):
        fact.indicator = "subsidy"
        figure.because("indicator: a tax credit that a state gives", 0.75)
    if fact.entity is None or not fact.entity[:1].isupper() or fact.entity.isupper():
        return
    if governs(fact.entity, language):
        found = _of_government(figure, clue.role, tokens)
    elif of_firm:
        found = _of_body(figure, clue.role, tokens)
    else:
        found = _of_town(figure, tokens)
    if found is not None and found != fact.indicator:
        fact.indicator = found
        figure.because("indicator: by whose it is", 0.75)


def _credited(figure: Figure, clue: Clue) -> bool:
    """Whether a noun names a tax credit so small that no firm has it, but somebody gets it from the state."""
    if figure.fact.quantity.high > CREDIT:
        return False
    tokens, credits = figure.sentence.tokens, closed("tax_credits", figure.story.language)
    return any(f"{a} {b}" in credits for a, b in pairwise(tokens[max(0, clue.first - 1) : clue.last + 2]))


def _owed(figure: Figure, role: str, tokens: set[str]) -> str | None:
    """What a firm owes, and a nation that owes in its own money, is no foreign debt where it is not called so."""
    entity, language = figure.fact.entity or "", figure.story.language
    if not tokens.isdisjoint(closed("abroad_owed", language)):
        return None
    if figure.story.is_organisation(entity):
        return "public_debt" if governs(entity, language) else "other"
    if entity not in closed("own_debtors", language) or role == "noun" or figure.clue not in figure.sentence.of("indicator"):
        return None
    said = set(figure.sentence.tokens)
    if entity in closed("own_creditors", language):
        return "other" if said.isdisjoint(closed("state_debtors", language)) or entity == "WLD" else "public_debt"
    told = bool(figure.sentence.of("place")) or not said.isdisjoint(closed("carried_pronouns", language))
    return "public_debt" if told and said.isdisjoint(closed("private_debtors", language)) else "other"


def _charged(figure: Figure, tokens: set[str]) -> bool:
    """ "Fees will rise by 4 percent", "it charges Sh40 a kilometre": what is asked for one of something, and no firm's cost."""
    if figure.fact.indicator != "costs" or tokens.isdisjoint(closed("charged", figure.story.language)):
        return False
    if not figure.money and figure.story.is_organisation(figure.fact.entity) and not _public(figure):
        return False  # "its underwriting fees rose 5 percent"
    return figure.fact.statistic == "growth" if not figure.money else "small" in counted(figure) and figure.fact.quantity.high < DEAR


def _public(figure: Figure) -> bool:
    """Whether an owner is a council, a school or a hospital."""
    name, language = figure.fact.entity or "", figure.story.language
    return governs(name, language) or not lexicon.sets("owner", language)["institutions"].isdisjoint(name.casefold().split())


def _of_government(figure: Figure, role: str, tokens: set[str]) -> str | None:
    """What a council, a district or a state spends, lacks and gives."""
    indicator, language = figure.fact.indicator, figure.story.language
    if indicator == "costs" and role != "verb" and tokens.isdisjoint(closed("outlays", language)):
        return None  # the cost of something
    if indicator == "foreign_reserves":
        return "other"
    if indicator == "other" and figure.fact.measure.casefold().endswith(" debt"):
        return "public_debt"  # "the council's net debt"
    if indicator == "consumer_prices" and not tokens.isdisjoint(closed("costs_called", language)):
        return "costs"  # "food costs" of a school
    if indicator == "foreign_debt":
        return "public_debt" if role == "loose" else "other" if role == "verb" else None
    if (indicator in BALANCES and role == "loose") or (indicator == "other" and not tokens.isdisjoint(closed("gaps", language))):
        return "budget_balance"
    return GOVERNED.get(indicator)


def _of_body(figure: Figure, role: str, tokens: set[str]) -> str | None:
    """The surplus, the reserves, the income and the budget of who is neither a government nor a nation."""
    indicator, language = figure.fact.indicator, figure.story.language
    if indicator == "foreign_reserves" and "foreign" not in tokens:
        return "other"
    kinds = either(closed_owner("institutions", language), closed_owner("clubs", language))
    if indicator == "government_spending" and figure.money and tokens & closed("granted_called", language):
        return "aid"  # "has received $5 billion in government funding"
    local = not kinds.isdisjoint(_name(figure)) or not closed("nonprofits", language).isdisjoint(_name(figure))
    small = figure.fact.quantity.high < GIVEN
    if indicator == "share_issue" and role == "verb" and small and not closed_owner("institutions", language).isdisjoint(_name(figure)):
        return "other"  # "The cathedral has raised £2m"
    if local and indicator == "government_spending" and "budget" not in tokens:
        return "costs"
    if indicator in ("consumer_prices", "other") and _own_bill(figure):
        return "costs"
    sides = figure.words("surplus") | figure.words("deficit")
    if role == "loose" and (
        indicator in BALANCES or (local and indicator == "budget_balance") or (indicator == "other" and not tokens.isdisjoint(sides))
    ):
        return "profit" if not tokens.isdisjoint(figure.words("surplus")) else "loss"
    if indicator == "profit" and tokens == {"income"} and not closed("nonprofits", language).isdisjoint(_name(figure)):
        return "revenue"
    homely = closed("households", language).isdisjoint(figure.fact.measure.casefold().split())
    if indicator == "wages" and "income" in tokens and homely and tokens.isdisjoint(closed("payments_called", language)):
        return "revenue"
    if indicator == "government_spending" and "budget" in tokens:
        capital = closed("capital", language).isdisjoint(figure.fact.measure.casefold().split())
        return "costs" if capital else "investment"
    return of_firms.of(figure, role, tokens)


def _own_bill(figure: Figure) -> bool:
    """ "says its gas bill will rise": what somebody pays for what others charge."""
    measure, language = figure.fact.measure.casefold().split(), figure.story.language
    if len(measure) < 2 or closed("bills_called", language).isdisjoint(measure[-1:]) or closed("billed_for", language).isdisjoint(measure):
        return False
    clue = figure.clue
    return clue is not None and not closed("possessives", language).isdisjoint(figure.sentence.tokens[max(0, clue.first - 2) : clue.first])


def _of_town(figure: Figure, tokens: set[str]) -> str | None:
    """What a town's own government spends, where the sentence speaks of it."""
    if figure.fact.indicator not in ("costs", "aid") or not any(town.name == figure.fact.entity for town in figure.story.towns):
        return None
    language = figure.story.language
    if figure.fact.indicator == "costs" and (figure.clue is None or figure.clue.role != "verb"):
        return None
    acting = closed("town_governments", language).isdisjoint(figure.sentence.tokens[: figure.first])
    return None if acting else GOVERNED[figure.fact.indicator]


def _name(figure: Figure) -> set[str]:
    """The words of an owner's name."""
    return set((figure.fact.entity or "").casefold().split())
