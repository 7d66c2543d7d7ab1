"""Reports that a file describes, and reports of a past day: what they show, and how what cannot be used is refused."""

import json

import duckdb
import pypdf
import pytest
from commands import statwire
from PIL import Image

pytestmark = pytest.mark.draws

UNEMPLOYMENT = "unemployment:USA:level:percent:M:actual"


@pytest.fixture
def report(sample, tmp_path):
    """Writes a description and makes its report: the result, and the folder of reports."""

    def made(content, *more, name="mine.toml", warehouse=sample / "w.duckdb"):
        file = tmp_path / name
        file.write_text(content, "utf-8")
        result = statwire(
            "report", str(file), "--warehouse", str(warehouse), "--reports", str(tmp_path / "r"), "--format", "pdf", *more
        )  # fmt: skip
        return result, tmp_path / "r"

    return made


def text(pdf):
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())


def test_a_described_report_shows_its_series_and_its_query(report):
    result, folder = report(f"""
title = "Work & growth"
summary = "Two views."
paper = "letter"
[[section]]
heading = "People"
series = ["{UNEMPLOYMENT}", "gdp:usa:growth.annualised:percent:q:actual"]
[[section]]
heading = "Who"
query = "SELECT publisher, count(*) AS stories_told FROM document GROUP BY ALL ORDER BY 1"
""")
    assert result.exit_code == 0, result.output
    said = text(folder / "mine/latest/mine.pdf")
    assert "Work & growth" in said and "Two views." in said
    assert "October 2009 10.1 % first 10.2 %" in said and "United States: GDP, change annualised" in said
    assert "publisher stories told Harbour Business Daily" in said
    assert pypdf.PdfReader(folder / "mine/latest/mine.pdf").pages[0].mediabox.width == 612


