"""The time of a figure that has none of its own and stands beside another: set against it, or told behind it in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import charged, marks
from pipeline.interpret.measure.survey import answered
from pipeline.interpret.notes import opens_with_table
from pipeline.interpret.standing.reach import among
from pipeline.interpret.times import asked_then, calendar, usage, weeks
from pipeline.interpret.times.breath import PERFECT, aside
from pipeline.interpret.times.lasting import lasts
from pipeline.interpret.times.later import of_a_place, put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.model import Fact

QUOTES = frozenset('"“”')

DAY = len("2000-01-01")

QUARTER, YEAR = 3, 12
"""Months."""

MADE = "output"
"""What firms make, and a nation of one good."""

YEARLY = "year"
"""What a sum is counted by that is one of any year."""

AGAIN = ("converted", "restated")
"""The roles of a sum that says another one anew."""

AHEAD = ("forecast", "plan", "target")
"""What is told of a time to come."""

UP_TO_NOW = "period: up to now, from a point that lies back"
"""The rule of a step that has been made over a long time: "has shrunk 40 pct since 2000 and unemployment is 8 pct"."""

PRESENT = 4
"""Tokens before a figure in which "is" tells of now."""

STEP = 5
"""Tokens of a step from its comma on: ", an increase of 2 pct"."""

INITIAL = 2
"""Tokens before a figure in which it is called the first one: "from an initial 2 pct"."""

APPOSED = 4
"""Tokens between a comma and the figure that opens an apposition with it ("shares, which are down 30 pct")."""

COUNTERPARTS = ({"exports", "imports"}, {"tax_revenue", "government_spending"})
"""What is set beside each other of one time: "exports were $5 million, compared with imports of $4 million"."""

KINDS = ("results", "daily", "timeless", "unreleased")


def root(figure: Figure) -> str | None:
    """The period from which a figure's time looks back: that of the figure which it, and what it is set beside, are set beside."""
    other = _rooted(figure)
    return other.period if other else next((o.fact.period for o in _before(figure)), None)


def before_that(figure: Figure, moment: Moment) -> str | None:
    """ "fell in January after 2 pct in December and 6 pct the month before": the time from which a second one beside a figure looks back."""
    one, unit = figure.previous, moment.time.parts.get("unit")
    if one is None or moment.time.kind != "ago" or moment.first < figure.last or "count" in moment.time.parts or "and" not in figure.lead:
        return None
    period, start = one.fact.period, root(one)
    if one.frame.role not in BESIDE or one.fact.period_source != "stated" or calendar.unit(period or "") != unit or not start:
        return None
    return period if period == calendar.before(start) else None


def looks_back(figure: Figure) -> str | None:
    """Over what a level that tells its own time is compared: over the year, or from the period before."""
    anchor, stated = figure.frame.anchor, figure.fact.period_source == "stated"
    if anchor is None or figure.frame.role not in BESIDE or not stated or not (figure.fact.period and anchor.fact.period):
        return None
    if figure.fact.period == calendar.earlier(anchor.fact.period, 1):
        return "yoy"
    return "before" if figure.fact.period == calendar.before(anchor.fact.period) else None


def period(figure: Figure, banking: bool = False, yearly: bool = False) -> bool:
    """Settle the period of a figure that is set beside another, or follows one in its clause or its sentence.

    `banking` says that the weeks of the story are those of a bank of issue, `yearly` that it compares over the year.
    """
    fact, anchor, previous = figure.fact, figure.frame.anchor, figure.previous
    if previous is not None and previous.fact.period and _reported_before(figure, previous):
        return put(figure, previous.fact.period, "that of what it was reported as before", 0.85)
    long = anchor is not None and fact.status == "target" and marks.dated_so(figure, "aimed_at_for_long")
    if long and words(figure.story.language).governing.isdisjoint(figure.lead):
        return put(figure, None, "what is aimed at for long", 0.8)  # "above its target range of 2 to 4 pct"
    if anchor is not None and figure.frame.role in BESIDE:
        return _earlier(figure, anchor.fact, banking, yearly)
    if anchor is not None and anchor.fact.period and not aside(figure, anchor.last):
        return put(figure, anchor.fact.period, "that of the figure it is set beside", 0.85)
    if figure.frame.role in BESIDE or charged.RULE in fact.rules:
        return False
    if previous is not None and fact.revision == "from" and previous.fact.revision == "to" and previous.fact.period:
        return put(figure, previous.fact.period, "that of what it is revised to", 0.85)
    if previous is not None and previous.first >= figure.clause[0] and previous.frame.role not in BESIDE:
        other = previous.fact
        if other.period and other.indicator == fact.indicator and _followed(figure) and (after := calendar.earlier(other.period, -1)):
            return put(figure, after, "the one after that of the figure before it", 0.85)
        if up_to_now(figure, previous):
            return False
        alike = other.period and (other.indicator, other.status) == (fact.indicator, fact.status)
        if alike and not aside(figure, previous.last) and not apposed(figure, previous):
            return put(figure, other.period, "that of the figure before it in its clause", 0.85)
    if not marks.dated_so(figure, "unreleased") and not lasts(figure):
        nearest = next(_before(figure), None)
        if nearest is not None and not apposed(figure, nearest):
            other = nearest.fact
            at_odds = (fact.status, other.status) == ("hypothetical", "forecast") and (fact.indicator, fact.statistic) == (
                other.indicator,
                "growth",
            )
            stands = fact.statistic == "level" and other.indicator != fact.indicator and UP_TO_NOW in other.rules
            if not stands and (other.status == fact.status or at_odds) and _alike(_sort(nearest), _sort(figure), figure.story.language):
                return put(figure, other.period, "that of a figure before it", 0.75)
    return False


