"""Whether a time that stands at a figure is one of something else than of what there was: of a deed, of an offer, of a list of holders."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.standing.early import foreseen_before
from pipeline.interpret.times import calendar
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words

DEEDS = frozenset({"later", "season"})
PREMIUM = DEEDS | {"span"}
"""Kinds of times of what somebody did rather than of what there was; "a 32 percent premium to its average over the past 30 days"."""


CLOSE = 3
"""Tokens from a day to the end of its trade: "Wednesday's closing price"."""

PARTS = frozenset({"month", "relative"})
"""Kinds of times when an offer was turned down."""


def told_of(figure: Figure, moment: Moment) -> bool:
    """Whether the time that stands at a figure is not the figure's own."""
    kind, status = moment.time.kind, figure.fact.status
    deeds = DEEDS if figure.money else PREMIUM
    if marks.dated_so(figure, "timeless") and (kind in deeds or (kind == "day" and status == "plan" and not _holds_from(figure, moment))):
        return True  # "two days later it agreed to buy the firm for 3 million", "extended its 5 million offer to May 4"
    if kind == "weekday" and status == "plan" and 0 < moment.lead < figure.first:
        if figure.sentence.tokens[moment.lead - 1] in words(figure.story.language).saying:
            return True  # "said on Tuesday it would buy 6 million of debt"
    if figure.fact.indicator == "dividend" and moment.first > 0:
        if figure.sentence.tokens[moment.first - 1] in words(figure.story.language).recorded:
            return True  # "a dividend of 5 cts, payable to holders of record April 30"
    if figure.fact.indicator == "deal_value" and status == "plan" and kind in PARTS and _turned_down(figure, moment):
        return True  # "in February it rejected an offer of 5 million", "walked away from its 5 million bid earlier this month"
    if status == "target" and moment.backward and moment.first > figure.last and figure.frame.role in BESIDE:
        return True  # "against a target of 5 million and 4 million a year ago": nobody aims at a time that is over
    return kind == "month" and status == "forecast" and foreseen_before(figure)  # "down from the 6 pct seen in June"


def _holds_from(figure: Figure, moment: Moment) -> bool:
    """ "will impose tariffs of 10 pct from October 18": the day on which what is imposed begins."""
    lead = figure.sentence.tokens[max(0, moment.first - 1) : moment.first]
    return marks.dated_so(figure, "enforced") and not words(figure.story.language).onset.isdisjoint(lead)


def _turned_down(figure: Figure, moment: Moment) -> bool:
    """Whether the verb of the clause tells of the end of an offer: its price is of when it was made, of which nothing is told."""
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    clause = tokens[figure.clause[0] : figure.first] if moment.last < figure.first or moment.first < figure.clause[1] else []
    return not sets["turned_down.words"].isdisjoint(clause) and sets["turned_down.made"].isdisjoint(clause)


def foreseen_then(figure: Figure, own: Moment) -> bool:
    """ "to grow 3 pct in 2010, up from a January estimate of 2 pct": whether a month is only when something was foreseen of a longer time."""
    anchor = figure.frame.anchor
    if anchor is None or own.time.kind != "month" or figure.fact.revision != "from" or anchor.fact.status != "forecast":
        return False
    return calendar.length(anchor.fact.period) > 1


def beyond_close(figure: Figure, own: Moment) -> bool:
    """ "$4.40, 40 percent below Wednesday's close": the day of the price that a step is measured from, and not the one on which it was made."""
    tokens, entries = figure.sentence.tokens, lexicon.entries("periods", figure.story.language)
    beyond, ends = entries["from_then"]["bases"], {*entries["due"]["prices"], *entries["due"]["nouns_too"]}
    if figure.money or own.time.kind != "weekday" or own.first < figure.last or own.lead < 0 or tokens[own.lead] not in beyond:
        return False
    behind = tokens[own.last + 1 : own.last + 1 + CLOSE]
    return not GENITIVE.isdisjoint(behind[:1]) and not ends.isdisjoint(behind[1:])
