"""The other side of trade: whom a place sells to, buys from, or trades with."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import other_sides, routes, traded_lists
from pipeline.interpret.owners.bilateral import Bilateral
from pipeline.interpret.owners.by_turn import by_turn
from pipeline.interpret.owners.parties import Party, led, words
from pipeline.interpret.story import Story

TRADE = frozenset({"exports", "imports", "trade_balance", "trade_turnover", "tariff"})

SENT = 3
"""Tokens from the word for what is sent to the place behind it: "exports to mainland Peru"."""

NEAR = 5
"""Tokens between a flow of trade and its other side."""


def traded_with(figure: Figure, party: Party, found: list[Party]) -> bool:
    """Whether a place is one of those behind "with" that the figure's owner trades with: "trade with Peru, Chile and the EU"."""
    sentence, language = figure.sentence, figure.story.language
    return (
        figure.fact.indicator in TRADE
        and not party.organisation
        and led(party, found, sentence.tokens, language) in words("trade_with", language)
    )


def tokens_of(figure: Figure) -> set[str]:
    """The words of the noun that governs a figure."""
    clue = figure.clue
    return set(figure.sentence.tokens[clue.first : clue.last + 1]) if clue is not None else set()


THOSE = 3
"""Tokens between "those" and the other side: "while those to the Far East fell"."""

FRONTED = 4
"""Tokens between the other side, told first, and the flow."""

WORTH = 12
"""Tokens between a tariff, or the worth of goods, and the place the goods are from."""

CARRIED = 400
"""Characters over which "the surplus" is still the one with the place named before."""

NEXT = 1
"""Sentences over which a list of other sides goes on."""

HYPHENED = 3
"""Tokens between two places and what they trade."""

TITLED = 3
"""Tokens of a title between whose goods are traded and what they are."""


def other_side(figure: Figure, found: list[Party], place: str) -> bool:
    """ "Exports to Peru rose 5 pct", in a story of Peru's or of a firm that sells there: whether a place only takes what is sent."""
    clue, tokens, links = figure.clue, figure.sentence.tokens, words("trade_links", figure.story.language)
    if clue is None or figure.fact.indicator not in ("exports", "imports"):
        return False
    return any(p.key == place and 0 < p.first - clue.last <= SENT and tokens[p.first - 1] in links for p in found)


