"""What a story is about: the organisation or the place that its title and its first sentence speak of."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.notes import opens_with_table
from pipeline.interpret.owners import houses, parties
from pipeline.interpret.owners.known import words
from pipeline.interpret.owners.parties import Party
from pipeline.interpret.owners.signs import signs
from pipeline.interpret.story import Story
from pipeline.lexicon import either

HEAD = 2

CALLED = 9
"""Tokens at the head of a story in which it calls a firm that it does not name yet."""


def head(story: Story) -> list[list[Party]]:
    """The parties of the first sentences."""
    return [parties.read(story, story.sentence(number)) for number in range(min(HEAD, len(story.spans)))]


def company(story: Story, of_head: list[list[Party]], watch: set[str]) -> str | None:
    """The organisation a story is about, None where it is about no organisation; `of_head` are the parties of its first sentences,
    `watch` its sources which look at others.

    It is the subject of one of the first sentences and no place is before it, or the title names it.
    """
    if not story.named:
        return _of_title(story)
    title = titled(story)
    known = words(story.language)
    placed = bool(story.title.of("place"))
    count = Counter(o.name for o in story.named)
    score: dict[str, float] = {}
    asked, led = _asks(story), False
    raters = houses.raters(story) if watch else set()
    rates: set[str] = set()
    """Houses that look at the figures of another: "Halford cut its price target on Arden's shares"."""
    for number, found in enumerate(of_head):
        sentence = story.sentence(number)
        place = next((p for p in found if not p.organisation and _leads(p)), None)
        own = any(marks.marked(c.key, "company", story.language) for c in sentence.of("indicator"))
        watch = raters if own and number == 0 else watch
        sources = watch | {p.key for p in found if number == 0 and not own and p.says and p.first > len(sentence.tokens) // 2}
        if asked and not own:
            sources |= {p.key for p in found if p.organisation and p.key not in title}
        if number == 0:
            rates = {p.key for p in found if p.organisation and p.subject and houses.looks(p, sentence.tokens, story.language)}
            rates = rates if any(p.organisation and p.key not in rates for p in found) else set()
            sources |= rates
            rated = dict.fromkeys(p.key for p in found if rates and p.organisation and p.key not in rates)
            score |= {key: 3 if len(rated) == 1 else 1.5 for key in rated if len(rated) == 1 or key in title}
        if number == 0 and any(p.key in raters for p in found):
            score |= {p.key: 3 for p in found if p.organisation and p.key not in raters}  # "Moody's cut the debt of Arden Corp"
        leading = (p for p in found if p.organisation and (p.subject or _of_kin(p, sentence)) and p.key not in sources)
        for n, party in enumerate(leading):
            speaks = party.says and party.key not in title and placed and party.key.split()[-1].casefold() not in known.legal
            if number == 0 and n == 0 and not speaks and (place is None or place.first > party.first):
                score[party.key] = score.get(party.key, 0) + 3
            score[party.key] = score.get(party.key, 0) + 1
        if number == 0 and _unnamed(story, found):
            named = next((p.key for p in of_head[1] if p.organisation and p.subject and not p.says), None) if len(of_head) > 1 else None
            if named is not None:
                score[named] = score.get(named, 0) + 3
        elif number == 0 and place is not None and not any(p.organisation and p.subject and p.first < place.first for p in found):
            led = place.acts and any(
                c.first == 0 and story.title.tokens[c.last + 1 : c.last + 2] != ["'s"] for c in story.title.of("place")
            )
            break
    for name, at in ((name, at) for name, at in title.items() if name not in rates | watch):
        score[name] = score.get(name, 0) + (2.5 if at < 2 else 1.5 if not led else 1)
    best = max(score, key=lambda name: score[name] + min(count[name], 6) / 4, default=None)
    if best is None or score[best] + min(count[best], 6) / 4 < LEAST:
        return _of_title(story) or (story.named[0].name if opens_with_table(story) else None)
    return None if _lends(story, best) else best


def _lends(story: Story, name: str) -> bool:
    """Whether a name is a lender's to states and the story one of what it gives to its place: "Peru signed a loan with the AfDB"."""
    if story.main_place is None or name.casefold() not in parties.words("lenders", story.language):
        return False
    heads = story.head(HEAD)
    if not any(c.key == story.main_place and c.start >= (story.body if s is not story.title else 0) for s in heads for c in s.of("place")):
        return False  # "JOHANNESBURG - The New Development Bank aims to lend": of itself
    given = {"aid", *parties.words("loans", story.language)}
    return any(c.key in given for sentence in (story.title, story.sentence(0)) for c in sentence.of("indicator"))


def _of_kin(party: Party, sentence: Sentence) -> bool:
    """ "Heathrow's owners are in line", "Arden's creditors have been asked": a sentence that opens with those around a firm is about it."""
    return party.first == 0 and not party.owns and not GENITIVE.isdisjoint(sentence.tokens[party.last + 1 : party.last + 2])


