"""The time right before a figure, or before the noun that it is the amount of."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.times import markets
from pipeline.interpret.times.breath import a_rise_from, sets_of
from pipeline.interpret.times.moment import Moment

NAMED = 6
"""Tokens between a time and the figure of the noun it belongs to ("its 1986 profit of 5 billion")."""


def of_next(figure: Figure, moment: Moment) -> bool:
    """ "a loss of 5 million and a loss for the year of 9 million": nothing but "of" parts a time from the figure behind it."""
    after = next((first for first, _ in figure.spans if first > max(moment.last, figure.last)), None)
    return after is not None and moment.first > figure.last and _opens(moment, after, figure)


def _opens(moment: Moment, first: int, figure: Figure) -> bool:
    """Whether a time stands before the figure at `first`, with "of" and what hedges between them."""
    between = figure.sentence.tokens[moment.last + 1 : first]
    return between[:1] == ["of"] and figure.words("before_figure").issuperset(between[1:])


def right_before(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "a 1986 record 5 billion", "its 1986 profit of 5 billion": a time that only hedges or its noun part from a figure."""
    tokens, placed = figure.sentence.tokens, sets_of(figure).placed
    for moment in moments:
        if _genitive(moment, figure) or _bracketed(moment, tokens, figure.first):
            return moment
        if moment.use == "own" and not moment.backward and moment.last < figure.first and _opens(moment, figure.first, figure):
            return moment
        if moment.first >= figure.first or figure.first - moment.last > NAMED or moment.linked:
            continue
        if moment.use != "own" or moment.backward:
            own = figure.clue is not None and moment.last < figure.clue.first < figure.first
            dated = (moment.use == "base" and own) or (moment.time.kind == "ago" and moment.use != "none")
            if dated and not a_rise_from(moment, figure) and _names(tokens[moment.last + 1 : figure.first], moment, figure):
                return moment  # "from a year-ago loss of 5 million", "flat with first quarter 1986 income of 5 million"
            continue
        if (moment.lead >= 0 and tokens[moment.lead] in placed) or any(moment.last < a < figure.first for a, _ in figure.spans):
            continue
        between = tokens[moment.last + 1 : figure.first]
        if figure.frame.role in BESIDE and not sets_of(figure).following.isdisjoint(between):
            continue  # "growth of 3 pct this year after a fall of 2 pct"
        if figure.frame.role == "base" and not sets_of(figure).base.isdisjoint(between):
            continue  # "a deficit of 5 million last year from a surplus of 3 million"
        if figure.words("before_figure").issuperset(between) or _names(between, moment, figure):
            if not (between[:1] == ["and"] and _own_behind(figure, moments)):
                return moment
    return None


def _own_behind(figure: Figure, moments: list[Moment]) -> bool:
    """ "a deficit of 2 pct this year and a surplus of 1 pct in 2022": whether a time of its own stands right behind the figure."""
    tokens, placed = figure.sentence.tokens, sets_of(figure).placed
    return any(
        m.use == "own" and figure.last < m.first and placed.issuperset(tokens[figure.behind : m.first]) and m.first - figure.last <= 2
        for m in moments
    )


def _bracketed(moment: Moment, tokens: list[str], first: int) -> bool:
    """ "146.8 million (H1 2022: 139.5 million)": a time that heads a bracket, with a colon before the figure."""
    return tokens[moment.last + 1 : first] == [":"] and tokens[max(0, moment.first - 1) : moment.first] == ["("]


def _genitive(moment: Moment, figure: Figure) -> bool:
    """ "from January's 0.7 pct rise": nothing but what hedges stands between the genitive of a time and a figure."""
    between = figure.sentence.tokens[moment.last + 1 : figure.first]
    fits = moment.use in ("own", "base") or (moment.use == "day" and markets.daily(figure))
    return fits and not GENITIVE.isdisjoint(between[:1]) and figure.words("before_figure").issuperset(between[1:])


def _names(between: list[str], moment: Moment, figure: Figure) -> bool:
    """Whether a noun and "of" stand between a time and a figure, and no verb."""
    if between[-1:] != ["of"] or not all(token.isalpha() for token in between):
        return False
    return not any(moment.last < c.first < figure.first and (c.kind == "finite" or c.role == "verbs") for c in figure.sentence.clues)
