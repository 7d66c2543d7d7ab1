"""Packed input: gzip, zstd, zip and tar, one level deep.  Nothing is written to disk, and no bomb is unpacked to its end."""

from __future__ import annotations

import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import zstandard

from pipeline.read.source import Source

FREE = 64 << 20
"""Bytes that anything may unpack to."""
RATIO = 100
"""Times its own size that a larger one may: text packs to a tenth, seldom to a thirtieth."""
BOMB = f"unpacks to more than {RATIO} times its size, as a decompression bomb does: the rest is not read"
STEP = 1024
"""Bytes handed to zstd at once: four of them may stand for 128 KB."""

GZIP, ZSTD, ZIP, EMPTY_ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"PK\x05\x06"
FAULTS = (
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    zstandard.ZstdError,
    NotImplementedError,
    RuntimeError,
)
"""What the libraries raise on damaged, encrypted or unknown packing."""

Member = tuple[str, Source | str]
"""The name of something that was packed (empty: it is all there is), and what it is or why it is refused."""


def sources(source: Source) -> Iterator[Member]:
    """What an input holds: itself where it is not packed.  Raises OSError where the packing is damaged or a bomb."""
    kind = _kind(source)
    if kind in ("gzip", "zstd"):
        counted = _Counted(source.stream())
        stream = _gzip(counted) if kind == "gzip" else _zstd(counted)
        inner = Source(_Bounded(stream, lambda: counted.size), _stem(source.name), source.columns, passed=source.passed)
        if (packing := _kind(inner)) == "tar":
            yield from _tar(inner)
        elif packing:
            yield "", "is an archive in an archive: unpack it first"
        else:
            yield "", inner
    elif kind == "zip":
        yield from _zip(source)
    elif kind == "tar":
        yield from _tar(source)
    else:
        yield "", source


def _kind(source: Source) -> str | None:
    head = source.head
    if head.startswith(GZIP):
        return "gzip"
    if head.startswith(ZSTD):
        return "zstd"
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "zip"
    return "tar" if head[257:262] == b"ustar" else None


def _stem(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".zst")


class _Counted(io.RawIOBase):
    """Counts what is read of a packed stream."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self.size = stream, 0

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self.size += len(found)
        return found


class _Bounded(io.RawIOBase):
    """What comes out of a packed stream, as long as it stands in proportion to what went in; every fault of it is an OSError."""

    def __init__(self, read: Callable[[int], bytes], packed: Callable[[], int]) -> None:
        self._read, self._packed, self._size = read, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            found = self._read(len(buffer))
        except FAULTS as error:
            raise OSError(str(error) or type(error).__name__) from error
        self._size += len(found)
        if self._size > max(FREE, RATIO * self._packed()):
            raise OSError(BOMB)
        buffer[: len(found)] = found
        return len(found)


def _gzip(stream: _Counted) -> Callable[[int], bytes]:
    return gzip.GzipFile(fileobj=stream).read1  # read1: what stands before a fault is handed out


def _zstd(stream: _Counted) -> Callable[[int], bytes]:
    """Frame by frame, for zstd's own reader takes a cut frame for a whole one."""
    made = zstandard.ZstdDecompressor().decompressobj()
    begun, ready, rest = False, b"", b""

    def read(size: int) -> bytes:
        nonlocal made, begun, ready, rest
        while not ready:
            some = rest or stream.read(STEP)
            rest = b""
            if not some:
                if begun:
                    raise EOFError("compressed file ended before the end-of-stream marker was reached")
                return b""
            ready, begun = made.decompress(some), True
            if made.eof:
                rest, begun = made.unused_data, False
                made = zstandard.ZstdDecompressor().decompressobj()
        found, ready = ready[:size], ready[size:]
        return found

    return read


def _zip(source: Source) -> Iterator[Member]:
    file = source.seekable()
    packed = file.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except FAULTS as error:
        raise OSError(f"is a damaged zip archive: {error}") from error
    files = [info for info in archive.infolist() if not info.filename or not (info.is_dir() or _hidden(info.filename))]
    if sum(info.file_size for info in files) > max(FREE, RATIO * packed):
        raise OSError(BOMB)
    for info in files:
        mode = stat.S_IFMT(info.external_attr >> 16)
        if not info.filename:
            yield "?", "has no name in the archive"
        elif info.flag_bits & 1:
            yield info.filename, "is encrypted: unpack it with its password"
        elif mode and not stat.S_ISREG(mode):
            yield info.filename, "is a link or a device, which is not followed"
        else:
            try:
                opened: Any = archive.open(info)
                yield _member(info.filename, _Bounded(opened.read1, lambda: packed), source)
            except (*FAULTS, OSError) as error:  # the members after it may be whole
                yield info.filename, f"cannot be unpacked: {error}"


def _tar(source: Source) -> Iterator[Member]:
    """Block by block, so that what stands before a cut is handed out."""
    try:
        with tarfile.open(fileobj=source.stream(), mode="r|", bufsize=tarfile.BLOCKSIZE) as archive:
            for info in archive:
                archive.members.clear()  # type: ignore[attr-defined]  # it keeps them all
                if info.isdir() or _hidden(info.name):
                    continue
                if not info.isreg():
                    yield info.name, "is a link or a device, which is not followed"
                    continue
                opened: Any = archive.extractfile(info)
                yield _member(info.name, _Bounded(opened.read1, partial(int, info.size)), source)
    except FAULTS as error:
        raise OSError(f"the archive is damaged or cut off: {error}") from error


def _member(name: str, stream: _Bounded, source: Source) -> Member:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or not path.parts or ".." in path.parts or ":" in path.parts[0]:
        return name, "has a name that leads out of the archive"
    inner = Source(stream, path.name, source.columns, passed=source.passed)
    return name, ("is an archive in an archive: unpack it first" if _kind(inner) else inner)


def _hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))