def _followed(figure: Figure) -> bool:
    """ "sees a fall of 5 pct this year, followed by a rebound of 3 pct"."""
    return not words(figure.story.language).succeeded.isdisjoint(figure.lead)


def _level_before(figure: Figure) -> Figure | None:
    """The dated level of the same noun right before a step, which is set beside none and told by no day."""
    previous = figure.previous
    if previous is None or figure.fact.statistic not in STEPS or previous.fact.statistic != "level" or figure.clue is not previous.clue:
        return None
    told = previous.frame.role not in BESIDE and previous.fact.period is not None and not marks.dated_so(figure, "daily")
    return previous if told else None


def step_of(figure: Figure) -> bool:
    """ "was $5 billion at the end of May, down 2 pct": a step right behind the comma that closes its level's time."""
    previous = _level_before(figure)
    if previous is None or figure.frame.role in BESIDE:
        return False
    between = figure.sentence.tokens[previous.last + 1 : figure.first]
    if between.count(",") != 1 or len(between) - between.index(",") > STEP:
        return False
    if not (figure.words("clause_joins") | figure.words("clause_breaks")).isdisjoint(between):
        return False
    return put(figure, previous.fact.period, "that of the level that it led to", 0.85)


def over_before(figure: Figure) -> bool:
    """ "a budget of $5 billion for 2014, up 9 pct from that for this year": a step of its level, whose base alone has a time behind it."""
    previous, after = _level_before(figure), figure.sentence.tokens[figure.behind : figure.behind + 2]
    if previous is None or previous.fact.status == "actual" or len(after) < 2 or after[0] not in figure.words("step_bases"):
        return False
    return put(figure, previous.fact.period, "that of the level that it led to", 0.85)


def up_to_now(figure: Figure, previous: Figure) -> bool:
    """ "have fallen $5 billion since May, to $60 billion": a stock that has moved since some time stands there now."""
    if figure.fact.statistic != "level" or previous.fact.statistic not in STEPS or marks.marked_so(figure, "flow"):
        return False
    return not words(figure.story.language).onwards.isdisjoint(figure.sentence.tokens[previous.last + 1 : figure.first])


def apposed(figure: Figure, previous: Figure) -> bool:
    """ "shares, down 30 pct this year, rose 2 pct": of a price, whether the figure before stands between commas before the verb.

    Of all else, before one of the present: "its debt, $2 billion at the end of 1986, is down to $1 billion".
    """
    tokens, opens = figure.sentence.tokens, previous.lead[-APPOSED:]
    if not marks.dated_so(figure, "daily"):
        present = words(figure.story.language).present
        held = figure.fact.statistic == "level" or (figure.fact.statistic == "share" and present.isdisjoint(previous.lead))
        verbs = {i for i in range(previous.last + 1, figure.first) if tokens[i] in present} if held else set()
        joins = figure.words("clause_joins")
        if verbs and figure.fact.statistic == "share" and any(tokens[i] in joins for i in range(previous.last + 1, min(verbs))):
            return True  # "made 5 million last year, and its chips are in 90 pct of phones"
    elif figure.frame.move is None:
        return False
    else:
        verbs = {c.first for kind in ("finite", "direction") for c in figure.sentence.of(kind)}
    return "," in opens and any(tokens[i] == "," and i + 1 in verbs for i in range(previous.last + 1, figure.first - 1))


def _reported_before(figure: Figure, previous: Figure) -> bool:
    """ "after a 2 pct rise in May, previously reported as 1 pct": what stands for the figure right before it."""
    between = figure.sentence.tokens[previous.last + 1 : figure.first]
    return figure.fact.revision == "from" and not words(figure.story.language).reported.isdisjoint(between)


