"""Variants that a word of cues.toml tells: "core inflation", "0.2 pct excluding autos"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
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
    for found in sorted(_told(figure), key=lambda each: each.role == "failing"):
        at_noun = max(clue.first - NARROWS, min(low, clue.first - BEFORE)) <= found.first <= clue.last + (
            6 if tokens[clue.last + 1 : clue.last + 2] == ["for"] else 3
        ) and (
            found.last >= clue.first or not (set(tokens[found.last + 1 : clue.first]) & {",", "and", "of"} or _driving(figure, found, clue))
        )
        behind = found.role in ("after", "both") and 0 < found.first - figure.last <= BEHIND and not _of_next(figure, found)
        if found.role == "both" and _of_next(figure, found):
            continue
        if (at_noun and found.role != "after") or behind or (at_noun and found.first > clue.last) or _fronted(figure, clue, found):
            figure.fact.variant = found.key
            figure.because(f"variant: {found.key}")
            return


def turned(figure: Figure) -> None:
    """ "Incomes rose 0.5 pct, but adjusted for inflation they fell 0.1 pct": the second figure, which names no measure, is narrowed by
    what its own part of the sentence says."""
    before = figure.previous
    if before is None or (figure.clue is not None and figure.clue.first > before.last):
        return
    for found in _told(figure):
        own = before.last < found.first < figure.first and _parted(figure, before.last, found.first)
        if found.role == "both" and (own or (0 < found.first - figure.last <= BEHIND and not _of_next(figure, found))):
            figure.fact.variant = found.key
            figure.because(f"variant: {found.key}, by its part of the sentence")
            return


def _told(figure: Figure) -> list[Clue]:
    """The words of a sentence that may narrow what a figure measures."""
    known = variants(figure.fact.indicator, figure.story.language)
    tokens = figure.sentence.tokens
    return [found for found in figure.sentence.of("variant") if found.key in known and not _denied(tokens, found.first)] if known else []


def _of_next(figure: Figure, found: Clue) -> bool:
    """ "rose 0.5 pct, but adjusted for inflation fell 0.1 pct": whether what narrows behind a figure begins the part of the next one."""
    return any(a > figure.last for a, _ in figure.spans) and _parted(figure, figure.last, found.first)


def _parted(figure: Figure, low: int, high: int) -> bool:
    """Whether a word that begins another part of a sentence stands between two tokens."""
    parts = lexicon.sets("exclusion", figure.story.language)["parts"]
    return low < high and not parts.isdisjoint(figure.sentence.tokens[low + 1 : high])


def _driving(figure: Figure, found: Clue, clue: Clue) -> bool:
    """ "rising energy costs pushed producer prices up": whether a verb stands between what narrows and the noun, which is its object."""
    tokens, links = figure.sentence.tokens, closed("prepositions", figure.story.language)
    return any(verb(c) and found.last < c.first < clue.first and tokens[c.last + 1] not in links for c in figure.sentence.clues)


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
