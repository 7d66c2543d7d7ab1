"""Tables of any rows: for people, as CSV, as JSON."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    import pandas as pd


PIPE = 160
"""Characters of a line where no terminal says how wide it is."""

GAP = 2
"""Spaces between two columns."""


def table(found: pd.DataFrame, form: str) -> str:
    """A frame as text: a table for people, a line a column where their names alone are wider than the terminal; CSV or JSON for machines."""
    if form == "csv":
        return str(found.to_csv(index=False)).rstrip("\n")
    if form == "json":
        return str(found.to_json(orient="records", date_format="iso", force_ascii=False, double_precision=15))
    width = Console().width if sys.stdout.isatty() else PIPE
    if sum(len(str(column)) + GAP for column in found.columns) > width:
        return _upright(found)
    made = Table(box=None, header_style="bold", pad_edge=False)
    for column in found.columns:
        number = found[column].dtype.kind in "iuf"
        made.add_column(Text(str(column)), justify="right" if number else "left", overflow="fold", no_wrap=number)
    for row in found.itertuples(index=False):
        made.add_row(*(Text(cell(value)) for value in row))
    out = StringIO()
    Console(file=out, width=width, color_system=None, emoji=False).print(made)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def _upright(found: pd.DataFrame) -> str:
    """Each row as a paragraph, a column a line."""
    names = [str(column) for column in found.columns]
    wide = max(map(len, names))
    rows = (
        [f"{name:<{wide}}  {cell(value)}".rstrip() for name, value in zip(names, row, strict=True)] for row in found.itertuples(index=False)
    )
    return "\n\n".join("\n".join(lines) for lines in rows) or "  ".join(names)


def cell(value: Any) -> str:
    """A value as people read it: no number rounded, no control character of a story's let through to the terminal."""
    shape = getattr(value, "shape", None)
    if isinstance(value, list | tuple | dict) or shape:
        return ", ".join(map(cell, value))
    if value is None or value is pd_missing() or value != value:
        return ""
    if isinstance(value, float):
        return f"{Decimal(repr(float(value))):,f}".removesuffix(".0")
    text = str(value).removesuffix(" 00:00:00").removesuffix("+00:00")
    return "".join(c if c.isprintable() else " " for c in text)


def pd_missing() -> Any:
    """pandas' own mark of a missing value, which answers no question with yes or no."""
    import pandas as pd

    return pd.NA
