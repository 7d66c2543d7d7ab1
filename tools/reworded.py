"""The same sense in other words: stories are reworded and read again, and what is read otherwise is a fault of one of the two readings.

Usage: tools/reworded.py STORIES.jsonl [REWORDING FIELD [COUNT [SKIP]]]
STORIES are stories as `statwire extract` reads them, REWORDING one of tools/rewordings.toml.  Without a field it prints, for each rewording, how many figures
stand in stories that it changes and how many of them are read otherwise, by field; with one, the sentences of such figures, with both readings and the rules that said so.
A rewording that does not keep the sense everywhere ("over" for "more than", where "over the year" becomes another) is at fault itself: narrow it.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.facts import Reading, facts_of
from pipeline.model import Document, Fact, When

TABLE = Path(__file__).parent / "rewordings.toml"
FIELDS = ("statistic", "direction", "status", "indicator", "period", "entity", "variant", "basis", "partner", "approximation")


class Pair(NamedTuple):
    """A figure as it is read in the story and in the story reworded."""

    told: Fact
    reworded: Fact

    def differs(self) -> list[str]:
        """The fields that are read otherwise."""
        return [field for field in FIELDS if getattr(self.told, field) != getattr(self.reworded, field)]


@cache
def rewordings() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """The patterns of each rewording and what they put."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return {name: [(re.compile(found), put) for found, put in entry["patterns"]] for name, entry in table.items()}


def reworded(text: str, name: str) -> str:
    for pattern, put in rewordings()[name]:
        text = pattern.sub(put, text)
    return text


def pairs(document: Document, name: str, told: Reading) -> tuple[Reading, list[Pair]] | None:
    """The document reworded and read, and its figures in pairs; None where the rewording changes nothing or other figures are read."""
    other = replace(document, text=reworded(document.text, name), title=reworded(document.title, name))
    if (other.text, other.title) == (document.text, document.title):
        return None
    reading = facts_of(other)
    if len(reading.facts) != len(told.facts):
        return None
    return reading, [Pair(*pair) for pair in zip(told.facts, reading.facts, strict=True)]


def documents(path: str) -> Iterator[Document]:
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            when = When(story["published"], "metadata") if story.get("published") else When()
            yield Document(story["id"], story["text"], when, story.get("title") or "", story.get("dateline") or "")


def count(path: str) -> None:
    figures: Counter[str] = Counter()
    otherwise: dict[str, Counter[str]] = {name: Counter() for name in rewordings()}
    for document in documents(path):
        told = facts_of(document)
        for name in rewordings() if told.facts else ():
            if found := pairs(document, name, told):
                figures[name] += len(found[1])
                for pair in found[1]:
                    otherwise[name].update(pair.differs())
    for name, fields in otherwise.items():
        print(f"{name:16}{figures[name]:7}  {', '.join(f'{field} {n}' for field, n in fields.most_common())}")


def show(path: str, name: str, field: str, first: int, last: int) -> None:
    at = 0
    for document in documents(path):
        found = pairs(document, name, facts_of(document))
        for pair in found[1] if found else ():
            if field not in pair.differs():
                continue
            at += 1
            if at > last:
                return
            if at > first and found is not None:
                sentence = pair.reworded.sentence
                print(f"{document.id}  {document.published.text}  {' '.join(found[0].text[sentence.start : sentence.end].split())}")
                for fact in pair:
                    print(f"    {getattr(fact, field)}  {[rule for rule in fact.rules if rule.startswith(field)]}")


def main() -> None:
    path, *rest = sys.argv[1:]
    if not rest:
        count(path)
        return
    name, field, *places = rest
    if name not in rewordings() or field not in FIELDS:
        raise SystemExit(f"{name} {field}: a rewording of {', '.join(rewordings())} and a field of {', '.join(FIELDS)}")
    shown, skip = (int(places[0]) if places else 40), (int(places[1]) if places[1:] else 0)
    show(path, name, field, skip, skip + shown)


if __name__ == "__main__":
    main()
