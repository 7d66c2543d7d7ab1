"""The sections of a page: words, charts, points and tables, all readable without the script."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from pipeline.report import words
from pipeline.report.model import Chart, Row, Section
from pipeline.report.page.element import element, unbroken
from pipeline.report.page.spec import Plot

FEW = 12
"""Points that a section shows at once; more are behind a line that opens them."""

SHORT = 12
"""Letters of a cell that stays on one line: an amount, a day."""

WIDE = 4
"""Columns from which a table is stacked on a narrow screen."""


def section(part: Section, plots: dict[str, list[Plot]]) -> Element:
    """A section with its heading; `plots` are the drawings by name of chart."""
    made = element("section", id=f"s-{part.name}")
    made.append(element("h2", unbroken(part.heading), id=f"h-{part.name}", dir="auto", tabindex="-1"))
    made.extend(element("p", unbroken(block), dir="auto") for block in part.words.split("\n\n") if block.strip())
    made.extend(figure(chart, plots.get(chart.name, [])) for chart in part.charts)
    if part.points:
        made.append(_points(part))
    if part.lines:
        made.append(_lines(part))
    if part.note:
        made.append(element("p", part.note, class_="note", dir="auto"))
    made.tail = "\n"
    return made


def figure(chart: Chart, plots: list[Plot]) -> Element:
    """A chart: its finding, measure, drawings and source; a chart in words for who cannot see it or runs no script."""
    made = element("figure", id=f"c-{chart.name}", aria_labelledby=f"t-{chart.name}")
    made.append(element("h3", unbroken(chart.title), id=f"t-{chart.name}", dir="auto"))
    made.append(element("p", chart.subtitle, class_="measure", dir="auto") if chart.subtitle else element("span", hidden=True))
    if chart.kind == "table":
        made.append(_sparks(chart))
    elif plots:
        made.append(element("p", chart.alt, class_="alt", id=f"a-{chart.name}", dir="auto"))
        drawn = element("div", class_="plots many" if len(plots) > 1 else "plots")
        for n, plot in enumerate(plots):
            drawn.append(_plot(chart, n, plot))
        made.append(drawn)
    else:
        made.append(element("p", "No data.", class_="note"))
    made.append(element("figcaption", " ".join(filter(None, (*(plot.note for plot in plots), chart.source))), dir="auto"))
    return made


def _plot(chart: Chart, n: int, plot: Plot) -> Element:
    """Where the script draws. To a keyboard and a screen reader it is a slider over its marks, the last one first."""
    box = element(
        "div",
        class_="plot",
        tabindex="0",
        role="slider",
        data_chart=chart.name,
        data_plot=n,
        aria_label=f"{plot.label or chart.title}: points, Enter shows what one rests on",
        aria_describedby=f"a-{chart.name}",
        aria_valuemin=1,
        aria_valuemax=len(plot.marks),
        aria_valuenow=plot.start % len(plot.marks) + 1,
        aria_valuetext=plot.marks[plot.start].text,
    )
    return element("div", element("p", plot.label, class_="place", dir="auto") if plot.label else None, box)


def _points(part: Section) -> Element:
    head = element("tr", *(element("th", name, scope="col") for name in ("Period", "Value", "Said by")))
    body = element("tbody")
    for n, point in enumerate(part.points):
        label: Element | str = point.label
        if point.evidence:
            label = element(
                "button",
                point.label,
                type="button",
                data_section=part.name,
                data_point=n,
                aria_label=f"{point.label}: what {point.value} rests on",
            )
        body.append(
            element(
                "tr",
                element("th", label, scope="row", dir="auto"),
                element("td", unbroken(point.value), class_="value", dir="auto"),
                element("td", point.said, dir="auto"),
            )
        )
    count = len(part.points)
    return element(
        "details",
        element("summary", f"The figures ({count})"),
        element("table", element("thead", head), body, class_="points"),
        open=count <= FEW,
    )


def _lines(part: Section) -> Element:
    """A plain table. Narrow screens stack the cells of a wide one under their names; roles keep it a table to screen readers then."""
    head = element("tr", *(element("th", name, scope="col", role="columnheader", dir="auto") for name in part.columns), role="row")
    body = element("tbody", role="rowgroup")
    for line in part.lines:
        names = (*part.columns, *[""] * (len(line) - len(part.columns)))
        cells = (
            element("td", unbroken(cell), data_name=name, role="cell", dir="auto", class_="short" if len(cell) <= SHORT else None)
            for cell, name in zip(line, names, strict=False)
        )
        body.append(element("tr", *cells, role="row"))
    kind = "lines stacked" if len(part.columns) >= WIDE else "lines"
    table = element("table", element("thead", head, role="rowgroup"), body, class_=kind, role="table", aria_labelledby=f"h-{part.name}")
    return element("div", table, class_="scroll", role="region", tabindex="0", aria_labelledby=f"h-{part.name}")


def _sparks(chart: Chart) -> Element:
    """The table figure: latest value, the one before, the change, and a small line of them all."""
    head = element(
        "tr", *(element("th", name, scope="col", class_=name.lower()) for name in ("Figure", "Latest", "Before", "Change", "Course"))
    )
    body = element("tbody")
    for row in chart.rows:
        amounts = (_amount(row, row["latest"]), _amount(row, row["before"]), _amount(row, row["change"], change=True))
        period = words.period(str(row["period"])) if row.get("period") else ""
        body.append(
            element(
                "tr",
                element("th", row["label"], element("span", period, class_="when") if period else None, scope="row", dir="auto"),
                *(
                    element("td", unbroken(amount), class_=f"value {name}")
                    for amount, name in zip(amounts, ("latest", "before", "change"), strict=True)
                ),
                element("td", _spark([float(v) for v in row.get("spark") or ()])),
            )
        )
    table = element("table", element("thead", head), body, class_="sparks", aria_labelledby=f"t-{chart.name}")
    return element("div", table, class_="scroll", role="region", tabindex="0", aria_labelledby=f"t-{chart.name}")


def _amount(row: Row, value: float | None, change: bool = False) -> str:
    if value is None:
        return "–"
    unit = str(row["unit"] or "")
    if change:
        return words.signed(words.amount(float(value), words.of_difference(unit)))
    return words.amount(float(value), unit, row.get("per"))


def _spark(values: list[float]) -> Element | None:
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    places = [(4 + 92 * n / (len(values) - 1), 22 - 18 * ((v - low) / (high - low) if high > low else 0.5)) for n, v in enumerate(values)]
    drawing = element("svg", viewBox="0 0 100 26", width=100, height=26, class_="spark", aria_hidden="true")
    drawing.append(element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places)))
    drawing.append(element("circle", cx=f"{places[-1][0]:.1f}", cy=f"{places[-1][1]:.1f}", r="2.5"))
    return drawing
