"""The lexicon with one word taken out: what several tests ask is whether anything is then read otherwise."""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from pipeline import lexicon

Place = tuple[str, ...]
KEPT = {"pipeline.recognise.quantulum"}
"""Modules whose caches hold nothing made from the words."""

NOT_IN_VOCABULARY = {"parts", "points"}
"""Files that the vocabulary is not made from: it is kept, for making it is most of the time.  A file listed wrongly shows: its words seem needless."""


def leaves(table: dict[str, Any], at: Place = ()) -> Iterator[tuple[Place, str]]:
    """Each word of a lexicon file with the place of the table that lists it; its examples are no words."""
    for key, content in table.items():
        if key == "examples":
            continue
        if isinstance(content, list):
            yield from (((*at, key), word) for word in content)
        elif isinstance(content, dict):
            yield from leaves(content, (*at, key))
        else:
            yield at, key


@contextmanager
def without(name: str, place: Place, word: str) -> Iterator[None]:
    """The stage of reading with one word gone from one table of the English lexicon."""
    entries = copy.deepcopy(lexicon.entries(name, "en"))
    table: Any = entries
    for key in place[:-1]:
        table = table[key]
    if isinstance(table[place[-1]], list):
        table[place[-1]].remove(word)
    else:
        del table[place[-1]][word]
    real = lexicon.entries
    with mock.patch.object(lexicon, "entries", lambda file, language=None: entries if file == name else real(file, language)):
        forget(name)
        yield
    forget(name)


def forget(name: str) -> None:
    """Empty what reading has made of one file of the lexicon."""
    kept = KEPT | ({"pipeline.recognise.vocabulary"} if name in NOT_IN_VOCABULARY else set())
    lexicon.meanings.cache_clear()
    for path, module in list(sys.modules.items()):
        if path.startswith("pipeline.recognise") and path not in kept:
            for held in vars(module).values():
                if getattr(held, "__module__", None) == path and hasattr(held, "cache_clear"):
                    held.cache_clear()
