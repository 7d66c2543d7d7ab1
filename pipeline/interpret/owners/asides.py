"""Asides, in which firms stand that are not what their sentence is about."""

from __future__ import annotations

from pipeline.interpret.clauses import predicates
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.lexicon import either

OPENED = 8
"""Tokens of what a firm is called that opens a sentence: "The No. 2 U.S. automaker"."""


def aside(figure: Figure, found: list[Party]) -> range:
    """Where an aside stands that tells of the firm which is the subject: "The brewer, which merged with Penwith, earned $5"."""
    unnamed = _unnamed(figure)
    begin = unnamed or _named(figure, found)
    if not begin or begin >= figure.first:
        return range(0)
    commas = [i for i in range(begin, figure.first) if figure.sentence.tokens[i] == ","]
    verbs = predicates(figure.sentence)
    end = commas[-1] if unnamed else next((i for i in commas if i + 1 in verbs), begin)
    listed = any(
        p.organisation and p.first == begin + 1 and not p.owns and p.last + 1 != end for p in found
    )  # "Arden, Penwith and Halford"
    return range(begin, end) if end + 1 in verbs and not listed else range(0)


def _unnamed(figure: Figure) -> int:
    """The comma behind a firm or a state that opens a sentence unnamed and is told of: "The brewer, which"; 0 where there is none."""
    tokens = figure.sentence.tokens
    at = tokens.index(",") if "," in tokens[:OPENED] else 0
    unnamed = either(words("commons", figure.story.language), words("states_unnamed", figure.story.language))
    return at if at and tokens[0] == "the" and tokens[at + 1 : at + 2] == ["which"] and tokens[at - 1] in unnamed else 0


def _named(figure: Figure, found: list[Party]) -> int:
    """The comma behind the firm that opens a sentence: "Penwith, run by the buyout house Halford, lost"; 0 where there is none."""
    head = next((p for p in found if p.organisation), None)
    if head is None or not head.subject or head.owns:
        return 0
    at = behind_ticker(figure.sentence.tokens, head.last + 1)
    return at if at < figure.first and figure.sentence.tokens[at] == "," else 0
