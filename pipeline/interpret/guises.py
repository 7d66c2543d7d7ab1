"""What reads like a measure and is none in its company: who deals in it, shares that trade, a man called Mark, who makes a good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline import lexicon
from pipeline.lexicon import Sets

if TYPE_CHECKING:
    from pipeline.interpret.clue import Clue

TRADE, MONEY, GOOD, FINE, TARIFF, HELD, RAISED = "trade_turnover", "exchange_rate", "thing", "fine", "tariff", "assets", "share_issue"
LENT = "debt_issue"

FORESEEN = 2
"""Tokens behind who foresees something in which the verb of it stands: "analysts had expected"."""

NUMBER = 4
"""Tokens before a noun in which its number stands: "270 billion yen loss"."""


def disguised(text: str, tokens: list[str], starts: list[int], clue: Clue, places: Sequence[Clue], language: str) -> bool:
    """Whether the noun of a clue names no measure where it stands: before who deals in it, or one of trade, of a money or of a good."""
    words = lexicon.sets("guises", language)
    behind = tokens[clue.last + 1] if clue.last + 1 < len(tokens) else ""
    if clue.key != "other" and clue.role != "verb" and behind in words["agents"]:
        return not _foreseen(tokens, clue, language)  # "wealth management", "a portfolio manager", "lending standards"
    if tokens[clue.last] in words["staff"] and behind in words["staff_acts"]:
        return True  # "ECB staff revised up their forecasts for growth"
    if clue.role == "verb" and tokens[clue.last] in words["owed"]:
        passive = not words["is_owed"].isdisjoint(tokens[max(0, clue.first - 2) : clue.first])  # "who are still owed $5 million"
        return passive or behind in words["owed_links"]  # "$5 million owed by Arden": told of a sum before it
    if tokens[clue.last] in words["margins"] and _no_margin(tokens, clue, words):
        return True
    if clue.key == LENT and tokens[clue.last] in words["bonds"]:
        return any(t in words["bailed"] and tokens[i + 1 : i + 2] not in (["out"], ["-"]) for i, t in enumerate(tokens))  # no loan
    if clue.key == TRADE:
        return _dealt(text, tokens, starts, clue, places, words)
    if clue.key == MONEY:
        return clue.first == clue.last and _no_money(text, tokens, starts, clue, words)
    if clue.key == FINE:
        return tokens[clue.last] in words["settlements"] and _of_day(tokens, clue, words)
    if clue.key == HELD:
        return clue.first == clue.last and tokens[clue.first] in words["funds"] and _lender(text, tokens, starts, clue, words)
    if clue.key == RAISED and tokens[clue.last] in words["rounds"] and behind in words["round_of"]:
        return words["funded"].isdisjoint(tokens[clue.last + 2 : clue.last + 2 + FORESEEN])  # "the latest round of price increases"
    if clue.key == TARIFF:
        return clue.first == clue.last and tokens[clue.first] in words["duties"] and _no_due(tokens, clue, words)
    return clue.role == GOOD and _no_good(tokens, starts, clue, words)


def _foreseen(tokens: list[str], clue: Clue, language: str) -> bool:
    """ "the 55-cent loss analysts had expected": whether who stands behind a noun only foresaw what a figure before it puts a number to."""
    if not lexicon.sets("measure", language)["foretelling"].isdisjoint(tokens[clue.last + 2 : clue.last + 2 + FORESEEN]):
        return any(token[0].isdigit() for token in tokens[max(0, clue.first - NUMBER) : clue.first])
    return False


def _around(tokens: list[str], clue: Clue) -> tuple[str, str]:
    """The token before a clue and the one behind it."""
    return tokens[clue.first - 1] if clue.first else "", tokens[clue.last + 1] if clue.last + 1 < len(tokens) else ""


def _no_margin(tokens: list[str], clue: Clue, words: Sets) -> bool:
    """ "a margin call", "won by a margin of 5 pct", "its high-margin vans": no part of sales that is earned."""
    before, behind = _around(tokens, clue)
    if behind in words["margin_of"] or (before == "-" and tokens[clue.first - 2] in words["margin_kinds"]):
        return True
    return clue.first > 1 and before == "a" and tokens[clue.first - 2] == "by"


def _of_day(tokens: list[str], clue: Clue, words: Sets) -> bool:
    """ "in post-settlement trading", "the highest settlement since May", "the settlement price": the end of a day's trade, no fine."""
    before, behind = _around(tokens, clue)
    if before == "-":
        before = tokens[clue.first - 2]
    return before in words["settled_before"] or behind in words["settled_behind"]


