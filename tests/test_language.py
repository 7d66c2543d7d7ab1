"""The language of a story: told by its source, else by its words; without a lexicon it is stored and counted, unless forced."""

import json
import subprocess
import sys

import pytest
from test_run import ask, run

from pipeline.read import language
from pipeline.read.language import detected, language_of

ENGLISH = "The yards let people go as orders from abroad were put off, and the office said that the rate of unemployment rose to 3 percent."
OTHERS = {
    "de": "Die Arbeitslosenquote ist im Februar auf 3,1 Prozent gestiegen, teilte das Statistikamt am Freitag mit.",
    "fr": "Le taux de chômage est monté à 3,1 pour cent en février, a annoncé vendredi l'institut de la statistique.",
    "es": "La tasa de paro subió al 3,1 por ciento en febrero, según informó el viernes la oficina de estadística.",
    "nl": "De werkloosheid is in februari gestegen tot 3,1 procent, meldde het bureau voor de statistiek vrijdag.",
    "ru": "Уровень безработицы в феврале вырос до 3,1 процента, сообщило в пятницу статистическое ведомство.",
    "ja": "統計局は金曜日、2月の失業率が3.1パーセントに上昇したと発表した。",
}


@pytest.mark.parametrize("code", OTHERS)
def test_a_story_without_a_tag_is_in_the_language_of_its_words(code):
    assert detected(OTHERS[code]) == (code, "detected")


def test_a_story_in_a_language_with_a_lexicon_is_told_by_its_own_words(monkeypatch):
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("the detector was asked"))
    assert detected(ENGLISH) == ("en", "detected")


@pytest.mark.parametrize(
    "text", ["It fell 3 pct.", "Net $1.2 mln vs 3.4 mln", "12345", "Shr 12 cts vs 9 cts\nRevs 220 mln vs 198 mln", "42 Malaysian ringgit"]
)
def test_what_is_too_short_to_tell_is_taken_for_english(text):
    assert detected(text) == ("en", "assumed")


def test_short_news_and_tables_of_results_are_told_by_their_own_words_too(monkeypatch):
    """The model of languages takes half a second to load, a tenth of what a night's stories take."""
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("the detector was asked"))
    assert (
        detected("QUITO - Ministers will keep the ceiling of 20 billion dollars after a vote, but could raise it when prices fall.").code
        == "en"
    )
    assert detected("Shr 14 cts vs 11 cts\nRevs 19.2 mln vs 18.3 mln\nAvg shrs 12.1 mln vs 11.9 mln").code == "en"
    assert detected("") == ("en", "assumed")


def test_a_table_of_results_is_no_other_language():
    table = "Shr 14 cts vs 11 cts\nQtly div five cts vs five cts in prior qtr\nNet 1,802,261 vs 1,068,638\nRevs 19.2 mln vs 18.3 mln\nAvg shrs 12.1 mln vs 11.9 mln"
    assert detected(table).code == "en"


def test_the_processes_of_a_run_share_the_model_that_tells_languages():
    done = "import pipeline.warm; from pipeline.read import language; print(language._identifier.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", done], capture_output=True, text=True, check=True).stdout == "1\n"


@pytest.mark.parametrize(("tag", "code"), [("en-US", "en"), ("DE", "de"), ("eng", "en"), ("und", ""), ("", "")])
def test_a_tag_is_a_code_or_none(tag, code):
    assert language_of(tag) == code


def test_other_languages_are_stored_and_counted_and_read_only_where_forced(tmp_path):
    lines = [
        {"id": "none", "text": OTHERS["de"] + " Im Januar: 2.9%."},
        {"id": "said", "text": ENGLISH, "language": "de"},
        {"id": "en", "text": ENGLISH},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert "2 stories in languages without a lexicon" in run(tmp_path, tmp_path / "a.jsonl").output
    told = "SELECT story, language, language_from FROM document ORDER BY story"
    expected = [("en", "en", "detected"), ("none", "de", "detected"), ("said", "de", "metadata")]
    assert ask(tmp_path, told) == expected
    assert ask(tmp_path, "SELECT DISTINCT story FROM facts") == [("en",)]
    assert "languages without" not in run(tmp_path, tmp_path / "a.jsonl", "--again", "--language", "en").output
    assert ask(tmp_path, "SELECT DISTINCT story FROM facts ORDER BY 1") == [("en",), ("none",), ("said",)]
    assert ask(tmp_path, told) == expected
