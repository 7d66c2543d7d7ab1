"""The commands of README.md print what README.md says."""

import re
import shlex

import pytest
from commands import ROOT, statwire

pytestmark = pytest.mark.draws

README = (ROOT / "README.md").read_text("utf-8")


def commands():
    """(command, output) of every console block."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output.strip("\n")


def test_the_readme_s_run_prints_what_it_says(tmp_path):
    (said,) = [output for command, output in commands() if command == "make run"]
    result = statwire(
        "run",
        "--raw",
        str(ROOT / "data/raw"),
        "--warehouse",
        str(tmp_path / "w.duckdb"),
        "--reports",
        str(tmp_path / "reports"),
        "--jobs",
        "1",
    )
    assert (
        result.stdout.strip()
        .replace(str(tmp_path / "w.duckdb"), "data/warehouse/statwire.duckdb")
        .replace(str(tmp_path / "reports"), "reports")
        == said
    )


def test_the_readme_s_query_prints_what_it_says(sample):
    ((command, said),) = [(c, o) for c, o in commands() if "statwire sql" in c]
    result = statwire(*shlex.split(command)[1:], "--warehouse", str(sample / "w.duckdb"))
    assert result.stdout.strip() == said


def test_the_readme_s_sentence_gives_the_facts_of_its_table():
    sentence = re.search(r'From "(.*?)" it reads', README).group(1)
    said = statwire("explain", sentence).stdout
    figures = re.findall(r"^(\S.*?)  \[\d+:\d+\]$", said, re.MULTILINE)
    assert figures == ["31.9 percent", "$10.17 million"]
    assert said.count("entity      PRK") == said.count("partner     RUS") == said.count("period      2014") == 2
    assert said.count("direction   up") == 1 and said.count("statistic   level") == 1


def test_every_file_and_command_that_the_documents_name_exists():
    for document in ("README.md", "CONTRIBUTING.md", "docs/benchmarks.md"):
        text = (ROOT / document).read_text("utf-8")
        for path in re.findall(r"`((?:pipeline|tests|docs|data|tools|benchmarks)/[\w./-]+)`", text):
            assert path.startswith("data/warehouse") or (ROOT / path).exists(), f"{document}: {path}"
        for command in re.findall(r"`statwire (\w+)", text):
            assert statwire(command, "--help").exit_code == 0, f"{document}: {command}"
