"""Pages and PDFs read in a process of their own, which the system ends where one takes too long, too much memory, or crashes its library.

    python -m pipeline.read.apart        # the process: it answers each request on standard input with a line on standard output

A request is a line of JSON and the bytes it tells the number of; the answer is a line of JSON.  Nothing else passes between the two.
"""

from __future__ import annotations

import atexit
import dataclasses
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

from pipeline.model import Document, When
from pipeline.read.source import Fault

SECONDS = 60
"""Of the processor for one document, so that the same input fails on a slow machine or a busy one as well.  An honest page of 8 MB takes less."""
MEMORY = 2 << 30
"""Bytes of address space, most of which is never touched."""

_process: subprocess.Popen[bytes] | None = None


def read(kind: str, body: bytes, place: str, name: str, url: str = "", charset: str = "") -> list[Document | Fault]:
    """What the reader of `kind` ("page" or "pdf") finds in `body`, or the fault that ended it."""
    helper = _helper()
    assert helper.stdin is not None and helper.stdout is not None
    asked = {"kind": kind, "size": len(body), "place": place, "name": name, "url": url, "charset": charset, "seconds": SECONDS}
    try:
        helper.stdin.write(json.dumps(asked).encode() + b"\n" + body)
        helper.stdin.flush()
        answer = helper.stdout.readline()
    except BrokenPipeError:
        answer = b""
    if answer.endswith(b"\n"):
        return [_document(said) if isinstance(said, dict) else (said[0], said[1]) for said in json.loads(answer)]
    _stop()
    return [(None, _why(helper.wait()))]


def _why(code: int) -> str:
    if code == -signal.SIGXCPU:
        return f"takes more than {SECONDS} s of the processor to read: it is damaged, or made to be slow"
    how = f"signal {-code}" if code < 0 else f"code {code}"
    return f"ends the library that reads it ({how}): it is damaged, or needs more than {MEMORY >> 30} GB of memory"


def _document(said: dict[str, Any]) -> Document:
    return Document(**said | {"published": When(*said["published"])})


def _helper() -> subprocess.Popen[bytes]:
    """The process, started when it is first needed; away from the terminal's signals, it ends when its standard input does."""
    global _process
    if _process is None or _process.poll() is not None:
        command = [sys.executable, "-m", "pipeline.read.apart"]
        _process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)  # noqa: S603
        atexit.register(_stop)
    return _process


def _stop() -> None:
    global _process
    if _process is not None:
        for stream in (_process.stdin, _process.stdout):
            try:
                if stream:
                    stream.close()
            except BrokenPipeError:  # what was left to be written is of no use
                pass
        _process.wait()
        _process = None


def _serve(asking: IO[bytes], answering: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while line := asking.readline():
        asked = json.loads(line)
        body = asking.read(asked["size"])
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + asked["seconds"]
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        try:
            found = list(_reader(asked["kind"])(body, asked))
        except MemoryError:
            found = [(None, f"needs more than {MEMORY >> 30} GB of memory to read")]
        said = [dataclasses.asdict(item) if isinstance(item, Document) else item for item in found]
        answering.write(json.dumps(said).encode() + b"\n")
        answering.flush()


def _reader(kind: str) -> Callable[[bytes, dict[str, Any]], Iterator[Document | Fault]]:
    if kind == "pdf":
        from pipeline.read import pdf

        return lambda body, asked: pdf.pages(body, asked["place"], asked["name"])
    from pipeline.read import html

    return lambda body, asked: iter((html.story(body, asked["place"], asked["name"], asked["url"], asked["charset"]),))


if __name__ == "__main__":
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    _serve(sys.stdin.buffer, answers)
