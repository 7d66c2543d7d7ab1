"""Charts as pictures: nothing overlaps or is cut, the same rows give the same bytes, and each kind looks as it did when it was last looked at."""

import io
import time
from pathlib import Path

import chart_cases
import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from pipeline.report import charts, style

BASELINES = Path(__file__).with_name("baselines")
FAR, SHARE, MEAN = 40, 0.01, 1.5
"""Tolerance: at most one in a hundred points more than 40 of 255 shades off, and 1.5 shades on average; letters are drawn a little otherwise
by each version of FreeType, a line that moved or a label that went is ten times that."""


def small(chart):
    """A chart as grey shades, 400 by 225."""
    with Image.open(io.BytesIO(charts.png(chart, "run"))) as image:
        return image.convert("L").resize((400, 225), Image.Resampling.BOX)


def texts(figure):
    """Each text with its box in pixels."""
    renderer = figure.canvas.get_renderer()
    shown = (text for text in figure.findobj(mpl.text.Text) if text.get_text() and text.get_visible())
    return [(text.get_text(), text.get_window_extent(renderer)) for text in shown]


@pytest.mark.parametrize("kind", chart_cases.KINDS)
@pytest.mark.parametrize("size", style.PRESETS)
def test_no_text_overlaps_another_or_is_cut(kind, size):
    wrong = []
    for name, chart in chart_cases.hard(kind):
        if size == "slide" and not name.endswith(("-1", "-30", "-600", "-long")):
            continue  # what is of the same proportions is laid out alike
        figure = charts.draw(chart, size)
        said = texts(figure)
        for n, (text, box) in enumerate(said):
            if box.x0 < 0 or box.y0 < 0 or box.x1 > figure.bbox.width or box.y1 > figure.bbox.height:
                wrong.append((name, "cut", text))
            for other, over in said[n + 1 :]:
                # Boxes hold the room of letters that go below the line: two of 900 pixels are no overlap.
                if min(box.x1, over.x1) - max(box.x0, over.x0) > 1 and min(box.y1, over.y1) - max(box.y0, over.y0) > 2:
                    wrong.append((name, text, other))
    assert wrong == []


@pytest.mark.parametrize("kind", chart_cases.KINDS)
def test_a_title_stands_whole_on_its_chart(kind):
    for n in (1, 30):
        chart = chart_cases.MAKE[kind](n)
        assert chart.title in " ".join(text for text, _ in texts(charts.draw(chart)))


@pytest.mark.parametrize("kind", chart_cases.KINDS)
def test_a_chart_without_data_says_so(kind):
    assert "No data" in [text for text, _ in texts(charts.draw(chart_cases.chart(kind, [])))]


def test_the_same_rows_give_the_same_bytes():
    for kind in chart_cases.KINDS:
        first, second = (chart_cases.MAKE[kind](30) for _ in range(2))
        assert charts.svg(first) == charts.svg(second)
    assert charts.png(first, "run") == charts.png(second, "run")


def test_a_png_is_of_its_preset_at_twice_the_density_and_names_series_and_run():
    chart = chart_cases.series(3)
    for size, pixels in (("report", (1600, 900)), ("slide", (2666, 1500))):
        with Image.open(io.BytesIO(charts.png(chart, "20260101T000000Z-abcdef", size))) as image:
            assert image.size == pixels
            assert image.info["Series"] == chart.about["series_id"]
            assert image.info["Run"] == "20260101T000000Z-abcdef"
            assert image.info["Title"] == chart.title
            assert round(image.info["dpi"][0]) == 200


@pytest.mark.parametrize("kind", chart_cases.KINDS)
def test_a_chart_looks_as_it_did(kind):
    """After a change that is meant, look at the chart, then `python tools/chart_baselines.py`."""
    made = np.asarray(small(chart_cases.MAKE[kind](30)), dtype=float)
    with Image.open(BASELINES / f"{kind}.png") as image:
        apart = np.abs(made - np.asarray(image.convert("L"), dtype=float))
    assert (apart > FAR).mean() < SHARE and apart.mean() < MEAN


