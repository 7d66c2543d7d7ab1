"""What stands behind a figure and says what it measures: "a $900m loan", "a 5 pct rise in exports", "$10m of debt"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.measure.around import Around, Governor
from pipeline.interpret.measure.counted import TIMES, fits
from pipeline.interpret.measure.phrase import Phrase

NEAR = 4
"""Tokens between a figure and the noun right behind it."""

MEANS = 0.3
"""How surely what is paid with says what a sum is: "will receive $20 in cash", less than any other noun or verb."""

TAKEN = (["off"], ["from"])
"""Behind a verb that takes a sum away: what it is taken from follows."""

ASKED = 0.8
"""How surely a noun behind "for" and a sum says what it is: "asked for $5m in loans", but "bought it for $5m in stock"."""

ECONOMY = "gdp"
"""What money is poured into, but does not measure."""

OPENING = 6
"""Tokens between a value that opens a sentence and the comma behind it."""

FAR = 12
"""Tokens between a figure and the noun that it is an amount of."""


def noun(around: Around) -> Governor | None:
    """ "a $900m loan", "5 pct profit growth", "a 5 pct rise in exports", "$10m of debt", "30 pct of the company"."""
    figure, tokens, phrases = around.figure, around.tokens, around.phrases
    at = figure.behind
    until = min(at + FAR, next((a for a, _ in figure.spans if a >= at), len(tokens)))
    if at < until and tokens[at] == "-":
        at += 1 + (not around.closed["joined_hedges"].isdisjoint(tokens[at + 1 : at + 2]))  # "a $6 billion-plus bid"
    per = figure.fact.quantity.per
    if figure.money and per in TIMES and tokens[at : at + 1] == ["a"] and tokens[at + 1 : at + 2] == [per]:
        at += 2 * (tokens[at + 2 : at + 3] == ["in"])  # "£2m a year in bonuses"
    at = _qualified(around, at, until)
    move = figure.frame.move
    if figure.frame.role == "moved" and move is not None and move.role == "verbs" and tokens[move.last + 1 : move.last + 2] in TAKEN:
        at = move.last + 1  # "$5 billion wiped off its market value"
    if at >= until or (tokens[at] in around.closed["table_rows"] and _row(around, at)):
        return None
    if (shared := _shared(around)) is not None:
        return shared
    told = next((c for c in phrases.nouns if c.first == at or (c.first == at - 1 and tokens[c.first] == "-")), None)  # "70 pct-owned"
    if told is not None and _owner(around, told.last):
        told = None
    wanted = figure.money and not around.closed["purpose_links"].isdisjoint(figure.lead[-1:])
    purpose = (
        told is not None and (wanted or not figure.money) and told.role == "verb" and tokens[at] in around.closed["infinitive"]
    )  # "raise taxes 5 pct to pay for", "asked for $5m to pay"
    if told is not None and not purpose and (tokens[at] in phrases.links or (told.role == "verb" and around.held(told))):
        return Governor(told, "words behind the figure", 0.94, Phrase(told.first, told.last))  # "over Libor", "owned by"
    if (
        told is not None
        and told.role == "verb"
        and figure.money
        and not phrases.owning.isdisjoint(tokens[max(0, figure.first - 2) : figure.first])
    ):
        return Governor(told, "noun behind the figure", 0.9, Phrase(told.first, told.last))  # "its $14 billion bid for"
    transparent = around.closed["transparent"]
    moved = figure.frame.role == "moved" or (
        around.at > 0
        and tokens[around.at] in around.closed["value_links"]
        and tokens[around.at - 1] in transparent
        and not (around.at > 1 and tokens[around.at - 2] in around.closed["be"])  # "is forecast at 8 percent of output"
    )
    if tokens[at] in around.closed["comparatives"] and not figure.money:
        at += 1
    found = phrases.after(at, until, bare=True)
    if found is not None:
        clue = around.head(found)
        if clue is not None and _joined(around, at, clue.first):
            return None
        beyond = tokens[found.last + 1] if found.last + 1 < until else ""
        if clue is not None and not around.hung_on(clue, beyond):
            weight = MEANS if _means(around, clue.last) else 0.95
            return Governor(clue, "noun behind the figure", weight, found) if clue.first - at <= NEAR else None
        if not moved and tokens[found.last] not in transparent:
            return None
        at, moved = found.last + 1, True
    link = tokens[at] if at < until else ""
    amount = link in around.closed["amount_links"]
    raised = figure.money and link in around.closed["raised_by"] and around.at >= 0 and tokens[around.at] in around.closed["raisers"]
    taken = link in around.closed["taken_links"] or (link in around.closed["cut_links"] and _cut(around))
    added = link in around.closed["added_links"] and around.at >= 0 and tokens[around.at] in around.closed["adders"]
    paid = around.at >= 0 and tokens[around.at] in around.closed["price_links"]  # "bought it for 5 mln dlrs in cash"
    moves = link in around.closed["moved_links"] and (moved or (link == "in" and (figure.money or "points" in around.kinds)))
    poured = link in around.closed["poured_links"] and around.at >= 0 and tokens[around.at] in around.closed["pourers"]
    if not (amount or raised or taken or added or moves or poured):
        return None
    at += 1
    while (found := phrases.after(at + (at < until and tokens[at] == "of"), until)) is not None:
        clue = around.head(found)
        if clue is not None and ((poured and clue.key == ECONOMY) or _joined(around, at - 1, clue.first)):
            return None  # "pumped $5bn into the economy": what pours says what it is; "to $5bn in 2004 and costs fell"
        if clue is not None:
            weight = (
                MEANS
                if link == "in" and (_means(around, clue.last) or _part_cash(around, found))
                else 0.95
                if figure.money or moved or added or (taken and around.at >= 0 and tokens[around.at] in around.closed["takers"])
                else 0.88
            )
            if paid and link == "in" and not moved:
                if weight == MEANS:
                    return None
                weight = ASKED
            return Governor(clue, f"noun behind the figure, by {link}", weight, found)
        at = found.last + 2
        if at >= until or tokens[at - 1] not in around.closed["attaching"] or tokens[found.last] not in transparent:
            break
    if ((amount and not figure.money) or around.agent()) and found is not None:
        return Governor(None, "noun behind the figure that is not in the lexicon", 0.4, found)
    return None


def _joined(around: Around, at: int, noun: int) -> bool:
    """ "growth of 2 pct next year and inflation of 3 pct": behind a time the next item of a list begins."""
    joints, periods = around.closed["joints"], around.closed["times_named"]
    tokens = around.tokens
    ends = [
        i - 1 for i in range(at + 1, noun) if tokens[i] in joints and "-" not in (tokens[i], tokens[i - 2])
    ]  # "10-year and 30-year bonds"
    return any(tokens[i] in periods or _year(tokens[i]) for i in ends)


def _year(token: str) -> bool:
    return len(token) == len("2004") and token.isdigit() and token[:2] in ("19", "20")


def _cut(around: Around) -> bool:
    """ "trim $5 million from annual costs", "half a point from growth": whether a verb of cutting stands right before a sum, or points."""
    return (around.figure.money or "points" in around.kinds) and around.at >= 0 and around.tokens[around.at] in around.closed["cutters"]


def _owner(around: Around, last: int) -> bool:
    """Whether a noun only owns what the figure is of: "4 percent of the company's turnover", but "of the company's stock"."""
    tokens = around.tokens[last + 1 : last + 1 + NEAR]
    return tokens[:1] != [] and tokens[0] in GENITIVE and around.closed["equities"].isdisjoint(tokens)


def _means(around: Around, at: int) -> bool:
    """Whether a noun is what is paid with, and not what somebody has: "$20 in cash", but "its $5bn in cash"."""
    first = around.figure.first
    return around.tokens[at] in around.closed["means"] and around.phrases.owning.isdisjoint(around.tokens[max(0, first - 1) : first])


def _part_cash(around: Around, found: Phrase) -> bool:
    """ "will pay $5 billion in cash and 144 million shares"."""
    joined = around.closed["inside_phrases"]
    return found.last > found.first and around.tokens[found.first + 1] in joined and _means(around, found.first)


def _qualified(around: Around, at: int, until: int) -> int:
    """Where the noun begins behind what qualifies an amount: "a 28 dlr a share bid", "a 400 mln dlr, five-year facility"."""
    figure, tokens = around.figure, around.tokens
    if tokens[at : at + 1] == ["or"] and at + 2 < until and tokens[at + 1] in around.closed["or_more"]:
        at += 2  # "add 5 mln dlrs or more in sales"
    if not figure.money or at + 3 >= until:
        return at
    if tokens[at] in around.phrases.determiners and tokens[at + 1] == "-" and tokens[at] not in around.closed["per"]:
        return at + 2  # "a 5 billion dlr all-cash bid"
    if tokens[at] == "," and tokens[figure.first - 1] in around.closed["indefinite"] and tokens[at + 2] != "-":
        return at + 1  # "a 5 billion dlr, nationwide takeover"
    if tokens[at] in around.closed["agreed"] and not around.phrases.owning.isdisjoint(tokens[max(0, figure.first - NEAR) : figure.first]):
        found = around.phrases.after(at + 1, until, bare=True)
        return at + (found is not None and around.head(found) is not None)  # "its 5 billion dlr agreed bid"
    counts = around.closed["counts"]
    if tokens[at] == "," and tokens[at + 2] == "-" and (tokens[at + 1] in counts or tokens[at + 1].isdigit()):
        return at + 4 if tokens[at + 3] in around.closed["time_units"] else at + 1
    if figure.fact.quantity.per == "share":
        start = at + (tokens[at] == "-")
        if tokens[start] in around.closed["per"] and start + 2 < until:
            noun = start + 2 + (tokens[start + 2] == "-") if tokens[start + 1] != "-" else start + 3
            found = around.phrases.after(noun, until, bare=True)
            if found is not None and (clue := around.head(found)) is not None and clue.key in around.closed["priced"]:
                return noun
    return at


def _shared(around: Around) -> Governor | None:
    """ "took a 5 mln dlr, 25 pct stake", "a 33 dlr per share, or 5 billion dlr, bid": the noun that two figures have in common."""
    figure, tokens, closed = around.figure, around.tokens, around.closed
    at = figure.behind
    while (
        at < len(tokens)
        and at - figure.behind < NEAR
        and (tokens[at] in ("-", "or") or tokens[at] in closed["per"] or tokens[at] == "share")
    ):
        at += 1
    if not figure.money or tokens[at : at + 1] != [","] or tokens[figure.first - 1] not in closed["attributive"]:
        return None
    at += 1 + (tokens[at + 1 : at + 2] == ["or"])
    other = next((last for first, last in figure.spans if first == at), None)
    if other is None:
        return None
    at = other + 1
    while at < len(tokens) and at - other <= NEAR and (tokens[at] in ("-", ",") or tokens[at] in closed["per"] or tokens[at] == "share"):
        at += 1
    found = around.phrases.after(at, min(at + NEAR, len(tokens)), bare=True)
    clue = around.head(found) if found is not None else None
    if found is None or clue is None or clue.key not in closed["priced"] | {"stake"}:
        return None
    return Governor(clue, "noun behind both figures", 0.9, found)


def _row(around: Around, at: int) -> bool:
    """Whether the word at `at` begins a new row of a table: the source breaks the line before it, or the rows speak of "vs"."""
    sentence = around.figure.sentence
    return "\n" in around.figure.story.text[sentence.ends[at - 1] : sentence.starts[at]] or "vs" in around.tokens


def fronted(around: Around) -> Governor | None:
    """ "At 6.2 percent, the jobless rate is …", "At about 80 pct of GDP, Turkey's debt …": a value that opens a sentence is its subject's."""
    tokens, last = around.tokens, around.figure.last
    opens = around.at > 0 and tokens[around.at - 1] in around.closed["opening_marks"]  # "got some relief: at 2.7% in May, inflation …"
    begun = any(token[0].isalnum() for token in tokens[: around.at]) and not opens
    if tokens[around.at] != "at" or begun or around.figure.frame.move is not None:
        return None
    comma = next((i for i in range(last + 1, min(last + 1 + OPENING, len(tokens))) if tokens[i] == ","), None)
    found = around.phrases.after(comma + 1, len(tokens)) if comma is not None else None
    clue = around.head(found) if found is not None else None
    return None if clue is None or clue.role != "noun" else Governor(clue, "subject behind the value that opens the sentence", 0.9, found)


