"""Charts: a function each from a query's rows to a figure."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateFormatter, AutoDateLocator
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from pipeline.report import style, words
from pipeline.report.model import Chart

GAP_DAYS = {"A": 400, "S": 220, "Q": 120, "M": 45, "W": 10}
"""Days between neighbours of a regular series beyond which a period is missing and the line is broken."""


FEW = 7
"""Labels that fit under a chart."""


KINDS = ("series",)


def draw(chart: Chart, size: tuple[float, float]) -> Figure:
    """The figure of a chart."""
    points = pd.DataFrame(chart.rows).rename(columns={"start": "period_start", "end": "period_end"})
    companions = pd.DataFrame(chart.about["companions"], columns=["status", "period", "start", "end", "value"])
    return series(chart.about, points, companions.rename(columns={"start": "period_start", "end": "period_end"}), chart.source)


def series(about: dict[str, Any], points: pd.DataFrame, companions: pd.DataFrame, source: str) -> Figure:
    """One series over time: the latest values as a line broken at gaps, first releases that were revised as open dots, forecasts
    dotted, targets dashed.

    `about` is a row of `series`, `points` of the query `series_points`, `companions` of `companions`.
    """
    with mpl.rc_context(style.SETTINGS):
        figure = Figure(figsize=style.SIZE)
        FigureCanvasAgg(figure)
        axes: Any = figure.add_axes((0.1, 0.16, 0.815, 0.60))
        x = [_middle(row) for row in points.itertuples()]
        y = [float(value) for value in points["value"]]
        _line(axes, about, x, y)
        for row, at in zip(points.itertuples(), x, strict=True):
            if row.first_value != row.value:
                axes.plot([at], [row.first_value], "o", mfc="white", mec=style.ACTUAL, ms=6, zorder=3)
                axes.annotate(
                    "first release",
                    (at, row.first_value),
                    textcoords="offset points",
                    xytext=(0, -12 if row.first_value < row.value else 8),
                    ha="center",
                    fontsize=7.5,
                    color=style.GREY,
                )
        _companions(axes, about, companions)
        axes.axhline(0, color=style.GREY, lw=0.8, zorder=1) if min(y) < 0 <= max([*y, 0]) else None
        if about["unit"].isupper() and min(y) > 0 and about["statistic"] == "level" and not about["per"]:
            axes.set_ylim(bottom=0)
        axes.margins(x=0.06, y=0.16)
        axes.yaxis.set_major_locator(MaxNLocator(5))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _beside_axis(words.amount(value, about["unit"], digits=6), about)))
        axes.annotate(
            _beside_axis(words.amount(y[-1], about["unit"], places=words.decimals(y)), about),
            (x[-1], y[-1]),
            textcoords="offset points",
            xytext=(8, 0),
            va="center",
            fontweight="bold",
            color=style.ACTUAL,
            annotation_clip=False,
        )
        _dates(axes, about, points, x)
        pairs = list(zip(points["period"], y, strict=True))
        _titles(figure, words.finding(about, pairs), words.subtitle(about), source)
        return figure


def _beside_axis(amount: str, about: dict[str, Any]) -> str:
    """An amount as there is room for it in the margins: without the word "points", which the subtitle says."""
    return amount.rpartition(" ")[0] if about["unit"] == "percentage_point" else amount


def _middle(row: Any) -> dt.date:
    first, last = row.period_start, row.period_end
    first = pd.Timestamp(first if pd.notna(first) else last)
    last = pd.Timestamp(last if pd.notna(last) else first)
    return (first + (last - first) / 2).date()  # type: ignore[no-any-return]


def _line(axes: Any, about: dict[str, Any], x: list[dt.date], y: list[float]) -> None:
    limit = GAP_DAYS.get(about["frequency"])
    run_x: list[dt.date] = []
    run_y: list[float] = []
    for at, value in zip(x, y, strict=True):
        if run_x and limit is not None and (at - run_x[-1]).days > limit:
            axes.plot(run_x, run_y, "-o", color=style.ACTUAL, lw=2, ms=4.5, zorder=4)
            run_x, run_y = [], []
        run_x.append(at)
        run_y.append(value)
    axes.plot(run_x, run_y, "-o" if limit is not None else "o", color=style.ACTUAL, lw=2, ms=4.5, zorder=4)


def _companions(axes: Any, about: dict[str, Any], companions: pd.DataFrame) -> None:
    for status, colour, mark, dash in (("forecast", style.FORECAST, "D", ":"), ("target", style.TARGET, "s", "--")):
        rows = companions[companions["status"] == status]
        if rows.empty:
            continue
        x = [_middle(row) for row in rows.itertuples()]
        axes.plot(x, rows["value"], dash, marker=mark, mfc="white", color=colour, lw=1.5, ms=5, zorder=3)
        label = f"{status} {words.amount(float(rows['value'].iloc[-1]), about['unit'], places=words.decimals(list(rows['value'])))}"
        axes.annotate(
            label,
            (x[-1], float(rows["value"].iloc[-1])),
            textcoords="offset points",
            xytext=(0, 9),
            ha="center",
            fontsize=8.5,
            color=colour,
            annotation_clip=False,
        )


def _dates(axes: Any, about: dict[str, Any], points: pd.DataFrame, x: list[dt.date]) -> None:
    """Name the periods where they are few or regular; where days lie anyhow, mark months or years evenly."""
    if len(points) > FEW and about["frequency"] not in GAP_DAYS:
        locator = AutoDateLocator(minticks=3, maxticks=FEW)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(AutoDateFormatter(locator, defaultfmt="%Y"))
    else:
        step = -(-len(points) // FEW)
        axes.set_xticks(x[::step], [_short(p) for p in points["period"]][::step])
    axes.tick_params(axis="x", length=3)


def _short(period: str) -> str:
    text = words.period(period)
    for month in words.MONTHS:
        text = text.replace(month, month[:3])
    return text


def _titles(figure: Figure, title: str, subtitle: str, source: str) -> None:
    lines = textwrap.wrap(title, 74)
    lines = [*lines[:1], textwrap.shorten(" ".join(lines[1:]), 74, placeholder=" …")] if len(lines) > 1 else lines
    figure.text(0.02, 0.96, "\n".join(lines), fontsize=13, fontweight="bold", va="top", linespacing=1.25)
    figure.text(0.02, 0.875 if len(lines) == 1 else 0.835, subtitle, fontsize=10, color=style.GREY, va="top")
    figure.text(0.02, 0.03, textwrap.shorten(source, 150, placeholder=" …"), fontsize=7.5, color=style.GREY, va="bottom")
