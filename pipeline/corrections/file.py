"""The file of corrections: read whole, written by appending, so that what people wrote there stays as it is."""

from __future__ import annotations

import json
import os
import tomllib
from decimal import Decimal
from pathlib import Path

from pipeline.corrections.entry import Correction, CorrectionError, parse
from pipeline.record import plain

HEAD = """\
# Corrections of what was read, applied to the facts at every run and rebuild, in this order: the later has the last word.
# `statwire correct` adds to it; edit it as you like.  A correction whose `expect` no longer holds is reported, not applied.
"""


def beside(warehouse: Path) -> Path:
    """Where the corrections of a warehouse are unless told otherwise."""
    return warehouse.parent / "corrections.toml"


def read(path: Path) -> list[Correction]:
    """The corrections in their order; none where there is no file.  Raises CorrectionError with the first that cannot be used."""
    return parsed(_content(path), path)


def parsed(content: bytes, path: Path) -> list[Correction]:
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise CorrectionError(f"{path} is no TOML: {str(error).splitlines()[0]}") from error
    if other := [name for name in tables if name != "correction"]:
        raise CorrectionError(f"{path}: {other[0]!r} is unknown: begin each correction with [[correction]]")
    entries = tables.get("correction", [])
    if not isinstance(entries, list):
        raise CorrectionError(f"{path}: write [[correction]] with two brackets: there may be several")
    try:
        return [parse(entry, number) for number, entry in enumerate(entries, 1)]
    except CorrectionError as error:
        raise CorrectionError(f"{path}: {error}") from error


def append(path: Path, correction: Correction) -> None:
    """Add a correction at the end, in one write.  Raises CorrectionError where the file could not be read with it, OSError where it cannot be written."""
    before = _content(path)
    added = written(correction).encode()
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    block = gap + b"\n" + added if before else HEAD.encode() + b"\n" + added
    if parsed(before + block, path)[-1].key != correction.key:
        raise CorrectionError(f"{path} does not end where a correction can be added: end it with a table [[correction]]")
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        if os.write(file, block) != len(block):
            raise OSError(28, "No space left on device", str(path))
    except OSError:
        os.ftruncate(file, len(before))
        raise
    finally:
        os.close(file)


def written(correction: Correction) -> str:
    """A correction in the style of the file: a line a key, strings on one line."""
    if correction.fact:
        lines = [f"fact = {_string(correction.fact)}"]
    else:
        lines = [f"document = {_string(str(correction.document))}", f"start = {correction.start}", f"end = {correction.end}"]
    if correction.action == "set":
        shown = dict(correction.sets)
        if "low" in shown and shown["low"] == shown.get("high"):
            shown = {"value": shown.pop("low")} | {k: v for k, v in shown.items() if k != "high"}
        pairs = (f"{name} = {_string(plain(value) if not isinstance(value, str | None) else value or '')}" for name, value in shown.items())
        lines.append(f"set = {{ {', '.join(pairs)} }}")
    else:
        lines.append(f"do = {_string(correction.action)}")
    lines += [f"because = {_string(correction.because)}", f"by = {_string(correction.by)}", f"on = {correction.on}"]
    lines.append(f"expect = {{ quote = {_string(correction.quote)}, sentence = {_string(correction.sentence)} }}")
    return "\n".join(["[[correction]]", *lines, ""])


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, DEL apart."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
