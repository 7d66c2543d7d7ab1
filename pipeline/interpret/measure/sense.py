"""Which indicator a word means that several share: what stands beside it, what the figure is counted in, what the story named,
and whose it is decide; and what an indicator becomes that cannot be counted so."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import bank_rates, by_one, parts, payments, which_balance
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import A_SHARE, RATED, RATIOS, TIMES, costly, counted, fits
from pipeline.interpret.measure.marks import entries, marked, owner
from pipeline.interpret.measure.own_sales import of_firm, of_good
from pipeline.interpret.measure.sold import by_seller
from pipeline.lexicon import either

BESIDE = 5
"""Tokens over which a commodity says what a price is the price of."""


TOLD = "what its verb is told of"
"""The rule by which a verb says what the noun before it is."""

TOLD_OF = 8
"""Tokens before a verb within which the noun stands that it is told of."""

AREAS = ("square foot", "square metre", "square meter", "acre", "hectare")
"""What houses and land are told by."""

NEXT = 3
"""Tokens behind a loose word in which it is told of what it is: "growth in bank lending"; what stands further off only bears on it."""


def sense(clue: Clue, figure: Figure, named: list[str], organised: bool) -> tuple[str, str]:
    """The indicator of a clue, and the rule that says so."""
    found, rule = _meant(clue, figure, named, organised)
    if found in ("stake", "share_price") and figure.fact.statistic == "share" and clue.first > figure.last:
        if parts.counts(clue, figure.sentence.tokens, figure.story.language):
            return "other", "so many of those in an index"
    if found == "share_price" and clue.role == "loose" and by_seller(clue, figure, "deal_value" in named):
        return "other", "loose word, of what is sold"
    return found, rule


def _meant(clue: Clue, figure: Figure, named: list[str], organised: bool) -> tuple[str, str]:
    language = figure.story.language
    loose = entries(language)["loose"]
    open_word = clue.role in ("loose", "verb") or (clue.role == "both" and clue.key in loose["by_default"])
    choices: list[str] | None = (loose.get(clue.key) or loose["verbs"].get(clue.key)) if open_word else None
    if figure.fact.statistic == "share" and "part" in counted(figure) and marked(clue.key, "held", language):
        return ("share_price", "the price of what is held") if _dealt_at(clue, figure) else ("stake", "a part of what is held")
    if (
        clue.key == "stake"
        and clue.role != "loose"
        and parts.grows(counted(figure))
        and parts.priced(clue, figure.sentence.tokens, language)
    ):
        return "share_price", "the price of what is held"
    if choices is None:
        told = loose["told_of"].get(clue.key, ()) if clue.role == "verb" else ()
        subject = told_of(clue, figure.sentence) if told else None
        if subject is not None and any(first <= subject.first <= last for first, last in figure.spans):
            subject = None  # "at 610 naira, while one sold at 590 naira": a figure's own money
        if subject is not None and subject.key in closed("told_loosely", language):
            meant = _meant(subject, figure, named, organised)[0]
            if meant == "other":
                meant = next((choice for choice in loose.get(subject.key, ()) if choice in told), meant)  # "compensation valued at"
            if meant in told:
                return meant, TOLD
        if subject is not None and subject.key in told and fits(subject.key, counted(figure), language):
            return subject.key, TOLD
        return clue.key, "named"
    if (settled := which_balance.of(clue, figure) or qualified(clue, figure.sentence, language)) is not None:
        return settled, "loose word, settled by one beside it"
    if (settled := _around(clue, figure, "around")) is not None:
        return settled, "loose word, settled by one of the sentence"
    if not organised and "retail_sales" in choices and (_abroad(clue, figure) or _exported(clue, figure, named)):
        return "exports", "loose word, to a country"
    thing = loose["of_things"].get(clue.key)
    if thing is not None and _beside_thing(clue, figure, loose["of_things_links"]):
        if thing == "other" and "retail_sales" in named and "retail_sales" in choices:
            return "retail_sales", "loose word, of a commodity in the shops"
        if thing == "other" and not organised and "exports" in named and "retail_sales" in choices:
            return "exports", "loose word, of a commodity that is exported"
        return "revenue" if organised and thing == "other" and of_good(figure, choices) else thing, "loose word, of a commodity"
    whole = loose["as_shares"].get(clue.key)
    if whole is not None and not organised and figure.fact.statistic == "share" and clue.first > figure.last:
        return whole, "loose word, a part of all that is made"
    if (
        clue.role == "verb"
        and "revenue" in choices
        and not organised
        and "exports" in named
        and (named[0] == "exports" or _by_thing(clue, figure))
    ):
        return "exports", "loose word, of a commodity that is exported"
    if clue.role == "verb" and (use := payments.use(clue, choices := [*choices], figure, loose, named, organised)) is not None:
        return use
    if clue.key in closed("loose_rates", language) and bank_rates.set_by_bank(clue, figure, named):
        return "interest_rate", "loose word, of which a central bank disposes"
    kind = _counted(figure, clue)
    if figure.money and figure.fact.quantity.high < A_SHARE and clue.key in closed("schemes", language):
        return "other", "loose word, of what one pays or gets"
    if "rate" in kind and (rate := loose["as_rates"].get(clue.key)) is not None:
        return rate, "loose word, counted as a rate"
    if "part" in kind and (part := loose["as_parts"].get(clue.key)) is not None:
        return part, "loose word, counted as a part"
    if "piece" in kind and "house_prices" in choices and figure.fact.quantity.per in AREAS:
        return "house_prices", "loose word, price of an area"
    if "piece" in kind and "commodity_price" in choices:
        return "commodity_price", "loose word, price of a piece"
    if "share" in kind and "share_price" in choices:
        return (
            "deal_value" if ("deal_value" in choices or clue.key == "share") and "deal_value" in named[:2] else "share_price"
        ), "loose word, price of a share"
    if "small" in kind and "consumer_spending" in choices and figure.fact.quantity.per in TIMES:
        return "consumer_spending", "loose word, what one spends"
    possible = [c for c in choices if fits(c, kind, language) and not ("sum" in kind and loose["unsummed"].get(clue.key) == c)] or choices
    if clue.role == "verb" and "fortune" in kind and len(possible) > 1 and not _of_staff(figure):
        possible = [c for c in possible if c != "wages"]  # nobody's pay is a hundred million
    move = figure.frame.move if clue.role == "verb" and "small" in kind else None
    if move is not None and move.first == clue.first and named[:1] == ["commodity_price"] and "commodity_price" not in possible:
        return "commodity_price", "loose word, a price that is moved"
    if {"retail_sales", "revenue"}.issubset(possible) and _of_name(clue, figure):
        return "revenue", "loose word, of the organisation before it"
    if organised and (own := of_firm(clue, figure, named, possible)) is not None:
        return own, "loose word, of the firm whose results are told"
    if (
        (first := loose["first"].get(clue.key)) in named
        and not organised
        and not _told_here(possible, figure.sentence, max(clue.last, figure.last) + NEXT)
    ):
        return first, "loose word, named before"
    for name in named:
        if name in possible and not (name == "other" and figure.sentence.of("place")):
            return name, "loose word, named before"
    hints = loose["hints"]
    for name in named:
        for hinted in hints.get(name, ()):
            if hinted in possible and not (organised and clue.role == "verb"):
                return hinted, "loose word, hinted at before"
    if len(possible) == 1:
        named_only = figure.money and clue.key in loose["when_named"]
        return ("other", "loose word, what was not named") if named_only and possible[0] not in named else (possible[0], "loose word")
    if "house_prices" in possible and "housing" in named and clue.key in closed("bare_prices", language):
        return "house_prices", "loose word, of what is sold"
    if (settled := _around(clue, figure, "around_else")) is not None:
        return settled, "loose word, settled by one of the sentence"
    wanted = "organisation" if organised else "place"
    fitting = [c for c in possible if owner(c, language) == wanted]
    state = figure.sentence.of("place") or not closed("states_called", language).isdisjoint(figure.sentence.tokens)
    if clue.role == "verb" and "foreign_debt" in fitting and not state:
        return "other", "loose word, what no country owes"
    if fitting and clue.key in loose["by_owner"]:
        return fitting[0], "loose word, by owner"
    if parts.grows(kind) and "orders" not in named and (moved := loose["as_steps"].get(clue.key)) is not None:
        return moved, "loose word, what moves"
    if clue.key in closed("loose_rates", language) and bank_rates.of_interest(clue, figure, kind):
        return "interest_rate", "loose word, told as that of a bank is"
    if clue.role == "verb" or (clue.key in loose["by_default"] and choices[0] in possible):
        return possible[0], "loose word, by default"
    return "other", "loose word, open"


def _dealt_at(clue: Clue, figure: Figure) -> bool:
    """ "Arden's shares trade at half their book value": a part of a worth at which shares change hands, and no part of them."""
    tokens, language = figure.sentence.tokens, figure.story.language
    verb = next((i for i in range(clue.last + 1, figure.first) if tokens[i] in closed("dealt_at", language)), None)
    return verb is not None and not closed("price_links", language).isdisjoint(tokens[verb + 1 : figure.first])


def _of_staff(figure: Figure) -> bool:
    """Whether a sentence speaks of who is paid, or of pay: a bank's whole staff gets billions."""
    tokens, language = figure.sentence.tokens, figure.story.language
    return not either(closed("staff_paid", language), closed("payments_called", language)).isdisjoint(tokens)


