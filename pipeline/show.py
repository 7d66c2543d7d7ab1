"""What the terminal shows: tables, progress, the end of a run, a fact's derivation."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipeline.corrections.apply import Outcome
from pipeline.corrections.propose import Proposed
from pipeline.rebuild import Rebuilt
from pipeline.recognise import contest
from pipeline.record import plain
from pipeline.run import Reading, Result

if TYPE_CHECKING:
    import pandas as pd

SMALL = 4_000_000
"""Bytes of input up to which starting processes costs more than it saves."""


def workers(raw: list[Path]) -> int:
    """Processes worth starting for the input under `raw`."""
    from pipeline.read import files

    size = 0
    for path in files(raw):
        size += path.stat().st_size
        if size > SMALL:
            return os.cpu_count() or 1
    return 1


@contextmanager
def progress_bar() -> Iterator[Callable[[dict[str, int]], None]]:
    """Progress on stderr: a line that moves on a terminal, a line a batch elsewhere for long runs."""
    if not sys.stderr.isatty():
        yield (
            lambda counts: (
                print(f"{counts['read']} stories read, {counts['facts']} facts stored", file=sys.stderr)
                if counts["read"] > SMALL // 2000
                else None
            )
        )
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(counts: dict[str, int]) -> None:
            seconds = bar.tasks[0].elapsed or 1
            bar.update(
                task,
                description=f"{counts['read']:,} stories read, {counts['facts']:,} facts stored, {counts['read'] / seconds:,.0f} stories/s",
            )

        yield advance


def summary(result: Result, warehouse: Path, reports: Path, written: list[Path], as_json: bool) -> str:
    """What a run read, found, stored, rejected and wrote, and where."""
    counts = result.counts
    if as_json:
        return json.dumps({
            "run": result.run, **counts, "checks_failed": result.failed, "warehouse": str(warehouse) if result.published else None,
            "corrections": {
                "applied": result.corrected.applied, "facts": result.corrected.facts, "undone": result.corrected.undone,
                "not_applied": [{"correction": c.number, "fact": c.fact, "document": c.document, "start": c.start, "end": c.end, "reason": why}
                                for c, why in result.corrected.refused],
            },
            "reports": [str(path) for path in written], "rejects": [r._asdict() for r in result.rejects],
        })  # fmt: skip
    lines = [
        f"read      {counts['read']:,} stories: {counts['new']:,} new, {counts['known']:,} known",
        f"found     {counts['facts']:,} figures in {'those read' if counts['retired'] else 'the new ones'}",
        f"stored    {counts['facts']:,} facts in {warehouse}"
        if result.published
        else f"stored    {counts['facts']:,} facts; not published, for a check failed",
        f"rejected  {counts['rejected']:,}"
        + (f" new, {len(result.rejects) - counts['rejected']:,} known before" if len(result.rejects) > counts["rejected"] else ""),
    ]
    if counts["retired"]:
        lines.append(f"retired   {counts['retired']:,} facts that are read differently now; they are kept")
    lines += _corrected(result.corrected)
    if result.counts["unread"]:
        lines.append(f"unread    {result.counts['unread']:,} stories in languages without a lexicon: stored, not extracted")
    lines += [f"          {r.file}{'' if r.line is None else f':{r.line}'}: {r.reason}" for r in result.rejects[:20]]
    if len(result.rejects) > 20:
        lines.append(f"          and {len(result.rejects) - 20:,} more: statwire rejects")
    for name, rows in result.failed.items():
        severity, _, what = name.partition("_")
        lines.append(f"check     {severity}: {what.replace('_', ' ')}: {rows} rows")
    charts = sum(path.suffix == ".png" for path in written)
    lines.append(f"wrote     {charts} charts in {reports}/series, {reports}/digest.pdf" if written else "wrote     nothing")
    return "\n".join(lines)


def _corrected(outcome: Outcome) -> list[str]:
    """What became of the corrections; nothing where there are none."""
    lines = []
    if outcome.applied or outcome.refused:
        short = f"; {len(outcome.refused):,} not applied:" if outcome.refused else ""
        lines.append(f"corrected {outcome.facts:,} facts by {outcome.applied:,} corrections{short}")
    lines += [f"          correction {c.number} ({c.about}): {_cell(why)}" for c, why in outcome.refused]
    if outcome.undone:
        lines.append(f"undone    {outcome.undone:,} facts that were corrected before are as read again")
    return lines


def proposed(made: Proposed, path: Path) -> str:
    """What a new correction changes, where it was written, and when it takes effect."""
    told = made.changes
    if len({(before, after) for name, before, after in told if name in ("low", "high")}) == 1:  # a plain figure has one value
        told = [("value" if name == "low" else name, before, after) for name, before, after in told if name != "high"]
    lines = [
        ("fact", f"{made.reading['fact'][:12]}  {made.correction.quote}"),
        ("story", ", ".join(made.story[name] for name in ("story", "publisher", "published") if made.story[name])),
        ("sentence", made.correction.sentence),
        *((name if name != "fact" else "it", f"{before} → {after}") for name, before, after in told),
        ("written", f"correction {made.correction.number} in {path}; the next `statwire run` applies it"),
    ]
    return "\n".join(f"{name:14}{_cell(text)}" for name, text in lines)


def rebuilt(made: Rebuilt, warehouse: Path, as_json: bool) -> str:
    """What a rebuild read, and what of the old file's history it kept and could not keep."""
    kept = made.kept
    if as_json:
        return json.dumps({**json.loads(summary(made.result, warehouse, Path(), [], True)), "history": kept._asdict() if kept else None})
    lines = summary(made.result, warehouse, Path(), [], False).splitlines()[:-1]
    if kept is None:
        return "\n".join([*lines, "history   none: there was no warehouse before"])
    lines.append(
        f"history   {kept.documents:,} stories and {kept.facts:,} facts known since before; {kept.retired:,} earlier readings kept as retired"
    )
    if kept.lost_documents:
        lines.append(f"not kept  {kept.lost_documents:,} stories of the old file are no longer in the raw input, nor are their facts")
    return "\n".join(lines)


