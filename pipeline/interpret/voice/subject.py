"""The subject of a verb of saying: "the Finance Ministry said", "Acme Corp, which …, said", "a person familiar with the matter said"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.voice.behind import NOUNS, giver, noun
from pipeline.interpret.voice.naming import Naming
from pipeline.interpret.voice.source import Source

INSERTED = 30
"""Tokens of a clause between commas that may stand between a source and its verb."""

ASIDE = 6
"""Tokens behind a verb in which "in a note to clients" makes a comment of it."""

UNION = 4
"""Letters of the short name of a union of countries, which publishes as a country does not ("the OECD projected")."""

RANKED = 3
"""Tokens from the article to a name that only tells a trade: "the leading Internet search provider"."""

KINDS = ("papers", "people", "groups", "refers", "bodies")


def subject(naming: Naming, clue: Clue) -> Source | None:
    """The source before a verb of saying."""
    verb = clue.first
    if (naming.capital(verb) and verb) or _counts(naming, clue):
        return None  # a name ("Reuters Estimates"), a movement ("added 5 points")
    i, inserted = _head(naming, clue)
    if i < 0:
        return None
    short = (
        naming.words(i - 1, i - 1) if i > 2 and naming.tokens[i] == ")" and naming.tokens[i - 2] == "(" and naming.capital(i - 1) else ""
    )
    i, name = naming.before_brackets(i)
    if name is not None:
        return Source(name, "organisation", clue.role, verb)
    if i < 0:
        return None
    if inserted and (name := _inserted(naming, verb)) is not None:
        return Source(name, "person", clue.role, verb, _closes(naming, clue), naming.some("outsiders", 0, verb))
    outside = (inserted and naming.some("outsiders", i + 1, verb)) or naming.some("asides", clue.last + 1, clue.last + ASIDE)
    i = _before_place(naming, i)
    if naming.at(i, "relatives"):
        i = naming.before_brackets(i - 1 - (naming.tokens[i - 1] == ","))[0]  # "Ann Lee, who says"
        if naming.capital(i) and naming.at(naming.run(i) - 1, "of_house"):
            return Source(None, "speaker", clue.role, verb)  # "said Ann Lee, an analyst at Acme, who thinks"
        i = _before_place(naming, i)  # "lawmakers in Salem, who say"
    if i < 0:
        return None
    before, i = i, noun(naming, i)
    if not _verbal(naming, clue, i):
        return None
    closes = _closes(naming, clue)
    if i < before and naming.kind(i, NOUNS) == "papers" and (name := giver(naming, i, before)) is not None:
        return Source(name, "organisation", clue.role, verb, closes)
    if naming.named(i) and not naming.at(i, "pronouns") and not (i == 0 and (naming.at(i, "groups") or naming.at(i, "papers"))):
        return _named(naming, i, Source(None, "organisation", clue.role, verb, closes, outside, short))
    return _common(naming, i, Source(None, "refers", clue.role, verb, closes))


def _inserted(naming: Naming, verb: int) -> str | None:
    """ "its chief economist, Ann Lee, said": the person whom the words between commas name."""
    end = next(k for k in range(verb - 1, 0, -1) if naming.tokens[k] == ",")
    comma = _comma(naming, end)
    if comma is None:
        return None
    first = comma + 1
    last = naming.of_body(first, end - 1)
    if not all(naming.capital(k) or naming.at(k, "in_person") for k in range(first, last + 1)):
        return None
    return naming.words(first, last) if naming.like_person(first, last) and not _placed(naming, first) else None


def _counts(naming: Naming, clue: Clue) -> bool:
    following = naming.tokens[clue.last + 1] if clue.last + 1 < len(naming.tokens) else "."
    return naming.at(clue.first, "moves_too") and (naming.at(clue.last + 1, "not_said") or following[0].isdigit())


def _head(naming: Naming, clue: Clue) -> tuple[int, bool]:
    """The last token of the subject, -1 for none, and whether a clause between commas stands behind it."""
    i = clue.first - 1
    gerund = naming.at(clue.last, "going_on")
    while i >= 0 and (naming.at(i, "adverbs") or (gerund and naming.at(i, "being"))):
        i -= 1
    if i > 0 and naming.tokens[i] == "," and (clue.role != "expects" or _apposed(naming, i) or _inserted(naming, clue.first)):
        comma = _comma(naming, i)
        if comma is not None and _placed(naming, comma + 1) and naming.capital(comma - 1):
            comma = _comma(naming, comma) or comma  # ", based in Salem, New Jersey, said"
        return (-1 if comma is None else comma - 1), True
    return i, False


def _comma(naming: Naming, end: int) -> int | None:
    """The comma before another that closes what is inserted."""
    return next((k for k in range(end - 1, max(-1, end - INSERTED), -1) if naming.tokens[k] == ","), None)


def _placed(naming: Naming, first: int) -> bool:
    return any(c.first == first for c in (*naming.sentence.of("state"), *naming.sentence.of("place")))


def _apposed(naming: Naming, end: int) -> bool:
    """ "Acme Securities, a Karachi brokerage, sees": whether the words between commas tell what the name before them is."""
    comma = _comma(naming, end)
    return comma is not None and naming.capital(comma - 1) and naming.at(comma + 1, "apposes")


def _before_place(naming: Naming, i: int) -> int:
    """ "an agency in Moscow said": the noun before the place."""
    if not naming.capital(i):
        return i
    before = naming.run(i) - 1
    if naming.at(before, "towns_are"):
        before = naming.run(before - 1) - 1 if naming.capital(before - 1) else before - 1  # "in the Peruvian capital Lima"
    before -= naming.at(before, "articles")
    if naming.at(before, "givers") and naming.at(before - 1, "papers"):
        return i  # "findings from the Statistical Office"
    sent = naming.at(before, "sent_to") and naming.at(before - 1, "sent")  # "a Fund mission to Peru said"
    if before > 0 and (sent or naming.at(before, "where")) and not naming.at(before - 1, "adverbs"):
        return naming.before_brackets(before - 1)[0]
    return i


def _verbal(naming: Naming, clue: Clue, i: int) -> bool:
    """Whether a form that is a noun too is a verb here."""
    if naming.at(clue.first, "papers_too") and not naming.at(clue.last + 1, "said_behind"):
        return False
    if naming.at(clue.first, "plural") and not (naming.at(i, "many") or naming.at(i, "speakers") or naming.tokens[i].endswith("s")):
        return False
    if naming.at(i, "possessive") and naming.capital(i - 1):
        return naming.at(naming.run(i - 1) - 1, "quotes")  # ", Moody's estimates."
    if not naming.at(clue.first, "noun_too") or naming.capital(i) or naming.at(i, "pronouns"):
        return True
    return naming.at(i, "groups") or naming.at(i, "papers") or (naming.at(i, "refers") and naming.at(i - 1, "definite"))


def _closes(naming: Naming, clue: Clue) -> bool:
    """Whether the source and its verb close what they say (", the Finance Ministry said.")."""
    following = clue.last + 1
    while naming.at(following, "adverbs"):
        following += 1
    return following >= len(naming.tokens) or naming.at(following, "closings")


def _named(naming: Naming, last: int, source: Source) -> Source | None:
    first = naming.run(last)
    if naming.at(first, "openers"):
        return None
    if naming.at(last, "groups"):
        return source._replace(name=naming.words(first, last), kind="group", outside=False)
    place = naming.place(first, last)
    union = first == last and len(naming.tokens[first]) >= UNION and naming.words(first, last).isupper()
    told = source.role == "says" or naming.at(source.at, "told_by_places")
    if place is not None and not union and (place.role == "people" or (place.role == "names" and not told)):
        return None
    if naming.no_name(first, last):
        return None
    if naming.at(last, "titles") or naming.at(last, "people"):
        return source._replace(kind="speaker", outside=False)  # "Acme's Chief Executive"
    name_at = naming.untitled(first, last)
    outside = source.outside or naming.at(first - 1, "outsiders") or naming.some("outsiders", first, name_at)
    begins = naming.begins()
    surely = naming.tokens[begins + 1] == "," or naming.at(source.at + 1, "definite")
    if first == last == begins and not surely and (source.role != "says" or naming.at(source.at, "noun_too")):
        return source._replace(name=naming.words(0, 0), kind="doubtful", outside=False)
    mine = naming.unowned(name_at, last)
    last = naming.of_body(mine, last)
    if mine > name_at and naming.at(last, "papers"):
        mine, last = name_at, mine - 2  # "the Finance Ministry's Fiscal Monitor"
    titled = name_at > first or naming.at(first - 1, "people") or naming.at(first - 1, "titles")
    person = titled or naming.like_person(mine, last)
    if person and mine < last:
        name_at = mine
    return source._replace(name=naming.words(name_at, last), kind="person" if person else "organisation", outside=outside)


def _common(naming: Naming, i: int, source: Source) -> Source | None:
    """A source named by a noun: "the company", "a government spokesman", "Acme's figures"."""
    familiar = next((k for k in range(i - 1, max(0, i - 5), -1) if naming.at(k, "familiar")), None)
    if familiar is not None:
        i = familiar - 1
    if naming.at(i, "pronouns"):
        return source._replace(kind="speaker" if naming.at(i, "speakers") else "many" if naming.at(i, "many") else "refers")
    kind = naming.kind(i, KINDS)
    if kind is None or (source.role == "expects" and kind == "papers") or _asked(naming, i):
        return None
    if naming.at(i, "bet") and source.role != "expects" and not naming.at(source.at, "puts"):
        return None
    first = naming.modifiers(i)
    capital = next((k for k in range(i - 1, first - 1, -1) if naming.capital(k) and not naming.at(k, "openers")), None)
    bare = first == i and naming.at(first - 1, "definite")
    if kind == "papers":
        return _paper(naming, i, first, capital, bare, source)
    if kind == "people":
        return _speaker(naming, i, first, capital, bare, source)
    if kind == "refers":
        before = first if capital is None else naming.run(capital)
        described = naming.at(i, "trades") and (naming.at(before - 1, "definite") or naming.some("definite", before - RANKED, before))
        if naming.some("based", first, i) or described:
            return source
        if capital is not None and _described(naming, before, capital, i):
            return source
        if capital is not None:
            return source._replace(name=naming.words(naming.run(capital), i), kind="organisation")
        return source._replace(name=naming.words(first, i) if first < i or naming.at(i, "bodies") else None)
    return source._replace(name=naming.words(first, i), kind="group" if kind == "groups" else "organisation")


def _described(naming: Naming, first: int, last: int, i: int) -> bool:
    """ "the Swiss bank", "Japan's top auto maker": whether only a place tells which firm a noun stands for; but "the Swiss central bank"."""
    first += first < last and naming.at(first, "definite")
    placed = naming.place(first, last) is not None or naming.at(last, "continents")
    if not placed or not (naming.at(i, "trades") or naming.at(i, "firms")):
        return False
    if any(naming.at(k, "of_body") or naming.at(k, "of_trade") for k in range(last + 1, i)):
        return False
    owned = naming.at(last + 1, "possessive")
    return naming.some("ranks", last + 1, i) if owned else naming.at(first - 1, "definite")


def _asked(naming: Naming, i: int) -> bool:
    """ "57 percent of 900 people said": those asked in a poll are no source of it."""
    first = naming.modifiers(i)
    return first > 1 and (naming.tokens[first - 1].isdigit() and naming.tokens[first - 2] == "of")


def _paper(naming: Naming, i: int, first: int, capital: int | None, bare: bool, source: Source) -> Source:
    """A report, figures, a poll: of whom they are."""
    if capital is None and i > 1 and naming.tokens[i - 1] == ")":
        before, _ = naming.before_brackets(i - 1)
        capital = before if naming.capital(before) else None
    about = ""
    if capital is not None and naming.measure(naming.run(capital), capital):
        about, capital = _about(naming, first, i), None  # "Unemployment data showed", "the GDP report"
    elif capital is None and naming.at(first - 1, "definite"):
        about = _about(naming, first, i)
    if capital is not None and not naming.no_name(capital, capital):
        run = naming.run(capital)
        if naming.fresh(run, capital):
            return source._replace(kind="unnamed")
        return source._replace(name=naming.words(run, capital), kind="organisation")
    body = next((k for k in range(first, i) if naming.at(k, "bodies")), None)
    if body is not None:
        start = body - naming.at(body - 1, "of_body")
        if start < body:
            return source._replace(name=naming.words(start, body), kind="organisation")
        return source._replace(name=naming.words(body, i), kind="official")
    if first < i and naming.at(i - 1, "refers"):
        return source._replace(name=naming.words(first, i - 1), kind="organisation")  # "customs office data"
    if bare or naming.at(i, "statements") or capital is not None or about:
        return source._replace(paper=about)  # "the report", "preliminary May figures", "the retail sales data"
    return source._replace(name=naming.tokens[i], kind="organisation") if naming.at(i, "own_name") else source._replace(kind="unnamed")


def _about(naming: Naming, first: int, paper: int) -> str:
    """The measure that a report is about: "the retail sales data"."""
    return next((c.key for c in naming.sentence.of("indicator") if first <= c.first and c.last < paper), "")


def _speaker(naming: Naming, i: int, first: int, capital: int | None, bare: bool, source: Source) -> Source:
    """A spokesman, an official, a source: for whom they speak."""
    if first == i and naming.at(i, "spoken_for"):
        return source
    if capital is not None and (naming.at(i, "spoken_for") or naming.at(i, "sent")):
        return source._replace(name=naming.words(naming.run(capital), capital), kind="organisation")
    if capital is None and naming.some("refers", first, i):
        return source
    if bare:
        return source._replace(kind="speaker")
    return source._replace(name=naming.words(first, i), kind="group", outside=naming.at(i, "outsiders"))
