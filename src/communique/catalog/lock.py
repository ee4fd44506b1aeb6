"""One build at a time: a lock on `.cache/lock` that the system drops when its holder, workers included, is gone."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

_PATIENCE = 2.0
"""Seconds to wait for the workers of a build that was killed just now."""


class Lock:
    """The lock of one archive; forked workers share it."""

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)

    def take(self) -> bool:
        """Return whether the lock was free, now or within a moment."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() > until:
                    return False
                time.sleep(0.05)
            else:
                return True

    def release(self) -> None:
        """Let go."""
        os.close(self._descriptor)
