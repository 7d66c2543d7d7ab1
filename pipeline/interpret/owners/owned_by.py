"""Whose a part is that is "owned by" another: "Arden, which is 25 percent owned by Penwith", "the company is 84 percent owned by Penwith"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.lexicon import either

BY = 3
"""Tokens behind a percentage within which "owned by" stands."""

CALLED = 7
"""Tokens between "the" and the word for a firm: "the No. 2 Danish cable carrier"."""

HOLDER = 8
"""Tokens between "by" and the name of whoever owns: "by the Danish family firm Penwith"."""

LISTED = 12
"""Tokens between the parts of two owners: "80 percent owned by Arden Group and 20 percent owned by Penwith"."""


def settle(figure: Figure, found: list[Party], named: str | None, company: str | None) -> bool:
    """Settle what is owned where the words before the percentage say it; `named` is whom the word for a firm means."""
    if figure.fact.indicator != "stake" or figure.money:
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    by, beside = _by(tokens, figure.behind, language), _beside(figure)
    if by is None and beside is not None and tokens[figure.behind : figure.behind + 1] == ["by"]:
        by = figure.behind  # "and 20 percent by Halford"
    if by is None:
        return False
    holder = next((p for p in found if by < p.first <= by + HOLDER), None)
    if holder is not None and {",", "and", ".", "--"} & set(tokens[by + 1 : holder.first]):
        holder = None
    owner = beside or _subject(figure, found, named, company)
    if owner is None or (holder is not None and holder.key == owner):
        return False
    figure.fact.entity = figure.fact.entity_id = owner
    figure.because("entity: what another owns", 0.85)
    if holder is not None:
        figure.fact.partner = holder.key
        figure.because("partner: who owns it")
    return True


def _by(tokens: list[str], at: int, language: str) -> int | None:
    """Where "by" stands behind "owned", right behind a percentage or a hyphen."""
    owned = words("owned", language)
    return next((i + 1 for i in range(at, min(at + BY, len(tokens) - 1)) if tokens[i] in owned and tokens[i + 1] == "by"), None)


def _beside(figure: Figure) -> str | None:
    """ "Arden is 80 percent owned by Penwith and 20 percent owned by Halford": what the part before it is of."""
    before, tokens = figure.previous, figure.sentence.tokens
    if before is None or before.fact.indicator != "stake" or before.money or figure.first - before.last > LISTED:
        return None
    between = tokens[before.last + 1 : figure.first]
    return before.fact.entity if _by(between, 0, figure.story.language) is not None and between[-1] in ("and", ",") else None


def _subject(figure: Figure, found: list[Party], named: str | None, company: str | None) -> str | None:
    """The name, or whom the word for a firm means, that stands before the percentage, past the verb and what only hedges it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    verbs, small = words("owned_verbs", language), words("before_owned", language)
    at = figure.first - 1
    while at >= 0 and (tokens[at] in verbs or tokens[at] in small):
        at -= 1
    relative = at >= 0 and tokens[at] in words("relatives", language)
    at -= relative
    set_off = at >= 0 and tokens[at] in (",", "-", "--", "–", "—", "(")
    verb = not verbs.isdisjoint(tokens[at + 1 : figure.first])
    while at >= 0 and tokens[at] in (",", "-", "--", "–", "—", "("):
        at -= 1
    if at < 0 or not (set_off or relative or verb):
        return None
    party = next((p for p in found if p.organisation and p.first <= at and at < behind_ticker(tokens, p.last + 1)), None)
    if party is not None:
        return party.key
    if tokens[at] == "it":
        subject = next((p for p in reversed(found) if p.organisation and p.subject and p.last < at), None)
        return subject.key if subject is not None and not subject.says else named or company
    if tokens[at] not in words("commons", language) or "the" not in tokens[max(0, at - CALLED) : at]:
        return None
    opens = max(i for i in range(max(0, at - CALLED), at) if tokens[i] == "the")
    if not either(words("prepositions", language), words("not_named", language), frozenset({","})).isdisjoint(tokens[opens:at]):
        return None  # "the new company", which has no name
    return named or company
