"""Pages and PDFs made to be slow, deep or endless: each ends in bounded time and memory, and costs nothing else."""

import os
import signal
import threading
import time
import zlib

import pytest
from test_read import PAGE, REPORT, pdf
from test_read_bad import split, written

from pipeline.read import apart

SLOW = "<html><body>" + "<a href=x>y" * 130_000
"""Over a megabyte of open links, for which trafilatura takes time that grows with the square."""


def made(*objects, root="<</Type/Catalog/Pages 2 0 R>>"):
    """A PDF of these objects, the first of them number 2, with the table of where they lie."""
    parts, places, at = [b"%PDF-1.7\n"], [], 9
    for number, content in enumerate((root, *objects), 1):
        places.append(at)
        parts.append(b"%d 0 obj\n" % number + (content if isinstance(content, bytes) else content.encode()) + b"\nendobj\n")
        at += len(parts[-1])
    body = b"".join(parts)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    )


def stream(content, more=""):
    packed = zlib.compress(content, 9)
    return f"<</Length {len(packed)}/Filter/FlateDecode{more}>>\nstream\n".encode() + packed + b"\nendstream"


PARENT = "<</Type/Pages/Count 1/Kids[{} 0 R]>>"
FONT = "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
LEAF = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R{FONT}>>"
FACE = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

PDFS = {
    "a page tree of 20,000 levels": made(*(PARENT.format(n + 3) for n in range(20_000)), LEAF),
    "a page tree that is its own child": made(PARENT.format(2)),
    "two that are each other's": made(PARENT.format(3), PARENT.format(2)),
    "a count of two thousand million pages": made("<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", LEAF, stream(b""), FACE, "<<>>"),
    "300,000 objects": made(PARENT.format(3), LEAF, stream(b"BT /F 9 Tf (It rose 5 percent.) Tj ET"), FACE, *["<<>>"] * 300_000),
    "a picture that shows itself": made(
        PARENT.format(3), LEAF, stream(b"/X Do"), FACE, stream(b"/X Do /X Do", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{FONT}")
    ),
    "a page that unpacks to 60 MB": made(PARENT.format(3), LEAF, stream(b"BT /F 9 Tf " + b"(x)Tj " * 10_000_000 + b"ET"), FACE, "<<>>"),
    "arrays in arrays": made(PARENT.format(3), "[" * 500_000 + "]" * 500_000),
}


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_made_to_be_endless_ends(tmp_path, name, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 4)
    good, bad = split(written(tmp_path, "a.pdf", PDFS[name]))
    assert good or (1 <= len(bad) <= 2 and all("\n" not in item.reason for item in bad))
    assert len(split(written(tmp_path, "b.pdf", pdf(REPORT)))[0]) == 1, "and the next is read"


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 1)
    good, bad = split(written(tmp_path, "slow.html", SLOW))
    assert good == [] and [item.reason for item in bad] == [
        "takes more than 1 s of the processor to read: it is damaged, or made to be slow"
    ]
    large = PAGE.replace("</article>", "<!--" + "x" * apart_from() + "--></article>")
    assert split(written(tmp_path, "large.html", large))[0][0].text == split(written(tmp_path, "page.html", PAGE))[0][0].text


def apart_from():
    from pipeline.read import html

    return html.QUICK


def test_a_library_that_crashes_costs_its_document_only(tmp_path):
    split(written(tmp_path, "a.pdf", pdf(REPORT)))  # the process is there

    def crash():
        time.sleep(0.5)
        os.kill(apart._process.pid, signal.SIGSEGV)

    threading.Thread(target=crash).start()
    good, bad = split(written(tmp_path, "slow.html", SLOW))
    assert good == [] and "ends the library that reads it (signal 11): it is damaged" in bad[0].reason
    assert len(split(written(tmp_path, "b.pdf", pdf(REPORT)))[0]) == 1


HOSTILE = {
    "<": "<",
    "divisions": "<div>",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    "entities": "&lt;",
    "attributes": "<p a=1 ",
    "words": "x ",
    "dates": "2015-03-19 ",
    "breaks": "x<br>",
    "links": "<a href=x>y",
    "addresses": "<a href='http://a.example/2015/03/19/x'>y</a> ",
    "comments": "<!-- x -->",
    "named parts": "<div class='poll'>x</div>",
    "metadata": "<meta property='article:published_time' content='2015'>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_is_read_here_takes_no_long_time_whatever_it_holds(tmp_path, name):
    """The largest that is not read in a process apart; a larger one is given up in the time that the tests above hold."""
    part = HOSTILE[name]
    content = "<html><body>" + part * ((apart_from() - 20) // len(part))
    began = time.process_time()
    good, bad = split(written(tmp_path, "a.html", content))
    assert len(good) + len(bad) == 1 and time.process_time() - began < 8


@pytest.mark.parametrize("part", ["<", "<div>", "<table><tr><td>"], ids=["<", "divisions", "tables"])
def test_a_page_of_fifty_megabytes_is_refused_unread(tmp_path, part):
    began = time.process_time()
    (bad,) = split(written(tmp_path, "a.html", "<html>" + part * ((50 << 20) // len(part))))[1]
    assert "is larger than 8 MB" in bad.reason and time.process_time() - began < 3
