"""What a story said in full of its measures: "the index" behind "the MSCI world index" is that one, and so is "the rate"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import cued
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.narrow import restrict
from pipeline.interpret.story import Story
from pipeline.lexicon import words

RATE, ECONOMY, SHOPS = "interest_rate", "gdp", "retail_sales"


class Said:
    """The nouns of a story by what they name: as written last, and with what narrows them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.nouns: dict[str, str] = {}
        self.full: dict[tuple[str, str], tuple[str, str]] = {}

    def after(self, fresh: Sequence[Clue]) -> None:
        """Remember the nouns of a sentence, of those that name one indicator the first; and the rates that it names in full."""
        text = self.story.text
        for clue in reversed(fresh):
            said = " ".join(text[clue.start : clue.end].split())
            self.nouns[clue.key] = said
            words = said.casefold().split()
            if clue.key == RATE and len(words) > 1 and (variant := restrict(" ".join(words), RATE, self.language)):
                self.full[RATE, _singular(words[-1])] = " ".join(words), variant

    def noun(self, indicator: str) -> str:
        """How the story calls an indicator, else its own name."""
        return self.nouns.get(indicator, indicator.replace("_", " "))

    def rate(self) -> tuple[str, str]:
        """The measure and the variant of the rate that the story named last in full."""
        return self.full.get((RATE, "rate"), ("interest rate", ""))

    def settle(self, figure: Figure, clue: Clue) -> None:
        """Give a bare word the measure and the variant of what it stands for, and remember a measure said in full."""
        fact = figure.fact
        said = fact.measure.casefold().split()
        if not said:
            return
        key = (fact.indicator, said[-1])
        first = fact.indicator in closed("said_first", self.language)
        bare = len(said) == 1 and (clue.role == "loose" or first)
        if bare and fact.indicator not in closed("said_anew", self.language) and (known := self._known(key)) is not None:
            own = fact.variant if fact.variant in cued.variants(fact.indicator, self.language) else ""
            fact.measure, fact.variant = known[0], own or known[1]
            figure.because("measure: as said in full before")
        elif bare and fact.indicator in self.nouns and self._pace(said[0], fact.indicator):
            fact.measure = self.nouns[fact.indicator]
            figure.because("measure: as said before")
        elif fact.variant in closed("said_once", self.language) or (first and key in self.full):
            return
        elif len(said) > 1 and not (fact.variant and self._of_shops(fact.indicator)):
            self.full[key] = (fact.measure, fact.variant)

    def _of_shops(self, indicator: str) -> bool:
        """Whether a story told of what all shops sell: "sales" are then no more of the one kind that it named last."""
        return indicator == SHOPS and SHOPS in self.nouns and not restrict(self.nouns[SHOPS].casefold(), SHOPS, self.language)

    def _known(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """What a bare word of an indicator was said to be in full."""
        return self.full.get(key) or self.full.get((key[0], _singular(key[1])))

    def _pace(self, word: str, indicator: str) -> bool:
        """Whether a bare word only says how something else moves: the "rate" of inflation, the "growth" of output, not of the economy."""
        return (word in words("pace", self.language) and indicator != RATE) or (
            word in closed("movements", self.language) and indicator != ECONOMY
        )


def _singular(word: str) -> str:
    return word.removesuffix("s")
