"""What a firm does of its own in a story that is about a country: it sells, it pays wages, it cuts its staff."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting
from pipeline.interpret.owners.asides import aside
from pipeline.interpret.owners.parties import Party, behind_ticker, past_day, words

SOLD = "retail_sales"

FLOWS = ("exports", "imports")

OWN = 3
"""Tokens from a firm to what it sells abroad: "Arden's gas exports"."""

BEHIND = 4
"""Tokens behind a figure within which it is told that what it is of is a firm's own: "10 percent of its total staff"."""

STAFF = 5
"""Tokens from "its" to the word for a staff: "5 percent of its global white-collar workforce"."""

HEAD = 6
"""Tokens at the head of a sentence in which whoever it is about stands unnamed."""


def its_own(figure: Figure, found: list[Party]) -> bool:
    """ "Arden Bank cut its prime rate", "Arden will cut 10 percent of its staff": whether who acts does so with its own."""
    actor = acting.organisation(figure, found)
    if actor is None or _place_after(actor, figure, found):
        return False
    tokens, own = figure.sentence.tokens, words("possessives", figure.story.language)
    if not own.isdisjoint(tokens[actor.last + 1 : figure.first]):
        return True
    if not actor.acts or actor.says or actor.first < figure.clause[0]:
        return False
    if not words("taking_over", figure.story.language).isdisjoint(tokens[actor.last + 1 : figure.first]):
        return False  # "Arden Bank will assume the $5 million in deposits of Penwith Bank"
    return figure.fact.indicator in PAID or not own.isdisjoint(tokens[figure.behind : figure.behind + BEHIND])


PAID = ("wages", "deposits")
"""What a firm that acts in the clause pays or takes: "Arden paid bonuses of $4 million"."""


def sells(figure: Figure, found: list[Party]) -> bool:
    """ "Arden posted a 24 percent rise in sales", in a story of a nation's sales: whether they are those of who acts in the clause."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator != SOLD or not found or (clue is not None and (clue.role != "loose" or clue.first < figure.clause[0])):
        return False
    actor = acting.organisation(figure, found)
    if actor is None or not actor.acts or actor.first < figure.clause[0] or _place_after(actor, figure, found):
        return False
    return not actor.says or posts(figure, actor)


def posts(figure: Figure, actor: Party) -> bool:
    """ "Arden reported a loss of $4 million" is of itself; "Arden reported that sales rose" says it of others."""
    tokens = figure.sentence.tokens
    verb = past_day(tokens, behind_ticker(tokens, actor.last + 1), figure.story.language)
    if tokens[verb : verb + 1] == [] or tokens[verb] not in words("posting", figure.story.language):
        return False
    return not any(verb < c.first < figure.first for c in figure.sentence.of("finite"))


def trades(figure: Figure, noun: Party) -> bool:
    """ "Arden's gas exports to Peru", in a story of a nation's: what a firm sells abroad is told as its own."""
    clue = figure.clue
    if clue is None or figure.fact.indicator not in FLOWS or not (noun.organisation and noun.owns):
        return False
    return clue.role != "verb" and 0 < clue.first - noun.last <= OWN


def exporter(figure: Figure, known: tuple[int, str] | None) -> tuple[int, str] | None:
    """The firm whose trade a figure tells, and its sentence; None where it is a nation's, the one known where it tells of no trade."""
    owner = figure.fact.entity
    if figure.fact.indicator not in FLOWS or owner is None:
        return known
    return (figure.number, owner) if figure.story.is_organisation(owner) else None


def goes_on(figure: Figure, known: tuple[int, str] | None) -> str | None:
    """ "Arden's exports fell 2 pct. Exports to Peru rose 4 pct": whose trade is told on, where nobody else's is named."""
    if known is None or figure.fact.indicator not in FLOWS or figure.number - known[0] > 1:
        return None
    return known[1]


def _place_after(actor: Party, figure: Figure, found: list[Party]) -> bool:
    """Whether a place is what the figure is told of behind who acts: "Arden said Norway cut its rate"."""
    return any(p.subject and not p.organisation and actor.last < p.first and p.last < figure.first for p in found)


def employer(figure: Figure, found: list[Party], named: str | None) -> str | None:
    """ "Arden said it would cut 5 percent of its staff", in a story of a nation: whose staff it is, None where it may be no firm's.

    `named` is the organisation that "it" means.
    """
    if figure.fact.indicator != "employment":
        return None
    tokens, language = figure.sentence.tokens, figure.story.language
    of = tokens[figure.behind : figure.behind + 1 + STAFF]
    if of[:1] != ["of"] or of[1:2] == [] or of[1] not in words("its", language) or words("own_staff", language).isdisjoint(of):
        return None
    apart = aside(figure, found)
    subjects = [p for p in reversed(found) if p.subject and p.last < figure.first and p.first not in apart]
    if subjects:
        last = next((p for p in subjects if p.acts or p.owns), subjects[0])
        return acting.first_of(last, figure, found).key if last.organisation else None
    head = tokens[: min(HEAD, figure.first)]
    unnamed = not words("pronouns", language).isdisjoint(head) or not words("commons", language).isdisjoint(head)
    return named if unnamed else None
