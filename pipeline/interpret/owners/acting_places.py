"""The place that acts in the clause of a figure: its subject, its body, its seat, its central bank."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, led, words
from pipeline.interpret.story import WORLD
from pipeline.lexicon import either

STATE_ACTS = 3
"""Tokens behind a state in which the verb of what only it does stands."""

OF_STATES = frozenset({"costs", "assets", "investment", "debt_issue", "other"})
"""What a state has as a firm does."""

GOVERNS = 4
"""Tokens behind a people in which the office of one who governs them stands."""

TRADED = frozenset({"exports", "imports", "trade_balance", "trade_turnover"})
"""Whose next place may be the other side of the same trade."""

FRONT = 4
"""Tokens before a place that opens its sentence."""

FAR = 2
"""Prepositions before a place that is told to lie beyond something: "across the border in"."""

ESTIMATES = 3
"""Tokens behind a place in which the verb of its estimate stands."""


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


def state(figure: Figure, found: list[Party]) -> Party | None:
    """The state that acts in the clause of a figure in a story about a company: "The Swiss government paid fees of", "China held $8 billion"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.indicator not in OF_STATES:
        return None
    own = words("states", language)
    before = (p for p in reversed(found) if p.subject and figure.clause[0] <= p.first and p.last < figure.first)
    actor = next(
        (
            p
            for p in before
            if p.acts
            or p.first == 0
            or tokens[p.first - 1] in words("going_on", language)
            or (p.role == "people" and tokens[p.last + 1] in own)
            or _government(p, tokens, own)
        ),
        None,
    )
    if actor is None or actor.organisation or actor.says or (actor.owns and not _government(actor, tokens, own)):
        return None
    between = tokens[actor.last + 1 + actor.owns : figure.first]
    stands = either(*(words(name, language) for name in ("possessives", "pronouns", "commons", "itself")))
    if not stands.isdisjoint(between) or any(p.organisation and actor.last < p.first < figure.first for p in found):
        return None
    governs = not own.isdisjoint(between[:1])
    does = actor.role != "seats" and not words("state_acts", language).isdisjoint(between[:STATE_ACTS])
    return actor if governs or (figure.money and does) else None


def _government(party: Party, tokens: list[str], own: frozenset[str]) -> bool:
    """ "Peru's government raised $2 billion"."""
    return party.owns and tokens[party.last + 2 : party.last + 3] != [] and tokens[party.last + 2] in own


def of_its_own(figure: Figure, found: list[Party]) -> Party | None:
    """ "Peru suspended payments on its $9 billion of debt", in a story about a company: the country that acts where only "its" stands for whose it is."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not figure.money or tokens[figure.first - 1 : figure.first] != ["its"]:
        return None
    actor = _subject(figure, found) or next((p for p in found if p.subject and p.first == figure.clause[0]), None)
    if actor is None or actor.organisation or actor.says or actor.owns or actor.role not in ("names", "bodies"):
        return None
    between = tokens[actor.last + 1 : figure.first - 1]
    stands = either(*(words(name, language) for name in ("possessives", "pronouns", "commons", "itself", "rules_on")))
    return actor if stands.isdisjoint(between) and not any(p.organisation and actor.last < p.first < figure.first for p in found) else None


def place(figure: Figure, found: list[Party]) -> Party | None:
    """The place before a figure that is its subject, by its name, by its body, or by its seat where that acts."""
    tokens = figure.sentence.tokens
    language = figure.story.language
    other, sides = words("trade_with", language), words("trade_links", language)
    low = figure.previous.last if figure.previous is not None else figure.first
    if (
        gapped := next((p for p in reversed(found) if low < p.first and p.last < figure.first and _is_to(p, tokens, language)), None)
    ) is not None:
        return gapped
    before = [
        p
        for p in found
        if not p.organisation
        and p.last < figure.first
        and (p.role in ("names", "bodies") or (p.role == "seats" and p.acts) or _governs(p, tokens, language))
        and (p.subject or _fronted(p, tokens, language) or _opens_clause(p, tokens, language))
        and not (p.acts and _estimates(p, figure))
        and (p.first == 0 or tokens[p.first - 1] not in other or (p.first > low and _goes_on(p, found, tokens, language)))
        and led(p, found, tokens, language) not in sides
    ]
    newly = [p for p in before if p.first > low and p.acts and not p.says and p.role == "names"]  # "… while Ontario posted 1%"
    later = (p for p in reversed(newly[1:]) if tokens[p.first - 1] in words("going_on", language))  # "Italy stagnated and Spain grew 1%"
    anew = next(later, newly[0] if newly else None)
    return anew or _in_own_clause(figure, before) or next(iter(before), None)


def _is_to(party: Party, tokens: list[str], language: str) -> bool:
    """ "Warsaw is to stay at 5.75 percent, Prague to cut to 3.5": a place whose "is" is left out."""
    opens = tokens[party.first - 1] in (",", ";", "and") and tokens[party.last + 1 : party.last + 2] == ["to"]
    return opens and not party.organisation and party.role in ("names", "bodies", "seats")


def _goes_on(party: Party, found: list[Party], tokens: list[str], language: str) -> bool:
    """ "Italy grew 0.3 percent and Spain, a neighbour, shrank 1 percent": a place that acts, and no second of two places."""
    paired = any(p.last == party.first - 2 for p in found)
    return party.acts and not paired and tokens[party.first - 1] in words("alike", language)


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
    at = party.first - 1 - (tokens[party.first - 1 : party.first] == ["the"])  # "while the United States cut its rate"
    opens = at >= 0 and tokens[at] in words("clause_breaks", language)
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
    verb = next((i for i, token in enumerate(said[:ESTIMATES]) if token in words("estimating", language)), None)
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
    if len(lead) == FAR and lead[0] in words("fronting_far", language):
        lead = lead[1:]
    if len(lead) != 1:
        return False
    closed = tokens[party.last + 1 : party.last + 2] == [","]
    return lead[0] in words("places_at", language) or (closed and lead[0] in words("places_for", language))


def in_its_own_clause(figure: Figure, noun: Party, found: list[Party]) -> Party | None:
    """ "Germany's economy shrank 1 pct, while France lost 2 pct": who acts in the figure's clause, where the noun is another clause's."""
    begin, clue = figure.clause[0], figure.clue
    if (joined := _joined(figure, noun, found)) is not None:
        return joined
    if clue is None or clue.last >= begin or noun.last >= begin:
        return None
    actor = _subject(figure, [p for p in found if not p.says])
    return actor if actor is not None and not (actor.organisation or noun.organisation) and actor.key != noun.key else None


def _joined(figure: Figure, noun: Party, found: list[Party]) -> Party | None:
    """ "British sales were off 7 percent and Germany slid 5 percent": a place with a verb of movement between two figures, where no noun is."""
    previous, tokens = figure.previous, figure.sentence.tokens
    if previous is None or noun.last > previous.first or noun.organisation or figure.fact.indicator in TRADED:
        return None
    low = previous.last
    if any(low < c.first < figure.first for c in figure.sentence.of("indicator") if c.role != "verb"):
        return None
    moves = {c.first for c in figure.sentence.of("direction") if c.role != "nouns"}
    joins = figure.words("clause_joins") | {","}
    places = (p for p in found if not p.organisation and p.role == "names" and low < p.first and p.last < figure.first)
    return next((p for p in places if tokens[p.first - 1] in joins and p.last + 1 in moves and p.key != noun.key), None)
