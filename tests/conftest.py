"""What several tests share: the shared folder, and one warehouse of the sample stories."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from commands import ROOT, statwire
from hypothesis import settings

import pipeline.report
from pipeline import store

# In CI the same examples every time, so that a landing never hangs on luck; on a developer's machine new ones each run.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")

SHARED = ROOT.parent / "shared"

os.environ.pop("COLUMNS", None)  # xdist tells its workers a width; output that goes into a pipe has none


@pytest.fixture(autouse=True)
def undrawn(request, monkeypatch):
    """Runs write no report in a test that is not marked `draws`: it takes longer than all else that they do with a few stories."""
    if request.node.get_closest_marker("draws") is None:
        monkeypatch.setattr(pipeline.report, "write", lambda *_, **__: None)


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory):
    """A new warehouse with its tables and views."""
    path = tmp_path_factory.mktemp("empty") / "w.duckdb"
    with store.writing(path) as con:
        con.execute("CHECKPOINT")
    return path


@pytest.fixture(autouse=True)
def copied(empty_warehouse, monkeypatch):
    """New warehouses are copies of one: to make tables and views takes as long as all else that runs do with a few stories."""
    monkeypatch.setattr(store, "_create", lambda path: shutil.copyfile(empty_warehouse, path))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which is not here")
    return SHARED


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the warehouse and the reports of the shipped sample."""
    folder = tmp_path_factory.mktemp("sample")
    result = statwire(
        "run", "--raw", str(ROOT / "data/raw"), "--warehouse", str(folder / "w.duckdb"), "--reports", str(folder / "reports"), "--jobs", "1"
    )
    assert result.exit_code == 0, result.output
    return folder