def priced(figure: Figure) -> bool:
    """ "shares fell 8 pct on Tuesday, wiping 5 billion off its value": what hangs on a price is of the day of the price before it."""
    if not marks.dated_so(figure, "priced") or figure.fact.status != "actual" or figure.frame.role in BESIDE:
        return False
    price = next((o.fact for o in reversed(figure.earlier) if o.fact.period and marks.dated_so(o, "quoted")), None)
    return price is not None and put(figure, price.period, "that of the price it hangs on", 0.8)


def of_now(figure: Figure, period: str | None) -> bool:
    """Whether a figure is of no time in particular, in a release for a period: it lasts, stands so now or is told by the day."""
    by_the_year = calendar.length(period) < YEAR and of_a_year(figure)
    return figure.fact.quantity.per == "day" or by_the_year or lasts(figure) or _stands(figure, period)


def of_a_year(figure: Figure) -> bool:
    """ "with annual sales of 5 million", "sales of 5 million a year": what a firm takes within any year, told in the release of a quarter."""
    if figure.fact.statistic != "level" or not marks.dated_so(figure, "results"):
        return False
    clue, yearly = figure.clue, words(figure.story.language).by_the_year
    named = clue is not None and clue.first > 0 and figure.sentence.tokens[clue.first - 1] in yearly
    return named or figure.fact.quantity.per == YEARLY


def _stands(figure: Figure, period: str | None) -> bool:
    """ "unemployment stands at 9 pct", in a story of a year: what is told in the present, but for a rate in a release of its month."""
    fact = figure.fact
    if fact.status != "actual" or fact.statistic not in ("level", "share") or marks.dated_so(figure, "charged_to"):
        return False
    if charged.RULE in fact.rules:
        return False  # "Net is after tax 5 mln"
    quoted = fact.statistic == "level" and sum(token in QUOTES for token in figure.sentence.tokens[: figure.first]) % 2
    quoted = quoted and words(figure.story.language).came_to.isdisjoint(figure.lead[-PRESENT:])  # "Exports amounted to $5 million," he said
    if words(figure.story.language).present.isdisjoint(figure.lead[-PRESENT:]) and not quoted:
        return False
    return not (marks.marked_so(figure, "monthly") and 0 < calendar.length(period) <= QUARTER)


def _rooted(figure: Figure) -> Fact | None:
    """The fact that a figure, and what it is set beside, are set beside."""
    other = figure.frame.anchor
    while other is not None and other.frame.role in (*BESIDE, *AGAIN) and other.frame.anchor is not None:
        other = other.frame.anchor
    return other.fact if other else None


def _before(figure: Figure) -> Iterator[Figure]:
    """The dated figures of the sentence before one that are set beside no other, nor named with one that is, the nearest first."""
    paired = [o for o in figure.earlier if o.frame.role == "paired" and o.frame.anchor and o.frame.anchor.frame.role in BESIDE]
    free = (o for o in reversed(figure.earlier) if o.frame.role not in BESIDE and o not in paired)
    return (o for o in free if o.fact.period and not aside(figure, o.last))


def _sort(figure: Figure) -> str:
    """What a figure measures; what a nation makes of one good is told with all that it makes."""
    nations = figure.fact.indicator == MADE and len(figure.fact.entity or "") == CODE
    return "industrial_production" if nations else figure.fact.indicator


def _alike(one: str, other: str, language: str) -> bool:
    """Whether two indicators are told together: both by companies, both by the day, both by offices."""
    return all(marks.dated(one, kind, language) == marks.dated(other, kind, language) for kind in KINDS)


def _elsewhere(figure: Figure) -> bool:
    """ "compared with a 3 pct rise in Spain", "58 pct of voters, against 42 pct": another's, of the same time."""
    if answered(figure) or (figure.frame.anchor is not None and answered(figure.frame.anchor)):
        return True
    tokens, sets = figure.sentence.tokens, words(figure.story.language)
    behind, move = figure.behind, figure.frame.move
    if move is not None and move.first == behind:
        behind = move.last + 1
    placed = tokens[behind : behind + 1] and tokens[behind] in sets.placed and tokens[behind + 1 : behind + 2]
    return bool(placed) and any(c.first in (behind + 1, behind + 2) for c in figure.sentence.of("place"))