def passive(around: Around) -> Governor | None:
    """ "Some $5 million was stolen", "$20 million has been set aside": the verb whose subject a sum is."""
    tokens, at = around.tokens, around.figure.behind
    if not around.figure.money or around.closed["auxiliaries"].isdisjoint(tokens[at : at + 1]):
        return None
    while at < len(tokens) and (tokens[at] in around.closed["auxiliaries"] or around.phrases.adverb(at)):
        at += 1
    verb = next((c for c in around.phrases.nouns if c.first == at and c.role in ("verb", "both")), None)
    if verb is None or tokens[at - 1] not in around.closed["passives"] or not fits(verb.key, around.kinds, around.language):
        return None
    return Governor(verb, "verb whose subject the figure is", 0.85)


def explained(around: Around) -> Governor | None:
    """ "33%: inflation at its peak", "£5m - the cost of the trial": what is listed under its number."""
    tokens, at = around.tokens, around.figure.behind
    if tokens[at : at + 1] != [":"] and not (tokens[at : at + 1] == ["-"] and around.phrases.parts(at)):
        return None
    clue = next((c for c in around.phrases.nouns if c.first > at and c.role != "verb"), None)
    if clue is None or clue.first - at > FAR // 2 or any(a > at and a < clue.first for a, _ in around.figure.spans):
        return None
    return Governor(clue, "what is told under its number", 0.9, Phrase(clue.first, clue.last))


def purpose(around: Around) -> Governor | None:
    """ "is seeking $6m for emergency aid": what a sum is for, where nothing says what it is."""
    at = around.figure.behind
    at += not around.closed["made_available"].isdisjoint(around.tokens[at : at + 1])  # "made $5m available for emergency relief"
    if "sum" not in around.kinds or around.closed["purpose_links"].isdisjoint(around.tokens[at : at + 1]):
        return None
    found = around.phrases.after(at + 1, min(len(around.tokens), at + FAR))
    clue = around.head(found) if found is not None else None
    return None if clue is None or clue.role != "noun" else Governor(clue, "noun behind the figure, by for", 0.5, found)
