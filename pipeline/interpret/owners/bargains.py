"""The deals that a sentence tells: what is bought, sold, bid for or held, and who buys, bids or holds."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners import answers, governed, taken_private, topic
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.interpret.story import Story

SELLER = 6
"""Tokens between a seller and the part that it sells ("Ashdown's 4.8% holding")."""

OWN_BID = 7
"""Tokens between a bidder, behind its ticker, and its bid: "Arden's (ARD.N) $3.4 billion hostile bid"."""

CALLED = 6
"""Tokens of what stands for a firm: "the struggling internet company"."""

PERSON = 16
"""Tokens between a person and the verb or the noun of a deal of his."""


class Deal(NamedTuple):
    """What a sentence says is bought or held (`target`), and who buys or holds it; `at` is the token that says so."""

    at: int
    target: str | None
    bidder: str | None
    seller: str | None = None


class Bargains:
    """The deals of the sentence that is read (`told`), and the one that the story told last (`target`, `bidder`)."""

    def __init__(self, story: Story, company: str | None) -> None:
        self.story = story
        self.language = story.language
        self.company = company
        self.told: list[Deal] = []
        self.bids = False
        """Whether the story tells of a bid, so that who bids may be guessed."""
        self.target: str | None = None
        self.bidder: str | None = None
        self.bid: tuple[str, str] | None = None
        """What was bid for last, and who bid."""
        self.pairs: dict[str, str] = {}
        """What each of those who bid or bought did so for last: "Arden's bid" is for that, whatever else was dealt in since."""
        self.bidders: set[str] = set()
        """Whose bids the story spoke of ("Arden's bid"): they are none for themselves."""
        self.unit: str | None = None
        """The organisation that the story called a unit of another last: "the unit"."""
        self.person: str | None = None
        """The person that bought, bid or held last: "he", "his"."""

    @cached_property
    def main(self) -> list[str]:
        """The organisations of the title and the first sentence."""
        return topic.main(self.story)

    def before(self, sentence: Sentence, found: list[Party], named: str | None) -> None:
        """Read the deals of a sentence."""
        self.told = []
        organised = [p for p in found if p.organisation]
        if not organised:
            return
        lang, tokens = self.language, sentence.tokens
        units = words("units", lang)
        if not units.isdisjoint(tokens):
            self.unit = governed.unit_named(tokens, organised, units) or self.unit
        telling = answers.telling(lang)
        places = [i for i, word in enumerate(tokens) if word in telling]
        if not places:
            return
        buys, sells, sales, supplies, orders, holds, receives, bids, bidding, parts, links = (
            words(n, lang)
            for n in ("buys", "sells", "sales", "supplies", "orders", "holds", "receives", "bids", "bidding", "parts", "part_links")
        )
        own, named_at = words("firms_own", lang), {p.first for p in organised}
        options, offers, modals, per, articles = (words(n, lang) for n in ("options", "offers", "modals", "per_share", "articles"))
        ordered: set[int] = set()  # whose planes are ordered is not dealt in himself
        for i in places:
            word = tokens[i]
            part = articles.issuperset(tokens[i + 1 : i + 2]) and not parts.isdisjoint(tokens[i + 2 : i + governed.REACH])
            taken = part and word in words("takes", lang)  # "will take a 20 percent stake"
            over = i > 0 and word == "over" and tokens[i - 1] in words("takes", lang)
            control = i > 0 and word == "control" and tokens[i - 1] in words("wins_control", lang) and tokens[i + 1 : i + 2] == ["of"]
            if (private := taken_private.deal(tokens, organised, i, lang)) is not None:
                deal = Deal(i, *private)
            elif word in buys or taken or over or control:
                if not options.isdisjoint(tokens[max(0, i - 2) : i]) or answers.nothing(tokens, named_at, i, lang):
                    continue  # "warrants to buy Arden shares" are what is paid with; "buying the firm time"
                if tokens[i + 1 : i + 2] == ["back"] and not words("own_paper", lang).isdisjoint(tokens[i : i + governed.REACH]):
                    continue  # "Arden bought back $2 billion of company stock" is no deal
                if tokens[i + 1 : i + 2] == ["from"] and (bought := governed.near(tokens, organised, i)) is not None:
                    deal = Deal(i, bought, self._meant(tokens, named, i))  # "Penwith, the unit acquired from Arden"
                elif (relative := governed.relative(tokens, organised, i, words("pronouns", lang), articles)) is not None:
                    buyer = next((p.key for p in organised if relative.last < p.first < i), None)
                    deal = Deal(i, relative.key, buyer or self._meant(tokens, named, i))  # "Penwith, which it bought"
                elif (which := governed.which(tokens, i)) is not None and tokens[which - 1] == ",":
                    buyer = next((p.key for p in organised if which < p.first < i), None) or self._meant(tokens, named, i)
                    whose = next((p.key for p in reversed(organised) if p.last < which and p.key != buyer), None)
                    deal = Deal(i, whose, buyer)  # "Penwith, in which it bought 49 percent"
                elif tokens[i + 1 : i + 2] == ["by"] or governed.passive(tokens, i, words("passives", lang), parts, words("bought", lang)):
                    what = answers.subject(organised, i, tokens, lang) or next(
                        (p.key for p in reversed(organised) if p.last < i and p.acts), None
                    )
                    deal = Deal(i, what, governed.first(organised, i, governed.REACH))  # "… as Arden agreed to be acquired by Penwith"
                else:
                    who = answers.subject(organised, i, tokens, lang) or self._person(tokens, i) or self._buyer(tokens, named, i)
                    if self.told and self.told[-1].at == i - 2 and tokens[i - 1] == "to" and self.told[-1].target == who:
                        who = None  # "Penwith rejected an offer to buy the company"
                    what = self._unnamed(tokens, organised, i, who, None) or self._object(tokens, organised, i, parts, links)
                    deal = Deal(i, what or (self.company if taken and who != self.company else None), who)
            elif word in sells or (
                word in sales and tokens[i + 1 : i + 2] == ["of"] and (i + 2 in named_at or not own.isdisjoint(tokens[i + 2 : i + 3]))
            ):
                what, to = self._object(tokens, organised, i, parts, links), governed.behind(tokens, organised, i, "to", 16)
                what = what or self._the_company(tokens, i, answers.subject(organised, i, tokens, lang) or named)
                seller = answers.subject(organised, i, tokens, lang) or self._person(tokens, i)
                unnamed = (
                    what == to
                    or governed.self_sold(tokens, i)
                    or (what is None and to is not None and not own.isdisjoint(tokens[i + 1 : i + 2]))
                )
                deal = Deal(i, seller or self._meant(tokens, named, i) if unnamed else what, to, seller)
            elif word in supplies:
                deal = Deal(
                    i,
                    answers.subject(organised, i, tokens, lang) or self._meant(tokens, named, i),
                    governed.first(organised, i, governed.REACH),
                )
            elif word in words("ordering", lang) and (made := governed.ordered(tokens, organised, i, lang)) is not None:
                buyer = answers.subject([p for p in organised if p.key != made], i, tokens, lang)
                self.told.append(Deal(i, made, buyer or self._meant(tokens, named, i)))  # "Arden Air ordered 12 Penwith jets"
                ordered.add(i)
                continue
            elif word in orders:
                source = next((s for link in ("from", "by", "with") if (s := governed.behind(tokens, organised, i, link))), None)
                if source is None:
                    continue
                deal = Deal(
                    i, answers.subject([p for p in organised if p.key != source], i, tokens, lang) or self._meant(tokens, named, i), source
                )
            elif word in holds and (which := governed.which(tokens, i)) is not None:
                holder = next((p.key for p in organised if which < p.first < i), None)
                whose = next((p.key for p in reversed(organised) if p.last < which), named if named != holder else self.company)
                deal = Deal(i, whose, holder or self._meant(tokens, named, i))
            elif word in receives and self.bidder is not None:
                deal = Deal(i, answers.subject(organised, i, tokens, lang), self.bidder)
                if deal.target != self.target:
                    continue
            elif word in holds:
                holder = answers.subject(found, i, tokens, lang) or self._person(tokens, i) or self._poss(tokens, named, i)
                target = governed.part(tokens, organised, i, parts, links) or governed.shares(tokens, organised, i, words("equities", lang))
                if target is not None and not governed.holds(tokens, organised, i, target, words("clause_breaks", lang)):
                    continue  # "it has slipped as Arden shares fell" holds nothing
                deal = Deal(i, target, holder)
                if deal.target is None:
                    continue
            elif (
                (word in bidding or (i and word in offers and tokens[i - 1] in modals))
                and tokens[i - 1] not in words("bid_described", lang)
                and not any(p.owns and p.last < i <= p.last + SELLER for p in organised)
                and tokens[i + 1 : i + 2] not in (["by"], ["from"])
                and (bidder := answers.subject(organised, i, tokens, lang) or self._person(tokens, i)) is not None
            ):
                target = governed.behind(tokens, organised, i, "for", PERSON) or governed.each(tokens, organised, i, per)
                deal = Deal(i, target or self._no_bidder(self._rejecter(tokens, organised, i, named), bidder), bidder)
            elif word in bids:
                owner = next(
                    (p.key for p in reversed(organised) if p.owns and p.last < i <= behind_ticker(tokens, p.last + 2) + OWN_BID), None
                )
                self.bidders |= answers.bidders(organised, i, tokens, lang)
                source = governed.behind(tokens, organised, i, "from") or governed.behind(tokens, organised, i, "by")
                owner = owner or answers.own_bid(organised, i, tokens, lang)
                if owner is None and source is None:
                    owner = answers.maker(organised, i, tokens, lang)
                target = answers.met(organised, i, tokens, lang)
                if target is None and owner is None and (agreed := answers.accepter(organised, i, tokens, lang)) is not None:
                    source = source or governed.behind(tokens, organised, i, "with")
                    target = agreed if agreed != source else None
                target = (
                    target
                    or governed.part(tokens, organised, i, parts, links - {"with"}, 4)
                    or self._the_company(tokens, i, owner or source, 1)
                )
                other = owner or source or answers.subject(organised, i, tokens, lang)
                target = target or self._unnamed(tokens, organised, i, other, self.company)
                if target is None:
                    target = self._rejecter(tokens, organised, i, None if named in (owner, source) else named)
                if target is None and (told := governed.aimed_at(tokens, organised, i, words("bid_breaks", lang))) not in (owner, source):
                    target = told
                known = self.pairs.get(source) if source is not None and target is None else None
                target = next((p.key for p in organised if p.key == known), target)  # "Halford may vie for Arden with a bid by Penwith"
                if target is None and source is not None and owner is None:
                    others = [p for p in organised if p.key != source]
                    target = governed.undergoing(tokens, others, i, words("undergone", lang))
                    told = answers.subject(others, i, tokens, lang)  # "Arden weighs an offer from Penwith"
                    beaten = not words("beats_bid", lang).isdisjoint(tokens[max(0, i - OWN_BID) : i])
                    target = target or (self.pairs.get(told or "", told) if beaten else told)  # "the buyer beat an offer from"
                deal = Deal(i, self._no_bidder(target, owner or source), owner or source)
                if deal.target is None and deal.bidder is None:
                    continue
            elif word in parts:
                target = governed.linked(tokens, organised, i, links)
                if target is None:
                    continue
                deal = Deal(i, target, self._holder(tokens, organised, i, buys | sells, named))
            else:
                continue
            if self.unit is not None and (word in buys or word in sells) and governed.unit_meant(tokens, organised, i, deal.target, units):
                deal = deal._replace(target=self.unit)
            if deal.target == deal.bidder:
                deal = deal._replace(bidder=None)
            self.told.append(deal)
        self.bids = self.bids or not all(some.isdisjoint(tokens) for some in (buys, bids, bidding))
        for n, deal in enumerate(self.told):
            if deal.at in ordered:
                continue
            bid = tokens[deal.at] in bids
            if bid and self.bid is not None and deal.target == self.bid[1] and deal.bidder in (None, self.bid[0]):
                self.told[n] = deal = Deal(deal.at, *self.bid)  # a bid of who bids, not one for it
            if deal.target is not None and deal.bidder is not None:
                self.target, self.bidder = deal.target, deal.bidder
                if bid or tokens[deal.at] in buys or tokens[deal.at] in bidding:
                    self.pairs[deal.bidder] = deal.target
                if bid or tokens[deal.at] in bidding:
                    self.bid = deal.target, deal.bidder
            elif deal.target is not None and self.target is None and deal.target not in self.bidders:
                self.target = deal.target

    def bid_for(self, bidder: str) -> str | None:
        """What someone bid for last, unless that bids as well; else what was dealt in last."""
        told = self.pairs.get(bidder)
        if told is None or told in self.pairs or told in self.bidders:
            told = self.target
        return told if told != bidder else None

    def _object(self, tokens: list[str], found: list[Party], at: int, parts: frozenset[str], links: frozenset[str]) -> str | None:
        part = governed.part(tokens, found, at, parts, links)
        first = next((p for p in found if at < p.first <= at + governed.REACH), None)
        if part is not None or first is None or not words("clause_breaks", self.language).isdisjoint(tokens[at + 1 : first.first]):
            return part  # "bought shares after Arden bid" buys no Arden
        if first.owns and tokens[first.first - 2 : first.first] == ["all", "of"]:
            return first.key  # "to acquire all of Arden's shares"
        sells = first.owns and not parts.isdisjoint(tokens[first.last + 1 : first.last + SELLER])
        if sells or (tokens[first.first - 1] == "from" and not parts.isdisjoint(tokens[at : first.first])):
            return next((name for name in (self.target, self.company, *self.main) if name not in (None, first.key)), None)
        return governed.unit(first, found)  # but "buys Ashdown's stake in the firm", "buys the stake from Ashdown": it sells

    def _no_bidder(self, target: str | None, bidder: str | None) -> str | None:
        """What was bid for before, where a bid seems to be one for who made that: "Arden, whose bid tops an offer from Penwith"."""
        bid = next((d for d in reversed(self.told) if d.target is not None and d.bidder is not None), None)
        if bid is None and any(d.bidder == target for d in self.told):
            bid = Deal(0, self.target, self.bidder)
        return bid.target if bid is not None and target is not None and target == bid.bidder and bidder != bid.target else target

    def _the_company(self, tokens: list[str], at: int, other: str | None, reach: int = 10) -> str | None:
        """What "a stake in the company" is one in: what is dealt in before, and not by `other`."""
        parts, links, commons = (words(n, self.language) for n in ("parts", "part_links", "commons"))
        for j in range(at, min(at + reach, len(tokens) - 3)):
            if tokens[j] in parts and tokens[j + 1] in links and tokens[j + 2] == "the" and tokens[j + 3] in commons:
                known = (*(d.target for d in reversed(self.told)), self.target, self.company, *self.main)
                return next((name for name in known if name is not None and name != other), None)
        return None

    def _rejecter(self, tokens: list[str], found: list[Party], at: int, named: str | None) -> str | None:
        """Who turns a bid down, named or meant by "it"."""
        i = answers.rejected(tokens, at, self.language)
        if i is None:
            return None
        return answers.rejecter(found, i, at, tokens, self.language) or (self._meant(tokens, named, i) if i < at else None)

    def _unnamed(self, tokens: list[str], found: list[Party], at: int, other: str | None, company: str | None) -> str | None:
        """What "buy the internet company", "an offer for the brewer" means: what is dealt in before, else the `company`, but not `other`."""
        begin = at + 2 if tokens[at + 1 : at + 2] == ["for"] else at + 1
        if tokens[begin : begin + 1] != ["the"]:
            return None
        end = next((i for i in range(begin + 1, min(begin + CALLED, len(tokens))) if tokens[i] in words("commons", self.language)), None)
        if end is None or not all(token.isalpha() for token in tokens[begin:end]) or tokens[end + 1 : end + 2] in (["'s"], ["of"]):
            return None
        if not words("prepositions", self.language).isdisjoint(tokens[begin:end]) or any(begin < p.first <= end + 1 for p in found):
            return None
        known = (*(d.target for d in reversed(self.told)), self.target, company)
        return next((name for name in known if name is not None and name != other), None)

    def _buyer(self, tokens: list[str], named: str | None, at: int) -> str | None:
        """Whom "it" before a verb of buying means: who bids for what is named last."""
        meant = self._meant(tokens, named, at)
        pairs = (*((d.target, d.bidder) for d in reversed(self.told)), (self.target, self.bidder))
        return next((bidder for target, bidder in pairs if meant is not None and target == meant and bidder is not None), meant)

    def _meant(self, tokens: list[str], named: str | None, at: int) -> str | None:
        """The organisation that "it" or "the company" before a verb means."""
        before = tokens[max(0, at - 9) : at]
        told = words("pronouns", self.language).isdisjoint(before) and words("commons", self.language).isdisjoint(before)
        return None if told else named

    def _holder(self, tokens: list[str], found: list[Party], at: int, trades: frozenset[str], named: str | None) -> str | None:
        """Whose "its stake" is, where it does not change hands."""
        before = tokens[max(0, at - 9) : at]
        if words("possessives", self.language).isdisjoint(before[-6:]) or not trades.isdisjoint(before):
            return None
        return answers.subject(found, at, tokens, self.language) or self._meant(tokens, named, at)

    def _person(self, tokens: list[str], at: int) -> str | None:
        """A person before a verb of a deal, where no organisation is."""
        people = self.story.people
        for i in range(at - 1, max(-1, at - PERSON), -1):
            if tokens[i] in people:
                self.person = people[tokens[i]]
                return self.person
        return self.person if not words("persons", self.language).isdisjoint(tokens[max(0, at - PERSON) : at]) else None

    def _poss(self, tokens: list[str], named: str | None, at: int) -> str | None:
        return named if "it" in tokens[max(0, at - 3) : at] or "which" in tokens[max(0, at - 2) : at] else None
