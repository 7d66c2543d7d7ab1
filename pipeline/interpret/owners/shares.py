"""The shares of one firm in a story that is about none: they are never a place's."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either


def settle(figure: Figure, found: list[Party], last: str | None, before: list[Party]) -> bool:
    """Settle whose a share price is that no party of its clause has; `before` are the parties of the sentence before."""
    if not _particular(figure):
        return False
    figure.fact.entity = figure.fact.entity_id = _named(figure, found, last, before)
    figure.because("entity: shares of none that is named" if figure.fact.entity is None else "entity: whose shares were spoken of", 0.6)
    return True


def _particular(figure: Figure) -> bool:
    """Whether a share price is one firm's, named or not: "the stock", "its shares", "shares of", any price in money."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "share_price":
        return False
    if figure.money:
        return True
    if clue is None or tokens[clue.first] not in words("equities", language):
        return False
    return tokens[clue.last] == "of" or tokens[clue.last + 1 : clue.last + 2] == ["of"] or _pointed(tokens, clue.first, language)


def pointed_at(figure: Figure) -> bool:
    """ "The stock closed at $12": whether shares are told of that were spoken of, or whose firm was."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if figure.fact.indicator != "share_price" or clue is None or tokens[clue.first] not in words("equities", figure.story.language):
        return False
    return _pointed(tokens, clue.first, figure.story.language)


def _named(figure: Figure, found: list[Party], last: str | None, before: list[Party]) -> str | None:
    """Whose "the stock" and "its shares" are: of the firm named last before it, in its sentence or in the one before."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or tokens[clue.first] not in words("equities", language) or not _pointed(tokens, clue.first, language):
        return None
    here = [p.key for p in found if p.organisation and p.last < clue.first and not p.says]
    if here:
        return here[-1]
    earlier = [p.key for p in before if p.organisation and (p.subject or not p.says)]  # not a house's
    if last in earlier:
        return last
    return earlier[-1] if earlier else None


def _pointed(tokens: list[str], noun: int, language: str) -> bool:
    """Whether shares are told of as those of somebody spoken of: "the shares", "their shares", "the brewer's shares"."""
    before = tokens[noun - 1 : noun]
    return before == ["the"] or not either(words("possessives", language), words("owning", language)).isdisjoint(before)
