"""What tells near-copies of a text apart from others: a MinHash over its words, and the figures it prints."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import rensa
from numpy.typing import NDArray

SIZE = 128
"""Hashes of a signature, a byte each: two texts agree in as many as they share of their runs of words, give or take four in a hundred."""
SCHEME = f"rensa-{rensa.RMinHash.ALGORITHM_VERSION}-{SIZE}-1"
"""How signatures are made; only those made alike can be compared."""

RUN = 4
"""Words in a run."""
FIGURE = re.compile(rb"[0-9][^ ]*")
MIX = np.uint64(0x9E3779B97F4A7C15)

PARTS = bytes(c if c > 127 or chr(c).isalnum() else 32 for c in range(256))
INSIDE = b".,'"
"""Marks part words, but for those that stand inside figures and names, which are passed over."""
TYPOGRAPHIC = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"}


class Signature(NamedTuple):
    """`minhash` has SIZE bytes, `words` counts words, `figures` are the hashes of the different figures as printed, two bytes each, in order."""

    minhash: bytes
    words: int
    figures: list[int]


def signatures(texts: Sequence[str]) -> list[Signature]:
    """The signature of each text; the same text has the same on any machine."""
    printed = [_printed(text) for text in texts]
    words = [text.split() for text in printed]
    runs = [_runs(np.fromiter(map(zlib.crc32, some), np.uint64, len(some))) for some in words]
    offsets = np.cumsum([0, *map(len, runs)]).astype(np.uint64)
    flat = np.concatenate(runs) if runs else np.empty(0, np.uint64)
    rows = rensa.RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, SIZE, 1).to_rows()
    minhashes = np.array(rows, np.uint32).astype(np.uint8)  # the last byte of each: that two differ and end alike is one in 256
    return [
        Signature(row.tobytes(), len(some), sorted({zlib.crc32(figure) & 0xFFFF for figure in FIGURE.findall(text)}))
        for row, text, some in zip(minhashes, printed, words, strict=True)
    ]


def _printed(text: str) -> bytes:
    """The words of a text in small letters, parted by spaces."""
    text = text.casefold()
    if not text.isascii():
        for mark, plain in TYPOGRAPHIC.items():
            text = text.replace(mark, plain)
    return text.encode("utf-8", "surrogatepass").translate(PARTS, INSIDE)


def _runs(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each run of words; for a text shorter than a run one for all of it."""
    length = max(1, len(words) - RUN + 1)
    runs = np.zeros(length, np.uint64)
    for at in range(min(RUN, len(words))):
        runs = runs * MIX + words[at : at + length]
    return runs
