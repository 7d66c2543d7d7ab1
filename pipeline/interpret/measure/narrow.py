"""The noun phrase that names a measure, short, as printed; and what in it narrows the indicator: its variant.

A variant is what is left of the phrase without the words that name the headline figure (`headline` in indicators.toml, else all
words of the indicator's nouns), without places, names and times, and without words that narrow nothing ("total", "record").
"""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue, tokenise
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import branch, called, term
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.marks import entries, marked
from pipeline.interpret.measure.phrase import Phrase, Phrases
from pipeline.interpret.measure.wording import ends, of_form, printed, spelled_out

ACRONYMS = range(1, 6)
"""Letters of the words that stay in capitals."""

BEHIND = 3
"""Tokens behind a figure within which it is told that it is unadjusted."""

MODIFIERS = 4
"""Words before the noun that its phrase keeps."""

ATTACHED = 6
"""Words of what is attached to a noun that its phrase keeps."""

GROUP = 9
"""Words that tell of what group of people a measure is: "those with at least a bachelor's degree"."""


@cache
def headline(indicator: str, language: str) -> frozenset[str]:
    """The words that name an indicator's headline figure, in lower case; "*" where nothing narrows it."""
    entry = entries(language).get(indicator, {})
    listed = entry.get("headline")
    forms = listed if listed is not None else [*entry.get("nouns", ()), *entry.get("things", ())]
    return frozenset(word for form in forms for word in ([form] if form == "*" else tokenise(form)))


@cache
def _wholes(indicator: str, language: str) -> frozenset[tuple[str, ...]]:
    """Nouns that tell the whole by its parts, and so narrow nothing: "output at factories, mines and utilities"."""
    return frozenset(tuple(tokenise(form)) for form in entries(language).get(indicator, {}).get("whole", ()))


@cache
def _links(indicator: str, language: str) -> frozenset[str]:
    """The prepositions that hang what narrows an indicator on its noun, besides those that do so for all."""
    entry = lexicon.entries("measure", language)["narrowing"].get(indicator)
    return frozenset(entry["forms"]) if entry else frozenset()


@cache
def _no_modifiers(language: str) -> frozenset[str]:
    """Words that are no part of what a measure is called: times, and the small words that a phrase may hold."""
    periods = lexicon.entries("periods", language)
    return closed("no_modifiers", language) | closed("time_units", language) | frozenset(periods["months"]) | frozenset(periods["weekdays"])


@cache
def _neutral(language: str) -> frozenset[str]:
    """Words that narrow nothing, though a measure is called so; months neither: "crude for May delivery"."""
    return closed("neutral", language).union(lexicon.entries("periods", language)["months"])


def restrict(variant: str, indicator: str, language: str) -> str:
    """What of a variant narrows another indicator: "net" narrows a profit, not a profit per share."""
    known = headline(indicator, language)
    parts = (" ".join(w for w in part.split() if w.casefold() not in known) for part in variant.split(", "))
    return ", ".join(part for part in parts if part)


def unadjusted(figure: Figure) -> bool:
    """Whether the last word on adjustment before a figure, or right behind it, is that there is none; seasonal adjustment narrows nothing."""
    told = [c for c in figure.sentence.of("adjustment") if c.first < figure.first or c.first - figure.last <= BEHIND]
    return bool(told) and told[-1].key == "unadjusted"


