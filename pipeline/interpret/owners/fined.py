"""Whose a fine is: whoever has to pay it, told behind the sum ("a fine of $5 million on Arden", "$2 million in damages from Arden"),
and a person who has to pay it in the clause before ("the former Arden director Ann Holm agreed to pay $5 million").

Left out: whom only a verb before the sum names ("fined Arden $5 million"), which is found as who acts or is acted on in the clause.
"""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

FINE = "fine"

NEAR = 16
"""Tokens behind a sum in which its payer is named."""

DASHES = frozenset({"--", "–", "—"})
"""What sets an aside off."""

NAME = 4
"""Tokens before a surname in which stands that it is a judge's."""

LISTED = 4
"""Tokens between the surnames of two who pay: "Ann Holm and Per Lind"."""

SPOKEN_OF = 4
"""Sentences back in which "he" is named."""

OWED = 4
"""Tokens behind a firm in which the verb of paying stands: "that Arden was told to pay"."""

BETWEEN = 4
"""Tokens between a preposition and the name behind it: "on its rival Arden"."""


def settle(figure: Figure, found: list[Party]) -> bool:
    """Settle the owner of a fine by the name that a preposition puts behind it."""
    if figure.fact.indicator != FINE:
        return False
    name = _person(figure, found) or _relative(figure, found)
    if name is None:
        near = (p for p in found if p.organisation and figure.behind <= p.first <= figure.last + NEAR)
        name = next((p.key for p in near if _pays(figure, p, found)), None)
    if name is None:
        return False
    figure.fact.entity = figure.fact.entity_id = name
    figure.because("entity: who is to pay it", 0.85)
    return True


def _relative(figure: Figure, found: list[Party]) -> str | None:
    """ "tops the $1 million that Arden was told to pay": the firm of the clause about the sum."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[figure.behind : figure.behind + 1] not in (["that"], ["which"]):
        return None
    firm = next((p for p in found if p.organisation and figure.behind < p.first <= figure.behind + BETWEEN), None)
    if firm is None:
        return None
    return firm.key if _owes(tokens[firm.last + 1 : firm.last + 1 + OWED], language) else None


def _person(figure: Figure, found: list[Party]) -> str | None:
    """Who has to pay in the clause before a sum, where it is somebody and no organisation stands between; of several the first."""
    story, tokens, sentence = figure.story, figure.sentence.tokens, figure.sentence
    named = [i for i in range(figure.first) if story.somebody(sentence, i) is not None]
    at = next((i for i in reversed(named) if i >= figure.clause[0] and not _aside(figure, i)), None)
    if at is None:
        return _spoken_of(figure, found)
    between = tokens[at + 1 : figure.first]
    if not between or between[0] in GENITIVE or between[0] in figure.words("says") or not _owes(between, story.language):
        return None
    links = words("of_persons", story.language)
    if any(at < p.first < figure.first and tokens[p.first - 1] not in links for p in found if p.organisation):
        return None  # "Holm, of Arden Corp, paid" may
    while at > figure.clause[0] + 1 and (before := next((i for i in reversed(named) if at - LISTED < i < at), None)):
        joint = {*tokens[before + 1 : at]} & {"and", ","}
        if not joint or any(
            sentence.starts[before] < o.start for o in story.organisations_in(sentence.starts[before], sentence.starts[at])
        ):
            break
        at = before
    return story.somebody(sentence, at)


def _spoken_of(figure: Figure, found: list[Party]) -> str | None:
    """ "He faces a fine of $5 million": the first whom the nearest sentence before names that names anybody."""
    tokens, story = figure.sentence.tokens, figure.story
    low = figure.clause[0]
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words("he_or_she", story.language)), None)
    if at is None or not _owes(tokens[at + 1 : figure.first], story.language):
        return None
    if any(at < p.first < figure.first for p in found if p.organisation):
        return None
    for number in range(figure.number - 1, max(-1, figure.number - 1 - SPOKEN_OF), -1):
        sentence = story.sentence(number)
        judging = words("judging", story.language)
        for i in range(len(sentence.tokens)):
            name = story.somebody(sentence, i)
            if name is not None and judging.isdisjoint(sentence.tokens[max(0, i - NAME) : i]):
                return name
    return None


def _owes(between: list[str], language: str) -> bool:
    """Whether the words between somebody and a sum say that he pays it, or was made to, and nobody else."""
    passive, owing = words("made_to_pay", language), words("owing_fines", language)
    if not words("fined_others", language).isdisjoint(between):
        return False
    return any(
        token in owing or (token in passive and between[i - 1 : i] != [] and between[i - 1] in words("passives", language))
        for i, token in enumerate(between)
    )


def _aside(figure: Figure, at: int) -> bool:
    """Whether a name stands between dashes: "Holm -- a friend of Lind -- agreed to pay"."""
    tokens = figure.sentence.tokens
    return not DASHES.isdisjoint(tokens[:at]) and not DASHES.isdisjoint(tokens[at : figure.first])


def _pays(figure: Figure, party: Party, found: list[Party]) -> bool:
    tokens, language = figure.sentence.tokens, figure.story.language
    before = tokens[max(figure.behind, party.first - BETWEEN) : party.first]
    if "," in before or any(figure.behind <= a < party.first for a, _ in figure.spans):
        return False
    links = words("fined_links", language)
    if not links.isdisjoint(before):
        return sum(token in links for token in tokens[figure.behind : party.first]) == 1  # "a penalty on what it buys from Arden"
    if words("settled_links", language).isdisjoint(before) or words("settlements", language).isdisjoint(
        tokens[figure.behind : party.first]
    ):
        return False
    return not any(p.organisation and p.subject and p.last < figure.first and not _authority(p, language) for p in found)


def _authority(party: Party, language: str) -> bool:
    """Whether an organisation is one that fines: "the Securities and Exchange Commission"."""
    return party.key.casefold().rpartition(" ")[2] in words("regulators", language)
