"""Tariffs: whose they are is who imposes them; whom they hit is the other side."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import parties
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

HEAD = 3
"""Sentences that, with the title, tell who imposes the tariffs of a story."""

IMPOSES = 8
"""Tokens between a place and its verb of imposing."""

BEHIND = 11
"""Tokens between a tariff and the place behind it that it hits: "25% on all imports from Canada"."""

BEFORE = 20
"""Tokens between the place that a tariff hits and the rate."""

UNTOLD = frozenset({"other", "costs", "imports", "stake"})
"""What a rate is taken for where its sentence has no noun of a tariff."""

GOODS = frozenset({"imports", "exports", "tariff", "deal_value", "other", "output", "trade_turnover"})
"""What the sum of the goods is taken for on which a tariff is laid."""

LAID = 12
"""Tokens between a tariff and the sum of goods that it is laid on: "duties of 10% on about $5 billion of goods"."""

SENT = 5
"""Tokens between goods, or the verb that sends them, and where they go: "goods shipped from Peru to Chile"."""

ON = 4
"""Tokens between "on" and such a sum: "on a further $5 billion"."""


class Tariffs:
    """Settles `entity` and `partner` of the tariffs of a story; remembers who imposes them."""

    def __init__(self, story: Story) -> None:
        self.story, self.language = story, story.language
        head = story.head(HEAD)
        self.told = any(clue.key == "tariff" for sentence in head for clue in sentence.of("indicator"))
        self.imposer = self._imposer(head) if self.told else None
        others = {clue.key for clue in self.story.title.of("place")} - {self.imposer, "WLD"}
        self.target = others.pop() if len(others) == 1 else None

    def _imposer(self, head: list[Sentence]) -> str | None:
        """Whose president or government the head of the story names, else the place that imposes something there."""
        known: dict[str, str] = parties.places_of("imposers", self.language)
        first = self._acting(head[1:2])
        if first is not None and known.keys().isdisjoint(head[1].tokens):
            return first  # "The US has raised tariffs on Chinese goods. Beijing has vowed to retaliate."
        for sentence in head:
            tokens = sentence.tokens
            named = (
                i
                for i, token in enumerate(tokens)
                if token in known and not (i and tokens[i - 1] in words("beside_imposer", self.language))
            )
            if (at := next(named, None)) is not None:
                return known[tokens[at]]
        return self._acting(head[2:]) or self._of_title(head[0]) or self._entered(head)

    def _of_title(self, title: Sentence) -> str | None:
        """ "Peru fails to avert 39% Chilean tariff": whose a title calls it."""
        tariffs = {clue.first for clue in title.of("indicator") if clue.key == "tariff"}
        return next((place.key for place in title.of("place") if place.last + 1 in tariffs and place.role in ("names", "people")), None)

    def _entered(self, sentences: list[Sentence]) -> str | None:
        """ "The 39% levy on goods shipped from Peru to Chile", "goods entering Chile": the place that the goods of a tariff come into."""
        into = words("goods_into", self.language)
        for sentence in sentences:
            if not any(clue.key == "tariff" for clue in sentence.of("indicator")):
                continue
            tokens = sentence.tokens
            for place in sentence.of("place"):
                before = place.first - 1 - (tokens[place.first - 1 : place.first] == ["the"])
                if tokens[before] not in into or place.role not in ("names", "bodies"):
                    continue
                if tokens[before] != "to" or not words("goods_sent", self.language).isdisjoint(tokens[max(0, before - SENT) : before]):
                    return place.key
        return None

    def _acting(self, sentences: list[Sentence]) -> str | None:
        """The first place that imposes something in one of some sentences."""
        for sentence in sentences:
            found = parties.read(self.story, sentence)
            if (party := next((p for p in found if not p.organisation and self._imposes(p, sentence)), None)) is not None:
                return party.key
        return None

    def _imposes(self, party: Party, sentence: Sentence) -> bool:
        """ "China will impose", "US tariffs", "China's tariff"; but not "China faces a levy"."""
        behind = sentence.tokens[party.last + 1 : party.last + 1 + IMPOSES]
        if behind and behind[0] in words("facing", self.language):
            return False
        if any(
            c.key == "tariff" and c.first == party.last + 1 + (behind[:1] != [] and behind[0] in GENITIVE) for c in sentence.of("indicator")
        ):
            return True
        passives = words("passives", self.language)
        at = (i for i, token in enumerate(behind) if token in words("imposing", self.language))
        return party.subject and any(not i or behind[i - 1] not in passives for i in at)  # but not "Vietnam was hit with 46%"

    def settle(self, figure: Figure, found: list[Party]) -> bool:
        """Whether the figure is a tariff whose sides are known, or the sum of the goods that one is laid on."""
        fact, places = figure.fact, [p for p in found if not p.organisation]
        goods = figure.money and self._of_goods(figure)
        rate = fact.quantity.unit == "percent" and fact.statistic != "change" and figure.frame.move is None
        listed = self.told and rate and self._listed(figure, places)
        if not goods and not listed and fact.indicator != "tariff" and not (self.told and fact.indicator in UNTOLD and rate):
            return False
        here = next(
            (p for p in places if p.first < figure.first and p.first >= figure.clause[0] and self._imposes(p, figure.sentence)), None
        )
        imposer = here.key if here is not None else self.imposer
        hit = self._hit(figure, [p for p in places if p is not here and p.key not in (imposer, "WLD")])
        answers = here is not None and self.imposer not in (None, imposer)  # "Beijing retaliated with duties of 5%"
        if imposer is None or (
            hit is None
            and (not goods or figure.frame.move is not None)
            and (fact.indicator != "tariff" or (here is not None and not answers))
        ):
            return False
        other = hit.key if hit is not None else self.imposer if answers else self._same(figure, imposer)
        if goods:
            fact.indicator, fact.measure, fact.variant = "imports", "imports", ""
            figure.because("indicator: the goods that a tariff is laid on")
        elif fact.indicator != "tariff":
            if hit is None or not (listed or self._faces(figure, hit)):
                return False
            fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "tariff", "tariff", "", "level", None
            figure.because("indicator: a tariff that a place faces")
        fact.entity = fact.entity_id = imposer
        figure.because("entity: who imposes the tariff", 0.85)
        if other is not None:
            fact.partner = other
            figure.because("partner: whom the tariff hits")
        return True

    def _of_goods(self, figure: Figure) -> bool:
        """ "tariffs on $5 billion of goods", "duties of 10% on $5 billion worth of imports"."""
        if figure.fact.indicator not in GOODS or figure.fact.statistic != "level":
            return False
        tokens = figure.sentence.tokens
        low = max(0, figure.first - LAID)
        laid = any(c.key == "tariff" and low <= c.first < figure.first for c in figure.sentence.of("indicator"))
        near = tokens[max(low, figure.first - ON) : figure.first]
        return laid and not words("laid_on", self.language).isdisjoint(near) and "," not in near

    def _listed(self, figure: Figure, places: list[Party]) -> bool:
        """ "China 34%, Vietnam 46%", "China: 34%": one of several places, each right before its rate."""
        right = {p.last + 1 for p in places}
        beside = [self._right_before(figure, first, right) for first, _ in figure.spans]
        return beside[figure.index] and sum(beside) > 1 and figure.spans[figure.index][0] == figure.first

    def _right_before(self, figure: Figure, first: int, right: set[int]) -> bool:
        """Whether the figure at token `first` has a place right before it, but for a mark."""
        return first in right or (first - 1 in right and not figure.sentence.tokens[first - 1].isalnum())

    def _same(self, figure: Figure, imposer: str) -> str | None:
        """Whom the tariff before hits, where a sentence goes on with another ("to 25% from 10%"), else whom those of the story do."""
        previous = figure.previous
        if previous is not None and previous.fact.indicator == "tariff":
            return previous.fact.partner
        return self.target if self.target != imposer else None

    def _hit(self, figure: Figure, places: list[Party]) -> Party | None:
        """The place that a tariff hits: "20% on the EU", "imports from Canada", "Vietnam 46%", "Chinese goods"."""
        tokens, links = figure.sentence.tokens, words("hit_links", self.language)
        mentions = figure.story.mentions[figure.number]
        rates = (a for (a, _), m in zip(figure.spans, mentions, strict=True) if a > figure.last and not m.quantity.unit.isupper())
        until = min(rates, default=len(tokens))  # past the sum of its goods
        for party in places:
            if figure.last < party.first <= min(figure.last + BEHIND, until) and not links.isdisjoint(tokens[figure.behind : party.first]):
                if "," not in tokens[figure.behind : party.first]:
                    return party
        since = figure.previous.last if figure.previous is not None else -1
        before = [p for p in reversed(places) if since < p.first and p.last < figure.first and figure.first - p.last <= BEFORE]
        return next(
            (p for p in before if p.subject or p.role == "people" or not links.isdisjoint(tokens[max(0, p.first - 2) : p.first])), None
        )

    def _faces(self, figure: Figure, hit: Party) -> bool:
        """ "China will be charged 34%", "Vietnam 46%": whether a place is told the rate that it faces."""
        if hit.last >= figure.first:
            return False
        between = figure.sentence.tokens[hit.last + 1 : figure.first]
        listed = figure.previous is not None and figure.previous.fact.indicator == "tariff" and len(between) <= 1
        return listed or (hit.subject and not words("facing", self.language).isdisjoint(between))
