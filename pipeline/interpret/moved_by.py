"""What something does to a measure, by verbs that are no words of movement: "the strike depressed earnings by $5 million"."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure

OBJECT = 8
"""Tokens between such a verb and the "by" of its step."""

CAUSE = 4
"""Tokens between a sum and the noun of what it is of: "$3 billion in one-time pretax gains", and between "by" and it."""


def verb(figure: Figure, begin: int, by: int) -> Clue | None:
    """The verb before the "by" at a token, where what it moves is named between: "hurt sales by 3 pct", not "hurt by 3 mln dlrs of costs"."""
    sentence = figure.sentence
    for at in range(by - 2, max(begin, by - OBJECT) - 1, -1):
        clue = _moves(figure, at)
        if clue is not None:
            named = any(at < c.first and c.last < by for c in sentence.of("indicator")) or not figure.words("results_named").isdisjoint(
                sentence.tokens[at + 1 : by]
            )
            return clue if named else None
    return None


def verb_of_growth(figure: Figure, noun: Clue) -> Clue | None:
    """ "the floods cut growth by half a point", "dented growth by 0.3 points": the verb of what is done to growth, the noun before "by"."""
    tokens = figure.sentence.tokens
    if tokens[noun.first] not in figure.words("growth_moved"):
        return None
    low = max(figure.clause[0], noun.first - OBJECT)
    moves = [c for c in figure.sentence.of("direction") if c.role != "nouns" and low <= c.first and c.last < noun.first]
    dealt = next((clue for at in range(noun.first - 1, low - 1, -1) if (clue := _moves(figure, at)) is not None), None)
    return max((*moves[-1:], *((dealt,) if dealt is not None else ())), key=lambda clue: clue.first, default=None)


def causes(figure: Figure) -> bool:
    """ "hurt by $9 billion of write-downs", "boosted by $3 billion in one-time gains": a sum of what moved something else, no step."""
    tokens, behind = figure.sentence.tokens, figure.sentence.tokens[figure.behind : figure.behind + 2]
    if not figure.money or behind[:1] not in (["of"], ["in"]) or behind[-1] in figure.words("articles"):
        return False  # "was cut by $3 billion in the budget"
    at = next((i for i in range(figure.first - 1, max(0, figure.first - CAUSE), -1) if tokens[i] == "by"), 0)
    if not figure.words("on_top").isdisjoint(tokens[at : figure.first]):
        return False
    if at < 1 or tokens[at - (tokens[at - 1] in figure.words("particles")) - 1] not in figure.words("moved_by_a_sum"):
        return False
    return any(figure.last < c.first <= figure.last + CAUSE for c in figure.sentence.of("indicator"))


def _moves(figure: Figure, at: int) -> Clue | None:
    """Such a verb at a token."""
    sentence, directions = figure.sentence, _directions(figure.story.language)
    way = directions.get(sentence.tokens[at]) or directions.get(" ".join(sentence.tokens[max(0, at - 1) : at + 1]))
    return Clue(f"direction.{way}", way, at, at, sentence.starts[at], sentence.ends[at], "verbs") if way is not None else None


@cache
def _directions(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["moved_by"]
    return {verb: way for way, verbs in entry.items() for verb in verbs}
