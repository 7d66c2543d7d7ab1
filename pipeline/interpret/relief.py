"""Debts let go: whose debt it was, and who let it go."""

from __future__ import annotations

from pipeline.interpret import names
from pipeline.interpret.figure import Figure

REACH = 8
"""Tokens between a verb of letting go and the debt."""


def settle(figure: Figure) -> bool:
    """Read "Russia wrote off $10 billion owed by North Korea" into the fact; False where the sentence says no such thing."""
    sentence, fact = figure.sentence, figure.fact
    verb = next((c for c in sentence.clues if c.kind == "indicator" and c.key == "debt_relief"), None)
    if verb is None or not figure.money:
        return False
    if verb.role == "verb" and (figure.words("debt").isdisjoint(sentence.tokens) or not 0 < figure.first - verb.last <= REACH):
        return False
    places = names.places(sentence)
    owed = next(
        (i for i, t in enumerate(sentence.tokens) if t in figure.words("owing") and sentence.tokens[i + 1 : i + 2] in (["by"], ["to"])),
        None,
    )
    debtor = creditor = None
    if owed is not None:
        other = next((c.key for c in places if c.first > owed), None)
        subject = next((c.key for c in places if c.last < verb.first and c.role != "seats"), None) or next(
            (c.key for c in places if c.last < verb.first), None
        )
        debtor, creditor = (other, subject) if sentence.tokens[owed + 1] == "by" else (subject, other)
    else:
        creditor = next((c.key for c in places if c.last < verb.first), None)
        debtor = next((c.key for c in places if c.first > verb.last and c.key not in (creditor, "SUN")), None)
    fact.indicator, fact.measure, fact.statistic, fact.direction = "debt_relief", "debt", "level", None
    fact.entity = fact.entity_id = debtor
    fact.partner = creditor
    figure.because("indicator: a debt let go")
    return True
