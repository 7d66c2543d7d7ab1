"""What a source is: who says, reports or expects something in a sentence."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """One source; `name` is None where only a pronoun or a noun like "the company" refers to one named before.

    `kind`: `organisation`, `person`, `group` (analysts), `refers` (it, the company), `speaker` (he, she),
    `many` (they), `unnamed` (a report), `official` (government figures),
    `doubtful` (one word that opens a sentence).  `role` is that of its verb: `says`, `reports`, `expects`, `according`, `near`
    ("a rise forecast by": of the figure before it and no other); `at` the
    token of the verb; `behind` whether the source follows its verb or closes what it says; `outside` whether it only comments on
    the news; `short` a short form given with it; `paper` the measure that a report is about.
    """

    name: str | None
    kind: str
    role: str
    at: int
    behind: bool = False
    outside: bool = False
    short: str = ""
    paper: str = ""
