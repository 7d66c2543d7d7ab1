"""Who a story says gave a figure."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence, coded
from pipeline.interpret.figure import Figure
from pipeline.interpret.notes import opens_with_table
from pipeline.interpret.story import Story
from pipeline.interpret.voice.behind import owner_of_forecast
from pipeline.interpret.voice.naming import Naming, forms
from pipeline.interpret.voice.source import Source
from pipeline.interpret.voice.telling import opening
from pipeline.interpret.voice.voices import Voices
from pipeline.lexicon import either
from pipeline.model import Fact

RUN = "the source of the run"

MEANT = ("forecast", "estimate")
"""A price that somebody has in mind is no market's."""

ASIDE = 9
"""Tokens behind a figure in which the clause that tells what a name is ends."""

QUOTE = '"'

WORDS_OF_A_NAME = 2
"""Fewer capitals behind a quote are no name of a person."""
QUOTED = 2
"""Sentences behind a quote in which it may end."""

NEAR = 16
"""Tokens between a forecast and those who made it."""


BESIDE = 6
"""Tokens between a figure and the verb of a clause right behind it."""

RELATIVES = ("which", "who", "whose")

NEXT = 4
"""Tokens between a figure and "forecast by"."""

A_SHARE = ("eps", "dividend")
"""What a company alone tells, whatever the time."""

PERSONAL = frozenset({"person", "group", "many", "speaker"})
"""Kinds of sources that give only what their own clause tells."""

OFFICES = frozenset({"organisation", "official"})
"""Kinds of sources that count what they tell of."""

HEAD = 2
"""Sentences at the head of a story that tell what it is about, often without a figure."""

ALONE = 2
"""Sentences behind the source of a run that a firm's results still are its own, and from which its other figures are nobody's."""

LOOSE = 3
"""Sentences behind the source of a run from which a country's figures without a time are nobody's."""

FADED = 5
"""Sentences behind the source of a run from which a plan is nobody's."""


