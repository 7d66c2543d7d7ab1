"""One voice each: copies of a story count once, however they come about; told through `statwire run` on stories of our own."""

import json

import pytest
from commands import statwire
from test_run import ask, run

LEAD = "OSLO, March 6 (Northern Wire) - Norway's unemployment rate rose to 3.1 percent in February 2009, the statistics office said on Friday.\n"
MORE = "The krone was little changed. Analysts had not thought that so many would look for work in winter.\n"
SERIES = "unemployment:NOR:level:percent:M:actual"


@pytest.fixture
def tell(tmp_path):
    """Run on (publisher, text) or (publisher, text, title) stories, published on one day after the other; what is shown for February 2009."""

    def told(*stories):
        lines = [
            {"id": f"s{n}", "publisher": publisher, "text": text, "title": "".join(title), "published": f"2009-03-{6 + n:02}"}
            for n, (publisher, text, *title) in enumerate(stories)
        ]
        (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
        assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 0
        return ask(tmp_path, f"SELECT value, documents, publishers FROM observations WHERE series_id = '{SERIES}' AND period = '2009-02'")

    return told


def test_two_writers_are_two_voices(tell):
    other = "Joblessness in Norway climbed. The unemployment rate of Norway was 3.1 percent in February 2009 after months of layoffs in shipping.\n"
    assert tell(("Wire", LEAD + MORE), ("Post", other)) == [(3.1, 2, 2)]


def test_the_same_text_in_several_files_is_one_voice(tell):
    assert tell(("Wire", LEAD + MORE), ("Post", LEAD + MORE), ("Times", LEAD + MORE)) == [(3.1, 1, 1)]


@pytest.mark.parametrize(
    "copy",
    [
        LEAD + "Our market page has more.\n",
        "From our correspondents\n\n" + LEAD + MORE,
        LEAD.replace("OSLO, March 6 (Northern Wire) - ", "OSLO — ") + MORE,
        LEAD.replace("OSLO, March 6 (Northern Wire) - ", "") + MORE,
        LEAD.replace("Norway's", "Norway’s").replace("rose to", "rose\nto") + MORE,
        "Norway's jobless rate at 3.1 percent in February 2009\n\n" + LEAD + MORE,
    ],
    ids=[
        "a line more",
        "a line before",
        "place line of its own",
        "no place line",
        "marks and line ends",
        "headline of its own in the text",
    ],
)
def test_the_same_sentence_of_an_agency_text_is_one_voice(tell, copy):
    assert tell(("Wire", LEAD + MORE, "Jobs"), ("Post", copy, "More look for work")) == [(3.1, 1, 1)]


def test_a_short_sentence_is_no_proof_of_a_copy(tell):
    short = "OSLO (Northern Wire) - Norway's jobless rate was 3.1 percent in February 2009."
    assert tell(("Wire", short + "\nThe krone rose.\n"), ("Post", short + "\nIt snowed.\n")) == [(3.1, 2, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's unemployment rate was 3.1 percent in February 2009.\n\n"
        + MORE
        + "\nNorway's unemployment rate was 3.1 percent in February 2009.\n",
        "Norway's jobless rate rises to 3.1 percent in February 2009\n\n" + LEAD + MORE,
        LEAD + MORE + "In February 2009 the unemployment rate of Norway was 3.1 percent, as a year before.\n",
    ],
    ids=["a caption printed twice", "a headline and its body", "said twice"],
)
def test_what_one_story_says_twice_counts_once(tell, text):
    [(value, documents, publishers)] = tell(("Wire", text))
    assert (value, documents, publishers) == (3.1, 1, 1)


def test_a_copy_of_a_text_with_an_error_does_not_outvote_two_writers(tell):
    wrong = LEAD.replace("3.1", "3.9") + MORE
    one = "The unemployment rate of Norway was 3.1 percent in February 2009, after months of layoffs in shipping and trade.\n"
    two = "A winter of layoffs in the yards: Norway's unemployment rate came to 3.1 percent in February 2009, up from the autumn before.\n"
    told = tell(("Wire", wrong), ("Post", wrong), ("Times", wrong), ("Mail", one), ("Echo", two))
    assert told == [(3.1, 2, 2)]


def test_the_same_text_about_other_points_stays_a_voice_of_each(tell, tmp_path):
    both = (
        LEAD
        + "Norway's exports fell 12 percent in February 2009 from a year earlier, more than anybody had foreseen at the turn of the year.\n"
    )
    tell(("Wire", both), ("Post", both + MORE))
    assert ask(tmp_path, "SELECT DISTINCT documents, publishers FROM observations") == [(1, 1)]


def test_a_conversion_counts_for_nothing_of_its_own(tmp_path):
    text = "Norway's exports came to 500 million euros ($650 million) in 2008."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "s", "publisher": "Wire", "published": "2009-03-06", "text": text}))
    run(tmp_path, tmp_path / "a.jsonl")
    assert ask(tmp_path, "SELECT unit, value, documents FROM observations WHERE indicator = 'exports'") == [("EUR", 5e8, 1)]
    said = statwire("why", "exports:NOR:level:EUR:A:actual", "2008", "--warehouse", str(tmp_path / "w.duckdb"))
    assert 'told in other money as "$650 million"' in said.stdout


def test_why_says_which_sentences_are_copies_and_of_what(tell, tmp_path):
    tell(("Wire", LEAD + MORE + "In February 2009 the unemployment rate of Norway was 3.1 percent.\n"), ("Post", LEAD + MORE))
    said = json.loads(statwire("why", SERIES, "2009-02", "--warehouse", str(tmp_path / "w.duckdb"), "--json").stdout)
    assert [(row["publisher"], row["copy"], row["copy_of_publisher"]) for row in said] == [
        ("Wire", None, None),
        ("Wire", "same story", "Wire"),
        ("Post", "same text", "Wire"),
    ]
    shown = statwire("why", SERIES, "2009-02", "--warehouse", str(tmp_path / "w.duckdb")).stdout
    assert "said before in the same story: not counted again" in shown and "copy of Wire in s0: not counted" in shown
