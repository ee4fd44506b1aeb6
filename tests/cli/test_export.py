"""`communique export` as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from tests.archives import add, archive, wire


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


def test_a_format_that_is_one_stream_goes_to_standard_output_and_all_else_to_standard_error(
    small: Path, tmp_path: Path
) -> None:
    CliRunner().invoke(main, ["export", "ndjson", str(small), "--output", str(tmp_path / "all.ndjson")])
    result = CliRunner().invoke(main, ["export", "ndjson", str(small), "--output", "-"])
    assert (result.exit_code, result.stdout_bytes) == (0, (tmp_path / "all.ndjson").read_bytes())
    assert result.stderr == "1 release, 0.0 MB: standard output\n"
    assert not Path("-").exists()
    assert CliRunner().invoke(main, ["export", "ndjson", str(small), "--output", "-", "-q"]).stderr == ""


@pytest.mark.parametrize("form", ["csv", "sqlite", "parquet", "bag"])
def test_other_formats_refuse_standard_output(small: Path, form: str) -> None:
    result = CliRunner().invoke(main, ["export", form, str(small), "--output", "-"])
    assert result.exit_code == 2
    assert f"'{form}' cannot go to standard output, only ndjson can: name a file or folder." in result.stderr
    assert not Path("-").exists()


def test_a_reader_that_goes_away_is_no_fault_and_a_full_disk_is_told(small: Path) -> None:
    for number in range(60):
        add(small, f"2020-02-02-{number}", wire(f"Bees {number}", words="Bees. " * 2_000))
    command = [str(Path(sys.executable).with_name("communique")), "export", "ndjson", str(small), "--output", "-", "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.read(9) == b'{"id":"20'
        run.stdout.close()
        assert (run.wait(timeout=60), run.stderr.read()) == (1, b"")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
