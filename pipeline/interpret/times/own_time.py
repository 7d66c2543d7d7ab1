"""Which of a sentence's times is that of a figure: the one behind it, the one before it, or the one that heads its clause."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interpret.clauses import asides
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.survey import answered
from pipeline.interpret.times import dated, edges, markets
from pipeline.interpret.times.attribute import of_next, right_before
from pipeline.interpret.times.breath import (
    ASIDE,
    a_rise_from,
    aside,
    broken,
    brought,
    ends,
    goes_on,
    in_aside,
    joined_until,
    new_clause,
    of_a_bracket,
    of_a_number,
    of_another_verb,
    passed_over,
    placed_at_head,
    sets_of,
    stepped_from,
    undone,
    without_brackets,
)
from pipeline.interpret.times.in_force import in_force
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import Words
from pipeline.interpret.times.ranking import of_a_rank
from pipeline.interpret.times.set_against import of_the_whole
from pipeline.lexicon import either

AFAR = 4
"""Tokens between a comma and a time behind it that is not that of a price before the comma."""

AT = 1
"""Tokens between a figure and the time that stands at it: "5 billion in 2016"."""

STRETCHES = ("open", "span")

MONTHLY = frozenset({"month", "quarter"})
"""Kinds of times for which offices tell what they do."""

REPORTED = ("ago", "quarter", "half", "year", "fiscal", "same", "first", "relative", "bare")
"""What results are reported for; a month or a day may be that on which they are."""

PASSED = ("base", "none")
"""Uses of a time that does not hide the one at the head of its sentence."""

NOUNS = 3
"""Tokens between a figure and "reported", between it and its time."""

NOUN = 2
"""Tokens between a genitive and its noun."""

NEAR = 4
"""Tokens between a time and the noun it belongs to ("January's surplus")."""

LINKED = 8
"""Tokens between a time and the figure behind it that it is linked to ("January, when it rose 5 pct")."""

WHEN = 3
"""Tokens from a time to the clause that it is linked to ("on March 9, when …")."""


def find(figure: Figure, moments: list[Moment]) -> Moment | None:
    """The time that the figure's own clause gives it, None where it gives none."""
    daily = markets.daily(figure)
    moments = [m for m in moments if not (of_a_bracket(m, figure) or of_a_rank(m, figure, moments) or (daily and _given_back(m, figure)))]
    if not moments:
        return None
    if markets.starts_off(figure):
        found, reached = behind(figure, moments), next((a for a, _ in figure.spans if a > figure.last), 0)
        return found if found is not None and found.first < reached else None  # "from 9 to 10 pct on May 4": of the new rate
    found = right_before(figure, moments) or markets.effective(figure, moments) or _in_step(figure, moments)
    if found is None:
        found = behind(figure, moments)
        if found is None or (not found.backward and broken(figure, found.first)):
            found = _ahead(figure, moments) or _heading(figure, moments) or found
    return None if found is not None and markets.of_the_forecast(figure, found) else found


