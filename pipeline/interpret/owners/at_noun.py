"""Whoever stands at the noun of a figure: "German exports", "Apple's profit", "shares in Apple"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.owners.acting import before_relative, first_of, organisation
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, led, words
from pipeline.interpret.owners.trade import TRADE
from pipeline.interpret.story import WORLD
from pipeline.lexicon import either

BEFORE = 5
"""Tokens between an owner and the noun of its figure: "Apple's first net profit"."""

DEALT = frozenset({"deal_value", "stake"})
"""Measures of which whoever is told before the sum is the other side."""

OF_GIVERS = frozenset({"aid", "money_market", "interest_rate"})
"""What a noun calls by who gives it, or where: "the EU bailout", "ECB funding", "the London Interbank Offered Rate"."""

ITS_SUM = 2
"""Tokens more where the figure itself stands there: "Peru's two-year, $5 billion stimulus plan"."""

OF = ("of", "in")
"""Between shares and whose they are."""

CALLED = 4
"""Tokens before a name that call it what it is: "internet retailer Arden"."""

BEHIND = 7
"""Tokens between a noun and the owner behind it: "shares in the London exchange", "the yield on the benchmark 10-year German Bund"."""


def at_noun(figure: Figure, found: list[Party]) -> Party | None:
    """Whoever stands right before the noun ("German exports", "Apple's profit") or behind it ("shares in Apple")."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if figure.previous is not None and (clue is None or clue.first >= figure.lead_first):
        alone = _alone(figure.lead_first - 1, figure, found)
        if alone is not None and not alone.organisation:
            return alone  # "Germany's economy grew 0.3 percent, while Italy's shrank 0.5 percent"
    if clue is None:
        return _alone(-1, figure, found)
    if any(_goes_on(p, clue.last, figure) for p in found):
        return None
    if (alone := _alone(clue.last, figure, found)) is not None:
        return alone
    if figure.fact.indicator == "share_price" and (whose := before_relative(figure, found)) is not None and clue.last < whose.first:
        return whose  # "raised its rating on Arden's stock and on Penwith, which gained 3%"
    if (whose := _of_shares(figure, found)) is not None:
        return first_of(whose, figure, found)
    before = behind = None
    if figure.fact.indicator in ("imports", "tariff", "other") and tokens[clue.first] in words("wares", figure.story.language):
        if not words("nations_use", figure.story.language).isdisjoint(tokens[clue.first : clue.last + 1]):
            return next((p for p in found if not p.organisation and 0 < clue.first - p.last <= 2), None)  # "India's steel consumption"
        return None  # "Japanese goods" are the other side's
    stops, links = words("noun_stop", figure.story.language), words("place_links_near", figure.story.language)
    if figure.fact.indicator in ("share_price", "interest_rate"):
        links = links | words("target_links", figure.story.language)  # "the interest rate on Greek loans"
    elif figure.fact.indicator == "bond_yield":
        links = links | words("yield_links", figure.story.language)
    of_shares = figure.fact.indicator == "share_price" and _link(tokens, clue) is not None
    listed = figure.fact.indicator == "share_price" and not of_shares
    noun = clue.first - (tokens[clue.first - 1 : clue.first] == ["("])  # "Danish gross domestic product (GDP)"
    own_sum = _own_sum(figure, noun)
    verbs = {c.first for kind in ("finite", "attribution") for c in figure.sentence.of(kind)} if own_sum else set()
    places = [p for p in found if not p.organisation]
    other_sides = words("trade_links", figure.story.language) if clue.role == "verb" and figure.fact.indicator in TRADE else frozenset()
    held = marks.owner(figure.fact.indicator, figure.story.language) == "place" and figure.fact.indicator not in OF_GIVERS
    held = held and (figure.previous is None or clue.first > figure.previous.last)
    for party in found:
        if other_sides and led(party, places, tokens, figure.story.language) in other_sides:
            continue  # "Norway's exports to Peru were valued at $5 million"
        if held and not party.organisation and party.key != WORLD and clue.first <= party.first and party.last < clue.last:
            before = party  # "while the U.S. economy": a place that the noun itself holds
        behind_name = behind_ticker(tokens, party.last + 1) if listed else party.last + 1  # "Arden ( ARD.N ) shares"
        if party.organisation and party.owns and (past := behind_ticker(tokens, behind_name + 1)) > behind_name + 1:
            behind_name = past  # "Arden Inc's ( ARD.N ) $9 billion loss"
        apart = own_sum if party.owns and behind_name <= own_sum.start and verbs.isdisjoint(range(behind_name, noun)) else range(0)
        called = [token for i, token in enumerate(tokens[behind_name:noun], behind_name) if i not in apart]
        if behind_name <= noun and len(called) < (BEFORE + ITS_SUM if apart else BEFORE) and stops.isdisjoint(called):
            polled = tokens[party.first - 1 : party.first] == ["by"]  # "analysts polled by Halford expected earnings of"
            house = polled and party.says and not (party.subject or party.owns) and behind_name < noun
            if (party.role != "seats" or party.owns) and not house:
                before = party
        if 1 < party.first - clue.last <= BEHIND and behind is None and party.first not in range(figure.first, figure.last + 1):
            between = tokens[clue.last + 1 : party.first]
            counted = figure.fact.indicator == "bond_yield" or not party.organisation  # "the economy of the 15 countries using the euro"
            if links.issuperset(t for t in between if not counted or not t.isdigit()) and not _above(figure, party):
                behind = party
    if behind is not None and tokens[behind.first - 1] in words("target_links", figure.story.language):
        return behind  # "Halford cut its target on Arden's shares"
    if figure.fact.indicator == "bond_yield" and before is not None and _set_beside(tokens, before.first, figure.story.language):
        other = next((p for p in reversed(found) if not p.organisation and p.last < before.first - 1), None)
        before = other or before  # "the spread between Spanish and German bonds"
    return first_of(before, figure, found) if before is not None and before.organisation else before or behind


