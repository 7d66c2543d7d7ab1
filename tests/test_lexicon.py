"""Every form in the lexicon is proved by an example, and every example means what its table says."""

import runpy
import tomllib
from unittest import mock

import pytest
from test_corpus import examples, written
from words import forget, leaves, without

from pipeline import lexicon
from pipeline.recognise import recognise
from pipeline.recognise.denominator import physical


def tables(name):
    return [pytest.param(key, entry, id=key) for key, entry in lexicon.entries(name, "en").items()]


def lists(table, where=""):
    """The lists of words of a table and of those inside it, less its examples."""
    for key, value in table.items():
        if isinstance(value, dict) and key != "examples":
            yield from lists(value, f"{where}{key}.")
        elif isinstance(value, list) and key != "examples":
            yield where + key, value


@pytest.mark.parametrize("name", sorted(path.stem for path in (lexicon.ROOT / "en").glob("*.toml")))
def test_no_list_holds_a_word_twice(name):
    for where, words in lists(lexicon.entries(name, "en")):
        assert [word for n, word in enumerate(words) if word in words[:n]] == [], where


@pytest.mark.parametrize(("code", "entry"), tables("currencies"))
def test_an_example_of_a_currency_is_read_as_it(code, entry):
    for example in entry["examples"]:
        assert [m.quantity.unit for m in recognise(example)] == [code], example


@pytest.mark.parametrize(("code", "entry"), tables("currencies"))
def test_each_form_of_a_currency_has_an_example(code, entry):
    proved = " | ".join(entry["examples"]).casefold()
    forms = [*entry.get("words", ()), *entry.get("symbols", ()), *entry.get("by", ()), *entry.get("subunits", ())]
    assert [form for form in forms if form.casefold() not in proved] == []


@pytest.mark.parametrize(("family", "entry"), tables("currency_families"))
def test_a_shared_form_keeps_its_candidates_in_order(family, entry):
    for example in entry["examples"]:
        (mention,) = recognise(example)
        assert (mention.candidates or (mention.quantity.unit,)) == tuple(entry["candidates"]), example


@pytest.mark.parametrize("code", lexicon.entries("iso4217"))
def test_every_code_is_read_before_and_after_a_number(code):
    for text in (f"They moved {code} 1.5 million there.", f"They moved 1.5 million {code} there."):
        assert [(m.quantity.unit, m.quantity.low) for m in recognise(text)] == [(code, 1_500_000)], text


@pytest.mark.parametrize("unit", ["percent", "percentage_point", "basis_point"])
def test_a_form_of_a_rate_is_read_as_its_unit(unit):
    for example in lexicon.entries("percents", "en")[unit]["examples"]:
        assert [m.quantity.unit for m in recognise(example)] == [unit], example


@pytest.mark.parametrize(("power", "entry"), tables("scales"))
def test_a_scale_multiplies(power, entry):
    for example in entry["examples"]:
        (mention,) = recognise(example)
        assert 1 <= mention.quantity.low.scaleb(-int(power)) < 1000, example


@pytest.mark.parametrize(("power", "entry"), tables("scales"))
def test_each_form_of_a_scale_has_an_example(power, entry):
    proved = " | ".join(entry["examples"])
    assert [form for form in (*entry["forms"], *entry.get("glued", ())) if form not in proved] == []


@pytest.mark.parametrize(("name", "entry"), tables("denominators"))
def test_an_example_of_a_denominator_is_read(name, entry):
    for example in entry["examples"]:
        (mention,) = recognise(example)
        assert mention.quantity.per == name or (name == "physical" and mention.quantity.per), example


def test_kept_names_of_units_are_those_of_quantulum3():
    table = lexicon.entries("denominators", "en")["physical"]
    opening = {form for name in table["forms"] for form in (name, f"{name}s")}
    for unit, forms in table["units"].items():
        assert opening.issuperset(forms)
        assert {physical(form, "en") for form in forms} == {unit}


def test_no_form_is_listed_twice():
    for name in ("scales", "percents", "joins", "denominators"):
        assert lexicon.meanings(name, "en")
    for key in ("before", "after"):
        assert lexicon.meanings("approximations", "en", key)


def test_the_table_of_currencies_is_that_of_cldr(capsys):
    runpy.run_path(str(lexicon.ROOT.parent.parent / "tools" / "iso4217.py"), run_name="__main__")
    assert tomllib.loads(capsys.readouterr().out) == lexicon.entries("iso4217")


@pytest.mark.parametrize(("name", "entry"), tables("volumes"))
def test_an_example_of_a_volume_is_read_when_asked_for(name, entry):
    for example in entry["examples"]:
        assert [m.quantity.unit for m in recognise(f"It sold {example}.", with_volumes=True)] == [entry["ucum"]], example
        assert recognise(f"It sold {example}.") == []


def test_a_volume_a_day_has_its_denominator():
    (mention,) = recognise("It pumps almost 1.2 million barrels per day.", with_volumes=True)
    assert mention.quantity == (1_200_000, 1_200_000, "[bbl_us]", "day") and mention.approximation == "nearly"


@pytest.mark.parametrize(("name", "entry"), tables("approximations"))
def test_each_approximation_has_an_example_and_each_example_is_read_as_it(name, entry):
    for example in entry["examples"]:
        (mention,) = recognise(f"It cost {example} then.")
        assert mention.approximation == name, example
    proved = " | ".join(entry["examples"])
    assert [form for form in (*entry["before"], *entry.get("after", ())) if form not in proved] == []


def needless(name):
    """The words of a lexicon file that change no reading: without each, all sentences that hold it are read as before."""
    texts = [example.values[1] for example in examples()]
    if name == "approximations":
        texts += [f"It cost {example} then." for entry in lexicon.entries(name, "en").values() for example in entry["examples"]]
    read = {text: [written(m) for m in recognise(text)] for text in texts}
    found = []
    for place, word in leaves(lexicon.entries(name, "en")):
        with without(name, place, word):
            if all([written(m) for m in recognise(text)] == read[text] for text in texts if word.casefold() in text.casefold()):
                found.append((".".join(place), word))
    return found


@pytest.mark.parametrize("name", ["approximations", "ellipsis", "guards", "joins", "numerals", "parts", "points"])
def test_without_a_word_some_sentence_is_read_otherwise(name):
    assert needless(name) == [], (
        "give each of these words a sentence under [examples], or take it out: nothing is read otherwise without it"
    )


def test_a_word_that_changes_nothing_is_found_out():
    entries, real = lexicon.entries("points", "en"), lexicon.entries
    padded = entries | {"rate": {**entries["rate"], "forms": [*entries["rate"]["forms"], "libor offer"]}}
    with mock.patch.object(lexicon, "entries", lambda file, language=None: padded if file == "points" else real(file, language)):
        forget("points")
        assert needless("points") == [("rate.forms", "libor offer")]
    forget("points")
