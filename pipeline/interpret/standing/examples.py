"""What is told by way of example: a person with a loan, a move that would bring about another, whatever comes of it."""

from __future__ import annotations

from decimal import Decimal

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among

NAMED = 12
"""Tokens before a sum in which the person is named that it tells apart."""

ARTICLE = 4
"""Tokens before a person in which his article stands."""

VERB = 16
"""Tokens behind a sum in which it is told what such a person does or would do."""

MOVE = 5
"""Tokens between a figure and the noun that it moves by."""

RATE = "interest_rate"

LED, BASE = 10, 5
"""Tokens between the noun of a move and the rate it leads to, and between that, with the rate it is from, and its "would"."""

UNIT = 4
"""Tokens between a unit and "equals"."""

HUNDREDTH = Decimal("0.01")

FAR = 24
"""Tokens between such a move and the verb of what it does."""


def told(figure: Figure, operators: list[Operator]) -> Told | None:
    """Hypothetical, where a figure tells an example or what comes of one."""
    if _person(figure, operators):
        return "hypothetical", "of one who is an example", FAIR
    if _law(figure):
        return "hypothetical", "what such a move does", FAIR
    if _moved_to(figure):
        return "hypothetical", "a rate to which one might move", FAIR
    if _unit(figure):
        return "hypothetical", "what a unit comes to", FAIR
    return None


def _moved_to(figure: Figure) -> bool:
    """ "A rate cut to 0.25 percent from 0.5 percent would not help", "a cut in the bank's rate to 1 percent could": what might be done."""
    sentence, tokens = figure.sentence, figure.sentence.tokens
    if figure.fact.indicator != RATE or figure.lead[-1:] != ["to"]:
        return False
    nouns = [c.first for c in sentence.of("direction") if c.role != "verbs" and figure.first - LED <= c.first < figure.first]
    if not nouns or not among(figure, "indefinite", tokens[max(0, nouns[-1] - ARTICLE) : nouns[-1]]):
        return False
    verb = next((c.first for c in sentence.of("finite") if c.first >= figure.behind), len(tokens))
    return verb - figure.behind <= BASE and among(figure, "supposing", tokens[verb : verb + 1])


def _unit(figure: Figure) -> bool:
    """ "basis points, each of which equals one-hundredth of a percentage point": what a unit is, and no step of a rate."""
    if figure.money or figure.mention.quantity.unit == "percent":
        return False
    tokens = figure.sentence.tokens
    near = range(max(0, figure.first - UNIT), min(len(tokens), figure.last + UNIT))
    if among(figure, "unit_equals", [tokens[i] for i in near]):
        return True
    return figure.mention.quantity.high <= HUNDREDTH and among(figure, "unit_is", figure.bare_lead()[-1:])


def _person(figure: Figure, operators: list[Operator]) -> bool:
    """ "someone with a $300,000 mortgage would pay", "the owner of a house valued at $250,000 pays", but "couples with $5 million fled"."""
    if not figure.money or figure.fact.statistic != "level":
        return False
    tokens = figure.sentence.tokens
    low = max(0, figure.first - NAMED, figure.first - len(figure.lead))
    at = next((i for i in range(figure.first - 1, low - 1, -1) if among(figure, "persons", tokens[i : i + 1])), None)
    if at is None or "," in tokens[at : figure.first]:
        return False
    if not among(figure, "persons.told_apart", tokens[at + 1 : at + 2]):
        return False  # "a person familiar with the deal"
    one = among(figure, "persons.anybody", tokens[at : at + 1]) or among(figure, "persons.one", tokens[max(0, at - ARTICLE) : at])
    many = tokens[at].endswith("s") and (not at or not tokens[at - 1].isalpha() or among(figure, "persons.many", tokens[at - 1 : at]))
    if not (one or many):
        return False
    done = () if among(figure, "persons.does_so", tokens[at + 1 : at + 2]) else ("actual",)
    verbs = [op for op in operators if at < op.first < figure.first and not among(figure, "trailing", [tokens[op.first]])]
    if any(op.kind in ("will", "may", "copula", *done) for op in verbs):
        return False  # "the basket of a family of four had reached", but "borrowers who took"
    if among(figure, "persons.for", tokens[max(0, at - ARTICLE) : at]):
        return True
    return among(figure, "persons.does", tokens[figure.behind : figure.behind + VERB])


def _law(figure: Figure) -> bool:
    """ "A 10 percent rise in the price of oil would lower growth by 0.2 points and raise inflation by 0.4 points", "a one-cent rise in the
    price of fuel adds $20 million to its costs": a move that might be, and what it does."""
    verb = _law_verb(figure)
    return verb is not None and (figure.last < verb or figure.first - verb <= FAR)


def _law_verb(figure: Figure) -> int | None:
    """The verb of what a move does that opens the clause of a figure, with the move's own figure right behind "a" or in it."""
    sentence, tokens = figure.sentence, figure.sentence.tokens
    opening = next((span for span in figure.spans if span[0] >= figure.clause[0]), None)
    if opening is None:
        return None
    first, last = opening
    if not (among(figure, "indefinite", tokens[first : first + 1]) or among(figure, "indefinite", tokens[first - 1 : first])):
        return None
    start = first if among(figure, "indefinite", tokens[first : first + 1]) else first - 1
    if start and not among(figure, "clause_openers", tokens[start - 1 : start]):
        return None
    move = next((c for c in sentence.of("direction") if last < c.first <= last + MOVE and c.role != "verbs"), None)
    if move is None or not among(figure, "law_verbs.moved", tokens[move.last + 1 : move.last + 2]):
        return None
    i = move.last + 1
    while i < min(len(tokens), move.last + FAR):
        word = tokens[i]
        if word == ",":
            i = next((n for n in range(i + 1, len(tokens)) if tokens[n] == ","), len(tokens))
        elif among(figure, "law_verbs.would", [word]) or (
            among(figure, "law_verbs", [word]) and among(figure, "law_verbs.round", tokens[first : last + 1])
        ):
            return i
        elif among(figure, "foreseen_stops", [word]) or among(figure, "actual.verbs", [word]) or any(a <= i <= b for a, b in figure.spans):
            return None
        i += 1
    return None
