"""What each format gives: text, title, publisher, date, address and language, and where each came from."""

import gzip
import io
import json
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typst
import zstandard
from commands import statwire
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.model import Document, When
from pipeline.read import Rejected, read

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Norland's exports rise | The Norland Post</title>
<meta property="og:site_name" content="The Norland Post"><meta property="article:published_time" content="2015-03-19T08:00:00+01:00">
<link rel="canonical" href="https://post.example/exports"></head><body>
<nav><a href="/">Home</a> <a href="/markets">Shares up 7 percent</a></nav>
<article><h1>Norland's exports rise</h1>
<p>Exports rose 5 percent to $3.1 billion in 2014, the statistics office said on Thursday, after a year in which little moved in the ports.</p>
<p>Imports fell 2 percent to £2.9 billion, as households bought fewer cars and less furniture from abroad than in the year before.</p></article>
<footer>Copyright 2024 The Norland Post. Subscribe for $9.99</footer></body></html>"""

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Norland Wire</title><language>en-gb</language>
<item><guid>n1</guid><title>Exports &amp;amp; imports</title><link>https://wire.example/1</link><pubDate>Thu, 19 Mar 2015 08:00:00 +0100</pubDate>
<description>Exports rose.</description><content:encoded><![CDATA[<p>Exports <b>rose 5</b> percent to $3.1 billion.</p><p>Imports fell 2&nbsp;percent.</p><script>no()</script>]]></content:encoded></item>
<item><guid>n2</guid><title>Jobless rate</title><description>The jobless rate fell to 7.6 percent.</description></item></channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Norland Statistics</title><id>urn:x</id>
<entry><id>urn:x:1</id><title type="html">Prices</title><link href="https://stat.example/1"/><updated>2015-03-20T09:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Consumer prices rose 0.3 percent.</p></div></content></entry></feed>"""

STORY = {
    "id": "s",
    "published": "2015-03-19",
    "title": "Exports",
    "publisher": "Wire",
    "url": "https://w.example/s",
    "text": "Exports rose 5 percent.",
}


def documents(place, content, name="story"):
    """What is read of a file with this content; nothing in it may be rejected."""
    path = place / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read(path))
    assert [item for item in found if isinstance(item, Rejected)] == []
    return found


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_gives_its_story_by_content_whatever_its_name(tmp_path, name):
    (page,) = documents(tmp_path, PAGE, name)
    assert page.text.startswith("Exports rose 5 percent to $3.1 billion in 2014") and page.text.endswith("than in the year before.")
    assert "\n\nImports fell 2 percent to £2.9 billion" in page.text, "a paragraph is one"
    assert "7 percent" not in page.text and "9.99" not in page.text, "what stands around a story is none of it"
    assert (page.id, page.url, page.title) == ("https://post.example/exports", "https://post.example/exports", "Norland's exports rise")
    assert (page.publisher, page.language) == ("The Norland Post", "en")
    assert page.published == When("2015-03-19T08:00:00+01:00", "metadata")
    assert page.told == {"title": "markup", "publisher": "metadata", "url": "metadata", "language": "markup"}


def test_the_date_of_a_page_says_whether_metadata_markup_or_address_tell_it(tmp_path):
    meta = '<meta property="article:published_time" content="2015-03-19T08:00:00+01:00">'
    (marked,) = documents(tmp_path, PAGE.replace(meta, "").replace("</h1>", '</h1><time datetime="2015-03-19">Thursday</time>'))
    assert marked.published == When("2015-03-19", "markup")
    (address,) = documents(tmp_path, PAGE.replace(meta, "").replace("post.example/exports", "post.example/2015/03/19/exports"))
    assert address.published == When("2015-03-19", "inferred", "the address of the page")
    (undated,) = documents(tmp_path, PAGE.replace(meta, ""))
    assert undated.published == When(), "a copyright line dates no story"


