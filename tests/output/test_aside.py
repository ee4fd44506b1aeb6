"""One process aside: tasks in order, errors told, large messages both ways, and an end with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.output.aside import Aside


@pytest.fixture
def aside() -> Iterator[Aside]:
    made = Aside()
    yield made
    made.shutdown()


def test_tasks_are_done_in_their_order(aside: Aside) -> None:
    tasks = [aside.submit(divmod, n, 3) for n in range(20)]
    assert [task.result() for task in reversed(tasks)] == [divmod(n, 3) for n in reversed(range(20))]


def test_it_is_another_process(aside: Aside) -> None:
    assert aside.submit(os.getpid).result() != os.getpid()


def test_messages_may_be_larger_than_a_pipe_holds(aside: Aside) -> None:
    tasks = [aside.submit(bytes, 3_000_000) for _ in range(3)] + [aside.submit(len, b"x" * 3_000_000)]
    assert [len(task.result()) for task in tasks[:3]] == [3_000_000] * 3
    assert tasks[3].result() == 3_000_000


def test_an_error_is_raised_where_the_result_is_asked_for_and_the_next_task_is_done(aside: Aside) -> None:
    broken, next_one = aside.submit(int, "many"), aside.submit(int, "3")
    with pytest.raises(ValueError, match="many"):
        broken.result()
    assert next_one.result() == 3


def test_a_process_that_died_is_told(aside: Aside) -> None:
    task = aside.submit(os._exit, 3)
    with pytest.raises(ChildProcessError):
        task.result()
    with pytest.raises(ChildProcessError):
        aside.submit(os.getpid).result()


def test_it_may_be_let_go_while_it_works_and_twice() -> None:
    made = Aside()
    made.submit(time.sleep, 60)
    made.shutdown()
    made.shutdown()


def test_it_ends_with_its_parent_though_others_were_forked_after_it() -> None:
    code = (
        "import os, time\n"
        "from communique.output.aside import Aside\n"
        "both = [Aside(), Aside()]\n"
        "print(*[one.submit(os.getpid).result() for one in both], flush=True)\n"
        "for one in both: one.submit(time.sleep, 60)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(number) for number in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    until = time.monotonic() + 20
    while any(_lives(child) for child in children):
        assert time.monotonic() < until, "a process outlives its parent"
        time.sleep(0.02)


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
