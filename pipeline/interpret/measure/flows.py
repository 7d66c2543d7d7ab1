"""What investors put into funds or take out of them: "equity funds lost $2 billion in the week" is no loss of a firm."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

NEAR = 9
"""Tokens between a sum and the funds that it flows into or out of."""

VERB = 3
"""Tokens between the funds and their verb."""


def settle(figure: Figure) -> None:
    """Take a sum told of funds for what has flowed, in a story that tells of such flows."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    funds = closed("funds", language)
    if not figure.money or funds.isdisjoint(tokens) or closed("flow_words", language).isdisjoint(figure.story.heads()):
        return
    flowed = _they(figure, funds) or _into(figure, funds)
    if not flowed:
        return
    fact.indicator, fact.measure = "other", "fund flows"
    fact.statistic, fact.direction = "level", None
    figure.because("indicator: what flows into funds or out of them", 0.75)


def _they(figure: Figure, funds: frozenset[str]) -> bool:
    """ "Asia funds drew in $2 billion"."""
    tokens, verbs = figure.sentence.tokens, closed("flow_verbs", figure.story.language)
    at = next((i for i in range(figure.first - 1, figure.clause[0] - 1, -1) if tokens[i] in funds), None)
    return at is not None and not verbs.isdisjoint(tokens[at + 1 : at + 1 + VERB])


def _into(figure: Figure, funds: frozenset[str]) -> bool:
    """ "pulled a net $3 billion from equity funds"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    links, verbs = closed("flow_links", language), closed("flow_verbs", language)
    behind = tokens[figure.behind : figure.behind + NEAR]
    at = next((i for i, token in enumerate(behind) if token in funds), None)
    if at is None or "," in behind[:at] or links.isdisjoint(behind[:at]):
        return False
    return not verbs.isdisjoint(tokens[figure.clause[0] : figure.first])
