"""What reports ask the warehouse: each question once, for all series it is about."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline import lexicon, store
from pipeline.report.model import Row
from pipeline.report.print import clean
from pipeline.store import past, query

KEYS = ("series_id", "period", "fact")


@dataclass
class Asked:
    """The warehouse as it stands, or as it stood at the end of `as_of`."""

    con: store.Connection
    as_of: dt.date | None = None

    @classmethod
    def open(cls, warehouse: Path, as_of: dt.date | None = None) -> Asked:
        """Open the published warehouse for reading.  Raises store.StoreError where there is none, or where it cannot be read."""
        return cls(past.as_of(warehouse, as_of) if as_of else store.read_only(warehouse), as_of)

    def settle(self) -> None:
        """Work out once what most questions read."""
        query.settle(self.con, vintages="report_vintages", followed="report_followed")

    def all(self, name: str, *parameters: object) -> list[Row]:
        """The rows of the query `report_<name>`; what stories wrote is in them without control characters, ids are as they are."""
        found = query.records(self.con, f"report_{name}", parameters)
        return [{key: value if key in KEYS else clean(value) for key, value in row.items()} for row in found]

    def by_series(self, name: str, ids: list[str], *more: object) -> dict[str, list[Row]]:
        """The rows of a query over the series `ids`, by series."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.all(name, ids, *more) if ids else []:
            found[row["series_id"]].append(row)
        return found

    @cached_property
    def overview(self) -> Row:
        return self.all("overview")[0]

    @property
    def known_on(self) -> dt.date | None:
        """The day up to which it knows: the day asked for, else that of the last story."""
        last = self.overview["last_day"]
        return self.as_of or (last.date() if last and self.overview["facts"] else None)

    @cached_property
    def runs(self) -> list[str]:
        """The last run that changed what is published, and the one before."""
        return [row["run"] for row in self.all("runs")]

    def fingerprint(self) -> dict[str, Any]:
        """Hashes over all that a report is made from."""
        return self.all("print")[0]

    def places(self) -> list[str]:
        """The codes of places."""
        return sorted(lexicon.entries("places", "en"))

    def close(self) -> None:
        self.con.close()
