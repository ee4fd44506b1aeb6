"""Who does the work: this process, worker processes, or a cluster, behind one `concurrent.futures.Executor`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice, starmap
from typing import Any, NamedTuple, Protocol

from communique.output.aside import Aside
from communique.output.work import HEAVY, preload


def processes(jobs: int) -> Executor:
    """Return started worker processes.

    They are forked where this process has one thread: a fork shares what is imported already. Elsewhere a clean server
    process forks them, since a forked thread's locks would never open again.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "fork" if may_fork() else "forkserver"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(list(HEAVY))
    else:
        preload()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_watch)
    pool.submit(os.getpid)  # starts the processes now, before any file that they should not inherit is open
    return pool


class Pending(Protocol):
    """Work that is under way."""

    def result(self) -> Any:
        """Wait for the result."""


class Executor(Protocol):
    """What a `concurrent.futures.Executor` does of which builds make use."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Pending:
        """Hand over work."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of those who work."""


class Crew(NamedTuple):
    """Who does the work, and how it is shared out."""

    executor: Executor | None = None
    """None for this process: where there is little to do, workers cost more than they save."""
    window: int = 1
    """So many shards at most are under way."""
    pages: int = 100
    """A shard holds so many pages at most."""

    @classmethod
    def of(cls, jobs: int, executor: Executor | None = None) -> Crew:
        """Return the crew of an executor, or else of new worker processes, which do so many shards at once."""
        return cls(executor or processes(jobs), 2 * jobs)

    @classmethod
    def aside(cls) -> Crew:
        """Return a crew of one process, for work that would not pay for more: it has begun before all is planned."""
        return cls(Aside(), 1_000, 8)

    def ordered(self, function: Callable[..., Any], shards: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
        """Hand over the first shards; return the results of all in their order."""
        if self.executor is None:
            return starmap(function, shards)
        left = iter(shards)
        first = [self.executor.submit(function, *arguments) for arguments in islice(left, self.window)]
        return self._ordered(function, deque(first), left)

    def _ordered(
        self, function: Callable[..., Any], waiting: deque[Pending], left: Iterator[tuple[Any, ...]]
    ) -> Iterator[Any]:
        assert self.executor is not None, "somebody was handed the first of them"
        while waiting:
            yield waiting.popleft().result()
            waiting.extend([self.executor.submit(function, *arguments) for arguments in islice(left, 1)])

    def close(self) -> None:
        """Let go of those who work; what was not begun is not done any more."""
        if self.executor is not None:
            self.executor.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """Return the number of processors that this process may use; of all, where a system does not tell, as macOS."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether this process can be forked safely: it has one thread, so that no lock is held by another."""
    return sys.platform == "linux" and _threads() == 1


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile: a build's values live as long as it, and it would cost a fifth."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def broke(error: BaseException) -> bool:
    """Whether an error says that a worker process ended before its work was done."""
    from concurrent.futures import BrokenExecutor

    return isinstance(error, BrokenExecutor | ChildProcessError)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        import threading

        return threading.active_count()


def _watch() -> None:
    """In a worker: end when the build's process ends, however it ends."""
    import threading
    from multiprocessing import connection, parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build's process decides
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
