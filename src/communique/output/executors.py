"""Who does the work: this process, worker processes, or a cluster, behind one `concurrent.futures.Executor`."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

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

    method = "fork" if may_fork() else "forkserver"
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


class Aside:
    """A few shards done by one forked process, while this one gets ready for what comes after them."""

    def __init__(self, function: Callable[..., bytes], shards: Iterable[tuple[Any, ...]]) -> None:
        self._reading, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._reading)
            _answer(writing, function, shards)
        os.close(writing)

    def results(self) -> list[bytes]:
        """Return the results in the order of the shards; raises `ChildProcessError` where the process died."""
        with open(self._reading, "rb") as stream:
            answer = stream.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        if status or not answer:
            raise ChildProcessError("a worker process ended before its work was done")
        found: list[bytes] = pickle.loads(answer)  # noqa: S301  (written by this very program)
        return found

    def close(self) -> None:
        """Let go of the process, whether it has ended or not; its results are lost if nobody asked for them."""
        if self._process:
            os.close(self._reading)
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _answer(writing: int, function: Callable[..., bytes], shards: Iterable[tuple[Any, ...]]) -> NoReturn:
    """In the forked process: do the work, say what came of it, and end without any of the parent's clean-up."""
    try:
        with open(writing, "wb") as stream:
            stream.write(pickle.dumps([function(*arguments) for arguments in shards]))
    except BaseException:
        os._exit(1)
    os._exit(0)


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
