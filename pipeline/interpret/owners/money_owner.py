"""Whose an exchange rate or a share index is: the country of the currency, the place of the exchange."""

from __future__ import annotations

from collections import Counter
from functools import cache

from pipeline import lexicon
from pipeline.interpret.amounts.currency import alive
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.benchmark import weighed
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners import parties
from pipeline.interpret.owners.parties import Party
from pipeline.interpret.story import Story

WORLD, SHARED = "USD", "EUR"
"""The money in which sums of all places are told."""

PART_OF = 7
"""Tokens before an index within which a share is told to be one of it: "a component of the Dow Jones average"."""

INDEX = 10
"""Tokens between a growth and the index that it is one of: "a 3 percent decline in the Dow Jones average"."""

NAMED = 10
"""The same, of one that goes by the name of whoever keeps it."""

BEHIND = 9
"""Tokens between a rate and the currency that it is set against."""

QUOTED = 4
"""Tokens between a currency's growth and its quote."""


@cache
def of_currency(language: str) -> dict[str, str]:
    """The place of each currency code: its only user, else the one that names it."""
    found = {code: entry["used"][0][0] for code, entry in lexicon.entries("iso4217").items() if entry.get("used")}
    return found | parties.places_of("issuers", language)


@cache
def _sharing(language: str) -> dict[str, frozenset[str]]:
    """The places whose moneys share a word: "lira", "peso"; not the dollar, which alone is that of the USA wherever it is told."""
    families, places = lexicon.entries("currency_families", language).values(), of_currency(language)
    return {
        word: frozenset(places[code] for code in family["candidates"] if code in places)
        for family in families
        if "home" not in family
        for word in family["words"]
    }


@cache
def _of_day(word: str, place: str, day: str | None, language: str) -> str:
    """The place that a word's money means on a day: where that money is gone, the first of those that share the word and have theirs."""
    family = next((f for f in lexicon.entries("currency_families", language).values() if word in f["words"] and "home" not in f), None)
    if family is None or day is None:
        return place
    places = of_currency(language)
    standing = [places[code] for code in alive(tuple(family["candidates"]), day) if code in places]
    return place if place in standing or not standing else standing[0]


def equated(figure: Figure) -> bool:
    """ "($1 = 0.72 euros)": a rate of the money of which one is told, in the other."""
    fact = figure.fact
    place = of_currency(figure.story.language).get(fact.quantity.per or "") if fact.indicator == "exchange_rate" else None
    if place is None or "=" not in figure.sentence.tokens:
        return False
    fact.entity = fact.entity_id = place
    fact.partner = quoted_in(figure, place)
    figure.because("entity: the money of which one is told", 0.9)
    return True


def settle(figure: Figure, found: list[Party], said: str | None) -> bool:
    """An exchange rate: the currency that the clause is about, and the one it is set against; `said` is that of the rate before."""
    language, fact, tokens = figure.story.language, figure.fact, figure.sentence.tokens
    anchor = figure.frame.anchor
    if anchor is not None and anchor.fact.indicator == "exchange_rate" and anchor.fact.entity is not None:
        fact.entity, fact.entity_id = anchor.fact.entity, anchor.fact.entity_id
        fact.partner = quoted_in(figure, fact.entity) or anchor.fact.partner  # "1.83 marks and 146 yen"
        figure.because("entity: that of the figure it is set beside")
        return True
    moneys = parties.places_of("moneys", language)
    against, named_money = parties.words("rate_against", language), parties.words("named_money", language)
    nations = {c.last + 1: c.key for c in figure.sentence.of("place") if c.role in ("people", "names")}
    named = other = fronted = None
    begin = figure.clause[0]
    for i, token in enumerate(tokens):
        place = moneys.get(token) or (moneys.get(f"{tokens[i - 1]} {token}") if i else None)  # "the single currency"
        if place is not None and i not in nations:
            place = _of_day(token, place, figure.story.published.text, language)
        place = nations.get(i, place) if place is not None else None  # "the Canadian dollar"
        if token in named_money and i in nations:
            place = nations[i]  # "the German currency"
        if place is not None:
            of_story = (figure.story.home, figure.story.main_place)
            own = next((p for p in of_story if p in _sharing(language).get(token, ())), None)
            place = nations.get(i, own) if own is not None else place  # the lira of a story from Ankara, or about Turkey
        if place is None or any(a <= i <= b for a, b in figure.spans):
            continue
        before = _linked(tokens, i)
        if token in parties.words("also_words", language) and i not in nations and tokens[max(0, i - 1) : i] != ["the"]:
            continue
        if before in against and i < figure.first and tokens[i + 1] == "," and not any(i < a < figure.first for a, _ in figure.spans):
            fronted, begin = place, i + 2  # "Against the yen, the euro rose 1.2 percent"
        if i > figure.last and tokens[i + 1 : i + 2] == [","] and _opens(figure, i):
            break  # "the euro rose 2 percent and against the yen, the dollar fell"
        if i > figure.last or before in against or (before == "/" and named is not None):
            other = other or (place if place != named and i < figure.last + BEHIND and (before in against or before == "/") else None)
        elif i >= figure.clause[0] or named is None:
            named, other = place, fronted if fronted != place else None
            fronted = None
    if named is None and said is not None and tokens[begin] in parties.words("pronouns", language):
        named, other = said, fronted or other  # "It closed at 2.95 marks"
    if named is None:
        title = figure.story.title
        of_nation = {c.last + 1: c.key for c in title.of("place")}
        titled = next((of_nation.get(i, moneys[t]) for i, t in enumerate(title.tokens) if t in moneys), None)
        last = next((p.key for p in reversed(found) if not p.organisation and p.last < figure.first and p.key != other), None)
        if last is None and figure.money and titled != quoted_in(figure, None):
            last = titled
        named = titled if other is not None and titled != other else last
        of_unit = quoted_in(figure, other) if other is not None and len(_sharing_word(figure)) <= 1 else None
        if of_unit is not None and named in (None, of_unit):
            named = of_unit  # "an average rate of 148 yen to the dollar"
        if named is None:
            return False
    other = quoted_in(figure, named) or other
    if other is None:
        units = [fact.quantity.unit, fact.quantity.per]  # "the rupee hit 56.52 to the dollar"
        following = figure.spans[figure.index + 1 : figure.index + 2]
        if following and following[0][0] - figure.last <= QUOTED:
            units.append(figure.story.mentions[figure.number][figure.index + 1].quantity.unit)
        quoted = (of_currency(language).get(unit or "") for unit in units)
        other = next((place for place in quoted if place not in (None, named)), None)
    fact.entity = fact.entity_id = named
    fact.partner = other
    figure.because("entity: the place of the currency", 0.9)
    return True


