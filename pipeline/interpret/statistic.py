"""Whether a figure is a level, a growth, a change or a share, and which way it went."""

from __future__ import annotations

from pipeline.interpret import indicator
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story


class Statistic:
    """Settles `statistic` and `direction` from the figure's frame."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def settle(self, figure: Figure) -> None:
        fact, frame = figure.fact, figure.frame
        anchor = frame.anchor.fact if frame.anchor else None
        if frame.role == "converted" and anchor is not None:
            fact.statistic, fact.direction = anchor.statistic, anchor.direction
            figure.because("statistic: the same fact in another money")
            return
        if frame.role == "restated" and anchor is not None and anchor.statistic == "growth" and figure.money and fact.quantity.per is None:
            fact.statistic, fact.direction = "change", anchor.direction
            fact.alternatives.append({"statistic": "level", "direction": None})
            figure.because("statistic: an amount that restates a growth is its change, or the level reached")
            return
        fact.statistic, fact.direction, rule = self._told(figure)
        figure.because(f"statistic: {rule}")

    def after_measure(self, figure: Figure) -> None:
        """What is a part of a whole is a share whatever the words around it."""
        fact = figure.fact
        if fact.quantity.unit == "percent" and fact.statistic == "level" and indicator.marked(fact.indicator, "part", self.story.language):
            fact.statistic = "share"
            figure.because("statistic: a part of a whole")

    def _told(self, figure: Figure) -> tuple[str, str | None, str]:
        frame = figure.frame
        percent = figure.mention.quantity.unit == "percent"
        relative = "growth" if percent else "change"
        tokens, last = figure.sentence.tokens, figure.last
        if frame.role == "moved" and frame.move is not None:
            return relative, _direction(frame.move), "word of movement after"
        if frame.role == "compared" and frame.move is not None:
            return relative, _direction(frame.move), "word of movement after"
        after = tokens[last + 1] if last + 1 < len(tokens) else ""
        if percent and (after in figure.words("whole_after") or (after == "-" and tokens[last + 2 : last + 3] == ["owned"])):
            if frame.role != "step":
                return "share", None, "percentage of a whole"
        if percent and any(c.kind == "share" and c.last < figure.first and figure.first - c.last <= 3 for c in figure.sentence.clues):
            return "share", None, "part of a whole"
        if frame.role == "step" and frame.move is not None:
            return relative, _direction(frame.move), "word of movement before"
        if frame.role == "reached":
            return "level", None, "value reached"
        return "level", None, "value stated"


def _direction(clue: Clue) -> str:
    return clue.kind.partition(".")[2]
