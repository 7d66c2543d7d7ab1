"""Debts: whose they are, who let them go, and who lends."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, words

REACH = 8
"""Tokens between a verb of letting go and the debt."""

NEAR = 16
"""Tokens between a debt and its lender."""

OWED = 12
"""Tokens between a percentage and the debt that it is a part of: "90 percent of Peru's $5.5 billion Soviet-era debt"."""

OWES = 4
"""Tokens between a sum and the place that owes it, and between that and its creditor."""

LENT = frozenset({"debt_relief", "foreign_debt", "lending", "aid"})
BORROWED = frozenset({"lending", "debt_issue"})


def settle(figure: Figure, found: list[Party], company: str | None) -> bool:
    """Read "Russia wrote off $10 billion owed by North Korea" into the fact; False where the sentence says no such thing."""
    sentence, fact = figure.sentence, figure.fact
    word = next((c for c in sentence.of("indicator") if c.key == "debt_relief"), None) or _let_go(figure, found)
    if word is None:
        return False
    here = _debt_told(figure, sentence.tokens)
    if not figure.money and not (word.role == "verb" and here and _of_debt(figure)):
        return False
    told = here or not figure.words("debt").isdisjoint(figure.story.title.tokens)
    states = any(not p.organisation for p in found)
    passive = word.role == "verb" and states and _had_forgiven(figure, word)
    if word.role == "verb" and (not told or not (passive or 0 < figure.first - word.last <= REACH)):
        return False
    if not _beside(figure, word):
        return False
    if word.role == "verb" and _written_down(figure, word, found):
        fact.indicator = "costs"
        figure.because("indicator: what a lender writes down", 0.75)
        return False
    if word.role != "verb" and not figure.words("shorn").isdisjoint(sentence.tokens) and figure.words("debt").isdisjoint(sentence.tokens):
        return False  # a barber's
    places = [p for p in found if not p.organisation]
    fact.indicator, fact.measure, fact.direction = "debt_relief", "debt", None
    fact.statistic = "level" if figure.money else "share"
    until = next((first for first, _ in figure.spans if "and" in sentence.tokens[figure.behind : first]), len(sentence.tokens))
    owed = next(
        (i for i, t in enumerate(sentence.tokens[:until]) if t in figure.words("owing") and sentence.tokens[i + 1] in ("by", "to")),
        None,
    )
    debtor: str | None
    creditor: str | None
    if owed is not None:
        other = next((p.key for p in places if p.first > owed), None)
        subject = next((p.key for p in places if p.last < word.first and p.role != "seats"), None) or next(
            (p.key for p in places if p.last < word.first), None
        )
        debtor, creditor = (other, subject) if sentence.tokens[owed + 1] == "by" else (subject, other)
        ower = next((p.key for p in places if word.last < p.first and p.last == owed - 1), None)
        debtor, creditor = (ower, subject) if ower is not None else (debtor, creditor)  # "forgave 90 percent of what Peru owed to Norway"
    elif word.role == "verb" and sentence.tokens[word.last] in figure.words("restructuring"):
        debtor, creditor = _rescheduled(figure, word, found, company)
    elif passive:
        debtor = next((p.key for p in places if p.first < figure.first and (p.subject or p.owns)), None) or next(
            (p.key for p in places if figure.last < p.first < word.first), figure.story.main_place
        )
        by = next((p.key for p in places if p.first > word.last and sentence.tokens[p.first - 1] == "by"), None)
        creditor = by if by not in (None, debtor) else lender_named(figure)
    elif word.role == "verb":
        creditor = next((p.key for p in places if p.last < word.first), None) or lender_named(figure)
        debtor = next((p.key for p in places if p.first > word.last and p.key not in (creditor, "SUN")), None)
        if debtor is None and sentence.tokens[word.first] in figure.words("rescheduling"):
            debtor, creditor = creditor, lender_named(figure)  # "Chile and its banks agreed to reschedule $2 billion"
        if debtor is None and creditor is not None:  # "Moscow will forgive $2 billion": of the other that the title names
            debtor = next((c.key for c in figure.story.title.of("place") if c.key not in (creditor, "SUN")), None)
    else:
        debtor, creditor = _rescheduled(figure, word, found, company)
    if debtor is None and creditor is None:  # "Arden Corp agreed with its banks to restructure 160 million in debt"
        debtor = next((p.key for p in found if p.organisation and p.subject and p.first < word.first), None)
    fact.entity = fact.entity_id = debtor
    fact.partner = creditor
    figure.because("indicator: a debt let go")
    return True


def _had_forgiven(figure: Figure, word: Clue) -> bool:
    """ "had $5 million of its debts forgiven", "$5 million of Peru's debt was written off": the debt before the verb, and no comma between."""
    between = figure.sentence.tokens[figure.behind : word.first]
    return 0 < word.first - figure.last <= REACH and "," not in between and not figure.words("debt").isdisjoint(between)


def _let_go(figure: Figure, found: list[Party]) -> Clue | None:
    """ "will wipe out $5 billion of Peru's debt", "scrapped the $5 billion it owes": a verb of much else, where a state's debt is told behind."""
    tokens, sentence = figure.sentence.tokens, figure.sentence
    low = max(figure.clause[0], figure.first - REACH)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in figure.words("letting_go")), None)
    behind = tokens[figure.behind : figure.behind + OWED]
    if at is None or "," in behind[:2] or not _debt_told(figure, behind):
        return None
    if all(p.organisation for p in found) or any(p.organisation and p.subject for p in found):
        return None
    return Clue("indicator", "debt_relief", at, at, sentence.starts[at], sentence.ends[at], "verb")


