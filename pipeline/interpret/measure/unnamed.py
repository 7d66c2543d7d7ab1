"""What a figure measures whose clause names no measure: an exchange rate, a stake or shares by how it is said, what the story went
on about, or a noun that the lexicon does not know."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, Clue, past_bracket
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import aims, exchange, moved, nations, plural
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.component import branch_of
from pipeline.interpret.measure.counted import RATED, counted
from pipeline.interpret.measure.instrument import central_bank
from pipeline.interpret.measure.kept import held
from pipeline.interpret.measure.leftward import SUBJECT
from pipeline.interpret.measure.marks import entries, marked
from pipeline.interpret.measure.memory import Memory
from pipeline.interpret.measure.narrow import restrict
from pipeline.interpret.measure.parts import grows
from pipeline.interpret.measure.phrase import Phrase
from pipeline.interpret.measure.theme import carries, goes_on

CARRY = 2
"""Sentences over which an unnamed measure is still the one named before."""

BRACKET = 6
"""Tokens of a bracket behind a name that are passed over."""

BOUGHT = 4
"""Tokens between a verb of buying or holding and what part is bought or held."""


PARTS = frozenset({"rate", "part"})
"""Percentages that are no growth."""

NEAR = 3
"""Tokens between "at" and a central bank."""

OWN = 2
"""Tokens behind a possessive within which the noun stands: "doubled its annual dividend"."""

REPORT = 4
"""Tokens in which what is another is a report: "a separate Commerce Department report"."""

QUOTED = 12
"""Tokens behind what banks hold within which the central bank stands."""


ECONOMY = "gdp"
"""What contracts."""


def settle(figure: Figure, found: Governor | None, memory: Memory) -> None:
    """A figure whose clause names nothing: what the story went on about, or a noun that the lexicon does not know."""
    fact, last, subject, phrase = figure.fact, memory.last, memory.subject, found.phrase if found is not None else None
    kind = counted(figure)
    if exchange.parity(figure):
        fact.indicator, fact.measure = "exchange_rate", "exchange rate"
        figure.because("indicator: an equation of two moneys", 0.9)
    elif found is not None and phrase is not None and found.rule == SUBJECT and nations.grows(figure, phrase, memory):
        fact.indicator, fact.measure = ECONOMY, ""
        figure.because("indicator: what a nation grows by", 0.85)
    elif (aim := aims.of(figure, (*memory.named, *memory.theme))) is not None:
        (fact.indicator, fact.measure), figure.clue = aim, None
        figure.because("indicator: at what a state or its bank aims", 0.8)
    elif last is not None and figure.number - last.number <= CARRY and _of_total(figure):
        fact.indicator, fact.measure, fact.variant = last.fact.indicator, last.fact.measure, last.fact.variant
        figure.because("indicator: a part of what the figure before measures", 0.8)
    elif _stake(figure, found):
        fact.indicator, fact.measure = "stake", "stake"
        figure.because("indicator: a part of an organisation", 0.85)
    elif not figure.mention.optional and (moved.so_many(figure, "sellers") or moved.listed(figure)):
        fact.indicator, fact.measure, fact.variant = "revenue", "unit sales", "unit sales"
        figure.because("indicator: of what an organisation sold so many", 0.75)
    elif not figure.mention.optional and moved.so_many(figure, "makers"):
        fact.indicator, fact.measure = "output", "output"
        figure.because("indicator: of what an organisation made so many", 0.75)
    elif (
        not figure.mention.optional and (moved.sold(figure) or not moved.of_another(figure, memory)) and moved.shares(figure, found, memory)
    ):
        if moved.sold(figure):
            fact.indicator, fact.measure, fact.variant = "revenue", "unit sales", "unit sales"
            figure.because("indicator: what an organisation sold", 0.8)
        else:
            fact.indicator, fact.measure = "share_price", "shares"
            figure.because("indicator: an organisation that moved", 0.8)
    elif not figure.mention.optional and moved.weighs(figure):
        fact.indicator, fact.measure = "share_price", "shares"
        figure.because("indicator: a share that an index is told beside", 0.8)
    elif found is not None and phrase is not None and "part" in kind and phrase.first > figure.last:
        market = figure.sentence.tokens[phrase.last] in closed("markets", figure.story.language)
        fact.indicator, fact.measure = "market_share" if market else "other", _words(figure, phrase)
        if market:
            fact.variant = restrict(fact.measure.casefold(), fact.indicator, figure.story.language)
        figure.because(f"indicator: {found.rule}", found.weight)
    elif phrase is not None and (sector := _sector(figure, phrase, memory)) is not None:
        fact.indicator, fact.measure = sector, _words(figure, phrase)
        figure.because("indicator: a branch of the economy that grew", 0.7)
    elif _at_central_bank(figure):
        fact.indicator, fact.measure = "deposits", "deposits"
        figure.because("indicator: what banks hold at a central bank", 0.8)
    elif figure.mention.optional and (own := _own(figure)) is not None:
        fact.indicator, fact.measure, figure.clue = own.key, figure.story.text[own.start : own.end], own
        figure.because("indicator: what is made a multiple of itself", 0.75)
    elif figure.mention.optional and figure.sentence.tokens[figure.clause[0]] not in closed("carried_pronouns", figure.story.language):
        # "doubling its fleet", "half the population": a word has what it counts beside it, known or not; but "it has doubled"
        figure.because("indicator: none named", 0.3)
    elif found is not None and phrase is not None and (last is None or last.number != figure.number) and _another_report(figure):
        fact.indicator, fact.measure = "other", _words(figure, phrase)
        figure.because("indicator: told in another report", found.weight)
    elif found is None and _contracts(figure) and not _goes_beside(figure, last):
        fact.indicator, fact.measure, figure.clue = ECONOMY, "", None
        figure.because("indicator: what contracts, with nothing told of, is an economy", 0.7)
    elif (
        subject is not None
        and figure.number - subject[0] <= 1
        and (last is None or subject[0] > last.number)
        and carries(subject[1], figure, kind)
        and not _of_another(figure, found, subject[1], memory)
    ):
        _, fact.indicator, fact.measure = subject
        if fact.indicator in closed("narrowed_by_subject", figure.story.language) and fact.statistic != "share":
            fact.variant = restrict(fact.measure.casefold(), fact.indicator, figure.story.language)
        figure.because("indicator: what the sentence before is about", 0.6)
    elif (many := plural.they(figure, last, kind)) is not None:
        fact.indicator, fact.measure = many, memory.said.noun(many)
        figure.because("indicator: what the sentence before is about", 0.6)
    elif last is not None and (theme := goes_on(figure, last, memory, kind)) is not None:
        fact.indicator, fact.measure = theme, memory.said.noun(theme)
        figure.because("indicator: what the story is about", 0.6)
    elif (
        last is not None
        and figure.number - last.number <= CARRY
        and carries(last.fact.indicator, figure, kind)
        and not _of_another(figure, found, last.fact.indicator, memory)
    ):
        other = last.fact
        fact.indicator, fact.measure, fact.variant = other.indicator, other.measure, other.variant
        if other.indicator == "confidence" and other.statistic == "share" and fact.statistic == "level" and not figure.money:
            fact.statistic = "share"  # "48 pct of firms were content; 9 pct meant to close"
        figure.clue = last.clue if last.number == figure.number else None
        figure.because("indicator: carried over from the figure before", 0.6)
    elif last is not None and figure.number - last.number <= 1 and last.fact.indicator == "deal_value" and _part(figure, kind, memory):
        fact.indicator, fact.measure = "stake", "stake"
        figure.because("indicator: a part of what is dealt in", 0.6)
    elif (
        "rate" in kind
        and last is not None
        and last.number == figure.number
        and figure.lead[-1:] == ["at"]
        and "rate" in _rates(figure, last)
    ):
        fact.indicator, fact.measure = _rates(figure, last)["rate"][0], last.fact.measure
        figure.because("indicator: the rate at which the sum before it is dealt in", 0.8)
    elif "points" in kind and "interest_rate" in (*memory.named, *memory.theme):
        fact.indicator = "interest_rate"
        fact.measure, fact.variant = memory.said.rate()
        figure.because("indicator: points of the rates that the story is about", 0.7)
    elif "piece" in kind and fact.quantity.per in closed("weighed", figure.story.language):
        fact.indicator, fact.measure = "commodity_price", "price"
        figure.because("indicator: what is sold by weight", 0.7)
    elif (found is None or found.rule == SUBJECT) and nations.foreseen(figure):
        fact.indicator, fact.measure = ECONOMY, ""
        figure.because("indicator: growth of nothing, in a sentence of a state", 0.6)
    elif found is not None and phrase is not None:
        fact.indicator, fact.measure = "other", _words(figure, phrase)
        figure.because(f"indicator: {found.rule}", found.weight)
    elif not _refused(last, figure, kind) and (name := next((n for n in memory.named if carries(n, figure, kind)), None)) is not None:
        fact.indicator, fact.measure = name, memory.said.noun(name)
        figure.because("indicator: carried over from the sentence before", 0.5)
    else:
        figure.because("indicator: none named", 0.3)


def _refused(last: Figure | None, figure: Figure, kind: frozenset[str]) -> bool:
    """ "The deal was signed. It rose 3 percent.", "GDP fell. Some $5 billion was hoped for.": whether it is no growth, or no sum, of what
    was told last, and so of nothing that was named before it either."""
    if last is None:
        return False
    entry = entries(figure.story.language).get(last.fact.indicator, {})
    return bool(entry.get("grown_by_name")) if grows(kind) else figure.money and entry.get("carried_below") == 1


def _own(figure: Figure) -> Clue | None:
    """ "It has doubled its stake": the noun behind the possessive that a multiple has as its object."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.statistic != "growth" or closed("possessives", language).isdisjoint(tokens[figure.behind : figure.behind + 1]):
        return None
    near = (c for c in figure.sentence.of("indicator") if figure.last + 2 <= c.first <= figure.behind + OWN)
    noun = next((c for c in near if c.role == "noun"), None)
    return noun if noun is not None and all(token.isalpha() for token in tokens[figure.last + 2 : noun.first]) else None


