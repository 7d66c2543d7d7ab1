"""Whose part it is that someone holds of "the company": "Penwith owns 15% of the retailer"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, words

HELD = 7
"""Tokens behind a percentage within which what stands for the firm is."""


def settle(figure: Figure, found: list[Party], named: str | None) -> bool:
    """Settle whose a part is where only a word stands for the firm, and who holds it; `named` is whom the word means."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.money or named is None or tokens[figure.last + 1 : figure.last + 2] != ["of"]:
        return False
    behind = tokens[figure.last + 2 : figure.last + HELD]
    stands = words("commons", language) | words("itself", language)
    at = next((i for i, token in enumerate(behind) if token in stands), None)
    if (
        at is None
        or not words("prepositions", language).isdisjoint(behind[:at])
        or "'s" in behind[: at + 2]
        or (at == 0 and behind[0] != "it")
    ):
        return False
    holder = next((p for p in reversed(found) if p.organisation and p.last < figure.first), None)
    if holder is None or holder.key == named or tokens[behind_ticker(tokens, holder.last + 1)] not in words("holds", language):
        return False
    figure.fact.entity = figure.fact.entity_id = named
    figure.fact.partner = holder.key
    figure.because("entity: whom the word for a firm means", 0.8)
    figure.because("partner: who holds a part of it")
    return True