def test_where_each_field_comes_from_is_shown_and_stored(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    said = statwire("explain", str(tmp_path / "page.html")).stdout
    assert "published 2015-03-19T08:00:00+01:00 (metadata)" in said
    assert "title     Norland's exports rise (markup)" in said and "publisher The Norland Post (metadata)" in said
    warehouse = ("--warehouse", str(tmp_path / "w.duckdb"))
    statwire("run", "--raw", str(tmp_path / "page.html"), *warehouse, "--reports", str(tmp_path / "r"), "--jobs", "1")
    (row,) = json.loads(statwire("sql", "SELECT told, published_from FROM document", *warehouse, "--format", "json").stdout)
    assert json.loads(row["told"]) == {"title": "markup", "publisher": "metadata", "url": "metadata", "language": "markup"}
    assert row["published_from"] == "metadata"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "utf-16"])
def test_a_page_is_decoded_as_it_declares(tmp_path, charset):
    said = PAGE.replace("<head>", f'<head><meta charset="{charset}">')
    assert "£2.9 billion" in documents(tmp_path, said.encode(charset))[0].text
    assert "£2.9 billion" in documents(tmp_path, PAGE.encode("cp1252"))[0].text, "and where it declares nothing, as browsers take it"


def test_rss_gives_an_entry_a_document_with_its_full_content(tmp_path):
    full, short = documents(tmp_path, RSS)
    assert full.text == "Exports rose 5 percent to $3.1 billion.\n\nImports fell 2 percent."
    assert (full.id, full.title, full.publisher, full.url, full.line) == (
        "n1",
        "Exports & imports",
        "Norland Wire",
        "https://wire.example/1",
        1,
    )
    assert full.published == When("2015-03-19T07:00:00+00:00", "metadata"), "the same moment, in UTC"
    assert full.told == {"title": "metadata", "publisher": "inferred", "url": "metadata", "language": "metadata"}
    assert (short.text, short.published, short.line) == ("The jobless rate fell to 7.6 percent.", When(), 2)


def test_atom_is_dated_by_its_update_where_it_tells_no_publication(tmp_path):
    (entry,) = documents(tmp_path, ATOM)
    assert (entry.text, entry.title, entry.publisher) == ("Consumer prices rose 0.3 percent.", "Prices", "Norland Statistics")
    assert entry.published == When("2015-03-20T09:30:00+00:00", "metadata")


def parquet(rows):
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file)
    return file.getvalue()


COMMA = 'id,published,title,publisher,url,text\ns,2015-03-19,Exports,Wire,https://w.example/s,"Exports rose 5 percent."\n'
AS_ONE = {
    "jsonl": json.dumps(STORY),
    "array": json.dumps([STORY], indent=1),
    "object": json.dumps(STORY, indent=1),
    "csv": COMMA,
    "semicolons": COMMA.replace(",", ";"),
    "bom": "\ufeff" + COMMA.replace("\n", "\r\n"),
    "parquet": parquet([STORY]),
}


@pytest.mark.parametrize("form", AS_ONE)
def test_rows_and_objects_give_the_same_document_in_any_form(tmp_path, form):
    (found,) = documents(tmp_path, AS_ONE[form])
    told = dict.fromkeys(("title", "publisher", "url"), "metadata")
    line = 2 if form in ("csv", "semicolons", "bom") else 1
    assert found == Document(
        "s", "Exports rose 5 percent.", When("2015-03-19", "metadata"), "Exports", "", "Wire", "https://w.example/s",
        language="", origin=str(tmp_path / "story"), line=line, told=told,
    )  # fmt: skip


