"""Which term a rate is of where the words right before it name another one than the noun that it goes by: "the two-year yield fell to 1.2
percent, while 10-year levels dropped to 3.7 percent", "15-year mortgages averaged 4.7 percent and the one-year ARM 4.2 percent"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.instrument import words
from pipeline.interpret.measure.narrow import restrict

RATES = frozenset({"bond_yield", "interest_rate"})

ON = 8
"""Tokens behind a rate in which the loan stands that it is on."""

QUOTES = frozenset({'"', "”", "'"})

PAPER = 4
"""Tokens behind a term in which its paper stands: "10-year euro zone bond"."""


def settle(figure: Figure) -> None:
    """Put the term that stands before a rate in place of the one that its variant has from elsewhere."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in RATES or figure.money:
        return
    if (turn := _by_turn(figure, language)) is not None:
        fact.variant = turn
        figure.because(f"variant: {turn}, whose turn it is", 0.9)
        return
    parts = _terms_joined(fact.variant.split(), language)
    at = next((i for i, part in enumerate(parts) if _is_term(part, language)), None)
    named = _behind(figure, language) or _named(figure, language) or _passed_on(figure, language)
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


def _by_turn(figure: Figure, language: str) -> str | None:
    """ "Yields on two-year and 10-year notes fell to 2.7 and 4.2 percent, respectively", "its deposit and lending rates": of two, whose turn it is."""
    tokens, fact = figure.sentence.tokens, figure.fact
    if set(lexicon.entries("owner", language)["turn_marks"]["forms"]).isdisjoint(tokens):
        return None
    units = [mention.quantity.unit for mention in figure.story.mentions[figure.number]]
    run = [n for n, unit in enumerate(units) if unit == units[figure.index]]
    first = figure.spans[run[0]][0]
    terms = [
        f"{tokens[i - 2]}-{tokens[i]}"
        for i in range(2, first)
        if tokens[i - 1] == "-" and _is_term(f"{tokens[i - 2]}-{tokens[i]}", language)
    ]
    if len(terms) == len(run) > 1:
        rest = [part for part in fact.variant.split() if not _is_term(part, language)]
        return " ".join([terms[run.index(figure.index)], *rest])
    kinds = fact.measure.split(" and ")
    if terms or len(kinds) != len(run) or len(run) < 2:
        return None
    return restrict(kinds[run.index(figure.index)].casefold(), fact.indicator, language) or None


def _behind(figure: Figure, language: str) -> tuple[str, str] | None:
    """ "0.7 percent on the 5/1 ARM": the loan that a rate is told to be on."""
    tokens, at = figure.sentence.tokens, figure.behind
    if tokens[at : at + 1] != ["on"]:
        return None
    named = _last(figure, at, min(len(tokens), at + ON), language)
    return named if named is not None and named[1] else None


def _named(figure: Figure, language: str) -> tuple[str, str] | None:
    """The last term of paper between the figure before and this one, and what bears it where that is a loan of its own."""
    return _last(figure, figure.lead_first, figure.first, language)


def _last(figure: Figure, start: int, end: int, language: str) -> tuple[str, str] | None:
    tokens = figure.sentence.tokens
    units = words("years", language) | words("terms", language)
    for i in range(end - 1, start + 1, -1):
        quoted = tokens[i - 1] in QUOTES  # the "5/1" ARM
        if tokens[i] in words("loans_of_terms", language) and tokens[i - 2 - quoted] == "/":
            return "".join(tokens[i - 3 - quoted : i - quoted]), tokens[i]
        if tokens[i] not in units or tokens[i - 1] != "-":
            continue
        number = tokens[i - 2]
        if not (number.isdigit() or number in closed("counts", language)):
            continue
        behind = tokens[i + 1 : min(end, i + 1 + PAPER)]
        if not words("extremes", language).isdisjoint(behind[:2]) or words("term_bearers", language).isdisjoint(behind):
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


def _terms_joined(parts: list[str], language: str) -> list[str]:
    """The words of a variant, "three month" as "three-month"."""
    units = words("terms", language) | words("years", language)
    joined: list[str] = []
    for part in parts:
        if part in units and joined and _is_term(f"{joined[-1]}-{part}", language):
            joined[-1] = f"{joined[-1]}-{part}"
        else:
            joined.append(part)
    return joined


def _is_term(word: str, language: str) -> bool:
    number, _, unit = word.casefold().partition("-")
    units = words("years", language) | words("terms", language)
    fixed, slash, _ = number.partition("/")  # "5/1": fixed for five years
    return (unit in units and (number.isdigit() or number in closed("counts", language))) or bool(slash and fixed.isdigit())
