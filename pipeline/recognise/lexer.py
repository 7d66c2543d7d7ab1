"""Cut a text into runs of tokens that may hold a figure.

Only what stands around a number is looked at: a number, what may stand before it (a currency), and word by word what
follows, until a word that has no meaning beside a number.  Everything else in a story is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.recognise import part
from pipeline.recognise.number import in_digits, in_words, starts_word, word_starts
from pipeline.recognise.vocabulary import Sense, Vocabulary, vocabulary

LONGEST_RUN = 48
"""Tokens in a run; a longer one is a table, and is cut so that the time stays linear in the text."""

FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞"
DIGIT = re.compile(rf"[0-9{FRACTIONS}]+")
GAP = r"(?:[ \t\r\f\u00a0\u2009\u202f]|\n(?![ \t]*\n)){0,8}"
AFTER_GAP = re.compile(GAP)
NEXT = re.compile(
    GAP
    + rf"(?:([0-9{FRACTIONS}])|([A-Z]{{1,3}} \$(?= ?\d))"
    + r"|([^\W\d_]+(?:\.[^\W\d_]+)*\.?(?:[$£€¥][^\W\d_]*)?)"
    + r"|([%％$＄£￡€¥￥¢₣₱₨﷼₤₽₹₩₪₺₦₴₸₡₭₫₮₲₵₼₾₿฿৳ƒ₧֏][A-Z]{0,3})|([-–—−]+)|([/,])|(\.(?=\d)))"
)
NUMBER, SPACED, ANY_WORD, SIGN, DASH, JOIN, POINT = range(1, 8)
"""The groups of NEXT."""

PHRASE = re.compile(r"[\s-]{1,8}([^\W\d_]+\.?)")
EQUATED = re.compile(r"(?:[$£€¥]|\d(?: ?[^\W\d_]{1,12})?)\s*=\s*$")
PLAIN = re.compile(r"[ \n]{1,8}([^\W\d_]++)(?![.$£€¥])")
SPAN = re.Match.span
YEAR_END = re.compile(r"[.,;)][ \n\"]|\s*$")
DAY = re.compile(r"[0-9]{1,2}(?=[ \n])")
CENTURIES = frozenset({"18", "19", "20"})
BLANK = frozenset(" \n")
LEAD = re.compile(r"[^\W\d_]+")
SIGNS = frozenset("-–—−")
SYMBOLS = frozenset("$£€¥")
OPENERS = "([\"'“‘~+-/"
OPENING = frozenset("([\"'“‘")
POINTED = OPENING | {"="}
"""What stands before a number that begins with its point."""
NUMERIC = frozenset("0123456789" + FRACTIONS)
JOINS = frozenset("t&|-")
NOT_AFTER = frozenset("=_#@\\^°/%")
"""What stands before a number that is part of an address, a name or a formula."""


class Token(NamedTuple):
    """One token of a run: its kind (see vocabulary), where it stands, and what it means."""

    kind: str
    start: int
    end: int
    value: Decimal = Decimal(0)
    precision: Decimal = Decimal(1)
    sense: Sense | None = None


ZERO, ONE = Decimal(0), Decimal(1)
COARSE = Decimal(10)
"""The precision of a share in words: who says "a third" has rounded more than who prints 33 percent."""

NOTHING = Token("", 0, 0)


class Run(NamedTuple):
    """Tokens that stand together, and the string of their kinds."""

    kinds: str
    tokens: list[Token]


def runs(text: str, language: str, with_counts: bool = False) -> Iterator[Run]:
    """The runs of `text` from left to right; they do not overlap.  Plain counts ("40 litres") are passed over unless asked for."""
    words = vocabulary(language)
    starts = [start for start, end in map(SPAN, DIGIT.finditer(text)) if with_counts or not counts(text, start, end, words)]
    spelled = word_starts(text, language)
    if spelled:
        starts = sorted(starts + spelled)
    spelled_at = frozenset(spelled)
    done = 0
    for start in starts:
        if start < done or opens_denominator(text, start, done):
            continue
        tokens, done = run(text, start, done, start in spelled_at, words, language)
        if tokens:
            yield Run("".join([token.kind for token in tokens]), tokens)


def opens_denominator(text: str, start: int, done: int) -> bool:
    """Whether an article stands at `start`, right behind the figure that ends at `done` ("60 cents a pound")."""
    return text[start] in "aA" and done > 0 and not text[done:start].strip(" \n-")


def counts(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Whether digits plainly count something or date it: a short whole number between words that have no meaning beside one.

    Most digits of a newswire are of this kind; they are told by a few look-ups, before anything is parsed.
    """
    size = end - start
    if size > 4 or start < 2 or text[start - 1] not in BLANK or not "a" <= text[start - 2] <= "z":
        return False
    year = size == 4
    if year and text[start : start + 2] not in CENTURIES:
        return False
    follows = PLAIN.match(text, end)
    if follows is not None:
        sense = words.plain_after.get(follows[1])
        if sense is not None and not (year and sense in "t&|oa"):
            return False
    elif not (year and YEAR_END.match(text, end)):
        return False
    return text[max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1 : start - 1].casefold() not in words.lends


