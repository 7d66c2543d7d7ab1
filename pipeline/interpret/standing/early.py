"""Whether a figure is told before its time is over: then it is no outcome, whatever its words say."""

from __future__ import annotations

from datetime import timedelta

from pipeline import lexicon
from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.marks import dated, marked
from pipeline.interpret.standing.before_now import now
from pipeline.interpret.standing.modality import INFINITIVE, Operator
from pipeline.interpret.standing.reach import among, measures, years_before
from pipeline.interpret.times import calendar
from pipeline.interpret.times.placing import words

YEAR, QUARTER, MONTH = 12, 3, 1
"""Months."""

SPRING = 6
"""Months in which nobody knows by how much a year's sum has grown."""

PROMPT = 20
"""From this day of a month on, what is told promptly is told of the month itself."""

LONG_OVER = 4
"""Months after which nobody expects any more what a time has brought."""

SOME = 2
"""Months after which a deal that is told of as a purchase has been made."""

BOUGHT = 6
"""Tokens around a sum in which its deal is called a purchase."""

PRESENT = "s"
"""The ending of a verb of the present."""

HEAD = 4
"""Tokens before a figure in which an estimate of it is named."""

FORMER = 9
"""Tokens before a figure in which an estimate told before is named: "the preliminary estimate of growth of"."""

OWN_TIME = 7
"""Tokens around a figure in which its own time is named."""

NEAR = 2
"""Tokens before a figure in which it is told to be of an earlier estimate."""

EVE = 3
"""Days before its end from which a time is as good as over: some offices tell a year in its last week."""

SET_AT = ["set", "at"]

DAY = len("2000-01-01")
"""Characters of a day."""


def by_time(figure: Figure, valued: bool) -> tuple[str, str] | None:
    """The status that the time of a figure gives it, and why; `valued` says that it is the value of a noun ("a target of")."""
    status = figure.fact.status
    anchor = figure.frame.anchor
    superseded = figure.fact.revision == "from" and (anchor is None or anchor.fact.status == "actual")
    if status in ("estimate", "forecast") and earlier_by_an_office(figure):
        return "actual", "an office's earlier figure"
    guessed = status == "estimate" or (status == "forecast" and anchor is not None and among(figure, "estimate.nouns", figure.lead[-HEAD:]))
    if (
        guessed
        and superseded
        and (figure.fact.period is None or _over(figure))
        and marked(figure.fact.indicator, "released", figure.story.language)
    ):
        return "actual", "an office's earlier figure"
    if status == "actual" and in_force_later(figure):
        return "plan", "set for a day to come"
    if status == "actual" and _is_raised(figure):
        return "plan", "a rate that rises, as decided"
    if status == "actual" and figure.lead[-2:] == SET_AT and to_come(figure) and figure.frame.role not in BESIDE:
        return "plan", "set for a time to come"  # "next year's minimum price has been set at 115 yuan"
    if status == "actual" and early(figure) and not (_of_a_firm(figure) or now(figure)):
        # what is said of a month before it is over is no outcome
        return ("plan" if measures(figure, "decided") else "forecast"), "told before its time is over"
    if status == "actual" and foretold(figure):
        in_effect = not measures(figure, "prices") and among(figure, "in_effect", figure.sentence.tokens[figure.last :])
        set_for = measures(figure, "decided") or in_effect
        return ("plan" if set_for else "forecast"), "told of a time to come"
    if (
        status == "estimate"
        and figure.fact.indicator == "exchange_rate"
        and among(figure, "pegged", figure.sentence.tokens[: figure.first])
    ):
        return "actual", "what a money is tied to"
    if status == "estimate" and (to_come(figure) or early(figure)):
        return "forecast", "an estimate of what is to come"
    told_before = among(figure, "told_before", figure.sentence.tokens[max(0, figure.first - FORMER) : figure.first])
    if status == "forecast" and told_before and _by_an_office(figure):
        return "actual", "an office's earlier figure"
    if (
        status == "forecast"
        and figure.frame.role in ("reached", "base")
        and marked(figure.fact.indicator, "released", figure.story.language)
        and _over(figure)
        and among(figure, "estimate.nouns", figure.lead[-FORMER:])
    ):
        return "estimate", "an estimate of a time that is over"
    if status not in ("forecast", "plan") or valued:
        return None
    if quoted_then(figure):
        return "actual", "what a share was quoted at that day"
    return ("actual", "its time is long over") if long_over(figure) else None


def _by_an_office(figure: Figure) -> bool:
    """ "above the preliminary estimate of 1.9 pct": an estimate of a time that is over, which nobody but an office is named for."""
    tokens = figure.sentence.tokens
    if not marked(figure.fact.indicator, "released", figure.story.language) or not _over(figure):
        return False
    called = tokens[max(0, figure.first - FORMER) : figure.first]
    by_others = among(figure, "foreseers", tokens) or among(figure, "speakers_own", called)
    return among(figure, "estimate.nouns", called) and not by_others


