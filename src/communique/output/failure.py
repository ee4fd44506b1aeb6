"""What ends a build before its time, as a problem that says what to do."""

from __future__ import annotations

from pathlib import Path

from communique.catalog import damage
from communique.output import executors, faults
from communique.output.faults import FatalError
from communique.problems import Problem


def problem_of(error: Exception, cache: Path) -> Problem | None:
    """Return the problem of an error that ends a build; None for a damaged catalog, and for a fault of the program."""
    if isinstance(error, FatalError):
        return error.problem
    if executors.broke(error):
        return faults.dead_worker()
    if isinstance(error, OSError) or damage.blames_the_disk(error):
        return faults.cache_problem(error, cache)
    return None