def run(text: str, start: int, floor: int, spelled: bool, words: Vocabulary, language: str) -> tuple[list[Token], int]:
    """The run whose first number starts at `start`, and where to go on reading."""
    if spelled:
        first = _spelled(text, start, language)
        before: list[Token] = []
        if first is None:
            return [], start + 1
    else:
        if (
            start
            and text[start - 1] == "."
            and start - 1 >= floor
            and (start == 1 or text[start - 2].isspace() or text[start - 2] in POINTED)
        ):
            start -= 1
        number = in_digits(text, start)
        if number is None:
            return [], _past_digits(text, start)
        if not number.fraction and (day := _day_apart(text, start, number.end, words)) is not None:
            return [], day
        before, ok = _before(text, start, floor, words)
        if not ok:
            return [], number.end
        first = Token("f" if number.fraction else "n", start, number.end, number.value, number.precision)
    tokens = [*before, first]
    while len(tokens) < LONGEST_RUN:
        m = NEXT.match(text, tokens[-1].end)
        if m is None:
            break
        if m.lastindex == ANY_WORD:
            token = _plain(text, m, tokens[-1].kind, words)
        elif m.lastindex == JOIN:
            token = Token(m[JOIN], *m.span(JOIN))
        else:
            token = None
        if token is None:
            token = _next(text, m, tokens, words, language)
            if token is None:
                break
        elif token is NOTHING:
            break
        tokens.append(token)
    if first.kind == "n" and not before and len(tokens) > 1 and tokens[1].kind in "t&,-" and is_day(text, first, words):
        return [], first.end
    if len(tokens) > 4 and tokens[-1].kind != "-":
        _bridge(tokens)
    while tokens and (tokens[-1].kind in "t&|,-/oa" or (len(tokens) > 1 and _in_word(text, tokens[-1]))):
        tokens.pop()  # a join that joins nothing; a number that is part of a word ("11a")
    if not tokens:
        return [], first.end
    if (
        len(tokens) > 2
        and not JOINS.isdisjoint([token.kind for token in tokens])
        and (lead := _lead(text, tokens[0].start, floor, words)) is not None
    ):
        tokens.insert(0, lead)
    return tokens, max(tokens[-1].end, first.end)


def _bridge(tokens: list[Token]) -> None:
    """Make one join of a "to" with its hyphens: "$35-to-$40", "5-to-10 percent"."""
    for i in range(len(tokens) - 2, 1, -1):
        before, to, behind = tokens[i - 1 : i + 2]
        if to.kind == "t" and before.kind == behind.kind == "-" and before.end == to.start and to.end == behind.start:
            tokens[i - 1 : i + 2] = [Token("t", before.start, behind.end)]


def _in_word(text: str, token: Token) -> bool:
    return token.kind == "n" and text[token.end : token.end + 1].isalpha()


def _day_apart(text: str, start: int, end: int, words: Vocabulary) -> int | None:
    """Where the day of a month ends that a number seems to begin with: "on July 6 100 mln dlrs"."""
    day = DAY.match(text, start, end)
    if day is None:
        return None
    return day.end() if is_day(text, Token("n", start, day.end(), Decimal(day[0]), Decimal(1)), words) else None


def is_day(text: str, number: Token, words: Vocabulary) -> bool:
    """Whether a number is the day of the month named right before it ("on April 1 to 4.6 billion")."""
    if number.precision != 1 or not 1 <= number.value <= 31:
        return False
    found = LEAD.findall(text, max(0, number.start - 12), number.start)
    return bool(found) and found[-1].casefold() in words.months


