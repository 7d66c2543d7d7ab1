"""Where the clauses of a sentence begin."""

from __future__ import annotations

from functools import cache

from pipeline.interpret.clue import Clue, Sentence
from pipeline.lexicon import words


def clauses(sentence: Sentence, spans: list[tuple[int, int]], language: str) -> list[int]:
    """The tokens at which the clauses of a sentence begin, the first of which is 0.

    "and" begins one where a noun of measure and a verb stand between it and the next figure, a comma where it is followed by
    a relative; ";", "while", "but" and their kin always do.
    """
    found = [0]
    tokens = sentence.tokens
    breaks, relatives, joins = words("clause_breaks", language), words("relatives", language), words("clause_joins", language)
    nouns = [c for c in sentence.of("indicator") if c.role != "verb"]
    verbs = [*sentence.of("finite"), *filter(verb, sentence.of("direction"))]
    may_join = bool(nouns and verbs)
    bracket = False
    turns = _turns(language)
    for i in [i for i, word in enumerate(tokens) if word in turns]:
        word = tokens[i]
        if word in ("(", ")"):
            bracket = word == "("
        if bracket and word == ";":
            continue  # "($9.4m; £4.8m)"
        if word in breaks or (word in relatives and i and tokens[i - 1] == ","):
            found.append(i + 1)
        elif may_join and (word == "," or word in joins):
            until = next((first for first, _ in spans if first > i), 0)
            noun = next((c for c in nouns if i < c.first and c.last < until), None)
            if noun is not None and any(noun.last < c.first and c.last < until for c in verbs):
                if word != "," or not any(i < c.first and c.last < noun.first for c in verbs):
                    found.append(i + 1)
    return found


@cache
def _turns(language: str) -> frozenset[str]:
    """All tokens at which something may begin or end: one in ten."""
    return words("clause_breaks", language) | words("relatives", language) | words("clause_joins", language) | {",", "(", ")"}


def asides(sentence: Sentence, until: int, language: str) -> list[range]:
    """ "Arden, which could sell its arm, set 5 million aside": relative clauses between commas that end before the verb of their sentence."""
    tokens, relatives = sentence.tokens, words("relatives", language)
    opens = [i for i in range(1, until) if tokens[i] in relatives and tokens[i - 1] == ","]
    if not opens:
        return []
    verbs = predicates(sentence)
    closed = ((i, next((n for n in range(i + 1, until) if tokens[n] == ","), None)) for i in opens)
    return [range(first, last) for first, last in closed if last is not None and last + 1 in verbs]


def dashed(tokens: list[str], until: int) -> list[tuple[int, int]]:
    """ "its rate -- debts that will never be repaid -- rose to 8 pct": the pairs of dashes, each of two hyphens, before token `until`."""
    dashes = [i for i in range(until - 1) if tokens[i : i + 2] == ["-", "-"]]
    return list(zip(dashes[::2], dashes[1::2], strict=False))


def predicates(sentence: Sentence) -> set[int]:
    """The tokens at which a verb stands, be it one of a measure ("lent", "earned")."""
    found = {c.first for kind in ("finite", "attribution", "direction") for c in sentence.of(kind)}
    return found | {c.first for c in sentence.of("indicator") if c.role == "verb"}


def verb(clue: Clue) -> bool:
    """Whether a clue is a finite verb or a verb of movement."""
    return clue.kind == "finite" or (clue.kind.startswith("direction.") and clue.role in ("verbs", "both"))
