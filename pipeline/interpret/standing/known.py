"""What is there already, whatever is told around it: how large a market is, what was so a year before; which words do not reach a figure."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clauses import asides as told_apart
from pipeline.interpret.clauses import dashed
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.survey import asked
from pipeline.interpret.standing import disposed
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among, expected, kept_in_reserve, measures
from pipeline.interpret.standing.unsaid import voted

NOUN = 3
"""Tokens between a sum and the market that it is the size of ("its $350 billion retail goods market")."""

COMPOUND = 5
"""Tokens of a word that is joined by hyphens."""

MADE = 3
"""Tokens before the article of such a market in which it is still to be made."""

BEATEN = 4
"""Tokens between "beat" and the expectations that were beaten."""

ASIDE = 14
"""Tokens of a relative clause between commas right before the value that its sentence reaches."""

YEAR_AGO = 3
"""Tokens behind a base in which it is that of a year ago."""

MILLENNIUM = 1000
"""The least number that is a year."""


def there(figure: Figure) -> str | None:
    """Why a figure is a fact before any word of its sentence is heard."""
    if voted(figure):
        return "votes that were counted"
    if _ordered(figure):
        return "what a court has ordered"
    return "how large something is" if _sized(figure) else None


def _ordered(figure: Figure) -> bool:
    """ "was ordered to pay a $5 million fine", "ordering the firm to hand over $5 million"; but "may be ordered to pay"."""
    if not measures(figure, "penalties"):
        return False
    lead = figure.sentence.tokens[figure.clause[0] : figure.first]
    at = next((i for i in range(len(lead) - 1, -1, -1) if among(figure, "ordering", lead[i : i + 1])), None)
    to = lead.index("to", at) if at is not None and "to" in lead[at:] else None
    if to is None or not among(figure, "ordered_to", lead[to + 1 : to + MADE]):
        return _ruled(figure, lead)  # not "ordered the bank to explain why it agreed to pay"
    return not among(figure, "ordered_if", lead[:at]) and not among(
        figure, "ordered_if", figure.sentence.tokens[: figure.clause[0]][-MADE:]
    )


def _ruled(figure: Figure, lead: list[str]) -> bool:
    """ "A court ruled that Arden must pay 5 million": what somebody has to pay by what a court has found."""
    at = next((i for i in range(len(lead) - 1, -1, -1) if among(figure, "ruling", lead[i : i + 1])), None)
    return at is not None and not among(figure, "ordered_if", lead[:at]) and among(figure, "must_pay", lead[at + 1 :])


def already(figure: Figure, operators: list[Operator]) -> str | None:
    """Why a figure is a fact whatever word of modality stands before it."""
    if _answered(figure, operators):
        return "what those asked say or do"
    return "what somebody has or did with it" if disposed.told(figure, operators) else None


def _answered(figure: Figure, operators: list[Operator]) -> bool:
    """Whether a figure is what part of those asked say or do; those employed are not asked: "will cut 5 percent of its employees"."""
    share = figure.fact.statistic == "share" and not measures(figure, "employed")
    return figure.polled or (share and asked(figure) and not expected(figure, operators))


def _sized(figure: Figure) -> bool:
    """ "the $350 billion retail industry is forecast to double", but "will create a $350 billion market"."""
    if not figure.money or figure.fact.statistic != "level":
        return False
    tokens, at = figure.sentence.tokens, figure.behind
    heads = _heads(tokens, at)
    head = next((i for i in heads if among(figure, "sized", tokens[i : i + 1])), None)
    if head is None or not all(word.isalpha() or word == "-" for word in tokens[at:head]):
        return False
    if not figure.words("describing").isdisjoint(tokens[i] for i in heads if i < head):
        return False  # "to pump $4 billion into the economy"
    behind = tokens[head + 1 : head + 2]
    if behind and behind[0].isalpha() and not among(figure, "sized.ends", behind):
        return False  # "a $700 billion industry bailout package"
    article = next(
        (i for i in range(figure.first - 1, max(0, figure.first - 1 - NOUN), -1) if tokens[i] in figure.words("describing")), None
    )
    if article is None or among(figure, "sized.guessed", tokens[article + 1 : figure.first]):
        return False
    return not among(figure, "sized.made", tokens[max(0, article - MADE) : article])


def _heads(tokens: list[str], at: int) -> list[int]:
    """The first words from a token on, those joined by hyphens as one: "over-the-counter derivatives market"."""
    far = min(len(tokens), at + (NOUN + 1) * COMPOUND)
    return [i for i in range(at, far) if tokens[i] != "-" and (i == at or tokens[i - 1] != "-")][: NOUN + 1]


def in_measure(figure: Figure, op: Operator) -> bool:
    """ "raised the price it will pay", "the cash that banks must hold": whether a modal is of a clause that only tells what moved."""
    if kept_in_reserve(figure, op):
        return True
    if op.kind != "will" or not among(figure, "paying_price", figure.sentence.tokens[op.last + 1 : op.last + 2]):
        return False
    before = figure.sentence.tokens[max(0, op.first - 2) : op.first]
    return among(figure, "no_more.subjects", before[-1:]) and among(figure, "paying_price.prices", before[:-1])


def a_year_ago(figure: Figure) -> bool:
    """ "forecast $2 a share for the year, down from $3 a year earlier", "from $3 in 1986": a base that has been, and was not foreseen before."""
    behind, at = figure.sentence.tokens[figure.behind : figure.behind + YEAR_AGO], figure.story.at
    if at is not None and among(figure, "year_ago.placed", behind[:1]) and len(behind) > 1 and behind[1].isdigit():
        return MILLENNIUM <= int(behind[1]) < at[0]
    return among(figure, "year_ago.units", behind) and among(figure, "year_ago", behind)


def reaching(figure: Figure, operators: list[Operator]) -> list[Operator]:
    """The words of modality before a figure but those of an aside between dashes, and of expectations that were beaten or missed."""
    before = [op for op in operators if op.last < figure.first]
    if not before:
        return before
    asides = [
        *_asides(figure),
        *_gauges(figure),
        *((a.start - 1, a.stop) for a in told_apart(figure.sentence, figure.first, figure.story.language)),
    ]
    if before[0].first <= 1 and _asked(figure, before[0]):
        before = before[1:]
    return [op for op in before if not _beaten(figure, op) and not any(a < op.first < b for a, b in asides)]


def _asked(figure: Figure, op: Operator) -> bool:
    """ "Asked to judge its policies, 45 percent": whether a sentence opens with what people were asked."""
    tokens = figure.sentence.tokens
    return among(figure, "asked_first", tokens[op.first : op.first + 1]) and "," in tokens[op.last + 1 : figure.first]


def _asides(figure: Figure) -> list[tuple[int, int]]:
    """What stands between dashes before a figure, or in a relative clause right before it."""
    tokens = figure.sentence.tokens
    apart = [(a, b) for a, b in dashed(tokens, figure.first) if "." not in tokens[a:b]]  # else they open the entries of a list
    closed = figure.first - 1
    while closed > 0 and (tokens[closed] in figure.words("before_figure") or tokens[closed] in figure.words("reaching")):
        closed -= 1
    if tokens[closed] == "," and closed < figure.first - 1:  # "payouts under the scheme, which was approved in 2016, to $2.8 billion"
        opened = next((i for i in range(closed - 1, max(0, closed - ASIDE), -1) if tokens[i] == ","), None)
        if opened is not None and among(figure, "relatives_apart", tokens[opened + 1 : opened + 2]):
            apart.append((opened, closed))
    return apart


def _gauges(figure: Figure) -> list[tuple[int, int]]:
    """ "cut its forecast for GDP, a gauge of what is produced within the borders, to 2 pct": what a measure is, between commas."""
    tokens = figure.sentence.tokens
    commas = [i for i in range(figure.first) if tokens[i] == ","]
    return [
        (a, b)
        for a, b in pairwise(commas)
        if not figure.words("articles").isdisjoint(tokens[a + 1 : a + 2]) and among(figure, "gauges", tokens[a + 2 : min(b, a + 2 + NOUN)])
    ]


def _beaten(figure: Figure, op: Operator) -> bool:
    """ "beat expectations by posting a rise of 5 pct", but "beat expectations for a rise of 5 pct"."""
    tokens = figure.sentence.tokens
    if not among(figure, "beaten", tokens[op.first : op.last + 1]) or not among(
        figure, "beaten.closed_by", tokens[op.last + 1 : op.last + 2]
    ):
        return False
    return among(figure, "beaten.by", tokens[max(0, op.first - BEATEN) : op.first])
