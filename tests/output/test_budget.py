"""The room of a site against its limit."""

from __future__ import annotations

import pytest

from communique.output.budget import over


@pytest.mark.parametrize(
    ("size", "limit", "severity"),
    [(699, 1000, None), (700, 1000, "warning"), (949, 1000, "warning"), (950, 1000, "error"), (5000, 0, None)],
)
def test_the_limit_warns_at_70_and_fails_at_95_percent(size: int, limit: int, severity: str | None) -> None:
    problem = over({"release": size - 1, "home": 1}, 3, limit)
    assert (problem.severity if problem else None) == severity


def test_it_says_what_takes_the_room() -> None:
    problem = over({"home": 1_000_000, "release": 9_000_000, "person": 2_000_000}, 3, 12_000_000)
    assert problem is not None
    assert "release 9.0 MB, person 2.0 MB, home 1.0 MB" in problem.message
