"""`statwire extract` and `statwire explain` keep the contract of the command line."""

import json
import os
import subprocess
import sys
import time

import pytest
from commands import ROOT, statwire

FIELDS = [
    "id", "fact", "start", "end", "quote", "value", "value_text", "precision", "unit", "per", "approx", "measure", "indicator", "variant",
    "statistic", "direction", "status", "revision", "period", "period_start", "period_end", "period_source", "basis", "entity", "partner",
    "attribution", "balance", "adjustment", "optional", "sentence", "confidence", "rule", "links", "alt", "check", "published", "published_from",
]  # fmt: skip


def extract(*stories):
    result = statwire("extract", "-", stdin="".join(json.dumps(story) + "\n" for story in stories))
    return [json.loads(line) for line in result.stdout.splitlines()], result


def test_the_seed_story_gives_its_four_facts(shared):
    result = statwire("extract", str(shared / "corpora/seed/000_2c2638c4483bae25.txt"))
    facts = [json.loads(line) for line in result.stdout.splitlines()]
    keys = (
        "start",
        "end",
        "value",
        "unit",
        "per",
        "approx",
        "indicator",
        "statistic",
        "direction",
        "status",
        "period",
        "entity",
        "partner",
    )
    assert [tuple(fact[key] for key in keys) for fact in facts] == [
        (2147, 2158, 10_000_000_000, "USD", None, "exact", "debt_relief", "level", None, "actual", None, "PRK", "RUS"),
        (2389, 2399, 32, "percent", None, "nearly", "exports", "growth", "up", "actual", "2014", "PRK", "RUS"),
        (2412, 2425, 10_200_000, "USD", None, "exact", "exports", "change", "up", "actual", "2014", "PRK", "RUS"),
        (2491, 2501, 1_000_000_000, "USD", "year", "exact", "trade_turnover", "level", None, "target", None, "RUS", "PRK"),
    ]
    assert facts[2]["links"] == [{"type": "restates", "fact": facts[1]["fact"]}]
    assert facts[2]["alt"] == [{"statistic": "level", "direction": None}]
    assert {(fact["published"], fact["published_from"]) for fact in facts} == {("2015-03-19", "inferred")}


def test_a_line_has_the_contract_s_fields_in_their_order():
    facts, _ = extract({"id": "a", "published": "2015-03", "text": "Exports of Norway rose 5 percent to $1.2 billion in 2014."})
    assert [list(fact) for fact in facts] == [FIELDS, FIELDS]
    assert facts[1]["value_text"] == "$1.2 billion" and facts[1]["precision"] == 100_000_000
    assert (facts[1]["period_start"], facts[1]["period_end"]) == ("2014-01-01", "2014-12-31")


def test_the_order_in_which_python_keeps_a_set_changes_nothing():
    text = (
        "Penwith Gold Corp said it will build four mines. Some five mln dlrs will be spent on them, the company said. "
        "Two lie in Ontario and Quebec, two in Ohio and South Dakota."
    )
    story = json.dumps({"id": "a", "published": "1987-03-11", "dateline": "CLAYTON, Mo., March 11 -", "text": text}) + "\n"
    command = [sys.executable, "-m", "pipeline.cli", "extract", "-"]
    found = {
        subprocess.run(
            command, input=story, env=os.environ | {"PYTHONHASHSEED": seed}, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "2", "4")
    }
    assert len(found) == 1 and "five mln dlrs" in found.pop()


def test_numbers_are_plain_decimals():
    result = statwire("extract", "-", stdin=json.dumps({"text": "It cost $10 trillion, a rise of 0.00001 percent."}) + "\n")
    assert '"value": 10000000000000,' in result.stdout
    assert '"value": 0.00001,' in result.stdout


def test_offsets_index_the_text_as_given():
    text = "\ufeffPrice\r\n\r\nAdvertisement\r\n\r\nIt costs €5 million – or ¥3bn.\r\n"
    facts, _ = extract({"text": text})
    assert [text[fact["start"] : fact["end"]] for fact in facts] == ["€5 million", "¥3bn"]


def test_a_figure_keeps_its_id_when_the_date_changes():
    text = "Exports rose 5 percent last year."
    ids = {extract({"text": text, "published": day})[0][0]["fact"] for day in ("2014", "2015-02-03", None)}
    assert len(ids) == 1


