"""Those that a sentence names by turn, and the figures that it tells of them: "rose 7.3 percent and 6.5 percent, respectively"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.interpret.times.breath import without_brackets

LED = 4
"""Tokens from the last figure to the first of those named behind it."""

TURNS = 26
"""Tokens between the last of those named by turn and their first figure."""


def by_turn(figure: Figure, found: list[Party]) -> Party | None:
    """The party whose turn it is: "India and Brazil posting 7.7 percent and 4.7 percent respectively"."""
    tokens, spans = figure.sentence.tokens, figure.spans
    marks = words("turn_marks", figure.story.language)
    mark = next((i for i, token in enumerate(tokens) if token in marks), None) if len(spans) > 1 else None
    if mark is None:
        return None
    joins = words("turns", figure.story.language)
    begin = end = figure.index
    while begin and joins.issuperset(tokens[spans[begin - 1][1] + 1 : spans[begin][0]]):
        begin -= 1
    while end + 1 < len(spans) and joins.issuperset(tokens[spans[end][1] + 1 : spans[end + 1][0]]):
        end += 1
    if begin == end:
        return None
    if (behind := _behind(figure, found, spans[end][1], mark)) is not None:
        return behind[figure.index - begin] if len(behind) == end - begin + 1 else None
    if not (spans[begin][0] - 2 <= mark <= spans[end][1] + 5):
        return None
    named: list[Party] = []
    for party in found:
        if party.last >= spans[begin][0]:
            break
        if named and named[-1].organisation and not party.organisation and tokens[party.first - 1] == "of":
            continue  # "Penwith Ltd of Japan"
        if named and joins.issuperset(without_brackets(tokens[behind_ticker(tokens, named[-1].last + 1) : party.first])):
            named.append(party)  # but for the tickers between them: "Arden ( ARD.L ) and Penwith PEN.L"
        else:
            named = [party]
    if len(named) != end - begin + 1 or spans[begin][0] - named[-1].last > TURNS:
        return None
    return named[figure.index - begin]


def _behind(figure: Figure, found: list[Party], last: int, mark: int) -> list[Party] | None:
    """Those that are named behind the last of their figures: "$1 billion and $2 billion at Arden and Penwith, respectively"."""
    tokens, joins = figure.sentence.tokens, words("turns", figure.story.language)
    first = next((p for p in found if p.first > last), None)
    if first is None or first.first - last > LED or tokens[last + 1] not in words("turn_links", figure.story.language):
        return None
    named = [first]
    for party in found:
        between = tokens[behind_ticker(tokens, named[-1].last + 1) : party.first]
        if party.first > named[-1].last and joins.issuperset(without_brackets(between)):
            named.append(party)
    at = behind_ticker(tokens, named[-1].last + 1)
    return named if at <= mark <= at + 1 else None