def _come_true(figure: Figure, beside: Fact) -> str | None:
    """ "sees sales of 50 mln dlrs this year, up from 45 mln": what has been so already is of the year before, of firms too of a quarter's."""
    recovered = not words(figure.story.language).following.isdisjoint(figure.lead[-STEP:])  # "to grow 3 pct after falling 2"
    if (
        not (figure.money or (recovered and figure.fact.statistic in STEPS))
        or figure.fact.status != "actual"
        or beside.status not in AHEAD
        or figure.fact.revision is not None
    ):
        return None  # growth is foreseen anew: "to grow 2 pct in 1987, up from the 1.8 pct of the last round"
    if not words(figure.story.language).superseded.isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + PERFECT]):
        return None  # "sees 4 dlrs a share, compared with 5 dlrs previously"
    months = calendar.length(beside.period)
    if months != YEAR and not (months >= QUARTER and marks.dated(beside.indicator, "results", figure.story.language)):
        return None
    return calendar.earlier(str(beside.period), 1)


def _based_before(figure: Figure) -> str | None:
    """ "to 3.7 pct from 3.6 pct late on Thursday, and the 30-year yield to 4.3 pct from 4.2 pct": the day of the base told before."""
    bases = (o.fact for o in reversed(figure.earlier) if o.frame.role == "base" and o.fact.indicator == figure.fact.indicator)
    told = next(bases, None)
    return told.period if told is not None and len(told.period or "") == DAY else None


def _earlier(figure: Figure, beside: Fact, banking: bool, compares: bool) -> bool:
    """Settle the period of a base or a comparison that has no time of its own."""
    language = figure.story.language
    daily = marks.dated(beside.indicator, "daily", language)
    based = figure.frame.role == "base"
    if based and marks.dated_so(figure, "enforced"):
        return False  # "raises the ratio to 9 pct from 8 pct, effective May 4": nobody knows since when it was 8
    if daily and based and not (figure.fact.revision == "from" and marks.dated_so(figure, "operated")):
        if not marks.dated_so(figure, "operated") and (day := _based_before(figure)) is not None:
            return put(figure, day, "the day from which another has moved", 0.8)
        return False  # "revised its estimate of the shortage to 400 mln from 450": of the same day
    if figure.fact.status == "target" and (beside.status == "actual" or not words(language).bounds.isdisjoint(figure.lead)):
        return False  # "far above the official target of 5 pct": it holds for long
    if asked_then.before(figure):
        return True
    if _elsewhere(figure) or {figure.fact.indicator, beside.indicator} in COUNTERPARTS:
        return put(figure, beside.period, "that of the figure it is set beside", None)
    foreseen = among(figure, "foreseers", figure.sentence.tokens[figure.behind : figure.behind + PERFECT])
    expected = foreseen or not figure.words("expectations").isdisjoint(figure.lead)  # "above the average estimate of"
    if expected or figure.fact.status == "forecast":
        beside = _rooted(figure) or beside  # "from 73 billion a year earlier, and below the average forecast of"
    if marks.dated_so(figure, "charged") and marks.dated(beside.indicator, "charged_to", language):
        return put(figure, beside.period, "that of the result it is charged to", None)
    other = figure.fact.entity != beside.entity or (beside.partner is not None and figure.fact.partner != beside.partner)
    if not (daily or expected or other) and (past := _come_true(figure, beside)) is not None:
        return put(figure, past, "the year before what is foreseen", 0.8)
    anew = figure.frame.role == "compared" and (figure.fact.status, beside.status) == (
        "forecast",
        "forecast",
    )  # "than the 5 pct projected before"
    expected = expected or not figure.words("in_place").isdisjoint(figure.lead)  # "a 1.9 pct rate instead of 2.5 pct": of the same time
    anew = anew or not words(language).initial.isdisjoint(figure.lead[-INITIAL:])
    if anew or figure.fact.revision == "from" or not beside.period or figure.fact.status != beside.status or daily or expected or other:
        return put(figure, beside.period, "that of the figure it is set beside", None)
    over = beside.basis or next((o.fact.basis for o in _before(figure) if o.fact.basis and o.fact.period == beside.period), None)
    found = one_before(figure, beside, over, banking, compares)
    return found is not None and put(figure, found, "the one before that of the figure it is set beside", 0.7)


def one_before(figure: Figure, beside: Fact, over: str | None, banking: bool, compares: bool) -> str | None:
    """The period that one is compared with: of a company the year before, of a release the period before, where `over` says nothing."""
    language, period = figure.story.language, str(beside.period)
    reported = calendar.length(period) != 1 and (marks.dated(beside.indicator, "results", language) or opens_with_table(figure.story))
    reported = reported or (marks.dated(beside.indicator, "filled", language) and not of_a_place(figure))
    reported = reported or usage.yearly(beside, language)
    if over is None and calendar.unit(period) == "week" and not weeks.weekly(period):
        return calendar.before(period)  # "rose 0.8 pct last week, after a 0.6 pct rise"
    if over == "yoy" or (over is None and (reported or compares)):
        return calendar.earlier(period, 1)
    return weeks.before(period, banking) if weeks.weekly(period) else calendar.before(period)
