"""What a word of modality behind a figure makes of it: a noun that it is the value of, a participle, a clause that tells who foresaw it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, SURE, Told
from pipeline.interpret.standing.modality import Operator, forms
from pipeline.interpret.standing.reach import among, noun, of_market

NOUN = 4
"""Tokens between a figure and the word of modality that it is bound to."""

CLAUSE = 8
"""Tokens between a figure and the word of modality of a clause about it: "the 5 pct rise in sales that analysts had expected"."""

EACH = 4
"""Tokens behind a price that tell what it is the price of: "-a-share"."""

HEAD = 3
"""Tokens of a noun between a figure and the clause about it."""


def behind(figure: Figure, operators: list[Operator], by_noun: set[int]) -> Told | None:
    """ "a 5 pct target", "3.5 pct planned for this year", "the 5 pct that analysts had expected"; notes in `by_noun` whose value it is."""
    tokens, last = figure.sentence.tokens, _restated(figure) - 1
    if figure.mention.quantity.unit == "percent" and among(figure, "chances", tokens[last + 1 : last + 2]):
        return "forecast", "how likely it is", FAIR
    move = figure.frame.move
    seen = last + 1 + (move is not None and move.first == last + 1)  # "the 2 pct rise seen in a poll"
    if among(figure, "seen_by_polls", tokens[seen : seen + 1]) and not among(figure, "determiners", tokens[seen + 1 : seen + 2]):
        if among(figure, "polls", tokens[seen + 1 : seen + 1 + CLAUSE]) and not any(last < a < seen + CLAUSE for a, _ in figure.spans):
            by_noun.add(figure.first)
            return "forecast", "what a poll saw", FAIR
    polled = tokens[seen + 1 : seen + 1 + CLAUSE]
    if tokens[seen : seen + 1] == ["in"] and among(figure, "compares", figure.lead[-HEAD:]) and among(figure, "polls.asking", polled):
        asking = polled[: next(n for n, token in enumerate(polled) if among(figure, "polls.asking", [token]))]
        if not among(figure, "polls.before", asking) and "," not in asking:
            by_noun.add(figure.first)
            return "forecast", "what a poll saw", FAIR
    offer = _offer(figure)
    known = among(figure, "definite", tokens[max(0, figure.first - 2) : figure.first])
    for op in operators:
        if op.first <= last:
            continue
        if op.first == offer and op.kind == "plan" and op.role != "verb":
            by_noun.add(figure.first)
            return op.kind, f"{tokens[op.first]!r} behind", SURE
        heard = tokens[last + 1 : op.first]
        if among(figure, "auxiliaries", tokens[op.last + 1 : op.last + 2]) and _asked(figure, heard) is not None:
            continue  # "analysts polled by Reuters Estimates had expected": a name
        between = _unasked(figure, heard)
        clause = _clause(figure, between, known)
        if len(between) > (CLAUSE if known or clause is not None else NOUN) or any(last < first < op.first for first, _ in figure.spans):
            return None
        if op.kind in ("forecast", "target", "plan", "estimate", "hypothetical") and not of_market(figure, op):
            if op.role != "verb" and len(between) <= HEAD and not among(figure, "noun_stops", between):
                by_noun.add(figure.first)
                return noun(figure, op), f"{tokens[op.first]!r} behind", SURE
            bound = clause is not None and "," not in between[:clause] and tokens[op.last + 1 : op.last + 2] != ["to"]
            was = _auxiliaries(figure, between) if bound else 0  # "that the market was expecting"
            ends = len(between) - was
            said = between if clause is None else [t for t in between[clause + 1 : ends] if not among(figure, "by_average", [t])]
            looked = clause is not None and _looked_for(figure, op, between)
            if (
                op.role != "noun"
                and (looked or among(figure, "participles", [tokens[op.first], tokens[op.last]]))
                and not among(figure, "noun_stops", said)
            ):
                finite = among(figure, "finite_with_to", [tokens[op.last]]) and "to" in tokens[op.last + 1 : op.last + 1 + HEAD]
                if not finite and not among(figure, "compares", between[-1:]):
                    if clause is not None and (was or among(figure, "foresees_itself", [between[clause]])):
                        by_noun.add(figure.first)  # what it is set beside says nothing of it
                    guessed = looked or (op.kind == "estimate" and among(figure, "foreseers", tokens[op.last + 1 : op.last + 1 + HEAD]))
                    return ("forecast" if guessed else op.kind), f"{tokens[op.first]!r} behind", FAIR
        if not among(figure, "auxiliaries", [tokens[op.first]]):
            return None
    return None


def _restated(figure: Figure) -> int:
    """The token behind a figure and what it is called otherwise: "40 billion or 3.5 percent planned for this year"."""
    at = figure.behind
    if not among(figure, "called_otherwise", figure.sentence.tokens[at : at + 1]):
        return at
    return next((last + 1 for first, last in figure.spans if first == at + 1), at)


def _unasked(figure: Figure, between: list[str]) -> list[str]:
    """Words between a figure and a verb of foresight without those that tell who asked: "that analysts polled by the agency had expected"."""
    at = _asked(figure, between)
    if at is None:
        return between
    return between[:at] + between[len(between) - _auxiliaries(figure, between) :]


def _asked(figure: Figure, between: list[str]) -> int | None:
    """Where it is told who asked: "analysts polled by the agency"."""
    if "by" not in between:
        return None
    return next(
        (n for n, token in enumerate(between) if n and among(figure, "asked_by", [token]) and between[n + 1 : n + 2] == ["by"]), None
    )


def _looked_for(figure: Figure, op: Operator, between: list[str]) -> bool:
    """ "the 5 pct rise that analysts were looking for": what those who foresee look for, nobody plans."""
    if op.kind != "plan" or not among(figure, "calling", figure.sentence.tokens[op.first : op.first + 1]):
        return False
    return among(figure, "foreseers", between) or among(figure, "foreseers.markets", between)


def _auxiliaries(figure: Figure, between: list[str]) -> int:
    """How many auxiliaries stand before a verb of foresight: "had been expecting"."""
    return next((n for n, token in enumerate(reversed(between)) if not among(figure, "auxiliaries", [token])), len(between))


def _clause(figure: Figure, between: list[str], known: bool) -> int | None:
    """Where a relative clause begins behind a figure or its noun: "the 5 pct that", "the 5 pct decline economists were expecting", of
    what is `known` "the 5 pct it had projected"."""
    relatives, foreseers, markets = (forms(name, figure.story.language) for name in ("relatives", "foreseers", "foreseers.markets"))
    for n, token in enumerate(between[:HEAD]):
        if token in relatives or (known and among(figure, "foresees_itself", [token])):
            return n
        if token in foreseers or token in markets:  # but not ", above economists' forecast"
            return None if among(figure, "noun_stops", between[:n]) or among(figure, "determiners", between[n + 1 : n + 2]) else n
    return None


def _offer(figure: Figure) -> int:
    """ "a $31 a share cash-and-stock offer", "its $31-per-share initial offer": the token behind a price and what it says of its kind."""
    tokens, at = figure.sentence.tokens, figure.behind
    if not figure.money:
        return -1
    words = [n for n in range(at, at + EACH) if tokens[n : n + 1] not in ([], ["-"])][:2]
    if len(words) > 1 and among(figure, "each", [tokens[words[0]]]) and among(figure, "each.pieces", [tokens[words[1]]]):
        at = words[1] + 1
    elif not among(figure, "each.paid_in", tokens[at : at + 1]):
        return -1
    while among(figure, "each.kinds", tokens[at : at + 1]):
        at += 1
    return at