def _lender(text: str, tokens: list[str], starts: list[int], clue: Clue, words: Sets) -> bool:
    """ "The Fund sees growth of 3 pct": who lends to states, and foresees; not what a fund holds."""
    return _around(tokens, clue)[0] in words["the"] and _capital(text, starts, clue.first) and not _capital(text, starts, clue.first + 1)


def _no_due(tokens: list[str], clue: Clue, words: Sets) -> bool:
    """ "heavy-duty trucks", "a breach of fiduciary duty", "his duties as chairman": nothing that is paid at a border."""
    before, behind = _around(tokens, clue)
    if before == "-":
        return tokens[clue.first - 2] in words["duty_kinds"]
    return before in words["duties_owed"] or behind in words["duties_as"]


def _capital(text: str, starts: list[int], at: int) -> bool:
    """Whether a word begins with a capital and does not shout."""
    return 0 <= at < len(starts) and text[starts[at]].isupper() and not text[starts[at] + 1 : starts[at] + 2].isupper()


def _dealt(text: str, tokens: list[str], starts: list[int], clue: Clue, places: Sequence[Clue], words: Sets) -> bool:
    """ "its shares trade at $5", "closed at $5 in early Wellington trade", "a single trade", "Arden Commerce Corp": no trade of countries."""
    if tokens[clue.last] not in words["trades"]:
        return False
    before, behind = _around(tokens, clue)
    if _capital(text, starts, clue.last) and (clue.first or behind not in words["trade_links"]):
        return _capital(text, starts, clue.first - 1) or _capital(text, starts, clue.last + 1) or tokens[clue.last] in words["names_too"]
    if (
        (before in words["single"] and clue.first == clue.last)
        or before in words["sessions"]
        or before in words["dealt"]
        or behind in words["of_traders"]
    ):
        return True
    if before in words["may_trade"]:
        return behind in words["traded_at"] or behind[:1].isdigit() or behind[:1] == "$"
    if behind in words["trade_links"]:
        return False
    nation = next((p for p in places if p.last == clue.first - 1 and p.role != "bodies"), None)
    return nation is not None and nation.first > 0 and tokens[nation.first - 1] in words["in_session"]


def _no_money(text: str, tokens: list[str], starts: list[int], clue: Clue, words: Sets) -> bool:
    """ "won't fall", "Mark Holm said", "the $5 mark", "constant currency": no money that rises and falls."""
    here, (before, behind) = tokens[clue.first], _around(tokens, clue)
    if tokens[max(0, clue.first - 2) : clue.first] == ["on", "the"] and tokens[clue.first - 3] in words["coins"]:
        return True  # "repaid at 60 cents on the dollar"
    if _capital(text, starts, clue.first) and _capital(text, starts, clue.first + 1):
        return behind not in words["of_moneys"]
    if here in words["agencies"]:
        return text[starts[clue.first] : starts[clue.first] + len(here)].isupper()  # "a copy obtained by KUNA"
    if here in words["won"]:
        return behind in words["verbal"] or behind[:1].isdigit() or behind[:1] == "$"
    if here in words["mark"]:
        return before in words["measured"] or before[:1].isdigit()
    if here in words["currency"]:
        if behind == "-" and clue.last + 2 < len(tokens):
            behind = tokens[clue.last + 2]
        return before in words["steady"] or behind in words["of_currencies"]
    return False


def _no_good(tokens: list[str], starts: list[int], clue: Clue, words: Sets) -> bool:
    """ "the copper miner Arden rose 3 pct", "a fuel-efficient van", "a lead of 5 points", "buying power": no good that has a price."""
    before, behind = _around(tokens, clue)
    if behind in words["handlers"]:
        return True
    if behind == "-" and starts[clue.last + 1] == starts[clue.last] + len(tokens[clue.last]):
        following = tokens[clue.last + 2 : clue.last + 3]
        return bool(following) and following[0].isalpha() and following[0] not in words["good_compounds"]
    here = tokens[clue.last]
    if here in words["lead"]:
        return before in words["leading"] or behind in words["led"]
    if here in words["fuel"]:
        return before in words["fuelling"] or (before in words["may_fuel"] and behind in words["fuelled"])
    return here in words["power"] and before in words["powers"]
