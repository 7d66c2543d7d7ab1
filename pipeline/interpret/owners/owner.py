"""Whose figure it is, and who is on the other side."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks, whole_market
from pipeline.interpret.owners import (
    acting,
    acting_places,
    all_sellers,
    beside,
    deals,
    depositors,
    fined,
    given,
    goods,
    held,
    holders,
    indices,
    industries,
    insured_debt,
    invested,
    local,
    money_owner,
    moved_in,
    national,
    of_firms,
    of_state,
    other_side,
    other_sides,
    outdone,
    outpaced,
    owned_by,
    part_of,
    regions,
    relief,
    sellers,
    shared_in,
    state_aid,
    stewards,
    traded_lists,
    ventures,
    whole,
)
from pipeline.interpret.owners.asides import aside
from pipeline.interpret.owners.asked import of_those_asked
from pipeline.interpret.owners.at_noun import at_noun, of_its_own
from pipeline.interpret.owners.by_context import ByContext
from pipeline.interpret.owners.memory import STALE
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.owners.whole import market_rate, of_credit, of_industry, of_market, of_world, state_debt


class Owner(ByContext):
    """Settles `entity`, `entity_id` and `partner` of a figure."""

    def settle(self, figure: Figure) -> None:
        found = self.found
        if figure.fact.indicator != "commodity_price" or goods.of_home(figure):
            self.found = self.towns.beside(figure, found)
        self._find(figure)
        if goods.of_the_market(figure) and self.story.is_organisation(figure.fact.entity):
            name = None if goods.of_no_place(figure) else goods.owner(figure, self.story, None, self.paid)[0]
            self._is(figure, name, "a price of the market is no firm's", 0.6)
        outpaced.settle(figure, self.found, self.place, self._is)
        national.settle(figure, self.found, self.place or self.paid)
        national.average(figure, self.place or self.paid)
        regions.settle(figure, self.found)
        held.turned(figure, self.found, (self.company, self.named, self.deals.known.target))
        part_of.settle(figure, self.found)
        holders.settle(figure, self.found)
        self.raiders.settle(figure, self.found)
        other_side.settle(figure, self.found)
        state_aid.settle(figure, self.found)
        self.givers.settle(figure)
        self.quoted.settle(figure)
        self.goods.remember(figure)
        self.owned = figure.number, figure.fact.entity
        self.exporter = of_firms.exporter(figure, self.exporter)
        self.found = found

    def _in_passing(self, noun: Party) -> bool:
        """ "The euro zone economy shrank 1 pct, while the United States contracted 2 pct", in a story of Japan: whether a sentence sets two
        others side by side, after which the story goes on with its own place."""
        beside = {party.key for party in self.found if not party.organisation and (party.acts or party is noun)}
        return self.place is not None and len(beside) > 1 and self.place not in beside

    def _find(self, figure: Figure) -> None:
        """Settle whose the figure is."""
        fact, anchor = figure.fact, figure.frame.anchor
        if (film := self.films.of(figure)) is not None:
            self._is(figure, film, "the film named last", 0.8)
            return
        if (
            money_owner.equated(figure)
            or relief.owed(figure, self.found)
            or relief.settle(figure, self.found, self.company)
            or self.tariffs.settle(figure, self.found)
        ):
            return
        if of_those_asked(figure, self.found, self.place):
            return
        if self.company is not None and whole_market.RULE in fact.rules:
            self._is(figure, whole.of_whole_market(figure, self.found), "of a whole market", 0.6)
            return
        if fact.indicator == "share_price" and (target := deals.priced_at(figure)) is not None:
            self._is(figure, target, "whose price an offer is set beside", 0.85)
            return
        if shared_in.settle(figure, self.found, self.company or self.place, firm=self.company is not None):
            return
        if self.company is None and self.ranked.settle(figure, self.found, self.stated.get(fact.indicator) or self.place):
            return
        own = beside.own(figure, self.found, self.company)
        if own is not None and own.first in aside(figure, self.found):
            own = None
        if anchor is not None and figure.frame.role in BESIDE and fact.indicator == "share_price" and self._index(figure):
            return  # "compared with gains of 10 percent in the Nasdaq"
        if fact.indicator == "share_price" and indices.broad(figure):
            self._is(figure, indices.broad_of(figure, self.place), "of a whole market of shares", 0.7)
            return
        beside_it = anchor is not None and figure.clue is anchor.clue and own is None
        if (trader := traded_lists.next_side(figure, own)) is not None and own is not None:
            fact.partner = own.key
            figure.because("partner: the next of those traded with")
            self._is(figure, trader, "whose trade is told by its other side", 0.8)
            return
        if insured_debt.settle(figure, self.found, beside_it):
            return
        if anchor is not None and beside_it:
            other = anchor.fact
            fact.entity, fact.entity_id, fact.partner = other.entity, other.entity_id, other.partner
            figure.because("entity: that of the figure it is set beside")
            if (another := held.of_another(figure, self.found)) is not None:
                self._is(figure, another.key, "the next that somebody holds a part of", 0.85)
            self.trade.settle(figure, self.found)
            return
        if (seller := sellers.of(figure, self.found, self.named, self.company)) is not None:
            fact.indicator = "revenue"
            self._is(figure, seller, "whose sales are told by where they are sold", 0.85)
            return
        if (firm := moved_in.sold_by(figure, self.found)) is not None:
            fact.indicator = "revenue"
            self._is(figure, firm.key, "a firm beside all that sell", 0.85)
            return
        if (of_all := all_sellers.owner(figure, self.found, own, self.company, self.place, self.titled)) is not None:
            self._is(figure, *of_all, 0.8)
            return
        if (valued := held.valued(figure, self.found, self.named, self.company)) is not None:
            self._is(figure, valued, "whom others value", 0.8)
            return
        if (house := stewards.owner(figure, self.found)) is not None:
            self._is(figure, house, "who looks after it for others", 0.85)
            return
        if (insurer := depositors.owner(figure, self.found)) is not None:
            self._is(figure, insurer, "who insures deposits", 0.75)
            return
        if (own is None or not own.organisation) and (trade := industries.owner(figure, self.found)) is not None:
            self._is(figure, own.key if own is not None else trade[0], "of all the firms of a trade", 0.7)
            return
        kind = marks.owner(fact.indicator, self.language)
        if fact.indicator == "exchange_rate" and money_owner.settle(figure, self.found, self.stated.get("exchange_rate")):
            self.stated["exchange_rate"] = fact.entity or ""
            return
        if (
            ventures.settle(figure, self.found, self.deals.known.target)
            or owned_by.settle(figure, self.found, self.named, self.company)
            or held.settle(figure, self.found, self.named, self.company, self.deals.known.target)
            or invested.settle(figure, self.found)
            or fined.settle(figure, self.found)
            or self.deals.settle(figure, self.found)
        ):
            return
        if fact.indicator == "share_price" and (own is None or not own.organisation) and self._index(figure):
            return  # but "led by a 5 percent jump in Arden"
        if fact.indicator in given.GIVEN and given.settle(figure, self.found, own, self.company):
            return
        if self._settle(figure, kind, own):
            self.trade.settle(figure, self.found)
            relief.lender(figure, self.found)
            if fact.indicator == "share_price":
                self.shares = fact.entity, figure.number
        else:
            figure.weights.append(0.6)

    def _index(self, figure: Figure) -> bool:
        place = indices.place(figure, self.found, self.place, self.company, self.stated.get("index"))
        if place is None:
            return False
        self.stated["index"] = place
        return self._is(figure, place, "the place of a share index", 0.85)

    def _settle(self, figure: Figure, kind: str, own: Party | None) -> bool:
        """Whether an owner was found; whose measure it may be decides in which order is looked."""
        if (state := of_state.owner(figure, self.found, self.company)) is not None:
            return self._is(figure, *state, 0.85)
        if (trader := other_sides.owner(figure, self.found)) is not None:
            return self._is(figure, trader, "whose trade is told with one after another", 0.9)
        if (employer := of_firms.employer(figure, self.found, self.named)) is not None:
            return self._is(figure, employer, "whose staff it is", 0.85)
        if national.told_a_share(figure):
            return self._organisation(figure) or self._is(figure, None, "what a share earns is no nation's", 0.6)
        if self.it is not None and kind != "thing" and figure.sentence.tokens[0] in words("pronouns", self.language):
            return self._is(figure, self.it, "the place that the sentence before is about", 0.8)
        if kind != "organisation" and self.company is None and own is None and (part := self.turns.state(figure)) is not None:
            return self._is(figure, part, "the state that was named last", 0.8)
        if kind == "place" and (council := local.council(figure, self.found, self.company)) is not None:
            return self._is(figure, council, "a council's own", 0.8)
        if (charges := local.charged(figure, self.found, self.company)) is not None:
            return self._is(figure, charges, "who charges it", 0.8)
        macro = kind == "place" and (
            figure.fact.indicator not in acting.COMPANIES_TOO
            or (self.home is not None and market_rate(figure, self.found))
            or acting.of_state(figure)
        )
        if (
            kind == "any"
            and self.company is None
            and (actor := acting.organisation(figure, self.found)) is not None
            and actor.acts
            and (not actor.says or acting.of_itself(figure, actor, self.found))
        ):
            return self._organisation(figure)
        sold = macro and self.company is None and of_firms.sells(figure, self.found)
        if sold or (kind == "place" and not macro and self.company is None and of_firms.its_own(figure, self.found)):
            return self._organisation(figure)
        if own is not None and own.organisation and not macro:
            return self._is(figure, own.key, "told for this figure", 0.88)
        if kind == "thing" and own is not None and goods.is_market(figure, own):
            own = None
        if own is not None and not own.organisation and kind in ("place", "any", "thing") and (macro or self.company is None):
            return self._is(figure, own.key, "place behind the figure", 0.88)
        noun = outdone.outdoes(figure, self.found) or at_noun(figure, self.found)
        if noun is not None and not noun.organisation and of_its_own(figure, self.found):
            return self._organisation(figure)
        if noun is not None and (other := acting_places.in_its_own_clause(figure, noun, self.found)) is not None:
            return self._is(figure, other.key, "who acts in the clause, whose noun stands in another", 0.85)
        if noun is None and macro and acting.of_world(figure):
            return self._is(figure, "WLD", "of the world", 0.9)
        if (debtor := state_debt(figure, noun)) is not None:
            return self._is(figure, debtor, "the state whose debt it is", 0.85)
        if kind == "thing" and (payer := goods.payer(figure, self.found)) is not None:
            return self._is(figure, payer.key, "who pays or takes the price", 0.8)
        if kind == "thing" and noun is not None and goods.is_market(figure, noun):
            noun = None
        if noun is not None and self.company is not None and kind == "any" and acting.of_a_nation(figure, noun):
            return self._is(figure, noun.key, "the nation at the noun", 0.8)
        if noun is not None and (of_firms.trades(figure, noun) or not (noun.organisation and macro and self.company is None)):
            others = self.company is None or goods.is_kind(figure, noun) or acting.of_another(figure, noun, self.found)
            if noun.organisation or kind != "organisation" or others:
                if noun.organisation or macro or others:
                    if (
                        kind == "place" and noun.key != "WLD" and noun.key.isupper() and not self._in_passing(noun)
                    ):  # "growth in Ohio" stands beside
                        self.stated[figure.fact.indicator] = noun.key
                    return self._is(figure, noun.key, "named at the noun", 0.9)
        if kind == "thing" and self.company is not None and figure.money and goods.realised(figure):
            return self._organisation(figure)
        if kind == "thing" and (
            self.company is None
            or ((goods.told(self.story) or goods.of_the_world(figure)) and acting.organisation(figure, self.found) is None)
        ):
            town = self.towns.before(figure, self.found) or self.towns.of(figure) if goods.of_home(figure) else None
            if town is not None:
                return self._is(figure, town, "the town before the figure", 0.75)
            if (before := self.goods.carried(figure)) is not None:
                return self._is(figure, before, "whose the good told of before is", 0.7)
            name, rule, weight = goods.owner(figure, self.story, self.setter, self.paid)
            figure.fact.entity = figure.fact.entity_id = name
            figure.because(f"entity: {rule}", weight)
            return True
        if kind == "place" and self.place is not None and acting.of_others(figure, self.found):
            return self._is(figure, self.place, "of all the others of its place", 0.7)
        if kind == "place" and self.company is not None and (country := acting_places.country(figure, self.found)) is not None:
            return self._is(figure, country.key, "place before the figure", 0.8)
        if macro and self.company is not None and self.place is not None and acting.no_company(figure, self.found):
            return self._place(figure)
        set_by = acting_places.central_bank(figure, self.found) or acting_places.place(figure, self.found)
        if macro and self.home is not None and set_by is None and market_rate(figure, self.found):
            return self._is(figure, self.home, "the place that the story is from", 0.6)
        if self.company is not None:
            if of_world(figure, self.found):
                return self._is(figure, "WLD", "of the world", 0.75)
            if self.home is not None and of_credit(figure) and acting.no_company(figure, self.found):
                return self._is(figure, self.home, "what all the banks of a place lend", 0.7)
            if of_industry(figure, self.found):
                near = next(
                    (p.key for p in reversed(self.found) if not p.organisation and figure.clause[0] <= p.first < figure.first), None
                )
                return self._is(figure, near or ("WLD" if acting.of_world(figure) else None), "of a whole industry", 0.6)
            market = of_market(figure, self.found, self.place) if kind != "thing" else None
            return self._is(figure, market, "the place of a whole market", 0.7) if market else self._organisation(figure)
        if kind == "organisation" and self.story.organisations:
            actor = acting.organisation(figure, self.found)
            marked = marks.marked(figure.fact.indicator, "company", self.language)
            if actor is not None and (marked or not actor.says or of_firms.posts(figure, actor) or acting.common(figure)):
                return self._organisation(figure)
            spoken = any(p.role in ("bodies", "names") and p.subject and p.last < figure.first for p in self.found)
            if (
                self.named is not None
                and not spoken
                and (acting.common(figure) or (self.deed and figure.sentence.start - self.named_at < STALE))
            ):
                return self._organisation(figure)
        if figure.fact.indicator == national.SHARED and figure.money and not national.of_index(figure):
            return self._is(figure, self.named, "what a share earns is no nation's", 0.6)
        return not (self.table and kind == "organisation") and self._place(figure)  # a table's results are no country's
