"""Figures of a whole, though the story is of one of it: a market or an industry, the debt of a state."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting
from pipeline.interpret.owners.parties import Party, places_of, words

REACH = 5
"""Tokens between a figure and the market that it is the worth of: "a $2 billion online music market"."""

SUBJECT = 8
"""Tokens before a verb in which its subject stands."""

FIRMS = frozenset({"share_price", "stake", "market_share", "eps", "deal_value", "exchange_rate", "interest_rate"})
"""Measures that are no market's, or are settled by themselves."""

YIELD = 14
"""Tokens between the debt of a state and its yield."""

AVERAGE = 4
"""Tokens before a verb in which the average of a trade's firms is its subject: "the average hedge fund"."""

OPENS = 2
"""Tokens at the head of a clause within which it is told to be of the world."""

CREDIT = 3
"""Tokens from what says whose credit it is to the noun: "private sector credit"."""

TERM = 5
"""Tokens between the term of a loan and the word for it: "30-year fixed-rate mortgages"."""

MARKETS = frozenset({"other", "market_value", "revenue", "lending", "retail_sales", "deal_value", "assets", "consumer_spending"})
"""Measures that a market has as its firms do."""


def market_rate(figure: Figure, found: list[Party]) -> bool:
    """ "Arden said 30-year mortgages averaged 6 pct", "Treasury bill rates": a rate of the market, which is no bank's own."""
    if figure.fact.indicator != "interest_rate" or not acting.no_company(figure, found):
        return False
    measure = figure.fact.measure.casefold()
    named = not words("market_rates", figure.story.language).isdisjoint(measure.split()) or measure in words(
        "rates_named", figure.story.language
    )
    return named or _home_loans(figure)


def _home_loans(figure: Figure) -> bool:
    """ "The 15-year fixed-rate mortgage averaged 4 pct", "30-year home mortgage rates": loans told by their term, which all banks of a place lend."""
    tokens, language = figure.sentence.tokens[figure.clause[0] : figure.first], figure.story.language
    loans, own = words("home_loans", language), words("possessives", language)
    at = next((i for i, token in enumerate(tokens) if token in loans and "year" in tokens[max(0, i - TERM) : i]), None)
    return at is not None and own.isdisjoint(tokens) and GENITIVE.isdisjoint(tokens[:at])


def of_market(figure: Figure, found: list[Party], place: str | None) -> str | None:
    """The place of a market whose worth a sum is: the one named last before it, else the story's."""
    if not _market(figure):
        return None
    near = next((p for p in reversed(found) if not p.organisation and p.last < figure.first), None)
    return near.key if near is not None else place or "WLD"


def of_whole_market(figure: Figure, found: list[Party]) -> str | None:
    """Whose a market is that shrinks among a firm's results: that of the place in its name, the world's, or nobody's that is told."""
    if figure.frame.move is None:
        return None
    near = range(max(figure.clause[0], figure.frame.move.first - SUBJECT), figure.first)
    place = next((p.key for p in reversed(found) if not p.organisation and p.first in near), None)
    worldly = not words("worldly", figure.story.language).isdisjoint(figure.sentence.tokens[near[0] : figure.first])
    return place or ("WLD" if worldly else None)


def of_industry(figure: Figure, found: list[Party]) -> bool:
    """ "Investment in the British car industry fell", "the luxury market is growing": whether a whole market does what is told."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.indicator in FIRMS or figure.frame.anchor is not None:
        return False
    low = figure.clause[0]
    measures = [c for c in figure.sentence.of("indicator") if c.role == "verb"]  # "the industry spends"
    verbs = [c for c in (*figure.sentence.of("direction"), *figure.sentence.of("finite"), *measures) if low <= c.first < figure.first]
    verb = next((c.first for c in sorted(verbs, key=lambda c: c.first) if c.role != "nouns"), None)
    if verb is None:
        return False
    if (
        tokens[verb - 1] not in words("industries", language)
        and not _of_trade(tokens, verb, language)
        and not _average(figure, max(low, verb - AVERAGE), verb)
    ):
        return False
    if any(p.organisation and (verb < p.first < figure.first or p.last == verb - 1) for p in found):
        return False  # "Arden Industries said"
    lead = tokens[max(low, verb - SUBJECT) : verb]
    nations = {p.last + 1 for p in found if not p.organisation}  # "Japan's beer market has shrunk"
    owned = any(tokens[i] in GENITIVE and i not in nations for i in range(max(low, verb - SUBJECT), verb))
    return words("possessives", language).isdisjoint(lead) and not owned


def _of_trade(tokens: list[str], verb: int, language: str) -> bool:
    """ "Industry demand grew 7 percent"."""
    return verb > 1 and tokens[verb - 1] in words("traded_by_all", language) and tokens[verb - 2] in words("industries", language)


def of_world(figure: Figure, found: list[Party]) -> bool:
    """ "Global container volumes grew 3 percent", in the story of a shipper: what the clause opens with is the world's, and no firm has all of it."""
    tokens, language, begin = figure.sentence.tokens, figure.story.language, figure.clause[0]
    at = next((i for i in range(begin, min(begin + OPENS, figure.first)) if tokens[i] in words("of_all_the_world", language)), None)
    if at is None or figure.fact.indicator in FIRMS or any(p.organisation and at < p.first < figure.first for p in found):
        return False
    if not words("possessives", language).isdisjoint(tokens[begin:at]) or (at and tokens[at - 1] in GENITIVE):
        return False
    subject = tokens[at + 1 : at + 1 + SUBJECT]
    of = next((i for i, token in enumerate(subject) if token in words("prepositions", language)), len(subject))
    return not words("traded_by_all", language).isdisjoint(subject[:of]) and words("firms_measures", language).isdisjoint(subject[:of])


