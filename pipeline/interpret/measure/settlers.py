"""The rules that read again what a figure measures, once its noun or verb has spoken, in the order in which they speak."""

from __future__ import annotations

from pipeline.interpret.measure import (
    appraised,
    bought,
    doings,
    driver,
    flows,
    funds,
    hourly,
    litigation,
    made,
    new_shares,
    offered,
    raises,
    retraced,
    shrunk,
    sized,
    supplied,
    tallied,
    traded,
    works,
)

SETTLERS = (
    appraised,
    made,
    new_shares,
    offered,
    litigation,
    sized,
    retraced,
    shrunk,
    raises,
    doings,
    bought,
    traded,
    works,
    tallied,
    driver,
    funds,
    flows,
    supplied,
    hourly,
)
