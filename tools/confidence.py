"""Fit the confidence model on annotated stories, and write pipeline/lexicon/en/confidence.toml and the reliability table.

    python tools/confidence.py STORIES.jsonl GOLD.jsonl [GOLD.jsonl …] [--write]

STORIES holds the stories as `statwire extract` reads them, GOLD the annotation guideline's fields: ../shared/gold/dev.jsonl first,
benchmarks/labels.jsonl, what sessions of this project said of 3,507 other stories, and benchmarks/later/open/facts.jsonl, of later years.  Weights are fitted on all, the probability that a score
stands for on the first alone: it is annotated with the most care.  Of it, the stories on which no rule was written count more, for a
reader's are such too.  A fact is right where figure, statistic, direction, status, indicator,
period and entity all are, as ../shared/eval/score.py judges.  What is printed is of the first, by cross-validation over stories: no fact is
judged by a model that saw another of its story.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from pipeline.facts import taken_apart
from pipeline.interpret import read
from pipeline.interpret.confidence import Knots, answers, calibrated, features
from pipeline.model import Document, When
from pipeline.record import record

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "pipeline/lexicon/en/confidence.toml"
PAGE = ROOT / "docs/benchmarks.md"
BEGIN, END = "<!-- confidence -->", "<!-- end of confidence -->"
UNREAD = 3
"""How often a story of the careful gold counts on which no rule was written, where a score is told as a probability.

With 1 the probabilities were right on the gold as a whole (error .027) and too high on such stories (.070), and on those of later
years that nobody read (.109); with 3 the errors are .035, .051 and .073.
"""

FOLDS, SEEN, RIDGE = 10, 8, 20.0
"""Parts of the cross-validation; times a feature must be seen to be used; strength of the pull towards zero."""


def scorer() -> Any:
    path = ROOT.parent / "shared" / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Row(NamedTuple):
    """A fact that lies on a gold figure that counts; `careful` where that is of the first gold."""

    story: str
    features: list[str]
    right: bool
    careful: bool


def judged(gold: list[Path], stories: Path) -> list[Row]:
    score = scorer()
    golds: dict[str, Any] = collections.defaultdict(list)
    for path in reversed(gold):
        golds.update(score.load(path))
    careful = set(score.load(gold[0]))
    rows = []
    for line in stories.read_text("utf-8").splitlines():
        story = json.loads(line)
        when = When(story["published"], "metadata") if story.get("published") else When()
        document = Document(
            story["id"], story["text"], when, story.get("title") or "", story.get("dateline") or "", story.get("publisher") or ""
        )
        figures = read(*taken_apart(document)[:4])
        said = [json.loads(json.dumps(record(figure.fact, document, when), default=float)) for figure in figures]
        others = answers(figures)
        pairs = {j: (golds[story["id"]][i], ok) for i, j, ok in score.pair(golds[story["id"]], said)}
        for j, (figure, flat) in enumerate(zip(figures, said, strict=True)):
            wanted, ok = pairs.get(j, (None, False))
            if wanted is not None and wanted.get("optional"):
                continue
            alt = (wanted or {}).get("alt") or {}
            right = ok and all(score.same(f, wanted.get(f), flat[f]) or (f in alt and score.same(f, alt[f], flat[f])) for f in score.FACT)
            rows.append(Row(story["id"], features(figure, others), bool(right), story["id"] in careful))
    return rows


class Model(NamedTuple):
    base: float
    weights: dict[str, float]
    calibration: Knots


def logistic(x: Any, y: Any, pull: Any) -> Any:
    """Weights by penalised maximum likelihood (Newton's method)."""
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (y - p) - pull * beta
        beta += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(pull), gradient)
    return beta


def weights(rows: list[Row]) -> tuple[float, dict[str, float]]:
    """Base and weight of each feature."""
    count = collections.Counter(name for row in rows for name in row.features)
    names = sorted(name for name, n in count.items() if n >= SEEN)
    place = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    for i, row in enumerate(rows):
        for name in row.features:
            if name in place:
                x[i, place[name]] = 1
    pull = np.full(len(names) + 1, RIDGE)
    pull[0] = 0.01
    beta = logistic(x, np.array([row.right for row in rows], dtype=float), pull)
    return float(beta[0]), dict(zip(names, map(float, beta[1:]), strict=True))


def score_of(base: float, weight: dict[str, float], names: list[str]) -> float:
    return base + sum(weight.get(name, 0.0) for name in names)


