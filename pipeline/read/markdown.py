"""Markdown: one document a file, its marks taken off; a head in YAML or TOML style tells its fields, a heading above all else its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.model import Document
from pipeline.read import row, text
from pipeline.read.markup import plain
from pipeline.read.source import Fault, Source

MARKDOWN = MarkdownIt("commonmark").enable("table")
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
        tokens = MARKDOWN.parse(item.text[head.end() if head else 0 :])
        body = _text(tokens)
        found = row.document(
            {"id": PurePath(source.name).stem} | fields | {source.columns.get("text", "text"): body}, 0, place, source.columns
        )
        if isinstance(found, Document):
            found.line = None
            if not found.title and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
                found.title, found.told["title"] = _text(tokens[:3]), "markup"
            yield found
        else:
            yield None, found[1]


def _text(tokens: list[Token]) -> str:
    return plain(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))
