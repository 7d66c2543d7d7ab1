"""Whether a figure is a level, a growth, a change or a share, and which way it went."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret import growth, movement, objects, points, whole
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure.counted import counted
from pipeline.interpret.story import Story
from pipeline.recognise.part import direction
from pipeline.recognise.percent import GROWN, STILL

WHOLE = 3
"""Tokens between a percentage and what it is a part of: "raised its 12 pct voting stake"."""

AT = 6
"""Tokens between "at" and a rate."""

EXTRA = 3
"""Tokens between "extra" and its sum."""

STANDS = 3
"""Tokens before a rate within which it is said that it is there, or by how much it moves."""

LOST = 4
"""Tokens between "lost" and its sum."""

FAR = 5
"""How many times a step an amount beside it is that is no step: a price."""

GAIN = 3
"""Tokens in which a profit's noun goes on behind its "gain"."""


class Statistic:
    """Settles `statistic` and `direction`: first from the figure's frame, then from what the measure can be."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def settle(self, figure: Figure) -> None:
        """Answer from the words around the figure."""
        fact, frame = figure.fact, figure.frame
        anchor = frame.anchor.fact if frame.anchor else None
        if figure.mention.optional:
            self._in_words(figure)
            return
        if frame.role == "converted" and anchor is not None:
            fact.statistic, fact.direction = anchor.statistic, anchor.direction
            figure.because("statistic: the same fact in another money")
            return
        if frame.role == "restated" and anchor is not None and anchor.statistic == "growth" and figure.money and _an_amount(figure):
            fact.statistic, fact.direction = "change", anchor.direction
            fact.alternatives.append({"statistic": "level", "direction": None})
            figure.because("statistic: an amount that restates a growth is its change, or the level reached")
            return
        if (
            frame.role == "restated"
            and anchor is not None
            and anchor.statistic == "change"
            and figure.money
            and anchor.quantity.unit.isupper()
        ):
            fact.statistic, fact.direction = anchor.statistic, anchor.direction
            figure.because("statistic: that of the amount it restates")
            return
        part = figure.sentence.tokens[figure.behind : figure.behind + 1] == ["of"]
        if frame.role == "restated" and frame.anchor is not None and anchor is not None and anchor.statistic == "change" and not part:
            if frame.anchor.money and not figure.money:  # "increased by $5 million or 29 pct"
                fact.statistic, fact.direction = "growth", anchor.direction
                figure.because("statistic: a percentage that restates a change is its growth")
                return
        fact.statistic, fact.direction, rule = self._told(figure)
        if fact.statistic == "growth" and growth.below_zero(figure):
            fact.direction = "down"  # "growth of minus 2 percent"
        figure.because(f"statistic: {rule}")

    def after_measure(self, figure: Figure) -> None:
        """Mend a level that its measure cannot have: a percentage of an amount is its growth, or a part of a whole."""
        fact = figure.fact
        move, clue = figure.frame.move, figure.clue
        more = move is not None and move.first == figure.behind and figure.sentence.tokens[move.last + 1 : move.last + 2] != ["than"]
        if more and fact.statistic == "change" and fact.indicator in ("aid", "debt_relief") and figure.money:
            fact.statistic, fact.direction = "level", None  # "Norway pledged $5 million more"
            figure.because("statistic: what is given on top")
        if figure.chance:
            return  # a rate, whatever stands around it
        if fact.statistic == "change" and objects.moved(figure):
            fact.statistic, fact.direction = "level", None
            figure.because("statistic: what moves, and not by how much")
            return
        if fact.statistic == "change" and points.spread(figure):
            fact.statistic, fact.direction = "level", None
            figure.because("statistic: how far a yield is above another")
            return
        if figure.money and fact.statistic == "change" and move is not None and clue is not None:
            if clue.key in _indicators("sums", self.story.language) and clue.first <= move.first <= clue.last < move.last + GAIN:
                fact.statistic, fact.direction = "level", None  # "a 2.5 mln dlr gain on the sale", "a 2 billion dlr capital increase"
                figure.because("statistic: a move that is the name of a sum")
                return
        if figure.money and fact.statistic == "level" and (beaten := growth.beaten(figure)) is not None:
            fact.statistic, fact.direction = "change", beaten
            figure.because("statistic: by how much a forecast was passed")
            return
        if figure.money and fact.statistic == "level" and (way := growth.cut(figure)) is not None:
            fact.statistic, fact.direction = "change", way
            figure.because("statistic: what is cut is a change")
            return
        if figure.money and fact.statistic == "level" and fact.indicator == "costs" and self._saved(figure):
            fact.statistic, fact.direction = "change", "down"
            figure.because("statistic: what is saved is a change")
            return
        if figure.money and fact.statistic == "level" and self._lost(figure):
            fact.statistic, fact.direction = "change", "down"
            figure.because("statistic: what is lost of a worth is a change")
            return
        if fact.statistic == "change" and fact.indicator == "money_market" and self._moves("added", figure):
            fact.statistic, fact.direction = "level", None
            figure.because("statistic: what is added to a market is a sum")
            return
        if figure.money and fact.statistic == "level" and figure.frame.role != "base" and self._extra(figure):
            fact.statistic, fact.direction = "change", "up"
            figure.because("statistic: what is extra is a change")
            return
        if fact.quantity.unit == "percent" and fact.statistic == "growth" and fact.indicator in _indicators("points", self.story.language):
            if self._stands(figure):
                fact.statistic, fact.direction = "level", None
                figure.because("statistic: where a rate stands")
                return
            fact.statistic = "change"
            figure.because("statistic: the step of a rate is one of points")
            return
        if fact.quantity.unit in movement.POINTS and fact.statistic == "level" and points.contributed(figure):
            fact.statistic, fact.direction = "change", "up"
            figure.because("statistic: points that one thing adds to another")
            return
        if fact.quantity.unit in movement.POINTS and fact.statistic == "level" and (way := points.apart_by(figure)) is not None:
            fact.statistic, fact.direction = "change", way
            figure.because("statistic: points by which yields drew nearer or apart")
            return
        if fact.quantity.unit in movement.POINTS and fact.statistic == "level" and (moved := points.step(figure)) is not None:
            fact.statistic, fact.direction = "change", movement.direction(moved)
            figure.because("statistic: points are a step")
            return
        if fact.quantity.unit != "percent" or figure.frame.role == "converted" or figure.mention.optional:
            return
        if (
            fact.statistic == "level"
            and figure.lead[-1:] in (["+"], ["plus"])
            and fact.indicator in _indicators("signed", self.story.language)
        ):
            fact.statistic, fact.direction = "growth", "up"
            figure.because("statistic: a growth with its sign")
            return
        kind = _percentages(self.story.language).get(fact.indicator)
        if kind == "share" and fact.statistic == "growth" and figure.clue is not None and figure.frame.role == "step":
            above = figure.sentence.tokens[figure.behind : figure.behind + 1] == ["on"]  # "an increase of 5 percent on the budget of 2017"
            if (0 < figure.clue.first - figure.last <= WHOLE and not above) or whole.of_it(figure, figure.clue):
                fact.statistic, fact.direction = "share", None
                figure.because("statistic: the part that grows, not its growth")
            return
        if fact.statistic == "growth" and kind == "level" and objects.stands(figure):
            fact.statistic, fact.direction = "level", None
            figure.because("statistic: the rate itself, whatever brings it down")
        if fact.statistic == "share" and kind == "level":
            fact.statistic = "level"
            figure.because("statistic: a rate, though a percentage of something")
        if fact.statistic != "level":
            return
        if kind != "level" and (told := growth.told_before(figure)) is not None:
            fact.statistic, fact.direction = "growth", told
            figure.because("statistic: a growth as the one before")
            return
        if (kind != "level" or fact.indicator == "exchange_rate") and (told := growth.gapped(figure)) is not None:
            fact.statistic, fact.direction = "growth", told
            figure.because("statistic: a growth by the verb of the one before")
            return
        if kind != "level" and whole.named(figure, grows=kind == "growth"):
            fact.statistic = "share"
            figure.because("statistic: what is measured is a part")
            return
        if whole.rated(figure):
            return
        lost = figure.clue is not None and figure.clue.key == "loss" and figure.frame.role != "reached"  # "loan losses rose to 8 percent"
        if kind == "share" and fact.indicator == "other" and lost:
            kind = "growth"  # "a fund posted a 5 percent loss"
        if (kind == "share" and not self._rate(figure)) or (kind == "growth" and whole.bracketed(figure)):
            fact.statistic = "share"
            figure.because("statistic: a part of a whole")
            return
        if kind != "growth" and not (kind is None and growth.noun(figure)):
            return
        fact.statistic = "growth"
        fact.direction = growth.beaten(figure) or growth.way(figure)
        if fact.quantity.high < 0:
            fact.direction = "down"
        figure.because("statistic: a percentage of an amount is its growth")

    def _moves(self, name: str, figure: Figure) -> bool:
        move = figure.frame.move
        return move is not None and figure.sentence.tokens[move.first] in lexicon.sets("statistic", self.story.language)[name]

    def _extra(self, figure: Figure) -> bool:
        """ "an extra $5 million for schools", "$5 million in extra revenue": whether a sum comes on top of one that is paid or earned."""
        if figure.fact.indicator not in _indicators("extra", self.story.language):
            return False
        tokens, extra = figure.sentence.tokens, lexicon.sets("statistic", self.story.language)["extra"]
        near = (*range(max(figure.start, figure.first - EXTRA), figure.first), *range(figure.behind, figure.behind + EXTRA))
        said = next((i for i in near if i < len(tokens) and tokens[i] in extra), None)
        clue = figure.clue
        return said is not None and not (clue is not None and clue.first <= said <= clue.last)  # "a $5 million extra budget" is its name

    def _saved(self, figure: Figure) -> bool:
        """ "cost savings of $5 million": whether what is measured is saved."""
        return not lexicon.sets("statistic", self.story.language)["savings"].isdisjoint(figure.fact.measure.casefold().split())

    def _lost(self, figure: Figure) -> bool:
        """ "lost about $3 billion in market value", "$2 billion in sales": whether a sum is what a company is worth or earns no more."""
        measured, language = figure.fact.indicator, self.story.language
        in_it = figure.sentence.tokens[figure.behind : figure.behind + 1] in (["in"], ["of"])
        if measured not in _indicators("lost", language) and not (in_it and measured in _indicators("lost_in", language)):
            return False
        return not lexicon.sets("statistic", language)["lost"].isdisjoint(figure.lead[-LOST:])

    def _rate(self, figure: Figure) -> bool:
        """ "lent it for two weeks at 5 pct": the rate of a loan whose noun is not one of rates."""
        lead, among = figure.lead, lexicon.sets("statistic", self.story.language)["lent_at"]
        at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - AT), -1) if lead[n] == "at"), None)
        return (
            at is not None
            and figure.fact.indicator in among
            and lexicon.sets("statistic", self.story.language)["rated"].issuperset(lead[at + 1 :])
        )

    def _stands(self, figure: Figure) -> bool:
        """ "cut by 25 bps to 3 pct", "down from the current rate of 3 pct", "is kept near zero percent": no step, though something moves."""
        before, words = figure.sentence.tokens[max(0, figure.first - STANDS) : figure.first], lexicon.sets("statistic", self.story.language)
        return not figure.mention.optional and words["stands_not"].isdisjoint(before) and not words["stands"].isdisjoint(before[-1:])

    def _in_words(self, figure: Figure) -> None:
        """A figure in words says its statistic itself: "doubled" is a growth, "a third of" a share."""
        fact = figure.fact
        if figure.mention.rule in (GROWN, STILL):
            fact.statistic, fact.direction = "growth", direction(figure.mention.text, self.story.language)
        else:
            fact.statistic = "share"
        figure.because("statistic: growth or share in words")

    def _told(self, figure: Figure) -> tuple[str, str | None, str]:
        frame = figure.frame
        percent = figure.mention.quantity.unit == "percent"
        relative = "growth" if percent else "change"
        if growth.taken_off(figure):
            return relative, "down", "what is taken off something"
        if frame.role in ("moved", "compared") and frame.move is not None:
            own = growth.noun_behind(figure) if frame.role == "compared" else None  # "closed 2 pct higher after a 9 pct loss"
            return relative, own or movement.direction(frame.move), "word of movement after"
        if percent and whole.came_to(figure):
            return "level", None, "what a rate came to"
        if percent and whole.told(figure):
            return "share", None, "percentage of a whole"
        if frame.role == "step" and frame.move is not None:
            return relative, movement.direction(frame.move), "word of movement before"
        if frame.role == "reached":
            return "level", None, "value reached"
        if frame.role == "restated" and frame.anchor is not None and figure.mention.quantity.unit in movement.POINTS:
            said = frame.anchor.fact
            if said.statistic == "change" and said.quantity.unit in movement.POINTS:
                return "change", said.direction, "points that say a step of points again"
        if (
            frame.role in ("base", "compared", "paired")
            and frame.anchor is not None
            and not (frame.role == "paired" and self._priced(figure))
        ):
            other = frame.anchor
            step = other.fact.statistic == "change" and figure.money
            if step and (figure.mention.quantity.low > FAR * other.mention.quantity.high or growth.from_extreme(figure)):
                return "level", None, "value from which a step led"  # "down 91 cents from a close at $51"
            if percent and self._rate_of(figure):
                return "level", None, "a rate that a step is set beside"  # "rose 2 pct, less than the 3 pct rate of inflation"
            if other.fact.statistic in (*STEPS, "share") and other.mention.quantity.unit == figure.mention.quantity.unit:
                noun = movement.noun_after(figure)  # "a 0.1 pct decline from a 0.2 pct increase"
                behind = movement.direction(noun) if noun is not None and noun.role != "verbs" else None
                own = (behind or growth.noun_behind(figure) or growth.noun_before(figure)) if other.fact.direction else None
                return other.fact.statistic, own or other.fact.direction, "that of the figure it is set beside"
        return "level", None, "value stated"

    def _rate_of(self, figure: Figure) -> bool:
        """ "the 3 pct rate of inflation"; but "the second quarter's 3 pct rate" is a growth."""
        behind = figure.sentence.tokens[figure.behind : figure.behind + 2]
        return behind[1:] == ["of"] and behind[0] in lexicon.sets("statistic", self.story.language)["rates"]

    def _priced(self, figure: Figure) -> bool:
        """ "down 5 pct, or $1.47, at $18": the price behind its change."""
        return figure.money and figure.lead[-1:] == ["at"]


def _an_amount(figure: Figure) -> bool:
    """ "rose 5 percent, or $2 a barrel": an amount of money or a price of a thing, not what is earned by the share or the hour."""
    return figure.fact.quantity.per is None or "piece" in counted(figure)


@cache
def _percentages(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["percent"]
    return {indicator: statistic for statistic, indicators in entry.items() for indicator in indicators}


@cache
def _indicators(name: str, language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("statistic", language)[name]["indicators"])
