"""statwire reads news and turns the economic figures in it into time series that can be trusted.

Two verbs: `extract` gives the facts of a text, `open_warehouse` a connection to a published warehouse.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model import Document, Fact, When

if TYPE_CHECKING:
    from pipeline.store import Connection

__all__ = ["Document", "Fact", "When", "extract", "open_warehouse"]


def extract(text: str, published: str | None = None, title: str = "", language: str = "en") -> list[Fact]:
    """The facts that `text` asserts, in order; `published` is an ISO date that may stop at the year or the month.

    Spans index `text` exactly as given.
    """
    from pipeline.facts import facts_of

    when = When(published, "metadata") if published else When()
    return facts_of(Document("", text, when, title, language=language)).facts


def open_warehouse(path: str | Path) -> Connection:
    """A read-only DuckDB connection to the warehouse at `path`.  Raises store.StoreError where there is none."""
    from pipeline.store import read_only

    return read_only(Path(path))