def test_numbers_have_the_marks_of_their_language_in_text_and_chart(report):
    result, folder = report(
        f'title = "T"\nnumbers = "de"\n[[section]]\nseries = ["{UNEMPLOYMENT}"]\n'
        '[[section]]\nquery = "SELECT 1234567.5 AS \\"large\\""', "--format", "pdf,html,png"
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    said = text(folder / "mine/latest/mine.pdf")
    assert "October 2009 10,1 % first 10,2 %" in said and "1.234.568" in said
    page = (folder / "mine/latest/mine.html").read_text("utf-8")
    assert "10,1 %" in page and ">10.1 %" not in page
    with Image.open(next((folder / "mine/latest/charts").glob("*.png"))) as image:
        assert "9,6 %" in image.info["Title"]


def test_as_of_a_day_shows_what_had_been_said_by_then(report, sample, tmp_path):
    result, folder = report(f'title = "T"\nas_of = 2009-12-31\n[[section]]\nseries = ["{UNEMPLOYMENT}"]\n')
    assert result.exit_code == 0, result.output
    said = text(folder / "mine/2009-12-31/mine.pdf")
    assert "October 2009 10.2 %" in said and "first 10.2 %" not in said and "2010" not in said.replace("2010 with", "")
    result = statwire("report", "--warehouse", str(sample / "w.duckdb"), "--reports", str(tmp_path / "d"), "--as-of", "2009-12-31")
    assert result.exit_code == 0, result.output
    assert "2010" not in text(tmp_path / "d/digest/latest/digest.pdf")
    assert json.loads((tmp_path / "d/digest/latest/manifest.json").read_text("utf-8"))["inputs"]["as_of"] == "2009-12-31"


def test_the_day_of_a_report_is_that_of_the_view_as_of(sample):
    from datetime import date

    from pipeline.store import past

    columns = "series_id, period, vintage, value, published, documents, publishers"
    con = duckdb.connect(str((sample / "w.duckdb").resolve()), read_only=True)
    con.execute("SET TimeZone = 'UTC'")
    for day in (date(2009, 6, 1), date(2010, 1, 7), date(2010, 1, 8), date(2021, 1, 1)):
        there = past.as_of(sample / "w.duckdb", day).execute(f"SELECT {columns} FROM latest ORDER BY ALL").fetchall()
        assert there == con.execute(f"SELECT {columns} FROM as_of(?) ORDER BY ALL", [day]).fetchall()


HOSTILE = '«O\'Neil» "quoted" <b>#panic(1)</b> $x_1$ 😀😀😀 \\u05d0\\u05d1\\u05d2 \\u202egnirts .. /etc/passwd'


def test_a_title_of_any_letters_is_data(report):
    title = json.dumps(HOSTILE, ensure_ascii=False).replace("\\\\u", "\\u")
    result, folder = report(f'title = {title}\n[[section]]\nheading = {title}\nseries = ["{UNEMPLOYMENT}"]\n')
    assert result.exit_code == 0, result.output
    said = text(folder / "mine/latest/mine.pdf")
    assert ("#panic(1)</b> $x_1$" in said and "/etc/passwd" in said and "אבג" in said) or "גבא" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('title = "T', "mine.toml is no TOML: Unterminated string (at line 1"),
        ('title = "T"\n[[section]]\nseries = [1]', "mine.toml:2: series and charts are lists of texts"),
        ('title = "T"\n', "needs a section"),
        ("[[section]]\nseries = ['x']", "needs a title"),
        ('title = 3\n[[section]]\nseries = ["x"]', "mine.toml:1: title must be text in quotes"),
        ('title = "T"\ncolour = "red"\n[[section]]\nseries = ["x"]', "mine.toml:2: 'colour' is unknown: known are title, name"),
        ('title = "T"\n[[section]]\nseries = ["x"]\n\n[[section]]\nchart = "pie"\nquery = "SELECT 1"', "mine.toml:6: 'pie' is no chart of a query"),
        ('title = "T"\n[[section]]\nseries = ["x"]\ncharts = ["pie"]', "mine.toml:4: 'pie' is no chart of series: known are series"),
        ('title = "T"\n[[section]]\nseries = ["x"]\nquery = "SELECT 1"', "mine.toml:2: a section shows series or a query"),
        ('title = "T"\n[[section]]\nheading = "h"', "mine.toml:2: a section shows series or a query"),
        ('title = "T"\n[[section]]\nseries = ["unemployment:USB:level:percent:M:actual"]', f"is no series: nearest are {UNEMPLOYMENT}"),
        ('title = "T"\n[[section]]\nseries = ["trade_turnover:"]', "begins"),
        ('title = "T"\n[[section]]\nquery = "SELEKT 1"', "mine.toml:2: the query fails: Parser Error"),
        ('title = "T"\n[[section]]\nquery = "SELECT 1 WHERE false"', "mine.toml:2: the query finds nothing"),
        ('title = "T"\n[[section]]\nquery = "SELECT * FROM read_csv(\'/etc/passwd\')"', "the query fails: Permission Error"),
        ('title = "T"\n[[section]]\nquery = "COPY facts TO \'/tmp/out.csv\'"', "the query fails: Permission Error"),
        ('title = "T"\nas_of = 1990-01-01\n[[section]]\nseries = ["unemployment:USA:level:percent:M:actual"]', "has no dated value as of 1 January 1990"),
        ('title = "T"\nas_of = "soon"\n[[section]]\nseries = ["x"]', "mine.toml:2: as_of must be a day"),
        ('title = "T"\nnumbers = "xx"\n[[section]]\nseries = ["x"]', "mine.toml:2: 'xx' is no language of numbers: known are en, de"),
        ('title = "T"\npaper = "a5"\n[[section]]\nseries = ["x"]', "mine.toml:2: 'a5' is no paper: known are a4, letter"),
        *(
            (f'title = "T"\nname = {json.dumps(name, ensure_ascii=False)}\n[[section]]\nseries = ["x"]', "mine.toml:2:")
            for name in ("a/b", "..", "", "\"'", "😀", "אב", "<b>", "#let", "x" * 200)
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_line_and_nothing_is_written(report, content, said):
    result, folder = report(content)
    assert result.exit_code == 1
    assert said in result.stderr and result.stderr.count("\n") == 1 and result.stderr.startswith("Error: "), result.stderr
    assert not list(folder.rglob("*")), "something was left behind"


def test_a_file_or_warehouse_that_is_not_there_is_one_line(report, sample, tmp_path):
    result = statwire("report", str(tmp_path / "none.toml"), "--warehouse", str(sample / "w.duckdb"), "--reports", str(tmp_path / "r"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1) and "No such file" in result.stderr
    result = statwire("report", "--warehouse", str(tmp_path / "none.duckdb"), "--reports", str(tmp_path / "r"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1) and "run `statwire run` first" in result.stderr
    (tmp_path / "text.duckdb").write_text("no warehouse")
    for more in ((), ("--as-of", "2010-01-01")):
        result = statwire("report", "--warehouse", str(tmp_path / "text.duckdb"), "--reports", str(tmp_path / "r"), *more)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1) and "cannot be" in result.stderr, result.stderr
    assert not (tmp_path / "r").exists()


def test_a_warehouse_that_another_process_writes_is_one_line(report, tmp_path):
    import subprocess
    import sys

    code = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); con.execute('CREATE TABLE t (i INTEGER)'); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "held.duckdb")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        other.stdout.readline()
        result = statwire("report", "--warehouse", str(tmp_path / "held.duckdb"), "--reports", str(tmp_path / "r"))
        other.stdin.close()
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1) and "cannot be opened" in result.stderr, result.stderr


