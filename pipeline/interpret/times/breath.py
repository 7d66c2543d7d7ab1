"""What stands between a figure and a time beside it: other figures said in the same breath, a break, another clause."""

from __future__ import annotations

from pipeline.interpret.clauses import dashed, verb
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import Words, words

ASIDE = 5
"""Tokens between a number that is no figure and its time ("from 8,000 tonnes in May")."""

OPENING = 4
"""The token up to which the preposition of a time stands that opens a sentence behind a place."""

FRONTED = 10
"""The same where the time ends what stands in front."""

SHARED = 6
"""Tokens between two values and the times that they share."""

EXPECTS = "expects"
"""The role of a verb of who foresees."""

APPOSED = 3
"""Tokens from a comma to the word that opens what is said of a noun behind it: ", a deal that"; of a noun and "and" between two values."""

OVER = 2
"""Tokens behind a step in which the word for what it is over stands: "5 pct more than"."""

JOINED = 5
"""Tokens between two figures of which the second is said in the same breath."""

PERFECT = 6
"""Tokens before a figure in which "has" says that it is one of what has come about by now."""


def sets_of(figure: Figure) -> Words:
    return words(figure.story.language)


def come_about(figure: Figure) -> bool:
    """Whether "has" or "have" stands before a figure: "the shares have fallen 30 pct"."""
    return not sets_of(figure).perfect.isdisjoint(figure.sentence.tokens[max(figure.clause[0], figure.first - PERFECT) : figure.first])


def broken(figure: Figure, until: int) -> bool:
    """Whether a comma or a dash stands between a figure and token `until`; a hyphen inside a word is none."""
    sentence, breaking = figure.sentence, sets_of(figure).breaking
    return any(
        sentence.tokens[i] in breaking and not (sentence.ends[i - 1] == sentence.starts[i] and sentence.ends[i] == sentence.starts[i + 1])
        for i in range(figure.behind, until)
    )


def without_brackets(tokens: list[str]) -> list[str]:
    """Tokens without what stands in brackets: the same amount in other moneys."""
    while "(" in tokens and ")" in tokens[tokens.index("(") :]:
        start = tokens.index("(")
        tokens = tokens[:start] + tokens[tokens.index(")", start) + 1 :]
    return tokens


SUBJECT = 3
"""Tokens of a subject behind the time that opens its clause."""


def new_clause(figure: Figure, moment: Moment) -> bool:
    """Whether "and" and a verb stand between a figure and a time behind it, or the verb stands right behind the time.

    "was 5 pct and output grew in May", "was 5 pct and that for May was 4 pct", "is 5 pct, and it wants to balance the budget by 1990",
    "owes it 5 million, and demanded in May".
    """
    tokens, joins, sets = figure.sentence.tokens, figure.words("clause_joins"), sets_of(figure)
    start = next((i for i in range(figure.behind, moment.first) if tokens[i] in joins), None)
    if start is None:
        return False
    if _opens(figure, moment, start + 1):
        return True
    if tokens[start + 1] in sets.subjects or (tokens[start - 1] == "," and tokens[start + 1] in sets.undertook):
        return True
    foreseen = any(start < c.first and c.last < moment.first and c.role == EXPECTS for c in figure.sentence.of("attribution"))
    if foreseen and marks.marked_so(figure, "released"):
        return True  # "rose to 4 pct and analysts expect that it fell in May"
    return any(start < c.first and (c.last < moment.first or c.first == moment.last + 1) for c in figure.sentence.of("finite"))


def _opens(figure: Figure, moment: Moment, at: int) -> bool:
    """ "is 5 pct and last May Ann Arden closed a mine": whether a time opens a clause that begins at a token, before its subject."""
    sets, sentence, following = sets_of(figure), figure.sentence, moment.last + 1
    if not sets.placed.issuperset(sentence.tokens[at : moment.first]) or following >= len(sentence.tokens):
        return False
    named = figure.story.text[sentence.starts[following]].isupper() and not any(c.first == following for c in sentence.of("place"))
    if named or sentence.tokens[following] in sets.subjects:
        return True
    return any(
        following < c.first <= following + SUBJECT and sentence.tokens[following : c.first].count(",") == 0 for c in sentence.of("finite")
    )


