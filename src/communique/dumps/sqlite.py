"""The tables as an SQLite database with full-text search, made in fixed order from an empty file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import msgspec

from communique.dumps import sqlite_schema
from communique.dumps.target import replaced
from communique.dumps.whole import Whole
from communique.exports.tables import TABLES, Row, Value
from communique.output.write import TEMPORARY

_SETTINGS = (
    "PRAGMA page_size=4096",
    "PRAGMA encoding='UTF-8'",
    "PRAGMA journal_mode=OFF",  # an export that ends early leaves no file
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-32000",
    f"PRAGMA user_version={sqlite_schema.SCHEMA_VERSION}",
)


def write(file: Path, whole: Whole) -> None:
    """Write the tables of an archive into a database that is not there yet, and `metadata.json` beside it."""
    inserts = [sqlite_schema.insert(table) for table in TABLES]
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for statement in (*_SETTINGS, "BEGIN", *sqlite_schema.create()):
            database.execute(statement)
        for record, meant in whole.records():
            for table, statement in zip(TABLES, inserts, strict=True):
                database.executemany(statement, _stored(table.rows(record, meant)))
        for statement in (*sqlite_schema.finish(), "COMMIT"):
            database.execute(statement)
    name = Path(file.name.removeprefix(TEMPORARY)).stem
    with replaced(file.with_name("metadata.json")) as made:
        made.write_bytes(sqlite_schema.metadata(whole.site, name))


def _stored(rows: Iterable[Row]) -> list[list[str | int | None]]:
    return [[_value(value) for value in row] for row in rows]


def _value(value: Value) -> str | int | None:
    return msgspec.json.encode(value).decode() if isinstance(value, list) else value
