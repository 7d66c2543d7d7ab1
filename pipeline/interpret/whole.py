"""Whether a percentage is a part of a whole: by the words beside it, or by the noun of what is measured."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret import growth, movement
from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import marked_so

PARTED = 7
"""Tokens behind a percentage in which the people or the shops stand that it is a part of."""


CUE = 3
"""Tokens from the word that says so to the percentage."""

PART = 4
"""Tokens of what the next part is called: "power plants", "the rest of Asia"."""

YEAR = len("2003")

COUNTED = 3
"""Words between a count and the bracket behind it: "barrels per day"."""

OPENS = 14
"""Tokens between the "Of" that opens a clause and the first part of what it names: "Of the firm's shops, 40% …"."""


def told(figure: Figure) -> bool:
    """Whether the words beside a percentage say that it is a part: "made up 46 percent", "30 pct of", "Of its shops, 4 percent"."""
    tokens, last = figure.sentence.tokens, figure.last
    cue = _cue(figure)
    if tokens[last + 1 : last + 2] and tokens[last + 1] in lexicon.sets("statistic", figure.story.language)["compared_so"]:
        return False  # "represents a 62 percent premium"
    if cue is not None and figure.words("moved_by").isdisjoint(tokens[cue.last + 1 : last]):
        return True  # "made up 46 percent": before its "up" is taken for a movement
    if figure.lead[-1:] != [] and figure.lead[-1] in lexicon.sets("statistic", figure.story.language)["the_rest"]:
        return True  # "with the remaining 30 percent made up of vans"
    if figure.frame.role == "step":
        return parted(figure)
    if _of_those(figure) or _goes_on(figure):
        return True
    if tokens[last + 1 : last + 2] == ["or"] and last + 3 < len(tokens):
        last += 2  # "30 pct or more of"
    elif figure.lead[-1:] == ["from"] and tokens[last + 1 : last + 2] == ["to"]:
        last = next((b for a, b in figure.spans if a == last + 2), last)  # "from 29 pct to 40 pct of turnover"
    after = tokens[last + 1] if last + 1 < len(tokens) else ""
    if after == "of" and last + 2 < len(tokens) and len(tokens[last + 2]) == YEAR and tokens[last + 2].isdigit():
        return False  # "below the 7 pct of 2003"
    return after in figure.words("whole_after") or (after == "-" and tokens[last + 2 : last + 3] == ["owned"])


def _goes_on(figure: Figure) -> bool:
    """ "Coal made up 40 percent of exports, copper 25 percent and gold 12 percent": the next part, with nothing but its name before it."""
    tokens, previous = figure.sentence.tokens, figure.previous
    if previous is None or previous.fact.statistic != "share" or figure.frame.role not in ("stated", "paired") or not figure.lead:
        return False
    if not (_cue(previous) or tokens[previous.last + 1 : previous.last + 2] == ["of"] or _goes_on(previous)):
        return False
    joins = figure.words("parts_joined")
    if not joins.issuperset(tokens[figure.behind : figure.behind + 1]):
        return False
    breaks = [n for n, token in enumerate(figure.lead) if token in joins]
    name = figure.lead[breaks[-1] + 1 :] if breaks else []
    else_told = (closed(kind, figure.story.language) for kind in ("prepositions", "verbs"))
    plain = name and len(name) <= PART and all(kind.isdisjoint(name) for kind in else_told)
    moved = any(previous.last < c.first < figure.first and (c.kind == "direction" or verb(c)) for c in figure.sentence.clues)
    return bool(plain) and not moved


def came_to(figure: Figure) -> bool:
    """ "Inflation made up 5 percent in May": what a rate came to, with no whole behind it."""
    cue = _cue(figure)
    if cue is None:
        return False
    tokens, rates = figure.sentence.tokens, lexicon.sets("statistic", figure.story.language)["rates_called"]
    if tokens[figure.behind : figure.behind + 1] and tokens[figure.behind] in figure.words("whole_after"):
        return False
    subject = next((i for i in range(cue.first - 1, figure.clause[0] - 1, -1) if tokens[i] in rates), None)
    return subject is not None and figure.words("relatives").isdisjoint(tokens[subject : cue.first])


def _cue(figure: Figure) -> Clue | None:
    """The word right before a percentage that makes a part of it: "made up"."""
    return next((c for c in figure.sentence.of("share") if c.last < figure.first and figure.first - c.last <= CUE), None)


def parted(figure: Figure) -> bool:
    """ "will cut 10 percent of its workforce", "closed 5 percent of its shops": a part that is cut off, and no step of the whole."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + PARTED]
    return behind[:1] == ["of"] and not lexicon.sets("statistic", figure.story.language)["pieces"].isdisjoint(behind)