def _of_another(figure: Figure, found: Governor | None, indicator: str, memory: Memory) -> bool:
    """ "Jobs were lost. Arden's rivals fell 4 percent": whether the clause has a subject of its own that the lexicon does not know, in a
    story of something else than what was named in passing, and that is told by name."""
    if found is None or found.phrase is None or found.rule != SUBJECT or found.phrase.last >= figure.first:
        return False
    if indicator in memory.theme or not marked(indicator, "by_name", figure.story.language):
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    if not closed("stand_ins", language).isdisjoint(tokens[found.phrase.last + 1 : figure.first]):
        return False  # "If drugs are included, the fall could exceed 1 percent"
    return closed("foretelling", language).isdisjoint(tokens[figure.clause[0] : figure.first])


def _of_total(figure: Figure) -> bool:
    """ "Spain accounts for 26 percent of the total": a part of what was told before, where no noun says of what."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + 3]
    if figure.fact.statistic != "share" or behind[:2] != ["of", "the"]:
        return False
    after = figure.sentence.tokens[figure.last + 4 : figure.last + 5]
    return behind[2:] != [] and behind[2] in closed("whole_told", figure.story.language) and not (after and after[0].isalpha())


def _another_report(figure: Figure) -> bool:
    """ "A separate survey showed postings rose 5 percent": not what the story went on about."""
    tokens, language = figure.sentence.tokens, figure.story.language
    another, reports = closed("another", language), closed("reports", language)
    return any(tokens[i] in another and not reports.isdisjoint(tokens[i + 1 : i + 1 + REPORT]) for i in range(figure.first - 1))


def _sector(figure: Figure, phrase: Phrase, memory: Memory) -> str | None:
    """ "Industry grew 4 pct while agriculture fell 2 pct", in a story of an economy: the output of a branch of it."""
    if figure.money or figure.fact.statistic != "growth" or phrase.first != phrase.last:
        return None
    last = [] if memory.last is None else [memory.last.fact.indicator]
    return branch_of(figure, phrase.last, (*last, *memory.named, *memory.theme), memory.released)


def _goes_beside(figure: Figure, last: Figure | None) -> bool:
    """ "Stocks fell 2 percent. Economists had expected a 1 percent contraction": whether a step was told of right before."""
    return last is not None and figure.number - last.number <= 1 and last.fact.statistic in ("growth", "change")


def _contracts(figure: Figure) -> bool:
    """ "The bank kept its forecast of a 1.5 pct contraction": no other measure is told so, where nothing behind it says of what."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.mention.quantity.unit != "percent":
        return False
    if figure.lead[-1:] == ["of"] and not closed("contractions", language).isdisjoint(figure.lead[-2:-1]):
        return True  # "a contraction of 3 pct for the quarter"
    if closed("contractions", language).isdisjoint(tokens[figure.behind : figure.behind + 1]):
        return False
    return closed("attaching", language).isdisjoint(tokens[figure.last + 2 : figure.last + 3]) or tokens[figure.last + 3][:1].isdigit()


