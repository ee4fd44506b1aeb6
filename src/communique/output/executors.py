"""Who does the work: this process, worker processes, or a cluster, behind one `concurrent.futures.Executor`."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from communique.output.work import HEAVY, preload

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Result = TypeVar("Result")


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
        context.set_forkserver_preload(list(HEAVY))
    else:
        preload()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_watch)
    pool.submit(os.getpid)  # starts the processes now, before any file that they should not inherit is open
    return pool


def ordered(
    executor: Executor | None, function: Callable[..., Result], shards: Iterable[tuple[Any, ...]], window: int
) -> Iterator[Result]:
    """Yield the results of shards in their order; at most `window` of them are under way.

    Without an executor this process does them: where there is little to do, workers cost more than they save.
    """
    if executor is None:
        for arguments in shards:
            yield function(*arguments)
        return
    waiting: deque[Future[Result]] = deque()
    for arguments in shards:
        waiting.append(executor.submit(function, *arguments))
        while len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def broke(error: BaseException) -> bool:
    """Whether an error says that a worker process ended before its work was done."""
    from concurrent.futures import BrokenExecutor

    return isinstance(error, BrokenExecutor)


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