def of_credit(figure: Figure) -> bool:
    """ "Growth in private sector credit slowed to 3 percent": what all the banks of a nation lend, in the story of one."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if figure.fact.indicator != "lending" or clue is None:
        return False
    phrase = " ".join(tokens[max(0, clue.first - CREDIT) : clue.last + 1])
    whole = any(form in phrase for form in words("credit_of_nations", figure.story.language))
    return whole and words("possessives", figure.story.language).isdisjoint(tokens[max(0, clue.first - CREDIT - 1) : clue.first])


def _average(figure: Figure, begin: int, verb: int) -> bool:
    """ "The average hedge fund lost 19 percent": whether the subject before a verb is the average of all of a trade."""
    subject, language = figure.sentence.tokens[begin:verb], figure.story.language
    if words("average_of", language).isdisjoint(subject[:-1]) or subject[-1] not in words("averaged_firms", language):
        return False
    return figure.previous is None or figure.previous.last < verb  # but "when the average fund lost 19 percent, Arden lost 24 percent"


def _market(figure: Figure) -> bool:
    """Whether a sum is the worth of a whole market: "the $3 billion toy industry"."""
    if figure.fact.indicator not in MARKETS or not figure.money:
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    if not words("possessives", language).isdisjoint(figure.lead[-1:]):
        return False  # "its $3 billion market value"
    behind = tokens[figure.behind : figure.behind + REACH]
    at = next((i for i, t in enumerate(behind) if t in words("markets", language)), None)
    return at is not None and words("market_stops", language).isdisjoint(behind[:at])


def state_debt(figure: Figure, noun: Party | None) -> str | None:
    """Whose a yield is by the name of the debt: "the 10-year bund yielded 3 pct"."""
    if figure.fact.indicator == "interest_rate" and (noun is None or noun.organisation):
        return _state_rate(figure)
    if figure.fact.indicator != "bond_yield":
        return None
    if noun is not None and not noun.organisation and noun.key != "WLD":
        behind = figure.clue is not None and figure.clue.last < noun.first
        return noun.key if behind else None  # "the yield on the 10-year Greek bond", in a story of a firm as well
    known = places_of("state_debts", figure.story.language)
    tokens, sentence = figure.sentence.tokens, figure.sentence
    foreign = figure.story.main_place not in (None, "WLD", "USA")  # elsewhere a treasury may be any
    for i in range(figure.first - 1, max(-1, figure.first - YIELD), -1):
        if tokens[i] in known and not (foreign and figure.story.text[sentence.starts[i]].islower()):
            if foreign and not words("state_paper", figure.story.language).isdisjoint(tokens[i + 1 : i + 2]):
                return None  # "Treasury certificates": every treasury has them
            apart = not words("spread_over", figure.story.language).isdisjoint(tokens[max(0, i - 2) : i])
            return None if apart else known[tokens[i]]  # "200 basis points over Treasuries"
    return None


def _state_rate(figure: Figure) -> str | None:
    """ "Federal funds traded at 6 pct": a rate that goes by a name of its own, whoever else is spoken of."""
    known, tokens = places_of("state_rates", figure.story.language), figure.sentence.tokens
    pairs = (f"{tokens[i - 1]} {tokens[i]}" for i in range(figure.first - 1, max(0, figure.first - YIELD), -1))
    return next((known[pair] for pair in pairs if pair in known), None)
