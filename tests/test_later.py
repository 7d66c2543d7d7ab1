"""The stories of later years that are measured on: each record stands where it says, and says what can be said."""

import json

import pytest
from commands import ROOT

from pipeline.corrections.fields import value_of, words

LATER = ROOT / "benchmarks" / "later"
CLOSED = ("indicator", "statistic", "direction", "status", "revision", "basis", "approx", "unit")


def lines(name):
    return [json.loads(line) for part in ("open", "unseen") for line in (LATER / part / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def facts():
    return lines("facts.jsonl")


def test_each_figure_stands_where_its_record_says(facts):
    texts = {story["id"]: story["text"] for story in lines("stories.jsonl")}
    assert [fact for fact in facts if texts[fact["id"]][fact["start"] : fact["end"]] != fact["quote"]] == []


@pytest.mark.parametrize("field", CLOSED)
def test_closed_fields_say_what_the_lexicon_knows(facts, field):
    said = {record[field] for fact in facts for record in (fact, fact.get("alt", {})) if record.get(field)}
    assert len(said) > 1 and said <= set(words(field))


def test_periods_are_those_of_the_contract(facts):
    for fact in facts:
        if fact.get("period"):
            assert value_of("period", fact["period"]), fact


def test_what_moves_has_a_direction(facts):
    assert [fact for fact in facts if (fact["statistic"] in ("growth", "change")) != ("direction" in fact)] == []
