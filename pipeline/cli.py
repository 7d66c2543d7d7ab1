"""The command `statwire`: a function a command, no logic."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from pipeline.model import Document, When
from pipeline.read import Rejected
from pipeline.run import BusyError, Reading, Result, lock, told

WAREHOUSE = "data/warehouse/statwire.duckdb"
EXIT_FAILED, EXIT_CHECK, EXIT_REJECTED, EXIT_BUSY = 1, 3, 4, 75

warehouse_option = click.option(
    "--warehouse", type=click.Path(path_type=Path), default=WAREHOUSE, show_default=True, help="The published warehouse."
)
raw_option = click.option(
    "--raw",
    multiple=True,
    type=click.Path(path_type=Path),
    default=["data/raw"],
    show_default=True,
    help="File or folder of stories; may be given again.",
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


class Group(click.Group):
    """Turns what cannot be used into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.exceptions.Exit:  # a RuntimeError of click's own: --help and --version end so
            raise
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(EXIT_FAILED)
        except (OSError, RuntimeError) as error:
            raise _failed(error) from error


def _failed(error: Exception) -> click.ClickException:
    name = getattr(error, "filename", None)
    text = f"{name}: {error.strerror}" if isinstance(error, OSError) and name else str(error)
    return click.ClickException(text)


@contextmanager
def _unless_busy() -> Iterator[None]:
    """Exit 75 where a run holds the lock of the warehouse."""
    try:
        yield
    except BusyError as busy:
        click.echo(f"Error: {busy}: wait for it to end", err=True)
        sys.exit(EXIT_BUSY)


def _exit(result: Result) -> NoReturn:
    """End with the code that says how a run went."""
    if any(name.startswith("error") for name in result.failed):
        sys.exit(EXIT_CHECK)
    sys.exit(EXIT_REJECTED if result.counts["rejected"] else 0)


def _must_exist(raw: tuple[Path, ...], corrections: Path | None) -> None:
    for place in raw:
        if not place.exists():
            raise click.UsageError(f"{place} does not exist: give a file or folder with --raw")
    if corrections and not corrections.exists():
        raise click.UsageError(f"{corrections} does not exist: give the file of corrections with --corrections")


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="statwire")
def main() -> None:
    """Read news, and turn the economic figures in it into time series that can be trusted."""


@main.command()
@raw_option
@warehouse_option
@click.option("--reports", type=click.Path(path_type=Path), default="reports", show_default=True, help="Folder for charts and PDF.")
@jobs_option
@click.option("--again", is_flag=True, help="Read stored stories anew as well: readings that changed retire the old ones, which are kept.")
@corrections_option
@json_option
def run(
    raw: tuple[Path, ...], warehouse: Path, reports: Path, jobs: int | None, again: bool, corrections: Path | None, as_json: bool
) -> None:
    """Read new stories, extract, store, correct, check, publish, report."""
    from pipeline import report
    from pipeline.run import run
    from pipeline.show.outcome import summary
    from pipeline.show.progress import progress_bar, workers

    _must_exist(raw, corrections)
    with _unless_busy(), progress_bar() as advance:
        result = run(list(raw), warehouse, jobs or workers(list(raw)), advance, again, corrections)
    written: list[Path] = []
    try:
        written = report.write(warehouse, reports) if result.published else []
    finally:  # what was stored is told even where no report could be made of it
        click.echo(summary(result, warehouse, reports, written, as_json))
    _exit(result)


@main.command()
@raw_option
@warehouse_option
@jobs_option
@corrections_option
@json_option
def rebuild(raw: tuple[Path, ...], warehouse: Path, jobs: int | None, corrections: Path | None, as_json: bool) -> None:
    """Make the warehouse anew from the raw stories; when the old one learned each fact is carried over."""
    from pipeline.rebuild import rebuild
    from pipeline.show.outcome import rebuilt
    from pipeline.show.progress import progress_bar, workers

    _must_exist(raw, corrections)
    with _unless_busy(), progress_bar() as advance:
        made = rebuild(list(raw), warehouse, jobs or workers(list(raw)), advance, corrections)
    click.echo(rebuilt(made, warehouse, as_json))
    _exit(made.result)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, expose_value=False, help="Output format.")
@click.option("--volumes", is_flag=True, help="Also read physical volumes (barrels a day, tonnes); their unit is a UCUM code.")
def extract(files: tuple[Path, ...], volumes: bool) -> None:
    """Print the facts of FILES, one a line; - reads standard input."""
    from pipeline.record import record, to_json

    rejected = 0
    for item in _readings(files, volumes=volumes):
        if isinstance(item, Reading):
            for fact in item.facts:
                click.echo(to_json(record(fact, item.document, item.published)))
        else:
            rejected += 1
            _say_rejected(item)
    sys.exit(EXIT_REJECTED if rejected else 0)