def of_another_verb(figure: Figure, moment: Moment) -> bool:
    """Whether a time behind a figure is that of a verb which tells of another: of "who" or ", which", or behind an apposition.

    "paid 2 million to a chief who left in May", "Arden, a 30 pct shareholder, decided in May".
    """
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    between = range(figure.behind, moment.first)
    if any(tokens[i] in sets.persons or (tokens[i] in sets.relative and tokens[i - 1] == ",") for i in between):
        return True
    if any(tokens[i] in sets.appositions and tokens[i - APPOSED] == "," and tokens[i - 2] in figure.words("describing") for i in between):
        return True  # "agreed to sell a 55 pct stake, a deal that should close in May"
    if any(tokens[i] in sets.appositions and tokens[i - 2] == "," and tokens[i - 1] in sets.pronouns for i in between):
        return True  # "may be 3 pct, something which only growth in the third quarter would bring"
    opens = figure.first - 1
    while opens > 0 and tokens[opens] in figure.words("before_figure"):
        opens -= 1
    apposed = tokens[opens] == "," and marks.dated_so(figure, "timeless")
    return apposed and any(tokens[i] == "," for i in between)


def goes_on(figure: Figure) -> bool:
    """Whether the clause of a figure has no subject of its own: "prices were steady in May but 2 pct up", "but rose 2 pct"."""
    opens = figure.clause[0]
    return opens == figure.first or any(c.first == opens and verb(c) for c in figure.sentence.clues)


def joined_until(figure: Figure, moments: list[Moment]) -> int:
    """The token up to which a time behind the figure is its own: the next figure that is not joined to it."""
    tokens, sets, until = figure.sentence.tokens, sets_of(figure), figure.last
    for first, last in figure.spans:
        if first <= figure.last:
            continue
        passed = next((m for m in moments if m.use == "base" and m.lead == until + 1 and m.last < first), None)
        if passed is not None:
            until = passed.last  # "rose 5 pct from May to 3 billion in June"
        between = tokens[until + 1 : first]
        if not sets.revised.isdisjoint(between) and (closes := _revised(tokens, between, last)):
            until = closes  # "a 5 mln deficit (revised from 3 mln) in May"
            continue
        if between[-1:] in (["("], [";"]) and len(between) == 1:
            until = last + (tokens[last + 1 : last + 2] == [")"])
            continue  # the same amount in another money
        while between and between[-1] in figure.words("before_figure"):
            between = between[:-1]
        if between[-1:] == ["and"] and 2 < len(between) <= JOINED and between[0] in sets.shared and "," not in between:
            if figure.frame.role not in BESIDE and not any(until < m.first < first for m in moments):
                until = last  # "5 million in loans and 3 million in grants this year"
                continue
        if (
            between[-1:] == ["and"]
            and len(between) <= APPOSED
            and any(m.time.kind == "quarters" and 0 < m.first - last <= SHARED for m in moments)
        ):
            until = last  # "2 pct and 3 pct, respectively, in the first and second quarters"
            continue
        together = between[-1:] == ["of"] and len(between) <= JOINED and (between[:1] == ["and"] or not sets.earned_on.isdisjoint(between))
        if not together:
            if not between or between[-1] not in sets.joined or len(between) > JOINED or any(until < m.first < first for m in moments):
                return first
            if between[-1] in sets.reaching and len(between) > 1 and between[-2] not in (",", ")"):
                return first
        until = last
    return len(tokens)


def _revised(tokens: list[str], between: list[str], last: int) -> int | None:
    """Where the bracket closes that opens `between` two figures and ends behind the second, at token `last`."""
    if "(" not in between or ")" in between or any(t[0].isdigit() for t in between):
        return None
    return next((i for i in range(last + 1, len(tokens)) if tokens[i] == ")"), None)


def of_a_number(moment: Moment, figure: Figure, since: int) -> bool:
    """Whether a time is that of a number which is no figure ("to 9,000 tonnes from 8,000 in May, and …")."""
    tokens, alone, inside = figure.sentence.tokens, figure.words("compares_alone") | sets_of(figure).base, False
    for i in range(since, moment.lead):
        inside = tokens[i] == "(" or (inside and tokens[i] != ")")
        compares = tokens[i] in alone or (i > 0 and tokens[i] == "with" and tokens[i - 1] in figure.words("compares_with"))
        if not inside and compares and any(t[:1].isdigit() for t in tokens[i + 1 : min(i + ASIDE, moment.first)]):
            return True
    return over_a_number(moment, figure)


def over_a_number(moment: Moment, figure: Figure) -> bool:
    """ "12 pct above the 2.3 mln tonnes shipped in 1985": a time behind the number, which is no figure, that a step is over."""
    tokens, bases, hedges = figure.sentence.tokens, figure.words("step_bases"), figure.words("before_figure")
    if figure.fact.statistic not in STEPS or moment.first <= figure.last:
        return False
    behind = range(figure.behind, min(figure.behind + OVER, moment.lead))
    at = next((i + 1 for i in behind if tokens[i] in bases), moment.lead)
    while at < moment.lead and tokens[at] in hedges:
        at += 1
    held = any(first <= at <= last for first, last in figure.spans)
    return at < moment.lead and tokens[at][0].isdigit() and not held and "," not in tokens[at : moment.lead]


