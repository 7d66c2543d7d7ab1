"""The facts of a document: clean → split → recognise → interpret, and their rows."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa

from pipeline import lexicon, record
from pipeline.batch.processes import unswept
from pipeline.clean import Masked, clean
from pipeline.interpret import interpret
from pipeline.interpret.story import publication
from pipeline.model import Document, Fact, Mention, Span, When
from pipeline.read import Rejected
from pipeline.read.language import detected
from pipeline.read.pages import starts
from pipeline.recognise import recognise
from pipeline.signature import SCHEME, signatures
from pipeline.split import split
from pipeline.store import load
from pipeline.typography import plain


class Reading(NamedTuple):
    """All that was made of one document; `language` is the one it was read in, which a user may have forced."""

    document: Document
    language: str
    published: When
    text: str
    masked: list[Masked]
    facts: list[Fact]


def facts_of(document: Document, with_volumes: bool = False, forced: str | None = None) -> Reading:
    """The facts of one document: a pure function of the document and of the lexicon; `with_volumes` adds physical volumes.

    A document whose source tells no language is in the one that its words tell; it is read in that, or in the one `forced`.
    """
    if not document.language:
        code, source = detected(document.text)
        document = replace(document, language=code, language_from=source)
    language = forced or document.language
    if language not in lexicon.languages():
        return Reading(document, language, document.published, document.text, [], [])  # stored and counted, not extracted
    with unswept():
        taken = taken_apart(replace(document, language=language), with_volumes)
        return Reading(document, language, publication(taken.document), taken.text, taken.masked, interpret(*taken[:4]))


class Taken(NamedTuple):
    """What interpretation reads of a document: its head and cleaned text in plain marks, its sentences and figures; and what was masked."""

    document: Document
    text: str
    spans: list[Span]
    mentions: list[Mention]
    masked: list[Masked]


def taken_apart(document: Document, with_volumes: bool = False) -> Taken:
    """A document cleaned, split and its figures read."""
    text, masked = clean(document.text, document.language, document.title)
    text = plain(text)
    spans = split(text, document.language)
    mentions = mentions_of(text, spans, document.language, with_volumes)
    return Taken(replace(document, title=plain(document.title), dateline=plain(document.dateline)), text, spans, mentions, masked)


def mentions_of(text: str, spans: list[Span], language: str, with_volumes: bool = False) -> list[Mention]:
    """The figures of a text, read sentence by sentence; their spans index the text."""
    mentions = []
    for start, end in spans:
        for mention in recognise(text[start:end], language, with_volumes, within=text):
            first, last = mention.span
            mentions.append(Mention(Span(start + first, start + last), *mention[1:]))
    return mentions


class Shard(NamedTuple):
    """Some documents and their facts as the tables of the warehouse have them, and the documents that a rule failed on."""

    documents: pa.Table
    facts: pa.Table
    rejected: list[Rejected]


def shard(documents: list[Document], stamp: dict[str, object], forced: str | None = None) -> Shard:
    """The rows of some documents, each with the `stamp` of its run, read in the language `forced` where one is; one that a rule fails on is named, the others are kept."""
    rows: list[load.Row] = []
    facts: list[load.Row] = []
    texts = []
    rejected = []
    standing = stamp | {"retired_at": None}
    for document in documents:
        reading = attempt(document, forced=forced)
        if isinstance(reading, Rejected):
            rejected.append(reading)
            continue
        row = record.document_row(reading.document, reading.published)
        rows.append(row | stamp | {"masked": len(reading.masked), "pages": starts(reading.document.text)})
        texts.append(reading.text)
        as_read = replace(reading.document, language=reading.language)
        facts += [record.fact_row(fact, as_read, row["document"]) | standing for fact in reading.facts]
    for row, signature in zip(rows, signatures(texts), strict=True):
        row |= signature._asdict() | {"minhash_by": SCHEME}
    return Shard(load.arrow("document", rows), load.arrow("fact", facts), rejected)


def attempt(document: Document, with_volumes: bool = False, forced: str | None = None) -> Reading | Rejected:
    """The facts of one document, or why a rule failed on it: one bad document is recorded, never fatal."""
    try:
        return facts_of(document, with_volumes, forced)
    except Exception as error:
        why = f"story {document.id!r} cannot be extracted: {type(error).__name__}: {error}"
        return Rejected(document.origin, document.line, why, record.text_key(document))
