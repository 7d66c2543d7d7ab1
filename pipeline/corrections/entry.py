"""One correction as the file says it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.corrections import fields
from pipeline.corrections.fields import Value
from pipeline.record import to_json

KNOWN = ("fact", "document", "start", "end", "do", "set", "because", "by", "on", "expect")


class CorrectionError(RuntimeError):
    """A correction cannot be used; the message says which, why and what to do."""


@dataclass(frozen=True)
class Correction:
    """What is to be done to one fact, why, who says so, and the words that it expects.

    `fact` is an id, or None where `document`, `start` and `end` (offsets in code points) name the figure; `sets` holds columns
    of the table `fact`, without those worked out from others; `quote` is the figure as printed, `sentence` a stretch of what says it.
    """

    number: int
    fact: str | None
    document: str | None
    start: int | None
    end: int | None
    action: str
    sets: dict[str, Value]
    because: str
    by: str
    on: dt.date
    quote: str
    sentence: str

    @property
    def key(self) -> str:
        """sha256 over all that it says."""
        told = (
            self.fact,
            self.document,
            self.start,
            self.end,
            self.action,
            to_json(self.sets),
            self.because,
            self.by,
            self.on,
            self.quote,
            self.sentence,
        )
        return hashlib.sha256("\0".join(map(str, told)).encode()).hexdigest()

    @property
    def about(self) -> str:
        """What it corrects, for people."""
        return f"fact {self.fact[:12]}" if self.fact else f"document {str(self.document)[:12]} at {self.start} to {self.end}"


def parse(entry: Any, number: int) -> Correction:
    """A table of the file as a correction.  Raises CorrectionError with its number and what is wrong."""
    try:
        return checked(entry, number)
    except ValueError as error:
        where = f" ({entry['fact'][:12]})" if isinstance(entry, dict) and isinstance(entry.get("fact"), str) else ""
        raise CorrectionError(f"correction {number}{where}: {error}") from error


def checked(entry: Any, number: int) -> Correction:
    """The same, raising ValueError with what is wrong alone."""
    if not isinstance(entry, dict):
        raise ValueError("it is no table: begin each with [[correction]]")
    if unknown := [name for name in entry if name not in KNOWN]:
        raise ValueError(f"{unknown[0]!r} is unknown: {', '.join(KNOWN)}")
    fact, document, start, end = (entry.get(name) for name in ("fact", "document", "start", "end"))
    place = (document, start, end)
    if fact is not None and place == (None, None, None):
        _text(entry, "fact")
    elif fact is None and None not in place:
        _text(entry, "document")
        if type(start) is not int or type(end) is not int:
            raise ValueError("start and end are whole numbers")
    else:
        raise ValueError("name either the fact, or the document with start and end")
    on = entry.get("on")
    if type(on) is not dt.date:
        raise ValueError("`on` is missing or no day: on = 2026-01-31")
    expect = entry.get("expect")
    if not isinstance(expect, dict) or set(expect) != {"quote", "sentence"}:
        raise ValueError('the words that it corrects are missing: expect = { quote = "…", sentence = "…" }')
    sets = _sets(entry["set"]) if "set" in entry else {}
    action = "set" if "set" in entry else entry.get("do")
    if action not in ("accept", "reject", "set") or ("set" in entry and "do" in entry) or (action == "set" and not sets):
        raise ValueError('say one of do = "accept", do = "reject", set = { field = "value" }')
    return Correction(
        number, fact, document, start, end, action, sets, _text(entry, "because"), _text(entry, "by"), on,
        _words(expect, "quote"), _words(expect, "sentence"),
    )  # fmt: skip


def _sets(given: Any) -> dict[str, Value]:
    """The columns that a correction sets, `value` resolved into both bounds."""
    if not isinstance(given, dict):
        raise ValueError('`set` is no table: set = { field = "value" }')
    made: dict[str, Value] = {}
    for field, text in given.items():
        if isinstance(text, bool) or not isinstance(text, str | int | Decimal | dt.date):
            raise ValueError(f'{field} is no text: write it in quotes, {field} = "…"')
        value = fields.value_of(field, str(text))
        for column in fields.sets(field):
            if column in made:
                raise ValueError(f"value stands for low and high: set either, not {column} as well")
            made[column] = value
    return made


def _text(entry: dict[str, Any], name: str) -> str:
    text = entry.get(name)
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f'`{name}` is missing or no text: {name} = "…"')
    text = " ".join(text.split())
    if not text.isprintable():
        raise ValueError(f"`{name}` holds a control character")
    return text


def _words(expect: dict[str, Any], name: str) -> str:
    """Words of a story, their spaces as one each; a story may hold any character."""
    text = expect[name]
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"expect.{name} is empty or no text")
    return " ".join(text.split())
