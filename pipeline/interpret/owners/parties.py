"""The parties of a sentence: the organisations and places in it that figures may belong to, and how they stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from pipeline import lexicon
from pipeline.interpret.clue import CLOSING, GENITIVE, Clue, Sentence, past_bracket
from pipeline.interpret.owners import brands, economies, halves, names
from pipeline.interpret.owners.seats import seated
from pipeline.interpret.owners.states import states, states_own
from pipeline.interpret.story import Story
from pipeline.lexicon import either
from pipeline.lexicon import words as figure_words

DESCRIBES = 4
"""Tokens over which a nationality describes an organisation: "Japan's biggest steel company Nippon Steel"."""

BRACKET = 8
"""Tokens of the longest bracket between a name and its verb."""

KIN = 4
"""Tokens between "'s" and what it is of another: "Airbus' majority owner"."""

BACK = 5
"""Articles, adjectives and callings between a preposition and its name: "of the former rival Arden"."""

SIGN = 5
"""Tokens of the sign of an index up to the comma behind it."""

INDEX = 7
"""Tokens behind a name within which it turns out to be an index's."""

ADDED = 4
"""Tokens from a verb of saying on in which a figure makes it one of movement: "added almost 3 percent"."""

SOURCE = 8
"""Tokens between "according" and the name of who gives a figure."""

INCLUDED = 6
"""Tokens between "including", or a rank before "after", and a name."""

LISTED = 16
"""The same behind "whose chains include", where several are told."""

SUCH = 3
"""Tokens from "such" on within which its "as" stands."""


@dataclass(slots=True, eq=False)
class Party:
    """An organisation or a place at tokens `first`..`last`.

    `role` is `organisation` or that of the place (places.toml); `subject` whether it may be what its clause is about: no
    preposition stands before it and it is no speaker's employer; `acts` whether a verb follows it; `owns` whether "'s" does.
    """

    first: int
    last: int
    key: str
    role: str
    subject: bool
    acts: bool
    owns: bool
    says: bool
    organisation: bool = field(init=False)

    def __post_init__(self) -> None:
        self.organisation = self.role == "organisation"


SETS = lexicon.file("owner")


def sets(language: str) -> lexicon.Sets:
    """The closed sets of words of owner.toml."""
    return SETS[language]


def words(name: str, language: str) -> frozenset[str]:
    """A closed set of words of owner.toml."""
    return SETS[language][name]


def places_of(name: str, language: str) -> dict[str, str]:
    """A table of owner.toml: whose each of its words is."""
    found: dict[str, str] = lexicon.entries("owner", language)[name]
    return found


def places_within(place: str | None, language: str) -> str | None:
    """The union that a place is a part of, whose bodies tell its figures: Eurostat those of the euro zone."""
    found: str | None = lexicon.entries("places", language).get(place or "", {}).get("within")
    return found


