"""How firmly a figure is said: actual, estimate, forecast, target, plan or hypothetical.

The nearest word that governs the figure decides: a noun that it is the value of ("a target of 5 pct"), a verb before it in its
sentence ("will", "expects", "rose"), or the verb that it is the subject of.  A base and a comparison are facts unless their own words
say otherwise.
"""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.standing import (
    agreed,
    bets,
    charges,
    examples,
    future,
    goals,
    guesses,
    joined,
    known,
    not_yet,
    packages,
    steering,
    subjects,
    supposed,
    unsaid,
)
from pipeline.interpret.standing.asides import aside, closed
from pipeline.interpret.standing.behind import behind
from pipeline.interpret.standing.compared import compared, of_analysts
from pipeline.interpret.standing.early import by_time, done_long_ago, foreseen_before, long_over
from pipeline.interpret.standing.foretold import foretold
from pipeline.interpret.standing.future import FAIR, OPEN, SURE, Told, as_subject, copula, foreseen_by, modal
from pipeline.interpret.standing.hanging import guessed, saw_coming
from pipeline.interpret.standing.headed import under_heading
from pipeline.interpret.standing.modality import BREAK, INFINITIVE, Operator, forms, operators
from pipeline.interpret.standing.pending import Pending
from pipeline.interpret.standing.reach import CLOSE, among, attribute, bound, foretells, measures, no_aim, noun, of_market, passive, reaches
from pipeline.interpret.standing.supposed import doubted, each_move
from pipeline.interpret.standing.unconfirmed import only_reported
from pipeline.interpret.standing.undone import Undone
from pipeline.interpret.story import Story

VALUED = "what a bid values"