def _of_name(clue: Clue, figure: Figure) -> bool:
    """Whether an organisation's name stands right before the word: "Arden and Penwith sales fell", "Arden's sales"."""
    sentence, text = figure.sentence, figure.story.text
    names = figure.story.organisations_in(sentence.start, clue.start)
    return bool(names) and text[names[-1].end : clue.start].strip() in ("", *GENITIVE)


def _told_here(choices: list[str], sentence: Sentence, until: int | None = None) -> bool:
    """Whether the sentence itself, or what of it ends with a token, names one of the indicators that a loose word may mean."""
    return any(c.role == "noun" and c.key in choices and (until is None or c.first <= until) for c in sentence.of("indicator"))


def told_of(clue: Clue, sentence: Sentence) -> Clue | None:
    """The noun right before a verb, past what a few tokens hold between them ("an offer, currently valued at")."""
    return next((c for c in reversed(sentence.of("indicator")) if c.role != "verb" and 0 < clue.first - c.last <= TOLD_OF), None)


def qualified(clue: Clue, sentence: Sentence, language: str) -> str | None:
    """The indicator of a loose word that a word beside it settles ("producer energy prices", "prices of wholesale goods")."""
    settled: dict[str, str] = entries(language)["loose"]["qualified"].get(clue.key)
    if settled is None:
        return None
    tokens = sentence.tokens
    links = closed("settling_links", language)
    at = clue.last if tokens[clue.last] in links else clue.last + 1  # "share of"
    behind = tokens[at + 1 : at + 1 + BESIDE] if not links.isdisjoint(tokens[at : at + 1]) else []
    return next(
        (
            settled[t]
            for t in [*reversed(tokens[max(0, clue.first - BESIDE) : clue.first]), *tokens[at : at + 1], *reversed(behind)]
            if t in settled
        ),
        None,
    )