def _set_beside(tokens: list[str], at: int, language: str) -> bool:
    """ "Irish bonds rather than benchmark German bunds": whether what stands before a place sets its bonds beside another's."""
    return tokens[at - 1 : at] != [] and (tokens[at - 1] in words("spread_links", language) or _over(tokens, at, language))


def _over(tokens: list[str], at: int, language: str) -> bool:
    """Whether "over" or "rather than" stands before a place, past what is said of its bonds."""
    while at and (tokens[at - 1] in words("spread_adjectives", language) or tokens[at - 1].isdigit()):
        at -= 1
    return at > 0 and tokens[at - 1] in words("spread_over", language)


def _above(figure: Figure, party: Party) -> bool:
    """ "the spread over German Bunds": whether a place is what a yield is set above."""
    return figure.fact.indicator == "bond_yield" and _over(figure.sentence.tokens, party.first, figure.story.language)


def _own_sum(figure: Figure, noun: int) -> range:
    """Where a sum and what restates it stand between whose it is and its noun: "Peru's two-year, $5 billion stimulus"."""
    if figure.behind > noun or figure.fact.indicator in DEALT:
        return range(0)  # "Arden's $5 billion (4 billion euro) offer" is one for another
    comma = figure.sentence.tokens[figure.first - 1 : figure.first] == [","]
    return range(figure.first - comma, figure.behind)


def _alone(noun: int, figure: Figure, found: list[Party]) -> Party | None:
    """ "Arden's sales rose 9 pct and Penwith's slipped 1 pct": whose the figure is where the noun is left out behind the genitive."""
    verbs = {c.first for kind in ("finite", "direction") for c in figure.sentence.of(kind)}
    tokens = figure.sentence.tokens
    for party in reversed(found):
        led = tokens[party.first - 1] in words("going_on", figure.story.language)  # "while Japan's is", but "Japan's plans"
        if noun < party.last < figure.first - 1 and (party.organisation or (party.owns and led)):
            return party if tokens[party.last + 1] in GENITIVE and party.last + 2 in verbs else None
    return None


def _link(tokens: list[str], clue: Clue) -> int | None:
    """Where the "of" or "in" of "shares of", "stock in" stands."""
    if tokens[clue.last] in OF:
        return clue.last
    return clue.last + 1 if tokens[clue.last + 1 : clue.last + 2] and tokens[clue.last + 1] in OF else None


def _of_shares(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "shares of insurer Arden", "shares in Norway's Penwith", past what calls or places it."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or figure.fact.indicator != "share_price" or tokens[clue.first] not in words("equities", language):
        return None
    link = _link(tokens, clue)
    party = next((p for p in found if p.organisation and link is not None and p.first > link), None)
    if link is None or party is None:
        return None
    at = leading(tokens, party.first, describing(figure.sentence), language)
    if tokens[at] in GENITIVE:
        at -= 2
    return _called(party, found, tokens, language) if at == link else None


def _called(party: Party, found: list[Party], tokens: list[str], language: str) -> Party:
    """The organisation behind a name that only says where it is or what it makes: "shares of Oakley, Ohio-based Arden"."""
    firm = next((p for p in found if p.organisation and party.last < p.first <= party.last + BEHIND), None)
    if firm is None:
        return party
    called = either(*(words(name, language) for name in ("firms", "compounds", "callings", "index_parts")))
    return party if called.isdisjoint(tokens[party.last + 1 : firm.first]) else firm


def _goes_on(party: Party, noun: int, figure: Figure) -> bool:
    """ "Arden's shares fell 2% and Penwith added 3%": whether the clause behind the noun is another's."""
    if not (party.organisation and party.subject and (party.acts or party.says) and noun < party.first and party.last < figure.first):
        return False
    tokens = figure.sentence.tokens
    if party.says and not any(tokens[i][0].isdigit() for i in range(party.last + 2, min(party.last + 4, len(tokens)))):
        return False  # "and Penwith added that" says something
    language = figure.story.language
    before = max(noun, leading(tokens, party.first, describing(figure.sentence), language))  # "while the German rival Penwith added 3%"
    told = any(noun < a and b < party.first for a, b in figure.spans)
    return _opened(tokens, before, told, language) or (told and tokens[before] in (",", ";"))


def _opened(tokens: list[str], at: int, told: bool, language: str) -> bool:
    """Whether the word of a new clause stands at `at`, or before what a name is called: "while internet retailer Penwith".

    "and" opens one there where something is `told` of the noun before it.
    """
    opening, stops = words("going_on", language), either(words("prepositions", language), words("possessives", language))
    for i in range(at, max(-1, at - CALLED), -1):
        if tokens[i] in opening:
            return told or i == at or tokens[i] != "and"
        if not tokens[i].isalpha() or tokens[i] in stops:
            return False
    return False


def of_its_own(figure: Figure, found: list[Party]) -> bool:
    """ "Arden earned 47 percent of its sales in Peru": a part of what is the subject's own, wherever it comes from."""
    tokens, own = figure.sentence.tokens, words("possessives", figure.story.language)
    if figure.fact.statistic != "share" or tokens[figure.behind : figure.behind + 1] != ["of"]:
        return False
    return not own.isdisjoint(tokens[figure.last + 2 : figure.last + 3]) and organisation(figure, found) is not None
