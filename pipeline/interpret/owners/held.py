"""Whose part it is that someone holds of "the company": "Penwith owns 15% of the retailer"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import answers, governed
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.lexicon import either

GAP = 8
"""Tokens between two parts of a firm, besides the name of who holds the second."""

HELD = 7
"""Tokens behind a percentage within which what stands for the firm is."""

PART = 4
"""Tokens between "its", or a percentage, and the word for a part, and between that and what it is a part of."""


def settle(figure: Figure, found: list[Party], named: str | None, company: str | None, target: str | None) -> bool:
    """Settle whose a part is where only a word stands for the firm, and who holds it; `named` is whom the word means, `target` what is dealt in."""
    rest = not words("rest_parts", figure.story.language).isdisjoint(figure.lead[-1:])
    if _gapped(figure, found) or _bare(figure, found, company or (target if rest else None)):
        return True
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.money or named is None or tokens[figure.behind : figure.behind + 1] != ["of"]:
        return False
    behind = tokens[figure.last + 2 : figure.last + HELD]
    stands = either(words("commons", language), words("itself", language))
    at = next((i for i, token in enumerate(behind) if token in stands), None)
    if (
        at is None
        or not words("prepositions", language).isdisjoint(behind[:at])
        or "'s" in behind[: at + 2]
        or (at == 0 and behind[0] != "it")
    ):
        return False
    holder = next((p for p in reversed(found) if p.organisation and p.last < figure.first), None)
    if holder is None or holder.key == named or tokens[behind_ticker(tokens, holder.last + 1)] not in words("holds", language):
        return False
    return _part(figure, named, holder, "whom the word for a firm means", 0.8)


def of_another(figure: Figure, found: list[Party]) -> Party | None:
    """ "12 percent of Arden and 14 percent of Penwith": the firm that is named right behind a part, be it told beside another."""
    tokens, links = figure.sentence.tokens, words("part_links", figure.story.language)
    if figure.fact.indicator != "stake" or figure.money or tokens[figure.behind : figure.behind + 1] == []:
        return None
    behind = figure.behind + 1 + (tokens[figure.behind + 1 : figure.behind + 2] == ["the"])
    return next((p for p in found if p.organisation and p.first == behind), None) if tokens[figure.behind] in links else None


def turned(figure: Figure, found: list[Party], others: tuple[str | None, ...]) -> None:
    """ "Penwith, which owns 9 percent of the retailer", "Penwith raised its stake in the retailer to 9 percent": no part of the holder.

    `others` are those whom the word for a firm may mean, the likeliest first.
    """
    fact = figure.fact
    if fact.indicator != "stake" or figure.money or fact.entity is None:
        return
    tokens, small = figure.sentence.tokens, words("part_links", figure.story.language)
    own = [p for p in found if p.organisation and p.key == fact.entity and p.last < figure.first and tokens[p.first - 1] not in small]
    holder = next((p for p in reversed(own) if _holds_of_it(figure, p, found)), None)
    if holder is None:
        return
    here = {p.key for p in found if p.organisation and p.key != holder.key}
    owner = next((name for name in others if name not in (None, holder.key)), None)
    if owner is None or (len(here) == 1 and owner not in here):
        owner = here.pop() if len(here) == 1 else owner
    if owner is not None:
        _part(figure, owner, holder, "what another holds a part of", 0.75)


def _holds_of_it(figure: Figure, holder: Party, found: list[Party]) -> bool:
    """Whether a name is that of who holds a part of what only a word stands for."""
    tokens, language = figure.sentence.tokens, figure.story.language
    begin = behind_ticker(tokens, holder.last + 1)
    lead, own = tokens[begin : figure.first], words("itself", language)
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in own), None)
    if at is not None and not holder.says:
        subject = answers.subject([p for p in found if p.organisation], begin + at, tokens, language)
        if subject != holder.key or not holder.acts:
            return False  # "Penwith said it sold Arden shares, cutting its stake in the retailer"
    if at is not None and (
        part := next((i for i in range(at + 1, at + PART) if lead[i : i + 1] and lead[i] in words("parts", language)), None)
    ):
        return _meant(tokens, begin + part + 1, figure.first, language)
    small = either(words("relatives", language), words("before_holding", language), frozenset({","}))
    while lead and lead[0] in small:
        lead = lead[1:]
    holding = either(words("holds", language), words("buys", language), words("takes", language))
    near = bool(lead) and lead[0] in holding and len(lead) <= HELD
    return near and _meant(tokens, figure.behind, figure.last + HELD + PART, language)


def _meant(tokens: list[str], low: int, high: int, language: str) -> bool:
    """Whether a part between two tokens is one of what no name stands for: "percent stake in the Swiss retailer"."""
    commons, links = words("commons", language), words("part_links", language)
    link = next((i for i in range(low, min(high, low + PART)) if tokens[i : i + 1] and tokens[i] in links), None)
    if link is None or tokens[link + 1 : link + 2] != ["the"]:
        return False
    end = next((i for i in range(link + 2, min(high, len(tokens), link + HELD)) if tokens[i] in commons), None)
    if end is None or not words("prepositions", language).isdisjoint(tokens[link + 2 : end]):
        return False
    return {",", "'s"}.isdisjoint(tokens[link + 2 : end]) and tokens[end + 1 : end + 2] != ["'s"]


def valued(figure: Figure, found: list[Party], named: str | None, company: str | None) -> str | None:
    """ "Analysts at Penwith value it at $2 billion": whom the word behind the verb means, and no one who values."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "market_value" or clue is None or clue.role != "verb" or clue.last >= figure.first:
        return None
    what = tokens[clue.first + 1 : clue.first + 3]
    if what[:1] != ["it"] and not (what[:1] == ["the"] and what[1:] != [] and what[1] in words("commons", language)):
        return None
    before = figure.previous.fact if figure.previous is not None else None
    if before is not None and before.indicator in ("share_price", "stake") and before.entity is not None:
        return before.entity  # "Arden shares rose 5 percent, valuing it at"
    here = {p.key for p in found if p.organisation and p.last < clue.first}
    return next((name for name in (named, company) if name is not None and name not in here), None)


