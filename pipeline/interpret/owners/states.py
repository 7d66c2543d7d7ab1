"""States of a federation, whose figures stand beside the nation's: "Nevada had the highest jobless rate, at 14.3 percent"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.story import Story


def states(story: Story, sentence: Sentence, offices: frozenset[str]) -> list[Clue]:
    """The states a sentence names for themselves: not in an address ("Reno, Nevada") nor in a longer name ("Bank of Nevada", "Nevada Power"),
    nor before one of the `offices` ("the Nevada survey")."""
    return [clue for clue in sentence.of("state") if clue.start >= story.body and not _within(story.text, sentence, clue, offices)]


def _within(text: str, sentence: Sentence, clue: Clue, offices: frozenset[str]) -> bool:
    tokens, before, after = sentence.tokens, clue.first - 1, clue.last + 1
    if before > 0 and tokens[before] in (",", "of") and text[sentence.starts[before - 1]].isupper():
        return True
    if after == len(tokens):
        return False
    return tokens[after] in offices or (text[sentence.starts[after]].isupper() and text[clue.end : sentence.starts[after]].isspace())
