"""Which way an amount went that a percentage is the growth of: by a noun of growth, by what the figure stands beside, by a verb."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret import movement
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

EXPECTED = 12
"""Tokens between a verb of beating and by how much."""

CALLED = 5
"""Tokens behind a growth in which it is told of what it is the rate."""

ADJECTIVES = 3
"""Tokens between a sum and what is cut by it: "in temporary tax cuts"."""

LISTED = 6
"""Tokens between the figures of a list: "wheat 5 pct, winter barley 3 pct"."""

NAMED = 16
"""The same where no verb stands between them, and firms do with their tickers."""


def way(figure: Figure) -> str:
    """The direction of a growth; one that nothing tells of is up."""
    anchor = figure.frame.anchor
    if below_zero(figure):
        return "down"
    if not figure.words("dwindled").isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + 1]):
        return "down"  # "5 pct smaller now than in May"
    if _of_decline(figure):
        return "down"
    return noun(figure) or (anchor.fact.direction if anchor else None) or _moved(figure) or _listed(figure) or "up"


def taken_off(figure: Figure) -> bool:
    """ "each rise of the franc takes 7 percent off its profit": whatever else moved."""
    takers, tokens = closed("takers", figure.story.language), figure.sentence.tokens
    said = figure.bare_lead()[-1:]
    return tokens[figure.behind : figure.behind + 1] == ["off"] and bool(said) and said[0] in takers


def _of_decline(figure: Figure) -> bool:
    """ "to a 6 pct annual rate of decline": whether what a growth is called behind it is a fall."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + CALLED]
    if "of" not in behind or figure.words("pace").isdisjoint(behind[: behind.index("of")][-1:]):
        return False
    return _nouns(figure.story.language).get(next(iter(behind[behind.index("of") + 1 :]), "")) == "down"


def below_zero(figure: Figure) -> bool:
    """ "minus 2 percent"; but "plus or minus 2 percent" is how far off an estimate may be."""
    return figure.lead[-1:] != [] and figure.lead[-1] in figure.words("signs_minus") and figure.lead[-2:-1] != ["or"]


def from_extreme(figure: Figure) -> bool:
    """ "fell $100 from its peak above $147": whether a high or a low tells where something stood, and not how far it moved."""
    extremes = lexicon.sets("periods", figure.story.language)
    lead = figure.bare_lead(extremes["extremes.told_by"])
    return lead[-1:] != [] and lead[-1] in extremes["extremes.words"]


def beaten(figure: Figure) -> str | None:
    """ "topped the average forecast by 17 cents": which way something went from what was expected of it."""
    expected, lead = lexicon.entries("statistic", figure.story.language)["beaten"], figure.lead
    if figure.bare_lead()[-1:] != ["by"]:
        return None
    verb = next((n for n in range(len(lead) - 2, max(-1, len(lead) - EXPECTED), -1) if lead[n] in expected), None)
    if verb is None or not any(token in expected["nouns"] for token in lead[verb:]):
        return None
    way: str = expected[lead[verb]]
    return way


def cut(figure: Figure) -> str | None:
    """ "tax cuts of $5 billion", "$5 billion in spending cuts": which way what a state takes or spends goes by so much."""
    clue, tokens, ways = figure.clue, figure.sentence.tokens, lexicon.entries("statistic", figure.story.language)["cuts_of"]
    if clue is None or figure.fact.indicator not in ways["indicators"]:
        return None
    last = next((i for i in (clue.last, clue.last + 1) if tokens[i : i + 1] and tokens[i] in ways), None)
    if last is None:
        return None
    if last < figure.first:
        linked = tokens[last + 1] in ways["links"] and figure.words("before_figure").issuperset(tokens[last + 2 : figure.first])
    else:
        linked = tokens[figure.behind] in ways["links"] and 0 < clue.first - figure.behind <= ADJECTIVES
    found: str | None = ways[tokens[last]] if linked else None
    return found


