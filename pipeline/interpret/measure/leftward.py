"""What stands before a figure and says what it measures: "a profit of $5m", "earned $5m", the object of the verb ("cut its base rate
by"), the subject ("exports rose")."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.measure.around import Around, Governor
from pipeline.interpret.measure.counted import fits
from pipeline.interpret.measure.marks import entries, marked
from pipeline.interpret.measure.phrase import Phrase
from pipeline.lexicon import either

SUBJECT = "subject that is not in the lexicon"
"""The rule of a figure whose clause has such a subject, and names no measure."""

NEAR, FAR = 3, 8
"""Tokens between a verb and its sum, and where whom it is told of stands between them."""

PRONOUN = 4
"""Tokens between a relative pronoun and its figure: the verb and a link."""


def label(around: Around) -> Governor | None:
    """ "capacity use: 82.2 pct": the noun before a colon."""
    tokens, at = around.tokens, around.figure.first - 1
    at -= at > 0 and tokens[at] in around.closed["signs"]
    if at < 1 or tokens[at] != ":":
        return None
    clue = next((c for c in around.phrases.nouns if c.last == at - 1 and c.role != "verb"), None)
    return None if clue is None else Governor(clue, "label before the figure", 0.93, Phrase(clue.first, clue.last))


def of(around: Around) -> Governor | None:
    """ "exports of $3bn", "a deficit with Japan of", "profit at": the noun right before the link."""
    at, tokens = around.at, around.tokens
    if at < 1 or tokens[at] not in around.closed["value_links"]:
        return None
    for found in around.phrases.before(at - 1, around.low):
        if found.verbs or found.commas:
            return None
        clue = around.head(found)
        if clue is not None and not around.hung_on(clue, found.link):
            return Governor(clue, f"noun before the figure, by {tokens[at]}", 0.85 if tokens[at] == "at" else 0.93, found)
        if not found.link:
            if tokens[at] != "of" or tokens[found.last] in around.closed["transparent"]:
                return None
            return Governor(None, "noun before the figure that is not in the lexicon", 0.4, found)
    return None


def spent(around: Around) -> Governor | None:
    """ "invested 5 mln dlrs in production": a verb that names what money is for, whatever it goes into."""
    clue = next((c for c in around.phrases.nouns if c.last == around.at and c.role == "verb" and c.key in around.closed["goes_in"]), None)
    return None if clue is None or not around.figure.money else Governor(clue, "verb before the figure", 0.92)


def verb(around: Around, *, nouns_too: bool = False) -> Governor | None:
    """ "earned $5m", "bought it for $5m": a verb that names a measure, right before the figure or before its "for"."""
    at = around.at
    bare = around.tokens[at] if at >= 0 else ""
    low = around.figure.earlier[-1].last if around.figure.earlier else around.low - 1
    for clue in reversed(around.phrases.nouns):
        of_somebody = around.tokens[clue.last] in around.closed["of_somebody"]
        to_do = clue.first > 0 and around.tokens[clue.first - 1] in around.closed["infinitive"]  # "had to write down $5m"
        either = clue.role == "both" and (to_do or clue.first in around.phrases.verbs)  # "the strike has cost the state $5m"
        verb = clue.role == "verb" or (either and (nouns_too or to_do if clue.last == at else of_somebody))
        if around.tokens[clue.last] in around.closed["late_verbs"] and not nouns_too:
            continue
        if clue.last > at or not verb or around.stands(clue) or not fits(clue.key, around.kinds, around.language):
            continue
        if not around.figure.money and not (marked(clue.key, "part", around.language) or _more(around, clue)):
            if bare != "at" or not _lends(around, clue):
                continue
        if clue.last == at and clue.first > low:
            return Governor(clue, "verb before the figure", 0.92)
        if bare == "by" and around.tokens[clue.last] in around.closed["written_off"] and clue.first > low:
            return Governor(clue, "verb before the figure, by by", 0.9)  # "after writing down the value of its mills by $5m"
        if bare in around.closed["price_links"] and clue.first >= around.low and not _parted(around, clue):
            return Governor(clue, f"verb before the figure, by {bare}", 0.85, link=bare)
        between = any(clue.last < c.first <= at for c in around.phrases.nouns)
        near = NEAR if not of_somebody or _bounded(around, clue.last) else FAR
        between = between and not (clue.key == "fine" or (of_somebody and clue.key == "costs"))
        # "fined the wealth arm $5m", "cost the economy $5m": who pays may be called by a measure
        if clue.first > low and at - clue.last <= near and not between and bare not in around.closed["reach_links"]:
            return Governor(clue, "verb before the figure", 0.7)
        return None
    return None


def _more(around: Around, clue: Clue) -> bool:
    """ "exported 5 percent less": whether somebody does so many percent more or less of what a verb names."""
    behind = around.tokens[around.figure.behind : around.figure.behind + 1]
    return clue.last == around.at and clue.key in around.closed["told_by_more"] and not around.closed["comparatives"].isdisjoint(behind)


def _bounded(around: Around, last: int) -> bool:
    """Whether more than a name or a noun stands between a verb and its sum: "fined, while its rival paid"."""
    sentence, text = around.figure.sentence, around.figure.story.text
    placed = around.closed["place_links"]  # "has cost the NHS in England"
    between = [i for i in range(last + 1, around.at + 1) if around.tokens[i] not in placed or not text[sentence.starts[i + 1]].isupper()]
    links = either(around.phrases.links, around.closed["small_words"])
    return any(i in around.phrases.verbs or around.tokens[i] in links or not around.phrases.word(i) for i in between)


def _lends(around: Around, clue: Clue) -> bool:
    """Whether what stands behind the "at" of a verb is a rate of interest: "lent one billion stg for a week at 10 pct"."""
    if "rate" not in around.kinds or "lending" not in entries(around.language)["loose"]["verbs"].get(clue.key, ()):
        return False
    return not any(c.key == "interest_rate" and around.low <= c.first < clue.first for c in around.phrases.nouns)


def _parted(around: Around, clue: Clue) -> bool:
    """Whether a verb of standing comes between a verb of buying and the price ("to raise the won as the debt stood at")."""
    standing = around.closed["standing"]
    if clue.key == "loss":
        standing = either(standing, around.closed["quoted_at"])  # "lost 6 percent and closed at"
    return any(token in standing for token in around.tokens[clue.last + 1 : around.at])


def left(around: Around) -> Governor | None:
    """The object of the verb, else its subject: the nearest phrase on the left that hangs on no other by a preposition."""
    tokens, transparent, stand_ins = around.tokens, around.closed["transparent"], around.closed["stand_ins"]
    attached: tuple[Clue, Phrase] | None = None
    below: Phrase | None = None
    for found in around.phrases.before(around.at, around.low):
        clue = around.head(found)
        weight = 0.9 - 0.05 * max(0, found.verbs - 1) - 0.08 * found.commas
        if clue is not None and clue.first < found.first and clue.last == around.at and fits(clue.key, around.kinds, around.language):
            return Governor(clue, "verb before the figure", 0.9, Phrase(clue.first, clue.last))  # "down in price to yield 3 pct"
        opened = found.verbs == 1 and not found.commas and found.link in around.closed["clause_preps"]
        opened = opened and tokens[found.first] not in around.closed["after_nouns"]  # "shares in after hours trade rose"
        opened = opened and found.last + 1 in around.phrases.verbs  # "after July's inflation figure came in at"
        if clue is not None and (not found.link or opened or _beside(around, found) or _runs(around, found)):
            if attached is not None and attached[1] is below and below is not None and around.hung_on(clue, below.link):
                if below.first - found.last <= NEAR and attached[0].role != "thing" and tokens[below.last] not in transparent:
                    return Governor(attached[0], "what the growth of the subject is of", weight, attached[1])  # "growth in spending"
            return Governor(clue, "subject or object", weight, found)
        if clue is not None and attached is None and found.link in around.closed["attaching"]:
            attached = clue, found
        elif (
            clue is not None and attached is not None and attached[1] is below and clue.last == found.last and _hangs(around, found, below)
        ):
            attached = clue, found  # "a deficit in visible trade": what stands before the preposition is the head
        below = found
        if found.link:
            if attached is not None and found.first and _cause(around, found):
                return Governor(attached[0], "noun of the cause before the figure", 0.8, attached[1])
            continue
        noun = tokens[found.last]
        if attached is not None and attached[0].role == "thing" and _counts(around, found):
            attached = None  # "averaged 212,000 barrels of oil a day, up 3 percent": what is so many of the subject
            continue
        if attached is not None:
            return Governor(attached[0], "noun attached to the subject", weight - (0.05 if noun in transparent else 0.3), attached[1])
        if noun in stand_ins or noun in transparent:
            continue
        if found.verbs and noun.isalpha():
            return Governor(None, SUBJECT, 0.4, found)
    if attached is not None:
        return Governor(attached[0], "noun attached on the left", 0.6, attached[1])
    return None


def _counts(around: Around, found: Phrase) -> bool:
    """ "212,000 barrels", "1.2 million tonnes": so many of a good, with a number before them."""
    if around.tokens[found.last] not in around.closed["counted_by"] or around.figure.frame.move is None:
        return False
    return any(token[0].isdigit() for token in around.tokens[max(around.low, found.last - NEAR) : found.last])


def _beside(around: Around, found: Phrase) -> bool:
    """Whether a participle makes a phrase tell something by itself beside its sentence: "with taxes reaching 5 pct"."""
    behind = around.tokens[found.last + 1]
    participle = (
        behind.endswith(tuple(lexicon.entries("measure", around.language)["participles"]["endings"]))
        or behind in around.closed["passive_outlooks"]
    )
    told_on = (
        found.link in around.closed["told_on"] and behind in around.closed["stands_up"] and found.last + 1 >= _step(around)
    )  # "on sales up 5 pct", "on sales up 5 pct at 3 billion"
    return told_on or (found.link in around.closed["beside_links"] and found.verbs > 0 and participle)


def _step(around: Around) -> int:
    """The token before a figure, or before the step right before it that led to it."""
    before = around.figure.previous
    if before is None or before.last + 1 != around.at or around.tokens[around.at] not in around.closed["led_to"]:
        return around.at
    return before.first - 1


def _runs(around: Around, found: Phrase) -> bool:
    """ "raised rates to curb inflation, currently running at 20 pct": whether a phrase stands before a participle that says where it is."""
    at = found.last + 1
    if found.verbs != 1 or found.commas > 1:
        return False
    while at < around.at and (around.tokens[at] == "," or around.phrases.adverb(at) or around.tokens[at] in around.closed["passives"]):
        at += 1
    return at < around.at and around.tokens[at] in around.closed["running_at"] and around.tokens[around.at] == "at"


def _hangs(around: Around, found: Phrase, below: Phrase) -> bool:
    """Whether the second phrase hangs on the first by a preposition right behind it."""
    between = around.tokens[found.last + 1 : below.first]
    return (
        0 < len(between) <= 2
        and between[0] == below.link
        and between[0] in around.closed["chain_links"]
        and around.closed["determiners"].issuperset(between[1:])
    )


def _cause(around: Around, found: Phrase) -> bool:
    """Whether a phrase is a movement that is given as a cause: "reserves fell due to a drop in"."""
    at = found.first - 1
    while at > 0 and around.tokens[at] in around.closed["determiners"]:
        at -= 1
    causes = around.closed["causes"]
    moved = around.tokens[found.last] in around.closed["transparent"]
    return moved and (around.tokens[at] in causes or around.tokens[at - 1] in causes)


def antecedent(around: Around) -> Governor | None:
    """What a relative clause is about: "the company's net worth, which stood at"."""
    low, relatives = around.low, around.figure.words("relatives")
    pronoun = next((i for i in range(around.at, max(low, around.at - PRONOUN), -1) if around.tokens[i] in relatives), None)
    if pronoun is not None:
        found = next(around.phrases.before(pronoun - 1, low), None)
        clue = around.head(found) if found is not None else None
        return Governor(clue, "noun before the relative pronoun", 0.7, found) if clue is not None else None
    if low < 3 or around.tokens[low - 2] != "," or around.tokens[low - 1] not in relatives:
        return None
    thing: Governor | None = None
    for found in around.phrases.before(low - 3, 0):
        clue = around.head(found)
        if clue is not None:
            told = Governor(clue, "noun before the relative clause", 0.75, found)
            if clue.role != "thing" or not found.link:
                return told
            thing = thing or told  # "stockpiles of crude, which": what the goods hang on
        elif not found.link:
            break
    return thing


def _aside(around: Around, low: int) -> tuple[int, int]:
    """The commas of an aside right before the verb of a step: "Arden, which seeks no loans, gained 4 percent" tells of no loans."""
    move = around.figure.frame.move
    if move is None or move.role != "verbs" or not low < move.first < around.figure.first or around.tokens[move.first - 1] != ",":
        return 0, 0
    opens = around.phrases.opening(move.first - 1, low, ",")
    if around.tokens[opens + 1] not in around.closed["long_asides"] or "," in around.tokens[opens + 1 : move.first - 1]:
        return 0, 0
    return opens, move.first - 1


def _seldom_grows(around: Around, clue: Clue) -> bool:
    """ "Under the deal it is up 3 percent", but "the value of the deals fell", "raising its $5 offer by": whether it is no step of what
    grows only where it moved or was moved."""
    if "step" not in around.kinds or not marked(clue.key, "grown_by_name", around.language):
        return False
    move = around.figure.frame.move
    return move is None or clue.last + 1 < move.first or move.first > around.figure.first


def nearest(around: Around, anywhere: bool) -> Governor | None:
    """The nearest noun of the clause before the figure, where nothing better is found; of an earlier clause where this has none."""
    low = around.low if not anywhere else around.figure.earlier[-1].last if around.figure.earlier else 0
    behind_only = entries(around.language)["loose"]["behind_only"]
    opens, shut = _aside(around, low)
    for clue in reversed(around.phrases.nouns):
        if opens < clue.first < shut:
            continue
        if clue.role not in ("noun", "loose") or clue.key in behind_only or around.too_dear(clue) or around.stands(clue):
            continue
        if _seldom_grows(around, clue):
            continue
        if low <= clue.first and clue.last < around.figure.first:
            return Governor(clue, "nearest noun of the clause", 0.5)
    return None
