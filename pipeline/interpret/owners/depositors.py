"""What a state insures of deposits is its own, whichever bank has failed: the limit its nation's, the fund its insurer's.

"The FDIC insures deposits up to $250,000 per account"; "the failure will cost the insurance fund $42 million".
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, places_of, words
from pipeline.interpret.story import Story

LARGEST = 1_000_000
"""The most that is insured of one account."""

BESIDE = 8
"""Tokens between the assets of a bank and its deposits."""

HEDGED = 4
"""Tokens before a sum in which it is told to be a limit: "up to its limit of $100,000"."""

PER = 3
"""Tokens behind a sum in which it is told that it is one of an account."""


def owner(figure: Figure, found: list[Party]) -> str | None:
    """The nation of such a limit, the insurer of such a fund; None where a sum is neither."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if (bank := _beside_assets(figure)) is not None:
        return bank
    if not figure.money or words("insures", language).isdisjoint(tokens):
        return None
    if figure.fact.quantity.high <= LARGEST:
        return _nation(figure, found) if _limit(figure) else None
    fund = next((i for i in range(1, len(tokens) - 1) if tokens[i : i + 2] == ["insurance", "fund"]), 0)
    if not fund or tokens[fund - 1] not in words("of_deposits", language) or _others(figure, found, fund):
        return None
    return _insurer(figure.story)


def _beside_assets(figure: Figure) -> str | None:
    """ "a small bank with $9 million in assets and $8 million in deposits": whose assets are told right before its deposits."""
    before = figure.previous
    if figure.fact.indicator != "deposits" or not figure.money or before is None or before.fact.indicator != "assets":
        return None
    near = figure.first - before.last <= BESIDE and figure.story.is_organisation(before.fact.entity)
    return before.fact.entity if near else None


def _limit(figure: Figure) -> bool:
    """Whether a sum is what is insured of an account at most."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if words("deposit_holders", language).isdisjoint(tokens):
        return False
    before, behind = tokens[max(0, figure.first - HEDGED) : figure.first], tokens[figure.behind : figure.behind + PER]
    bounded = before[-2:] == ["up", "to"] or not words("insured_limits", language).isdisjoint(before)
    return bounded or (behind[:1] == ["per"] and not words("deposit_holders", language).isdisjoint(behind))


def _nation(figure: Figure, found: list[Party]) -> str | None:
    """Whose insurer, or which place, the sentence names, else the story's place."""
    insurers = places_of("deposit_insurers", figure.story.language)
    named = (insurers[token] for token in figure.sentence.tokens if token in insurers)
    place = next((p.key for p in found if not p.organisation and p.role in ("names", "people", "bodies")), None)
    return next(named, None) or place or figure.story.main_place


def _others(figure: Figure, found: list[Party], fund: int) -> bool:
    """ "Arden had $9 billion in assets and will cost the fund $1 billion": whether a sum before the fund's is the bank's own."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + PER]
    owned = not words("assets_of_banks", figure.story.language).isdisjoint(behind)
    return owned or (fund > figure.last + 2 * HEDGED and any(p.organisation and p.last < figure.first for p in found))


def _insurer(story: Story) -> str | None:
    """The insurer by its name as the story prints it, in full where it does."""
    for name in sorted(words("deposit_insurers_named", story.language), key=len, reverse=True):
        at = story.text.casefold().find(name)
        if at >= 0:
            return story.text[at : at + len(name)]
    return None
