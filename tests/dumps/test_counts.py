"""Nothing in an export that is not in a record, and no record that is not in every export: counted both ways."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.archives import clean
from tests.dumps.made import Rows, csv_rows, parquet_rows, sqlite_rows

Record = dict[str, Any]
TABLES: list[tuple[str, Callable[[Path], Rows]]] = [
    ("csv", csv_rows),
    ("all.db", sqlite_rows),
    ("parquet", parquet_rows),
]


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the site that a build of the same archive gives."""
    return clean(made, tmp_path_factory.mktemp("counted") / "site")


@pytest.fixture(scope="module")
def published(site: dict[str, bytes]) -> dict[str, bytes]:
    """Return id → record as the site publishes it."""
    return {name.split("/")[1]: data for name, data in site.items() if name.endswith("/record.json")}


@pytest.fixture(scope="module")
def records(published: dict[str, bytes]) -> list[Record]:
    """Return the published records in the order of exports."""
    return sorted([json.loads(data) for data in published.values()], key=lambda one: (one["date"] or "", one["id"]))


def test_ndjson_is_the_published_records_byte_for_byte(outputs: Path, published: dict[str, bytes]) -> None:
    lines = (outputs / "all.ndjson").read_bytes().splitlines(keepends=True)
    assert len(lines) == len(published) == 18
    assert {json.loads(line)["id"]: line for line in lines} == published


def test_the_bag_holds_the_same_records_and_the_wires_that_they_name(outputs: Path, records: list[Record]) -> None:
    data = outputs / "bag" / "data"
    assert (data / "records.ndjson").read_bytes() == (outputs / "all.ndjson").read_bytes()
    wires = {file.relative_to(data).as_posix() for file in (data / "content" / "wires").rglob("*.txt")}
    assert wires == {record["path"] for record in records}
    assert {file.parent.name for file in (data / "site" / "releases").glob("*/record.json")} == {
        record["id"] for record in records
    }


@pytest.mark.parametrize(("name", "rows"), TABLES, ids=["csv", "sqlite", "parquet"])
def test_tables_hold_every_value_of_every_record_and_no_other(
    outputs: Path, records: list[Record], name: str, rows: Callable[[Path], Rows]
) -> None:
    found = rows(outputs / name)
    added = {"region_id", "source_id", "person_id", "offset"}
    bare = {
        table: [{name: value for name, value in row.items() if name not in added} for row in rows]
        for table, rows in found.items()
    }
    assert bare == expected(records)


def test_all_tables_agree(outputs: Path) -> None:
    assert csv_rows(outputs / "csv") == sqlite_rows(outputs / "all.db") == parquet_rows(outputs / "parquet")


def test_ids_and_offsets_lead_to_what_the_site_has(
    outputs: Path, records: list[Record], site: dict[str, bytes]
) -> None:
    tables = csv_rows(outputs / "csv")
    persons = {row["person_id"] for row in tables["people"]} - {None}
    assert "rudolf" in persons
    assert {f"people/{person}/index.html" for person in persons} <= site.keys()
    assert {f"regions/{row['region_id']}/index.html" for row in tables["releases"] if row["region_id"]} <= site.keys()
    evidence = {record["id"]: record["evidence"] for record in records}
    for row in tables["turns"]:
        assert row["offset"] == evidence[str(row["release_id"])][f"/turns/{row['n']}/paragraphs/0"][0][0]


def test_what_was_withdrawn_is_in_no_export(outputs: Path) -> None:
    for file in outputs.rglob("*"):
        if file.is_file():
            assert b"A secret that was withdrawn" not in file.read_bytes()


def expected(records: list[Record]) -> Rows:
    """Return what tables must hold, made from the JSON of the records."""
    lists = ("speakers", "participants", "turns", "quotes", "documents")
    unlisted = (*lists, "withdrawn", "evidence", "segments", "leftovers", "rejected", "problems")
    return {
        "releases": [shown({k: v for k, v in record.items() if k not in unlisted}) for record in records],
        "turns": [
            {"release_id": id_, "n": n} | {k: v for k, v in turn.items() if k != "paragraphs"} | {"text": words(turn)}
            for id_, n, turn in each(records, "turns")
        ],
        "quotes": [{"release_id": id_, "n": n} | quote for id_, n, quote in each(records, "quotes")],
        "people": people(records),
        "documents": [{"release_id": id_, "n": n} | document for id_, n, document in each(records, "documents")],
    }


def each(records: list[Record], name: str) -> list[tuple[str, int, Record]]:
    return [(record["id"], n, shown(one)) for record in records for n, one in enumerate(record[name])]


def shown(values: Record) -> Record:
    return {key: value.replace("\0", "\ufffd") if isinstance(value, str) else value for key, value in values.items()}


def words(turn: Record) -> str:
    return "\n\n".join(turn["paragraphs"])


def people(records: list[Record]) -> list[Record]:
    found = []
    for record in records:
        for part, name in (("speaker", "speakers"), ("participant", "participants")):
            for n, one in enumerate(record[name]):
                known = {"via": None, "labels": []} | one
                found.append({"release_id": record["id"], "part": part, "n": n} | known)
    return found
