"""Every sentence in `pipeline/lexicon/*/corpus/` is read as its file says, and every rule is needed by one of them."""

import tomllib
from decimal import Decimal

import pytest

from pipeline import lexicon
from pipeline.recognise import RULES, recognise

APPROXIMATIONS = {"about", "nearly", "more_than", "at_least", "less_than", "at_most"}


def examples():
    for language in lexicon.languages():
        for path in sorted((lexicon.ROOT / language / "corpus").glob("*.toml")):
            for n, example in enumerate(tomllib.loads(path.read_text("utf-8"))["example"]):
                yield pytest.param(language, example["text"], example.get("figures", []), id=f"{language}/{path.stem}[{n}]")


def written(mention):
    """A mention in the notation of the corpus files."""
    low, high, unit, per = mention.quantity
    return (low, high), unit + (f"/{per}" if per else ""), mention.approximation


def parsed(notation):
    value, rest = notation.split(" ", 1)
    low, _, high = value.partition("..")
    words = rest.split(" ")
    approx = words.pop() if words[-1] in APPROXIMATIONS else "exact"
    return (Decimal(low), Decimal(high or low)), " ".join(words), approx


@pytest.mark.parametrize(("language", "text", "expected"), list(examples()))
def test_a_sentence_is_read_as_the_corpus_says(language, text, expected):
    mentions = [m for m in recognise(text, language) if not m.optional]
    assert [written(m) for m in mentions] == [parsed(e) for e in expected]
    assert all(text[slice(*m.span)] == m.text for m in mentions)


def test_each_rule_is_named_by_a_reading_of_the_corpus():
    used = {m.rule for example in examples() for m in recognise(example.values[1], example.values[0])}
    assert {rule.name for rule in RULES} - used == {"bare"}, (
        "give each of these rules an example; a bare number is read only by its neighbours"
    )