def _part(figure: Figure, owner: str | None, holder: Party, rule: str, weight: float) -> bool:
    """Give a part its owner and who holds it."""
    figure.fact.entity = figure.fact.entity_id = owner
    figure.fact.partner = holder.key
    figure.because(f"entity: {rule}", weight)
    figure.because("partner: who holds a part of it")
    return True


def _gapped(figure: Figure, found: list[Party]) -> bool:
    """ "SoftBank holds 20% of the company and Uber 12%": a part of the same firm, told with who holds it and no verb."""
    before, language = figure.previous, figure.story.language
    if before is None or before.fact.indicator != "stake" or before.fact.partner is None or figure.money:
        return False
    holder = next((p for p in reversed(found) if p.first > before.last and p.last < figure.first), None)
    if holder is None or not 0 < len(figure.lead) <= GAP + holder.last - holder.first:
        return False
    tokens = figure.sentence.tokens
    around = [*tokens[before.last + 1 : holder.first], *tokens[holder.last + 1 : figure.first]]
    if figure.words("joins").isdisjoint(tokens[holder.first - 1 : holder.first]) and tokens[holder.first - 1] != ",":
        return False
    if any(c.first > before.last and c.last < figure.first for c in figure.sentence.of("finite")) or "its" in around or "owns" in around:
        return False
    if not words("holds", language).isdisjoint(around):
        return False
    figure.fact.indicator = "stake"
    return _part(figure, before.fact.entity, holder, "that of the part before it", 0.8)


def _bare(figure: Figure, found: list[Party], company: str | None) -> bool:
    """ "Temasek holds 18% of the shares", "Amazon, which owns 20%, has": a part of the firm that the story is about."""
    tokens, language = figure.sentence.tokens, figure.story.language
    rest, lead = words("rest_parts", language), figure.lead
    while lead and lead[-1] in rest:
        lead = lead[:-1]  # "holds the other 20 percent"
    if figure.fact.indicator != "stake" or figure.money or company is None or not lead or lead[-1] not in words("holds", language):
        return False
    if governed.which(tokens, figure.first - 1) is not None:
        return False  # "Penwith, in which it holds 20 percent, lost"
    behind = tokens[figure.behind : figure.last + HELD]
    if behind[:1] not in ([","], ["."], [";"]) and (behind[:1] != ["of"] or words("equities", language).isdisjoint(behind[1:4])):
        return False
    holder = next((p for p in reversed(found) if p.organisation and p.subject and p.last < figure.first), None)
    if holder is None or holder.key == company or any(p.organisation and holder.last < p.first < figure.first for p in found):
        return False
    if any(p.organisation and p.first > figure.last and p.first - figure.last < HELD for p in found) and behind[:1] == ["of"]:
        return False
    return _part(figure, company, holder, "the firm that the story is about, of which another holds a part", 0.75)