class Trade:
    """Settles `partner` of trade, and the owner of what two countries trade; remembers the pair a story speaks of."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.between = Bilateral()
        self.pair: tuple[str, str] | None = None
        self.titled = self._titled()
        self.named: tuple[str, int] | None = None
        """The other side that was named last, and where its sentence begins."""
        self.sold: tuple[int, str] | None = None
        """The sentence that told a trade by its other side, and whose it was."""
        self.dealt: set[str] = set()
        """The two places whose trade was told last."""

    def _titled(self) -> str | None:
        """Whose goods the title speaks of: "SPAIN TO BUY DANISH BEEF", "DANISH BEEF EXPORTS RISE"."""
        title, wares = self.story.title, words("wares", self.language)
        goods = (c for c in title.of("place") if not wares.isdisjoint(title.tokens[c.last + 1 : c.last + 1 + TITLED]))
        return next((c.key for c in goods), None)

    def before(self, sentence: Sentence, found: list[Party]) -> None:
        """Note a pair of places that a sentence names."""
        places = [p for p in found if not p.organisation]
        for one, other in pairwise(places):
            if sentence.tokens[one.last + 1 : other.first] == ["and"] and one.key != other.key:
                self.pair = (one.key, other.key)
        self._note(sentence, places)

    def _note(self, sentence: Sentence, places: list[Party]) -> None:
        """Remember whom a sentence names behind a flow of trade ("its trade surplus with Peru"): the next may say "the surplus"."""
        if not places:
            return
        for clue in sentence.of("indicator"):
            if clue.key in TRADE:
                for party in places:
                    if 0 < party.first - clue.last <= NEAR and "with" in sentence.tokens[clue.last + 1 : party.first]:
                        self.named = (party.key, sentence.start)
                        return

    def settle(self, figure: Figure, found: list[Party]) -> None:
        """Settle the other side, and remember whose trade was told by it."""
        self._settle(figure, found)
        self.between.settle(figure, [p for p in found if not p.organisation])
        fact = figure.fact
        if fact.indicator in TRADE and fact.entity and fact.partner:
            self.sold = figure.number, fact.entity
            self.dealt = {fact.entity, fact.partner}

    def gone_on(self, figure: Figure, party: Party) -> str | None:
        """ "Exports to Peru fell 2 pct. Chile was a bright spot, growing 3 pct": whose trade it is, where a place is the next other side."""
        if self.sold is None or figure.fact.indicator not in TRADE or not 0 <= figure.number - self.sold[0] <= NEXT:
            return None
        carried = "indicator: carried over from the figure before" in figure.fact.rules
        return self.sold[1] if carried and not party.owns and party.key != self.sold[1] else None

    def told_by(self, figure: Figure, party: Party, found: list[Party], place: str | None) -> str | None:
        """ "Peru accounts for 4 pct of the exports", "trade with Peru made up 5 pct": whose trade it is that is told by its other side."""
        tokens = figure.sentence.tokens
        between, own = tokens[party.last + 1 : figure.first], words("possessives", self.language)
        if figure.fact.indicator not in TRADE or party.owns or words("parts_of_trade", self.language).isdisjoint(between[-NEAR:]):
            return None
        if "that" in between or not own.isdisjoint(between) or not own.isdisjoint(tokens[figure.behind : figure.last + NEAR]):
            return None  # "whose mines provide 5 percent of its exports"
        if figure.fact.statistic != "share" and words("market_of", self.language).isdisjoint(between):
            return None
        owner = self.sold[1] if self.sold is not None else place
        return owner if owner != party.key and (party.subject or traded_with(figure, party, found)) else None

    def _mutual(self, figure: Figure, places: list[Party]) -> str | None:
        """ "bilateral trade reached": the other side is that of the trade told before."""
        tokens, clue, fact = figure.sentence.tokens, figure.clue, figure.fact
        if clue is None or fact.entity is None or fact.statistic == "share" or not words("in_all", self.language).isdisjoint(figure.lead):
            return None
        if words("mutual", self.language).isdisjoint(tokens[max(0, clue.first - FRONTED) : clue.last + 1]):
            return None
        two = self.dealt if fact.entity in self.dealt else set(self.pair or ())
        others = {p.key for p in places if p.key not in two}
        return next(iter(two - {fact.entity}), None) if fact.entity in two and not others else None

    def _settle(self, figure: Figure, found: list[Party]) -> None:
        fact, clue = figure.fact, figure.clue
        if clue is None and fact.indicator in ("exports", "imports"):
            fact.partner = self._sent(figure, found) or fact.partner
            return
        if clue is None or (
            fact.indicator not in TRADE and not (fact.indicator == "other" and tokens_of(figure) & words("flows", self.language))
        ):
            return
        tokens = figure.sentence.tokens
        places = [p for p in found if not p.organisation]
        if routes.settle(figure, places):
            fact.partner = self._those(figure, places) or fact.partner
            return
        pair = self._pair(figure, places) if fact.indicator == "trade_turnover" else None
        if fact.indicator == "trade_balance":
            pair = _hyphened(figure, places)
        if pair is not None:
            fact.entity = fact.entity_id = pair[0]
            fact.partner = pair[1]
            figure.because("entity: the two places that trade", 0.85)
            return
        turn = by_turn(figure, places)
        if turn is not None and turn.key != fact.entity and traded_with(figure, turn, found):
            fact.partner = turn.key
            figure.because("partner: whose turn it is of those traded with", 0.9)
            return
        if (other := other_sides.side(figure, places) or self._those(figure, places)) is not None:
            fact.partner = other
            figure.because("partner: named for this figure")
            return
        links = words("trade_with", self.language)
        wares = words("wares", self.language)
        for party in places:
            if party.key == fact.entity:
                continue
            near = 0 < party.first - clue.last <= NEAR or 0 < party.first - figure.last <= NEAR
            link = led(party, [], tokens, self.language)
            if link == "with" and traded_lists.takes(figure, party, fact.indicator):
                continue  # "exports rose to $18 billion, with Peru taking $2 billion"
            nouns = (c for c in figure.sentence.of("indicator") if c.role != "verb" and max(clue.last, figure.last) < c.first)
            if any(c.last < party.first for c in nouns):
                continue  # "exports fell 3 pct, with sales to China down 12 pct"
            if "with" in tokens[max(clue.last + 1, party.first - 4) : party.first]:
                link = "with"  # "trade with the 12 EC states"
            told = clue.role == "verb" and party.last < clue.first and link in words("trade_links", self.language)
            if told or (near and link in links and not self._step(figure, party)):
                fact.partner = party.key
                figure.because("partner: named after the noun")
                return
            if (
                link in words("fronted", self.language)
                and tokens[party.last + 1 : party.last + 2] == [","]
                and 0 < clue.first - party.last <= FRONTED
            ):
                fact.partner = party.key
                figure.because("partner: named before the noun")  # "with Peru, the deficit widened to"
                return
            if fact.indicator in ("imports", "tariff", "other") and 0 < party.first - figure.last <= NEAR:
                if any(t in wares for t in tokens[party.last + 1 : party.last + 3]):
                    fact.partner = party.key
                    figure.because("partner: whose goods they are")
                    return
            if fact.indicator in ("imports", "tariff") and self._worth(figure, party):
                fact.partner = party.key
                figure.because("partner: whose goods they are")
                return
        if (other := self._again(figure, places)) is not None:
            fact.partner = other
            figure.because("partner: the place named before it")
        elif (share := self._share(figure, places)) is not None:
            fact.partner = share
            figure.because("partner: whose part of the trade it is")
        elif (mutual := self._mutual(figure, places)) is not None:
            fact.partner = mutual
            figure.because("partner: that of the trade told before")
        elif tokens[clue.first - 1 : clue.first] == ["the"] and clue.first <= 3 and clue.last == clue.first and self.named is not None:
            if figure.sentence.start - self.named[1] <= CARRIED and self.named[0] != fact.entity:
                fact.partner = self.named[0]
                figure.because("partner: that of the sentence before")
        elif fact.indicator == "imports" and self.titled not in (None, fact.entity):
            fact.partner = self.titled
            figure.because("partner: whose goods the title names")

    def _sent(self, figure: Figure, found: list[Party]) -> str | None:
        """ "shipped $5 million of cereals to Peru": the place behind the sum, or that of the sum it grew to."""
        if figure.frame.anchor is not None:
            return figure.frame.anchor.fact.partner
        near = [p for p in found if not p.organisation and 0 < p.first - figure.last <= WORTH and p.key != figure.fact.entity]
        links = words("trade_links", self.language)
        return next((p.key for p in near if led(p, [], figure.sentence.tokens, self.language) in links), None)

    def _those(self, figure: Figure, places: list[Party]) -> str | None:
        """The other side of one figure of several: "while those to Peru rose 4 pct"."""
        tokens, low = figure.sentence.tokens, figure.previous.last if figure.previous is not None else -1
        those = words("those", self.language)
        for party in reversed(places):
            if low < party.first and party.last < figure.first and traded_with(figure, party, places):
                return None if those.isdisjoint(tokens[max(0, party.first - THOSE) : party.first]) else party.key
        return None

    def _again(self, figure: Figure, places: list[Party]) -> str | None:
        """ "imports from Peru rose, while exports to the country fell": the last place named before that is not the owner."""
        tokens, clue = figure.sentence.tokens, figure.clue
        assert clue is not None
        said = " ".join(tokens[clue.last + 1 : clue.last + 4])
        called = self._called(figure)
        if said not in words("that_place", self.language) and not called:
            return None
        before = next((p.key for p in reversed(places) if p.last < clue.first and p.key != figure.fact.entity), None)
        if before is not None or not called or figure.fact.entity not in self.dealt:
            return before
        return next(iter(self.dealt - {figure.fact.entity}), None)

    def _called(self, figure: Figure) -> bool:
        """ "the deficit with the East Asian manufacturer": whether a flow's other side is only called what it is."""
        tokens, clue = figure.sentence.tokens, figure.clue
        assert clue is not None
        links = words("trade_links", self.language)
        at = next((i for i in range(clue.first, clue.last + 2) if tokens[i : i + 1] and tokens[i] in links), None)
        if at is None or tokens[at + 1 : at + 2] not in (["the"], ["that"]):
            return False
        return not words("called_places", self.language).isdisjoint(tokens[at + 2 : at + 2 + NEAR])

    def _worth(self, figure: Figure, party: Party) -> bool:
        """ "tariffs on selected Japanese tools", "300 million dlrs worth of Japanese tools"."""
        tokens, clue = figure.sentence.tokens, figure.clue
        assert clue is not None
        if figure.last < party.first <= figure.last + WORTH and tokens[party.first - 2 : party.first] == ["worth", "of"]:
            return True
        goods = figure.fact.indicator == "tariff" and 0 < party.first - clue.last <= WORTH
        return goods and "on" in tokens[clue.last + 1 : party.first] and party.role in ("names", "people")

    def _share(self, figure: Figure, places: list[Party]) -> str | None:
        """The other side in "China accounted for 20 pct of Japan's trade", "18 pct for the U.S.", "accounted for by trade with the U.S."."""
        tokens, owner = figure.sentence.tokens, figure.fact.entity
        for party in places:
            if party.key == owner:
                continue
            behind = tokens[figure.behind : party.first]
            if 0 < party.first - figure.last <= 9 and not self._step(figure, party):
                if behind in (["for"], ["for", "the"]) or ("with" in behind[-2:] and "trade" in behind):
                    return party.key
            if party.last < figure.first and tokens[party.last + 1 : figure.first] in (["accounted", "for"], ["accounts", "for"]):
                return party.key
            market = set(tokens[party.last + 1 : figure.first]) & words("market_of", self.language)
            if party.subject and not party.owns and market and figure.previous is None:
                return party.key  # "Peru was the largest market for its exports with $5 million"
        return None

    def _step(self, figure: Figure, party: Party) -> bool:
        """Whether another figure stands between this one and the place."""
        return any(figure.last < a < party.first for a, _ in figure.spans)

    def _pair(self, figure: Figure, places: list[Party]) -> tuple[str, str] | None:
        """The pair of "trade between A and B", or of "the two countries"."""
        tokens, clue = figure.sentence.tokens, figure.clue
        assert clue is not None
        for one, other in pairwise(places):
            if clue.last < one.first <= clue.last + 4 and tokens[one.last + 1 : other.first] == ["and"]:
                if "between" in tokens[clue.last + 1 : one.first]:
                    return one.key, other.key
        if (pair := _hyphened(figure, places)) is not None:
            return pair
        two = figure.words("pair_of_places")
        if self.pair is not None and any(f"{a} {b}" in two for a, b in pairwise(tokens)):
            return self.pair
        return None


def _hyphened(figure: Figure, places: list[Party]) -> tuple[str, str] | None:
    """ "Norwegian-Peruvian trade", "the Norway-Peru trade gap": the two places that a hyphen joins before the flow between them."""
    tokens, clue = figure.sentence.tokens, figure.clue
    assert clue is not None
    for one, other in pairwise(places):
        hyphened = tokens[one.last + 1 : other.first] in (["-"], ["–"]) and 0 < clue.first - other.last <= HYPHENED
        if hyphened and one.key != other.key:
            return one.key, other.key
    return None
