"""Shares of a part of the world: "European shares fell 2 percent", "a 3 percent rise in the STOXX autos index" are of no nation and of no firm."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_sign, places_of, words
from pipeline.lexicon import either

PHRASE = 7
"""Tokens from the word for a part of the world to that for its shares: "the DJ STOXX European food and beverage sector"."""

FAR = 24
"""Tokens before a figure within which its shares are named."""

WORLD = "WLD"
"""Whose shares are called so right behind its name: "global" is much else."""

LINKED = 5
"""Tokens between a growth and the shares that are named behind it: "rise in the benchmark"."""


def settle(figure: Figure, found: list[Party]) -> None:
    """Give the growth of the shares of a part of the world to it, whose story it may be."""
    fact = figure.fact
    if fact.indicator != "share_price" or figure.money or fact.statistic != "growth":
        return
    place = _before(figure, found) or _behind(figure)
    if place is None:
        return
    language, index = figure.story.language, words("index_tails", figure.story.language)
    if places_of("share_regions", language).get(fact.variant.casefold()) == place and fact.measure.casefold().split()[-1] not in index:
        fact.variant = ""  # all shares of it, which its name narrows no further
    if place == fact.entity:
        return
    fact.entity = fact.entity_id = place
    fact.partner = None
    figure.because("entity: the part of the world whose shares they are", 0.8)


def _before(figure: Figure, found: list[Party]) -> str | None:
    """ "European shares .FTEU3 closed down 2 percent": those told last before the figure, with no other name or figure between."""
    low = figure.previous.last if figure.previous is not None else -1
    for i in range(figure.first - 1, max(low, figure.first - FAR), -1):
        phrase = _phrase(figure, i)
        if phrase is None:
            continue
        place, last = phrase
        tokens, without = figure.sentence.tokens, words("region_without", figure.story.language)
        if last >= figure.first or any(last < p.first < figure.first and tokens[p.first - 1] not in without for p in found):
            return None
        between = tokens[behind_sign(tokens, last + 1) : figure.first]
        if between[:2] == [",", "which"]:
            between = between[2:]  # "beating the STOXX autos index, which fell 2 percent"
        elif any(p.organisation and figure.clause[0] <= p.first and p.last < i for p in found):
            return None  # "Arden stock has lagged the European car index by 16 percent"
        return None if _stopped(between, figure.story.language) else place
    return None


def _stopped(between: list[str], language: str) -> bool:
    """Whether a growth is of other shares than those before it; "fell more than 2 percent" sets nothing beside them."""
    if between[-1:] == ["than"] and not words("region_hedges", language).isdisjoint(between[-2:-1]):
        between = between[:-2]
    return not words("region_stops", language).isdisjoint(between)


def _behind(figure: Figure) -> str | None:
    """ "compared with a 3 percent rise in the STOXX banks index"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    links = either(words("index_links", language), words("region_links", language))
    for i in range(figure.behind, min(len(tokens), figure.last + LINKED + 2)):
        if tokens[i] in words("region_breaks", language) or any(a == i for a, _ in figure.spans):
            return None
        phrase = _phrase(figure, i)
        if phrase is not None:
            return phrase[0] if not links.isdisjoint(tokens[figure.behind : i]) else None
    return None


def _phrase(figure: Figure, at: int) -> tuple[str, int] | None:
    """The part of the world that a token names, and the last one of the phrase of its shares."""
    tokens, language = figure.sentence.tokens, figure.story.language
    regions = places_of("share_regions", language)
    place = next((regions[name] for n in (3, 2, 1) if (name := " ".join(tokens[at : at + n])) in regions), None)
    if place is None or (tokens[at - 1 : at] == ["and"] and any(c.last == at - 2 for c in figure.sentence.of("place"))):
        return None  # "U.S. and European shares rose 2 percent"
    shares, stops = words("region_shares", language), either(words("prepositions", language), words("region_stops", language))
    end = next((i for i in range(at + 1, min(len(tokens), at + PHRASE + 1)) if tokens[i] in shares or tokens[i] in stops), None)
    if end is None or tokens[end] not in shares or (place == WORLD and end > at + 1):
        return None  # "the global credit crunch helped send shares down"
    while tokens[end + 1 : end + 2] and tokens[end + 1] in shares:
        end += 1  # "the STOXX autos stocks index"
    if tokens[end] not in words("index_tails", language) and _of_a_name(figure, at):
        return None
    return place, end


def _of_a_name(figure: Figure, at: int) -> bool:
    """ "Penwith European shares": whether a token goes on a name that is no part of the world's; an index has whatever name."""
    sentence, regions = figure.sentence, places_of("share_regions", figure.story.language)
    if not at or not sentence.tokens[at - 1].isalpha() or sentence.tokens[at - 1] in regions:
        return False
    word = figure.story.text[sentence.starts[at - 1] : sentence.ends[at - 1]]
    return word[0].isupper() if at > 1 else word.isupper()  # a sentence begins with a capital
