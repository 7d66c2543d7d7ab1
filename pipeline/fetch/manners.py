"""How servers are asked: one request to a host at a time, a pause between two, and again later where one fails."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from pipeline.fetch.client import Answer, Bounds, FetchError, get

LATER = frozenset({429, 500, 502, 503, 504})
"""Answers that may be another one in a moment."""


@dataclass(frozen=True)
class Manners:
    """Seconds: `pause` between two requests to a host, at most `longest_pause` where its robots.txt asks for more;
    `backoff` before the second try, four times that before each further one; `longest_wait` that a server may ask for by Retry-After.
    """

    pause: float = 1
    longest_pause: float = 30
    tries: int = 3
    backoff: float = 2
    longest_wait: float = 60
    bounds: Bounds = Bounds()
    sleep: Callable[[float], None] = time.sleep


@dataclass
class Caller:
    """Asks servers, and remembers when each was last asked.  `pauses` are those that hosts ask for."""

    manners: Manners
    pauses: dict[str, float] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def ask(self, url: str, headers: Mapping[str, str], bounds: Bounds | None = None) -> Answer:
        """The answer of a server, after some tries; one that asks to come later is handed back when it still does.  Raises FetchError."""
        manners = self.manners
        for attempt in range(1, manners.tries + 1):
            self._pause(host(url))
            wait = manners.backoff * 4 ** (attempt - 1)
            try:
                answer = get(url, headers, bounds or manners.bounds)
            except FetchError as error:
                if not error.again or attempt == manners.tries:
                    raise
            else:
                asked = retry_after(answer)
                if answer.status not in LATER or attempt == manners.tries or (asked or 0) > manners.longest_wait:
                    return answer
                wait = wait if asked is None else asked
            finally:
                self._asked[host(url)] = time.monotonic()
            manners.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _pause(self, name: str) -> None:
        last = self._asked.get(name)
        if last is not None:
            pause = min(max(self.manners.pause, self.pauses.get(name, 0)), self.manners.longest_pause)
            if (left := last + pause - time.monotonic()) > 0:
                self.manners.sleep(left)


def host(url: str) -> str:
    """The server of an address: "https://wire.example:8080"."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.casefold()}"


def retry_after(answer: Answer) -> float | None:
    """Seconds after which a server asks to come again; None where it does not say."""
    said = answer.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    now = dt.datetime.now(dt.UTC)
    return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=dt.UTC)) - now).total_seconds())
