"""The page of a report as a reader has it: with a mouse, with keys, on a phone, in the dark, with a screen reader."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDTHS = [1280, 390]


def plot(page: Page, chart: str):
    """The drawing of a chart, drawn."""
    found = page.locator(f"#c-{chart} .plot").first
    found.scroll_into_view_if_needed()
    expect(found.locator("svg")).to_be_visible()
    return found


def place(page: Page, chart: str, index: int) -> tuple[float, float]:
    """Where on the screen the mark with this number lies."""
    plot(page, chart)
    marks = page.locator(
        f"#c-{chart} .plot .mark-symbol[class*='points_marks'] path, #c-{chart} .plot .mark-rect[class*='points_marks'] path"
    )
    marks.nth(index).scroll_into_view_if_needed()
    box = marks.nth(index).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def all_drawn(page: Page) -> None:
    """Draws all, as printing does."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".plot svg").count() == page.locator(".plot").count()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_point_shows_its_sentence_with_the_figure_marked(visit, width):
    page = visit("every.html", width)
    page.mouse.click(*place(page, "jobs", 4))
    shown = page.locator("#evidence")
    expect(shown.locator("h2")).to_have_text("May 2009: 9.4 %, first 9.3 %")
    expect(shown.locator("blockquote")).to_have_text("Norland's jobless rate stood at 9.4 % in May 2009, the statistics office said.")
    expect(shown.locator("mark")).to_have_text("9.4 %")
    expect(shown.locator("dl")).to_contain_text("Norland Wire")
    expect(shown.locator("dl")).to_contain_text("5 June 2009")
    expect(shown.locator("dl")).to_contain_text("CC-BY-4.0")
    expect(shown.locator("dl a")).to_have_attribute("href", "https://news.example/jobs")
    expect(shown.locator("dl li")).to_have_text(["percent: number and sign", "period: month before the story"])
    expect(shown.locator("h2")).to_be_focused()
    assert page.locator("tr.chosen th").inner_text() == "May 2009"


