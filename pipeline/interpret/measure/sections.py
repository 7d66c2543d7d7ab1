"""A part of what shops sell, factories make or homes are sold as, told by the word for what it is, whatever stands before that: "gasoline
stations posted a 3 pct gain", "drops of 3 pct for primary metals".

What it is told of measures no whole, though the whole is named before it; parts with a name of their own: measure/component.py.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.narrow import ACRONYMS, headline
from pipeline.interpret.measure.wording import printed
from pipeline.lexicon import either

WHOLES = frozenset({"retail_sales", "consumer_spending", "industrial_production", "orders", "inventories", "capacity_use"})
"""What is told by such parts."""

STOCKS = "inventories"

TOLD = frozenset({"growth", "level"})
"""How it is; a percentage of an amount turns out to be its growth."""

LONG = 6
"""Words of the name of a part."""

STEP = 2
"""Tokens of a movement behind a figure: "a 3 pct drop in"."""

OF_MANY = frozenset({"'"})
"""The genitive of a plural: "gas stations' sales"."""

JOINTS = frozenset({"and", "&", "-"})
"""Between the words of a part's name."""


def settle(figure: Figure) -> None:
    """Narrow a measure of the whole by the part that is its subject, or that stands behind the figure."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator not in WHOLES or fact.statistic not in TOLD or figure.money or figure.story.is_organisation(fact.entity):
        return
    found = _subject(figure)
    if found is None and (clue is None or clue.last < figure.first):
        found = _behind(figure)
    if found is None or (clue is not None and clue.role != "loose" and found[0] <= clue.first <= found[1]):
        return
    if any(c.key in fact.variant and found[0] <= c.first <= found[1] for c in figure.sentence.of("variant")):
        return  # "long-lasting manufactured goods" have their name
    unsaid = headline(fact.indicator, figure.story.language) | {"and", "&"}  # as where the part stands at the noun of the measure
    kept = [i for i in range(found[0], found[1] + 1) if figure.sentence.tokens[i] not in unsaid]
    told = printed(figure, kept, ACRONYMS)
    if told.casefold() not in fact.variant.casefold():
        fact.variant = told
        figure.because(f"variant: {told}, a part told by what it is")


def _subject(figure: Figure) -> tuple[int, int] | None:
    """The part before the movement or the figure, past its verb and the measure that is its own: "gas stations saw sales rise 3 pct"."""
    tokens, language, clue, move = figure.sentence.tokens, figure.story.language, figure.clue, figure.frame.move
    sees = closed("parts_see", language)
    skipped = either(closed("hedges", language), closed("before_parts", language), sees)
    at = (move.first if move is not None and move.last < figure.first else figure.first) - 1
    while at >= figure.start and tokens[at] in skipped:
        at -= 1
    if clue is not None and clue.first <= at <= clue.last and tokens[clue.first - 1] in sees | GENITIVE | OF_MANY:
        at = clue.first - 1
        while at >= figure.start and (tokens[at] in skipped or tokens[at] in GENITIVE | OF_MANY):
            at -= 1
    return _ending(figure, at) if at >= figure.start else None


def _behind(figure: Figure) -> tuple[int, int] | None:
    """ "fell 3 pct at furniture stores", "a drop of 3 pct for primary metals"."""
    tokens, language, at = figure.sentence.tokens, figure.story.language, figure.behind
    moves = {c.first for c in figure.sentence.of("direction")}
    at = next((i for i in range(at, at + STEP) if i not in moves), at)
    if tokens[at : at + 1] == [] or tokens[at] not in closed("parts_behind", language):
        return None
    first = at + 1
    while first < len(tokens) and tokens[first] in sets(language)["determiners"]:
        first += 1
    last = first - 1
    while last + 1 < len(tokens) and last - first < LONG and _plain(figure, last + 1):
        last += 1
    while last > first and tokens[last] in JOINTS:
        last -= 1
    found = _ending(figure, last)
    return found if found is not None and found[0] == first else None


def _ending(figure: Figure, at: int) -> tuple[int, int] | None:
    """The part whose name ends at token `at`."""
    tokens, language, sentence = figure.sentence.tokens, figure.story.language, figure.sentence
    kind = tokens[at] in closed("part_kinds", language)
    at -= kind  # "the nondefense aircraft category"
    alone = kind or tokens[at] in either(closed("parts_alone", language), closed("components", language))
    alone = alone or (figure.fact.indicator == STOCKS and tokens[at] in closed("stock_holders", language))  # "retailers cut their stocks"
    if at < 0 or not (_plain(figure, at) and (alone or tokens[at] in closed("part_heads", language))):
        return None
    first = at
    while first and at - first < LONG and _plain(figure, first - 1):
        first -= 1
    while first < at and (tokens[first] in JOINTS or tokens[first] in closed("no_parts_before", language)):
        first += 1
    if first == at and not alone:
        return None
    if figure.story.organisations_in(sentence.starts[max(0, first - 2)], sentence.ends[at]):
        return None  # "at Arden's department stores"
    return (first, at) if _bound(figure, first) else None


def _plain(figure: Figure, at: int) -> bool:
    """Whether a token may be of the name of a part."""
    tokens, known = figure.sentence.tokens, sets(figure.story.language)
    token = tokens[at]
    if any(a <= at <= b for a, b in figure.spans) or any(c.first <= at <= c.last for c in figure.sentence.of("place")):
        return False
    if token in JOINTS:
        return True
    stops = either(
        *(known[name] for name in ("determiners", "prepositions", "verbs", "small_words", "sayers", "before_parts", "parts_see"))
    )
    if token in stops or not token[0].isalpha() or token in lexicon.entries("periods", figure.story.language)["months"]:
        return False
    return not any(c.first == at for kind in ("finite", "direction", "attribution") for c in figure.sentence.of(kind))


def _bound(figure: Figure, first: int) -> bool:
    """Whether nothing goes before the name that begins at a token: it opens its clause, or hangs on the measure or the figure."""
    tokens, language, clue = figure.sentence.tokens, figure.story.language, figure.clue
    before, passed = first - 1, sets(language)["determiners"] | closed("no_parts_before", language)
    while before >= 0 and (tokens[before] in passed or any(c.last == before for c in figure.sentence.of("place"))):
        before -= 1
    listed = (
        before > 0
        and tokens[before] == ","
        and tokens[before - 1] in either(closed("parts_alone", language), closed("part_heads", language))
    )
    if before < figure.start or tokens[before] in closed("part_bounds", language):
        return not listed  # "orders for cars, trucks and parts"
    if tokens[before] not in closed("part_links", language):
        return False
    return figure.last < before <= figure.behind + STEP or (clue is not None and clue.last == before - 1)
