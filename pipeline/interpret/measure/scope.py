"""What part of a firm a measure is told of narrows it: "its U.S. sales", "revenue rose 5 pct in Asia", "its film unit saw sales of $2 million".

Such a part owns nothing: the firm does, and its sales in one country are another series than those of all of it.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clauses import predicates
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import areas
from pipeline.interpret.measure.areas import Area
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.divisions import Division, headed, pointed
from pipeline.interpret.measure.per_share import FROM_FIGURE
from pipeline.lexicon import either

MODIFIERS = 5
"""Tokens before a noun of measure in which its area stands: "U.S. same-store vehicle sales"."""

NEAR = 4
"""Tokens between an area that opens a sentence and a noun with no comma between them: "In Europe sales rose"."""

PHRASE = 9
"""Tokens behind a link in which the head of a division stands: "at its core seating and electrical businesses"."""

ASIDE = 25
"""Tokens of an aside between a division and its verb: "The flow control segment, which makes valves, reported"."""


INSIDE = frozenset({"-", "/", "&"})
"""Marks between the words before a noun."""


class Scope:
    """Adds to `variant` the area and the division; remembers what variants were without them, for what is set beside a figure takes its own."""

    def __init__(self) -> None:
        self.bases: dict[str, str] = {}
        self.passing: set[str] = set()
        """Variants told only beside another: "rose 3 percent, led by a 9 percent jump at its lingerie chain"."""

    def settle(self, figure: Figure) -> None:
        """Narrow what a figure measures by the part of its owner that it is told of."""
        fact = figure.fact
        if fact.indicator not in _words(figure)["scoped"] or not figure.story.is_organisation(fact.entity):
            return
        clue = _noun(figure)
        carried = clue is None or (figure.previous is not None and figure.previous.clue is clue)
        base = self.bases.get(fact.variant, fact.variant) if carried else fact.variant
        area, division = _area(figure, clue), _division(figure, clue)
        if area is not None and division is not None and division.first <= area.first <= division.last:
            area = None  # "its international food business"
        found = [part for part in (area, division) if part is not None]
        if not found:
            if fact.variant in self.passing and FROM_FIGURE in fact.rules and figure.previous is None:
                fact.variant = base
                figure.because("variant: not of the part told of in passing")
            elif base != fact.variant and _elsewhere(figure):
                fact.variant = base
                figure.because("variant: not of the part told of before")
            return
        tokens = figure.sentence.tokens
        heads = _words(figure)["divisions"]
        ends = [part.last + (tokens[part.last + 1 : part.last + 2] != [] and tokens[part.last + 1] in heads) for part in found]
        told = {t for part, end in zip(found, ends, strict=True) for t in tokens[part.first : end + 1]}
        parts = [" ".join(word for word in part.split(" ") if word.casefold() not in told) for part in base.split(", ")]
        names = [part.name for part in found]
        parts = [part for part in parts if not any(part.casefold() in name.casefold() for name in names)] + names
        fact.variant = ", ".join(dict.fromkeys(part for part in parts if part))
        self.bases[fact.variant] = base
        if figure.previous is not None and _moved(figure):
            self.passing.add(fact.variant)
        figure.because(f"variant: {fact.variant}, a part of the firm")


def _words(figure: Figure) -> lexicon.Sets:
    return lexicon.sets("scope", figure.story.language)


def _elsewhere(figure: Figure) -> bool:
    """ "rose 15 percent at that unit and 8 percent at Penwith": whether an organisation stands behind a figure, of which it is told."""
    sentence, at = figure.sentence, figure.behind + 1
    if at >= len(sentence.tokens) or sentence.tokens[at - 1] not in _words(figure)["division_links"]:
        return False
    return any(o.start == sentence.starts[at] for o in figure.story.organisations_in(sentence.starts[at], sentence.ends[at]))


def _noun(figure: Figure) -> Clue | None:
    """The noun of what is measured, where it stands in the figure's sentence."""
    clue, sentence = figure.clue, figure.sentence
    return clue if clue is not None and clue.role != "verb" and sentence.start <= clue.start < sentence.end else None


