"""Write docs/warehouse.md from the comments in the warehouse of the shipped stories, and the answers to docs/queries there.

    make docs

What a row of a view is comes from the first lines of its file in pipeline/sql/views; all else from COMMENT ON.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import store
from pipeline.run import run
from pipeline.store import SQL, Connection

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/warehouse.md"
QUERIES = ROOT / "docs/queries"

GROUPS = {
    "Start here": ("One row a value: what most questions need.", ("latest", "observations", "first_release", "series", "as_of", "money")),
    "Compare": (
        "Values beside each other: over time, among publishers, with what was expected or aimed at.",
        ("revisions", "disagreements", "surprises", "targets", "growth", "rebase", "usd", "conversions"),
    ),
    "Events and gaps": ("What is listed and never averaged, and what is not there.", ("events", "coverage")),
    "Evidence": ("Who said it, in which words.", ("facts", "claims")),
}
"""Names that are not here yet, or no more, are passed over; what is in no group is listed behind them by its kind."""
REST = {
    "view": ("Views beneath", "What the views above are made from."),
    "macro": ("Macros beneath", "What views and macros are made with."),
    "derived": ("Tables worked out", "Brought up to date with the facts at the end of each run."),
    "table": ("Tables", "What was read, in rows that are only ever added."),
}
HEAD = """# The warehouse

<!-- Made by tools/warehouse_doc.py from the comments in the warehouse. Do not edit: change the comment, then `make docs`. -->

One DuckDB file, `data/warehouse/statwire.duckdb`. Ask it with `statwire sql "SELECT …"`, or open it read-only in DuckDB.
Values in views are signed: a fall is negative, a deficit and a loss are negative levels. Amounts are in units of their currency,
percentages are numbers like 4.5. Times are UTC. Nothing is averaged and nothing is filled: a missing value is null.
"""


class Thing(NamedTuple):
    """A table, view or macro: its kind, what one row is, what its comment says, and (name, type, meaning) of its columns."""

    name: str
    kind: str
    call: str
    grain: str
    comment: str
    columns: list[tuple[str, str, str]]


def document(con: Connection) -> str:
    """The whole document for a warehouse of the shipped stories."""
    things = {thing.name: thing for thing in _things(con)}
    parts = [HEAD, "## Ten questions\n"]
    parts += [question(con, file) for file in sorted(QUERIES.glob("*.sql"))]
    grouped = {name for _, names in GROUPS.values() for name in names}
    sections = [(title, said, [things[name] for name in names if name in things]) for title, (said, names) in GROUPS.items()]
    for kind, (title, said) in REST.items():
        sections.append((title, said, [thing for name, thing in things.items() if thing.kind == kind and name not in grouped]))
    for title, said, members in sections:
        if members:
            parts.append(f"## {title}\n\n{said}\n")
            parts += [_described(thing) for thing in members]
    return "\n".join(parts)


def question(con: Connection, file: Path) -> str:
    """A worked query: the question in words, what to know, the query, and its answer."""
    lines = file.read_text("utf-8").rstrip().split("\n")
    asked, known = (line.removeprefix("-- ") for line in lines[:2])
    query = "\n".join(lines[2:])
    result = con.execute(query)
    names = [column[0] for column in result.description]
    rows = [[_cell(value) for value in row] for row in result.fetchall()]
    number = int(file.name.partition("_")[0])
    return f"### {number}. {asked}\n\n{known}\n\n```sql\n{query}\n```\n\n{_table(names, rows)}\n"


def _things(con: Connection) -> list[Thing]:
    grains = _grains()
    columns: dict[str, list[tuple[str, str, str]]] = {}
    for owner, *column in con.execute(
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
    ).fetchall():
        columns.setdefault(owner, []).append(tuple(column))
    found = []
    for name, comment in con.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL").fetchall():
        found.append(Thing(name, "view", name, grains.get(name, ""), comment, columns[name]))
    for name, comment in con.execute("SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY ALL").fetchall():
        kind = "derived" if "Derived from" in comment else "table"
        found.append(Thing(name, kind, name, "", comment, columns[name]))
    macros = con.execute(
        """SELECT function_name, list(array_to_string(parameters, ', ') ORDER BY len(parameters)), any_value(comment)
           FROM duckdb_functions() WHERE NOT internal AND function_type IN ('macro', 'table_macro') GROUP BY ALL ORDER BY ALL"""
    ).fetchall()
    for name, calls, comment in macros:
        call = " or ".join(f"{name}({parameters})" for parameters in calls)
        found.append(Thing(name, "macro", call, grains.get(name, ""), comment or "", []))
    return sorted(found, key=lambda thing: thing.name)


def _grains() -> dict[str, str]:
    """What one row is, by the name of a view or table macro: the comment lines that open its file."""
    found: dict[str, str] = {}
    for file in sorted((SQL / "views").glob("*.sql")):
        for line in file.read_text("utf-8").split("\n"):
            said = re.fullmatch(r"-- (\w+)(?:\(.*?\))?: (one row.*)", line)
            if said:
                found.setdefault(said[1], said[2])
            elif not line.startswith("--"):
                break
    return found


def _described(thing: Thing) -> str:
    title = f"### {thing.name}\n" if thing.call == thing.name else f"### {thing.name}\n\n`{thing.call}`\n"
    grain, said = thing.grain.rstrip("."), thing.comment
    if said.startswith("One row"):  # the comment tells it already
        grain, _, said = said.partition(". ")
    grain = f"**{_plain(grain[:1].upper() + grain[1:].rstrip('.'))}.** " if grain else ""
    text = f"{title}\n{f'{grain}{_plain(said)}'.rstrip()}\n"
    return f"{text}\n{_table(['column', 'type', 'meaning'], [list(column) for column in thing.columns])}\n" if thing.columns else text


def _table(names: list[str], rows: list[list[str]]) -> str:
    lines = [names, ["---"] * len(names), *([_plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    """Text as text: no markup begins in it, and it ends no cell."""
    return re.sub(r"([|<*\\]|\](?=[(\[]))", r"\\\1", " ".join(text.split()))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "statwire.duckdb"
        run([ROOT / "data/raw"], warehouse, 1, lambda *_: None)
        text = document(store.read_only(warehouse))
    TARGET.write_text(text, "utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
