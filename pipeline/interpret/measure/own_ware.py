"""A ware or a line of a firm that moved by itself, where its measure was named before: "Sales of Arden rose 3 pct, while Penwith fell 9 pct".

What was told before is of another ware, and so is what narrowed it.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clauses import predicates
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import areas, moved
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.cued import variants
from pipeline.interpret.measure.narrow import ACRONYMS
from pipeline.interpret.measure.per_share import FROM_FIGURE
from pipeline.interpret.measure.wording import printed
from pipeline.lexicon import either

TOLD = frozenset({"revenue", "output"})
"""What is told of wares one by one."""

LONGEST = 6
"""Words of what a ware is called."""

NEAR = 4
"""Tokens between a ware, or the aside behind it, and the word that moves it: "have also more than"."""

TAIL = 8
"""Tokens that hang on what moves: "paid clicks on its search pages rose"."""

LAST = "unadjusted"
"""What stands last in a variant."""

INSIDE = frozenset({"-", "/", "&", "of"})
"""Between the words of one."""


def settle(figure: Figure) -> None:
    """Narrow a measure that was named before by the ware that is the subject of its clause, and by no other."""
    fact, move = figure.fact, figure.frame.move
    if fact.indicator not in TOLD or move is None or move.last >= figure.first:
        return
    listed = moved.listed(figure)
    if not (listed or FROM_FIGURE in fact.rules) or (figure.clue is not None and figure.clue.first >= figure.start):
        return
    found = _subject(figure, move.first, listed)
    if found is None:
        return
    language = figure.story.language
    whole = either(closed("kept_variants", language), frozenset(variants(fact.indicator, language)))
    parts = [part for part in fact.variant.split(", ") if part in whole]
    area = areas.until(figure, found[-1])
    area = area if area is not None and area.first == found[0] else None
    if not _owner(figure, found) and (name := area.name if area is not None else _name(figure, found)):
        parts = sorted((*(part for part in parts if part not in name.split()), name), key=lambda part: part == LAST)
    variant = ", ".join(parts)
    if variant != fact.variant:
        fact.variant = variant
        fact.measure = fact.measure.partition(" of ")[0]
        if area is not None:
            figure.clue = None  # that of what was told before, in another area
        figure.because(f"variant: {variant}, a ware that moved by itself")


def _subject(figure: Figure, until: int, listed: bool) -> range | None:
    """The tokens of the ware with which the clause of a figure begins, that is moved at token `until`; None where it begins otherwise."""
    sentence, tokens, language = figure.sentence, figure.sentence.tokens, figure.story.language
    words, known = lexicon.sets("scope", language), sets(language)
    at = figure.start
    if listed:
        at = next((i + 1 for i in range(until - 1, at, -1) if tokens[i] in (":", "*")), at)
    while at < until and (tokens[at] in words["front"] or not tokens[at][0].isalnum()):
        at += 1
    owned = next((i for i in range(at, min(until, at + LONGEST)) if tokens[i] in GENITIVE), None)
    if owned is not None or tokens[at] in known["possessives"]:
        at = at + 1 if owned is None else owned + 1
    elif tokens[at] in known["determiners"]:
        return None  # "the carmaker fell 3 percent"
    stops = either(known["prepositions"], known["verbs"], known["small_words"], known["sayers"], known["determiners"]) - INSIDE
    verbs = predicates(sentence) - {c.first for c in sentence.of("direction") if c.role == "nouns"}  # "pickup"
    last = at - 1
    while last + 1 < until and last - at < LONGEST and last + 1 not in verbs:
        token = tokens[last + 1]
        if token in stops or not (token[0].isalpha() or token in INSIDE):
            break
        if token.endswith("ly") and (last + 2 in verbs or last + 2 >= until):
            break  # "Penwith only rose", but "vehicle assembly volumes fell"
        last += 1
    if last < at or not _moved(figure, last + 1, until, stops):
        return None
    if tokens[last] in INSIDE or not _none_else(figure, at, last):
        return None
    return range(at, last + 1)


def _moved(figure: Figure, at: int, until: int, stops: frozenset[str]) -> bool:
    """Whether only an aside, what hangs on the ware or an auxiliary stands before the word that moves it."""
    tokens = figure.sentence.tokens
    between = tokens[at:until]
    if between[:1] in ([","], ["("]):
        closing = ")" if between[0] == "(" else ","
        ends = [i for i in range(at + 1, until) if tokens[i] == closing]
        return bool(ends) and until - ends[-1] - 1 <= NEAR
    return len(between) <= NEAR or (len(between) <= TAIL and between[0] in stops and "," not in between)


def _none_else(figure: Figure, first: int, last: int) -> bool:
    """Whether a subject is no pronoun, no firm and none who guess: "it", "the company", "analysts", "the figure"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    spoken = lexicon.sets("attribution", language)
    heads = lexicon.sets("scope", language)
    others = either(
        closed("stand_ins", language), closed("carried_pronouns", language), closed("no_wares", language),
        spoken["trades"], spoken["refers"], heads["divisions"], heads["division_groups"],
    )  # fmt: skip
    if tokens[last] in others or tokens[first] in others:
        return False
    return not any(first <= c.last and c.first <= last for c in figure.sentence.of("indicator") if c.role == "noun")


def _name(figure: Figure, found: range) -> str:
    """What a ware is called, without the place where it is sold."""
    places = {i for c in figure.sentence.of("place") for i in range(c.first, c.last + 1)}
    return printed(figure, [i for i in found if i not in places], ACRONYMS)


def _owner(figure: Figure, found: range) -> bool:
    """Whether the subject is whom the figure is told of: it narrows nothing, and is narrowed by no other."""
    sentence = figure.sentence
    return any(o.name == figure.fact.entity for o in figure.story.organisations_in(sentence.starts[found[0]], sentence.ends[found[-1]]))