def owed(figure: Figure, found: list[Party]) -> bool:
    """ "the $5 billion that Peru owes Norway", "of the $5 billion Peru owed it": a sum that a place behind it owes."""
    tokens, owes = figure.sentence.tokens, figure.words("owes")
    if not figure.money or owes.isdisjoint(tokens):
        return False
    if _owes(figure, found, owes):
        return True
    debtor = next((p for p in found if 0 < p.first - figure.last <= OWES and not p.organisation and tokens[p.last + 1] in owes), None)
    let_go = figure.clue is not None and figure.clue.key == "debt_relief" and figure.clue.last < figure.first
    if debtor is None or (let_go and (figure.previous is None or figure.previous.fact.indicator != "debt_relief")):
        return False
    fact, behind = figure.fact, [p for p in found if 1 < p.first - debtor.last <= OWES and not p.organisation]
    before = (
        [p for p in found if p.last < figure.first and p.subject and not p.organisation] if "it" in tokens[debtor.last + 2 :][:2] else []
    )
    fact.indicator, fact.measure, fact.statistic, fact.direction = "foreign_debt", "debt", "level", None
    fact.entity = fact.entity_id = debtor.key
    fact.partner = next((p.key for p in behind or before if p.key != debtor.key), None)
    figure.because("entity: the place that owes it", 0.85)
    return True


def _owes(figure: Figure, found: list[Party], owes: frozenset[str]) -> bool:
    """ "Peru owes Arden Corp $5 billion", "says Peru owes it $5 billion": what a place before the verb owes."""
    tokens, fact = figure.sentence.tokens, figure.fact
    low = figure.lead_first
    verb = next((i for i in range(figure.first - 1, max(low, figure.first - OWED), -1) if tokens[i] in owes), None)
    if verb is None or fact.statistic != "level" or tokens[verb + 1 : verb + 2] == ["by"]:
        return False
    debtor = next((p for p in found if p.last == verb - 1 and not p.organisation and p.role != "people"), None)
    if debtor is None and not _unnamed(figure, found, verb):
        return _firm_owes(figure, found, verb)
    owing = debtor.key if debtor is not None else figure.story.main_place
    creditor = next((p for p in found if verb < p.first <= verb + OWES and p.last < figure.first), None)
    if creditor is None and debtor is not None and tokens[verb + 1 : verb + 2] == ["it"]:
        creditor = next((p for p in reversed(found) if p.last < debtor.first), None)
    fact.indicator, fact.measure = "foreign_debt", "debt"
    fact.entity = fact.entity_id = owing
    fact.partner = creditor.key if creditor is not None and creditor.key != owing else lender_named(figure)
    figure.because("entity: the place that owes it", 0.85)
    return True


def _unnamed(figure: Figure, found: list[Party], verb: int) -> bool:
    """ "The country owes Norway $5 billion": whether what owes a place is the state that the story is of, by no name of its own."""
    tokens, story = figure.sentence.tokens, figure.story
    if story.main_place is None or tokens[verb - 1] not in words("states_unnamed", story.language):
        return False
    return any(verb < p.first <= verb + OWES and p.last < figure.first and p.key != story.main_place for p in found)


def _firm_owes(figure: Figure, found: list[Party], verb: int) -> bool:
    """ "Arden, the island's biggest bank, owes savers $5 billion": what a firm owes, told right before the verb or before its aside."""
    tokens = figure.sentence.tokens
    firm = next((p for p in reversed(found) if p.organisation and p.subject and p.last < verb), None)
    if firm is None or firm.owns:
        return False
    behind = behind_ticker(tokens, firm.last + 1)
    aside = tokens[behind] == "," and tokens[verb - 1] == "," and tokens[behind + 1] in words("articles", figure.story.language)
    if behind != verb and not (aside and "," not in tokens[behind + 1 : verb - 1]):
        return False
    figure.fact.indicator = "other" if figure.fact.indicator == "foreign_debt" else figure.fact.indicator
    figure.fact.entity = figure.fact.entity_id = firm.key
    figure.because("entity: the firm that owes it", 0.85)
    return True


