"""Whether a time may be that of a figure, by what the figure measures and by what was done."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.survey import answered
from pipeline.interpret.times import markets
from pipeline.interpret.times.breath import in_aside, sets_of
from pipeline.interpret.times.moment import DAYS, Moment
from pipeline.model import Fact

NEAR = 4
"""Tokens between a time and a figure before whose noun it stands."""

DEED = 5
"""Tokens between a weekday and the sum behind it that it dates, where no measure is named: "fell on Monday to about 5 million"."""

PART = "stake"
"""What is dealt in by the percent."""

NOUN = 2
"""Tokens before a sum in which an article stands."""

SPENT = 8
"""Tokens between a sum that was moved and the week in which it was."""

TOLD = 2
"""Tokens between a weekday and the verb of who spoke on it."""


def of_what_is(moment: Moment, figure: Figure) -> bool:
    """ "on May 4 it stopped paying interest on its 9 billion dlr debt": what is there anyway has no time of a deed before it."""
    if not marks.dated_so(figure, "stocks") or not figure.attributive or dealt(figure):
        return False
    between = figure.sentence.tokens[moment.last + 1 : figure.first]
    return len(between) > NEAR


def dealt(figure: Figure) -> bool:
    """ "In June it bought a 5 pct stake": whether a part is told of that changed hands, and not one that somebody has."""
    return figure.fact.indicator == PART and figure.fact.status == "actual" and deed(figure)


def deed(figure: Figure) -> bool:
    """Whether a verb by which a part of a firm changes hands, or is paid for, stands right before a figure."""
    before = figure.sentence.tokens[max(figure.clause[0], figure.first - NEAR) : figure.first]
    return not lexicon.sets("periods", figure.story.language)["undertaken.dealt"].isdisjoint(before)


def fits(moment: Moment, figure: Figure) -> bool:
    """Whether a time is one that the figure may have: a weekday is only that of what is told by the day, or was done on one."""
    if moment.use != "day":
        return moment.use == "own"
    return (
        answered(figure)
        or markets.daily(figure)
        or spent_within(moment, figure)
        or (moment.time.kind in DAYS and (unnamed_step(figure.fact) or _dayed(figure) or _by_deed(moment, figure)))
    )


def _dayed(figure: Figure) -> bool:
    """ "sold 5 million of bonds on Tuesday": what has happened once, which a weekday dates."""
    return figure.fact.status == "actual" and marks.dated_so(figure, "dayed")


def spent_within(moment: Moment, figure: Figure) -> bool:
    """ "raised 4 billion this week", "last week sold 8 billion of debt": a sum that was moved within a week, by the verb right before it."""
    week = moment.time.kind == "relative" and moment.time.parts.get("unit") == "week"
    if not week or figure.fact.status != "actual" or figure.attributive:
        return False
    if figure.fact.statistic in STEPS:
        return _moved_within(moment, figure)
    if not figure.money or figure.fact.statistic != "level":
        return False
    tokens, moved = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)["undertaken.within"]
    if moment.first > figure.last:
        between = tokens[figure.behind : moment.first]
        near = len(between) <= SPENT and sets_of(figure).breaking.isdisjoint(between)
        return near and not moved.isdisjoint(tokens[max(figure.clause[0], figure.first - NEAR) : figure.first])
    return figure.first - moment.last <= SPENT and not moved.isdisjoint(tokens[moment.last + 1 : moment.last + 1 + NOUN])


def _moved_within(moment: Moment, figure: Figure) -> bool:
    """ "applications rose 3 pct last week": a step in whose clause, right behind it, its noun or at its head, stands the week."""
    tokens, sets, clue = figure.sentence.tokens, sets_of(figure), figure.clue
    if clue is not None and clue.last + 1 in (moment.lead, moment.first) and moment.last < figure.first:
        return figure.first - moment.last <= SPENT  # "sales last week were 3 pct above those of a year ago"
    if figure.frame.move is None or figure.frame.move.first > figure.last:
        return False  # "reported a 3 pct rise last week", "savings of 3 mln from the takeover last week"
    if moment.first > figure.last:
        between = tokens[figure.behind : moment.first]
    elif moment.lead > 0:
        return False  # "its results last week showed sales up 3 pct"
    else:
        between = tokens[moment.last + 1 + (tokens[moment.last + 1] == ",") : figure.first]
    return len(between) <= SPENT and sets.breaking.isdisjoint(between) and sets.saying.isdisjoint(between)


def _by_deed(moment: Moment, figure: Figure) -> bool:
    """ "its holdings fell to 5 million on Monday": a weekday in the clause of a deed, on which nobody is said to have spoken."""
    if figure.fact.status != "actual" or _told_of(figure) or not marks.dated_so(figure, "dayed_by_deed"):
        return False
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    if not sets.saying.isdisjoint(tokens[max(0, moment.lead - TOLD) : moment.last + 1 + TOLD]):
        return False
    if tokens[moment.last + 1 : moment.last + 2] and tokens[moment.last + 1] in GENITIVE:
        return False  # "or 5 million at Monday's exchange rate"
    if moment.first > figure.last and in_aside(tokens, figure.first, moment.first, figure.story.language):
        return False  # "Arden, which has 5 million in assets, filed on Monday"
    if moment.first > figure.last:  # "sold 5 million, with another to follow on Monday", "12 pct below its Monday close"
        return "," not in tokens[figure.behind : moment.first] and tokens[moment.first - 1] not in figure.words("describing")
    between = tokens[moment.last + 1 : figure.first]
    if not sets.saying.isdisjoint(between) or "," in between[1:]:
        return False
    return figure.fact.indicator != markets.UNNAMED or ((moment.lead <= 1 or len(between) <= DEED) and not _of_a_thing(figure))


def _told_of(figure: Figure) -> bool:
    """ "cut its 5 billion dlr debt on Monday": a sum that was there before the deed; "imposed a 5 billion dlr fine" makes it, "voted in a 5 billion dlr deal" does not."""
    if not figure.attributive:
        return False
    tokens = figure.sentence.tokens
    at = next((n for n in range(figure.first - 1, -1, -1) if tokens[n] in figure.words("describing")), 0)
    return tokens[at] not in figure.words("indefinite") or tokens[at - 1 : at] == ["in"]


def _of_a_thing(figure: Figure) -> bool:
    """ "mourned on Monday the lost 5 billion dlr fund": a sum that tells how big something is, which no deed dates."""
    tokens, articles = figure.sentence.tokens, figure.words("describing")
    if articles.isdisjoint(tokens[max(0, figure.first - NOUN) : figure.first]):
        return False
    behind_it = tokens[figure.behind : figure.behind + 1]
    return behind_it != [] and behind_it[0].isalpha() and behind_it[0] not in sets_of(figure).placed


def unnamed_step(fact: Fact) -> bool:
    """Whether something that the lexicon does not name has moved."""
    return fact.indicator == markets.UNNAMED and fact.statistic in STEPS
