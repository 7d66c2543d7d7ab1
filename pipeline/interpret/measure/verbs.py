"""Which tokens of a sentence are verbs: "rise" behind an article or an amount is a noun, "imported" behind "the" an attribute."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.measure.closed import closed, sets


@cache
def _attributive(language: str) -> frozenset[str]:
    """Behind one of these a form of a verb is an attribute: "the imported", "for imported"."""
    return (closed("determiners", language) | closed("prepositions", language)) - closed("infinitive", language)


def verbs(sentence: Sentence, tokens: list[str], nouns: list[Clue], figures: dict[int, int], language: str) -> set[int]:
    """The tokens that are finite verbs or verbs of movement; "rise" behind an article or an amount is a noun."""
    known = sets(language)
    listed, determiners, attributive = known["verbs"], known["determiners"], _attributive(language)
    amounts = {c.first for c in nouns if c.role != "verb" and c.first - 1 in figures}  # "a 25 mln dlr issue"
    found = {
        i
        for i, token in enumerate(tokens)
        if token in listed and i not in amounts and not (i and tokens[i - 1] in determiners) and not _glued(tokens, i)
    }
    infinitive, prepositions, noun_before = known["infinitive"], known["prepositions"], known["noun_before"]
    doubtful = {c.first for c in nouns if c.role == "both"}
    moving = {c.first for c in sentence.of("direction") if c.role == "verbs"}
    for clue in sentence.of("indicator"):
        if clue.role == "verb" and not (clue.first and tokens[clue.first - 1] in attributive):
            found.update(range(clue.first, clue.last + 1))
    for clue in sentence.of("finite"):
        before = tokens[clue.first - 1] if clue.first else ""
        if (
            (before in prepositions and before not in infinitive)
            or _glued(tokens, clue.first)
            or tokens[clue.first] != sentence.tokens[clue.first]
        ):
            continue  # "for finished goods", "Swiss-made goods", "in May sales"
        if clue.first in doubtful and (
            not before or before in determiners or clue.last + 1 in moving or not _takes(tokens, clue.last + 1, figures, language)
        ):
            continue  # "the cost of the plan", "costs are", "kiln costs fell"
        found.update(range(clue.first, clue.last + 1))
    for clue in sentence.of("direction"):
        if clue.role == "nouns":
            continue
        before = tokens[clue.first - 1] if clue.first else ""
        if (
            clue.role == "verbs"
            or before in infinitive
            or (
                before.isalpha()
                and before not in noun_before
                and before not in attributive
                and not (clue.first - 1 in figures and _attached(tokens, clue.last + 1, language))  # "an $8bn drop in lending"
            )
        ):
            found.update(range(clue.first, clue.last + 1))
    acting = lexicon.entries("indicators", language)["loose"]["as_verbs"]
    found.update(c.first for c in nouns if c.role == "verb" and tokens[c.last] in acting)
    compounds = {i for c in nouns if c.first < c.last and c.role != "verb" for i in range(c.first, c.last + 1)}
    return found - compounds


def verbal(clue: Clue, tokens: list[str], language: str) -> bool:
    """ "its own forecast", "the rate it charges", "set to trade at": whether the word before says that a verb is none, or a noun one."""
    before = tokens[clue.first - 1] if clue.first else ""
    if clue.role == "verb":
        return clue.key == "stake" and before in closed("possessives", language)
    if tokens[clue.last] in closed("dealt_in", language) and before in closed("dealt_before", language):
        return closed("dealt_no", language).isdisjoint(tokens[clue.last + 1 : clue.last + 2])
    return clue.first == clue.last and before in closed("subjects", language)


def with_no_amount(clue: Clue, tokens: list[str], figures: dict[int, int], language: str) -> bool:
    """ "they don't pay", "the most that it can pay an investor": a word that may be a noun is a verb, and no amount is its object."""
    if tokens[clue.last] not in lexicon.entries("indicators", language)["loose"]["as_verbs"] or not clue.first:
        return False
    before = tokens[clue.first - 1]
    negated = before in closed("negating", language) and tokens[clue.first - 2] == "'"
    modal = before in closed("modals", language) and before not in closed("infinitive", language)
    return (modal or negated) and acted(clue, tokens, figures, language) is clue


def acted(clue: Clue, tokens: list[str], figures: dict[int, int], language: str) -> Clue:
    """ "tenants pay $500": what is told as a noun ("their pay rose") is a verb where an amount is its object."""
    verb: str | None = lexicon.entries("indicators", language)["loose"]["as_verbs"].get(tokens[clue.last])
    if verb is None or clue.first != clue.last:
        return clue
    at, hedges = clue.last + 1, closed("hedges", language)
    while at < len(tokens) and at not in figures and tokens[at] in hedges:
        at += 1
    return replace(clue, key=verb, role="verb") if at in figures else clue


def _attached(tokens: list[str], at: int, language: str) -> bool:
    """Whether a preposition that hangs a phrase on a noun stands at a token."""
    return at < len(tokens) and tokens[at] in closed("moved_links", language)


def _takes(tokens: list[str], at: int, figures: dict[int, int], language: str) -> bool:
    """Whether a word that is a noun or a verb has an object: an amount, with or without a hedge, or a noun with its article."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if at in figures or token in closed("determiners", language):
        return True
    return at + 1 in figures and token not in closed("prepositions", language) and token not in closed("verbs", language)


def _glued(tokens: list[str], at: int) -> bool:
    """Whether a token is part of a compound: the "stand" of "stand-by"."""
    return (at + 1 < len(tokens) and tokens[at + 1] == "-") or (at > 0 and tokens[at - 1] == "-")
