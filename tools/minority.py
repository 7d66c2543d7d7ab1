"""Figures that a story reads otherwise than most stories that tell the same sum: where misreadings show without annotation.

Usage: tools/minority.py FACTS.jsonl FIELD [COUNT [SKIP]].  FACTS is what `statwire extract` prints of many stories; FIELD is statistic,
indicator, entity, status or period.  Figures are the same where value, unit and the other four fields are; a reading is that of a minority where
another has at least three stories and twice as many as all others together.  Such figures come out with their sentence and that of the majority's
that shares most of its words, nearest first: the nearer the words, the likelier one of the two is misread.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

FIELDS = ("statistic", "indicator", "entity", "status", "period")
MOST, TIMES = 3, 2
"""Stories that the majority has at least, and how many times those of all others."""


class Told(NamedTuple):
    story: str
    read: str | None
    sentence: str
    quote: str
    words: frozenset[str]


class Pair(NamedTuple):
    near: float
    odd: Told
    usual: Told


def told(path: str, field: str) -> dict[tuple[Any, ...], list[Told]]:
    groups = defaultdict(list)
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            fact = json.loads(line)
            if fact["unit"] is None or fact["sentence"] is None:
                continue
            key = (str(fact["value"]), fact["unit"], *(fact[other] for other in FIELDS if other != field))
            if field != "entity" and fact["entity"] is None:
                continue  # whose it is must be told, or sums of all the world fall together
            words = frozenset(re.findall(r"[a-z]{3,}", fact["sentence"].lower()))
            groups[key].append(Told(fact["id"], fact[field], fact["sentence"], fact["quote"], words))
    return groups


def pairs(groups: dict[tuple[Any, ...], list[Told]]) -> list[Pair]:
    found = []
    for group in groups.values():
        by_reading = defaultdict(list)
        for one in group:
            by_reading[one.read].append(one)
        usual = max(by_reading.values(), key=lambda reading: (len({one.story for one in reading}), str(reading[0].read)))
        others = [one for one in group if one.read != usual[0].read]
        most = len({one.story for one in usual})
        if not others or most < MOST or most < TIMES * len({one.story for one in others}):
            continue
        for odd in others:
            near, beside = max(((alike(odd.words, one.words), one) for one in usual), key=lambda scored: scored[0])
            found.append(Pair(near, odd, beside))
    return sorted(found, key=lambda pair: (-pair.near, pair.odd.story, pair.odd.quote))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def main() -> None:
    path, field, *rest = sys.argv[1:]
    if field not in FIELDS:
        sys.exit(f"{field} is none of {', '.join(FIELDS)}")
    count, skip = (int(rest[0]) if rest else 40), (int(rest[1]) if rest[1:] else 0)
    found = pairs(told(path, field))
    for near, odd, usual in found[skip : skip + count]:
        print(f"{near:.2f} {odd.quote}: {odd.read} in {odd.story}, {usual.read} in {usual.story}")
        print(f"    {' '.join(odd.sentence.split())}")
        if odd.sentence != usual.sentence:
            print(f"    {' '.join(usual.sentence.split())}")
    print(f"{len(found)} figures are read otherwise than in most stories")


if __name__ == "__main__":
    main()
