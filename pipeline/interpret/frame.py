"""How a figure stands in its sentence: the step, the value reached, its base, a comparison, a conversion, a second of a pair."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.interpret import gapped, movement, over_then, points, repriced
from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import BESIDE, Figure, Frame

PAIRED = 9
"""Tokens between two figures of which the second has no noun and no verb of its own."""

PAIR = 2
"""Tokens between a figure and the growth that is told with it ("3 billion, or 5 pct more")."""

COMPARED = 8
"""Tokens before a figure in which a word of comparison is looked for."""

NOUN = 3
"""Tokens between an amount and its own noun."""

SAME_SIZE = 1000
"""Amounts further apart than this factor are not of one series: a sum is not set beside a price."""

ECONOMY = "gdp"
"""What others are told as parts of."""

FLOWS = {"exports", "imports"}
"""What two are told of that two more are set beside."""

PAIRS = 3
"""The two, and the first of those set beside them."""

YEAR = len("2000")

BASE = 14
"""Tokens between a value and the base that a bare "from" opens."""


def frame(figure: Figure) -> Frame:
    """The role of a figure whose earlier figures have theirs."""
    lead = _bare(figure)
    previous = figure.previous
    if previous is not None and figure.money and lead in (["("], [";"], ["(", "or"], ["/"]):
        return Frame("converted", _origin(previous))
    if previous is not None and lead[-1:] == ["or"] and len(lead) <= 4:
        apart = movement.compared_behind(figure)  # "27 billion, or 5 billion less than a year ago"
        return Frame("restated", previous) if apart is None else Frame("moved", previous, apart)
    if previous is not None and " ".join(lead).rpartition(", ")[2] in figure.words("restates"):
        other_money = figure.money and previous.money and figure.mention.quantity.unit != previous.mention.quantity.unit
        return Frame("converted", _origin(previous)) if other_money else Frame("restated", previous)
    if previous is not None and _of_a_year(lead):
        return Frame("compared", _beside(figure), None)
    move = points.added(figure) or movement.before(figure) or movement.by(figure, lead)
    move = move or movement.step_verb(figure) or movement.of_points(figure, lead) or repriced.verb(figure)
    if move is not None and (figure.attributive or figure.lead[-1:] == ["worth"]):
        move = None  # "ran up a 5 billion dlr deficit", "paying off its 9 billion dlr debt": what moves is not the figure
    said = figure.lead[:-1] if figure.lead[-1:] and figure.lead[-1] in figure.words("signs_minus") else figure.lead
    if said[-1:] == ["as"] and said[-3:-2] == ["as"] and said[-2] in figure.words("extremes"):
        return Frame("reached", None, move)  # "fell as low as 3 pct"
    last = lead[-1] if lead else ""
    if previous is not None and last == "from" and (len(lead) <= BASE or _down_from(figure, lead)):
        return Frame("base", _beside(figure), move)
    if previous is not None and (_moved_from(lead, figure) or _turned(figure)):
        return Frame("base", _beside(figure), move)
    if (counterpart := _by_turns(figure)) is not None:
        return Frame("compared", counterpart)
    if previous is not None and _compares(lead, figure) and not over_then.told(figure):
        move = None if _threshold(figure) else movement.noun_after(figure) or movement.before(figure)
        return Frame("compared", _beside(figure), move)
    noun = movement.noun_after(figure) or movement.taken_off(figure)
    if noun is not None:
        beside = len(lead) <= PAIR and not any(
            verb(c) and c.first in range(figure.first - len(lead), figure.first) for c in figure.sentence.clues
        )
        return Frame("moved", previous if beside else None, noun)  # but "valued at $2 billion, closed 2 pct lower"
    if move is not None and previous is not None and _apposed(figure, previous, move):
        return Frame("step", previous, move)
    if move is not None:
        reached = (
            last in figure.words("reaching")
            and not movement.bounded(figure, lead)
            and (figure.money or lead[-2:-1] == [] or lead[-2] not in figure.words("near_to"))
        )
        return Frame("reached" if reached else "step", None, move)
    if last in figure.words("reaching") and not (figure.money and movement.bounded(figure, lead)):
        return Frame("reached", None, movement.nearest(figure))
    if previous is not None and len(lead) <= PAIRED and _joins(lead, figure) and not (_names_own(figure) or _of_a_line(lead, previous)):
        return Frame("paired", previous.frame.anchor if _begins_anew(figure, previous) else previous)
    if gapped.good(figure) is not None:
        return Frame("paired", previous)
    if previous is not None and lead[:1] == ["of"]:
        lead = _past_economy(lead, figure, previous)
    if (
        previous is not None
        and lead[:1] == ["from"]
        and {"to", ","}.isdisjoint(lead)
        and " ".join(figure.lead[len(lead) - 1 : len(lead) + 1]) not in figure.words("standing_at")
        and not _acts_on(lead, figure)
    ):  # not "up 5 pct from a year ago to reach 3 billion"
        return Frame("base", previous)
    return Frame("stated", None, None)


def _past_economy(lead: list[str], figure: Figure, previous: Figure) -> list[str]:
    """ "to 7.3 percent of GDP from last year's 9.4 percent": the tokens behind what the first is a part of."""
    at = previous.last + 2
    clue = next(
        (c for c in figure.sentence.of("indicator") if c.key == ECONOMY and c.first in (at, at + 1) and c.last < figure.first), None
    )
    return lead[clue.last - previous.last :] if clue is not None else lead


def _of_a_year(lead: list[str]) -> bool:
    """ "3.4 billion (2004: 2.9 billion)": a year before a colon heads what stands in brackets behind a value."""
    return lead[:1] + lead[2:] == ["(", ":"] and len(lead[1]) == YEAR and lead[1].isdigit()


def _down_from(figure: Figure, lead: list[str]) -> bool:
    """ ", up from", ", down from": a comma before the step makes what comes a base, however far the first value is."""
    return lead[-3:-2] == [","] and lead[-2] in figure.words("steps_without_comparison")


def _moved_from(lead: list[str], figure: Figure) -> bool:
    """ "up from a Friday close of", "edging up from October's record low": a noun stands between "from" and the base."""
    at = next((i for i in range(len(lead) - 2, max(0, len(lead) - NOUN - 3), -1) if lead[i] == "from"), 0)
    if lead[-1:] != ["of"] and not figure.words("told_before").isdisjoint(lead[at:]):
        return False  # "up from a prior 5 pct": a forecast that is no more
    return at > 0 and lead[at - 1] in figure.words("steps_without_comparison") and "," not in lead[at:]


def _turned(figure: Figure) -> bool:
    """ "fell to a deficit of $5 million last year from a surplus of $3 million": the noun of the base told again."""
    lead, articles = figure.lead, figure.words("before_figure")
    return lead[-1:] == ["of"] and lead[-4:-3] == ["from"] and lead[-3] in articles and lead[-2] in figure.words("turned_from")


def _bare(figure: Figure) -> list[str]:
    """The tokens before a figure without the hedges, articles and attributes right before it."""
    lead = figure.lead
    while lead and lead[-1] in figure.words("before_figure") and not _sets_beside(figure, lead) and not _closes(figure, lead):
        lead = lead[:-1]
    return lead


def _sets_beside(figure: Figure, lead: list[str]) -> bool:
    """ "rose 5 pct, less than the 6 pct seen in May": an article behind "than" sets beside; alone it bounds ("less than 5 pct").

    "5 pct lower than the 109 billion" is a step, and what it is told of a value.
    """
    if lead[-1] not in figure.words("compares_alone") or figure.lead[len(lead) : len(lead) + 1] != ["the"]:
        return False
    return len(lead) != 2 or lead[0] not in figure.words("comparatives")


def _acts_on(lead: list[str], figure: Figure) -> bool:
    """ "borrow 5 million from a group of banks and sell 2 million of notes": whether a verb goes on behind "and"."""
    if "and" not in lead:
        return False
    at = figure.first - lead[::-1].index("and") - 1
    return any(at < c.first < figure.first and (c.kind == "finite" or c.role == "verb") for c in figure.sentence.clues)


def _closes(figure: Figure, lead: list[str]) -> bool:
    """ "rebounded to close up 68 cents": a verb, and no hedge."""
    return lead[-1] == "close" and not figure.words("steps_without_comparison").isdisjoint(figure.lead[len(lead) : len(lead) + 1])


def _threshold(figure: Figure) -> bool:
    """ "after falling just shy of the $100 milestone": a value that only is not reached."""
    return not figure.words("described").isdisjoint(figure.sentence.tokens[figure.last : figure.last + 2])


def _origin(figure: Figure) -> Figure:
    """The figure that a chain of conversions began with."""
    while figure.frame.role == "converted" and figure.frame.anchor is not None:
        figure = figure.frame.anchor
    return figure


def _begins_anew(figure: Figure, previous: Figure) -> bool:
    """ "was $5 against $4, and with Peru $3 against $2": what stands beside the next value is told behind it, so it is set beside none."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + 1]
    return previous.frame.role in BESIDE and previous.frame.anchor is not None and not figure.words("compares_alone").isdisjoint(behind)


