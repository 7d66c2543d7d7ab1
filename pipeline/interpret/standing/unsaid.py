"""Where a word of modality before a figure says nothing of it, or more than a fact: bases, what came before, conditions, bids."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.before_now import last_ones, of_today, recorded
from pipeline.interpret.standing.modality import Operator, forms, sets
from pipeline.interpret.standing.reach import BOUND, among, measures
from pipeline.lexicon import either

FROM = 8
"""Tokens between "from" and the base of a move."""

PAID_BACK = 4
"""Tokens before a loan within which a verb says that it is paid back."""

NAMED = 6
"""Tokens before a figure in which a participle stands."""

HEDGES = 4
"""Tokens between an "at" and its figure."""

HELD = 6
"""Tokens between a verb of having and the figure."""

KEPT = 12
"""Tokens between "to keep" and the bound that is to be kept."""

FACED = 4
"""Tokens before a move within which a verb says that it is still to come."""

GRANTED = 3
"""Tokens between "despite" and its figure."""

CLOSING = 5
"""Tokens between a verb of bringing a deal to its end and its price."""

LIKENED = 14
"""Tokens before a figure in which something to come is likened to it."""

UNVEILED = 4
"""Tokens between a verb that announces and a result."""


def happened(figure: Figure) -> int:
    """The token of an "after" whose verb in "-ing" stands between it and the figure, else -1: "to be flat after jumping 6 pct".

    What sent a price up has happened too: "forecast a profit above estimates, sending its shares up 6 pct".
    """
    lead, known = figure.lead, sets(figure.story.language)
    sending, before = known["sending"], known["happened_before"]
    if figure.frame.move is not None and measures(figure, "prices"):
        sent = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] in sending), None)
        if sent is not None:
            return figure.first - len(lead) + sent
    at = next((n for n in range(len(lead) - 2, -1, -1) if lead[n] in before), None)
    return figure.first - len(lead) + at if at is not None and lead[at + 1].endswith("ing") else -1


def moves_from(figure: Figure) -> bool:
    """ "expected to rise from May's 5 pct", "to raise its rate from 5 pct": where a move to come begins."""
    lead = figure.lead
    at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - FROM), -1) if lead[n] == "from"), None)
    if at is None or among(figure, "spans", lead[at - 1 : at]) or "to" in lead[at:] or "," in lead[at:]:
        return False
    named = [t for t in lead[at + 1 :] if t in figure.words("articles") or t not in figure.words("before_figure")]
    if len(named) == 1 and named[0] in figure.words("articles"):
        return True  # "a slowdown from the 5 pct of May", "a cut from the roughly $27 that workers earn"
    if lead[-1] == "of" and among(figure, "year_ago.ones", named) and all(t.isalpha() or t == "-" for t in named):
        return True  # "up from the year-ago loss of 69 cents"
    if lead[-1] == "of" and among(figure, "base_levels", lead[-2:-1]):
        return True  # "to narrow from the unrevised January level of 1.29 billion"
    if lead[-1] == "of" and among(figure, "goes_from", lead[at - 1 : at]) and all(t.isalpha() for t in lead[at + 1 :]):
        return True  # "to move from a primary deficit of 3 pct of GDP"
    if not lead[at + 1 :]:
        return any(figure.start <= c.first and c.role != "nouns" for c in figure.sentence.of("direction") if c.last < figure.first)
    return among(figure, "owners_of_bases", lead[at + 1 :])


def itself_guessed(figure: Figure, status: str) -> bool:
    """ "the estimated $5 million cost", "the $5 million estimated by the market": an estimate that is one whatever else is told of it."""
    tokens, last = figure.sentence.tokens, figure.last
    around = tokens[max(0, figure.first - 2) : figure.first] + tokens[last + 1 : last + CLOSING]
    return status == "estimate" and (among(figure, "estimate.verbs", around) or among(figure, "maybe", tokens[last + 1 : last + 2]))


def faced(figure: Figure) -> bool:
    """ "households face a 5 percent rise in bills": a move that is still to come for those whom it will hit."""
    return (
        figure.frame.role == "moved"
        and among(figure, "facing", figure.lead[-FACED:])
        and not figure.words("articles").isdisjoint(figure.lead[-2:])
    )


def granted(figure: Figure) -> bool:
    """ "will not raise its forecast despite an 8 pct rise": what something comes after or in spite of has been."""
    lead = figure.lead
    at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - 2 - GRANTED), -1) if among(figure, "granted", lead[n : n + 1])), None)
    return (
        at is not None
        and "," not in lead[at:]
        and not among(figure, "still_planned", figure.sentence.tokens[figure.behind : figure.behind + 1])
        and (
            not figure.words("articles").isdisjoint(lead[at + 1 :])
            or among(figure, "possessives", lead[at + 1 :])
            or (measures(figure, "told_of") and figure.money and figure.words("before_figure").issuperset(lead[at + 1 :]))
        )
    )


def there_already(figure: Figure, status: str) -> bool:
    """ "will sell its $5 million stake", "is to repay a $5 million loan": what a plan is about and does not bring about."""
    tokens, at = figure.sentence.tokens, figure.first
    before = tokens[at - 1 : at]
    if among(figure, "existing", before):
        return True  # "will replace the current 2 billion guilders"
    if among(figure, "still_planned", tokens[figure.behind : figure.behind + 1]):
        return False  # "its $68 billion planned purchase"
    if measures(figure, "brought_about"):
        return False  # "its $30 billion offering is expected to": still to come, whosever it is
    while at > 1 and among(figure, "held_still", tokens[at - 1 : at]):
        at -= 1
    if at < figure.first and among(figure, "possessives", tokens[at - 1 : at]):
        return True  # "to reduce its remaining stake of 5 pct", "its nearly 5 pct stake"
    if among(figure, "already", figure.sentence.tokens[figure.behind : figure.behind + 1]):
        return True  # "on top of the $5 million already spent"
    if (
        among(figure, "possessives", before)
        or asked_about(figure)
        or last_ones(figure)
        or of_today(figure)
        or recorded(figure)
        or at_present(figure)
        or known(figure)
        or likened(figure)
        or _lacked(figure)
    ):
        return True
    there = among(figure, "definite", before) or among(figure, "paying_back", figure.lead[-PAID_BACK:])
    return status == "plan" and there and figure.attributive


def _lacked(figure: Figure) -> bool:
    """ "must close a $3 billion gap", "to help cover its $2 billion shortfall": what is missing already, be it an estimate or not."""
    lead, behind = figure.lead[-PAID_BACK:], figure.sentence.tokens[figure.behind : figure.behind + PAID_BACK]
    return among(figure, "filling", lead) and among(figure, "lacks", behind) and not among(figure, "sized.guessed", lead)


def unveiled(figure: Figure) -> bool:
    """ "unveiled 5 billion euros of losses", "announced new write-downs of": what a firm announces of its results has been."""
    if not measures(figure, "told_of") or not among(figure, "unveils", figure.lead[-UNVEILED:]):
        return False
    return figure.fact.indicator != "costs" or among(figure, "written_down", figure.fact.measure.casefold().split())


def closing(figure: Figure) -> bool:
    """ "is due to complete its $5 million purchase": a deal that is still to be brought to its end."""
    return measures(figure, "bought") and among(figure, "closing", figure.lead[-CLOSING:])


def at_present(figure: Figure) -> bool:
    """ "will cut its prime rate, now at a record low 5 pct": what holds while something else is to come."""
    after = figure.sentence.tokens[figure.behind : figure.behind + 2]
    if after[1:] == [","] and figure.lead[-1:] == [","] and among(figure, "at_present", after[:1]):
        return True  # "expect the rate, 2.25 pct now, to reach"
    lead = figure.lead
    at = len(lead) - 1
    while at > 0 and among(figure, "at_present.measured", lead[at : at + 1]):
        at -= 1
    if among(figure, "at_present", lead[at : at + 1]) and among(figure, "at_present.right", lead[at + 1 : at + 2]):
        return True  # "to tackle unemployment currently at 9.5 percent"
    return at > 0 and among(figure, "at_present.opens", lead[at - 1 : at]) and among(figure, "at_present", lead[at : at + 1])


def asked_about(figure: Figure) -> bool:
    """ "asked for records on the $3 billion of bonuses", "investor Theodore Cross, owner of six pct": what somebody asks about or owns."""
    lead = figure.lead
    at = len(lead) - 1
    while at > 0 and (lead[at] in figure.words("before_figure") or among(figure, "possessives", lead[at : at + 1])):
        at -= 1
    tokens, last = figure.sentence.tokens, figure.last
    if measures(figure, "held") and among(figure, "owning", tokens[last + 1 : last + 2]):
        return not among(figure, "owning.willing", tokens[last + 2 : last + 3])  # "including 10 percent owner Mitsui"
    if measures(figure, "held") and lead[at : at + 1] == ["of"] and among(figure, "owning", lead[at - 1 : at]):
        return not among(figure, "owning.to_be", lead[at - 2 : at - 1])
    if measures(figure, "bought"):
        return False  # "details of the $5 billion deal"
    return at > 0 and among(figure, "asked_about.on", lead[at : at + 1]) and among(figure, "asked_about", lead[at - 1 : at])


def known(figure: Figure) -> bool:
    """ "may enter the $4 billion swap market": whether it tells how large a thing is that everybody knows."""
    known_by = figure.sentence.tokens[figure.first - 1 : figure.first]
    if not figure.money or not (among(figure, "definite", known_by) or among(figure, "possessives", known_by)):
        return False
    behind = figure.sentence.tokens[figure.behind : figure.behind + PAID_BACK]
    thing = next((n for n, token in enumerate(behind) if among(figure, "known_things", [token])), 0)
    apart = either(figure.words("describing_stops"), forms("definite", figure.story.language))
    return among(figure, "known_things", behind) and apart.isdisjoint(behind[:thing])


def likened(figure: Figure) -> bool:
    """ "will be similar to last year's loss of 4 million": what is to come is set beside a value of its own noun."""
    lead = figure.lead
    if not among(figure, "value_of", lead[-1:]) or among(figure, "participles", lead[-NAMED:]):
        return False
    low = max(0, len(lead) - LIKENED)
    return any(
        among(figure, "likened", lead[n : n + 1]) and among(figure, "likened.prepositions", lead[n + 1 : n + 2])
        for n in range(low, len(lead) - 2)
    )


def priced(figure: Figure) -> bool:
    """ "will buy the shares at $5 each": whether it is the price at which something changes hands."""
    return among(figure, "priced_at", figure.lead[-1:]) and not among(figure, "quoted", figure.lead[-FROM:])


def held(figure: Figure) -> bool:
    """ "needs the approval of holders, who own 5 pct": what somebody has or makes up, whatever is to come of it."""
    lead, language = figure.lead, figure.story.language
    holding = forms("holding", language)
    at = next((n for n in range(len(lead) - 1, max(0, len(lead) - HELD), -1) if lead[n] in holding), 0)
    if not at or any(word[0].isdigit() or word == "," or word.endswith("ed") for word in lead[at + 1 :]):
        return False
    while at > 1 and lead[at - 1] in forms("adverbs", language):
        at -= 1
    opens = at == 1 and len(lead) == figure.first  # "That represents $46 a share"
    return not opens and among(figure, "holding.relatives", lead[at - 1 : at])


def terms(figure: Figure, word: str) -> bool:
    """ "is offering 5 pct cash back", "offers rebates of up to $900": the terms at which somebody does business, no bid for a firm."""
    if among(figure, "offering", [word]) and among(figure, "offering.goods", figure.lead[-HELD:]):
        return True
    if figure.money or figure.frame.move is not None or measures(figure, "bought") or measures(figure, "paid_to_staff"):
        return False
    return among(figure, "offering", [word]) and not among(figure, "of_a_whole", figure.sentence.tokens[figure.behind : figure.behind + 1])


def is_to(figure: Figure) -> bool:
    """ "Inflation to average 3 pct", in the bullets of a budget: what a noun is "to" do, with no verb before."""
    lead = figure.lead
    at = next((n for n in range(len(lead) - 2, max(0, len(lead) - HEDGES - 1), -1) if lead[n] == "to"), None)
    if at is None or not among(figure, "to_average", lead[at + 1 : at + 2]) or not measures(figure, "unplanned"):
        return False
    start = figure.first - len(lead)
    return not any(start <= c.first < start + at for kind in ("finite", "direction") for c in figure.sentence.of(kind))


def offered(figure: Figure, op: Operator) -> bool:
    """ "tabled an offer for the exchange, valuing it at": whether what values is a bid."""
    tokens = figure.sentence.tokens
    return among(figure, "values", [tokens[op.first]]) and among(figure, "offers", tokens[max(0, op.first - BOUND) : op.first])


def kept_within(figure: Figure) -> bool:
    """ "takes steps to keep its surplus below $5 billion": whether it bounds what somebody means to keep or to bring within it."""
    lead = figure.lead
    if not among(figure, "kept_within", lead[-1:]):
        return False
    at = next((n for n in range(len(lead) - 2, max(0, len(lead) - KEPT), -1) if among(figure, "keeping", lead[n : n + 1])), None)
    return at is not None and lead[at - 1] == "to" and "," not in lead[at:]


def voted(figure: Figure) -> bool:
    """ "rejected the treaty by 53 percent to 47 percent": votes that were counted, whatever was rejected."""
    if figure.money or figure.fact.indicator != "other":
        return False
    tokens, previous = figure.sentence.tokens, figure.previous
    if figure.lead[-1:] == ["by"]:
        return tokens[figure.behind : figure.behind + 1] == ["to"] and any(a == figure.behind + 1 for a, _ in figure.spans)
    return figure.lead == ["to"] and previous is not None and previous.lead[-1:] == ["by"]