def _at_central_bank(figure: Figure) -> bool:
    """ "Banks held 40 billion marks at the Bundesbank": a sum that banks have there."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if not figure.money or closed("having", language).isdisjoint(tokens[max(figure.clause[0], figure.first - BOUGHT) : figure.first]):
        return False
    behind = tokens[figure.behind : figure.behind + QUOTED]
    at = central_bank(behind, language)
    return at is not None and not closed("price_links", language).isdisjoint(behind[max(0, at - NEAR) : at])


def _rates(figure: Figure, last: Figure) -> dict[str, list[str]]:
    """What an indicator becomes by how it is counted: "bought 20 mln stg at 9-7/8 pct"."""
    found: dict[str, list[str]] = entries(figure.story.language)["loose"]["refit"].get(last.fact.indicator, {})
    return found


def _words(figure: Figure, phrase: Phrase) -> str:
    """The words of a phrase as printed, on one line; "" of one that is a name alone: who acts is not what is measured."""
    sentence = figure.sentence
    start, end = sentence.starts[phrase.first], sentence.ends[phrase.last]
    named = [(c.start, c.end) for c in sentence.of("place")] + [(o.start, o.end) for o in figure.story.organisations_in(start, end)]
    if any(a <= start and end <= b for a, b in named):
        return ""
    return " ".join(figure.story.text[start:end].split())


def _stake(figure: Figure, found: Governor | None) -> bool:
    """Whether a percentage is one of a name: "75 pct of Acme"."""
    if held(figure):
        return True
    if found is None or found.phrase is None or found.phrase.first < figure.last or figure.fact.statistic != "share":
        return False
    sentence = figure.sentence
    start, end = sentence.starts[found.phrase.first], sentence.ends[found.phrase.last]
    phrase, tokens = found.phrase, sentence.tokens
    if phrase.first - figure.last > 2 and tokens[phrase.last] in closed("owned_things", figure.story.language):
        return True  # "the remaining 30 pct of the U.S. firm"
    for place in sentence.of("place"):
        if place.first <= phrase.last and phrase.first <= place.last:
            if GENITIVE.isdisjoint(tokens[place.last + 1 : place.last + 2]):
                return False  # but "India's United Breweries"
    bought = (clue for clue in sentence.of("indicator") if clue.role == "verb" and clue.last < figure.first)
    if any(figure.first - c.last <= BOUGHT and c.key in ("deal_value", "stake") for c in bought):
        return True
    names = figure.story.organisations_in(start, end)
    if names and names[-1].end < end and tokens[sentence.token_at(names[-1].end)] in GENITIVE:
        last = past_bracket(tokens, phrase.last + 1, BRACKET) if tokens[phrase.last] in GENITIVE else phrase.last
        return tokens[last] in closed("equities", figure.story.language)  # "of Arden's (AR) shares", but "of Arden's fleet"
    if names and names[-1].start > start and tokens[sentence.token_at(names[-1].start) - 1].endswith("s") and _does(figure, phrase.last):
        return False  # "70 pct of the products Arden sold"
    return bool(names) or figure.story.text[sentence.starts[phrase.last]].isupper()


def _does(figure: Figure, last: int) -> bool:
    """Whether a verb stands right behind a token."""
    sentence = figure.sentence
    verbs = (*sentence.of("finite"), *(c for c in sentence.of("indicator") if c.role in ("verb", "both")))
    return sentence.tokens[last + 1 : last + 2] != [] and any(c.first == last + 1 for c in verbs)


def _part(figure: Figure, kind: frozenset[str], memory: Memory) -> bool:
    """Whether a percentage in a story of a deal is a part of what is dealt in: no growth, and no rate at which it is done."""
    return not kind.isdisjoint(PARTS) and figure.lead[-1:] != ["at"] and RATED.isdisjoint((*memory.named, *memory.theme))