def _by_turns(figure: Figure) -> Figure | None:
    """ "imports were $5 and exports $4, compared with $3 and $2": what the second of two that are set beside two belongs to."""
    if len(figure.earlier) < PAIRS or figure.lead != ["and"]:
        return None
    one, other, beside = figure.earlier[-PAIRS:]
    apart = beside.frame.role != "compared" or beside.frame.anchor is not one
    return None if apart or not _two_flows(one, other) else other


def _two_flows(one: Figure, other: Figure) -> bool:
    """Whether two figures are what is sent and what is brought in."""
    return (
        {one.fact.indicator, other.fact.indicator} == FLOWS and one.frame.role not in (*BESIDE, "paired") and other.frame.role not in BESIDE
    )


def _first_of_two(figure: Figure) -> bool:
    """Whether another figure stands behind "and" right behind one."""
    behind = next((first for first, _ in figure.spans if first > figure.last), None)
    return behind is not None and figure.sentence.tokens[figure.behind : behind] == ["and"]


def _beside(figure: Figure) -> Figure:
    """The earlier figure that a base or a comparison belongs to: the nearest of the same sort of unit and, for prices, the same size."""
    if len(figure.earlier) >= PAIRS - 1 and _two_flows(*figure.earlier[-2:]) and _first_of_two(figure):
        return figure.earlier[-2]  # "imports were $5 and exports $4, compared with $3 and $2"
    for other in reversed(figure.earlier):
        if other.frame.role == "converted" or _bounds(other):
            continue
        unit, mine = other.mention.quantity, figure.mention.quantity
        if unit.unit == mine.unit or (other.money and figure.money):
            if not figure.money or _near(unit.high, mine.high):
                return other
    return _origin(figure.earlier[-1])