def test_a_chart_that_is_another_is_told_from_its_baseline():
    other = np.asarray(small(chart_cases.series(3)), dtype=float)
    with Image.open(BASELINES / "series.png") as image:
        apart = np.abs(other - np.asarray(image.convert("L"), dtype=float))
    assert (apart > FAR).mean() > SHARE


def test_a_gap_is_a_gap():
    rows = [row for n, row in enumerate(chart_cases.series(30).rows) if n not in (10, 20)]
    axes = charts.draw(chart_cases.chart("series", rows)).axes[0]
    lines = [len(line.get_xdata()) for line in axes.lines if line.get_linestyle() == "-" and line.get_color() == style.ACTUAL]
    assert lines == [10, 9, 9]


def test_an_axis_of_amounts_starts_at_zero():
    rows = [{**chart_cases.year(n), "value": 1e9 + n * 1e6} for n in range(5)]
    assert charts.draw(chart_cases.chart("series", rows, chart_cases.MONEY)).axes[0].get_ylim()[0] == 0
    assert charts.draw(chart_cases.chart("changes", rows, chart_cases.GROWTH)).axes[0].get_ylim()[0] <= 0


def test_letters_are_dark_enough_to_read_on_white():
    def light(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for colour in (style.INK, style.GREY, style.ACTUAL, style.FORECAST_TEXT, style.TARGET_TEXT):
        assert 1.05 / (light(colour) + 0.05) >= 4.5, colour


def test_a_png_takes_less_than_half_a_second():
    """Of processor time, on average over the kinds: a machine that is busy with other tests takes twice what it takes alone."""
    made = [chart_cases.MAKE[kind](30) for kind in chart_cases.KINDS]
    charts.png(made[0], "run")
    start = time.process_time()
    for chart in made:
        charts.png(chart, "run")
    assert time.process_time() - start < 0.5 * len(made)


def test_values_far_from_all_others_stand_at_the_edge_of_the_scale_and_are_told(tmp_path):
    rows = chart_cases._series(40)
    rows[12]["value"], rows[30]["value"] = 800.0, -250.0
    chart = chart_cases.chart("series", rows)
    figure = charts.draw(chart)
    low, high = figure.axes[0].get_ylim()
    assert -2 < low < high < 15
    said = [text for text, _ in texts(figure)]
    assert any(text.startswith("2 values beyond the scale (−250 % to 800 %), marked at its edge.") for text in said)
    assert "800 %" in said and "−250 %" in said
    few = chart_cases._series(12)
    few[5]["value"] = 800.0  # among a dozen nobody can tell
    assert charts.draw(chart_cases.chart("series", few)).axes[0].get_ylim()[1] > 800


NOTE = "1 value (×), told by one story and far from those around it, is not joined."


def astray(at, **told):
    rows = chart_cases._series(18)
    rows[at] |= {"value": 40.0, "first_value": 40.0, "documents": 1} | told
    return chart_cases.chart("series", rows)


@pytest.mark.parametrize("at", [9, 17])
def test_a_value_told_by_one_story_and_far_from_those_around_it_is_a_cross_beside_the_line(at):
    chart = astray(at)
    figure = charts.draw(chart)
    joined = [list(line.get_ydata()) for line in figure.axes[0].lines if line.get_marker() == "o" and line.get_linestyle() == "-"]
    crosses = [list(line.get_ydata()) for line in figure.axes[0].lines if line.get_marker() == "x"]
    assert crosses == [[40.0]] and not any(40.0 in values for values in joined)
    assert any(text.startswith(NOTE) for text, _ in texts(figure))
    assert "40" not in chart.title, "nor is it what the title tells"


@pytest.mark.parametrize("told", [{"documents": 2}, {"vintages": 2, "first_value": 7.0}], ids=["by two stories", "as a revision"])
def test_a_value_far_from_those_around_it_that_more_stories_bear_out_is_on_the_line(told):
    figure = charts.draw(astray(17, **told))
    assert not [line for line in figure.axes[0].lines if line.get_marker() == "x"]
    assert "40" in astray(17, **told).title
