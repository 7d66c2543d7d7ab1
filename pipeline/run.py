"""The straight line, literally: document → clean → split → recognise → interpret → facts."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.clean import Masked, clean
from pipeline.interpret import interpret
from pipeline.interpret.story import publication
from pipeline.model import Document, Fact, Span, When
from pipeline.recognise import recognise
from pipeline.split import split


class Reading(NamedTuple):
    """All that was made of one document."""

    document: Document
    published: When
    text: str
    masked: list[Masked]
    facts: list[Fact]


def facts_of(document: Document) -> Reading:
    """The facts of one document: a pure function of the document and of the lexicon."""
    text, masked = clean(document.text, document.language)
    published = publication(document)
    spans = split(text, document.language)
    mentions = []
    for span in spans:
        for mention in recognise(text[span.start : span.end], document.language):
            mentions.append(mention._replace(span=Span(mention.span.start + span.start, mention.span.end + span.start)))
    return Reading(document, published, text, masked, interpret(document, text, spans, mentions))
