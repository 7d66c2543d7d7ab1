"""Corrections: what became of them in a run, and what a new one will change."""

from __future__ import annotations

from pathlib import Path

from pipeline.corrections.apply import Outcome
from pipeline.corrections.propose import Proposed
from pipeline.show.tables import cell


def corrected(outcome: Outcome) -> list[str]:
    """What became of the corrections; nothing where there are none."""
    lines = []
    if outcome.applied or outcome.refused:
        short = f"; {len(outcome.refused):,} not applied:" if outcome.refused else ""
        lines.append(f"corrected {outcome.facts:,} facts by {outcome.applied:,} corrections{short}")
    lines += [f"          correction {c.number} ({c.about}): {cell(why)}" for c, why in outcome.refused]
    if outcome.undone:
        lines.append(f"undone    {outcome.undone:,} facts that were corrected before are as read again")
    return lines


def proposed(made: Proposed, path: Path) -> str:
    """What a new correction changes, where it was written, and when it takes effect."""
    told = made.changes
    if len({(before, after) for name, before, after in told if name in ("low", "high")}) == 1:  # a plain figure has one value
        told = [("value" if name == "low" else name, before, after) for name, before, after in told if name != "high"]
    lines = [
        ("fact", f"{made.reading['fact'][:12]}  {made.correction.quote}"),
        ("story", ", ".join(made.story[name] for name in ("story", "publisher", "published") if made.story[name])),
        ("sentence", made.correction.sentence),
        *((name if name != "fact" else "it", f"{before} → {after}") for name, before, after in told),
        ("written", f"correction {made.correction.number} in {path}; the next `statwire run` applies it"),
    ]
    return "\n".join(f"{name:14}{cell(text)}" for name, text in lines)
