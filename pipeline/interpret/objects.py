"""What moves or is moved, where a verb of movement does not tell by how much: "cut ratings on $5 billion of debt", "off the $140 high"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure

BY = 8
"""Tokens between a sum and the "by" of the part by which it moves: "cut $27 billion of debt by two-thirds"."""

PART = 5
"""Tokens in which the part is told: "up to 40 percent"."""


def moved(figure: Figure) -> bool:
    """Whether a sum that stands with a verb of movement is what moves, what a price is off, or what something has grown into."""
    if not figure.money:
        return False
    words, articles, lead = lexicon.sets("statistic", figure.story.language), figure.words("articles"), figure.lead
    at = len(lead) - 1
    while at > 0 and lead[at] in figure.words("before_figure") and lead[at] not in articles:
        at -= 1
    at -= at > 0 and lead[at - 1] in articles  # "off the original $11 billion"
    article = lead[at : at + 1] if at > 0 and lead[at] in articles else []
    at -= len(article)
    word, before = "".join(lead[max(0, at) : at + 1]), "".join(lead[max(0, at - 1) : max(0, at)])
    if word in words["rated_on"] and before in words["rated_on.ratings"]:
        return True
    if word in words["off"] and not words["off.definite"].isdisjoint(article):
        return True
    if word in words["grown_into"] and article and before in words["grown_into.grown"]:
        return True
    return _by_a_part(figure)


def _by_a_part(figure: Figure) -> bool:
    """ "reduce $25 billion of debt by up to 40 percent": whether what is told behind is by what part it moves."""
    tokens, at, words = figure.sentence.tokens, figure.behind, lexicon.sets("statistic", figure.story.language)
    if words["by_a_part.owned"].isdisjoint(tokens[at : at + 1]):
        return False
    by = next((i for i in range(at + 1, min(len(tokens), at + BY)) if tokens[i] in words["by_a_part.by"]), None)
    part = tokens[by + 1 : by + 1 + PART] if by is not None and "," not in tokens[at:by] else []
    return not words["by_a_part"].isdisjoint(part) and figure.words("clause_breaks").isdisjoint(part)


def stands(figure: Figure) -> bool:
    """ "bring down the stubbornly high 9.6 percent unemployment rate": a percentage right before the noun of the rate that it is."""
    clue = figure.clue
    return clue is not None and clue.first == figure.behind and figure.sentence.tokens[figure.first - 1] not in figure.words("reaching")
