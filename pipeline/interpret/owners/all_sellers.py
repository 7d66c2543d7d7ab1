"""Whose is what a whole trade sells, or all the firms of an index earn: their place's, though the story is of one firm of them."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import indices
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD
from pipeline.lexicon import either

SALES = frozenset({"revenue", "retail_sales", "output", "other"})
"""What the word for sales may have been taken for."""

WHOLE = "where a whole trade sells"
"""The rule by which what all of a trade sell is their place's."""

PHRASE = 7
"""Tokens up to the word for sales in which it is told whose they are."""

THERE = 3
"""Tokens behind a figure in which the place stands where all is sold."""


def owner(
    figure: Figure, found: list[Party], own: Party | None, company: str | None, main: str | None, titled: dict[str, int]
) -> tuple[str, str] | None:
    """The place of all the firms that a figure tells of and the rule that says so; what all of a trade sell is of its shops.

    `own` is whom the figure is told for, `company` the firm the story is about, `main` its place; `titled` are the firms that the title names.
    """
    if own is not None and own.organisation:
        return None
    if (listed := indices.of_its_firms(figure, found)) is not None:
        return listed, "of all the firms of an index"
    if (place := _place(figure, found, company, main, titled)) is None:
        return None
    if figure.fact.indicator == "revenue" and _sold(figure):
        figure.fact.indicator = "retail_sales"
    return place, WHOLE


def _place(figure: Figure, found: list[Party], company: str | None, main: str | None, titled: dict[str, int]) -> str | None:
    """ "Industry-wide U.S. auto sales fell 9 pct", "global chip sales fell 3 pct": where a whole trade sells; None where a firm may."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or figure.fact.indicator not in SALES or figure.fact.statistic == "share":
        return None
    if tokens[clue.last] not in words("sold_by_all", language):
        return None
    if any(
        p.organisation and figure.last < p.first <= figure.last + THERE and tokens[p.first - 1] in words("heading", language) for p in found
    ):
        return None  # "led by a 41 percent surge at Arden"
    begin = _begin(figure, clue.last)
    phrase, before = tokens[begin : clue.last], tokens[begin - 1] if begin else ""
    named = next((p for p in found if begin <= p.first and p.last < clue.last), None)
    if before in GENITIVE or before in words("its", language) or before in words("relatives", language):
        return None  # "Arden's U.S. car sales", "whose car sales"
    if named is not None and named.organisation:
        return None
    told = WORLD if not words("worldly", language).isdisjoint(phrase) else named.key if named is not None else None
    if not words("trades_all", language).isdisjoint(phrase):
        return told or _there(figure, found) or main or figure.story.home
    ware = tokens[clue.last] in words("sold_by_count", language) and not words("wares_of_trades", language).isdisjoint(phrase)
    if (
        told is None
        and ware
        and either(words("subject_pronouns", language), words("commons", language)).isdisjoint(tokens[figure.clause[0] : begin])
    ):
        told = _behind(clue.last, found, tokens, language)
    if told is None or not ware or not words("terms", language).isdisjoint(phrase):
        return None
    if not (named is not None and named.owns) and _of_the_title(figure, company, titled):
        return None
    firms = (p for p in found if p.organisation and p.subject and figure.clause[0] <= p.first < begin)
    return told if all(p.says and p.key != company for p in firms) else None


def _behind(noun: int, found: list[Party], tokens: list[str], language: str) -> str | None:
    """ "Car sales in Norway fell": the place right behind the word for sales."""
    if tokens[noun + 1 : noun + 2] != ["in"]:
        return None
    articles = words("articles", language)
    at = noun + 2 + (tokens[noun + 2] in articles)
    return next((p.key for p in found if p.first == at and not p.organisation and p.role != "seats"), None)


def _of_the_title(figure: Figure, company: str | None, titled: dict[str, int]) -> bool:
    """ "ARDEN MOTOR U.S. CAR SALES FALL": whether the title tells of what the firm itself sells."""
    at, title = titled.get(company or ""), figure.story.title.tokens
    return at is not None and not words("sold_by_all", figure.story.language).isdisjoint(title[at:])


def _sold(figure: Figure) -> bool:
    """Whether what a whole trade makes is called its sales, which are those of its place's shops, and not its revenue."""
    clue, language = figure.clue, figure.story.language
    return clue is not None and figure.sentence.tokens[clue.last] in words("sold_words", language)


def _there(figure: Figure, found: list[Party]) -> str | None:
    """ "Industry shipments will fall 13 percent in Europe": the place right behind a figure, else the last before it."""
    links, tokens = words("place_links_near", figure.story.language), figure.sentence.tokens
    places = [p for p in found if not p.organisation and p.role != "seats"]
    behind = (p.key for p in places if figure.last < p.first <= figure.last + THERE and tokens[p.first - 1] in links)
    return next(behind, None) or next((p.key for p in reversed(places) if p.first < figure.first), None)


def _begin(figure: Figure, noun: int) -> int:
    """Where the phrase begins that ends with the word for sales."""
    tokens, language = figure.sentence.tokens, figure.story.language
    stops = either(*(words(name, language) for name in ("prepositions", "market_stops", "possessives", "relatives")))
    verbs = {c.first for kind in ("finite", "attribution", "direction") for c in figure.sentence.of(kind) if c.role != "nouns"}
    trades = words("trades_all", language)
    low = max(figure.start, noun - PHRASE)
    for i in range(noun - 1, low - 1, -1):
        own = tokens[i] in GENITIVE and tokens[i - 1] in trades  # "the industry's sales"
        if not own and (tokens[i] in stops or i in verbs or tokens[i][0].isdigit()):
            return i + 1
    return low
