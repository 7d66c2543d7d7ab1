"""Language tags as sources give them."""

from __future__ import annotations

import re

LONG = {"eng": "en", "english": "en"}
"""What is written for ISO 639-1 in feeds of the language we read."""


def language_of(tag: str) -> str:
    """The ISO 639-1 code of a tag ("en-US", "EN", "eng"); English where there is none."""
    short = re.split("[-_]", tag.strip().casefold())[0]
    return LONG.get(short, short) or "en"