def stepped_from(moment: Moment, figure: Figure) -> bool:
    """ "after its first-quarter profit fell 5 pct from a year earlier": what a step is from is not its time."""
    return figure.fact.statistic in STEPS and moment.lead == figure.behind and figure.sentence.tokens[moment.lead] in sets_of(figure).base


def a_rise_from(moment: Moment, figure: Figure) -> bool:
    """ "the rise from a year ago of 3 pct": whether a time is the base of a noun of movement whose step the figure is."""
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    if tokens[moment.last + 1] not in sets.amounting:
        return False
    return any(c.last == moment.lead - 1 and c.role != "verbs" for c in figure.sentence.of("direction"))


def of_a_bracket(moment: Moment, figure: Figure) -> bool:
    """ "3.4 billion (2004: 2.9 billion)": a time that heads what stands in brackets is of nothing outside them."""
    tokens = figure.sentence.tokens
    if tokens[moment.last + 1 : moment.last + 2] != [":"] or not moment.first or tokens[moment.first - 1] != "(":
        return False
    closes = next((i for i in range(moment.last, len(tokens)) if tokens[i] == ")"), len(tokens))
    return not moment.first < figure.first < closes


def passed_over(moment: Moment, figure: Figure) -> bool:
    """ "rose 5 pct in June, after falling 2 pct in May, to 3 billion": a time of what was looked back to between commas, before what was reached."""
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    closes = next((i for i in range(moment.last + 1, figure.first) if tokens[i] == ","), None)
    if closes is None or tokens[closes + 1] not in sets.reaching:
        return False
    opens = next((i for i in range(moment.lead, -1, -1) if tokens[i] == ","), None)
    looks_back = sets.following | sets.base | figure.words("compares_with") | figure.words("compares_alone")
    return opens is not None and tokens[opens + 1] in looks_back


def aside(figure: Figure, at: int) -> bool:
    """Whether token `at` stands in a clause put between commas before a figure: "funds, which averaged 6 pct on Friday, opened at"."""
    return in_aside(figure.sentence.tokens, at, figure.first, figure.story.language)


def in_aside(tokens: list[str], at: int, until: int, language: str) -> bool:
    """Whether token `at` stands in a clause that a comma before token `until` ends, or between dashes ("its shares -- which hit a high -- fell")."""
    sets = words(language)
    if any(a < at < b for a, b in dashed(tokens, until)):
        return True
    opens = next((i for i in range(at, 0, -1) if tokens[i] == "," or tokens[i] in sets.relative), 0)
    if tokens[opens] not in sets.relative or tokens[opens - 1] != ",":
        return False
    closes = next((i for i in range(at + 1, until) if tokens[i] == ","), 0)
    return bool(closes) and tokens[closes + 1] not in sets.onward


def ends(tokens: list[str], moment: Moment, sets: Words) -> bool:
    """ "$3 million, or 20 cents a share, in the first quarter, compared with": whether what goes on behind a time closes what it is of."""
    behind = moment.last + 1 + (tokens[moment.last + 1 : moment.last + 2] == [","])
    return behind < len(tokens) and tokens[behind] in sets.closed_by


def brought(figure: Figure, until: int) -> bool:
    """Whether a comma or "and", and a word that leads to another figure, stand between a figure and token `until`."""
    return bool(brought_at(figure, until))


def brought_at(figure: Figure, until: int) -> int:
    """Where a comma or "and" stands with a word behind that leads to another figure, before token `until`; 0 where none does."""
    tokens, bringing = figure.sentence.tokens, sets_of(figure).bringing
    opens = figure.words("clause_joins") | {","}
    return next((i for i in range(figure.behind, until - 1) if tokens[i] in opens and tokens[i + 1] in bringing), 0)


def undone(figure: Figure, until: int) -> bool:
    """Whether a comma stands between a figure and token `until`, with what the step made of another behind it."""
    tokens, undoing = figure.sentence.tokens, sets_of(figure).undoing
    return any(tokens[i] == "," and tokens[i + 1] in undoing for i in range(figure.behind, until - 1))


def placed_at_head(moment: Moment, figure: Figure) -> bool:
    """ "In Asia on Tuesday, the index fell", "During the selling of yen in 1998, it rose": a time that opens the sentence behind a place.

    Where it ends what stands in front, more may stand before it, but no verb.
    """
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    long = tokens[moment.last + 1] == "," and not any(verb(c) for c in figure.sentence.clues if c.last < moment.first)
    return (
        moment.lead <= (FRONTED if long else OPENING)
        and tokens[0] in sets.placed
        and tokens[moment.lead] in sets.placed
        and "," not in tokens[: moment.lead]
    )
