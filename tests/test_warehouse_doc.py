"""docs/warehouse.md is what the comments in the warehouse make it, and its queries answer what it says they answer."""

import re

import pytest
import warehouse_doc
from commands import ROOT, statwire

from pipeline import store

TEXT = (ROOT / "docs/warehouse.md").read_text("utf-8")
QUERIES = sorted((ROOT / "docs/queries").glob("*.sql"))


@pytest.fixture(scope="module")
def con(sample):
    return store.read_only(sample / "w.duckdb")


def test_the_document_is_what_the_tool_makes(con):
    made = warehouse_doc.document(con)
    differing = [(a, b) for a, b in zip(made.split("\n"), TEXT.split("\n"), strict=False) if a != b][:3]
    assert made == TEXT, f"run `make docs`; first lines that differ: {differing}"


def test_there_are_ten_questions_each_in_words():
    assert len(QUERIES) == 10
    for file in QUERIES:
        asked, known, *_ = file.read_text("utf-8").split("\n")
        assert re.fullmatch(r"-- [A-Z].*\?", asked) and re.fullmatch(r"-- .*\.", known), file.name


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_each_query_answers_what_the_document_prints(con, sample, file):
    assert warehouse_doc.question(con, file) in TEXT
    answer = statwire("sql", "--warehouse", str(sample / "w.duckdb"), "--format", "csv", "--", file.read_text("utf-8"))
    assert answer.exit_code == 0 and answer.stdout.count("\n") > 1, "a worked query without an answer teaches nothing"


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_each_query_says_in_which_order(file):
    assert "ORDER BY" in file.read_text("utf-8")


def test_every_table_view_macro_and_column_is_told(con):
    def names(sql):
        return {name for (name,) in con.execute(sql).fetchall()}

    told = set(re.findall(r"^### (\w+)$", TEXT, re.MULTILINE))
    assert told == names("SELECT table_name FROM duckdb_tables() WHERE NOT internal") | names(
        "SELECT view_name FROM duckdb_views() WHERE NOT internal"
    ) | names("SELECT function_name FROM duckdb_functions() WHERE NOT internal AND function_type LIKE '%macro'")
    ((columns,),) = con.execute("SELECT count(*) FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert len(re.findall(r"^\| \w+ \| [A-Z].*? \| .+ \|$", TEXT, re.MULTILINE)) >= columns


def test_every_view_says_what_one_row_is(con):
    views = [name for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()]
    assert [name for name in views if f"\n### {name}\n\n**One row" not in TEXT] == []


def test_words_of_stories_are_no_markup_there():
    assert warehouse_doc._plain("a|b <b>*c*\n[d](e) f[]") == r"a\|b \<b>\*c\* [d\](e) f[]"
