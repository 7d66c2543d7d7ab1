"""The month or the quarter of a report is that of what it shows: "the December jobs report showing unemployment at 10 pct", "fourth-quarter
GDP is due on Friday and should show growth of"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.moment import Moment

NOUN = 5
"""Tokens from a month to the noun of its report: "December's surprisingly weak non-farm jobs report"."""

KINDS = frozenset({"month", "quarter"})
"""What offices report for."""

USES = frozenset({"own", "none"})
"""Uses of such a time: it is no point to look back to."""

OF = frozenset({"of", "for", "on"})
"""Between a report and what it tells: "the report on third-quarter growth"."""

PASSING = frozenset({"weekday", "day"})
"""Kinds of times at which a report comes out."""


def find(figure: Figure, moments: list[Moment], release: str | None) -> Moment | None:
    """The time of the report named last before a figure, of what offices tell; None where another time stands nearer.

    Of a firm that reports it is that of its `release`, which knows when its year begins.
    """
    if release and marks.dated_so(figure, "results"):
        return None
    if figure.frame.role in BESIDE or not marks.marked_so(figure, "released"):
        return None
    before = [m for m in moments if figure.lead_first <= m.first and m.last < figure.first and m.time.kind not in PASSING]
    if not before or before[-1].time.kind not in KINDS or before[-1].use not in USES:
        return None
    return before[-1] if _of_a_report(figure, before[-1]) else None


def _of_a_report(figure: Figure, moment: Moment) -> bool:
    """Whether a time is an attribute of a report, or of what it tells, and a verb stands between that and the figure."""
    sentence, told = figure.sentence, lexicon.sets("periods", figure.story.language)["of_a_report.forms"]
    if moment.lead >= 0 and sentence.tokens[moment.lead] in sets_of(figure).placed - OF:
        return False  # "in December the report showed"
    if not figure.words("indefinite").isdisjoint(sentence.tokens[max(0, moment.first - 1) : moment.first]):
        return False  # "an April report by the bank" came out in April
    verbs = {c.first for c in sentence.clues if c.kind == "finite" or c.role in ("verb", "verbs")}
    noun = []
    for i in range(moment.last + 1, min(moment.last + 1 + NOUN, figure.first)):
        token = sentence.tokens[i]
        if i in verbs or not (token.isalpha() or token in GENITIVE | {"-"}):
            break
        noun.append(i)
    measured = any(c.key == figure.fact.indicator and c.first in noun for c in sentence.of("indicator"))
    return measured or any(sentence.tokens[i] in told for i in noun)
