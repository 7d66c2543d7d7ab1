"""How the figures of a sentence belong together, and whether what they say adds up."""

from __future__ import annotations

from decimal import Decimal

from pipeline.model import Fact

ONE = Decimal(1)


def link(facts: list[Fact], text: str) -> None:
    """Link restatements, growths with their levels, and revisions, in place; add the arithmetic that was tried."""
    for i, fact in enumerate(facts):
        previous = facts[i - 1] if i else None
        if previous is None or fact.sentence != previous.sentence:
            continue
        between = text[previous.mention.span.end : fact.mention.span.start].casefold().split()
        if (
            between in (["("], [",", "or"], ["or"])
            or between == []
            or (between[-1:] == ["or"] and len(between) <= 4)
            or between[-1:] == ["(or"]
        ):
            kind = "restates" if _restates(previous, fact) else "relates"
            _join(previous, fact, kind)
        if previous.statistic in ("growth", "change") and fact.statistic == "level" and fact.indicator == previous.indicator:
            _join(previous, fact, "leads to", "results from")
            base = facts[i + 1] if i + 1 < len(facts) and facts[i + 1].sentence == fact.sentence else None
            if (
                base is not None
                and base.statistic == "level"
                and base.quantity.unit == fact.quantity.unit
                and base.indicator == fact.indicator
            ):
                _join(fact, base, "compares with")
                _adds_up(previous, fact, base)


def _restates(a: Fact, b: Fact) -> bool:
    return a.statistic == b.statistic or {a.statistic, b.statistic} <= {"growth", "change"}


def _join(a: Fact, b: Fact, kind: str, back: str | None = None) -> None:
    if all(other != b.id for _, other in a.links):
        a.links.append((kind, b.id))
        b.links.append((back or kind, a.id))


def _adds_up(step: Fact, value: Fact, base: Fact) -> None:
    """Check "rose 5 pct to 3.1 billion from 2.9" within the printed precision, and write the arithmetic on all three."""
    if step.quantity.unit != "percent" or not base.quantity.low or step.quantity.low != step.quantity.high:
        return
    half = Decimal("0.5")
    least = ((value.quantity.low - half * value.mention.precision) / (base.quantity.low + half * base.mention.precision) - ONE) * 100
    most = (
        (value.quantity.low + half * value.mention.precision) / max(base.quantity.low - half * base.mention.precision, Decimal("1e-9"))
        - ONE
    ) * 100
    said = step.quantity.low if step.direction != "down" else -step.quantity.low
    slack = half * step.mention.precision
    fits = least - slack <= said <= most + slack
    words = f"{value.mention.text} over {base.mention.text} is {_percent(least)} to {_percent(most)}; said: {_percent(said)}: {'adds up' if fits else 'does not add up'}"
    for fact in (step, value, base):
        fact.checks.append(" ".join(words.split()))


def _percent(value: Decimal) -> str:
    return f"{value:+.2f} %"
