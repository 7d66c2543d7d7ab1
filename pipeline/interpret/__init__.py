"""From figures to facts: what each measures, whose it is, about when, how firmly it is said, and by whom."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret import attribution, calendar, change, currency, indicator, links, per, place, status
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.confidence import confidence
from pipeline.interpret.period import resolve
from pipeline.interpret.story import Story, read_story
from pipeline.model import Document, Fact, Mention, Span
from pipeline.recognise.ellipsis import UNTOLD
from pipeline.recognise.period import TimeExpression

SMALL = 1_000
"""Below this a profit is one of a share: companies tell no smaller ones."""

SUM = 1_000_000
"""Size from which an amount lends its currency to later sums that name none."""

MONTH = re.compile(r"\d{4}-\d\d")
RELEASED = frozenset({"actual", "forecast"})
"""What a release tells, and what was expected of it."""

TRADE = frozenset({"exports", "imports", "trade_balance", "trade_turnover"})
HEAD_SENTENCES, OFTEN_NAMED = 2, 3
"""A story is one of a company where its first sentences name one and it is named this often."""

CARRY = 2
"""Sentences over which an unnamed measure is still the one named before."""


def interpret(document: Document, text: str, spans: list[Span], mentions: list[Mention]) -> list[Fact]:
    """The facts of a story, in order; `text` is its cleaned text, `spans` its sentences, `mentions` its figures."""
    if not mentions:
        return []
    story = read_story(document, text, spans, mentions)
    reader = _Reader(story, text)
    for number, sentence in enumerate(story.sentences):
        reader.read(number, sentence)
    links.link(reader.facts, text)
    return reader.facts


class _Reader:
    """Reads a story's sentences in order and carries over what one leaves to the next."""

    def __init__(self, story: Story, text: str) -> None:
        self.story, self.text = story, text
        self.facts: list[Fact] = []
        self.named: list[str] = []
        self.currencies: Counter[str] = Counter()
        self.denominators: dict[str, str] = {}
        self.result = "profit"
        self.sum: str | None = None
        self.times: list[TimeExpression] = []
        self.release: str | None = None
        head = story.sentences[:HEAD_SENTENCES]
        self.of_company = bool(head) and bool(story.organisations_in(head[0].start, head[-1].end)) and len(story.named) >= OFTEN_NAMED
        self.pair: tuple[str, str] | None = None
        self.source: str | None = None
        self.last_named = -CARRY - 1
        self.sha = hashlib.sha256(story.document.text.encode("utf-8", "surrogatepass")).hexdigest()
        for clue in story.title.clues:
            if clue.kind == "indicator" and clue.role == "noun":
                self.named.insert(0, clue.key)

    def read(self, number: int, sentence: Sentence) -> None:
        mentions = self.story.mentions[number]
        places = place.places(sentence)
        for one, other in pairwise(places):
            if sentence.tokens[one.last + 1 : other.first] == ["and"] and one.key != other.key:
                self.pair = (one.key, other.key)
        self.times = self.story.times(sentence) if mentions else []
        source, self.source = attribution.attribution(self.text, sentence, self.source, self.story.language)
        tokens = [(sentence.token_at(m.span.start), sentence.token_at(m.span.end - 1)) for m in mentions]
        previous: Fact | None = None
        for i, mention in enumerate(mentions):
            previous = self._fact(sentence, mention, i, tokens, places, previous, number)
            previous.attribution = source
            self.facts.append(previous)
        told = [fact for fact in self.facts[len(self.facts) - len(mentions) :] if fact.quantity.unit != UNTOLD]
        self.facts[len(self.facts) - len(mentions) :] = told
        self._share_periods(told)
        self._note_release(told)
        for clue in sentence.clues:
            if clue.kind == "indicator" and clue.role == "noun":
                self.named.insert(0, clue.key)
                self.last_named = number
        del self.named[6:]

    def _fact(
        self,
        sentence: Sentence,
        mention: Mention,
        i: int,
        tokens: list[tuple[int, int]],
        places: list[Clue],
        previous: Fact | None,
        number: int,
    ) -> Fact:
        first, last = tokens[i]
        start = tokens[i - 1][1] + 1 if i else 0
        fact = Fact(
            self._id(mention),
            self.story.document.id,
            mention,
            Span(sentence.start, sentence.end),
            mention.quantity,
            approximation=mention.approximation,
        )
        fact.rules.append(f"read: {mention.rule}")
        weights: list[float] = []
        said = change.statistic(sentence, first, last, mention.quantity.unit, start, self.story.language)
        fact.statistic, fact.direction = said.statistic, said.direction
        fact.rules.append(f"statistic: {said.rule}")
        compared = previous is not None and self._compared(sentence, start, first)
        governor = indicator.governor(sentence, first, last, tokens[:i] + tokens[i + 1 :], self.story.language)
        clue = governor.clue if governor else None
        between = clue is not None and (clue.first >= start)
        if compared and previous is not None and not between:
            self._inherit(fact, previous)
            weights.append(0.9)
        elif governor is not None:
            assert clue is not None
            organised = self.of_company or (bool(self.story.organisations_in(sentence.start, sentence.end)) and not places)
            fact.indicator, rule = indicator.settle(clue, self._named_in(sentence, clue) + self.named, organised, self.story.language)
            fact.measure = self.text[clue.start : clue.end]
            fact.rules.append(f"indicator: {governor.rule} ({rule})")
            weights.append(governor.weight)
            self._variant(fact, sentence, clue)
        elif self.named and number - self.last_named <= CARRY and said.statistic in ("growth", "change"):
            fact.indicator = self.named[0]
            fact.measure = fact.indicator.replace("_", " ")
            fact.rules.append("indicator: carried over from the sentence before")
            weights.append(0.5)
        else:
            fact.rules.append("indicator: none named")
            weights.append(0.3)
        if fact.quantity.unit == "percent" and fact.statistic == "level" and indicator.marked(fact.indicator, "part", self.story.language):
            fact.statistic = "share"
            fact.rules.append("statistic: a part of a whole")
        self._per_share(fact)
        self._relief(fact, sentence)
        if fact.entity is None:
            weights.append(self._entity(fact, sentence, clue, places, first))
        self._money(fact, mention)
        self._denominator(fact, sentence, clue, last)
        fact.status, rule = status.status(sentence, first, last, start, self.story.language)
        fact.rules.append(f"status: {rule}")
        fact.revision = status.revision(sentence, first, last)
        self._period(fact, sentence, mention, i, previous if compared else None)
        self._basis(fact, sentence, first)
        self._ambiguous(fact, previous, sentence, start, first)
        if previous is not None and fact.quantity.unit.isupper() and sentence.tokens[start:first] in (["("], [";"], ["(", "about"]):
            self._convert(fact, previous)
        for found in sentence.clues:
            if found.kind.startswith("adjustment."):
                fact.adjustment = found.key
        if clue is not None and fact.measure.split()[-1:]:
            noun = fact.measure.split()[-1].casefold()
            fact.balance = next((side for side in ("surplus", "deficit") if noun in self._words(side)), None)
        fact.confidence = confidence(weights)
        return fact

    def _share_periods(self, facts: list[Fact]) -> None:
        """ "rose 5 pct to 3.1 billion (5.2 billion) in 2011": the time said behind the last is that of all."""
        for fact, following in zip(reversed(facts[:-1]), reversed(facts[1:]), strict=True):
            between = self.text[fact.mention.span.end : following.mention.span.start].split()
            if (
                fact.period is None
                and following.period
                and following.period_source == "stated"
                and between in (["to"], ["("], [",", "to"], ["or"], [",", "or"])
            ):
                fact.period, fact.period_source = following.period, "stated"
                fact.rules.append("period: said behind the figure it leads to")
                self._basis_of_release(fact)

    def _note_release(self, facts: list[Fact]) -> None:
        """Keep the period that the first actual figure of a sentence states: what follows without a time is about it."""
        for fact in facts:
            if (
                fact.period_source == "stated"
                and fact.status == "actual"
                and len(fact.period or "") in (4, 7)
                and indicator.marked(fact.indicator, "released", self.story.language)
            ):
                self.release = fact.period
                return

    def _words(self, name: str) -> frozenset[str]:
        return lexicon.words(name, self.story.language)

    def _id(self, mention: Mention) -> str:
        return hashlib.sha256(f"{self.sha}:{mention.span.start}:{mention.span.end}:0".encode()).hexdigest()

    def _compared(self, sentence: Sentence, start: int, first: int) -> bool:
        before = [t for t in sentence.tokens[max(start, first - 3) : first] if t not in self._words("compared_past")]
        return bool(before) and before[-1] in self._words("compared_by")

    def _inherit(self, fact: Fact, previous: Fact) -> None:
        fact.indicator, fact.measure, fact.variant = previous.indicator, previous.measure, previous.variant
        fact.entity, fact.entity_id, fact.partner, fact.balance = previous.entity, previous.entity_id, previous.partner, previous.balance
        fact.rules.append("indicator: that of the figure it is set beside")

    def _named_in(self, sentence: Sentence, clue: Clue) -> list[str]:
        return [c.key for c in sentence.clues if c.kind == "indicator" and c.role == "noun" and c is not clue]

    def _variant(self, fact: Fact, sentence: Sentence, clue: Clue) -> None:
        for found in sentence.clues:
            if (
                found.kind.startswith("variant.")
                and clue.first - 3 <= found.first <= clue.last + 3
                and (found.last >= clue.first or not set(sentence.tokens[found.last + 1 : clue.first]) & {",", "and", "of"})
            ):
                if found.key in indicator.variants(fact.indicator, self.story.language):
                    fact.variant = found.key
                    fact.rules.append(f"variant: {found.key}")
                    return

    def _per_share(self, fact: Fact) -> None:
        """Profits and losses are told in sums and a share: "$3.3 million, or 12 cents a share, against $2.6 million, or 10 cents"."""
        if not fact.quantity.unit.isupper():
            return
        if fact.indicator in ("profit", "loss"):
            self.result = fact.indicator
            if fact.quantity.per == "share" or (fact.quantity.per is None and abs(fact.quantity.high) < SMALL):
                fact.indicator = "eps"
                fact.rules.append("indicator: a profit per share")
        elif fact.indicator == "eps" and fact.quantity.per is None and fact.quantity.low >= SUM:
            fact.indicator = self.result
            fact.rules.append("indicator: a sum beside a profit per share")

    def _relief(self, fact: Fact, sentence: Sentence) -> None:
        """A write-off: whose debt, and who let it go."""
        verb = next((c for c in sentence.clues if c.kind == "indicator" and c.key == "debt_relief"), None)
        if verb is None or fact.quantity.unit in ("percentage_point", "basis_point"):
            return
        if verb.role == "verb" and self._words("debt").isdisjoint(sentence.tokens):
            return
        at = sentence.token_at(fact.mention.span.start)
        if verb.role == "verb" and not 0 < at - verb.last <= 8:
            return
        places = place.places(sentence)
        owed = next(
            (i for i, t in enumerate(sentence.tokens) if t in self._words("owing") and sentence.tokens[i + 1 : i + 2] in (["by"], ["to"])),
            None,
        )
        debtor = creditor = None
        if owed is not None:
            other = next((c.key for c in places if c.first > owed), None)
            subject = next((c.key for c in places if c.last < verb.first and c.role != "seats"), None) or next(
                (c.key for c in places if c.last < verb.first), None
            )
            debtor, creditor = (other, subject) if sentence.tokens[owed + 1] == "by" else (subject, other)
        else:
            creditor = next((c.key for c in places if c.last < verb.first), None)
            debtor = next((c.key for c in places if c.first > verb.last and c.key not in (creditor, "SUN")), None)
        fact.indicator, fact.measure, fact.statistic, fact.direction = "debt_relief", "debt", "level", None
        fact.entity = fact.entity_id = debtor
        fact.partner = creditor
        fact.rules.append("indicator: a debt let go")

    def _entity(self, fact: Fact, sentence: Sentence, clue: Clue | None, places: list[Clue], first: int) -> float:
        kind = indicator.owner(fact.indicator, self.story.language)
        if kind == "thing":
            return 0.9
        if kind == "place" or (kind == "any" and places):
            return self._place(fact, sentence, clue, places, first)
        named = self.story.organisations_in(sentence.start, sentence.end)
        mention_start = fact.mention.span.start
        before = [o for o in named if o.end <= mention_start]
        if before:
            fact.entity = fact.entity_id = before[0].name if len(before) == 1 else before[-1].name
            fact.rules.append("entity: organisation named before the figure")
            return 0.85
        if self.story.organisations:
            fact.entity = fact.entity_id = min(self.story.organisations, key=lambda o: o.first).name
            fact.rules.append("entity: the story's first organisation")
            return 0.6
        if indicator.marked(fact.indicator, "company", self.story.language):
            return 0.5
        return self._place(fact, sentence, clue, places, first)

    def _place(self, fact: Fact, sentence: Sentence, clue: Clue | None, places: list[Clue], first: int) -> float:
        tokens = sentence.tokens
        if fact.indicator == "trade_turnover" and clue is not None:
            pair = self._pair_in(sentence, places, clue) or (self.pair if self._two_countries(sentence) else None)
            if pair:
                fact.entity, fact.partner = pair
                fact.entity_id = fact.entity
                fact.rules.append("entity: the two countries that trade")
                return 0.85
        adjective = None
        if clue is not None:
            adjective = next(
                (
                    p
                    for p in reversed(places)
                    if p.last < clue.first
                    and clue.first - p.last <= 3
                    and self._words("not_at_noun").isdisjoint(tokens[p.last + 1 : clue.first])
                ),
                None,
            )
            inside = next(
                (
                    p
                    for p in places
                    if p.first > clue.last
                    and p.first - clue.last <= 4
                    and p.first - clue.last > 1
                    and self._words("place_links").issuperset(tokens[clue.last + 1 : p.first])
                ),
                None,
            )
            adjective = adjective or inside
            if adjective is not None:
                fact.entity = fact.entity_id = adjective.key
                fact.rules.append("entity: place at the noun")
                self._partner(fact, sentence, clue, places)
                return 0.92
        other_side = self._words("partner_links") if fact.indicator in TRADE else frozenset()
        subject = [
            p
            for p in places
            if (
                p.last < first
                and p.role in ("names", "people", "bodies")
                and tokens[p.first - 1 : p.first] != []
                and tokens[p.first - 1] not in other_side
            )
            or p.first == 0
        ]
        if subject:
            fact.entity = fact.entity_id = subject[0].key
            fact.rules.append("entity: place before the figure")
            if clue is not None:
                self._partner(fact, sentence, clue, places)
            return 0.8
        if self.story.main_place:
            fact.entity = fact.entity_id = self.story.main_place
            fact.rules.append("entity: the story's place")
            return 0.75
        return 0.6

    def _partner(self, fact: Fact, sentence: Sentence, clue: Clue, places: list[Clue]) -> None:
        if fact.indicator not in TRADE:
            return
        other = next(
            (
                p
                for p in places
                if p.key != fact.entity and 0 < p.first - clue.last <= 4 and sentence.tokens[p.first - 1] in self._words("partner_links")
            ),
            None,
        )
        if other is not None:
            fact.partner = other.key
            fact.rules.append("partner: named after the noun")

    def _pair_in(self, sentence: Sentence, places: list[Clue], clue: Clue) -> tuple[str, str] | None:
        """The pair of "trade between A and B"."""
        for one, other in pairwise(places):
            if (
                one.first - clue.last <= 4
                and one.first > clue.last
                and sentence.tokens[one.last + 1 : other.first] == ["and"]
                and "between" in sentence.tokens[clue.last + 1 : one.first]
            ):
                return one.key, other.key
        return None

    def _two_countries(self, sentence: Sentence) -> bool:
        pairs = pairwise(sentence.tokens)
        return any(" ".join(pair) in self._words("pair_of_places") for pair in pairs)

    def _money(self, fact: Fact, mention: Mention) -> None:
        if not mention.quantity.unit.isupper():
            return
        if mention.quantity.unit == UNTOLD:
            if self.sum is not None and indicator.marked(fact.indicator, "money", self.story.language):
                fact.quantity = mention.quantity._replace(unit=self.sum)
                fact.rules.append(f"currency of the sum before ({self.sum})")
            return
        home = self.story.home
        day = self.story.published.text
        fact.quantity, rule = currency.settle(mention.quantity, mention, fact.entity_id, home, self.currencies, day, self.story.language)
        fact.rules.append(rule)
        if not mention.candidates and mention.rule != "understood unit":
            self.currencies[fact.quantity.unit] += 1
        if fact.quantity.low >= SUM:
            self.sum = fact.quantity.unit

    def _breaks(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a new clause begins between two places: a time beyond is about something else."""
        return not self._words("clause_breaks").isdisjoint(sentence.tokens[sentence.token_at(start) : sentence.token_at(end)])

    def _convert(self, fact: Fact, previous: Fact) -> None:
        """ "14bn euros ($18.34bn)": the same fact in another money."""
        fact.statistic, fact.direction, fact.status, fact.revision = (
            previous.statistic,
            previous.direction,
            previous.status,
            previous.revision,
        )
        fact.basis = previous.basis
        if fact.period is None:
            fact.period, fact.period_source = previous.period, previous.period_source
        fact.rules.append("the same fact in another money")

    def _denominator(self, fact: Fact, sentence: Sentence, clue: Clue | None, last: int) -> None:
        if fact.quantity.per is not None:
            self.denominators[fact.indicator] = fact.quantity.per
            return
        name, rule = per.understood(fact, sentence, clue, last, self.denominators, self.story.language)
        if name is not None and rule is not None:
            fact.quantity = fact.quantity._replace(per=name)
            fact.rules.append(rule)

    def _period(self, fact: Fact, sentence: Sentence, mention: Mention, i: int, beside: Fact | None) -> None:
        times = self.times
        at = self.story.at
        following = self.story.mentions[self.story.sentence_of(mention.span.start)]
        until = following[i + 1].span.start if i + 1 < len(following) else sentence.end
        since = following[i - 1].span.end if i else sentence.start
        after = [t for t in times if mention.span.end <= t.start < until and not self._breaks(sentence, mention.span.end, t.start)]
        before = [t for t in times if since <= t.start and t.end <= mention.span.start]
        chosen = after[0] if after else before[-1] if before else None
        if chosen is not None and chosen.kind == "ago" and beside is not None and beside.period:
            fact.period, fact.period_source = calendar.earlier(beside.period, 1), "inferred"
            fact.rules.append("period: a year before the figure beside it")
            return
        if (
            chosen is not None
            and chosen.kind != "ago"
            and (fact.indicator != "trade_turnover" or fact.status != "target" or chosen.parts.get("by"))
        ):
            fact.period = resolve(chosen, at, self.story.language)
            if fact.period:
                fact.period_source = "stated"
                fact.rules.append(f"period: {chosen.kind} {'after' if after else 'before'} the figure")
                return
        if beside is not None and beside.period and fact.statistic != "level":
            fact.period, fact.period_source = beside.period, beside.period_source
            fact.rules.append("period: that of the figure it is set beside")
        elif beside is None or fact.statistic == "level":
            earlier = [
                t
                for t in times
                if t.end <= mention.span.start and t.kind in ("month", "quarter", "year", "year_to", "half", "first", "months")
            ]
            if earlier and beside is not None and sentence.tokens[sentence.token_at(mention.span.start) - 1] == "to" and beside.period:
                fact.period, fact.period_source = beside.period, beside.period_source
            elif earlier and fact.statistic in ("growth", "change"):
                fact.period = resolve(earlier[-1], at, self.story.language)
                fact.period_source = "inferred" if fact.period else "none"
        if (
            fact.period is None
            and self.release
            and fact.status in RELEASED
            and indicator.marked(fact.indicator, "released", self.story.language)
        ):
            fact.period, fact.period_source = self.release, "inferred"
            fact.rules.append("period: that of the release")
        if (
            fact.period is None
            and fact.statistic == "level"
            and fact.status == "actual"
            and at is not None
            and not indicator.marked(fact.indicator, "flow", self.story.language)
        ):
            fact.period_source = "reference_date"

    def _basis(self, fact: Fact, sentence: Sentence, first: int) -> None:
        if fact.statistic not in ("growth", "change"):
            return
        near = [c for c in sentence.clues if c.kind.startswith("basis.")]
        if near:
            closest = min(near, key=lambda c: abs(c.first - first))
            fact.basis = closest.kind.partition(".")[2]
            fact.rules.append(f"basis: {' '.join(sentence.tokens[closest.first : closest.last + 1])}")
        else:
            self._basis_of_release(fact)

    def _basis_of_release(self, fact: Fact) -> None:
        if (
            fact.basis is None
            and fact.statistic in ("growth", "change")
            and len(fact.period or "") == 4
            and fact.status in ("actual", "forecast", "estimate")
        ):
            fact.basis = "yoy"
            fact.rules.append("basis: a year over the year before")
        if (
            fact.basis is None
            and fact.statistic == "growth"
            and fact.status in RELEASED
            and MONTH.fullmatch(fact.period or "")
            and indicator.marked(fact.indicator, "monthly", self.story.language)
        ):
            fact.basis = "mom"
            fact.rules.append("basis: a monthly release, over the month before")

    def _ambiguous(self, fact: Fact, previous: Fact | None, sentence: Sentence, start: int, first: int) -> None:
        """ "grew 32 percent in 2014, or $10.2 million": the amount is the change, or the level reached; the story cannot tell."""
        if (
            previous is None
            or previous.statistic != "growth"
            or not fact.quantity.unit.isupper()
            or sentence.tokens[first - 1] != "or"
            or first - start > 5
        ):
            return
        fact.statistic, fact.direction = "change", previous.direction
        fact.period, fact.period_source, fact.basis = previous.period, previous.period_source, previous.basis
        fact.alternatives.append({"statistic": "level", "direction": None})
        fact.rules.append("statistic: an amount that restates a growth is its change, or the level reached")
