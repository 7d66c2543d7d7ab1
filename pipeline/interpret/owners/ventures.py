"""Of what a part is that is no firm: a venture, a field or a mine, as it is called behind the part ("a 40 percent stake in the Gaby mine").

Left out: what is named without saying what it is ("a stake in Block 17"), which no list of words tells from a place.
"""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

RULE = "entity: the thing that is held, which is no firm"

STAKE, PRICE = "stake", "deal_value"

PART = 4
"""Tokens between a percentage and the "in" or "of" behind it: "60 pct working interest in"."""

CALLED = 8
"""Tokens of what such a thing is called: "the planned Northern Lights oil sands project"."""


def settle(figure: Figure, found: list[Party], target: str | None) -> bool:
    """Settle whose a part of such a thing is, or the price of one; `target` is what the story dealt in last."""
    fact = figure.fact
    if fact.indicator not in (STAKE, PRICE):
        return False
    if fact.indicator == STAKE:
        thing = _part_of(figure, found, target) or _further(figure)
    else:
        thing = _priced(figure)
    if thing is None:
        return False
    fact.entity = fact.entity_id = thing
    figure.because(RULE, 0.75)
    holder = next((p for p in reversed(found) if p.subject and p.last < figure.first), None)
    if holder is not None and fact.indicator == STAKE:
        fact.partner = holder.key
        figure.because("partner: who holds a part of it")
    return True


def _priced(figure: Figure) -> str | None:
    """ "sold a 40 percent stake in the Gaby mine for $2 billion": the price of the part told before."""
    part, language = figure.previous, figure.story.language
    if part is None or part.fact.indicator not in (STAKE, PRICE) or not figure.money:
        return None
    return part.fact.entity if RULE in part.fact.rules and not words("priced_for", language).isdisjoint(figure.lead) else None


def _further(figure: Figure) -> str | None:
    """ "while Halford Ltd owns 20 percent and Emca Ltd 10 percent": further parts of the thing told before."""
    part = figure.previous
    if part is None or figure.fact.statistic != "share" or figure.money or RULE not in part.fact.rules:
        return None
    behind = figure.sentence.tokens[figure.behind : figure.behind + 1]
    return part.fact.entity if behind == [] or behind[0] in words("part_ends", figure.story.language) else None


def _part_of(figure: Figure, found: list[Party], target: str | None) -> str | None:
    tokens, language = figure.sentence.tokens, figure.story.language
    links = words("venture_links", language)
    at = next((i for i in range(figure.behind, min(figure.behind + PART, len(tokens))) if tokens[i] in links), None)
    parts = words("venture_parts", language)
    if at is None or any(token not in parts for token in tokens[figure.behind : at]):
        return None
    begin, nouns = at + 1, words("ventures", language)
    owner = next((p for p in found if p.owns and begin <= p.first <= begin + 1), None)
    if owner is not None:
        begin = owner.last + 2
    elif not words("venture_articles", language).isdisjoint(tokens[begin : begin + 1]):
        begin += 1
    end = next(
        (i for i in range(begin, min(begin + CALLED, len(tokens))) if tokens[i] in nouns and not _goes_on(tokens, i, language)), None
    )
    if end is None or not _called(tokens[begin:end], language):
        return None
    beside = end + 1 + (tokens[end + 1 : end + 2] == [","])  # "a music venture, Penwith Ltd"
    if any(p.organisation and (begin <= p.first <= end or p.first == beside) for p in found):
        return None
    plain = words("ventures_plain", language)
    known = target is not None and all(p.key != target for p in found)
    if known and all(token in plain for token in tokens[begin:end]) and tokens[begin - 1] not in words("indefinite", language):
        return None  # "51 percent of the venture", of which the story has told
    sentence = figure.sentence
    return " ".join(figure.story.text[sentence.starts[begin] : sentence.ends[end]].split())


def _goes_on(tokens: list[str], at: int, language: str) -> bool:
    """Whether the noun only describes the next word, or is whose that is: "a property developer", "the consortium's offer"."""
    behind = tokens[at + 1 : at + 2]
    if behind == [] or behind[0] in GENITIVE:
        return behind != []
    return behind[0].isalpha() and behind[0] not in words("venture_ends", language)


def _called(name: list[str], language: str) -> bool:
    """Whether nothing but what a thing is called stands before its noun."""
    if GENITIVE.isdisjoint(name) and words("venture_ends", language).isdisjoint(name):
        return all(word[0].isalnum() or word == "-" for word in name)
    return False
