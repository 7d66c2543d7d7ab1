"""All the shares, or those of another firm, that a firm's are told beside: "outpacing a 2 percent gain in the European bank sector"."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import indices
from pipeline.interpret.owners.money_owner import index_at
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

SHARES = "share_price"

FAR = 10
"""Tokens between a move and the word for all whose shares moved so: "in the Standard & Poor's managed healthcare index"."""

Settle = Callable[[Figure, str | None, str, float], bool]


def settle(figure: Figure, found: list[Party], main: str | None, told: Settle) -> None:
    """Settle whose shares moved by a percentage that is told before them, where they were taken for those of a firm told of before."""
    if figure.fact.indicator != SHARES or figure.money or figure.fact.statistic != "growth":
        return
    at = _behind_move(figure)
    if at is None:
        return
    whole = _whole(figure, found, at)
    if whole is None:
        rival = _rival(figure, found, at)
        if rival is not None and rival.key != figure.fact.entity:
            told(figure, rival.key, "the rival whose shares are told of behind it", 0.8)
        return
    kind = _kind(figure, found, at, whole)
    if not kind and figure.sentence.tokens[whole] in words("outpaced_sectors", figure.story.language):
        told(figure, None, "of a trade that is not named here", 0.6)
        return
    if figure.story.is_organisation(figure.fact.entity):
        near = next((p.key for p in found if not p.organisation and at <= p.first < whole), None)
        named = (index_at(figure.sentence.tokens, i, figure.story.language) for i in range(at, whole + 1))
        told(figure, next(filter(None, named), None) or near or indices.broad_of(figure, main), "of all the shares told of behind it", 0.7)
    if kind and not figure.fact.variant:
        figure.fact.variant = kind
        figure.because(f"variant: {kind}")


def _behind_move(figure: Figure) -> int | None:
    """The token behind the link that stands behind a percentage and its noun: "a 2 percent gain in", "a rise of 2 percent for"."""
    tokens, at = figure.sentence.tokens, figure.behind
    moves = {c.first for c in figure.sentence.of("direction")}
    noun = at in moves and tokens[at] not in words("outpaced_adverbs", figure.story.language)
    at += noun
    if not noun and "of" not in figure.bare_lead()[-1:]:
        return None
    at += not words("outpaced_told", figure.story.language).isdisjoint(tokens[at : at + 1])
    return at + 1 if tokens[at : at + 1] and tokens[at] in words("outpaced_links", figure.story.language) else None


def _whole(figure: Figure, found: list[Party], at: int) -> int | None:
    """The token of the word for all whose shares moved, behind a link; None where it is only whose firm something is."""
    tokens, language = figure.sentence.tokens, figure.story.language
    spans, stops = {first for first, _ in figure.spans}, words("outpaced_stops", language)
    wholes, kinds = either(words("outpaced_wholes", language), words("index_words", language)), words("outpaced_sectors", language)
    for i in range(at, min(len(tokens), at + FAR)):
        if not (tokens[i][0].isalnum() or tokens[i] in ("&", "-", "/", "'", *GENITIVE)) or i in spans or tokens[i] in stops:
            return None
        if tokens[i] in kinds and any(p.organisation and p.first <= i <= p.last for p in found):
            return None  # "a 16 percent gain in Arden Group Inc"
        behind = tokens[i + 1 : i + 2]
        if tokens[i] in either(wholes, kinds) and either(GENITIVE, wholes, kinds, words("equities", language)).isdisjoint(behind):
            return i
    return None


def _rival(figure: Figure, found: list[Party], at: int) -> Party | None:
    """ "for chief rival Arden", "in those of Arden": the firm behind a link, with nothing but what it is to the other before its name."""
    party = next((p for p in found if p.organisation and p.first >= at), None)
    passed = words("outpaced_rivals", figure.story.language)
    return party if party is not None and passed.issuperset(figure.sentence.tokens[at : party.first]) else None


def _kind(figure: Figure, found: list[Party], at: int, whole: int) -> str:
    """Of what kind the shares are: the words between the link and that for all of them, but those for a market and its place."""
    sentence, language = figure.sentence, figure.story.language
    places = {i for p in found if not p.organisation for i in range(p.first, p.last + 1)}
    plain = either(words("broad", language), words("articles", language), words("outpaced_plain", language))
    kept = [i for i in range(at, whole) if i not in places and sentence.tokens[i] not in plain]
    return figure.story.text[sentence.starts[kept[0]] : sentence.ends[kept[-1]]] if kept else ""
