"""Sentences stand in order, share no character, and leave out nothing but white space and bullets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.split import split

PIECES = [
    "OIL AT $100",
    "IS IT OVER?",
    "A. B. Corp said",
    "Sales rose",
    "5 pct.",
    "U.S. STOCKS",
    "GROWTH! MORE",
    "\n\n",
    "   ",
    ". ",
    "? ",
    "* ",
    ": * ",
    '"',
    "x",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_sentences_do_not_overlap(text):
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_no_letter_is_lost(text):
    kept = "".join(text[span.start : span.end] for span in split(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sales fell in the U.S. The firm closed.", ["Sales fell in the U.S.", "The firm closed."]),
        ("It moved to Camden, N.J. It is small.", ["It moved to Camden, N.J.", "It is small."]),
        ("U.S. This week's data", ["U.S. This week's data"]),
        ("Mr. J. P. Holm and E.F. Theodore met.", ["Mr. J. P. Holm and E.F. Theodore met."]),
    ],
)
def test_initials_end_a_sentence_where_a_new_one_plainly_begins(text, parts):
    assert [text[span.start : span.end] for span in split(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rose with the index .SX7P. Shares fell.", ["It rose with the index .SX7P.", "Shares fell."]),
        ("It bid for Arden Inc. ARDN.O. Shares fell.", ["It bid for Arden Inc. ARDN.O.", "Shares fell."]),
        ("It bid for Arden AG. ARDNn.DE The firm fell.", ["It bid for Arden AG.", "ARDNn.DE The firm fell."]),
        (
            "Arden Co. Inc. said so. Arden Co. Chief Executive Lind left.",
            ["Arden Co. Inc. said so.", "Arden Co. Chief Executive Lind left."],
        ),
        ("It fell by 8:20 a.m. EDT on Monday.", ["It fell by 8:20 a.m. EDT on Monday."]),
        ("It opens at 9 a.m. (1400 GMT) on Monday.", ["It opens at 9 a.m. (1400 GMT) on Monday."]),
        ("It opens at 9 a.m. Shares fell.", ["It opens at 9 a.m.", "Shares fell."]),
    ],
)
def test_signs_forms_and_hours_end_a_sentence_where_it_does_not_go_on(text, parts):
    assert [text[span.start : span.end] for span in split(text)] == parts
