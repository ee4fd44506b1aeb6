"""The data files as a Frictionless Data Package, `data/datapackage.json`, and the Table Schemas of the CSV files.

The package names each file with its size and SHA-256, so that its own SHA-256 stands for the state of the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from communique.exports import data_package
from communique.exports.tables import TABLES, Table
from communique.listing.dataset import DataFile, DataSet, Period
from communique.listing.model import Page
from communique.listing.whole import Whole

KIND = "datapackage"
FILE = "data/datapackage.json"

_MEDIA = {"csv": "text/csv", "json": "application/vnd.citationstyles.csl+json", "ndjson": "application/x-ndjson"}


def schemas(_: Whole) -> Iterator[Page]:
    """Yield the Table Schema of each table."""
    for table in TABLES:
        made = msgspec.json.format(msgspec.json.encode(data_package.schema(table)), indent=2) + b"\n"
        yield Page(f"data/tables/{table.name}.json", "bytes", made, public=False)


def package(data: DataSet, whole: Whole) -> bytes:
    """Return the package."""
    resources = [_resource(period, file) for period in data.periods for file in period.files]
    return data_package.package(whole.title, whole.description, whole.base_url, resources)


def _resource(period: Period, file: DataFile) -> dict[str, Any]:
    name, ending = file.name.rsplit(".", 1)
    made: dict[str, Any] = {
        "name": f"{name}-{period.period}",
        "path": f"{period.folder.removeprefix('data/')}{file.name}",
        "format": ending,
        "mediatype": _MEDIA[ending],
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if ending == "csv":
        made |= {"type": "table", "schema": f"tables/{name}.json"}
    return made


def tables() -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Return (name, what a row is, columns as name, type and meaning) of each table, for people."""
    return [(table.name, table.about, _columns(table)) for table in TABLES]


def _columns(table: Table) -> list[tuple[str, str, str]]:
    return [(column.name, column.type, column.about) for column in table.columns]
