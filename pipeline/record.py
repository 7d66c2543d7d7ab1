"""A fact as a flat record: the output contract of `statwire extract`, and the columns of the warehouse's table `fact`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Context, Decimal
from typing import Any

from pipeline.interpret.owners.identity import identity
from pipeline.interpret.times import calendar
from pipeline.interpret.voice.own import own_source
from pipeline.model import Document, Fact, When

NINE = Decimal("1e-9")
WIDE = Context(prec=38)
"""As many digits as the warehouse keeps."""


def record(fact: Fact, document: Document, published: When) -> dict[str, Any]:
    """The fields of the annotation guideline and of DESIGN §5, in their order; numbers are Decimal, dates ISO text."""
    quantity, mention = fact.quantity, fact.mention
    first, last = calendar.bounds(fact.period)
    low, high = quantity.low, quantity.high
    return {
        "id": fact.document,
        "fact": fact.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.text,
        "value": low if low == high else [low, high],
        "value_text": mention.text,
        "precision": mention.precision,
        "unit": quantity.unit,
        "per": quantity.per,
        "approx": fact.approximation,
        "measure": fact.measure,
        "indicator": fact.indicator,
        "variant": fact.variant,
        "statistic": fact.statistic,
        "direction": fact.direction,
        "status": fact.status,
        "revision": fact.revision,
        "period": fact.period,
        "period_start": first.isoformat() if first else None,
        "period_end": last.isoformat() if last else None,
        "period_source": fact.period_source,
        "basis": fact.basis,
        "entity": fact.entity,
        "partner": fact.partner,
        "attribution": fact.attribution,
        "balance": fact.balance,
        "adjustment": fact.adjustment,
        "optional": mention.optional,
        "sentence": document.text[fact.sentence.start : fact.sentence.end],
        "confidence": fact.confidence,
        "rule": fact.rules,
        "links": [{"type": kind, "fact": other} for kind, other in fact.links],
        "alt": fact.alternatives,
        "check": fact.checks,
        "published": published.text,
        "published_from": published.source,
    }


def document_key(document: Document) -> str:
    """The key of a document: what it says, by whom, and when."""
    parts = (document.id, document.publisher, document.published.text or "", document.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def text_key(document: Document) -> str:
    """sha256 of a document's text in UTF-8."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def document_row(document: Document, published: When) -> dict[str, Any]:
    """A document as a row of the table `document`, without the run that stores it."""
    at, precision = moment(published.text)
    return {
        "document": document_key(document),
        "story": document.id,
        "publisher": document.publisher,
        "title": document.title,
        "dateline": document.dateline,
        "url": document.url,
        "language": document.language,
        "language_from": document.language_from,
        "licence": document.licence,
        "published": published.text,
        "published_from": published.source,
        "published_evidence": published.evidence,
        "published_at": at,
        "published_precision": precision,
        "text_sha256": text_key(document),
        "characters": len(document.text),
        "synthetic": document.synthetic,
        "origin": document.origin,
        "told": to_json(document.told),
    }


def moment(text: str | None) -> tuple[dt.datetime | None, str]:
    """A publication date as a moment in UTC and its precision: a date counts to its end, a partial one to its last day's end."""
    if not text:
        return None, "none"
    if len(text) > 10:
        at = dt.datetime.fromisoformat(text.replace(" ", "T"))
        return (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(dt.UTC), "second"
    last = calendar.bounds(text)[1]
    assert last is not None
    precision = {4: "year", 7: "month", 10: "day"}[len(text)]
    return dt.datetime.combine(last, dt.time(23, 59, 59), dt.UTC), precision


def fact_row(fact: Fact, document: Document, key: str) -> dict[str, Any]:
    """A fact as a row of the table `fact`, without the run that stores it; it has more than the columns of the table."""
    flat = record(fact, document, When())
    first, last = calendar.bounds(fact.period)
    return flat | {
        "document": key,
        "low": _fitting(fact.quantity.low),
        "high": None if fact.quantity.high == fact.quantity.low else _fitting(fact.quantity.high),
        "precision": _fitting(fact.mention.precision),
        "period_start": first,
        "period_end": last,
        "entity_id": identity(fact.entity_id, document.language),
        "partner_id": identity(fact.partner, document.language),
        "own_source": own_source(fact.attribution, fact.entity, fact.entity_id, fact.indicator, fact.variant, document.language),
        "converts": fact.converts,
        "rules": fact.rules,
        "checks": fact.checks,
        "links": to_json(flat["links"]),
        "alt": to_json(flat["alt"]),
    }


def _fitting(value: Decimal) -> Decimal:
    """A value in the nine decimal places of the warehouse.  Raises decimal.InvalidOperation on one of more than 29 digits."""
    return value.quantize(NINE, context=WIDE)


def plain(value: Decimal) -> str:
    """A Decimal as JSON wants it here: digits and a point, never an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class _UnprintableError(ValueError):
    """No int or float prints as a Decimal should be."""


def to_json(value: Any) -> str:
    """JSON with plain decimal numbers, keys in the order given, one line."""
    try:
        return ENCODE(value)
    except _UnprintableError:
        return _spelled(value)


def _spelled(value: Any) -> str:
    """The same piece by piece, where a number has more digits than a float, or would be printed with an exponent."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f"{ENCODE(k)}: {_spelled(v)}" for k, v in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_spelled, value)) + "]"
    return ENCODE(value)


def _number(value: Any) -> int | float:
    """A Decimal as the number that prints just so."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is nothing that JSON has")
    text = plain(value)
    number = float(text) if "." in text else int(text)
    if repr(number) != text:
        raise _UnprintableError(text)
    return number


ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_number).encode
"""Encodes a whole value at once; `json.dumps` would make an encoder for each."""
