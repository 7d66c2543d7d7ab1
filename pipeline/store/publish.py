"""Publish the warehouse: a copy of the working file under a run's name, and a link that readers follow, swapped at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from pipeline.store import StoreError

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


def publish(warehouse: Path, run: str) -> Path:
    """Copy the closed working file and point `warehouse` at the copy; readers see the old file or the new one, nothing between."""
    folder = working_file(warehouse).parent
    target = folder / f"{warehouse.stem}-{run}.duckdb"
    partial = target.with_suffix(".partial")
    shutil.copyfile(working_file(warehouse), partial)
    partial.replace(target)
    link = folder / "link"
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(target, warehouse.parent))
    link.replace(warehouse)
    for old in sorted(folder.glob(f"{warehouse.stem}-*.duckdb"))[:-KEEP]:
        old.unlink()
    return target
