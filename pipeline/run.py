"""The straight line, literally: read → clean → split → recognise → interpret → store → view → report."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import lexicon, record, store
from pipeline.batch.arrivals import Arrivals
from pipeline.batch.choice import Choice
from pipeline.batch.ledger import Maker, maker
from pipeline.batch.lock import lock
from pipeline.batch.meter import Meter
from pipeline.batch.processes import mapped, sliced
from pipeline.batch.quarantine import Quarantine, with_hash
from pipeline.batch.whole import Whole
from pipeline.corrections import file as corrections_file
from pipeline.corrections.apply import Outcome, apply
from pipeline.corrections.entry import Correction
from pipeline.facts import shard
from pipeline.model import Document
from pipeline.read import Rejected, files, printable, read
from pipeline.store import corrections as corrections_table
from pipeline.store import derive, ledger, load, money, publish, rejects, whole

SHARD = 100
"""Documents that cross to a worker at once."""
BATCH = 20
"""Shards in one transaction."""


OFTEN = 200
"""Documents read between two words on how far the run is."""
Progress = Callable[[dict[str, int], Meter], None]
"""What is told while a run reads: its counts, and how much of the input it has read."""


@dataclass
class Result:
    """What a run did, and where it wrote."""

    run: str
    target: Path
    """The file that it publishes where its checks hold."""
    started: dt.datetime
    maker: Maker
    finished: dt.datetime | None = None
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("read", "new", "known", "left", "rejected", "resolved", "facts", "retired", "unread", "masked", "passed"), 0
        )
    )
    rejects: list[Rejected] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    """What was rightly passed over: how often, for each reason."""
    quarantine: Quarantine = field(default_factory=Quarantine)
    failed: dict[str, int] = field(default_factory=dict)
    corrected: Outcome = field(default_factory=Outcome)
    published: Path | None = None
    arrivals: Arrivals | None = None
    """What was fetched before it; None where nothing was to be."""
    rehearsed: bool = False
    """True where all that it tells would be, and nothing was written."""


EVERYTHING = Choice()


def run(
    raw: list[Path],
    warehouse: Path,
    jobs: int,
    progress: Progress,
    again: bool = False,
    corrections: Path | None = None,
    choice: Choice = EVERYTHING,
    arrivals: Arrivals | None = None,
) -> Result:
    """Read what is new under `raw` and in the `choice`, store its facts, apply `corrections` (by default the file beside the warehouse),
    check, and publish to `warehouse`; `again` reads stored stories anew as well.  A source of the `arrivals` that could not be fetched
    stands in the quarantine until it is.

    Raises BusyError where another run holds the lock, store.StoreError where the warehouse and CorrectionError where the corrections
    cannot be used.
    """
    publish.refuse_foreign(warehouse)
    entries = corrections_file.read(corrections or corrections_file.beside(warehouse))
    with lock(warehouse):
        now = dt.datetime.now(dt.UTC)
        with store.writing(publish.working_file(warehouse)) as con:
            store.hold_at_most(con, store.READING)
            result = begin(con, warehouse, raw, now, again, choice)
            if arrivals:
                result.arrivals = arrivals
                result.quarantine.read_whole(arrivals.config)
                result.rejects += arrivals.rejects
            fill(con, raw, jobs, now, result, progress, again, choice)
            store.hold_at_most(con, store.DERIVING)
            sound = finish(con, result, now, entries)
        if sound:
            publish.publish(warehouse, result.target)
            result.published = result.target
    return result


def begin(
    con: store.Connection, warehouse: Path, raw: list[Path], now: dt.datetime, again: bool = False, choice: Choice = EVERYTHING
) -> Result:
    """A new run in the ledger."""
    run = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    result = Result(run, publish.target(warehouse, run), now, maker())
    result.quarantine = Quarantine(rejects.standing(con))
    told = result.maker._asdict() | {"raw": ", ".join(map(printable, raw)), "options": choice.told(again)}
    ledger.begin(con, result.run, now, told)
    return result


def finish(con: store.Connection, result: Result, now: dt.datetime, entries: list[Correction]) -> bool:
    """Correct, bring in new rates, derive, check, record the rejects, and end the run in the ledger: whether the file may be published."""
    result.corrected = apply(con, entries, result.run, now)
    new_rates = money.refresh(con)
    stands = None if new_rates or _changed(con, result, now) else ledger.left_sound(con, result.run, _made_by(result))
    result.failed = _derived(con, result, now) if stands is None else stands
    met = rejects.record(con, result.rejects, result.quarantine.cleared, result.run, now)
    result.counts |= {"rejected": met.new, "resolved": met.resolved, "passed": result.passed.total()}
    sound = not any(name.startswith("error") for name in result.failed)
    result.finished = dt.datetime.now(dt.UTC)
    ledger.end(con, result.run, result.finished, result.counts, result.failed, result.target.name if sound else None)
    con.execute("CHECKPOINT")
    return sound


def _changed(con: store.Connection, result: Result, now: dt.datetime) -> bool:
    """Whether a run changed what the derived tables are worked out from and the checks look at."""
    return any(result.counts[name] for name in ("new", "facts", "retired")) or corrections_table.changed(con, now)


def _made_by(result: Result) -> dict[str, str]:
    """What decides, beside the facts, what is derived from them."""
    told = result.maker._asdict()
    return {name: told[name] for name in ("version", "code", "lexicon", "packages")}


def _derived(con: store.Connection, result: Result, now: dt.datetime) -> dict[str, int]:
    """Bring up to date what is derived, and check: the rows of each check that failed."""
    made_by = json.dumps(_made_by(result))
    derive.refresh(con, made_by)
    failed = store.failed_checks(con)
    faulty = {name: check.documents for name, check in failed.items() if name.startswith("error") and check.documents}
    for name, documents in faulty.items():  # the fault lies in some documents: they are set aside, and the rest is published
        for aside in load.quarantine(con, documents, now):
            why = f"story {aside.story!r} set aside: a check failed: {told(name)[1]}"
            result.rejects.append(Rejected(aside.origin, None, why, aside.text_sha256, document=aside.document))
    if faulty:
        derive.refresh(con, made_by)
        failed = store.failed_checks(con)
    return {name: check.rows for name, check in failed.items()}


def told(check: str) -> tuple[str, str]:
    """The severity of a check and what it says: ("error", "unit is known") of "error_unit_is_known"."""
    severity, _, what = check.partition("_")
    return severity, what.replace("_", " ")


def fill(
    con: store.Connection,
    raw: list[Path],
    jobs: int,
    now: dt.datetime,
    result: Result,
    progress: Progress,
    again: bool = False,
    choice: Choice = EVERYTHING,
) -> None:
    """Store the new stories under `raw` and in the `choice` with their facts; with `again` put new readings of stored ones in place of the old."""
    known = load.known(con)
    held = result.quarantine
    paths = choice.of(files(raw))
    if choice.retry:
        held.forget_gone()
        paths = held.of(paths)
    meter = Meter(paths)
    stored = frozenset(known) if again else held.documents if choice.retry else frozenset()
    say = partial(progress, result.counts, meter)
    work = partial(shard, stamp={"run": result.run, "recorded_at": now}, forced=choice.language)
    files_read = Whole({} if stored else whole.whole_files(con), result.maker.code)
    failed: list[Rejected] = []
    fresh = itertools.islice(_fresh(paths, known, stored, choice, result, meter, say, files_read), choice.limit)
    with mapped(jobs, work, sliced(fresh, SHARD), held="pipeline.warm") as made_of:
        for batch in sliced(made_of, BATCH):
            documents = pa.concat_tables([made.documents for made in batch])
            facts = pa.concat_tables([made.facts for made in batch])
            result.counts["facts"] += facts.num_rows
            result.counts["masked"] += pc.sum(documents["masked"], min_count=0).as_py()
            read_now = documents["document"].to_pylist()
            held.read_again(read_now)
            old = [key for key in read_now if key in stored]
            if old:
                again_read = pa.array(old)
                of_old = pc.is_in(facts["document"], again_read)
                result.counts["retired"] += load.replace(con, old, facts.filter(of_old), now)
                facts = facts.filter(pc.invert(of_old))
                documents = documents.filter(pc.invert(pc.is_in(documents["document"], again_read)))
            store.with_room(con, partial(load.store, con, documents, facts))
            failed += [r for made in batch for r in made.rejected]
            result.counts["new"] += documents.num_rows
            result.counts["unread"] += sum(
                (choice.language or language) not in lexicon.languages() for language in documents["language"].to_pylist()
            )
            say()
    result.rejects += failed
    whole.record(con, files_read.now(failed), result.run, now)
    say()


def _fresh(
    paths: list[Path],
    known: set[str],
    stored: frozenset[str],
    choice: Choice,
    result: Result,
    meter: Meter,
    say: Callable[[], None],
    files_read: Whole,
) -> Iterator[Document]:
    """The documents in the choice that the warehouse does not hold, and those of `stored`, each once."""
    seen = set() if stored else known
    for path in paths:
        file_key = files_read.key(path)
        if (documents := files_read.documents(file_key)) is not None:
            result.counts["read"] += documents
            result.counts["known"] += documents
            meter.closed(path)
            continue
        all_taken, settled, before = True, True, result.counts["read"]
        for item in read(path, meter.opened, result.passed):
            if isinstance(item, Rejected):
                result.rejects.append(with_hash(item, path))
                settled = settled and item.lasting
                continue
            result.counts["read"] += 1
            if result.counts["read"] % OFTEN == 0:
                say()
            key = record.document_key(item)
            result.counts["known"] += key in known
            if key in seen or (key in known and key not in stored):
                continue
            if not choice.takes(item):
                result.counts["left"] += 1
                all_taken = False
                continue
            seen.add(key)
            known.add(key)
            yield item
        meter.closed(path)
        if all_taken:
            result.quarantine.read_whole(path)
            if settled:
                files_read.read(path, file_key, result.counts["read"] - before)
