"""Whether what an organisation did is what its shares did, where no noun says so: "Acme fell 5 percent to 12 euros"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.benchmark import weighed
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import share_priced
from pipeline.interpret.measure.marks import marked
from pipeline.interpret.measure.memory import Memory

MOVED = frozenset({"step", "reached", "moved"})
"""Roles of a figure that tells a move, or where it led."""

COUNTED = 3
"""Tokens behind a verb of selling in which the number stands."""

GRANTED = 5
"""Tokens before a move in which somebody is granted it, or asks for it: "was granted an increase of 5 percent"."""

QUOTED = 12
"""Tokens between a verb of trading and the price, and between it and whose price it is."""


def shares(figure: Figure, found: Governor | None, memory: Memory) -> bool:
    """Whether the subject is an organisation and the figure what its shares did: "Acme fell 5 percent to 12 euros"."""
    if _quoted(figure):
        return True
    if found is None or found.phrase is None or figure.frame.role not in ("step", "reached", "base", "moved"):
        return False
    if not figure.money and figure.frame.role in ("reached", "base") and figure.fact.statistic == "level":
        return False  # "Arden was stable while Penwith declined to 8 percent from 9 percent": no share has a price in percent
    if figure.money and (not share_priced(figure) or figure.sentence.tokens[found.phrase.last] in closed("crudes", figure.story.language)):
        return False  # "London Brent fell 60 cents"
    last = memory.last
    if figure.money and last is not None and last.number == figure.number and last.fact.indicator == "eps":
        return False  # "Acme earned 76 cents per share, down 10 cents per share"
    sentence = figure.sentence
    if not closed("granted_moves", figure.story.language).isdisjoint(sentence.tokens[max(0, figure.first - GRANTED) : figure.first]):
        return False
    start, end = sentence.starts[found.phrase.first], sentence.ends[found.phrase.last]
    if names := figure.story.organisations_in(start, end):
        whose = sentence.token_at(names[-1].end)
        if sentence.tokens[whose] not in GENITIVE:
            return True
        if whose < found.phrase.last:
            return False  # "Acme's software business grew 5 percent"
        return (
            last is None or last.number < figure.number or last.fact.indicator == "share_price"
        )  # "Acme's value at risk fell, while Colm's rose 5 percent"
    named = memory.last is not None and memory.last.fact.indicator == "share_price"
    if not named and "share_price" in memory.named:  # in a story of what an office releases, towns and trades move, and no shares
        named = not (memory.theme and marked(memory.theme[0], "released", figure.story.language))
    if not closed("plural_verbs", figure.story.language).isdisjoint(sentence.tokens[found.phrase.last + 1 : found.phrase.last + 2]):
        return False  # "Rides were down 80 percent"
    return named and figure.story.text[start].isupper() and not any(c.start < end and start < c.end for c in sentence.of("place"))


def weighs(figure: Figure) -> bool:
    """ "Arden was the biggest drag on the Nasdaq, falling 3 percent": whether it is the move of a share that an index is told beside."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.frame.role not in MOVED or (figure.money and not share_priced(figure)):
        return False
    if _stock_in(tokens[figure.clause[0] : figure.first], language):
        return True
    names = (c for c in figure.sentence.of("indicator") if c.key == "share_price" and c.first < figure.first)
    return any(weighed(tokens, c.first, c.last, language) for c in names)


def _stock_in(before: list[str], language: str) -> bool:
    """ "Stock in Arden soared 9 percent": as a noun of its own "stock in" would be what is paid "in stock in exchange", and worse."""
    stock, links = closed("stock_called", language), closed("stock_links", language)
    return any(a in stock and b in links for a, b in pairwise(before))


def sold(figure: Figure) -> bool:
    """ "Acme sold 3 percent more cars"."""
    clause = figure.sentence.tokens[figure.clause[0] : figure.first]
    return not figure.money and not closed("sellers", figure.story.language).isdisjoint(clause)


def so_many(figure: Figure, verbs: str) -> bool:
    """ "Acme sold 9 million phones, up 5 percent": whether a growth is that of a number of things sold, or made."""
    if figure.money or figure.fact.statistic != "growth" or figure.frame.role != "step":
        return False
    tokens, deeds = figure.sentence.tokens, closed(verbs, figure.story.language)
    low = figure.lead_first
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in deeds), None)
    return at is not None and any(token[0].isdigit() for token in tokens[at + 1 : min(figure.first, at + 1 + COUNTED)])


def listed(figure: Figure) -> bool:
    """ "Key vehicles: Petrel up 6 percent, Osprey down 3 percent": whether a growth stands in a row of what is sold."""
    if figure.money or figure.fact.statistic != "growth":
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    at = next((i for i in range(figure.first - 1, 0, -1) if tokens[i] in (":", "*")), 0)
    return tokens[at] == ":" and tokens[at - 1] in closed("sold_rows", language)


def of_another(figure: Figure, memory: Memory) -> bool:
    """ "Acme reported a 5 percent rise", "Acme raised it to $5": what an organisation tells or moves, where it did not move itself."""
    move = figure.frame.move
    if move is None or (memory.last is not None and memory.last.fact.indicator == "share_price"):
        return False
    moved = figure.sentence.tokens[move.last + 1 : move.last + 2]
    if move.first > figure.last and not closed("quoted_at", figure.story.language).isdisjoint(figure.lead[-1:]):
        return False  # "Acme closed 5 percent higher"
    return move.first > figure.last or not closed("moved_by_others", figure.story.language).isdisjoint(moved)


def _quoted(figure: Figure) -> bool:
    """ "Acme closed in London last night at 64 pence": a price behind a verb of trading, where an organisation stands before it."""
    tokens, low = figure.sentence.tokens, max(figure.clause[0], figure.first - QUOTED)
    if not share_priced(figure) or not figure.lead:
        return False
    if figure.lead[-1] not in closed("quoted_with", figure.story.language):
        return False
    verbs = closed("quoted_at", figure.story.language)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in verbs), None)
    if at is None or any(at < a < figure.first for a, _ in figure.spans):
        return False
    start = figure.sentence.starts[max(figure.clause[0], at - QUOTED)]
    return bool(figure.story.organisations_in(start, figure.sentence.starts[at]))
