"""In which year a story without a date was told, as far as its own words fix it.

Each year that it names is one spoken of as over or as still to come.  A year whose sums are told in full is over, and the last of
them the year before; one that is both over in part and to come is the present one; "lower this year than in 2004" says it outright.
Years of the background (a merger of 1998) fix nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon
from pipeline.interpret.measure import marks
from pipeline.interpret.times import present, winter
from pipeline.interpret.times.moment import Moment, moments

if TYPE_CHECKING:
    from pipeline.interpret.clue import Sentence
    from pipeline.interpret.story import Story
    from pipeline.interpret.times.bearings import Bearings

NAMED_YEAR = re.compile(r"(?<![\d$£€.,'-])(?:19|20)\d\d(?![\w%-]|[.,]\d)")

NEAR = 3
"""Tokens between a year and the noun of what is told for it ("its 2004 net profit")."""

BASE = 8
"""Tokens between the word that sets a figure beside another and the year of the other."""

EARLY = 2
"""Sentences at the head of a story: what they name is no background."""

MIDDLE = 6
"""The month with which the first half of a year ends."""

LAST = 4
"""The quarter with which a year is over."""

WHOLE = frozenset({"year", "quarter", "half"})
"""Kinds of times for which something is expected; a month or a day is rather that of a deed ("delivered in April 2008")."""


class Named(NamedTuple):
    """A year that a story names: in which sentence, whether it is over, and whether its sums are told in full."""

    year: int
    number: int
    over: bool | None
    """None where no word tells it."""
    full: bool
    expected: bool
    """Whether something is expected for it."""
    dated: bool = False
    """Whether it is named with a part of it ("in May 2004")."""
    placed: bool = False
    """Whether something is told in it ("in 2005"), not by or from it on."""
    closed: bool = False
    """Whether its last quarter is told as over."""
    figures: bool = False
    """Whether a figure is told beside it."""
    late: bool = False
    """Whether it is named with its second half or a part of that, or as a whole in which something was done."""
    ends: bool = False
    """Whether its last quarter is named."""


class Words(NamedTuple):
    """The closed sets that tell how a year is spoken of."""

    ahead: frozenset[str]
    done: frozenset[str]
    since: frozenset[str]
    due: frozenset[str]
    results: frozenset[str]
    comparing: frozenset[str]
    base: frozenset[str]
    placed: frozenset[str]
    breaks: frozenset[str]
    last_quarter: frozenset[str]
    months: dict[str, int]
    first_half: frozenset[str]


@cache
def _words(language: str) -> Words:
    status, periods = lexicon.entries("status", language), lexicon.entries("periods", language)
    ahead = (form for kind in ("forecast", "target", "will", "may") for form in status[kind]["verbs"] + status[kind].get("nouns", []))
    done = frozenset(form for form in status["actual"]["verbs"] + periods["were"]["words"] if " " not in form)
    lead = {key: frozenset(forms) for key, forms in periods["lead"].items()}
    clauses = (lexicon.grammar(language)["clause_breaks"] - {";"}) | set(periods["clauses"]["words"])  # ";" stands between moneys
    return Words(
        frozenset(form for form in ahead if " " not in form),
        done,
        lead["since"],
        lead["due"],
        frozenset(periods["results_of"]["words"]),
        lead["comparing"],
        lead["base"],
        lead["placed"],
        clauses | (set(periods["saying"]["words"]) - done),
        frozenset(form for form, number in periods["ordinals"].items() if number == LAST) | {str(LAST)},
        periods["months"],
        frozenset(periods["parts"]["first_half"]) | {"1"},
    )


def year_of(moment: Moment) -> int | None:
    """The year that a time names in digits."""
    p = moment.time.parts
    said = p.get("until") or p.get("year") or p.get("of_year") or p.get("year_after") or p.get("of", "")[-4:]
    return int(said) if len(said) == 4 and said.isdigit() and moment.time.kind != "fiscal" else None


def bearings(story: Story, by: Bearings) -> Bearings:
    """The bearings of a story without a date, with its year where its words fix it and the last year that it speaks of as over."""
    words = _words(story.language)
    starts = [span.start for span in story.spans]
    named: list[Named] = []
    linked: list[int] = []
    dated: dict[str, int] = {}
    for number in sorted({bisect_right(starts, m.start()) - 1 for m in NAMED_YEAR.finditer(story.text)} - {-1}):
        sentence = story.sentence(number)
        times = moments(story, sentence)
        for moment in times:
            year = year_of(moment)
            if year and (moment.lead < 0 or sentence.tokens[moment.lead] not in words.since):
                named.append(_named(story, sentence, number, moment, year, words))
                if moment.time.kind == "month":
                    dated[moment.time.parts["month"].casefold()] = year
        linked += present.by_base(times, sentence.tokens, story.language)
    if dated:
        linked += present.by_month(story, dated)
    if not named and not linked:
        return by  # as most
    told, over = _told(named, linked, present.spoken_of(story))
    ahead = min((n.year for n in named if n.over is False), default=None)
    if told is None and named:
        told, winter_year = winter.told(winter.months(story, lambda tokens, moment: _over(tokens, moment, words)), *_bounds(named))
        over = over if told is None and over is not None else winter_year
    return by._replace(at=(told, None, None) if told else None, year=over, ahead=ahead)


def _named(story: Story, sentence: Sentence, number: int, moment: Moment, year: int, words: Words) -> Named:
    over, figures = _over(sentence.tokens, moment, words), bool(story.mentions[number])
    lead = sentence.tokens[moment.lead] if moment.lead >= 0 else ""
    base = (words.base - words.comparing) & set(sentence.tokens[max(0, moment.first - BASE) : moment.first])
    if moment.time.kind == "same" or (over and base):
        # "up from 3bn in 2003", "than in the same month of 2003": the story is about the year behind it
        step = moment.time.kind in ("same", "year")
        return Named(year + step, number, True, False, False, not step, figures=figures)
    whole = moment.use == "own" and _whole(story, sentence, number, moment, words)
    full = bool(whole) and (bool(over) or (over is None and whole == "beside" and number <= EARLY))
    expected = bool(whole) and moment.time.kind in WHOLE and lead not in words.due | words.base
    return Named(
        year,
        number,
        over,
        full,
        expected,
        moment.time.kind not in ("year", "end"),
        lead in words.placed - words.due,
        bool(over) and full and moment.time.kind == "quarter",
        figures,
        _late(moment, lead, words),
        moment.time.kind in ("quarter", "span") and bool(whole) and lead not in words.due,
    )


def _late(moment: Moment, lead: str, words: Words) -> bool:
    """ "in 2004", "in August 2004", "the second half of 2004"."""
    kind, p = moment.time.kind, moment.time.parts
    if kind == "year":
        return lead in words.placed - words.due and "until" not in p
    if kind in ("month", "to") and "month" in p:
        return words.months[p["month"].rstrip(".").casefold()] > MIDDLE
    return kind == "span" or (kind == "half" and p["half"] not in words.first_half)


def _over(tokens: list[str], moment: Moment, words: Words) -> bool | None:
    """Whether a year is spoken of as over, None where no word tells it.

    A word right behind it tells it, else the nearest one before it in its clause, else the nearest one behind.
    """
    if moment.lead >= 0 and tokens[moment.lead] in words.due:
        return False
    if moment.use == "base" and not words.comparing.isdisjoint(tokens[max(0, moment.lead - 1) : moment.lead + 1]):
        return True
    first, behind = moment.first, moment.last + 1
    opens = next((i for i in range(first - 1, -1, -1) if tokens[i] in words.breaks), -1)
    closes = next((i for i in range(behind, len(tokens)) if tokens[i] in words.breaks), len(tokens))
    near = next((i for i in range(behind, min(behind + NEAR, closes)) if tokens[i] == ","), min(behind + NEAR, closes))
    if any(tokens[i] in words.ahead for i in range(behind, near)):
        return False
    for i in (*range(first - 1, opens, -1), *range(behind, closes)):
        if tokens[i] in words.ahead and not (i and (tokens[i - 1] in words.comparing or tokens[i - 1] == "-")):
            return False
        if tokens[i] in words.done:
            return True
    return None


def _whole(story: Story, sentence: Sentence, number: int, moment: Moment, words: Words) -> str:
    """Whether a year is told in full: "beside" by the noun right beside it, "sum" by a sum and a noun anywhere, else "".

    "net profit for 2004", "2004 sales", "grew 4% in 2004"; it is over too when its last quarter is told.
    """
    kind, p = moment.time.kind, moment.time.parts
    if kind == "quarter":
        return "beside" if "closing" in p or p.get("quarter") in words.last_quarter else ""
    if kind == "span":
        return "beside" if p.get("unit") == "month" else ""
    if kind != "year" or "until" in p:
        return ""
    if not words.results.isdisjoint(sentence.tokens[moment.last + 1 : moment.last + 1 + NEAR]):
        return "beside"
    language = story.language
    nouns = [
        c
        for c in sentence.of("indicator")
        if c.role != "verb" and (marks.dated(c.key, "results", language) or marks.marked(c.key, "released", language))
    ]
    if any(c.last == moment.lead - 1 or 0 < c.first - moment.last <= NEAR for c in nouns):
        return "beside"
    return "sum" if nouns and story.mentions[number] else ""


def _told(named: list[Named], linked: list[int], spoken: present.Spoken) -> tuple[int | None, int | None]:
    """The year in which a story was told, and the last one over, that of a bare month; `spoken` says of which it speaks unnamed."""
    this, following = spoken.this, spoken.following
    if linked:
        return linked[-1], linked[-1] - 1
    ahead = sorted({n.year for n in named if n.over is False})
    closed = max((n.year for n in named if n.closed), default=None)
    if closed is not None and closed == max(n.year for n in named if n.over):
        return closed + 1, closed
    over = [n for n in named if (n.over or n.full) and (not ahead or n.year <= ahead[0] + 1)]
    last = max((n.year for n in over), default=None)
    full = max((n.year for n in over if n.full and n.over and _recent(n, named)), default=None) or max(
        (n.year for n in over if n.full and _recent(n, named)), default=None
    )
    if full is not None and any(n.full and n.over and n.year == full + 1 for n in over):
        full += 1
    if full is not None and last is not None and last <= full + 1:
        if sum(n.full and n.year == full for n in over) >= sum(n.over is False and n.year == full for n in named):
            return full + 1, full
        last = full
    told = (ahead[0] if following else last) if last in ahead else None
    expected = sorted({n.year for n in named if n.over is False and n.expected}) or sorted(
        {n.year for n in named if n.over is False and n.placed and not n.dated and this > following}
    )
    if told is None and expected and expected[0] == ahead[0] and (last is None or last < expected[0] - 1):
        told = expected[0] if expected[0] + 1 in expected or this > following else expected[0] - 1 if following > this else None
    if told is None and this and last is not None and any(n.year == last + 1 and n.placed and not n.over for n in named):
        told = last + 1  # "growth was 1.1% in 2004", and "in 2005" of what nothing says that it is over
    if told is None and spoken.last and not this and not following:
        told = present.after_last(named, EARLY)
    if told is not None:
        late = following or told + 1 in ahead  # late in a year one speaks of the next
        return told, told if late else told - 1
    loose = [n.year for n in named if n.over is not False and _close(n, named) and (not ahead or n.year <= ahead[0] + bool(n.over))]
    year = max(loose, default=None)
    if ahead and (last == ahead[0] - 1 or any(n.dated and n.over is False and n.year == ahead[0] for n in named)):
        year = ahead[0] - 1
    return ahead[0] - 1 if this and following and ahead and last == ahead[0] - 2 else None, year


def _bounds(named: list[Named]) -> tuple[int | None, int | None, int | None]:
    """The last year of which a story tells as over to its end, none of the background; the first for which something
    is expected; the first in which something lies ahead, where it is behind all others.

    Where it tells of none as over, the last one, where its last quarter is named.
    """
    last = max((n.year for n in named if n.over and _close(n, named) and (n.full or n.late)), default=None)
    latest = max(named, key=lambda n: (n.year, n.ends))
    if last is None and latest.ends:
        last = latest.year
    ahead = [n for n in named if n.over is False]
    first = min((n.year for n in ahead), default=None)
    alone = first if first is not None and all(n.year < first + (n.over is None) for n in named if n.over is not False) else None
    return last, min((n.year for n in ahead if n.expected), default=None), alone


def _close(one: Named, named: list[Named]) -> bool:
    """Whether a year may be that of a bare month: told in full, at the head, or with a month beside figures or more than once."""
    return one.full or one.number <= EARLY or (one.dated and (one.figures or sum(n.year == one.year for n in named) > 1))


def _recent(one: Named, named: list[Named]) -> bool:
    """Whether a year is none of the background: named at the head, more than once, or with the one to come."""
    if any(n.over is False and n.placed and n.year == one.year + 1 for n in named):
        return True  # "in 2004", and something "in 2005", whatever is expected of later years
    if any(n.expected and n.over is False for n in named) and all(n.year > one.year + 1 for n in named if n.expected and n.over is False):
        return False  # what is expected lies further off than the year behind it
    if one.number <= EARLY or any(n.over is False and n.year == one.year + 1 for n in named):
        return True
    return sum(n.year == one.year for n in named) > 1
