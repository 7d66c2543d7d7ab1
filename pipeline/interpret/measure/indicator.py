"""What a figure measures: the noun or verb that governs it, the indicator that the noun names, and what narrows it."""

from __future__ import annotations

from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import (
    answer,
    component,
    content,
    cued,
    economy,
    exchange,
    exclusion,
    foreseen_share,
    homes,
    line_of,
    named_share,
    narrowed_anew,
    of_one,
    one_off,
    paper,
    petty,
    ratio,
    sections,
    sessions,
    set_beside,
    side,
    stepped,
    that_share,
    unnamed,
    unpaid,
    weighed,
)
from pipeline.interpret.measure.about import About
from pipeline.interpret.measure.amended import by_noun
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.chance import Chances
from pipeline.interpret.measure.charged import Charged
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import TIMES, counted, fits
from pipeline.interpret.measure.dwellings import Dwellings
from pipeline.interpret.measure.governor import governor
from pipeline.interpret.measure.instrument import Instruments, central_bank, of_bills, of_market, of_purchases, words
from pipeline.interpret.measure.items import Items
from pipeline.interpret.measure.marks import entries, marked
from pipeline.interpret.measure.memory import Memory
from pipeline.interpret.measure.narrow import Named, unadjusted
from pipeline.interpret.measure.official import Official
from pipeline.interpret.measure.per_share import PerShare
from pipeline.interpret.measure.phrase import Phrases
from pipeline.interpret.measure.poll import Poll
from pipeline.interpret.measure.sense import TOLD, refit, sense, told_of
from pipeline.interpret.measure.settlers import SETTLERS
from pipeline.interpret.measure.survey import those_asked
from pipeline.interpret.measure.without import RESULTS, Without
from pipeline.interpret.measure.wording import of_verb, variant_of_verb
from pipeline.interpret.owners.all_sellers import WHOLE
from pipeline.interpret.story import Story

BY_FIRM = frozenset({"retail_sales", "government_spending"})
"""What a word for sales, or for spending, means first, and not where a firm opens the sentence."""

GROWTH = "gdp"
"""What grows where nothing else is named: an economy."""

OUT_OF_WORK = "unemployment"
"""What is told in people first, and then as a rate."""

OF_MONEY = frozenset({"money_supply", "lending", "deposits", "house_prices", "wages"})
"""What grows in a nation in a story of it, where only the nation is named."""

STATE_FLOWS = frozenset({"revenue", "tax_revenue", "government_spending", "budget_balance"})
"""What a budget is about, and not what grows in it."""


