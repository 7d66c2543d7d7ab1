"""Web archives: a document a page that was got; what else they hold is passed over and counted."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from pipeline.model import Document
from pipeline.read import html
from pipeline.read.source import Fault, Source

PAGES = ("text/html", "application/xhtml+xml")


class _Records(ArchiveIterator):  # type: ignore[misc]
    """Counts a wrong length in silence, where warcio writes to the terminal."""

    INC_RECORD = ""


class _Told(io.RawIOBase):
    """A stream that knows how far it has been read, which warcio asks for."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read1(size)  # read1: what stands before a cut is handed out
        self._at += len(found)
        return found

    def tell(self) -> int:
        return self._at


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a record that holds a page, `line` being the number of the record.

    Revisits (the page as it was before), what is no page, and answers other than 200 are passed over and counted.
    """
    done, wrong, begun = 0, 0, 0
    records = _Records(_Told(source.stream()))
    try:
        for number, record in enumerate(records, 1):
            if records.err_count > wrong:
                wrong = records.err_count
                yield number - 1, "is a record whose length is not what it says", None, begun
            begun = records.offset
            if why := _why_passed(record):
                source.passed[why] += 1
            elif isinstance(item := _page(record, place), Document):
                item.line = number
                yield item
            else:
                yield number, item[1], None, begun
            done = number
    except (OSError, ValueError, EOFError, zlib.error, ArchiveLoadFailed, AttributeError) as error:  # the last: a record without an address
        yield done + 1, f"the file breaks off here, or its record is damaged: {' '.join(str(error).split())[:200]}", None, records.offset


def _why_passed(record: Any) -> str | None:
    if record.rec_type == "revisit":
        return "revisits"
    if record.rec_type not in ("response", "resource"):
        return "records that are no answer"
    if _media_type(record).get_content_type() not in PAGES:
        return "answers that are no HTML"
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return "answers that are no success"
    return None


def _media_type(record: Any) -> Message:
    headers = record.http_headers or record.rec_headers
    said = Message()
    said["content-type"] = headers.get_header("content-type") or "application/octet-stream"
    return said


def _page(record: Any, place: str) -> Document | Fault:
    stream = record.content_stream()
    body = b""
    while len(body) <= html.PAGE and (some := stream.read(1 << 16)):
        body += some
    if len(body) > html.PAGE:
        return None, f"is a page larger than {html.PAGE >> 20} MB"
    if record.raw_stream.limit:
        return None, "is a record that is cut off"
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return html.page(body, place, url, url, str(_media_type(record).get_content_charset() or ""))
