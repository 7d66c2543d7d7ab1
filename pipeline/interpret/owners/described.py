"""Firms that a story calls by what it said of them: "the Spanish bank", "the pub operator" stand for the one that it called so.

What a name is called stands before it ("Spain's Arden", "Dutch brewer Arden") or behind its comma ("Arden, a German steelmaker,").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue, Sentence
from pipeline.interpret.owners import parties
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.interpret.story import Story
from pipeline.lexicon import either

BEFORE = 6
"""Tokens before a name in which it is called something."""

BEHIND = 7
"""Tokens behind the comma of a name in which it is."""

CALLED = 4
"""Tokens between "the", or the nation, and the word for a firm: "the Danish private equity firm"."""

APART = 5
"""Tokens between a name, with its ticker, and the "the" of what it is called behind its comma, and one."""

LONG = 5
"""Words of the longest name of a firm whose nation is known, and one."""


@dataclass(slots=True)
class _Firm:
    """What a story calls a firm: of which nations it is, and of which kinds."""

    nations: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


@cache
def _firms(language: str) -> frozenset[str]:
    """The words that call a firm one, but for those of its parts."""
    return either(words("commons", language), words("firms", language)) - words("units", language) - words("no_firms", language)


@cache
def _homes(language: str) -> dict[str, str]:
    """Of which nation firms are that are known by name."""
    nations: dict[str, list[str]] = lexicon.entries("owner", language)["nations_of_firms"]
    return {name: nation for nation, names in nations.items() for name in names}


def _home(name: str, language: str) -> set[str]:
    """The nation of a firm, where it is known by the first words of its name."""
    homes, parts = _homes(language), name.casefold().split()
    return {homes[" ".join(parts[:n])] for n in range(1, LONG) if " ".join(parts[:n]) in homes}


class Described:
    """Remembers what a story about `company` calls its firms, and puts them for what stands for them."""

    def __init__(self, story: Story, company: str | None) -> None:
        self.story, self.language, self.company = story, story.language, company
        self.known: dict[str, _Firm] | None = None

    def with_meant(self, sentence: Sentence, found: list[Party], named: str | None) -> list[Party]:
        """The parties of a sentence with those that only a word for a firm and its nation or its trade stands for, `named` being the last."""
        if len(self.story.organisations) < 2 or "the" not in sentence.tokens:
            return found
        meant = []
        for first, last, nation in self._standing(sentence):
            apposed = APART if sentence.tokens[max(0, first - 2)] in words("apposed_by", self.language) else 0
            if any(p.organisation and p.first <= last + 1 and first - 1 - apposed <= p.last for p in found):
                continue  # "the Danish brewer Arden", "Arden, the Danish brewer"
            if (key := self._meant(set(sentence.tokens[first : last + 1]), nation, named)) is not None:
                meant.append(parties.standing(sentence, first, last, key, self.language))
        if not meant:
            return found
        kept = (p for p in found if not any(m.first <= p.first and p.last <= m.last for m in meant))
        return sorted(chain(kept, meant), key=lambda p: p.first)

    def _standing(self, sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
        """The stretches behind "the" that end in a word for a firm, with the nation that they name."""
        tokens, firms = sentence.tokens, _firms(self.language)
        if firms.isdisjoint(tokens):
            return
        places = {c.first: c for c in sentence.of("place") if c.role != "seats"}
        for i, word in enumerate(tokens):
            if word != "the" or not words("superlatives", self.language).isdisjoint(tokens[i + 1 : i + CALLED]):
                continue  # "the largest Danish brewer" is said of one that is named
            place = next((places[at] for at in (i + 1, i + 2) if at in places), None)
            begin = place.last + 1 if place is not None else i + 1
            last = self._kind(sentence, begin)
            if last is None or tokens[begin : begin + 1] == ["central"]:
                continue
            if place is None and last == begin:
                yield begin, last, None
            elif place is not None or self.story.text[sentence.starts[begin] : sentence.ends[last]].islower():
                yield i + 1, last, place.key if place is not None else None

    def _kind(self, sentence: Sentence, begin: int) -> int | None:
        """The last of the words for a firm that stand near `begin`, which no other noun goes on."""
        tokens, firms = sentence.tokens, _firms(self.language)
        at = next((i for i in range(begin, min(begin + CALLED, len(tokens))) if tokens[i] in firms), None)
        if (
            at is None
            or not words("prepositions", self.language).isdisjoint(tokens[begin:at])
            or not all(t.isalpha() for t in tokens[begin:at])
        ):
            return None
        while tokens[at + 1 : at + 2] and tokens[at + 1] in firms:
            at += 1
        after = tokens[at + 1 : at + 2]
        return at if not after or after[0] in self._ends(sentence, at + 1) else None

    def _ends(self, sentence: Sentence, at: int) -> frozenset[str]:
        """The words behind one for a firm that do not go on with what it is called: a verb, a mark, a preposition."""
        token = sentence.tokens[at]
        verb = any(c.first == at for kind in ("finite", "attribution", "direction") for c in sentence.of(kind))
        goes_on = (
            token.isalpha() and not verb and token not in either(words("after_firms", self.language), words("prepositions", self.language))
        )
        return frozenset() if goes_on else frozenset({token})

    def _meant(self, called: set[str], nation: str | None, named: str | None) -> str | None:
        """The only firm of the story that is so called; None where the one `named` last, or the one it is about, may be that as well."""
        if self.known is None:
            self.known = self._read()
        kinds = (called & self.kinds) - words("any_firm", self.language)
        if nation is None and not kinds:
            return None
        of = [name for name, firm in self.known.items() if self._may_be(firm, kinds, nation)]
        sure = [name for name in of if (nation in self.known[name].nations if nation is not None else self.known[name].kinds & kinds)]
        if len(sure) != 1:
            return None
        others = {self.company, named} - {None, sure[0]}
        return sure[0] if others.isdisjoint(of) and self.company is not None else None

    def _may_be(self, firm: _Firm, kinds: set[str], nation: str | None) -> bool:
        """Whether nothing that is known of a firm speaks against it."""
        if nation is not None and firm.nations:
            return nation in firm.nations and (not firm.kinds or not kinds or bool(firm.kinds & kinds))
        return not firm.kinds or not kinds or bool(firm.kinds & kinds)

    def _read(self) -> dict[str, _Firm]:
        known: dict[str, _Firm] = {}
        self.kinds: set[str] = set()
        for number, span in enumerate(self.story.spans):
            named = self.story.organisations_in(max(span.start, self.story.body), span.end)
            if not named:
                continue
            sentence = self.story.sentence(number)
            for o in named:
                first, behind = sentence.token_at(o.start), sentence.token_at(o.end - 1) + 1
                self._note(sentence, range(max(0, first - BEFORE), first), known.setdefault(o.name, _Firm()), front=True)
                behind = behind_ticker(sentence.tokens, behind)
                if (
                    sentence.tokens[behind : behind + 1] == [","]
                    and sentence.tokens[behind + 1 : behind + 2]
                    and (sentence.tokens[behind + 1] in words("articles", self.language))
                ):
                    self._note(sentence, range(behind + 1, min(len(sentence.tokens), behind + BEHIND)), known[o.name], front=False)
        for name, firm in known.items():
            self.kinds |= firm.kinds
            firm.nations |= _home(name, self.language)
        return known

    def _note(self, sentence: Sentence, where: range, firm: _Firm, *, front: bool) -> None:
        """Take in what a name is called in a stretch right before it, or behind its comma."""
        tokens, firms = sentence.tokens, _firms(self.language)
        places = {c.last if front else c.first: c for c in sentence.of("place") if c.role != "seats"}
        kinds: list[str] = []
        place: Clue | None = None
        beside = either(words("peers", self.language), words("units", self.language), words("kin", self.language))
        if front:
            at = where.stop - 1
            if at > where.start and tokens[at] == "," and not words("articles", self.language).isdisjoint(tokens[where.start : at]):
                at -= 1  # "a Danish brewer, Arden"
            if at >= where.start and tokens[at] in GENITIVE:
                place = places.get(at - 1)
            else:
                while at >= where.start and (place := places.get(at)) is None and self._calls(tokens[at]):
                    kinds.append(tokens[at])
                    at -= 1
                if place is None and kinds and kinds[0] not in firms:
                    return
                if at >= where.start and tokens[at] in GENITIVE and place is None:
                    place = places.get(at - 1)
        else:
            at = where.start + 1
            while at < where.stop and tokens[at] not in firms and self._calls(tokens[at]):
                if (clue := places.get(at)) is not None:
                    place, at = clue, clue.last
                else:
                    kinds.append(tokens[at])
                at += 1
            if at >= where.stop or tokens[at] not in firms:
                return
            kinds.append(tokens[at])
        if not beside.isdisjoint(kinds):
            return
        if place is not None:
            firm.nations.add(place.key)
        firm.kinds.update(kinds)

    def _calls(self, token: str) -> bool:
        """Whether a token may be of what a name is called."""
        return token.isalpha() and token not in either(
            words("prepositions", self.language), words("articles", self.language), words("no_description", self.language)
        )
