"""Who acts in the clause of a figure: the organisation or the place that is its subject, or whom a pronoun stands for."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.asides import aside
from pipeline.interpret.owners.parties import Party, behind_ticker, words

COMPANIES_TOO = frozenset(
    {
        "interest_rate",
        "wages",
        "employment",
        "lending",
        "deposits",
        "bond_yield",
        "debt_relief",
        "foreign_debt",
        "orders",
        "capacity_use",
        "inventories",
    }
)
"""Measures of places that companies have as well."""

SET_BY = 7
"""Tokens behind a rate within which the banks that charge it stand."""

SPOKEN = 3
"""Tokens from a speaker on within which it speaks: "the bank board said"."""

NEXT = 2
"""Commas and dashes between a name and the pronoun that stands for it."""

CALLED = 12
"""Tokens of what a name is called between it and the pronoun that stands for it."""

PART = 4
"""Tokens from a firm to the word for a part of it: "Arden's Danish shoe business"."""

OF_ITS = 4
"""Tokens behind a part within which the word for whose it is stands: "of the company's"."""

MANY = 4
"""Tokens at the head of a clause in which a kind of many nations' stands."""

RELATIVE = 3
"""Tokens of a word for a firm and the pronoun behind its comma."""


def organisation(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation that is the subject of the figure's clause: the last before it that a verb follows, else the first."""
    begin = figure.clause[0]
    if (whose := before_relative(figure, found)) is not None:
        return first_of(whose, figure, found)
    apart = aside(figure, found)
    subjects = [p for p in found if p.organisation and p.subject and p.last < figure.first and p.first not in apart]
    if not subjects:
        return None
    near = [p for p in subjects if begin <= p.first]
    tokens, previous = figure.sentence.tokens, figure.previous if figure.fact.indicator == "share_price" else None
    if (
        near
        and previous is not None
        and near[-1].first > previous.last
        and tokens[near[-1].first - 1] in words("listing", figure.story.language)
    ):
        return first_of(near[-1], figure, found)  # "Arden rose 2% and Penwith moved 3%", whatever its verb
    return first_of(next((p for p in reversed(near) if p.acts or p.owns), (near or subjects)[0]), figure, found)


def before_relative(figure: Figure, found: list[Party]) -> Party | None:
    """ "its rival Arden (ARD.N), whose sales rose 3%": the organisation right before the pronoun of the figure's clause."""
    tokens, relatives, begin = figure.sentence.tokens, words("relatives", figure.story.language), figure.clause[0]
    for i in range(figure.first - 1, max(0, begin - 2), -1):
        if tokens[i] in relatives:
            whose = next((p for p in reversed(found) if p.organisation and p.last < i), None)
            if whose is None or not (i - behind_ticker(tokens, whose.last + 1) <= NEXT or _called(tokens, whose, i, figure.story.language)):
                return None
            if any(p.organisation and p.acts and tokens[p.first - 1] == "," and _told(figure, i, p.first) for p in found):
                return None  # "Besides Arden, which rose 2%, Penwith added 3%"
            return whose if whose.subject or i <= begin or "," not in tokens[i : figure.first] else None
    return None


def _told(figure: Figure, low: int, high: int) -> bool:
    """Whether a figure stands between two tokens."""
    return high < figure.first and any(low < a and b < high for a, b in figure.spans)


def _called(tokens: list[str], party: Party, pronoun: int, language: str) -> bool:
    """ "Arden, the biggest Danish brewer, whose shares rose": whether only what a name is called stands between it and the pronoun."""
    between = tokens[behind_ticker(tokens, party.last + 1) : pronoun]
    if len(between) > CALLED or between[:1] != [","] or between[-1:] != [","] or between[1] not in words("articles", language):
        return False
    return "," not in between[1:-1] and words("auxiliaries", language).isdisjoint(between)


def first_of(party: Party, figure: Figure, found: list[Party]) -> Party:
    """The first of several that are the subject together: what "Fannie and Freddie have lost" is Fannie's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    listed = False
    for before in reversed(found):
        if before.organisation and before.last < party.first and (before.subject or _paired(before, tokens, language)):
            between = tokens[behind_ticker(tokens, before.last + 1) : party.first]
            if between in (["and"], ["and", "the"]) or (
                between[:1] == ["and"] and between[-1] in words("firms", language) | words("compounds", language)
            ):
                party, listed = before, True
            elif listed and between == [","]:
                party = before  # "Arden, Penwith and Halford have cut"
    return party


def _paired(party: Party, tokens: list[str], language: str) -> bool:
    """ "a merger between Arden and Penwith would create"."""
    return party.first > 0 and tokens[party.first - 1] in words("pairs", language)


def of_others(figure: Figure, found: list[Party]) -> bool:
    """ "The other banks", "most banks": a rate that is not one bank's is the country's."""
    language = figure.story.language
    tokens = figure.sentence.tokens[figure.clause[0] : figure.first]
    if _several(figure.sentence.tokens[figure.behind : figure.last + SET_BY], language):
        return True  # "the 9 pct set by most banks"
    if not _several(tokens, language):
        return False
    return not any(p.organisation and p.acts and p.subject and figure.clause[0] <= p.first < figure.first for p in found)


def _several(tokens: list[str], language: str) -> bool:
    """Whether banks stand behind a word for more than one of them."""
    rivals = words("rivals", language)
    return not rivals.isdisjoint(tokens) and not words("several", language).isdisjoint(
        tokens[: max(i for i, t in enumerate(tokens) if t in rivals)]
    )


def of_world(figure: Figure) -> bool:
    """ "World exports": whether the noun of a figure says that it is the world's."""
    if figure.clue is None:
        return False
    tokens, worldly = figure.sentence.tokens, words("worldly", figure.story.language)
    if not worldly.isdisjoint(tokens[max(0, figure.clue.first - 1) : figure.clue.first + 1]):
        return True
    behind = tokens[figure.clue.last + 1 : figure.clue.last + 3]
    return behind[1:] != [] and behind[0] in words("of_world_links", figure.story.language) and behind[1] in worldly


def of_state(figure: Figure) -> bool:
    """ "External debt" is a country's, though bare "debt" may be a company's."""
    return figure.fact.indicator == "foreign_debt" and figure.clue is not None and figure.clue.role != "loose"


def of_many(figure: Figure, found: list[Party]) -> bool:
    """ "Advanced economies shrank 3 pct": of many nations, of which none is named in the clause."""
    tokens, language, begin = figure.sentence.tokens, figure.story.language, max(figure.start, figure.clause[0])
    kinds, nations = words("kinds_of_nations", language), words("nations", language)
    if kinds.isdisjoint(tokens[begin : figure.first]):
        return False
    many = any(tokens[i] in kinds and tokens[i + 1] in nations for i in range(begin, min(begin + MANY, figure.first - 1)))
    many = many and words("prepositions", language).isdisjoint(tokens[begin : begin + MANY])
    return many and not any(not p.organisation and begin <= p.first and p.last < figure.first and p.role == "names" for p in found)


def no_company(figure: Figure, found: list[Party]) -> bool:
    """Whether no organisation is what the clause is about: "Arden said that house prices rose" is not about Arden's."""
    actor = organisation(figure, found)
    if actor is None or not actor.says:
        return actor is None and not _of_speaker(figure)
    return words("possessives", figure.story.language).isdisjoint(figure.sentence.tokens[actor.last + 1 : figure.first])


def common(figure: Figure) -> bool:
    """Whether a pronoun or "the company" stands for the owner."""
    tokens, commons = figure.sentence.tokens[figure.clause[0] : figure.first], words("commons", figure.story.language)
    if not words("pronouns", figure.story.language).isdisjoint(tokens) or not commons.isdisjoint(tokens):
        return True
    at = figure.clause[0] - RELATIVE
    return 0 <= at <= 1 and figure.sentence.tokens[at] in commons and figure.sentence.tokens[at + 1] == ","  # "The company, which …, plans"


def of_a_nation(figure: Figure, noun: Party) -> bool:
    """ "India's steel consumption", "Indian gas demand": what a nation uses is no firm's, though the story is."""
    tokens, uses = figure.sentence.tokens, words("nations_use", figure.story.language)
    clue = figure.clue
    if noun.organisation or noun.role == "bodies" or clue is None or clue.first < noun.last:
        return False
    return not uses.isdisjoint(tokens[clue.first : clue.last + 1]) or not uses.isdisjoint(tokens[clue.last + 1 : clue.last + 2])


def of_anothers(figure: Figure, actor: Party) -> bool:
    """ "General Halford accounted for 44 percent of its revenue": whether who acts is told as a part of something of another's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = behind_ticker(tokens, actor.last + 1)
    if figure.fact.statistic != "share" or words("makes_up", language).isdisjoint(tokens[at : at + NEXT]):
        return False
    behind = tokens[figure.behind : figure.behind + OF_ITS]
    if behind[:1] != ["of"]:
        return False
    possessive = behind[1:2] != [] and behind[1] in words("possessives", language) | words("itself", language)
    return possessive or (behind[1:2] == ["the"] and behind[2:3] != [] and behind[2] in words("commons", language) and "'s" in behind[3:])


def _of_speaker(figure: Figure) -> bool:
    """Whether a pronoun or "the company" is more than who speaks: in "it said that prices rose" the prices are not its own."""
    language = figure.story.language
    tokens = figure.sentence.tokens[figure.clause[0] : figure.first]
    says, stands = figure.words("says"), words("pronouns", language) | words("commons", language)
    for i, word in enumerate(tokens):
        if word not in stands or (word == "that" and not says.isdisjoint(tokens[max(0, i - SPOKEN) : i])):
            continue
        if " ".join(tokens[max(0, i - 1) : i + 1]) in words("no_commons", language) or tokens[i : i + 2] == ["bank", "rate"]:
            continue  # "the central bank's repo rate", "Bank Rate was cut"
        if says.isdisjoint(tokens[i + 1 : i + SPOKEN]):
            return True
    return False


def of_itself(figure: Figure, actor: Party, found: list[Party]) -> bool:
    """ "Arden said it would charge": whether who says something says it of itself, and of no place."""
    between = figure.sentence.tokens[actor.last + 1 : figure.first]
    if words("itself", figure.story.language).isdisjoint(between):
        return False
    return not any(p.subject and actor.last < p.first and p.last < figure.first for p in found)


def of_another(figure: Figure, noun: Party, found: list[Party]) -> bool:
    """ "Arden said sales in Norway fell": whether an organisation only says what the noun behind it says of a place."""
    if noun.owns and not noun.organisation and figure.fact.indicator == "output":
        return noun.role == "names" and organisation(figure, found) is None  # "Peru's copper output" in a story of Arden's
    if noun.organisation or noun.owns or not words("itself", figure.story.language).isdisjoint(figure.sentence.tokens):
        return False
    actor = organisation(figure, found)
    return actor is not None and actor.says and actor.last < noun.first and not of_itself(figure, actor, []) and not common(figure)


def only_named(figure: Figure, found: list[Party]) -> str | None:
    """The only organisation that a sentence names before "the company"."""
    tokens, commons = figure.sentence.tokens, words("commons", figure.story.language)
    owners = [behind_ticker(tokens, p.last + 2) - 1 for p in found if p.organisation and p.owns]
    parts = words("own_parts", figure.story.language)
    meant = [i for i in range(figure.first - 1, figure.clause[0] - 1, -1) if tokens[i] in commons] or [0]
    at = meant[0]
    if tokens[at] in parts and any(0 < at - last <= PART for last in owners):
        at = meant[-1]  # "the company hired the head of Arden's shoe business and borrowed"
    named = {p.key for p in found if p.organisation and p.last < at and (p.subject or p.owns)}
    return named.pop() if len(named) == 1 else None


def alone(figure: Figure, found: list[Party], company: str | None) -> bool:
    """ "Response to Arden's numbers was bad, with its shares falling 3%": whether whom the story is about is all that stands before the pronoun."""
    return {p.key for p in found if p.organisation and p.last < figure.first} == {company}
