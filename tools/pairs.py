"""Kinds of owner and what they own: a state seldom has deals, a firm no GDP.  Where the two do not go together, one of them is a fault.

Usage: tools/pairs.py FACTS.jsonl GOLD.jsonl...  counts, for each indicator with a state (any place with a code), a firm or nobody as its owner, how many of
the facts that gold has at the same place have the right owner and the right indicator; the pairs that most are wrong in come first.
       tools/pairs.py FACTS.jsonl state deal_value [COUNT [SKIP]]  prints facts of one pair in the order of a hash, with the rules that said so.
FACTS is what `statwire extract` prints of the stories; GOLD has a fact a line.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline import lexicon

KINDS = ("state", "firm", "nobody")

FEWEST = 12
"""Facts of a pair that tells anything."""


def facts(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def kind(entity: str | None) -> str:
    """What an owner is."""
    return "nobody" if not entity else "state" if entity in lexicon.entries("places", "en") else "firm"


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two owners are one: "Arden" is Arden Corp."""
    words, others = (set((name or "").casefold().replace(".", "").split()) for name in (one, other))
    return words == others if not words or not others else words <= others or others <= words


def table(path: str, gold: list[str]) -> None:
    known = {(fact["id"], fact["start"]): fact for name in gold for fact in facts(name)}
    right: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fact in facts(path):
        told = known.get((fact["id"], fact["start"]))
        if told is None or told.get("optional"):
            continue
        count = right[kind(fact["entity"]), fact["indicator"]]
        owner, indicator = same_name(fact["entity"], told.get("entity")), fact["indicator"] == told.get("indicator")
        count.update(facts=1, both=owner and indicator, owner=owner, indicator=indicator)
    rows = [(pair, count) for pair, count in right.items() if count["facts"] >= FEWEST]
    for (owned_by, measured), count in sorted(rows, key=lambda row: row[1]["both"] - row[1]["facts"]):
        print(f"{owned_by:7s} {measured:24s} {count['facts']:6d} facts, both right {count['both'] / count['facts']:4.0%}", end="")
        print(f", owner {count['owner'] / count['facts']:4.0%}, indicator {count['indicator'] / count['facts']:4.0%}")


def listed(path: str, owned_by: str, measured: str, count: int, skip: int) -> None:
    found = [fact for fact in facts(path) if fact["indicator"] == measured and kind(fact["entity"]) == owned_by]
    found.sort(key=lambda fact: sha256(fact["fact"].encode()).digest())
    for fact in found[skip : skip + count]:
        print(f"{fact['quote']} ({fact['entity']}, {fact['id']}): {' '.join((fact['sentence'] or '').split())}")
        print(f"    {'; '.join(rule for rule in fact['rule'] if rule.startswith(('indicator', 'entity')))}")
    print(f"{len(found)} facts")


def main() -> None:
    path, first, *rest = sys.argv[1:]
    if first in KINDS:
        listed(path, first, rest[0], int(rest[1]) if rest[1:] else 40, int(rest[2]) if rest[2:] else 0)
    else:
        table(path, [first, *rest])


if __name__ == "__main__":
    main()