def test_keys_walk_the_points_of_a_chart_and_open_one(visit):
    page = visit("every.html")
    jobs = plot(page, "jobs")
    jobs.focus()
    assert jobs.get_attribute("aria-valuetext") == "December 2009: 9.9 %"
    page.keyboard.press("ArrowLeft")
    assert jobs.get_attribute("aria-valuetext") == "November 2009: 9.9 % (first 10.0 %)"
    expect(page.locator(".tip")).to_have_text("November 2009: 9.9 % (first 10.0 %)")
    page.keyboard.press("Home")
    assert jobs.get_attribute("aria-valuenow") == "1"
    page.keyboard.press("ArrowLeft")
    assert jobs.get_attribute("aria-valuenow") == "1"
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text("January 2009: 7.8 %")
    expect(page.locator("#evidence h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(jobs).to_be_focused()


def test_a_line_of_the_table_shows_what_it_rests_on(visit):
    page = visit("every.html")
    button = page.get_by_role("button", name="October 2009")
    button.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text("October 2009: 10.0 %, first 10.2 %")
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()


def test_a_mark_without_a_sentence_says_so(visit):
    page = visit("every.html")
    page.mouse.click(*place(page, "disagreements", 0))
    expect(page.locator("#evidence h2")).to_contain_text("Hill Gazette")
    expect(page.locator("#evidence .shown")).to_contain_text("statwire why")


def test_pointing_at_a_mark_says_its_value(visit):
    page = visit("every.html")
    page.mouse.move(*place(page, "changes", 3))
    expect(page.locator(".tip")).to_have_text("Q4 2008: −5.4 %")
    expect(page.locator(".ring")).to_be_visible()


def test_the_search_finds_series_by_name_place_code_and_measure(visit):
    page = visit("every.html")
    search = page.get_by_role("searchbox", name="Search series")
    entries = page.locator("#entries li:visible a")
    for words, found in (
        ("russia EXPORTS", "North Korea’s exports to Russia"),
        ("prk", "North Korea’s exports to Russia"),
        ("unémployment seasonally", None),
        ("targets", "Targets"),
    ):
        search.fill(words)
        if found is None:
            expect(entries).to_have_count(0)
            expect(page.get_by_role("status")).to_contain_text("None of")
        else:
            assert found in entries.all_inner_texts()
    search.press("Enter")
    assert page.url.endswith("#s-targets")
    search.press("Escape")
    expect(entries).to_have_count(12)
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(search).to_be_focused()


def test_on_a_phone_the_search_opens_the_contents(visit):
    page = visit("every.html", 390)
    expect(page.locator("#entries")).to_be_hidden()
    page.get_by_role("searchbox").fill("events")
    expect(page.locator("#entries li:visible")).to_have_count(1)


@pytest.mark.parametrize("name", ["every.html", "hostile.html", "hard.html"])
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways(visit, name, width):
    page = visit(name, width)
    all_drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["every.html", "hard.html"])
def test_no_chart_is_wider_than_its_column_and_no_label_is_cut(visit, name, width):
    page = visit(name, width)
    all_drawn(page)
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".plot")].flatMap((plot) => {
            const area = plot.getBoundingClientRect();
            return [...plot.querySelectorAll("text")].filter((text) => {
                const box = text.getBoundingClientRect();
                return text.textContent && getComputedStyle(text).opacity !== "0" && box.width &&
                    (box.left < area.left - 1 || box.right > area.right + 1 || box.top < area.top - 1 || box.bottom > area.bottom + 1);
            }).map((text) => `${plot.dataset.chart}: ${text.textContent}`);
        })"""
    )
    assert cut == []


def test_in_the_dark_the_page_and_its_charts_are_dark(visit):
    page = visit("every.html", color_scheme="dark")
    plot(page, "jobs")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 28)"
    dark = page.locator("#c-jobs svg .mark-line path").first.get_attribute("stroke")
    page.emulate_media(color_scheme="light")
    expect(page.locator("#c-jobs svg .mark-line path").first).not_to_have_attribute("stroke", dark)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_chart_is_drawn_anew_where_the_window_narrows(visit):
    page = visit("every.html")
    plot(page, "jobs")
    page.set_viewport_size({"width": 500, "height": 900})
    expect(page.locator("#c-jobs .plot svg")).to_have_attribute("width", str(page.locator("#c-jobs .plot").evaluate("e => e.clientWidth")))


def test_what_stories_bring_runs_nowhere(visit):
    page = visit("hostile.html")
    all_drawn(page)
    page.get_by_role("button", name="February 2009").click()
    expect(page.locator("#evidence blockquote")).to_contain_text("</script><script>alert(1)</script>")
    expect(page.locator("#evidence mark")).to_have_text("9.5 %")
    page.get_by_role("button", name="January 2009").click()
    expect(page.locator("#evidence article")).to_have_count(2)
    assert page.locator("#evidence a").count() == 0
    assert page.locator("img, iframe").count() == 0
    assert page.locator("script").count() == 3


def test_without_scripts_words_tables_and_descriptions_are_there(visit):
    page = visit("every.html", java_script_enabled=False)
    expect(page.locator("#a-jobs")).to_be_visible()
    expect(page.locator("#c-jobs .plot")).to_be_hidden()
    expect(page.locator("#s-jobs .points")).to_be_visible()
    expect(page.locator("#evidence")).to_contain_text("does not run here")


def test_a_long_report_opens_at_once_and_draws_what_is_looked_at(visit):
    page = visit("many.html")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].domComplete") < 5000
    expect(page.locator("#c-long .plot svg")).to_be_visible()
    assert page.locator(".plot svg").count() < 10
    page.locator("#s-series-59").scroll_into_view_if_needed()
    expect(page.locator("#c-series-59 .plot svg")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [("every.html", 1280, "light"), ("every.html", 390, "dark"), ("every.html", 1280, "dark"), ("hostile.html", 390, "light")],
)
def test_axe_finds_nothing(visit, name, width, scheme):
    page = visit(name, width, color_scheme=scheme, bypass_csp=True)
    all_drawn(page)
    page.locator("button[data-point]").first.click()
    found = Axe().run(page)
    assert found.response["passes"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found.response["violations"]] == []
