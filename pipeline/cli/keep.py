"""Commands that look after the warehouse: `check`, `runs`, `rejects`, `correct`."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
from pathlib import Path
from typing import NoReturn

import click

from pipeline.cli.age import Age
from pipeline.cli.ends import EXIT_CHECK, conclude, unless_busy
from pipeline.cli.fetching import config_of, places
from pipeline.cli.options import corrections_option, jobs_option, json_option, must_exist, raw_option, reports_option, warehouse_option


@click.command()
@click.option("--fresh", type=Age(), metavar="AGE", help="Also fail where the newest story or the newest run is older: 90m, 36h, 7d.")
@warehouse_option
@json_option
def check(fresh: dt.timedelta | None, warehouse: Path, as_json: bool) -> None:
    """Run the checks on the published warehouse; exit 3 where one of severity error fails or what is newest is too old."""
    from pipeline import store
    from pipeline.run import told
    from pipeline.show import checks
    from pipeline.show.age import freshness
    from pipeline.store.query import records

    con = store.read_only(warehouse)
    failed = {told(name): found.rows for name, found in store.failed_checks(con).items()}
    age = None
    if fresh is not None:
        newest = records(con, "newest")[0]
        age = freshness(newest["story"], newest["run"], fresh, dt.datetime.now(dt.UTC))
    click.echo(checks.as_json(failed, age) if as_json else checks.text(failed, age))
    broken = any(severity == "error" for severity, _ in failed) or (age is not None and age.stale)
    sys.exit(EXIT_CHECK if broken else 0)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The newest so many.")
@warehouse_option
@json_option
def runs(limit: int, warehouse: Path, as_json: bool) -> None:
    """List the runs of the published warehouse, the newest first; --json tells all that the ledger holds."""
    from pipeline import store
    from pipeline.show import runs as show
    from pipeline.show.tables import table
    from pipeline.store.query import named, records

    con = store.read_only(warehouse)
    click.echo(show.as_json(records(con, "runs", [limit])) if as_json else table(named(con, "runs_listed", [limit]), "table"))


@click.command()
@click.option("--retry", is_flag=True, help="Read what was rejected again, after a fix of the files or of statwire, publish and report.")
@raw_option
@jobs_option
@reports_option
@corrections_option
@warehouse_option
@json_option
def rejects(
    retry: bool, raw: tuple[Path, ...], jobs: int | None, reports: Path, corrections: Path | None, warehouse: Path, as_json: bool
) -> None:
    """List the input that could not be read, and why; --raw, --jobs, --reports and --corrections serve --retry."""
    if retry:
        _retry(places(raw, config_of(None)), warehouse, jobs, reports, corrections, as_json)
    from pipeline import store
    from pipeline.show.tables import table
    from pipeline.store.query import named

    found = named(store.read_only(warehouse), "rejects")
    if not as_json:
        found["sha256"] = found["sha256"].str[:12]
    click.echo(table(found, "json" if as_json else "table"))


def _retry(raw: tuple[Path, ...], warehouse: Path, jobs: int | None, reports: Path, corrections: Path | None, as_json: bool) -> NoReturn:
    from pipeline import store
    from pipeline.batch.choice import Choice
    from pipeline.run import run
    from pipeline.show.progress import progress_bar

    must_exist(raw, corrections)
    store.read_only(warehouse).close()  # where there is no warehouse, nothing was rejected
    with unless_busy(), progress_bar() as advance:
        result = run(list(raw), warehouse, jobs or 1, advance, corrections=corrections, choice=Choice(retry=True))
    conclude(result, warehouse, reports, as_json)


@click.command()
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
