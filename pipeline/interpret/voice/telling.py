"""The sources that a sentence names, read from the words around its verbs of saying."""

from __future__ import annotations

from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.voice.agent import agent
from pipeline.interpret.voice.behind import assigns, quoted
from pipeline.interpret.voice.naming import Naming
from pipeline.interpret.voice.source import Source
from pipeline.interpret.voice.subject import subject


def sources(text: str, sentence: Sentence, language: str) -> list[Source]:
    """The sources of a sentence, from left to right."""
    clues = [*sentence.of("attribution"), *sentence.of("assigning")]
    if not clues:
        return []
    naming = Naming(text, sentence, language)
    return [found for clue in clues if (found := _source(naming, clue)) is not None]


def _source(naming: Naming, clue: Clue) -> Source | None:
    if clue.role in ("according", "near"):
        return agent(naming, clue)
    if clue.kind == "assigning" and not assigns(naming, clue):
        return None
    if clue.role == "says" and (name := quoted(naming, clue)) is not None:
        return Source(name, "person", clue.role, clue.first, True)
    found = subject(naming, clue)
    if found is None and clue.kind != "assigning" and _inverted(naming, clue):
        return agent(naming, clue)
    return found


def _inverted(naming: Naming, clue: Clue) -> bool:
    """Whether a verb stands before its source: ""…," said Ann Lee"; of expecting, only right before a name."""
    if clue.first and not naming.at(clue.first - 1, "quotes"):
        return False
    following = clue.last + 1
    return clue.role == "says" or naming.capital(following + naming.at(following, "definite"))


def report_of(text: str, sentence: Sentence, language: str) -> str | None:
    """Whose report a sentence speaks of ("the Commerce Department report"), else the word of a poll."""
    naming = Naming(text, sentence, language)
    papers = [i for i in range(1, len(sentence.tokens)) if naming.at(i, "papers") and not naming.capital(i)]
    named = (naming.name_until(i - 1) for i in papers if naming.capital(i - 1) and not naming.at(i - 1, "polls"))
    polls = (sentence.tokens[i] for i in papers if naming.at(i, "own_name") and not naming.at(i - 1, "polls"))
    return next((name for name in named if name is not None), None) or next(polls, None)


def opening(text: str, sentence: Sentence, language: str) -> str | None:
    """The name that a sentence begins with."""
    return Naming(text, sentence, language).opening()


def person_of(text: str, sentence: Sentence, language: str) -> str | None:
    """The person that a sentence opens with, known by title or given name: "Finance minister Ann Lee has raised"."""
    return Naming(text, sentence, language).opening_person()
