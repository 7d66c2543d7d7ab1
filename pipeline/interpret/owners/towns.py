"""Towns, counties and regions in a text, and the one that a story is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.owners.known import words

if TYPE_CHECKING:
    from pipeline.interpret.owners.capitals import Name

INITIALS = 3
"""Letters of the longest name in capitals that is no dateline's: "NSW"."""

SEVERAL = 2
"""Names of a nation by which a story that does not name it is known to be of it."""

DATELINE = re.compile(r"[,:(\u2014\u2013/-]| - ")
"""What ends the town of a dateline."""

BEFORE = 12
"""Characters before a name within which the word stands that leads it."""


def of_town(line: str, language: str) -> bool:
    """Whether a dateline is that of a town's own paper: no agency's, and no seat from which they send."""
    name = line_town(line)
    return "(" not in line and name in nations(language) and name not in words(language).places


def line_town(line: str) -> str:
    """The town of a dateline in lower case: "boise" of "BOISE, Idaho -"."""
    return DATELINE.split(line.strip(), maxsplit=1)[0].strip().casefold()


def line_nation(line: str, language: str) -> str | None:
    """The nation of the state that a dateline names behind its town: "TRAIL, British Columbia, June 1 -", "MIDLAND, Mich. -"."""
    parts = line.split(",")
    return _regions(language).get(_bare(parts[1].partition("(")[0].rstrip(" -\u2013\u2014"))) if len(parts) > 1 else None


def _bare(name: str) -> str:
    return name.replace(".", "").replace(" ", "").casefold()


@cache
def _regions(language: str) -> dict[str, str]:
    """The nation of each state by its name and by what datelines call it."""
    states = lexicon.entries("states", language).items()
    return {_bare(form): nation for nation, entry in states for form in (*entry["forms"], *entry.get("datelines", ()))}


class Town(NamedTuple):
    """A town, a county or a region in the text; `nations` where they are known, else it is only told as a place is: "in Penwith"."""

    start: int
    end: int
    name: str
    nations: tuple[str, ...]
    known: bool


def _plain(form: str) -> str:
    """A form as names are found by it: "st paul" of "St. Paul"."""
    return form.casefold().replace(". ", " ")


@cache
def nations(language: str) -> dict[str, tuple[str, ...]]:
    """The nations of each town and state by its name in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for name in ("states", "towns"):
        for nation, entry in lexicon.entries(name, language).items():
            for form in map(_plain, entry["forms"]):
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), nation)))
    return found


def survey(text: str, names: Iterable[Name], taken: set[int], title: frozenset[str], language: str) -> list[Town]:
    """The towns among the names of a text; at the offsets `taken` there are organisations and people.

    A place that nobody knows is one where the title names it too, by the words of `title` in lower case.
    """
    known, owner, places = nations(language), lexicon.sets("owner", language), words(language).places
    found: list[Town] = []
    local: bool | None = None  # whether the story speaks of who governs a town
    for name in names:
        if name.start in taken or (len(name.words[0]) > INITIALS and name.words[0].isupper()):
            continue  # "MUMBAI: Prices"
        low = name.low
        among = known.get(" ".join(low))
        if among is None and len(low) > 1:
            if low[0] in owner["town_parts"]:
                among = known.get(" ".join(low[1:]))
            elif low[-1] in owner["town_kinds"] and " ".join(low) not in places:  # no county is "Ivory Coast", or "Cayman Islands"
                among = known.get(" ".join(low[:-1]), ())
        if among is not None:
            found.append(Town(name.start, name.end, text[name.start : name.end], among, True))
        elif len(low) > 1 and low[-1] in owner["county_kinds"] and " ".join(low) not in places:
            found.append(Town(name.start, name.end, text[name.start : name.end], (), True))  # "Penwith County"
        elif name.inside and " ".join(low) not in places and told_as_place(text, name, language):
            local = any(form in text.casefold() for form in owner["councils_said"]) if local is None else local
            sure = local or title.issuperset(low) or _of_kind(text, name, language)
            found.append(Town(name.start, name.end, text[name.start : name.end], (), sure))
    return found


def told_as_place(text: str, name: Name, language: str) -> bool:
    """Whether a name stands behind "in", and not as what somebody has a part in."""
    owner = lexicon.sets("owner", language)
    lead = text[max(0, name.start - 2 * BEFORE) : name.start].split()
    if _of_kind(text, name, language):
        return True  # "the Penwith municipality"
    if lead[-1:] == ["of"] and len(lead) > 1 and lead[-2].casefold() in owner["of_places"]:
        return True  # "Residents of Penwith Magna will pay"
    return lead[-1:] != [] and lead[-1] in owner["places_at"] and (len(lead) < 2 or lead[-2].casefold() not in owner["of_parts"])


def _of_kind(text: str, name: Name, language: str) -> bool:
    """ "the Penwith municipality": whether what a town is stands right behind a name."""
    following = text[name.end : name.end + 2 * BEFORE].split(None, 1)[:1]
    return bool(following) and following[0] in lexicon.sets("owner", language)["town_kinds_small"]


def nation(names: Iterable[Name], line: str, language: str) -> str | None:
    """The nation that most of the names of a story are of, those of firms that begin with a town's among them; `line` is its dateline.

    The first has the word where two have as many.
    """
    known = nations(language)
    count: Counter[str] = Counter()
    words_of = dict.fromkeys(name.low[:2] for name in names)  # in the order of the text, as no set keeps it
    told = {low: known.get(" ".join(low)) or known.get(low[0], ()) for low in words_of}
    told[line_town(line),] = known.get(line_town(line), ())
    sure = {among[0] for among in told.values() if len(among) == 1}
    for among in filter(None, told.values()):
        count.update(among if len(among) < 2 or sure.isdisjoint(among) else [one for one in among if one in sure])
    place = max(count, key=count.__getitem__, default=None)
    return place if place is not None and count[place] >= SEVERAL else None


def main(towns: list[Town], head: list[Sentence], title: Sentence, titled: str, body: int, firm: int, language: str) -> Town | None:
    """The town or the state that a story is about: its first sentence has it before its verb, or the title names it and the head does.

    It is about none where it names a nation before, a firm (at the offset `firm`), several of them, or tells what is so nationwide.
    """
    known = [town for town in towns if town.known and town.start < head[-1].end] if head else []
    if not known or any(c.role != "seats" and not _heads(c, title) for c in title.of("place")):
        return None
    first = head[0]
    nations = [c.start for c in first.of("place") if c.role != "seats" and c.start >= body]
    if not lexicon.sets("owner", language)["nationwide"].isdisjoint(first.tokens) or min([*nations, firm]) < known[0].start:
        return None
    if len(known) > 1 and first.token_at(known[1].start) - first.token_at(known[0].end - 1) == 2:
        return None  # "in Kent, Surrey and Sussex"
    named = min(((at, town) for town in known if (at := titled.find(town.name)) >= 0), default=None)
    if named is not None:
        return named[1]
    verb = next((c.start for c in first.of("finite") if c.start > body), first.end)
    return known[0] if known[0].start < verb else None


def _heads(place: Clue, title: Sentence) -> bool:
    """ "Kenya: Nakuru raises its levies": a nation that only heads a title."""
    return place.first == 0 and title.tokens[place.last + 1 : place.last + 2] == [":"]