def earlier_by_an_office(figure: Figure) -> bool:
    """ "slower than the 2.2 pct the department had first estimated", "a deeper fall than the earlier 0.5 pct estimate": what an office told
    of a time that is over before it told another figure."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not marked(figure.fact.indicator, "released", language) or not _over(figure) or among(figure, "foreseers", tokens):
        return False
    behind, before = tokens[figure.behind : figure.behind + FORMER], tokens[max(0, figure.first - FORMER) : figure.first]
    at = next((n for n in range(HEAD) if among(figure, "estimate.nouns", behind[n : n + 1])), None)
    if at is not None and not among(figure, "noun_stops", behind[:at]):
        return among(figure, "told_before", before[-NEAR:]) and not among(figure, "speakers_own", before)
    if figure.frame.role in BESIDE and among(figure, "told_as_estimate", behind):
        told = next(n for n, token in enumerate(behind) if among(figure, "told_as_estimate", [token]))
        if among(figure, "told_as_estimate.of_time", behind[told + 1 : told + 2]):
            return False  # "5.3 percent estimated for last year"
        return any(among(figure, name, behind) for name in ("counting_offices.all", "told_before", "ago_by"))
    return (
        among(figure, "told_before", before) and among(figure, "told_as_estimate", before) and among(figure, "counting_offices.all", tokens)
    )


def _of_a_firm(figure: Figure) -> bool:
    """ "in the fourth quarter, orders slipped": what has moved in a quarter (a part of a month) that is not over is a company's."""
    fact, language = figure.fact, figure.story.language
    return (
        calendar.length(fact.period) in (MONTH, QUARTER)
        and len(fact.entity or "") > CODE
        and dated(fact.indicator, "reported_too", language)
    )


def _is_raised(figure: Figure) -> bool:
    """ "the fuel levy rises by 22 cents": what somebody sets is still to move where a verb of the present moves it."""
    move, tokens = figure.frame.move, figure.sentence.tokens
    if (
        move is None
        or move.role not in ("verbs", "both")
        or figure.frame.role in BESIDE
        or not dated(figure.fact.indicator, "levied", figure.story.language)
    ):
        return False
    return move.first < figure.first and tokens[move.first].endswith(PRESENT) and among(figure, "moves_by", figure.lead[-1:])


def early(figure: Figure) -> bool:
    """Whether a month or a quarter is not yet over when the story tells of it, where such figures come out behind it."""
    fact, at = figure.fact, figure.story.at
    if at is None or not at[1] or not marked(fact.indicator, "released", figure.story.language):
        return False
    first, last = calendar.bounds(fact.period)
    if first is None or last is None:
        return to_come(figure)
    today, long = (at[0], at[1], at[2] or 28), calendar.length(fact.period)
    prompt = long == 1 and (at[2] or 1) >= PROMPT and dated(fact.indicator, "prompt", figure.story.language)
    prompt = prompt or (long == 1 and dated(fact.indicator, "within", figure.story.language))
    runs = (long in (1, 3) and fact.basis is not None and not prompt) or (long == YEAR and measures(figure, "yearly"))
    grown = long == YEAR and fact.statistic == "growth" and fact.basis in (None, "yoy") and last.month == YEAR
    grown = grown and len(fact.entity or "") <= CODE
    runs = runs or (grown and at[1] <= SPRING)
    eve = (last - timedelta(days=EVE)).timetuple()[:3]
    return (first.year, first.month, first.day) > today or (runs and eve > today)


def in_force_later(figure: Figure) -> bool:
    """ "is raising its prime rate to 9 pct, effective tomorrow": whether what somebody sets will hold only from a day to come."""
    fact, language = figure.fact, figure.story.language
    if (
        figure.frame.role in BESIDE
        or figure.frame.move is None
        or fact.period_source != "stated"
        or not (fact.period and len(fact.period) == DAY)
    ):
        return False
    return to_come(figure) and any(dated(fact.indicator, kind, language) for kind in ("set", "enforced"))


def foretold(figure: Figure) -> bool:
    """ "the fee rises to 5 dlrs in May": whether what moves does so in a time to come, whatever the tense of its verb."""
    fact = figure.fact
    move = figure.frame.move
    if figure.frame.role in BESIDE or move is None or fact.period_source != "stated":
        return False
    tokens = figure.sentence.tokens
    moved = move.role == "verbs" and among(figure, "actual.verbs", tokens[move.first : move.first + 1])
    if moved and not among(figure, "in_effect", tokens[figure.last :]) and not among(figure, "movers", tokens[: figure.first]):
        return False  # "the shares fell 5 pct ahead of Friday's vote": the time is another's
    if measures(figure, "prices") and among(figure, "have_moved", tokens[figure.clause[0] : figure.first]):
        return False  # "was up 2 percent early on Monday", told on the day before
    return to_come(figure)


def to_come(figure: Figure) -> bool:
    """Whether the time of a figure begins behind the day of the story: nobody estimates what is not yet, he forecasts it."""
    at, first = figure.story.at, calendar.start(figure.fact.period)
    return at is not None and bool(at[1]) and first is not None and (first.year, first.month, first.day) > (at[0], at[1], at[2] or 28)


