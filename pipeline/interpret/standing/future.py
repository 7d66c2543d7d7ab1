"""What "will", "may", "is" and a word of expectation further left make of a figure."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing import charges, perfect, supposed
from pipeline.interpret.standing.hanging import ADVERBS, guessed
from pipeline.interpret.standing.modality import BREAK, Operator, forms
from pipeline.interpret.standing.reach import among, attribute, measures, noun

SUBJECT = 7
"""Tokens between a noun and the "is" that it is the subject of ("the limit on other kinds of bank is")."""

CALLED = 3
"""Tokens from an attribute to its noun: "the projected annual trade gap"."""

FAR_NOUN = 10
"""Tokens between a noun of expectation and its "is", for its object may be long."""

FAR_SUBJECT = 14
"""Tokens between a figure and the verb that it is the subject of."""

SURE, FAIR, OPEN = 0.97, 0.9, 0.8

Told = tuple[str, str, float]
"""A status, the rule, and how sure the rule is."""


def modal(figure: Figure, before: list[Operator], op: Operator) -> Told:
    """ "will cut its rate to 5 pct" is a plan, "will fall to 5 pct" a forecast; `before` are the words of modality before `op`."""
    tokens = figure.sentence.tokens
    word = tokens[op.first]
    if supposed.doubted(before):
        return "hypothetical", f"by {word!r} under a condition", FAIR
    done = tokens[op.last + 2 : op.last + 4]
    in_hand = measures(figure, "held") and not any(t.endswith("ed") or among(figure, "participles_done", [t]) for t in done)
    if not in_hand and among(figure, "perfect", tokens[op.last + 1 : op.last + 2]) and word in forms("unreal", figure.story.language):
        return "hypothetical", f"by {word!r} of the past", FAIR
    if word in forms("unreal", figure.story.language) and (supposed.would_be(figure, op) or supposed.one_such(figure, op)):
        return "hypothetical", f"by {word!r} of what would be", FAIR
    if among(figure, "supposing", [word]) and (
        among(figure, "scenarios", tokens) or supposed.if_behind(figure) or supposed.any_such(figure, op)
    ):
        return "hypothetical", f"by {word!r} under a condition", FAIR
    if (foreseen := foreseen_by(figure, before, op)) is not None:
        return "forecast", f"by {word!r}, {foreseen!r}", FAIR
    if supposed.until_moved(figure, op):
        return "hypothetical", f"by {word!r}, until it comes about", FAIR
    if (
        op.kind == "may"
        and measures(figure, "bought")
        and among(figure, "supposing", [word])
        and among(figure, "fetching", tokens[op.last + 1 : figure.first])
    ):
        return "hypothetical", f"by {word!r} of what it would fetch", FAIR
    if op.kind == "may" and measures(figure, "penalties"):
        return "hypothetical", f"by {word!r} of a penalty", FAIR
    if (been := perfect.told_by(figure, op)) is not None:
        return *been, FAIR
    main = tokens[op.last + 1 : op.last + 1 + ADVERBS]
    if among(figure, "obliges", [word]) and measures(figure, "balances") and among(figure, "brought_to", main):
        return "target", f"by {word!r} of what is to be reached", FAIR
    if supposed.under_plan(figure, op):
        return "plan", f"by {word!r} under a plan", FAIR
    if op.kind == "may" and not among(figure, "advises", [word]):
        return ("plan" if measures(figure, "bought") else "forecast"), f"by {word!r}", FAIR
    if among(figure, "guessed", tokens[op.last + 1 : op.last + 1 + ADVERBS]):
        return "forecast", f"by {word!r}, likely", FAIR
    verbs = forms("decided.verbs", figure.story.language)
    if measures(figure, "market") and among(figure, "by_itself", main):
        return "forecast", f"by {word!r}", FAIR
    decided = " ".join(main[:2]) in verbs or ("be" not in main and any(t in verbs for t in main))
    if among(figure, "obliges", [word]) and among(figure, "saved", main[:1]):
        return "target", f"by {word!r} of what is to be saved", FAIR
    if (
        measures(figure, "priced")
        and any(p.first < op.first for p in figure.sentence.of("place"))
        and among(figure, "sets_prices", main[:1])
    ):
        return "plan", f"by {word!r} of a price that a state sets", OPEN
    reported = word == "would" and among(figure, "charge_setters", tokens[: op.first])  # "the minister said fares would rise"
    if (reported or among(figure, "announces", [word])) and charges.announced(figure):
        return "plan", f"by {word!r} of what is charged", OPEN
    given = (
        figure.fact.indicator == "assets" and figure.money and among(figure, "gives", main)
    )  # "will contribute 80 million from its fund"
    given = given or (figure.fact.statistic == "share" and among(figure, "gives.shared", main))  # "makers will get 60 percent of revenue"
    given = given and not any(op.last < first < figure.first for first, _ in figure.spans)
    if (measures(figure, "earned") and not given) or among(figure, "befalls", main[:2]):
        return "forecast", f"by {word!r}", FAIR  # nobody decides what he will earn
    if among(figure, "obliges", [word]) and among(figure, "kept", main):
        return "target", f"by {word!r} of what is to be kept", FAIR
    if among(figure, "obliges", [word]) and "be" in main[:1] and among(figure, "brought", main[1:]) and not measures(figure, "decided"):
        return "target", f"by {word!r} of what is to be brought about", FAIR
    if op.kind == "may":
        return ("plan" if decided and not among(figure, "outcomes", main) else "forecast"), f"by {word!r}", FAIR
    willed = measures(figure, "willed") and among(figure, "willing", [word])
    if willed and among(figure, "comes_about", main) and not figure.story.organisations_in(figure.sentence.start, figure.sentence.end):
        willed = False  # but "Arden's output will fall 5 pct" is up to Arden
    planned = measures(figure, "decided") or willed or given
    return ("plan" if decided or planned else "forecast"), f"by {word!r}", FAIR


def hoped_for(figure: Figure, op: Operator) -> bool:
    """ "hopes to reach sales of $5 million": whether somebody hopes to do what the figure tells, not "hopes to refute those who foresee"."""
    between = figure.sentence.tokens[op.last + 1 : figure.first]
    hoping = among(figure, "hoping.hopes", [figure.sentence.tokens[op.first]])
    return hoping and between[:1] == ["to"] and not (among(figure, "relatives", between) or "," in between)


def hoped(figure: Figure, op: Operator, infinitive: bool) -> str:
    """ "hopes to raise $5 million" is meant to be done, "hopes to reach sales of $5 million" an aim."""
    hopes = among(figure, "hoping.hopes", [figure.sentence.tokens[op.first]])
    if measures(figure, "decided") or (infinitive and (figure.money or not hopes)):
        return "plan"
    return "forecast" if measures(figure, "prices") else "target"


def _attribute(figure: Figure, before: list[Operator], op: Operator) -> str | None:
    """ "the projected deficit for 1988 is $5 million": the attribute of the noun whose value it is."""
    told, clue, tokens = before[-1] if before else None, figure.clue, figure.sentence.tokens
    if told is None or clue is None or told.kind not in ("forecast", "estimate") or clue.role == "verb":
        return None
    called = told.last < clue.first <= told.last + CALLED and clue.last < op.first and "," not in tokens[told.last : clue.first]
    return told.kind if called and among(figure, "of_a_noun", tokens[told.first - 1 : told.first]) else None


def foreseen_by(figure: Figure, before: list[Operator], op: Operator | None) -> str | None:
    """ "analysts expect that the bank will cut": the word that makes another's plan a forecast."""
    tokens = figure.sentence.tokens
    for o in reversed(before):
        if op is None or o.kind in (BREAK, "says") or among(figure, "foreseen_stops", tokens[o.last + 1 : op.first]):
            break
        if o.kind in ("forecast", "estimate") and (o.role == "verb" or among(figure, "opens_clauses", tokens[o.last + 1 : o.last + 2])):
            return tokens[o.first]
    if measures(figure, "foreseen"):
        return next((t for t in tokens if t in forms("foreseers", figure.story.language)), None)
    return None


