"""Sentences that stand word for word in several stories and are read otherwise: one of the readings is a fault, unless what is around them decides.

Usage: tools/twice.py FACTS.jsonl FIELD [COUNT [SKIP]].  FACTS is what `statwire extract` prints of many stories; FIELD is any field of a
fact but the figure.  A period is compared within the stories of one day, for "last month" is another in each.  A name that is part of
another ("Arden", "Arden Corp") is no other reading.  Sentences come out in the order of a hash of their words, so that those of one story
do not stand together; each with its readings, a story that has it so, and the rule that said so.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

SHORTEST = 40
"""Characters of a sentence that says enough by itself."""

NAMES = ("entity", "partner", "attribution")


class Reading(NamedTuple):
    story: str
    value: str | None
    rules: list[str]


def readings(path: str, field: str) -> dict[tuple[str, str, str], list[Reading]]:
    """The readings of each figure by its sentence, its quote and, for a period, the day of its story; those it has twice left out."""
    found: dict[tuple[str, str, str], dict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            fact = json.loads(line)
            sentence = " ".join((fact["sentence"] or "").split())
            if len(sentence) < SHORTEST:
                continue
            day = (fact["published"] or "")[:10] if field == "period" else ""
            rules = [rule for rule in fact["rule"] if rule.startswith(field)]
            found[sentence, fact["quote"], day][fact["id"]].append(Reading(fact["id"], fact[field], rules))
    return {key: [told[0] for told in stories.values() if len(told) == 1] for key, stories in found.items() if len(stories) > 1}


def otherwise(told: list[Reading], field: str) -> bool:
    """Whether one of the readings is another than the first."""
    first = told[0].value if told else None
    return any(one.value != first and not (field in NAMES and _within(one.value, first)) for one in told)


def _within(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words


def main() -> None:
    path, field, *rest = sys.argv[1:]
    count, skip = (int(rest[0]) if rest else 40), (int(rest[1]) if rest[1:] else 0)
    found = [(key, told) for key, told in readings(path, field).items() if otherwise(told, field)]
    found.sort(key=lambda one: sha256("\n".join(one[0]).encode()).digest())
    for (sentence, quote, _), told in found[skip : skip + count]:
        print(f"{quote}: {sentence}")
        by_value = defaultdict(list)
        for one in told:
            by_value[one.value].append(one)
        for value, ones in sorted(by_value.items(), key=lambda item: -len(item[1])):
            print(f"    {value} in {len(ones)}, as {ones[0].story}: {'; '.join(ones[0].rules)}")
    print(f"{len(found)} sentences are read otherwise in another story")


if __name__ == "__main__":
    main()