def read(story: Story, sentence: Sentence) -> list[Party]:
    """The parties of a sentence, from left to right."""
    halved = halves.named(story, sentence)
    if not halved and not sentence.of("place") and not sentence.of("state") and not story.named:
        return []
    language, known = story.language, sets(story.language)
    named = [
        (sentence.token_at(o.start), _stopped(sentence.tokens, sentence.token_at(o.end - 1)), o.name)
        for o in story.organisations_in(max(sentence.start, story.body), sentence.end)
        if not _index(story, sentence, (at := sentence.token_at(o.end - 1) + 1), language) and not seated(sentence.tokens, at, known)
    ]
    places = [c for c in names.places(sentence, language) if c.start >= story.body] + states(story, sentence, sets(language)) + halved
    named = [
        o for o in named if not any(c.role == "bodies" and c.first < o[0] and o[1] <= c.last for c in places)
    ]  # "People's Bank of China"
    if not named and not places:
        return []
    verbs = _verbs(sentence)
    ends = {last + 1 for _, last, _ in named}
    near = describing(sentence)
    found: list[Party] = []
    for first, last, key in named:
        found.append(_party(sentence, first, last, key, "organisation", verbs, ends, near, language))
        if len(found) > 1 and not found[-2].subject and _joined(sentence.tokens, found[-2], found[-1]):
            found[-1].subject = False
        if len(found) > 1 and found[-2].last == first - 2:
            if sentence.tokens[first - 1] in sets(language)["units"]:
                found[-2].owns = True  # "Arden unit Penwith"
            elif sentence.tokens[first - 1] in sets(language)["kin"]:
                found[-2].subject = False  # "Arden parent Penwith"
    if len(found) > 1:
        _enumerated(sentence.tokens, found, language)
    if found and "such" in sentence.tokens:
        _instances(sentence.tokens, found, verbs)
    for place in places:
        if any(first <= place.last and place.first <= last for first, last, _ in named):
            continue
        if (ranked := economies.ranked(sentence.tokens, place, sets(language), language)) is not None:
            if ranked.nation is not None:
                found.append(_party(sentence, place.first, ranked.last, ranked.nation, "names", verbs, ends, {}, language))
            continue
        if economies.kept_unnamed(sentence.tokens, place, sets(language), language):
            continue
        if not _describes(sentence, place, named, language):
            key = states_own(story, sentence, place, sets(language))
            found.append(_party(sentence, place.first, place.last, key, place.role, verbs, ends, {}, language))
    found.sort(key=attrgetter("first", "last", "key"))
    return brands.without(sentence.tokens, found, known)


def standing(sentence: Sentence, first: int, last: int, key: str, language: str) -> Party:
    """The organisation that words of a sentence stand for which are no name: "the Danish brewer"."""
    return _party(sentence, first, last, key, "organisation", _verbs(sentence), set(), describing(sentence), language)


def _verbs(sentence: Sentence) -> set[int]:
    """Where the verbs of a sentence stand."""
    verbs = {c.first for c in (*sentence.of("finite"), *sentence.of("attribution"))}
    verbs.update(c.first for c in sentence.of("direction") if c.role != "nouns")
    return verbs


def _party(
    sentence: Sentence, first: int, last: int, key: str, role: str, verbs: set[int], ends: set[int], near: dict[int, Clue], language: str
) -> Party:
    tokens, known = sentence.tokens, sets(language)
    behind = behind_ticker(tokens, last + 1)
    within = first > 1 and tokens[first - 2] in known["prepositions"]  # "losses in its Penwith unit were"
    if role == "organisation" and behind + 1 in verbs and tokens[behind] in known["units"] and not within:
        behind += 1  # "its Penwith unit lost $2 billion"
    elif (past := past_day(tokens, behind, language)) in verbs:
        behind = past  # "Arden on Monday said"
    after = tokens[behind] if behind < len(tokens) else ""
    before = leading(tokens, first, near, language)
    led = tokens[before] if before >= 0 else ""
    prepositions = known["prepositions"]
    subject = led not in prepositions and not (led in GENITIVE and before in ends)
    source = tokens[max(0, first - SOURCE) : first]
    if "according" in source and "," not in source[source.index("according") :]:
        subject = False  # "according to property website Arden", but "according to its petition, Arden had"
    if role == "organisation" and not known["included_in"].isdisjoint(tokens[max(0, first - INCLUDED) : first]):
        subject = False  # "its sales, including those of its British arm Penwith"
    if "whose" in tokens[:first] and behind not in verbs and not known["includes"].isdisjoint(tokens[max(0, first - LISTED) : first]):
        subject = False  # "the company, whose chains include Penwith and Halford, earned"
    if led == "after" and behind not in verbs and not known["superlatives"].isdisjoint(tokens[max(0, before - INCLUDED) : before]):
        subject = False  # "Arden, the second-largest brewer after Penwith, earned"
    if led in GENITIVE and before > 1 and tokens[before - 2] in prepositions:
        subject = False  # "under the control of Italy's Arden"
    if led == "which" and before and tokens[before - 1] in prepositions:
        subject = False  # "Penwith, in which the Danish fund Arden holds a stake, lost"
    if led == "with" and before and tokens[before - 1] == ",":
        subject = True  # ", with Thyssen dropping 1.7%"
    elif not subject and role == "organisation" and before > 0:
        # "shares of Arden", "while those of Penwith", "the board of the brewer Halford", "profits at the brewer Halford"
        owned = either(known["equities"], known["stand_ins"], known["organs"])
        subject = tokens[before - 1] in owned or (led == "at" and tokens[before - 1] in known["results_at"])
        subject = subject or (led == "for" and tokens[before - 1] in known["results_for"])
    elif (led == "of" or (led == "in" and role == "seats")) and before > 0 and tokens[before - 1] in known["governing"]:
        subject = True  # "the government of Ontario expects", "the government in Tunis"
    if after in known["thinkers"] or key in known["reporters"]:
        subject = False
    acts = behind in verbs or after in known["acting"] or after in known["buys"] or after in known["holds"]
    acts = acts or (role == "seats" and after in known["capitals_do"])
    saying = figure_words("says", language)
    says = after in saying or (after in known["auxiliaries"] and behind + 1 < len(tokens) and tokens[behind + 1] in saying)
    if (
        says
        and any(c.first == behind for c in sentence.of("direction"))
        and any(t[0].isdigit() for t in tokens[behind + 1 : behind + ADDED])
    ):
        says = False  # "Penwith added 3 percent"
    owns = after in known["owning"]
    if owns and not known["kin"].isdisjoint(tokens[behind + 1 : behind + KIN]):
        owns = subject = False  # "EADS, Airbus' majority owner, said"
    elif owns and led == "," and role != "organisation" and not known["superlatives"].isdisjoint(tokens[behind + 1 : behind + KIN]):
        owns = subject = False  # "The economy, Latin America's third-largest, shrank"
    return Party(first, last, key, role, subject, acts, owns, says)