def copula(figure: Figure, before: list[Operator], op: Operator, infinitive: bool) -> Told | None:
    """ "the target is 5 pct" tells a target, "is to sell" a plan; None where "is" alone says nothing more than a fact."""
    tokens = figure.sentence.tokens
    if guessed(figure, before, op):
        return "estimate", "a guess that it is", FAIR
    if before and before[-1].role != "verb" and _is_its_verb(figure, before[-1], op):
        return noun(figure, before[-1]), f"{tokens[before[-1].first]!r} is", FAIR
    if (attribute := _attribute(figure, before, op)) is not None:
        return attribute, "what its noun is called", FAIR
    if (stood := stands_for(figure, before, op)) is not None:
        return stood
    doing = tokens[op.last + 1 : op.last + 3]
    own = measures(figure, "decided") and among(figure, "under_way.own", doing)  # "is halving its dividend to 17 cents"
    under_way = (own or among(figure, "under_way", doing)) and not measures(figure, "at_once")
    if infinitive or (under_way and not _in_shops(figure, op)):
        return "plan", "is to do", FAIR
    if _is_to(figure, op):
        if among(figure, "comes_out", tokens[op.last + 2 : op.last + 3]) and measures(figure, "unplanned"):
            return "forecast", "what is to be", FAIR  # "inflation is to average 28 percent"
        kept = among(figure, "kept", tokens[op.last + 2 : op.last + 3])
        return ("target" if kept else "plan"), "is to be done", FAIR
    if measures(figure, "deals") and among(figure, "deal_under_way", tokens[op.last + 1 : op.last + 2]):
        return "plan", "is being done", FAIR
    return None


