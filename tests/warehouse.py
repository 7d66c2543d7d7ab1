"""A warehouse in memory, and facts to tell it: what a test does not name is that of US unemployment in January 2009."""

from __future__ import annotations

import atexit
import datetime as dt
import hashlib
import shutil
import tempfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from pipeline import record, store
from pipeline.interpret.times import calendar
from pipeline.signature import SCHEME, signatures
from pipeline.store import derive, load


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@cache
def _empty() -> Path:
    """An empty warehouse, made once: a copy opens in a tenth of the time that making one takes."""
    path = Path(tempfile.mkdtemp(prefix="statwire-tests-")) / "empty.duckdb"
    con = store.connect(path)
    con.execute("CHECKPOINT")
    con.close()
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    return path


class Warehouse:
    """Tells facts to a store, and asks it; points and claims are worked out when it is asked."""

    def __init__(self) -> None:
        path = Path(tempfile.mkdtemp(dir=_empty().parent)) / "w.duckdb"
        shutil.copyfile(_empty(), path)
        self.open = duckdb.connect(str(path))
        self.open.execute("SET TimeZone = 'UTC'")
        self.stale = False
        self.documents = 0

    @property
    def con(self) -> store.Connection:
        """The connection, with all that was told worked out."""
        if self.stale:
            self.stale = False
            derive.refresh(self.open)
        return self.open

    @con.setter
    def con(self, other: store.Connection) -> None:
        self.open = other

    def tell(
        self,
        *facts: dict[str, Any],
        published: str | None = "2009-02-06",
        publisher: str = "Reuters",
        text: str = "",
        body: str = "",
        **more: Any,
    ) -> str:
        """Store one story with its facts; the key of its document.  `text` equal to that of another story makes it a copy, a `body` like another's a version."""
        self.documents += 1
        key = hashlib.sha256(f"{self.documents}".encode()).hexdigest()
        recorded = moment(more.pop("recorded", "2026-01-01"))
        at, precision = record.moment(published)
        signature = (
            signatures([body])[0]._asdict() | {"minhash_by": SCHEME}
            if body
            else dict.fromkeys(("minhash", "minhash_by", "words", "figures"))
        )
        document = {
            "document": key, "story": f"s{self.documents}", "publisher": publisher, "title": "", "dateline": "", "url": "", "language": "en",
            "licence": "", "published": published, "published_from": "metadata" if published else "unknown", "published_evidence": "", "told": "{}", "masked": 0, "pages": None,
            "published_at": at, "published_precision": precision,
            "text_sha256": hashlib.sha256((text or body or key).encode()).hexdigest(), "characters": 100, "synthetic": more.pop("synthetic", False),
            "origin": "", "language_from": "metadata", "run": "r", "recorded_at": recorded, **signature,
        }  # fmt: skip
        rows = [self.row(fact, key, recorded, n) for n, fact in enumerate(facts)]
        load.store(self.open, load.arrow("document", [document]), load.arrow("fact", rows))
        self.stale = True
        return key

    def row(self, fact: dict[str, Any], document: str, recorded: dt.datetime, n: int) -> dict[str, Any]:
        given = {
            "value": "7.6", "precision": None, "unit": "percent", "per": None, "approx": "exact", "measure": "unemployment rate",
            "indicator": "unemployment", "variant": "", "statistic": "level", "direction": None, "status": "actual", "revision": None,
            "period": "2009-01", "basis": None, "entity": "USA", "partner": None, "attribution": None, "balance": None, "adjustment": None,
            "optional": False, "own_source": False, "converts": None, "confidence": 0.8, "sentence": "It was said.",
        } | fact  # fmt: skip
        value = given.pop("value")
        low, high = (Decimal(v) for v in (value if isinstance(value, tuple) else (value, value)))
        first, last = calendar.bounds(given["period"])
        given.setdefault("period_source", "stated" if given["period"] else "none")
        given.setdefault("entity_id", given["entity"])
        given.setdefault("partner_id", given["partner"])
        given.setdefault("rules", ["told"])
        given.setdefault("fact", hashlib.sha256(f"{document}{n}".encode()).hexdigest())
        return given | {
            "document": document, "start": n, "end": n + 1, "value_text": str(value), "low": low, "high": None if high == low else high,
            "precision": Decimal(given["precision"] or 1).scaleb(0 if given["precision"] else low.as_tuple().exponent),
            "period_start": first, "period_end": last, "links": "[]", "alt": "[]", "checks": [],
            "run": "r", "recorded_at": recorded, "retired_at": None,
        }  # fmt: skip

    def ask(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return self.con.execute(sql, list(parameters)).fetchall()
