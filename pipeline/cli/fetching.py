"""`statwire fetch`, and fetching before a run."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.batch.arrivals import Arrivals
from pipeline.cli.ends import EXIT_REJECTED
from pipeline.cli.options import json_option
from pipeline.fetch.config import FILE, RAW, Config, ConfigError, read

config_option = click.option(
    "--config", type=click.Path(path_type=Path), default=None, help=f"The file of sources (default: {FILE}, where there is one)."
)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@config_option
@json_option
def fetch(names: tuple[str, ...], config: Path | None, as_json: bool) -> None:
    """Fetch the sources of the config that are due, or those of these names, and store what is new; exit 4 where one cannot be fetched."""
    from pipeline.fetch.follow import fetch
    from pipeline.show import fetched

    sources = config_of(config or FILE)
    assert sources is not None
    try:
        chosen = sources.named(names)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    found = []
    for each in fetch(sources, chosen, always=bool(names)):
        found.append(each)
        fetched.logged(each)
        if not as_json:
            click.echo(fetched.shown(each))
    if as_json:
        click.echo(fetched.as_json(found))
    sys.exit(EXIT_REJECTED if any(each.outcome == "failed" for each in found) else 0)


def config_of(given: Path | None) -> Config | None:
    """The config in the file given, or in that of this folder; None where there is none."""
    path = given or FILE
    if given is None and not path.exists():
        return None
    try:
        return read(path)
    except FileNotFoundError as error:
        raise click.UsageError(f"{path} does not exist: name what to follow in it, [[source]] with name and url") from error
    except (ConfigError, OSError) as error:
        raise click.UsageError(str(error)) from error


def places(given: tuple[Path, ...], config: Config | None) -> tuple[Path, ...]:
    """What to read: what `--raw` gives, else the folder that the config names."""
    return given or (config.raw if config else RAW,)


def reads(config: Config, raw: tuple[Path, ...]) -> bool:
    """Whether a run over `raw` reads what is fetched."""
    folder = config.raw.resolve()
    return any(folder.is_relative_to(place.resolve()) for place in raw)


def arrivals(config: Config) -> Arrivals:
    """Fetch the sources that are due; one that fails is told in the log and stops nothing."""
    from pipeline.fetch.follow import fetch
    from pipeline.read import Rejected, printable
    from pipeline.show import fetched

    found = []
    for each in fetch(config, config.sources, always=False):
        found.append(each)
        fetched.logged(each)
        if sys.stderr.isatty():
            click.echo(fetched.shown(each), err=True)
    failed = [Rejected(f"{printable(config.path)}#{each.source}", None, each.reason) for each in found if each.outcome == "failed"]
    return Arrivals(config.path, fetched.counts_of(found), failed)
