"""The data package, as Frictionless and its own digests say."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from communique.exports.tables import TABLES


def test_the_package_lists_every_data_file_with_its_digest(site: Path) -> None:
    package = json.loads((site / "data" / "datapackage.json").read_bytes())
    listed = {resource["path"]: resource for resource in package["resources"]}
    there = {file.relative_to(site / "data").as_posix() for file in (site / "data").glob("*/**/*.*")}
    monthly = {name for name in there if name.endswith((".ndjson", ".csv", "citations.json"))}
    assert listed.keys() == monthly
    assert len({resource["name"] for resource in listed.values()}) == len(listed)
    for path, resource in listed.items():
        data = (site / "data" / path).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert re.fullmatch(r"[a-z0-9._/-]+", resource["name"])


def test_the_tables_keep_to_their_schemas(site: Path) -> None:
    """Read by the reference implementation of Data Package and Table Schema."""
    from frictionless import Package

    report = Package(str(site / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])[:10]
    assert report.stats["tasks"] == len(list((site / "data").glob("*/**/*.csv"))) + len(
        list((site / "data").glob("*/**/*.ndjson"))
    ) + len(list((site / "data").glob("*/**/citations.json")))


def test_every_table_has_a_schema(site: Path) -> None:
    assert {file.stem for file in (site / "data" / "tables").iterdir()} == {table.name for table in TABLES}


def test_the_page_shows_the_digest_of_the_state(site: Path) -> None:
    digest = hashlib.sha256((site / "data" / "datapackage.json").read_bytes()).hexdigest()
    page = (site / "data" / "index.html").read_text(encoding="utf-8")
    assert f"SHA-256 {digest}" in page
    assert "5 releases, the newest of 31 December 2021" in page
    for name in ("records.ndjson", "releases.csv", "turns.csv", "people.csv", "documents.csv", "citations.json"):
        assert f"<code>{name}</code>" in page
    assert (site / "data" / "unknown" / "index.html").is_file()
