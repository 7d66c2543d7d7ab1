"""What a word or sign beside a number may be: the lexicon turned into dictionaries for the lexer.

Kinds are single letters, so that the kinds of a run of tokens make a string that rules can match:

    n number in digits    w number in words    f fraction in words    s scale      g scale letter ("m")
    C currency before     c currency after     d hundredth of one     % percent
    p percentage point    b basis point        q bare point           a "a", "an"
    t "to"   & "and"   | "or"   , comma   - dash   / slash   o "of"   B "between"   F "from"   R "ranging" (from)
    M "rose" (by)          x share in words ("a third" of)          m growth in words ("doubled")
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon


class Sense(NamedTuple):
    """What one form means: its kind, its unit candidates (or, for scales, the power of ten), and whether it needs proof."""

    kind: str
    units: tuple[str, ...] = ()
    power: int = 0
    guarded: bool = False
    factor: Decimal = Decimal(1)
    """What the number before it is multiplied by: a hundredth for cents, a twentieth for nickels."""
    exact: str | None = None
    """The only spelling allowed, for forms whose letters are another word in another case."""


HUNDREDTH = Decimal("0.01")
LEADS = frozenset("BFRM")
UNIT_KINDS = {"percent": "%", "percentage_point": "p", "basis_point": "b", "point": "q"}


@dataclass
class Vocabulary:
    """The forms of one language: `after` by first word, `before` by the whole form, whose
    lengths are listed by last character."""

    after: dict[str, list[tuple[tuple[str, ...], Sense]]] = field(default_factory=dict)
    before: dict[str, Sense] = field(default_factory=dict)
    spelled: dict[str, set[str]] = field(default_factory=dict)
    before_lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    plain_after: dict[str, str] = field(default_factory=dict)
    single: dict[str, Sense] = field(default_factory=dict)
    seconds: dict[str, frozenset[str]] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    before_last: frozenset[str] = frozenset()
    before_ends: frozenset[str] = frozenset()
    lends: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    range_links: frozenset[str] = frozenset()
    hedges: set[str] = field(default_factory=set)
    hedging: frozenset[tuple[str, ...]] = frozenset()
    """The words of what may stand between a lead and its number: a hedge ("as much as"), or "another"."""
    cardinals: dict[str, Decimal] = field(default_factory=dict)
    fractions: dict[str, Decimal] = field(default_factory=dict)

    def add_after(self, form: str, sense: Sense) -> None:
        words = tuple(form.casefold().split())
        self.spelled.setdefault(words[0], set()).add(form.split()[0])
        senses = self.after.setdefault(words[0], [])
        if all(words != known or sense.exact != other.exact for known, other in senses):
            senses.append((words, sense))

    def add_before(self, form: str, sense: Sense) -> None:
        self.before.setdefault(form, sense)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The forms of `language`; the first meaning added for a form wins."""
    words = Vocabulary()
    guards = lexicon.entries("guards", language)
    for power, entry in lexicon.entries("scales", language).items():
        for form in entry["forms"]:
            words.add_after(form, Sense("s", power=int(power)))
        for form in entry.get("glued", ()):
            words.add_after(form, Sense("g", power=int(power)))
    for unit, entry in lexicon.entries("percents", language).items():
        for form in entry["forms"]:
            words.add_after(form, Sense(UNIT_KINDS[unit], (unit,)))
    for form, kind in lexicon.meanings("joins", language).items():
        if kind in LEADS:
            words.leads[form] = kind
        else:
            words.add_after(form, Sense(kind))
    for entry in lexicon.entries("approximations", language).values():
        words.hedges |= {form for form in entry["before"] if " " not in form}
        words.hedging |= {tuple(form.split()) for form in entry["before"]}
    _currencies(words, language, frozenset(guards["currency"]["forms"]), frozenset(guards["sign"]["forms"]))
    _codes(words, frozenset(guards["code"]["forms"]))
    ellipsis = lexicon.entries("ellipsis", language)
    words.lends = frozenset(
        {
            *ellipsis["step"]["before"],
            *ellipsis["compare"]["before"],
            *words.leads,
            *words.hedges,
            *(form.casefold() for form in words.before),
        }
    )
    words.months = frozenset(lexicon.entries("periods", language)["months"])
    words.hedging |= {tuple(form.split()) for form in lexicon.entries("joins", language)["M"]["more"]}
    words.range_links = frozenset(lexicon.entries("joins", language)["R"]["links"])
    lengths: dict[str, set[int]] = {}
    for form in words.before:
        lengths.setdefault(form[-1], set()).add(len(form))
    words.before_lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
    numerals = lexicon.entries("numerals", language)
    words.cardinals = {form: Decimal(value) for form, value in numerals["cardinal"].items()}
    for form, value in numerals["fraction"].items():
        above, below = value.split("/")
        words.fractions[form] = Decimal(above) / Decimal(below)
    numbers = {*words.cardinals, *words.fractions, "a", "an"}
    words.openers = frozenset(numbers | {form.capitalize() for form in numbers})
    for senses in words.after.values():
        senses.sort(key=lambda row: -len(row[0]))
    words.before_last = frozenset(form.split()[-1] for form in words.before)
    words.before_ends = frozenset(form[-2:] for form in words.before_last)
    for first, senses in words.after.items():
        alone = [sense for phrase, sense in senses if len(phrase) == 1]
        if len(alone) == 1 and alone[0].kind != "g" and alone[0].exact is None and first[0].isalpha():
            for form in (first, first.capitalize()):
                words.single[form] = alone[0]
                if len(senses) > 1:
                    words.seconds[form] = frozenset(phrase[1] for phrase, _ in senses if len(phrase) > 1)
        for form in {first, first.capitalize(), first.upper(), *(s.exact for _, s in senses if s.exact), *words.spelled[first]}:
            words.plain_after.setdefault(form, senses[-1][1].kind if len(senses) == 1 else "c")
    return words