def test_columns_of_other_names_are_mapped_by_the_origin_file_of_the_file_or_its_folder(tmp_path):
    folder = tmp_path / "raw" / "wires"
    folder.mkdir(parents=True)
    (tmp_path / "raw" / "wires.origin.toml").write_text('publisher = "The Wires"\n[columns]\ntext = "body"\npublished = "meta.day"\n')
    nested = {"body": "It fell 3 percent.", "meta": {"day": "2015-03"}, "publisher": None}
    for name, content in {"a.json": [nested], "b.jsonl": nested}.items():
        (found,) = documents(folder, json.dumps(content), name)
        assert (found.text, found.published.text, found.publisher) == ("It fell 3 percent.", "2015-03", "The Wires")
        assert found.told == {"publisher": "metadata"}
    (folder / "c.json.origin.toml").write_text('[columns]\ntext = "t"\nrecords = "response.results"\n')
    (found,) = documents(folder, json.dumps({"response": {"results": [{"t": "It rose."}]}}), "c.json")
    assert (found.text, found.publisher) == ("It rose.", "The Wires"), "the nearest says what it says, the folder the rest"
    (folder / "d.csv.origin.toml").write_text('[columns]\ntext = "Text of story"\n')
    (found,) = documents(folder, "Nr\tText of story\n1\tIt rose 2 percent.\n", "d.csv")
    assert found.text == "It rose 2 percent."


def test_dates_of_parquet_are_dates(tmp_path):
    import datetime as dt

    rows = [STORY | {"published": dt.date(2015, 3, 19)}]
    assert documents(tmp_path, parquet(rows))[0].published == When("2015-03-19", "metadata")
    rows = [STORY | {"published": dt.datetime(2015, 3, 19, 8, tzinfo=dt.UTC)}]
    assert documents(tmp_path, parquet(rows))[0].published == When("2015-03-19T08:00:00+00:00", "metadata")


