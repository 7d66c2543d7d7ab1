"""Draw the pictures that tests/test_charts.py compares charts with: 400 by 225 in shades of grey, ten kilobytes each."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import chart_cases
from test_charts import BASELINES, small

BASELINES.mkdir(exist_ok=True)
for kind in chart_cases.KINDS:
    small(chart_cases.MAKE[kind](30)).save(BASELINES / f"{kind}.png", optimize=True)
