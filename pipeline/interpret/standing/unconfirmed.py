"""What is only reported, and whoever it is of will not confirm: "declined to comment on press reports that it lost $2 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.reach import among

FAR = 32
"""Tokens between the reports and the figure."""

REFUSED = 6
"""Tokens before the reports in which somebody refuses: "would not comment on a newspaper report"."""

DENIED = 2
"""Tokens behind a denial in which what is denied begins."""


def only_reported(figure: Figure) -> bool:
    """Whether a figure stands in what somebody denies, or does not confirm."""
    tokens, low = figure.sentence.tokens, max(0, figure.first - FAR)
    if figure.frame.role == "base" or among(figure, "unconfirmed.own", figure.lead[-1:]):
        return False  # "denied it would sell its 5 percent stake", "that it raised its bid from $4 billion": what is there is not denied
    for at in range(figure.first - 1, low - 1, -1):
        if among(figure, "unconfirmed.breaks", tokens[at : at + 1]):
            return False
        before = tokens[max(0, at - REFUSED) : at]
        if among(figure, "unconfirmed.reports", tokens[at : at + 1]) and among(figure, "unconfirmed", before):
            return tokens[at + 1] != ","  # "which declined to comment on the reports, has debts of $9 billion"
        if among(figure, "unconfirmed.denials", tokens[at : at + 1]) and among(figure, "unconfirmed.denied", tokens[at + 1 : at + DENIED]):
            return True
    return False
