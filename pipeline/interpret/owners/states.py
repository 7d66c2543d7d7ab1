"""States of a federation, whose figures stand beside the nation's: "Nevada had the highest jobless rate, at 14.3 percent"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.story import Story
from pipeline.lexicon import Sets


def states(story: Story, sentence: Sentence, known: Sets) -> list[Clue]:
    """The states a sentence names for themselves: not in an address ("Reno, Nevada") nor in a longer name ("Bank of Nevada", "Nevada Power"),
    nor before an office ("the Nevada survey"); `known` are the sets of owner.toml."""
    return [clue for clue in sentence.of("state") if clue.start >= story.body and not _within(story.text, sentence, clue, known)]


def states_own(story: Story, sentence: Sentence, place: Clue, known: Sets) -> str:
    """Whose a place is; a Congress is that of the story's state, if it has one, unless it is told whose: "the U.S. Congress"."""
    main = story.main_place
    if (
        main is None
        or place.role != "bodies"
        or main not in known["congresses"]
        or " ".join(sentence.tokens[place.first : place.last + 1]) not in known["assemblies"]
    ):
        return place.key
    return place.key if any(c.last == place.first - 1 for c in sentence.of("place")) else main


def _within(text: str, sentence: Sentence, clue: Clue, known: Sets) -> bool:
    tokens, before, after = sentence.tokens, clue.first - 1, clue.last + 1
    if before > 0 and tokens[before] in (",", "of") and text[sentence.starts[before - 1]].isupper():
        return tokens[before - 1] not in known["governing"]  # "the Government of Ontario"
    if after == len(tokens) or tokens[after] in known["state_kinds"]:
        return False  # "Guangdong Province"
    return tokens[after] in known["offices"] or (
        text[sentence.starts[after]].isupper() and text[clue.end : sentence.starts[after]].isspace()
    )
