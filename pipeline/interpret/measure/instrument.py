"""What paper and what term a figure of the money market is about: "a 28-day securities repurchase pact", "bank bills in band one",
the maturities in a table of rates; and what bears an interest rate, not the yield of a bond."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, zip_longest

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAKEN = frozenset({"deal_value", "other"})
"""What a verb of buying says, and debt of which no more is told."""

BONDS = 10
"""Tokens behind a sum in which stands what it was paid for: "of long-dated UK gilts"."""

BOUGHT = 8
"""Tokens between a verb of buying and the sum that is bought for."""

WIDE = 5
"""Tokens between a term and its paper ("28-day securities repurchase")."""

FAR = 18
"""Tokens behind a "yield" in which the paper stands that it is the yield of."""

REMEMBERED = 3
"""Sentences over which bids go by the paper that was named before."""


SHORT = "shortage"
"""The variant of what the market lacks, however called."""


@cache
def words(name: str, language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("instruments", language)[name]["forms"])


class Instruments:
    """The papers that a story names with their terms; tells the variant of its figures of the money market."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.last: tuple[int, str] | None = None
        self.read: tuple[Sentence, list[tuple[int, int, str]]] | None = None

    def settle(self, figure: Figure) -> None:
        """Put the paper or its band into the variant of a figure that no more than the measure names."""
        fact, language = figure.fact, self.language
        if fact.indicator not in words("indicators", language):
            return
        rate = not figure.money
        if rate and (maturity := _row(figure, language)) is not None:
            fact.variant = maturity
            figure.because(f"variant: {maturity}, of its row")
            return
        if (band := _band(figure, language)) is not None:
            fact.variant = band
            figure.because(f"variant: {band}")
            return
        before = figure.earlier[-1] if figure.earlier else None
        if rate and before is not None and before.money and before.fact.indicator == "money_market" and _at(figure, before):
            fact.variant = before.fact.variant
            figure.because("variant: that of the sum it is the rate of")
            return
        if fact.variant and fact.variant.split()[-1] not in words("generic", language):
            return
        noun = fact.measure.split()[-1].casefold() if fact.measure.split() else ""
        if noun in words("states", language):
            if noun in words("short", language) and fact.indicator == "money_market":
                fact.variant = SHORT
            return
        if (paper := self._paper(figure, noun)) is not None:
            fact.variant = paper
            figure.because(f"variant: {paper}")

    def _paper(self, figure: Figure, noun: str) -> str | None:
        """The paper with a term that a sentence names behind the figure, else before it; for bids the one named last in the story."""
        if self.read is None or self.read[0] is not figure.sentence:
            self.read = figure.sentence, _papers(figure.sentence, figure.story.text, self.language)
            if self.read[1]:
                self.last = figure.number, self.read[1][-1][2]
        found = self.read[1]
        if found:
            tokens, compared = figure.sentence.tokens, words("compared", self.language)
            behind = next(((first, p) for first, _, p in found if first >= figure.first), None)
            if behind is not None and compared.isdisjoint(tokens[figure.behind : behind[0]]):
                return behind[1]
            return next((p for first, _, p in reversed(found) if first < figure.first), None)
        if self.last is None or figure.number - self.last[0] > REMEMBERED or not figure.money:
            return None
        return self.last[1] if noun in words("passed_on", self.language) else None


def _papers(sentence: Sentence, text: str, language: str) -> list[tuple[int, int, str]]:
    """The papers of a sentence that are named with their term, from left to right: their tokens and how they are called."""
    tokens = sentence.tokens
    terms, papers = words("terms", language), words("papers", language)
    found: list[tuple[int, int, str]] = []
    for i, token in enumerate(tokens):
        if token not in terms or i < 1:
            continue
        first = i - 2 if tokens[i - 1] == "-" else i - 1
        if first < 0 or not (tokens[first].isdigit() or tokens[first] in closed("counts", language)):
            continue
        last = next((k for k in range(i + 1, min(len(tokens), i + WIDE)) if tokens[k] in papers), None)
        if last is None or not all(t[0].isalnum() for t in tokens[i + 1 : last]):
            continue
        if last + 1 < len(tokens) and tokens[last + 1] in words("contracts", language):
            last += 1
        found.append((first, last, " ".join(text[sentence.starts[first] : sentence.ends[last]].split())))
    return found


def _at(figure: Figure, before: Figure) -> bool:
    """Whether a rate is that of the sum right before it: "40 mln stg in band two at 11-3/8 pct"."""
    tokens = figure.sentence.tokens
    between = tokens[before.last + 1 : figure.first]
    if "at" not in between or any(before.last < c.first < figure.first for c in figure.sentence.of("finite")):
        return False
    clue = figure.clue
    named = bool(figure.fact.variant) and clue is not None and clue.first > before.last  # "with federal funds high at 6 pct"
    return not named and (between[-1] == "at" or not figure.fact.variant)


