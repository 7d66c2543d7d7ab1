"""Cut a text into sentences."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.model import Span

LONGEST = 2000
"""Characters of a sentence (1,977 the longest of 7,236 stories); a longer one is a table or noise, and is cut at a space so that the time stays linear in the text."""

CLOSING, OPENING = r"[\"'”’)\]]*", r"(?:[*•] )?[\"'“‘(\[<*]*(?:[A-Z0-9$£€]|[a-z]{1,5}[A-Z][a-z]{2})"
BREAK = r"[ \t\r]*\n\s*| {3,}(?=\S)|(?=[-*•] )"
ROW = rf"(?<=\s[*•])(?=\s{OPENING})"
"""Behind the bullet of a row whose line is lost: "Q2 revenue $8 billion * Sees revenue of"."""

END = re.compile(rf"[.!?:\n*•](?:(?<=[.!?])[.!?]*{CLOSING}(?=\s+{OPENING})|(?<=:)(?=\s+[*•] )|(?<=\n)(?:{BREAK})|{ROW})")
"""Begins with one set of characters, which is found faster than alternatives are."""

HEADING = re.compile(
    r"\s+((?:[A-Z0-9$%&'’,?!:/.-]+\s){1,9})(?=[\"“]?(?:[A-Z][\w'’-]*[a-z]|A |I |[$€£]?\d|(?P<short>[A-Z]{2,5})(?:['’]s)?,? [a-z]))"
)
TICKER = re.compile(r"\s+\(?(?:[A-Z0-9]{1,6}[a-z]?\.[A-Z]{1,2}(?![\w.])|[A-Z0-9]{2,6}\.[A-Z]{1,2}(?!\w))")
"""What begins no sentence: a ticker belongs to the name before it ("Arden Corp. ARDN.O rose", "by Arden Corp. ARDN.O. The firm")."""

BULLETS = "*•"
LABEL_ENDS = ":- "
"""With which the label of a row ends: what stands behind it is told of it."""

LABEL = 2
"""Words of the longest label: "NEW ZEALAND"."""

BEFORE_WORD = re.compile(r"[(\[\"'“]")

INITIALS = 5
"""Characters of the longest initials: "U.S.A"."""

LONGEST_WORD = 20
"""Characters of the longest word that is looked at before a point."""

HEADS = 7
"""Letters of the shortest heading: "MBO BOOM"."""

SHORT = 5
"""Letters of the longest name in capitals that a heading is told apart from."""


@cache
def _abbreviations(name: str, language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("abbreviations", language)[name]["forms"])


@cache
def _opening(language: str) -> re.Pattern[str]:
    """The words with which a new sentence begins, whatever stands before."""
    return re.compile(rf"\s+[\"“]?{_one_of('opens_a_sentence', language)}")


@cache
def _going_on(language: str) -> dict[str, re.Pattern[str]]:
    """Words behind whose full stop a sentence goes on with some others: "8:20 a.m. EDT", "Arden Cos. Inc. said", "Arden Co. Chief Executive Lind"."""
    pairs = {"hours": "zones", "before_a_bracket": "behind_a_form"}
    return {word: re.compile(rf"\s+(?:\(|{_one_of(pairs[name], language)})") for name in pairs for word in _abbreviations(name, language)}


def _one_of(name: str, language: str) -> str:
    return rf"(?:{'|'.join(sorted(_abbreviations(name, language)))})\b"


def split(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` in order, without the white space around them; furniture masked by spaces yields none."""
    known, months, going_on, opening = (
        _abbreviations("before_a_name", language),
        _abbreviations("before_a_day", language),
        _going_on(language),
        _opening(language),
    )
    spans: list[Span] = []
    start = 0
    for m in END.finditer(text):
        if m.end() <= start:
            continue  # inside a heading that has been cut off already ("IS GROWTH OVER? ASKS")
        if text[m.start()] == ".":
            word = _last_word(text[max(start, m.start() - LONGEST_WORD) : m.start()])
            if (
                word in known
                or ((_initials(word) or word in months) and not opening.match(text, m.end()))
                or ((sign := TICKER.match(text, m.end())) and not opening.match(text, sign.end()))
                or (word in going_on and going_on[word].match(text, m.end()))
            ):
                continue
        if text[m.start()] in BULLETS and not _in_a_row(text, start):
            continue  # the mark of a footnote, or what stands before it heads the row: "Arden Corp * Sales down 8 percent"
        _add(spans, text, start, m.start() if text[m.start()] in BULLETS else m.end())
        start = m.end()
        if text[start + 1 : start + 3].isupper() or text[start + 1 : start + 2].isdigit():
            heading = _heading(text, start)
            _add(spans, text, start, heading)
            start = heading
    _add(spans, text, start, len(text))
    return spans


def _in_a_row(text: str, start: int) -> bool:
    """Whether the stretch that begins at `start` is a row of a list: a bullet stands before it, or opens it."""
    return text[max(start - 1, 0)] in BULLETS or text[start : start + 3].lstrip()[:1] in tuple(BULLETS)


def _initials(word: str) -> bool:
    """Whether a word before a full stop is one of initials: "J", "U.S", "N.V"; the sign of an index (".SX7P") or of a firm ("BG.UL") is none."""
    return word.isupper() and len(word) <= INITIALS and all(len(letter) == 1 for letter in word.lstrip("<").split("."))


def _last_word(lead: str) -> str:
    """The word with which a stretch of text ends, without what opens it; "" where it ends with white space or an opening mark."""
    words = lead.rsplit(None, 1)
    if not words or lead[-1].isspace():
        return ""
    return words[-1] if words[-1].isalnum() else BEFORE_WORD.split(words[-1])[-1]


def _heading(text: str, start: int) -> int:
    """Where a heading in capitals ends that stands before a sentence ("RISING COSTS Arden Corp said"), `start` where none does.

    A name in capitals is none: it is told again.  Nor is the last word of one part of it: "COSTS TO RISE GM Chairman Smith said", "COSTS TO RISE GM said".
    """
    m = HEADING.match(text, start)
    if m is None:
        return start
    end, short = m.end(1), m["short"]
    heading = m.group(1).rstrip()
    if short is not None and len(re.findall(rf"(?<!\w){short}(?!\w)", text)) == 1:
        return start
    last = heading.rpartition(" ")[2]
    if len(last) <= SHORT and last.isalpha() and text.count(f" {last}") > 1:
        heading = heading[: -len(last)].rstrip()
        end = m.start(1) + len(heading)
    if heading[-1:] in LABEL_ENDS and len(heading.rstrip(LABEL_ENDS).split()) <= LABEL and text[end : end + 1] not in '"“':
        return start  # "IRELAND: Deficit of 12 percent": what the row is of
    letters = sum(c.isupper() for c in heading)
    if letters < HEADS or sum(c.isdigit() for c in heading) > letters or text.count(heading) > 1:
        return start
    return end


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + LONGEST // 2, start + LONGEST))
        cut = start + LONGEST if cut < 0 else cut
        _add(spans, text, start, cut)
        start = cut
    while start < end and (text[start].isspace() or text[start] in BULLETS):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
