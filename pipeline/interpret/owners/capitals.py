"""The runs of capitalised words in a text: what may be a name.

One pattern finds the runs; a run is split where a sentence ends, at "'s", and at words that are part of no name; "of", "for" and
"and" join two that are one name ("Bank of Nova Scotia").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.owners.known import words
from pipeline.interpret.owners.runs import TICKER, genitive_names, issuer, plain_names, runs

OWNED = tuple(GENITIVE)
OWNED_BY_MANY = "s'"
"""Ends the name of an owner that ends in "s" by itself."""

OWNING = frozenset({*OWNED, "'"})
"""What stands between an owner and its code: "Arden Mills' (ARD.N) sales"."""

PART = re.compile(r" & |\S+")
DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
COMPOUND = re.compile(r"-[a-z]+$")

PARAGRAPH = "\n\n"
"""Ends a sentence without a point: a heading, an item of a list."""

LOOK = 16
"""Characters before a name and behind it that tell what it is the name of."""

JOINT = 5
"""Characters between two runs that are one name."""

FORM = 8
"""Characters behind a name in which its legal form in small letters stands."""

HEADING = 6
"""Capitals from which a word is a heading's, not a name's."""

SEVERAL = 4
"""The same, where the one before it is as long."""

INITIALS = 4
"""Capitals of the longest initials that a firm goes by."""

PARTNERS = 2
"""Words by which each partner of a house is told in its name at most."""

SURE, LIKELY, ACTS = 3, 2, 1
"""How sure it is that a name is an organisation's: its form says so, its surroundings do, or what it does, which a person may do too."""


def _heads(found: list[str], word: str = "") -> bool:
    """Whether words in capitals are a heading's, to which `word` does not belong: the last is long, or the last two are no initials."""
    if not found or not found[-1].isupper():
        return False
    if len(found[-1]) >= HEADING:
        return not (word.isupper() and len(word) > 2)
    return len(found) > 1 and not word.isupper() and all(part.isupper() and len(part) >= SEVERAL for part in found[-2:])