def _band(figure: Figure, language: str) -> str | None:
    """The bills and the band of a sum: "65 mln stg in band one"."""
    tokens, bands = figure.sentence.tokens, words("bands", language)
    limit = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    at = next((i for i in range(figure.behind, min(limit, len(tokens) - 1)) if tokens[i] in bands), None)
    if at is None or not figure.money:
        return None
    band = f"{tokens[at]} {tokens[at + 1]}"
    papers = [c for c in figure.sentence.of("indicator") if c.first < at and c.key == "money_market" and tokens[c.last] != "outright"]
    bills = next((i for i in range(at, 0, -1) if tokens[i] == "bills"), None)
    if bills is None:
        return f"{tokens[papers[-1].last]}, {band}" if papers else band
    first = bills - 1 - (tokens[bills - 2] == "local")
    return f"{' '.join(tokens[first : bills + 1])}, {band}"


def _row(figure: Figure, language: str) -> str | None:
    """The maturity in the row of a table: "30-69 days  5.92 pct", or "5.92 pct  30-69 days"."""
    sentence, text = figure.sentence, figure.story.text
    tokens, days = sentence.tokens, words("terms", language)
    at = figure.first - 1
    if at >= 3 and tokens[at] in days and tokens[at - 2] == "-" and tokens[at - 1].isdigit() and tokens[at - 3].isdigit():
        if "\n" not in text[sentence.ends[at] : sentence.starts[figure.first]]:
            return f"{tokens[at - 3]}-{tokens[at - 1]} {tokens[at]}"
    at = figure.behind
    if at + 3 < len(tokens) and tokens[at + 1] == "-" and tokens[at + 3] in days and tokens[at].isdigit() and tokens[at + 2].isdigit():
        if "\n" not in text[sentence.ends[figure.last] : sentence.starts[at]]:
            return f"{tokens[at]}-{tokens[at + 2]} {tokens[at + 3]}"
    return None


def of_market(figure: Figure, theme: list[str]) -> bool:
    """Whether an offer or a bid is one in the money market: that is what the story is about, and it tells no price of a share."""
    return figure.fact.quantity.per is None and "money_market" in theme and "deal_value" not in theme


def of_bills(figure: Figure, clue: Clue, language: str) -> bool:
    """Whether a yield is that of bills, certificates or a repurchase: an interest rate."""
    tokens = figure.sentence.tokens
    bonds = {
        i + 1
        for i, pair in enumerate(pairwise(tokens))
        if pair[0] in words("of_bonds", language) and pair[1] in words("as_paper", language)
    }
    around = [
        token
        for i, token in enumerate(tokens[: figure.behind + FAR])
        if not clue.first <= i <= clue.last and i not in bonds  # "yields on two-year paper", "the senior unsecured paper"
    ]
    if not words("years", language).isdisjoint(tokens[max(0, clue.first - WIDE) : clue.first]):
        return False  # "10-year paper was yielding 4 pct"
    return not words("yielding", language).isdisjoint(around) and words("bonds", language).isdisjoint(around)


def central_bank(tokens: list[str], language: str) -> int | None:
    """Where a central bank, by name or as such, stands first among tokens."""
    banks = words("buyers", language)
    found = zip_longest(tokens, tokens[1:], tokens[2:])
    return next(
        (i for i, (a, b, c) in enumerate(found) if a in banks or f"{a} {b}" in banks or (a == "bank" and f"{a} {b} {c}" in banks)), None
    )


def of_purchases(figure: Figure, indicator: str, language: str) -> bool:
    """ "The Fed has bought $1.4 trillion in mortgage debt": whether what a central bank buys is told, its purchase of bonds.

    Where only the verb says what it did ("bought £1.4bn of long-dated gilts") bonds must stand behind; "and $200 billion of agency
    debt" is bought as what stands before it.
    """
    tokens = figure.sentence.tokens
    more = not words("more_of_it", language).isdisjoint(figure.lead[-1:])  # "decided to buy an additional $5 billion"
    if indicator in TAKEN and not more and words("bought_at", language).isdisjoint(tokens[figure.behind : figure.last + BONDS]):
        return False
    low = max(figure.clause[0], figure.first - BOUGHT)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words("buying", language)), None)
    if at is None or any(at < first < figure.first for first, _ in figure.spans):
        before = figure.previous
        return (
            before is not None
            and before.fact.indicator == "money_market"
            and not {"and", ","}.isdisjoint(figure.lead[-2:])
            and len(figure.lead) <= BOUGHT
        )
    return central_bank([*tokens[:at], *figure.story.title.tokens], language) is not None
