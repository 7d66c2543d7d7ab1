"""What interpretation knows of a whole story before it looks at a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pipeline.interpret.clue import Clue, Sentence, read
from pipeline.interpret.owners import names
from pipeline.interpret.owners import towns as local_towns
from pipeline.interpret.owners.aliases import Organisation
from pipeline.interpret.owners.organisations import Occurrence, survey
from pipeline.interpret.times.bearings import Reference, reference
from pipeline.interpret.times.dating import dateline_day, dateline_end, infer
from pipeline.lexicon import entries, grammar
from pipeline.model import Document, Mention, Span, When
from pipeline.recognise.period import TimeExpression, times

HEADING = 80
"""Characters of the longest heading."""

TICKER = re.compile(r"[<(] ?[A-Z]{2,5}\.([A-Z]{1,2}) ?[)>]")

WORLD = "WLD"
"""The place of what is told of the whole world."""

UNIONS = frozenset({"EU", "EUZ"})
"""What a city may be the seat of besides its country: stories sent from there are in the money of the place they are about."""

HEAD = 2
"""Sentences that, with the title, tell which place a story is about."""


@dataclass(slots=True)
class Story:
    """A document with its date settled, its sentences read, and the names in it found."""

    document: Document
    text: str
    """The cleaned text; offsets are those of the document's."""
    language: str
    published: When
    at: Reference | None
    spans: list[Span]
    """Its sentences."""
    mentions: list[list[Mention]]
    """The figures of each sentence."""
    organisations: list[Organisation]
    named: list[Occurrence]
    """Where they are named, from left to right."""
    towns: list[local_towns.Town]
    town: local_towns.Town | None
    """The one that it is about."""
    main_place: str | None
    title: Sentence
    home: str | None
    """The place whose money a bare word ("dlrs") means: that of the dateline, else of the title's ticker, else the place the story is about."""
    body: int
    """Where the story begins behind its dateline."""
    people: dict[str, str]
    """Full names of its people by surname in lower case."""

    grammar: dict[str, frozenset[str]] = field(init=False)
    """The closed sets of words of its language, by name (grammar.toml)."""
    named_at: list[int] = field(init=False)
    """Where the names begin."""
    _read: dict[int, Sentence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.grammar = grammar(self.language)
        self.named_at = [occurrence.start for occurrence in self.named]

    def sentence(self, number: int) -> Sentence:
        """A sentence's tokens and clues; read when first asked for, for most sentences hold no figure and matter to none."""
        if number not in self._read:
            self._read[number] = self.without_names(read(self.text, *self.spans[number], self.language))
        return self._read[number]

    def head(self, number: int) -> list[Sentence]:
        """The title and so many first sentences: what a story is about."""
        return [self.title, *(self.sentence(n) for n in range(min(number, len(self.spans))))]

    def heads(self) -> list[str]:
        """The tokens of the title and the first sentence."""
        return [token for sentence in self.head(1) for token in sentence.tokens]

    def somebody(self, sentence: Sentence, at: int) -> str | None:
        """The full name of the one whose surname is token `at` of a sentence, as it is printed with a capital."""
        return self.people.get(sentence.tokens[at]) if self.text[sentence.starts[at]].isupper() else None

    def is_organisation(self, name: str | None) -> bool:
        """Whether a name is that of one of its organisations, as an owner is called."""
        return any(organisation.name == name for organisation in self.organisations)

    def without_names(self, sentence: Sentence) -> Sentence:
        """A sentence whose indicators inside the names of organisations ("Northern Gas Co") and of people ("Ann Price") are none."""
        if not self.grammar["raters"].isdisjoint(sentence.tokens):
            sentence = sentence.measuring(lambda c: not self._speaks(sentence, c))
        if self.people and not self.people.keys().isdisjoint(sentence.tokens):
            sentence = sentence.measuring(lambda c: not self._is_called(sentence, c))
        named = self.organisations_in(sentence.start, sentence.end)
        if not named:
            return sentence
        return sentence.measuring(lambda c: not any(o.start <= c.start and c.end <= o.end for o in named))

    def _is_called(self, sentence: Sentence, clue: Clue) -> bool:
        """ "said Ann Price", "Price said": whether what may name a measure is the surname of somebody of whom the story tells."""
        if clue.first != clue.last or sentence.tokens[clue.first] not in self.people:
            return False
        return self.text[clue.start].isupper() and not self.text[clue.start + 1].isupper()

    def _speaks(self, sentence: Sentence, clue: Clue) -> bool:
        """ "S&P said": whether what may name an index is the house that tells of others."""
        tokens = sentence.tokens
        return tokens[clue.last] in self.grammar["raters"] and not self.grammar["raters_act"].isdisjoint(
            tokens[clue.last + 1 : clue.last + 2]
        )

    def times(self, sentence: Sentence) -> list[TimeExpression]:
        """The times of a sentence, those of the dateline left out; of the title too."""
        if sentence is self.title:
            return times(self.document.title, sentence.tokens, sentence.starts, sentence.ends, 0, self.language)
        return times(self.text, sentence.tokens, sentence.starts, sentence.ends, min(self.body, sentence.end), self.language)

    def organisations_in(self, start: int, end: int) -> list[Occurrence]:
        """The names of organisations that begin in a stretch of the text."""
        if not self.named:
            return []
        first = bisect_left(self.named_at, start)
        return self.named[first : bisect_left(self.named_at, end, first)]


def publication(document: Document) -> When:
    """The document's date: as given, else inferred from its words."""
    return document.published if document.published.text else infer(document.text, document.language)


def _dated(document: Document, published: str | None, language: str) -> str | None:
    """The date that relative times look back from: the day of the dateline where it is near the day of publication."""
    if published is None or len(published) < 10:
        return published
    line = dateline_day(document.dateline, published[:10], language) if document.dateline else None
    return line or published


def _home(line: str, region: str | None, language: str) -> str | None:
    """The place of a dateline, where the `region` behind its town is in it: "TRAIL, British Columbia" is no Britain, "BIRMINGHAM, Ala." either."""
    place = next((clue.key for clue in read(line, 0, len(line), language).of("place")), None)
    return place if region in (None, place) else None


def _listed(title: str) -> str | None:
    """The place of the exchange that a ticker of the title names: "MARITIME TRUSTCO <MTC.TO> 1ST QTR NET"."""
    found = TICKER.search(title) if "." in title else None
    return entries("exchanges")["exchanges"].get(found[1]) if found else None


def _without_headings(text: str, spans: list[Span]) -> str:
    """The text with its headings in capitals masked by spaces: they are part of no name."""
    for span in spans[1:]:
        if span.end - span.start < HEADING and text[span.start : span.end].isupper():
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def read_story(document: Document, text: str, spans: list[Span], mentions: list[Mention]) -> Story:
    """Read the parts of a story that its figures need; `text` is the cleaned text of the document."""
    language = document.language
    published = publication(document)
    head = [read(text, span.start, span.end, language) for span in spans[:HEAD]]
    by_sentence: list[list[Mention]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for mention in mentions:
        by_sentence[max(0, bisect_right(starts, mention.span.start) - 1)].append(mention)
    title = read(document.title, 0, len(document.title), language)
    body = dateline_end(text, language)
    named_in = _without_headings(text, spans)
    known, named, local, nation, people = survey(
        named_in, body, frozenset(title.tokens).union(document.title.casefold().split()), document.title.isupper(), language
    )
    line = document.dateline or text[:body]
    region = local_towns.line_nation(line, language)
    home = _home(line, region, language)
    town = local_towns.main(local, head, title, document.title, body, named[0].start if named else len(text), language)
    own = town.nations[0] if town is not None and len(town.nations) == 1 else None
    titled = own is not None and town is not None and town.name in document.title and not title.of("place")
    place = own if titled else names.main_place(head, title, home, body, language)
    if home is None and line:
        among = local_towns.nations(language).get(local_towns.line_town(line), ())
        home = region or (among[0] if len(among) == 1 else None)
    sentences = head
    if place is None:
        sentences = [*head, *(read(text, span.start, span.end, language) for span in spans[HEAD:])]
        place = own or names.told_of(sentences, body, language) or (nation if town is not None else None)
    story = Story(
        document,
        text,
        language,
        published,
        reference(_dated(document, published.text, language)),
        spans,
        by_sentence,
        known,
        named,
        local,
        town,
        place,
        title,
        home if home is not None and (document.dateline or body) and home not in UNIONS else _listed(document.title) or place or nation,
        body,
        people,
    )
    story._read.update((number, story.without_names(sentence)) for number, sentence in enumerate(sentences))
    return story
