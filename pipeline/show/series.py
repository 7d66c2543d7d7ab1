"""Series for people and as JSON: the list of those found, and the history of one."""

from __future__ import annotations

import shlex
from typing import Any

from pipeline.find import UNDATED
from pipeline.show.lines import printable, table, width, wrapped
from pipeline.show.values import places, plural, span, value, voices

MOST = 40
"""Series listed at once; more are counted."""

Row = dict[str, Any]


def listing(found: list[Row], search: str) -> list[str]:
    """The series found, each with its span, points, texts and publishers; how many more there are.

    The id stands last, so that it is never broken; where a terminal is too narrow it has a line of its own.
    """
    rows = [
        (
            str(row["points"]),
            span(row["first_period"], row["last_period"]),
            str(row["documents"]),
            str(row["publishers"] or "–"),
            row["series_id"],
        )
        for row in found[:MOST]
    ]
    lines = table(("points", "span", "texts", "publishers", "series"), rows, {"points", "texts", "publishers"}, set())
    if max(map(len, lines)) > width():
        lines = []
        for row, shown in zip(found, rows, strict=False):
            lines.append(row["series_id"])
            lines += wrapped(f"{plural(row['points'], 'point')}, {shown[1]}; {told(row)}", 4)
    if len(found) > MOST:
        more = "more words find fewer" if search else "`statwire series WORD …` finds those whose id holds the words"
        lines += ["", *wrapped(f"and {len(found) - MOST:,} more series: {more}; --json lists all")]
    return lines


def told(row: Row) -> str:
    """How many texts of how many publishers tell it."""
    return plural(row["documents"], "text") + (f", {plural(row['publishers'], 'publisher')}" if row["publishers"] else "")


def nothing(words: list[str], hits: dict[str, int], near: list[str]) -> str:
    """What to do where no series was found; `near` are ids, or words of ids, spelled like what was looked for."""
    if not words:
        return "the warehouse holds no series yet: put stories under data/raw and `statwire run`"
    alone = f" ({', '.join(f'{word} alone: {n:,}' for word, n in hits.items())})" if len(words) > 1 else ""
    perhaps = f"; perhaps {', '.join(near)}" if near else ""
    return printable(
        f"no series has {' and '.join(words)} in its id{alone}{perhaps}: fewer words find more, and the start of a word is enough"
    )


def history(series_id: str, found: list[Row], summary: Row) -> list[str]:
    """The points of a series: each vintage with its value, the day it was first said, by whom, and how that sentence prints it."""
    lines = [
        *wrapped(series_id),
        *wrapped(f"{plural(summary['points'], 'point')}, {span(summary['first_period'], summary['last_period'])}; {told(summary)}"),
        "",
    ]
    rows, before, rates = [], None, places(found)
    disputed = [row for row in found if row["others"]]
    for row in found:
        cells = [
            "" if row["period"] == before else row["period"],
            str(row["vintage"]),
            value(row, rates),
            row["published"] or "undated",
            printable(voices(row)),
            printable(row["value_text"]),
        ]
        rows.append([*cells, str(len(row["others"]) or "")] if disputed else cells)
        before = row["period"]
    head = ("period", "v", "value", "first said", "by", "printed as", "≠")
    if rows:
        lines += [*table(head if disputed else head[:-1], rows, {"v", "value", "≠"}, {"by", "printed as", "value"}), ""]
    hints = []
    if any(row["vintage"] > 1 for row in found):
        hints.append("v: vintage, 1 for the first release, 2 for its first revision")
    if disputed:
        hints.append("≠: values that compete with the one shown, further off than rounding")
    example = found[-1]["period"] if found else UNDATED
    hints.append(f"each sentence, and why this value is shown: statwire why {shlex.quote(series_id)} {example}")
    return lines + [line for hint in hints for line in wrapped(hint)]
