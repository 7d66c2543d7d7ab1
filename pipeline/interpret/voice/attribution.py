"""Who a story says gave a figure."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story
from pipeline.interpret.voice.naming import forms
from pipeline.interpret.voice.source import Source
from pipeline.interpret.voice.telling import opening, report_of, sources

LEAD = 2
"""Sentences in which the source of a story's first figures is named."""

ACRONYM = 6
"""Letters of a short form at most."""

NEAR = 16
"""Tokens between a forecast and those who made it."""


class Attribution:
    """Settles `attribution`; remembers the source that a story named last, and who spoke last."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.main: str | None = None
        self.speaker: str | None = None
        self.full: dict[str, str] = {}
        self.found: list[Source] = []
        self.weak: str | None = None
        self.names: list[str] = []
        self.told: set[str] = set()
        self.led = False
        self.sentence: Sentence | None = None
        self.read: dict[int, list[Source]] = {}

    def before(self, sentence: Sentence, number: int) -> None:
        """Read the sources of a sentence."""
        self.sentence = sentence
        self.found = [s for s in map(self._resolve, self._sources(sentence)) if s.kind != "doubtful"]
        tells = number < LEAD or bool(self.story.mentions[number])
        for source in self.found:
            self._remember(source, tells)

    def _sources(self, sentence: Sentence) -> list[Source]:
        """The sources that a sentence names; those of the first ones are asked for twice."""
        if sentence.start not in self.read:
            self.read[sentence.start] = sources(self.story.text, sentence, self.language)
        return self.read[sentence.start]

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in ("converted", "restated") and anchor is not None:
            fact.attribution = anchor.fact.attribution
            return
        fact.attribution, rule, weight = self._told(figure)
        if fact.attribution is not None:
            self.told.add(fact.indicator)
        figure.because(f"attribution: {rule}", weight)

    def _told(self, figure: Figure) -> tuple[str | None, str, float]:
        fact = figure.fact
        if fact.status == "forecast" and (name := self._forecaster(figure)) is not None:
            return name, "who expected it", 0.9
        own = self._own(figure)
        if fact.indicator in forms("silent", self.language, "never") and (own is None or not own.behind or own.role != "says"):
            return None, "a market price", 0.95
        if own is not None and own.kind != "unnamed":
            return own.name or self.main or self.weak, "named in the sentence", 0.9
        if self.speaker is not None and self.story.text[figure.sentence.starts[0]] in forms("quotes", self.language):
            return self.speaker, "who is quoted", 0.8
        if fact.indicator in forms("silent", self.language, "own") and fact.indicator not in self.told:
            return None, "stated by the story", 0.7
        main = self.main or (None if fact.indicator in forms("silent", self.language, "events") else self._lead()) or self.weak
        if main is None and fact.indicator in forms("silent", self.language, "results"):
            return self._company(figure), "a company's own results", 0.8
        return main, "the source of the run", 0.8

    def _own(self, figure: Figure) -> Source | None:
        """The source in the figure's sentence that gave it: what says before it, else what closes its sentence."""
        best: tuple[int, Source] | None = None
        for source in self.found:
            if source.role == "expects" and source.kind == "group" and figure.fact.status != "forecast":
                continue
            leads = source.at < figure.first
            rank = ("says", "according", "reports", "expects").index(source.role) * 4
            if not leads and not source.behind:
                rank += 2 if source.role in ("says", "according") else 20
            if leads and source.behind:
                rank += 6
            if rank < 20 and (best is None or rank < best[0] or (rank == best[0] and leads)):
                best = (rank, source)
        return best[1] if best else None

    def _forecaster(self, figure: Figure) -> str | None:
        """Those whose expectation a figure is: the poll that the sentence names, else the analysts near the figure."""
        tokens = figure.sentence.tokens
        group = forms("forecasters", self.language)
        near = next((i for i in range(figure.first - 1, max(-1, figure.first - NEAR), -1) if tokens[i] in group), None)
        if near is None:
            near = next((i for i in range(figure.last + 1, min(len(tokens), figure.last + 9)) if tokens[i] in group), None)
            if near is not None and "," in tokens[figure.last + 1 : near]:
                near = None
        if near is None:
            return None
        poll = next((s for s in self.found if s.role == "according" and s.name), None)
        if poll is not None:
            return poll.name
        first = near - 1 if tokens[near] == "street" else near
        return self.story.text[figure.sentence.starts[first] : figure.sentence.ends[near]]

    def _lead(self) -> str | None:
        """The source that the head of the story names, for figures that stand before it: who says, else whose report it is."""
        if self.led:
            return self.main
        self.led = True
        head = [self.story.sentence(number) for number in range(min(LEAD, len(self.story.spans)))]
        for sentence in head:
            for source in self._sources(sentence):
                if self.main is None:
                    self._remember(self._resolve(source))
        for sentence in head:
            if self.main is None:
                self.main = report_of(self.story.text, sentence, self.language)
        return self.main

    def _company(self, figure: Figure) -> str | None:
        fact = figure.fact
        if fact.entity and len(fact.entity) > 3:
            return fact.entity
        return self.story.organisations[0].name if self.story.organisations else None

    def _resolve(self, source: Source) -> Source:
        """A source by the name first given in full."""
        if source.kind == "speaker":
            return source._replace(name=self.speaker or self.main or self.weak)
        if source.kind == "refers":
            return source._replace(
                name=(source.name if source.role == "according" else None)
                or self.main
                or self._lead()
                or source.name
                or self.weak
                or self._first()
            )
        if source.name is None:
            return source
        known = lexicon.entries("attribution", self.language)["known"]
        key = source.name.casefold()
        if key in self.full:
            return source._replace(name=self.full[key])
        if source.kind in ("organisation", "doubtful", "person"):
            for organisation in self.story.organisations:
                if source.name in organisation.aliases and (source.name != organisation.name or not source.name.isupper()):
                    return source._replace(name=organisation.name, kind="organisation")
            if source.name in self.names and source.kind == "doubtful":
                return source._replace(kind="organisation")
            if len(source.name) <= ACRONYM and source.name.isupper():
                return source._replace(name=self._spelt(source.name) or known.get(key) or source.name)
            if key in known:
                return source._replace(name=known[key])
        return source

    def _spelt(self, short: str) -> str | None:
        """The name that a short form abbreviates: its capitals are the letters."""
        letters = "".join(c for c in short if c.isalpha())
        for name in (*self.names, *(o.name for o in self.story.organisations)):
            if name != short and "".join(c for c in name if c.isupper()).startswith(letters):
                return name
        return None

    def _first(self) -> str | None:
        """The story's first organisation, else the name that its sentence begins with."""
        if self.story.organisations:
            return min(self.story.organisations, key=lambda o: o.first).name
        return opening(self.story.text, self.sentence, self.language) if self.sentence is not None else None

    def _remember(self, source: Source, tells: bool = True) -> None:
        if source.name is None:
            return
        if source.short:
            self.full[source.short.casefold()] = source.name
        if source.kind == "person":
            self.full.setdefault(source.name.split()[-1].casefold(), source.name)
        if source.kind in ("person", "group") and source.role == "says":
            self.speaker = source.name
        if source.outside or not tells or any(word in forms("polls", self.language) for word in source.name.casefold().split()):
            return
        if source.kind == "organisation":
            self.names.append(source.name)
            if source.role == "expects":
                return
            if source.name.islower():
                self.weak = self.weak or source.name
            else:
                self.main = source.name
        elif source.kind in ("person", "refers"):
            self.main = self.main or source.name
        elif source.role in ("says", "according") and source.name.casefold() not in forms("forecasters", self.language):
            self.weak = self.weak or source.name