def _bounds(other: Figure) -> bool:
    """ "breaching its 3 percent ceiling": what is told of something else is not set beside it."""
    return not other.words("bounds_behind").isdisjoint(other.sentence.tokens[other.last + 1 : other.last + 2])


def _near(a: Decimal, b: Decimal) -> bool:
    return min(abs(a), abs(b)) * SAME_SIZE >= max(abs(a), abs(b))


def _compares(lead: list[str], figure: Figure) -> bool:
    """ "against 5 pct", "compared with a forecast of 5 pct", "below the expected 5 pct": only a noun phrase may stand between."""
    if figure.lead[-2:-1] and figure.lead[-2] in figure.words("rather") and figure.lead[-1] in figure.words("compares_alone"):
        return True  # "to 1.3 pct, rather than 0.5 pct"
    for i in range(len(lead) - 1, max(len(lead) - COMPARED, 0) - 1, -1):
        word, before = lead[i], lead[i - 1] if i else ""
        between = lead[i + 1 :]
        if word in figure.words("compares_behind") and _own_noun(figure, between):
            return False
        if word == "of" and before in figure.words("compares_of") and not between and not figure.money:
            return True  # "well short of the 3 pct that had been expected"
        if word in figure.words("compares_alone") or (word in ("with", "to") and before in figure.words("compares_with")):
            return len(between) <= 1 or between[-1] not in figure.words("value_reached") - {"of", "at"}
        if word in figure.words("compares_expected") and len(between) == 1 and between[0] in figure.words("expectations"):
            return False  # "balances above target will add some 50 mln": no amount of the target is told
        if word in figure.words("compares_expected") and not figure.words("expectations").isdisjoint(between):
            return True
        if word in figure.words("expectations"):
            continue  # a noun here, though "forecast" and "expected" are verbs as well
        if word in figure.words("clause_breaks") or word in (",", "and", "to") or word in _finite(figure.story.language):
            return False
    return False


def _own_noun(figure: Figure, between: list[str]) -> bool:
    """ "a loss of 3 mln dlrs after a 2 mln dlr provision", "after tax gains of": what comes after is no comparison."""
    if not figure.money:
        return False
    if between[:1] and between[0] in figure.words("taxes"):
        return True
    return any(c.role != "verb" and figure.last < c.first <= figure.last + NOUN for c in figure.sentence.of("indicator")) and not any(
        figure.last < c.first <= figure.last + NOUN for c in figure.sentence.of("direction")
    )


def _apposed(figure: Figure, previous: Figure, move: Clue) -> bool:
    """ "on sales of 12 billion yen, up 5 pct": a step behind a comma is one of the amount before it, of which no verb tells."""
    tokens = figure.sentence.tokens
    if tokens[move.first] not in figure.words("apposed") or tokens[move.first - 1] != "," or previous.fact.statistic != "level":
        return False
    between = range(previous.last + 1, move.first - 1)
    return not any(c.first in between and (c.kind == "indicator" or verb(c)) for c in figure.sentence.clues)


def _joins(lead: list[str], figure: Figure) -> bool:
    return bool(lead) and (not figure.words("joins").isdisjoint(lead))


def _names_own(figure: Figure) -> bool:
    """Whether a noun of measure or a verb stands between the figure before and this one."""
    after = figure.earlier[-1].last
    if not figure.words("follows").isdisjoint(figure.lead):  # "made up 58 percent of GDP, followed by Sumatra with 22 percent"
        after = max(i for i in range(after, figure.first) if figure.sentence.tokens[i] in figure.words("follows"))
    return any(after < c.first and c.last < figure.first and (c.kind == "indicator" or verb(c)) for c in figure.sentence.clues)


def _of_a_line(lead: list[str], previous: Figure) -> bool:
    """ "tax 5 mln vs 4 mln, depreciation 3 mln vs 2 mln": a noun, known or not, begins the next item of what is told as a table is."""
    beside = previous.frame.role == "compared" and not previous.words("versus").isdisjoint(previous.lead)
    return beside and lead[-1:] != [] and lead[-1].isalpha() and lead[-1] not in previous.words("before_figure") | previous.words("joins")


@cache
def _finite(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("cues", language)["finite"]["verbs"])
