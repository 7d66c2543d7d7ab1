"""Which balance a bare "deficit" or "surplus" is: "a deficit of $5 million in the capital account", "trade with Peru showed a surplus of"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries

ACCOUNT = 7
"""Tokens behind a figure in which the account is named."""

TRADED = "trade_turnover"
"""What shows a balance of trade."""


def of(clue: Clue, figure: Figure) -> str | None:
    """The balance that the account behind the figure, or the trade that is the subject, makes of a bare word for one."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if clue.key not in closed("bare_balances", language) or not figure.money:
        return None
    if tokens[figure.behind : figure.behind + 1] and tokens[figure.behind] in closed("account_links", language):
        behind = tokens[figure.behind + 1 : figure.behind + 1 + ACCOUNT]
        at = next((i for i, token in enumerate(behind) if token in closed("accounts", language)), None)
        accounts: dict[str, str] = entries(language)["loose"]["of_accounts"]
        if at is not None and closed("account_stops", language).isdisjoint(behind[:at]):
            return next((accounts[token] for token in behind[:at] if token in accounts), None)
    shown = closed("shows_balance", language)
    traded = (c for c in figure.sentence.of("indicator") if c.key == TRADED and figure.clause[0] <= c.first and c.last < clue.first)
    subject = next(traded, None)
    if subject is None or any(subject.last < first < min(clue.first, figure.first) for first, _ in figure.spans):
        return None
    return None if shown.isdisjoint(tokens[subject.last + 1 : clue.first]) else "trade_balance"
