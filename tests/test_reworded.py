"""What a figure means does not depend on which of two ways to say the same a paper has: the examples of the corpus, reworded by tools/rewordings.toml."""

from functools import cache

import pytest
import reworded
from test_meaning import examples

from pipeline.facts import facts_of
from pipeline.model import Document, When

MOST = 0.01
"""The share of figures that may be read otherwise: a rewording that is right nearly everywhere is not right in each sentence."""


@cache
def read():
    """The examples of the corpus as documents, and as they are read."""
    found = []
    for example in (parameter.values[1] for parameter in examples()):
        published = When(example["published"], "metadata") if "published" in example else When()
        document = Document("", example["text"], published, example.get("title", ""), example.get("dateline", ""))
        if any(reworded.reworded(document.text, name) != document.text for name in reworded.rewordings()):
            found.append((document, facts_of(document)))
    return found


@pytest.mark.parametrize("name", list(reworded.rewordings()))
def test_the_same_sense_in_other_words_is_read_the_same(name):
    figures, otherwise = 0, []
    for document, told in read():
        if found := reworded.pairs(document, name, told):
            figures += len(found[1])
            otherwise += [(found[0].text, pair.differs()) for pair in found[1] if pair.differs()]
    assert figures > 100
    assert len(otherwise) <= MOST * figures, otherwise
