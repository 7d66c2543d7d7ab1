"""Names that are organisations' by what they do: a university that spends, a branch in a country, a firm that a story opens with."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.owners.capitals import LOOK, OWNED, Name
from pipeline.interpret.owners.signs import SKIPPED, Beside, Signs, signs

DOING = "ing"
"""Ends what somebody is doing."""

NEXT = 250
"""Characters behind the name that a story opens with in which a pronoun stands for it."""

OPENS = 60
"""Characters at the head of a text in which it calls a firm that it does not name yet."""

CAPITALS = 5
"""Letters of a name in capitals that may head an item."""

DASHES = ("-", "--", "–", "—", ":")
"""Between the name that heads an item and what is told of it."""

CALLED = 60
"""Characters behind it in which it is called a firm."""

ITEM = frozenset("*-–—•")
"""Before an item of a list."""

FIRST = 3
"""Words of the longest name that a story opens with and that is a firm's only by what it does."""


@cache
def _deeds(language: str) -> frozenset[str]:
    """The verbs of what only someone does, without those of saying."""
    return (signs(language).agents | lexicon.sets("owner", language)["agents_several"]) - lexicon.words("says", language)


def does(text: str, name: Name, known: Signs, language: str = "en") -> bool:
    """Whether a verb follows a name that only someone does, and is none of saying: "plans to", "has since cut"."""
    words = text[name.end : name.end + 3 * LOOK].split()
    at = next((i for i, word in enumerate(words[:SKIPPED]) if word.casefold() not in known.agents_between), None)
    if at is None:
        return False
    verb = words[at].rstrip(",.")
    owner = lexicon.sets("owner", language)
    deeds = _deeds(language)
    if verb in owner["auxiliaries_of_deeds"]:
        after = [word.rstrip(",.") for word in words[at + 1 : at + 3]]
        if after[:1] != [] and after[0].endswith(DOING):
            return True  # "is considering"
        return after[:1] != [] and (after[0] in deeds or (after[0] == "to" and after[-1] in known.agents_infinite))
    return verb in deeds or bool(at and verb in known.agents_infinite)


def institution(text: str, name: Name, near: Beside, known: Signs) -> bool:
    """ "The University of Penwith will spend", "Penwith College's budget": whether a school or a hospital is spoken of as a firm is.

    It is told again by its kind alone, too: "the college".
    """
    if len(name.low) < 2:
        return False
    owner = lexicon.sets("owner", "en")
    if name.low[-1] in owner["clubs"] and (near.following in OWNED or near.following.islower()):
        return not name.inside and any(form in text.casefold() for form in owner["club_said"])
    of = name.low[0] in known.institutions_of and name.low[1] == "of"
    kind = name.low[0] if of or name.low[0] in known.institutions_first else name.low[-1]
    if kind not in known.institutions:
        return False
    if near.following in OWNED and len(near.after) > 1 and near.after[1].strip(".,") in known.belongings:
        return True
    if near.before[-1:] == ["The"] and near.following.isalpha() and near.following.islower() and near.following not in known.prepositions:
        return True  # "The Penwith Farmers Market netted"
    does_so = near.following not in OWNED and (does(text, name, known) or near.following in owner["institutions_do"])
    return does_so or any(f"he {kind}{end}" in text for end in (" ", "'", ",", "."))  # "The zoo", "the zoo's"


def branch(text: str, name: Name, places: dict[str, str], companies: frozenset[str], known: Signs) -> bool:
    """ "Arden UK is to open", "Halford Ireland's sales": whether a name that ends in that of a country is that of a firm there."""
    if places.get(name.low[-1]) != "names" or any(word in places for word in name.low[:-1]):
        return False
    if text.find(name.words[0]) != name.start:
        return False  # the story is of the whole firm
    after = text[name.end : name.end + 2 * LOOK].split()
    owned = text[name.end : name.end + 2] in OWNED and len(after) > 1 and after[1].strip(".,") in known.belongings
    return owned or " ".join(name.low[:-1]) in companies or does(text, name, known)


def heads_item(name: Name, near: Beside, known: Signs, text: str) -> bool:
    """ "* ARDEN MILLS filed for protection", "ARDEN - The chipmaker": whether a name in capitals heads an item of a list and does something,
    or is called a firm behind a dash."""
    if name.inside or not "".join(name.words).isupper() or len("".join(name.words)) < CAPITALS:
        return False
    if near.before and near.before[-1] not in ITEM:
        return False
    if not (known.mass.isdisjoint(name.low) and known.prepositions.isdisjoint(name.low)):
        return False
    if near.following in DASHES:
        called = text[name.end : name.end + CALLED].casefold().replace("'", " ").split()
        return not (known.firms | lexicon.sets("owner", "en")["commons"]).isdisjoint(called)
    return does(text, name, known)


def unnamed(text: str, begin: int, language: str) -> bool:
    """ "A Penwith craft brewery is to": whether a text opens with a firm that it does not name yet."""
    owner = lexicon.sets("owner", language)
    opening = [word.strip(",.'") for word in text[begin : begin + OPENS].casefold().split()]
    return opening[:1] != [] and opening[0] in ("a", "an") and not owner["commons"].union(owner["local_commons"]).isdisjoint(opening)


def opens_story(text: str, name: Name, first: Name, known: Signs) -> bool:
    """ "Penwith Halford plans to hire … The company said": whether the name that a story opens with is told again as a firm."""
    if name is not first or not 1 < len(name.low) <= FIRST or not does(text, name, known):
        return False
    near = f"{text[name.end : name.end + NEXT]} "
    said = near.split(" ")[1:-1]
    if not known.of_firms.isdisjoint(said) and known.of_people.isdisjoint(said):
        return True  # "Halford Sun will spend $5 million, it announced"
    return any(f" {article} {word}" in text for article in ("the", "The") for word in known.told_again)
