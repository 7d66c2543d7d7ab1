"""The organisations that a story names, and where it names them.

A name is an organisation's where its form says so (a legal form, brackets of the wire, a ticker, initials behind it), or where it
recurs or stands where organisations do, and is no place, person, office or month.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.owners import small_names, things
from pipeline.interpret.owners.aliases import Known, Organisation
from pipeline.interpret.owners.capitals import ACTS, DOTTED, LIKELY, OWNED, SURE, Name, Scan
from pipeline.interpret.owners.doers import branch, does, heads_item, institution, opens_story, unnamed
from pipeline.interpret.owners.known import Words, governs
from pipeline.interpret.owners.known import words as known_words
from pipeline.interpret.owners.signs import acts, beside, signs, told
from pipeline.interpret.owners.towns import Town, nation, nations, told_as_place
from pipeline.interpret.owners.towns import survey as survey_towns

NUMBER = "id:"
"""What the number of a story begins with that the wire prints for another: "<ID:nN03321593>"."""

STOPS = ".,;:()\"'-*"
"""What may stand before or behind a word."""

FIRM = 4
"""Words of the longest name of a firm that the first sentence only calls one."""

SHORT = 3
"""Letters of the longest last word of a name that does not stand for it alone."""

OFFICE = 16
"""Characters behind a name within which an office stands."""


NUMBER_IN = re.compile(r"\d")
"""A number in a name."""

WRITTEN_WITH_NUMBER = re.compile(r"^(?:[^\W\d_]+ )?[^\W\d_]{3,}\d{1,3}$")
"""A name with a number at its end ("Halford24"); models have only a letter or two before it ("A320")."""


class Occurrence(NamedTuple):
    """A name of an organisation in the text."""

    start: int
    end: int
    name: str


@cache
def _moneys(language: str) -> frozenset[str]:
    """The words of moneys, which the wire may write with a capital ("3.6 billion Cruzados"), and the letters of their signs ("NT$40")."""
    moneys = lexicon.entries("currencies", language).values()
    words = {word for entry in moneys for word in entry.get("words", ())}
    return frozenset(words | {sign.casefold().rstrip("$ ") for entry in moneys for sign in entry.get("symbols", ())})


def survey(
    text: str, begin: int, title: frozenset[str], capitals: bool, language: str
) -> tuple[list[Organisation], list[Occurrence], list[Town], str | None, dict[str, str]]:
    """The organisations of a text from `begin` on, where they are named, its towns, the nation that its names are of, and the full names of
    its people by surname in lower case.

    `title` are the words of the story's title in lower case, `capitals` whether it has no small letters, so that its words need
    not be names.
    """
    raised = small_names.raised(text, language)
    found = _Survey(Scan(raised, begin, language), begin, language)
    known = found.organisations(title, capitals)
    if raised != text:
        known = [organisation._replace(name=small_names.as_printed(organisation.name, text, language)) for organisation in known]
    named = found.occurrences(known) if known else []
    towns = survey_towns(text, found.names, {o.start for o in named} | found.others, title, language)
    return known, named, towns, nation(found.names, text[:begin], language), found.full


@cache
def _firsts(language: str) -> frozenset[str]:
    """The words with which known names of firms begin."""
    return frozenset(form.split()[0] for form in known_words(language).companies)


class _Survey:
    """What the names of a text are."""

    def __init__(self, scan: Scan, begin: int, language: str) -> None:
        self.text, self.names, self.initials, self.offices = scan.text, scan.names, scan.initials, scan.offices
        self.language = language
        self.words: Words = scan.words
        self.signs = signs(language)
        self.says = lexicon.words("says", language)
        self.unnamed = unnamed(scan.text, begin, language)
        self.people: dict[str, int] = {}
        """Surnames, and where a person of that name is told in full."""
        self.full: dict[str, str] = {}
        """Full names of people by surname in lower case."""
        self.others: set[int] = set()
        """Where names of people stand."""
        self.goods: set[tuple[str, ...]] = set()
        """Names of products: "its Vexol drug"."""
        self.doubtful: dict[str, int] = {}
        """Last words of names that may be a person's."""

    def organisations(self, title: frozenset[str], capitals: bool) -> list[Organisation]:
        """The organisations among the names, in the order of the text."""
        judged = [(name, self._judge(name)) for name in self.names]
        count = Counter(name.words for name, strength in judged if strength is not None)
        if not count:
            return []
        strengths, inside = self._strengths(judged, count, title)
        kept = Known(self.text, self.language)
        firsts = frozenset(name.low[0] for name, strength in judged if strength is not None and len(name.low) > 1)
        for name, strength in judged:
            key = name.words
            if strength is None:
                continue
            known = strengths[key]
            recurs = key in inside and (count[key] > 1 or (not capitals and title.issuperset(name.low)))
            if (known == 0 and not recurs) or (known < SURE and key in self.goods):
                continue
            if known < SURE and (len(key) == 1 or " ".join(key).isupper()) and self._common(name, firsts):
                continue
            if known < SURE and len(key) == 1 and self._is_person(key[0], name.start, known):
                continue
            kept.add(name, known == SURE)
        for short, full in self.initials.items():
            kept.alias(full, short)
        for short, full in self.offices.items():
            kept.rename(short, full)
        self._by_last(judged, kept)
        return kept.found

    def _by_last(self, judged: list[tuple[Name, int | None]], kept: Known) -> None:
        """ "Halford" of "Penwith Halford": a firm told again by the last word of its name, which is no surname and no word of the text."""
        lasts: dict[str, str] = {}
        for organisation in kept.found:
            first, _, last = organisation.name.rpartition(" ")
            if first and len(last) > SHORT and first.count(" ") < 2 and " of " not in first and "&" not in first:
                lasts[last] = organisation.name
        known = self.words
        for name, strength in judged if lasts else ():
            full = lasts.get(name.words[0]) if len(name.words) == 1 and strength is not None else None
            low = name.low[0]
            if (
                full is None
                or low in known.legal
                or low in known.marks
                or low in kept.generic
                or low in known.heads
                or low in self.signs.firms
            ):
                continue
            if not self._is_person(name.words[0], name.start, 0) and low not in self.small and low not in self.signs.tails:
                kept.alias(full, name.words[0])

    def _common(self, name: Name, firsts: frozenset[str]) -> bool:
        """ "Nonperforming assets", "COMBINED COMPANY": whether the text has all words of a name in small letters as well, and no firm is called so;
        `firsts` begin longer names of the text."""
        inside = all(word in self.text for word in name.low)  # few are, and the words of a text are many
        return inside and self.small.issuperset(name.low) and name.low[0] not in firsts and name.low[0] not in _firsts(self.language)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(word for token in self.text.split() if (word := token.strip(STOPS)).islower())

    def _traded(self) -> bool:
        """Whether an exchange may be what the story is about: one that is bid for."""
        return any(f" {word} " in self.text for word in self.signs.takeovers)

    def _strengths(
        self, judged: list[tuple[Name, int | None]], count: Counter[tuple[str, ...]], title: frozenset[str]
    ) -> tuple[dict[tuple[str, ...], int], set[tuple[str, ...]]]:
        """How sure each name is wherever it stands, and which stand inside a sentence."""
        strengths = dict.fromkeys(count, 0)
        inside: set[tuple[str, ...]] = set()
        for key in count:
            if len(key) > 2:
                short = "".join(w[0] for w in key if w[0].isupper() or w == "&")
                if (short,) in count or short.casefold() in title:
                    strengths[key] = LIKELY  # "London Stock Exchange" in a story that says "LSE"
        for name, strength in judged:
            if strength is not None:
                strengths[name.words] = max(strengths[name.words], strength)
                if name.inside:
                    inside.add(name.words)
        return strengths, inside

    def _judge(self, name: Name) -> int | None:
        """How sure a name is an organisation's by its form and its surroundings; None where it is something else's."""
        low, known, signs = name.low, self.words, self.signs
        joined = " ".join(low)
        if name.low[-1] not in known.legal and known.ministers.intersection(self.text[name.end : name.end + OFFICE].casefold().split()[:1]):
            return None  # "Primary Industries Minister"
        if joined in known.places or len(joined) < 2 or known.legal.issuperset(low) or low[0].startswith(NUMBER):
            return None
        if joined in known.companies or joined.replace(" and ", " & ") in known.companies:
            return LIKELY if name.sure != SURE else SURE
        if len(low) == 1 and name.sure != SURE and things.called(name.words[0], self.text):
            return None
        if joined in known.alone or joined in _moneys(self.language) or (low[-1] in signs.exchanges and not self._traded()):
            return None
        near = beside(self.text, name, signs)
        last, following = near.last, near.following
        if self.text[max(0, name.start - len("al-")) : name.start].casefold() in signs.surname_particles:
            self.people.setdefault(name.words[0], name.start)
            return None  # "Saif al-Halford"
        if (low[0] in known.ministries and low[-1] not in known.legal) or following.casefold() in known.portfolios:
            return None
        if len(low) == 2 and DOTTED.fullmatch(name.words[0]) and low[0] in known.places and following.islower():
            return None  # the wire writes a capital behind the dot: "U.K. Bank base rates"
        if " ".join(low[-3:]) in lexicon.sets("owner", self.language)["branches_of_bodies"]:
            return None  # "Chicago Federal Reserve Bank" is a branch of the nation's
        if name.sure == SURE:
            return SURE
        if governs(joined, self.language) or (len(low) > 1 and low[-1] in known.teams):  # "Senators said" are of no team
            return LIKELY
        if len(low) == 1 and not name.inside and following in signs.firms and near.after[1:2] and near.after[1][0].isupper():
            return None  # "Engineering group Arden has"
        if institution(self.text, name, near, signs) and joined not in nations(self.language):
            return LIKELY
        if low[-1] in known.offices or low[0] in known.offices or (NUMBER_IN.search(joined) and not WRITTEN_WITH_NUMBER.search(joined)):
            return None
        if len(low) > 1 and self._of_place(name):
            return LIKELY if branch(self.text, name, self.words.places, self.words.companies, signs) else None
        ended = bool(near.before) and near.before[-1][-1] == "."  # "… a treatment. Arden said"
        if (
            following.strip(".,") in signs.products
            or (last in signs.products and not ended)
            or (name.words[-1][-1:] == "s" and name.words[-1][:-1].isupper())
        ):
            self.goods.add(name.words)
            return None
        firm = last in signs.firms or last in signs.done_to or last.rpartition("-")[2] in signs.compounds  # "the London-listed Arden"
        if firm and last in signs.titles and len(low) == 2 and low[-1] not in known.legal and low[-1] not in signs.tails:
            firm = False  # "Owner Ann Arden said"
        firm = firm and not ended and following.rpartition("-")[2] not in signs.compounds  # "San Marco-based Arden"
        if not firm and self._person(name, last, following):
            self.others.add(name.start)
            self.people.setdefault(name.words[-1], name.start)
            if len(low) > 1:
                self.full.setdefault(low[-1], " ".join(name.words))
            if last in signs.titles:
                self.people.setdefault(name.words[0], name.start)  # where the family's name is first: "Premier Wen Jiabao"
            return None
        opens = self.names[0] is name and joined not in known.marks and (following.casefold() in known.legal or following in self.says)
        tells = firm or opens or told(self.text, name, near, signs, known.places)
        if 1 < len(low) < 4 and not tells and "&" not in low:
            self.doubtful.setdefault(name.words[-1], name.start)  # a name told again by its last word is a person's
        if not tells and (self.words.places.get(low[0]) == "people" or low[-1].removesuffix("s") in self.words.places):
            # "Chinese PC", "Ethiopians"
            return LIKELY if len(low) > 1 and low[-1] in signs.tails and does(self.text, name, signs) else None
        if opens_story(self.text, name, self.names[0], signs) or heads_item(name, near, signs, self.text):
            return LIKELY
        if self.unnamed and 1 < len(low) <= FIRM and not name.inside and does(self.text, name, signs):
            return LIKELY  # "A Penwith craft brewery is to … Halford Project produced"
        if NUMBER_IN.search(joined) and not tells:
            return None  # "Halford24 phones" are a product
        if tells and (name.inside or firm or opens or len(low) > 1 or following in OWNED or following == ","):
            return LIKELY
        if acts(self.text, name, signs):
            return ACTS
        if name.inside and last in signs.places_at and told_as_place(self.text, name, self.language):
            return None
        return None if joined in nations(self.language) else 0  # a town that recurs is no firm

    def _of_place(self, name: Name) -> bool:
        """Whether a place is in a name where none of an organisation has it: "U.S. Goods", "Federal Reserve Bank"."""
        low, places = name.low, self.words.places
        if DOTTED.fullmatch(name.words[0]) and low[0] in places:
            return True
        return (
            places.get(" ".join(low[:2])) == "bodies" or low[-1] in places or " ".join(low[-2:]) in places or " ".join(low[-3:]) in places
        )

    def _person(self, name: Name, last: str, following: str) -> bool:
        low, signs = name.low, self.signs
        if last in signs.titles and (len(low) > 1 or last in signs.addresses):
            return True
        if len(low) > 1 and (low[0] in self.words.given or low[0] in signs.nobles):
            return True
        if 1 < len(low) <= 3 and following[:1] == ",":
            behind = self.text[name.end + 1 : name.end + 60].casefold().split(None, 5)[:5]
            return not signs.roles.isdisjoint(w.strip(",") for w in behind)
        return False

    def _is_person(self, word: str, start: int, known: int) -> bool:
        """Whether a bare name is a surname told in full before it."""
        told = self.people.get(word) if known == LIKELY else self.people.get(word, self.doubtful.get(word))
        return told is not None and told < start

    def occurrences(self, known: list[Organisation]) -> list[Occurrence]:
        """Where the organisations are named, by any of their forms, from left to right."""
        forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for organisation in known:
            for alias in organisation.aliases:
                parts = tuple(alias.split())
                forms.setdefault(parts[0], []).append((parts, organisation.name))
        for rows in forms.values():
            rows.sort(key=lambda row: -len(row[0]))
        found: list[Occurrence] = []
        for name in self.names:
            at, i = name.start, 0
            while i < len(name.words):
                for form, owner in forms.get(name.words[i], ()):
                    if name.words[i : i + len(form)] == form:
                        start = max(self.text.find(form[0], at, name.end), at)
                        at = name.end if i + len(form) == len(name.words) else start + len(" ".join(form))
                        found.append(Occurrence(start, at, owner))
                        i += len(form) - 1
                        break
                i += 1
        return found
