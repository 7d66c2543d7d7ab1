"""What must hold for every figure and for every string."""

import time
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from pipeline.recognise import RULES, recognise
from pipeline.recognise.glance import Reader
from pipeline.recognise.lexer import runs
from pipeline.recognise.rule import Grammar
from pipeline.split import split

MONEY = {
    "${}": "USD",
    "US${}": "USD",
    "€{}": "EUR",
    "£{}": "GBP",
    "{} dlrs": "USD",
    "{} euros": "EUR",
    "{} yen": "JPY",
    "USD {}": "USD",
    "{} SEK": "SEK",
    "Rs {}": "INR",
    "{} Swiss francs": "CHF",
    "A${}": "AUD",
}
SCALES = {"": 0, " million": 6, " mln": 6, " billion": 9, " bn": 9, " trillion": 12, " lakh": 5, " crore": 7, " thousand": 3}
PERCENTS = {
    "{}%": "percent",
    "{} percent": "percent",
    "{} per cent": "percent",
    "{} pct": "percent",
    "{} percentage points": "percentage_point",
    "{} basis points": "basis_point",
    "{}bp": "basis_point",
    "{}pc": "percent",
}
FRAMES = ("It came to {} in all.", "The cost, {}, was too high.", "({})", "{}")

values = st.decimals(min_value="0.01", max_value="99999", places=2)


def printed(value, grouped):
    text = f"{value:,f}" if grouped else f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@given(values, st.sampled_from(sorted(MONEY)), st.sampled_from(sorted(SCALES)), st.booleans(), st.sampled_from(FRAMES))
def test_an_amount_written_from_a_value_reads_back_to_it(value, form, scale, grouped, frame):
    text = frame.format(form.format(printed(value, grouped) + scale))
    (mention,) = recognise(text)
    assert (mention.quantity.low, mention.quantity.high) == (value.scaleb(SCALES[scale]),) * 2
    assert mention.quantity.unit == MONEY[form]


@given(values, st.sampled_from(sorted(PERCENTS)), st.sampled_from(FRAMES), st.booleans())
def test_a_percentage_written_from_a_value_reads_back_to_it(value, form, frame, negative):
    number = ("-" if negative else "") + printed(value, grouped=False)
    (mention,) = recognise(frame.format(form.format(number)))
    assert mention.quantity.low == (-value if negative else value)
    assert mention.quantity.unit == PERCENTS[form]


@given(
    st.integers(1, 999),
    st.integers(1, 7),
    st.sampled_from([2, 4, 8, 16]),
    st.sampled_from(["{}-{}/{} pct", "{} {}/{} percent", "${}-{}/{}"]),
)
def test_a_mixed_fraction_reads_back(whole, above, below, form):
    assume(above < below)
    (mention,) = recognise(f"It closed at {form.format(whole, above, below)}.")
    assert mention.quantity.low == whole + Decimal(above) / below


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.sampled_from(["", " million", " billion"]),
    st.sampled_from([("dollars", "USD"), ("pct", "percent"), ("euros", "EUR")]),
)
def test_a_number_in_words_reads_back(value, scale, unit):
    assume(not (scale and unit[1] == "percent"))
    (mention,) = recognise(f"They gave {num2words(value)}{scale} {unit[0]} then.")
    assert mention.quantity.low == Decimal(value).scaleb(SCALES[scale])
    assert mention.quantity.unit == unit[1]


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(
        [
            "between ${} and ${} million",
            "${}-{} million",
            "${} to ${} million",
            "{} to {} mln dlrs",
            "between {} and {} pct",
            "{}-{} pct",
            "{} to {} percent",
        ]
    ),
)
def test_a_range_reads_back_to_its_bounds(low, high, form):
    assume(low < high)
    (mention,) = recognise(f"It wants {form.format(low, high)} more.")
    power = 0 if "p" in form.split()[-1] else 6
    assert (mention.quantity.low, mention.quantity.high) == (Decimal(low).scaleb(power), Decimal(high).scaleb(power))


PIECES = st.sampled_from(
    [
        "$",
        "£",
        "%",
        " ",
        "\n",
        ",",
        ".",
        "-",
        "–",
        "/",
        "(",
        ")",
        "1",
        "12",
        "1,000",
        "½",
        "3/4",
        "0",
        "million",
        "bn",
        "pct",
        "dlrs",
        "p",
        "a ",
        "and ",
        "to ",
        "between ",
        "from ",
        "half ",
        "a quarter ",
        "five ",
        "hundred ",
        "US$",
        "Rs.",
        "€",
        "per ",
        "share",
        "points",
        "\u2009",
        "\ud800",
        "😀",
        "é",
        "rose ",
        "thousand ",
        "of ",
        "²",
        "٣",
        "\x00",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_reading_never_raises_and_never_leaves_the_text(text):
    for mention in recognise(text):
        start, end = mention.span
        assert 0 <= start < end <= len(text) and text[start:end] == mention.text
        assert mention.quantity.low <= mention.quantity.high
        assert mention.quantity.low.is_finite() and mention.precision > 0
    for span in split(text):
        assert 0 <= span.start < span.end <= len(text)


HOSTILE = {
    "digits": "7",
    "dollars": "$",
    "commas": ",",
    "brackets": "([",
    "amounts": "$1 ",
    "list": "1, ",
    "words": "five hundred ",
    "dashes": "1-",
    "halves": "half a ",
    "tails": "a million ",
    "points": "1.2.",
    "letters": "a",
    "fractions": "1/",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_time_linear_in_its_length(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        best = 1e9
        for _ in range(2):
            began = time.perf_counter()
            recognise(text)
            best = min(best, time.perf_counter() - began)
        return best

    small, large = seconds(40_000), seconds(160_000)
    assert large < 10 * small + 0.05, f"4 times the text took {large / small:.1f} times as long"


READER = Reader("en", Grammar(RULES))
FRAGMENTS = (
    *("5", "10.5", "1,250", "1987", "31", "0", "3-1/2", "7/8", "½", ".5", "1.250.000", "²", "٣"),
    *("two", "twenty", "hundred", "half", "third", "a", "an", "April", "May", "said", "the", "times.", "ß"),
    *("$", "£", "C$", "us $", "Rs", "EUR", "US", "U.S.", "Australian", "dlrs", "dlrs.", "yen.", "cents", "p", "stg", "all", "ALL"),
    *("mln", "billion", "bn", "m", "pct", "pCt", "pct.", "percent", "per", "cent", "CENT", "%", "points", "basis"),
    *("to", "and", "or", "of", "from", "between", "rose", "vs"),
    *("-", "--", "—", ",", ".", ";", ":", "(", ")", "/", "+", "=", "_"),
)
GAPS = ("", "", " ", " ", " ", " ", "\n", "\n    ", "  ", "-", ", ", "\n\n", "\u00a0")


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(GAPS)), max_size=16), st.booleans())
@example([("April", " "), ("3-1/2", "")], False)
def test_a_glance_reads_what_the_lexer_and_the_rules_read(pieces, with_counts):
    text = "".join(piece + gap for piece, gap in pieces)
    by_rules = [reading for kinds, tokens in runs(text, "en", with_counts) for reading in READER.grammar.readings(kinds, tokens)]
    assert str(READER.readings(text, with_counts)) == str(by_rules)