def calibration(scores: list[float], right: list[bool]) -> Knots:
    """The knots of centred isotonic regression: neighbours are pooled until a higher score is never less often right, and a pool speaks for its mean score."""
    pools: list[tuple[int, int, float]] = []  # facts, those that are right, the sum of their scores
    for score, told in sorted(zip(scores, right, strict=True)):
        pools.append((1, int(told), score))
        while len(pools) > 1 and pools[-2][1] * pools[-1][0] >= pools[-1][1] * pools[-2][0]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    return [(total / facts, told / facts) for facts, told, total in pools]


def part(row: Row) -> int:
    """Which part of the cross-validation the story of a row is in."""
    return hashlib.sha256(row.story.encode()).digest()[1] % FOLDS


def counted(careful: list[Row]) -> list[int]:
    """The careful rows, by number, as often as each counts: docs/benchmarks.md tells which stories rules were written on."""
    return [i for i, row in enumerate(careful) for _ in range(1 if hashlib.sha256(row.story.encode()).digest()[0] % 5 < 3 else UNREAD)]


def held_out(rows: list[Row]) -> list[float]:
    """The score of each careful row by weights fitted on the other parts."""
    careful = [row for row in rows if row.careful]
    scores = {}
    for fold in range(FOLDS):
        base, weight = weights([row for row in rows if part(row) != fold])
        scores |= {i: score_of(base, weight, row.features) for i, row in enumerate(careful) if part(row) == fold}
    return [scores[i] for i in range(len(careful))]


def cross_validated(rows: list[Row], scores: list[float]) -> list[tuple[float, bool]]:
    """What would have been said of each careful row, and whether it is right."""
    careful = [row for row in rows if row.careful]
    found = []
    for fold in range(FOLDS):
        others = [i for i in counted(careful) if part(careful[i]) != fold]
        told = calibration([scores[i] for i in others], [careful[i].right for i in others])
        found += [(calibrated(scores[i], told), row.right) for i, row in enumerate(careful) if part(row) == fold]
    return found


def fit(rows: list[Row], scores: list[float]) -> Model:
    """The model of all rows; `scores` are those of the careful ones by models that did not see their story."""
    base, weight = weights(rows)
    careful = [row for row in rows if row.careful]
    told = counted(careful)
    return Model(base, weight, calibration([scores[i] for i in told], [careful[i].right for i in told]))


def table(found: list[tuple[float, bool]]) -> str:
    lines = ["Written by `tools/confidence.py`; do not edit.", "", "| confidence | facts | mean | right |", "|---|---|---|---|"]
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = [(p, r) for p, r in found if low <= p < low + 0.1 or (p == 1 and low > 0.85)]
        if inside:
            mean, right = float(np.mean([p for p, _ in inside])), float(np.mean([r for _, r in inside]))
            error += abs(mean - right) * len(inside) / len(found)
            lines.append(f"| {low:.1f}–{low + 0.1:.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")
    good, bad = [p for p, r in found if r], [p for p, r in found if not r]
    auroc = float(np.mean([(a > b) + 0.5 * (a == b) for a in good for b in bad]))
    sure = [r for p, r in found if p >= 0.9]
    lines += [
        "",
        f"{len(found)} facts, {FOLDS}-fold over stories: expected calibration error {error:.3f}, AUROC {auroc:.3f}; "
        f"{len(sure) / len(found):.0%} of the facts at 0.9 or more, of which {np.mean(sure) if sure else 0:.0%} are right.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="write the model and the table")
    asked = parser.parse_args()
    rows = judged(asked.gold, asked.stories)
    scores = held_out(rows)
    report = table(cross_validated(rows, scores))
    print(report)
    if not asked.write:
        return
    model = fit(rows, scores)
    lines = [
        "# Written by tools/confidence.py; do not edit.  The weight of each feature that interpret/confidence.py looks at.",
        "",
        f"base = {model.base:.3f}",
        f"calibration = [{', '.join(f'[{score:.3f}, {probability:.3f}]' for score, probability in model.calibration)}]",
        "",
        "[weights]",
    ]
    lines += [
        f"{json.dumps(name, ensure_ascii=False)} = {weight:.3f}" for name, weight in sorted(model.weights.items()) if abs(weight) >= 0.0005
    ]
    MODEL.write_text("\n".join(lines) + "\n", "utf-8")
    page = PAGE.read_text("utf-8")
    if BEGIN in page:
        page = re.sub(rf"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n\n{report}\n\n{END}", page, flags=re.DOTALL)
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
