"""A fact as a flat record: the output contract of `statwire extract`, and the columns of the warehouse's table `fact`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pipeline.interpret import calendar
from pipeline.model import Document, Fact, When


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


def plain(value: Decimal) -> str:
    """A Decimal as JSON wants it here: digits and a point, never an exponent."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_json(value: Any) -> str:
    """JSON with plain decimal numbers, keys in the order given, one line."""
    import json

    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {to_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(to_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
