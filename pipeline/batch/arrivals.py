"""What was fetched for a run before it began."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.read import Rejected


class Arrivals(NamedTuple):
    """What came of the sources of a config: `counts` by outcome, and `rejects` for those that could not be fetched."""

    config: Path
    counts: dict[str, int]
    rejects: list[Rejected]
