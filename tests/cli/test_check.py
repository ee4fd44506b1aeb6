"""`communique check` as a user runs it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from tests.archives import add, archive, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wires = {"a": wire("A bridge"), "b": wire("A dam", speaker="R. Elphberg")}
    return archive(tmp_path / "archive", wires)


def checked(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), *options])


def test_names_come_as_blocks_to_paste(folder: Path) -> None:
    result = checked(folder)
    assert "# content/people.yml: names that may be one" in result.stdout
    assert "- id: rudolf-elphberg\n  name: Rudolf Elphberg\n  aliases: [R. Elphberg]\n" in result.stdout
    assert result.exit_code == 0


def test_broken_links_fail_a_strict_check(folder: Path) -> None:
    made(folder)
    well = checked(folder, "--strict")
    assert well.exit_code == 0
    assert "2 releases and " in well.stdout
    assert "0% of what the host takes) looked at; nothing is wrong" in well.stdout
    (folder / "site" / "people" / "index.html").unlink()
    result = checked(folder, "--strict")
    assert "broken-link" in result.stderr
    assert result.stdout.endswith(" looked at\n")
    assert result.exit_code == 1


def test_addresses_outside_are_counted_or_listed(folder: Path) -> None:
    add(folder, "b", "url: https://wires.example/x\n", ".yml")
    made(folder)
    assert "1 address outside" in checked(folder).stdout
    assert "https://wires.example/x  in releases/b/index.html" in checked(folder, "--verbose").stdout


def test_where_there_is_no_archive_nothing_is_counted(tmp_path: Path) -> None:
    result = checked(tmp_path)
    assert result.stdout == ""
    assert "communique new DIR" in result.stderr
    assert result.exit_code == 1


def test_notes_that_are_not_shown_are_told_with_the_way_to_see_them(folder: Path) -> None:
    assert "notes (--verbose shows notes)" in checked(folder).stderr
    assert "--verbose" not in checked(folder, "--verbose").stderr