def _area(figure: Figure, clue: Clue | None) -> Area | None:
    """The area behind the figure, before or behind its noun, or before the comma that opens its sentence."""
    found = areas.hung(figure, _behind(figure)) or _led_from(figure)
    if found is None and clue is not None:
        found = _before(figure, clue) or areas.hung(figure, clue.last + 1)
    if found is not None or _of_all(figure, clue):
        return found
    first = _first(figure, clue)
    return next((a for i in _fronts(figure, first) if (a := areas.hung(figure, i)) is not None and _opens(figure, first, a.last)), None)


def _division(figure: Figure, clue: Clue | None) -> Division | None:
    """The division behind the figure or its noun, before the comma that opens its sentence, or whose verb governs the figure."""
    found = _hung(figure, _behind(figure))
    if found is None and clue is not None:
        found = _hung(figure, clue.last + 1)
    if found is not None or _of_all(figure, clue):
        return found
    first = _first(figure, clue)
    for i in _fronts(figure, first):
        if (division := _hung(figure, i)) is not None and _opens(figure, first, division.last):
            return division
        if areas.hung(figure, i) is not None:
            return None  # "In its film business, sales rose 2 percent, and in Asia, sales were up 3 percent"
    return _subject(figure, first)


def _moved(figure: Figure) -> bool:
    """Whether the word for a move stands right behind its figure: "a 5 percent rise"."""
    moves = (c for c in figure.sentence.of("direction") if c.first == figure.behind)
    return figure.fact.statistic in STEPS and any(c.role in ("nouns", "both") for c in moves)


def _behind(figure: Figure) -> int:
    """The token behind a figure, and behind the sum that it leads to: "rose 5 percent to $3 million in Asia", "a 5 percent rise in Asia"."""
    tokens, at = figure.sentence.tokens, figure.behind
    at += _moved(figure)
    if tokens[at : at + 1] != [] and tokens[at] in _words(figure)["lies"]:
        at += 1  # "of which $3 million was in Asia"
    ends = dict(figure.spans)
    while tokens[at : at + 1] in (["to"], ["from"]) and at + 1 in ends:
        at = ends[at + 1] + 1
    return at


def _led_from(figure: Figure) -> Area | None:
    """ "rose 5 percent in Asia to $3 million": the area behind the step that leads to a sum."""
    before, tokens = figure.previous, figure.sentence.tokens
    if before is None or tokens[figure.first - 1] not in ("to", "from"):
        return None
    area = areas.hung(figure, before.behind)
    return area if area is not None and area.last == figure.first - 2 else None


def _before(figure: Figure, clue: Clue) -> Area | None:
    """ "its U.S. vehicle sales", "European sales": the area among the words before a noun, or in it."""
    tokens, known = figure.sentence.tokens, sets(figure.story.language)
    stops = either(known["determiners"], known["prepositions"], known["verbs"], known["small_words"], known["sayers"])
    for last in range(clue.last, max(-1, clue.first - 1 - MODIFIERS), -1):
        if any(a <= last <= b for a, b in figure.spans):
            return None
        if (area := areas.until(figure, last)) is not None:
            return area if tokens[area.last + 1] not in _words(figure)["area_stops"] else None
        word = tokens[last]
        if last < clue.first and (word in GENITIVE or word in stops or not (word[0].isalnum() or word in INSIDE)):
            return None
    return None


def _of_all(figure: Figure, clue: Clue | None) -> bool:
    """Whether a noun is told to be of the whole firm: "total sales"."""
    return clue is not None and not _words(figure)["of_all"].isdisjoint(figure.sentence.tokens[max(0, clue.first - 2) : clue.last + 1])


