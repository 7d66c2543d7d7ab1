"""Events on a time line: a stem each, as high as the amount where amounts are of one unit; what is only planned has an open head."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts.frame import LABEL, Frame
from pipeline.report.charts.labels import Labels
from pipeline.report.findings.lists import common_unit
from pipeline.report.model import Row
from pipeline.report.spells import told

BESIDE = ((1, 0), (-1, 0), (0, 1), (1, 1), (-1, 1))
"""Where an event is named: beside the head of its stem if there is room."""

NAMED = 40
"""Events whose names are tried."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `events`; the greatest are named first, and as many as there is room for."""
    rows = sorted(told([row for row in rows if row.get("day")]), key=lambda row: (row["day"], row["label"]))
    if not rows:
        return False
    unit = common_unit(rows)
    height = [abs(row["value"]) if row["unit"] == unit else 0.0 for row in rows]
    when = [row["day"].toordinal() + 0.5 for row in rows]
    _, high = scale.span(height, zero=True)
    money = {"unit": unit, "statistic": "level"}
    left = frame.left + scale.gutter(frame, 0, high, money)
    axes = frame.axes(left, frame.bottom + frame.pt(scale.DATES), frame.right, frame.top - frame.pt(LABEL * 1.6))
    scale.values(frame, axes, 0, high, money)
    room = max(45.0, (max(when) - min(when)) * 0.02)
    scale.dates(frame, axes, min(when) - room, max(when) + room, None)
    dot = frame.pt(6.5 if len(rows) <= 30 else 4.5 if len(rows) <= 100 else 2.8)
    for done in (True, False):
        mine = [n for n, row in enumerate(rows) if (row.get("status") in (None, "actual")) is done]
        axes.vlines(
            [when[n] for n in mine],
            0,
            [height[n] for n in mine],
            color=style.ACTUAL,
            lw=frame.pt(1.6 if len(rows) <= 100 else 0.8),
            ls="-" if done else ":",
            zorder=2,
        )
        for mark in ("o", "D"):
            heads = [n for n in mine if (rows[n]["unit"] == unit) is (mark == "o")]
            fill = style.ACTUAL if done else "white"
            axes.plot(
                [when[n] for n in heads],
                [height[n] for n in heads],
                mark,
                ms=dot,
                mec=style.ACTUAL,
                mew=frame.pt(1.2),
                mfc=fill,
                zorder=4,
                clip_on=False,
            )
    labels = Labels(frame, axes, (left, frame.bottom + frame.pt(scale.DATES), frame.right, frame.top), around=4.5)
    for part in range(41):
        labels.line(when, [y * part / 40 for y in height], joined=False)
    named = 0
    for n in sorted(range(len(rows)), key=lambda n: (-height[n], when[n]))[:NAMED]:
        row = rows[n]
        said = words.amount(row["value"], row["unit"])
        state = "" if row.get("status") in (None, "actual") else f" ({words.SAID['states'][row['status']]})"
        name = words.isolated(frame.fit(row["label"], (frame.right - left) * 0.42, LABEL))
        named += labels.add(f"{name}, {said}{state}", when[n], height[n], sides=BESIDE, gap=7, far=(1.0, 2.0, 4.0, 6.0), color=style.INK)
    if named < len(rows):
        frame.note(f"{named} of {len(rows)} events are named, the largest first.")
    if any(row["unit"] != unit for row in rows):
        frame.note(f"Diamonds on the line are amounts not in {words.unit({'unit': unit})}.")
    return True
