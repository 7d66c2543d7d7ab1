"""The two states of a divided nation, by the half that each is: "the North's economy", in a story of one of them."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue, Sentence
from pipeline.interpret.story import Story


def named(story: Story, sentence: Sentence) -> list[Clue]:
    """Clues of the halves that a sentence names; empty where the story is of no such nation."""
    nations: dict[str, dict[str, str]] = lexicon.entries("owner", story.language)["halves"]
    nation = next((halves for halves in nations.values() if story.main_place in halves.values()), None)
    if nation is None:
        return []
    tokens, found = sentence.tokens, []
    for i in range(1, len(tokens) - 1):
        key = nation.get(tokens[i])
        if key is None or tokens[i - 1] != "the" or not story.text[sentence.starts[i]].isupper():
            continue
        if tokens[i + 1] in GENITIVE or not story.text[sentence.starts[i + 1]].isupper():
            found.append(Clue("place", key, i, i, sentence.starts[i], sentence.ends[i], "names"))
    return found
