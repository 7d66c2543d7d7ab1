"""The probability that a fact is right."""

from __future__ import annotations

import pytest

from pipeline import lexicon
from pipeline.facts import facts_of
from pipeline.interpret.confidence import CEILING, FLOOR, calibrated
from pipeline.model import Document, When

SCORES = (-12.0, -3.0, -0.4, 0.0, 0.7, 2.5, 12.0)


KNOTS = ((-1.0, 0.2), (1.0, 0.6), (2.0, 0.9))


@pytest.mark.parametrize(("score", "probability"), [(-9.0, 0.2), (-1.0, 0.2), (0.0, 0.4), (1.0, 0.6), (1.5, 0.75), (2.0, 0.9), (9.0, 0.9)])
def test_a_score_between_two_that_are_known_lies_on_the_line_between_them(score: float, probability: float) -> None:
    assert calibrated(score, KNOTS) == pytest.approx(probability)


def test_a_higher_score_is_never_less_sure() -> None:
    told = [calibrated(score, lexicon.entries("confidence", "en")["calibration"]) for score in SCORES]
    assert told == sorted(told)
    assert told[0] < told[-1]


def test_a_release_told_throughout_of_one_country_and_month_is_surer_than_a_figure_alone_among_strangers() -> None:
    release = (
        "France's consumer prices rose 2.1 percent in March from a year earlier, the statistics office said.\n\n"
        "Food prices rose 3.4 percent in March from a year earlier.\n\nProducer prices rose 1.9 percent in March from a year earlier.\n"
    )
    mixed = (
        "France's consumer prices rose 2.1 percent in March from a year earlier, the statistics office said.\n\n"
        "Acme Corp sold 3.4 million dollars of bonds.\n\nGerman retail sales fell 1.9 percent in January.\n\nSpain owes $4 billion.\n"
    )
    documents = [Document("a", text, When("1987-04-10", "metadata"), language="en") for text in (release, mixed)]
    one, other = (facts_of(document).facts[0].confidence for document in documents)
    assert FLOOR <= other < one <= CEILING
