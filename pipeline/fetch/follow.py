"""The sources of the config, one after the other: each response is stored in `data/raw` with its origin before anything reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.fetch.client import Answer, FetchError
from pipeline.fetch.config import Config, Source
from pipeline.fetch.manners import Caller, Manners
from pipeline.fetch.redirect import REDIRECTS, STATUSES, onward
from pipeline.fetch.robots import Robots
from pipeline.fetch.shelf import Shelf, opened

MANNERS = Manners()
EARLY = 0.9
"""Part of a source's `every` after which it is due: a timer that is a little early would else let it wait for twice as long."""


class Fetched(NamedTuple):
    """What came of one source: `outcome` is `new` (`file` holds it), `unchanged`, `not due`, or `failed` (`reason` says why)."""

    source: str
    outcome: str
    file: Path | None = None
    reason: str = ""


def fetch(config: Config, sources: tuple[Source, ...], always: bool) -> Iterator[Fetched]:
    """Fetch each source in turn; `always`: also those that are not due.  Never raises on what a server does."""
    caller = Caller(MANNERS)
    robots = Robots(caller)
    for source in sources:
        try:
            with opened(config.raw / source.name) as shelf:
                yield _one(source, shelf, caller, robots, always)
        except FetchError as error:
            yield Fetched(source.name, "failed", reason=f"{source.url} cannot be fetched: {error}")
        except OSError as error:
            yield Fetched(
                source.name, "failed", reason=f"what {source.url} gives cannot be stored: {(error.strerror or str(error)).lower()}"
            )


def _one(source: Source, shelf: Shelf, caller: Caller, robots: Robots, always: bool) -> Fetched:
    now = dt.datetime.now(dt.UTC)
    asked = shelf.asked()
    if not always and source.every and asked and asked <= now < asked + EARLY * source.every:
        return Fetched(source.name, "not due")
    answer = _followed(source.url, shelf, caller, robots)
    now = dt.datetime.now(dt.UTC)
    if answer.status == 304 and shelf.conditions(answer.url):
        shelf.unchanged(now)
        return Fetched(source.name, "unchanged")
    if answer.status != 200:
        raise FetchError(f"the server answers {answer.status}")
    if not answer.body.strip():
        raise FetchError("the server answers with nothing")
    file = shelf.keep(source, answer, now)
    return Fetched(source.name, "new" if file else "unchanged", file)


def _followed(url: str, shelf: Shelf, caller: Caller, robots: Robots) -> Answer:
    """The answer at the end of the redirects, each of which the robots.txt of its host admits.  Raises FetchError."""
    for _ in range(REDIRECTS + 1):
        robots.admit(url)
        answer = caller.ask(url, shelf.conditions(url))
        if answer.status not in STATUSES:
            return answer
        url = onward(answer)
    raise FetchError(f"more than {REDIRECTS} redirects")
