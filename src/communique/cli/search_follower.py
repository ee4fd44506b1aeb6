"""The search index under `communique serve`: made anew by a build aside when nothing has changed for a moment.

A build that somebody watches leaves the index out, since it costs seconds. The one aside is a process of its own, of
low priority, and is ended at the next change: no change waits for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from communique.output.outcome import Outcome

_PAUSE = 2.0
"""Seconds without a change after which the index is made."""
_NICE = 10


class _Report(msgspec.Struct):
    outcome: Outcome


class SearchFollower:
    """Keeps the search index of a site in step with it."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive.absolute()
        self._behind = False
        self._since = 0.0
        self._build: subprocess.Popen[bytes] | None = None
        self._report = self._archive / ".cache" / "report.json"

    @property
    def busy(self) -> bool:
        """Whether a build is under way, or has ended and was not asked for yet."""
        return self._build is not None

    def halt(self) -> None:
        """End the build that is under way, if one is, since what it makes is out of date."""
        if self._build is not None:
            with suppress(ProcessLookupError):  # it ended just now
                os.killpg(self._build.pid, signal.SIGKILL)
            self._build.wait()
            self._build = None

    def changed(self) -> None:
        """Know that the site was built again without its index."""
        self._behind, self._since = True, time.monotonic()

    def idle(self) -> Outcome | None:
        """Do what is to be done while nothing changes; return what the build aside found once it has ended."""
        if self._build is None:
            if self._behind and time.monotonic() - self._since >= _PAUSE:
                self._start()
            return None
        if self._build.poll() is None:
            return None
        self._build, self._behind = None, False
        return self._found()

    def _start(self) -> None:
        command = [sys.executable, "-m", "communique", "build", str(self._archive), "--quiet", "--jobs", "1"]
        self._report.unlink(missing_ok=True)
        none = subprocess.DEVNULL
        self._build = subprocess.Popen(command, stdin=none, stdout=none, stderr=none, process_group=0)  # noqa: S603
        with suppress(OSError):  # it ended already
            os.setpriority(os.PRIO_PROCESS, self._build.pid, _NICE)

    def _found(self) -> Outcome | None:
        """Return the outcome of the build that ended; None where it left none, as one that was refused does."""
        try:
            return msgspec.json.decode(self._report.read_bytes(), type=_Report).outcome
        except (OSError, msgspec.DecodeError):
            return None
