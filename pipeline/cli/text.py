"""Commands that read text and need no warehouse: `extract`, `explain`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.ends import EXIT_REJECTED
from pipeline.model import Document, When
from pipeline.read import Rejected

if TYPE_CHECKING:
    from pipeline.facts import Reading


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, expose_value=False, help="Output format.")
@click.option("--volumes", is_flag=True, help="Also read physical volumes (barrels a day, tonnes); their unit is a UCUM code.")
def extract(files: tuple[Path, ...], volumes: bool) -> None:
    """Print the facts of FILES, one a line; - reads standard input."""
    from pipeline.record import record, to_json

    rejected, passed = 0, Counter[str]()
    for item in _readings(files, passed, volumes=volumes):
        if not isinstance(item, Rejected):
            if item.facts:
                click.echo("\n".join([to_json(record(fact, item.document, item.published)) for fact in item.facts]))
        else:
            rejected += 1
            _say_rejected(item)
    if passed:
        click.echo(f"passed over: {', '.join(f'{count:,} {what}' for what, count in sorted(passed.items()))}", err=True)
    sys.exit(EXIT_REJECTED if rejected else 0)


@click.command()
@click.argument("text")
@click.option("--published", help="The story's date, ISO; may stop at the year or the month.")
@click.option("--clean", is_flag=True, help="Show the text first, with what was masked as page furniture, why, and how often.")
def explain(text: str, published: str | None, clean: bool) -> None:
    """Show how the facts of TEXT came about; TEXT is a sentence, a file, or - for standard input."""
    from pipeline.read.dates import date_fault
    from pipeline.show.derivation import derivation

    if fault := date_fault(published or ""):
        raise click.UsageError(f"--published {fault}")
    when = When(published, "metadata") if published else None
    if text == "-" or os.path.isfile(text):  # noqa: PTH113 (False for a sentence too long to be a name)
        found = _readings((Path(text),), Counter(), when)
    else:
        found = _extracted([Document("", text, when or When(), language="")])
    rejected = 0
    for item in found:
        if not isinstance(item, Rejected):
            click.echo(derivation(item, clean))
        else:
            rejected += 1
            _say_rejected(item)
    sys.exit(EXIT_REJECTED if rejected else 0)


def _documents(files: tuple[Path, ...], passed: Counter[str]) -> Iterator[Document | Rejected]:
    from pipeline.read import files as under
    from pipeline.read import read, read_stream

    for place in files:
        if str(place) == "-":
            yield from read_stream(sys.stdin.buffer, "standard input", "-", passed=passed)
        else:
            for path in under([place]):
                yield from read(path, passed=passed)


def _readings(
    files: tuple[Path, ...], passed: Counter[str], when: When | None = None, volumes: bool = False
) -> Iterator[Reading | Rejected]:
    """What was made of each story under `files`; `when` overrides their dates, and in `passed` is counted what is passed over."""
    for item in _documents(files, passed):
        if isinstance(item, Rejected):
            yield item
        else:
            item.published = when or item.published
            yield from _extracted([item], volumes)


def _extracted(documents: list[Document], volumes: bool = False) -> Iterator[Reading | Rejected]:
    from pipeline.facts import attempt

    return (attempt(document, volumes) for document in documents)


def _say_rejected(item: Rejected) -> None:
    where = item.file if item.line is None else f"{item.file}:{item.line}"
    click.echo(f"rejected: {where}: {item.reason}", err=True)