def _index(story: Story, sentence: Sentence, behind: int, language: str) -> bool:
    """Whether the name that ends before token `behind` goes on to be that of an index: "the Penwith European Banks Index fell"."""
    for i, token in enumerate(sentence.tokens[behind : behind + INDEX], behind):
        if token in words("index_tails", language):
            return True
        if not (story.text[sentence.starts[i]].isupper() or token.isdigit() or token in words("index_kinds", language)):
            return False
    return False


def _instances(tokens: list[str], found: list[Party], verbs: set[int]) -> None:
    """ "the owner of such brands as Arden", "of brands such as Arden, Penwith and Halford": none of them is a subject."""
    such = tokens.index("such")
    at = next((i for i in range(such, min(such + SUCH, len(tokens))) if tokens[i] == "as"), len(tokens))
    for party in found:
        if party.first > at and verbs.isdisjoint(range(at, party.first)):
            party.subject = False


def _stopped(tokens: list[str], last: int) -> int:
    """The last token of a name, with the full stop of its legal form cut short: "Arden Inc." of "Arden Inc. said"."""
    return last + 1 if tokens[last + 1 : last + 2] == ["."] and last + 2 < len(tokens) else last


def describing(sentence: Sentence) -> dict[int, Clue]:
    """The places of a sentence by their last token, which may describe the name behind them."""
    return {clue.last: clue for clue in sentence.of("place")}


def leading(tokens: list[str], first: int, places: dict[int, Clue], language: str) -> int:
    """The token before a name, past what describes it: the "of" of "the purchase of the German firm Arden", "of Boston-based Arden"."""
    known, before = sets(language), first - 1
    articles, firms, callings = known["articles"], either(known["firms"], known["before_firms"]), known["callings"]
    while before >= max(0, first - BACK):
        word = tokens[before]
        if word in known["compounds"] and tokens[before - 1 : before] == ["-"]:
            based = places.get(before - 2)  # "listed" is a calling as well
            return (based.first if based is not None else before - 2) - 1
        if word in articles or word in firms or word in callings:
            before -= 1
        elif (place := places.get(before)) is not None and place.role != "seats":
            return place.first - 1 - (tokens[place.first - 1] in articles)
        else:
            break
    return before


