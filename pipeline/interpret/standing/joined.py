"""A figure that shares what is said of the one before it: the second value of a noun of expectation, the price that an offer is called by."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.modality import Operator, forms
from pipeline.interpret.standing.reach import among, measures, years_before

JOINED = 10
"""Tokens between two values of one noun."""

LISTED = 12
"""Tokens between two figures of a list, with what the first is for."""

CALLED = 6
"""Tokens between an offer and what it is worth, told behind a comma."""

TIMED = 8
"""Tokens behind a second value in which a time of its own is named."""

MEANT = 6
"""Tokens behind a noun of what is meant to be done within which its "to" stands."""

STEP = 6
"""Tokens between a value and the step that stands beside it, behind a comma."""

SHARED = ("forecast", "target", "estimate")
"""What a noun may make of two values at once."""


def shared(figure: Figure, operators: list[Operator], by_noun: set[int]) -> Told | None:
    """What a figure is with the one before it, or with the offer that it is the price of; notes in `by_noun` whose value it is."""
    anchor = figure.frame.anchor
    if (status := second_value(figure, operators, by_noun)) is not None:
        told = status, "that of the first value of the noun", FAIR
    elif called_by(figure):
        told = "plan", "what an offer is called by", FAIR
    elif anchor is not None and anchor is figure.previous and figure.frame.role == "paired" and anchor.first in by_noun:
        told = anchor.fact.status, "that of the figure it is paired with", FAIR  # "cut its targets to 12 and 10 dlrs"
    elif (before := done_too(figure)) is not None:
        return before.fact.status, "that of the figure before, by the same verb", FAIR
    elif (before := enumerated(figure, operators)) is not None:
        return before.fact.status, "that of the one before it in a list", FAIR  # no value of a noun: its base is told as any
    else:
        return None
    by_noun.add(figure.first)
    return told


def stands_beside(figure: Figure) -> str | None:
    """ "is set at 9 trillion, an increase of 31 percent", "expected to be 4 percent, which is 1 percent less than it forecast before": the
    status of the value before a comma, where what is behind it is but a step."""
    before, lead = figure.previous, figure.lead
    if before is None or before.fact.status not in (*SHARED, "plan") or figure.fact.statistic not in STEPS or figure.frame.role in BESIDE:
        return None
    if before.fact.statistic in STEPS and before.fact.indicator != "gdp":
        return None
    if lead[:1] != [","] or len(lead) > STEP or not (len(lead) == 1 or among(figure, "steps_apart", lead[1:2])):
        return None
    stops = any(among(figure, "joins.stops", [word]) for word in lead[2:] if word != ",")
    return None if stops else before.fact.status


def only_thought_of(figure: Figure, operators: list[Operator]) -> bool:
    """ "is considering a bid of $5 billion", "could make a $50-a-share offer": an offer that nobody has made."""
    if not figure.money or not measures(figure, "deals"):
        return False
    tokens, start = figure.sentence.tokens, figure.clause[0]
    thought = [op for op in operators if start <= op.first < figure.first]
    doubt = next((op for op in reversed(thought) if _in_doubt(figure, op)), None)
    if doubt is None or not among(figure, "indefinite", tokens[doubt.last + 1 : figure.first]):
        return False
    between = tokens[doubt.last + 1 : figure.first]
    return not among(figure, "definite", between) and not among(figure, "possessives", between) and "," not in between


def _in_doubt(figure: Figure, op: Operator) -> bool:
    """Whether a word says that an offer may be made, or is pondered: not "should accept an offer of"."""
    word = [figure.sentence.tokens[op.first]]
    return among(figure, "pondering", word) or (op.kind == "may" and not among(figure, "advises", word))


def second_value(figure: Figure, operators: list[Operator], by_noun: set[int]) -> str | None:
    """ "kept its forecast for a net profit of 5 million and sales of 80 million": the status of the first value."""
    last, tokens = figure.previous, figure.sentence.tokens
    first = last.frame.anchor if last is not None and last.frame.role == "converted" else last  # "of 2 billion yen ($18 million) and"
    if last is None or first is None or first.first not in by_noun or first.fact.status not in SHARED or figure.frame.role in BESIDE:
        return None
    between = tokens[last.last + 1 : figure.first]
    between = between[between[:1] == [")"] :]
    if figure.frame.role == "reached" and between == ["to"] and first.fact.statistic in STEPS:
        return first.fact.status  # "for profit to rise 3 pct to 5 million and sales to grow 4 pct to 80 million"
    if not (0 < len(between) <= JOINED) or not among(figure, "joins", between) or among(figure, "joins.stops", between):
        return None
    if among(figure, "possessives", between) or _of_another_time(figure, between):
        return None
    if any(first.last < op.first < figure.first for op in operators) or _told_by_a_verb(figure, first):
        return None
    return first.fact.status


def done_too(figure: Figure) -> Figure | None:
    """The figure before, in "are expected to have fallen 0.5 pct, but to have risen 0.1 pct without oil": both verbs hang on one word."""
    before, lead = figure.previous, figure.lead
    if before is None or before.fact.status not in SHARED or before.fact.indicator != figure.fact.indicator or figure.frame.role in BESIDE:
        return None
    joints = forms("joins.again", figure.story.language)
    at = next((i for i in range(len(lead) - 2) if lead[i] in joints and lead[i + 1] == "to"), None)
    return None if at is None or among(figure, "joins.stops", lead[at + 2 :]) else before


def enumerated(figure: Figure, operators: list[Operator]) -> Figure | None:
    """The figure before, in "will pay 80 crowns in cash and 16 crowns in shares": both hang on one verb, each with what it is for."""
    before, tokens = figure.previous, figure.sentence.tokens
    if before is None or before.fact.status == "actual" or figure.frame.role in BESIDE:
        return None
    if before.mention.quantity.unit != figure.mention.quantity.unit:
        return None
    between = figure.bare_lead()
    links, joints = forms("listed.links", figure.story.language), forms("listed.joints", figure.story.language)
    if not 1 < len(between) <= LISTED or between[0] not in links or between[-1] not in joints:
        return None
    if tokens[figure.behind : figure.behind + 1] == [] or tokens[figure.behind] not in links:
        return None
    if any(before.last < op.first < figure.first for op in operators) or _told_by_a_verb(figure, before):
        return None
    return None if among(figure, "listed.stops", between) or _of_another_time(figure, between) else before


def _of_another_time(figure: Figure, between: list[str]) -> bool:
    """ "above its forecast of 4 dlrs and 1986 earnings of 3 dlrs", "and 1.1 pct growth in the same month last year"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + TIMED]
    return years_before(figure, [*between, *behind]) or among(figure, "joins.before", behind)


