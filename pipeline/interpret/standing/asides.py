"""What is said by the way of something that is still to come: it is there already."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.standing.before_now import on_top
from pipeline.interpret.standing.modality import Operator, forms
from pipeline.interpret.standing.reach import among, measures, years_before

GOES_ON = "what is to end or to go on"
"""Why a sum is a fact that somebody is to end: the time of its end is none of its own."""

APPOSED = 12
"""Tokens before a figure in which somebody is told apart by it: ", a dealer with annual sales of"."""

OWNED = 4
"""Tokens behind a comma in which it is said whose dealer somebody is."""

TOPPED = 4
"""Tokens before a figure that name it as a mark set before: "the previous record high of"."""

BEHIND = 4
"""Tokens behind a figure in which a verb may say that it was only expected: "more than the 5 million analysts had expected"."""

REASON = 14
"""Tokens between "because" and a figure."""

HEAD = 5
"""Tokens before a relative pronoun that hold the noun it takes up."""

_DASH = ("-", "-")

OPEN_KINDS = ("forecast", "hypothetical")


def aside(figure: Figure, operators: list[Operator], status: str) -> str | None:
    """Why a figure in a sentence of something to come is a fact, if it is one."""
    if _goes_on(figure):
        return GOES_ON
    if _owed(figure):
        return "what somebody is owed"
    if _topped(figure):
        return "a mark set before"
    if on_top(figure, operators):
        return "what something is added to"
    if _reason(figure, operators):
        return "why something is to come"
    if _beside_then(figure):
        return "set beside it, of a time that is over"
    if _between_commas(figure):
        return "as it stands, between commas"
    if _apposed(figure) or _with_assets(figure):
        return "what somebody is told apart by"
    if (status in OPEN_KINDS or measures(figure, "reported")) and _in_relative(figure, operators):
        return "told in a clause of its own"
    return None


def closed(figure: Figure, op: Operator) -> bool:
    """ "had expected spending, which accounts for a third of it, to rise 2 pct": a verb of a clause of its own, behind which another's goes on."""
    tokens = figure.sentence.tokens
    low = max(figure.clause[0], op.last)
    comma = next((n for n in range(figure.first - 2, low, -1) if tokens[n] in (",", "-") and tokens[n + 1] == "to"), None)
    relatives = forms("relatives_apart", figure.story.language)
    opened = (n for n in range(max(1, op.first - HEAD), op.first) if tokens[n] in relatives)
    return comma is not None and any(tokens[n - 1] in (",", "-") for n in opened)


def _goes_on(figure: Figure) -> bool:
    """ "expected to halt its $5 million programme", "may extend its $3 million scheme": what is there to be ended, whoever may end it."""
    lead = figure.bare_lead()
    own = among(figure, "possessives", lead[-1:]) or among(figure, "possessives", figure.lead[-1:])
    return figure.money and own and among(figure, "ends_or_goes_on", lead[-2:]) and not measures(figure, "bought")


def _owed(figure: Figure) -> bool:
    """ "will recover half of the $7 billion they are owed"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + TOPPED]
    at = next((n for n, token in enumerate(behind) if among(figure, "owed", [token])), 0)
    if measures(figure, "let_go"):
        return False  # "may cancel the $3 billion it is owed": what is let go
    return figure.money and at > 0 and all(token.isalpha() for token in behind[:at]) and behind[0] not in figure.words("whole_after")


def _topped(figure: Figure) -> bool:
    """ "expected to top 4 trillion, beating the previous high of 3 trillion"."""
    lead = figure.lead[-TOPPED:]
    return lead[-1:] == ["of"] and among(figure, "topped", lead[-2:-1]) and among(figure, "topped.former", lead[:-2])


def _reason(figure: Figure, operators: list[Operator]) -> bool:
    """ "will suffer because it still carries $15 billion of debt", "the biggest since Tansy's $7 billion sale": told for a fact, not "because
    of" and not with a word of its own of what may be."""
    tokens, first = figure.sentence.tokens, figure.first
    low = max(figure.clause[0], first - REASON, 0)
    at = next((i for i in range(first - 1, low - 1, -1) if among(figure, "reasons", tokens[i : i + 1])), None)
    between = [] if at is None else tokens[at + 1 : first]
    if at is None or among(figure, "reasons.of", between[:1]) or among(figure, "reasons.stops", between) or _DASH in pairwise(between):
        return False
    return not any(at < op.last < figure.behind + BEHIND and op.kind not in ("actual", "copula") for op in operators)


