"""What a result is told after: "Net is after tax 7.0 mln vs 3.8 mln, depreciation 2.4 mln vs 1.2 mln and minorities 0.4 mln vs 0.3 mln"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.notes import Notes, charged
from pipeline.interpret.story import Story

RULE = "indicator: a charge that a result is told after"
"""It is of the time of the result."""


class Charged:
    """Remembers the charge named last: what is set beside a charge is one of the same."""

    def __init__(self, story: Story) -> None:
        self.notes, self.charges = Notes(story), charged(story.language)
        self.last: tuple[int, str] = -1, ""

    def settle(self, figure: Figure) -> bool:
        """Make a sum in the row of charges of a table's note that of the charge before it; False where it is in none."""
        if not self.notes.table or not figure.money:
            return False
        tokens, words = figure.sentence.tokens, self.notes.words
        row = range(max(figure.start, 1), figure.first)
        opens = any(
            tokens[i] in words["taken_off"]
            and tokens[i + 1] in self.charges
            and (tokens[i - 1] in words["is_after"] or tokens[i - 1][0].isdigit())
            for i in row
        )
        number, name = self.last
        if not opens and number != figure.number:
            return False
        named = next((tokens[i] for i in reversed(row) if tokens[i] in self.charges), "")
        if not named and figure.frame.anchor is None:
            self.last = -1, ""  # "but before net extraordinary loss 8.2 mln": the row has ended
            return False
        self.last = figure.number, name = figure.number, named or name
        fact = figure.fact
        fact.indicator, fact.measure, fact.variant = self.charges[name], name, name if self.charges[name] != "other" else ""
        figure.because(RULE, 0.85)
        return True