def _told_by_a_verb(figure: Figure, first: Figure) -> bool:
    """Whether a verb that stands between the two figures tells the second: "a rise of 5 pct and sales fell 3 pct"."""
    sentence = figure.sentence
    moved = (c for c in sentence.of("direction") if c.role == "verbs" and sentence.tokens[c.first - 1] != "to")
    return any(first.last < c.first < figure.first for c in (*sentence.of("finite"), *moved))


def meant(figure: Figure, noun: Operator) -> bool:
    """ "the agreement on Friday to buy it for $5 million": whether an infinitive hangs on a noun of what is meant to be done."""
    behind = figure.sentence.tokens[noun.last + 1 : min(figure.first, noun.last + 1 + MEANT)]
    at = next((n for n, word in enumerate(behind) if word == "to"), None)
    return at is not None and not among(figure, "joins.stops", behind[:at])


def called_by(figure: Figure) -> bool:
    """ "rejected the offer, initially worth $5 billion": whether an offer is told apart by its price, between commas."""
    if not figure.money or not measures(figure, "deals"):
        return False
    lead = figure.lead[-CALLED:]
    at = next((n for n in range(len(lead) - 2, 0, -1) if lead[n] == ","), 0)
    return at > 0 and among(figure, "offers_made", lead[at - 1 : at]) and among(figure, "worth", lead[at + 1 :])