def test_only_text_is_required():
    facts, result = extract({"text": "It fell 3 pct."})
    assert len(facts) == 1 and result.exit_code == 0


@pytest.mark.parametrize("published", ["2014", "2014-05", "2014-05-06", "2014-05-06T07:08:09Z", None])
def test_a_date_may_stop_early(published):
    facts, _ = extract({"text": "It fell 3 pct.", "published": published})
    assert facts[0]["published"] == published
    assert facts[0]["published_from"] == ("metadata" if published else "unknown")


def test_a_bad_line_is_named_and_the_rest_extracted():
    result = statwire("extract", "-", stdin='{"text": "It fell 3 pct."}\n{broken\n{"text": "It rose 4 pct."}\n')
    assert len(result.stdout.splitlines()) == 2
    assert "standard input:2: is not JSON" in result.stderr
    assert result.exit_code == 4


def test_explain_names_the_rules_and_the_evidence():
    story = "OSLO, March 19 (Wire) -- A fleet was sold on Thursday for $4 million, on the 26th anniversary of the fall of the Berlin Wall."
    said = statwire("explain", story).stdout
    assert "published 2015-03-19 (inferred: dateline March 19; it was a Thursday; 26th anniversary of the fall of the Berlin Wall)" in said
    assert "because     read: $10 billion" in said


@pytest.mark.parametrize(
    "story",
    [
        "OSLO, March 19 (Wire) -- A fleet was sold on Thursday for $4 million.",  # 2009, 2015, 2020 …
        "OSLO, March 19 (Wire) -- A fleet was sold for $4 million, the first since 2014.",  # no weekday
        "A fleet was sold on Thursday for $4 million in 2014.",  # no dateline
    ],
)
def test_a_date_is_left_open_where_the_evidence_does_not_settle_it(story):
    assert statwire("explain", story).stdout.startswith("published unknown")


@pytest.mark.parametrize("command", ["run", "extract", "explain", "sql", "series", "why", "report", "check", "rejects"])
def test_each_command_explains_itself(command):
    assert statwire(command, "--help").exit_code == 0


@pytest.mark.parametrize("text", ["Exports rose" + " " * 20_000 + "5 percent in 2014.", "5% " * 3000, "A 4 pct, b 5 pct in 2014, " * 800])
def test_a_long_line_takes_no_long_time(text):
    began = time.process_time()
    extract({"text": text})
    assert time.process_time() - began < 5


def test_a_sum_of_more_digits_than_can_be_kept_is_no_figure_and_costs_no_other():
    facts, result = extract({"text": f"It cost ${'9' * 60} and $5 million and 7 pct."})
    assert [fact["value"] for fact in facts] == [5_000_000, 7] and result.exit_code == 0


def test_volumes_come_only_when_asked_for():
    story = json.dumps({"text": "It shipped 40,000 tonnes for $5 million."}) + "\n"
    assert [json.loads(line)["unit"] for line in statwire("extract", "-", stdin=story).stdout.splitlines()] == ["USD"]
    facts = [json.loads(line) for line in statwire("extract", "--volumes", "-", stdin=story).stdout.splitlines()]
    assert [(fact["unit"], fact["value"]) for fact in facts] == [("t", 40_000), ("USD", 5_000_000)]


def test_explain_shows_what_lost():
    said = statwire("explain", "It will cost between $5bn and $7bn.").stdout
    assert "because     read: between $5bn and $7bn" in said
    assert "lost        " in statwire("explain", "It will cost $5bn to $7bn.").stdout


def test_a_figure_in_words_is_an_optional_fact_where_a_measure_is_named():
    facts, _ = extract({"text": "Exports doubled last year. Cloth is a third of exports, and inflation halved."})
    assert [(fact["quote"], fact["value"], fact["unit"], fact["statistic"], fact["direction"], fact["optional"]) for fact in facts] == [
        ("doubled", 100, "percent", "growth", "up", True),
        ("a third", 33.3, "percent", "share", None, True),
        ("halved", 50, "percent", "growth", "down", True),
    ]
    assert extract({"text": "A third of those asked were asleep, and twice as many awake."})[0] == []


def test_a_figure_in_words_lends_nothing_to_the_next():
    (_, told), _ = extract({"text": "Exports doubled, against a rise of 3 percent in imports."})
    assert (told["quote"], told["indicator"], told["optional"]) == ("3 percent", "imports", False)
