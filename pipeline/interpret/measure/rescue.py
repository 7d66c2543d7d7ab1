"""A sum with which a state saves banks or firms, told by what it is for: "a $7 billion plan to rescue banks", "took $5 billion from the
Troubled Asset Relief Program", "asked to buy $9 billion in bad assets". It is aid, whatever its noun or its verb says."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank
from pipeline.lexicon import Sets

LEAST = 100_000_000
"""A sum from which on a state rescues with it."""

KEPT = frozenset(
    {"aid", "stake", "money_market", "public_debt", "foreign_debt", "budget_balance", "fine", "tax_revenue", "dividend", "eps"}
)
"""What such a sum is not taken for by mistake."""

NEAR = 5
"""Tokens between a sum and its noun."""

FOR = 6
"""Tokens behind that noun in which it is told what it is for."""

PROGRAMME = 9
"""Tokens behind a sum within which stands the programme from which it comes."""

VERB = 3
"""Tokens before a sum in which stands that something is bought for it."""

AIM = 9
"""Tokens behind "that" in which it is told what a plan is for: "a plan that would allow the state to buy bad assets"."""

NO_FIRM = 150_000_000_000
"""A sum from which on no firm rescues another with it."""

GIVEN = 6
"""Tokens behind a sum in which it is told what kind of money it is, or who granted it."""

RESCUED = 14
"""Tokens before "with" and a sum in which it is told that somebody is rescued."""


def settle(figure: Figure) -> None:
    """Take such a sum for aid."""
    fact = figure.fact
    if not figure.money or fact.statistic != "level" or fact.indicator in KEPT or fact.quantity.high < LEAST:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    behind = _behind(figure, words)
    if fact.indicator == "lending" and figure.clue is not None:
        if not _of_programme(behind, words):
            return  # a loan stays one, whoever is saved with it
    large = fact.quantity.high >= NO_FIRM
    by_state = large or not words["rescuers"].isdisjoint(tokens)
    by_bank = central_bank(tokens[: figure.first], figure.story.language) is not None
    bare = large or not (words["rescuers"] - words["places_only"]).isdisjoint(tokens)
    if (
        _of_programme(behind, words)
        or _received(figure, words)
        or ((by_state or by_bank) and _rescued_with(figure, words))
        or (by_state and not by_bank and (_called(behind, words) or _for(behind, words) or _bought(figure, behind, words)))
        or (bare and not by_bank and (_aimed(behind, words) or _granted(behind, tokens, words) or _of_state(figure, behind, words)))
    ):
        fact.indicator, fact.variant = "aid", ""
        figure.because("indicator: what a state rescues with", 0.8)


def _behind(figure: Figure, words: Sets) -> list[str]:
    """The tokens behind a sum up to the next figure; behind that one, where the sum is a part of it: "$350 billion of the $700 billion plan"."""
    tokens, last = figure.sentence.tokens, figure.behind - 1
    while True:
        after = next(((a, b) for a, b in figure.spans if a > last), None)
        behind = tokens[last + 1 : after[0] if after is not None else len(tokens)]
        linked = behind[-2:-1] or behind[-1:]
        part = after is not None and len(behind) <= NEAR and not words["parts_of_sums"].isdisjoint(linked)
        if not part or after is None or "," in behind or not words["verbs"].isdisjoint(behind):
            return behind[1:] if behind[:1] == ["-"] else behind
        last = after[1]


def _of_programme(behind: list[str], words: Sets) -> bool:
    """ "$5 billion from the government's Troubled Asset Relief Program", "a $700 billion TARP fund"."""
    at = next((n for n, token in enumerate(behind[:PROGRAMME]) if token in words["rescue_programmes"]), None)
    if at is None or _other_name(behind, at, words):
        return False
    link = next((n for n in range(at - 1, -1, -1) if behind[n] in words["prepositions"]), None)
    if link is None:
        return words["verbs"].isdisjoint(behind[:at])
    said = words["programme_sums"] | words["determiners"]
    return behind[link] in words["programme_links"] and all(token in said for token in behind[:link])


def _received(figure: Figure, words: Sets) -> bool:
    """ "received $2 billion in May under the Troubled Asset Relief Program", "got $5 billion as one of those that TARP saved"."""
    if words["rescue_receivers"].isdisjoint(figure.bare_lead(words["determiners"])[-1:]):
        return False
    behind = figure.sentence.tokens[figure.behind : figure.clause[1] + PROGRAMME]
    return any(token in words["rescue_programmes"] and not _other_name(behind, n, words) for n, token in enumerate(behind))


def _other_name(behind: list[str], at: int, words: Sets) -> bool:
    """ "troubled assets", but not of the programme."""
    return behind[at] in words["rescue_names_begin"] and words["rescue_names_go_on"].isdisjoint(behind[at + 2 : at + 3])


def _called(behind: list[str], words: Sets) -> bool:
    """ "the $7 billion bank bailout initiative"."""
    at = _noun(behind, words["rescues_called"], words)
    return at is not None and behind[at + 1 : at + 2] != [] and behind[at + 1] not in words["rescues_of_firms"]


def _for(behind: list[str], words: Sets) -> bool:
    """ "a $7 billion plan to rescue banks", "a fund to buy bad assets"; but "a package to shore up the economy" is what a state spends."""
    at = _noun(behind, words["rescue_plans"], words)
    if at is None:
        return False
    if not words["plan_relatives"].isdisjoint(behind[at + 1 : at + 2]):
        aim = behind[at + 2 : at + 2 + AIM]
        return any(_saves(aim[n : n + FOR], words) for n in range(len(aim)))
    return _aimed(behind[at + 1 :], words)


def _aimed(behind: list[str], words: Sets) -> bool:
    """ "to rescue banks", "for bailing out the insurer", right behind a sum or behind what kind of money it is: "in state money to save"."""
    at = next((n for n, token in enumerate(behind[:GIVEN]) if token in words["rescue_links"]), None)
    return at is not None and words["kinds_of_money"].issuperset(behind[:at]) and _saves(behind[at + 1 : at + 1 + FOR], words)


def _saves(aim: list[str], words: Sets) -> bool:
    """ "rescue banks", "buy bad assets", "help unfreeze credit markets"; but "save the economy" is what a state spends for."""
    if not words["rescue_verbs"].isdisjoint(aim[:2]):
        return words["spent_on_all"].isdisjoint(aim)
    if not words["help_verbs"].isdisjoint(aim[:1]):
        return not words["saved"].isdisjoint(aim) and words["spent_on_all"].isdisjoint(aim)
    return not words["buy_verbs"].isdisjoint(aim[:1]) and _bad(aim, words)


def _granted(behind: list[str], tokens: list[str], words: Sets) -> bool:
    """ "the $700 billion approved by Congress", "the $700 billion Congress approved", in a sentence of banks or of a rescue."""
    by_whom = not words["rescuers"].isdisjoint(behind[:GIVEN])
    return by_whom and not words["granted"].isdisjoint(behind[:NEAR]) and not words["of_rescues"].isdisjoint(tokens)


def _of_state(figure: Figure, behind: list[str], words: Sets) -> bool:
    """ "$45 billion from the government", "$45 billion in state capital", in a sentence of banks or of a rescue; or "received $45 billion
    from the Treasury", whatever its sentence tells of."""
    of_rescue = not words["of_rescues"].isdisjoint(figure.sentence.tokens)
    if not of_rescue and words["rescue_receivers"].isdisjoint(figure.bare_lead(words["determiners"])[-1:]):
        return False
    link = next((n for n, token in enumerate(behind[:GIVEN]) if token in words["given_from"]), None)
    if link is not None and words["given_before"].issuperset(behind[:link]):
        giver = next((token for token in behind[link + 1 :] if token not in words["giver_called"]), "")
        return giver in words["rescuers" if of_rescue else "purses"]
    at = next((n for n, token in enumerate(behind[:GIVEN]) if token in words["state_money"]), None)
    if not of_rescue or at is None or words["given_links"].isdisjoint(behind[:1]) or not words["kinds_of_money"].issuperset(behind[1:at]):
        return False
    return not words["given_money"].isdisjoint(behind[at + 1 : at + 3])


