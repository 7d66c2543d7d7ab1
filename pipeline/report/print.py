"""Text of stories as a page can print it: no control character, and no letter that none of the embedded fonts has."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of what follows, half characters, and what no XML may hold."""

MISSING = "□"
"""Stands for a letter that no font has; a PDF/UA may hold none without a shape."""


def clean(value: Any) -> Any:
    """A value of a row, its texts without what no page may hold."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else UNPRINTABLE.sub(" ", value)
    return [clean(one) for one in value] if isinstance(value, list) else value


def font_files() -> list[Path]:
    """The files of all fonts a report embeds: ours, and DejaVu, which comes with matplotlib, for letters that ours lacks."""
    import matplotlib as mpl

    from pipeline.report import style

    dejavu = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return [*sorted(style.FONTS.glob("IBMPlexSans-*.ttf")), dejavu / "DejaVuSans.ttf", dejavu / "DejaVuSans-Bold.ttf"]


def printable(text: str) -> str:
    """`text` in letters that the fonts have, accents joined with their letters; what they lack is shown as a box."""
    if text.isascii():
        return UNPRINTABLE.sub(" ", text)
    from pipeline.report import style

    shapes = style.letters()
    joined = UNPRINTABLE.sub("", unicodedata.normalize("NFC", text))
    return re.sub(f"{MISSING}{{2,}}", MISSING * 2, "".join(c if ord(c) in shapes or c in "\n\t" else MISSING for c in joined))
