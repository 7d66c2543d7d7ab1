"""Whose part a percentage is, where its name stands right behind: "owns 75 percent of Penwith and a 51 percent stake in Halford"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, words


def settle(figure: Figure, found: list[Party]) -> None:
    """Give a part to the firm that is named behind it; who was taken for its owner holds it, unless another does."""
    fact = figure.fact
    if fact.indicator != "stake" or figure.money:
        return
    whole = _named(figure, found)
    if whole is None or whole.key == fact.entity:
        return
    holder = fact.entity if fact.partner in (None, whole.key) else fact.partner
    fact.entity = fact.entity_id = whole.key
    fact.partner = holder if any(p.organisation and p.key == holder and p.last < figure.first for p in found) else fact.partner
    figure.because("entity: the firm named behind its part", 0.85)


def _named(figure: Figure, found: list[Party]) -> Party | None:
    """The firm in "51 percent of the Danish brewer Penwith", that is not told as the owner of something of its own."""
    tokens, language = figure.sentence.tokens, figure.story.language
    link = figure.behind
    while tokens[link : link + 1] and tokens[link] in words("parts", language):
        link += 1
    if tokens[link : link + 1] not in (["of"], ["in"]) or (tokens[link] == "in" and link == figure.behind):
        return None
    whole = next((p for p in found if p.organisation and p.first > link), None)
    if whole is None or leading(tokens, whole.first, describing(figure.sentence), language) != link:
        return None
    behind = tokens[behind_ticker(tokens, whole.last + 1) :][:1]
    return whole if GENITIVE.isdisjoint(behind) and _ends(behind, figure) else None


def _ends(behind: list[str], figure: Figure) -> bool:
    """Whether a name ends where it seems to: what goes on behind it as a noun ("of Penwith capacity") is what the part is of."""
    if not behind or not behind[0].isalpha():
        return True
    return any(
        behind[0] in words(name, figure.story.language) for name in ("prepositions", "relatives", "auxiliaries", "going_on", "part_goes_on")
    )
