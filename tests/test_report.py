"""Charts and the digest: what is drawn, what is said, and that it is whole."""

import hashlib
import json

import duckdb
import pypdf
import pypdfium2
import pytest
from commands import statwire
from PIL import Image

from pipeline.report import words
from pipeline.report.evidence import allowed, excerpt
from pipeline.report.names import file_name

pytestmark = pytest.mark.draws

LATEST = "reports/digest/latest"


def test_a_png_for_each_series_with_a_page(sample):
    con = duckdb.connect(str((sample / "w.duckdb").resolve()), read_only=True)
    ids = {
        i
        for (i,) in con.execute(
            "SELECT series_id FROM series WHERE dated >= 3 AND status = 'actual' AND indicator <> 'other'"
            " AND (basis IS NOT NULL OR frequency <> 'D' OR statistic NOT IN ('growth', 'change'))"
        ).fetchall()
    }
    told = json.loads((sample / LATEST / "manifest.json").read_text("utf-8"))
    assert ids <= set(told["series"])
    for name in ids:
        with Image.open(sample / LATEST / f"charts/{file_name(name)}.png") as image:
            assert image.size == (1600, 900)
            assert image.info["Series"] == name
            assert image.info["Run"] == told["run"]


def test_the_pdf_holds_each_series_its_figures_and_their_sentences(sample):
    pdf = pypdf.PdfReader(sample / LATEST / "digest.pdf")
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    con = duckdb.connect(str((sample / "w.duckdb").resolve()), read_only=True)
    assert "2.8 % first 3.5 %" in text
    newest = con.execute(
        "SELECT period, value FROM latest WHERE series_id = 'unemployment:USA:level:percent:M:actual' ORDER BY period DESC LIMIT 8"
    ).fetchall()
    for period, value in newest:
        assert f"{words.period(period)} {value:.1f} %" in text
    assert "the Labor Department said" in text


def test_the_digest_tells_surprises_revisions_targets_disagreements_and_events(sample):
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(sample / LATEST / "digest.pdf").pages).split())
    assert "GDP, change annualised Q2 2010 2.6 % 2.4 % −0.2 points 30 July 2010" in text
    assert "unemployment October 2009 10.2 % 10.1 % −0.1 points 8 January 2010" in text
    assert "trade with Russia $1 bn 2020 $47.9 m 2019 −$952 m" in text
    assert "2013 $112.7 m 2 stories $104.2 m Harbour Business Daily" in text
    assert "Russia: aid, with North Korea $8 m" in text  # whoever gives it owns it


def test_the_pdf_is_tagged_has_bookmarks_and_embeds_its_fonts(sample):
    pdf = pypdf.PdfReader(sample / LATEST / "digest.pdf")
    catalogue = pdf.trailer["/Root"]
    assert bool(catalogue["/MarkInfo"]["/Marked"]) and "/Lang" in catalogue
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()
    headings = [item for item in pdf.outline if not isinstance(item, list)]
    assert [heading["/Title"] for heading in headings][-2:] == ["Series", "Sources"]
    fonts = {}
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"]
            fonts[font["/BaseFont"]] = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    assert fonts and all(fonts.values())


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_it_fits_its_paper_and_no_page_is_empty(sample, tmp_path, paper, width, height):
    result = statwire("report", "--warehouse", str(sample / "w.duckdb"), "--reports", str(tmp_path), "--format", "pdf", "--paper", paper)
    assert result.exit_code == 0, result.output
    pdf = pypdfium2.PdfDocument(str(tmp_path / "digest/latest/digest.pdf"))
    for page in pdf:
        assert (round(page.get_width()), round(page.get_height())) == (width, height)
        image = page.render(scale=0.5).to_pil().convert("L")
        ink = image.point(lambda shade: 255 * (shade < 200)).getbbox()
        assert sum(image.histogram()[:128]) > 200
        assert ink[0] > 20 and ink[2] < image.width - 20 and ink[3] < image.height - 10


def test_an_unchanged_warehouse_gives_the_same_bytes(sample, tmp_path):
    hashes = []
    for folder in ("one", "two"):
        result = statwire("report", "--warehouse", str(sample / "w.duckdb"), "--reports", str(tmp_path / folder))
        assert result.exit_code == 0, result.output
        made = tmp_path / folder / "digest/latest"
        hashes.append({p.relative_to(made): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(made.rglob("*")) if p.is_file()})
    assert hashes[0] == hashes[1]
    told = json.loads((made / "manifest.json").read_text("utf-8"))
    assert {str(path): said["sha256"] for path, said in told["files"].items()} == {
        path.as_posix(): digest for path, digest in hashes[0].items() if path.name != "manifest.json"
    }


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
    said, start, end = excerpt(sentence, "$5 million")
    assert said[start:end] == "$5 million" and len(said.split()) <= 42


@pytest.mark.parametrize(
    ("licence", "words_allowed"),
    [("", 40), ("All rights reserved", 40), ("Apache-2.0", None), ("CC-BY-4.0", None), ("no excerpts", 0), ("excerpts of 12 words", 12)],
)
def test_a_licence_decides_how_much_is_quoted(licence, words_allowed):
    assert allowed(licence) == words_allowed
    said, _, _ = excerpt(" ".join(f"word{i}" for i in range(90)), "word50", allowed(licence))
    assert len(said.replace("…", "").split()) == (90 if words_allowed is None else words_allowed)


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
    assert len(list((tmp_path / "out/reports/digest/latest/charts").glob("revenue-*.png"))) == 2
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out/reports/digest/latest/digest.pdf").pages)
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
    text = " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out/reports/digest/latest/digest.pdf").pages).split()
    )
    assert "Publisher not named, date unknown: “Exports of Norway" in text


def test_slides_are_larger_pictures_of_the_same_charts(sample, tmp_path):
    result = statwire("report", "--warehouse", str(sample / "w.duckdb"), "--reports", str(tmp_path), "--format", "png", "--size", "slide")
    assert result.exit_code == 0, result.output
    slides = sorted((tmp_path / "digest/latest/charts").glob("*.png"))
    assert [path.name for path in slides] == sorted(path.name for path in (sample / LATEST / "charts").glob("*.png"))
    for path in slides:
        with Image.open(path) as image:
            assert image.size == (2666, 1500)
