"""What is only supposed: under a condition or a plan, until something comes about, of a thing that might be."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import BREAK, Operator, forms
from pipeline.interpret.standing.reach import among, measures

HEADED = 9
"""Tokens between the "a" of what is only thought of and the figure that tells it."""

UNDER = 4
"""Tokens behind "under" in which that plan is named, told behind the figure."""

PLANNED = 6
"""Tokens at the head of a sentence in which the plan is named under which something would be."""

EACH = 8
"""Tokens between "each" and the move."""

REPORT = 24
"""Tokens before a figure in which it is told that a report is not confirmed."""

GROUP = 5
"""Tokens between those whom a rule is for and the sum from which on it is."""

COUNTED = 3
"""Tokens behind a sum in which what it counts is named: "in total assets"."""

BOUNDS = frozenset({"more_than", "less_than", "at_least", "at_most"})
"""How a sum bounds what is counted."""

RISK = 3
"""Tokens between a verb that moves a risk and the risk."""

CONDITION = 8
"""Tokens between "if" and the verb of its clause."""

WOULD_BE = 12
"""Tokens between a deal that is thought of and its "would"."""


def until_moved(figure: Figure, op: Operator) -> bool:
    """ "will keep its rate until inflation falls below 2 pct": a value that bounds how long something is to be."""
    tokens = figure.sentence.tokens
    at = next((i for i in range(op.last + 1, figure.first) if among(figure, "until", tokens[i : i + 1])), None)
    if at is None or any(op.last < first < figure.first for first, _ in figure.spans):
        return False
    return any(at < clue.first < figure.first and clue.role != "nouns" for clue in figure.sentence.of("direction"))


def needed(figure: Figure) -> bool:
    """ "shares would have to rise to $5 for taxpayers to break even": where a price would have to come to, which nobody foresees."""
    if not measures(figure, "needed"):
        return False
    lead = figure.sentence.tokens[figure.clause[0] : figure.first]
    at = next((i for i, token in enumerate(lead) if among(figure, "would", [token])), None)
    return at is not None and among(figure, "need", lead[at + 1 : at + 2]) and lead[at + 2 : at + 3] == ["to"]


def would_be(figure: Figure, op: Operator) -> bool:
    """ "a bid at that price would value": whether the subject is a deal that is only thought of."""
    tokens = figure.sentence.tokens
    for i in range(op.first - 1, max(0, op.first - WOULD_BE), -1):
        if among(figure, "thought_of", [tokens[i]]) and among(figure, "indefinite", tokens[max(0, i - 2) : i]):
            return True
    return False


def under_plan(figure: Figure, op: Operator) -> bool:
    """ "Under the proposals, bills would rise 5 pct": whether the sentence opens with a plan, of what somebody may plan."""
    tokens = figure.sentence.tokens
    if measures(figure, "earned") or measures(figure, "prices"):
        return False
    if among(figure, "under", tokens[:1]):
        return among(figure, "under_plans", tokens[1 : min(PLANNED, op.first)])
    at = next((i for i in range(figure.behind, len(tokens) - 1) if among(figure, "under", tokens[i : i + 1])), None)
    if at is None or any(figure.last < first < at for first, _ in figure.spans) or among(figure, "noun_ends", tokens[figure.behind : at]):
        return False
    return among(figure, "under_plans", tokens[at + 1 : at + 1 + UNDER])  # "bills would rise by 13 percent under an agreement"


def one_such(figure: Figure, op: Operator) -> bool:
    """ "a cut in tariffs would lower prices by 5 pct": whether the subject, which opens its clause, is one that might be."""
    tokens, at = figure.sentence.tokens, op.first
    if figure.first < op.first or among(figure, "passive", tokens[op.last + 1 : op.last + 2]):
        return False
    while at and op.first - at < WOULD_BE and not among(figure, "clause_openers", tokens[at - 1 : at]):
        at -= 1
    opens = not at or among(figure, "clause_openers", tokens[at - 1 : at])
    if among(figure, "illustrated", tokens[at : op.first]):
        return False  # "a commuter from Penwith would pay 50 more"
    return opens and at < op.first - 1 and among(figure, "indefinite", tokens[at : at + 1])


def if_behind(figure: Figure) -> bool:
    """ "could earn 2 million if he joined the board": whether a condition follows what would be."""
    tokens, conditions = figure.sentence.tokens, forms("conditions", figure.story.language)
    at = next((i for i in range(figure.behind, len(tokens)) if tokens[i] in conditions), None)
    return at is not None and not among(figure, "whether", tokens[at - 1 : at])


def inverted(figure: Figure, operators: list[Operator]) -> bool:
    """ "Should Beijing hit back, a further list worth $260 billion is ready": what is so under a condition that opens the sentence."""
    tokens = figure.sentence.tokens
    if not among(figure, "inverted", tokens[:1]) or "," not in tokens[: figure.first]:
        return False
    comma = tokens.index(",")
    return not any(comma < op.first < figure.first and op.kind == "says" for op in operators)


def any_such(figure: Figure, op: Operator) -> bool:
    """ "any rate over 6 percent would be too high", "a drive to $90 would": a value that is only thought of, before what it would do."""
    lead = figure.lead
    own = among(figure, "indefinite", figure.sentence.tokens[figure.first : figure.first + 1])  # "a half-point cut would"
    at = len(lead) if own else None
    if at is None:
        at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - HEADED), -1) if among(figure, "indefinite", lead[n : n + 1])), None)
    if at is None or op.first < figure.last or "," in lead[at:] or any(figure.last < a < op.first for a, _ in figure.spans):
        return False
    if among(figure, "sums", lead[at + 1 : at + 2]):
        return False  # "a total of 2 trillion won would be invested"
    return figure.previous is None if not at else among(figure, "opens_clauses", lead[at - 1 : at]) or lead[at - 1] in figure.words("says")


def each_move(figure: Figure) -> bool:
    """ "each one-yen rise against the dollar cuts profit by 12 billion yen": what a move, whenever it is made, does to something else."""
    sentence = figure.sentence
    if not among(figure, "each_time", sentence.tokens[figure.clause[0] : figure.first]):
        return False
    at = next(i for i in range(figure.first - 1, -1, -1) if among(figure, "each_time", sentence.tokens[i : i + 1]))
    if "," in sentence.tokens[at : at + EACH]:
        return False
    if among(figure, "periods", sentence.tokens[at + 1 : at + 2]) or any(c.first == at + 1 for c in sentence.of("finite")):
        return False  # "that mature each year", "the two each posted gains"
    moves = [c for c in sentence.of("direction") if at < c.first < figure.first]
    told = next((c for c in moves if c.role != "verbs" and c.first <= at + EACH), None)
    return told is not None and figure.first - told.last > 1 and sentence.tokens[told.last + 1] != "of"


def threshold(figure: Figure) -> bool:
    """ "would apply to banks with more than $10 billion in assets": a sum from which on, or up to which, a rule is for somebody."""
    if figure.fact.approximation not in BOUNDS or not measures(figure, "sizes") or not figure.money:
        return False
    lead, behind = figure.lead[-GROUP - 2 :], figure.sentence.tokens[figure.behind : figure.behind + COUNTED]
    if not (among(figure, "counted_in", lead) or among(figure, "counted_in", behind)):
        return False  # "investment funds with more than $88 billion under management"
    if among(figure, "have_done", behind):
        return False  # "seven companies with more than $1 billion in assets have filed"
    return any(
        among(figure, "sized_by", lead[n : n + 1]) and among(figure, "groups", lead[n - 1 : n]) and "," not in lead[n:]
        for n in range(1, len(lead))
    )


def risk_moved(figure: Figure, op: Operator) -> bool:
    """ "raised the risk of a stroke by 60 percent": whether it is the chance itself that moved, and nothing is only feared."""
    if figure.lead[-1:] != ["by"] or not among(figure, "risks", figure.sentence.tokens[op.first : op.first + 1]):
        return False
    return any(op.first - RISK <= c.first < op.first for c in figure.sentence.of("direction"))


def doubted(before: list[Operator]) -> bool:
    """Whether a word of doubt stands before in the same clause."""
    since = next((n for n in range(len(before) - 1, -1, -1) if before[n].kind == BREAK), -1)
    return any(o.kind == "hypothetical" for o in before[since + 1 :])


def conditional(figure: Figure, before: list[Operator], op: Operator) -> bool:
    """ "if the rate fell below 5 pct": whether a condition reaches the verb that tells a fact."""
    tokens = figure.sentence.tokens
    for o in reversed(before):
        if o.kind in (BREAK, "says"):
            break
        if tokens[o.first] in forms("conditions", figure.story.language):
            between = tokens[o.last + 1 : op.first]
            return len(between) <= CONDITION and "," not in between and not among(figure, "whether", tokens[o.first - 1 : o.first])
    return until(figure, before, op.first)


def until(figure: Figure, before: list[Operator], at: int) -> bool:
    """ "would not raise rates until unemployment fell to 7 pct": whether a figure bounds how long something is to be."""
    if among(figure, "at_present", figure.sentence.tokens[at - 1 : at]):
        return False  # "until unemployment, which now stands at 7.7 percent, has come down"
    to_be = next((o for o in reversed(before) if o.kind in ("will", "may")), None)
    if to_be is None:
        return False
    tokens = figure.sentence.tokens
    bound = next((i for i in range(at - 1, to_be.last, -1) if among(figure, "until", tokens[i : i + 1])), None)
    if bound is None:
        return False
    # "until the jobless rate, now 8 percent, has come down"
    return all(tokens[last + 1 : last + 2] == [","] and "," in tokens[bound:first] for first, last in figure.spans if bound < first < at)
