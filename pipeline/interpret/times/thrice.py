"""Three values told for three times, and others behind them for the same: "2.8 billion in May against 2.7 billion in April and 2.2 billion
a year ago; imports were 2.6 billion against 2.5 billion and 2.3 billion"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import BESIDE, Figure


class Thrice:
    """Remembers the times for which a value and the two it is set beside were told last."""

    def __init__(self) -> None:
        self.times: tuple[str | None, str | None, str | None] | None = None

    def note(self, figures: list[Figure]) -> None:
        """Remember the times of a sentence whose figures tell three of one measure."""
        for (first, second), (_, third) in zip(pairwise(figures), pairwise(figures[1:]), strict=False):
            if not (second.frame.role in BESIDE and second.frame.anchor is first and _behind(third, second)):
                continue
            times = first.fact.period, second.fact.period, third.fact.period
            if all(times) and len(set(times)) == len(times):
                self.times = times

    def third(self, figure: Figure) -> str | None:
        """The third time, where the two values before a figure are of the first and the second."""
        second = figure.frame.anchor if figure.frame.role == "paired" else figure.previous
        if second is None or second.frame.role not in BESIDE or not _behind(figure, second):
            return None
        self.note(figure.earlier)
        first = second.frame.anchor
        if self.times is None or first is None:
            return None
        return self.times[2] if (first.fact.period, second.fact.period) == self.times[:2] else None


def _behind(third: Figure, second: Figure) -> bool:
    """ "against 2.5 billion and 2.3 billion": whether a value stands beside the one another is set beside, of the same measure."""
    alike = third.fact.indicator == second.fact.indicator and third.previous is second
    return alike and third.frame.role in ("paired", *BESIDE) and "and" in third.bare_lead()[-2:]
