"""Dates of publication: a story of no possible day is rejected with the reason, wherever its date is told."""

import datetime as dt
import json

import pytest
from test_read import RSS, SGML
from test_read_bad import split, written

from pipeline.read.dates import date_fault

NOW = dt.datetime.now(dt.UTC)


def unnamed(_):
    """Processes that run tests side by side must name them alike, and now is another now in each."""
    return "day"


def iso(**ahead):
    return (NOW + dt.timedelta(**ahead)).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1900",
        "1987-03",
        "2015-03-19",
        str(NOW.year),
        iso()[:7],
        iso()[:10],
        iso(),
        iso(hours=23),
        iso(hours=24)[:10],
        "2015-03-19T23:59:59-11:00",
    ],
    ids=unnamed,
)
def test_a_day_that_may_be_told_is_right(text):
    """A day ahead is let through: it is tomorrow somewhere, and clocks go wrong."""
    assert date_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [str(NOW.year + 2), iso(days=32)[:7], iso(days=3)[:10], iso(hours=25), iso(days=40).replace("T", " "), "9999-12-31T23:59:59-11:00"],
    ids=unnamed,
)
def test_a_day_to_come_is_none_of_publication(text):
    """Three days, not two: a run of the tests may go on past midnight."""
    assert date_fault(text) in (f"lies in the future: {text!r}", f"is no date of the calendar: {text!r}")


@pytest.mark.parametrize(("day", "reason"), [("1899-12-31", "lies before 1900"), (iso(days=9)[:10], "lies in the future")], ids=unnamed)
def test_a_story_of_another_time_is_rejected_and_the_rest_is_read(tmp_path, day, reason):
    story, when = json.dumps({"text": "It rose 5 percent.", "published": "2015"}), dt.date.fromisoformat(day)
    files = {
        "a.jsonl": story + "\n" + story.replace("2015", day),
        "a.json": f"[{story}, {story.replace('2015', day)}]",
        "a.csv": f"published,text\n2015,It rose.\n{day},It fell.\n",
        "a.rss": RSS.replace("Thu, 19 Mar 2015 08:00:00 +0100", f"{when:%d %b %Y} 08:00:00 +0000"),
        "a.sgm": SGML.replace(" 9-MAR-1987", f"{when.day:2}-{when:%b}-{when.year}".upper()),
    }
    for name, content in files.items():
        good, bad = split(written(tmp_path, name, content))
        assert good and [item.reason for item in bad if reason in item.reason] == [bad[0].reason], (name, bad)
    (tmp_path / "a.txt.origin.toml").write_text(f'published = "{day}"')
    good, bad = split(written(tmp_path, "a.txt", "It rose."))
    assert good == [] and f"origin file a.txt.origin.toml {reason}" in bad[0].reason
