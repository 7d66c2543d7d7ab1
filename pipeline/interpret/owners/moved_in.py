"""Whose a step is that is told behind its noun, beside that of all: "led by a 47 percent drop at Arden", "pulled down by a 20 percent fall in
Peru", "with Arden down 45 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, behind_ticker, describing, leading, words
from pipeline.interpret.times.breath import sets_of

SOLD = ("retail_sales", "revenue", "profit", "loss")
"""What is sold, by shops or by firms, and what is earned on it."""

SALES = ("retail_sales", "revenue")
"""What is sold, by all or by one."""

BASE = 6
"""Tokens from what a step is over to the place behind it."""

PLACED = frozenset({"gdp", "consumer_prices", "retail_sales", "housing", "house_prices", "industrial_production", "unemployment", "wages"})
"""What is one place's in which it moves: "a 20 percent fall in Peru" of exports may be of what is sent there."""


def party(figure: Figure, found: list[Party]) -> Party | None:
    """The place or the organisation behind the noun of a step."""
    return _place(figure, found) or _past_base(figure, found) or _firm(figure, found)


def _firm(figure: Figure, found: list[Party]) -> Party | None:
    """The organisation in "an 11 percent jump in Arden Inc (ARD.N)" and "a 4 percent fall for Penwith", whose share moved; in "led by a 9
    percent drop at Arden", whose sales did."""
    move, tokens, language = figure.frame.move, figure.sentence.tokens, figure.story.language
    links = {"share_price": "moved_in", **dict.fromkeys(SOLD, "moved_at")}.get(figure.fact.indicator)
    if links is None or figure.frame.role not in ("moved", "compared") or move is None or move.first < figure.last:
        return None
    if words(links, language).isdisjoint(tokens[move.last + 1 : move.last + 2]):
        return None
    firm = next((p for p in found if p.organisation and p.first > move.last + 1), None)
    if firm is None or any(figure.last < a < firm.first for a, _ in figure.spans):
        return None
    return firm if leading(tokens, firm.first, describing(figure.sentence), language) == move.last + 1 else None


def sold_by(figure: Figure, found: list[Party]) -> Party | None:
    """ "U.S. car sales fell, led by a 47 percent drop at Arden", "with Arden down 45 percent": the firm whose sales are told beside those of all."""
    if figure.fact.indicator not in SALES or figure.fact.statistic != "growth":
        return None
    tokens, step = figure.sentence.tokens, next((c for c in figure.sentence.of("direction") if c.last == figure.first - 1), None)
    if step is None or not (parties := [p for p in found if p.organisation and behind_ticker(tokens, p.last + 1) == step.first]):
        return _firm(figure, found)
    led = leading(tokens, parties[0].first, describing(figure.sentence), figure.story.language)
    return parties[0] if tokens[led] in words("sold_with", figure.story.language) else None


def _place(figure: Figure, found: list[Party]) -> Party | None:
    """ "Sales worldwide fell 13 percent, pulled down by a 20 percent drop in Peru": the place right behind the noun of a second step."""
    move, tokens, previous = figure.frame.move, figure.sentence.tokens, figure.previous
    if previous is None or move is None or move.first < figure.last or previous.fact.indicator != figure.fact.indicator:
        return None
    if figure.fact.indicator not in PLACED or tokens[move.last + 1 : move.last + 2] != ["in"]:
        return None
    at = move.last + 2 + (tokens[move.last + 2 : move.last + 3] == ["the"])
    return next((p for p in found if p.first == at and not p.organisation and p.role == "names" and not p.owns), None)


def _past_base(figure: Figure, found: list[Party]) -> Party | None:
    """ "up 75 percent from a year earlier in Peru": the place behind the words for what a step is over."""
    tokens, at = figure.sentence.tokens, figure.behind
    if figure.fact.indicator not in PLACED or tokens[at : at + 1] == [] or tokens[at] not in sets_of(figure).base:
        return None
    until = next((first for first, _ in figure.spans if first > at), len(tokens))
    for i in range(at + 1, min(until, at + BASE)):
        if not tokens[i].isalnum():
            return None
        if tokens[i] in words("places_at", figure.story.language):
            at = i + 1 + (tokens[i + 1 : i + 2] == ["the"])
            return next((p for p in found if p.first == at and not p.organisation and p.role == "names" and not p.owns), None)
    return None
