"""The folder of CSV files is a Data Package: what datapackage.json says of its files is so."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

from communique.exports.tables import TABLES


def test_the_package_describes_every_file_with_its_bytes_digest_and_columns(outputs: Path) -> None:
    folder = outputs / "csv"
    package = json.loads((folder / "datapackage.json").read_bytes())
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {file.name for file in folder.iterdir()} == {"datapackage.json", *[r["path"] for r in package["resources"]]}
    for resource, table in zip(package["resources"], TABLES, strict=True):
        data = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert data.decode().split("\r\n")[0] == ",".join(fields)
        assert resource["schema"]["primaryKey"] == list(table.key)
        for key in resource["schema"].get("foreignKeys", []):
            assert key == {"fields": ["release_id"], "reference": {"resource": "releases", "fields": ["id"]}}


def test_no_cell_begins_as_a_formula(outputs: Path) -> None:
    cells = [
        cell
        for file in (outputs / "csv").glob("*.csv")
        for row in csv.reader(io.StringIO(file.read_bytes().decode(), newline=""), strict=True)
        for cell in row
    ]
    assert "'=cmd|' /C calc'!A0" in cells
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@") and cell] == []
