"""Where a redirect may lead: to another address of the web, as safe as the one before."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urldefrag, urljoin, urlsplit

from pipeline.fetch.client import Answer, FetchError

STATUSES = frozenset({301, 302, 303, 307, 308})
REDIRECTS = 5
"""Redirects that are followed from one address."""


def onward(answer: Answer) -> str:
    """The address that a redirect leads to.  Raises FetchError where it leads nowhere we go."""
    location = answer.headers.get("Location", "")
    try:
        url = urldefrag(urljoin(answer.url, location)).url
        before, after = urlsplit(answer.url), urlsplit(url)
    except ValueError as error:
        raise FetchError("it redirects to what is no address") from error
    if not location or not url.isprintable() or after.scheme not in ("http", "https") or not after.hostname:
        raise FetchError("it redirects to what is no address of the web")
    if before.scheme == "https" and after.scheme == "http":
        raise FetchError("it redirects from https to http, where anybody may change it on its way")
    if _inside(after.hostname) and not _inside(before.hostname or ""):
        raise FetchError("it redirects from the public network to an address inside ours")
    return url


def _inside(name: str) -> bool:
    """Whether a host has an address that is not of the public network; one without an address is found out when it is asked."""
    try:
        found = socket.getaddrinfo(name, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)
