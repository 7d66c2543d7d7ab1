"""What the checks found in the published warehouse."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from pipeline.show.age import Freshness

Failed = Mapping[tuple[str, str], int]
"""Severity and words of each check that returned rows, and how many."""


def text(failed: Failed, age: Freshness | None) -> str:
    """A line a failed check, or that all hold; then how old what is newest is, where that was asked."""
    lines = [f"{severity}: {what}: {rows} rows" for (severity, what), rows in failed.items()] or ["all checks hold"]
    return "\n".join(lines + (age.lines if age else []))


def as_json(failed: Failed, age: Freshness | None) -> str:
    """The same as one object; times in ISO 8601, UTC."""
    told: dict[str, object] = {"failed": [{"severity": severity, "check": what, "rows": rows} for (severity, what), rows in failed.items()]}
    if age:
        told["newest"] = {"story": _iso(age.story), "run": _iso(age.run), "stale": age.stale}
    return json.dumps(told)


def _iso(moment: dt.datetime | None) -> str | None:
    return f"{moment.astimezone(dt.UTC):%FT%TZ}" if moment else None
