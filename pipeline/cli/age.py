"""An age as an option of the command line."""

from __future__ import annotations

import datetime as dt
import re

import click

UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class Age(click.ParamType[dt.timedelta]):
    """A whole number of minutes, hours or days: 90m, 36h, 7d."""

    name = "age"

    def convert(self, value: str | dt.timedelta, param: click.Parameter | None, ctx: click.Context | None) -> dt.timedelta:
        if isinstance(value, dt.timedelta):
            return value
        found = re.fullmatch(r"(\d{1,6})([mhd])", value.strip())
        if not found:
            self.fail(f"{value!r} is no age: write 90m, 36h or 7d", param, ctx)
        return dt.timedelta(**{UNITS[found[2]]: int(found[1])})