def of_sums(story: Story) -> str | None:
    """The place of the only money that a story tells sums in: pounds are Britain's.  Dollars are the world's, and euros those of many."""
    sums = {m.quantity.unit for found in story.mentions for m in found if m.quantity.unit.isupper()}
    if len(sums) != 1 or sums == {WORLD}:
        return None
    return _sharer(story) if sums == {SHARED} else of_currency(story.language).get(*sums)


def of_one_money(unit: str, language: str) -> str | None:
    """The place of a currency that is not many places'."""
    return None if unit in (WORLD, SHARED) else of_currency(language).get(unit)


def of_local_money(story: Story) -> str | None:
    """The place of the only money besides those of the world that a story writes plainly: "R23.24" beside "$80" is South Africa's."""
    plain = {m.quantity.unit for found in story.mentions for m in found if m.quantity.unit.isupper() and not m.candidates}
    plain -= {WORLD, SHARED}
    return of_currency(story.language).get(*plain) if len(plain) == 1 else None


def _sharer(story: Story) -> str | None:
    """Whose a sum in euros is: of the one that a story names most of those that have it."""
    users = {row[0] for row in lexicon.entries("iso4217")[SHARED].get("used", ())}
    text = (clue.key for number in range(len(story.spans)) for clue in story.sentence(number).of("place"))
    count = Counter(key for key in text if key in users)
    return max(count, key=count.__getitem__, default=None)


def quoted_in(figure: Figure, named: str | None) -> str | None:
    """The place of the currency that a rate is told in, unless it is, or may be, the one that the rate is of."""
    if not figure.money:
        return None
    places = of_currency(figure.story.language)
    codes = _sharing_word(figure) or (figure.fact.quantity.unit,)  # which of those that share a word it is, is settled by whose rate it is
    return None if named is not None and named in map(places.get, codes) else places.get(codes[0])


def _opens(figure: Figure, at: int) -> bool:
    """Whether "against the yen," opens a clause: it stands behind "and" or a stop."""
    tokens = figure.sentence.tokens
    link = next((i for i in range(at - 1, max(figure.last, at - QUOTED), -1) if tokens[i] == "against"), None)
    return link is not None and tokens[link - 1] in figure.words("joins")


def _sharing_word(figure: Figure) -> tuple[str, ...]:
    """The moneys of the day that go by the word which a figure's is told in: "crowns", "rupees"."""
    story = figure.story
    return alive(story.mentions[figure.number][figure.index].candidates, story.published.text)


def _linked(tokens: list[str], at: int) -> str:
    """The word before a currency, but for its article and nationality: "against" of "against the Japanese yen"."""
    before = at - 1
    if before > 1 and tokens[before] != "the" and tokens[before - 1] == "the":
        before -= 1
    if before > 0 and tokens[before] in ("the", "a"):
        before -= 1
    return tokens[before] if before >= 0 else ""


