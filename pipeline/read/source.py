"""The bytes of one input: its beginning looked at, the rest read once, and never more of it held than a bound allows."""

from __future__ import annotations

import io
import os
import stat
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Any

HEAD = 1 << 16
"""Bytes that are looked at to tell the format."""
WHOLE = 64 << 20
"""Bytes of the largest input that is read as a whole."""
LINE = 16 << 20
"""Bytes of the longest line of an input that is read line by line."""
PIPED = 1 << 30
"""Bytes of a pipe that are set down in a temporary file, for formats that must be read from their end."""

CONVERT = "convert the file, for example with `iconv -f windows-1252 -t utf-8`"
"""What to do about an encoding that nothing tells: bytes of one of the Western ones are text in each."""

Fault = tuple[int | None, str] | tuple[int, str, str | None, int]
"""Why something could not be read, and in which line (or record, or page) of it; where the reader has them the sha256 of its bytes, and how many stand before it."""


class Source:
    """One input: `name` tells its format where its content does not, `columns` what its fields are called (None: as ours).

    `url` is where it was got and `charset` what the server said of it; empty where that is not known.
    What its reader passes over, and rightly, it counts in `passed`.
    """

    def __init__(
        self,
        stream: IO[bytes] | io.RawIOBase,
        name: str,
        columns: Mapping[str, str] | None = None,
        url: str = "",
        charset: str = "",
        passed: Counter[str] | None = None,
    ) -> None:
        self.name, self.columns, self.url, self.charset = name, columns or {}, url, charset
        self.passed = Counter[str]() if passed is None else passed
        self.offset = self.behind = 0
        """Of `lines`: the bytes before the line handed out last, and those up to its end."""
        self._stream: Any = stream
        self._size = _size(stream)
        self._broken: OSError | None = None
        self.head = b""
        try:
            while len(self.head) < HEAD and (more := self._stream.read(HEAD - len(self.head))):
                self.head += more
        except OSError as error:  # what was read before is good: the fault is told where it stands
            if not self.head:
                raise
            self._broken = error

    def stream(self) -> io.BufferedReader:
        """All of it from the beginning, once; of a file what it held when it was opened, though it grow.  Raises OSError where it breaks off."""
        return io.BufferedReader(_Rejoined(self.head, self._stream, self._broken, self._size), HEAD)

    def whole(self, most: int = WHOLE) -> bytes:
        """All of it at once.  Raises ValueError where it is larger than `most` bytes."""
        body = (
            self.stream().read(most + 1) if len(self.head) == HEAD or self._broken else self.head
        )  # asked for much, it makes room for much
        if len(body) > most:
            raise ValueError(f"is larger than {most >> 20} MB, the most that is read of one document")
        return body

    def lines(self) -> Iterator[bytes | None]:
        """Its lines with their ends; None for one longer than LINE, which is passed over."""
        stream = self.stream()
        while line := stream.readline(LINE + 1):
            self.offset = self.behind
            self.behind += len(line)
            if len(line) <= LINE:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(LINE)
                self.behind += len(line)
            yield None

    def seekable(self) -> IO[bytes]:
        """All of it as a file that can be read in any order.  Raises ValueError on a pipe longer than PIPED."""
        if self._stream.seekable():
            self._stream.seek(0)
            return self._stream  # type: ignore[no-any-return]
        file = tempfile.TemporaryFile()  # noqa: SIM115 (who reads it closes it by letting go)
        stream = self.stream()
        while some := stream.read(1 << 20):
            if file.tell() > PIPED:
                raise ValueError(f"is larger than {PIPED >> 20} MB, the most that is read of this format when packed or piped")
            file.write(some)
        file.seek(0)
        return file


def _size(stream: Any) -> int | None:
    """The bytes of a regular file as it lies there; None for what is none, or tells none, as those of /proc."""
    try:
        told = os.fstat(stream.fileno())
    except (OSError, AttributeError):
        return None
    return (told.st_size or None) if stat.S_ISREG(told.st_mode) else None


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been looked at, up to `size` bytes in all."""

    def __init__(self, head: bytes, stream: Any, broken: OSError | None, size: int | None) -> None:
        self._head, self._stream, self._broken = head, stream, broken
        self._left = None if size is None else max(0, size - len(head))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer)
        if self._head:
            found, self._head = self._head[:size], self._head[size:]
        elif self._broken:
            raise self._broken
        else:
            found = self._stream.read(size if self._left is None else min(size, self._left))
            if self._left is not None:
                self._left -= len(found)
        buffer[: len(found)] = found
        return len(found)
