"""Names: of series in lists and headings, of files and anchors."""

from __future__ import annotations

import hashlib
import re

from pipeline.report import words
from pipeline.report.model import Row

LONGEST = 140
"""Characters of a file name."""


def series_name(about: Row) -> str:
    """A series in a list: "United States: consumer prices (core), change on year"."""
    basis = words.SAID["short_bases"].get(about["basis"] or "", "")
    kind = "" if about["statistic"] == "level" else "share" if about["statistic"] == "share" else f"change {basis}".strip()
    owner = words.who(about)
    name = f"{owner[:1].upper()}{owner[1:]}: {words.subject(about)}" if owner else words.subject(about)
    return f"{name}, {kind}" if kind else name


def file_name(text: str) -> str:
    """A text of a story as a file name: letters, digits, dots and dashes only, so that no name of a story's is ever a path.

    Where letters were lost, a hash of the text keeps two names apart.
    """
    plain = re.sub(r"[:>/_ -]+", "-", text)
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", plain).strip(".-")[:LONGEST]
    return name if name == plain else f"{name}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
