"""The data files of each month: nothing in them that is not in a record, and no record that is not in them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from communique.exports import months
from communique.exports.csv_text import plain
from tests.archives import archive, clean, files, made, wire
from tests.exports.conftest import BASE

Row = dict[str, str]


def published(site: Path) -> dict[str, Any]:
    """Return id → record of every release that a site publishes."""
    records = [json.loads(file.read_bytes()) for file in site.glob("releases/*/record.json")]
    return {record["id"]: record for record in records}


def rows(site: Path, table: str) -> list[Row]:
    found = []
    for file in sorted(site.glob(f"data/**/{table}.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            found += [{name: plain(cell) for name, cell in row.items()} for row in csv.DictReader(stream, strict=True)]
    return found


def lines(site: Path) -> list[Any]:
    files = [file.read_bytes() for file in site.glob("data/**/records.ndjson")]
    return [json.loads(line) for data in files for line in data.splitlines()]


def test_every_record_is_in_its_month_as_it_is_published_beside_its_page(site: Path) -> None:
    found = lines(site)
    assert {record["id"]: record for record in found} == published(site)
    assert len(found) == len(published(site)) == 5
    for file in site.glob("data/**/records.ndjson"):
        for line in file.read_bytes().splitlines(keepends=True):
            record = json.loads(line)
            assert line == (site / "releases" / record["id"] / "record.json").read_bytes()
            month = (record["date"] or "unknown")[:7].replace("-", "/")
            assert file.parent == site / "data" / month


def test_every_record_keeps_to_the_schema_at_both_addresses(site: Path) -> None:
    schema = json.loads((site / "data" / "schemas" / "record-1.json").read_bytes())
    assert schema["$id"] == f"{BASE}data/schemas/record-1.json"
    assert (site / "data" / "record.schema.json").read_bytes() == (
        site / "data" / "schemas" / "record-1.json"
    ).read_bytes()
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for record in lines(site):
        validator.validate(record)


def test_tables_hold_what_records_hold_and_nothing_else(site: Path) -> None:
    records = published(site)
    releases = {row["id"]: row for row in rows(site, "releases")}
    assert releases.keys() == records.keys()
    assert len(rows(site, "releases")) == len(records)
    for row in releases.values():
        for name in ("title", "date", "region_printed", "sha256", "url"):
            assert row[name] == (records[row["id"]][name] or "")
    for table, field in (("turns", "turns"), ("quotes", "quotes"), ("documents", "documents")):
        found = [(row["release_id"], int(row["n"])) for row in rows(site, table)]
        assert sorted(found) == sorted((one, n) for one, r in records.items() for n in range(len(r[field])))
    for row in rows(site, "turns"):
        turn = records[row["release_id"]]["turns"][int(row["n"])]
        assert (row["speaker"], row["text"]) == (turn["speaker"], "\n\n".join(turn["paragraphs"]))
    for row in rows(site, "documents"):
        assert row["title"] == records[row["release_id"]]["documents"][int(row["n"])]["title"]
    people = [(row["release_id"], row["part"], row["name"]) for row in rows(site, "people")]
    assert sorted(people) == sorted(
        (one, part, entry["name"])
        for one, r in records.items()
        for part, field in (("speaker", "speakers"), ("participant", "participants"))
        for entry in r[field]
    )


def test_names_lead_to_the_pages_of_the_archive(site: Path) -> None:
    for row in rows(site, "people"):
        assert (site / "people" / row["person_id"]).is_dir()
    assert {row["person_id"] for row in rows(site, "turns")} == {"rudolf", "antonia-flavia"}
    for row in rows(site, "releases"):
        assert (site / "regions" / row["region_id"]).is_dir()


def test_citations_name_every_release_and_document(site: Path) -> None:
    items = [item for file in site.glob("data/**/citations.json") for item in json.loads(file.read_bytes())]
    records = published(site)
    assert {item["id"] for item in items if item["type"] == "report"} == records.keys()
    assert sum(item["type"] == "treaty" for item in items) == sum(len(r["documents"]) for r in records.values()) == 2


def test_what_was_withdrawn_is_in_no_data_file(site: Path) -> None:
    for file in (site / "data").rglob("*"):
        assert not file.is_file() or b"2021-12-31-gone" not in file.read_bytes()


def test_a_month_of_very_many_is_split_and_loses_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(months, "FULL", 3)
    dated = {f"2020-01-{1 + n // 8:02}-{n:02}": wire(f"Light {n} was lit") for n in range(12)}
    folder = archive(tmp_path, dated | {f"undated-{n}": wire(f"Bridge {n} was opened") for n in range(5)})
    made(folder)
    site = folder / "site"
    assert sorted(record["id"] for record in lines(site)) == sorted(published(site))
    names = {file.parent.relative_to(site / "data").as_posix() for file in site.glob("data/**/records.ndjson")}
    assert "2020/01/02/0" in names or "2020/01/02/1" in names
    assert all(name.startswith(("2020/01/0", "unknown/")) for name in names)
    assert all(len((site / "data" / name / "records.ndjson").read_bytes().splitlines()) <= 5 for name in names)


def test_an_added_release_rewrites_the_files_of_its_month_alone(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", {"2020-01-05-a": wire("Lights"), "2020-02-05-b": wire("Bridges")})
    made(folder)
    before = files(folder / "site" / "data")
    archive(folder, {"2020-02-06-c": wire("Bees")})
    made(folder)
    after = files(folder / "site" / "data")
    changed = {name for name in after if before.get(name) != after[name]}
    month = {
        f"2020/02/{name}" for name in ("records.ndjson", "releases.csv", "turns.csv", "people.csv", "citations.json")
    }
    assert changed == month | {"datapackage.json", "index.html", "2020/index.html"}
    assert files(folder / "site") == clean(folder, tmp_path / "clean")