def _beside_then(figure: Figure) -> bool:
    """ "is expected to make up a tenth of sales by 2020, compared with 6 percent last year": what was, though no figure is before it."""
    lead, behind = figure.bare_lead(), figure.sentence.tokens[figure.behind : figure.behind + BEHIND]
    if figure.frame.role in BESIDE or not among(figure, "set_against", lead[-2:]) or not among(figure, "set_against.closing", lead[-1:]):
        return False
    return among(figure, "year_ago.past", behind[:2]) or among(figure, "year_ago", behind[2:3]) or years_before(figure, behind[:2])


def _between_commas(figure: Figure) -> bool:
    """ "expect inflation, at 0.7 percent in June, to have picked up"."""
    if figure.lead[-2:] != [",", "at"] or figure.money or "," in figure.lead[:-2]:
        return False
    tokens, at = figure.sentence.tokens, figure.behind
    ranked = not figure.words("articles").isdisjoint(tokens[at : at + 1])  # "unemployment, at 3.5 percent the lowest in decades, to rise"
    return "," in tokens[at : at + (REASON if ranked else TOPPED)]


def _apposed(figure: Figure) -> bool:
    """ "could use the assets of Tansy, a dealer with annual sales of 13 billion": measures as firms report them, behind "with"."""
    lead = figure.lead[-APPOSED:]
    if lead[-1:] != ["of"] or not (measures(figure, "reported") or measures(figure, "told_apart")):
        return False
    joined = next((n for n in range(len(lead) - 2, 0, -1) if among(figure, "apposed", lead[n : n + 1])), 0)
    joined -= lead[joined - 1] == ","
    comma = next((n for n in range(joined - 1, -1, -1) if lead[n] == ","), -1)
    somebody = comma >= 0 and not figure.words("articles").isdisjoint(lead[comma + 1 : comma + 2])
    return somebody or (comma >= 0 and not GENITIVE.isdisjoint(lead[comma + 1 : comma + 1 + OWNED]))  # ", Europe's largest dealer with"


def _with_assets(figure: Figure) -> bool:
    """ "will pay 8 million for Penwith, a bank with 43 million in assets", but not "would create a bank with 5 billion in assets"."""
    lead = figure.bare_lead()
    if not figure.money or not measures(figure, "sizes") or not among(figure, "apposed", lead[-1:]):
        return False
    counted = figure.sentence.tokens[figure.behind : figure.behind + TOPPED]
    return (
        among(figure, "counted_in", counted)
        and among(figure, "apposed.counted", counted[:1])
        and not among(figure, "sized.made", lead[-APPOSED:])
    )


def _in_relative(figure: Figure, operators: list[Operator]) -> bool:
    """ "believe the unit, which makes 60 percent of its oil, could be sold": a clause behind a comma, with a verb that is not of what may be.

    Not "sees growth, which it now puts at 5 percent": what is foreseen itself.
    """
    if figure.frame.role in BESIDE:
        return False
    tokens, start = figure.sentence.tokens, figure.first - len(figure.lead)
    relatives = forms("relatives_apart", figure.story.language)
    at = next((n for n in range(figure.first - 2, max(0, start), -1) if tokens[n] in relatives and tokens[n - 1] == ","), None)
    if at is None or "," in tokens[at : figure.first] or among(figure, "no_more.subjects", tokens[at + 1 : at + 2]):
        return False
    if among(figure, "planned_things", tokens[max(0, at - HEAD) : at - 1]):
        return False  # "expect the deal, which includes 7 million in cash, to close"
    return not any(at < op.first < figure.behind + BEHIND for op in operators)
