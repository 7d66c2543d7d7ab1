"""What could not be read: told once, kept with the hash of its bytes, and read again after a fix."""

import hashlib
import json
import zipfile

import duckdb
import pytest
from commands import statwire
from test_read import ANSWERS, warc
from test_run import ask, run


def listed(folder):
    result = statwire("rejects", "--warehouse", str(folder / "w.duckdb"), "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def retry(folder, raw):
    return statwire("rejects", "--retry", "--raw", str(raw), "--warehouse", str(folder / "w.duckdb"), "--reports", str(folder / "reports"))


def test_a_reject_has_its_place_and_the_hash_of_the_exact_bytes(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "binary.txt").write_bytes(b"\x00\x01\x02" * 9)
    (raw / "lines.jsonl").write_bytes(b'{"text": "It fell 3 pct."}\n{"text": \r\n{"text": "It rose 4 pct."}\n')
    run(tmp_path, raw)
    whole, cut = '<REUTERS NEWID="1"><BODY>Caf\xe9s rose 5 pct.</BODY></REUTERS>\n', '<REUTERS NEWID="2"><BODY>It fell 3 pct.'
    (raw / "cut.sgm").write_text(whole + cut)
    first, second = warc(ANSWERS[1]), warc(ANSWERS[5])
    (raw / "cut.warc").write_bytes(first + second[:-200])
    (raw / "rows.csv").write_text('id,text\n1,It rose.\n2,"It\nfell",3\n4,It fell.\n')
    run(tmp_path, raw)
    told = {row["file"].rsplit("/", 1)[1]: (row["line"], row["offset"], row["sha256"]) for row in listed(tmp_path)}
    assert told == {
        "binary.txt": (None, None, hashlib.sha256(b"\x00\x01\x02" * 9).hexdigest()),
        "lines.jsonl": (2, 27, hashlib.sha256(b'{"text": ').hexdigest()),
        "rows.csv": (3, 19, hashlib.sha256(b'2,"It\nfell",3').hexdigest()),
        "cut.sgm": (2, len(whole.encode()), hashlib.sha256(cut.encode()).hexdigest()),
        "cut.warc": (2, len(first), None),
    }


def test_a_bad_line_is_no_news_where_it_moves_but_another_one_is(tmp_path):
    good, bad = '{"id": "%s", "text": "It fell 3 pct."}\n', '{"text": \n'
    (tmp_path / "a.jsonl").write_text(good % 1 + bad)
    assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 4
    (tmp_path / "a.jsonl").write_text(good % 2 + good % 1 + bad)
    assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 0
    assert [row["line"] for row in listed(tmp_path)] == [3]
    (tmp_path / "a.jsonl").write_text(good % 2 + bad + bad + "[1]\n")
    again = run(tmp_path, tmp_path / "a.jsonl", "--json")
    assert again.exit_code == 4 and json.loads(again.stdout)["rejected"] == 2
    assert [row["line"] for row in listed(tmp_path)] == [2, 3, 4]


def test_a_bad_file_that_changes_and_stays_bad_is_news_once(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 9)
    codes = [run(tmp_path, tmp_path / "a.txt").exit_code for _ in range(3)]
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 10)
    codes += [run(tmp_path, tmp_path / "a.txt").exit_code for _ in range(2)]
    assert codes == [4, 0, 0, 4, 0]
    assert len(listed(tmp_path)) == 1, "what it was before stands no more"


def test_a_file_that_is_mended_leaves_the_list_and_comes_back_where_it_breaks_again(tmp_path):
    story = tmp_path / "a.txt"
    for content, code, standing in (("", 4, 1), ("It fell 3 pct.", 0, 0), ("", 4, 1), ("", 0, 1)):
        story.write_text(content)
        assert run(tmp_path, story).exit_code == code
        assert len(listed(tmp_path)) == standing
    assert ask(tmp_path, "SELECT count(*) FROM reject") == [(1,)]