def _around(clue: Clue, figure: Figure, table: str) -> str | None:
    """ "slash taxes on firms from the current 35 percent rate": what a word of the sentence makes of a rate, where none is named there."""
    language, sentence = figure.story.language, figure.sentence
    settled: dict[str, str] = entries(language)["loose"][table].get(clue.key)
    if settled is None or clue.role != "loose" or _told_here(entries(language)["loose"][clue.key], sentence):
        return None
    return next((settled[t] for t in sentence.tokens if t in settled), None)


def _by_thing(clue: Clue, figure: Figure) -> bool:
    """ "Crude oil brought in $12 billion": whether a commodity is the subject of a verb."""
    return any(other.role == "thing" and 0 < clue.first - other.last <= 2 for other in figure.sentence.of("indicator"))


def _abroad(clue: Clue, figure: Figure) -> bool:
    """ "40 percent of its sales to China": what is sold to a country, in a sentence of nobody's firm."""
    sentence = figure.sentence
    if sentence.tokens[clue.last + 1 : clue.last + 2] != ["to"] or clue.role == "verb":
        return False
    at = clue.last + 2 + (sentence.tokens[clue.last + 2 : clue.last + 3] == ["the"])  # "sales to the U.S."
    return any(place.first == at for place in sentence.of("place"))