def tarred(files, mode="w"):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def zipped(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def warc(*answers, packed=False):
    """A web archive of (type of record, status, media type, body)."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for number, (kind, status, media, body) in enumerate(answers):
        headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        url = f"https://got.example/{number}"
        writer.write_record(writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=headers))
    return file.getvalue()


ANSWERS = [
    ("request", "GET / HTTP/1.1", "text/html", b""),
    ("response", "200 OK", "text/html; charset=iso-8859-1", PAGE.encode("latin-1")),
    ("revisit", "200 OK", "text/html", b""),
    ("response", "200 OK", "image/png", b"\x89PNG"),
    ("response", "404 Not Found", "text/html", b"<html><body>There is no such page.</body></html>"),
    ("response", "200 OK", "text/html", PAGE.encode()),
]


@pytest.mark.parametrize("packed", [False, True], ids=["warc", "warc.gz"])
def test_a_web_archive_gives_its_pages_and_counts_what_else_it_holds(tmp_path, packed):
    first, second = documents(tmp_path, warc(*ANSWERS, packed=packed))
    assert (first.url, first.line, second.line) == ("https://got.example/1", 2, 6)
    assert "£2.9 billion" in first.text and "£2.9 billion" in second.text, "in the charset that the server names, else in that of the page"
    passed = {"answers that are no HTML": 1, "answers that are no success": 1, "records that are no answer": 1, "revisits": 1}
    told = ", ".join(f"1 {what}" for what in passed)
    assert f"passed over: {told}\n" in statwire("extract", str(tmp_path / "story")).stderr
    said = statwire(
        "run", "--raw", str(tmp_path), "--warehouse", str(tmp_path / "w.duckdb"), "--reports", str(tmp_path / "r"), "--jobs", "1", "--json"
    )
    assert json.loads(said.stdout)["passed_over"] == passed
    (row,) = json.loads(statwire("runs", "--json", "--warehouse", str(tmp_path / "w.duckdb")).stdout)
    assert (row["passed"], row["read"], row["rejected"]) == (4, 2, 0)


SGML = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="5" NEWID="7">
<DATE> 9-MAR-1987 15:01:01.79</DATE>
<TEXT>&#2;
<TITLE>NORLAND &lt;NLD> EXPORTS</TITLE>
<DATELINE>    PORTVILLE, March 9 - </DATELINE><BODY>Exports rose 5 pct to 3.1 billion
dlrs, R&amp;D spending 2 pct.
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="8"><DATE>10-MAR-1987</DATE><TEXT TYPE="UNPROC">&#2;
Imports fell 2 pct.
&#3;</TEXT></REUTERS>
<REUTERS NEWID="9"><TEXT TYPE="BRIEF">&#2;
<TITLE>PRIME RATE CUT TO 7.5 PCT</TITLE>
&#3;</TEXT></REUTERS>"""


def test_sgml_gives_a_story_a_document(tmp_path):
    story, unprocessed, brief = documents(tmp_path, SGML)
    assert story.text == "Exports rose 5 pct to 3.1 billion\ndlrs, R&D spending 2 pct."
    assert (story.id, story.title, story.dateline) == ("reuters-7", "NORLAND <NLD> EXPORTS", "PORTVILLE, March 9 -")
    assert (story.published, story.told) == (When("1987-03-09", "markup"), {"publisher": "markup", "title": "markup"})
    assert (unprocessed.text, unprocessed.line) == ("Imports fell 2 pct.", 2)
    assert brief.text == "PRIME RATE CUT TO 7.5 PCT", "a headline that is all there is"


MARKDOWN = """---
title: "Trade of Norland"
date: 2015-03-19
tags:
  - trade
---
# Exports rise

Exports **rose 5 percent** to [$3.1 billion](https://w.example/a_b).

- Imports fell *2* percent.
- Ships &amp; trains carried *less*.

| Year | Exports |
|------|---------|
| 2014 | $3 bn |
"""


def test_markdown_gives_its_text_without_marks_and_its_head_as_fields(tmp_path):
    (tmp_path / "a.md.origin.toml").write_text('[columns]\npublished = "date"\n')
    (found,) = documents(tmp_path, MARKDOWN, "a.md")
    assert found.text.split("\n\n")[:4] == [
        "Exports rise", "Exports rose 5 percent to $3.1 billion.", "Imports fell 2 percent.", "Ships & trains carried less."
    ]  # fmt: skip
    assert (found.id, found.title, found.published) == ("a", "Trade of Norland", When("2015-03-19", "metadata"))
    assert "---" not in found.text and "|" not in found.text
    (headed,) = documents(tmp_path, "# Exports *rise*\n\nThey rose 5 percent.\n\n# Imports", "c.md")
    assert (headed.title, headed.told["title"], headed.text) == (
        "Exports rise",
        "markup",
        "Exports rise\n\nThey rose 5 percent.\n\nImports",
    )
    (bare,) = documents(tmp_path, "It fell 3 percent.", "b.md")
    assert bare.title == ""
    assert (bare.id, bare.text, bare.line) == ("b", "It fell 3 percent.", None)


def pdf(body):
    preamble = (
        '#set document(title: "Trade of Norland", date: datetime(year: 2015, month: 3, day: 19))\n#set page(width: 12cm, height: 8cm)\n'
    )
    return typst.compile((preamble + '#set text(lang: "en")\n#set par(justify: true)\n' + body).encode())


REPORT = r"""= Exports rise
Exports rose 5 percent to \$3.1 billion in 2014, the statistical organisation said, notwithstanding considerable uncertainties surrounding international transportation and a long-term shift in extraordinarily heterogeneous merchandise.
#pagebreak()
#columns(2)[Unemployment fell to 7.6 percent in January, said a statistician who did not want to be named before the figures were out. #colbreak() Inflation was 2 percent in the same month.]"""


def test_pdf_gives_one_document_with_words_mended_columns_in_order_and_pages_told(tmp_path):
    (found,) = documents(tmp_path, pdf(REPORT))
    first, second = found.text.split("\f")
    assert first.startswith("Exports rise\n\nExports rose 5 percent to $3.1 billion"), "a heading is no part of the sentence below it"
    words = " ".join(first.split())
    assert "considerable uncertainties surrounding international transportation" in words and "\ufffe" not in found.text
    second = " ".join(second.split())
    assert second.index("7.6 percent") < second.index("figures were out") < second.index("Inflation was 2 percent")
    assert (found.title, found.told) == ("Trade of Norland", {"title": "metadata"})
    assert found.published == When("2015-03-19", "inferred", "the day on which the PDF was made")
    said = statwire("explain", str(tmp_path / "story")).stdout
    assert "5 percent  [" in said and ", page 1" in said and "7.6 percent" in said and ", page 2" in said


def test_each_fact_of_a_pdf_keeps_its_page(tmp_path):
    release = (
        "Unemployment in Norway was 3.1 percent in January 2014.\n#pagebreak()\nUnemployment in Norway was 3.2 percent in February 2014."
    )
    (tmp_path / "a.pdf").write_bytes(pdf(release))
    warehouse = ("--warehouse", str(tmp_path / "w.duckdb"))
    assert statwire("run", "--raw", str(tmp_path / "a.pdf"), *warehouse, "--reports", str(tmp_path / "r"), "--jobs", "1").exit_code == 0
    told = statwire("sql", "SELECT value_text, page FROM facts ORDER BY start", *warehouse, "--format", "csv").stdout
    assert told.splitlines()[1:] == ["3.1 percent,1", "3.2 percent,2"]
    assert ", a, page 2: " in statwire("why", "unemployment:NOR:level:percent:M:actual", "2014-02", *warehouse).stdout


def test_a_hyphen_stays_where_it_belongs_to_the_word():
    from pipeline.read.pdf import _mended

    assert _mended("trans\ufffeport, long\ufffeterm, a long-term view, 5\ufffeyear, Franco\ufffeGerman, mer-\nchandise") == (
        "transport, long-term, a long-term view, 5-year, Franco-German, merchandise"
    )


def test_an_origin_file_knows_better_than_the_day_on_which_a_pdf_was_made(tmp_path):
    (tmp_path / "story.origin.toml").write_text('published = "2015-03-24"\n')
    assert documents(tmp_path, pdf(REPORT))[0].published == When("2015-03-24", "metadata")


FILES = {"a/page.html": PAGE.encode(), "b.txt": b"It fell 3 percent.", ".hidden": b"no story", "__MACOSX/._b.txt": b"no story"}


@pytest.mark.parametrize(
    "packed",
    [zipped(FILES), tarred(FILES), tarred(FILES, "w:gz"), zstandard.compress(tarred(FILES))],
    ids=["zip", "tar", "tar.gz", "tar.zst"],
)
def test_archives_are_read_by_content_and_each_document_says_where_in_them_it_lay(tmp_path, packed):
    page, plain = documents(tmp_path, packed, "archive")
    assert (page.publisher, page.origin) == ("The Norland Post", f"{tmp_path}/archive!/a/page.html")
    assert (plain.id, plain.text, plain.origin) == ("b", "It fell 3 percent.", f"{tmp_path}/archive!/b.txt")


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gz", "zst"])
def test_a_packed_story_is_the_story(tmp_path, pack):
    (found,) = documents(tmp_path, pack(b"It fell 3 percent."), "plain.txt.gz")
    assert (found.id, found.text, found.origin) == ("plain", "It fell 3 percent.", f"{tmp_path}/plain.txt.gz")
    assert len(documents(tmp_path, pack(json.dumps(STORY).encode() + b"\n") * 2, "frames")) == 2, "frame after frame"


@pytest.mark.parametrize("content", [PAGE.encode(), RSS.encode(), zipped(FILES), parquet([STORY])], ids=["page", "feed", "zip", "parquet"])
def test_standard_input_takes_what_a_file_may_hold(content):
    result = statwire("extract", "-", stdin=content)
    assert result.exit_code == 0, result.stderr
    assert "percent" in result.stdout


@pytest.mark.parametrize(
    "content", [PAGE, RSS, ATOM, SGML, pdf(REPORT), warc(*ANSWERS)], ids=["page", "rss", "atom", "sgml", "pdf", "warc"]
)
def test_no_reader_follows_an_address_that_it_reads(tmp_path, monkeypatch, content):
    def refused(*_, **__):
        raise AssertionError("a reader asked the network")

    monkeypatch.setattr("socket.socket.connect", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    assert documents(tmp_path, content)
