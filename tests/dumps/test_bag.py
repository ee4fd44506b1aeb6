"""The bag is valid to the Library of Congress's own tool, its crate says what it holds, and it is an archive again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import bagit
import pytest

from communique.build import build
from communique.dumps.bagit import seal
from communique.dumps.export import export
from tests.archives import archive, files, wire
from tests.dumps.made import NAMES


def test_it_validates_in_full(outputs: Path) -> None:
    bag = bagit.Bag(str(outputs / "bag"))
    bag.validate(processes=1, fast=False, completeness_only=False)
    assert bag.version_info == (1, 0)
    assert bag.algorithms == ["sha512"]
    assert bag.info["Payload-Oxum"].split(".")[1] == str(len(list(bag.payload_files())))
    assert "Bagging-Date" not in bag.info


def test_a_changed_byte_is_found(outputs: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(outputs / "bag", tmp_path / "bag"))
    wire_file = next((copy / "data" / "content" / "wires").glob("*formula.txt"))
    wire_file.write_bytes(wire_file.read_bytes().replace(b"calc", b"kalk"))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(copy)).validate(fast=False)


def test_odd_names_of_files_are_encoded_as_rfc_8493_says(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("a\nb.txt", "c\rd.txt", "ä ö.txt"):
        (tmp_path / "data" / name).write_text("x")
    seal(tmp_path, [("External-Description", "two\nlines\u2028and more")], lambda *_: None)
    bag = bagit.Bag(str(tmp_path))
    bag.validate(fast=False)
    assert bag.info["External-Description"] == "two lines and more"
    (tmp_path / "data" / "50%.txt").write_text("x")
    seal(tmp_path, [], lambda *_: None)
    assert "  data/50%25.txt\n" in (tmp_path / "manifest-sha512.txt").read_text(encoding="utf-8")


def test_the_crate_describes_what_is_there(outputs: Path) -> None:
    data = outputs / "bag" / "data"
    crate = json.loads((data / "ro-crate-metadata.json").read_bytes())
    assert crate["@context"] == "https://w3id.org/ro/crate/1.2/context"
    graph = {entity["@id"]: entity for entity in crate["@graph"]}
    assert graph["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    root = graph[graph["ro-crate-metadata.json"]["about"]["@id"]]
    assert root["@type"] == "Dataset"
    assert all(root[key] for key in ("name", "description", "datePublished", "license"))
    assert root["datePublished"] == "2025-08-15"
    assert root["temporalCoverage"] == "2020-01-01/2025-08-15"
    for part in root["hasPart"]:
        there = data / part["@id"]
        assert (
            there.is_dir()
            if part["@id"].endswith("/")
            else str(there.stat().st_size) == graph[part["@id"]]["contentSize"]
        )
    referred = json.dumps(crate).count('{"@id": ')
    assert referred > 8
    for entity in crate["@graph"]:
        for value in entity.values():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and not one["@id"].startswith("https://"):
                    assert one["@id"] in graph


def test_the_payload_is_an_archive_that_builds_to_the_same_site(tmp_path: Path) -> None:
    made = archive(
        tmp_path / "a", {"2020-01-05-a": wire("Lighthouses were lit"), "b/undated": wire("Bees")}, site_yml="title: T\n"
    )
    (made / "content" / "static").mkdir()
    (made / "content" / "static" / "CNAME").write_text("example.org")
    assert export(made, "bag", tmp_path / "bag", jobs=1).problems == []
    data = tmp_path / "bag" / "data"
    build(data, output=tmp_path / "again", offline=True, jobs=1)
    (tmp_path / "again" / ".communique").unlink()
    assert files(tmp_path / "again") == files(data / "site")


def test_the_site_and_what_a_build_remembers_stay_as_they_were(tmp_path: Path) -> None:
    made = archive(tmp_path / "a", {"2020-01-05-a": wire("Lighthouses were lit")})
    build(made, search=False, jobs=1)
    before = files(made / "site")
    export(made, "bag", tmp_path / "bag", jobs=1)
    assert build(made, search=False, jobs=1).written == 0
    assert files(made / "site") == before


def test_source_date_epoch_is_the_day_of_bagging(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = archive(tmp_path / "a", {"2020-01-05-a": wire("Lighthouses were lit")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert export(small, "bag", tmp_path / "bag", jobs=1).problems == []
    assert bagit.Bag(str(tmp_path / "bag")).info["Bagging-Date"] == "2023-11-14"
    assert b'"datePublished": "2023-11-14"' in (tmp_path / "bag" / "data" / "ro-crate-metadata.json").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    (problem,) = export(made, "bag", tmp_path / NAMES["bag"], jobs=1).problems
    assert problem.code == "bad-source-date"


def test_a_template_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    made = archive(tmp_path / "a", {"2020-01-05-a": wire("Lighthouses were lit")})
    export(made, "bag", tmp_path / "bag", jobs=1)
    before = files(tmp_path / "bag")
    (made / "templates").mkdir()
    (made / "templates" / "release.html").write_text("{{ nothing.at.all }}")
    (problem,) = export(made, "bag", tmp_path / "bag", jobs=1).problems
    assert problem.code == "template-failed"
    assert files(tmp_path / "bag") == before
    assert {entry.name for entry in tmp_path.iterdir()} == {"a", "bag"}