def noun(figure: Figure) -> str | None:
    """The direction of a noun of growth before the figure ("growth of", "annual expansion was"), or in its measure."""
    behind = figure.clue is not None and figure.clue.first > figure.last  # "increases to its 5 pct inflation target"
    if figure.frame.role != "reached" and not behind and (before := noun_before(figure)):
        return before
    nouns = _nouns(figure.story.language)
    if figure.clue is not None and figure.frame.anchor is None:
        return next((nouns[t] for t in figure.fact.measure.casefold().split() if t in nouns), None)
    return None


def noun_behind(figure: Figure) -> str | None:
    """ "rose 4 pct after a 9 pct loss on Monday": the direction of a noun of growth right behind a figure."""
    return next((_nouns(figure.story.language).get(token) for token in figure.sentence.tokens[figure.behind : figure.behind + 1]), None)


def noun_before(figure: Figure) -> str | None:
    """The direction of the nearest noun of growth between the figure before and this one."""
    aims = lexicon.sets("statistic", figure.story.language)["aims"]
    if not aims.isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + 1]):
        return None  # "inflation will fall below the 2 percent target"
    if figure.lead[-1:] == ["of"] and not aims.isdisjoint(figure.lead[-2:-1]):
        return None  # "inflation to rise towards its target of 2 percent"
    nouns = _nouns(figure.story.language)
    said = figure.sentence.tokens[figure.start : figure.first]
    at, passed = figure.first - 2, figure.words("passed") - figure.words("passed_or_step")
    if said[-1:] and said[-1] in passed and any(c.first == at and c.role != "nouns" for c in figure.sentence.of("direction")):
        del said[-2:]  # "would not let inflation fall below 1 percent": a verb
    return next((nouns[token] for token in reversed(said) if token in nouns), None)


def nearer(figure: Figure, rates: frozenset[str]) -> bool:
    """ "growth was solid and its profit margin of 45 percent": whether a word for a rate stands nearer than one for growth, and apart."""
    tokens, nouns = figure.sentence.tokens, _nouns(figure.story.language)
    at = next((i for i in range(figure.first - 1, figure.start - 1, -1) if tokens[i] in rates or tokens[i] in nouns), None)
    return at is not None and tokens[at] in rates and tokens[max(0, at - 1)] not in nouns


def _moved(figure: Figure) -> str | None:
    """The direction of what a movement reached, which is a growth: "growth slowed to 8 pct" is one up, "the decline slowed to" down."""
    if figure.frame.role != "reached":
        return _verb_before(figure)
    nouns, move = _nouns(figure.story.language), figure.frame.move
    tokens = enumerate(figure.sentence.tokens[figure.start : figure.first], figure.start)
    # the movement itself tells where the growth went, not where the amount did: "will fall back to 2 pct"
    own = move is not None and (figure.sentence.tokens[move.first - 1] if move.first else "") in figure.words(
        "describing"
    )  # "taking its fall to"
    said = {nouns[t] for n, t in tokens if t in nouns and not (move is not None and not own and move.first <= n <= move.last)}
    return "down" if said == {"down"} else "up"


def _verb_before(figure: Figure) -> str | None:
    """The direction of a verb further away: "lowered its first quarter operating earnings nine pct"; one before "from" is of the base."""
    start = figure.start if figure.previous is not None else figure.clause[0]  # "lost half of its value in 2008 and 20 pct this year"
    bounds, tokens = figure.words("after_only"), figure.sentence.tokens  # "was below the 5 pct that it grew by before" moves nothing
    found = (c for c in reversed(figure.sentence.of("direction")) if c.role != "nouns" and not movement.stays(c, figure))
    beside = figure.words("articles")  # "rose at a 1 pct rate, well off the 2.5 pct pace of the boom" is set beside it
    found = (c for c in found if not (tokens[c.last] == "off" and tokens[c.last + 1] in beside))
    found = (
        c for c in found if tokens[c.last + 1 : c.last + 3] != ["than", "the"]
    )  # "lower than the 5.9 pct expected" sets beside, and moves nothing
    clue = next((c for c in found if tokens[c.first] not in bounds and start <= c.first and c.last < figure.first), None)
    if clue is None or "from" in figure.sentence.tokens[clue.last + 1 : figure.first]:
        return None
    return movement.direction(clue)


