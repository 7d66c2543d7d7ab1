"""The page of a report: what stands in it, that nothing of a story is markup, and that a browser may load nothing from it.

What it does in a browser is tested in tests/browser.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import chart_cases
import pytest
import sample_report as reports

from pipeline.report import words
from pipeline.report.model import Point, Section
from pipeline.report.page import island, write
from pipeline.report.page.behind import Behind, address
from pipeline.report.page.element import element, raw
from pipeline.report.page.spec import KINDS, plots

ROOT = Path(__file__).parent.parent


class Page(HTMLParser):
    """The elements of a page with their attributes, its text, and the text of each script and style."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.own: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = ""
        self.feed(path.read_bytes().decode("utf-8"))
        self.said = " ".join(" ".join(self.text).split())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside = tag
            self.own.append((tag, dict(attrs), ""))

    def handle_endtag(self, _tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside:
            tag, attributes, text = self.own.pop()
            self.own.append((tag, attributes, text + data))
        else:
            self.text.append(data)

    def data(self):
        return json.loads(next(text for _, attributes, text in self.own if attributes.get("id") == "data"))


@pytest.fixture(scope="module")
def every(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "every.html"
    write(reports.report(), path)
    return Page(path)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    write(reports.hostile(), path)
    return Page(path)


def test_the_same_report_gives_the_same_bytes(tmp_path):
    write(reports.report(), tmp_path / "a.html")
    write(reports.report(), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_what_a_report_says_stands_in_the_page_without_its_script(every):
    said = every.said.replace("\u00a0", " ")
    report = reports.report()
    for section in report.sections:
        for text in (
            section.heading,
            *section.words.split("\n\n"),
            section.note,
            *section.columns,
            *(cell for line in section.lines for cell in line),
        ):
            assert text in said
        for chart in section.charts:
            assert chart.title in said and chart.subtitle in said and chart.source in said
            assert chart.alt in said or chart.kind == "table"
        for point in section.points:
            assert f"{point.label} {' '.join(point.value.split())} {point.said}" in said


def test_every_section_and_chart_can_be_reached_from_the_contents(every):
    targets = {attributes["href"][1:] for tag, attributes in every.elements if tag == "a"}
    ids = [attributes["id"] for _, attributes in every.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert {f"s-{section.name}" for section in reports.report().sections} <= targets


@pytest.mark.parametrize("which", ["every", "hostile"])
def test_only_our_own_scripts_may_run_and_nothing_may_be_loaded(which, request):
    page = request.getfixturevalue(which)
    policy = next(attributes["content"] for _, attributes in page.elements if attributes.get("http-equiv") == "Content-Security-Policy")
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    assert rules["default-src"] == ["'none'"] and rules["base-uri"] == ["'none'"] and rules["form-action"] == ["'none'"]

    def hashed(text):
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    run = [text for tag, attributes, text in page.own if tag == "script" and attributes.get("type") != "application/json"]
    assert rules["script-src"] == [hashed(text) for text in run] and len(run) == 2
    assert rules["style-src"] == [hashed(text) for tag, _, text in page.own if tag == "style"]
    assert rules["require-trusted-types-for"] == ["'script'"]
    for tag, attributes in page.elements:
        assert not {"src", "srcset", "data", "action", "style", "srcdoc"} & set(attributes)
        assert tag == "a" or "href" not in attributes
        assert tag != "a" or attributes["href"].startswith("#")


def test_what_stories_bring_is_text_and_never_markup(hostile):
    tags = {tag for tag, _ in hostile.elements}
    assert not tags & {"img", "iframe", "object", "embed", "form", "base", "link"}
    assert [attributes.get("type") for tag, attributes, _ in hostile.own] == [None, "application/json", None, None]
    assert not [name for _, attributes in hostile.elements for name in attributes if name.startswith("on")]
    assert "</script><script>alert(1)</script>" in hostile.said
    heard = [sentence["publisher"] for sentence in hostile.data()["sentences"]]
    assert any("<script>alert(1)</script>" in publisher for publisher in heard)


def test_text_of_stories_enters_no_expression(hostile):
    """Where a spec evaluates something, it is written by us: data and parameters hold the rest."""

    def expressions(spec):
        if isinstance(spec, dict):
            for key, value in spec.items():
                if key in ("expr", "labelExpr", "test", "signal", "filter", "calculate"):
                    yield value
                else:
                    yield from expressions(value) if key not in ("values", "value") or isinstance(value, (dict, list)) else ()
        elif isinstance(spec, list):
            for each in spec:
                yield from expressions(each)

    found = [text for chart in hostile.data()["charts"].values() for plot in chart for text in expressions(plot["spec"])]
    assert found and not [text for text in found if "alert" in text]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a?b=c", "https://news.example/a?b=c"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//news.example", ""),
        ("http://[half", ""),
        ("http://news.example/ x", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(url, link):
    assert address(url) == link


def test_data_in_the_page_ends_no_script():
    data = {"a": "</script><!-- & \u2028 \ud800"}
    assert not re.search(r"[<>&\u2028]", island(data))
    assert json.loads(island(data)) == data


def test_a_script_that_would_end_itself_is_refused():
    with pytest.raises(ValueError, match="script"):
        raw("script", "'</script>'")


def test_what_no_html_may_hold_is_left_out():
    assert element("p", "a\x00b\ud800c\x1fd").text == "a b c d"


def test_a_mark_leads_to_the_sentence_of_its_point(every):
    data = every.data()
    [plot] = data["charts"]["jobs"]
    jobs = reports.report().sections[1]
    linked = [number for _, number in plot["marks"][:11]]
    assert linked == [10 - n for n in range(11)]
    for text, number in plot["marks"][:11]:
        label, value, _, sentences = data["points"]["jobs"][number]
        assert text.startswith(f"{label}: {value.splitlines()[0]}")
        before, figure, after = data["sentences"][sentences[0]]["parts"]
        assert before + figure + after == jobs.points[number].evidence[0].sentence
        assert figure == value.splitlines()[0]
    assert data["sentences"][0]["rules"] == list(jobs.points[0].evidence[0].rules)


def test_a_point_of_another_chart_is_not_taken_for_ones_own(every):
    data = every.data()
    assert dict(data["charts"]["revisions"][0]["marks"])["Q1 2009, release 3: −5.5 %, +0.6 points on the first; 18 June 2009"] == 0
    assert {number for _, number in data["charts"]["changes"][0]["marks"]} == {None}


def test_where_two_points_have_one_label_the_value_decides_or_none_is_shown():
    chart = reports.series([9.4, 9.5])
    points = reports.points(chart)
    wrong = dataclasses.replace(points[0], value="3.1 %")
    section = Section("jobs", "Jobs", "", (chart,), (wrong, *points))
    report = dataclasses.replace(reports.report(), sections=(section,))
    [plot] = plots(chart)
    assert Behind(report).point(section, chart, plot.marks[1]) == 1
    alike = dataclasses.replace(section, points=(wrong, wrong))
    assert Behind(dataclasses.replace(report, sections=(alike,))).point(alike, chart, plot.marks[1]) is None


def test_a_forecast_is_not_said_to_rest_on_the_sentence_of_the_outcome(every):
    marks = dict(every.data()["charts"]["jobs"][0]["marks"])
    assert marks["November 2009: 9.9 % (first 10.0 %)"] == 1
    assert marks["November 2009, forecast: 10.1 %"] is None


@pytest.mark.parametrize(
    ("shown", "value", "same"),
    [
        ("10.0 %\nfirst 10.2 %", "10.2 %", True),
        ("$1.2543 bn", "$1.25 bn", True),
        ("9.90 %", "9.9 %", True),
        ("9.9 %", "−9.9 %", False),
        ("9.9 %", "10.1 %", False),
        ("$9.9 bn", "$9.9 m", False),
    ],
)
def test_a_mark_among_others_takes_a_point_only_by_its_value(shown, value, same):
    chart = reports.chart("shares", [{"label": "Fish", "value": 1.0, "period": "2009"}])
    section = Section("s", "S", "", (chart,), (Point("Fish", shown, "", ()),))
    mark = dataclasses.replace(plots(chart)[0].marks[0], value=value)
    found = Behind(dataclasses.replace(reports.report(), sections=(section,))).point(section, chart, mark)
    assert (found == 0) is same


def test_a_sentence_behind_many_points_is_written_once():
    chart = reports.series([9.4, 9.5])
    said = reports.evidence("The rate was 9.4 percent.", "9.4 percent")
    points = tuple(Point(label, "9.4 %", "", (said,)) for label in ("January 2009", "February 2009"))
    section = Section("jobs", "Jobs", "", (chart,), points)
    assert len(Behind(dataclasses.replace(reports.report(), sections=(section,))).sentences) == 1


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (0, 999), (9, 3)])
def test_a_figure_that_is_not_in_the_sentence_is_not_marked(start, end):
    said = dataclasses.replace(reports.evidence("It rose 5 percent.", "5 percent"), start=start, end=end)
    section = Section("s", "S", points=(Point("2009", "5 %", "", (said,)),))
    [told] = Behind(dataclasses.replace(reports.report(), sections=(section,))).sentences
    assert told["parts"] == ["It rose 5 percent.", "", ""]


def layers(plot, ending="points"):
    return [layer for layer in plot.spec["layer"] if layer.get("name", "").endswith(ending)]


def test_every_kind_draws_each_row_as_one_mark():
    drawn = {chart.kind for section in reports.report().sections for chart in section.charts}
    assert drawn == {*KINDS, "table"}
    for section in reports.report().sections:
        for chart in section.charts:
            if chart.kind == "table":
                continue
            marks = [mark for plot in plots(chart) for mark in plot.marks]
            assert len(marks) == len(chart.rows) + len(chart.about.get("companions", ()))
            for plot in plots(chart):
                assert sorted(row["i"] for layer in layers(plot) for row in layer["data"]["values"]) == list(range(len(plot.marks)))


def test_marks_have_the_values_of_their_rows():
    chart = reports.series([7.8, 8.3, None, 9.0], {1: 8.1})
    [plot] = plots(chart)
    [layer] = layers(plot)
    assert [row["y"] for row in layer["data"]["values"]] == [7.8, 8.3, 9.0]
    assert [mark.text for mark in plot.marks] == ["January 2009: 7.8 %", "February 2009: 8.3 % (first 8.1 %)", "April 2009: 9.0 %"]


def test_a_gap_breaks_the_line():
    [plot] = plots(reports.series([7.8, 8.3, None, 9.0, 9.1]))
    [line] = [layer for layer in plot.spec["layer"] if layer["mark"]["type"] == "line"]
    assert [row["g"] for row in line["data"]["values"]] == [0, 0, 1, 1]


def test_values_far_from_all_others_are_arrows_at_the_edge_and_told():
    rows = chart_cases._series(40)
    rows[12]["value"] = 800.0
    [plot] = plots(chart_cases.chart("series", rows))
    layers = {layer.get("name"): layer for layer in plot.spec["layer"]}
    scale = layers["actual_points"]["encoding"]["y"]["scale"]
    assert scale["domain"][1] < 15 and scale["clamp"]
    [arrow] = layers["actual_beyond_points"]["data"]["values"]
    assert (arrow["y"], arrow["beyond"], plot.marks[arrow["i"]].value) == (800.0, "triangle-up", "800.0 %")
    assert plot.note == "1 value beyond the scale (800 %), marked at its edge."


def test_a_value_astray_is_a_cross_beside_the_line_and_told():
    rows = chart_cases._series(18)
    rows[9] |= {"value": 40.0, "first_value": 40.0, "documents": 1}
    [plot] = plots(chart_cases.chart("series", rows))
    named = {layer.get("name"): layer for layer in plot.spec["layer"]}
    assert [point["y"] for point in named["actual_astray_points"]["data"]["values"]] == [40.0]
    assert 40.0 not in [point["y"] for point in named["actual_points"]["data"]["values"]]
    [line] = [layer for layer in plot.spec["layer"] if layer["mark"]["type"] == "line"]
    assert [point["g"] for point in line["data"]["values"]] == [0] * 9 + [1] + [2] * 8
    assert plot.note == "1 value (×), told by one story and far from those around it, is not joined."


def test_amounts_start_at_zero_and_rates_need_not():
    def domain(chart):
        return layers(plots(chart)[0])[0]["encoding"]["y"]["scale"]["domain"]

    assert domain(reports.series([3e9, 4e9], unit="USD"))[0] == 0
    assert domain(reports.series([9.4, 9.6]))[0] > 9
    assert domain(reports.chart("changes", [{**reports.year(2009), "value": 2.0}], **reports.GROWTH))[0] == 0


@pytest.mark.parametrize("chart", [chart for section in reports.hard().sections for chart in section.charts], ids=lambda chart: chart.name)
def test_hard_cases_are_drawn_or_said_to_hold_no_data(chart, tmp_path):
    for plot in plots(chart):
        assert plot.marks and 0 < plot.height < 2000
        low, high = next(
            (
                layer["encoding"]["y"]["scale"]["domain"]
                for layer in layers(plot)
                if "domain" in layer["encoding"].get("y", {}).get("scale", {})
            ),
            (0, 1),
        )[:2]
        assert isinstance(low, str) or low < high or layers(plot)[0]["encoding"]["y"]["type"] == "ordinal"
    write(dataclasses.replace(reports.report(), sections=(Section("s", "S", charts=(chart,)),)), tmp_path / "p.html")
    assert ("No data." in Page(tmp_path / "p.html").said) == (chart.name in ("none", "undated"))


def test_a_page_that_cannot_be_made_leaves_the_earlier_one(tmp_path):
    path = tmp_path / "p.html"
    path.write_text("earlier")
    report = dataclasses.replace(reports.report(), sections=(Section("s", "S", charts=(reports.chart("pie", [{}]),)),))
    with pytest.raises(KeyError):
        write(report, path)
    assert path.read_text() == "earlier" and list(tmp_path.iterdir()) == [path]


def test_numbers_stay_with_their_units(every):
    assert "10.0\u00a0%" in " ".join(every.text) and "$1.25\u00a0bn" in " ".join(every.text)


def test_the_page_shows_what_words_say_of_values(every):
    assert words.amount(1.25e9, "USD") in every.said.replace("\u00a0", " ")


def test_the_drawing_library_is_the_one_that_tools_lock_with_its_licences():
    script = (ROOT / "pipeline/report/page/vega.js").read_text("utf-8")
    notices = script[: script.index("*/")]
    for name, version in json.loads((ROOT / "tools/vega/package.json").read_text())["dependencies"].items():
        assert f"{name} {version}" in notices
    locked = json.loads((ROOT / "tools/vega/package-lock.json").read_text())["packages"]
    assert all("resolved" not in entry and (not path or "integrity" in entry) for path, entry in locked.items())
    assert "Redistribution and use in source and binary forms" in notices and script.isascii()
