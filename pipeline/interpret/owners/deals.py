"""Takeovers, stakes and contracts: whose the price or the part is, and who buys or holds."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.added import ADDED
from pipeline.interpret.owners import deal_market, governed, merged, owned, paid_for
from pipeline.interpret.owners.bargains import Bargains
from pipeline.interpret.owners.dues import Dues
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.interpret.story import Story

MEASURES = frozenset({"deal_value", "stake"})
OPEN = frozenset({"other", "market_value"})
"""Measures that a deal in the sentence may mean as well."""

OF = 9
"""Tokens between a part and what it is a part of."""

AGAIN = 1
"""Sentences over which the parts of a price are told."""

PRICE = 14
"""Tokens between the verb of a deal and its price."""


class Deals:
    """Settles owner and partner of deals."""

    def __init__(self, story: Story, company: str | None) -> None:
        self.language = story.language
        self.company = company
        self.known = Bargains(story, company)
        self.dues = Dues()
        self.priced: tuple[str, str | None, int] | None = None
        """What the last price was of, who paid it, and the number of its sentence."""

    def before(self, sentence: Sentence, found: list[Party], named: str | None) -> None:
        """Read the deals of a sentence."""
        self.known.before(sentence, found, named)

    def settle(self, figure: Figure, found: list[Party]) -> bool:
        if (place := deal_market.owner(figure, found)) is not None:
            figure.fact.entity = figure.fact.entity_id = place
            figure.because("entity: the place of all the deals of a market", 0.8)
            return True
        if self.dues.settle(figure, found) or self._priced(figure, found):
            return True
        if (buyer := merged.owner(figure, found, self.known)) is not None:
            figure.fact.entity = figure.fact.entity_id = buyer
            figure.because("entity: whoever goes on in a merger", 0.8)
            return True
        if ADDED in figure.fact.rules and (buyer := self._gains(figure, found)) is not None:
            figure.fact.entity = figure.fact.entity_id = buyer
            figure.because("entity: to whose earnings a deal adds", 0.8)
            return True
        return False

    def _gains(self, figure: Figure, found: list[Party]) -> str | None:
        """ "The deal would add 15 cents a share to earnings": the buyer's, whose name may be further off than what is bought."""
        buyer, named = self.known.bidder, [p.key for p in found if p.organisation and p.last < figure.first]
        if buyer is None or (named and self.known.target not in named):
            return None
        deal = not words("accretive_deals", self.language).isdisjoint(figure.sentence.tokens[: figure.first])
        return buyer if deal or named else None

    def _priced(self, figure: Figure, found: list[Party]) -> bool:
        """What is bought or held, and who buys or holds it."""
        fact = figure.fact
        if fact.indicator not in MEASURES:
            if not self._bid_behind(figure) and (fact.indicator not in OPEN or not self._deal_here(figure)):
                return False
        known = self.known
        target, bidder = self._figure_of(figure, found) or paid_for.target(figure, found), None
        near = sorted(
            known.told, key=lambda d: abs(d.at - figure.first) + (20 if d.at < figure.clause[0] or d.at >= figure.clause[1] else 0)
        )
        for deal in near:
            target = target or (deal.target if deal.target != bidder else None)
            bidder = bidder or (deal.bidder if deal.target in (None, target) else None)
        if target is None and bidder is not None:
            target = known.bid_for(bidder)
        if target is None and known.target is not None and not (known.target == bidder and bidder in known.bidders):
            target, bidder = known.target, bidder or known.bidder
        if target is None and bidder is not None and fact.indicator == "deal_value":
            target = self._other(figure, found, bidder)
        if target is None and bidder is not None and known.bids and fact.indicator == "deal_value":
            target = next((name for name in (self.company, *known.main) if name not in (None, bidder)), None)
        if target is None and fact.indicator == "deal_value" and self._goes_on(figure, found):
            target, bidder, _ = self.priced or (None, None, 0)
        if target is None:
            return False
        if bidder is None and fact.indicator == "stake":
            bidder = next((deal.seller for deal in near if deal.seller is not None), None)
        if bidder is None and target == known.target:
            bidder = known.bidder
        if bidder is None and fact.indicator == "deal_value" and known.bids:
            bidder = next((name for name in known.main if name != target), None)
        fact.entity = fact.entity_id = target
        figure.because("entity: what is bought or held", 0.8)
        if bidder is not None and bidder != target:
            fact.partner = bidder
            figure.because("partner: who buys or holds it")
        if fact.indicator == "deal_value" and figure.money:
            self.priced = target, bidder, figure.number
        return True

    def _other(self, figure: Figure, found: list[Party], bidder: str) -> str | None:
        """The only other firm of a sentence that tells who bids: "Penwith rose after Arden unveiled a $4 billion bid"; but no partner of his."""
        tokens = figure.sentence.tokens
        own = next((p for p in found if p.key == bidder), None)
        others = {p.key: p for p in found if p.organisation and not p.says and p.key != bidder}
        bids = any(deal.bidder == bidder and tokens[deal.at] in words("bids", self.language) for deal in self.known.told)
        if own is None or not bids or len(others) != 1:
            return None
        name, other = others.popitem()
        if other.first > figure.last:
            return None  # "its $12 billion buyout by Arden, a unit of Halford"
        first, last = sorted((own, other), key=lambda p: p.first)
        return None if {",", "and"}.issuperset(tokens[behind_ticker(tokens, first.last + 1) : last.first]) else name

    def _goes_on(self, figure: Figure, found: list[Party]) -> bool:
        """ "It will hand over $2 billion in cash", told right behind a price, with no other firm in the sentence: a part of that."""
        if self.priced is None or figure.number - self.priced[2] > AGAIN:
            return False
        return all(p.key in self.priced[:2] for p in found if p.organisation)

    def _bid_behind(self, figure: Figure) -> bool:
        """ "A 10 billion euro takeover bid": the amount is the bid's, whatever else the sentence measures."""
        tokens = figure.sentence.tokens
        after = tokens[figure.behind : figure.behind + 3]
        return figure.money and not words("bids", self.language).isdisjoint(after) and "," not in after and "." not in after

    def _deal_here(self, figure: Figure) -> bool:
        """Whether the sentence tells a deal whose price or part the figure may be."""
        tokens = figure.sentence.tokens
        if figure.fact.indicator == "market_value" and self.known.target is not None:
            if not words("bids", self.language).isdisjoint(tokens[figure.clause[0] : figure.first]):
                return True  # "Such a bid would put the firm's worth at $3 billion"
        if figure.money:
            return any(d.target is not None and d.bidder is not None and 0 < figure.first - d.at <= PRICE for d in self.known.told) or any(
                d.bidder is not None and -6 < d.at - figure.last <= 4 for d in self.known.told
            )
        return tokens[figure.behind : figure.behind + 1] == ["of"] and bool(self.known.told)

    def _figure_of(self, figure: Figure, found: list[Party]) -> str | None:
        """ "30 pct of X", "a 10 pct stake in X"."""
        tokens = figure.sentence.tokens
        if (told := owned.whose(figure, found)) is not None:
            return told.key
        links = words("part_links", self.language)
        for party in found:
            if party.organisation and figure.last < party.first <= figure.behind - 1 + OF:
                between = tokens[figure.behind : party.first]
                if figure.money and not words("means", self.language).isdisjoint(between):
                    continue  # "$3 in cash and new Arden shares"
                if between[-1:] == ["with"] and figure.behind > figure.last + 1:
                    return None  # "a 3 trillion yen ($29 billion) deal with Arden"
                if between[-1:] == ["with"] and any(d.bidder == party.key and d.target is not None for d in self.known.told):
                    return None  # "Penwith agreed to a $2 billion buyout with Arden"
                if not links.isdisjoint(between) and not any(figure.behind <= a < party.first for a, _ in figure.spans):
                    if between[-1] == "," and not party.says and not words("ranks", self.language).isdisjoint(between):
                        between = between[:-1]  # "a stake in the largest producer, Arden Corp"
                    if {",", ";", "from", "by", "to"}.isdisjoint(between):
                        return governed.unit(party, found)
                return None
        of = tokens[figure.behind : figure.last + OF]
        if of[:1] == ["of"] and not words("commons", self.language).isdisjoint(of):
            return self.known.target if self.known.target is not None else self.company  # "60 pct of the carmaker"
        return None


def priced_at(figure: Figure) -> str | None:
    """ "a 26 percent premium to Friday's closing price of $26.90": whose price it is, the target of the offer before."""
    previous, tokens = figure.previous, figure.sentence.tokens
    if previous is None or previous.fact.indicator != "deal_value" or previous.money or figure.frame.move is not None:
        return None
    return previous.fact.entity if tokens[previous.last + 1] in words("premiums", figure.story.language) else None
