"""Figures read at a glance: one number, at most the sign of a currency before it, and words that end with it.

How such a figure reads does not depend on its number, and news says the same few things behind its numbers: " mln dlrs",
" pct of", ",".  The lexer and the rules read each of these tails once, behind a number of ours; from then on the figure is
what they made of it, times the number.  Whatever else stands at a number is left to them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from pipeline.recognise.letters import prove
from pipeline.recognise.lexer import FRACTIONS, JOINS, NUMERIC, SYMBOLS, Token, counts, is_day, opens_denominator, plain_before, run
from pipeline.recognise.number import BEFORE_WORD, in_digits, opener, starts_word, trie
from pipeline.recognise.rule import Grammar, Reading
from pipeline.recognise.vocabulary import Vocabulary, vocabulary

SIGN = "".join(SYMBOLS)
ENDS_WORD = rf"(?![\w{SIGN}])"
END = rf"(?:(?:\n {{0,6}}+| {{1,2}}+|(?<=-))((?![{FRACTIONS}])[^\W\d_]++)(?![\w{SIGN}]|\.\w)|[ \n]{{0,8}}(?:[;:()\"'?!—]|\Z))"
"""What ends a figure: a word, which must have no meaning beside a number, or a mark that no figure goes across."""

NUMBER = r"[0-9]{0,8}(?=(?:(?<![0-9]{4})(?:,[0-9]{3}){1,3}(?!,))?(?:\.[0-9]{1,9}|[- ][0-9]{1,2}/[0-9]{1,3})?(?![0-9/])"
"""A number behind its first digit, up to its tail; only digits are taken, for the search goes on behind them."""

MOST_WORDS = 6
"""Words of a tail; a longer one is left to the lexer."""

IN_WORDS, IN_DIGITS = 1, 3
"""The groups of a pattern of starts that hold the tail of a number; the next holds the word that ends it."""


class Shape(NamedTuple):
    """What a sign before a number and the tail behind it make of the number; places count from its end."""

    factor: Decimal | None
    units: tuple[str, ...]
    rule: str
    end: int
    done: int
    may_count: bool
    """Whether what stands there may be a plain count, to be passed over."""
    may_be_day: bool


class Reader:
    """Reads the figures of one language, at a glance where that will do."""

    def __init__(self, language: str, grammar: Grammar) -> None:
        self.language = language
        self.words = vocabulary(language)
        self.grammar = grammar
        self.starts = _starts(self.words, language)
        self.written, self.folded = _meaning(self.words)
        self.shape = lru_cache(maxsize=1 << 14)(self._shape)
        self.spoken = lru_cache(maxsize=1 << 14)(self._spoken)

    def readings(self, text: str, with_counts: bool, within: str = "") -> list[Reading]:
        """The figures of `text` from left to right, bare numbers among them; plain counts only where they are asked for."""
        within = within or text
        found: list[Reading] = []
        done = 0
        if text[:1].isalpha() and starts_word(text, 0, self.language):
            done = self._run(text, 0, 0, found, within)
        for seen in self.starts.finditer(text):
            start = seen.start()
            digits = text[start] in NUMERIC
            if not digits:
                start += 1
            if start < done or (not digits and opens_denominator(text, start, done)):
                continue
            glanced = self._glance(text, start, seen, done, with_counts) if seen.lastindex else None
            if glanced is not None:
                reading, done = glanced
                if reading is not None:
                    found.append(reading)
            elif with_counts or not digits or not counts(text, start, seen.end(), self.words):
                done = self._run(text, start, done, found, within)
        return found

    def _run(self, text: str, start: int, done: int, found: list[Reading], within: str) -> int:
        """Leave what stands at `start` to the lexer and the rules; where they go on reading."""
        tokens, done = run(text, start, done, text[start] not in NUMERIC, self.words, self.language)
        if tokens:
            tokens = prove(within, tokens, self.language)
            found += self.grammar.readings("".join([token.kind for token in tokens]), tokens)
        return done

    def _glance(self, text: str, start: int, seen: re.Match[str], done: int, with_counts: bool) -> tuple[Reading | None, int] | None:
        """The figure at `start`, if there is one, and where to go on reading; None where a glance does not tell."""
        group = IN_DIGITS if seen.lastindex == IN_DIGITS else IN_WORDS
        tail, stop = seen.group(group, group + 1)
        if stop is not None and (stop in self.written or stop.casefold() in self.folded):
            return None  # the word that seems to end the figure may be a part of it
        if group == IN_DIGITS:
            return self._in_digits(text, start, seen, tail, done, with_counts)
        return self._in_words(text, start, seen, tail)

    def _in_digits(
        self, text: str, start: int, seen: re.Match[str], tail: str, done: int, with_counts: bool
    ) -> tuple[Reading | None, int] | None:
        end = seen.start(IN_DIGITS)
        sign = text[start - 1]
        if sign in SYMBOLS:
            known = start > done
        else:
            sign = ""
            known = not text[start - 2].isalpha() or (start > done + 2 and plain_before(text, start, done, self.words))
        number = _printed(text[start:end]) if known else None
        if number is None:
            return None
        value, precision, proved = number
        shape = self.shape(sign, tail, proved)
        if shape is None:
            return None
        factor, units, rule, ends, goes_on, may_count, may_be_day = shape
        if may_count and not with_counts and counts(text, start, seen.end(), self.words):
            return None, done
        if may_be_day and is_day(text, Token("n", start, end, value, precision), self.words):
            return None, end
        if factor is not None:
            value *= factor
            precision *= factor
        return Reading(start - len(sign), end + ends, value, value, units, precision, rule), end + goes_on

    def _in_words(self, text: str, start: int, seen: re.Match[str], tail: str) -> tuple[Reading, int] | None:
        read = self.spoken(text[start : seen.start(IN_WORDS)], tail)
        if read is None:
            return None
        (_, ends, low, high, units, precision, rule, _), done = read
        return Reading(start, start + ends, low, high, units, precision, rule), start + done

    def _shape(self, sign: str, tail: str, proved: bool) -> Shape | None:
        """What `sign` and `tail` make of a number; None where that is no one figure.

        A number that has decimals or is large proves a unit that a small one does not ("5.5 p").
        """
        number = "1.0" if proved else "1"
        read = self._alone(f"{sign}{number}{tail}", len(sign))
        if read is None:
            return None
        figure, done = read
        end = len(sign) + len(number)
        factor = figure.precision.scaleb(1) if proved else figure.precision
        may_count = not sign and not figure.units
        month = min(self.words.months)
        dated, _ = run(f"{month} 1{tail}", len(month) + 1, 0, False, self.words, self.language)
        may_be_day = not (sign or proved or dated)
        return Shape(None if factor == 1 else factor, figure.units, figure.rule, figure.end - end, done - end, may_count, may_be_day)

    def _spoken(self, word: str, tail: str) -> tuple[Reading, int] | None:
        """The figure that a cardinal of one word and its tail are, None where that is no one figure."""
        return self._alone(word + tail, 0) if word.casefold() in self.words.cardinals else None

    def _alone(self, text: str, start: int) -> tuple[Reading, int] | None:
        """The one figure that `text` is, its number at `start`, and where the run ends; None where what stands around may change it."""
        tokens, done = run(text, start, 0, text[start] not in NUMERIC, self.words, self.language)
        kinds = "".join([token.kind for token in tokens])
        read = self.grammar.readings(kinds, tokens)
        if len(read) != 1 or read[0].start or read[0].low != read[0].high or (len(tokens) > 2 and not JOINS.isdisjoint(kinds)):
            return None
        return None if text[-1] == "." and done == len(text) else (read[0], done)


@lru_cache(maxsize=1 << 16)
def _printed(text: str) -> tuple[Decimal, Decimal, bool] | None:
    """The value and precision of a number in digits, and whether it is more than a small whole number; None where it is none."""
    number = in_digits(text, 0)
    if number is None or number.fraction or number.end < len(text):
        return None
    return number.value, number.precision, number.value >= 1000 or number.precision < 1


def _starts(words: Vocabulary, language: str) -> re.Pattern[str]:
    """A pattern for where a number may start and, where a glance may do, for what stands around it.

    It begins with one set of characters, which a text is searched for the quickest: digits, and what stands before a word.
    """
    tail = _tail(words)
    digits = rf"(?<=[0-9{FRACTIONS}])(?:{_before(words)}{NUMBER}{tail})|[0-9{FRACTIONS}]*)"
    return re.compile(rf"[{BEFORE_WORD}0-9{FRACTIONS}](?:{opener(language)}(?:(?={tail})|)|{digits})")


def _before(words: Vocabulary) -> str:
    """A pattern for what stands before the digit just read: a word, a mark or a bracket, and at most a sign of one character."""
    apart = [form[:-2] for form in words.before if form[-2:-1] == " "]  # "us $": a word before the sign is a part of it
    letters = "".join(sorted({*ascii_lowercase} - {word[-1] for word in apart}))
    longer = 1 + max((len(word) - len(word.rstrip(ascii_lowercase)) for word in apart), default=0)
    signed = rf"(?<=[{letters},;:)][ \n][{SIGN}][0-9])|(?<=[a-z]{{{longer}}}[ \n][{SIGN}][0-9])|(?<=[ \n]\([{SIGN}][0-9])"
    return rf"(?:(?<=[a-z,;:)][ \n][0-9])|(?<=[ \n]\([0-9])|{signed})"


def _tail(words: Vocabulary) -> str:
    """A pattern for the few words behind a number that mean something there, and for the word that ends the figure: two groups.

    They are bounded, so that "a million a million" without end costs no more than its length.
    """
    senses = [(phrase, sense) for rows in words.after.values() for phrase, sense in rows]
    forms = {word for phrase, sense in senses if sense.kind not in "cd" for word in phrase}
    forms |= {phrase[0] for phrase, sense in senses if len(phrase) == 1 and not sense.exact}  # "yen"; names of countries have capitals
    known = sorted(form for form in forms if form.isascii() and form.isalpha())
    return rf"((?:[ \n]?(?:%|{trie(known)}){ENDS_WORD}){{0,{MOST_WORDS}}}+(?:\.{ENDS_WORD}|[,-]?+(?={END})))"


def _meaning(words: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The words that may be part of a figure behind its number: as they must be written, and in any case."""
    senses = [(phrase, sense.exact) for rows in words.after.values() for phrase, sense in rows]
    written = {*words.before, *(exact for _, exact in senses if exact)}
    folded = {word for phrase, exact in senses for word in phrase[1 if exact else 0 :]}
    folded |= {word.casefold() for word in words.openers}
    return frozenset({*written, *(word.rstrip(".") for word in written)}), frozenset({*folded, *(word.rstrip(".") for word in folded)})
