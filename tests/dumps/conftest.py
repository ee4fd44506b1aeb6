"""One hostile archive, exported once in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dumps.made import exported, hostile


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the hostile archive."""
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def outputs(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of its exports."""
    folder = tmp_path_factory.mktemp("outputs")
    assert [one.problems for one in exported(made, folder).values()] == [[]] * 5
    return folder
