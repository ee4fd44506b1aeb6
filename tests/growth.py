"""How the cost of a piece of work grows with its size: what is linear stays so on a slow or busy machine."""

from __future__ import annotations

import time
from collections.abc import Callable

LINEAR = 9.0
"""Four times the work costs about four times as much where it is linear, sixteen times where it is quadratic."""


def growth(work: Callable[[int], object], size: int) -> float:
    """Return by what factor the processor time of work grows from a size to four times that; the best of three runs."""
    return _seconds(work, 4 * size) / _seconds(work, size)


def _seconds(work: Callable[[int], object], size: int) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work(size)
        best = min(best, time.process_time() - start)
    return max(best, 1e-4)
