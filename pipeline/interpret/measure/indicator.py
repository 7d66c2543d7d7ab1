"""What a figure measures: the noun or verb that governs it, the indicator that the noun names, and what narrows it."""

from __future__ import annotations

from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import exclusion
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.governor import governor
from pipeline.interpret.measure.instrument import Instruments, of_bills, of_market
from pipeline.interpret.measure.narrow import Named, of_verb, restrict, unadjusted
from pipeline.interpret.measure.phrase import Phrase, Phrases, closed
from pipeline.interpret.measure.said import Said
from pipeline.interpret.measure.sense import counted, dated, entries, fits, goods, held, marked, owner, qualified, refit, sense
from pipeline.interpret.story import Story

SMALL = 1_000
"""Below this a profit is one of a share: companies tell no smaller ones."""

SUM = 1_000_000
"""From here on an amount beside a profit per share is the profit."""

CARRY = 2
"""Sentences over which an unnamed measure is still the one named before."""

HEAD_SENTENCES, OFTEN_NAMED = 2, 3
"""A story is one of a company where its first sentences name one and it is named this often."""

BEHIND = 5
"""Tokens behind a figure within which what is left out of it is told."""

BOUGHT = 4
"""Tokens between a verb of buying or holding and what part is bought or held."""

NARROWS = 6
"""Tokens before a noun within which a word narrows it, where no "and" and no comma part them."""

REMEMBERED = 6
"""Indicators named before that a loose word may mean."""


