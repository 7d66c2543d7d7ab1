"""What part of a firm its owner has, told by the owner: "a 9 percent owner of Arden", "Arden, 80 percent controlled by Penwith",
"controls 20 percent of the group's votes"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

WHOLE = 100
"""No part is more."""

NEAR = 5
"""Tokens before such a part in which its verb stands, and behind it in which the votes do."""


def settle(figure: Figure) -> None:
    """Take a percentage right before such a word for a stake, whatever its clause measures."""
    fact = figure.fact
    if figure.money or fact.quantity.unit != "percent" or fact.indicator == "stake" or fact.quantity.high > WHOLE:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    at = figure.behind + (tokens[figure.behind : figure.behind + 1] == ["-"])
    here, behind = tokens[at : at + 1], tokens[at + 1 : at + 2]
    lead = figure.bare_lead(words["hedges"])[-1:]
    owned = here and here[0] in words["held_passively"] and behind == ["by"]
    owned = owned or (here == ["by"] and lead != [] and lead[0] in words["held_passively"])  # "still held 50 percent by the state"
    if not owned and words["part_owners"].isdisjoint(here) and not _by_kind(figure, at) and not _votes(figure):
        return
    if owned and not words["views_held"].isdisjoint(tokens):
        return
    fact.indicator, fact.statistic, fact.direction, fact.measure, fact.variant = "stake", "share", None, "stake", ""
    figure.because("indicator: what part its owner has", 0.85)


def _by_kind(figure: Figure, at: int) -> bool:
    """ "70 percent state-owned", "51 percent Russian owned": who owns that part stands before the word, as a kind of owner."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if not tokens[at : at + 1] or not tokens[at][0].isalpha():
        return False
    hyphen = tokens[at + 1 : at + 2] == ["-"]
    return (hyphen or tokens[at] in words["kinds_of_owners"]) and not words["held_passively"].isdisjoint(
        tokens[at + 1 + hyphen : at + 2 + hyphen]
    )


def _votes(figure: Figure) -> bool:
    """ "controls 20 percent of the group's votes", told of who may decide; but not "won 20 percent of the vote"."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + NEAR]
    at = next((n for n, here in enumerate(behind) if here in words["votes"]), None)
    if at is None or words["held_links"].isdisjoint(behind[:1]) or "," in behind[:at]:
        return False
    before = tokens[max(0, figure.first - NEAR) : figure.first]
    if not words["price_links"].isdisjoint(before[-1:]):
        return False  # "kept rates on hold at 2 percent in a vote"
    return not words["deciders"].isdisjoint(before)
