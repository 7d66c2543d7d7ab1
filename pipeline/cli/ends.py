"""How a command ends: exit codes, and one line on stderr for what cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from pipeline.batch.lock import BusyError

if TYPE_CHECKING:
    from pipeline.run import Result

EXIT_FAILED, EXIT_CHECK, EXIT_REJECTED, EXIT_BUSY = 1, 3, 4, 75


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
def unless_busy() -> Iterator[None]:
    """Exit 75 where a run holds the lock of the warehouse."""
    try:
        yield
    except BusyError as busy:
        click.echo(f"Error: {busy}: wait for it to end", err=True)
        sys.exit(EXIT_BUSY)


def conclude(result: Result, warehouse: Path, reports: Path, as_json: bool) -> NoReturn:
    """Write the report of what a run published, say what the run did, and leave."""
    from pipeline import report
    from pipeline.show.outcome import summary

    written = None
    try:
        if result.published and not result.rehearsed:
            written = report.write(warehouse, reports, report.Wanted(), result.maker._asdict(), again=False)
    finally:  # what was stored is told even where no report could be made of it
        click.echo(summary(result, warehouse, written, as_json))
    leave(result)


def leave(result: Result) -> NoReturn:
    """End with the code that says how a run went, which is the last line of its log as well."""
    from pipeline.show.log import finished

    failed = any(name.startswith("error") for name in result.failed)
    code = EXIT_CHECK if failed else EXIT_REJECTED if result.counts["rejected"] else 0
    finished(result, code)
    sys.exit(code)
