"""The one door to quantulum3: long cardinals in words, and the physical units behind prices and volumes.

It is handed short windows, never raw news: it misreads wire forms ("2.3 mln dlrs", "a $1 billion target") and its time
grows with the square of the text.  It loads in about a second, so it is imported when the first window opens.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache, lru_cache
from types import ModuleType
from typing import NamedTuple


class PhysicalUnit(NamedTuple):
    """A unit by quantulum3's English name ("barrel", "mega british thermal unit") and dimension ("volume", "energy")."""

    name: str
    dimension: str


@cache
def _parser() -> ModuleType:
    with warnings.catch_warnings(), _untouched_inflect():
        warnings.simplefilter("ignore")  # it warns that its optional classifier is absent; single units need none
        from quantulum3 import parser

        parser.parse("1 barrel", lang="en_US")
    return parser  # type: ignore[no-any-return]


@contextmanager
def _untouched_inflect() -> Iterator[None]:
    """Import inflect, on which quantulum3 rests, without typeguard rewriting its source: 3.2 of 4.2 s of the first reading."""
    import typeguard

    real = typeguard.typechecked
    typeguard.typechecked = lambda target: target  # type: ignore[assignment]
    try:
        yield
    finally:
        typeguard.typechecked = real


@lru_cache(maxsize=4096)
def cardinal(words: str, language: str) -> Decimal | None:
    """The value of a cardinal written out ("two hundred and fifty"), None where it reads more or less than one number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _parser().parse(words, lang="en_US" if language == "en" else language)
    if len(found) != 1 or tuple(found[0].span) != (0, len(words)) or found[0].uncertainty:
        return None
    return Decimal(str(found[0].value)).normalize()


@lru_cache(maxsize=4096)
def unit(words: str, language: str) -> PhysicalUnit | None:
    """The physical unit that `words` ("tonnes", "mmBtu", "barrels a day") name, None where they name none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _parser().parse(f"1 {words}", lang="en_US" if language == "en" else language)
    if len(found) != 1 or found[0].span[1] != len(words) + 2 or found[0].unit.entity.name in ("dimensionless", "currency"):
        return None
    return PhysicalUnit(str(found[0].unit.name), str(found[0].unit.entity.name))
