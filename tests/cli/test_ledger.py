"""`communique ledger` as a user runs it."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.ledger import parse
from tests.archives import add, archive, codes, made, wire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive(tmp_path / "archive", {"a": wire("A bridge"), "b": wire("A dam", "Sylvania")})


def listed(folder: Path) -> Result:
    return CliRunner().invoke(main, ["ledger", str(folder)])


def test_what_was_published_is_entered_and_what_is_there_stays(folder: Path) -> None:
    (folder / "content" / "ledger.tsv").write_text("people/old/\t\tpeople/\nreleases/a/\tab\t\n")
    made(folder)
    result = listed(folder)
    lines, _ = parse((folder / "content" / "ledger.tsv").read_text())
    assert result.exit_code == 0
    assert result.stdout.endswith(f"{len(lines) - 2} new in the ledger\n")
    assert lines["people/old/"].leads_to == "people/"
    assert lines["releases/a/"].sha256 == "ab"
    assert lines["releases/b/"].sha256 == hashlib.sha256(wire("A dam", "Sylvania").encode()).hexdigest()
    assert "regions/sylvania/" in lines
    assert not {"", "search/", "report/"} & lines.keys()


def test_after_it_nothing_is_unlisted_and_a_loss_fails_a_strict_build(folder: Path) -> None:
    made(folder)
    listed(folder)
    outcome = made(folder)
    assert "unlisted-addresses" not in {problem.code for problem in outcome.problems}
    (folder / "content" / "wires" / "b.txt").unlink()
    assert set(codes(made(folder))) == {"vanished-address"}
    result = CliRunner().invoke(main, ["build", str(folder), "--no-search", "--strict", "--jobs", "1"])
    assert result.exit_code == 1
    add(folder, "b", wire("A dam", "Sylvania"))
    assert codes(made(folder)) == []


def test_it_writes_the_same_twice(folder: Path) -> None:
    made(folder)
    listed(folder)
    before = (folder / "content" / "ledger.tsv").read_bytes()
    assert " 0 new in the ledger" in listed(folder).stdout
    assert (folder / "content" / "ledger.tsv").read_bytes() == before


def test_before_a_build_there_is_nothing_to_enter(folder: Path) -> None:
    result = listed(folder)
    assert "error nothing-published" in result.stderr
    assert result.exit_code == 1
    assert not (folder / "content" / "ledger.tsv").exists()