class Measure:
    """Settles `indicator`, `measure`, `variant`, `balance` and `adjustment`; remembers what a story named before."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.closed = sets(self.language)
        self.memory = Memory(story)
        self.poll, self.chances = Poll(story, self.memory.theme), Chances(story.language)
        self.official, self.per_share = Official(), PerShare(story)
        self.phrases: Phrases | None = None
        self.left_out: list[exclusion.LeftOut] = []
        self.instruments = Instruments(self.language)
        self.items, self.charged = Items(story), Charged(story)
        self.about, self.without, self.dwellings = About(story), Without(story.language), Dwellings(story)

    def settle(self, figure: Figure) -> None:
        fact, sentence, anchor = figure.fact, figure.sentence, set_beside.anchor(figure)
        asked = self.poll.settle(figure)
        phrases = self._phrases(figure)
        found = exclusion.told_without(figure, governor(figure, phrases), self.left_out, phrases.nouns)
        clue = found.clue if found is not None else None
        if clue is not None and set_beside.measures_it(figure, clue, self.memory.last):
            found = clue = None
        own = found is not None and set_beside.own_noun(figure, found, anchor)
        whole = figure.frame.role == "restated" and figure.mention.quantity.unit == "percent" and fact.statistic == "share"
        if asked is not None:
            fact.indicator, fact.measure = asked, "survey"
            if fact.quantity.unit == "percent":
                fact.statistic, fact.direction = "share", None
            figure.because("indicator: what those asked expect" if asked == "confidence" else "indicator: what those asked say", 0.8)
        elif anchor is not None and (figure.frame.role in ("converted", "step") or not own or whole):
            self._inherit(figure, anchor)
            self._left_out(figure, anchor)
        elif found is not None and clue is not None:
            self._named(figure, found, clue)
        else:
            unnamed.settle(figure, found, self.memory)
            self._left_out(figure)
        cued.turned(figure)
        narrowed_anew.settle(figure, self.left_out)
        for settled in SETTLERS:
            settled.settle(figure)
        stepped.settle(figure, self.memory)
        unpaid.settle(figure, self.memory)
        petty.settle(figure, self.memory)
        foreseen_share.settle(figure, self.memory, self.about.company)
        paper.settle(figure, self.memory)
        weighed.settle(figure)
        named_share.settle(figure)
        content.settle(figure)
        homes.settle(figure, self.memory)
        ratio.settle(figure, self.memory)
        if fact.indicator == "other" and "confidence" in (*self.memory.theme, *self.memory.named) and those_asked(figure):
            fact.indicator, fact.variant, fact.statistic, fact.direction = "confidence", answer.of(figure), "share", None
            figure.because("indicator: what those asked in a survey of confidence say", 0.7)
        if not (self.charged.settle(figure) or self.items.settle(figure)):
            self.per_share.settle(figure)
            one_off.settle(figure)
            self.without.settle(figure)
        component.settle(figure, self.memory)
        sections.settle(figure)
        self.dwellings.settle(figure, self.memory.theme)
        self.official.settle(figure)
        self.instruments.settle(figure)
        self.chances.settle(figure)
        of_one.settle(figure)
        sessions.settle(figure)
        if (fact.indicator != "other" or figure.clue is not None) and not one_off.told(figure):
            self.memory.told(figure)
        fact.adjustment = next((clue.key for clue in reversed(sentence.of("adjustment"))), fact.adjustment)
        if "unadjusted" not in fact.variant and unadjusted(figure) and marked(fact.indicator, "released", self.language):
            fact.variant = ", ".join(filter(None, (fact.variant, "unadjusted")))
            figure.because("variant: unadjusted")
        if fact.measure and not side.part_of_it(figure):
            fact.balance = side.of(figure)
        if fact.indicator == "eps" and not figure.words("loss").isdisjoint(fact.measure.casefold().replace("-", " ").split()):
            fact.balance = "deficit"  # profits and losses a share are one series, where sums of either are two

    def _phrases(self, figure: Figure) -> Phrases:
        """The phrases of the figure's sentence, read once."""
        if self.phrases is None or self.phrases.sentence is not figure.sentence:
            sentence = figure.sentence
            names = self.story.organisations_in(sentence.start, sentence.end)
            self.phrases = Phrases(sentence, self.story.text, figure.spans, names, self.language)
            self.left_out = exclusion.read(sentence, self.phrases.figures, self.phrases.verbs, self.language)
        return self.phrases

    def after(self, sentence: Sentence, number: int) -> None:
        """Remember what a sentence named."""
        self.memory.after(sentence, number)
        self.dwellings.after(sentence)

    def _inherit(self, figure: Figure, anchor: Figure) -> None:
        fact, other = figure.fact, anchor.fact
        fact.indicator, fact.measure, fact.variant, fact.balance = other.indicator, other.measure, other.variant, other.balance
        figure.clue = anchor.clue
        figure.because("indicator: that of the figure it is set beside", 0.9)
        if other.indicator == "other" and not figure.money and anchor.clue is not None and anchor.clue.key == OUT_OF_WORK:
            # "fell to 3.2 million, or 11.7 percent": what counts no money is told of nothing else
            fact.indicator, fact.variant = OUT_OF_WORK, ""

    def _narrow(self, figure: Figure, clue: Clue, phrase: Named) -> None:
        fact = figure.fact
        cued.settle(figure, clue, phrase.low)
        variant = variant_of_verb(fact.indicator, self.language) if clue.role == "verb" else phrase.variant(fact.indicator)
        if not fact.variant and variant:
            fact.variant = variant
            figure.because(f"variant: {variant}")
        else:
            line_of.settle(figure, clue, phrase)

    def _last_told(self, last: Figure) -> str:
        """What the figure before measured; behind what a whole trade sells, in the story of a firm, sales are a firm's again."""
        return "revenue" if self.about.company and f"entity: {WHOLE}" in last.fact.rules else last.fact.indicator

    def _named(self, figure: Figure, found: Governor, clue: Clue) -> None:
        fact, sentence = figure.fact, figure.sentence
        loose = entries(self.language)["loose"]
        organised = (
            self.about.company
            or self.about.organised(sentence)
            or (self.about.by_firm(sentence) and not BY_FIRM.isdisjoint((loose.get(clue.key) or loose["verbs"].get(clue.key, ()))[:1]))
        )
        rents = self.closed["rents"] if clue.role == "loose" else ()
        beside = [c.key for c in sentence.of("indicator") if c.role == "noun" and c is not clue and sentence.tokens[c.last] not in rents]
        named = [
            *beside,
            *([self._last_told(self.memory.last)] if self.memory.last is not None else []),
            *self.memory.named,
            *self.memory.theme,
        ]
        last = next((n for n in named if n in loose.get(clue.key, ())), "")
        if not beside and (whole := loose["part_of"].get(last)) in self.memory.theme:
            named = [whole, *named]  # "a surplus of 3 billion was expected", behind a deficit in goods
        of_state = not organised and self.story.main_place is not None
        grew = self.memory.last is not None and self.memory.last.fact.statistic == "growth"
        foreseen = economy.aimed(clue, sentence, self.language)
        if foreseen and ((of_state and not self.about.company) or economy.governed(sentence, self.language)):
            named = [*(b for b in beside if b in OF_MONEY), GROWTH]
        elif of_state and economy.of_place(clue, sentence, self.language):
            named = [*(t for t in self.memory.theme if t in OF_MONEY), GROWTH]
        elif of_state and not grew and economy.alone(clue, sentence, self.language):
            named = [*beside, *(t for t in self.memory.theme if t not in STATE_FLOWS), GROWTH]
        fact.indicator, rule = sense(clue, figure, named, organised)
        if rule in that_share.OPEN and self.memory.last is not None and that_share.of(figure, clue, self.memory.last):
            fact.indicator, rule = self.memory.last.fact.indicator, "the share that was told before"
            fact.statistic, fact.direction = "share", None
        if fact.indicator in (GROWTH, "other") and (grown := economy.paced(clue, figure, self.language)) is not None:
            clue, found = grown, Governor(grown, "what grows at the rate", 0.85)
            fact.indicator, rule = grown.key, "named"
        if (other := refit(fact.indicator, figure, named, clue)) is not None:
            fact.indicator, rule = other
        if (amended := by_noun(figure, found, clue, fact.indicator, organised, named)) is not None:
            fact.indicator, rule = amended
        if (
            fact.indicator == "deal_value"
            and of_market(figure, self.memory.theme)
            and not (organised and central_bank(sentence.tokens[: figure.first], self.language) is None)
        ):
            fact.indicator, rule = "money_market", "an offer in the money market"
        if figure.money and fact.indicator in words("purchased", self.language) and of_purchases(figure, fact.indicator, self.language):
            fact.indicator, rule = "money_market", "what a central bank buys"
        if (dealt := exchange.of(figure, clue, "foreign_reserves" in named)) is not None:
            fact.indicator, rule = dealt
        if fact.indicator == "other" and exchange.parity(figure):
            fact.indicator, rule = "exchange_rate", "so much of one money for one of another"
        if fact.indicator == "bond_yield" and of_bills(figure, clue, self.language):
            fact.indicator, rule = "interest_rate", "a yield of bills"
        if (
            fact.indicator == "consumer_prices"
            and self.memory.basket(sentence, clue.first) == "producer_prices"
            and self._shared_goods(clue, sentence)
        ):
            fact.indicator, rule = "producer_prices", "goods of the basket that the story is about"
        if (
            fact.indicator == "commodity_price"
            and not figure.money
            and not _dealt_in(figure)
            and (basket := self.memory.basket(sentence, clue.first)) is not None
            and not (basket == "consumer_prices" and self._raw(clue, sentence))
        ):
            fact.indicator, rule = basket, "a good of the basket that the story is about"
        if (meant := self._within(figure, clue)) is not None:
            fact.indicator, rule = meant, "what the word means in such a story"
        if (
            fact.indicator == "share_price"
            and "rate" in counted(figure)
            and next((t for t in reversed(figure.lead) if t not in self.closed["hedges"]), "") in self.closed["restating"]
            and figure.words("index_units").isdisjoint(figure.lead)
        ):
            fact.indicator, rule = "stake", "a percentage that restates a number of shares"
        figure.clue = clue
        figure.because(f"indicator: {found.rule} ({rule})", found.weight)
        phrase = Named(figure, clue, found.phrase, self._phrases(figure))
        if rule == TOLD and (subject := told_of(clue, sentence)) is not None:
            fact.measure = " ".join(self.story.text[subject.start : subject.end].split())
        elif clue.role == "verb":
            noun = of_verb(clue, sentence.tokens[clue.last], fact.indicator, self.language)
            fact.measure = noun or self.memory.said.noun(fact.indicator)
        else:
            fact.measure = phrase.measure()
        if not phrase.whole(fact.indicator):
            self._narrow(figure, clue, phrase)
        self.memory.said.settle(figure, clue)
        self._left_out(figure)

    def _shared_goods(self, clue: Clue, sentence: Sentence) -> bool:
        """Whether a noun names goods whose prices are parts of more than one index ("food prices")."""
        return " ".join(sentence.tokens[clue.first : clue.last + 1]) in self.closed["shared_baskets"]

    def _raw(self, clue: Clue, sentence: Sentence) -> bool:
        """ "Gold rose 2 pct", "oil prices": whether what is priced is dealt in on markets, and in no shop."""
        return not self.closed["raw_goods"].isdisjoint(sentence.tokens[max(0, clue.first - 1) : clue.last + 2])

    def _within(self, figure: Figure, clue: Clue) -> str | None:
        """ "earnings" in a story of wages, "energy costs" in one of consumer prices: what the noun means where the story is about that."""
        tokens = figure.sentence.tokens
        if not self.closed["earned_by_firms"].isdisjoint(tokens[max(0, clue.first - 1) : clue.last]):
            return None  # "pretax earnings" are nobody's pay
        within = entries(self.language)["loose"]["within"]
        meanings = within.get(tokens[clue.last])
        if meanings is None or self.about.company or self.memory.at_border or figure.fact.indicator in (*meanings, *within["kept"]):
            return None
        kind = counted(figure)
        return next((n for n in (*self.memory.theme, *self.memory.named) if n in meanings and fits(n, kind, self.language)), None)

    def _left_out(self, figure: Figure, anchor: Figure | None = None) -> None:
        """What a measure that offices release is told without narrows it further: "durable goods" "ex transportation"."""
        fact = figure.fact
        if not self.left_out or not marked(fact.indicator, "released", self.language) or fact.indicator in RESULTS:
            return
        left = exclusion.of(figure, self.left_out)
        if left is None or left.variant in fact.variant or (anchor is not None and left.first < anchor.last):
            return
        out = set(figure.sentence.tokens[left.first : left.last + 1])
        kept = "" if fact.variant in exclusion.names(self.language) or out & set(fact.variant.replace("-", " ").split()) else fact.variant
        fact.variant = f"{kept} {left.variant}".strip() if left.known else ", ".join(filter(None, (kept, left.variant)))
        figure.because(f"variant: {left.variant}, left out")


def _dealt_in(figure: Figure) -> bool:
    """ "Gold dropped 1.4% to $1,142 an ounce", in a story of consumer prices: a price of a piece stands behind, as no basket has."""
    behind = next((m for m in figure.story.mentions[figure.number] if m.span.start > figure.mention.span.start), None)
    return behind is not None and behind.quantity.unit.isupper() and behind.quantity.per not in (None, *TIMES)
