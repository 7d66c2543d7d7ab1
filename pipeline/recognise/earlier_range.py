"""The range that another was before: "cut its outlook to $1.80 to $1.95 a share from $2.05 to $2.20" moves from no bound to the other."""

from __future__ import annotations

from pipeline.recognise.money import APART as SUMS
from pipeline.recognise.percent import APART as RATES
from pipeline.recognise.rule import Reading

REACH = 40
"""Characters between the two ranges: "per share in the first quarter, down"."""

STOPS = frozenset(".;:()")
"""What no range is set against another past."""

NAME = "from $5bn to $7bn, as a range"


def join(text: str, readings: list[Reading], _language: str) -> list[Reading]:
    """The readings, with two bounds behind "from" made one where a range stands right before them."""
    if not any(reading.rule in (SUMS, RATES) for reading in readings):
        return readings
    made: list[Reading] = []
    for reading in readings:
        last = made[-1] if made else None
        if last is not None and len(made) > 1 and _bounds(last, reading) and _before(text, made[-2], last):
            made[-1] = last._replace(end=reading.end, high=reading.high, rule=NAME)
        else:
            made.append(reading)
    return made


def _bounds(low: Reading, high: Reading) -> bool:
    """Whether two readings are those of one "from … to …", the lower first."""
    return low.rule == high.rule and low.rule in (SUMS, RATES) and low.units == high.units and low.low < high.high


def _before(text: str, earlier: Reading, low: Reading) -> bool:
    """Whether a range of the same unit stands right before."""
    between = text[earlier.end : low.start]
    return earlier.low < earlier.high and earlier.units == low.units and len(between) <= REACH and STOPS.isdisjoint(between)
