"""What made a run, for the ledger: program, words, packages and machine."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parent.parent


class Maker(NamedTuple):
    """Columns of the ledger."""

    version: str
    code: str
    lexicon: str
    packages: str
    host: str


def maker() -> Maker:
    """What makes the runs of this process."""
    words = [path for path in PACKAGE.glob("lexicon/**/*.toml") if "corpus" not in path.parts]
    programs = [*PACKAGE.rglob("*.py"), *PACKAGE.glob("sql/**/*.sql")]
    return Maker(version("statwire"), _sha256(programs), _sha256(words), json.dumps(_packages()), platform.node())


def _packages() -> dict[str, str]:
    """The versions of Python and of the packages that statwire names as needed."""
    names = sorted({re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in requires("statwire") or () if "extra ==" not in need})
    return {"python": platform.python_version()} | {name: _version(name) for name in names}


def _version(package: str) -> str:
    """The version of a package; empty where it is not installed, which only the reader that needs it has to mind."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _sha256(paths: list[Path]) -> str:
    """One hash over the names and contents of files of the package."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