def _lead(text: str, start: int, floor: int, words: Vocabulary) -> Token | None:
    """The word before a run that says how its two numbers belong together ("between", "from"), past a hedge ("more than")."""
    found = [(m.group().casefold(), m.start(), m.end()) for m in LEAD.finditer(text, max(floor, start - 40), start)]
    for count in range(min(4, len(found)), 0, -1):
        if tuple(word for word, _, _ in found[-count:]) in words.hedging:
            del found[-count:]
            break
    if len(found) > 1 and words.leads.get(found[-2][0]) == "R" and found[-1][0] in words.range_links:
        return Token("B", start, start)  # "in the range of $1.35 and $1.37"
    if not found or found[-1][0] not in words.leads:
        return None
    word, begin, end = found[-1]
    kind = words.leads[word]
    if kind == "F" and len(found) > 1 and words.leads.get(found[-2][0]) == "R":
        return None
    return Token(kind, begin, end) if kind != "R" else None


def _past_digits(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end] in "0123456789,.":
        end += 1
    return end


def _spelled(text: str, start: int, language: str) -> Token | None:
    number = in_words(text, start, language)
    if number is not None:
        if number.fraction and (share := part.fraction(text, start, number.end, number.value, language)):
            return Token(share.kind, start, share.end, share.value, COARSE)
        return Token("f" if number.fraction else "w", start, number.end, number.value, number.precision)
    if text[start] in "aA":
        end = start + (2 if text[start + 1 : start + 2] in "nN" else 1)
        return Token("a", start, end)
    grown = part.multiple(text, start, language)
    return Token(grown.kind, start, grown.end, grown.value, COARSE) if grown else None


def _before(text: str, start: int, floor: int, words: Vocabulary) -> tuple[list[Token], bool]:
    """The sign and currency before the number at `start`, and whether a number may start there at all."""
    if start <= floor:
        return [], True
    at, last = start, text[start - 1]
    if last in BLANK and "a" <= text[start - 2] <= "z" and start > floor + 2 and plain_before(text, start, floor, words):
        return [], True
    signed = last in SIGNS
    if signed:
        ahead = text[at - 2 : at - 1]
        if ahead in SYMBOLS and ahead:
            at -= 1
        elif not ahead or ahead.isspace() or ahead in OPENING:
            return [Token("-", at - 1, at)], True
        else:
            return [], _hyphened(text, at - 1)
    stop = at - 1 if text[at - 1].isspace() else at
    if stop <= floor:
        return [], True
    found = _currency_ending(text, stop, floor, words)
    if found is not None:
        begin, sense = found
        tokens = [Token("C", begin, start, sense=sense)]
        sign = text[begin - 1 : begin] in SIGNS and begin > floor and (begin < 2 or text[begin - 2].isspace() or text[begin - 2] in OPENING)
        if signed or (sign and begin):
            tokens.insert(0, Token("-", begin - (0 if signed else 1), begin))
        return tokens, True
    if stop < at:
        return [], True
    if last in NOT_AFTER or last.isalpha():
        return [], last == "=" and EQUATED.search(text, max(0, start - 16), start) is not None
    return [], not (last == "." and text[start - 2 : start - 1].isalnum())


def plain_before(text: str, start: int, floor: int, words: Vocabulary) -> bool:
    """Whether the word before the number at `start` is no currency; its last letters mostly tell."""
    ends = words.before_ends
    maybe = text[start - 3 : start - 1] in ends or text[start - 2] in ends
    return not maybe or _word_before(text, floor, start - 1) not in words.before_last


def _word_before(text: str, floor: int, stop: int) -> str:
    """The word that ends at `stop`, without what opens it ("(Rs")."""
    return text[max(text.rfind(" ", floor, stop), text.rfind("\n", floor, stop), floor - 1) + 1 : stop].lstrip(OPENERS)


def _currency_ending(text: str, stop: int, floor: int, words: Vocabulary) -> tuple[int, Sense] | None:
    """The longest currency sign or code that ends at `stop` and is no part of a longer word."""
    last = text[stop - 1]
    if last.islower() and _word_before(text, floor, stop) not in words.before_last:
        if text[stop - 2 : stop - 1].islower() or last not in "cgst":  # "SFr", "Rs" are written together with what precedes them
            return None
    for length in words.before_lengths.get(last, ()):
        begin = stop - length
        if begin < floor:
            continue
        form = text[begin:stop]
        sense = words.before.get(form)
        if sense is not None and (begin == 0 or not form[0].isalpha() or not (text[begin - 1].isalnum() or text[begin - 1] in "'’.&-/")):
            return begin, sense
    return None


def _hyphened(text: str, dash: int) -> bool:
    """Whether the word before a hyphen is a plain one ("sub-5 pct"); a capital makes a name of it ("M-3", "F-16")."""
    begin = dash
    while begin and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:dash].islower() and dash - begin > 2


