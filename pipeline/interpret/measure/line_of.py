"""Which line of a firm a result of one kind is of, told at the same noun: "film division operating income", "pretax profit from leasing".

The kind alone ("operating") would put the results of all lines into one series.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.cued import variants
from pipeline.interpret.measure.narrow import Named, headline

RESULTS = frozenset({"profit", "loss"})
"""What is told by kind."""

MARGIN = "margin"
"""What a result is of sales."""


def settle(figure: Figure, clue: Clue, phrase: Named) -> None:
    """Narrow a result of one kind by the line that the words at its noun name."""
    fact, language = figure.fact, figure.story.language
    named = variants(fact.indicator, language)
    if fact.indicator not in RESULTS or clue.role == "verb" or fact.variant not in named:
        return
    kinds = {t for c in figure.sentence.of("variant") if c.key in named for t in figure.sentence.tokens[c.first : c.last + 1]}
    known = headline(fact.indicator, language) | kinds | closed("no_lines", language)
    told = [phrase.left_over(phrase.first, phrase.last, known, False)]
    if phrase.attached is not None and figure.sentence.tokens[phrase.last + 1] in closed("line_links", language):
        told.append(phrase.left_over(*phrase.attached, known, False))
    line = next((name for each in told if (name := _name(each, language))), "")
    if not line:
        return
    if line.split()[-1] in closed("margins", language):  # of one kind: "wireless operating margin"
        line = phrase.left_over(phrase.first, phrase.last, headline(fact.indicator, language) | closed("no_lines", language), False)
        line = " ".join([*line.split()[:-1], MARGIN])
        same = fact.variant.replace("-", "") in line.replace("-", "")
        fact.variant = line if same else f"{fact.variant} {line}"
    else:
        fact.variant = f"{fact.variant}, {line}"
    figure.because(f"variant: {fact.variant}, the result of one line")


def _name(line: str, language: str) -> str:
    """A line without the word that only says that it is one, "division"; "continuing operations" stand whole."""
    words, known = line.split(), lexicon.sets("scope", language)
    if "," in line or any(word[0].isdigit() for word in words):
        return ""  # "the Jan 10 sale", "earnings before interest, taxes and depreciation"
    if not known["no_divisions"].isdisjoint(words):
        return line
    return " ".join(word for word in words if word not in known["divisions"])
