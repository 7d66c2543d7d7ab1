"""The word of movement that governs a figure: the verb whose step it is ("rose 5 pct"), the noun behind it ("a 5 pct rise")."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret import hedges, moved_by
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

REACH = 9
"""Tokens over which a word of movement governs a step."""

POINTS = ("basis_point", "percentage_point")

FREE, FREE_OF_POINTS = 3, 5
"""Words that may stand between a movement and its step: "cut its key overnight cash rate 25 basis points" can be nothing else."""

ATTRIBUTES, LONGEST = 2, 6
"""Tokens between a figure and its noun of movement: of any words, and of those of a basis with one more."""

COMPOUND = 3
"""Words of what moves between a figure and its noun of movement, of which two that a hyphen joins are one."""

AGGREGATE = 3
"""Tokens of the name of an aggregate of money ("M-1")."""

LED = 4
"""Tokens from the "to" behind a step to the value that it led to."""

OR_POINTS = 8
"""Tokens between the points of an index and the percentage that restates them."""

SUM = 1_000_000
"""From here on an amount of money is a sum."""

A_SHARE = 100
"""Below this what is lost is lost by a share."""

PRICE = 10_000
"""Below this an amount of money may be a price."""

DWARFED = 4
"""A price this many times as large makes a step of an amount that may be one."""


def noun_after(figure: Figure) -> Clue | None:
    """ "a 5 pct rise", "5 pct more": a noun of movement or a comparative right after the figure."""
    tokens = figure.sentence.tokens
    for clue in figure.sentence.of("direction"):
        if clue.first < figure.behind:
            continue
        between = _past_unit(figure, tokens[figure.behind : clue.first])
        if between[:1] in (["("], ["off"], ["rather"]) or (between[:1] == ["from"] and figure.mention.quantity.unit in POINTS):
            return None  # "$9 billion (growth rate of 27%)", "0.8 points off global growth", "from economic growth"
        if between and between[-1] in figure.words("describing"):
            continue  # "spending of 10 billion represents a cut"
        if clue.role != "verbs" and clue.kind != "direction.flat":
            attributes = _attributes(figure, clue.first)
            if attributes is not None and figure.words("noun_stops").isdisjoint(attributes):
                return clue
        if not between and clue.role != "nouns" and tokens[clue.first] in figure.words("comparatives") and not _besides(figure, clue):
            if _apposed(figure, clue):
                return None
            priced = tokens[clue.last + 1 : clue.last + 2] == ["at"]  # "23 cents down at $58.92"
            if priced or tokens[clue.first] not in figure.words("steps_without_comparison") or not figure.money:
                return clue
    return None


def _besides(figure: Figure, clue: Clue) -> bool:
    """ "will pump $5 billion more into banks": a sum that comes on top of others, and is compared with none."""
    if not figure.money or figure.mention.quantity.high < SUM or figure.sentence.tokens[clue.first] not in figure.words("besides"):
        return False
    return figure.sentence.tokens[clue.last + 1 : clue.last + 2] in (["into"], ["for"], ["to"], ["in"], ["of"])


def _apposed(figure: Figure, clue: Clue) -> bool:
    """ "was 25 pct up from 24 pct", "at 21.8 pct up 0.8 points": a step told behind a rate with no comma between, and not the rate's."""
    if figure.money or figure.sentence.tokens[clue.first] not in figure.words("steps_without_comparison"):
        return False
    behind = figure.sentence.tokens[clue.last + 1 : clue.last + 3]
    at = clue.last + 1 + (behind[:1] == ["from"]) + (behind == ["from", "the"])
    mentions = zip(figure.spans, figure.story.mentions[figure.number], strict=True)
    unit = next((mention.quantity.unit for (first, _), mention in mentions if first == at), None)
    return unit in POINTS or (unit == "percent" and at > clue.last + 1)


def _past_unit(figure: Figure, between: list[str]) -> list[str]:
    """The tokens behind a figure without those that it is counted by: "$2 a barrel lower"."""
    priced = figure.money and figure.mention.quantity.per is not None
    return between[2:] if priced and (between[:1] == ["/"] or not figure.words("per_unit").isdisjoint(between[:1])) else between


def _attributes(figure: Figure, noun: int) -> list[str] | None:
    """The tokens between a figure and its noun, less those of a basis and of an aggregate's name: "a 5 pct year-on-year rise", "a 2
    billion dlr M-1 rise"; None where too much stands between."""
    between = figure.sentence.tokens[figure.behind : noun]
    if len(between) <= ATTRIBUTES:
        return between
    if len(between) > LONGEST:
        return None
    basis = next((c for c in figure.sentence.of("basis") if figure.behind <= c.first and c.last < noun), None)
    if basis is not None:
        between = between[: basis.first - figure.behind] + between[basis.last + 1 - figure.behind :]
        return between if len(between) <= ATTRIBUTES else None
    if len(between) == AGGREGATE and between[1] == "-":
        return []
    return between if not figure.money and _compound(figure, noun) else None


