"""A pure function over shards of work: here, or in processes that take shards only as fast as their results are used."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import multiprocessing.pool
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


@contextmanager
def mapped(jobs: int, work: Callable[[Item], Made], shards: Iterator[Item], held: str = "") -> Iterator[Iterator[Made]]:
    """What `work` makes of each shard, in their order; more than one job starts processes, which end with the context.

    Where there is but one shard it is worked on here: by the time a process had started, it would be done.  The processes are forked from a
    server that holds the module `held`, so that what it loads is in memory once; the server lives as long as this process, and holds what
    it was first asked to hold.
    """
    first = list(itertools.islice(shards, 2 if jobs > 1 else 0))
    shards = itertools.chain(first, shards)
    if len(first) < 2:
        yield map(work, shards)
        return
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([held] if held else [])
    with server.Pool(jobs) as pool:
        yield _bounded(pool, work, shards, jobs + 2)


@contextmanager
def unswept() -> Iterator[None]:
    """No search for garbage that refers to itself while a story is read: it leaves two such objects, and the search took a fortieth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def sliced(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    """Items by `size`, taken when they are asked for."""
    while some := list(itertools.islice(items, size)):
        yield some


def _bounded(pool: multiprocessing.pool.Pool, work: Callable[[Item], Made], shards: Iterator[Item], ahead: int) -> Iterator[Made]:
    waiting = [pool.apply_async(work, (some,)) for some in itertools.islice(shards, ahead)]
    while waiting:
        done = waiting.pop(0).get()
        waiting += [pool.apply_async(work, (some,)) for some in itertools.islice(shards, 1)]
        yield done
