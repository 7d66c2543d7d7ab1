"""How charts look: the house style of DESIGN §6."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager

INK, GREY, FAINT, PALE = "#1a1a1a", "#595959", "#d9d9d9", "#f2f2f2"
ACTUAL, FORECAST, TARGET, FIRST = "#0072B2", "#E69F00", "#D55E00", "#56B4E9"
"""Okabe–Ito blue, orange, vermilion and sky blue; marks and dashes tell them apart in grey as well."""

FORECAST_TEXT, TARGET_TEXT = "#8F6200", "#B04A00"
"""The same darkened until they can be read on white (contrast 4.5 to 1 at least)."""

LOOKS = {
    "actual": (ACTUAL, ACTUAL, "o", "-"),
    "estimate": (ACTUAL, ACTUAL, "o", "-."),
    "forecast": (FORECAST, FORECAST_TEXT, "D", ":"),
    "target": (TARGET, TARGET_TEXT, "s", "--"),
    "plan": (TARGET, TARGET_TEXT, "^", "--"),
}
"""Line, letters, mark and dashes of each status."""

PRESETS = {"report": (8.0, 4.5), "slide": (13.33, 7.5)}
"""Inches, width by height."""

SCALE = {"report": 1.0, "slide": 1.6}
"""Size of letters and lines, against those of a report."""

DENSITY = 200
"""Dots an inch of a PNG: twice that of a screen."""

FONTS = Path(__file__).with_name("fonts")
"""IBM Plex (SIL Open Font License 1.1): Sans Condensed for charts, narrow, with figures of one width; Sans for the PDF."""

FAMILY = ("IBM Plex Sans Condensed", "DejaVu Sans")
"""What the first lacks, the second has (it comes with matplotlib)."""

BOLD = "bold"
"""Weight of titles and of values that matter."""

SETTINGS: dict[str, Any] = {
    "font.family": list(FAMILY),
    "font.size": 10,
    "text.color": INK,
    "text.parse_math": False,  # a publisher's name is data, no formula
    "svg.fonttype": "path",
    "svg.hashsalt": "statwire",
    "figure.facecolor": "white",
    "figure.dpi": DENSITY,
    "path.simplify": True,
}


@cache
def register() -> None:
    """Make the bundled font known to matplotlib, once."""
    for file in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(file)


@cache
def letters() -> frozenset[int]:
    """The characters that the fonts have."""
    files = [*sorted(FONTS.glob("*Regular.ttf")), Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"]
    return frozenset().union(*(font_manager.get_font(file).get_charmap() for file in files))
