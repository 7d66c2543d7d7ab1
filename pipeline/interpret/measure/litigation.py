"""Sums by which a quarrel at law is ended, whatever they are called: "a $5 million payout to settle a lawsuit" is a fine.

What somebody only claims is none ("is claiming $5 million in damages").
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MEANT = frozenset({"other", "costs", "dividend", "wages", "deal_value", "profit", "loss"})
"""What such a sum is taken for by its noun or its verb."""

BEHIND = 12
"""Tokens behind a sum in which "to settle" stands, past its bracket and its day."""

QUARREL = 7
"""Tokens between "settle" and the noun of the quarrel."""

ADMITTED = 22
"""Tokens behind a payment in which it is told that who pays admits to something."""

IN = 6
"""Tokens between a sum and its "in compensation", and behind the word of a court."""

FOR = 9
"""Tokens between "settled" and the "for" of its sum."""

CLAIMED = 3
"""Tokens between "damages" and what they come to: "damages of more than"; and between the word of a jury and its award."""

COME_TO = 6
"""Tokens between "damages" and what they come to, where somebody claims them: "damages from Arden in excess of"."""

SOUGHT = 7
"""Tokens behind "damages" in which it is told that they are sought: "the $5 million in damages that it is seeking"."""

SOLD = frozenset({"revenue", "retail_sales", "other"})
"""What a part of a turnover is one of, where nothing is told by it."""

TURNOVER = 7
"""Tokens behind "of" in which the turnover stands, past whose and of which year it is."""

LEAST = 10_000
"""No quarrel of a firm is settled for less."""


def settle(figure: Figure) -> None:
    """Make a sum a fine where it ends a quarrel or a court grants it, and no fine where it is only claimed."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if not figure.money:
        _measured(figure)
        return
    behind = tokens[figure.behind : figure.behind + BEHIND + QUARREL]
    if fact.indicator == "fine":
        if _claimed(figure) or not closed("shareholder_suits", language).isdisjoint(f"{a} {b}" for a, b in pairwise(tokens)):
            fact.indicator = "other"
            figure.because("indicator: damages that are only claimed, or what investors are paid", 0.7)
        return
    if fact.indicator not in MEANT:
        return
    settles = closed("settles", language)
    at = next((i for i, token in enumerate(behind[:BEHIND]) if token in settles and i and behind[i - 1] == "to"), None)
    if at is not None and "." not in behind[:at] and "," not in behind[:at]:
        quarrel = behind[at + 1 : at + 1 + QUARREL]
        if not closed("quarrels", language).isdisjoint(quarrel) and closed("levies", language).isdisjoint(quarrel):
            fact.indicator = "fine"
            figure.because("indicator: what ends a quarrel at law", 0.85)
            return
    if fact.indicator != "deal_value" and _awarded(figure):
        fact.indicator = "fine"
        figure.because("indicator: what a jury awards", 0.8)
        return
    if _settled(figure) or _settled_for(figure):
        fact.indicator = "fine"
        figure.because("indicator: what is paid where a quarrel at law is settled", 0.8)
        return
    if not closed("damages", language).isdisjoint(behind[:BEHIND]) and "in" in behind[:BEHIND]:
        if not closed("courts", language).isdisjoint(tokens[: figure.first]):
            fact.indicator = "fine"
            figure.because("indicator: what a court grants", 0.75)


def _measured(figure: Figure) -> None:
    """ "can be fined up to 10 pct of their annual sales": how large a fine is, told as a part of what who pays it sells."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if fact.statistic != "share" or fact.indicator not in SOLD or tokens[figure.behind : figure.behind + 1] != ["of"]:
        return
    if closed("turnover_nouns", language).isdisjoint(tokens[figure.last + 2 : figure.last + 2 + TURNOVER]):
        return
    if not closed("fines_told", language).isdisjoint(tokens[max(0, figure.first - BEHIND) : figure.first]):
        fact.indicator, fact.measure, fact.variant = "fine", "fine", ""
        figure.because("indicator: how large a fine is", 0.8)


def _awarded(figure: Figure) -> bool:
    """ "A jury awarded the widow $5 million": what somebody has to be paid by whoever wronged him."""
    language, lead = figure.story.language, figure.lead
    at = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] in closed("awards", language)), None)
    return at is not None and not closed("juries", language).isdisjoint(lead[max(0, at - CLAIMED) : at])


def _claimed(figure: Figure) -> bool:
    """ "is claiming $5 million in damages", "seeks damages of $5 million", "will sue Arden for $5 million in damages", by whom it does."""
    tokens, language = figure.sentence.tokens, figure.story.language
    damages, behind = closed("damages", language), tokens[figure.behind : figure.behind + BEHIND]
    told = next((i for i, token in enumerate(behind) if token in damages), None)
    if told is None and damages.isdisjoint(figure.lead[-COME_TO:]):
        return False
    if told is not None and not closed("sought", language).isdisjoint(behind[told + 1 : told + 1 + SOUGHT]):
        return True  # whatever a jury awarded of it
    return not closed("claiming", language).isdisjoint(tokens[: figure.first]) and closed("awarding", language).isdisjoint(tokens)


def _settled_for(figure: Figure) -> bool:
    """ "settled the suit for $5m", "settled in January for about $5m": who settles for a sum pays it to end a quarrel."""
    if figure.fact.quantity.high < LEAST:
        return False
    language = figure.story.language
    lead = figure.bare_lead(closed("hedges", language))
    if lead[-1:] != ["for"]:
        return False
    at = next((n for n in range(len(lead) - 2, max(-1, len(lead) - 2 - FOR), -1) if lead[n] in closed("settled", language)), None)
    return at is not None and closed("settled_no", language).isdisjoint(lead[at:])


def _settled(figure: Figure) -> bool:
    """ "settled the charges by paying $5m", "agreed to pay $5m and admitted wrongdoing": whether a payment of the sentence ends a quarrel."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if closed("pays", language).isdisjoint(figure.lead[-IN:]):
        return False
    behind = tokens[figure.behind : figure.behind + ADMITTED]
    if not closed("admitted", language).isdisjoint(behind):
        return True
    settled, quarrels = closed("settled", language), closed("quarrels", language)
    return any(
        token in settled and not quarrels.isdisjoint(tokens[i + 1 : i + 1 + QUARREL]) for i, token in enumerate(tokens[: figure.first])
    )
