"""Every sentence in `pipeline/lexicon/*/corpus/meaning/` means what its file says."""

import tomllib

import pytest

from pipeline import lexicon
from pipeline.facts import facts_of
from pipeline.model import Document, When
from pipeline.record import record


def examples():
    for language in lexicon.languages():
        for path in sorted((lexicon.ROOT / language / "corpus" / "meaning").glob("*.toml")):
            for n, example in enumerate(tomllib.loads(path.read_text("utf-8"))["example"]):
                yield pytest.param(language, example, id=f"{language}/{path.stem}[{n}]")


@pytest.mark.parametrize(("language", "example"), list(examples()))
def test_a_sentence_means_what_the_corpus_says(language, example):
    published = When(example["published"], "metadata") if "published" in example else When()
    document = Document("", example["text"], published, example.get("title", ""), example.get("dateline", ""), language=language)
    found = [record(fact, document, published) for fact in facts_of(document).facts]
    # The store takes no other: it sets a story aside that has one.
    assert all((fact["direction"] is not None) == (fact["statistic"] in ("growth", "change")) for fact in found)
    assert not example.get("only") or len(found) == len(example["facts"]), (
        f"{[fact['quote'] for fact in found]} are read in {example['text']!r}"
    )
    for expected in example["facts"]:
        nth = expected.get("nth", 1)
        same = [fact for fact in found if " ".join(fact["quote"].split()) == expected["quote"]]
        assert len(same) >= nth, f"{expected['quote']!r} is not read in {example['text']!r}"
        fact = same[nth - 1]
        wanted = {key: value for key, value in expected.items() if key not in ("quote", "nth")}
        assert {key: "" if fact[key] is None else fact[key] for key in wanted} == wanted, (expected["quote"], fact["rule"])
