"""Markdown: one document a file, its marks taken off; a head in YAML or TOML style tells its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from markdown_it import MarkdownIt

from pipeline.model import Document
from pipeline.read import row, text
from pipeline.read.markup import plain
from pipeline.read.source import Fault, Source

LONGEST = 8 << 20
"""Characters of the longest Markdown; its parser takes a second for one of these."""
HEAD = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?\r?\n)?\1[ \t]*(?:\r?\n|$)", re.DOTALL)
FIELD = re.compile(r"^([\w.-]+)[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
"""A field of a head that is one line; of nested ones nothing is read."""


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """The document of a Markdown file: its text as paragraphs, apart by an empty line; the columns of its origin file name the fields of its head."""
    for item in text.read(source, place):
        if not isinstance(item, Document):
            yield item
            continue
        if len(item.text) > LONGEST:
            yield None, f"is larger than {LONGEST >> 20} MB, the most that is read of Markdown"
            continue
        head = HEAD.match(item.text)
        fields = {key: value.strip("\"'") for key, value in FIELD.findall(head[2] or "" if head else "")}
        body = plain(MarkdownIt("commonmark").enable("table").render(item.text[head.end() if head else 0 :]))
        found = row.document(
            {"id": PurePath(source.name).stem} | fields | {source.columns.get("text", "text"): body}, 0, place, source.columns
        )
        if isinstance(found, Document):
            found.line = None
            yield found
        else:
            yield None, found[1]