def _listed(figure: Figure) -> str | None:
    """ "sales of rice declined 18 pct, maize 66 pct", "fell 20 pct to $3 million in Spain and 9 pct in Peru": the growth before in a list."""
    before = figure.previous
    while before is not None and before.frame.role == "reached" and before.fact.statistic == "level":
        before = before.previous if before.previous is not None and before.previous.last >= figure.clause[0] else None
    if before is None or before.fact.statistic != "growth" or not figure.lead:
        return None
    listed = figure.lead[0] == "," or not figure.words("joins").isdisjoint(figure.lead)
    near = before is figure.previous and len(figure.lead) <= LISTED
    if not listed or (not near and (len(figure.lead) > NAMED or _told_anew(figure, before))):
        return None
    return before.fact.direction


VERBS = ("finite", "direction", "attribution")
"""Kinds of words that tell something anew."""

NOUN = 3
"""Tokens of the next noun of a verb that is told once."""


def told_before(figure: Figure) -> str | None:
    """ "rose 0.3 percent, below the 0.5 percent expected", "led by the rupee's 9 percent fall, with the rupiah (5 percent) next": the direction
    of a growth that a figure is set beside as one more of its kind."""
    before = figure.previous
    if before is None or before.fact.statistic != "growth" or before.fact.indicator != figure.fact.indicator:
        return None
    tokens, unit = figure.sentence.tokens, figure.mention.quantity.unit
    if before.mention.quantity.unit != unit or any(before.last < c.first < figure.first for c in figure.sentence.of("direction")):
        return None
    bracketed = figure.lead[-1:] == ["("] and tokens[figure.last + 1 : figure.last + 2] == [")"]
    behind = tokens[figure.behind : figure.behind + 1]
    foreseen = lexicon.sets("statistic", figure.story.language)["foreseen"]
    expected = figure.lead[-1:] == ["the"] and not foreseen.isdisjoint(behind)
    return before.fact.direction if bracketed or expected else None


def gapped(figure: Figure) -> str | None:
    """ "jobs were slashed 9 pct and staff 6 pct", "will fall 7 pct this year and 4 pct in 1988": the way of a verb that is told once."""
    before, unit = figure.previous, figure.mention.quantity.unit
    if before is None or before.fact.statistic != "growth" or before.mention.quantity.unit != unit or before.frame.role != "step":
        return None
    move, tokens, lead = before.frame.move, figure.sentence.tokens, figure.bare_lead()
    if move is None or move.role == "nouns" or move.last > before.first or tokens[figure.behind : figure.behind + 1] == ["of"]:
        return None
    if "and" not in lead or any(before.last < c.first < figure.first for kind in VERBS for c in figure.sentence.of(kind)):
        return None
    noun = lead[len(lead) - lead[::-1].index("and") :]
    if not figure.words("value_reached").isdisjoint(noun) or "," in noun:
        return None
    again = not noun and before.fact.indicator == figure.fact.indicator
    other = 0 < len(noun) <= NOUN and figure.clue is not None and figure.clue.first >= figure.first - NOUN
    return before.fact.direction if again or other else None


def _told_anew(figure: Figure, before: Figure) -> bool:
    """Whether a verb, or a noun of growth, stands between two figures, or such a noun behind the second ("bucking a 4 pct market rally")."""
    low, high = before.last, figure.first
    clues = (*figure.sentence.of("finite"), *figure.sentence.of("direction"))
    nouns = _nouns(figure.story.language)
    around = (*figure.sentence.tokens[low + 1 : high], *figure.sentence.tokens[figure.behind : figure.behind + ADJECTIVES + 1])
    return any(low < c.first < high for c in clues) or any(token in nouns for token in around)


@cache
def _nouns(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["growth_nouns"]
    return {noun: direction for direction, nouns in entry.items() for noun in nouns}
