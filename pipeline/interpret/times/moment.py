"""The times of a sentence, and what each may be: the time of a figure, a point to look back to, or the time of something else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.figure import ranks
from pipeline.interpret.story import Story
from pipeline.interpret.times.placing import Words, words
from pipeline.interpret.times.set_against import compared, of_a_level, of_what_is_outdone, one_year
from pipeline.lexicon import either
from pipeline.recognise.period import TimeExpression

DAYS = frozenset({"weekday"})
BACKWARD = frozenset({"ago", "same"})
"""Kinds that look back from another period."""

FLEETING = frozenset({"month", "relative", "day", "weekday", "span"})
"""Kinds that say when somebody spoke as often as what a figure is about."""


LEVELLED = 4
"""Tokens before "in May" in which a comparison with a level of then begins: "than the 97 reading in May"."""

TOLD = 6
"""Tokens behind a time that opens a sentence within which is said what was told then."""

ARTICLE = 2
"""Tokens from "the period" to the number of "a year ago"."""

BORN = 7
"""Tokens before "in 1978" in which stands that somebody was founded then."""

NOUN = 5
"""Tokens up to the "of" of a noun that a time stands before."""

TIMES = 4
"""Tokens from "times" to the year of the earnings that a price is so many times of."""

MULTIPLES = frozenset({"year", "fiscal", "relative", "bare"})
"""Kinds of such years."""

DASHES = frozenset("–—")
"""What parts an aside from its sentence, besides two hyphens: "-- the highest since July -- from September's 6 pct"."""

TELLER = 5
"""Tokens from "by" to the end of who told something."""

VOTE = 5
"""Tokens behind a month in which the vote stands that it is the month of: "November's mid-term elections"."""

SPELL = 4
"""Tokens before a time in which it is told that a recession began or ended then."""

RANKED = 3
"""Tokens of a genitive and of the superlative behind it."""

ONWARDS, EVENT = 8, 12
"""Tokens between "since" and a time that it takes along; the same where an event with its article stands between ("since the merger of")."""


@dataclass(slots=True, eq=False)
class Moment:
    """A time at tokens `first`..`last`.

    `use` is `own` (a figure's time), `base` (a figure is set beside it), `since` (a step has been made from it on), `day` (a weekday:
    a time only of what is told by the day) or `none`; `lead` the token of the word that introduces it; `linked` whether it is tied to the figure behind it.
    """

    time: TimeExpression
    first: int
    last: int
    use: str
    lead: int
    linked: bool
    through: bool = False
    """Whether it ends a year so far ("through November")."""
    ahead: bool = False
    """Whether it is still to come ("by year-end")."""

    @property
    def backward(self) -> bool:
        return self.time.kind in BACKWARD


def moments(story: Story, sentence: Sentence) -> list[Moment]:
    """The times of a sentence from left to right."""
    found = story.times(sentence)
    if not found:
        return []
    sets = words(story.language)
    firsts = {time.first for time in found}
    read = [_moment(time, sentence.tokens, sets) for time in found if not _of_a_rank(time, sentence.tokens, firsts, story.language)]
    read = [m for m, behind in pairwise([*read, None]) if m is not None and not _told_again(m, behind)]
    dated = any(m.use == "own" and m.time.kind != "era" for m in read)
    return [m for m in read if m.time.kind != "era"] if dated else read  # "In 1943, at the height of World War Two"


def _told_again(moment: Moment, behind: Moment | None) -> bool:
    """ "43 cents in the period a year ago": a time of no name that the next words tell."""
    return moment.time.kind == "bare" and behind is not None and behind.time.kind == "ago" and behind.first - moment.last <= ARTICLE


def _of_a_rank(time: TimeExpression, tokens: list[str], firsts: set[int], language: str) -> bool:
    """ "its sale of 5 million, the year's biggest": a time that only says among which something ranks; not "the year's first quarter"."""
    if time.last + 2 in firsts:
        return False
    behind = tokens[time.last + 1 : time.last + 1 + RANKED]
    return time.kind == "bare" and not GENITIVE.isdisjoint(behind[:1]) and ranks(behind[1:], language)


def _moment(time: TimeExpression, tokens: list[str], sets: Words) -> Moment:
    if time.parts.get("which") in sets.following and time.kind in ("month", "weekday") and tokens[max(0, time.first - 1)] != "the":
        # "a rise of 3 pct following April's 2 pct": not the April that follows
        parts = {key: part for key, part in time.parts.items() if key != "which"}
        time = replace(time, first=time.first + (tokens[time.first] in sets.following), parts=parts)
    first, last, kind = time.first, time.last, time.kind
    lead = first - 1
    while lead >= 0 and tokens[lead] in sets.skip:
        lead -= 1
    word = tokens[lead] if lead >= 0 else ""
    parted = tokens[last + 1 : last + 2] == [","]
    behind = tokens[last + 1 + parted : last + 2 + parted]
    linked = bool(behind) and behind[0] in (
        sets.linked - sets.figures if parted else sets.linked
    )  # "in May, total sales fell": not "May's total"
    linked = linked or (kind == "same" and parted and not sets.relative.isdisjoint(behind))  # "the same month of 1986, which reached"
    return Moment(
        time,
        first,
        last,
        _use(time, kind, tokens, lead, word, sets),
        lead,
        linked,
        word in sets.through,
        _to_come(tokens, lead, word, sets) or _in_force(kind, tokens, lead, word, sets),
    )


def _to_come(tokens: list[str], lead: int, word: str, sets: Words) -> bool:
    """ "by May", "starting in April": what is told for the time on is still to come."""
    return word in either(sets.ahead, sets.opens) or (lead > 0 and tokens[lead - 1] in sets.opens)


def _in_force(kind: str, tokens: list[str], lead: int, word: str, sets: Words) -> bool:
    """ "Fares will rise by 5 pct from Saturday": a weekday on which something is to come into force."""
    return kind in DAYS and word == "from" and not sets.to_come.isdisjoint(tokens[:lead])


def _onwards(tokens: list[str], lead: int, sets: Words) -> bool:
    """ "since it was cut on March 9": the word stands a few tokens before, with no comma, no dash and no figure between."""
    for i in range(lead, max(-1, lead - EVENT), -1):
        if tokens[i] in DASHES or tokens[i : i + 2] == ["-", "-"] or tokens[i] == "," or tokens[i][0].isdigit():
            return False
        if tokens[i] in sets.onwards:
            return lead - i < ONWARDS or tokens[i + 1] in sets.skip
    return False


def _use(time: TimeExpression, kind: str, tokens: list[str], lead: int, word: str, sets: Words) -> str:
    if kind == "ago" and time.parts.get("unit") in ("month", "week") and told_then(tokens, time.first, time.last, sets):
        return "none"
    if word in either(sets.since, sets.onwards) and not sets.recalling.isdisjoint(tokens[time.last + 1 : time.last + 3]):
        return "own"  # "falling since April 2004, when it reached 13 pct"
    whose = lead == time.first - 1 and tokens[time.last + 1 : time.last + 2] and tokens[time.last + 1] in GENITIVE
    if word in sets.onwards and whose and tokens[time.last + 2][:1].isdigit():
        return "base"  # "the largest rise since 2000's 4.2 pct"
    if (
        word in sets.onwards
        or _onwards(tokens, lead, sets)
        or (word in sets.base and not sets.edge.isdisjoint(tokens[lead + 1 : time.first]))
    ):
        return "since"
    genitive = tokens[time.last + 1 : time.last + 2] and tokens[time.last + 1] in GENITIVE  # "said May's gain"
    if kind in ("year", "quarter", "month") and word in sets.base_with and lead == time.first - 1 and _had(tokens, lead, time.last):
        return "own"  # "With 2006 sales of $2 billion, Arden ranks fourth"
    if word in sets.since or (kind == "year" and word in sets.indexed) or (not genitive and _due(tokens, lead, sets)):
        return "none"
    if kind in ("month", "year") and tokens[time.last + 1 : time.last + 2] and tokens[time.last + 1] in sets.contracts:
        if not (word in sets.placed and lead == 0 and tokens[time.last + 1] in sets.moved):
            return "none"  # but "In January prices rose"
    if word not in sets.placed and _of_extreme(time, tokens, sets):
        return "none"
    if kind in ("year", "decade") and word in sets.placed and _born(tokens, lead, sets):
        return "none"  # "Founded in 2010, the firm had sales of 2 million"
    if kind == "month" and word in sets.delivered and lead and tokens[lead - 1] in sets.contracts:
        return "none"  # "U.S. crude for October rose"
    if kind == "day" and tokens[time.last + 1 : time.last + 2] and tokens[time.last + 1] in sets.events:
        return "none"  # "the 11 September attacks"
    if kind == "month" and word not in sets.placed and _of_event(tokens[time.last + 1 :], sets):
        return "none"  # "topped its January guidance of 5 million", "9.9 percent, ahead of November's mid-term elections"
    if kind in ("month", "relative") and word in sets.placed and lead and tokens[lead - 1] in sets.foretold_in:
        if tokens[time.last + 1 : time.last + 2] in (["of"], ["for"], ["that"]):
            return "none"  # "its estimate in February of a loss of 5 million": when it was foreseen
    if kind == "bare" and "full" in time.parts and _part_of_aim(time, tokens, sets):
        return "none"  # "7.6 pct of the full-year target"
    if kind == "era" and not sets.closing.isdisjoint(tokens[max(0, lead - 2) : lead]):
        return "none"  # "the lowest last seen during World War Two"
    if word in sets.placed and _of_a_spell(tokens[:lead], sets):
        return "none"  # "Although the recession ended in June 2009, the jobless rate is 9 pct"
    if kind in ("decade", "era"):
        return "own" if word in sets.placed else "none"  # "the 1980s junk bonds", "the 2020s at 362 basis points"
    if kind in ("days", "edge_days") or ("until" in time.parts and word not in sets.set_beside):
        return "own"  # "from 2006 to 2015"
    if lead and kind == "year" and word in sets.comparing and tokens[lead - 1] in sets.recently:
        return "own"  # "as recently as 2001 it was 70 pct"
    if _in_force(kind, tokens, lead, word, sets):
        return "own"
    if kind in MULTIPLES and "times" in tokens[max(0, time.first - TIMES) : time.first]:
        if not sets.results.isdisjoint(tokens[time.last + 1 : time.last + 3]):
            return "none"  # "trades at 8.5 times fiscal 2008 earnings"
    if of_what_is_outdone(kind, tokens, lead, sets):
        return "base"
    set_beside = word in sets.placed and lead and tokens[lead - 1] in sets.comparing and f"{tokens[lead - 1]} {word}" not in sets.as_of
    if (word in sets.base and kind != "day") or set_beside or compared(kind, tokens, lead, sets):
        return "base"
    if kind == "relative" and word in sets.placed and (time.parts["which"] not in sets.over or time.parts["unit"] == "decade"):
        return "own" if time.parts["unit"] != "week" else "day"  # "over the coming year"
    as_of = " ".join(tokens[lead : lead + 2]) in sets.as_of
    placed = word in sets.placed or as_of
    if of_a_level(tokens, lead - placed, sets, LEVELLED - (not placed)):
        return "base"  # "6 pct below their level in May", "on its level a year before"
    if (
        word in sets.base_unit
        and not as_of
        and "full" not in time.parts  # "over the whole of 2004"
        and (
            kind in BACKWARD
            or kind == "bare"
            or (kind == "relative" and time.parts["unit"] != "week")
            or kind in ("year", "month", "quarter")
            or (kind == "fiscal" and lead and tokens[lead - 1] in sets.on_after and one_year(time))  # "12 pct down on 1985/86"
            or (kind in ("year_part", "relative", "crop_year") and word != "on")
            or (kind in ("relative", "crop_year") and lead and tokens[lead - 1] in sets.on_after)  # "up 5 pct on last year"
            or (kind == "span" and time.parts["which"] in sets.backward)  # "steady over the previous three months"
        )
    ):
        return "base"
    if kind == "same" and time.parts["unit"] == "time" and not time.parts.keys() & {"of", "year", "of_the"}:
        return "none"
    if kind == "open" and (not time.first or tokens[time.first - 1] not in sets.span):
        return "none"
    if time.parts.get("unit") == "week" and kind == "relative" and word in sets.saying:
        return "none"  # "said last week it would buy"
    if kind in DAYS or (time.parts.get("unit") == "week" and kind != "span"):
        return "day"
    if kind in FLEETING and time.parts.get("unit") != "year" and not genitive:
        attribute = kind == "month" and sets.whose.issuperset(tokens[lead + 1 : time.first]) and "which" not in time.parts
        if (
            (word in sets.saying and not attribute)
            or word in sets.spoken
            or _told_by(tokens, lead, sets)
            or (word in sets.placed and lead and tokens[lead - 1] in either(sets.saying, sets.spoken))
        ):
            return "none"
        spoken_of = not sets.passive.isdisjoint(tokens[time.last + 1 : time.last + 2])  # "sales in May were first reported to have risen"
        if lead <= 1 and (word or kind != "month") and not spoken_of and not sets.saying.isdisjoint(tokens[time.last + 1 : time.last + 5]):
            return "none"  # "In June the firm said …"
        if tokens[time.last + 1 : time.last + 2] == [","] and not sets.inverted.isdisjoint(tokens[time.last + 2 : time.last + 3]):
            return "own"  # "rose 5 pct in May, says the bank"
        if (
            tokens[time.last + 1 : time.last + 2] != ["and"]
            and not spoken_of
            and not sets.saying.isdisjoint(tokens[time.last + 1 : time.last + 3])
        ):
            return "none"  # but "sales rose in May and said …" is told by whom the sentence began with
    return "own"


def _of_a_spell(lead: list[str], sets: Words) -> bool:
    """Whether a recession began or ended in a time; but "When the war ended in 1945, output fell" is of that time."""
    turned = not sets.turned.isdisjoint(lead[-1:]) and not sets.spells.isdisjoint(lead[-SPELL:])
    return turned and sets.at_a_time.isdisjoint(lead)


def _of_event(behind: list[str], sets: Words) -> bool:
    """Whether a month is when something was foreseen, or is voted on."""
    return not sets.outlooks.isdisjoint(behind[:1]) or not sets.votes.isdisjoint(behind[:VOTE])


def _had(tokens: list[str], lead: int, last: int) -> bool:
    """Whether "with" at the head of a sentence, or behind a comma, tells what somebody had: "with 2006 sales of 5 million"."""
    return (lead == 0 or tokens[lead - 1] == ",") and "of" in tokens[last + 2 : last + NOUN]


def told_then(tokens: list[str], first: int, last: int, sets: Words) -> bool:
    """ "less than the 3 pct estimated a month ago", "A month ago it was forecast": when something was told, which is no time of it."""
    telling = sets.then if sets.quarterly.isdisjoint(tokens) else either(sets.then, sets.then_told)
    if first <= 1:
        return not telling.isdisjoint(tokens[last + 1 : last + TOLD])
    return tokens[first - 1 - (tokens[first - 1] in sets.skip)] in telling


def _told_by(tokens: list[str], lead: int, sets: Words) -> bool:
    """ "the 2 pct rise estimated by the government last month": a time right behind who told."""
    at = next((i for i in range(lead, max(0, lead - TELLER), -1) if tokens[i] in sets.told_by_whom), 0)
    return at > 0 and tokens[at - 1] in either(sets.spoken, sets.foreseen)


def _born(tokens: list[str], lead: int, sets: Words) -> bool:
    """ "founded in Austin in 1978": whether the word stands a few tokens before, with no comma and no figure between."""
    before = tokens[max(0, lead - BORN) : lead]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in sets.born), None)
    return at is not None and all(token.isalpha() for token in before[at:])


def _part_of_aim(time: TimeExpression, tokens: list[str], sets: Words) -> bool:
    """Whether a figure is told as a part of what is aimed at for a year."""
    return tokens[max(0, time.first - 2) : time.first] == ["of", "the"] and not sets.aims.isdisjoint(tokens[time.last + 1 : time.last + 2])


def _of_extreme(time: TimeExpression, tokens: list[str], sets: Words) -> bool:
    """ "nearing its 2006 peak": the time of a high or low of which no figure tells right behind it."""
    at = time.last + 1
    while at < len(tokens) and tokens[at] in sets.extremes:
        at += 1
    return at > time.last + 1 and sets.told_by.isdisjoint(tokens[at : at + 1])


def _due(tokens: list[str], lead: int, sets: Words) -> bool:
    """Whether something falls due at a time whose preposition is at `lead`; "its close yesterday", "a 419p close" is no closing of a deal."""
    low = max(0, lead - 5)
    if sets.due.isdisjoint(tokens[low : lead + 1]):
        return False
    for i in range(low, lead + 1):
        if tokens[i] in sets.due:
            before = tokens[i - 1] if i else ""
            if tokens[i] not in sets.ends_of_trade or not (before in sets.skip or before in GENITIVE or before[:1].isdigit()):
                return True
    return False
