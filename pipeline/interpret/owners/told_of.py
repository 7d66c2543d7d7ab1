"""Whoever a figure is told of by name: "its forecast for Japan to 2 pct", "with Germany promising 5 million"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.added import ADDED
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, words

NOUN = 4
"""Tokens from an outlook to the "for" of the place that it is for: "its 2006 forecast of growth for Japan"."""

REACH = 12
"""Tokens from such a place to its figure: "for Japan, the region's biggest economy, to 2 percent"."""

OUTLOOK = 5
"""The same to that of a firm: "its third-quarter earnings per share estimate for Arden"."""

WHEN = 6
"""Tokens between a firm and what it is expected to do: "Arden on Tuesday to report"."""

FRONT = 5
"""Tokens from the comma behind a firm to the noun of what is told of it: "at Arden, quarterly same-store sales"."""

DOING = 8
"""Tokens between a participle and the figure: "with Germany promising to give another 5 million"."""


def foreseen_for(figure: Figure, found: list[Party]) -> Party | None:
    """The place in "left its forecast for Japan unchanged at 2 percent": whatever the sentence told before of another."""
    if marks.owner(figure.fact.indicator, figure.story.language) != "place":
        return None
    tokens, low = figure.sentence.tokens, figure.previous.last if figure.previous is not None else -1
    party = next((p for p in reversed(found) if not p.organisation and p.last < figure.first), None)
    if party is None or party.first < max(low, figure.first - REACH) or party.role not in ("names", "bodies") or party.owns:
        return None
    at = party.first - 1 - (tokens[party.first - 1] == "the")
    if at < 1 or tokens[at] != "for" or any(c.first > party.last and c.last < figure.first for c in figure.sentence.of("finite")):
        return None
    return None if words("outlooks", figure.story.language).isdisjoint(tokens[max(low + 1, at - NOUN) : at]) else party


def foreseen_of(figure: Figure, found: list[Party]) -> Party | None:
    """The firm in "Halford cut its forecast for Arden to 22 cents a share and for Penwith to 30 cents": whoever foresees it of that."""
    if marks.owner(figure.fact.indicator, figure.story.language) != "organisation" or ADDED in figure.fact.rules:
        return None  # "its forecast for Penwith to add 8 cents to earnings"
    tokens, language = figure.sentence.tokens, figure.story.language
    low = figure.previous.last if figure.previous is not None else -1
    party = next((p for p in reversed(found) if p.last < figure.first), None)
    if party is None or not party.organisation or party.first <= low or figure.first - party.last > REACH or party.owns:
        return None
    at = leading(tokens, party.first, describing(figure.sentence), language)
    if at < 1 or tokens[at] not in words("foreseen_links", language):
        return None
    if any(c.first > party.last and c.last < figure.first for c in figure.sentence.of("finite")):
        return None
    outlooks = words("outlooks", language)
    return None if outlooks.isdisjoint(tokens[0 if low > 0 else max(0, at - OUTLOOK) : at]) else party


def expected_of(figure: Figure, found: list[Party]) -> Party | None:
    """The firm in "Analysts expect Arden on Tuesday to report 3 million", "forecast that Arden will earn": of whom others expect it."""
    if marks.owner(figure.fact.indicator, figure.story.language) != "organisation":
        return None
    tokens, language = figure.sentence.tokens, figure.story.language
    party = next((p for p in reversed(found) if p.last < figure.first), None)
    if party is None or not party.organisation or party.owns or party.first < figure.clause[0]:
        return None
    at = leading(tokens, party.first, describing(figure.sentence), language)
    at -= at > 0 and tokens[at] in words("told_that", language)
    looks = at > 0 and tokens[at] == "for" and tokens[at - 1] in words("expecting_for", language)
    if at < 0 or not (looks or tokens[at] in words("expecting", language)):
        return None
    behind = behind_ticker(tokens, party.last + 1)
    does = next((i for i in range(behind, min(behind + WHEN, figure.first)) if tokens[i] in words("to_do", language)), None)
    return None if does is None or "," in tokens[behind:does] else party


def doing(figure: Figure, found: list[Party]) -> Party | None:
    """The place in ", with Germany promising 5 million and Italy offering 3 million": who does it in the participle."""
    if marks.owner(figure.fact.indicator, figure.story.language) == "organisation":
        return None
    tokens, low = figure.sentence.tokens, figure.previous.last if figure.previous is not None else -1
    party = next((p for p in reversed(found) if not p.organisation and p.last < figure.first), None)
    if party is None or party.first <= low or party.role not in ("names", "seats") or figure.first - party.last > DOING:
        return None
    verb, led = tokens[party.last + 1], tokens[party.first - 1 - (tokens[party.first - 1] == "the")]
    if not verb.endswith("ing") or party.owns or led not in words("doing_links", figure.story.language):
        return None
    if led != "with" and (figure.previous is None or "with" not in tokens[: party.first]):
        return None
    return None if any(c.first <= party.last + 1 <= c.last for c in figure.sentence.of("indicator")) else party


def at_which(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "while at Penwith it fell 4 percent", told behind the figure of another."""
    previous, tokens, language = figure.previous, figure.sentence.tokens, figure.story.language
    if previous is None:
        return None
    for party in reversed(found):
        if not party.organisation or not previous.last < party.first <= party.last < figure.first or tokens[party.first - 1] != "at":
            continue
        stands = tokens[party.last + 1] in words("subject_pronouns", language)
        return party if stands and tokens[party.first - 2] in (",", ";", *words("going_on", language)) else None
    return None


def at_front(figure: Figure, found: list[Party]) -> Party | None:
    """The firm in "At Arden, sales rose 3 percent, while at Penwith, profit fell 2 percent": it opens the clause in which its own is told."""
    language, clue, tokens = figure.story.language, figure.clue, figure.sentence.tokens
    if clue is None or clue.role == "verb" or marks.owner(figure.fact.indicator, language) != "organisation":
        return None
    party = next((p for p in reversed(found) if p.last < min(clue.first, figure.first)), None)
    if party is None or not party.organisation or tokens[party.first - 1] != "at" or clue.first >= figure.first:
        return None
    comma = behind_ticker(tokens, party.last + 1)
    opens = party.first == 1 or tokens[party.first - 2] in words("at_fronts", language)
    return party if opens and tokens[comma] == "," and clue.first - comma <= FRONT else None


def possessed(figure: Figure, found: list[Party]) -> Party | None:
    """ "has 17 pct of the market, behind Arden's 24 pct": whose own number stands beside another."""
    tokens, at = figure.sentence.tokens, figure.first - 1
    while at > 1 and (tokens[at] == "-" or tokens[at] in figure.words("before_figure")):
        at -= 1 + (tokens[at] == "-")  # "Arden's near-20 percent gain"
    ticker = next((p.last + 1 for p in found if p.last + 1 < at and behind_ticker(tokens, p.last + 2) == at + 1), at)
    at = ticker if tokens[ticker] in GENITIVE else at  # "Arden Corp's (ARD.N) $5 million"
    if figure.previous is None or tokens[at] not in GENITIVE:
        return None
    return next((p for p in found if behind_ticker(tokens, p.last + 1) == at), None)
