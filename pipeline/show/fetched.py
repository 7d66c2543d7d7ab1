"""What came of fetching: a line a source, as JSON, and in the log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.show.log import line

if TYPE_CHECKING:  # its libraries are loaded where something is fetched
    from pipeline.fetch.follow import Fetched


def shown(found: Fetched) -> str:
    """A source, its outcome, and the file it is in or why it is not."""
    what = found.reason or (str(found.file) if found.file else "")
    return f"{found.source:<24} {found.outcome:<10} {what}".rstrip()


def as_json(found: Iterable[Fetched]) -> str:
    return json.dumps([each._asdict() | {"file": str(each.file) if each.file else None, "reason": each.reason or None} for each in found])


def logged(found: Fetched) -> None:
    """One line of the log; a source that failed is a warning."""
    level, more = ("warning", {"reason": found.reason}) if found.outcome == "failed" else ("info", {})
    line(level, "fetched", source=found.source, outcome=found.outcome, **more, **({"file": str(found.file)} if found.file else {}))


def counted(counts: dict[str, int]) -> str:
    """ "3 sources: 1 new, 2 unchanged"."""
    total = sum(counts.values())
    return f"{total} source{'s' * (total != 1)}: " + ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))


def counts_of(found: Iterable[Fetched]) -> dict[str, int]:
    return dict(Counter(each.outcome for each in found))
