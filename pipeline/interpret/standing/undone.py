"""What is told as a fact though it is still to be done: a deal in doubt, jobs that are to go, money of a budget, tariffs announced."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing import reserved
from pipeline.interpret.standing.budgeted import Budgets
from pipeline.interpret.standing.levies import Levies
from pipeline.interpret.standing.pending import Pending, to_go
from pipeline.interpret.story import Story


class Undone:
    """Knows what a story has told of plans so far."""

    def __init__(self, story: Story, pending: Pending) -> None:
        self.pending, self.budgets, self.levies = pending, Budgets(story), Levies()

    def planned(self, figure: Figure) -> str | None:
        """Why a figure is a plan that no word of its sentence calls one."""
        if self.pending.in_doubt(figure):
            return "a deal that may not be done"
        if to_go(figure):
            return "jobs that are to go"
        if self.budgets.planned(figure) or self.budgets.size(figure):
            return "of a budget in the making"
        if self.budgets.part(figure):
            return "a part of a plan"
        if reserved.put_by(figure) or reserved.set_at(figure):
            return "what is put by for it"
        return "one of the tariffs announced" if self.levies.goes_on(figure) else None

    def after(self, figure: Figure) -> None:
        """Remember what is planned."""
        self.budgets.after(figure)
        self.levies.after(figure)
