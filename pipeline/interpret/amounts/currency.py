"""Which currency a shared sign or name stands for: "dlrs" in a Singapore story, "crowns" in a Swedish one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import tokenise
from pipeline.interpret.owners.towns import of_town
from pipeline.interpret.story import Story
from pipeline.model import Fact, Mention, Quantity

OWN = 2
"""How often a story must name a currency in full before its bare word follows, where the place does not say so."""

OWN_SIGN = "currency of the story's place: a bare sign"
"""The rule by which "$" is no US dollar."""

PAPER = 3
"""Sentences of a story, from which on it is known who is not in it."""


@cache
def _by_place() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """For each place the currencies used there, with the first and last day of their use (ISO, '' where open)."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for code, entry in lexicon.entries("iso4217").items():
        for place, start, end in entry.get("used", ()):
            found.setdefault(place, []).append((code, start, end))
    return {place: tuple(rows) for place, rows in found.items()}


def of_place(place: str | None, day: str | None) -> tuple[str, ...]:
    """The currencies in use in `place` on `day` (ISO, partial allowed); all it ever used where the day is unknown."""
    rows = _by_place().get(place or "", ())
    if day is None:
        return tuple(code for code, _, _ in rows)
    return tuple(code for code, start, end in rows if (not start or start[: len(day)] <= day) and (not end or day <= end[: len(day)]))


def of_other_side(unit: str, mention: Mention, fact: Fact, day: str | None) -> str | None:
    """ "The Canadian dollar was quoted at 71.3 U.S. cents after 70.9 cents": the money of the other side, where a rate would be one of a money in itself."""
    if fact.statistic != "level" or unit not in of_place(fact.entity_id, day) or fact.partner == fact.entity_id:
        return None
    return next((code for code in of_place(fact.partner, day) if code in mention.candidates and code != unit), None)


