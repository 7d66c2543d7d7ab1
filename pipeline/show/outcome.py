"""The end of a run and of a rebuild, for people and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.rebuild import Rebuilt
from pipeline.report import Written
from pipeline.run import Result, told
from pipeline.show.corrections import corrected
from pipeline.show.fetched import counted


def summary(result: Result, warehouse: Path, written: Written | None, as_json: bool) -> str:
    """What a run read, found, stored, rejected and wrote, and where."""
    if as_json:
        return json.dumps(_record(result, warehouse, written.files if written else []))
    if result.rehearsed:
        return "\n".join([*_lines(result, warehouse), "dry run   nothing was written"])
    return "\n".join([*_lines(result, warehouse), _wrote(written)])


def _wrote(written: Written | None) -> str:
    """The report of a run: what it consists of, and where it is."""
    if written is None:
        return "wrote     nothing"
    if not written.anew:
        return f"report    as before, in {written.folder}"
    charts = sum(path.suffix == ".png" for path in written.files)
    others = [path.name for path in written.files if path.suffix in (".pdf", ".html")]
    return f"wrote     {', '.join([*others, f'{charts} charts'])} in {written.folder}"


def _record(result: Result, warehouse: Path, written: list[Path]) -> dict[str, Any]:
    return {
        "run": result.run, "started": f"{result.started:%FT%TZ}", "finished": f"{result.finished:%FT%TZ}" if result.finished else None,
        "dry_run": result.rehearsed, **result.counts, "fetched": result.arrivals.counts if result.arrivals else None, **_maker(result), "file": result.target.name if result.published else None, "checks_failed": result.failed, "warehouse": str(warehouse) if result.published else None,
        "corrections": {
            "applied": result.corrected.applied, "facts": result.corrected.facts, "undone": result.corrected.undone,
            "not_applied": [{"correction": c.number, "fact": c.fact, "document": c.document, "start": c.start, "end": c.end, "reason": why}
                            for c, why in result.corrected.refused],
        },
        "passed_over": dict(sorted(result.passed.items())), "reports": [str(path) for path in written], "rejects": [r._asdict() for r in result.rejects],
    }  # fmt: skip


def _maker(result: Result) -> dict[str, Any]:
    return result.maker._asdict() | {"packages": json.loads(result.maker.packages)}


def _lines(result: Result, warehouse: Path) -> list[str]:
    """What was read, found, stored, rejected and checked."""
    counts = result.counts
    lines = [f"fetched   {counted(result.arrivals.counts)}"] if result.arrivals and result.arrivals.counts else []
    lines += [
        f"read      {counts['read']:,} stories: {counts['new']:,} new, {counts['known']:,} known",
        f"found     {counts['facts']:,} figures in {'those read' if counts['retired'] else 'the new ones'}",
        f"{'to store ' if result.rehearsed else 'stored   '} {counts['facts']:,} facts in {warehouse}"
        if result.published
        else f"{'to store ' if result.rehearsed else 'stored   '} {counts['facts']:,} facts; not published, for a check failed",
        f"rejected  {counts['rejected']:,}"
        + (f" new, {len(result.rejects) - counts['rejected']:,} known before" if len(result.rejects) > counts["rejected"] else ""),
    ]
    if counts["resolved"]:
        lines.append(f"resolved  {counts['resolved']:,} that were rejected before")
    if counts["left"]:
        lines.append(f"left      {counts['left']:,} new stories outside --since and --until, or without a date")
    if counts["retired"]:
        lines.append(f"retired   {counts['retired']:,} facts that are read differently now; they are kept")
    if result.passed:
        lines.append(f"passed    {', '.join(f'{count:,} {what}' for what, count in sorted(result.passed.items()))}, in web archives")
    lines += corrected(result.corrected)
    if result.counts["unread"]:
        lines.append(f"unread    {result.counts['unread']:,} stories in languages without a lexicon: stored, not extracted")
    lines += [f"          {r.file}{'' if r.line is None else f':{r.line}'}: {r.reason}" for r in result.rejects[:20]]
    if len(result.rejects) > 20:
        lines.append(f"          and {len(result.rejects) - 20:,} more: statwire rejects")
    for name, rows in result.failed.items():
        severity, what = told(name)
        lines.append(f"check     {severity}: {what}: {rows} rows")
    return lines


def rebuilt(made: Rebuilt, warehouse: Path, as_json: bool) -> str:
    """What a rebuild read, and what of the old file's history it kept and could not keep."""
    kept = made.kept
    if as_json:
        return json.dumps(_record(made.result, warehouse, []) | {"history": kept._asdict() if kept else None})
    lines = _lines(made.result, warehouse)
    if kept is None:
        return "\n".join([*lines, "history   none: there was no warehouse before"])
    lines.append(
        f"history   {kept.documents:,} stories and {kept.facts:,} facts known since before; {kept.retired:,} earlier readings kept as retired"
    )
    if kept.lost_documents:
        lines.append(f"not kept  {kept.lost_documents:,} stories of the old file are no longer in the raw input, nor are their facts")
    return "\n".join(lines)
