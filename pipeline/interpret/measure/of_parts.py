"""Of which part of a firm a result is by its subject or its genitive, besides what measure/scope.py reads of every measure: "its leasing unit lost 4 mln dlrs", "profit at Arden's retail banking arm", "a loss in Europe".

A part of a firm is no owner, unless it goes by a name: what it earns is the firm's, and narrowed by the part.  So is a trade of a
nation: "the airline industry lost 4 mln dlrs".
"""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, coded
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.phrase import Phrase, Phrases
from pipeline.interpret.measure.without import RESULTS
from pipeline.interpret.story import Story
from pipeline.lexicon import either

MODIFIERS = 5
"""Tokens between the genitive of a part and the noun of its result: "the unit's first-quarter operating profit"."""

LONG = 9
"""Tokens of the name of a part."""

VERBS = 3
"""Verbs between a part and what is told of it: "is expected to post"."""

APOSTROPHE = "'"
"""The genitive of a plural."""


class Divisions:
    """Narrows a result by the part of the firm that it is of; remembers the part told last, which goes on as "the unit"."""

    def __init__(self, story: Story) -> None:
        self.language = story.language
        self.parts, self.spoken = closed("parts_of_firms", self.language), closed("spoken_parts", self.language)
        self.trades = either(closed("trades_together", self.language), closed("words_for_trades", self.language))
        self.links, self.unnamed = closed("part_links", self.language), closed("unnamed_parts", self.language)
        self.pronouns = closed("other_subjects", self.language)
        self.regions = closed("regions_of_firms", self.language)
        self.last = ""

    def settle(self, figure: Figure, phrases: Phrases | None) -> None:
        fact = figure.fact
        if fact.indicator not in RESULTS or fact.statistic == "share" or phrases is None or not fact.entity:
            return
        if figure.story.is_organisation(fact.entity):
            name = self._own(figure, phrases, self.parts)
        elif coded(fact.entity):
            name = self._own(figure, phrases, self.trades)
        else:
            return
        if name is None or name.casefold() in fact.variant.casefold():
            return
        told = {*name.casefold().split()} - {"and"}
        kept = [part for part in fact.variant.split(", ") if not told <= {*part.casefold().split()}]  # "refining marketing operations"
        fact.variant = ", ".join(filter(None, (*kept, name)))
        figure.because(f"variant: {name}, a part of the firm")

    def _own(self, figure: Figure, phrases: Phrases, parts: frozenset[str]) -> str | None:
        """The name of the part that a figure is of."""
        tokens, anchor = figure.sentence.tokens, figure.frame.anchor
        named = {}
        if not parts.isdisjoint(tokens):
            for at, token in enumerate(tokens):
                if token in parts and (found := self._named(figure, phrases, at)) is not None:
                    named[at] = found
        if named and (of := self._of(figure, phrases, named)) is not None:
            return named[of][1] or None
        if parts is self.parts and (name := self._business(figure, phrases)) is not None:
            return name
        if anchor is not None and anchor.fact.indicator in RESULTS and anchor.fact.entity == figure.fact.entity:
            return next((r.removeprefix("variant: ").removesuffix(MARK) for r in anchor.fact.rules if r.endswith(MARK)), None)
        return None

    def _named(self, figure: Figure, phrases: Phrases, at: int) -> tuple[Phrase, str] | None:
        """The phrase that ends in the word for a part at token `at`, and the name of the part; None where it names none."""
        tokens = phrases.tokens
        follows = tokens[at + 1] if at + 1 < len(tokens) else "."
        if not (at + 1 in phrases.verbs or at + 1 in phrases.figures or follows in phrases.outside or not follows[0].isalnum()):
            return None
        if follows == "-" or at in phrases.verbs:
            return None
        phrase = next(phrases.before(at, max(0, at - LONG)), None)
        if phrase is None or phrase.last != at:
            return None
        first = next((i + 1 for i in range(at, phrase.first - 1, -1) if tokens[i] in GENITIVE), phrase.first)
        while first < at and (tokens[first] in self.unnamed or not tokens[first][0].isalnum()):
            first += 1
        none = closed("no_parts", self.language)
        if coded(figure.fact.entity or ""):  # "U.S. airlines", "the world's 10 largest banks"
            placed = {i for c in figure.sentence.of("place") for i in range(c.first, c.last + 1)}
            while first < at and (first in placed or tokens[first] in self.unnamed or not tokens[first][0].isalpha()):
                first += 1
            none = either(none, closed("all_firms", self.language))
        names = figure.story.organisations_in(figure.sentence.starts[first], figure.sentence.ends[at])
        if any(o.name == figure.fact.entity for o in names):
            return None  # it goes by a name of its own
        if not none.isdisjoint(tokens[first:at]):
            return phrase, ""
        whole = tokens[at] in closed("trades_together", self.language)  # "airlines", but "the airline industry"
        if first == at and not whole:
            return (phrase, self.last or tokens[at]) if tokens[at] in self.spoken else None
        sentence = figure.sentence
        text = figure.story.text[sentence.starts[first] : sentence.ends[at if whole else at - 1]].rstrip(" -'\"")
        self.last = " ".join(word if word.isupper() else word.lower() for word in text.split())
        return phrase, self.last

    def _of(self, figure: Figure, phrases: Phrases, named: dict[int, tuple[Phrase, str]]) -> int | None:
        """The token of the part that a figure is of."""
        clue, tokens = figure.clue, phrases.tokens
        ends = {figure.last, figure.behind - 1, clue.last if clue is not None and clue.first > figure.last else figure.last}
        if clue is not None and clue.last < figure.first and clue.role != "verb":
            ends.add(clue.last)
        for at, (phrase, _) in named.items():
            link = phrase.first - 1
            while link > 0 and tokens[link] in phrases.determiners:
                link -= 1
            if tokens[link] in self.links and link - 1 in ends:
                return at  # "profit at its leasing unit", "a loss of 4 mln dlrs in its leasing unit"
            if (
                tokens[link] in self.links
                and link == figure.clause[0]
                and clue is not None
                and at < clue.first
                and clue.last < figure.first
            ):
                return at  # "at its leasing unit, profit fell 4 pct"
        until = clue.first if clue is not None and clue.last < figure.first else figure.first
        for at in range(until - 1, max(figure.clause[0], until - MODIFIERS) - 1, -1):
            if tokens[at] in GENITIVE or (tokens[at] == APOSTROPHE and at - 1 in named):
                return at - 1 if at - 1 in named else None  # "the leasing unit's operating profit"
        if figure.previous is not None and (clue is None or clue.first < figure.previous.first):
            return None
        return self._subject(phrases, named, until, clue is not None and clue.role == "verb")

    def _subject(self, phrases: Phrases, named: dict[int, tuple[Phrase, str]], until: int, verb: bool) -> int | None:
        """The part that is the subject of what is told before token `until`: "its leasing unit, a small one, posted a loss"."""
        for found in phrases.before(until - 1, 0):
            if not verb and found.last == until - 1:
                continue  # "the unit saw first-quarter profit fall"
            if found.verbs + verb == 0 or found.verbs > VERBS or found.commas > 2:
                return None
            if found.link:
                continue
            if found.last in named:
                stops = either(self.pronouns, closed("part_stops", self.language))
                plain = not found.commas and not stops.isdisjoint(phrases.tokens[found.last + 1 : until])
                return None if plain else found.last
            if found.commas != 1:
                return None  # within commas stands what is said of it besides
        return None

    def _business(self, figure: Figure, phrases: Phrases) -> str | None:
        """The business that the noun is told in before its verb: "operating income in consumer banking fell"."""
        clue, tokens = figure.clue, phrases.tokens
        if clue is None or clue.role == "verb" or clue.last >= figure.first or tokens[clue.last + 1] != "in":
            return None
        found = phrases.after(clue.last + 2, figure.first)
        if found is None or tokens[found.last] in either(closed("no_part_heads", self.language), self.regions):
            return None
        if found.last + 1 not in phrases.verbs and tokens[found.last + 1] != ",":
            return None
        said = tokens[found.first : found.last + 1]
        if (
            not phrases.months.keys().isdisjoint(map(str.casefold, said))
            or not GENITIVE.isdisjoint(said)
            or not all(t[0].isalpha() or t in "-,&" for t in said)
        ):
            return None
        places = {i for c in figure.sentence.of("place") for i in range(c.first, c.last + 1)}
        sentence = figure.sentence
        printed = figure.story.text[sentence.starts[found.first] : sentence.ends[found.last]]
        if found.last in places or figure.story.organisations_in(sentence.starts[found.first], sentence.ends[found.last]):
            return None
        return " ".join(word if word.isupper() else word.lower() for word in printed.split())


MARK = ", a part of the firm"
"""How a rule ends that names a part."""