def table(found: pd.DataFrame, form: str) -> str:
    """A frame as text: a table for people, CSV or JSON for machines."""
    if form == "csv":
        return str(found.to_csv(index=False)).rstrip("\n")
    if form == "json":
        return str(found.to_json(orient="records", date_format="iso", force_ascii=False, double_precision=15))
    made = Table(box=None, header_style="bold", pad_edge=False)
    for column in found.columns:
        number = found[column].dtype.kind in "iuf"
        made.add_column(Text(str(column)), justify="right" if number else "left", overflow="fold", no_wrap=number)
    for row in found.itertuples(index=False):
        made.add_row(*(Text(_cell(value)) for value in row))
    out = StringIO()
    width = None if sys.stdout.isatty() else 160
    Console(file=out, width=width or Console().width, color_system=None, emoji=False).print(made)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def _cell(value: Any) -> str:
    """A value as people read it: no number rounded, no control character of a story's let through to the terminal."""
    shape = getattr(value, "shape", None)
    if isinstance(value, list | tuple | dict) or shape:
        return ", ".join(map(_cell, value))
    if value is None or value is pd_missing() or value != value:
        return ""
    if isinstance(value, float):
        return f"{Decimal(repr(float(value))):,f}".removesuffix(".0")
    text = str(value).removesuffix(" 00:00:00").removesuffix("+00:00")
    return "".join(c if c.isprintable() else " " for c in text)


def pd_missing() -> Any:
    """pandas' own mark of a missing value, which answers no question with yes or no."""
    import pandas as pd

    return pd.NA


def derivation(reading: Reading, show_clean: bool) -> str:
    """How each fact of a document came about: its words, what they are taken to mean, and the rule behind each step."""
    lines: list[str] = []
    lost = contest(reading.text, reading.document.language) if reading.facts else {}
    when = reading.published
    lines.append(f"published {when.text or 'unknown'} ({when.source}{f': {when.evidence}' if when.evidence else ''})")
    if show_clean:
        for span, reason in reading.masked:
            lines.append(f"masked    {reading.document.text[span.start : span.end].strip()[:90]!r} ({reason})")
    for fact in reading.facts:
        q = fact.quantity
        value = plain(q.low) if q.low == q.high else f"{plain(q.low)} to {plain(q.high)}"
        lines += ["", f"{' '.join(fact.mention.text.split())}  [{fact.mention.span.start}:{fact.mention.span.end}]"]
        meaning = [
            (
                "value",
                f"{value} {q.unit}{f' per {q.per}' if q.per else ''}{'' if fact.approximation == 'exact' else f', {fact.approximation}'}",
            )
        ]
        meaning += [
            (name, str(getattr(fact, name)))
            for name in (
                "indicator",
                "variant",
                "measure",
                "statistic",
                "direction",
                "status",
                "revision",
                "period",
                "basis",
                "entity",
                "partner",
                "attribution",
                "balance",
            )
            if getattr(fact, name)
        ]
        meaning.append(("confidence", f"{fact.confidence:.2f}"))
        lines += [f"  {name:12}{text}" for name, text in meaning]
        lines += [f"  because     {rule}" for rule in fact.rules]
        lines += [f"  lost        {rule}" for rule in lost.get(fact.mention.span.start, ())]
        lines += [f"  or          {', '.join(f'{k} {v}' for k, v in second.items())}" for second in fact.alternatives]
        lines += [f"  check       {check}" for check in fact.checks]
        lines += [
            f"  {kind:14}{next((' '.join(f.mention.text.split()) for f in reading.facts if f.id == other), other)}"
            for kind, other in fact.links
        ]
    if not reading.facts:
        lines.append("no figures")
    return "\n".join(lines)
