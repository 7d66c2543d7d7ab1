"""The nouns of this project.  Data only: this module imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Quantity(NamedTuple):
    """An amount of `unit`: `percent`, `percentage_point`, `basis_point`, or an ISO 4217 code.

    A range ("$5bn to $7bn") has `low` < `high`; a plain figure has `low == high`.  `per` is the denominator of a
    price or a rate of flow (`barrel`, `share`, `year`), None where there is none.
    """

    low: Decimal
    high: Decimal
    unit: str
    per: str | None = None


class Mention(NamedTuple):
    """A quantity as one stretch of text states it, and the rule that read it.

    `candidates` are the codes that a shared sign or name may stand for, likeliest first (empty where it stands for one);
    `precision` is the size of one unit of the last printed digit; `approximation` one of the guideline's `approx` values.
    """

    span: Span
    text: str
    quantity: Quantity
    rule: str
    approximation: str = "exact"
    precision: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()
    optional: bool = False


class When(NamedTuple):
    """A publication date as far as it is known: ISO text that may stop at the year or the month, and where it comes from.

    `source` is `metadata`, `markup`, `dateline`, `inferred` or `unknown`; `evidence` says in words what an inferred date rests on.
    """

    text: str | None = None
    source: str = "unknown"
    evidence: str = ""


@dataclass(slots=True)
class Document:
    """One published text; spans index `text` exactly as given.  `origin` and `line` say where it was read from.

    `told` says where the title, publisher, url and language come from, with the words of `When.source`; what is unknown is left out.
    `language` is empty where the source tells none; `language_from` is `metadata`, `detected` or `assumed`.
    """

    id: str
    text: str
    published: When = When()
    title: str = ""
    dateline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = "en"
    origin: str = ""
    line: int | None = None
    synthetic: bool = False
    licence: str = ""
    told: dict[str, str] = field(default_factory=dict)
    language_from: str = "metadata"


@dataclass(slots=True)
class Fact:
    """What a document asserts about one figure: the fields of the annotation guideline, with confidence and provenance.

    `quantity.per` is the denominator; `period_source` is `stated`, `inferred`, `reference_date` or `none`; `links` are
    (type, fact id) pairs; `converts` is the fact whose amount this one tells again in another money; `alternatives` second readings as fields and values; `checks` sentences of arithmetic.
    """

    id: str
    document: str
    mention: Mention
    sentence: Span
    quantity: Quantity
    measure: str = ""
    indicator: str = "other"
    variant: str = ""
    statistic: str = "level"
    direction: str | None = None
    status: str = "actual"
    revision: str | None = None
    period: str | None = None
    period_source: str = "none"
    basis: str | None = None
    entity: str | None = None
    entity_id: str | None = None
    partner: str | None = None
    attribution: str | None = None
    balance: str | None = None
    adjustment: str | None = None
    approximation: str = "exact"
    confidence: float = 0.0
    rules: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    converts: str | None = None
    alternatives: list[dict[str, str | None]] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)