class Measure:
    """Settles `indicator`, `measure`, `variant`, `balance` and `adjustment`; remembers what a story named before."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.named = [c.key for c in reversed(story.title.of("indicator")) if c.role == "noun"]
        self.theme = [*self.named, *self._told(story.title), *(self._told(story.sentence(0)) if story.spans else [])]
        self.result = "profit"
        self.last: Figure | None = None
        self.phrases: Phrases | None = None
        self.left_out: list[exclusion.LeftOut] = []
        self.said = Said(story)
        self.instruments = Instruments(self.language)
        self.subject: tuple[int, str, str] | None = None
        head = story.spans[:HEAD_SENTENCES]
        self.of_company = bool(head) and bool(story.organisations_in(head[0].start, head[-1].end)) and len(story.named) >= OFTEN_NAMED

    def settle(self, figure: Figure) -> None:
        fact, sentence, anchor = figure.fact, figure.sentence, self._anchor(figure)
        found = governor(figure, self._phrases(figure))
        own = found is not None and found.clue is not None and found.clue.first >= figure.start
        whole = figure.frame.role == "restated" and figure.mention.quantity.unit == "percent" and fact.statistic == "share"
        if anchor is not None and (figure.frame.role == "converted" or not own or whole):
            self._inherit(figure, anchor)
            self._left_out(figure, anchor)
        elif found is not None and found.clue is not None:
            self._named(figure, found, found.clue)
        else:
            self._unnamed(figure, found)
            self._left_out(figure)
        self._per_share(figure)
        self.instruments.settle(figure)
        if fact.indicator != "other" or figure.clue is not None:
            self.last = figure
        for clue in sentence.of("adjustment"):
            fact.adjustment = clue.key
        if "unadjusted" not in fact.variant and unadjusted(figure) and marked(fact.indicator, "released", self.language):
            fact.variant = ", ".join(filter(None, (fact.variant, "unadjusted")))
            figure.because("variant: unadjusted")
        if fact.measure.split()[-1:]:
            noun = fact.measure.split()[-1].casefold()
            fact.balance = next((side for side in ("surplus", "deficit") if noun in figure.words(side)), None)

    def _anchor(self, figure: Figure) -> Figure | None:
        """The figure that this one is set beside: a sum that is paired beside a rate is one of the sums before it."""
        anchor = figure.frame.anchor
        if anchor is None or anchor.money == figure.money or figure.frame.role in ("converted", "restated"):
            return anchor
        return next((other for other in reversed(figure.earlier) if other.money == figure.money), anchor)

    def _phrases(self, figure: Figure) -> Phrases:
        """The phrases of the figure's sentence, read once."""
        if self.phrases is None or self.phrases.sentence is not figure.sentence:
            sentence = figure.sentence
            names = self.story.organisations_in(sentence.start, sentence.end)
            self.phrases = Phrases(sentence, figure.spans, names, self.language)
            self.left_out = exclusion.read(sentence, self.phrases.figures, self.phrases.verbs, self.language)
        return self.phrases

    def after(self, sentence: Sentence, number: int) -> None:
        """Remember what a sentence named; what it named first, its subject, is what a pronoun behind it means."""
        fresh = [c for c in sentence.of("indicator") if c.role == "noun"]
        if fresh:
            self.named = [c.key for c in fresh] + self.named
            del self.named[REMEMBERED:]
            self.said.after(fresh)
            if self.last is None or self.last.number != number:
                self.subject = (number, fresh[0].key, self.story.text[fresh[0].start : fresh[0].end])

    def _inherit(self, figure: Figure, anchor: Figure) -> None:
        fact, other = figure.fact, anchor.fact
        fact.indicator, fact.measure, fact.variant, fact.balance = other.indicator, other.measure, other.variant, other.balance
        figure.clue = anchor.clue
        figure.because("indicator: that of the figure it is set beside", 0.9)

    def _unnamed(self, figure: Figure, found: Governor | None) -> None:
        """A figure whose clause names nothing: what the story went on about, or a noun that the lexicon does not know."""
        fact, last = figure.fact, self.last
        kind = counted(figure)
        if self._parity(figure):
            fact.indicator, fact.measure = "exchange_rate", "exchange rate"
            figure.because("indicator: an equation of two moneys", 0.9)
        elif self._stake(figure, found):
            fact.indicator, fact.measure = "stake", "stake"
            figure.because("indicator: a part of an organisation", 0.85)
        elif not figure.mention.optional and self._shares(figure, found):
            fact.indicator, fact.measure = "share_price", "shares"
            figure.because("indicator: an organisation that moved", 0.8)
        elif found is not None and found.phrase is not None and "part" in kind and found.phrase.first > figure.last:
            fact.indicator, fact.measure = "other", self._words(figure, found.phrase)
            figure.because(f"indicator: {found.rule}", found.weight)
        elif (
            self.subject is not None
            and figure.number - self.subject[0] <= 1
            and (last is None or self.subject[0] > last.number)
            and fits(self.subject[1], kind, self.language)
        ):
            _, fact.indicator, fact.measure = self.subject
            figure.because("indicator: what the sentence before is about", 0.6)
        elif last is not None and figure.number - last.number <= CARRY and fits(last.fact.indicator, kind, self.language):
            other = last.fact
            fact.indicator, fact.measure, fact.variant = other.indicator, other.measure, other.variant
            figure.clue = last.clue if last.number == figure.number else None
            figure.because("indicator: carried over from the figure before", 0.6)
        elif "points" in kind and "interest_rate" in (*self.named, *self.theme):
            fact.indicator = "interest_rate"
            fact.measure, fact.variant = self.said.rate()
            figure.because("indicator: points of the rates that the story is about", 0.7)
        elif found is not None and found.phrase is not None:
            fact.indicator = "other"
            fact.measure = self._words(figure, found.phrase)
            figure.because(f"indicator: {found.rule}", found.weight)
        elif (name := next((n for n in self.named if fits(n, kind, self.language)), None)) is not None:
            fact.indicator, fact.measure = name, self.said.noun(name)
            figure.because("indicator: carried over from the sentence before", 0.5)
        else:
            figure.because("indicator: none named", 0.3)

    def _words(self, figure: Figure, phrase: Phrase) -> str:
        """The words of a phrase as printed, on one line."""
        return " ".join(figure.story.text[figure.sentence.starts[phrase.first] : figure.sentence.ends[phrase.last]].split())

    def _parity(self, figure: Figure) -> bool:
        """Whether a figure is one side of an equation: "($1 = 0.72 euros)"."""
        tokens = figure.sentence.tokens
        return figure.money and ("=" in tokens[figure.last + 1 : figure.last + 2] or "=" in tokens[max(0, figure.first - 2) : figure.first])

    def _stake(self, figure: Figure, found: Governor | None) -> bool:
        """Whether a percentage is one of a name: "75 pct of Acme"."""
        if held(figure):
            return True
        if found is None or found.phrase is None or found.phrase.first < figure.last or figure.fact.statistic != "share":
            return False
        sentence = figure.sentence
        start, end = sentence.starts[found.phrase.first], sentence.ends[found.phrase.last]
        phrase, tokens = found.phrase, sentence.tokens
        for place in sentence.of("place"):
            if (
                place.first <= phrase.last
                and phrase.first <= place.last
                and tokens[place.last + 1 : place.last + 2] not in (["'s"], ["’s"])
            ):
                return False  # but "India's United Breweries"
        bought = (clue for clue in sentence.of("indicator") if clue.role == "verb" and clue.last < figure.first)
        if any(figure.first - c.last <= BOUGHT and c.key in ("deal_value", "stake") for c in bought):
            return True
        return bool(self.story.organisations_in(start, end)) or self.story.text[sentence.starts[found.phrase.last]].isupper()

    def _shares(self, figure: Figure, found: Governor | None) -> bool:
        """Whether the subject is an organisation and the figure what its shares did: "Acme fell 5 percent to 12 euros"."""
        if found is None or found.phrase is None or figure.frame.role not in ("step", "reached", "base", "moved"):
            return False
        if figure.money and (figure.fact.quantity.high >= SMALL or figure.fact.quantity.per not in (None, "share")):
            return False
        sentence = figure.sentence
        start, end = sentence.starts[found.phrase.first], sentence.ends[found.phrase.last]
        if self.story.organisations_in(start, end):
            return True
        named = "share_price" in self.named or (self.last is not None and self.last.fact.indicator == "share_price")
        return named and self.story.text[start].isupper() and not any(c.start < end and start < c.end for c in sentence.of("place"))

    def _named(self, figure: Figure, found: Governor, clue: Clue) -> None:
        fact, sentence = figure.fact, figure.sentence
        organised = self.of_company or (bool(self.story.organisations_in(sentence.start, sentence.end)) and not sentence.of("place"))
        beside = [c.key for c in sentence.of("indicator") if c.role == "noun" and c is not clue]
        named = [*beside, *([self.last.fact.indicator] if self.last is not None else []), *self.named, *self.theme]
        fact.indicator, rule = sense(clue, figure, named, organised)
        if (other := refit(fact.indicator, figure, named, clue)) is not None:
            fact.indicator, rule = other
        if fact.indicator == "deal_value" and of_market(figure, self.theme):
            fact.indicator, rule = "money_market", "an offer in the money market"
        if fact.indicator == "bond_yield" and of_bills(figure, clue, self.language):
            fact.indicator, rule = "interest_rate", "a yield of bills"
        if fact.indicator == "commodity_price" and not figure.money and (basket := self._basket()) is not None:
            fact.indicator, rule = basket, "a good of the basket that the story is about"
        if (
            fact.indicator == "share_price"
            and "rate" in counted(figure)
            and figure.lead[-1:]
            and figure.lead[-1] in closed("restating", self.language)
        ):
            fact.indicator, rule = "stake", "a percentage that restates a number of shares"
        figure.clue = clue
        figure.because(f"indicator: {found.rule} ({rule})", found.weight)
        phrase = Named(figure, clue, found.phrase, self._phrases(figure))
        fact.measure = of_verb(clue, fact.indicator, self.language) if clue.role == "verb" else phrase.measure()
        self._variant(figure, clue, phrase.low)
        if not fact.variant and clue.role != "verb" and (variant := phrase.variant(fact.indicator)):
            fact.variant = variant
            figure.because(f"variant: {variant}")
        self.said.settle(figure, clue)
        self._left_out(figure)

    def _left_out(self, figure: Figure, anchor: Figure | None = None) -> None:
        """What a measure that offices release is told without narrows it further: "durable goods" "ex transportation"."""
        fact = figure.fact
        if not self.left_out or not marked(fact.indicator, "released", self.language) or marked(fact.indicator, "result", self.language):
            return
        left = exclusion.of(figure, self.left_out)
        if left is None or left.variant in fact.variant or (anchor is not None and left.first < anchor.last):
            return
        out = set(figure.sentence.tokens[left.first : left.last + 1])
        kept = "" if fact.variant in exclusion.names(self.language) or out & set(fact.variant.replace("-", " ").split()) else fact.variant
        fact.variant = f"{kept} {left.variant}".strip() if left.known else ", ".join(filter(None, (kept, left.variant)))
        figure.because(f"variant: {left.variant}, left out")

    def _told(self, sentence: Sentence) -> list[str]:
        """The indicators that a sentence names by a word of their own, or by one that a word beside it settles."""
        return [key for c in sentence.of("indicator") if (key := c.key if c.role == "noun" else qualified(c, sentence, self.language))]

    def _basket(self) -> str | None:
        """The price index that the story is about: what it says of the prices of goods is then of the index's parts."""
        return next((name for name in [*self.theme, *self.named] if marked(name, "basket", self.language)), None)

    def _variant(self, figure: Figure, clue: Clue, low: int) -> None:
        """A variant of cues.toml: at the noun ("core inflation"), or, of those told so, behind the figure ("0.2 pct excluding autos")."""
        tokens = figure.sentence.tokens
        for found in figure.sentence.of("variant"):
            if found.key not in variants(figure.fact.indicator, self.language):
                continue
            at_noun = max(clue.first - NARROWS, min(low, clue.first - 3)) <= found.first <= clue.last + (
                6 if tokens[clue.last + 1 : clue.last + 2] == ["for"] else 3
            ) and (found.last >= clue.first or not set(tokens[found.last + 1 : clue.first]) & {",", "and", "of"})
            behind = found.role in ("after", "both") and 0 < found.first - figure.last <= BEHIND
            if (at_noun and found.role != "after") or behind or (at_noun and found.first > clue.last):
                figure.fact.variant = found.key
                figure.because(f"variant: {found.key}")
                return

    def _per_share(self, figure: Figure) -> None:
        """Profits and losses are told in sums and a share: "$3.3 million, or 12 cents a share, against $2.6 million, or 10 cents"."""
        fact = figure.fact
        if not figure.money:
            return
        if fact.indicator in ("profit", "loss"):
            self.result = fact.indicator
            if fact.quantity.per == "share" or (fact.quantity.per is None and abs(fact.quantity.high) < SMALL):
                fact.indicator = "eps"
                fact.variant = restrict(fact.variant, "eps", self.language)
                figure.because("indicator: a profit per share")
        elif fact.indicator == "eps" and fact.quantity.per is None and fact.quantity.low >= SUM:
            fact.indicator = self.result
            figure.because("indicator: a sum beside a profit per share")


def variants(indicator: str, language: str) -> tuple[str, ...]:
    """The variants that may narrow an indicator."""
    entry = entries(language).get(indicator)
    return tuple(entry.get("variants", ())) if entry else ()


__all__ = ["Measure", "dated", "goods", "marked", "owner", "variants"]
