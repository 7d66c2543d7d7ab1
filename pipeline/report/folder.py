"""Where a report lies: `<reports>/<name>/<date>/`, put in place whole, `latest` beside it, and a manifest that tells what it was made from."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from pipeline.report.model import Report

MANIFEST = "manifest.json"
LATEST = "latest"
UNDATED = "undated"
"""The folder of a report of which no day is known."""


def place(reports: Path, report: Report) -> Path:
    """The folder of a report."""
    return reports / report.name / (report.known_on.isoformat() if report.known_on else UNDATED)


def files(folder: Path) -> list[Path]:
    """The files of a report, its manifest last."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return [*found, folder / MANIFEST]


def manifest(report: Report, made: Path, inputs: dict[str, Any]) -> None:
    """Write what the report in the folder `made` holds, and from what it was made."""
    told = {
        "report": report.name,
        "title": report.title,
        "known_on": report.known_on.isoformat() if report.known_on else None,
        "run": report.run,
        "inputs": inputs,
        "series": sorted({str(c.about["series_id"]) for s in report.sections for c in s.charts if "series_id" in c.about}),
        "files": {
            path.relative_to(made).as_posix(): {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
            for path in files(made)[:-1]
        },
    }
    (made / MANIFEST).write_text(json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def stands(folder: Path, inputs: dict[str, Any]) -> bool:
    """Whether `folder` holds, whole, a report made from the same `inputs`."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        sizes = {path: (folder / path).stat().st_size for path in told["files"]}
        return bool(told["inputs"] == inputs) and sizes == {path: said["bytes"] for path, said in told["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return False


def put(made: Path, target: Path) -> None:
    """Put the folder `made` in place of `target`, and point `latest` beside it at the newest."""
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.with_name(f".old-{target.name}")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        made.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
    newest = max(
        (path.name for path in target.parent.iterdir() if path.is_dir() and not path.is_symlink() and path.name[0].isdigit()),
        default=UNDATED,
    )
    link = target.parent / f".{LATEST}"
    link.unlink(missing_ok=True)
    link.symlink_to(newest)
    link.replace(target.parent / LATEST)
