"""One forked process that does what it is handed, one task after the other, while this one goes on."""

from __future__ import annotations

import os
import pickle
import select
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, NoReturn

_LENGTH = 8
"""Bytes that say how long a message is."""
_ours: set[int] = set()
"""Ends of pipes by whose closing the processes of this one know that it is gone; none of them may hold another's."""


class Task:
    """What was handed over; its result waits for it."""

    def __init__(self, aside: Aside) -> None:
        self._aside = aside
        self.answer: tuple[bool, Any] | None = None
        """(whether it was done, its result or else the error)."""

    def result(self) -> Any:
        """Return the result, or raise what was raised; `ChildProcessError` where the process died."""
        while self.answer is None:
            self._aside.go_on(wait=True)
        done, value = self.answer
        if not done:
            raise value
        return value


class Aside:
    """An executor of one process, which shares all that is imported here and starts in a thousandth of a second.

    A task is sent once the one before it is done, so that neither end waits for the other with a full pipe.
    """

    def __init__(self, first: Callable[[], Any] | None = None) -> None:
        """Start the process, with the `first` task if there is one, which it shares: nothing of it is sent."""
        requests, self._requests = os.pipe()
        self._answers, answers = os.pipe()
        _ours.add(self._requests)
        self._waiting: deque[tuple[Task, bytes]] = deque()
        self.first = Task(self)
        self._under_way = self.first if first else None
        self._process = os.fork()
        if self._process == 0:
            for end in (self._answers, *_ours):
                os.close(end)
            _work(requests, answers, first)
        os.close(requests)
        os.close(answers)

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Task:
        """Hand over a function of a module with what it is called with; both are pickled."""
        task = Task(self)
        self._waiting.append((task, pickle.dumps((function, arguments))))
        self.go_on()
        return task

    def go_on(self, *, wait: bool = False) -> None:
        """Take the answer to the task under way, if it is there or is waited for, and send the next one."""
        if self._under_way and (wait or select.select([self._answers], [], [], 0)[0]):
            answer = _received(self._answers)
            if answer is None:
                raise ChildProcessError("a worker process ended before its work was done")
            self._under_way.answer = pickle.loads(answer)  # noqa: S301  (written by this very program)
            self._under_way = None
        if self._waiting and not self._under_way:
            self._under_way, message = self._waiting.popleft()
            try:
                _send(self._requests, message)
            except BrokenPipeError as error:
                raise ChildProcessError("a worker process ended before its work was done") from error

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002  (an executor's)
        """Let go of the process, whatever it does: what it writes is whole or not there."""
        if self._process:
            _ours.discard(self._requests)
            os.close(self._requests)
            os.close(self._answers)
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def _work(requests: int, answers: int, first: Callable[[], Any] | None) -> NoReturn:
    """In the forked process: do tasks until there are no more, and end without any of the parent's clean-up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build's process decides
    inbox: deque[bytes] = deque()
    there = threading.Semaphore(0)
    threading.Thread(target=_listen, args=(requests, inbox, there), daemon=True).start()
    with suppress(BaseException):
        if first:
            _send(answers, _answer(first, ()))
        while there.acquire():
            _send(answers, _answer(*pickle.loads(inbox.popleft())))  # noqa: S301  (written by this very program)
    os._exit(1)


def _answer(function: Callable[..., Any], arguments: Iterable[Any]) -> bytes:
    try:
        return pickle.dumps((True, function(*arguments)))
    except Exception as error:
        return pickle.dumps((False, error))


def _listen(requests: int, inbox: deque[bytes], there: threading.Semaphore) -> None:
    """Take in tasks; end the process when the parent is gone, whatever it is doing then."""
    while (message := _received(requests)) is not None:
        inbox.append(message)
        there.release()
    os._exit(0)


def _send(end: int, message: bytes) -> None:
    data = memoryview(len(message).to_bytes(_LENGTH, "little") + message)
    while data:
        data = data[os.write(end, data) :]


def _received(end: int) -> bytes | None:
    """Return the next message; None where the other end was closed."""
    length = _read(end, _LENGTH)
    return None if length is None else _read(end, int.from_bytes(length, "little"))


def _read(end: int, size: int) -> bytes | None:
    parts = []
    while size:
        part = os.read(end, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