def long_over(figure: Figure) -> bool:
    """ "would close the arm that lent $5 million last year": what had come about in a time of its own long before the story."""
    fact, at = figure.fact, figure.story.at
    if at is None or not at[1] or fact.period_source != "stated" or measures(figure, "offered"):
        return False
    if measures(figure, "promised") and among(
        figure, "pledging", figure.lead + figure.sentence.tokens[figure.behind : figure.behind + SOME]
    ):
        return False  # "pledged $5 million last year", "a $5 million loan promised in 2013": it was promised then
    described = figure.attributive or among(figure, "definite", figure.lead[-1:])
    if fact.status == "forecast" and not described and not _dated_near(figure):
        return False  # "in October analysts expected it to earn $5 million": that was foreseen then
    months = _months_over(figure)
    return months is not None and months > LONG_OVER


def _dated_near(figure: Figure) -> bool:
    """Whether a year, a month or a word of before stands right around a figure, and tells its own time and not when something was said."""
    tokens, behind = figure.sentence.tokens, figure.behind
    around = tokens[max(figure.clause[0], figure.first - OWN_TIME) : figure.first] + tokens[behind : behind + OWN_TIME]
    if years_before(figure, around) or among(figure, "year_ago", around) or among(figure, "year_ago.past", around):
        return True
    return not lexicon.entries("periods", figure.story.language)["months"].keys().isdisjoint(around)


def done_long_ago(figure: Figure, operators: list[Operator]) -> bool:
    """ "agreed to buy it for $5 million in 2001", told in 2009: what no word offers or foresees has been done since.

    So has a deal of some months ago that is called a purchase and of which no word says that it was only agreed on.
    """
    if figure.fact.period_source != "stated" or not measures(figure, "done_since"):
        return False
    months = _months_over(figure)
    start, tokens = figure.clause[0], figure.sentence.tokens
    before = [op for op in operators if start <= op.last < figure.first]
    if months is None or months < (SOME if figure.money and _called_a_purchase(figure, before) else YEAR):
        return False
    return not any(op.kind not in ("plan", "actual", "copula", INFINITIVE) for op in before) and not among(
        figure, "only_offered", tokens[start : figure.first]
    )


def _called_a_purchase(figure: Figure, before: list[Operator]) -> bool:
    """ "last year's $2 billion purchase of Arden", but not "scrapped the $2 billion sale", "struck a deal to buy"."""
    tokens = figure.sentence.tokens
    around = tokens[max(figure.clause[0], figure.first - BOUGHT) : figure.behind + BOUGHT]
    if not among(figure, "purchases", around) or among(figure, "undoing", around) or among(figure, "undone_by", tokens[figure.last :]):
        return False
    return not among(figure, "purchases.agreed", tokens[: figure.first] + around) and not any(op.kind == "plan" for op in before)


def _months_over(figure: Figure) -> int | None:
    """Months from the end of a figure's time to the story, or to the year of a story that tells no month."""
    at, last = figure.story.at, calendar.bounds(figure.fact.period)[1]
    return None if at is None or last is None else (at[0] - last.year) * YEAR + (at[1] or 1) - last.month


def _over(figure: Figure) -> bool:
    """Whether the time of a figure is over in the month of the story."""
    at, last = figure.story.at, calendar.bounds(figure.fact.period)[1]
    return at is not None and bool(at[1]) and last is not None and (last.year, last.month) < (at[0], at[1] or 1)


def running(figure: Figure) -> bool:
    """ "to slow to 3.5 pct next year from 4 pct this year": whether the time behind a figure is one that runs."""
    after = figure.sentence.tokens[figure.behind : figure.behind + 2]
    return among(figure, "this", after[:1]) and among(figure, "periods", after[1:])


def foreseen_before(figure: Figure) -> bool:
    """ "is forecast to rise 5 pct, down from the 6 pct seen in June": whether a forecast's base was foreseen, then."""
    anchor, after = figure.frame.anchor, figure.sentence.tokens[figure.behind : figure.behind + 1]
    return anchor is not None and anchor.fact.status == "forecast" and not words(figure.story.language).foreseen.isdisjoint(after)


def priced_in(figure: Figure) -> bool:
    """ "markets see the rate peaking at 6 pct, compared with 5 pct on Tuesday": what they saw before, on a day that is named behind."""
    after = figure.sentence.tokens[figure.behind : figure.behind + 2]
    return dated(figure.fact.indicator, "set", figure.story.language) and not words(figure.story.language).weekdays.isdisjoint(after)


def quoted_then(figure: Figure) -> bool:
    """ "will get $16, a 9 pct premium to its Friday close of $14": whether a share's price is told for a day that is over."""
    fact, at = figure.fact, figure.story.at
    if fact.indicator != "share_price" or fact.statistic != "level" or fact.period_source != "stated" or at is None or None in at:
        return False
    if fact.status == "forecast" and not among(figure, "value_links", figure.lead[-1:]):
        return False  # "expects it to breach $19 on Monday", but "above Monday's closing price of $19"
    return fact.period is not None and len(fact.period) == DAY and fact.period <= "-".join(f"{part:02d}" for part in at)
