"""What is known of the owners of a story's figures as it is read: whom it is about, whom a sentence names, whom it named last."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.notes import opens_with_table
from pipeline.interpret.owners import (
    cities,
    deals,
    described,
    films,
    givers,
    houses,
    item,
    money_owner,
    parties,
    quoted_before,
    raiders,
    ranked,
    spoken_of,
    tariffs,
    told_before,
    topic,
    townsfolk,
    trade,
    turns,
)
from pipeline.interpret.owners.in_full import name_in_full
from pipeline.interpret.owners.parties import Party, places_within
from pipeline.interpret.story import Story

STALE = 350
"""Characters over which an organisation that the story is not about may be meant by "the company"."""


class Memory:
    """Whom a story is about, whom its sentences name, and whom they named last."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        of_head, watchers = topic.head(story), houses.watchers(story)
        self.company = name_in_full(story) or topic.company(story, of_head, watchers)
        self.titled = topic.titled(story) if story.named else {}
        self.place, self.table = story.main_place, opens_with_table(story)
        self.home = self.place or story.home  # where the rates of a market are those that a story tells
        self.union = places_within(self.place, self.language)
        self.paid = money_owner.of_sums(story) if self.place is None else None
        self.last = self.company
        self.named_at, self.deed = 0, False
        self.turns = turns.Turns(self.language)
        self.films = films.Films(story)
        self.towns = townsfolk.Towns(story, self.company)
        self.bonds = spoken_of.titled_bonds(story)
        self.it: str | None = None  # the place that the sentence before is about, where it begins with one
        self.owned: tuple[int, str | None] = (-1, None)  # the sentence of the last figure, and whose that is
        self.stated: dict[str, str] = {}  # whose each indicator was when an owner was last named at its noun
        self.shares: tuple[str | None, int] = (None, -2)  # whose the last were, and the number of their sentence
        self.exporter: tuple[int, str] | None = None  # the firm whose trade was told last, and in which sentence
        self.setter: str | None = None  # the organisation that sets the prices of which the story tells
        self.houses = houses.Houses(story, self.company, watchers)
        self.deals = deals.Deals(story, self.company)
        self.trade = trade.Trade(story)
        self.described = described.Described(story, self.company)
        self.items = item.Items(story)
        self.ranked, self.givers, self.quoted, self.goods = ranked.Ranked(), givers.Givers(), quoted_before.Quoted(), told_before.Goods()
        self.tariffs, self.raiders = tariffs.Tariffs(story), raiders.Raiders(story)
        self.read = {span.start: found for span, found in zip(story.spans, of_head, strict=False)}  # what is read already
        self.found: list[Party] = []
        self.found_before: list[Party] = []
        self.named = self.company

    def before(self, sentence: Sentence) -> None:
        """Read the parties of a sentence, and what they do to each other."""
        self.found_before = self.found
        known = self.read.get(sentence.start)
        found = parties.read(self.story, sentence) if known is None else known
        self.found = cities.named(self.story, sentence, found, cities.LOCAL in self.stated)
        self.found = self.described.with_meant(sentence, self.found, self.last)
        if self.union is not None:
            for party in self.found:
                if party.role == "bodies" and party.key == self.union:
                    party.key = self.place or party.key  # "Eurostat revised its reading", in a story of the euro zone
        self.named = self.last  # the organisation that "it" and "the company" mean
        if sentence.start - self.named_at > STALE or self._back():
            self.named = self.company
        self.items.before(sentence, self.found)
        self.houses.note(sentence, self.found)
        self.deals.before(sentence, self.found, self.named)
        self.trade.before(sentence, self.found)

    def _back(self) -> bool:
        """Whether the sentence right before names the firm that the story is about, and not the other that was spoken of before it.

        One of which the title tells as well stays the one spoken of last.
        """
        before = {p.key for p in self.found_before if p.organisation}
        return self.company in before and self.last not in before and self.last not in self.titled

    def after(self, sentence: Sentence) -> None:
        """Remember whom the sentence was about."""
        self.turns.note(self.towns.named(sentence, self.found) if self.towns.main else self.found)
        self.films.after(sentence)
        self.it = spoken_of.place(self.found)
        subject = spoken_of.organisation(sentence, self.found, self.place, self.last is None, self.company, self.language)
        if subject is not None:
            self.last, self.named_at, self.deed = subject.key, sentence.start, not subject.says
        if (bonds := spoken_of.bonds(sentence, self.found, self.bonds, self.language)) is not None:
            self.stated["bond_yield"] = bonds
