"""Archives that somebody made to do harm: nothing crashes, hangs, is lost or is written elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.security import hostile


@pytest.mark.long
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile.archives)
def test_builds_stand_whatever_lies_in_the_archive(content: dict[str, bytes]) -> None:
    hostile.tried(content)
