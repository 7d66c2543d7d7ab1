"""Of a page the story's figures are kept and those around it are not."""

import importlib.util
import sys

import pytest
from commands import ROOT, statwire
from test_read import documents

PROSE = "Exports rose 5 percent to $3.1 billion in 2014, the statistics office said on Thursday, after a year in which little moved in the ports."


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_pages", ROOT / "benchmarks/pages.py")
    sys.modules["bench_pages"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules["bench_pages"]


def test_of_the_benchmark_s_pages_all_figures_are_kept_and_next_to_none_besides(bench):
    _, _, figures = bench.score(bench.statwire, later=False)
    assert figures.lost == 0 and figures.wrong <= 2 and figures.right > 380


def test_of_pages_of_other_shapes_more_is_right_than_without_our_pruning(bench):
    ours, plain = (bench.score(system, later=True)[2] for system in (bench.statwire, bench.plain_trafilatura))
    assert ours.lost <= plain.lost and ours.wrong < plain.wrong and ours.wrong <= 12


@pytest.mark.parametrize(
    "around",
    [
        "<table><tr><td>Krone 6.48, up 2 percent</td><td>{}</td><td><table><tr><td>Bus fares up 8 percent</td></tr></table></td></tr></table>",
        "<table><tr><td>Gold $412</td><td><table><tr><td>Ads from $9</td><td>{}</td></tr></table></td></tr></table>",
        "{}<p><a href='/x'>Ten shares that rose 300 percent</a></p>{}",
        "{}<p><b>MORE: <a href='/x'>Council tax up 4.9 percent</a></b></p>{}",
        "{}<div class='inline-poll'><p>Yes 38 percent</p></div>{}",
    ],
)
def test_what_stands_around_a_story_is_taken_out(tmp_path, around):
    story = "".join(f"<p>{PROSE} {n}.</p>" for n in range(6))
    (found,) = documents(tmp_path, f"<html><body>{around.replace('{}', story)}</body></html>")
    assert found.text.count("5 percent") >= 6
    for figure in ("2 percent to", "8 percent", "$412", "$9", "300 percent", "4.9 percent", "38 percent", "6.48"):
        assert figure not in found.text


@pytest.mark.parametrize(
    "page",
    [
        "".join(f"<p><a href='/{n}'>{PROSE} {n}.</a></p>" for n in range(6)),
        "".join(f"<p>{PROSE} {n}. See <a href='/x'>the report</a>.</p>" for n in range(6)),
        "<div class='poll-results ticker'>" + "".join(f"<p>{PROSE} {n}.</p>" for n in range(6)) + "</div>",
        "<table><tr><td>" + f"</td></tr><tr><td>{PROSE} ".join(map(str, range(7))) + "</td></tr></table>",
    ],
    ids=["all links", "links in prose", "a story called a poll", "a paragraph a cell"],
)
def test_a_story_that_looks_like_furniture_is_kept(tmp_path, page):
    (found,) = documents(tmp_path, f"<html><body>{page}</body></html>")
    assert found.text.count("$3.1 billion") == 6


def test_a_data_table_of_a_story_is_kept(tmp_path):
    table = "<table><tr><td>Exports</td><td>$3.1 billion</td></tr><tr><td>Imports</td><td>$2.9 billion</td></tr></table>"
    (tmp_path / "a.html").write_text(f"<html><body><article>{f'<p>{PROSE}</p>' * 3}{table}</article></body></html>")
    assert "$2.9 billion  [" in statwire("explain", str(tmp_path / "a.html")).stdout
