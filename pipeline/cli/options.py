"""Options that several commands share, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.fetch.config import FILE, RAW

WAREHOUSE = "data/warehouse/statwire.duckdb"

DAY = click.DateTime(["%Y-%m-%d"])

warehouse_option = click.option(
    "--warehouse", type=click.Path(path_type=Path), default=WAREHOUSE, show_default=True, help="The published warehouse."
)
raw_option = click.option(
    "--raw",
    multiple=True,
    type=click.Path(path_type=Path),
    help=f"File or folder of stories; may be given again (default: `raw` of {FILE}, where that says one, else {RAW}).",
)
reports_option = click.option(
    "--reports", type=click.Path(path_type=Path), default="reports", show_default=True, help="Folder for charts and PDF."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=None,
    help="Processes that extract (default: the processors there are, one for a small input).",
)
corrections_option = click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    default=None,
    help="The file of corrections (default: corrections.toml beside the warehouse).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def must_exist(raw: tuple[Path, ...], corrections: Path | None) -> None:
    for place in raw:
        if not place.exists():
            raise click.UsageError(f"{place} does not exist: give a file or folder with --raw")
    if corrections and not corrections.exists():
        raise click.UsageError(f"{corrections} does not exist: give the file of corrections with --corrections")
