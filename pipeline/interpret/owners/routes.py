"""Goods that are told of by where they come from and where they go: "exports from Peru to Norway" are Peru's, "imports from Peru into Norway"
Norway's."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, led, words

FLOWS = frozenset({"exports", "imports"})

FAR = 9
"""Tokens between the noun and the two places."""

OWN = 3
"""Tokens between the noun and whose it is, told before it."""


def settle(figure: Figure, places: list[Party]) -> bool:
    """Settle both sides of such a flow; False where the sentence does not tell both, right behind its noun."""
    fact, clue, tokens, language = figure.fact, figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or fact.indicator not in FLOWS:
        return False
    if any(0 < clue.first - p.last <= OWN for p in places):
        return False  # "Peru's exports of cotton from Arequipa to Norway"
    near = [p for p in places if 0 < p.first - clue.last <= FAR]
    ends = {link: next((p for p in near if led(p, [], tokens, language) in words(link, language)), None) for link in ("whence", "whither")}
    whence, whither = ends["whence"], ends["whither"]
    if whence is None or whither is None or whence.key == whither.key or _parted(figure, clue.last, max(whence.first, whither.first)):
        return False
    if not words("sent_nouns", language).isdisjoint(tokens[clue.first : clue.last + 1]):
        fact.indicator = "exports"
    own, other = (whence, whither) if fact.indicator == "exports" else (whither, whence)
    fact.entity = fact.entity_id = own.key
    fact.partner = other.key
    figure.because("entity: where the goods come from, or go", 0.9)
    return True


def _parted(figure: Figure, low: int, high: int) -> bool:
    """Whether a figure or a comma stands between the noun and the places: "exports fell 2 percent from"."""
    return "," in figure.sentence.tokens[low:high] or any(low < first < high for first, _ in figure.spans)