def _exported(clue: Clue, figure: Figure, named: list[str]) -> bool:
    """ "Copper led with sales of $5 billion": bare sales in a story of exports, where no shops are told of."""
    sentence, language = figure.sentence, figure.story.language
    bare = clue.role == "loose" and clue.first == clue.last and sentence.tokens[clue.last] in closed("sold", language)
    home = any(place.last == clue.first - 1 for place in sentence.of("place"))  # "natural gas exports fell 9 pct and Canadian sales 4 pct"
    return bare and not home and clue.last < figure.first and named[:1] == ["exports"] and "retail_sales" not in named


def _beside_thing(clue: Clue, figure: Figure, links: list[str]) -> bool:
    """Whether a commodity stands right before the word ("copper output") or is attached to it ("the price of their iron ore")."""
    tokens = figure.sentence.tokens
    for other in figure.sentence.of("indicator"):
        if other.role != "thing":
            continue
        if (0 < clue.first - other.last <= 2 and "," not in tokens[other.last : clue.first]) or (
            clue.last < other.first <= clue.last + BESIDE
            and tokens[clue.last + 1] in links
            and not {",", "."} & set(tokens[clue.last : other.first])
        ):
            return True
    return False


def _counted(figure: Figure, clue: Clue | None) -> frozenset[str]:
    """What a figure is counted in; the "rate of growth" is a growth."""
    kind = counted(figure)
    if clue is not None and "rate" in kind and clue.key in closed("movements", figure.story.language):
        return RATIOS["growth"]
    return kind


def refit(indicator: str, figure: Figure, named: list[str], clue: Clue | None) -> tuple[str, str] | None:
    """What an indicator becomes that is not counted so, and the rule; None where it may stand."""
    entry = entries(figure.story.language).get(indicator)
    kind = _counted(figure, clue)
    if "rate" in kind and marked(indicator, "at", figure.story.language) and "at" not in figure.lead[-3:] and not _rated(figure, clue):
        return None  # "bad loans are 19.1 pct of all", "loans grew from 15.8 pct"; but "a loan at 7 pct"
    if not kind.isdisjoint(("rate", "part")) and indicator == "deal_value" and clue is not None:
        above = closed("over_a_price", figure.story.language)
        over = figure.sentence.tokens[clue.last] in above or not above.isdisjoint(figure.sentence.tokens[figure.behind : figure.behind + 1])
        if over or ("rate" in kind and (figure.lead[-1:] == ["at"] or not RATED.isdisjoint(named))):
            return None  # "a premium of 20 pct", and what is dealt in at 5 pct
    if "small" in kind and indicator == "loss" and figure.fact.quantity.high >= A_SHARE:
        return None  # a small company's whole loss, though no large sum
    if indicator == "commodity_price" and clue is not None and costly(figure, clue):
        return None
    if clue is not None and by_one.told(indicator, figure, clue):
        return None
    never = entry.get("never", ()) if entry else ()
    if kind.isdisjoint(never) or (indicator == "house_prices" and figure.fact.quantity.per in AREAS):
        return None
    instead: dict[str, list[str]] = entries(figure.story.language)["loose"]["refit"].get(indicator, {})
    choices = next((instead[k] for k in never if k in kind and k in instead), [])
    for name in named:
        if name in choices:
            return name, "not counted so, named before"
    return (choices[0] if choices else "other"), "not counted so"


def _rated(figure: Figure, clue: Clue | None) -> bool:
    """ "30-year mortgages averaged 6.3 percent", "fixed-rate loans were 9 pct": loans that are told by their rate."""
    if clue is None:
        return False
    tokens = figure.sentence.tokens
    return tokens[clue.last] in closed("by_rate", figure.story.language) or tokens[max(0, clue.first - 1)] == "rate"