@main.command()
@click.argument("text")
@click.option("--published", help="The story's date, ISO; may stop at the year or the month.")
@click.option("--clean", is_flag=True, help="Show what was masked as page furniture.")
def explain(text: str, published: str | None, clean: bool) -> None:
    """Show how the facts of TEXT came about; TEXT is a sentence, a file, or - for standard input."""
    from pipeline.read.dates import date_fault
    from pipeline.show.derivation import derivation

    if fault := date_fault(published or ""):
        raise click.UsageError(f"--published {fault}")
    when = When(published, "metadata") if published else None
    if text == "-" or os.path.isfile(text):  # noqa: PTH113 (False for a sentence too long to be a name)
        found = _readings((Path(text),), when)
    else:
        found = _extracted([Document("", text, when or When())])
    rejected = 0
    for item in found:
        if isinstance(item, Reading):
            click.echo(derivation(item, clean))
        else:
            rejected += 1
            _say_rejected(item)
    sys.exit(EXIT_REJECTED if rejected else 0)


@main.command()
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


@main.command()
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


@main.command()
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


@main.command()
@click.argument("fact")
@click.argument("sets", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--accept", "do", flag_value="accept", help="The fact is right as it was read.")
@click.option("--reject", "do", flag_value="reject", help="The fact is none: it leaves the views.")
@click.option("--because", required=True, help="Why, in a sentence.")
@click.option("--by", default=None, help="Who says so (default: you, as the system knows you).")
@warehouse_option
@corrections_option
def correct(
    fact: str, sets: tuple[str, ...], do: str | None, because: str, by: str | None, warehouse: Path, corrections: Path | None
) -> None:
    """Correct FACT, an id or its beginning: set fields (FIELD= for what is not told), accept or reject it; the next run applies it."""
    from pipeline.corrections import file
    from pipeline.corrections.propose import propose
    from pipeline.show.corrections import proposed

    if bool(sets) == bool(do):
        raise click.UsageError("give FIELD=VALUE, --accept or --reject: one of them")
    given = dict(pair.split("=", 1) for pair in sets if "=" in pair)
    if len(given) < len(sets):
        raise click.UsageError("write each field once, as FIELD=VALUE")
    path = corrections or file.beside(warehouse)
    what = {"do": do} if do else {"set": given}
    made = propose(warehouse, path, fact, what | {"because": because, "by": by or _user(), "on": dt.datetime.now(dt.UTC).date()})
    click.echo(proposed(made, path))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise click.UsageError("the system does not know your name: give it with --by") from error


@main.command()
@warehouse_option
@click.option("--reports", type=click.Path(path_type=Path), default="reports", show_default=True, help="Folder for charts and PDF.")
def report(warehouse: Path, reports: Path) -> None:
    """Write the charts and the PDF anew."""
    from pipeline.report import write

    for path in write(warehouse, reports):
        click.echo(path)


@main.command()
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
@click.option("--as-of", "day", type=click.DateTime(["%Y-%m-%d"]), help="Instead: what was known at the end of this day (UTC).")
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


@main.command()
@warehouse_option
def check(warehouse: Path) -> None:
    """Run the checks on the published warehouse; exit 3 where one of severity error fails."""
    from pipeline import store

    failed = store.failed_checks(store.read_only(warehouse))
    for name, found in failed.items():
        severity, what = told(name)
        click.echo(f"{severity}: {what}: {found.rows} rows")
    if not failed:
        click.echo("all checks hold")
    sys.exit(EXIT_CHECK if any(name.startswith("error") for name in failed) else 0)


@main.command()
@click.argument("run", required=False)
@warehouse_option
def rollback(run: str | None, warehouse: Path) -> None:
    """Show readers the file published before the one they see, or that of RUN; the next run publishes anew."""
    from pipeline.store import publish

    with _unless_busy(), lock(warehouse):
        click.echo(f"{warehouse} shows {publish.roll_back(warehouse, run).name}")


@main.command()
@warehouse_option
@json_option
def rejects(warehouse: Path, as_json: bool) -> None:
    """List the input that could not be read, and why."""
    from pipeline import store
    from pipeline.show.tables import table
    from pipeline.store.query import frame

    found = frame(store.read_only(warehouse), "SELECT file, line, reason, recorded_at FROM reject ORDER BY recorded_at, file, line")
    click.echo(table(found, "json" if as_json else "table"))


def _documents(files: tuple[Path, ...]) -> Iterator[Document | Rejected]:
    from pipeline.read import files as under
    from pipeline.read import read, read_stream

    for place in files:
        if str(place) == "-":
            yield from read_stream(sys.stdin.buffer, "standard input", "-")
        else:
            for path in under([place]):
                yield from read(path)


def _readings(files: tuple[Path, ...], when: When | None = None, volumes: bool = False) -> Iterator[Reading | Rejected]:
    """What was made of each story under `files`; `when` overrides their dates."""
    for item in _documents(files):
        if isinstance(item, Rejected):
            yield item
        else:
            item.published = when or item.published
            yield from _extracted([item], volumes)


def _extracted(documents: list[Document], volumes: bool = False) -> Iterator[Reading | Rejected]:
    from pipeline.run import attempt

    return (attempt(document, volumes) for document in documents)


def _say_rejected(item: Rejected) -> None:
    where = item.file if item.line is None else f"{item.file}:{item.line}"
    click.echo(f"rejected: {where}: {item.reason}", err=True)


if __name__ == "__main__":
    main()