def _rescued_with(figure: Figure, words: Sets) -> bool:
    """ "rescued the insurer with a $9 billion package", "agreed to save the bank with up to $5 billion"."""
    lead = figure.bare_lead(words["determiners"])
    if lead[-1:] != ["with"] or not words["compared_with"].isdisjoint(lead[-2:-1]):
        return False
    before = figure.sentence.tokens[max(figure.clause[0], figure.first - RESCUED) : figure.first]
    return not words["rescuing_verbs"].isdisjoint(before)


def _bought(figure: Figure, behind: list[str], words: Sets) -> bool:
    """ "authority to buy $9 billion in troubled assets", told of a state."""
    lead = figure.bare_lead()[-VERB:]
    return not words["buy_verbs"].isdisjoint(lead) and not words["of_what"].isdisjoint(behind[:1]) and _bad(behind[:FOR], words)


def _bad(tokens: list[str], words: Sets) -> bool:
    """Whether what is bought has lost its worth."""
    return not words["bad"].isdisjoint(tokens) and not words["bad_things"].isdisjoint(tokens)


def _noun(behind: list[str], nouns: frozenset[str], words: Sets) -> int | None:
    """Where one of `nouns` stands behind a sum that describes it."""
    for n, here in enumerate(behind[: NEAR + 1]):
        if here in nouns:
            return n
        if here in words["prepositions"] or here in words["verbs"] or here in words["small_words"] or here in ",;:":
            return None
    return None
