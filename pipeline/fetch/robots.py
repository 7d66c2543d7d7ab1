"""robots.txt (RFC 9309): what a server lets us ask for, asked once a run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from protego import Protego

from pipeline.fetch.client import AGENT, FetchError
from pipeline.fetch.manners import LATER, Caller, host
from pipeline.fetch.redirect import REDIRECTS, STATUSES, onward

LARGEST = 512 << 10
"""Bytes of the largest robots.txt, which the standard wants to be at least 500 KiB."""


@dataclass
class Robots:
    """The rules of the servers that were asked in this run."""

    caller: Caller
    _rules: dict[str, Protego | FetchError] = field(default_factory=dict)

    def admit(self, url: str) -> None:
        """Raises FetchError where the server does not let us ask for `url`, or cannot say so."""
        name = host(url)
        if name not in self._rules:
            try:
                self._rules[name] = self._read(name)
            except FetchError as error:
                self._rules[name] = error
        rules = self._rules[name]
        if isinstance(rules, FetchError):
            raise FetchError(f"robots.txt of {urlsplit(url).netloc} cannot be read ({rules}): nothing is fetched from there in this run")
        if not rules.can_fetch(url, AGENT):
            raise FetchError(f"robots.txt of {urlsplit(url).netloc} does not let us")

    def _read(self, name: str) -> Protego:
        """The rules of a server: none where it has no robots.txt.  Raises FetchError where it is in trouble, for then it may have one."""
        url = f"{name}/robots.txt"
        bounds = replace(self.caller.manners.bounds, size=LARGEST)
        for _ in range(REDIRECTS + 1):
            answer = self.caller.ask(url, {}, bounds)
            if answer.status not in STATUSES:
                break
            url = onward(answer)
        else:
            raise FetchError(f"more than {REDIRECTS} redirects")
        if answer.status in LATER or answer.status >= 500:
            raise FetchError(f"the server answers {answer.status}")
        rules = Protego.parse(answer.body.decode("utf-8-sig", "replace") if answer.status == 200 else "")
        if delay := rules.crawl_delay(AGENT):
            self.caller.pauses[name] = delay
        return rules
