"""From figures to facts: what each measures, whose it is, about when, how firmly it is said, and by whom.

Each question has its file and its class: `settle` answers it for one figure, in the order below, for a later question may rest on
an earlier answer; what a question must remember from sentence to sentence it keeps itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise

from pipeline.interpret import frame, led_to, links, still
from pipeline.interpret.amounts.money import Money
from pipeline.interpret.clauses import clauses
from pipeline.interpret.clue import Sentence
from pipeline.interpret.confidence import judge
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import at_constant, institutions, of_states, one_name, own_term, own_ware, policy_rate, shops, sold_as, term
from pipeline.interpret.measure.car_trade import CarTrade
from pipeline.interpret.measure.indicator import Measure
from pipeline.interpret.measure.of_parts import Divisions
from pipeline.interpret.measure.scope import Scope
from pipeline.interpret.measure.unnamed import CARRY
from pipeline.interpret.measure.which_good import WhichGood
from pipeline.interpret.measure.which_market import Markets
from pipeline.interpret.measure.which_prices import WhichPrices
from pipeline.interpret.owners import home_regions, town_rows, units
from pipeline.interpret.owners.managers import Managers
from pipeline.interpret.owners.owner import Owner
from pipeline.interpret.owners.priced import Prices
from pipeline.interpret.spelling import in_one_word
from pipeline.interpret.standing import notional
from pipeline.interpret.standing.revision import Revision
from pipeline.interpret.standing.status import Status
from pipeline.interpret.statistic import Statistic
from pipeline.interpret.story import Story, read_story
from pipeline.interpret.times.period import Period
from pipeline.interpret.voice.attribution import Attribution
from pipeline.model import Document, Fact, Mention, Span
from pipeline.recognise.ellipsis import UNTOLD


def interpret(document: Document, text: str, spans: list[Span], mentions: list[Mention]) -> list[Fact]:
    """The facts of a story, in order; `text` is its cleaned text, `spans` its sentences, `mentions` its figures."""
    return [figure.fact for figure in read(document, text, spans, mentions)]


def read(document: Document, text: str, spans: list[Span], mentions: list[Mention]) -> list[Figure]:
    """The figures of a story with their facts filled in, and how each was understood."""
    if not mentions:
        return []
    title = in_one_word(document.title, document.language)
    story = read_story(replace(document, title=title), in_one_word(text, document.language), spans, mentions)
    reader = _Reader(story)
    figures = [figure for number in _near_a_figure(story) for figure in reader.read(number, story.sentence(number))]
    links.link(figures)
    judge(figures)
    return figures


def _near_a_figure(story: Story) -> list[int]:
    """The sentences that hold a figure, and those that name what may be carried to one that does, in order."""
    holding = [number for number, mentions in enumerate(story.mentions) if mentions]
    return sorted({number - back for number in holding for back in range(min(CARRY, number) + 1)})


def _told(figure: Figure) -> bool:
    """Whether a fact says enough: a sum its currency, a figure in words ("a third of those asked") an economic measure."""
    fact = figure.fact
    return fact.quantity.unit != UNTOLD and not (fact.mention.optional and fact.indicator == "other") and not still.passing(figure)


class _Reader:
    """Asks the questions of a story's figures, sentence by sentence."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.statistic = Statistic(story)
        self.measure = Measure(story)
        self.owner = Owner(story)
        self.managers = Managers(story)
        self.prices, self.which_good, self.divisions, self.car_trade = Prices(), WhichGood(story), Divisions(story), CarTrade(story)
        self.scope, self.markets, self.which_prices = Scope(), Markets(), WhichPrices(story)
        self.money = Money(story)
        self.status = Status(story)
        self.revision = Revision(story)
        self.period = Period(story)
        self.attribution = Attribution(story)
        self.sha = hashlib.sha256(story.document.text.encode("utf-8", "surrogatepass")).hexdigest()

    def read(self, number: int, sentence: Sentence) -> list[Figure]:
        """The figures of one sentence, their facts filled in."""
        self.owner.before(sentence)
        self.attribution.before(sentence, number)
        figures = self._figures(number, sentence) if self.story.mentions[number] else []
        if figures:
            self.period.before(sentence)
        for figure in figures:
            figure.frame = frame.frame(figure)
            self.statistic.settle(figure)
            self.measure.settle(figure)
            self.statistic.after_measure(figure)
            if (step := led_to.measure(figure)) is not None:
                step.fact.period = step.fact.basis = None
                self.period.settle(step)
            self.owner.settle(figure)
            led_to.owner(figure)
            self.managers.settle(figure)
            units.settle(figure)
            self.which_prices.settle(figure)
            shops.settle(figure)
            self.car_trade.settle(figure)
            institutions.settle(figure)
            of_states.settle(figure)
            self.divisions.settle(figure, self.measure.phrases)
            home_regions.settle(figure)
            town_rows.settle(figure)
            self.status.settle(figure)
            notional.settle(figure)
            self.revision.settle(figure)
            self.period.settle(figure)
            self.prices.settle(figure)
            self.status.after_period(figure)
            self.revision.after_status(figure)
            self.attribution.settle(figure)
            self.money.settle(figure)
            self.which_good.settle(figure)
            own_term.settle(figure)
            term.apart(figure)
            at_constant.forget(figure)
            own_ware.settle(figure)
            sold_as.settle(figure)
            one_name.settle(figure)
            policy_rate.settle(figure)
            self.scope.settle(figure)
            at_constant.settle(figure)
            self.markets.settle(figure)
        self.measure.after(sentence, number)
        self.which_prices.after(sentence)
        self.owner.after(sentence)
        told = [figure for figure in figures if _told(figure)]
        self.period.after(told)
        return told

    def _figures(self, number: int, sentence: Sentence) -> list[Figure]:
        mentions = self.story.mentions[number]
        spans = [(sentence.token_at(m.span.start), sentence.token_at(m.span.end - 1)) for m in mentions]
        bounds = [*clauses(sentence, spans, self.story.language), len(sentence.tokens)]
        figures: list[Figure] = []
        for mention, (first, last) in zip(mentions, spans, strict=True):
            start = figures[-1].last + 1 if figures else 0
            clause = next(((a, b) for a, b in pairwise(bounds) if a <= first < b), (0, len(sentence.tokens)))
            fact = Fact(
                self._id(mention),
                self.story.document.id,
                mention,
                Span(sentence.start, sentence.end),
                mention.quantity,
                approximation=mention.approximation,
                rules=[f"read: {mention.rule}"],
            )
            beside = [figure for figure in figures if not figure.mention.optional]  # figures are compared with figures, not with words
            figures.append(Figure(self.story, sentence, number, mention, fact, beside, spans, first, last, max(start, clause[0]), clause))
        return figures

    def _id(self, mention: Mention) -> str:
        return hashlib.sha256(f"{self.sha}:{mention.span.start}:{mention.span.end}:0".encode()).hexdigest()
