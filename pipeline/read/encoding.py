"""JSON and tables in UTF-16 or UTF-32, as spreadsheets and Windows write them, handed on as UTF-8."""

from __future__ import annotations

import codecs
import io
from typing import Any

from pipeline.read.source import Source

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""
SEEN = 64
"""Bytes that tell UTF-16 without a mark: JSON and the names of columns begin with ASCII, of which every other byte is then zero."""
STEP = 1 << 16


def wide(head: bytes) -> str | None:
    """The encoding of two or four bytes a character that a beginning is in, by its mark or by its zeros; None for any other."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[0:SEEN:2], head[1:SEEN:2]
    if len(head) >= 4 and len(even) == len(odd):
        if not any(odd) and all(even):
            return "utf-16-le"
        if not any(even) and all(odd):
            return "utf-16-be"
    return None


def narrow(head: bytes, encoding: str) -> bytes:
    """A beginning in UTF-8; a character that is cut at its end is left out."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(head).encode("utf-8", "replace")


def recoded(source: Source, encoding: str) -> Source:
    """A source in `encoding` as one in UTF-8; its offsets are those of the UTF-8."""
    return Source(_Recoded(source.stream(), encoding), source.name, source.columns, passed=source.passed)


class _Recoded(io.RawIOBase):
    """A stream as UTF-8; what is no text in its encoding is an OSError."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream, self._encoding, self._ready, self._read = stream, encoding, b"", 0
        self._fault: OSError | None = None
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        more = True
        while more and not self._ready:
            if self._fault:
                raise self._fault
            some = self._stream.read(STEP)
            more = bool(some)
            self._ready = self._utf8(some, final=not more)
            self._read += len(some)
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _utf8(self, some: bytes, final: bool) -> bytes:
        """The next bytes in UTF-8, up to what is no text, which is told when it is reached."""
        state = self._decoder.getstate()
        try:
            return self._decoder.decode(some, final).encode()
        except UnicodeDecodeError as error:
            sound = len(some) - (len(error.object) - error.start)
            self._fault = OSError(f"cannot be decoded as {self._encoding} (byte {self._read + sound:,})")
            self._decoder.setstate(state)
            return self._decoder.decode(some[: max(0, sound)]).encode()
