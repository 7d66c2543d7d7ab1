"""Which reader a source needs: by what it holds, and by its name only where that leaves it open."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator

from pipeline.model import Document
from pipeline.read import encoding, jsonl, tables, text
from pipeline.read.source import HEAD, Fault, Source

JSON = re.compile(rb'[\xef\xbb\xbf\s]*(?:\[\s*)?\{\s*"')
"""How a document of JSON begins whose end is out of sight."""

Reader = Callable[[Source, str], Iterator[Document | Fault]]


def reader(source: Source) -> Reader:
    """The reader of a source that is not packed.  Raises ValueError on a kind that is not read."""
    if wide := encoding.wide(source.head):  # the readers of text and of pages decode for themselves
        inside = reader(Source(io.BytesIO(encoding.narrow(source.head, wide)), source.name, source.columns))
        if inside in (jsonl.read, tables.read_json, tables.read_csv):
            return lambda source, place: inside(encoding.recoded(source, wide), place)
    name = source.name.casefold()
    if not source.head.strip():
        raise ValueError("the file is empty")
    if source.head.startswith(b"PAR1") or name.endswith(".parquet"):
        return tables.read_parquet
    if source.head.startswith(b"WARC/") or name.endswith(".warc"):
        from pipeline.read import warc

        return warc.read
    if source.head.startswith(b"%PDF-") or name.endswith(".pdf"):
        from pipeline.read import pdf

        return pdf.read
    if tables.RECORDS in source.columns:
        return tables.read_json
    if jsonl.looks_like(source.head, name):
        return jsonl.read
    if source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") and (name.endswith(".json") or _is_json(source)):
        return tables.read_json
    if name.endswith((".md", ".markdown")):
        from pipeline.read import markdown

        return markdown.read
    return _of_markup(source, name) or (tables.read_csv if name.endswith((".csv", ".tsv")) or tables.is_csv(source) else text.read)


def _of_markup(source: Source, name: str) -> Reader | None:
    from pipeline.read import markup  # its libraries are loaded where there is markup

    root = markup.root_of(source.head)
    if root in ("rss", "feed", "rdf:rdf"):
        from pipeline.read import feed

        return feed.read
    if root == "reuters":
        from pipeline.read import sgml

        return sgml.read
    if root in ("html", "head", "body") or (root and name.endswith((".html", ".htm", ".xhtml"))):
        from pipeline.read import html

        return html.read
    if source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") or (root and name.endswith((".xml", ".rss", ".atom"))):
        raise ValueError(f"is XML of a kind that is not read (its root is <{root[:40]}>): feeds are RSS or Atom")
    return None


def _is_json(source: Source) -> bool:
    """Whether a source is one JSON document; a story may begin with a bracket as well."""
    if len(source.head) == HEAD:
        return JSON.match(source.head) is not None
    try:
        json.loads(source.head)
    except (ValueError, RecursionError):
        return False
    return True
