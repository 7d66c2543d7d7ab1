"""Commands that make the warehouse: `run`, `rebuild`, `rollback`, `report`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pipeline import lexicon
from pipeline.batch.lock import lock
from pipeline.cli.ends import conclude, leave, unless_busy
from pipeline.cli.fetching import arrivals, config_of, config_option, places, reads
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
    from pipeline.batch.choice import Choice
    from pipeline.rehearse import rehearse
    from pipeline.run import run
    from pipeline.show.progress import progress_bar, workers

    sources = config_of(config)
    raw = places(raw, sources)
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
    conclude(result, warehouse, reports, as_json)


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

    raw = places(raw, config_of(None))
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
@click.argument("description", required=False, metavar="[FILE.toml]", type=click.Path(path_type=Path))
@warehouse_option
@reports_option
@click.option("--as-of", type=DAY, help="As it would have looked at the end of this day (UTC).")
@click.option("--format", "formats", help="Which of pdf, png and html, with commas between (default: all).")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper of the PDF (default: a4, or what the description says).")
@click.option("--size", type=click.Choice(["report", "slide"]), default="report", help="Size of the PNGs (default: report).")
def report(
    description: Path | None, warehouse: Path, reports: Path, as_of: dt.datetime | None, formats: str | None, paper: str | None, size: str
) -> None:
    """Write a report: a digest of the whole warehouse, or the one that FILE.toml describes (docs/reports.md)."""
    from pipeline import report
    from pipeline.batch.ledger import maker

    wanted = tuple(dict.fromkeys(part.strip().lower() for part in formats.split(","))) if formats is not None else report.FORMATS
    if unknown := [part for part in wanted if part not in report.FORMATS]:
        raise click.UsageError(f"--format {formats}: {unknown[0]!r} is no format: give one or more of {', '.join(report.FORMATS)}")
    written = report.write(warehouse, reports, report.Wanted(description, as_of and as_of.date(), wanted, paper, size), maker()._asdict())
    for path in written.files:
        click.echo(path)