class Status:
    """Settles `status`; remembers the figures that are the value of a noun ("a target of")."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.sentence: Sentence | None = None
        self.operators: list[Operator] = []
        self.by_noun: set[int] = set()
        self.pending = Pending(story)
        self.undone = Undone(story, self.pending)

    def after_period(self, figure: Figure) -> None:
        """What the time of a figure, once it is known, says of its status."""
        if (told := by_time(figure, figure.first in self.by_noun)) is not None:
            figure.fact.status, rule = told
            figure.because(f"status: {rule}")
        elif figure.fact.status == "plan" and figure.first not in self.by_noun and done_long_ago(figure, self.operators):
            figure.fact.status = "actual"
            figure.because("status: a deal of years ago", OPEN)
        elif figure.fact.status == "plan" and figure.money and packages.passed(figure) and long_over(figure):
            figure.fact.status = "actual"
            figure.because("status: a package of long ago", OPEN)
        not_yet.settle(figure, not self.operators)

    def settle(self, figure: Figure) -> None:
        if figure.sentence is not self.sentence:
            self.sentence, self.by_noun = figure.sentence, set()
            self.operators = operators(self.story.text, figure.sentence, self.language)
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in ("converted", "restated") and anchor is not None:
            fact.status = anchor.fact.status
            figure.because("status: that of the amount it restates")
            return
        if steering.aim(figure):
            fact.status = "target"
            if fact.indicator == steering.STEERED:
                fact.statistic, fact.direction = "level", None
            figure.because("status: what inflation is held to", FAIR)
            return
        fact.status, rule, weight = self._told(figure)
        if fact.status in ("actual", "plan") and (bet := bets.told(figure)) is not None:
            fact.status, rule, weight = bet
        if fact.indicator == "imports" and figure.previous is not None and figure.previous.fact.indicator == "tariff":
            if not forms("laid_on", self.language).isdisjoint(figure.lead):  # "25% tariffs on $200 billion of goods"
                fact.status, rule = ("plan" if figure.previous.fact.status == "plan" else fact.status), "that of the tariff laid on it"
        valued = figure.first in self.by_noun
        if fact.status == "target" and (fact.indicator == "share_price" or of_analysts(figure)):
            fact.status = "forecast"  # what an analyst expects
        elif fact.status == "plan" and measures(figure, "prices") and not (valued or rule == VALUED or unsaid.priced(figure)):
            fact.status, rule = "actual", "nobody plans a price"
        elif fact.status == "plan" and measures(figure, "gained") and not valued and among(figure, "gains", figure.lead[-CLOSE:]):
            fact.status, rule = "forecast", "nobody plans what he earns"
        elif fact.status == "plan" and figure.frame.role == "reached" and measures(figure, "aimed_at") and not charges.announced(figure):
            fact.status, rule = "target", "nobody plans what trade comes to"
        elif fact.status == "plan" and unsaid.unveiled(figure):
            fact.status, rule = "actual", "results that are told"
        elif steering.stays(figure) or steering.settled(figure):
            fact.status, rule = "actual", "a rate that is left as it is, or set"
        elif fact.status == "actual" and (still := self.undone.planned(figure)) is not None:
            fact.status, rule = "plan", still
        self.undone.after(figure)
        figure.because(f"status: {rule}", weight)

    def _told(self, figure: Figure) -> Told:
        if figure.chance:
            return "forecast", "a chance of what will be", FAIR
        if (there := known.there(figure)) is not None:
            return "actual", there, FAIR
        if figure.frame.role == "moved" and among(figure, "each_time", figure.lead[-1:]):
            return "hypothetical", "each such move", FAIR
        if each_move(figure):
            return "hypothetical", "what each such move does", FAIR
        if only_reported(figure):
            return "hypothetical", "reported, and not confirmed", FAIR
        if unsaid.faced(figure):
            return ("plan" if measures(figure, "decided") else "forecast"), "a move that is faced", FAIR
        if (told_by := guesses.valued(figure) or under_heading(figure)) is not None:
            return told_by
        if supposed.needed(figure):
            return "hypothetical", "what it would have to come to", FAIR
        if supposed.threshold(figure):
            return "hypothetical", "from which on a rule is for somebody", FAIR
        if (example := examples.told(figure, self.operators)) is not None:
            return example
        if not self.operators and not figure.polled:
            return guesses.told(figure) or self._default(figure, "stated as fact")
        if (already := known.already(figure, self.operators)) is not None:
            return "actual", already, FAIR
        told = (
            behind(figure, self.operators, self.by_noun)
            or goals.told(figure, self.operators)
            or subjects.told(figure, self.operators)
            or joined.shared(figure, self.operators, self.by_noun)
            or compared(figure, self.operators, self.by_noun)
            or self._before(figure)
        )
        if told[0] == "plan" and figure.first in self.by_noun:
            if packages.in_force(figure, self.operators):
                return "actual", "a package that is in force", FAIR
            if joined.only_thought_of(figure, self.operators):
                return "hypothetical", "an offer that is only thought of", FAIR
        if told[0] == "actual" and agreed.bargained(figure):
            return "plan", "what is agreed on with another", FAIR
        if told[0] == "actual" and (guess := guesses.told(figure)) is not None:
            return guess
        if told[0] == "actual" and (beside := joined.stands_beside(figure)) is not None:
            return beside, "that of the value it stands beside", FAIR
        if told[0] in ("actual", "target") and supposed.inverted(figure, self.operators):
            return "hypothetical", "under a condition that opens the sentence", FAIR
        if told[0] != "actual" and figure.first and figure.first not in self.by_noun and not unsaid.itself_guessed(figure, told[0]):
            if (why := aside(figure, self.operators, told[0])) is not None:
                return "actual", why, FAIR
            if unsaid.moves_from(figure):
                return "actual", "what it goes on from", OPEN
            if unsaid.granted(figure):
                return "actual", "what it comes after", OPEN
            if unsaid.held(figure):
                return "actual", "what somebody has", FAIR
            if told[0] in ("plan", "forecast") and unsaid.closing(figure):
                return "plan", "a deal to be brought to its end", FAIR
            if not (told[0] == "plan" and self.pending.undone(figure)) and unsaid.there_already(figure, told[0]):
                return "actual", "somebody's already", OPEN
        return told

    def _before(self, figure: Figure) -> Told:
        """The nearest word before the figure that governs it, else the verb it is the subject of."""
        tokens = figure.sentence.tokens
        infinitive = sought = False
        before = known.reaching(figure, self.operators)
        past = unsaid.happened(figure)
        if unsaid.kept_within(figure):
            return "target", "to be kept within it", FAIR
        for n, op in reversed(list(enumerate(before))):
            if op.last < past:
                return "actual", "had happened before", FAIR
            word, previous = tokens[op.first], tokens[op.first - 1] if op.first else ""
            if op.kind in (BREAK, "says"):
                break
            if op.kind in ("actual", "copula") and closed(figure, op):
                continue
            if op.role != "verb" and bound(figure, op) and not of_market(figure, op) and not foretells(figure, op):
                if no_aim(figure, op):
                    continue
                if op.kind == "target" and among(figure, "attained", tokens[max(0, op.first - 3) : op.first]):
                    return "actual", f"{word!r} attained", FAIR
                self.by_noun.add(figure.first)
                if op.kind == "plan" and doubted(before[:n]):
                    return "hypothetical", f"{word!r} under a condition", FAIR
                return noun(figure, op), f"{word!r} before", SURE
            if op.role == "noun" or (op.role == "both" and attribute(figure, op)):
                if infinitive and op.kind == "plan" and not doubted(before[:n]) and joined.meant(figure, op):
                    return "plan", f"{word!r} to do it", FAIR
                continue
            if op.kind in ("will", "may") and known.in_measure(figure, op):
                continue  # "raised the price it will pay for crude by 50 cents"
            if op.kind in ("will", "may"):
                return modal(figure, before[:n], op)
            if (
                op.kind == INFINITIVE
                and among(figure, "no_more", [previous])
                and among(figure, "no_more.subjects", tokens[op.first - 2 : op.first - 1])
            ):
                return "actual", "what used to be done", FAIR
            if op.kind == INFINITIVE or (previous == "to" and op.kind == "plan"):
                infinitive, sought = True, sought or op.kind == "plan"
            elif (
                n
                and before[n - 1].kind in ("will", "may")
                and forms("in_modals", self.language).issuperset(tokens[before[n - 1].last + 1 : op.first])
            ):
                continue  # "could hit", "could well hit"
            elif (op.kind == "copula" and previous == "to") or (
                among(figure, "trailing", [word]) and not among(figure, "finite_before", [previous])
            ):
                if unsaid.offered(figure, op):
                    return "plan", VALUED, FAIR
                continue  # "agreed a deal valued at", "expected to remain at"
            elif op.kind in ("copula", "actual") and supposed.conditional(figure, before[:n], op):
                return "hypothetical", f"by {word!r} under a condition", FAIR
            elif op.kind == "copula":
                able = tokens[op.last + 1 : op.last + 3]  # "was also able to"
                if infinitive and "not" not in able and among(figure, "managed", able) and among(figure, "past", [word]):
                    return "actual", f"by {word!r} able to do it", FAIR
                if (told_of := copula(figure, before[:n], op, infinitive)) is not None:
                    return told_of
                if self.pending.undone(figure, word):
                    return "plan", "a deal not done", OPEN
                if (head := future.moved_itself(figure, before[:n], op)) is not None:
                    self.by_noun.add(figure.first)
                    return noun(figure, head), f"{tokens[head.first]!r} that stayed", FAIR
                return "actual", f"by {word!r}", FAIR
            elif op.kind == "actual":
                if previous == "to" and op.last == op.first:
                    infinitive = infinitive or among(figure, "infinitives", [word])
                    continue  # "on track to hit 5 billion"
                if word in forms("periods.verbs", self.language) and among(figure, "periods", [previous]):
                    continue  # "in the quarter ended March 31"
                if passive(figure, op):
                    continue
                if sought and among(figure, "makes_do", [word]):
                    return "plan", f"by {word!r} to seek it", FAIR
                if among(figure, "guessed", [previous]):
                    return "estimate", f"{previous!r} of the past", FAIR
                if self.pending.undone(figure, tokens[op.first]):
                    return "plan", "a deal not done", FAIR
                if guessed(figure, before[:n], op):
                    return "estimate", "a guess that it did", FAIR
                if (told := foretold(figure, before[:n], op) or saw_coming(figure, op)) is not None:
                    return "forecast", f"by {told!r} that it did", FAIR
                if (head := future.moved_itself(figure, before[:n], op)) is not None:
                    self.by_noun.add(figure.first)
                    return noun(figure, head), f"{tokens[head.first]!r} that moved", FAIR
                return "actual", f"by {word!r}", SURE
            elif op.kind == "announced":
                if tokens[op.last + 1] == "by" or among(figure, "previously", [previous]):
                    continue
                reported = any(measures(figure, sort) for sort in ("reported", "unplanned", "foreseen"))
                return ("actual" if reported and not infinitive else "plan"), f"by {word!r}", FAIR
            elif op.kind == "hypothetical":
                if supposed.risk_moved(figure, op):
                    continue  # "raised the risk of a stroke by 60 percent"
                if "," not in tokens[op.last + 1 : figure.first]:
                    return "hypothetical", f"by {word!r}", FAIR
            elif unsaid.terms(figure, word):
                return "actual", f"by {word!r} of terms that hold", OPEN
            elif among(figure, "close_by", [word]) and "," in tokens[op.last + 1 : figure.first]:
                continue
            elif among(figure, "perceiving", [word]) and previous == "to":
                continue  # "the only state to see a fall"
            elif agreed.completed(figure, op):
                return "actual", f"by {word!r} completed", FAIR
            elif reaches(figure, op):
                if op.kind == "target" and measures(figure, "decided") and not among(figure, "needing", [word, tokens[op.last]]):
                    return "plan", f"by {word!r}", FAIR
                if among(figure, "hoping", [word]) and (infinitive or future.hoped_for(figure, op)):
                    return future.hoped(figure, op, infinitive), f"by {word!r} to do it", FAIR
                if op.kind == "plan" and among(figure, "calling", [word]) and future.called_for(figure, op, self.operators):
                    return "forecast", f"by {word!r}, which nobody plans", FAIR
                if among(figure, "provisionally", [previous]) and among(figure, "putting", [word]):
                    return "actual", f"by {previous!r} {word!r}", FAIR
                return op.kind, f"by {word!r}", FAIR
        if infinitive:
            if (foreseer := foreseen_by(figure, [], None)) is not None:
                return "forecast", f"what another is to do, {foreseer!r}", OPEN
            if figure.fact.statistic == "growth":
                return "actual", "by a move behind what is to be done", OPEN
            return "plan", "to do what is in one's hand", OPEN
        return as_subject(figure, self.operators) or future.along_with(figure) or self._default(figure, "stated as fact")

    def _default(self, figure: Figure, rule: str) -> Told:
        if unsaid.is_to(figure):
            return "forecast", "what is to be", OPEN
        if figure.frame.role == "base" and foreseen_before(figure):
            self.by_noun.add(figure.first)
            return "forecast", "a base that was foreseen", OPEN
        if self.pending.undone(figure):
            return "plan", "a deal not done", OPEN
        if among(figure, "scenarios", figure.sentence.tokens[: figure.first]):
            return "hypothetical", "in a scenario", OPEN
        return "actual", rule, FAIR
