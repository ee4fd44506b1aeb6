"""`communique export` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from tests.archives import archive, wire


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return an archive of one wire."""
    return archive(tmp_path / "a", {"2020-01-05-a": wire("Lighthouses were lit")})


def test_the_command_says_what_it_wrote(small: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", "ndjson", str(small), "--output", str(tmp_path / "all.ndjson")])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"1 release, 0.0 MB: {tmp_path / 'all.ndjson'}\n"


def test_what_is_not_exported_as_it_lies_there_is_told(small: Path, tmp_path: Path) -> None:
    (small / "content" / "wires" / "picture.txt").write_bytes(b"\x00\xff\x80PNG")
    result = CliRunner().invoke(main, ["export", "ndjson", str(small), "--output", str(tmp_path / "all.ndjson")])
    assert result.exit_code == 0
    assert "picture.txt: warning binary" in result.stderr


def test_the_command_fails_with_a_remedy_where_it_may_not_write(small: Path) -> None:
    result = CliRunner().invoke(main, ["export", "csv", str(small), "--output", str(small)])
    assert result.exit_code == 1
    assert "error not-ours: The output holds the archive itself." in result.stderr
    assert "hint:" in result.stderr
    assert CliRunner().invoke(main, ["export", "xlsx", str(small), "--output", "x"]).exit_code == 2