@cache
def _homes(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    """For each family that keeps a list: the places whose stories mean their own money by the bare word."""
    families = [f for f in lexicon.entries("currency_families", language).values() if "home" in f]
    found = {tuple(f["candidates"]): frozenset(f["home"]) for f in families}
    for family in families:  # a hundredth is that of more moneys than have the name ("cents" of a rand)
        others = {place for place, rows in _by_place().items() if not {row[0] for row in rows}.isdisjoint(family["hundredths"])}
        found[*family["candidates"], *family["hundredths"]] = frozenset(others.union(family["home"]))
    return found


@cache
def _signs(language: str) -> frozenset[str]:
    """The signs of the families that keep such a list."""
    families = lexicon.entries("currency_families", language).values()
    return frozenset(sign for f in families if "home" in f for sign in f["symbols"])


@lru_cache(maxsize=1 << 12)
def alive(candidates: tuple[str, ...], day: str | None) -> tuple[str, ...]:
    """The candidates that are money on `day`; all where none is, for a story of today tells of marks as well."""
    used = tuple(code for code in candidates if day is None or _in_use(code, day))
    return used or candidates


@cache
def _in_use(code: str, day: str) -> bool:
    rows = lexicon.entries("iso4217").get(code, {}).get("used", ())
    return any((not start or start[: len(day)] <= day) and (not end or day <= end[: len(day)]) for _, start, end in rows)


class Moneys(NamedTuple):
    """What a story tells of the moneys in it."""

    home: str | None
    day: str | None
    named: Counter[str]
    """The codes that it has written unmistakably so far."""
    written: Counter[str]
    """Those of the whole story."""
    declared: str
    """The one that it says its sums are in, '' where it says none."""
    paper: bool
    """Whether there are sentences enough to tell where a bare sign would be written so."""
    signed: bool
    """Whether it has sums with a bare sign: cents are of the same money."""
    alone: str
    """The one that it writes in full at its first sum, where it writes no other of its kind, '' else."""
    own_sign: bool
    """Whether a bare sign means the money of its place: it has before, or it is a place's own paper that writes."""
    sent: bool
    """Whether an agency sent it, whose bare sign means the same money wherever it is."""


def moneys(story: Story, named: Counter[str]) -> Moneys:
    """What a story tells of the moneys in it; `named` is counted on as it is read.  What only a bare sign asks for is looked for where there is one."""
    mentions = [mention for sentence in story.mentions for mention in sentence]
    written = Counter(mention.quantity.unit for mention in mentions if not mention.candidates)
    bare = any(signed(mention, story.language) for mention in mentions)
    paper = bare and len(story.spans) >= PAPER
    said = declared(story.text, story.language) if bare else ""
    alone = _alone(mentions, written, story.language)
    return Moneys(
        story.home, story.published.text, named, written, said, paper, bare, alone, paper and own_paper(story), bare and _sent(story)
    )


def _alone(mentions: list[Mention], written: Counter[str], language: str) -> str:
    """ "will raise 150 mln Australian dlrs … shares of 1.60 dlrs": whose the later dollars of a story are that begins with such ones."""
    first = next((mention for mention in mentions if mention.quantity.unit.isupper()), None)
    if first is None or first.candidates:
        return ""
    code = first.quantity.unit
    kin = next((candidates for candidates in _homes(language) if code in candidates[1:]), ())
    return code if kin and not any(written[other] for other in kin if other != code) else ""


def own_paper(story: Story) -> bool:
    """Whether a story is of a place with dollars of its own, for those who live there: no agency sent it, and America is not in it."""
    line = story.document.dateline or story.text[: story.body]
    if (line and not of_town(line, story.language)) or story.home not in next(iter(_homes(story.language).values())):
        return False
    sentences = (story.sentence(number) for number in range(len(story.spans)))
    return not any(clue.key == "USA" for sentence in sentences for clue in sentence.of("place"))


def _sent(story: Story) -> bool:
    """Whether the line before a story names an agency of the world that sent it: "SYDNEY (Reuters) -"."""
    line = story.document.dateline or story.text[: story.body]
    return not lexicon.words("world_agencies", story.language).isdisjoint(tokenise(line))


def declared(text: str, language: str) -> str:
    """The money that a story says its sums are in: "all figures are in Canadian dollars"."""
    named, declaring = _declaring(language)
    found = declaring.search(text) if named.search(text) is not None else None
    return _by(language)[" ".join(found[1].split())] if found else ""


@cache
def _by(language: str) -> dict[str, str]:
    """The words that single a currency out of its family."""
    return {form: code for code, entry in lexicon.entries("currencies", language).items() for form in entry.get("by", ())}


@cache
def _declaring(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The end of such a sentence, which begins with letters that are found fast, and the whole of it."""
    said = "|".join(sorted(lexicon.words("declaring", language)))
    names = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(_by(language), key=len, reverse=True))
    money = rf"in\s+({names})\s+[a-z]+s\b"
    return re.compile(money), re.compile(rf"\b(?i:{said})\b[^.\d]{{0,40}}\b{money}")


def signed(mention: Mention, language: str) -> bool:
    """Whether a sum has but the sign that several moneys share."""
    return mention.candidates in _homes(language) and any(sign in mention.text for sign in _signs(language))


def settle(
    quantity: Quantity, mention: Mention, entity: str | None, places: list[str], converted: bool, story: Moneys, language: str
) -> tuple[Quantity, str]:
    """The quantity in one currency, and what settled it: a fuller name in the story, the money of its place, or the likeliest.

    A bare sign ("$") is the likeliest of its currencies, unless the story is of a place with such a money of its own and
    writes another's with its name ("US$"), or tells of the place itself: who prints "C$" means another by "$", and a sum
    that is `converted` is of no place.  `places` are those spoken of, the nearest first.
    """
    if not mention.candidates:
        return quantity, "currency as written"
    candidates = alive(mention.candidates, story.day)
    homes = _homes(language).get(mention.candidates)
    there = of_place(story.home, story.day) if homes is None or story.home in homes else ()
    local = [code for code in candidates if code in there]
    dollars = next(iter(_homes(language)))
    cents = mention.candidates[: len(dollars)] == dollars != mention.candidates and not set(local[:1]).difference(dollars)
    hundredths = [code for code in candidates[len(dollars) :] if story.written[code] and code != "EUR"] if cents else []
    if hundredths:
        return quantity._replace(unit=hundredths[0]), f"currency as written elsewhere ({hundredths[0]})"
    if (cents and story.signed) or signed(mention, language):
        if story.declared in candidates:
            return quantity._replace(unit=story.declared), "currency that the story says its sums are in"
        own_sign = story.written[candidates[0]] or entity == story.home or (story.own_sign and "USA" not in places[:1])
        if local and own_sign and story.paper and not (converted or story.sent) and not story.written[local[0]]:
            return quantity._replace(unit=local[0]), OWN_SIGN
        return quantity, "currency by likelihood: a bare sign"
    if local:
        return quantity._replace(unit=local[0]), f"currency of the story's place ({story.home})"
    for code, times in story.named.most_common():
        if code in candidates and (times >= OWN or homes is None or story.alone == code or code in of_place(story.home, story.day)):
            return quantity._replace(unit=code), f"currency as named before ({code})"
    own = [code for code in of_place(entity, story.day) if code in candidates and (homes is None or entity in homes)]
    if own:
        return quantity._replace(unit=own[0]), f"currency of the owner ({entity})"
    for place in places if homes is None and mention.text[:1].isalnum() else ():
        if spoken := [code for code in of_place(place, story.day) if code in candidates]:
            return quantity._replace(unit=spoken[0]), f"currency of a place spoken of ({place})"
    return quantity._replace(unit=candidates[0]), "currency by likelihood"
