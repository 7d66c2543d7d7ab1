"""Whom a sentence was about: what "it" and "the company" mean in the next, and whose yields it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.owners import shares, topic
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, places_of, words
from pipeline.interpret.story import Story

HEAD = 3
"""Tokens at the head of a sentence within which its subject begins."""

LED = 4
"""Tokens between a preposition and the name behind it: "in credit card network Penwith"."""

TOLD = 6
"""Tokens before an office in which "according to" stands."""


def organisation(
    sentence: Sentence, found: Sequence[Party], place: str | None, first: bool, company: str | None, language: str
) -> Party | None:
    """The organisation that is its subject; `first` says that none was before: then one whose something is will do.

    A lender of states is none in a story of a place: "the IMF said growth would be 3 pct". In a story about a `company` no other is
    that is only told beside it.
    """
    units, lenders = words("units", language), words("lenders", language)
    verbs = [c.first for kind in ("finite", "attribution", "direction") for c in sentence.of(kind) if c.role != "nouns"]
    goes_on = not first and _goes_on(sentence.tokens, verbs, language)
    for party in found:
        if goes_on and not party.acts:
            continue
        if party.organisation and party.subject and units.isdisjoint(sentence.tokens[party.last + 1 : party.last + 2]):
            if place is not None and party.key.casefold() in lenders:
                continue
            if company not in (None, party.key) and party.says and " ".join(party.key.casefold().split()[-2:]) in words("marks", language):
                continue  # "Holt said": the man of Holt Asset Management
            if company is not None and party.key != company and _several(sentence.tokens, party, found):
                return next((p for p in found if p.key == company and p.subject), None)
            if company is None or party.key == company or not _beside(sentence, party, found, company, verbs, language):
                return party
    # "adds to Toyota's profit. The carmaker now expects"
    return next((p for p in found if p.organisation and p.owns), None) if first else None


def _goes_on(tokens: list[str], verbs: list[int], language: str) -> bool:
    """ "It bought Penwith", "The bank bought Penwith": a sentence with whose subject the one before goes on; whom it does something to is another."""
    if tokens[0] in words("subject_pronouns", language):
        return True
    return tokens[0] == "the" and not words("commons", language).isdisjoint(tokens[1:2]) and 2 in verbs


def _several(tokens: list[str], party: Party, found: Sequence[Party]) -> bool:
    """ "Arden, Penwith and Halford warned": whether a subject is the first of several, none of whom "the company" means."""
    behind = behind_ticker(tokens, party.last + 1)
    return any(p.organisation and p.first > party.last and tokens[behind : p.first] in (["and"], [","], [",", "and"]) for p in found)


def _beside(sentence: Sentence, party: Party, found: Sequence[Party], company: str, verbs: list[int], language: str) -> bool:
    """Whether another firm is told only beside the one that the story is about.

    "Shares of rivals Penwith and Halford rose", "its Penwith utility lost", "wonder what Penwith's plans mean for Arden", "a gain from its
    stake in Penwith".
    """
    tokens = sentence.tokens
    clause = max((verb + 1 for verb in verbs if verb < party.first), default=0)
    called = next((i for i in range(clause, party.first) if tokens[i] in words("peers", language)), None)
    if called is not None and not words("equities", language).isdisjoint(tokens[clause:called]):
        return True
    listing = words("containing", language)
    if any(tokens[i] in words("peers", language) and tokens[i + 1] in listing for i in range(party.first - 1)):
        return True  # "Arden's competitors include Penwith and Halford"
    if _own_part(tokens[max(clause, party.first - LED) : party.first], language):
        return True
    if party.owns and party.first > HEAD and any(other.key == company for other in found):
        return True
    prepositions = words("prepositions", language)
    led = next((i for i in range(party.first - 1, max(clause, party.first - LED) - 1, -1) if tokens[i] in prepositions), None)
    if led is None:
        return False
    return clause > 0 or tokens[leading(tokens, led - 1, describing(sentence), language)] in prepositions


def _own_part(called: list[str], language: str) -> bool:
    """ "Its regulated Penwith utility", "the company's Penwith arm": what is called the firm's own is a part of it, but not "its parent"."""
    if not words("kin", language).isdisjoint(called):
        return False
    if not words("possessives", language).isdisjoint(called):
        return True
    commons = words("commons", language)
    return any(called[i] in commons and called[i + 1] in GENITIVE for i in range(len(called) - 1))


def in_turn(figure: Figure, named: str | None, company: str | None, titled: dict[str, int]) -> bool:
    """ "Arden, Penwith post profits. … Penwith earned 4 million. Revenue rose 5%": whether results go on with the firm spoken of last.

    `named` is that firm, `company` the one the story is about, `titled` are those that the title names.
    """
    if named is None or company is None or named not in titled:
        return False
    first, second = named.split()[0].casefold(), company.split()[0].casefold()
    if first.startswith(second) or second.startswith(first):
        return False  # "Arden Rockets", "Arden's Inc" of "Arden Corp"
    if shares.pointed_at(figure):
        return True
    if company not in titled or not marks.dated_so(figure, "results") or not topic.listed(figure.story, titled, company, named):
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    several = words("several_firms", language) | words("of_people", language)
    said = several.isdisjoint(tokens[figure.clause[0] : figure.clause[1]])
    called = (i for i in range(1, figure.first) if tokens[i] in words("commons", language))
    return said and not any("the" in tokens[max(0, i - 2) : i] for i in called)  # "the Danish firm … lost"


def place(found: Sequence[Party]) -> str | None:
    """The place with which a sentence begins, where it is about that."""
    begins = found[0] if found else None
    if begins is None or begins.organisation or begins.role != "names" or begins.first > 1:
        return None
    return begins.key if begins.subject and begins.acts else None


def bonds(sentence: Sentence, found: Sequence[Party], titled: str | None, language: str) -> str | None:
    """The last place whose bonds a sentence names: "Euro zone bonds were flat. The two-year yield was 3 percent.".

    A story whose title tells of a state's debt by its own name goes on with that: "Gilts gain", "JGBs slip with Treasuries".
    """
    if titled is not None:
        return titled
    of = words("bonds", language)
    named = (p.key for p in reversed(found) if not p.organisation and not of.isdisjoint(sentence.tokens[p.last + 1 : p.last + 3]))
    return next(named, None)


def titled_bonds(story: Story) -> str | None:
    """The state whose debt a title tells of by its own name before anything else of the kind: "JGBs gain on Treasuries"."""
    known, every = places_of("state_debts", story.language), words("every_states_debt", story.language)
    return next((known[token] for token in story.title.tokens if token in known and token not in every), None)


def office(figure: Figure, found: list[Party]) -> str | None:
    """The place whose office, told by where it sits, says it: "according to the central bank in Tunis"."""
    tokens, tellers = figure.sentence.tokens, words("tellers", figure.story.language)
    for party in found:
        at = party.first - 2
        if party.role == "seats" and tokens[at + 1] == "in" and tokens[at] in tellers and "according" in tokens[max(0, at - TOLD) : at]:
            return party.key
    return None
