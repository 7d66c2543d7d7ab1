"""What towns have: of rents, taxes, budgets and visitors news tells theirs and not their nation's."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import cities
from pipeline.interpret.owners.parties import Party
from pipeline.interpret.story import Story

HOMES = frozenset({"house_prices", "housing"})
"""What is told of towns in the stories of nations too."""

PRICES = "consumer_prices"
"""What a town has of its own where its story begins with it: elsewhere in one inflation is the nation's."""

RATES = frozenset({"unemployment", "consumer_prices"})
"""What is told of a town beside its nation, where the town has it or it is told there: "Detroit's jobless rate", "in Penwith County"."""

OWN = HOMES | {
    "consumer_prices",
    "tax_rate",
    "tax_revenue",
    "government_spending",
    "budget_balance",
    "public_debt",
    "unemployment",
    "employment",
    "wages",
    "gdp",
    "subsidy",
    "aid",
    "consumer_spending",
    "retail_sales",
    "capacity_use",
    "lending",
    "debt_issue",
    "tariff",
    "revenue",
    "investment",
    "costs",
    "commodity_price",
    "other",
}
"""What is told of towns in stories of towns."""


def _balance(figure: Figure) -> bool:
    """ "It ended the year with a $9 million surplus": of a town, whatever a nation's would be."""
    return figure.fact.indicator == "trade_balance" and figure.clue is not None and figure.clue.role == "loose"


class Towns:
    """The towns of a story as parties of its sentences."""

    def __init__(self, story: Story, company: str | None) -> None:
        self.story = story
        self.main = story.town.name if story.town is not None and company is None else None
        heads = story.head(1) if self.main is not None else []
        indices = lexicon.sets("owner", story.language)["indices_of_nations"]
        self.prices = any(not indices.isdisjoint(sentence.tokens) for sentence in heads)

    def named(self, sentence: Sentence, found: list[Party], *, homes: bool = False) -> list[Party]:
        """The parties of a sentence, its towns among them; those that are only told as places are where `homes` are spoken of."""
        here = [town for town in self.story.towns if sentence.start <= town.start < sentence.end and (town.known or homes)]
        if not here:
            return found
        language = self.story.language
        owner = lexicon.sets("owner", language)
        verbs = {c.first for kind in ("finite", "attribution") for c in sentence.of(kind)}
        verbs.update(c.first for c in sentence.of("direction") if c.role != "nouns")
        towns: list[Party] = []
        for town in here:
            first, last = sentence.token_at(town.start), sentence.token_at(town.end - 1)
            if any((p.organisation or not p.key.isupper()) and p.first <= last and first <= p.last for p in found):
                continue
            tokens, before = sentence.tokens, first - 1
            while before >= 0 and tokens[before] in owner["articles"]:
                before -= 1
            after = last + 1 + (tokens[last + 1 : last + 2] != [] and tokens[last + 1] in owner["town_kinds"])
            behind = tokens[after] if after < len(tokens) else ""
            if (
                (behind in owner["offices"] and behind not in owner["state_kinds"])
                or behind in owner["compounds"]
                or tokens[last + 1 : last + 2] == ["-"]
            ):
                continue  # "the Boston-based lender", "a Leeds court"
            led = tokens[before] if before >= 0 else ""
            if led in owner["beyond"]:
                continue  # "outside Penwith, rents fell"
            towns.append(
                Party(
                    first,
                    last,
                    town.name,
                    "names",
                    led not in owner["prepositions"],
                    after in verbs or behind in owner["acting"],
                    behind in GENITIVE,
                    False,
                )
            )
        kept = [p for p in found if not any(t.first <= p.last and p.first <= t.last for t in towns)]
        return sorted([*kept, *towns], key=lambda p: (p.first, p.last))

    def beside(self, figure: Figure, found: list[Party]) -> list[Party]:
        """The parties that a figure may belong to, towns among them where it measures what they have."""
        indicator = figure.fact.indicator
        if indicator in HOMES or (indicator in OWN and self.main is not None):
            return self.named(figure.sentence, found, homes=indicator in HOMES)
        if indicator in RATES or indicator in cities.OWNED:
            tokens, at = figure.sentence.tokens, lexicon.sets("owner", self.story.language)["places_at"]
            towns, rate = self.named(figure.sentence, found), indicator in RATES
            return [p for p in towns if p in found or p.owns or (rate and (p.acts or tokens[p.first - 1] in at))]
        return found

    def of(self, figure: Figure) -> str | None:
        """The town that a story is about, where a figure may be its own and no nation's."""
        if self.main is None or not (figure.fact.indicator in OWN or _balance(figure)):
            return None
        known = lexicon.sets("owner", self.story.language)
        if not known["statewide"].isdisjoint(figure.sentence.tokens):
            return self.state()
        measured = figure.fact.measure.casefold().split()
        if figure.fact.indicator == PRICES and not self.prices and not known["indices_of_nations"].isdisjoint(measured):
            return None
        tokens = figure.sentence.tokens
        first = self.main.casefold().split()[0]
        without = any(token == first and i and tokens[i - 1] in known["without"] for i, token in enumerate(tokens))
        return self.main if known["nationwide"].isdisjoint(tokens) and not without else None

    def state(self) -> str | None:
        """The state that the story names besides its town."""
        states = {form for entry in lexicon.entries("states", self.story.language).values() for form in entry["forms"]}
        return next((town.name for town in self.story.towns if town.name in states), None)

    def before(self, figure: Figure, found: list[Party]) -> str | None:
        """The town in "flats in Penwith cost £900", that of the clause before a figure."""
        of_home = figure.fact.indicator == "commodity_price"
        if self.main is None and not of_home and figure.clue is not None and figure.clue.start >= figure.sentence.start:
            return None
        tokens, at = figure.sentence.tokens, lexicon.sets("owner", figure.story.language)["places_at"]
        low = max(figure.clause[0], figure.previous.last) if figure.previous is not None else 0
        return next(
            (
                p.key
                for p in reversed(found)
                if not (p.organisation or p.key.isupper())
                and p.role == "names"
                and low <= p.first < figure.first
                and tokens[p.first - 1] in at
            ),
            None,
        )
