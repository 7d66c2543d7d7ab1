"""Furniture is masked, counted and shown; a story loses no figure, and offsets stay."""

import pytest
from commands import statwire
from hypothesis import given
from hypothesis import strategies as st

from pipeline import lexicon
from pipeline.clean import clean

CAPTION = "A crane lifts a container at the harbour, where 5 percent more boxes were moved than last year."
PROSE = "Exports rose 5 percent to $3.1 billion in 2014, the statistics office said."


def masked(text):
    """(what was masked, why), in order."""
    return [(" ".join(text[span.start : span.end].split()), reason) for span, reason in clean(text)[1]]


def forms(key):
    return [*_forms(key)]


def _forms(key):
    for name, table in lexicon.entries("furniture", "en").items():
        for form in table.get(key, ()):
            yield pytest.param(form, name.replace("_", " "), id=f"{name}.{key} {form}")


@pytest.mark.parametrize(("form", "reason"), forms("lines"))
def test_a_line_of_furniture_goes_and_the_same_words_in_prose_stay(form, reason):
    assert masked(f"{PROSE}\n\n{form.title()}\n\n{PROSE[:60]}") == [(form.title(), reason)]
    assert masked(f"{PROSE} {form.title()} was what they said of it.") == []


@pytest.mark.parametrize(("form", "reason"), forms("starts"))
def test_a_line_that_begins_as_furniture_goes(form, reason):
    line = f"{form.capitalize()} the Norland Post for $4 a week"
    assert masked(f"{PROSE}\n\n{line}\n\nImports fell 2 percent.") == [(line, reason)]


@pytest.mark.parametrize(("form", "reason"), forms("brackets"))
def test_a_bracket_of_names_goes_and_the_sentence_before_it_stays(form, reason):
    tail = f"({form.capitalize()} Ann Lind in Portville and Bo Berg; Tel: +1 234 567 8901)"
    assert masked(f"{PROSE} {tail}\nImports fell 2 percent.") == [(tail, reason)]
    assert masked(f"{PROSE} {tail[:-1]}") == [(tail[:-1], reason)], "and where it is cut off"


@pytest.mark.parametrize(("form", "reason"), forms("rails"))
def test_a_rail_goes_with_its_headlines_up_to_the_story(form, reason):
    headlines = ["Stocks climb 3 percent as banks rally", "Was it worth $4 million?"]
    told = [(form.capitalize(), reason), *((line, reason) for line in headlines)]
    assert masked("\n".join([form.capitalize(), *headlines, "", "Exports of Norland rise", PROSE])) == told
    assert masked("\n\n".join([f"{form.capitalize()}:", *headlines, PROSE, "Exports of Norland rise"])) == [
        (f"{told[0][0]}:", reason),
        *told[1:],
    ]


@pytest.mark.parametrize("bar", ["Share Tweet Email Print", "Facebook | X | LinkedIn", "SHARE: WhatsApp · Copy link"])
def test_a_line_of_nothing_but_ways_to_share_goes(bar):
    assert masked(f"{PROSE}\n{bar}\nImports fell 2 percent.") == [(bar, "share bar")]
    assert masked(f"{PROSE}\nFacebook Inc and X rose 3 percent.\nX") == []


def test_a_caption_printed_twice_goes_once():
    assert masked(f"{CAPTION}\n{CAPTION}\n\n{PROSE}") == [(CAPTION, "printed twice")]
    assert masked(f"{CAPTION}\n\n{PROSE}\n\n  {CAPTION.upper()} ") == [(CAPTION.upper(), "printed twice")]


@pytest.mark.parametrize(
    "names", ["By Ann Lind", "by Ann Lind and Bo Berg", "BY ANN LIND", "By Our Shipping Correspondent", "By Ann Lind, Editor of the Post"]
)
def test_the_names_of_the_writers_go_among_the_first_lines(names):
    assert masked(f"{names}\n\nPORTVILLE (Reuters) - {PROSE}") == [(names, "byline")]
    assert masked(f"Exports of Norland rise\n{names}\n{PROSE}") == [(names, "byline")]


@pytest.mark.parametrize("on_top", ["Norland's exports rise 5%", "NORLAND’S  EXPORTS RISE 5%", "Norland's exports\nrise 5%"])
def test_a_title_printed_again_on_top_goes(on_top):
    title = "Norland's exports rise 5%"
    left, stretches = clean(f"{on_top}\n\n{PROSE}", title=title)
    assert left.split() == PROSE.split() and {reason for _, reason in stretches} == {"title"}


@pytest.mark.parametrize("text", [PROSE, f"{PROSE} It was the most.\n{PROSE}", f"Exports\n{PROSE}", f"***\n{PROSE}"])
def test_a_story_that_only_begins_as_its_title_does_stays(text):
    assert clean(text, title=PROSE) == (text, [])
    assert clean(text, title="") == (text, [])


@pytest.mark.parametrize("prose", ["By Monday, 5 percent had gone.", "By Norland's count it rose", "By Ann Lind's Tern Co.", "By"])
def test_what_begins_like_a_byline_and_is_prose_stays(prose):
    assert masked(f"{prose}\n{PROSE}") == []


def test_lines_of_wrapped_prose_that_come_back_by_chance_stay():
    wrapped = "The office said that the figure for March was revised after the\nfour percent in February, after a rise of 9.8 percent in January\nthat had been told before."
    assert masked(f"{wrapped}\n\nIt rose\nfour percent in February, after a rise of 9.8 percent in January\nsaid others.") == []


def test_the_last_word_of_wrapped_prose_stays():
    assert masked("It earned 40 cents a\nshare.\nIt earned 30 cents a\nprint.") == []


def test_a_bracket_that_gives_a_rate_beside_names_stays():
    assert masked(f"{PROSE} (Reporting by Ann Lind; $1 = 6.1 kroner)") == []


LINES = st.sampled_from(
    ["", "Advertisement", "Latest headlines", "Share Tweet", CAPTION, PROSE, "(Reporting by A; Editing by B)", "Two\t3%", "\r", "é\u2028x"]
)


@given(st.lists(LINES | st.text(max_size=30)).map("\n".join))
def test_offsets_stay(text):
    left, stretches = clean(text)
    assert len(left) == len(text) and [c for c in left if c in "\r\n"] == [c for c in text if c in "\r\n"]
    at = 0
    for (start, end), _ in stretches:
        assert at <= start < end and left[at:start] == text[at:start] and not left[start:end].strip()
        at = end
    assert left[at:] == text[at:]


def test_explain_shows_what_was_masked_why_and_how_often():
    said = statwire(
        "explain", "--clean", f"Advertisement\n\n{CAPTION}\n{CAPTION}\n\nSales rose 4 percent. (Editing by B\x1b[2J Berg)"
    ).stdout
    lines = said.splitlines()
    assert "advertisement   [-Advertisement-]" in lines
    assert f"                {CAPTION}" in lines and f"printed twice   [-{CAPTION}-]" in lines
    assert "agency tail     Sales rose 4 percent. [-(Editing by B [2J Berg)-]" in lines
    assert "masked    131 of 253 characters: 1 advertisement, 1 agency tail, 1 printed twice" in lines
    assert said.count("5 percent  [") == 1
    assert "masked    nothing of 20 characters" in statwire("explain", "--clean", "Sales rose 4 percent").stdout
