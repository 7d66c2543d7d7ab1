"""Which term a rate is of where the words right before it name another one than the noun that it goes by: "the two-year yield fell to 1.2
percent, while 10-year levels dropped to 3.7 percent", "15-year mortgages averaged 4.7 percent and the one-year ARM 4.2 percent"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.instrument import words

RATES = frozenset({"bond_yield", "interest_rate"})

PAPER = 4
"""Tokens behind a term in which its paper stands: "10-year euro zone bond"."""


def settle(figure: Figure) -> None:
    """Put the term that stands before a rate in place of the one that its variant has from elsewhere."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in RATES or figure.money:
        return
    parts = fact.variant.split()
    at = next((i for i, part in enumerate(parts) if _is_term(part, language)), None)
    named = _named(figure, language) or _passed_on(figure, language)
    if named is None:
        return
    term, loan = named
    if loan:
        fact.variant = f"{term} {loan}"
    elif at is not None and parts[at].casefold() != term:
        fact.variant = " ".join([*parts[:at], term, *parts[at + 1 :]])
    else:
        return
    figure.because(f"variant: {fact.variant}, named right before it", 0.9)


def _named(figure: Figure, language: str) -> tuple[str, str] | None:
    """The last term of paper between the figure before and this one, and what bears it where that is a loan of its own."""
    tokens = figure.sentence.tokens
    units = words("years", language) | words("terms", language)
    for i in range(figure.first - 1, figure.lead_first + 1, -1):
        if tokens[i] in words("loans_of_terms", language) and "/" in tokens[i - 2 : i]:
            return "".join(tokens[i - 3 : i]), tokens[i]
        if tokens[i] not in units or tokens[i - 1] != "-":
            continue
        number = tokens[i - 2]
        if not (number.isdigit() or number in closed("counts", language)):
            continue
        behind = tokens[i + 1 : min(figure.first, i + 1 + PAPER)]
        if not words("extremes", language).isdisjoint(behind[:1]) or words("term_bearers", language).isdisjoint(behind):
            continue
        loan = behind[0] if behind[0] in words("loans_of_terms", language) else ""
        return f"{number}-{tokens[i]}", loan
    return None


def _passed_on(figure: Figure, language: str) -> tuple[str, str] | None:
    """ "the 10-year yield hit 3.0 percent before edging up to 3.1 percent": the term of the figure that this one goes on from."""
    before = figure.previous
    if before is None or before.fact.indicator != figure.fact.indicator or _named(before, language) is None:
        return None
    lead = [token for token in figure.lead if token.isalpha()]
    if not lead or lead[0] not in words("goes_on", language) or any(c.first >= figure.lead_first for c in _nouns(figure)):
        return None
    term = next((part for part in before.fact.variant.split() if _is_term(part, language)), None)
    return (term.casefold(), "") if term else None


def _nouns(figure: Figure) -> list[Clue]:
    return [c for c in figure.sentence.of("indicator") if c.first < figure.first and c.role != "verb"]


def _is_term(word: str, language: str) -> bool:
    number, _, unit = word.casefold().partition("-")
    units = words("years", language) | words("terms", language)
    fixed, slash, _ = number.partition("/")  # "5/1": fixed for five years
    return (unit in units and (number.isdigit() or number in closed("counts", language))) or bool(slash and fixed.isdigit())
