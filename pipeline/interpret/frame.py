"""How a figure stands in its sentence: the step, the value reached, its base, a comparison, a conversion, a second of a pair."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure, Frame
from pipeline.lexicon import words

REACH = 9
"""Tokens over which a word of movement governs a step."""

PAIRED = 9
"""Tokens between two figures of which the second has no noun and no verb of its own."""

COMPARED = 8
"""Tokens before a figure in which a word of comparison is looked for."""

OR_POINTS = 8
"""Tokens between the points of an index and the percentage that restates them."""

PRICE = 10_000
"""Below this an amount of money may be a price."""

NOUN = 3
"""Tokens between an amount and its own noun."""

SAME_SIZE = 1000
"""Amounts further apart than this factor are not of one series: a sum is not set beside a price."""


def clauses(sentence: Sentence, spans: list[tuple[int, int]], language: str) -> list[int]:
    """The tokens at which the clauses of a sentence begin, the first of which is 0.

    "and" begins one where a noun of measure and a verb stand between it and the next figure, a comma where it is followed by
    a relative; ";", "while", "but" and their kin always do.
    """
    found = [0]
    tokens = sentence.tokens
    breaks, relatives, joins = words("clause_breaks", language), words("relatives", language), words("clause_joins", language)
    nouns = [c for c in sentence.of("indicator") if c.role != "verb"]
    verbs = [*sentence.of("finite"), *filter(_verb, sentence.of("direction"))]
    may_join = bool(nouns and verbs)
    bracket = False
    for i, word in enumerate(tokens):
        if word in ("(", ")"):
            bracket = word == "("
        if bracket and word == ";":
            continue  # "($9.4m; £4.8m)"
        if word in breaks or (word in relatives and i and tokens[i - 1] == ","):
            found.append(i + 1)
        elif may_join and (word == "," or word in joins):
            until = next((first for first, _ in spans if first > i), 0)
            noun = next((c for c in nouns if i < c.first and c.last < until), None)
            if noun is not None and any(noun.last < c.first and c.last < until for c in verbs):
                if word != "," or not any(i < c.first and c.last < noun.first for c in verbs):
                    found.append(i + 1)
    return found


def _verb(clue: Clue) -> bool:
    return clue.kind == "finite" or (clue.kind.startswith("direction.") and clue.role in ("verbs", "both"))


def frame(figure: Figure) -> Frame:
    """The role of a figure whose earlier figures have theirs."""
    lead = _bare(figure)
    tokens = figure.sentence.tokens
    previous = figure.previous
    if previous is not None and figure.money and lead in (["("], [";"], ["(", "or"], ["/"]):
        return Frame("converted", _origin(previous))
    if previous is not None and lead[-1:] == ["or"] and len(lead) <= 4:
        return Frame("restated", previous)
    move = _move(figure) or _by(figure, lead) or _step_verb(figure) or _of_points(figure, lead)
    if move is not None and figure.attributive:
        move = None  # "ran up a 5 billion dlr deficit", "paying off its 9 billion dlr debt": what moves is not the figure
    last = lead[-1] if lead else ""
    if previous is not None and last == "from" and len(lead) <= 14:
        return Frame("base", _beside(figure), move)
    if previous is not None and _compares(lead, figure):
        return Frame("compared", _beside(figure), _noun_after(figure) or _move(figure))
    noun = _noun_after(figure)
    if noun is not None:
        return Frame("moved", previous if len(lead) <= 2 else None, noun)
    if figure.lead[-1:] == ["as"] and figure.lead[-3:-2] == ["as"] and figure.lead[-2] in figure.words("extremes"):
        return Frame("reached", None, move)  # "fell as low as 3 pct"
    if move is not None:
        return Frame("reached" if last == "to" else "step", None, move)
    if last == "to":
        return Frame("reached", None, _nearest_move(figure))
    if previous is not None and len(lead) <= PAIRED and _joins(lead, figure) and not _names_own(figure):
        return Frame("paired", previous)
    if previous is not None and tokens[previous.last + 1 : previous.last + 2] == ["from"] and lead[:1] == ["from"]:
        return Frame("base", previous)
    return Frame("stated", None, None)


def _bare(figure: Figure) -> list[str]:
    """The tokens before a figure without the hedges, articles and attributes right before it."""
    lead = figure.lead
    while lead and lead[-1] in figure.words("before_figure"):
        lead = lead[:-1]
    return lead


def _origin(figure: Figure) -> Figure:
    """The figure that a chain of conversions began with."""
    while figure.frame.role == "converted" and figure.frame.anchor is not None:
        figure = figure.frame.anchor
    return figure


def _beside(figure: Figure) -> Figure:
    """The earlier figure that a base or a comparison belongs to: the nearest of the same sort of unit and, for prices, the same size."""
    for other in reversed(figure.earlier):
        if other.frame.role == "converted":
            continue
        unit, mine = other.mention.quantity, figure.mention.quantity
        if unit.unit == mine.unit or (other.money and figure.money):
            if not figure.money or _near(unit.high, mine.high):
                return other
    return _origin(figure.earlier[-1])


def _near(a: Decimal, b: Decimal) -> bool:
    return min(abs(a), abs(b)) * SAME_SIZE >= max(abs(a), abs(b))


def _compares(lead: list[str], figure: Figure) -> bool:
    """ "against 5 pct", "compared with a forecast of 5 pct", "below the expected 5 pct": only a noun phrase may stand between."""
    for i in range(len(lead) - 1, max(len(lead) - COMPARED, 0) - 1, -1):
        word, before = lead[i], lead[i - 1] if i else ""
        between = lead[i + 1 :]
        if word in figure.words("compares_behind") and _own_noun(figure, between):
            return False
        if word in figure.words("compares_alone") or (word in ("with", "to") and before in figure.words("compares_with")):
            return len(between) <= 1 or between[-1] not in figure.words("value_reached") - {"of", "at"}
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


def _joins(lead: list[str], figure: Figure) -> bool:
    return bool(lead) and (not figure.words("joins").isdisjoint(lead))


def _names_own(figure: Figure) -> bool:
    """Whether a noun of measure or a verb stands between the figure before and this one."""
    after = figure.earlier[-1].last
    return any(after < c.first and c.last < figure.first and (c.kind == "indicator" or _verb(c)) for c in figure.sentence.clues)


def _noun_after(figure: Figure) -> Clue | None:
    """ "a 5 pct rise", "5 pct more": a noun of movement or a comparative right after the figure."""
    tokens = figure.sentence.tokens
    for clue in figure.sentence.of("direction"):
        if clue.first <= figure.last:
            continue
        between = tokens[figure.last + 1 : clue.first]
        if between and between[-1] in figure.words("describing"):
            continue  # "spending of 10 billion represents a cut"
        if clue.role != "verbs" and len(between) <= 2 and figure.words("noun_stops").isdisjoint(between):
            if clue.kind != "direction.flat":
                return clue
        if not between and clue.role != "nouns" and tokens[clue.first] in figure.words("comparatives"):
            if tokens[clue.first] not in figure.words("steps_without_comparison") or not figure.money:
                return clue
    return None


def _move(figure: Figure) -> Clue | None:
    """The word of movement before the figure whose step it is: only hedges, "by" and a period may stand between."""
    tokens = figure.sentence.tokens
    for clue in reversed(figure.sentence.of("direction")):
        if clue.last >= figure.first or clue.first < figure.start or figure.first - clue.last > REACH:
            continue
        between = [t for t in tokens[clue.last + 1 : figure.first] if t != "-"]  # "tumbled a bigger-than-expected 1 pct"
        if clue.kind == "direction.flat" and clue.first and tokens[clue.first - 1] in figure.words("articles"):
            continue  # "expanded by a steady 3 pct"
        if tokens[clue.first] in figure.words("after_only") or between[:1] == ["than"]:
            continue  # "higher than the 25 cents expected" compares
        paced = between[-1:] == ["of"] and between[-2:-1] and between[-2] in figure.words("pace")
        if paced and "to" not in between and clue.role != "nouns":
            return clue
        if clue.role == "nouns" and not ({"of", "by"} & set(between)):
            continue
        if _is_object(figure, clue, between):
            continue
        if figure.money and between and between[-1] in figure.words("passed") and figure.mention.quantity.high < PRICE:
            return None  # "rose over $17": a price that is passed
        value = between and between[-1] in figure.words("value_reached") and not _yearly(figure, between)
        noun = clue.role == "nouns" or (
            tokens[clue.first] in figure.words("moved_by") and tokens[clue.first - 1 : clue.first] in (["a"], ["an"])
        )
        if value and not (between[-1] == "of" and noun) and between[-3:] != ["up", "to"]:
            continue
        free = [t for t in between if t not in figure.words("step_words") and not t.isdigit()]
        if len(free) <= 3 and figure.words("step_stops").isdisjoint(between[:-1] if between[-2:] == ["up", "to"] else between):
            return clue
    return None


def _by(figure: Figure, lead: list[str]) -> Clue | None:
    """ "raise its lending rate by 1.5 points", "cut the $20 million loan by $4 million": the verb may stand before another figure."""
    if lead[-1:] not in (["by"], ["of"]) or (lead[-1] == "of" and lead[-2:-1] != ["tune"]):
        return None
    moves = [c for c in figure.sentence.of("direction") if c.role != "nouns" and c.last < figure.first]
    return next((c for c in reversed(moves) if c.first >= figure.clause[0]), None)


def _step_verb(figure: Figure) -> Clue | None:
    """ "saved $5 million", "knocked 3 pct off": a verb that takes a step away from something, right before the figure."""
    directions = _steps(figure.story.language)
    for i in range(figure.first - 1, max(figure.start, figure.first - 4) - 1, -1):
        if direction := directions.get(figure.sentence.tokens[i]):
            return Clue(f"direction.{direction}", direction, i, i, figure.sentence.starts[i], figure.sentence.ends[i], "verbs")
    return None


@cache
def _finite(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("cues", language)["finite"]["verbs"])


@cache
def _steps(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["step_verbs"]
    return {verb: direction for direction, verbs in entry.items() for verb in verbs}


@cache
def _takes_sums(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("statistic", language)["object_of_money"]["verbs"])


def _yearly(figure: Figure, between: list[str]) -> bool:
    """ "growing at 15 pct a year": the rate is the growth."""
    return not figure.money and between == ["at"] and figure.mention.quantity.per is not None


def _of_points(figure: Figure, lead: list[str]) -> Clue | None:
    """ "rose 20 points, or 0.2 pct": a percentage that says again what an index did, which is no figure."""
    if lead[-1:] != ["or"]:
        return None
    points = next((n for n, token in enumerate(reversed(lead)) if token in figure.words("index_units")), OR_POINTS)
    if points >= OR_POINTS:
        return None
    at = figure.first - points - 1
    moves = [c for c in figure.sentence.of("direction") if c.last < at and c.first >= figure.clause[0]]
    return moves[-1] if moves and at - moves[-1].last <= REACH else None


def _is_object(figure: Figure, clue: Clue, between: list[str]) -> bool:
    """ "raised $5 million": the sum is what was raised, no step, unless a value follows ("lost 20 cents to $5")."""
    tokens = figure.sentence.tokens
    said = " ".join(tokens[clue.first : clue.last + 1])
    return (
        figure.money
        and "by" not in between
        and said in _takes_sums(figure.story.language)
        and tokens[figure.last + 1 : figure.last + 2] != ["to"]
    )


def _nearest_move(figure: Figure) -> Clue | None:
    found = [c for c in figure.sentence.of("direction") if figure.clause[0] <= c.first and c.last < figure.first]
    return found[-1] if found else None
