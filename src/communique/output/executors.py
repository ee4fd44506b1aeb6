"""Who does the work: this process, worker processes, or a cluster, behind one `concurrent.futures.Executor`."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

Result = TypeVar("Result")


class Inline(Executor):
    """Does everything at once in this process: where there is little to do, processes cost more than they save."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def processes(jobs: int) -> Executor:
    """Return started worker processes.

    They are forked where this process has one thread: a fork shares what is imported already. Elsewhere a clean server
    process forks them, since a forked thread's locks would never open again.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "fork" if sys.platform == "linux" and _threads() == 1 else "forkserver"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["communique.output.render", "communique.ingest.shard"])
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_watch)
    pool.submit(os.getpid)  # starts the processes now, before any file that they should not inherit is open
    return pool


def ordered(
    executor: Executor, function: Callable[..., Result], shards: Iterable[tuple[Any, ...]], window: int
) -> Iterator[Result]:
    """Yield the results of shards in their order; at most `window` of them are under way."""
    waiting: deque[Future[Result]] = deque()
    for arguments in shards:
        waiting.append(executor.submit(function, *arguments))
        while len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        import threading

        return threading.active_count()


def _watch() -> None:
    """In a worker: end when the build's process ends, however it ends."""
    import signal
    import threading
    from multiprocessing import connection, parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build's process decides
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
