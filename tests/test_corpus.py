"""Every sentence of the corpus, and every one kept beside the words it proves, is read as its file says; every rule is needed by one of them."""

import tomllib
from decimal import Decimal
from functools import cache

import pytest

from pipeline import lexicon
from pipeline.recognise import RULES, recognise
from pipeline.recognise.glance import Reader
from pipeline.recognise.rule import Grammar

APPROXIMATIONS = {"about", "nearly", "more_than", "at_least", "less_than", "at_most"}


def examples():
    for language in lexicon.languages():
        for path in sorted((lexicon.ROOT / language / "corpus").glob("*.toml")):
            for n, example in enumerate(tomllib.loads(path.read_text("utf-8"))["example"]):
                yield pytest.param(language, example["text"], example.get("figures", []), id=f"{language}/{path.stem}[{n}]")
        for path in sorted((lexicon.ROOT / language).glob("*.toml")):  # sentences kept beside the words that they prove
            for n, (text, figures) in enumerate(lexicon.entries(path.stem, language).get("examples", {}).items()):
                yield pytest.param(language, text, figures, id=f"{language}/{path.stem}.examples[{n}]")


def written(mention):
    """A mention in the notation of the corpus files."""
    low, high, unit, per = mention.quantity
    return (low, high), unit + (f"/{per}" if per else ""), mention.approximation, mention.optional


def parsed(notation):
    value, rest = notation.split(" ", 1)
    low, _, high = value.partition("..")
    words = rest.split(" ")
    optional = words[-1] == "optional" and bool(words.pop())
    approx = words.pop() if words[-1] in APPROXIMATIONS else "exact"
    return (Decimal(low), Decimal(high or low)), " ".join(words), approx, optional


@pytest.mark.parametrize(("language", "text", "expected"), list(examples()))
def test_a_sentence_is_read_as_the_corpus_says(language, text, expected):
    mentions = recognise(text, language)
    assert [written(m) for m in mentions] == [parsed(e) for e in expected]
    assert all(text[slice(*m.span)] == m.text for m in mentions)


def test_each_rule_is_named_by_a_reading_of_the_corpus():
    used = {m.rule for example in examples() for m in recognise(example.values[1], example.values[0])}
    assert {rule.name for rule in RULES} - used == {"bare"}, (
        "give each of these rules an example; a bare number is read only by its neighbours"
    )


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.name != "bare"], ids=lambda rule: rule.name)
def test_without_a_rule_some_sentence_is_read_otherwise(rule, monkeypatch):
    """Each rule is needed: no other reads what it reads."""
    import pipeline.recognise

    grammar = Grammar(tuple(r for r in RULES if r is not rule))
    monkeypatch.setattr(pipeline.recognise, "_reader", cache(lambda language: Reader(language, grammar)))
    sentences = [example.values for example in examples()]
    changed = [
        text for language, text, figures in sentences if [written(m) for m in recognise(text, language)] != [parsed(f) for f in figures]
    ]
    assert changed