def _currencies(words: Vocabulary, language: str, guarded: frozenset[str], letters: frozenset[str]) -> None:
    families = lexicon.entries("currency_families", language)
    for code, entry in lexicon.entries("currencies", language).items():
        only = (code,)
        for form in entry.get("words", ()):
            kind = "d" if form.casefold().endswith((" cent", " cents", "eurocents")) else "c"
            words.add_after(
                form,
                Sense(kind, only, factor=HUNDREDTH if kind == "d" else Decimal(1), guarded=form.casefold() in guarded, exact=_exact(form)),
            )
        for form in entry.get("subunits", ()):
            words.add_after(form, Sense("d", only, factor=HUNDREDTH))
        for form, factor in entry.get("coins", {}).items():
            words.add_after(form, Sense("d", only, factor=Decimal(factor)))
        for form in entry.get("thousands", ()):
            words.add_after(form, Sense("c", only, power=3))
        for form in entry.get("symbols", ()):
            _add_symbol(words, form, Sense("C", only, guarded=form in letters))
        family = families.get(entry.get("family", ""), {})
        for by in entry.get("by", ()):
            for form in family["words"]:
                words.add_after(f"{by} {form}", Sense("c", only))
            for form in family["subunits"]:
                words.add_after(f"{by} {form}", Sense("d", only, factor=HUNDREDTH))
    for entry in families.values():
        candidates = tuple(entry["candidates"])
        for form in entry["words"]:
            words.add_after(form, Sense("c", candidates, guarded=form.casefold() in guarded, exact=_exact(form)))
        for form in entry["subunits"]:
            letter = len(form) == 1 and form.isalpha()  # "5p", "5c"; "25C" is a temperature
            sense = Sense("d", (*candidates, *entry.get("hundredths", ())), guarded=letter, factor=HUNDREDTH)
            words.add_after(form, sense._replace(exact=form) if letter else sense)
        for form in entry["symbols"]:
            _add_symbol(words, form, Sense("C", candidates, guarded=form in letters))


def _add_symbol(words: Vocabulary, form: str, sense: Sense) -> None:
    """A sign stands before the number, and after it as well where it holds no letter or is long enough to be plain."""
    words.add_before(form, sense)
    if form.isalpha() and len(form) <= 3:
        return
    if " " in form and not form[-1].isalpha():
        return  # "C $": another case is another word ("he 's $ 5 short")
    if form.replace(" ", "").isalpha():
        words.add_before(form.casefold(), sense)
    else:
        words.add_before(form.casefold(), sense)
        words.add_after(form, sense._replace(kind="c"))


def _codes(words: Vocabulary, guarded: frozenset[str]) -> None:
    for code, entry in lexicon.entries("iso4217").items():
        sense = Sense("C", (code,), guarded=code in guarded)
        words.add_before(code, sense)
        words.add_after(code, sense._replace(kind="c", exact=code))
        for form in entry["names"]:
            words.add_after(form, Sense("c", (code,)))
        mega = sense._replace(power=6, guarded=False)
        words.add_before(f"M{code}", mega)
        words.add_after(f"M{code}", mega._replace(kind="c", exact=f"M{code}"))


def _exact(form: str) -> str | None:
    """Short forms ("RM", "LE", "kn") are read only as written: in another case they are another word."""
    return form if len(form) <= 2 or (len(form) == 3 and form.isupper()) else None
