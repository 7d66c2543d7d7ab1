"""A server on loopback that answers as it is told, and remembers what it was asked for."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Callable
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """`length` is the Content-Length told, where that is not the body's; `raw` answers on the open connection instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 (never changed)
    length: int | None = None
    raw: Callable[[socket.socket], None] | None = None


class Web(http.server.ThreadingHTTPServer):
    """`pages` maps a path to its reply, to a list of replies given in turn (the last one stays), or to a function of the request's headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Any] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    server: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        web = self.server
        web.asked.append(self.path)
        web.headers.append({name.casefold(): value for name, value in self.headers.items()})
        reply = web.pages.get(self.path, Reply(b"not here", 404))
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        if callable(reply):
            reply = reply(web.headers[-1])
        if reply.raw:
            self.close_connection = True
            reply.raw(self.connection)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.end_headers()
        self.wfile.write(reply.body)
        if reply.length is not None:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Nothing on stderr."""
