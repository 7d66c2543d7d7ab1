"""Commands that make the warehouse: `run`, `rebuild`, `rollback`, `report`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pipeline import lexicon
from pipeline.batch.lock import lock
from pipeline.cli.ends import leave, unless_busy
from pipeline.cli.fetching import arrivals, config_of, config_option, reads
from pipeline.cli.options import DAY, corrections_option, jobs_option, json_option, must_exist, raw_option, reports_option, warehouse_option


@click.command()
@raw_option
@warehouse_option
@reports_option
@jobs_option
@click.option("--again", is_flag=True, help="Read stored stories anew as well: readings that changed retire the old ones, which are kept.")
@click.option("--since", type=DAY, help="Only stories published on this day or later (UTC); those without a date are left for another run.")
@click.option("--until", type=DAY, help="Only stories published on this day or before.")
@click.option("--only", metavar="GLOB", help="Only files whose path ends so: '*.txt', 'reuters/*.gz'.")
@click.option("--limit", type=click.IntRange(1), help="At most so many stories; the next run goes on from there, unless with --again.")
@click.option(
    "--language",
    type=click.Choice(lexicon.languages()),
    help="Extract every story as one in this language (default: its own; a story in a language without a lexicon is stored, not extracted).",
)
@click.option("--dry-run", is_flag=True, help="Say what would be read, stored, retired and published; fetch and write nothing.")
@config_option
@click.option("--offline", is_flag=True, help="Fetch nothing: read what is here.")
@corrections_option
@json_option
def run(
    raw: tuple[Path, ...],
    warehouse: Path,
    reports: Path,
    jobs: int | None,
    again: bool,
    since: dt.datetime | None,
    until: dt.datetime | None,
    only: str | None,
    limit: int | None,
    language: str | None,
    dry_run: bool,
    config: Path | None,
    offline: bool,
    corrections: Path | None,
    as_json: bool,
) -> None:
    """Fetch what the config names, read new stories, extract, store, correct, check, publish, report."""
    from pipeline import report
    from pipeline.batch.choice import Choice
    from pipeline.rehearse import rehearse
    from pipeline.run import run
    from pipeline.show.outcome import summary
    from pipeline.show.progress import progress_bar, workers

    sources = config_of(config)
    if config and sources and not reads(sources, raw):
        raise click.UsageError(f"{config} has its sources fetched to {sources.raw}, which is not read: name it with --raw")
    fetching = sources if sources and reads(sources, raw) and not dry_run and not offline else None
    if fetching:
        fetching.raw.mkdir(parents=True, exist_ok=True)
    must_exist(raw, corrections)
    if since and until and since > until:
        raise click.UsageError("--since lies behind --until: no story is in that range")
    choice = Choice(since and since.date(), until and until.date(), only, limit, language)
    got = arrivals(fetching) if fetching else None
    with unless_busy(), progress_bar() as advance:
        given = (list(raw), warehouse, jobs or workers(list(raw)), advance, again, corrections, choice)
        result = rehearse(*given) if dry_run else run(*given, got)
    written: list[Path] = []
    try:
        written = report.write(warehouse, reports) if result.published and not dry_run else []
    finally:  # what was stored is told even where no report could be made of it
        click.echo(summary(result, warehouse, reports, written, as_json))
    leave(result)


@click.command()
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

    must_exist(raw, corrections)
    with unless_busy(), progress_bar() as advance:
        made = rebuild(list(raw), warehouse, jobs or workers(list(raw)), advance, corrections)
    click.echo(rebuilt(made, warehouse, as_json))
    leave(made.result)


@click.command()
@click.argument("run", required=False)
@warehouse_option
def rollback(run: str | None, warehouse: Path) -> None:
    """Show readers the file published before the one they see, or that of RUN; the next run publishes anew."""
    from pipeline.store import publish

    with unless_busy(), lock(warehouse):
        click.echo(f"{warehouse} shows {publish.roll_back(warehouse, run).name}")


@click.command()
@warehouse_option
@reports_option
def report(warehouse: Path, reports: Path) -> None:
    """Write the charts and the PDF anew."""
    from pipeline.report import write

    for path in write(warehouse, reports):
        click.echo(path)