def _unnamed(story: Story, found: list[Party]) -> bool:
    """ "A Dutch firm whose drug …", "India's biggest airline is to …": whether the first sentence is about a firm that it does not name."""
    if any(p.organisation for p in found):
        return False
    sentence, language = story.sentence(0), story.language
    tokens = sentence.tokens
    local = parties.words("local_commons", language)
    commons = parties.words("commons", language)
    at = next((i for i, token in enumerate(tokens[:CALLED]) if token in commons or token in local), None)
    if at is None or not parties.words("prepositions", language).isdisjoint(tokens[:at]) or _central(tokens, at, language):
        return False
    after = tokens[at + 1 : at + 2]  # but "the central bank governor Mr Holm said"
    whose = either(parties.words("relatives", language), parties.words("auxiliaries", language), parties.words("possessives", language))
    if parties.words("places_of_commons", language).issuperset(after) and after and tokens[0] in parties.words("articles", language):
        return True  # "A restaurant in Penwith has been fined"
    return not either(whose, signs(language).agents).isdisjoint(after) or any(c.first == at + 1 for c in sentence.of("finite"))


def _central(tokens: list[str], at: int, language: str) -> bool:
    """ "Ruritania's central bank is to": no firm."""
    return at > 0 and " ".join(tokens[at - 1 : at + 1]) in parties.words("central_banks", language)


def _asks(story: Story) -> bool:
    """Whether a story opens with a survey: who made it and is not in the title is not what the story is about."""
    asking = parties.words("asking", story.language)
    return any(not asking.isdisjoint(story.sentence(n).tokens) for n in range(min(HEAD, len(story.spans))))


def _of_title(story: Story) -> str | None:
    """The company of a title of the wire, which its table of results does not name: "NORTHERN CORP <NRN> 4TH QTR NET"."""
    title, known, language = story.document.title, words(story.language), story.language
    m = WIRE.match(title)
    if m is None:
        name = _before_results(story)
    else:
        name = (m["bracketed"] or m["plain"]).split()
        following = title[m.end() :].casefold().split(None, 1)[:1]
        results = not parties.words("title_results", language).isdisjoint(following) or (not following and _opens_with_table(story))
        if (
            m["plain"]
            and not results
            and (len(name) < 2 or "/" in m["plain"] or not {name[-1].casefold().rstrip(".")} & (known.legal | known.marks))
        ):
            return None
    return " ".join(word.capitalize() for word in name) if 0 < len(name) <= LONG else None


def _before_results(story: Story) -> list[str]:
    """The words of a title before those of results, where the story opens with a table: "ARDEN COAL PRETAX PROFIT RISES"."""
    if not story.title.tokens or not story.document.title.isupper() or not _opens_with_table(story):
        return []
    places = story.title.of("place")
    if places and (story.named or len(places) > 1 or places[0].first > 0 or places[0].role != "people"):
        return []  # but "BRITISH CEREALS FIRST HALF PROFIT RISES", where the story names nobody
    name: list[str] = []
    head, _, rest = story.document.title.partition(" - ")
    for word in (rest if head[-1:] == ")" and head[0] == "(" else story.document.title).split():  # "(CORRECTED) - ARDEN COAL"
        if word[0] == "<" or word.casefold().strip(",") in parties.words("title_results", story.language):
            return name
        name.append(word.strip("()"))
    return []


def _opens_with_table(story: Story) -> bool:
    """Whether a story opens with a table of results: "Shr 12 cts vs 11 cts", "3rd qtr net"."""
    if opens_with_table(story):
        return True
    tokens = story.sentence(0).tokens
    return not parties.words("table_heads", story.language).isdisjoint([*tokens[:1], "".join(tokens[:2])])


WIRE = re.compile(r"<(?P<bracketed>[A-Z][^<>]{5,})>|(?P<plain>[A-Z][A-Z0-9&',./ -]{1,60}?) *[<(][A-Z. ]{1,9}[>)]")
LONG = 8
"""Words of the longest name that a title gives."""

LISTED = 4
"""Tokens from a name to the one beside it."""

LEAST = 3
"""Score from which a story is about an organisation."""


def main(story: Story) -> list[str]:
    """The organisations of the title and the first sentence, in the order of the story."""
    if not story.named:
        return []
    first = {o.name for o in story.organisations_in(story.spans[0].start, story.spans[0].end)}
    named = first | set(titled(story))
    return [o.name for o in story.organisations if o.name in named]


def _leads(party: Party) -> bool:
    return party.subject and party.role != "seats" and not party.owns


def titled(story: Story) -> dict[str, int]:
    """The organisations that the title names, and the token at which it does."""
    tokens = story.title.tokens
    found: dict[str, int] = {}
    where = {token: i for i, token in reversed(list(enumerate(tokens)))}
    for organisation in story.organisations:
        for alias in organisation.aliases:
            first = where.get(alias.split()[0].casefold()) if len(alias) > 1 else None
            if first is not None:
                wanted = [t.casefold() for t in alias.replace("&", " & ").replace("-", " - ").split()]
                source = first + len(wanted) == len(tokens) and tokens[first - 1] in parties.words("title_sources", story.language)
                if tokens[first : first + len(wanted)] == wanted and not source:
                    found[organisation.name] = min(first, found.get(organisation.name, first))
    return found


def listed(story: Story, where: dict[str, int], company: str, other: str) -> bool:
    """ "Arden, Penwith post profits", "Arden gains, Penwith loses"; but "Arden to cut costs at Penwith": whether a title tells alike of two."""
    first, last = sorted((where[company], where[other]))
    tokens = story.title.tokens
    return tokens[last - 1] in parties.words("alike", story.language) and (last < len(tokens) - 1 or last - first <= LISTED)
