"""The command `statwire`: a function a command, no logic; a module a group of commands."""

from __future__ import annotations

import click

from pipeline.cli import ask, build, fetching, keep, text
from pipeline.cli.ends import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="statwire")
def main() -> None:
    """Read news, and turn the economic figures in it into time series that can be trusted."""


for command in (
    build.run, fetching.fetch, build.rebuild, build.rollback, build.report, text.extract, text.explain,
    ask.sql, ask.series, ask.why, ask.export, keep.check, keep.runs, keep.rejects, keep.correct,
):  # fmt: skip
    main.add_command(command)
