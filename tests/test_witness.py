"""Figures that belong together are linked, and what a story says of them must add up or be flagged."""

import pytest

import pipeline


def facts(text, published="2015-03-19"):
    return pipeline.extract(text, published=published)


def linked(text, **known):
    found = facts(text, **known)
    names = {fact.id: fact.mention.text for fact in found}
    return {(fact.mention.text, kind, names[other]) for fact in found for kind, other in fact.links}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Norway's exports rose 5 percent to $3.05 billion from $2.90 billion.", "adds up"),
        ("Norway's exports rose 15 percent to $3.05 billion from $2.90 billion.", "does not add up"),
        ("Norway's exports fell 4 mln dlrs to 32.42 mln dlrs from 36.42 mln dlrs.", "adds up"),
        ("Norway's exports fell 9 mln dlrs to 32.42 mln dlrs from 36.42 mln dlrs.", "does not add up"),
        ("Norway's exports rose 3 percent to $3 billion from $2.9 billion.", "adds up"),  # within the printed digits
    ],
)
def test_a_step_its_value_and_its_base_add_up_or_are_flagged(text, outcome):
    found = facts(text)
    assert len(found) == 3
    assert all(fact.checks and fact.checks[0].endswith(f": {outcome}") for fact in found)


def test_about_what_is_only_roughly_said_no_arithmetic_is_tried():
    assert not any(fact.checks for fact in facts("Norway's exports rose about 15 percent to some $3 billion from almost $2 billion."))


def test_a_story_of_which_no_figure_tells_enough_has_no_facts():
    assert facts("A third of those who came left early.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Halden shares rose 6.1 percent to $54.30 in Oslo, after hitting a high of $54.68.",
        "Brent crude was up 15 cents, or 0.25 percent, at $59.30 a barrel, trading from $58.49 to $59.40.",
        "Halden shares rose 8 percent to $12.97 after brokers raised their price target to $16.50 from $12.",
        "Norway's exports rose 9 percent to $2.81 billion, against the $2.88 billion that analysts had expected.",
        "Consumer credit in Norway rose at a 1.7 percent annual rate to $2.39 billion from $2.38 billion in May.",
    ],
)
def test_of_a_peak_a_range_a_target_or_an_expectation_no_step_came(text):
    assert not any(fact.checks for fact in facts(text))


def test_a_story_without_figures_has_no_arithmetic():
    assert facts("Halden shares rose in Oslo.") == []


def test_a_step_comes_from_where_trade_ended():
    found = facts("Halden shares fell 2.8 percent to $25.04 in extended trading, after closing at $25.75.")
    assert all(fact.checks and fact.checks[0].endswith(": adds up") for fact in found)


def test_a_conversion_implies_a_rate_and_one_that_cannot_be_right_is_flagged():
    found = facts("It paid 10bn euros ($13bn) for the mine and 2bn euros ($2.6bn) for the port. The quay cost 1bn euros ($2.9bn).")
    said = [fact.checks[0] for fact in found if fact.quantity.unit == "USD"]
    assert said[0] == "10bn euros for $13bn implies 1.3 USD per EUR"
    assert said[1].endswith("fits $13bn before") and said[2].endswith("does not fit $13bn before")


def test_links_tell_what_led_to_what():
    found = linked("Norway's exports rose 5 percent to $3.05 billion from $2.90 billion.")
    assert {("5 percent", "leads to", "$3.05 billion"), ("$3.05 billion", "compares with", "$2.90 billion")} <= found


def test_an_expectation_is_linked_to_its_outcome_and_a_revision_to_what_it_revises():
    text = (
        "U.S. retail sales rose 0.4 percent in February, compared with forecasts of a 0.2 percent rise. "
        "Sales in January rose a revised 0.6 percent. Retail sales in January were previously reported up 0.5 percent."
    )
    found = linked(text)
    assert ("0.2 percent", "expected", "0.4 percent") in found
    assert ("0.6 percent", "revises", "0.5 percent") in found
