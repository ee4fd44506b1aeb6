"""The whole of a check: with and without a site, with what the last build remembers, and without writing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from communique.audit.check import check
from communique.catalog.lock import Lock
from communique.output.outcome import Outcome
from tests.archives import add, archive, codes, files, made, signing, wire

TEXTS = (wire("A bridge"), wire("A dam", "Sylvania"), signing("Bees"))
B = "2021-01-02-b"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wires = {f"2021-01-02-{n}": text for n, text in zip("abc", TEXTS, strict=True)}
    return archive(tmp_path / "archive", wires)


def notes(outcome: Outcome) -> list[str]:
    return sorted(problem.code for problem in outcome.problems if problem.severity == "note")


def test_without_a_site_its_links_are_not_looked_at(folder: Path) -> None:
    found = check(folder)
    assert (codes(found.outcome), notes(found.outcome)) == ([], ["no-site"])
    assert list(folder.iterdir()) == [folder / "content"]


@pytest.mark.parametrize("options", [{}, {"offline": True}, {"base_url": "https://example.org/r/"}, {"search": True}])
def test_after_a_build_nothing_is_done_again_and_nothing_written(folder: Path, options: dict[str, object]) -> None:
    made(folder, **options)
    before = files(folder)
    found = check(folder).outcome
    assert (codes(found), notes(found)) == ([], [])
    assert found.pages == {}
    assert files(folder) == before


def test_what_changed_since_is_read_and_not_remembered(folder: Path) -> None:
    made(folder)
    add(folder, "2021-01-02-d", b"\x00\xff\x80")
    add(folder, "2021-01-02-e", wire("New"))
    before = files(folder)
    found = check(folder).outcome
    assert codes(found) == ["binary"]
    assert notes(found) == ["stale-site"]
    assert files(folder) == before
    assert codes(check(folder).outcome) == ["binary"]


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + bytes(500)])
def test_a_catalog_of_no_use_is_left_alone(folder: Path, data: bytes) -> None:
    made(folder)
    file = folder / ".cache" / "catalog.sqlite"
    file.write_bytes(data)
    assert codes(check(folder).outcome) == []
    assert file.read_bytes() == data


def test_a_site_elsewhere_is_found_where_the_last_build_put_it(folder: Path, tmp_path: Path) -> None:
    made(folder, output=tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "releases" / B / "index.html").unlink()
    found = check(folder).outcome
    assert codes(found).count("broken-link") == 1
    assert notes(found) == ["stale-site"]


def test_a_wire_that_was_edited_after_it_was_published_is_said(folder: Path) -> None:
    (folder / "content" / "ledger.tsv").write_text(f"releases/{B}/\t{'ab' * 32}\t\nreleases/2021-01-02-c/\t\t\n")
    (problem,) = [p for p in check(folder).outcome.problems if p.code == "edited-wire"]
    assert problem.file == f"content/wires/{B}.txt"
    assert "line 1 of content/ledger.tsv" in problem.message


@pytest.mark.parametrize("same", [True, False])
def test_an_old_name_that_leads_to_another_text_is_said(folder: Path, *, same: bool) -> None:
    digest = hashlib.sha256(TEXTS[1].encode()).hexdigest() if same else "ab" * 32
    (folder / "content" / "ledger.tsv").write_text(f"releases/old/\t{digest}\t\n")
    add(folder, B, "was: [old, older]\n", ".yml")
    problems = [p for p in check(folder).outcome.problems if p.code == "another-text"]
    assert [problem.file for problem in problems] == ([] if same else [f"content/wires/{B}.yml"])
    assert all("line 1 of content/ledger.tsv" in p.message and "supersedes: old" in p.hint for p in problems)


def test_the_room_that_a_site_takes_is_weighed_as_it_lies_there(folder: Path) -> None:
    (folder / "content" / "site.yml").write_text("limits: {site_bytes: 1000}\n")
    made(folder)
    assert codes(check(folder).outcome) == ["site-size"]


def test_while_a_build_runs_there_is_no_check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(folder)
    monkeypatch.setattr("communique.catalog.lock._PATIENCE", 0)
    lock = Lock(folder / ".cache" / "lock")
    assert lock.take()
    assert codes(check(folder).outcome) == ["locked"]
    lock.release()


def test_addresses_outside_are_listed_and_asked_for_when_wanted(folder: Path) -> None:
    add(folder, B, "url: http://127.0.0.1:1/x\n", ".yml")
    made(folder)
    found = check(folder)
    assert found.outside == {"http://127.0.0.1:1/x": f"releases/{B}/index.html"}
    assert codes(found.outcome) == []
    assert codes(check(folder, external=True).outcome) == ["unreachable"]
