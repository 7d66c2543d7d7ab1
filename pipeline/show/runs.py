"""The ledger as JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any


def as_json(rows: list[dict[str, Any]]) -> str:
    """All that the ledger holds, an object a run; times in ISO 8601, UTC."""
    return json.dumps([{name: _plain(name, value) for name, value in row.items()} for row in rows])


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(dt.UTC):%FT%TZ}"
    return json.loads(value) if value and name in ("checks", "packages") else value