class Named:
    """The noun phrase around a clue: the tokens of its modifiers, of the noun, and of what is attached to it."""

    def __init__(self, figure: Figure, clue: Clue, phrase: Phrase | None, phrases: Phrases) -> None:
        self.figure, self.clue, self.phrases = figure, clue, phrases
        self.language = figure.story.language
        self.closed = sets(self.language)
        self.tokens: list[str] = figure.sentence.tokens
        self.places = {i for c in figure.sentence.of("place") for i in range(c.first, c.last + 1)}
        self.named: set[int] = set()
        self.index = self._index()
        self.covered = self._covered() - set(self.index)
        self.inside = {i for c in phrases.nouns for i in range(c.first, c.last + 1)}
        low = phrase.first if phrase is not None and phrase.first <= clue.first <= phrase.last else self._low(clue.first)
        self.low = low
        self.first: int = min([self._first(low), *self.index])
        self.last = branch.end(figure, clue, phrases)
        self.attached = self._attached()
        self.end = self.attached[1] if self.attached else self.last

    def _covered(self) -> set[int]:
        """Tokens of places, names and figures: none of them is part of what a measure is called."""
        figure, sentence = self.figure, self.figure.sentence
        for name in figure.story.organisations_in(sentence.start, sentence.end):
            self.named.update(range(sentence.token_at(name.start), sentence.token_at(name.end - 1) + 1))
        return self.places | set(self.phrases.figures) | self.named

    def _index(self) -> range:
        """The tokens of the name before an index: "Standard & Poor's 500" of "the broad Standard & Poor's 500 index"."""
        sentence, text, last = self.figure.sentence, self.figure.story.text, self.clue.first
        if not marked(self.figure.fact.indicator, "placed", self.language) or self.tokens[self.clue.last] not in self.closed["indexed"]:
            return range(0)
        first = last
        while first:
            token, printed = self.tokens[first - 1], text[sentence.starts[first - 1]]
            if token in GENITIVE and not self.tokens[first][0].isdigit():
                break  # "London's FTSE 100 index"
            named = printed.isupper() or printed.isdigit() or token in ("&", "-", "/") or token in GENITIVE
            if not named or first - 1 in self.phrases.figures or (token in self.phrases.determiners and token not in GENITIVE):
                break
            first -= 1
        while first < last and not self.tokens[first].isalnum():
            first += 1
        return range(first, self.clue.last + 1)

    def _low(self, at: int) -> int:
        """Where the run of words around a noun begins whose phrase nobody looked up."""
        return next(self.phrases.before(at, max(0, at - MODIFIERS)), Phrase(at, at)).first

    def _plain(self, at: int) -> bool:
        tokens, token = self.tokens, self.tokens[at]
        if at in self.covered:
            return False
        if at + 1 < len(tokens) and tokens[at + 1] == "-" and (token[0].isdigit() or token in self.closed["counts"]):
            return True  # "three-month", "10-year"
        if at > 1 and tokens[at - 1] == "-" and token in self.closed["time_units"]:
            return self._term(at)
        if at in self.inside:
            return True
        return token[0].isalpha() and token not in _no_modifiers(self.language) and not self._participle(token)

    def _participle(self, token: str) -> bool:
        """Whether a word is a verb's form and no noun or adjective of business: "helping", but "operating"."""
        participles = lexicon.entries("measure", self.language)["participles"]
        return token.endswith(tuple(participles["endings"])) and token not in participles["nouns"]

    def _first(self, low: int) -> int:
        """The first token of the modifiers, behind the last place, name, time, number or genitive before the noun."""
        first = self.clue.first
        while first > low and self.clue.first - first < MODIFIERS + 2:
            token = self.tokens[first - 1]
            if token in self.closed["joints"]:
                if first - 2 < low or not self._plain(first - 2):
                    break
            elif token in GENITIVE or not self._plain(first - 1):
                break
            first -= 1
        while first < self.clue.first and not self.tokens[first][0].isalpha() and not self._term(first + 2):
            first += 1
        return first

    def _term(self, at: int) -> bool:
        """Whether a term ends here: "10-year", "three-month"."""
        tokens = self.tokens
        if at < 2 or at >= len(tokens) or tokens[at - 1] != "-" or tokens[at] not in self.closed["time_units"]:
            return False
        return tokens[at - 2][0].isdigit() or tokens[at - 2] in self.closed["counts"]

    def _attached(self) -> tuple[int, int] | None:
        """The tokens of a short phrase attached behind: "of non-bank customers", "extended by finance companies"."""
        tokens, at = self.tokens, self.clue.last + 1
        links = self.closed["narrowing_links"] | _links(self.figure.fact.indicator, self.language)
        if tokens[at - 1] in self.phrases.determiners and self.clue.first < at - 2:
            at -= 1  # "yield on the"
        if tokens[at - 1] in links and self.clue.first < at - 1:
            at -= 1  # "loss on"
        if at + 1 < len(tokens) and tokens[at + 1] in self.closed["agents"] and tokens[at] not in links:
            at += 1
        elif at >= len(tokens) or tokens[at] not in links:
            return None
        found = self.phrases.after(at + 1, len(tokens)) or self._those(at + 1)
        if found is None or found.last - found.first > (ATTACHED if tokens[found.first] not in self.closed["those"] else GROUP):
            return None
        found = self._closed(found)
        kept = [i for i in range(found.first, found.last + 1) if self._plain(i)]
        if not kept or found.last not in kept or any(i in self.phrases.figures for i in range(found.first, found.last + 1)):
            return None
        return found.first, found.last

    def _closed(self, found: Phrase) -> Phrase:
        """ "orders for computers and parts and a 5 pct rise": what joins the next figure of a list ends no phrase."""
        at = found.last + 1
        while at < len(self.tokens) and self.tokens[at] in self.phrases.determiners:
            at += 1
        joined = self.tokens[found.last] in self.closed["joints"] and found.last > found.first and at in self.phrases.figures
        return Phrase(found.first, found.last - joined)

    def _those(self, at: int) -> Phrase | None:
        """ "those with a degree", up to the verb behind them."""
        if at >= len(self.tokens) or self.tokens[at] not in self.closed["those"]:
            return None
        end = at
        while end + 1 < len(self.tokens) and self.tokens[end + 1][0] not in ",;:()" and end + 1 not in self.phrases.verbs:
            end += 1
        return Phrase(at, end)

    def measure(self) -> str:
        """The phrase as printed, without places and names, and without the small words at its ends: "shares" of "shares of"."""
        sentence, text = self.figure.sentence, self.figure.story.text
        first, last = ends(self.tokens, self.first, self.end, self.language)
        if first > self.first and (told := of_form(self.tokens[last], self.figure.fact.indicator, self.language)):
            return told  # "of the company", of a stake
        pieces: list[str] = []
        for i in range(first, last + 1):
            if i in self.covered or (self.tokens[i] in GENITIVE and i not in self.index):
                continue
            glued = bool(pieces) and i - 1 not in self.covered and sentence.ends[i - 1] == sentence.starts[i]
            pieces.append(("" if glued or not pieces else " ") + text[sentence.starts[i] : sentence.ends[i]])
        return spelled_out("".join(pieces), self.language)

    def whole(self, indicator: str) -> bool:
        """Whether the noun tells all parts of the headline figure, and so is narrowed by none."""
        return tuple(self.tokens[self.clue.first : self.clue.last + 1]) in _wholes(indicator, self.language)

    def variant(self, indicator: str) -> str:
        """What narrows the indicator, "" for the headline figure."""
        known = headline(indicator, self.language)
        parts = [self._host(), self._plainly()]
        if "*" not in known:
            placed = marked(indicator, "placed", self.language)
            first = self.first
            while placed and first - 1 in self.places and first - 1 not in self.named:
                first -= 1
            parts.append(self.left_over(first, self.last, known, placed))
            if self.attached is not None:
                parts.append(self.left_over(*self.attached, known, False))
        elif self.attached is not None and self.tokens[self.last + 1] in _links(indicator, self.language):
            parts.append(self.left_over(*self.attached, known, False))  # of a group, though nothing else narrows it
        parts.append(self._printed([*called.name(self.tokens, self.last, self.language)]))
        if marked(indicator, "termed", self.language):
            parts.append(self._paper())
        if marked(indicator, "result", self.language):
            parts.append(self._held())
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def _host(self) -> str:
        """What is measured of it, where that is not its value: "the volume of retail sales"."""
        at = self.first - 1
        while at > 1 and (at in self.places or self.tokens[at] in self.phrases.determiners):
            at -= 1
        if at > 0 and self.tokens[at] in self.closed["narrowing_links"] and self.tokens[at - 1] in self.closed["quantities"]:
            return self.tokens[at - 1]
        return ""

    def _plainly(self) -> str:
        """What narrows the measure right before its figure: "rose a real 1 pct", "grow at a real rate of"."""
        low, first = max(0, self.figure.first - BEHIND), self.figure.first
        return next((t for t in self.tokens[low:first] if t in self.closed["before_figures"]), "")

    def _paper(self) -> str:
        """The term of the paper before its yield; "" where the noun's own words have one."""
        if any(self._term(i) for i in range(self.first, self.end + 1)):
            return ""
        return term.of_yield(self.figure, self.first)

    def _held(self) -> str:
        """What a result is told with: "including exceptional gains"."""
        for i in (0, self.last + 1):
            if self.tokens[i : i + 1] and self.tokens[i] in self.closed["including"]:
                found, joints = self.phrases.after(i + 1, min(len(self.tokens), i + 6)), self.closed["joints"]
                reach = range(found.first, found.last + 1) if found is not None else ()
                kept = [j for j in reach if j not in self.covered and self.tokens[j] not in joints]
                if found is not None:
                    return self._printed([i, *kept]) if kept else ""
        return ""

    def left_over(self, first: int, last: int, known: frozenset[str], placed: bool) -> str:
        neutral = _neutral(self.language) - (self.closed["branches"] if placed else frozenset())
        kept = [
            i
            for i in range(first, last + 1)
            if (i in self.places - self.named and placed) or (i not in self.covered and self._bears(i, known, neutral))
        ]
        if not any(self.tokens[i].isalnum() and self.tokens[i] not in self.closed["including"] for i in kept):
            return ""  # "including a gain of 9 million"
        return self._printed(kept)

    def _bears(self, at: int, known: frozenset[str], neutral: frozenset[str]) -> bool:
        token = self.tokens[at]
        if token in GENITIVE:
            return at in self.index
        end = at if self.tokens[at - 1] == "-" else at + 2 if self.tokens[at + 1 : at + 2] == ["-"] else len(self.tokens)
        if end < len(self.tokens) and self.tokens[end] in self.closed["time_units"]:
            if self.tokens[end - 2] in self.closed["no_modifiers"] or self.tokens[end - 2] in self.closed["whole_times"]:
                return self._term(end)  # "three-month", but "fourth-quarter revenue", "full-year profit"
        return self._term(at) or (token not in known and token not in neutral)

    def _printed(self, kept: list[int]) -> str:
        return printed(self.figure, kept, ACRONYMS).strip(" -&,")