def _of_debt(figure: Figure) -> bool:
    """ "write off 90 percent of Peru's debt", "90 percent of the $10 billion that Peru owes": whether a part of a debt is let go."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + OWED]
    return "of" in behind[:2] and _debt_told(figure, behind)


def _debt_told(figure: Figure, tokens: list[str]) -> bool:
    """Whether a debt is named, or somebody owes something: "that Peru owes", but not "what they are owed"."""
    debt, owes, passive = figure.words("debt"), figure.words("owes"), figure.words("owed_to")
    return any(t in debt or (t in owes and not (i and tokens[i - 1] in passive)) for i, t in enumerate(tokens))


def _beside(figure: Figure, word: Clue) -> bool:
    """Whether what is let go is the figure, and not another one, nor what was done besides: "must restructure after it took $4 billion"."""
    tokens, low, high = figure.sentence.tokens, min(figure.last, word.last) + 1, max(figure.first, word.first)
    if figure.frame.anchor is None and any(low <= first < high and "(" not in tokens[first - 2 : first] for first, _ in figure.spans):
        return False
    restructured = word.role == "verb" and tokens[word.last] in figure.words("restructuring")
    return not restructured or figure.words("relief_stops").isdisjoint(tokens[low:high])


def _written_down(figure: Figure, word: Clue, found: list[Party]) -> bool:
    """ "Arden Bank wrote off $2 billion of debt": what it is owed by nobody who is told, it takes off its own books."""
    tokens, words = figure.sentence.tokens, lexicon.sets("measure", figure.story.language)
    if tokens[word.last] != "off" or not (figure.words("owing") | words["lenders"]).isdisjoint(tokens):
        return False
    behind = tokens[figure.behind : figure.behind + REACH]
    if any(t in figure.words("debt") and tokens[figure.last + i] in words["gone_bad"] for i, t in enumerate(behind)):
        return True
    places = [p for p in found if not p.organisation]
    if figure.fact.indicator == "costs":  # what is written down is told: a state lets nobody off, and no state's debt is told behind
        after = any(figure.last < p.first <= figure.last + REACH for p in places) and _debt_told(figure, behind)
        return not after and not any(p.subject and p.last < word.first for p in places)
    return not places and any(p.organisation and p.subject and p.last < word.first for p in found)


def _rescheduled(figure: Figure, word: Clue, found: list[Party], company: str | None) -> tuple[str | None, str | None]:
    """Who owes and who lends where the noun names it: "Peru agreed on a rescheduling of $2 billion with its creditor banks"."""
    places = [p for p in found if not p.organisation]
    debtor = next((p.key for p in places if p.role in ("names", "people") and (p.subject or p.owns) and p.first < word.first), None)
    if debtor is None and (company is not None or figure.story.main_place in lexicon.sets("measure", figure.story.language)["own_debtors"]):
        debtor = next((p.key for p in found if p.organisation and (p.subject or p.owns) and p.first < word.first), company)
    elif debtor is None:
        debtor = figure.story.main_place
    tokens = figure.sentence.tokens
    other = next((p.key for p in places if p.key != debtor and tokens[p.first - 1 : p.first] in (["with"], ["by"], ["from"])), None)
    return debtor, lender_named(figure) or other


def lender(figure: Figure, found: list[Party]) -> None:
    """Settle who lends where the sentence names it beside a debt."""
    fact, tokens = figure.fact, figure.sentence.tokens
    if fact.partner is None and fact.indicator in BORROWED:
        bank = next((p for p in found if p.organisation and p.key != fact.entity and tokens[p.first - 1 : p.first] == ["from"]), None)
        if bank is not None and abs(bank.first - figure.first) <= NEAR:
            fact.partner = bank.key
            figure.because("partner: who lends")
    if fact.partner is None and fact.indicator in LENT and (fact.entity or "").isupper():
        fact.partner = lender_named(figure)
        if fact.partner is not None:
            figure.because("partner: who lends")


@cache
def _lenders(language: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in lexicon.entries("owner", language)["lenders"]["forms"]:
        words = tuple(form.split())
        found.setdefault(words[0], []).append(words)
    return found


def lender_named(figure: Figure) -> str | None:
    """The lender that the sentence names, as printed."""
    sentence, lenders = figure.sentence, _lenders(figure.story.language)
    for i, token in enumerate(sentence.tokens):
        if token in lenders and abs(i - figure.first) <= NEAR and not any(figure.last < a < i for a, _ in figure.spans):
            for form in lenders[token]:
                if tuple(sentence.tokens[i : i + len(form)]) == form:
                    said = " ".join(figure.story.text[sentence.starts[i] : sentence.ends[i + len(form) - 1]].split())
                    return _in_full(said, figure.story.text, figure.story.language)
    return None


def _in_full(name: str, text: str, language: str) -> str:
    """A lender by the name that its initials stand for, where the story tells it."""
    if not name.isupper():
        return name
    known = (" ".join(form) for forms in _lenders(language).values() for form in forms if len(form) > 1)
    full = next((form for form in known if "".join(w[0] for w in form.split()) == name.casefold() and form in text.casefold()), None)
    if full is None:
        return name
    at = text.casefold().index(full)
    return text[at : at + len(full)]
