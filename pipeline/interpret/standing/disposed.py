"""What somebody has or did with a sum is told behind it: it is there already, whatever is to become of it ("will use the $2 billion that it
raised", "could hit the $4 billion that firms spend")."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator, forms
from pipeline.interpret.standing.reach import among, measures

NOUN = 5
"""Tokens between a sum and who disposes of it: "of long-term debt that"."""

SUBJECT = 6
"""Tokens from there to the verb: "that the company's rivals already"."""

PERFECT = 3
"""Tokens behind "has" and "had" in which its participle stands: "has already been promised"."""

SIDES = ("actual", "copula", "says")
"""Kinds of words that make nothing of what they tell."""


def told(figure: Figure, operators: list[Operator]) -> bool:
    """Whether a clause behind "the" and a figure tells what somebody did with it or has of it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = figure.first - 1
    while at > 0 and tokens[at] in figure.words("before_figure") and not among(figure, "definite", tokens[at : at + 1]):
        at -= 1
    if not figure.money or measures(figure, "let_go") or not among(figure, "definite", tokens[at : at + 1]):
        return False
    opens = _opens(figure)
    if opens is None:
        return False
    open_words = {op.first for op in operators if op.kind not in SIDES}
    if not open_words.isdisjoint(range(figure.behind, opens)):
        return False  # "the $5 million offer it received", "the $5 million expected on the market"
    done = {op.first for op in operators if op.kind == "actual"}
    perfect, stops = forms("disposed.perfect", language), forms("disposed.stops", language)
    for i in range(opens, min(opens + SUBJECT, len(tokens))):
        if tokens[i] in perfect:
            behind = range(i + 1, i + 1 + PERFECT)
            return open_words.isdisjoint(behind) and not among(figure, "disposed.not", tokens[i + 1 : i + 1 + PERFECT])
        if i in open_words or tokens[i] in stops:
            return False
        if i in done or among(figure, "recorded", [tokens[i]]) or among(figure, "disposed", [tokens[i]]):
            return i > opens and not among(figure, "passive", tokens[i - 1 : i])
    return False


def _opens(figure: Figure) -> int | None:
    """Where the clause opens: at a pronoun, or at a name right behind the sum's noun."""
    tokens, sentence, text = figure.sentence.tokens, figure.sentence, figure.story.text
    for i in range(figure.behind, min(figure.behind + NOUN, len(tokens))):
        if among(figure, "disposed.opens", [tokens[i]]):
            return i
        if i > figure.behind and tokens[i - 1] == "of":
            continue  # "the $5 billion of Arden debt"
        if text[sentence.starts[i]].isupper() and tokens[i - 1] not in figure.words("before_figure"):
            return i
        if among(figure, "disposed.stops", [tokens[i]]):
            return None
    return None