def test_a_run_that_does_not_see_a_rejected_file_says_nothing_of_it(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("")
    (raw / "a.txt.md").write_text("It fell 3 pct.")
    run(tmp_path, raw)
    run(tmp_path, raw, "--only", "*.md")
    assert len(listed(tmp_path)) == 1


def test_what_lies_in_an_archive_is_let_go_when_the_archive_is_mended(tmp_path):
    for second, standing in ((b"\x00\x01\x02" * 9, 1), (b"It rose 4 pct.", 0)):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
            made.writestr("one.txt", "It fell 3 pct.")
            made.writestr("two.txt", second)
        run(tmp_path, tmp_path / "a.zip")
        assert len(listed(tmp_path)) == standing
        if standing:
            assert retry(tmp_path, tmp_path).exit_code == 0 and len(listed(tmp_path)) == 1
    assert ask(tmp_path, "SELECT count(*) FROM document") == [(2,)]


def test_retry_needs_a_warehouse(tmp_path):
    (tmp_path / "a.txt").write_text("It fell 3 pct.")
    result = retry(tmp_path, tmp_path / "a.txt")
    assert result.exit_code == 1 and "run `statwire run` first" in result.stderr


def test_retry_reads_what_was_rejected_and_nothing_else(tmp_path, monkeypatch):
    import pipeline.facts

    real = pipeline.facts.interpret

    def failing(document, *rest):
        if document.id == "b":
            raise ZeroDivisionError("made up")
        return real(document, *rest)

    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_text("\n".join(json.dumps({"id": i, "text": f"It fell {n} pct."}) for n, i in enumerate("ab")))
    (raw / "gone.txt").write_text("")
    (raw / "bad.txt").write_text("")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.facts, "interpret", failing)
        assert run(tmp_path, raw).exit_code == 4
        (raw / "new.txt").write_text("It fell 7 pct.")
        (raw / "gone.txt").unlink()
        assert retry(tmp_path, raw).exit_code == 0
        assert len(listed(tmp_path)) == 2
    result = retry(tmp_path, raw)
    assert result.exit_code == 0 and "resolved  1" in result.stdout
    assert ask(tmp_path, "SELECT story FROM document ORDER BY story") == [("a",), ("b",)]
    assert [row["file"] for row in listed(tmp_path)] == [str(raw / "bad.txt")]


def test_retry_reads_a_story_anew_that_a_check_set_aside(tmp_path, monkeypatch):
    from pipeline import record

    plain = record.fact_row
    (tmp_path / "a.txt").write_text("Exports of Norway rose 5 percent in 2014.")
    with monkeypatch.context() as patch:
        patch.setattr(record, "fact_row", lambda *given: plain(*given) | {"unit": "furlong"})
        assert run(tmp_path, tmp_path / "a.txt").exit_code == 4
        assert retry(tmp_path, tmp_path / "a.txt").exit_code == 0
        assert len(listed(tmp_path)) == 1
    assert run(tmp_path, tmp_path / "a.txt").exit_code == 0
    assert len(listed(tmp_path)) == 1, "a run that does not read it anew has not mended it"
    assert retry(tmp_path, tmp_path / "a.txt").exit_code == 0
    assert listed(tmp_path) == []
    assert ask(tmp_path, "SELECT unit FROM facts") == [("percent",)]


@pytest.mark.draws
def test_retry_reports_what_was_read_after_all(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": \n')
    assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 4
    (tmp_path / "a.jsonl").write_text('{"published": "2015-03-19", "text": "Exports of Norway rose 5 percent in 2014."}\n')
    result = retry(tmp_path, tmp_path)
    assert result.exit_code == 0 and "resolved  1" in result.stdout
    page = tmp_path / "reports" / "digest" / "2015-03-19" / "digest.html"
    assert "Norway" in page.read_text()


def test_a_reject_that_was_recorded_without_its_hash_is_no_news(tmp_path):
    (tmp_path / "a.txt").write_text("")
    run(tmp_path, tmp_path / "a.txt")
    con = duckdb.connect(str(tmp_path / ".w.duckdb/work.duckdb"))
    con.execute("UPDATE reject SET sha256 = NULL, reject = sha256(file || chr(0) || 'None' || chr(0) || reason)")
    con.close()
    assert run(tmp_path, tmp_path / "a.txt").exit_code == 0
    assert [row["sha256"] for row in listed(tmp_path)] == [hashlib.sha256(b"").hexdigest()]
