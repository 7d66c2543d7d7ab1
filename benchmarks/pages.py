"""How much of a page's story is kept, and how much of what stands around it: words, paragraphs, and figures.

    .venv/bin/python benchmarks/pages.py        # writes its section of docs/benchmarks.md

Pages are the templates in benchmarks/pages, each filled with two of the stories there.  In a template `data-gold` marks the main text and
`data-either` what may be kept or not (captions, subheadings); all other text is furniture.  The marks are taken out before anything reads the page.
Paragraphs are counted as trafilatura's own evaluation does: a paragraph of the main text that is found is a true positive, a stretch of furniture
that is found a false one.
"""

from __future__ import annotations

import html as escaping
import re
import tomllib
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import trafilatura
from lxml import html

from pipeline.clean import clean
from pipeline.facts import mentions_of
from pipeline.model import Document
from pipeline.read.html import page as read_page
from pipeline.split import split

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "benchmarks/pages"
MARKS = re.compile(r"\sdata-(?:gold|either)\b")
SILENT = frozenset(("script", "style", "head", "title"))
SHORTEST = 10
"""Characters of the shortest stretch of furniture that is looked for: shorter ones stand in many a sentence."""


class Page(NamedTuple):
    """A page as it is read, the paragraphs of its main text, what may be kept or not, and the furniture."""

    name: str
    source: str
    gold: list[str]
    either: list[str]
    furniture: list[str]


LATER = "later-"
"""How the names of the templates begin that were written when the reader was done, and on which nothing was mended."""


def pages(later: bool) -> Iterator[Page]:
    """Each template of one half with two stories."""
    stories = list(tomllib.loads((PAGES / "stories.toml").read_text("utf-8")).items())
    for number, path in enumerate(path for path in sorted(PAGES.glob("*.html")) if path.name.startswith(LATER) == later):
        for name, story in (stories[number % len(stories)], stories[(number + 3) % len(stories)]):
            yield _page(f"{path.stem}-{name}", path.read_text("utf-8"), story)


def _page(name: str, template: str, story: dict[str, Any]) -> Page:
    values = {key: escaping.escape(value) for key, value in story.items() if isinstance(value, str)}
    values |= {"p1a": values["p1"][:1], "p1b": values["p1"][1:]}
    values["table"] = "".join(
        "<tr>" + "".join(f"<td data-gold>{escaping.escape(cell)}</td>" for cell in row) + "</tr>" for row in story["rows"]
    )
    marked = re.sub(r"\{\{(\w+)\}\}", lambda m: values[m[1]], template)
    tree = html.document_fromstring(marked)
    gold = [_text(e) for e in tree.xpath("//*[@data-gold]")]
    either = [_text(e) for e in tree.xpath("//*[@data-either]")] + [story["title"]]
    known = " ".join([*gold, story["title"]])
    stretches = dict.fromkeys(" ".join(said.split()) for said in _outside(tree))
    furniture = [said for said in stretches if len(said) >= SHORTEST and said not in known and said not in either]
    return Page(name, MARKS.sub("", marked), gold, either, furniture)


def _text(element: html.HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [" " if child.tag == "br" else _text(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _outside(element: html.HtmlElement) -> Iterator[str]:
    """The stretches of text that no mark covers."""
    if isinstance(element.tag, str) and element.tag not in SILENT and not {"data-gold", "data-either"} & set(element.keys()):
        yield element.text or ""
        for child in element:
            yield from _outside(child)
    if element.getparent() is not None:
        yield element.tail or ""


def everything(page: Page) -> str:
    return trafilatura.html2txt(page.source)


def plain_trafilatura(page: Page) -> str:
    return trafilatura.extract(page.source) or ""


def reader(page: Page) -> str:
    found = read_page(page.source.encode(), page.name, page.name)
    return found.text if isinstance(found, Document) else ""


def statwire(page: Page) -> str:
    return clean(reader(page))[0]


SYSTEMS: dict[str, Callable[[Page], str]] = {
    "all text": everything,
    "trafilatura": plain_trafilatura,
    "statwire's reader": reader,
    "statwire, with masks": statwire,
}


class Score:
    """What was kept rightly and wrongly, and what was lost."""

    def __init__(self) -> None:
        self.right = self.wrong = self.lost = 0

    def add(self, kept: Counter[Any], gold: Counter[Any], either: Counter[Any]) -> None:
        self.right += (kept & gold).total()
        self.lost += (gold - kept).total()
        self.wrong += (kept - gold - either).total()

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.lost)
        return f"{precision:.3f} | {recall:.3f} | {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def figures(texts: list[str]) -> Counter[Any]:
    return Counter((m.quantity.low, m.quantity.high, m.quantity.unit) for text in texts for m in mentions_of(text, split(text), "en"))


def score(system: Callable[[Page], str], later: bool, tell: bool = False) -> tuple[Score, Score, Score]:
    """Words, paragraphs and figures over the pages of one half; `tell` prints the figures that are lost or come from furniture."""
    by_word, by_paragraph, by_figure = Score(), Score(), Score()
    for page in pages(later):
        kept = system(page)
        flat = " ".join(kept.split())
        by_word.add(words([kept]), words(page.gold), words(page.either))
        by_paragraph.right += sum(paragraph in flat for paragraph in page.gold)
        by_paragraph.lost += sum(paragraph not in flat for paragraph in page.gold)
        by_paragraph.wrong += sum(stretch in flat for stretch in page.furniture)
        gold, got, either = figures(page.gold), figures([kept]), figures(page.either)
        by_figure.add(got, gold, either)
        if tell:
            for what, some in (("lost", gold - got), ("furniture", got - gold - either)):
                if some:
                    print(f"{page.name}: {what}: {', '.join(f'{low} {unit}' for low, _, unit in some.elements())}")
    return by_word, by_paragraph, by_figure


def main() -> None:
    warnings.simplefilter("ignore")
    lines = ["Written by `benchmarks/pages.py`; do not edit."]
    for later, what in ((False, "on which the reader was mended"), (True, "written afterwards, on which nothing was")):
        made = list(pages(later))
        found = sum(figures(page.gold).total() for page in made)
        lines += ["", f"{len(made)} pages of {len(made) // 2} kinds {what}; {found:,} figures in their main text:", ""]
        lines += [
            "| | words: precision | recall | F1 | paragraphs: precision | recall | F1 | figures: precision | recall | F1 |",
            "|" + "---|" * 10,
        ]
        for name, system in SYSTEMS.items():
            lines.append(f"| {name} | {' | '.join(str(part) for part in score(system, later, system is statwire))} |")
    report = "\n".join([*lines, ""])
    import section  # beside this file: at hand where it is run, not where a test loads it

    section.write("pages", report)
    print(report)


if __name__ == "__main__":
    main()
