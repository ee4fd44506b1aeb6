"""Who does the work."""

import os

import pytest

from communique.output.executors import cores


def test_there_is_a_processor_also_where_a_system_does_not_tell_which_may_be_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert cores() == (os.cpu_count() or 1)
