"""How charts look: the house style of DESIGN §6."""

from __future__ import annotations

from typing import Any

INK, GREY, FAINT = "#1a1a1a", "#6b6b6b", "#d9d9d9"
ACTUAL, FORECAST, TARGET, FIRST = "#0072B2", "#E69F00", "#D55E00", "#56B4E9"
"""Okabe–Ito blue, orange, vermilion and sky blue; they differ in grey as well."""

SIZE = (8.0, 4.5)
"""Inches, width by height."""

DENSITY = 200
"""Dots an inch of a PNG: twice that of a screen."""

SETTINGS: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": FAINT,
    "grid.linewidth": 0.7,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "ytick.left": False,
    "svg.fonttype": "path",
    "text.parse_math": False,  # a publisher's name is data, no formula
    "svg.hashsalt": "statwire",
    "figure.facecolor": "white",
}

PRESETS = {"report": (8.0, 4.5), "slide": (13.33, 7.5)}
"""Inches, width by height."""