def _of_those(figure: Figure) -> bool:
    """ "Of its shops, 4 percent lost money and 6 percent were shut": what a sentence opens with is divided."""
    tokens = figure.sentence.tokens
    if tokens[0] != "of":
        return False
    first = figure.spans[0][0]
    return 1 < first <= OPENS and tokens[first - 1] == ","


def of_it(figure: Figure, clue: Clue) -> bool:
    """ "has built up a stake of nearly 1 percent": what grew is told behind a noun for a part, and is its size."""
    if not marked_so(figure, "part"):
        return False  # "a reduction in expenses of 25 percent"
    tokens = figure.sentence.tokens
    between = tokens[clue.last + (tokens[clue.last] != "of") : figure.first]
    return between[:1] == ["of"] and figure.words("before_figure").issuperset(between[1:])


def bracketed(figure: Figure) -> bool:
    """ "300,000 barrels a day (18 percent) was shut": alone in brackets behind a count, a percentage is the part that so many are."""
    tokens, at = figure.sentence.tokens, figure.first - 2
    if tokens[figure.first - 1 : figure.first] != ["("] or tokens[figure.behind : figure.behind + 1] != [")"]:
        return False
    count = next((i for i in range(at, max(-1, at - COUNTED - 1), -1) if not tokens[i].isalpha()), None)
    if count is None or count == at or not tokens[count][0].isdigit() or any(a <= count <= b for a, b in figure.spans):
        return False
    return not (len(tokens[count]) == YEAR and tokens[count].isdigit()) and movement.noun_after(figure) is None


def named(figure: Figure, *, grows: bool) -> bool:
    """ "The proportion of bad loans dropped to 19 percent", "cut the ratio of pay to sales to 43 percent": whether what is measured is
    called a part of something; a ratio is one of what else `grows`, and says itself what it is of all else."""
    tokens, words = figure.sentence.tokens, lexicon.sets("statistic", figure.story.language)
    low = max(figure.clause[0], figure.lead_first)
    own = figure.fact.measure.casefold().split()  # "a bad loan ratio of 25 percent" is its own level
    if grows and words["ratios"].isdisjoint(own) and not words["ratios"].isdisjoint(tokens[low : figure.first]):
        return True
    per = figure.words("per_unit")  # "earnings a share of 88 cents", "per share of"
    places = range(figure.clause[0], figure.first - 1)
    return any(tokens[i] in words["parts"] and tokens[i + 1] == "of" and not (i and tokens[i - 1] in per) for i in places)


def rated(figure: Figure) -> bool:
    """ "an occupancy rate of 70 pct": whether a percentage tells a rate by its level."""
    words, said = lexicon.sets("statistic", figure.story.language), figure.fact.measure.casefold().split()
    if not figure.words("inflation").isdisjoint((*said[:1], *said[-1:])):
        return True  # "Inflation based on the Wholesale Price Index": told by its last word; "wholesale inflation of 5 percent"
    return not words["rates"].isdisjoint(said) and (not growth.noun(figure) or growth.nearer(figure, words["rates"]))