def _joined(tokens: list[str], before: Party, party: Party) -> bool:
    """Whether a party is the second of two behind one preposition, and has no verb: "operations of Arden and Penwith"."""
    if tokens[behind_ticker(tokens, before.last + 1) : party.first] != ["and"]:
        return False
    return not party.acts or tokens[behind_ticker(tokens, party.last + 1)] == ","


def _enumerated(tokens: list[str], found: list[Party], language: str) -> None:
    """ "The parent of Arden, Penwith and Halford, will cut": those behind the one with the preposition are no subjects either."""
    for i, party in enumerate(found[:-1]):
        consists = tokens[party.first - 1] in words("containing", language)
        run = [party]
        for after in found[i + 1 :] if consists or not party.subject else ():
            between = tokens[behind_ticker(tokens, run[-1].last + 1) : after.first]
            run.append(after)
            if between == [","]:
                continue
            if (consists or len(run) > 2) and between in (["and"], [",", "and"]):
                at = behind_ticker(tokens, after.last + 1)
                after.subject = after.subject and after.acts and tokens[at : at + 1] != [","]
                for listed in run[not consists : -1]:
                    listed.subject = False
            break


def behind_ticker(tokens: list[str], at: int) -> int:
    """The token behind the tickers and brackets that begin at `at`, else `at`: "Arden Corp ( ARD.N ) ( ARD.L ) said"."""
    while at < len(tokens) and tokens[at] in CLOSING:
        behind = past_bracket(tokens, at, BRACKET)
        if behind == at:
            return at
        at = behind
    while at < len(tokens) and "." in tokens[at][1:-1]:
        at += 1  # "Arden Corp ARD.N ARD.L said"
    return at


def past_day(tokens: list[str], at: int, language: str) -> int:
    """The token behind the day that stands between a name and its verb, else `at`: "Arden on Monday said"."""
    told = tokens[at : at + 1] == ["on"] and at + 2 < len(tokens) and tokens[at + 1] in lexicon.entries("periods", language)["weekdays"]
    return at + 2 if told else at


def behind_sign(tokens: list[str], at: int) -> int:
    """The token behind the sign of an index that begins at `at` (".SX8P,"), or the ticker of a firm, else `at`."""
    if tokens[at : at + 1] != ["."]:
        return behind_ticker(tokens, at)
    return next((i for i in range(at + 1, min(len(tokens), at + SIGN)) if tokens[i] == ","), at + 2)


def led(party: Party, found: list[Party], tokens: list[str], language: str) -> str:
    """The word before a place, past its article and the places it is listed with: "trade with Peru, Chile and the EU"."""
    at, articles, joints = party.first, words("articles", language), words("turns", language)
    while True:
        while at and tokens[at - 1] in articles:
            at -= 1
        if tokens[at - 2 : at - 1] == ["-"] and tokens[at - 1] in words("of_so_many", language):
            at -= 3  # "the 19-member euro zone"
            continue
        before = next((p for p in found if not p.organisation and p.last < at and joints.issuperset(tokens[p.last + 1 : at])), None)
        if before is None or before.last + 1 == at:
            return tokens[at - 1] if at else ""
        at = before.first


def _describes(sentence: Sentence, place: Clue, named: list[tuple[int, int, str]], language: str) -> bool:
    """Whether a place only describes an organisation ("Dutch firm Heineken", "London-based") or is a firm's ("a UK firm")."""
    tokens = sentence.tokens
    after = tokens[place.last + 1 : place.last + 3]
    if after[:1] == ["-"] and after[1:] and after[1] in words("compounds", language):
        return True
    if place.role == "seats" or not after or " ".join(after) in words("central_banks", language):
        return False  # "the Swiss central bank" is a place's, and no firm
    stops = words("prepositions", language)
    for first, _, _ in named:
        if place.last < first <= place.last + DESCRIBES + 1:
            between = tokens[place.last + 1 : first]
            if not any(t in stops or t in words("no_description", language) for t in between):
                return True
    if after[0] in GENITIVE and not words("equities", language).isdisjoint(after):
        return False  # "Norway's stock market"
    shares = after[0] in words("equities", language) and after[1:] != ["exchange"]  # "Chinese shares" are the place's
    return not shares and any(t in words("firms", language) for t in after)