def _compound(figure: Figure, noun: int) -> bool:
    """ "a 3 pct same-store sales decline", "a 9 pct third-quarter profit drop": words alone that make one noun of what moves."""
    between = figure.sentence.tokens[figure.behind : noun]
    words = [word for i, word in enumerate(between) if "-" not in (word, between[i - 1] if i else "")]
    acts = any(c.kind == "finite" and figure.behind <= c.first < noun for c in figure.sentence.clues)
    links = lexicon.either(closed("prepositions", figure.story.language), figure.words("articles"))
    return len(words) <= COMPOUND and all(word.isalpha() and word not in links for word in words) and not acts


def direction(clue: Clue) -> str:
    """Which way a word of movement goes."""
    return clue.kind.partition(".")[2]


def stays(clue: Clue, figure: Figure) -> bool:
    """ "held steady around 90 yen": what stays does not move by what it stays at, unless that is nothing."""
    return clue.kind == "direction.flat" and figure.mention.quantity.high != 0


def compared_behind(figure: Figure) -> Clue | None:
    """ "5 billion less than a year ago": a comparative and "than" right behind the figure."""
    clue, tokens = noun_after(figure), figure.sentence.tokens
    right_behind = clue is not None and clue.first == figure.behind and tokens[clue.last + 1 : clue.last + 2] == ["than"]
    return clue if right_behind else None


def bounded(figure: Figure, between: list[str]) -> bool:
    """Whether "up to" before a figure bounds a step: "shrank by up to 5 pct", "rose up to 5 pct"; but "rose up to 5 billion"."""
    return between[-2:] == ["up", "to"] and (not figure.money or between[-3:-2] == ["by"])


def before(figure: Figure) -> Clue | None:
    """The word of movement before the figure whose step it is: only hedges, "by" and a period may stand between."""
    tokens = figure.sentence.tokens
    for clue in reversed(figure.sentence.of("direction")):
        if clue.last >= figure.first or clue.first < figure.start or figure.first - clue.last > REACH:
            continue
        between = [t for t in tokens[clue.last + 1 : figure.first] if t != "-"]  # "tumbled a bigger-than-expected 1 pct"
        between = between[: len(between) - hedges.length(between, figure.words("hedging_phrases"))]
        if not figure.money and between[-1:] == ["to"] and between[-2:-1] and between[-2] in figure.words("near_to"):
            del between[-2:]  # "slumped close to 6 pct"
        if "by" in between and " ".join(between[between.index("by") + 1 :]) in figure.words("step_totals"):
            del between[between.index("by") + 1 :]
        if clue.first and tokens[clue.first] in figure.words("particles") and tokens[clue.first - 1] in figure.words("amassing"):
            continue  # "rang up 5 billion in sales", "propped up with 5 billion"
        if tokens[clue.last] == "up" and between and between[0].endswith("ing"):
            continue  # "could end up costing 5 billion"
        if clue.kind == "direction.flat" and clue.first and tokens[clue.first - 1] in figure.words("articles"):
            continue  # "expanded by a steady 3 pct"
        if stays(clue, figure):
            continue  # "unchanged at about 5 pct"
        if tokens[clue.first] in figure.words("after_only") or between[:1] in (["than"], ["behind"]):
            continue  # "higher than the 25 cents expected" compares; "has fallen behind on $9 million of rent"
        if tokens[clue.first] in figure.words("comparatives") and _than_noun(figure, between):
            continue  # "a higher offer than the agreed 5 billion"
        said = _unhedged(figure, between)
        paced = said[-1:] == ["of"] and said[-2:-1] and said[-2] in figure.words("pace") | figure.words("averaged")
        if paced and {"to", "from"}.isdisjoint(between) and clue.role != "nouns":
            return clue
        if clue.role == "nouns" and not ({"of", "by"} & set(between)):
            continue
        if clue.role == "nouns" and between[:1] == ["by"] and (verb := moved_by.verb_of_growth(figure, clue)) is not None:
            return verb
        if not figure.money and "," in between and tokens[figure.behind : figure.behind + 1] == ["of"]:
            continue  # "is to cut 450 jobs, about 11 pct of its staff"
        if _is_object(figure, clue, between) or moved_by.causes(figure):
            continue
        if figure.money and _passed(figure, between):
            return None  # "rose over $17": a price that is passed
        if figure.money and _held(figure):
            continue  # "cut its 5 billion of debt"
        if tokens[clue.first] == "off" and not figure.words("extreme_nouns").isdisjoint(between):
            continue  # "off the record $17"
        if tokens[clue.first] == "off" and not figure.words("articles").isdisjoint(between[:1]):
            continue  # "grew 1 pct, well off the 3 pct pace of the boom"
        value = said[-1:] and said[-1] in figure.words("value_reached") and not _paced(figure, between, said)
        earned = figure.money and (figure.mention.quantity.high >= PRICE or figure.mention.quantity.per == "share")
        shared = figure.words("moved_by") if earned else figure.words("moved_by") | figure.words("gained")
        noun = clue.role == "nouns" or (
            tokens[clue.first] in shared and (said == ["of"] or tokens[clue.first - 1 : clue.first] in (["a"], ["an"]))
        )
        if value and not (said[-1] == "of" and noun) and not bounded(figure, between):
            continue
        if noun and between[:1] in (["in"], ["of"]) and _hung(figure, between) and figure.words("step_stops").isdisjoint(between):
            return clue  # "an increase in the surplus on oil of 5 million"
        free = [t for t in between if t not in figure.words("step_words") and not t.isdigit()]
        if len(free) <= (FREE_OF_POINTS if figure.mention.quantity.unit in POINTS else FREE) and figure.words("step_stops").isdisjoint(
            between[:-1] if between[-2:] == ["up", "to"] else between
        ):
            return clue
    return None


