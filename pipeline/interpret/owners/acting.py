"""Who acts in the clause of a figure: the organisation or the place that is its subject, or whom a pronoun stands for."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.asides import aside
from pipeline.interpret.owners.parties import Party, behind_ticker, led, words
from pipeline.interpret.story import WORLD

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

GOVERNS = 4
"""Tokens behind a people in which the office of one who governs them stands."""

OF_ITS = 4
"""Tokens behind a part within which the word for whose it is stands: "of the company's"."""

RELATIVE = 3
"""Tokens of a word for a firm and the pronoun behind its comma."""

FRONT = 4
"""Tokens before a place that opens its sentence."""


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


def country(figure: Figure, found: list[Party]) -> Party | None:
    """The country that is the subject of the figure's clause in a story about a company."""
    actor = _subject(figure, found)
    if actor is not None and actor.role == "seats" and actor.key == figure.story.main_place:
        return actor  # "Belgrade plans to cut its budget gap"
    return actor if actor is not None and actor.role in ("names", "bodies") else None


def _subject(figure: Figure, found: list[Party]) -> Party | None:
    """Who acts last in the figure's clause before it."""
    acting = (p for p in reversed(found) if p.subject and p.acts and figure.clause[0] <= p.first and p.last < figure.first)
    return next(acting, None)


def place(figure: Figure, found: list[Party]) -> Party | None:
    """The place before a figure that is its subject, by its name, by its body, or by its seat where that acts."""
    tokens = figure.sentence.tokens
    language = figure.story.language
    other, sides = words("trade_with", language), words("trade_links", language)
    before = [
        p
        for p in found
        if not p.organisation
        and p.last < figure.first
        and (p.role in ("names", "bodies") or (p.role == "seats" and p.acts) or _governs(p, tokens, language))
        and (p.subject or _fronted(p, tokens, language) or _opens_clause(p, tokens, language))
        and not (p.acts and _estimates(p, figure))
        and (p.first == 0 or tokens[p.first - 1] not in other)
        and led(p, found, tokens, language) not in sides
    ]
    low = figure.previous.last if figure.previous is not None else figure.first
    anew = next((p for p in before if p.first > low and p.acts and not p.says and p.role == "names"), None)  # "… while Ontario posted 1%"
    return anew or _in_own_clause(figure, before) or next(iter(before), None)


def _in_own_clause(figure: Figure, before: list[Party]) -> Party | None:
    """ "Stocks rose worldwide after Peru approved a $5 billion budget", "Berlin said that when Athens repaid": who acts last, in a clause of its own."""
    if not before:
        return None
    abroad = before[0].key == WORLD
    acts = next((p for p in reversed(before) if (p.acts and not p.says) or (abroad and p.role == "names" and p.key != WORLD)), None)
    if acts is None or acts is before[0] or "," in figure.sentence.tokens[acts.last + 1 : figure.first]:
        return None
    return acts if abroad or _opens_clause(acts, figure.sentence.tokens, figure.story.language) else None


def _opens_clause(party: Party, tokens: list[str], language: str) -> bool:
    """ "After Peru approved": a place that acts right behind what opens a clause, though that is a preposition as well."""
    opens = party.first > 0 and tokens[party.first - 1] in words("clause_breaks", language)
    return opens and party.acts and tokens[party.last + 1 : party.last + 2] != [","]  # but "the largest after Shandong, plans"


def _governs(party: Party, tokens: list[str], language: str) -> bool:
    """ "French Economy Minister Arden said growth": a nation by its people where one of its government speaks."""
    return party.role == "people" and not words("governs", language).isdisjoint(tokens[party.last + 1 : party.last + GOVERNS])


def _estimates(party: Party, figure: Figure) -> bool:
    """ "Washington had put the sum at $5 billion": a place that only says how large something is, which is no own of it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.lead[-1:] != ["at"]:
        return False
    said = tokens[party.last + 1 : figure.first]
    verb = next((i for i, token in enumerate(said[:SPOKEN]) if token in words("estimating", language)), None)
    return verb is not None and words("possessives", language).isdisjoint(said[verb:])


def central_bank(figure: Figure, found: list[Party]) -> Party | None:
    """Whose body's a rate of interest is: of the one named last before it, as in "expects the Bank of Norway to raise rates to 5 pct"."""
    if figure.fact.indicator != "interest_rate":
        return None
    tokens, banks = figure.sentence.tokens, words("central_banks", figure.story.language)
    before = [
        p
        for p in found
        if not p.organisation
        and p.last < figure.first
        and ((p.role == "bodies" and not p.says) or " ".join(tokens[max(0, p.first - 3) : p.first - 1]) in banks)
    ]  # "the central bank in Lima" as well
    return next((p for p in reversed(before) if figure.clause[0] <= p.first), before[-1] if before else None)


def _fronted(party: Party, tokens: list[str], language: str) -> bool:
    """Whether a place opens its sentence: "In the Maldives, where 4% …", "even in Sri Lanka", "For the UK, growth was 2%"."""
    opens = next((i + 1 for i in range(party.first - 1, -1, -1) if tokens[i] == ";"), 0)
    if party.first - opens > FRONT:
        return False
    lead = [t for t in tokens[opens : party.first] if t not in words("fronting", language)]
    if len(lead) != 1:
        return False
    closed = tokens[party.last + 1 : party.last + 2] == [","]
    return lead[0] in words("places_at", language) or (closed and lead[0] in words("places_for", language))


def of_others(figure: Figure, found: list[Party]) -> bool:
    """ "The other banks", "most banks": a rate that is not one bank's is the country's."""
    language = figure.story.language
    tokens = figure.sentence.tokens[figure.clause[0] : figure.first]
    if _several(figure.sentence.tokens[figure.last + 1 : figure.last + SET_BY], language):
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
    many = any(tokens[i] in kinds and tokens[i + 1] in nations for i in range(begin, min(begin + FRONT, figure.first - 1)))
    many = many and words("prepositions", language).isdisjoint(tokens[begin : begin + FRONT])
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
    behind = tokens[figure.last + 1 : figure.last + 1 + OF_ITS]
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


def in_its_own_clause(figure: Figure, noun: Party, found: list[Party]) -> Party | None:
    """ "Germany's economy shrank 1 pct, while France lost 2 pct": who acts in the figure's clause, where the noun is another clause's."""
    begin, clue = figure.clause[0], figure.clue
    if clue is None or clue.last >= begin or noun.last >= begin:
        return None
    actor = _subject(figure, [p for p in found if not p.says])
    return actor if actor is not None and not (actor.organisation or noun.organisation) and actor.key != noun.key else None
