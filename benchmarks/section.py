"""The sections of docs/benchmarks.md that a script writes, each between two marks."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def write(name: str, text: str) -> None:
    """Put `text` in place of the section `name`."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = PAGE.read_text("utf-8").split(begin)
    PAGE.write_text(f"{before}{begin}\n\n{text}\n{end}{rest.split(end)[1]}", "utf-8")