def of_index(figure: Figure, found: list[Party], main: str | None) -> str | None:
    """The place of the share index before the figure; a price in money is a share's, and "on the Nasdaq" is where it is traded.

    An index that goes by no place's name is that of the place named at it, else of the story's `main` place.
    """
    if figure.money:
        return None
    language, tokens = figure.story.language, figure.sentence.tokens
    of_other = figure.clue is not None and figure.clue.first > figure.last  # "the Nasdaq rose, led by a 5 percent jump in Arden's shares"
    low = figure.clause[0] if figure.clue is None else min(figure.clause[0], figure.clue.first)  # "the Nasdaq, which fell 2 percent"
    for i in range(figure.first - 1, figure.last if of_other else low - 1, -1):
        place = index_at(tokens, i, language) if i >= figure.clause[0] or _goes_on(tokens, i, language) else None
        if place is not None and not _traded_there(tokens, i, language) and not _of_firm(tokens, i, found, language):
            acts = any(p.organisation and p.subject and p.acts and i < p.first and p.last < figure.first for p in found)
            return None if acts else place
    behind = min(len(tokens), figure.last + INDEX, *(a for a, _ in figure.spans if a > figure.last), figure.clause[1])
    for i in range(figure.behind, behind):
        if tokens[i] == ",":
            break
        place = index_at(tokens, i, language)
        if place is not None and parties.words("index_links", language).intersection(tokens[figure.behind : i]):
            return place if not _traded_there(tokens, i, language) else None
    at = _some_index(figure)
    if at is None:
        return None
    near = next((p.key for p in found if not p.organisation and p.role != "seats" and figure.last < p.first < at), None)
    return near or main  # "a 1 percent fall in the UK mining index"


def index_moved(figure: Figure) -> bool:
    """ "The property subindex fell 2 percent", "the S&P retail index, which jumped 3 percent": an index that is no firm's."""
    clue, since = figure.clue, figure.previous.last if figure.previous is not None else -1
    if clue is None or figure.money or figure.frame.move is None or not since < clue.first < figure.first:
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] not in parties.words("index_words", language) or _traded_there(tokens, clue.last, language):
        return False
    return ";" not in figure.lead


def _some_index(figure: Figure) -> int | None:
    """ "a 0.6 percent gain in the utilities index": where the index behind a growth stands that is its own."""
    language, tokens = figure.story.language, figure.sentence.tokens
    until = min(len(tokens), figure.last + NAMED + 1, *(a for a, _ in figure.spans if a > figure.last), figure.clause[1])
    behind = tokens[figure.behind : until]
    at = next((i for i, token in enumerate(behind) if token in parties.words("index_words", language)), None)
    if figure.money or at is None or "," in behind[:at] or parties.words("index_links", language).isdisjoint(behind[:at]):
        return None
    return figure.behind + at


def _of_firm(tokens: list[str], at: int, found: list[Party], language: str) -> bool:
    """ "Dow Jones shares fell": whether the shares are those of the firm that an index goes by."""
    shares = parties.words("equities", language)
    if tokens[at - 1 : at] == ["of"] and tokens[at - 2] in shares:
        return True  # "shares of Nasdaq fell": an index has none
    for party in found:
        if party.organisation and party.first <= at <= party.last:
            behind = parties.behind_ticker(tokens, party.last + 1)
            if not shares.isdisjoint(tokens[behind : behind + 1 + party.owns]):
                return True
    return False


def _traded_there(tokens: list[str], at: int, language: str) -> bool:
    """ "on the Nasdaq", "in Nasdaq trading", "a component of the Dow Jones average": where a share is traded, or what it is part of."""
    if _goes_on(tokens, at, language):
        return False
    if weighed(tokens, at, at, language):
        return True
    before, behind = tokens[max(0, at - PART_OF) : at], tokens[at + 1 : at + 2]
    if "on" in before[-2:] or not parties.words("index_trade", language).isdisjoint(behind):
        return True
    return not parties.words("index_parts", language).isdisjoint(before + behind)


def _goes_on(tokens: list[str], at: int, language: str) -> bool:
    """ "The biggest drag on the Nasdaq .IXIC, which fell 2 percent": whether a clause about an index follows it and its sign."""
    names, end = closed("index_names", language), at + 1
    while tokens[end : end + 1] and tokens[end] in names:
        end += 1  # "the Nikkei average", "the FTSE 100"
    end = parties.behind_sign(tokens, end)
    return tokens[end : end + 1] == [","] and not parties.words("relatives", language).isdisjoint(tokens[end + 1 : end + 2])


def index_at(tokens: list[str], at: int, language: str) -> str | None:
    """The place of the index that token `at`, or it and the one before, names."""
    indices = parties.places_of("indices", language)
    if tokens[at + 1 : at + 2] == ["/"] or (tokens[at + 1 : at + 2] == ["-"] and tokens[at + 2] in parties.words("compounds", language)):
        return None  # "the S&P/ASX 200" is that of the second; "the MDAX-listed share" is none
    place = indices.get(tokens[at])
    return place if place is not None or not at else indices.get(f"{tokens[at - 1]} {tokens[at]}")