def _fronts(figure: Figure, first: int) -> list[int]:
    """Where the words before token `first`, that of a figure or its noun, begin anew, past "But" and "meanwhile,": the nearest place first."""
    tokens, words, found = figure.sentence.tokens, _words(figure), []
    low = figure.previous.last + 1 if figure.previous is not None else 0
    anew = (i for i in range(first - 1, low, -1) if tokens[i] in words["area_links"] and tokens[i - 1] in words["front"])
    for i in dict.fromkeys((*anew, figure.clause[0], 0)):
        while i < figure.first and tokens[i] in words["front"]:
            i += 1
        found.append(i)
    return found


def _first(figure: Figure, clue: Clue | None) -> int:
    """The token at which a figure or its noun begins, the first of them."""
    return figure.first if clue is None else min(clue.first, figure.first)


def _opens(figure: Figure, first: int, last: int) -> bool:
    """Whether what ends at a token stands before a figure and its noun, a comma or a few words between."""
    return last < first and (figure.sentence.tokens[last + 1] == "," or first - last <= NEAR)


def _hung(figure: Figure, at: int) -> Division | None:
    """The division that a link hangs on what stands before it: "at its film unit", "in that segment"."""
    tokens, words = figure.sentence.tokens, _words(figure)
    if at >= len(tokens) or tokens[at] not in words["division_links"]:
        return None
    ends = {a for a, _ in figure.spans}
    for head in range(at + 1, min(len(tokens), at + PHRASE)):
        if tokens[head] in ",;:(" or head in ends:
            return None
        if (found := headed(figure, figure.sentence, head)) is not None and found.first <= at + 4:
            return _told(figure, found)
    return None


def _told(figure: Figure, found: Division) -> Division | None:
    """A division by its name; one that is only pointed at ("the unit") by that of the one told of before."""
    if found.name:
        return found
    tokens, words = figure.sentence.tokens, _words(figure)
    bare = found.first == found.last and tokens[found.last] in words["divisions"]
    if not bare or words["pointing"].isdisjoint(tokens[max(0, found.first - 1) : found.first]):
        return None
    name = pointed(figure)
    return Division(name, found.first, found.last) if name else None


def _subject(figure: Figure, first: int) -> Division | None:
    """ "Its film unit reported sales of $2 million", "the unit's sales rose": the division that is the subject of the figure's clause, or of its
    sentence where the clause has no subject but its noun."""
    tokens = figure.sentence.tokens
    verbs = predicates(figure.sentence) | {i for i, t in enumerate(tokens) if t in sets(figure.story.language)["verbs"]}
    for start in _fronts(figure, first):
        if start != figure.clause[0] and (figure.fact.variant or not _bare(figure, first)):
            continue  # "while plastics sales rose"
        found = _leading(figure, start, first, verbs)
        if found is not None:
            return found
    return None


def _bare(figure: Figure, first: int) -> bool:
    """Whether a clause names nobody before its noun: "as revenue rose 1 percent"."""
    tokens, known = figure.sentence.tokens, sets(figure.story.language)
    return (known["determiners"] | GENITIVE).isdisjoint(tokens[figure.clause[0] : first])


def _leading(figure: Figure, start: int, until: int, verbs: set[int]) -> Division | None:
    """The division with which a clause begins that has a verb before token `until`, or whose own the noun there is."""
    tokens, words = figure.sentence.tokens, _words(figure)
    for head in range(start, until):
        if head in verbs or tokens[head] in ",;:":
            return None
        if tokens[head] not in words["divisions"] and tokens[head] not in words["division_groups"]:
            continue
        if (found := headed(figure, figure.sentence, head)) is None:
            continue
        behind = head + 1
        if tokens[behind] in (",", "("):
            closing = ")" if tokens[behind] == "(" else ","
            behind = next((i + 1 for i in range(behind + 1, min(until, behind + ASIDE)) if tokens[i] == closing), behind)
        if behind in verbs or tokens[behind] in GENITIVE:
            return _told(figure, found)
    return None
