"""Lines of text as wide as the reader's terminal; where the output goes into a pipe or a file nothing is broken, so that a row stays a line."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence

UNBOUNDED = 1_000_000
"""Columns of a pipe."""


def width() -> int:
    """The columns there are: of the terminal, or as COLUMNS says."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() or os.environ.get("COLUMNS") else UNBOUNDED


def printable(text: str) -> str:
    """A story's text on one line, without characters that a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def wrapped(text: str, indent: int = 0) -> list[str]:
    """`text` broken at spaces to the width there is, each line indented; a long id is left whole."""
    pad = " " * indent
    return textwrap.wrap(text, width(), initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: set[str], flexible: set[str]) -> list[str]:
    """Rows under a head, columns two spaces apart; where they do not fit, the cells of `flexible` columns are broken into lines.

    Columns named in `right` are set flush right.
    """
    sizes = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    over = sum(sizes) + 2 * (len(sizes) - 1) - width()
    while over > 0:  # the widest gives first
        at = max((n for n, name in enumerate(head) if name in flexible and sizes[n] > NARROWEST), key=lambda n: sizes[n], default=None)
        if at is None:
            break
        sizes[at] -= 1
        over -= 1
    lines = []
    for row in (head, *rows):
        cells = [textwrap.wrap(cell, size, break_on_hyphens=False) or [""] for cell, size in zip(row, sizes, strict=True)]
        for n in range(max(map(len, cells))):
            parts = [cell[n] if n < len(cell) else "" for cell in cells]
            set_out = [part.rjust(size) if name in right else part.ljust(size) for part, size, name in zip(parts, sizes, head, strict=True)]
            lines.append("  ".join(set_out).rstrip())
    return lines


NARROWEST = 7
"""Columns below which a cell of text is not squeezed."""