def _in_shops(figure: Figure, op: Operator) -> bool:
    """ "were selling a bag of sugar for 3,000 rupees": what goods change hands at is no plan, as the price of a firm is."""
    trades = among(figure, "under_way.trading", figure.sentence.tokens[op.last + 1 : op.last + 2])
    return trades and among(figure, "priced_at", figure.lead[-1:]) and not (measures(figure, "decided") or measures(figure, "bought"))


def _is_its_verb(figure: Figure, noun: Operator, op: Operator) -> bool:
    """ "its forecast for the year -- not counting a charge -- is": whether a verb tells what a noun of expectation is."""
    between = figure.sentence.tokens[noun.last + 1 : op.first]
    if between[-2:] == ["-", "-"]:
        opens = next((n for n in range(len(between) - 3) if between[n : n + 2] == ["-", "-"]), len(between))
        between = between[:opens]
    return len(between) < (FAR_NOUN if noun.kind in ("forecast", "target") else SUBJECT) and "," not in between


def _is_to(figure: Figure, op: Operator) -> bool:
    """ "is to be", "are to pay"."""
    tokens = figure.sentence.tokens
    behind = tokens[op.last + 1 : op.last + 3]
    if behind[1:] and behind[1] in figure.words("articles"):
        return False  # "a third of its debt is to the banks"
    return among(figure, "present", [tokens[op.first]]) and behind[:1] == ["to"] and behind[1:] != [] and behind[1].isalpha()


def stands_for(figure: Figure, before: list[Operator], op: Operator) -> Told | None:
    """ "the average forecast in a poll of analysts was for a rise of": what a noun of expectation, however far before, is for."""
    tokens = figure.sentence.tokens
    if not among(figure, "predicted_for", tokens[op.last + 1 : op.last + 2]):
        return None
    head = next((o for o in reversed(before) if o.role != "verb" and o.kind in ("forecast", "estimate", "target")), None)
    return None if head is None else (noun(figure, head), f"{tokens[head.first]!r} is for", FAIR)


