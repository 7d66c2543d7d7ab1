"""Lists of those traded with: "sales to Peru made up 28 pct, Chile 14 pct", "exports rose to $18 billion, with Peru taking $2 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, led, words

TAKEN = {"exports": "taking_exports", "imports": "sending_imports"}
"""The participles that tell whom a flow goes to, or comes from."""

FLOWS = frozenset({*TAKEN, "trade_balance", "trade_turnover"})


def next_side(figure: Figure, party: Party | None) -> str | None:
    """Whose trade it is where a place right before a figure is the next other side, or takes a part of what was told before."""
    previous = figure.previous
    if previous is None or party is None or party.organisation or party.owns or not previous.last < party.last < figure.first:
        return None
    fact, language = previous.fact, figure.story.language
    if takes(figure, party, fact.indicator):
        figure.fact.indicator = fact.indicator
        return fact.entity if fact.entity != party.key else None
    listed = fact.indicator in FLOWS and fact.statistic == figure.fact.statistic and fact.partner not in (None, party.key)
    bare = figure.first - party.last == 1 and led(party, [], figure.sentence.tokens, language) in words("alike", language)
    if not listed or not bare or fact.entity in (None, party.key):
        return None
    figure.fact.indicator = fact.indicator
    return fact.entity


def takes(figure: Figure, party: Party, flow: str) -> bool:
    """ "exports rose to $18 billion, with Peru taking $2 billion", "imports …, with Chile supplying 5 pct"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if flow not in TAKEN or led(party, [], tokens, language) != "with":
        return False
    return tokens[party.last + 1] in words(TAKEN[flow], language)
