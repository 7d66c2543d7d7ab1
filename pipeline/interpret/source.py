"""The sources that a sentence names: who says, reports or expects something in it, read from the words around its verbs of saying."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence

INSERTED = 30
"""Tokens of a clause between commas that may stand between a source and its verb."""

BEHIND = 14
"""Tokens behind "said" or "according to" in which the source is named."""

MODIFIERS = 4
"""Words that may stand before the noun of a source."""


@cache
def _dates(language: str) -> frozenset[str]:
    """Months and weekdays, which are written like names."""
    periods = lexicon.entries("periods", language)
    return frozenset((*periods["months"], *periods["weekdays"]))


class Source(NamedTuple):
    """One source; `name` is None where only a pronoun or a noun like "the company" refers to one named before.

    `kind`: `organisation`, `person`, `group` (analysts), `refers` (it, the company), `speaker` (he, she), `unnamed` (a report), `doubtful` (one word that opens a sentence).
    `role` is that of its verb: `says`, `reports`, `expects`, `according`; `at` the token of the verb; `behind` whether the source
    follows its verb or closes what it says; `outside` whether it only comments on the news; `short` a short form given with it.
    """

    name: str | None
    kind: str
    role: str
    at: int
    behind: bool = False
    outside: bool = False
    short: str = ""


@cache
def forms(name: str, language: str, key: str = "forms") -> frozenset[str]:
    """A set of words of `attribution.toml`."""
    return frozenset(lexicon.entries("attribution", language)[name][key])


def sources(text: str, sentence: Sentence, language: str) -> list[Source]:
    """The sources of a sentence, from left to right."""
    clues = [clue for clue in sentence.clues if clue.kind == "attribution"]
    if not clues:
        return []
    reader = _Reader(text, sentence, language)
    return [found for clue in clues if (found := reader.read(clue)) is not None]


def report_of(text: str, sentence: Sentence, language: str) -> str | None:
    """Whose report a sentence speaks of ("the Commerce Department report"), else the word of a poll."""
    reader = _Reader(text, sentence, language)
    papers = [i for i, token in enumerate(sentence.tokens) if i and token in forms("papers", language) and not reader.capital(i)]
    named = (reader.named_before(i - 1) for i in papers if reader.capital(i - 1))
    polls = (sentence.tokens[i] for i in papers if sentence.tokens[i] in forms("own_name", language))
    return next((name for name in named if name is not None), None) or next(polls, None)


def opening(text: str, sentence: Sentence, language: str) -> str | None:
    """The name that a sentence begins with."""
    reader = _Reader(text, sentence, language)
    first = 1 if sentence.tokens and sentence.tokens[0] in forms("openers", language) else 0
    last = first
    while reader.capital(last + 1):
        last += 1
    if not reader.capital(first) or reader.bare_place(first, last):
        return None
    return " ".join(text[sentence.starts[first] : sentence.ends[last]].split())


class _Reader:
    def __init__(self, text: str, sentence: Sentence, language: str) -> None:
        self.text, self.sentence, self.language = text, sentence, language
        self.tokens = sentence.tokens

    def read(self, clue: Clue) -> Source | None:
        """The source that belongs to a verb of saying."""
        if clue.role == "according":
            return self._behind(clue, True)
        found = self._before(clue)
        if found is None and clue.role == "says" and (clue.first == 0 or self._is(clue.first - 1, "quotes")):
            found = self._behind(clue, False)
        return found

    def _is(self, i: int, name: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i] in forms(name, self.language)

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.text[self.sentence.starts[i]].isupper()

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last]].split())

    def named_before(self, last: int) -> str | None:
        """The run of capitalised words that ends at a token, unless it is a place."""
        first = self._run(last)
        if self._is(first, "openers") or self.bare_place(first, last):
            return None
        return self._words(first, last)

    def _before(self, clue: Clue) -> Source | None:
        """The subject of the verb: "the Finance Ministry said", "a spokesman for", "Acme Corp, which …, said"."""
        tokens, j = self.tokens, clue.first - 1
        if self.capital(clue.first) and clue.first:
            return None  # a name ("Reuters Estimates")
        following = tokens[clue.last + 1] if clue.last + 1 < len(tokens) else "."
        if tokens[clue.first] == "added" and (following in forms("not_said", self.language) or following[0].isdigit()):
            return None
        gerund = tokens[clue.last].endswith("ing")
        while j >= 0 and (self._is(j, "adverbs") or (gerund and self._is(j, "being"))):
            j -= 1
        verb_at, inserted = j, False
        if j > 0 and tokens[j] == "," and clue.role != "expects":
            k = next((k for k in range(j - 1, max(-1, j - INSERTED), -1) if tokens[k] == ","), None)
            if k is None:
                return None
            j, inserted = k - 1, True
        short = self._words(j - 1, j - 1) if j > 2 and tokens[j] == ")" and tokens[j - 2] == "(" and self.capital(j - 1) else ""
        j, name = self._over_brackets(j)
        outside = inserted and any(self._is(k, "outsiders") for k in range(j + 1, verb_at))
        if name is not None:
            return Source(name, "organisation", clue.role, clue.first)
        if j < 0:
            return None
        behind = self._closes(j, clue)
        if self.capital(j):
            before = self._run(j) - 1
            before -= self._is(before, "articles")
            if self._is(before, "where") and before > 0 and not self._is(before - 1, "adverbs"):
                j, name = self._over_brackets(before - 1)  # "an agency in Moscow said"
        if clue.role != "says" and tokens[clue.first] in forms("noun_too", self.language) and not self.capital(j) and not self._is(j, "pronouns"):
            if not (self._is(j, "groups") or self._is(j, "papers")) and not (self._is(j, "refers") and self._is(j - 1, "definite")):
                return None
        outside = outside or any(self._is(k, "asides") for k in range(clue.last + 1, min(len(tokens), clue.last + 6)))
        if self.capital(j) and not self._is(j, "pronouns") and not (self._is(j, "groups") and j == 0):
            found = self._named(j, clue, behind, outside)
            return found._replace(short=short) if found is not None and short else found
        return self._common(j, clue, behind)

    def _closes(self, j: int, clue: Clue) -> bool:
        """Whether the source and its verb close what they say (", the Finance Ministry said.")."""
        following = clue.last + 1
        while following < len(self.tokens) and self._is(following, "adverbs"):
            following += 1
        return following >= len(self.tokens) or self.tokens[following] in (".", ",", ";") or self.tokens[following] in ("in", "at", "late")

    def _over_brackets(self, j: int) -> tuple[int, str | None]:
        """The token before what stands in brackets behind a name, or the name itself where the brackets hold it."""
        tokens = self.tokens
        for _ in range(2):
            opening = {")": "(", ">": "<"}.get(tokens[j]) if j > 0 else None
            if opening:
                k = next((k for k in range(j - 1, max(-1, j - BEHIND), -1) if tokens[k] == opening), None)
                if k is None:
                    return j, None
                if opening == "<" and j - k > 2 and all("." not in t for t in tokens[k + 1 : j]):
                    return k - 1, self._words(k + 1, j - 1)
                j = k - 1
            elif j > 1 and "." in tokens[j][1:-1] and self.capital(j) and (self.capital(j - 1) or tokens[j - 1] == ".") and len(tokens[j]) > 4:
                j -= 1  # a ticker
            if j > 0 and tokens[j] == "." and self.capital(j - 1):
                j -= 1
        return j, None

    def _run(self, last: int) -> int:
        """Where the run of capitalised words that ends at a token begins."""
        first = last
        while first > 0:
            k = first - 1
            if self.capital(k):
                first = k
            elif self._is(k, "joins") and k > 0 and self.capital(k - 1):
                first = k - 1
            elif self._is(k, "joins") and self._is(k - 1, "joins") and k > 1 and self.capital(k - 2):
                first = k - 2
            else:
                break
        while first < last and (self._is(first, "openers") or not self.capital(first)):
            first += 1
        return first

    def _named(self, last: int, clue: Clue, behind: bool, outside: bool) -> Source | None:
        first = self._run(last)
        if self._is(first, "openers"):
            return None
        if self._is(last, "groups"):
            return Source(self._words(first, last), "group", clue.role, clue.first, behind)
        if self._is_place(first, last, clue) or self._no_name(first, last):
            return None
        if self._is(last, "titles") or self._is(last, "people"):
            return Source(None, "speaker", clue.role, clue.first, behind)  # "Acme's Chief Executive"
        name_at, titled = self._untitled(first, last)
        lower = first > 0 and (self._is(first - 1, "people") or self._is(first - 1, "titles"))
        outside = outside or (first > 0 and self._is(first - 1, "outsiders")) or any(self._is(k, "outsiders") for k in range(first, name_at))
        owner = next((k for k in range(last - 1, name_at, -1) if self.tokens[k] in ("'s", "’s")), None)
        if first == 0 and last == 0 and clue.role != "says":
            return Source(self._words(0, 0), "doubtful", clue.role, clue.first, behind)
        person = titled or lower or self._like_person(name_at if owner is None else owner + 1, last)
        if person and owner is not None and owner + 1 < last:
            name_at = owner + 1
        return Source(self._words(name_at, last), "person" if person else "organisation", clue.role, clue.first, behind, outside)

    def _no_name(self, first: int, last: int) -> bool:
        """A date, a ticker, a legal form or a letter alone is no name."""
        token = self.tokens[first]
        if token in _dates(self.language):
            return True
        return first == last and (len(token) < 2 or "." in token[1:-1] or self._is(first, "legal"))

    def bare_place(self, first: int, last: int) -> bool:
        places = ("names", "people", "seats")
        return any(c.kind == "place" and c.first == first and c.last == last and c.role in places for c in self.sentence.clues)

    def _is_place(self, first: int, last: int, clue: Clue) -> bool:
        """A place is no source of a report, its people are none at all."""
        found = next((c for c in self.sentence.clues if c.kind == "place" and c.first == first and c.last == last), None)
        if found is None:
            return False
        return found.role == "people" or (clue.role != "says" and self.tokens[clue.first] != "announced")

    def _untitled(self, first: int, last: int) -> tuple[int, bool]:
        """Where the name begins behind the titles before it."""
        title = next((k for k in range(last - 1, first - 1, -1) if self._is(k, "titles")), None)
        if title is None or self._is(title + 1, "joins") or not self.capital(title + 1):
            return first, False
        return title + 1, True

    def _like_person(self, first: int, last: int) -> bool:
        if not 1 <= last - first <= 3 or any(len(t) == 1 and t not in (".", "-") and not t.isalpha() for t in self.tokens[first : last + 1]):
            return False
        return not any(self._is(k, n) for k in range(first, last + 1) for n in ("refers", "bodies", "papers", "groups"))

    def _common(self, j: int, clue: Clue, behind: bool) -> Source | None:
        """A source named by a noun: "the company", "a government spokesman", "Acme's figures", "a person familiar with the matter"."""
        role, at, tokens = clue.role, clue.first, self.tokens
        familiar = next((k for k in range(j - 1, max(0, j - 5), -1) if tokens[k] in ("familiar", "close")), None)
        if familiar is not None:
            j = familiar - 1
        word = tokens[j]
        if word in forms("pronouns", self.language):
            return Source(None, "speaker" if word in forms("speakers", self.language) else "refers", role, at, behind)
        kinds = [n for n in ("papers", "people", "groups", "refers", "bodies") if self._is(j, n)]
        if not kinds or (role == "expects" and kinds == ["papers"]):
            return None
        kind = kinds[0]
        first = self._modifiers(j)
        capital = next((k for k in range(j - 1, first - 1, -1) if self.capital(k) and not self._is(k, "openers")), None)
        article = first > 0 and self._is(first - 1, "definite")
        if kind == "papers":
            if capital is None and j > 1 and tokens[j - 1] == ")":
                k, _ = self._over_brackets(j - 1)
                capital = k if self.capital(k) else None
            if capital is None and (body := next((k for k in range(first, j) if self._is(k, "bodies")), None)) is not None:
                return Source(self._words(body, j), "organisation", role, at, behind)
            if capital is not None:
                run = self._run(capital)
                return Source(self._words(run, capital), "organisation", role, at, behind)
            if (article and first == j) or self._is(j, "statements"):
                return Source(None, "refers", role, at, behind)
            return Source(word if self._is(j, "own_name") else None, "organisation" if self._is(j, "own_name") else "unnamed", role, at, behind)
        if kind == "people":
            if first == j and self._is(j, "spoken_for"):
                return Source(None, "refers", role, at, behind)
            if capital is not None and self._is(j, "spoken_for"):
                return Source(self._words(self._run(capital), capital), "organisation", role, at, behind)
            if capital is None and any(self._is(k, "refers") for k in range(first, j)):
                return Source(None, "refers", role, at, behind)
            if article and first == j:
                return Source(None, "speaker", role, at, behind)
            return Source(self._words(first, j), "group", role, at, behind, self._is(j, "outsiders"))
        if kind == "refers" and "based" in tokens[first:j]:
            return Source(None, "refers", role, at, behind)
        if kind == "refers" and capital is not None:
            return Source(self._words(self._run(capital), j), "organisation", role, at, behind)
        if kind == "refers":
            named = self._words(first, j) if first < j or self._is(j, "bodies") else None
            return Source(named, "refers", role, at, behind)
        return Source(self._words(first, j), "group" if kind == "groups" else "organisation", role, at, behind)

    def _modifiers(self, j: int) -> int:
        """Where the words that modify a noun begin: back to its article, or to a capitalised run."""
        first = j
        while first > 0 and j - first < MODIFIERS and (self.tokens[first - 1].isalpha() or self.tokens[first - 1] in ("-", "'s", "’s")):
            if self._is(first - 1, "articles") or self._is(first - 1, "no_modifiers"):
                return first
            first -= 1
        if first == 0 or not self.tokens[first - 1].isalpha():
            return first
        capital = next((k for k in range(j - 1, first - 1, -1) if self.capital(k)), None)
        return capital if capital is not None else j

    def _behind(self, clue: Clue, according: bool) -> Source | None:
        """The source behind "according to" or an inverted "said"."""
        tokens, i = self.tokens, clue.last + 1
        stop = min(len(tokens), i + BEHIND)
        run: tuple[int, int] | None = None
        outside = False
        k = i
        while k < stop:
            if self.capital(k) and not self._is(k, "articles") and not self._no_name(k, k):
                last = k
                while last + 1 < stop and (
                    self.capital(last + 1) or (self._is(last + 1, "joins") and self.capital(last + 2) and (according or tokens[last + 1] in ("de", "la", "-", ".", "'s", "’s", "von", "van")))
                ):
                    last += 1
                run = (k, last)
                k = last + 1
                if according:
                    break
                continue
            if self._is(k, "ends") and k > i and (run is not None or not self._is(k, "givers") or not according):
                break
            outside = outside or self._is(k, "outsiders")
            k += 1
        if run is not None:
            name_at, titled = self._untitled(*run)
            owner = next((n for n in range(run[1] - 1, name_at, -1) if tokens[n] in ("'s", "’s")), None)
            if owner is not None and not according:
                name_at = owner + 1
            outside = outside or any(self._is(n, "outsiders") for n in range(run[0], name_at))
            if k < len(tokens) and tokens[k] == "," and any(self._is(n, "outsiders") for n in range(k, min(len(tokens), k + 6))):
                outside = True
            person = titled or not according or (run[0] > i and self._is(run[0] - 1, "people"))
            kind = "person" if person else "organisation"
            return Source(self._words(name_at, run[1]), kind, clue.role, clue.first, True, outside)
        if according and any(self._is(n, "statements") for n in range(i, k)):
            return Source(opening(self.text, self.sentence, self.language), "refers", clue.role, clue.first, True)
        for n in range(i, min(k + 1, len(tokens))):
            for kind in ("groups", "bodies", "own_name", "people", "refers"):
                if self._is(n, kind):
                    first = n if n == i or self._is(n - 1, "articles") else n - 1
                    if kind == "refers":
                        return Source(None, "refers", clue.role, clue.first, True)
                    sort = "group" if kind in ("groups", "people") else "organisation"
                    return Source(self._words(first, n), sort, clue.role, clue.first, True)
        return Source(None, "unnamed", clue.role, clue.first, True) if according else None
