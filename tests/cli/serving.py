"""`communique serve` as a process of its own, for tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Served:
    """A running server: its process and its address."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address

    def stop(self, sign: int = signal.SIGTERM) -> tuple[int, str]:
        """Ask it to end; return its exit status and the rest of what it printed."""
        self.process.send_signal(sign)
        rest, _ = self.process.communicate(timeout=60)
        return self.process.returncode, rest


@contextmanager
def served(archive: Path, *options: str, search: bool = False, errors: int = subprocess.STDOUT) -> Iterator[Served]:
    """Serve an archive at a free port; `errors` is where standard error goes."""
    command = [Path(sys.executable).with_name("communique"), "serve", archive, "--port", "0", *options]
    command += [] if search else ["--no-search"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, start_new_session=True
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := re.match(r"(http://\S+) \(Ctrl-C ends it\)", line):
            break
    else:
        raise AssertionError(said)
    try:
        yield Served(process, found[1])
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
