"""Whose a figure is where neither its noun nor a rule of its kind says so: who acts in the clause, else whom the story is about."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.owners import acting, acting_places, fined, given, goods, of_firms, shares, spoken_of, trade
from pipeline.interpret.owners.capitals import PARAGRAPH
from pipeline.interpret.owners.memory import Memory
from pipeline.interpret.owners.parties import words

BEHIND = 6
"""Tokens between a figure and the organisation behind it that owns it."""


class ByContext(Memory):
    """Settles the owner of such a figure, an organisation or a place."""

    def _organisation(self, figure: Figure) -> bool:
        actor = acting.organisation(figure, self.found)
        if actor is not None and figure.fact.indicator in acting.COMPANIES_TOO:
            body = next((p for p in self.found if p.role == "bodies" and actor.first < p.first < figure.first and p.subject), None)
            if body is not None and body.acts:
                return self._is(figure, body.key, "place before the figure", 0.8)
        if actor is not None and self.named not in (None, actor.key) and acting.of_anothers(figure, actor):
            return self._is(figure, self.named, "of whose it is a part", 0.8)
        if actor is not None:
            if figure.fact.indicator == "commodity_price":
                self.setter = actor.key
            return self._is(figure, actor.key, "organisation before the figure", 0.85)
        if actor is None and (country := acting_places.of_its_own(figure, self.found)) is not None:
            return self._is(figure, country.key, "the country that acts in the clause", 0.75)
        common = acting.common(figure)
        if common and (named := acting.only_named(figure, self.found)) is not None:
            return self._is(figure, named, "organisation named in the sentence", 0.8)
        if common and self.named is not None:
            if self.named != self.company and acting.alone(figure, self.found, self.company):
                return self._is(figure, self.company, "organisation named in the sentence", 0.8)
            return self._is(figure, self.named, "organisation named last", 0.85)
        behind = next((p for p in self.found if p.organisation and p.first > figure.last and p.owns), None)
        if behind is not None and behind.first - figure.last <= BEHIND:
            return self._is(figure, behind.key, "organisation behind the figure", 0.75)
        if self.deed and spoken_of.in_turn(figure, self.named, self.company, self.titled):
            return self._is(figure, self.named, "the one of the title's firms that was spoken of last", 0.75)
        if actor is None and (state := acting_places.state(figure, self.found)) is not None:
            return self._is(figure, state.key, "the state that acts in the clause", 0.75)
        name = self._shares_before(figure) or self.items.owner or self.company or self.named
        if name is not None:
            return self._is(figure, name, "organisation the story is about", 0.8)
        return False

    def _shares_before(self, figure: Figure) -> str | None:
        """Whose shares the sentence before spoke of: "The shares closed at $12"."""
        name, number = self.shares
        return name if figure.fact.indicator == "share_price" and figure.number - number <= 1 else None

    def _of_the_clause(self, figure: Figure) -> str | None:
        """ "in Peru, where output fell 1 pct on the quarter and grew 2 pct over the year", "Peru's debt, seen at 9 pct of GDP, and its deficit":
        whose the same noun was right before, or whose the noun is that "its" stands at."""
        previous, clue, sentence = figure.previous, figure.clue, figure.sentence
        if previous is None or clue is None:
            return None
        again = previous.clue is clue and previous.first >= figure.clause[0]
        its = previous.last < clue.first < figure.first and sentence.tokens[clue.first - 1] in words("its", self.language)
        if not (again or its):
            return None
        places = (*(party.first for party in self.found), *(clue.first for clue in sentence.of("place")))
        named = any(previous.last < first < figure.first for first in places)
        return None if named or self._elsewhere(figure, previous) else previous.fact.entity

    def _elsewhere(self, figure: Figure, previous: Figure) -> bool:
        """ "5 pct for the OECD and, in Europe, 6 pct": whether another place is named between two figures that has no code."""
        tokens, starts, inside = figure.sentence.tokens, figure.sentence.starts, words("places_at", self.language)
        times = {time.first for time in self.story.times(figure.sentence)}
        names = (i for i in range(previous.last + 2, figure.first) if i not in times and self.story.text[starts[i]].isupper())
        return any(tokens[i - 1] in inside for i in names)

    def _place(self, figure: Figure) -> bool:
        if shares.settle(figure, self.found, self.named, self.found_before):
            return True
        if acting.of_many(figure, self.found):
            return False
        subject = acting_places.central_bank(figure, self.found) or acting_places.place(figure, self.found)
        if subject is not None and (owner := self.trade.gone_on(figure, subject)) is not None:
            figure.fact.partner = subject.key
            figure.because("partner: the next of those traded with")
            return self._is(figure, owner, "whose trade is told by its other side", 0.8)
        if subject is not None and (owner := self.trade.told_by(figure, subject, self.found, self.place)) is not None:
            figure.fact.partner = subject.key
            figure.because("partner: whose part of the trade it is")
            return self._is(figure, owner, "whose trade is told by its other side", 0.8)
        if subject is not None:
            return self._is(figure, subject.key, "place before the figure", 0.8)
        if (town := self.towns.before(figure, self.found)) is not None:
            return self._is(figure, town, "the town before the figure", 0.75)
        if (firm := of_firms.goes_on(figure, self.exporter)) is not None:
            return self._is(figure, firm, "whose trade was told before", 0.8)
        if (before := self._of_the_clause(figure)) is not None:
            return self._is(figure, before, "whose the figure before it in its clause is", 0.85)
        name = self.stated.get(figure.fact.indicator)
        gives = figure.fact.indicator in given.GIVEN and name in words("unions", self.language)  # what the EU gave is not all that is given
        if name is not None and not gives:
            return self._is(figure, name, "whose the measure was before", 0.8)
        if (told := spoken_of.office(figure, self.found)) is not None:
            return self._is(figure, told, "the place whose office tells it", 0.8)
        if (abroad := self.turns.place(figure, self.place)) is not None:
            return self._is(figure, abroad, "the place that the sentences before are about", 0.65)
        if self._on_with_it(figure):
            return self._is(figure, self.it, "the place that the sentence before is about", 0.65)
        if (town := self.towns.of(figure)) is not None and (figure.fact.indicator != "commodity_price" or goods.of_home(figure)):
            return self._is(figure, town, "the town that the story is about", 0.75)
        if figure.fact.indicator == fined.FINE and self.place is not None:
            return self._is(figure, None, "a fine is paid by somebody, not by the story's place", 0.6)
        if figure.fact.indicator in given.GIVEN and given.donated(figure):
            return self._is(figure, None, "what somebody donates is no state's", 0.6)
        if self.place is not None and not trade.other_side(figure, self.found, self.place):
            return self._is(figure, self.place, "the story's place", 0.75)
        if acting.organisation(figure, self.found) is not None or self.named is not None:
            return self._organisation(figure)
        return self.paid is not None and self._is(figure, self.paid, "the place of the story's money", 0.7)

    def _on_with_it(self, figure: Figure) -> bool:
        """ "Peru grew 3 percent in the quarter. Exports fell 12 percent.": whether a sentence that names no place goes on with the one
        before it, of a paragraph that begins with another than the story's."""
        if self.it in (None, self.place) or any(not p.organisation for p in self.found):
            return False
        if any(not p.organisation and p.key not in (self.it, self.place) for p in self.found_before):
            return False  # it was about several
        language, sentence = self.language, figure.sentence
        if marks.owner(figure.fact.indicator, language) != "place" or figure.fact.indicator in acting.COMPANIES_TOO:
            return False
        if PARAGRAPH in self.story.text[self.story.spans[figure.number - 1].start : sentence.start]:
            return False
        number, owner = self.owned
        if owner != self.it or number < figure.number - 1:
            return False  # "Peru was the main buyer. Sales of barley fell 12 percent."
        return words("nationwide", language).isdisjoint(sentence.tokens) and words("worldly", language).isdisjoint(sentence.tokens)

    def _is(self, figure: Figure, name: str | None, rule: str, weight: float) -> bool:
        figure.fact.entity = figure.fact.entity_id = name
        figure.because(f"entity: {rule}", weight)
        return True
