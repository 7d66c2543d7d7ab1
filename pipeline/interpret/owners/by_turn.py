"""Those that a sentence names by turn, and the figures that it tells of them: "rose 7.3 percent and 6.5 percent, respectively"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.times.breath import without_brackets

TURNS = 14
"""Tokens between the last of those named by turn and their first figure."""


def by_turn(figure: Figure, found: list[Party]) -> Party | None:
    """The party whose turn it is: "India and Brazil posting 7.7 percent and 4.7 percent respectively"."""
    tokens, spans = figure.sentence.tokens, figure.spans
    if len(spans) < 2 or "respectively" not in tokens:
        return None
    mark = tokens.index("respectively")
    joins = words("turns", figure.story.language)
    begin = end = figure.index
    while begin and joins.issuperset(tokens[spans[begin - 1][1] + 1 : spans[begin][0]]):
        begin -= 1
    while end + 1 < len(spans) and joins.issuperset(tokens[spans[end][1] + 1 : spans[end + 1][0]]):
        end += 1
    if begin == end or not (spans[begin][0] - 2 <= mark <= spans[end][1] + 5):
        return None
    named: list[Party] = []
    for party in found:
        if party.last >= spans[begin][0]:
            break
        if named and joins.issuperset(without_brackets(tokens[named[-1].last + 1 : party.first])):
            named.append(party)  # but for the tickers between them: "Arden ( ARD.L ) and Penwith ( PEN.L )"
        else:
            named = [party]
    if len(named) != end - begin + 1 or spans[begin][0] - named[-1].last > TURNS:
        return None
    return named[figure.index - begin]
