"""The same work on many things, on all cores, with the results in the order of the things.

Processes of their own are used, started anew rather than forked, since a server has threads. Where
they cannot be had, or one of them dies, this process does what is left: slower, with the same
results.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

Advance = Callable[[int], None]
"""Called with how many are done."""

_AHEAD = 4
"""Things that wait for each process, so that none stands idle and little is held twice."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why the work on one thing failed; the others are done all the same."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Guarded(Generic[A, B]):
    work: Callable[[A], B]

    def __call__(self, thing: A) -> B | Failed:
        try:
            return self.work(thing)
        except Exception as error:  # whatever one text makes fail, the others are done
            words = " ".join(str(error).split())
            return Failed(f"{type(error).__name__}: {words}" if words else type(error).__name__)


def unseen(_done: int) -> None:
    """Progress that nobody watches."""


def number() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    work: Callable[[A], B],
    things: Sequence[A],
    *,
    worth_it: bool = True,
    cores: int | None = None,
    advance: Advance = unseen,
) -> Iterator[B | Failed]:
    """What ``work`` gives for each thing, in their order, or why it failed.

    ``worth_it`` says whether there is enough to do that starting processes pays; ``cores`` is how
    many are used at most (default: all). ``work`` is a function of a module, and it and the things
    can be pickled. ``advance`` is called in this thread.
    """
    guarded = _Guarded(work)
    workers = min(number() if cores is None else cores, len(things))
    done = 0
    if worth_it and workers > 1:
        with suppress(BrokenProcessPool, OSError):
            for result in _in_processes(guarded, things, workers, advance):
                done += 1
                yield result
    for thing in things[done:]:
        advance(done)
        result = guarded(thing)
        done += 1
        yield result


def _in_processes(
    guarded: _Guarded[A, B], things: Sequence[A], workers: int, advance: Advance
) -> Iterator[B | Failed]:
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(theirs,))
    window: dict[int, Future[B | Failed]] = {}
    handed = 0
    try:
        for at in range(len(things)):
            while handed < len(things) and len(window) < _AHEAD * workers:
                window[handed] = pool.submit(guarded, things[handed])
                handed += 1
            advance(at)
            yield window.pop(at).result()
    finally:
        if window or handed < len(things):
            ours.close()  # nobody wants the rest: the processes end at once
        pool.shutdown(wait=True, cancel_futures=True)
        ours.close()
        theirs.close()


def _begin(until: Connection) -> None:
    """A process ends with the one that started it, or when that has no more use for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(until,), daemon=True).start()


def _end_with(until: Connection) -> None:
    wait([until])
    os._exit(0)