def behind(figure: Figure, moments: list[Moment]) -> Moment | None:
    """The time behind a figure, or behind those that are joined to it ("rose 5 pct to 3 billion in May")."""
    tokens, sets, end = figure.sentence.tokens, sets_of(figure), figure.clause[1]
    until, passed = joined_until(figure, moments), figure.behind
    beside, daily = figure.frame.role in BESIDE, markets.daily(figure)
    dealt = figure.money and marks.dated_so(figure, "timeless") and any(m.use == "own" and m.last < figure.first for m in moments)
    for moment in moments:
        if moment.first <= figure.last:
            continue
        if moment.first >= until or of_next(figure, moment):
            break
        if in_force(moment, figure):
            return replace(moment, use="own", ahead=True)
        if not dated.fits(moment, figure) and not (
            beside and moment.use == "base" and moment.backward and not stepped_from(moment, figure)
        ):
            passed = moment.last + 1 if moment.use == "base" else passed
            continue
        if of_the_whole(figure, moment, sets):
            continue
        if figure.ranked(moment.first) and (moment.time.kind in STRETCHES or tokens[moment.lead] in sets.onwards):
            continue  # "the first decline in six months", "the lowest since May, when it stood at"
        between = without_brackets(tokens[figure.behind : moment.first])
        of_release = beside and moment.time.kind in ("bare", "open") and not edges.at_start(figure, moment)
        if of_release or of_a_number(moment, figure, passed) or (beside and not sets.effective.isdisjoint(between)):
            continue
        if (
            (not sets.saying.isdisjoint(between) and not _reported(between, moment, sets) and not (moment.linked and answered(figure)))
            or not figure.words("clause_breaks").isdisjoint(between)
            or new_clause(figure, moment)
            or of_another_verb(figure, moment)
            or in_aside(tokens, figure.last, moment.first, figure.story.language)
        ):
            break  # "Arden, which earned 5 million, said in May"
        adjusted = next((i for i in range(len(between) - 1, -1, -1) if between[i] in sets.adjusting), None)
        if adjusted is not None and "," not in between[adjusted:]:
            break  # "or 5 pct when adjusted for two more selling days this year"
        if dealt and not sets.ended.isdisjoint(between):
            break  # "in June 2005 in a 5 billion merger that closed in 2006"
        if brought(figure, moment.first) and any(moment.last < a < end for a, _ in figure.spans):
            break  # "issued 7 billion, bringing the total so far this year to 174 billion"
        if daily and moment.time.kind == "day" and _of_a_price(moment, figure):
            continue  # "at $10.80, almost triple its July 11 low of $3.89"
        if daily and undone(figure, moment.first):
            break  # "fell 5 pct, wiping out its gains for 1986"
        if not sets.following.isdisjoint(tokens[figure.behind : max(moment.lead, 0)]):
            break  # "was up 5 pct after falling in January"
        if moment.lead > 0 and tokens[moment.lead] in sets.placed and tokens[moment.lead - 1] in sets.parting:
            if any(moment.last < a < end for a, _ in figure.spans) and not ends(tokens, moment, sets):
                break
        if not beside and not sets.ends_of_trade.isdisjoint(between) and not either(sets.base, sets.base_with).isdisjoint(between):
            break  # "at 1.59 dlrs compared with its close on Friday", "rose to 12 dlrs from a close last night of"
        if daily and moment.time.kind in ("month", "quarter") and "," in between[:-AFAR] and not beside:
            break  # "fell 5 pct to 60 dlrs, hurt by a plan to pump more in May"
        at_it = len(between) <= AT and not beside and sets.placed.issuperset(between)  # "was 5 billion in 2016, when sales rose 3 pct"
        if moment.linked and not at_it and not answered(figure) and any(moment.last < a <= moment.last + LINKED for a, _ in figure.spans):
            break
        if moment.linked and not figure.words("clause_joins").isdisjoint(between):
            break
        return moment
    return None


def _of_a_price(moment: Moment, figure: Figure) -> bool:
    """ "down from the July 11 record": whether a day is that of a close, a high or a low, which is not told right behind the figure ("$7 at its July 11 low")."""
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    prices = sets.extremes | sets.ends_of_trade
    return moment.lead > figure.behind and not prices.isdisjoint(tokens[moment.last + 1 : moment.last + 1 + NOUN])


def _reported(between: list[str], moment: Moment, sets: Words) -> bool:
    """ "the 2 mln dlr loss reported in the year-ago quarter", "5 cts reported for 1986": the time is that of what was reported."""
    at = next(i for i, token in enumerate(between) if token in sets.saying)
    if between[at] not in sets.reported or at > NOUNS or "," in between or moment.time.kind not in REPORTED:
        return False
    return len(between) - at <= NOUNS and sets.saying.isdisjoint(between[at + 1 :])


