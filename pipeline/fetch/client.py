"""One request over HTTP: GET, with bounds on time and size, and faults in plain words."""

from __future__ import annotations

import gzip
import io
import queue
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions

STEP = 1 << 16
AGENT = "statwire"
"""Our name in robots.txt and in every request."""
OURS = {"User-Agent": f"{AGENT}/{version(AGENT)}", "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
"""Headers of every request; a connection is not kept, for in the pause that follows most servers let go of it."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class Bounds:
    """Seconds and bytes that one request may take; bytes are counted as unpacked."""

    connect: float = 10
    read: float = 30
    total: float = 120
    size: int = 64 << 20


class FetchError(Exception):
    """A request that failed, in plain words; `again`: another try may do."""

    def __init__(self, reason: str, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


class Answer(NamedTuple):
    """What a server answers; the names of headers are found however they are written."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def get(url: str, headers: Mapping[str, str], bounds: Bounds) -> Answer:
    """Ask for `url`; redirects are handed back, nothing is tried again.  Raises FetchError."""
    return _within(bounds.total, lambda: _get(url, headers, bounds))


def _get(url: str, headers: Mapping[str, str], bounds: Bounds) -> Answer:
    end = time.monotonic() + bounds.total
    try:
        with _pool(url) as pool:
            response = pool.request(
                "GET", url, headers=OURS | dict(headers), redirect=False, retries=False, preload_content=False, decode_content=False,
                timeout=urllib3.Timeout(connect=bounds.connect, read=bounds.read),
            )  # fmt: skip
            body = bytearray()
            try:
                while some := response.read1(STEP):
                    body += some
                    if len(body) > bounds.size:
                        raise _large(bounds.size)
                    if time.monotonic() > end:
                        raise _late(bounds.total)
            finally:
                response.close()
        return Answer(url, response.status, response.headers, _unpacked(bytes(body), response.headers, bounds.size))
    except (exceptions.HTTPError, ssl.SSLError, OSError, ValueError) as error:
        raise _told(error, bounds) from error


def _unpacked(body: bytes, headers: Mapping[str, str], most: int) -> bytes:
    """A body as it was before it was packed for its way.  Here, for urllib3 takes a cut one for a whole one.  Raises FetchError."""
    packing = headers.get("Content-Encoding", "").strip().casefold()
    if not body or packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip"):
        raise FetchError("it is packed in a way that was not asked for")
    try:
        found = gzip.GzipFile(fileobj=io.BytesIO(body)).read(most + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise FetchError("it is not packed as it says, or cut off", again=True) from error
    if len(found) > most:
        raise _large(most)
    return found


def _large(most: int) -> FetchError:
    return FetchError(f"it is larger than {most:,} bytes, the most that is taken")


def _within(seconds: float, call: Callable[[], Made]) -> Made:
    """What `call` makes, in a thread that is left to itself when the time is over: no timeout of a socket holds a name server or one that drips headers."""
    done: queue.SimpleQueue[tuple[Made | None, BaseException | None]] = queue.SimpleQueue()

    def work() -> None:
        try:
            done.put((call(), None))
        except BaseException as error:
            done.put((None, error))

    threading.Thread(target=work, daemon=True).start()
    try:
        made, fault = done.get(timeout=seconds)
    except queue.Empty:
        raise _late(seconds) from None
    if fault is not None:
        raise fault
    return made  # type: ignore[return-value]  # there is no fault


def _late(seconds: float) -> FetchError:
    return FetchError(f"it did not come whole within {seconds:g} s")


def _pool(url: str) -> urllib3.PoolManager:
    """Connections by the proxy that the environment names (`https_proxy`, `no_proxy`), with certificates checked by what the system trusts."""
    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.netloc) else getproxies().get(parts.scheme)
    return urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()


def _told(error: Exception, bounds: Bounds) -> FetchError:
    """A fault of the library in plain words; no address or number that changes from day to day is part of them."""
    match error:
        case exceptions.ProxyError():
            return FetchError("the proxy does not answer", again=True)
        case exceptions.SSLError() | ssl.SSLError():
            return FetchError(f"the connection cannot be trusted: {_cause(error)}")
        case exceptions.NameResolutionError():
            return FetchError("the name of the host is not known", again=True)
        case exceptions.NewConnectionError():  # to urllib3 also a kind of timeout
            return FetchError(f"no connection: {_cause(error)}", again=True)
        case exceptions.ConnectTimeoutError():
            return FetchError(f"no connection within {bounds.connect:g} s", again=True)
        case exceptions.ReadTimeoutError():
            return FetchError(f"nothing came for {bounds.read:g} s", again=True)
        case exceptions.LocationValueError() | ValueError():
            return FetchError("its address cannot be used")
        case _:
            return FetchError("the connection broke off", again=True)


def _cause(error: BaseException) -> str:
    """What lies at the bottom of a fault: "connection refused", "certificate verify failed: …"."""
    below = error.__cause__ or (error.args[0] if error.args and isinstance(error.args[0], BaseException) else None)
    if below is not None:
        return _cause(below)
    said = getattr(error, "verify_message", None) or getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(said).splitlines()[0].lower()
