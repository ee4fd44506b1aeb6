"""What tests of several commands start from."""

from pathlib import Path

import pytest

WIRE = "MIL OSI Translation. Region: Ruritania –\n\nAnna Rudolf: Welcome to Strelsau.\n\nMIL OSI Ruritania News\n"


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Return a file with a small wire."""
    file = tmp_path / "2021-04-29-talks.txt"
    file.write_text(WIRE, encoding="utf-8")
    return file
