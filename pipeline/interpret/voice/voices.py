"""Who speaks in a story: whom its sources are called by, who spoke last, and whose the run of figures is."""

from __future__ import annotations

from collections.abc import Collection

from pipeline import lexicon
from pipeline.interpret import notes
from pipeline.interpret.clue import Sentence
from pipeline.interpret.story import Story
from pipeline.interpret.times.entries import heads
from pipeline.interpret.voice.naming import dates, forms
from pipeline.interpret.voice.source import Source
from pipeline.interpret.voice.telling import opening, person_of, report_of, sources
from pipeline.model import Fact

LEAD = 2
"""Sentences in which the source of a story's first figures is named."""

ACRONYM = 6
"""Letters of a short form at most."""

SPELT = 80
"""Characters before a short form in brackets in which its name is spelt."""

BACK = 3
"""Sentences in which the one is named that "he" is."""

SPEECH = 12
"""Sentences over which a speech is told."""

HEARD = {"person": 0, "speaker": 0, "group": 3}
"""Sentences behind its own that a source of a kind still gives: a person speaks for what he says, many for little more."""

RUN = 3
"""Sentences behind which a source gives no measure without a time that it did not speak of before."""

LONG_RUN = 6
"""The same for a measure with a time."""


class Voices:
    """The sources of a story as it is read, sentence by sentence."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.main: str | None = None
        """Whose the run is: the organisation that spoke last."""
        self.weak: str | None = None
        """Whose it is where no organisation spoke."""
        self.speaker: str | None = None
        """The person that spoke last."""
        self.spoke = -1
        """The sentence in which a person spoke last."""
        self.many: str | None = None
        """The group that spoke last."""
        self.full: dict[str, str] = {}
        """Full names by surname and by short form."""
        self.names: list[str] = []
        """The organisations that spoke."""
        self.all: set[str] = set()
        self.number = self.heard = 0
        """The sentence that is read, and the last in which the source of the run spoke."""
        self.last: tuple[str, int] | None = None
        """The organisation that said something last, be it with no figure, and its sentence."""
        self.papers: dict[str, str] = {}
        """Whose the figures of a measure were: of "the retail sales data" later on."""
        self.kind = ""
        """Of what kind it was there."""
        self.led = False
        self.sentence: Sentence | None = None
        self.read: dict[int, list[Source]] = {}

    def before(self, sentence: Sentence, number: int) -> list[Source]:
        """Read the sources of a sentence."""
        self.sentence, self.number = sentence, number
        if self._begins_entry(sentence):
            self.main = self.weak = self.speaker = self.many = None
            self.led = True
        found: list[Source] = []
        for source in self.sources(sentence):
            told = self.resolve(source)
            before = found[-1] if found else None
            if source.kind == "refers" and source.name is None and before is not None and before.kind == "organisation":
                told = source._replace(name=before.name)  # "the institute sees growth of 1 pct, it said"
            if told.kind != "doubtful":
                found.append(told)
        tells = number < LEAD or bool(self.story.mentions[number])
        for source in found:
            self._remember(source, tells)
        return found

    def _begins_entry(self, sentence: Sentence) -> bool:
        """Whether an entry of a chronology begins ("March 3 - Arden sells its mills"): who spoke in the one before says nothing of it."""
        dated = sentence.tokens[0][0].isdigit() or sentence.tokens[0] in dates(self.language)
        return dated and any(time.first == 0 and heads(time, sentence, self.language) for time in self.story.times(sentence))

    def sources(self, sentence: Sentence) -> list[Source]:
        """The sources that a sentence names; those of the first ones are asked for twice."""
        if sentence.start not in self.read:
            found = sources(self.story.text, sentence, self.language)
            if found and sentence.tokens[0] in notes.words(self.language)["opens"]:
                found = [source for source in found if source.at > 0]  # "NOTE: Earnings exclude" is said by nobody
            self.read[sentence.start] = found
        return self.read[sentence.start]

    def over(self, fact: Fact, told: Collection[str]) -> bool:
        """Whether the run has ended before the sentence that is read; `told` are the measures that were given by somebody."""
        since = self.number - self.heard
        if since > HEARD.get(self.kind, since):
            return True
        return since > RUN and (fact.period is None or since > LONG_RUN) and fact.indicator not in told and len(self.all) > 1

    def lead(self) -> str | None:
        """The source that the head of the story names, for figures that stand before it: who says, else whose report it is."""
        if self.led:
            return self.main
        self.led = True
        head = [self.story.sentence(number) for number in range(min(LEAD, len(self.story.spans)))]
        for sentence in head:
            for source in self.sources(sentence):
                if self.main is None and (told := self.resolve(source)).kind != "doubtful":
                    self._remember(told)
        for sentence in head:
            if self.main is None:
                self.main = report_of(self.story.text, sentence, self.language)
        return self.main

    def resolve(self, source: Source) -> Source:
        """A source by the name first given in full."""
        if source.kind == "speaker":
            return source._replace(name=self._opened() or self._last_heard() or self.speaker or self.main or self.many or self.weak)
        if source.kind == "official":
            head = self.lead() if self.number < LEAD and not self.led else None
            return source._replace(name=head or source.name, kind="organisation")
        if source.kind == "many" and self.many is not None:
            return source._replace(name=self.many)
        if source.kind in ("refers", "many"):
            return source._replace(
                name=(source.name if source.role == "according" else None)
                or self.papers.get(source.paper)
                or self._just_spoke(source)
                or self.main
                or self.lead()
                or source.name
                or self.weak
                or (None if source.kind == "many" or source.paper else self._first())
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
            if (whole := self._whole(source.name) or self._office(source.name)) is not None:
                return source._replace(name=whole, kind="organisation")
            if source.name in self.names and source.kind == "doubtful":
                return source._replace(kind="organisation")
            if len(source.name) <= ACRONYM and source.name.isupper():
                return source._replace(name=self._spelt(source.name) or known.get(key) or source.name)
            if key in known:
                return source._replace(name=known[key])
        return source

    def _just_spoke(self, source: Source) -> str | None:
        """ "The trade group said": the organisation that spoke in the sentence before, though with no figure."""
        told = source.role == "says" and source.name is not None and source.kind == "refers" and self.last is not None
        return self.last[0] if told and self.last is not None and self.last[1] == self.number - 1 else None

    def _last_heard(self) -> str | None:
        """The person that spoke since, in sentences with no figure near: of "he said" behind a page of a speech."""
        short = None
        for number in range(self.number, max(self.spoke, -1), -1):
            if short is None and self.number - number > SPEECH:
                break
            sentence = self.story.sentence(number)
            for source in reversed(self.sources(sentence)):
                if source.role != "says" or source.name is None or number == self.number:
                    continue
                name = self.full.get(source.name.casefold(), source.name)
                if source.kind != "person":
                    whole = name if name.endswith(f" {source.name}") else self._in_full(source.name, number)
                    if short is None and whole is not None:
                        return whole  # "Lee, however, said"
                elif short is None and " " not in name:
                    short = name  # "Mr Lee said": who is named in full before
                elif short is None or name.endswith(f" {short}"):
                    self.full.setdefault(name.split()[-1].casefold(), name)
                    return name
            opens = self.story.text[sentence.starts[0] : sentence.ends[0]]
            if short is None and (name := self.full.get(opens.casefold(), "")).endswith(f" {opens}"):
                return name  # "Lee read out a statement"
        return short

    def _in_full(self, surname: str, before: int) -> str | None:
        """The person of that surname that spoke in a sentence before another."""
        back = range(before - 1, max(-1, before - 1 - SPEECH), -1)
        spoken = (source for number in back for source in self.sources(self.story.sentence(number)) if source.kind == "person")
        return next((source.name for source in spoken if source.name is not None and source.name.endswith(f" {surname}")), None)

    def _whole(self, name: str) -> str | None:
        """The organisation that a name is cut from or only calls: "Imports Inc" of "Quay 7 Imports Inc", "Insurer Arden Corp"."""
        lead, _, rest = name.partition(" ")
        titles = forms("titles", self.language)
        called = lead.casefold() in lexicon.sets("owner", self.language)["callings"]
        for organisation in self.story.organisations:
            if any(alias.endswith(f"*{name}") for alias in organisation.aliases):
                return organisation.name  # "E*Trade said"
            if not rest and any(a.partition(" ")[2] == name and a.partition(" ")[0].casefold() in titles for a in organisation.aliases):
                return organisation.name  # "General Motors said"
            if rest and (organisation.name.endswith(name) or (called and rest in organisation.aliases)):
                return organisation.name
        return None

    def _office(self, name: str) -> str | None:
        """The office that spoke before whose name this is without its noun: "Commerce" of "Commerce Department"."""
        nouns = lexicon.either(forms("bodies", self.language), forms("refers", self.language))
        return next((told for told in self.names if told.startswith(f"{name} ") and told[len(name) + 1 :].casefold() in nouns), None)

    def _opened(self) -> str | None:
        """The person whom this sentence or the one before opens with, where nobody spoke since: "Ann Lee has resigned. She said"."""
        for number in range(self.number, max(-1, self.number - BACK), -1):
            if number <= self.spoke:
                return None
            if (name := person_of(self.story.text, self.story.sentence(number), self.language)) is not None:
                return self.full.get(name.split()[-1].casefold(), name)
        return None

    def _spelt(self, short: str) -> str | None:
        """The name that a short form abbreviates: its capitals are the letters."""
        letters = "".join(c for c in short if c.isalpha())
        for name in (*self.names, *(o.name for o in self.story.organisations)):
            if name != short and letters in "".join(c for c in name if c.isupper()):
                return name
        told = self.story.text.find(f"({short})")
        words = self.story.text[max(0, told - SPELT) : max(0, told)].split()
        for first in range(len(words) - 2, -1, -1):
            if words[first][0] == letters[:1] and "".join(w[0] for w in words[first:] if w[0].isupper()) == letters:
                return " ".join(words[first:])
        return None

    def _first(self) -> str | None:
        """The story's first organisation, else the name that its sentence begins with."""
        if self.story.organisations:
            return min(self.story.organisations, key=lambda o: o.first).name
        return opening(self.story.text, self.sentence, self.language) if self.sentence is not None else None

    def _remember(self, source: Source, tells: bool = True) -> None:
        if source.name is None or source.role == "near":
            return
        self.all.add(source.name)
        self._hold(source, tells)
        if source.name in (self.main, self.weak):
            of_body = source.name in self.names or not forms("spoken_for", self.language).isdisjoint(source.name.split())
            one = source.kind == "group" and not forms("people", self.language).isdisjoint(source.name.casefold().split())
            self.heard, self.kind = self.number, "organisation" if of_body else "person" if one else source.kind

    def _hold(self, source: Source, tells: bool) -> None:
        """Keep who speaks, and whose the run is from here on."""
        assert source.name is not None
        if source.short:
            self.full[source.short.casefold()] = source.name
        if source.kind == "person":
            self.full.setdefault(source.name.split()[-1].casefold(), source.name)
        if source.kind == "group" and not forms("groups", self.language).isdisjoint(source.name.casefold().split()):
            self.many = source.name
        elif source.kind in ("person", "group") and source.role == "says":
            self.speaker, self.many, self.spoke = source.name, None, self.number
        elif source.kind == "organisation":
            self.many = None
            if source.role == "says" and not source.name.islower():
                self.last = source.name, self.number
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
