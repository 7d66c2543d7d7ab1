"""Series that differ in one part of their identity and tell the same values: one series that stands in two.

Usage: tools/twins.py WAREHOUSE PART [COUNT]
PART is one of variant, entity_id, basis, adjustment, per.  Two series whose other parts are the same are twins where they agree in more than half of the
periods that both tell, two at least; the pair that agrees most often comes first, with the periods that both tell and those that each does.
A rate that never moves agrees with anything that does not either: read the pairs before a rule is made of one.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb

PARTS = ("indicator", "variant", "entity_id", "partner", "statistic", "basis", "unit", "per", "adjustment", "frequency")

FEWEST = 2
"""Periods in which twins agree."""

CROWD = 12
"""Series with one value in one period, above which it tells nothing: round sums, rates of nought."""


def twins(warehouse: Path, part: str) -> list[tuple[int, int, int, int, dict[str, Any], dict[str, Any]]]:
    """Periods in agreement, told by both, by the one, by the other; and the parts of the two."""
    with duckdb.connect(str(warehouse), read_only=True) as store:
        actual = store.table("latest").filter("status = 'actual' AND period IS NOT NULL AND value <> 0")
        rows = actual.project(f"series_id, period, value, {', '.join(PARTS)}").order("series_id, period").fetchall()
    values: dict[str, dict[str, float]] = defaultdict(dict)
    parts: dict[str, dict[str, Any]] = {}
    for series, period, value, *told in rows:
        values[series][period] = value
        parts[series] = dict(zip(PARTS, told, strict=True))
    families: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for series, told in parts.items():
        families[tuple(told[name] for name in PARTS if name != part)].append(series)
    found = []
    for family in families.values():
        alike: dict[tuple[str, float], list[str]] = defaultdict(list)
        for series in family:
            for point in values[series].items():
                alike[point].append(series)
        pairs = Counter(pair for group in alike.values() if len(group) <= CROWD for pair in combinations(group, 2))
        for (one, other), agreed in pairs.items():
            both = len(values[one].keys() & values[other].keys())
            if agreed >= FEWEST and agreed * 2 > both:
                found.append((agreed, both, len(values[one]), len(values[other]), parts[one], parts[other]))
    return sorted(found, key=lambda row: (-row[0], str(row)))


def main() -> None:
    warehouse, part, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 40
    if part not in PARTS:
        raise SystemExit(f"{part}: no part of a series; one of {', '.join(PARTS)}")
    found = twins(warehouse, part)
    print(f"{len(found)} pairs")
    for agreed, both, one, other, told, beside in found[:count]:
        rest = " ".join(str(told[name]) for name in PARTS if name != part and told[name] not in (None, ""))
        print(f"{agreed} of {both} ({one}, {other})  {told[part]!r} = {beside[part]!r}  {rest}")


if __name__ == "__main__":
    main()