def _unhedged(figure: Figure, between: list[str]) -> list[str]:
    """The tokens before a figure and its hedges: "a deficit of nearly 5 pct"; "at" is one in "at least" alone."""
    single = figure.words("before_figure")
    while between and between[-1] in single and between[-1] not in figure.words("value_reached"):
        at_least = between[-2:-1] == ["at"] and between[-1] in figure.words("at_bounds")
        between = between[: -2 if at_least else -1]
    return between


def _than_noun(figure: Figure, between: list[str]) -> bool:
    """Whether a noun stands between a comparative and its "than"; not so in "down more than 5 percent"."""
    at = between.index("than") if "than" in between else 0
    return at > 0 and between[at - 1] not in figure.words("comparatives") and "by" not in between


def _passed(figure: Figure, between: list[str]) -> bool:
    """Whether a word of movement leads past a price ("rose above the $17 mark"); what the other prices dwarf is a step ("rose over $1")."""
    said = [t for t in between if t not in figure.words("articles")]
    if not said or said[-1] not in figure.words("passed") or figure.mention.quantity.high >= PRICE:
        return False
    return said[-1] not in figure.words("passed_or_step") or not _dwarfed(figure)


def _held(figure: Figure) -> bool:
    """ "reduce its 5 billion of debt", "scale down the 6 billion in purchases": a sum that is there, whatever moves."""
    own = figure.sentence.tokens[max(0, figure.first - 2) : figure.first]  # a sign may stand between
    behind = figure.sentence.tokens[figure.behind : figure.behind + 1]
    return not figure.words("owners").isdisjoint(own) and behind in (["of"], ["in"])


def _dwarfed(figure: Figure) -> bool:
    """Whether a price of the story, of the same thing or in the same sentence, is many times an amount."""
    mine, story = figure.mention.quantity, figure.story
    for number, mentions in enumerate(story.mentions):
        for other in (mention.quantity for mention in mentions):
            priced = other.per is not None if mine.per is None else other.per == mine.per
            if other.unit == mine.unit and mine.high * DWARFED <= other.high < PRICE and (priced or number == figure.number):
                return True
    return False


def _hung(figure: Figure, between: list[str]) -> bool:
    """Whether "of" or "by" and no more than a hedge stands last between a noun of movement and its step: "a drop in prices of over $2"."""
    while between and between[-1] not in ("of", "by") and between[-1] in figure.words("step_words"):
        between = between[:-1]
    return between[-1:] == (["of"] if between[:1] == ["in"] else ["by"])


def _is_object(figure: Figure, clue: Clue, between: list[str]) -> bool:
    """ "raised $5 million": the sum is what was raised, no step, unless a value follows ("lost 20 cents to $5")."""
    tokens = figure.sentence.tokens
    said, with_verb = (" ".join(tokens[first : clue.last + 1]) for first in (clue.first, clue.first - 1))  # "wrote down $5 million"
    rest = _past_unit(figure, tokens[figure.behind : figure.behind + 3])  # "raised $1.35 a barrel to $15"
    behind, at = rest[:1], figure.behind + len(tokens[figure.behind : figure.behind + 3]) - len(rest)
    restated = (
        tokens[figure.behind + (behind == [","]) :][:1] == ["or"] and figure.mention.quantity.high < A_SHARE
    )  # "lost 65 cents or 25 pct"
    sums = _takes_sums(figure.story.language)
    led = behind == ["to"] and any(first in range(at + 1, at + 1 + LED) for first, _ in figure.spans)
    return figure.money and "by" not in between and (said in sums or with_verb in sums) and not led and not restated


