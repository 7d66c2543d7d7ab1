"""Whose part or share it is where the words right behind a figure say so: "Arden Ltd, 70 pct owned by Halford", "5 dlrs per Arden share"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

BEFORE = 8
"""Tokens between what is owned and how much of it is ("Arden Ltd, a venture that is 70 pct owned by")."""

BEHIND = 2
"""Tokens between "owned" and what is owned."""

PER = 3
"""Tokens between a price and "per", between the name and "share"."""

VALUED = 10
"""Tokens between a verb of valuing and the worth: "valuing Arden, which makes shoes, at $3 billion"."""

RANK = 4
"""Tokens between whose shareholder one is and the shareholder: "Arden's largest single shareholder"."""

HOLDER = 10
"""Tokens between whose shareholder one is and its part: "Arden's largest shareholder with about 12 percent"."""


def whose(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation that is owned, or whose share a price is offered for; None where the words behind the figure tell none."""
    if figure.money:
        return _per_share(figure, found) or _valued(figure, found)
    return _owned(figure, found) or _of_shareholder(figure, found)


def _valued(figure: Figure, found: list[Party]) -> Party | None:
    """ "a deal that values Arden at $3 billion": Arden."""
    tokens, verbs = figure.sentence.tokens, closed("valuers", figure.story.language)
    at = next((i for i in range(figure.first - 1, max(0, figure.first - VALUED), -1) if tokens[i] in verbs), None)
    if at is None or "at" not in tokens[at : figure.first]:
        return None
    return next((p for p in found if p.organisation and at < p.first <= at + 2 and p.last < figure.first and not p.owns), None)


def _of_shareholder(figure: Figure, found: list[Party]) -> Party | None:
    """ "He became Arden's largest shareholder with a 12 percent stake": Arden."""
    tokens, language = figure.sentence.tokens, figure.story.language
    holders, own = words("shareholders", language), words("owning", language)
    for i in range(figure.first - 1, max(0, figure.first - HOLDER), -1):
        if tokens[i] in holders and "with" in tokens[i : figure.first]:
            return next((p for p in found if p.organisation and 0 < i - p.last <= RANK and tokens[p.last + 1] in own), None)
    return None


def _owned(figure: Figure, found: list[Party]) -> Party | None:
    """ "Arden, 70 pct owned by Halford and 30 pct by Penwith": Arden; "its 60 pct-owned Arden unit": Arden."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = figure.behind
    if tokens[at : at + 1] == ["-"]:
        at += 1
    by = tokens[at : at + 1] == ["by"] and any(o.frame.role != "base" and _says(tokens, o.last + 1, language) for o in figure.earlier)
    if not by and not _says(tokens, at, language):
        return None
    if not by and tokens[at + 1 : at + 2] != ["by"]:
        return next((p for p in found if p.organisation and at < p.first <= at + BEHIND), None)
    first = figure.earlier[0].first if by else figure.first
    before = [p for p in found if p.organisation and p.last < first and first - p.last <= BEFORE]
    if not before or not either(words("commons", language), words("pronouns", language)).isdisjoint(tokens[before[-1].last + 1 : first]):
        return None  # "Arden said the company is 70 pct owned by"
    return before[-1]


def _says(tokens: list[str], at: int, language: str) -> bool:
    if tokens[at : at + 1] == ["-"]:
        at += 1
    return at < len(tokens) and tokens[at] in words("owned", language)


def _per_share(figure: Figure, found: list[Party]) -> Party | None:
    """ "one penny in cash per Arden ordinary share", "45 dlrs for each Arden share"."""
    tokens, per, shares = figure.sentence.tokens, words("per_share", figure.story.language), words("one_share", figure.story.language)
    for party in found:
        if not party.organisation or party.first <= figure.last:
            continue
        between = tokens[figure.behind : party.first]
        if len(between) > PER or not between or between[-1] not in per:
            return None
        return party if not shares.isdisjoint(tokens[party.last + 1 : party.last + 1 + PER]) else None
    return None
