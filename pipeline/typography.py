"""Two shapes of one mark: the apostrophe and the hyphen of a typesetter, and those of a typewriter.

Words, names and patterns are written with the latter; whoever lists both forgets one ("Standard & Poor’s 500" was no index).
Quotation marks stay as they are, for a typesetter's say where a quotation begins and ends.
"""

from __future__ import annotations

SHAPES = {"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
"""Each a character for a character, so that offsets into a text stay."""


def plain(text: str) -> str:
    """A text with the marks of a typewriter, of the same length."""
    if not text.isascii():
        for mark, shape in SHAPES.items():
            text = text.replace(mark, shape)
    return text
