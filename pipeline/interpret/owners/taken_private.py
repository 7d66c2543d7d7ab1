"""Firms that are taken off the market: "Arden took Penwith private", "Penwith was taken private by Arden" are deals for Penwith."""

from __future__ import annotations

from pipeline.interpret.owners import answers, governed
from pipeline.interpret.owners.parties import Party, behind_ticker, words

NEAR = 8
"""Tokens between the verb and "private"."""

PASSIVE = 4
"""Tokens before a passive verb in which "it" stands."""

BY = 20
"""Tokens between the passive verb and the name behind "by"."""


def deal(tokens: list[str], found: list[Party], at: int, language: str) -> tuple[str | None, str | None] | None:
    """What is taken private by the verb at `at`, and who takes it; None where nothing is."""
    if tokens[at] not in words("takes", language) or "private" not in tokens[at + 1 : at + NEAR]:
        return None
    if tokens[at + 1] == "private":
        if not words("itself", language).isdisjoint(tokens[max(0, at - PASSIVE) : at]):
            return None  # "after it had been taken private"
        return answers.subject(found, at, tokens, language), governed.behind(tokens, found, at, "by", BY)
    taken = next((p for p in found if at < p.first <= at + 2), None)
    if taken is None or tokens[behind_ticker(tokens, taken.last + 1)] != "private":
        return None
    return taken.key, answers.subject(found, at, tokens, language)
