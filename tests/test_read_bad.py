"""Bad input: each has one clear reason, costs nothing else, and is bounded in time and memory."""

import gzip
import io
import json
import os
import re
import stat
import tarfile
import tracemalloc
import zipfile

import pypdf
import pytest
import zstandard
from commands import statwire
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from test_read import ANSWERS, PAGE, REPORT, RSS, SGML, STORY, parquet, pdf, tarred, warc, zipped

from pipeline.model import Document
from pipeline.read import Rejected, read, source

GOOD = json.dumps(STORY).encode() + b"\n"
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ZEROS = bytes(80 << 20)


def split(path):
    found = list(read(path))
    return [d for d in found if isinstance(d, Document)], [r for r in found if isinstance(r, Rejected)]


def written(place, name, content):
    path = place / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def linked(kind, name="link", target="/etc/passwd"):
    """A tar with a good story behind a member that is a link, a device or the like."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, target
        archive.addfile(info)
        info = tarfile.TarInfo("good.jsonl")
        info.size = len(GOOD)
        archive.addfile(info, io.BytesIO(GOOD))
    return file.getvalue()


def zip_link():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("good.jsonl", GOOD)
    return file.getvalue()


def stored(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def lengthened(archive, by):
    """A web archive whose first record says that it is so much longer than it is."""
    first, name, rest = archive.partition(b"\r\nContent-Length: ")
    number, end, rest = rest.partition(b"\r\n")
    return first + name + str(int(number) + by).encode() + end + rest


def picture():
    """A grey square, as typst places it."""
    file = io.BytesIO()
    Image.new("L", (8, 8), 128).save(file, "png")
    return f"#image(bytes(({', '.join(map(str, file.getvalue()))})), width: 4cm)"


def encrypted_pdf():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(REPORT)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def encrypted_zip():
    made = bytearray(zipped({"a.txt": b"It fell 3 percent."}))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


WHOLLY_BAD = {
    "empty.html": (b"", "the file is empty"),
    "blank.csv": (b" \n\n", "the file is empty"),
    "empty.gz": (gzip.compress(b""), "the file is empty"),
    "binary.txt": (b"\x7fELF\x00\x01\x02\x03" * 40, "is not text"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "cannot be decoded as UTF-8"),
    "nul.txt": (b"It rose\x00 5 percent.", "is not text"),
    "bare.html": ("<!DOCTYPE html><html><body></body></html>", "no main text is found"),
    "deep.html": ("<html><body>" + "<div>" * 100_000 + "It rose 5 percent.", "no main text is found"),
    "wrong.html": (PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("latin-1"), "cannot be decoded"),
    "unknown.html": (PAGE.replace("<head>", '<head><meta charset="klingon-8">'), "unknown encoding: klingon-8"),
    "huge.html": (PAGE + " " * (9 << 20), "is larger than 8 MB"),
    "laughs.rss": (RSS.replace("<rss", LAUGHS + "<rss", 1), "declares entities, which is refused"),
    "outside.xml": (RSS.replace("<rss", OUTSIDE + "<rss", 1), "declares entities, which is refused"),
    "none.rss": ('<rss version="2.0"><channel><title>Wire</title></channel></rss>', "is a feed without entries"),
    "other.xml": ('<?xml version="1.0"?><gesmes:Envelope><Cube/></gesmes:Envelope>', "its root is <gesmes:envelope>"),
    "broken.json": ('{"text": "It rose', "is not JSON"),
    "deep.json": ("[" * 100_000, "is not JSON"),
    "huge.json": ("[" + " " * (65 << 20) + "]", "is larger than 64 MB"),
    "mac.csv": ("id,text\r1,It rose.\r", "ends its lines with a carriage return alone"),
    "noise.txt": (bytes(range(128, 256)) + b"\r" + bytes(range(128)), "cannot be decoded as UTF-8"),
    "comment.md": ("<!-- It rose 5 percent. -->", "has no `text`"),
    "homeless.warc": (warc(ANSWERS[1]).replace(b"WARC-Target-URI", b"WARC-Tarzan-URI"), "its record is damaged"),
    "headless.csv": ("nr,body\n1,It rose.\n", "has no column `text` but nr, body: name the one"),
    "not.parquet": (b"It rose 5 percent.", "is not Parquet, or damaged"),
    "cut.parquet": (parquet([STORY])[:-20], "is not Parquet, or damaged"),
    "cut.zip": (zipped({"a.txt": b"It rose."})[:-30], "is a damaged zip archive"),
    "locked.zip": (encrypted_zip(), "is encrypted"),
    "not.warc": (b"It rose 5 percent.", "its record is damaged"),
    "not.pdf": (b"It rose 5 percent.", "is a damaged PDF"),
    "damaged.pdf": (b"%PDF-1.7\n" + pdf(REPORT)[400:900], "is a damaged PDF"),
    "locked.pdf": (encrypted_pdf(), "is an encrypted PDF"),
    "drawn.pdf": (pdf("#rect()"), "is a PDF without text"),
    "long.pdf": (pdf("#for n in range(1001) [#pagebreak(weak: true) #n]"), "is a PDF of 1,001 pages"),
    "head.md": ("---\ntitle: Trade\n---\n", "has no `text`"),
    "date.md": ("---\npublished: soon\n---\nIt rose.", "is not an ISO date"),
    "binary.md": (b"\x7fELF\x00\x01\x02\x03" * 40, "is not text"),
    "none.zip": (zipped({}), "is an archive without files"),
    "bomb.gz": (gzip.compress(ZEROS), "as a decompression bomb does"),
    "bomb.zst": (zstandard.compress(ZEROS), "as a decompression bomb does"),
    "bomb.zip": (zipped({"a.txt": ZEROS}), "as a decompression bomb does"),
    "bombs.zip": (zipped({f"{n}.txt": ZEROS[: 40 << 20] for n in range(2)}), "as a decompression bomb does"),
    "twice.gz": (gzip.compress(gzip.compress(b"It rose.")), "is an archive in an archive"),
    "tar-in.zip": (zipped({"a.tar": tarred({"b.txt": b"It rose."})}), "is an archive in an archive"),
    "zip-in.tar": (tarred({"a.zip": zipped({"b.txt": b"It rose."})}), "is an archive in an archive"),
    "gz-in.tgz": (tarred({"a.gz": gzip.compress(b"It rose.")}, "w:gz"), "is an archive in an archive"),
}


@pytest.mark.parametrize("name", WHOLLY_BAD)
def test_what_cannot_be_read_has_one_reason(tmp_path, name):
    content, reason = WHOLLY_BAD[name]
    tracemalloc.start()
    good, bad = split(written(tmp_path, name, content))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert good == [] and len(bad) == 1, bad
    assert reason in bad[0].reason and name in bad[0].file
    assert "\n" not in bad[0].reason and len(bad[0].reason) < 400
    assert peak < 256 << 20


PARTLY_BAD = {
    "broken.jsonl": (GOOD + b'{"text": \n' + GOOD, 2, 2, "is not JSON"),
    "surrogate.jsonl": (GOOD + b'{"text": "\\ud800"}\n' + GOOD, 2, 2, "half a surrogate pair"),
    "mixed.jsonl": (GOOD + '{"text": "caf\xe9"}\n'.encode("latin-1") + GOOD, 2, 2, "cannot be decoded as UTF-8"),
    "cut.jsonl.gz": (gzip.compress(GOOD * 3)[:-4], 3, 4, "the file breaks off here"),
    "cut.jsonl.zst": (zstandard.compress(GOOD * 3) + zstandard.compress(GOOD)[:-4], 3, 4, "the file breaks off here"),
    "ragged.csv": ("id,text\n1,It rose.\n2\n3,It,fell.\n4,It fell.\n", 2, 3, "has 1 fields where the header has 2"),
    "latin.csv": ("id,text\n1,It rose.\n2,Caf\xe9 prices rose.\n4,It fell.\n".encode("latin-1"), 2, 3, "cannot be decoded as UTF-8"),
    "quote.csv": ('id,text\n1,It rose.\n2,"It fell.\n' + "3,It stood.\n" * 9, 1, 3, "is a row that is not CSV: unexpected end of data"),
    "dates.csv": ("published,text\n2015-02-30,It rose.\n2015,It rose.\n", 1, 2, "is no date of the calendar"),
    "numbers.json": ('[5, {"text": "It rose."}, {"text": 5}]', 1, 1, "is not a JSON object"),
    "cut.rss": (RSS[: RSS.index("</channel>") - 30], 1, None, "is not well-formed"),
    "nameless.zip": (zipped({"qqq": b"It rose.", "b.txt": b"It fell."}).replace(b"qqq", b"\0qq"), 1, None, "has no name in the archive"),
    "textless.rss": (RSS.replace("The jobless rate fell to 7.6 percent.", ""), 1, 2, "is an entry without text"),
    "cut.warc": (warc(ANSWERS[1], ANSWERS[5])[:-200], 1, 2, "is a record that is cut off"),
    "cut.warc.gz": (warc(ANSWERS[1], ANSWERS[5], packed=True)[:-200], 1, 2, "the file breaks off here"),
    "short.warc": (lengthened(warc(ANSWERS[1], ANSWERS[5]), -300), 1, 2, "its record is damaged"),
    "shorter.warc": (lengthened(warc(ANSWERS[1], ANSWERS[5]), -3), 2, 1, "is a record whose length is not what it says"),
    "long.warc": (lengthened(warc(ANSWERS[1], ANSWERS[5]), 100), 1, 2, "its record is damaged"),
    "scanned.pdf": (pdf(REPORT + f"#pagebreak()\n{picture()}"), 1, 3, "is a page without text, a picture"),
    "cut.sgm": (SGML[: SGML.index("R&amp;D")] + SGML[SGML.index('<REUTERS NEWID="8"') :], 2, 1, "is a story that is cut off"),
    "end.sgm": (SGML[:-20], 2, 3, "is a story that is cut off"),
    "date.sgm": (SGML.replace(" 9-MAR", "39-MAR"), 2, 1, "its date is no date of the calendar"),
    "empty.sgm": (SGML.replace("Imports fell 2 pct.", ""), 2, 2, "is a story without text"),
    "up.tar": (tarred({"../../a.txt": b"It rose.", "b.txt": b"It fell."}), 1, None, "has a name that leads out of the archive"),
    "dot.zip": (zipped({".": b"It rose.", "b.txt": b"It fell."}), 1, None, "has a name that leads out of the archive"),
    "root.zip": (zipped({"/etc/a.txt": b"It rose.", "b.txt": b"It fell."}), 1, None, "has a name that leads out of the archive"),
    "drive.zip": (zipped({"C:\\a.txt": b"It rose.", "b.txt": b"It fell."}), 1, None, "has a name that leads out of the archive"),
    "symlink.tar": (linked(tarfile.SYMTYPE), 1, None, "is a link or a device, which is not followed"),
    "hardlink.tar": (linked(tarfile.LNKTYPE), 1, None, "is a link or a device, which is not followed"),
    "device.tar": (linked(tarfile.CHRTYPE), 1, None, "is a link or a device, which is not followed"),
    "symlink.zip": (zip_link(), 1, None, "is a link or a device, which is not followed"),
    "cut.tar": (tarred({"a.jsonl": GOOD, "b.txt": b"It fell. " * 900})[:5000], 1, None, "unexpected end of data"),
    "cut.tgz": (tarred({"a.jsonl": GOOD, "b.txt": os.urandom(9000).hex().encode()}, "w:gz")[:5000], 1, None, "cannot be read"),
    "sums.zip": (stored({"a.jsonl": GOOD, "b.txt": b"It fell."}).replace(b"It fell.", b"It felt."), 1, None, "Bad CRC-32"),
}


@pytest.mark.parametrize("name", PARTLY_BAD)
def test_what_is_good_beside_what_is_bad_is_read(tmp_path, name):
    content, whole, line, reason = PARTLY_BAD[name]
    good, bad = split(written(tmp_path, name, content))
    assert len(good) == whole and bad, bad
    assert reason in bad[0].reason and bad[0].line == (line or bad[0].line)


WIDE = [("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""), ("utf-16-be", "\ufeff"), ("utf-32", "")]


@pytest.mark.parametrize(("encoding", "mark"), WIDE, ids=lambda said: said or "-")
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a"])
def test_json_and_tables_in_wide_characters_are_read(tmp_path, encoding, mark, name):
    texts = ["Caf\xe9 prices rose 5 percent \U0001f4c8.", "It fell \u20ac3 million."]
    rows = [json.dumps({"id": str(n), "text": text}, ensure_ascii=False) for n, text in enumerate(texts)]
    content = {"a.csv": "id,text\r\n" + "\r\n".join(f"{n},{text}" for n, text in enumerate(texts)), "a.json": f"[{', '.join(rows)}]"}
    good, bad = split(written(tmp_path, name, (mark + content.get(name, "\n".join(rows * 999))).encode(encoding)))
    assert bad == [] and [document.text for document in good[:2]] == texts and len(good) in (2, 999 * 2)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_wide_characters_that_break_off_cost_what_follows_only(tmp_path, name):
    rows = "id,text\n1,It rose.\n2,It fell.\n" if name.endswith("csv") else (GOOD * 2).decode()
    good, bad = split(written(tmp_path, name, rows.encode("utf-16") + b"\x00\xd8\x20\x00"))
    assert len(good) == 2 and len(bad) == 1
    assert bad[0].reason == f"the file breaks off here: cannot be decoded as utf-16 (byte {len(rows) * 2 + 2:,})" and bad[0].line


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl", "a.json"])
def test_an_encoding_that_nothing_tells_is_rejected_with_what_to_do(tmp_path, name):
    content = {"a.csv": "id,text\n1,Caf\xe9 prices rose.\n", "a.txt": "Caf\xe9 prices rose."}
    said = content.get(name, '{"text": "Caf\xe9 prices rose."}\n')
    good, bad = split(written(tmp_path, name, said.encode("latin-1")))
    assert good == [] and "cannot be decoded as UTF-8" in bad[0].reason and "iconv -f windows-1252 -t utf-8" in bad[0].reason


@pytest.mark.parametrize("name", ["long.jsonl", "long.csv"])
def test_a_line_without_end_is_passed_over_in_little_memory(tmp_path, name, monkeypatch):
    monkeypatch.setattr(source, "LINE", 1 << 20)
    lines = [b"id,text\n1,It rose.\n", b"2,It fell.\n"] if name.endswith("csv") else [GOOD, GOOD]
    path = written(tmp_path, name, lines[0] + b"x" * (100 << 20) + b"\n" + lines[1])
    tracemalloc.start()
    good, bad = split(path)
    assert tracemalloc.get_traced_memory()[1] < 30 << 20
    tracemalloc.stop()
    assert len(good) == 2 and len(bad) == 1 and "longer than" in bad[0].reason


def test_bad_input_of_every_kind_ends_in_reject_and_the_rest_is_stored(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, (content, _) in WHOLLY_BAD.items():
        if len(content) < 1 << 20:
            written(raw, name, content)
    written(raw, "good.html", PAGE)
    result = statwire("run", "--raw", str(raw), "--warehouse", str(tmp_path / "w.duckdb"), "--reports", str(tmp_path / "r"), "--jobs", "1")
    assert result.exit_code == 4 and "Traceback" not in result.output
    told = json.loads(statwire("rejects", "--warehouse", str(tmp_path / "w.duckdb"), "--json").stdout)
    assert len(told) == len(list(raw.iterdir())) - 1
    stored = statwire("sql", "SELECT count(*) AS n FROM facts", "--warehouse", str(tmp_path / "w.duckdb"), "--format", "csv")
    assert int(stored.stdout.split()[1]) >= 4


WHOLE = {
    "a.rss": RSS.encode(),
    "a.sgm": SGML.encode(),
    "a.html": PAGE.encode(),
    "a.pdf": pdf(REPORT),
    "a.parquet": parquet([STORY]),
    "a.warc": warc(ANSWERS[1], ANSWERS[5]),
    "a.warc.gz": warc(ANSWERS[1], ANSWERS[5], packed=True),
    "a.zip": zipped({"a.txt": b"It rose.", "b.jsonl": GOOD}),
    "a.jsonl.gz": gzip.compress(GOOD),
    "a.jsonl.zst": zstandard.compress(GOOD),
    "a.tar": tarred({"a.txt": b"It rose."}),
    "a.csv": b'id,text\n1,"It rose."\n2,It fell.\n',
    "a.json": b"[" + GOOD + b"," + GOOD + b"]",
    "a.md": b"---\ntitle: Trade\n---\nIt <b>rose</b> 5 percent.\n",
}
"""Good input of each kind."""

DAMAGE = st.tuples(
    st.floats(0, 1), st.integers(0, 40), st.binary(max_size=4) | st.sampled_from([b"\r", b"\n", b"\0", b'"', b"<", b">", b"<!--"])
)
"""Where, how many bytes are lost, and what stands there instead."""


@given(st.sampled_from(sorted(WHOLE)), st.lists(DAMAGE, min_size=1, max_size=20), st.sampled_from(["", ".txt", ".csv", ".md", ".xml"]))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_damage_ends_a_night(tmp_path, name, damages, ending):
    content = WHOLE[name]
    for place, lost, put in damages:
        at = int(place * len(content))
        content = content[:at] + put + content[at + lost :]
    for path in (name, f"a{ending}"):
        _, bad = split(written(tmp_path, path, content))
        assert not [one.reason for one in bad if re.match(r"cannot be read: \w+(?:Error|Exception): ", one.reason)]
