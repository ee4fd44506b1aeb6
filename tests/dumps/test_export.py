"""Exports are never stale, always the same bytes for the same archive, and replace what was there as a whole."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from communique.dumps.export import export, send
from communique.dumps.formats import FORMATS
from communique.dumps.registry import SENDERS, WRITERS
from tests.archives import add, archive, files, made, wire
from tests.dumps.made import exported, hostile

FORMULA = wire("Lighthouses were lit")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return an archive of two wires."""
    return archive(tmp_path / "a", {"2020-01-05-a": FORMULA, "2020-01-06-b": wire("Bees")})


def test_every_format_has_a_writer() -> None:
    assert [form.name for form in FORMATS] == list(WRITERS)
    assert [form.name for form in FORMATS if form.stream] == list(SENDERS)


def test_a_catalog_that_grew_and_a_new_one_give_the_same_bytes(outputs: Path, tmp_path: Path) -> None:
    copy = hostile(tmp_path / "grown")
    add(copy, "2019-01-01-gone", wire("Gone"))
    made(copy)
    (copy / "content" / "wires" / "2019-01-01-gone.txt").unlink()
    exported(copy, tmp_path / "incremental")
    assert files(tmp_path / "incremental") == files(outputs)


def test_what_changed_since_the_last_build_is_in_the_export(small: Path, tmp_path: Path) -> None:
    made(small)
    add(small, "2020-01-07-c", wire("Counting of bees"))
    assert export(small, "ndjson", tmp_path / "all.ndjson", jobs=1).releases == 3
    (small / "content" / "wires" / "2020-01-05-a.txt").unlink()
    assert export(small, "ndjson", tmp_path / "all.ndjson", jobs=1).releases == 2
    assert b"Lighthouses" not in (tmp_path / "all.ndjson").read_bytes()


def damage(folder: Path, words: bytes) -> None:
    """Change one bit of the words where the catalog holds them last: in the record."""
    catalog = folder / ".cache" / "catalog.sqlite"
    data = bytearray(catalog.read_bytes())
    data[data.rindex(words)] ^= 1
    catalog.write_bytes(data)


def test_a_damaged_catalog_is_made_anew(small: Path, tmp_path: Path) -> None:
    export(small, "ndjson", tmp_path / "before", jobs=1)
    damage(small, b"Lighthouses were lit")
    assert export(small, "ndjson", tmp_path / "after", jobs=1).problems == []
    assert (tmp_path / "after").read_bytes() == (tmp_path / "before").read_bytes()


def test_a_stream_begins_anew_while_nothing_is_written_and_else_says_that_it_is_not_whole(
    small: Path, tmp_path: Path
) -> None:
    export(small, "ndjson", tmp_path / "whole", jobs=1)
    whole = (tmp_path / "whole").read_bytes()
    damage(small, b"Lighthouses were lit")
    stream = io.BytesIO()
    assert (send(small, "ndjson", stream, jobs=1).problems, stream.getvalue()) == ([], whole)
    damage(small, b"Bees")
    stream = io.BytesIO()
    (problem,) = send(small, "ndjson", stream, jobs=1).problems
    assert (problem.code, stream.getvalue()) == ("cut-off", whole[: whole.index(b"\n") + 1])
    (small / ".cache" / "catalog.sqlite").unlink()
    stream = io.BytesIO()
    assert (send(small, "ndjson", stream, jobs=1).problems, stream.getvalue()) == ([], whole)


def test_worker_processes_give_the_same(tmp_path: Path) -> None:
    many = archive(tmp_path / "many", {f"2020-01-05-{n}": wire(f"Bees {n}") for n in range(160)})
    assert export(many, "ndjson", tmp_path / "two", jobs=2).releases == 160
    shutil.rmtree(many / ".cache")
    export(many, "ndjson", tmp_path / "one", jobs=1)
    assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()


def test_of_two_files_with_one_id_the_first_is_exported_and_the_error_told(small: Path, tmp_path: Path) -> None:
    add(small, "x/2020-01-05-a", wire("Another"))
    outcome = export(small, "ndjson", tmp_path / "all.ndjson", jobs=1)
    assert ([problem.code for problem in outcome.problems], outcome.releases) == (["duplicate-id"], 2)


@pytest.mark.parametrize("name", ["csv", "parquet", "bag", "ndjson", "sqlite"])
def test_an_export_replaces_an_earlier_one(small: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / "out" / "made"
    export(small, name, output, jobs=1)
    (small / "content" / "wires" / "2020-01-05-a.txt").unlink()
    outcome = export(small, name, output, jobs=1)
    assert (outcome.problems, outcome.releases) == ([], 1)
    assert {entry.name for entry in output.parent.iterdir()} - {"metadata.json"} == {"made"}


@pytest.mark.parametrize("name", ["csv", "parquet", "bag"])
def test_a_folder_that_holds_other_things_is_refused(small: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / "out"
    export(small, name, output, jobs=1)
    (output / "thesis.doc").write_text("mine")
    before = files(output)
    (problem,) = export(small, name, output, jobs=1).problems
    assert (problem.code, "thesis.doc" in problem.message) == ("not-ours", True)
    assert files(output) == before


def test_a_file_that_somebody_put_into_a_bag_is_not_lost(small: Path, tmp_path: Path) -> None:
    export(small, "bag", tmp_path / "bag", jobs=1)
    (tmp_path / "bag" / "data" / "mine.txt").write_text("mine")
    (problem,) = export(small, "bag", tmp_path / "bag", jobs=1).problems
    assert "data/mine.txt" in problem.message


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("ndjson", "a"),
        ("csv", "a"),
        ("ndjson", "a/content/all.ndjson"),
        ("ndjson", "a/site/all.ndjson"),
        ("csv", "a/site"),
        ("ndjson", "folder"),
        ("csv", "file"),
        ("sqlite", "beside/all.db"),
        ("sqlite", "new/metadata.json"),
    ],
)
def test_places_that_an_export_may_not_have_are_refused(small: Path, tmp_path: Path, name: str, output: str) -> None:
    made(small)
    for folder in ("folder", "beside"):
        (tmp_path / folder).mkdir()
    (tmp_path / "file").write_text("mine")
    (tmp_path / "beside" / "metadata.json").write_text('{"title": "another"}')
    before = files(tmp_path)
    (problem,) = export(small, name, tmp_path / output, jobs=1).problems
    assert (problem.code, problem.severity) == ("not-ours", "error")
    assert problem.hint
    assert files(tmp_path) == before


def test_a_folder_that_is_no_archive_and_one_that_is_being_built_are_told(small: Path, tmp_path: Path) -> None:
    from communique.opened import Opened

    assert export(tmp_path, "ndjson", tmp_path / "x", jobs=1).problems[0].code == "no-content"
    with Opened(small, jobs=1):
        assert export(small, "ndjson", tmp_path / "x", jobs=1).problems[0].code == "locked"


def test_progress_is_told(small: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    export(small, "bag", tmp_path / "bag", jobs=1, progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} >= {"write", "seal", "publish"}
    assert all(done <= total for _, done, total in told)
