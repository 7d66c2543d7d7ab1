"""A part of an index or of an economy that moves by itself: "retail sales rose 2 pct, with food up 3 pct", "energy was 4 pct cheaper"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries
from pipeline.interpret.measure.memory import Memory
from pipeline.lexicon import either

PARTED = frozenset(
    {
        *("consumer_prices", "producer_prices", "retail_sales", "industrial_production", "gdp", "output", "orders", "consumer_spending"),
        "investment",
    }
)
"""What is told by its parts."""

ECONOMY = frozenset({"gdp", "output", "industrial_production"})
"""What a story is about whose branches of the economy have an output."""

INDUSTRY = "industrial_production"
"""What has a name of its own whatever it is a part of."""

LONG = 5
"""Tokens of a part's name."""


def settle(figure: Figure, memory: Memory) -> None:
    """The part that a growth is told of narrows its measure; a branch of the economy has an indicator of its own."""
    fact = figure.fact
    if fact.statistic != "growth" or figure.money:
        return
    named = (fact.indicator, *memory.named, *memory.theme)
    if PARTED.isdisjoint(named):
        return
    found = _part(figure)
    if found is None or (figure.clue is not None and found[0] <= figure.clue.first <= found[1] and figure.clue.role != "loose"):
        return
    first, last = found
    sentence = figure.sentence
    branch = branch_of(figure, first, named, memory.released) if first == last else None
    if branch is not None:
        fact.indicator, fact.measure = branch, figure.story.text[sentence.starts[first] : sentence.ends[last]]
        figure.because("indicator: a branch of the economy that moves by itself", 0.75)
    if fact.indicator in PARTED:
        fact.variant = " ".join(figure.story.text[sentence.starts[first] : sentence.ends[last]].split())
        figure.because(f"variant: {fact.variant}, a part that moves by itself")


def branch_of(figure: Figure, at: int, named: tuple[str, ...], released: str | None) -> str | None:
    """What the output of the branch is that token `at` names, where what was `named` is an economy's: a part of what was `released`."""
    if ECONOMY.isdisjoint(named):
        return None
    branches: dict[str, str] = entries(figure.story.language)["loose"]["branches"]
    branch = branches.get(figure.sentence.tokens[at])
    return released if branch is not None and released is not None and branch != INDUSTRY else branch


def _part(figure: Figure) -> tuple[int, int] | None:
    """The first and last token of the part right before the movement or the figure; nothing else may stand in its phrase."""
    tokens, language = figure.sentence.tokens, figure.story.language
    parts = closed("components", language)
    inside = parts | closed("component_attributes", language) | {"and", "-"}
    move = figure.frame.move
    at = (move.first if move is not None and move.last < figure.first else figure.first) - 1
    skipped = either(closed("hedges", language), closed("before_parts", language))
    while at >= figure.start and tokens[at] in skipped and tokens[at] not in parts:
        at -= 1
    if at < figure.start or tokens[at] not in parts:
        return None
    first = at
    while first > figure.start and at - first < LONG and tokens[first - 1] in inside:
        first -= 1
    if tokens[first] in ("and", "-"):
        if first > figure.start and tokens[first - 1].isalpha():
            return None  # "output by mines, factories and utilities fell"
        first += 1
    before = tokens[first - 1] if first else "."
    bound = first == 0 or first == figure.start or before in closed("part_bounds", language)
    return (first, at) if bound else None