def _in_step(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "fell in May by 5 pct", "rose in May to 3 billion": a time between the word of movement and its figure."""
    move = figure.frame.move
    if move is None or move.first > figure.first or any(move.last < a < figure.first for a, _ in figure.spans):
        return None
    inside = (m for m in moments if move.last < m.first and m.last < figure.first and dated.fits(m, figure) and not m.backward)
    return next((m for m in inside if not passed_over(m, figure)), None)


def _ahead(figure: Figure, moments: list[Moment]) -> Moment | None:
    """The last time before a figure, behind the figure before it."""
    tokens, beside = figure.sentence.tokens, figure.frame.role in BESIDE
    previous = figure.lead_first
    start = max(_main_clause(figure), previous)
    for moment in reversed(moments):
        if moment.last >= figure.first or aside(figure, moment.last) or a_rise_from(moment, figure):
            continue
        if _subordinate(moment, figure, previous):
            return moment
        if (
            beside
            and previous
            and moment.first >= previous
            and not sets_of(figure).following.isdisjoint(tokens[moment.last + 1 : figure.first])
        ):
            continue  # "growth of 3 pct this year after a fall of 2 pct"
        if moment.first < start and (previous or not _at_head(moment, figure)) and not (moment.linked and start - moment.last <= WHEN):
            if moment.use in PASSED and not previous:
                continue  # "In May prices were steady against April but 2 pct up": only looked back to
            break
        right_before = figure.words("before_figure").issuperset(tokens[moment.last + 1 : figure.first])
        if previous and _apposed(moment, figure) and figure.previous is not None and find(figure.previous, moments) is moment:
            return moment
        compared = beside and moment.first >= previous and _compared(moment, figure, previous)
        if (beside and not moment.linked and not right_before and not compared) or (moment.linked and _of_an_event(moment, figure)):
            continue
        if moment.use in ("own", "base", "day") and compared:
            return moment
        if passed_over(moment, figure) or _over_before(moment, figure) or (moment.time.kind == "days" and markets.of_now(figure)):
            continue
        behind_it = moment.last + 1 + (tokens[moment.last + 1] in sets_of(figure).levels)
        if moment.use == "base" and (moment.linked or right_before) and tokens[behind_it] not in sets_of(figure).reaching:
            return moment  # "up from January's 3 pct", not "up from a year ago to 3 pct", "from May levels at 4 pct"
        recalled = not sets_of(figure).recalling.isdisjoint(tokens[moment.last + 1 : moment.last + 3])  # "from 9,000 in May, when it fell"
        if (not recalled and of_a_number(moment, figure, max(moment.lead - ASIDE, previous))) or dated.of_what_is(moment, figure):
            continue
        if dated.fits(moment, figure) and (right_before or _opens(moment, figure, previous)):
            return moment
    return None


def _given_back(moment: Moment, figure: Figure) -> bool:
    """ "gave up the previous day's gains, falling 2 pct": what a market had done before, behind which a comma stands."""
    tokens, moves = figure.sentence.tokens, {c.first for c in figure.sentence.of("direction")}
    behind = moment.last + 2
    return not GENITIVE.isdisjoint(tokens[moment.last + 1 : behind]) and behind in moves and "," in tokens[behind : figure.first]


def _apposed(moment: Moment, figure: Figure) -> bool:
    """ "a surplus of $5 million last month, 7 pct more than a year earlier": a step told right behind a value and its time."""
    tokens, hedges = figure.sentence.tokens, figure.words("before_figure")
    apposed = tokens[moment.last + 1] == "," and hedges.issuperset(tokens[moment.last + 2 : figure.first])
    return apposed and figure.fact.statistic == "growth" and moment.use == "own" and dated.fits(moment, figure)


def _main_clause(figure: Figure) -> int:
    """Where the clause of a figure begins: "it said May sales, which analysts watch, fell 5 pct" goes on behind what stands between commas.

    Not before another comma: "From its start in 1990, the fund, which buys shares, has earned" is of no one year.
    """
    start, tokens = figure.clause[0], figure.sentence.tokens
    if all(put_in.start != start - 1 for put_in in asides(figure.sentence, figure.first, figure.story.language)):
        return start
    return next((i + 1 for i in range(start - 3, -1, -1) if tokens[i] == ","), 0)


def _subordinate(moment: Moment, figure: Figure, since: int) -> bool:
    """ "While spending fell in April, income rose 3 pct": the time with which a clause ends that is set against the figure's own.

    One that tells when something happened is of whatever that brought: "When it opened in 1995, revenue was 3 million".
    """
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    if since or moment.use != "own" or moment.last >= figure.clause[0] or tokens[moment.last + 1] != ",":
        return False
    if tokens[0] in sets.at_a_time:
        return "," not in tokens[: moment.first] and "," not in tokens[moment.last + 2 : figure.first]
    if tokens[0] not in sets.subordinating or moment.ahead or moment.time.kind not in MONTHLY:
        return False  # "While more losses are expected later this year, prices rose 0.3 pct"
    return marks.marked_so(figure, "released") and figure.fact.status == "actual"


def over_years(figure: Figure) -> bool:
    """ "1 million for this year and Britain 800,000 over three years": what is promised over a time of its own."""
    if figure.fact.status != "plan":
        return False
    behind, sets = figure.sentence.tokens[figure.behind : figure.behind + 3], sets_of(figure)
    return behind[2:] != [] and behind[0] in sets.placed and behind[1] in sets.counts and behind[2] in figure.words("units_of_time")


def _over_before(moment: Moment, figure: Figure) -> bool:
    """ "the states which joined last year will see growth of 4 pct": a time that is over, right before what is to come."""
    behind_it = figure.sentence.tokens[moment.last + 1 : moment.last + 2]
    return moment.time.parts.get("which") in sets_of(figure).over and not sets_of(figure).to_come.isdisjoint(behind_it)


def _compared(moment: Moment, figure: Figure, since: int) -> bool:
    """ "compared with its close on Friday at 1.58": a time of the noun between the word that compares and the figure set beside."""
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    compares = [
        i for i in range(since, moment.first) if tokens[i] in sets.base or tokens[i] in sets.base_with or tokens[i] in sets.following
    ]
    if not compares or "," in tokens[compares[-1] : figure.first]:
        return False
    return not any(compares[-1] < c.first and c.last < figure.first for c in figure.sentence.of("finite"))


def _of_an_event(moment: Moment, figure: Figure) -> bool:
    """ "last month's meeting agreed to …": a verb stands between what the time is of and the figure; "the May figure" is no event."""
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    behind_it = moment.last + 1 + (tokens[moment.last + 1] in GENITIVE)
    if (tokens[behind_it : behind_it + 1] and tokens[behind_it] in sets.figures) or not sets.recalling.isdisjoint(
        tokens[moment.last + 1 : moment.last + 3]
    ):
        return False  # "on March 9, when it was cut to": the verb is that of the figure
    clause = tokens[moment.last + 2 : figure.first]
    if moment.time.kind == "same" and not sets.relative.isdisjoint(clause[:1]) and "," not in clause:
        return False  # "below the same month of 1986, which reached": so is that
    if figure.clue is not None and 0 < figure.clue.first - moment.last <= NEAR:
        return False
    if any(moment.last < c.first <= moment.last + NOUN and c.role != "verb" for c in figure.sentence.of("direction")):
        return False  # "May's gain was pared to 2 pct"
    return any(moment.last < c.first and c.last < figure.first and c.kind in ("finite", "attribution") for c in figure.sentence.clues)


def _opens(moment: Moment, figure: Figure, since: int) -> bool:
    """Whether a time between two figures is (also) that of the second: it parts them, or nothing parts it from the first."""
    if not since or moment.linked:
        return True
    tokens, parting, previous = figure.sentence.tokens, sets_of(figure).parting, figure.previous
    if parting.isdisjoint(tokens[since : moment.first]):
        if previous is not None and (previous.frame.role in BESIDE or previous.lead[-1:] == ["from"]):
            return False  # "after a 0.1 pct rise in May and included": it is that of what was set beside
        return "," not in tokens[moment.last : figure.first]
    if previous is not None and brought(previous, moment.first):
        return True
    if not parting.isdisjoint(tokens[max(0, moment.lead - 1) : moment.lead + 1]):
        return True
    if any(c.first == moment.last + 1 for c in figure.sentence.of("finite")):
        return True  # "was 5 pct and that for May was 4 pct"
    return figure.clue is not None and 0 < figure.clue.first - moment.last < NEAR


def _heading(figure: Figure, moments: list[Moment]) -> Moment | None:
    """The time at the head of a clause is that of all its figures but those set beside them."""
    if figure.frame.role in BESIDE:
        return None
    start, end = figure.clause
    first = next((a for a, _ in figure.spans if start <= a < end), figure.first)
    if first >= figure.first:
        return None
    for moment in reversed(moments):
        if moment.last < first and moment.use == "own" and not moment.backward and not aside(figure, moment.last):
            if moment.first >= start or (figure.spans[0][0] == first and _at_head(moment, figure)):
                return moment
    return None


def _at_head(moment: Moment, figure: Figure) -> bool:
    """Whether a time opens the sentence ("In May, exports …"), with no break up to the clause of its first figures."""
    if moment.lead > 1 and not placed_at_head(moment, figure):
        return False
    return goes_on(figure) or figure.words("clause_breaks").isdisjoint(figure.sentence.tokens[moment.last : figure.clause[0]])