def test_an_unknown_format_is_wrong_usage(report):
    result, folder = report('title = "T"\n[[section]]\nseries = ["x"]', "--format", "pdf,docx")
    assert result.exit_code == 2 and "'docx' is no format" in result.stderr
    assert not folder.exists()


def test_a_report_that_fails_leaves_the_one_before(report, monkeypatch):
    content = f'title = "T"\n[[section]]\nseries = ["{UNEMPLOYMENT}"]\n'
    assert report(content)[0].exit_code == 0
    from pipeline.report import pdf

    def full(*_):
        raise OSError(28, "No space left on device", "report.pdf")

    monkeypatch.setattr(pdf, "write", full)
    result, folder = report(content)
    assert result.exit_code == 1 and "No space left" in result.stderr
    assert [path.name for path in sorted((folder / "mine").iterdir())] == ["2020-03-18", "latest"]
    assert (folder / "mine/latest/mine.pdf").stat().st_size > 1000
    assert not list(folder.glob(".*"))


def test_latest_is_the_newest_day_whatever_was_made_last(report):
    content = f'title = "T"\n[[section]]\nseries = ["{UNEMPLOYMENT}"]\n'
    report(content)
    _, folder = report(content, "--as-of", "2010-01-31")
    assert (folder / "mine/latest").readlink().name == "2020-03-18" and (folder / "mine/2010-01-31/mine.pdf").exists()


def test_a_run_that_changes_nothing_leaves_the_report_as_it_is(tmp_path):
    (tmp_path / "raw").mkdir()
    for year in (2011, 2012, 2013):
        (tmp_path / f"raw/{year}.txt").write_text(f"Exports of Norway were {year - 2000} billion dollars in {year}.")
    places = ["--raw", str(tmp_path / "raw"), "--warehouse", str(tmp_path / "w.duckdb"), "--reports", str(tmp_path / "r"), "--jobs", "1"]
    assert "wrote     digest.html, digest.pdf" in statwire("run", *places).stdout
    made = (tmp_path / "r/digest/latest").resolve()
    before = made.stat().st_ino
    said = statwire("run", *places)
    assert "report    as before" in said.stdout and made.stat().st_ino == before
    (tmp_path / "raw/2014.txt").write_text("Exports of Norway were 15 billion dollars in 2014.")
    said = statwire("run", *places)
    assert "wrote     digest.html, digest.pdf" in said.stdout
    content = text(tmp_path / "r/digest/latest/digest.pdf")
    assert "New since the run before" in content and "Norway: exports 2014 $15 bn $13 bn" in content
