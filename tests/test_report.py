"""Charts and the digest: what is drawn, what is said, and that it is whole."""

import duckdb
import pypdf
import pypdfium2
import pytest
from commands import statwire
from PIL import Image

from pipeline.report import excerpt, file_name, words


def test_a_png_for_each_series_with_three_observations(sample):
    con = duckdb.connect(str((sample / "w.duckdb").resolve()), read_only=True)
    ids = [
        i
        for (i,) in con.execute("SELECT series_id FROM series WHERE points >= 3 AND status = 'actual' AND indicator <> 'other'").fetchall()
    ]
    ((run,),) = con.execute("SELECT run FROM run").fetchall()
    assert {path.stem for path in (sample / "reports/series").glob("*.png")} == {file_name(i) for i in ids}
    for path in (sample / "reports/series").glob("*.png"):
        with Image.open(path) as image:
            assert image.size == (1600, 900)
            assert image.info["Series"] in ids
            assert image.info["Run"] == run


def test_the_pdf_holds_each_series_its_figures_and_their_sentences(sample):
    pdf = pypdf.PdfReader(sample / "reports/digest.pdf")
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    con = duckdb.connect(str((sample / "w.duckdb").resolve()), read_only=True)
    assert "10.1 % first 10.2 %" in text
    for period, value in con.execute(
        "SELECT period, value FROM latest WHERE series_id = 'unemployment:USA:level:percent:M:actual'"
    ).fetchall():
        assert f"{words.period(period)} {value:.1f} %" in text
    assert "the Labor Department said" in text
    catalogue = pdf.trailer["/Root"]
    assert bool(catalogue["/MarkInfo"]["/Marked"]) and "/Lang" in catalogue


def test_no_page_is_empty(sample):
    pdf = pypdfium2.PdfDocument(str(sample / "reports/digest.pdf"))
    for page in pdf:
        grey = page.render(scale=0.5).to_pil().convert("L")
        ink = sum(count for shade, count in enumerate(grey.histogram()) if shade < 128)
        assert ink > 200


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1.2e9, "USD", "$1.2 bn"),
        (3.4, "percent", "3.4 %"),
        (-92.34e6, "GBP", "−£92.3 m"),
        (1070e12, "IRR", "1,070 tn IRR"),
        (0.0, "percent", "0 %"),
        (18.2, "USD", "$18.2"),
        (7.75, "percentage_point", "7.75 points"),
    ],
)
def test_amounts_are_written_for_people(value, unit, said):
    assert words.amount(value, unit) == said


def test_an_excerpt_is_at_most_forty_words_and_holds_the_figure():
    sentence = " ".join(f"word{i}" for i in range(100)) + " cost $5 million " + " ".join(f"tail{i}" for i in range(60))
    said = excerpt(sentence, "$5 million")
    assert "$5 million" in said and len(said.split()) <= 42


@pytest.mark.parametrize("name", ["a/../../b:c", "«emoji 😀» <script>", "..", "x" * 400])
def test_a_name_of_a_story_is_never_a_path(name):
    made = file_name(name)
    assert made and "/" not in made and not made.startswith(".") and len(made) <= 150


def test_names_from_stories_are_data_in_charts_and_pages(tmp_path):
    names = ["Müller Werke AG", "Möller Werke AG"]
    for n, name in enumerate(names):
        for year in (2011, 2012, 2013):
            (tmp_path / f"{n}-{year}.txt").write_text(
                f"{name} said its revenue was {year - 2000} million euros in {year}. $x_1$ #import <b>"
            )
            (tmp_path / f"{n}-{year}.txt.origin.toml").write_text('publisher = "$\\\\frac{$ \\u0007 #panic(1) <i>"\n')
    result = statwire(
        "run",
        "--raw",
        str(tmp_path),
        "--warehouse",
        str(tmp_path / "out" / "w.duckdb"),
        "--reports",
        str(tmp_path / "out" / "reports"),
        "--jobs",
        "1",
    )
    assert result.exit_code == 0, result.output
    assert len(list((tmp_path / "out/reports/series").glob("*.png"))) == 2
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out/reports/digest.pdf").pages)
    assert "#panic(1)" in text


def test_stories_whose_publisher_nobody_tells_are_drawn(tmp_path):
    for year in (2011, 2012, 2013):
        (tmp_path / f"{year}.txt").write_text(f"Exports of Norway were {year - 2000} billion dollars in {year}.")
    result = statwire(
        "run",
        "--raw",
        str(tmp_path),
        "--warehouse",
        str(tmp_path / "out" / "w.duckdb"),
        "--reports",
        str(tmp_path / "out" / "reports"),
        "--jobs",
        "1",
    )
    assert result.exit_code == 0, result.output
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out/reports/digest.pdf").pages).split())
    assert "not named, date unknown" in text
