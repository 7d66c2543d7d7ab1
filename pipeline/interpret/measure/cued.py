"""Variants that a word of cues.toml tells: "core inflation", "0.2 pct excluding autos"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.marks import entries

NON = "non"

BEHIND = 5
"""Tokens behind a figure within which what is left out of it is told."""

BEFORE = 3
"""Tokens before a noun within which such a word stands in any case."""

FRONT = 2
"""Tokens before such a word where it opens its clause: "but, when adjusted for inflation"."""

NARROWS = 6
"""Tokens before a noun within which a word narrows it, where no "and" and no comma part them."""


def settle(figure: Figure, clue: Clue, low: int) -> None:
    """Settle `variant` by a word at the noun, which begins at `low`, or, where such are told so, behind the figure.

    A word of role "failing" counts where no other does: "median price of a new home" is of new homes.
    """
    tokens = figure.sentence.tokens
    known = variants(figure.fact.indicator, figure.story.language)
    told = [c for c in figure.sentence.of("variant") if c.key in known and not _denied(tokens, c.first)] if known else []
    for found in sorted(told, key=lambda each: each.role == "failing"):
        at_noun = max(clue.first - NARROWS, min(low, clue.first - BEFORE)) <= found.first <= clue.last + (
            6 if tokens[clue.last + 1 : clue.last + 2] == ["for"] else 3
        ) and (found.last >= clue.first or not set(tokens[found.last + 1 : clue.first]) & {",", "and", "of"})
        behind = found.role in ("after", "both") and 0 < found.first - figure.last <= BEHIND
        if (at_noun and found.role != "after") or behind or (at_noun and found.first > clue.last) or _fronted(figure, clue, found):
            figure.fact.variant = found.key
            figure.because(f"variant: {found.key}")
            return


def _denied(tokens: list[str], at: int) -> bool:
    """ "orders for non-durable goods": whether "non-" stands before what would narrow a noun."""
    return at > 1 and tokens[at - 1] == "-" and tokens[at - 2] == NON


def _fronted(figure: Figure, clue: Clue, found: Clue) -> bool:
    """ "After adjusting for inflation, spending rose 3 pct": whether what narrows a noun opens its sentence or clause, before a comma."""
    tokens = figure.sentence.tokens
    opens = found.first <= FRONT or found.first - figure.clause[0] in range(FRONT + 1)
    return found.role == "both" and opens and tokens[found.last + 1 : found.last + 2] == [","] and 0 < clue.first - found.last <= NARROWS


def variants(indicator: str, language: str) -> tuple[str, ...]:
    """The variants that may narrow an indicator."""
    entry = entries(language).get(indicator)
    return tuple(entry.get("variants", ())) if entry else ()
