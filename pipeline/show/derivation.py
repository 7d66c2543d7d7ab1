"""How a fact came about."""

from __future__ import annotations

from pipeline.facts import Reading
from pipeline.read.pages import page_of
from pipeline.recognise import contest
from pipeline.record import plain
from pipeline.show.cleaned import cleaned


def derivation(reading: Reading, show_clean: bool) -> str:
    """How each fact of a document came about: its words, what they are taken to mean, and the rule behind each step; before them its text with what was masked, where asked."""
    lines: list[str] = []
    lost = contest(reading.text, reading.language) if reading.facts else {}
    when = reading.published
    lines.append(f"published {when.text or 'unknown'} ({when.source}{f': {when.evidence}' if when.evidence else ''})")
    for name, source in reading.document.told.items():
        lines.append(f"{name:9} {' '.join(getattr(reading.document, name).split())[:90]} ({source})")
    if show_clean:
        lines += ["", *cleaned(reading.document.text, reading.masked)]
    for fact in reading.facts:
        q = fact.quantity
        value = plain(q.low) if q.low == q.high else f"{plain(q.low)} to {plain(q.high)}"
        page = page_of(reading.document.text, fact.mention.span.start)
        where = f"[{fact.mention.span.start}:{fact.mention.span.end}]{f', page {page}' if page else ''}"
        lines += ["", f"{' '.join(fact.mention.text.split())}  {where}"]
        meaning = [
            (
                "value",
                f"{value} {q.unit}{f' per {q.per}' if q.per else ''}{'' if fact.approximation == 'exact' else f', {fact.approximation}'}",
            )
        ]
        meaning += [
            (name, str(getattr(fact, name)))
            for name in (
                "indicator",
                "variant",
                "measure",
                "statistic",
                "direction",
                "status",
                "revision",
                "period",
                "basis",
                "entity",
                "partner",
                "attribution",
                "balance",
            )
            if getattr(fact, name)
        ]
        meaning.append(("confidence", f"{fact.confidence:.2f}"))
        lines += [f"  {name:12}{text}" for name, text in meaning]
        lines += [f"  because     {rule}" for rule in fact.rules]
        lines += [f"  lost        {rule}" for rule in lost.get(fact.mention.span.start, ())]
        lines += [f"  or          {', '.join(f'{k} {v}' for k, v in second.items())}" for second in fact.alternatives]
        lines += [f"  check       {check}" for check in fact.checks]
        lines += [
            f"  {kind:14}{next((' '.join(f.mention.text.split()) for f in reading.facts if f.id == other), other)}"
            for kind, other in fact.links
        ]
    if not reading.facts:
        lines.append("no figures")
    return "\n".join(lines)