def _paced(figure: Figure, between: list[str], said: list[str]) -> bool:
    """ "growing at 15 pct a year", "at a 15 pct rate": the rate is the growth."""
    if figure.money or said[-1:] != ["at"]:
        return False
    return figure.mention.quantity.per is not None or not figure.words("articles").isdisjoint(between[len(said) :])


def by(figure: Figure, lead: list[str]) -> Clue | None:
    """ "raise its lending rate by 1.5 points", "cut the $20 million loan by $4 million": the verb may stand before another figure; "cut its
    tariffs by an average of 20 pct"."""
    average = figure.words("averaged")
    bound = hedges.length(lead, figure.words("hedged_by"))
    if bound and lead[-bound - 1 : -bound] == ["by"]:
        lead = lead[:-bound]  # "cut the price of its van by up to 7 pct"
    if len(lead) > 1 and (lead[-1] in average or (lead[-1] == "of" and lead[-2] in average)):
        lead = lead[: -1 if lead[-1] in average else -2]
        lead = lead[:-1] if lead[-1:] and lead[-1] in figure.words("articles") else lead
    if lead[-1:] not in (["by"], ["of"]) or (lead[-1] == "of" and lead[-2:-1] != ["tune"]):
        return None
    moves = [c for c in figure.sentence.of("direction") if c.role != "nouns" and c.last < figure.first and not stays(c, figure)]
    begin = 0 if lead[-2:] == [",", "by"] else figure.clause[0]  # "cut the budget, which pays for the poorest, by $5 million"
    end = figure.first - len(figure.lead) + len(lead) - 1  # "hurt by more than 5 billion": "more" is a hedge
    if moved_by.causes(figure):
        return None
    found = next((c for c in reversed(moves) if begin <= c.first < end), None)
    return moved_by.verb(figure, found.last + 1 if found is not None else begin, end) or found


def step_verb(figure: Figure) -> Clue | None:
    """ "saved $5 million", "knocked 3 pct off": a verb that takes a step away from something, right before the figure."""
    directions = _steps(figure.story.language)
    for i in range(figure.first - 1, max(figure.start, figure.first - 4) - 1, -1):
        if (direction := directions.get(figure.sentence.tokens[i])) and figure.sentence.tokens[i + 1] != "from":  # "saved from"
            return Clue(f"direction.{direction}", direction, i, i, figure.sentence.starts[i], figure.sentence.ends[i], "verbs")
    return None


def taken_off(figure: Figure) -> Clue | None:
    """ "saw $5 billion wiped off its market value": a verb that takes a step away from something, right behind the figure."""
    tokens, at = figure.sentence.tokens, figure.behind
    while at < len(tokens) and tokens[at] in figure.words("taken_by"):
        at += 1
    direction = _steps(figure.story.language).get(tokens[at]) if at + 1 < len(tokens) else None
    if direction is None or tokens[at + 1] not in figure.words("taken_from"):
        return None
    return Clue(f"direction.{direction}", direction, at, at, figure.sentence.starts[at], figure.sentence.ends[at], "verbs")


def of_points(figure: Figure, lead: list[str]) -> Clue | None:
    """ "rose 20 points, or 0.2 pct": a percentage that says again what an index did, which is no figure."""
    if lead[-1:] != ["or"]:
        return None
    points = next((n for n, token in enumerate(reversed(lead)) if token in figure.words("index_units")), OR_POINTS)
    if points >= OR_POINTS:
        return None
    at = figure.first - points - 1
    moves = [c for c in figure.sentence.of("direction") if c.last < at and c.first >= figure.clause[0]]
    if moves and at - moves[-1].last <= REACH:
        return moves[-1]
    tokens, behind = figure.sentence.tokens, figure.behind  # "closed 25 points, or 0.4 percent, higher at"
    behind += tokens[behind : behind + 1] == [","]
    return next((c for c in figure.sentence.of("direction") if c.first == behind and tokens[behind] in figure.words("comparatives")), None)


def nearest(figure: Figure) -> Clue | None:
    found = [c for c in figure.sentence.of("direction") if figure.clause[0] <= c.first and c.last < figure.first]
    return found[-1] if found else None


@cache
def _steps(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["step_verbs"]
    return {verb: direction for direction, verbs in entry.items() for verb in verbs}


@cache
def _takes_sums(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("statistic", language)["object_of_money"]["verbs"])
