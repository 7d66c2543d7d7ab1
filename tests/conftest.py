"""What several tests share: the shared folder, and one warehouse of the sample stories."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import ROOT, statwire

SHARED = ROOT.parent / "shared"


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
