"""Tables described as a Frictionless Data Package: `datapackage.json`.

Data Package 2.0 (datapackage.org), written so that readers of 1.0 understand it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from communique.exports.tables import Column, Table
from communique.urls import slug

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"text": "string", "integer": "integer", "boolean": "boolean", "date": "date", "list": "array"}
_CELLS = (
    "A text that begins with a character that spreadsheets take for a formula (=, +, -, @, tab) has an apostrophe "
    "before it. "
    "A list is a JSON array. An empty cell is unknown."
)


def schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table."""
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }


def resource(table: Table, path: str, size: int, sha256: str) -> dict[str, Any]:
    """Return the resource of one table's CSV: its path beside datapackage.json, its bytes and their digest."""
    made = schema(table)
    if table.key[0] == "release_id":
        reference = {"resource": "releases", "fields": ["id"]}
        made["foreignKeys"] = [{"fields": ["release_id"], "reference": reference}]
    return {
        "name": table.name,
        "path": path,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "schema": made,
    }


def package(title: str, description: str, homepage: str, resources: Sequence[dict[str, Any]]) -> bytes:
    """Return `datapackage.json`: indented JSON in UTF-8 that ends in a newline."""
    found = {
        "$schema": _PROFILE,
        "name": slug(title) or "archive",
        "title": title,
        "description": " ".join(part for part in (description, _CELLS) if part),
        **({"homepage": homepage} if homepage else {}),
        "resources": list(resources),
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def _field(column: Column) -> dict[str, Any]:
    constraints = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": _TYPES[column.type], "description": column.about, **constraints}
