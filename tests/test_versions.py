"""Copies and versions of one story: found by their texts, one voice, and the later word of a publisher is its last; told through `statwire run`."""

import json

import pytest
from commands import statwire
from test_run import ask, run

from pipeline.signature import signatures

BODY = [
    "Norway's unemployment rate rose to 3.1 percent in February 2009, the statistics office said on Friday, as shipyards let 4,200 people go.",
    "Economists polled last week had foreseen that fewer would look for work, and the krone slipped against the euro after the release.",
    "The office counted 78,400 people without work, among them 12,300 who are younger than 25.",
    "Building firms in the west of the country have hired hardly anybody since the autumn, a survey of the employers' union showed.",
    "The labour minister told reporters that money for retraining would be found in the budget for the spring.",
    "Two unions asked for more, and said that the yards should share what work there is before they send anybody home.",
]
STORY = "OSLO, March 6 (Northern Wire) - " + "\n\n".join(BODY) + "\n"
SERIES = "unemployment:NOR:level:percent:M:actual"


@pytest.fixture
def tell(tmp_path):
    """Run on (publisher, published, text) stories; what is shown for February 2009: value, vintage, documents, publishers."""

    def told(*stories):
        lines = [{"id": f"s{n}", "publisher": by, "published": day, "text": text} for n, (by, day, text) in enumerate(stories)]
        (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
        assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 0
        return ask(
            tmp_path,
            f"SELECT value, vintage, documents, publishers FROM observations WHERE series_id = '{SERIES}' AND period = '2009-02' ORDER BY vintage",
        )

    return told


def followed(folder):
    """Which story follows which."""
    return ask(
        folder,
        "SELECT d.story, p.story FROM version v JOIN document d ON d.rowid = v.document JOIN document p ON p.rowid = v.follows ORDER BY 1",
    )


REWORDED = BODY[0].replace("rose to 3.1 percent in February 2009, the", "climbed to 3.1 percent in February 2009 after a mild winter, the")


def test_another_place_line_a_cut_tail_and_a_reworded_lead_are_one_voice(tell, tmp_path):
    copy = "BERGEN — " + "\n\n".join([REWORDED, *BODY[1:4]]) + "\nMore on our page.\n"
    assert tell(("Wire", "2009-03-06", STORY), ("Post", "2009-03-07", copy)) == [(3.1, 1, 1, 1)]
    assert followed(tmp_path) == [("s1", "s0")]


def test_a_story_of_its_own_on_the_same_release_is_a_voice_of_its_own(tell, tmp_path):
    own = (
        "Joblessness in Norway has climbed to where it last stood four years ago: the unemployment rate of Norway was 3.1 percent in February 2009. "
        "Behind the number of 78,400 are the yards along the coast, whose order books have been empty since the summer."
    )
    assert tell(("Wire", "2009-03-06", STORY), ("Post", "2009-03-06", own)) == [(3.1, 1, 2, 2)]
    assert followed(tmp_path) == []


TABLE = """{name} said on Thursday that it had closed its books for the quarter and gave the figures that its owners had asked for.
Net profit was ${0} million against ${1} million in the same quarter of 2008, and revenue ${2} million against ${3} million.
Profit before tax was ${4} million, and cash at the end of the quarter ${5} million, the company said in its report to the exchange.
The board will propose a dividend of {6} cents a share, and the chief executive will speak to analysts in the afternoon.
"""


def test_results_of_two_companies_in_one_template_are_two_stories(tell, tmp_path):
    one = TABLE.format(12.4, 10.1, 220.5, 198.3, 15.9, 44.2, 25, name="Arden Corp")
    two = TABLE.format(31.7, 35.2, 610.8, 655.4, 40.3, 87.6, 40, name="Bolton Corp")
    tell(("Wire", "2009-05-07", one), ("Wire", "2009-05-07", two))
    assert followed(tmp_path) == []


RELEASE = """The unemployment rate of Norway was {0} percent in {month} 2009, the statistics office said in its monthly release, against {1} percent the month before.
The number of people without work came to {2}, of whom {3} are younger than 25 and {4} have been looking for work for more than a year.
The office counts everybody between 15 and 74 who is without work, wants to work and has looked for work in the four weeks before it asked.
The figures are adjusted for the season by the method that the office has used since 2006, and are drawn from the labour force survey.
"""


@pytest.mark.parametrize("day", ["2009-04-03", "2009-03-09"], ids=["a month later", "the month before in arrears"])
def test_two_months_of_one_release_are_two_stories(tell, tmp_path, day):
    february = RELEASE.format("3.1", "2.8", "78,400", "12,300", "9,100", month="February")
    march = RELEASE.format("3.3", "3.1", "83,600", "13,900", "9,700", month="March")
    assert tell(("Office", "2009-03-06", february), ("Office", day, march))[0][0] == 3.1
    assert followed(tmp_path) == []


FIRST, LATER = "2009-03-06T08:30:00Z", "2009-03-06T10:00:00Z"
WRONG = STORY.replace("3.1 percent", "31 percent")


def test_the_later_version_of_a_publisher_supersedes_what_it_tells_otherwise(tell, tmp_path):
    assert tell(("Wire", FIRST, WRONG), ("Wire", LATER, STORY + "The krone recovered.\n")) == [(3.1, 1, 1, 1)]
    assert ask(tmp_path, "SELECT count(*) FROM disagreements") == [(0,)]
    said = [(row["value"], row["copy"], row["copy_of"], row["documents"]) for row in _why(tmp_path)]
    assert said == [(3.1, None, None, 1), (31, "earlier version", "s1", 0)]
    shown = statwire("why", SERIES, "2009-02", "--warehouse", str(tmp_path / "w.duckdb")).stdout
    assert "earlier version of s1, which tells another value: not counted" in " ".join(shown.split())


def _why(folder):
    return json.loads(statwire("why", SERIES, "2009-02", "--warehouse", str(folder / "w.duckdb"), "--json").stdout)


def test_a_day_on_which_only_the_earlier_version_was_out_shows_what_it_told(tell, tmp_path):
    tell(("Wire", "2009-03-06", WRONG), ("Wire", "2009-03-07", STORY))
    sql = "SELECT value, documents FROM as_of({}) WHERE series_id = '" + SERIES + "'"
    for clock in ("", ", now()"):
        assert ask(tmp_path, sql.format("DATE '2009-03-06'" + clock)) == [(31, 1)]
        assert ask(tmp_path, sql.format("DATE '2009-03-07'" + clock)) == [(3.1, 1)]
    assert ask(tmp_path, f"SELECT published::DATE::VARCHAR FROM first_release WHERE series_id = '{SERIES}'") == [("2009-03-07",)]


def test_what_the_later_version_leaves_out_or_repeats_stays(tell, tmp_path):
    more = STORY + "Norway's exports fell 12 percent in February 2009 from a year earlier.\n"
    assert tell(("Wire", FIRST, more), ("Wire", LATER, STORY)) == [(3.1, 1, 1, 1)]
    assert ask(tmp_path, "SELECT value, documents FROM observations WHERE indicator = 'exports'") == [(-12, 1)]
    assert ask(tmp_path, "SELECT count(*) FROM claims WHERE superseded_at IS NOT NULL") == [(0,)]


@pytest.mark.parametrize(
    "stories",
    [
        (("Wire", FIRST, WRONG), ("Post", LATER, STORY)),
        (("Wire", "2009-03-06", WRONG), ("Wire", "2009-03-06", STORY)),
        (("Wire", "2009-03-06", WRONG), ("Wire", LATER, STORY)),
    ],
    ids=["another publisher", "of one day without hours", "one of them with an hour"],
)
def test_nothing_is_superseded_by_another_publisher_or_where_the_order_is_not_told(tell, tmp_path, stories):
    tell(*stories)
    assert followed(tmp_path) != []
    assert ask(tmp_path, "SELECT count(*) FROM claims WHERE superseded_at IS NOT NULL") == [(0,)]


def test_a_corrected_revision_is_one_vintage(tell):
    first = "The unemployment rate of Norway was 2.9 percent in February 2009, the statistics office said after its survey of households in all counties."
    revised = STORY.replace("rose to 3.1 percent in February 2009", "in February 2009 was revised to {} percent from 2.9 percent")
    stories = ("Wire", "2009-03-01", first), ("Wire", FIRST, revised.format("31")), ("Wire", LATER, revised.format("3.1"))
    assert [row[:2] for row in tell(*stories)] == [(2.9, 1), (3.1, 2)]


def test_stories_come_out_alike_in_whatever_order_they_came(tell, tmp_path):
    stories = [
        ("Post", "2009-03-07", STORY.replace("OSLO, March 6", "BERGEN")),
        ("Wire", "2009-03-06", STORY),
        ("Times", "2009-03-08", STORY + "More.\n"),
    ]
    tell(*stories)
    told = "SELECT p.text_sha256, count(*) FROM version v JOIN document p ON p.rowid = v.story GROUP BY ALL"
    before = ask(tmp_path, told)
    (tmp_path / "other").mkdir()
    (tmp_path / "a.jsonl").rename(tmp_path / "other/a.jsonl")
    lines = (tmp_path / "other/a.jsonl").read_text().splitlines()
    (tmp_path / "other/a.jsonl").write_text("\n".join(reversed(lines)))
    assert run(tmp_path / "other", tmp_path / "other/a.jsonl").exit_code == 0
    assert ask(tmp_path / "other", told) == before and before[0][1] == 2


def test_a_signature_is_of_the_words_not_of_marks_and_case():
    one, other, short = signatures([STORY, STORY.upper().replace("'", "’").replace(" - ", " — "), ""])
    assert one == other and len(one.minhash) == 128 and one.words == len(STORY.replace("- ", "").split())
    assert short.words == 0 and short.figures == []
