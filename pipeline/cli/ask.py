"""Commands that ask the published warehouse: `sql`, `series`, `why`, `export`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pipeline.cli.options import DAY, json_option, warehouse_option


@click.command()
@click.argument("query")
@warehouse_option
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="Output format.")
def sql(query: str, warehouse: Path, form: str) -> None:
    """Run one SQL QUERY on the published warehouse, read-only."""
    from pipeline import store
    from pipeline.show.tables import table
    from pipeline.store.query import frame

    con = store.read_only(warehouse)
    click.echo(table(frame(con, query), form))


@click.command()
@click.argument("search", nargs=-1)
@warehouse_option
@json_option
def series(search: tuple[str, ...], warehouse: Path, as_json: bool) -> None:
    """List the series whose id holds the words of SEARCH; for an id, its points, vintages and evidence."""
    from pipeline import find, store
    from pipeline.record import to_json
    from pipeline.show import series as show
    from pipeline.show.values import numbers
    from pipeline.store.query import records

    con = store.read_only(warehouse)
    words = " ".join(search).split()
    ids = find.named(con, " ".join(words))
    if len(ids) == 1:
        found = records(con, "series_history", ids)
        lines = show.history(ids[0], found, records(con, "series_found", [ids])[0])
    else:
        found = find.series(con, words)
        lines = show.listing(found, " ".join(words)) if found else []
    if not found and not lines:
        click.echo(show.nothing(words, find.hits(con, words), find.alike(con, words)), err=True)
    click.echo(to_json(numbers(found)) if as_json else "\n".join(lines))


@click.command()
@click.argument("series_id")
@click.argument("period")
@warehouse_option
@json_option
def why(series_id: str, period: str, warehouse: Path, as_json: bool) -> None:
    """Show each sentence that speaks for a point, agreeing or not: SERIES_ID at PERIOD ("undated" for those that tell none)."""
    from pipeline import find, store
    from pipeline.record import to_json
    from pipeline.show.evidence import evidence, with_rule
    from pipeline.show.values import numbers
    from pipeline.store.query import records

    con = store.read_only(warehouse)
    known, told = find.point(con, series_id, period)
    found = records(con, "why", [known, told])
    click.echo(to_json(numbers(with_rule(found))) if as_json else "\n".join(evidence(known, told or find.UNDATED, found)))


@click.command()
@click.argument("place", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["parquet", "csv", "sdmx-csv"]), required=True, help="Parquet makes a folder, the others a file."
)
@click.option("--search", default="", help="Only series whose id holds these words, or the series with this id (default: all).")
@click.option(
    "--values",
    type=click.Choice(["latest", "first-release", "vintages"]),
    default="latest",
    show_default=True,
    help="Which values of a period.",
)
@click.option("--as-of", "day", type=DAY, help="Instead: what was known at the end of this day (UTC).")
@warehouse_option
def export(place: Path, form: str, search: str, values: str, day: dt.datetime | None, warehouse: Path) -> None:
    """Write observations to PLACE: a folder of Parquet, an indicator a file; or a file of CSV or SDMX-CSV 2.0."""
    from pipeline import store
    from pipeline.export import Choice, export

    context = click.get_current_context()
    if day and context.get_parameter_source("values") is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError("--as-of and --values exclude each other: give one")
    made = export(store.read_only(warehouse), place, form, Choice(search, values, day.date() if day else None))
    click.echo(f"wrote {made.observations:,} observations of {made.series:,} series to {place}")
    if made.left_out:
        click.echo(
            f"left out {made.left_out:,} that SDMX cannot date: open intervals, fiscal years whose span no story tells, a span told twice",
            err=True,
        )