def moved_itself(figure: Figure, before: list[Operator], op: Operator) -> Operator | None:
    """ "the median projection for the rate at the end of 2016 fell to 2 pct": a noun of expectation that is the subject of what moved."""
    tokens = figure.sentence.tokens
    head = next((o for o in reversed(before) if o.role != "verb"), None)
    if (
        head is None
        or head is not before[-1]
        or not among(figure, "movers", tokens[head.first : head.last + 1])
        or measures(figure, "prices")
    ):
        return None
    if head.kind not in ("forecast", "target", "estimate") and not (head.kind == "plan" and measures(figure, "deals")):
        return None
    if not perfect.has_been(figure, op):
        stays = among(figure, "stays", tokens[op.first : op.first + 1])
        if not (stays or any(c.first == op.first for c in figure.sentence.of("direction"))):
            return None
        if not among(figure, "moved_to", figure.lead[-1:]) or (head.role == "both" and not attribute(figure, head)):
            return None
    between = tokens[head.last + 1 : op.first]
    return None if len(between) > FAR_SUBJECT or among(figure, "noun_ends", between) else head


def along_with(figure: Figure) -> Told | None:
    """ "will put 25 pct on cars, he said, and a further 10 pct on steel": a second figure of what was not yet, behind "and" and no verb."""
    other = figure.previous
    if other is None or other.fact.status not in ("plan", "forecast", "target") or figure.fact.statistic == "share":
        return None
    tokens = figure.sentence.tokens
    join = next((i for i in range(figure.first - 1, other.last, -1) if tokens[i] in figure.words("clause_joins")), None)
    if join is None or other.mention.quantity.unit != figure.mention.quantity.unit or other.fact.indicator != figure.fact.indicator:
        return None
    if any(join < c.first < figure.first for kind in ("finite", "direction") for c in figure.sentence.of(kind)):
        return None
    return other.fact.status, "that of the figure before it", OPEN


def called_for(figure: Figure, op: Operator, operators: list[Operator]) -> bool:
    """Whether what is called for is foretold, not wished: nobody plans it, or a forecast does so ("forecasts call for a drop")."""
    if measures(figure, "unplanned") or measures(figure, "prices"):
        return True
    if measures(figure, "foreseen") and among(figure, "calling.looking", figure.sentence.tokens[op.first : op.first + 1]):
        return True  # "she looks for a cut of 25 basis points": who decides on it does not look for it
    who = figure.sentence.tokens[max(0, op.first - ADVERBS) : op.first]
    if among(figure, "foreseers", who) or among(figure, "had_seen.markets", who):
        return True  # "economists had looked for a rise of"
    return any(other.kind in ("forecast", "estimate") and other.role != "verb" and other.last < op.first for other in operators)


def as_subject(figure: Figure, operators: list[Operator]) -> Told | None:
    """ "300 billion yen will be offered": what the first verb behind a figure that no verb before it governs makes of it."""
    tokens = figure.sentence.tokens
    op = next((op for op in operators if op.first > figure.last and op.role != "noun"), None)
    if op is None:
        return None
    between = tokens[figure.behind : op.first]
    stopped = len(between) > FAR_SUBJECT or among(figure, "subject_stops", between)
    if stopped or any(figure.last < first < op.first for first, _ in figure.spans):
        return None
    if op.kind in ("will", "may"):
        return modal(figure, [], op)
    if measures(figure, "paid_out") and among(figure, "declared", tokens[op.first + 2 : op.first + 3]):
        return "plan", f"by {tokens[op.first + 2]!r} behind", FAIR  # "a dividend of 5 pence has been declared"
    if op.kind == "copula" and _is_to(figure, op):
        kept = among(figure, "kept", tokens[op.last + 2 : op.last + 3]) or not (figure.money or measures(figure, "decided"))
        return ("target" if kept else "plan"), "what is to be done with it", FAIR  # "12 billion is to be paid out"
    verb = next((o for o in operators if o.first > op.last), None)
    if verb is None or op.kind != "copula" or verb.kind not in ("forecast", "plan", "estimate", "target"):
        return None
    adverbs = forms("adverbs", figure.story.language)
    return (verb.kind, f"by {tokens[verb.first]!r} behind", FAIR) if adverbs.issuperset(tokens[op.last + 1 : verb.first]) else None
