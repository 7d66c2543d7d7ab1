"""Names in a sentence: runs of capitalised words, with what stands around and inside them."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.owners.small_names import small_names
from pipeline.interpret.times.dating import dateline_end

BRACKETS = 14
"""Tokens in brackets behind a name ("(FISV.O)")."""

MODIFIERS = 4
"""Words that may stand before the noun of a source."""

TICKER = 4
"""Letters of a ticker with a point ("WB.N") at least; one of four has a letter behind it, which "E.ON" has not."""

PLAIN = ("refers", "bodies", "papers", "groups", "people")

PARTNERS = 2
"""Words by which each partner of a house is told in its name at most."""

OPENS = 8
"""Tokens of a sentence in which the person is named that it begins with."""

NO_PERSON = ("refers", "bodies", "papers", "groups")

CLOSING = {")": "(", ">": "<"}


SETS = lexicon.file("attribution")


def sets(language: str) -> lexicon.Sets:
    """The sets of words of `attribution.toml`."""
    return SETS[language]


def forms(name: str, language: str) -> frozenset[str]:
    """A set of words of `attribution.toml`."""
    return SETS[language][name]


@cache
def _kinds(kinds: tuple[str, ...], language: str) -> dict[str, str]:
    """The first of some sets that each of their words is in."""
    return {word: kind for kind in reversed(kinds) for word in forms(kind, language)}


@cache
def dates(language: str) -> frozenset[str]:
    """Months and weekdays, which are written like names."""
    periods = lexicon.entries("periods", language)
    return frozenset((*periods["months"], *periods["weekdays"]))


@cache
def _bodies(language: str) -> frozenset[str]:
    """Last words of the names of offices and companies (owner.toml)."""
    own = lexicon.entries("owner", language)
    return frozenset((*own["offices"]["forms"], *own["marks"]["forms"]))


@cache
def _given(language: str) -> frozenset[str]:
    """Names that people are given."""
    return frozenset(lexicon.entries("owner", language)["given"]["forms"])


@lru_cache(maxsize=4)
def _small(text: str, language: str) -> frozenset[str]:
    """The names of a text that begin with a small letter, in lower case."""
    return frozenset(name.casefold() for name in small_names(text, language))


HEADING = 3
"""Words in capitals right before a name that are no part of it."""


class Naming:
    """A sentence read for names; positions are those of its tokens."""

    def __init__(self, text: str, sentence: Sentence, language: str) -> None:
        self.text, self.sentence, self.language = text, sentence, language
        self.tokens = sentence.tokens
        self.count = len(self.tokens)
        self.sets = sets(language)
        self.small = _small(text, language)

    def at(self, i: int, name: str) -> bool:
        """Whether a token is one of a set of `attribution.toml`."""
        return 0 <= i < self.count and self.tokens[i] in self.sets[name]

    def kind(self, i: int, kinds: tuple[str, ...]) -> str | None:
        """The first of some sets of `attribution.toml` that a token is in."""
        return _kinds(kinds, self.language).get(self.tokens[i]) if 0 <= i < self.count else None

    def some(self, name: str, first: int, end: int) -> bool:
        """Whether one of the tokens `first`..`end`-1 is."""
        return not self.sets[name].isdisjoint(self.tokens[max(first, 0) : max(end, 0)])

    def capital(self, i: int) -> bool:
        if not 0 <= i < self.count:
            return False
        return self.text[self.sentence.starts[i]].isupper() or self.tokens[i] in self.small or self._number_of_name(i)

    def _number_of_name(self, i: int) -> bool:
        """Whether a token is the number that a name is written together with: "Halford24"."""
        starts = self.sentence.starts
        return i > 0 and self.tokens[i].isdigit() and self.sentence.ends[i - 1] == starts[i] and self.text[starts[i - 1]].isupper()

    def named(self, i: int) -> bool:
        """Whether a token ends a name: a capital, the rest of "Chi-cheng", the genitive of "Moody's"."""
        if self.capital(i):
            return True
        if i < 2 or not self.capital(i - 1 - self.at(i - 1, "in_modifiers")):
            return self.at(i, "possessive") and self.capital(i - 1)
        whole = self.tokens[i - 1] == "-" and self.tokens[i].isalpha() and not self.kind(i, PLAIN) and not self.at(i, "based")
        return whole or self.at(i, "possessive")

    def words(self, first: int, last: int) -> str:
        """Tokens as written, in one line."""
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last]].split())

    def run(self, last: int) -> int:
        """Where the run of capitalised words that ends at a token begins."""
        first = last
        while first > 0:
            k = first - 1
            if self.capital(k):
                first = k
            elif self.at(k, "joins") and self.capital(k - 1) and not self._apart(k):
                first = k - 1
            elif self.at(k, "joins") and self.at(k - 1, "joins") and self.capital(k - 2):
                first = k - 2
            else:
                break
        if first > 1 and self.tokens[first - 1] == "," and self.capital(first - 2) and "and" in self.tokens[first:last]:
            first = self._of_partners(first, last) or self._of_duties(first)
        first = self._behind_heading(first, last)
        while first < last and (self.at(first, "openers") or not self.capital(first)):
            first += 1
        return first

    def _behind_heading(self, first: int, last: int) -> int:
        """Where a name begins that a heading in capitals stands before: "WORSE TO COME Eurostat said"."""
        end = next((i for i in range(first, last + 1) if not self.words(i, i).isupper()), last)
        return end if end - first >= HEADING else first

    def _apart(self, i: int) -> bool:
        """Whether a dash has space before it and joins nothing: "INDIA - The Bank said"."""
        return self.tokens[i] == "-" and self.text[self.sentence.starts[i] - 1].isspace()

    def _of_partners(self, first: int, last: int) -> int | None:
        """Where the name of a house of several partners begins: "Penwith, Arden and Co", "Ann Penwith, Lee Arden and Co"."""
        begin = self.run(first - 2)
        joint = self.tokens.index("and", first)
        return begin if self._partners(begin, first - 1, joint) and self._legal(joint + 1, last) else None

    def _partners(self, first: int, comma: int, joint: int) -> bool:
        """Whether as many words stand before a comma as between it and "and", and are a partner's: no place, firm or date."""
        told = range(first, comma)
        if not 0 < joint - comma - 1 == len(told) <= PARTNERS or (first > 0 and self.at(first - 1, "in_town")):
            return False
        other = any(
            self.at(k, "legal") or self.at(k, "openers") or self.at(k, "joins") or self.tokens[k] in dates(self.language) for k in told
        )
        return not other and self.place(first, comma - 1) is None

    def _legal(self, first: int, last: int) -> bool:
        return first <= last and all(self.at(k, "legal") for k in range(first, last + 1))

    def _of_duties(self, first: int) -> int:
        """Where the name of an office with several duties begins: "the Ministry of Trade, Industry and Energy"."""
        begin = self.run(first - 2)
        office = any(self.at(k, "bodies") or self.at(k, "refers") for k in range(begin, first - 2))
        return begin if office and not {"of", "for"}.isdisjoint(self.tokens[begin:first]) else first

    def run_from(self, first: int, stop: int, joins: str) -> int:
        """Where the run of capitalised words that begins at a token ends; `joins` names the words it reaches over."""
        last = first
        while last + 1 < stop and (self.capital(last + 1) or (self.at(last + 1, joins) and self.capital(last + 2))):
            last += 1
        if last + 3 < stop and self.tokens[last + 1] == "," and "and" in self.tokens[last + 3 : last + 3 + PARTNERS]:
            joint = self.tokens.index("and", last + 3)
            if self._partners(first, last + 1, joint) and self._legal(joint + 1, joint + 1):
                return self.run_from(joint + 1, stop, joins)
        return last

    def before_brackets(self, i: int) -> tuple[int, str | None]:
        """The token before what stands in brackets behind a name, or the name itself where the brackets hold it."""
        tokens = self.tokens
        for _ in range(2):
            opening = CLOSING.get(tokens[i]) if i > 0 else None
            if opening:
                k = next((k for k in range(i - 1, max(-1, i - BRACKETS), -1) if tokens[k] == opening), None)
                if k is None:
                    return i, None
                if opening == "<" and i - k > 2 and all("." not in t for t in tokens[k + 1 : i]):
                    return k - 1, self.words(k + 1, i - 1)
                i = k - 1
            elif i > 1 and self._ticker(i) and (self.capital(i - 1) or tokens[i - 1] == "."):
                i -= 1
            if i > 0 and tokens[i] == "." and self.capital(i - 1):
                i -= 1
        return i, None

    def _ticker(self, i: int) -> bool:
        token = self.tokens[i]
        exchange = len(token) - 1 - token.rfind(".", 1, -1)
        return len(token) >= TICKER and self._coded(token) and self.capital(i) and (len(token) > TICKER or exchange == 1)

    def untitled(self, first: int, last: int) -> int:
        """Where a name begins behind the titles before it; "General Mills Co" has none."""
        if self.at(last, "legal"):
            return first
        title = next((k for k in range(last - 1, first - 1, -1) if self.at(k, "titles")), None)
        return first if title is None or self.at(title + 1, "joins") or not self.capital(title + 1) else title + 1

    def unowned(self, first: int, last: int) -> int:
        """Where a name begins behind its owner's ("Acme's Ann Lee")."""
        return next((k + 1 for k in range(last - 1, first, -1) if self.at(k, "possessive")), first)

    def like_person(self, first: int, last: int) -> bool:
        """Whether two to four words look like a person's name."""
        if not 1 <= last - first <= 3 or self.tokens[last] in _bodies(self.language):
            return False
        for i in range(first, last + 1):
            if self.at(i, "in_person"):
                continue
            if not self.tokens[i][0].isalpha() or self.at(i, "joins") or self.kind(i, NO_PERSON):
                return False
        return True

    def led(self, first: int, name: int) -> bool:
        """Whether only articles stand between a token and a name, or a word that says whose something is."""
        return self.some("givers", first, name) or all(self.at(i, "articles") for i in range(first, name))

    def of_body(self, first: int, last: int) -> int:
        """The last word of a person's name without the house behind it ("Ann Lee of Acme"), else the last token."""
        if self.tokens[first] not in _given(self.language):
            return last
        return next((k - 1 for k in range(first + 2, last) if self.at(k, "of_house")), last)

    def no_name(self, first: int, last: int) -> bool:
        """A date, a ticker, a legal form, a letter or a measure's initials alone are no name."""
        token = self.tokens[first]
        alone = first == last and (len(token) < 2 or self._coded(token) or self.at(first, "legal") or self.at(first, "initials"))
        return token in dates(self.language) or alone

    def _coded(self, token: str) -> bool:
        """Whether a token is the code of a share ("ard.n"), not the name of a site ("halford.com")."""
        return "." in token[1:-1] and token.rpartition(".")[2] not in self.sets["sites"]

    def place(self, first: int, last: int) -> Clue | None:
        """The place that just these tokens name."""
        return next((c for c in self.sentence.of("place") if c.first == first and c.last == last), None)

    def name_until(self, last: int) -> str | None:
        """The run of capitalised words that ends at a token, unless it is a place."""
        first = self.run(last)
        if self.fresh(first, last):
            return None
        if self.no_name(first, last):
            return None  # "GDP figures"
        place = self.place(first, last)
        unnamed = self.at(first, "openers") or self.no_name(first, last) or self.measure(first, last)
        return None if unnamed or (place is not None and place.role != "bodies") else self.words(first, last)

    def begins(self) -> int:
        """The token that the sentence begins with, behind a dateline."""
        return self.sentence.token_at(dateline_end(self.text, self.language)) if not self.sentence.start else 0

    def measure(self, first: int, last: int) -> bool:
        """Whether words are what a paper is about: they begin a sentence ("Unemployment data"), or are a short form ("the GDP report")."""
        told = any(c.first <= first and last <= c.last for c in self.sentence.of("indicator"))
        return told and (first == self.begins() or self.words(first, last).isupper())

    def fresh(self, first: int, last: int) -> bool:
        """Whether capitals say but that something is new: "New figures", "New U.S. data"."""
        return self.at(first, "fresh") and (first == last or self.place(first + 1, last) is not None)

    def opening(self) -> str | None:
        """The name that the sentence begins with behind its dateline, unless it is a place, a date or a measure."""
        begins = self.begins()
        first = begins + self.at(begins, "openers")
        if self.no_name(first, first) or any(c.kind == "indicator" and c.first == first for c in self.sentence.clues):
            return None
        if not self.capital(first) or self.at(first, "pronouns") or self.at(first, "definite"):
            return None
        last = self.run_from(first, len(self.tokens), "joins")
        place = self.place(first, last)
        if (place is not None and place.role != "bodies") or self.fresh(first, last) or (first == last and self.at(first, "papers")):
            return None
        return self.words(first, last)

    def opening_person(self) -> str | None:
        """The person that the sentence begins with, known by the title before or by a given name."""
        for i in range(min(OPENS, self.count - 2)):
            titled = self.at(i, "titles") and not self.at(i + 1, "titles")
            first = i + titled
            if self.capital(first) and (titled or self.tokens[first] in _given(self.language)):
                last = self.of_body(first, self.run_from(first, self.count, "in_person"))
                if last > first and self.like_person(first, last):
                    return self.words(first, last)
        return None

    def modifiers(self, i: int) -> int:
        """Where the words that modify a noun begin: back to its article, or to a capitalised run."""
        first = i
        while first > 0 and i - first < MODIFIERS and (self.tokens[first - 1].isalpha() or self.at(first - 1, "in_modifiers")):
            if self.at(first - 1, "articles") or self.at(first - 1, "no_modifiers"):
                return first
            first -= 1
        if first == 0 or not self.tokens[first - 1].isalpha():
            return first
        return next((k for k in range(i - 1, first - 1, -1) if self.capital(k)), i)
