"""Publish the warehouse: a copy of the working file under a run's name, and a link that readers follow, swapped at once."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.store import StoreError, copy_whole

KEEP = 5
"""Published files kept, the newest first."""


def working_file(warehouse: Path) -> Path:
    """The file that runs write; readers never open it."""
    return warehouse.parent / f".{warehouse.name}" / "work.duckdb"


def refuse_foreign(warehouse: Path) -> None:
    """Raise StoreError where something that no run published stands at `warehouse`: it would be lost."""
    ours = warehouse.is_symlink() and warehouse.parent / warehouse.readlink().parts[0] == working_file(warehouse).parent
    if (warehouse.is_symlink() or warehouse.exists()) and not ours:
        raise StoreError(f"{warehouse} is not a warehouse that statwire published: move it away or name another with --warehouse")


def target(warehouse: Path, run: str) -> Path:
    """The file that a run publishes."""
    return working_file(warehouse).with_name(f"{warehouse.stem}-{run}.duckdb")


def publish(warehouse: Path, target: Path) -> None:
    """Copy the closed working file to `target` and point `warehouse` at the copy; readers see the old file or the new one, nothing between."""
    copy_whole(working_file(warehouse), target)
    _point(warehouse, target)
    for old in published(warehouse)[KEEP:]:
        if old != target:
            old.unlink()
    for left in target.parent.glob("*.partial"):  # by a run that was killed while it copied
        left.unlink()


def published(warehouse: Path) -> list[Path]:
    """The published files that are kept, the newest first."""
    files = working_file(warehouse).parent.glob(f"{warehouse.stem}-*.duckdb")
    return sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)


def roll_back(warehouse: Path, run: str | None = None) -> Path:
    """Point `warehouse` at the file published before the one that it shows, or at that of `run`; the file it shows now.

    Raises StoreError where there is none.  The working file is left as it is: the next run publishes it again.
    """
    refuse_foreign(warehouse)
    files = published(warehouse)
    if run is None:
        shown = warehouse.resolve()
        earlier = files[[file.resolve() for file in files].index(shown) + 1 :] if warehouse.exists() else files
    else:
        earlier = [file for file in files if file.stem == f"{warehouse.stem}-{run}"]
    if not earlier:
        kept = ", ".join(file.stem.removeprefix(f"{warehouse.stem}-") for file in files) or "none"
        raise StoreError(f"{warehouse} has no {'earlier file' if run is None else f'file of run {run}'} to go back to; kept: {kept}")
    _point(warehouse, earlier[0])
    return earlier[0]


def _point(warehouse: Path, target: Path) -> None:
    """Swap the link that readers follow."""
    link = target.parent / "link"
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(target, warehouse.parent))
    link.replace(warehouse)