def _plain(text: str, m: re.Match[str], last: str, words: Vocabulary) -> Token | None:
    """The token of a word that has one meaning, NOTHING where it has none beside a number; None where more has to be asked."""
    form = m[ANY_WORD]
    begin, end = m.span(ANY_WORD)
    sense = words.single.get(form)
    if sense is None:
        if form[-1] == "." and (sense := words.single.get(form[:-1])) is not None and form not in words.plain_after:
            return Token(sense.kind, begin, end - 1, ZERO, ONE, sense)
        if form in words.plain_after or form[-1] == "." or (last in "t&|,-c" and form in words.openers):
            return None
        return NOTHING  # the commonest case: a number that counts something
    if form in words.seconds:
        more = PHRASE.match(text, end)
        if more is not None and more[1].casefold().rstrip(".") in words.seconds[form]:
            return None
    if form in words.before and text[end : end + 2].lstrip()[:1].isdigit():
        return None  # "5 dlrs 3": of which of the two numbers it is, has to be asked
    return Token(sense.kind, begin, end, ZERO, ONE, sense)


def _next(text: str, m: re.Match[str], tokens: list[Token], words: Vocabulary, language: str) -> Token | None:
    """The token that follows the run so far, None where nothing there has a meaning beside a number."""
    at, last = tokens[-1].end, tokens[-1].kind
    kind = m.lastindex
    begin, end = m.span(kind)  # type: ignore[arg-type]
    if kind == NUMBER or (kind == POINT and begin > at):
        number = in_digits(text, begin)
        return number and Token("f" if number.fraction else "n", begin, number.end, number.value, number.precision)
    if kind == DASH:
        apart = text[begin - 1].isspace() and text[end : end + 1].isspace()  # "May 3, 2008 - Euro falls"; but "5 - 6 pct"
        if end - begin > 1 or text[begin] == "—" or (apart and text[end:].lstrip()[:1].isupper()):
            return None
        return Token("-", begin, end)
    if kind == JOIN:
        return Token(text[begin], begin, end)
    if kind == POINT:
        return None
    form = text[begin:end]
    sense = words.before.get(form) or words.before.get(form.rstrip("."))
    if sense is not None:
        digit = AFTER_GAP.match(text, end).end()  # type: ignore[union-attr]
        if text[digit : digit + 1] in NUMERIC and digit < len(text):
            prefixed = last in "nwsgf" and any(token.kind == "C" for token in tokens[-3:-1])
            if last not in "nwsgf" or prefixed or (digit == end and (begin > at or not form.isalpha())):
                return Token("C", begin, end, sense=sense)
    token = _worded(text, begin, end, form, at, last, words)
    if token is None and last in "t&|,-c" and kind == ANY_WORD:
        return _spelled_next(text, begin, language)
    return token


def _spelled_next(text: str, begin: int, language: str) -> Token | None:
    if not starts_word(text, begin, language):
        return None
    return _spelled(text, begin, language)


def _worded(text: str, begin: int, end: int, form: str, at: int, last: str, words: Vocabulary) -> Token | None:
    key = form.casefold()
    senses = words.after.get(key)
    if senses is None and key.endswith("."):
        senses = words.after.get(key[:-1])
        end -= 1
    if senses is None:
        return None
    more: list[str] | None = None
    ends: list[int] = []
    for phrase, sense in senses:
        if len(phrase) > 1:
            if more is None:
                more, ends = _words_after(text, end, max(len(p) for p, _ in senses) - 1)
            rest = len(phrase) - 1
            if tuple(more[:rest]) != phrase[1:]:
                continue
            stop = ends[rest - 1]
        else:
            stop = end
        if sense.exact and text[begin:stop].rstrip(".") != sense.exact:
            continue
        if sense.kind == "g" and begin > at and last != "n":
            continue
        if sense.kind == "%" and text[stop : stop + 1].isalnum():
            continue
        return Token(sense.kind, begin, stop, sense=sense)
    return None


def _words_after(text: str, at: int, count: int) -> tuple[list[str], list[int]]:
    found: list[str] = []
    ends: list[int] = []
    for _ in range(count):
        m = PHRASE.match(text, at)
        if not m:
            break
        word = m.group(1).casefold()
        at = m.end()
        if word.endswith("."):
            bare = word[:-1]
            found.append(bare)
            ends.append(at - 1)
            continue
        found.append(word)
        ends.append(at)
    return found, ends