@dataclass(slots=True, eq=False)
class Name:
    """A name: its words, in lower case as well, and its offsets; `inside` a sentence a capital means a name."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    start: int
    end: int
    inside: bool
    sure: int


class Scan:
    """The names of a text from `begin` on, in order; `initials` are the short forms told in brackets behind a name."""

    def __init__(self, text: str, begin: int, language: str) -> None:
        self.text = text
        self.words = words(language)
        self.names: list[Name] = []
        self.initials: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        """Those of offices: what goes by them only where the story tells of it as of an organisation is one."""
        self.plain = frozenset(m[m.lastindex or 0].casefold() for m in plain_names(language).finditer(text, begin))
        """Words that are firms' names in this text."""
        self.genitives = genitive_names(text, language)
        never, openers = self.words.never - self.plain, self.words.openers - self.plain
        self.never, self.openers = never, openers
        self.in_town = lexicon.sets("attribution", language)["in_town"]
        for m in runs(language).finditer(text, self._opening(begin, language)):
            run = m.group()
            if run.isalpha():
                low = run.casefold()
                if low not in never and low not in openers:
                    self._add([run], [low], m.start(), m.end())
            elif run[0] == "<":
                self._bracketed(run[1:-1], m.start() + 1)
            elif run[0] == "(":
                self._initials(run.strip("() "), m.start())
            else:
                self._run(run, m.start())

    def _opening(self, begin: int, language: str) -> int:
        """Take the issuer with which a story of a bond opens for one name; where the names behind it begin."""
        found = issuer(language).match(self.text, begin)
        if found is None:
            return begin
        parts = tuple(found[1].split())
        low = tuple(part.casefold() for part in parts)
        of, places = low.index("of") if "of" in low else 0, self.words.places
        sovereign = lexicon.sets("owner", language)["sovereign_forms"].issuperset(low[:of]) and " ".join(low[of + 1 :]) in places
        if " ".join(low) in places or (of and sovereign):
            return begin
        self.names.append(Name(parts, low, found.start(1), found.end(1), False, SURE))
        return found.end(1)

    def _bracketed(self, inner: str, start: int) -> None:
        """A name or a ticker as the wire of 1987 put them: "<Sulpetro Ltd>", "<IBM>"."""
        if TICKER.fullmatch(inner):
            self._mark(start - 1)
        elif inner[0].isupper():
            parts = tuple(inner.split())
            self.names.append(Name(parts, tuple(p.casefold() for p in parts), start, start + len(inner), True, SURE))

    def _initials(self, inner: str, start: int) -> None:
        """A ticker or initials in brackets behind a name: "National Company for Cooperative Insurance (NCCI)"."""
        last = self.names[-1] if self.names else None
        if last is None or " ".join(last.low) in self.words.alone:
            return
        coded = "." in inner or ":" in inner
        if coded and self.text[last.end : start].rstrip("( ") in OWNING:
            last.sure = SURE  # "Arden Mills' (ARD.N) sales"
        elif not 0 < start - last.end <= 2:
            return
        elif coded:
            self._mark(start)  # "Arden Mills (ARD.N)", "Arden Mills (NYSE: ARD)"
        elif self.words.offices.isdisjoint(last.low):
            self._mark(start)
            self.initials[inner] = " ".join(last.words)
        elif last.low[0] not in self.words.places:
            self.offices[inner] = " ".join(last.words)

    def _mark(self, start: int) -> None:
        if self.names and 0 <= start - self.names[-1].end <= 2:
            self.names[-1].sure = SURE

    def _run(self, run: str, start: int) -> None:
        """Split a run into names."""
        known = self.words
        found: list[str] = []
        low: list[str] = []
        first = start

        def close(end: int, sure: int = 0) -> None:
            nonlocal found, low
            if found:
                self._add(found, low, first, end, sure)
                found, low = [], []

        until = 0
        """Where a known name ends that holds what else would part it: "US Airways", "Reader's Digest"."""
        for m in PART.finditer(run):
            part, here = m.group(), start + m.start()
            if not found:
                until = m.start() + self._known_from(run[m.start() :], part)
                first = here
            if m.end() < until:
                found.append(part.strip())
                low.append(part.strip().casefold())
                continue
            if part == " & ":
                if found:
                    found.append("&")
                    low.append("&")
                continue
            if part.isdigit():
                if found:
                    found.append(part)
                    low.append(part)
                continue
            plain = part.isalpha()  # most are, and of them nothing has to be asked that marks in a word may mean
            owns = not plain and part.endswith(OWNED) and not self._company_follows(run, m.end())
            if owns and " ".join([*low, part.casefold()]) in known.companies:
                owns = False  # "Macy's"
            owns = owns and part not in self.genitives
            dotted = not plain and "." in part and DOTTED.fullmatch(part) is not None
            word = part if plain or dotted else part[:-2].rstrip(".") if owns else part.rstrip(".'-/")
            small = word.casefold()
            if not plain and known.never.issuperset(small.replace("-to-", "/").replace("-", "/").split("/")):
                close(here - 1)  # "June/July", "January-March"
                continue
            if not plain and not dotted and "." in word and TICKER.fullmatch(word):
                if found:
                    close(here - 1, SURE)
                else:
                    self._mark(here)  # "Arden Inc's ARD.N shares"
                continue
            if m.start() < until:
                found.append(word)
                low.append(small)
                if owns:
                    close(here + len(word))
                continue
            if found and not plain and any(map(str.isdigit, word)) and " ".join(low) in known.companies:
                close(here - 1)  # "Airbus A320"
                continue
            if small in self.never or (not found and small in self.openers) or (not plain and "-" in word and COMPOUND.search(word)):
                close(here - 1)
                continue
            person = small in known.given and m.end() < len(run) and not DOTTED.fullmatch(" ".join(found))  # but "H.J. Heinz Co"
            if found and ((word == found[-1] and word.isupper()) or person):
                close(here - 1)  # "LOSSES AT EADS EADS lost", "EADS Philippe Camus"
            elif found and found[-1].isupper() and small not in known.legal and _heads(found, word):
                close(here - 1)  # "REBOUND Walmart Stores"
            if not found:
                first = here
            found.append(word)
            low.append(small)
            if plain:
                continue
            many = (
                m.end() < len(run) and part.endswith(OWNED_BY_MANY) and " ".join(low) in known.companies
            )  # "Lehman Brothers' Manhattan staff"
            if owns or many or (part[-1] == "." and word != part and not self._goes_on(small, run, m.end())):
                close(here + len(part if many else word))
        end = start + len(run.rstrip(".'"))
        if len(found) > 1 and found[-2].isupper() and self._runs_into(found):
            said = (found.pop(), low.pop())
            close(end - len(said[0]) - 1)
            found, low, first = [said[0]], [said[1]], end - len(said[0])
        close(end)

    def _runs_into(self, found: list[str]) -> bool:
        """Whether a heading runs into the initials that the sentence behind it begins with: "LOSSES NARROW ABC said" where "ABC" is told again."""
        last = found[-1]
        if (
            len(last) > INITIALS
            or not last.isupper()
            or not _heads(found[:-1])
            or last.casefold() in self.words.legal
            or f" {last.casefold()} " in self.text
        ):
            return False
        return re.search(rf"(?<!{re.escape(found[-2])}\s)\b{re.escape(last)}\b", self.text) is not None

    def _known_from(self, run: str, first: str) -> int:
        """The length of the known name that a run begins with and that would be parted else: "May Department Stores", "US Airways"."""
        names = self.words.led.get(first.casefold())
        if names is None:
            return 0
        said = run.casefold()
        return max((len(name) for name in names if said.startswith(name) and not said[len(name) :][:1].isalnum()), default=0)

    def _goes_on(self, word: str, run: str, at: int) -> bool:
        """Whether a name goes on behind a word cut short: "Wm. Arden Jr. Co." is one name."""
        if word in self.words.cut:
            return True
        return (word in self.words.legal or word in self.words.suffixes) and self._company_follows(run, at)

    def _company_follows(self, run: str, at: int) -> bool:
        """Whether a legal form follows, or what a school or a shop is: "Lowe's Cos Inc", "St Mary's Hospice" are each one name."""
        following = run[at:].split(None, 1)[:1]
        word = following[0].casefold().rstrip(".,") if following else ""
        known = self.words
        return bool(word) and (word in known.legal or word in known.institutions or word in known.genitive_forms)

    def _add(self, found: list[str], low: list[str], start: int, end: int, sure: int = 0) -> None:
        known = self.words
        if self.names and 0 < start - self.names[-1].end <= JOINT and self._joined(self.names[-1], low, start):
            last = self.names.pop()
            joint = self.text[last.end : start].strip()
            found, low, start = [*last.words, joint, *found], [*last.low, joint, *low], last.start
            if self._partnered(low, start):
                partner, last_of_it = self.names.pop(), low.index("and") - 1
                found, low, start = [*partner.words, *found], [*partner.low, *low], partner.start
                found[last_of_it], low[last_of_it] = f"{found[last_of_it]},", f"{low[last_of_it]},"
        if found[-1] == "&":
            found.pop()
            low.pop()
        form = self.text[end : end + FORM].split(None, 1)[:1]
        if form and form[0].rstrip(",.'s") in known.small and self.text[end].isspace():  # "Arden Wind plc"
            small = form[0].rstrip(",.'s")
            found, low, end = [*found, small], [*low, small], self.text.index(small, end) + len(small)
        if len(found) > 1 and (low[-1] in known.legal or low[-1] in known.marks or low[0] in known.fronts):
            sure = SURE
        if len(found) > 2 and " ".join(low[-2:]) in known.marks:  # "Arden Asset Management", but not that of a bank
            sure = SURE
        lead = self.text[max(0, start - LOOK) : start]
        before = lead.rstrip()
        inside = (before[-1:].isalnum() or before[-1:] == ",") and PARAGRAPH not in lead[len(before) :]
        if not inside and len(found) > 1 and low[0] in known.callings:
            start += len(found[0]) + 1
            found, low = found[1:], low[1:]
        if len(low) == 1 and low[0] in self.plain:
            sure = SURE
        self.names.append(Name(tuple(found), tuple(low), start, end, inside, sure))

    def _partnered(self, low: list[str], start: int) -> bool:
        """Whether the name before a comma is that of another partner of a house: "Penwith, Arden and Co", but "Halford Ltd, Penwith and Co"."""
        known, last = self.words, self.names[-1] if self.names else None
        joint = low.index("and") if "and" in low else 0
        if last is None or not 0 < joint <= PARTNERS or len(last.low) != joint or self.text[last.end : start].split() != [","]:
            return False
        led = self.text[max(0, last.start - LOOK) : last.start].casefold().split()[-1:]
        if led and led[0] in self.in_town:
            return False  # "In Arden, Penwith and Co said"
        firm = not known.legal.isdisjoint(last.low) or not known.marks.isdisjoint(last.low)
        return known.legal.issuperset(low[joint + 1 :]) and not firm and " ".join(last.low) not in known.places

    def _joined(self, last: Name, low: list[str], start: int) -> bool:
        """Whether a run goes on with the name before it."""
        known = self.words
        joint = self.text[last.end : start].strip()
        if joint == "and" and last.low[0] in known.ministries:
            return True  # "Ministry of Energy and Mines"
        bare = list(low)
        while len(bare) > 1 and bare[-1] in known.legal:
            bare.pop()
        if joint == "and" and " ".join((*last.low, "&", *bare)) in known.companies:
            return True  # "Scottish and Newcastle", which writes itself with a sign
        if joint in known.particles:
            return last.low[-1] not in known.places
        if joint in ("of", "for"):
            return last.low[-1] in known.heads
        if joint != "and":
            return bool(joint) and " ".join((*last.low, joint, *bare)) in known.companies  # "Research in Motion"
        if len(self.names) == 1 and len(last.low) == 1 and len(low) == 2 and low[1] in known.legal and last.low[0] not in known.places:
            return True  # a story opens with a company's whole name: "Smith and Wells Corp"
        if low[0] in known.trades:
            return last.sure < SURE or low[-1] in known.offices or (low[-1] in known.legal and last.low[-1] not in known.legal)
        return low[-1] in known.legal and " ".join(last.low) in known.places and " ".join(low[:2]) in known.places