class Attribution:
    """Settles `attribution`."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.voices = Voices(story)
        self.table = opens_with_table(story)
        self.found: list[Source] = []
        self.told: set[str] = set()
        """The measures that were given by somebody."""
        self.quoted: dict[str, set[str]] = {}
        """By whom measures of a market were said to be told."""
        self.headed: set[str] = set()
        """The measures that a source at the head of the story tells of, be it with no figure."""
        self.reporting: set[str] = set()
        """Whose results were read."""

    def before(self, sentence: Sentence, number: int) -> None:
        """Read the sources of a sentence."""
        self.found = self.voices.before(sentence, number)
        if number < HEAD and any(source.kind in OFFICES and source.role != "expects" for source in self.found):
            self.headed.update(clue.key for clue in sentence.of("indicator"))

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in ("converted", "restated") and anchor is not None:
            fact.attribution = anchor.fact.attribution
            return
        fact.attribution, rule, weight = self._told(figure)
        if fact.attribution is not None:
            self.told.add(fact.indicator)
            if rule != RUN or self._counted(figure):
                self.quoted.setdefault(fact.indicator, set()).add(fact.attribution)
            if fact.status == "actual":
                self.voices.papers.setdefault(fact.indicator, fact.attribution)
        if fact.entity is not None and fact.indicator in forms("silent.results", self.language):
            self.reporting.add(fact.entity)
        figure.because(f"attribution: {rule}", weight)

    def _told(self, figure: Figure) -> tuple[str | None, str, float]:
        fact, voices = figure.fact, self.voices
        if fact.status == "forecast" and (name := self._forecaster(figure)) is not None:
            return name, "who expected it", 0.9
        naming = Naming(self.story.text, figure.sentence, self.language)
        if fact.status in MEANT and (name := owner_of_forecast(naming, figure.first)) is not None:
            return self.voices.resolve(Source(name, "organisation", "expects", figure.first)).name, "whose forecast it is", 0.8
        own = self._own(figure)
        if fact.indicator in forms("silent.never", self.language) and fact.status not in MEANT:
            if own is None or not own.behind or own.role != "says":
                return None, "a market price", 0.95
        if self.table and own is None and voices.main is None and (name := self._company(figure)) is not None:
            return name, "a company's own results", 0.8
        if own is not None and own.kind != "unnamed":
            return own.name or voices.main or voices.weak, "named in the sentence", 0.9
        if self._in_quote(figure) and (name := self._quoted(figure)) is not None:
            return name, "who is quoted", 0.8
        own_price = fact.indicator in forms("silent.own", self.language) and not self._counted(figure)
        if own_price and fact.indicator not in self.told:
            return None, "stated by the story", 0.7
        main = voices.main or (None if fact.indicator in forms("silent.events", self.language) else voices.lead()) or voices.weak
        if main is None and fact.indicator in forms("silent.results", self.language) and (fact.period or fact.indicator in A_SHARE):
            return self._company(figure), "a company's own results", 0.8
        market = own_price and fact.indicator in forms("silent.market", self.language)
        if market and main is not None and main not in self.quoted.get(fact.indicator, ()):
            return None, "stated by the story", 0.7
        if main is not None and (voices.over(fact, self.told) or self._of_nobody(fact)):
            if voices.kind == "person" and fact.indicator in forms("silent.results", self.language) and fact.status == "actual":
                return self._company(figure), "a company's own results", 0.6
            return None, "stated by the story", 0.7
        if main is not None and self._beyond(fact, main):
            results = fact.indicator in forms("silent.results", self.language) and fact.status == "actual" and fact.period is not None
            if results and fact.entity is not None and not coded(fact.entity) and voices.number - voices.heard <= ALONE:
                return fact.entity, "a company's own results", 0.6
            return None, "stated by the story", 0.6
        return main, RUN, 0.8

    def _counted(self, figure: Figure) -> bool:
        """ "Prices fell for a fifth month, according to Roadwise. The average in Penwith was $2": what somebody counts, not a market's price."""
        if figure.fact.indicator not in self.headed:
            return False
        surveyed = figure.fact.indicator in forms("silent.surveyed", self.language)
        market = figure.fact.indicator in forms("silent.quoted", self.language)  # "the dollar index"
        return surveyed or not (market or forms("silent.counted", self.language).isdisjoint(figure.sentence.tokens))

    def _beyond(self, fact: Fact, main: str) -> bool:
        """Whether a figure is another's than the source of the run would tell of: one firm's word is nothing of another's results."""
        since = self.voices.number - self.voices.heard
        if fact.entity is None or coded(fact.entity):
            return fact.period is None and since >= LOOSE
        names = {fact.entity, main}
        if main in fact.entity or fact.entity in main or any(names <= {firm.name, *firm.aliases} for firm in self.story.organisations):
            return False
        if all(fact.entity != firm.name for firm in self.story.organisations):
            return fact.period is None and since >= LOOSE  # a town's or a county's
        about = self.story.organisations[0] if self.story.organisations else None
        if about is not None and main in (about.name, *about.aliases):
            return False
        return since >= ALONE or main in self.reporting or fact.indicator in forms("silent.results", self.language)

    def _of_nobody(self, fact: Fact) -> bool:
        """Whether a run does not reach a figure: a person's word is only what he says, and plans are told as news."""
        since = self.voices.number - self.voices.heard
        if since == 0 and self.voices.kind in PERSONAL:
            return True
        return fact.status == "plan" and (since >= FADED or fact.indicator in forms("silent.events", self.language))

    def _own(self, figure: Figure) -> Source | None:
        """The source in the figure's sentence that gave it: what says before it, else what closes its sentence."""
        best: tuple[int, Source] | None = None
        for source in self.found:
            if source.role == "near":
                if 0 < source.at - figure.last <= NEXT:
                    return source
                continue
            leads = source.at < figure.first
            if not leads and self._beside(figure, source):
                return source
            if source.role == "expects" and source.kind == "group" and figure.fact.status != "forecast":
                continue
            if source.kind == "group" and source.behind and self._aside(figure, RELATIVES):
                continue
            if source.role == "according" and self._of_estimates(figure, source):
                continue
            if not leads and not source.behind and self._aside(figure):
                continue
            rank = ("says", "according", "reports", "expects").index(source.role) * 4
            if not leads and not source.behind:
                rank += 13 if source.role in ("says", "according") else 20
            if leads and source.behind:
                rank += 6
            if rank < 20 and (best is None or rank < best[0] or (rank == best[0] and leads)):
                best = (rank, source)
        return self._turned(figure, best[1]) if best else None

    def _turned(self, figure: Figure, told: Source) -> Source:
        """ "he said sales rose, while the bank expects a fall of 3 pct": who speaks behind another, right before the figure."""
        turns, tokens = forms("turns", self.language), figure.sentence.tokens
        for source in reversed(self.found):
            if told.at < source.at < figure.first and source.name is not None and not source.behind:
                return told if turns.isdisjoint(tokens[told.at : source.at]) else source
        return told

    def _in_quote(self, figure: Figure) -> bool:
        """Whether a quote is open where the figure's sentence begins."""
        text = self.story.text
        if text[figure.sentence.starts[0]] in forms("quotes", self.language):
            return True
        for number in range(figure.number - 1, max(-1, figure.number - 1 - QUOTED), -1):
            sentence = self.story.sentence(number)
            if QUOTE in sentence.tokens:
                last = sentence.starts[len(sentence.tokens) - 1 - sentence.tokens[::-1].index(QUOTE)]
                return text[last + 1 : last + 2].isalnum() and not text[last - 1 : last].isalnum()
        return False

    def _quoted(self, figure: Figure) -> str | None:
        """Who speaks in a quote: whom the sentence names that ends it, else who spoke last."""
        tokens = figure.sentence.tokens
        if tokens.count(QUOTE) % 2 or QUOTE not in tokens:
            for number in range(figure.number + 1, min(figure.number + 1 + QUOTED, len(self.story.spans))):
                sentence = self.story.sentence(number)
                for source in self.voices.sources(sentence):
                    if source.role == "says" and QUOTE in sentence.tokens[: source.at]:
                        return self.voices.resolve(source).name
                if QUOTE in sentence.tokens:
                    break
        return self._signed(figure) or self.voices.speaker

    def _signed(self, figure: Figure) -> str | None:
        """Whose name stands behind a quote without a verb: ""A weak quarter, growth below 1 pct," Ann Smith, economist at Acme."."""
        naming = Naming(self.story.text, figure.sentence, self.language)
        tokens = naming.tokens
        closed = next((i for i in range(naming.count - 1, figure.last, -1) if tokens[i] == QUOTE), None)
        if closed is None or not naming.capital(closed + 1):
            return None
        last = naming.run_from(closed + 1, naming.count, "in_person")
        if last - closed < WORDS_OF_A_NAME or tokens[last + 1 : last + 2] != [","]:
            return None
        return naming.words(closed + 1, last)

    def _beside(self, figure: Figure, source: Source) -> bool:
        """ "less than the 4 pct the Bureau had forecast": whether a clause right behind the figure says whose it is."""
        between = figure.sentence.tokens[figure.behind : source.at]
        opens = either(forms("definite", self.language), forms("groups", self.language))
        return 1 < len(between) <= BESIDE and between[0] in opens and between[0] != "that" and "," not in between

    def _of_estimates(self, figure: Figure, source: Source) -> bool:
        """ "earned 63 cents a share, beating estimates of 58 cents, according to Reuters Estimates": whether a source gathers what a result is set beside."""
        fact, tokens = figure.fact, figure.sentence.tokens
        if fact.status in MEANT or fact.indicator not in forms("silent.results", self.language) or source.name is None:
            return False
        gathers = not forms("compilers", self.language).isdisjoint(source.name.casefold().split())
        return gathers and not forms("estimated", self.language).isdisjoint(tokens[figure.behind : source.at])

    def _aside(self, figure: Figure, opens: tuple[str, ...] = ()) -> bool:
        """Whether a figure stands in a clause that tells what a name is: "Acme, which owns 51 percent of it, said"."""
        tokens = figure.sentence.tokens
        comma = next((i for i in range(figure.first - 1, -1, -1) if tokens[i] == ","), None)
        if comma is not None and opens and tokens[comma + 1] not in opens:
            return False
        return comma is not None and tokens[comma + 1] != "and" and "," in tokens[figure.behind : figure.last + ASIDE]

    def _forecaster(self, figure: Figure) -> str | None:
        """Those whose expectation a figure is: the poll that the sentence names, else the analysts near the figure."""
        tokens = figure.sentence.tokens
        group = forms("forecasters", self.language)
        back = range(figure.first - 1, max(-1, figure.first - NEAR), -1)
        to = forms("told_to", self.language)
        if any(s.kind == "person" for s in self.found):
            group = group & forms("groups", self.language)  # not "its chief economist, Ann Lee"
        near = next((i for i in back if tokens[i] in group and tokens[i - 1] not in to), None)
        if near is None:
            near = next((i for i in range(figure.behind, min(len(tokens), figure.last + 9)) if tokens[i] in group), None)
            if near is not None and "," in tokens[figure.behind : near]:
                near = None
        if near is None:
            return None
        poll = next((s for s in self.found if s.role == "according" and s.name), None)
        if poll is not None:
            return poll.name
        naming = Naming(self.story.text, figure.sentence, self.language)
        house = naming.place(near + 2, near + 2) is None and not naming.at(near + 2, "polls")
        if naming.at(near + 1, "housed") and naming.capital(near + 2) and house:
            return naming.words(near + 2, naming.run_from(near + 2, naming.count, "joins"))  # "analysts at Acme"
        if naming.at(near - 1, "possessive") and naming.capital(near - 2) and naming.place(near - 2, near - 2) is None:
            return naming.words(naming.run(near - 2), near - 2)  # "Acme's economists"
        first = near - 1 if tokens[near] == "street" else near
        if (
            first == near
            and near
            and naming.capital(near - 1)
            and not naming.at(near - 1, "openers")
            and naming.place(naming.run(near - 1), near - 1) is None
        ):
            first = naming.run(near - 1)  # "Acme analysts"
        return naming.words(first, near)

    def _company(self, figure: Figure) -> str | None:
        fact = figure.fact
        if fact.entity and len(fact.entity) > 3:
            return fact.entity
        return self.story.organisations[0].name if self.story.organisations else self._opening()

    def _opening(self) -> str | None:
        """The name that the story begins with, where it is named again: "Shell has written down …"."""
        sentence, text = self.story.sentence(0), self.story.text
        name = opening(text, sentence, self.language)
        if name is None or name.casefold() in text:
            return None
        following = sentence.token_at(max(self.story.body, sentence.starts[0]) + len(name))
        acts = any(c.first == following for c in sentence.of("finite")) or sentence.tokens[following : following + 1] == ["'s"]
        return name if acts or text.count(name) > 1 else None
