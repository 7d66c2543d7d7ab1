"""The closed sets of words that place a time in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline import lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """The sets, most of them those of periods.toml by name."""

    since: frozenset[str]
    indexed: frozenset[str]
    comparing: frozenset[str]
    through: frozenset[str]
    ahead: frozenset[str]
    opens: frozenset[str]
    onset: frozenset[str]
    span: frozenset[str]
    base: frozenset[str]
    base_unit: frozenset[str]
    base_with: frozenset[str]
    alike: frozenset[str]
    versus: frozenset[str]
    declared: frozenset[str]
    recorded: frozenset[str]
    superseded: frozenset[str]
    initial: frozenset[str]
    skip: frozenset[str]
    whose: frozenset[str]
    placed: frozenset[str]
    due: frozenset[str]
    ends_of_trade: frozenset[str]
    saying: frozenset[str]
    then: frozenset[str]
    then_told: frozenset[str]
    quarterly: frozenset[str]
    reported: frozenset[str]
    earned_on: frozenset[str]
    linked: frozenset[str]
    joined: frozenset[str]
    parting: frozenset[str]
    contracts: frozenset[str]
    moved: frozenset[str]
    extremes: frozenset[str]
    told_by: frozenset[str]
    delivered: frozenset[str]
    hours: frozenset[str]
    clock: frozenset[str]
    now: frozenset[str]
    spoken: frozenset[str]
    breaking: frozenset[str]
    effective: frozenset[str]
    reaching: frozenset[str]
    recalling: frozenset[str]
    subordinating: frozenset[str]
    at_a_time: frozenset[str]
    closing: frozenset[str]
    recently: frozenset[str]
    born: frozenset[str]
    having: frozenset[str]
    onwards: frozenset[str]
    edge: frozenset[str]
    gone: frozenset[str]
    perfect: frozenset[str]
    lasting: frozenset[str]
    making_up: frozenset[str]
    lasting_shares: frozenset[str]
    particles: frozenset[str]
    infinitive: frozenset[str]
    up_to: frozenset[str]
    figures: frozenset[str]
    at_once: frozenset[str]
    now_of_prices: frozenset[str]
    by_the_year: frozenset[str]
    following: frozenset[str]
    as_of: frozenset[str]
    relative: frozenset[str]
    onward: frozenset[str]
    closed_by: frozenset[str]
    sessions: frozenset[str]
    trade: frozenset[str]
    levels: frozenset[str]
    stand_ins: frozenset[str]
    seen: frozenset[str]
    dealt: frozenset[str]
    spot: frozenset[str]
    bringing: frozenset[str]
    amounting: frozenset[str]
    opened: frozenset[str]
    schemes: frozenset[str]
    days_by: frozenset[str]
    to_come: frozenset[str]
    had: frozenset[str]
    inverted: frozenset[str]
    passive: frozenset[str]
    events: frozenset[str]
    votes: frozenset[str]
    spells: frozenset[str]
    turned: frozenset[str]
    outlooks: frozenset[str]
    aims: frozenset[str]
    budgets: frozenset[str]
    backward: frozenset[str]
    set_beside: frozenset[str]
    revised: frozenset[str]
    persons: frozenset[str]
    appositions: frozenset[str]
    pronouns: frozenset[str]
    told_by_whom: frozenset[str]
    over: frozenset[str]
    subjects: frozenset[str]
    within: frozenset[str]
    on_after: frozenset[str]
    compared: frozenset[str]
    compared_by: frozenset[str]
    upon: frozenset[str]
    valued: frozenset[str]
    beyond: frozenset[str]
    sums: frozenset[str]
    governing: frozenset[str]
    foreseen: frozenset[str]
    succeeded: frozenset[str]
    present: frozenset[str]
    came_to: frozenset[str]
    undoing: frozenset[str]
    weekdays: frozenset[str]
    undertook: frozenset[str]
    shared: frozenset[str]
    bounds: frozenset[str]
    averaging: frozenset[str]
    counts: frozenset[str]
    comparatives: frozenset[str]
    of_its_own: frozenset[str]
    foretold_in: frozenset[str]
    results: frozenset[str]
    ended: frozenset[str]
    adjusting: frozenset[str]


PLAIN = {
    "by_the_year": ("now", "by_the_year"),
    "turned": ("spells", "turned"),
    "closing": ("parts", "closing"),
    "averaging": ("rolling", "averaging"),
    "of_its_own": ("outdone", "of_its_own"),
    "results": ("parts", "results"),
    "foretold_in": ("outlooks", "foretold_in"),
    "adjusting": ("adjusting", "words"),
    "ended": ("deals_done", "words"),
    "shared": ("joined", "shared"),
    "told_by": ("extremes", "told_by"),
    "opened": ("sessions", "opened"),
    "spot": ("sessions", "spot"),
    "inverted": ("saying", "inverted"),
    "passive": ("saying", "passive"),
    "had": ("gone", "pluperfect"),
    "having": ("gone", "participle"),
    "backward": ("backward", "words"),
    "foreseen": ("spoken", "foreseen"),
    "succeeded": ("another", "succeeded"),
    "present": ("another", "present"),
    "came_to": ("another", "came_to"),
    "undoing": ("another", "undoing"),
    "subjects": ("another", "subjects"),
}
"""The sets that one list of periods.toml holds: its table and key."""


@cache
def words(language: str) -> Words:
    entries = lexicon.entries("periods", language)
    lead = entries["lead"]
    alone = (
        "due",
        "events",
        "votes",
        "spells",
        "outlooks",
        "aims",
        "budgets",
        "saying",
        "linked",
        "joined",
        "parting",
        "contracts",
        "extremes",
        "now",
        "spoken",
        "breaking",
        "effective",
        "reaching",
        "following",
        "gone",
        "at_once",
        "recalling",
        "subordinating",
        "recently",
        "born",
        "lasting",
        "bringing",
        "amounting",
        "schemes",
        "days_by",
    )
    sets = {key: forms for key, forms in lead.items() if key != "due"} | {key: entries[key]["words"] for key in alone}
    sets |= {
        "moved": entries["contracts"]["moved"],
        "delivered": entries["contracts"]["for"],
        "hours": entries["hours"]["alone"],
        "clock": entries["hours"]["clock"],
    }
    sets |= {"ends_of_trade": entries["due"]["nouns_too"]}
    sets |= {"opens": entries["parts"]["opens"], "onset": entries["parts"]["since"]}
    sets |= {"ahead": lead["due"], "figures": entries["linked"]["figures"], "now_of_prices": entries["now"]["of_prices"]}
    sets |= {
        "perfect": entries["gone"]["perfect"],
        "relative": entries["clauses"]["aside"],
        "at_a_time": entries["subordinating"]["at_a_time"],
        "persons": entries["clauses"]["persons"],
        "appositions": entries["clauses"]["appositions"],
        "pronouns": entries["clauses"]["pronouns"],
        "told_by_whom": entries["spoken"]["by"],
        "onward": entries["clauses"]["onward"],
        "closed_by": entries["clauses"]["closed_by"],
        "making_up": entries["lasting"]["making_up"],
        "lasting_shares": entries["lasting"]["of_shares"],
        "particles": entries["lasting"]["particles"],
        "infinitive": entries["lasting"]["infinitive"],
        "up_to": entries["lasting"]["up_to"],
        "reported": entries["saying"]["of_results"],
        "earned_on": entries["joined"]["on"],
    }
    sets |= {"sessions": entries["sessions"]["parts"], "trade": entries["sessions"]["trade"], "dealt": entries["sessions"]["dealt"]}
    sets |= {name: entries[table][key] for name, (table, key) in PLAIN.items()}
    sets["counts"] = entries["counts"]
    sets["comparatives"] = lexicon.words("comparatives", language)
    sets |= {key: entries["aims"][key] for key in ("bounds", "sums", "governing")}
    sets |= {key: entries["saying"][key] for key in ("then", "then_told", "quarterly")}
    status = lexicon.entries("status", language)
    sets["over"] = [form for form, step in entries["relative"].items() if step < 0]
    sets["revised"] = status["revised"]["forms"]
    sets["set_beside"] = frozenset(lead["base"]) - frozenset(entries["parts"]["opening"]) | frozenset(lead["base_with"])
    sets["to_come"] = [form for key in ("will", "may") for form in status[key]["verbs"]]
    sets["weekdays"] = [*entries["weekdays"], *entries["days"]]
    sets["undertook"] = [form for form in status["plan"]["verbs"] if form.endswith("ed")]
    return Words(**{key: frozenset(forms) for key, forms in sets.items()})
