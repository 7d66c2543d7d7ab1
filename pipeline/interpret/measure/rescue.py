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


def settle(figure: Figure) -> None:
    """Take such a sum for aid."""
    fact = figure.fact
    if not figure.money or fact.statistic != "level" or fact.indicator in KEPT or fact.quantity.high < LEAST:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    behind = tokens[figure.behind : until]
    behind = behind[1:] if behind[:1] == ["-"] else behind
    if _of_programme(behind, words) or (
        not words["rescuers"].isdisjoint(tokens)
        and (_called(behind, words) or _for(behind, words) or _bought(figure, behind, words))
        and central_bank(tokens[: figure.first], figure.story.language) is None
    ):
        fact.indicator, fact.variant = "aid", ""
        figure.because("indicator: what a state rescues with", 0.8)


def _of_programme(behind: list[str], words: Sets) -> bool:
    """ "$5 billion from the government's Troubled Asset Relief Program", "a $700 billion TARP fund"."""
    at = next((n for n, token in enumerate(behind[:PROGRAMME]) if token in words["rescue_programmes"]), None)
    if at is None or (behind[at] in words["rescue_names_begin"] and words["rescue_names_go_on"].isdisjoint(behind[at + 2 : at + 3])):
        return False  # "troubled assets", but not of the programme
    link = next((n for n in range(at - 1, -1, -1) if behind[n] in words["prepositions"]), None)
    if link is None:
        return words["verbs"].isdisjoint(behind[:at])
    said = words["programme_sums"] | words["determiners"]
    return behind[link] in words["programme_links"] and all(token in said for token in behind[:link])


def _called(behind: list[str], words: Sets) -> bool:
    """ "the $7 billion bank bailout initiative"."""
    at = _noun(behind, words["rescues_called"], words)
    return at is not None and behind[at + 1 : at + 2] != [] and behind[at + 1] not in words["rescues_of_firms"]


def _for(behind: list[str], words: Sets) -> bool:
    """ "a $7 billion plan to rescue banks", "a fund to buy bad assets"; but "a package to shore up the economy" is what a state spends."""
    at = _noun(behind, words["rescue_plans"], words)
    if at is None or behind[at + 1 : at + 2] not in (["to"], ["for"]):
        return False
    aim = behind[at + 2 : at + 2 + FOR]
    if not words["rescue_verbs"].isdisjoint(aim[:2]):
        return words["spent_on_all"].isdisjoint(aim)
    return not words["buy_verbs"].isdisjoint(aim[:1]) and _bad(aim, words)


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
