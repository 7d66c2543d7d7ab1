"""A million facts as extraction makes them, from a seed: what `warehouse.py` loads.

The shares are those counted on 91,305 facts of the 8,970 stories of 2006-10 that name a US statistic: how many facts a sentence, rules a
fact, facts with a link or no period, how skewed words and points are.  No word of them is anybody's news.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pyarrow as pa

from pipeline.interpret.times import calendar
from pipeline.signature import SCHEME, SIZE
from pipeline.store.load import SCHEMAS, SENSE, sense

SERIES, POINTS, DOCUMENTS = 25_000, 300_000, 100_000
"""For a million facts; fewer facts have as many less."""

INDICATORS = [
    "share_price",
    "gdp",
    "commodity_price",
    "interest_rate",
    "other",
    "consumer_prices",
    "revenue",
    "unemployment",
    "retail_sales",
    "exchange_rate",
    "profit",
    "eps",
    "costs",
    "government_spending",
    "orders",
    "deal_value",
    "bond_yield",
    "assets",
    "lending",
    "housing",
    "consumer_spending",
    "producer_prices",
    "wages",
    "loss",
    "investment",
]
STATUSES = (("actual", 0.79), ("forecast", 0.14), ("plan", 0.05), ("target", 0.02))
SHARE_OF_LINKS, SHARE_OF_SENTENCES = 0.37, 0.63
KINDS = ["read", "statistic", "indicator", "variant", "entity", "status", "period", "attribution", "basis"]
CUES = 4_000
"""Words that rules name: as many forms as 91,305 facts show."""

BATCH = 2_000
"""Documents in one table, as a run gets them from its workers (run.SHARD * run.BATCH)."""

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Synthetic:
    """Facts in order of publication, in documents of about ten, as two Arrow tables with the columns of `load.SCHEMAS`."""

    def __init__(self, facts: int, seed: int = 20261126) -> None:
        self.luck = np.random.default_rng(seed)
        self.n = facts
        self.words = self._words(20_000)
        self._series()
        self._facts()
        self.document, self.fact = self._documents(), self._rows()

    def batches(self) -> Iterator[tuple[pa.Table, pa.Table]]:
        """Documents and their facts, a transaction at a time."""
        for first in range(0, self.documents, BATCH):
            low, high = np.searchsorted(self.of, (first, first + BATCH))
            # Copied, for what comes from a worker is a table of its own and no window on a large one.
            rows = np.arange(low, high)
            yield self.document.take(np.arange(first, min(first + BATCH, self.documents))), self.fact.take(rows)

    def _words(self, count: int) -> np.ndarray:
        """Made-up words, the short ones first, as frequent words are."""
        syllables = [
            c + v + e
            for c in ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr"]
            for v in "aeiou"
            for e in ("", "n", "r", "s")
        ]
        made = {"".join(self.luck.choice(syllables, self.luck.integers(1, 5))) for _ in range(2 * count)}
        ranked = sorted(made, key=lambda word: (len(word) + self.luck.normal(0, 1.5), word))
        return np.array(ranked[:count], dtype=object)

    def _skewed(self, items: int, size: int, power: float = 1.0) -> np.ndarray:
        """Indexes of items, the first the most frequent (Zipf)."""
        weights = np.cumsum(1 / np.arange(2, items + 2) ** power)
        return np.searchsorted(weights, self.luck.random(size) * weights[-1]).clip(0, items - 1)

    def _series(self) -> None:
        """What each series measures, and the periods it has."""
        count = SERIES * self.n // 1_000_000
        luck = self.luck
        self.indicator = self._skewed(len(INDICATORS), count)
        self.entity = self._skewed(2_200, count, 0.8)
        self.variant = np.where(luck.random(count) < 0.4, self._skewed(3_000, count), -1)
        self.measure = self._skewed(8_000, count)
        self.status = luck.choice(len(STATUSES), count, p=[share for _, share in STATUSES])
        self.statistic = luck.choice(4, count, p=(0.46, 0.41, 0.07, 0.06))
        self.money = (self.statistic == 1) & (luck.random(count) < 0.75)
        self.basis = np.where(self.statistic == 0, luck.choice(4, count, p=(0.35, 0.40, 0.05, 0.20)), 3)
        self.per = np.where(self.money, luck.choice(4, count, p=(0.25, 0.15, 0.05, 0.55)), 3)
        self.step = luck.choice(5, count, p=(0.30, 0.30, 0.15, 0.15, 0.10))  # day, month, quarter, year, none
        spread = luck.pareto(1.1, count) + 0.2
        many = np.minimum(1 + spread * (POINTS * self.n / 1_000_000 - count) / spread.sum(), 240).astype(int)
        many[self.step == 4] = 1
        short = POINTS * self.n // 1_000_000 - many.sum()
        regular = np.flatnonzero(self.step < 3)
        np.add.at(many, regular[luck.integers(0, len(regular), max(0, short))], 1)
        self.point_series = np.repeat(np.arange(count), many)
        self.point_number = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)

    def _facts(self) -> None:
        """Which point each fact speaks for, with what value, and on which day: then in order of publication."""
        luck, points = self.luck, len(self.point_series)
        weight = np.minimum(luck.pareto(1.2, points) + 0.05, 60) * np.where(self.step[self.point_series] == 4, 8, 1)
        drawn = np.searchsorted(np.cumsum(weight), luck.random(self.n - points) * weight.sum()).clip(0, points - 1)
        point = np.concatenate([np.arange(points), drawn])
        series = self.point_series[point]
        self.periods, self.ends = self._periods()
        early = np.where(self.status[series] == 0, 1, -1) * luck.exponential(20, points)[point]
        day = self.ends[point] + early + np.where(luck.random(self.n) < 0.7, luck.integers(0, 2, self.n), luck.exponential(60, self.n))
        day = np.where(self.step[series] == 4, luck.uniform(13_100, 14_900, self.n), day).astype(int).clip(12_800, 15_300)
        order = np.lexsort((luck.random(self.n), self.entity[series], day))
        self.point, self.of_series, day = point[order], series[order], day[order]
        sizes = np.maximum(1, luck.poisson(self.n / (DOCUMENTS * self.n // 1_000_000), self.n // 8))
        self.of = np.repeat(np.arange(len(sizes)), sizes)[: self.n]
        self.documents = int(self.of[-1]) + 1
        self.first = np.searchsorted(self.of, np.arange(self.documents))
        self.day = day[self.first]

    def _periods(self) -> tuple[np.ndarray, np.ndarray]:
        """ISO period of each point (None where the series has none), and its last day, as days since 1970."""
        made: dict[tuple[int, int], tuple[str | None, int]] = {}
        start = self.luck.integers(12_784, 14_200, len(self.step))
        periods, ends = np.empty(len(self.point_series), dtype=object), np.empty(len(self.point_series), dtype=int)
        for at, (series, number) in enumerate(zip(self.point_series, self.point_number, strict=True)):
            step = int(self.step[series])
            key = (
                step,
                int(start[series] // (1, 30, 90, 365, 1)[step] * (1, 30, 90, 365, 1)[step] + number * (1, 30.44, 91.31, 365.25, 1)[step]),
            )
            if key not in made:
                day = dt.date(1970, 1, 1) + dt.timedelta(days=key[1])
                text = (f"{day}", f"{day:%Y-%m}", f"{day:%Y}-Q{(day.month + 2) // 3}", f"{day:%Y}", None)[step]
                made[key] = (text, (calendar.bounds(text)[1] - dt.date(1970, 1, 1)).days if text else key[1])
            periods[at], ends[at] = made[key]
        return periods, ends

    def _documents(self) -> pa.Table:
        days = [dt.date(1970, 1, 1) + dt.timedelta(days=int(day)) for day in self.day]
        copies = self.luck.random(self.documents) < 0.03
        texts = [hashlib.sha256(f"text {n - bool(copy and n)}".encode()).hexdigest() for n, copy in enumerate(copies)]
        titles = self._phrases(self.documents, 7)
        publishers = self._skewed(12, self.documents)
        self.keys = [hashlib.sha256(f"document {n}".encode()).hexdigest() for n in range(self.documents)]
        self.texts = texts
        columns = {
            "document": self.keys, "story": [f"wire-{day:%Y%m%d}-{n}" for n, day in enumerate(days)], "publisher": [f"Publisher {p}" for p in publishers],
            "title": titles, "dateline": [""] * self.documents, "language": ["en"] * self.documents, "licence": ["none"] * self.documents,
            "url": [f"https://news.example/{day:%Y/%m/%d}/{title.replace(' ', '-')[:40]}-{n}" for n, (day, title) in enumerate(zip(days, titles, strict=True))],
            "published": [str(day) for day in days], "published_from": ["metadata"] * self.documents, "published_evidence": [""] * self.documents, "told": ["{}"] * self.documents, "masked": [0] * self.documents, "pages": [None] * self.documents,
            "published_at": [dt.datetime.combine(day, dt.time(23, 59, 59), dt.UTC) for day in days], "published_precision": ["day"] * self.documents,
            "text_sha256": texts, "characters": self.luck.integers(800, 7_000, self.documents), "synthetic": [False] * self.documents,
            "origin": [f"/data/raw/wire.jsonl:{n}" for n in range(self.documents)],
            "language_from": ["metadata"] * self.documents,
            "minhash": [hashlib.shake_128(text.encode()).digest(SIZE) for text in texts], "minhash_by": [SCHEME] * self.documents,
            "words": self.luck.integers(120, 1_100, self.documents), "figures": [self.luck.integers(0, 2**16, n).tolist() for n in self.luck.poisson(12, self.documents)],
            "run": ["bench"] * self.documents, "recorded_at": [NOW] * self.documents,
        }  # fmt: skip
        return _table("document", columns)

    def _rows(self) -> pa.Table:
        luck, n, series, point = self.luck, self.n, self.of_series, self.point
        ordinal = np.arange(n) - self.first[self.of]
        start = ordinal * 310 + luck.integers(0, 300, n)
        exact = luck.random(n) < 0.85
        revision = np.where(luck.random(n) < 0.02, luck.integers(1, 3, n), 0)
        base = np.round(luck.lognormal(1.2, 1.5, len(self.point_series)), 1)[point]
        moved = np.where(luck.random(n) < 0.15, 1 + luck.integers(0, 30, n), 0) + 7 * (revision == 1)
        tenths = np.maximum(1, np.round(base * 10).astype(int) + moved)
        scale = np.where(self.money[series], luck.choice((6, 9), len(self.step), p=(0.5, 0.5))[series], 0)
        value = [Decimal(int(t)).scaleb(int(s) - 1) for t, s in zip(tenths, scale, strict=True)]
        printed = np.array(
            [
                f"{'$' if s else ''}{t / 10:g}{(' percent', ' million', ' billion')[s // 6 + s // 9]}"
                for t, s in zip(tenths, scale, strict=True)
            ],
            dtype=object,
        )
        facts = np.array(
            [hashlib.sha256(f"{self.texts[d]} {s} 0".encode()).hexdigest() for d, s in zip(self.of, start, strict=True)], dtype=object
        )
        last = np.append(self.of[1:] != self.of[:-1], True)
        other = np.where(last, np.maximum(np.arange(n) - 1, self.first[self.of]), np.arange(n) + (~last))
        linked = (luck.random(n) < SHARE_OF_LINKS) & (other != np.arange(n))
        opens = (luck.random(n) < SHARE_OF_SENTENCES) | (ordinal == 0)
        sentence_of = np.cumsum(opens) - 1
        firsts = np.flatnonzero(opens)
        measures = np.array(self._phrases(8_000, 2), dtype=object)
        names = np.array([" ".join(word.title() for word in phrase.split()) for phrase in self._phrases(2_200, 2)], dtype=object)
        told = self._phrases(len(firsts), 15)
        sentences = np.array(
            [
                f"{names[self.entity[series[f]]]} said its {measures[self.measure[series[f]]]} was {printed[f]} {rest}."
                for f, rest in zip(firsts, told, strict=True)
            ],
            dtype=object,
        )
        periods = self.periods[point]
        bounds = {text: calendar.bounds(text) for text in set(self.periods)}
        dated = luck.random(n) < 0.3
        growing = self.statistic[series] % 3 == 0
        variants = np.array([*self._phrases(3_000, 1), ""], dtype=object)

        def pick(index: np.ndarray, *options: str | None) -> np.ndarray:
            return np.array(options, dtype=object)[index]

        columns = {
            "fact": facts, "document": np.array(self.keys, dtype=object)[self.of], "start": start, "end": start + 11, "value_text": printed, "low": value,
            "high": [None] * n, "precision": [Decimal(1).scaleb(int(s) - 1) for s in scale], "unit": pick(self.money[series].astype(int), "percent", "USD"),
            "per": pick(self.per[series], "share", "barrel", "year", None), "approx": pick(np.where(exact, 0, luck.integers(1, 5, n)), "exact", "about", "more_than", "nearly", "at_most"),
            "measure": measures[self.measure[series]], "indicator": pick(self.indicator[series], *INDICATORS), "variant": variants[self.variant[series]],
            "statistic": pick(self.statistic[series], "growth", "level", "share", "change"), "direction": pick(np.where(growing, (luck.random(len(self.step)) < 0.4)[series], 2), "up", "down", None),
            "status": pick(self.status[series], *(status for status, _ in STATUSES)), "revision": pick(revision, None, "to", "from"), "period": periods,
            "period_start": [bounds[text][0] for text in periods], "period_end": [bounds[text][1] for text in periods],
            "period_source": pick(np.where(self.step[series] == 4, 2, dated), "inferred", "stated", "none"), "basis": pick(self.basis[series], "yoy", "mom", "qoq", None),
            "entity": names[self.entity[series]], "entity_id": names[self.entity[series]], "partner": [None] * n, "partner_id": [None] * n,
            "attribution": pick(np.where(luck.random(n) < 0.57, self._skewed(3_700, n), 3_700), *self._phrases(3_700, 2), None), "balance": [None] * n, "adjustment": [None] * n,
            "optional": luck.random(n) < 0.02, "own_source": luck.random(n) < 0.1, "converts": np.where((luck.random(n) < 0.02) & self.money[series] & (other != np.arange(n)), facts[other], None),
            "sentence": sentences[sentence_of], "confidence": np.round(luck.beta(6, 4, n), 3), "rules": self._rules(n),
            "links": np.where(linked, '[{"type": "compares with", "fact": "' + facts[other] + '"}]', "[]"),
            "alt": np.where(luck.random(n) < 0.005, '[{"statistic": "level", "direction": null}]', "[]"),
            "checks": [[f"{v} less {v} adds up"] if many else [] for v, many in zip(printed, luck.random(n) < 0.015, strict=True)],
            "run": ["bench"] * n, "recorded_at": [NOW] * n, "retired_at": [None] * n,
        }  # fmt: skip
        senses = zip(*(np.asarray(columns[name], dtype=object) for name in SENSE), strict=True)
        return _table("fact", columns | {"sense": [sense(values) for values in senses]})

    def _phrases(self, count: int, words: int) -> list[str]:
        """Phrases of about so many words, short and long ones."""
        sizes = np.maximum(1, self.luck.normal(words, words / 3, count).round().astype(int))
        drawn = self.words[self._skewed(len(self.words), int(sizes.sum()))]
        ends = np.cumsum(sizes)
        return [" ".join(drawn[end - size : end]) for end, size in zip(ends, sizes, strict=True)]

    def _rules(self, n: int) -> list[list[str]]:
        """Seven to nine rules a fact: a few say most, and some name the word that they went by."""
        pool = {kind: np.array([f"{kind}: {phrase}" for phrase in self._phrases(CUES // 8, 3)], dtype=object) for kind in KINDS}
        drawn = [pool[kind][self._skewed(len(pool[kind]), n, 1.6)] for kind in KINDS]
        sizes = self.luck.integers(7, 10, n)
        return [rules[:size] for *rules, size in zip(*drawn, sizes, strict=True)]


def _table(name: str, columns: dict[str, object]) -> pa.Table:
    return pa.table({column: pa.array(columns[column], kind) for column, kind in SCHEMAS[name].items()})
