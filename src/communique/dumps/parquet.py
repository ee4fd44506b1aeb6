"""The tables as Parquet, one file each, typed: days are dates, lists are lists. Needs pyarrow, the extra `parquet`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.dumps.whole import Whole
from communique.exports.tables import TABLES, Row, Table, Value
from communique.output.faults import FatalError
from communique.problems import Problem

if TYPE_CHECKING:
    import pyarrow

_ROWS, _LETTERS = 5_000, 8_000_000
"""So many rows, or rows of so many characters, are held in memory and written as one row group."""


def write(folder: Path, whole: Whole) -> None:
    """Write the tables of an archive into a folder that is not there yet; raises `FatalError` without pyarrow."""
    try:
        import pyarrow as arrow
    except ImportError as error:
        raise FatalError(_missing()) from error
    folder.mkdir()
    with ExitStack() as stack:
        files = [stack.enter_context(_File(arrow, folder, table)) for table in TABLES]
        for record, meant in whole.records():
            for file in files:
                file.add(file.table.rows(record, meant))


class _File:
    """One table's file, written a row group at a time."""

    def __init__(self, arrow: Any, folder: Path, table: Table) -> None:
        from pyarrow.parquet import ParquetWriter

        self.table = table
        self._arrow = arrow
        self._schema = _schema(arrow, table)
        self._writer = ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._letters = 0

    def __enter__(self) -> _File:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._flush()
        self._writer.close()

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._rows.append(row)
            self._letters += sum([len(value) for value in row if isinstance(value, str)])
            if len(self._rows) >= _ROWS or self._letters >= _LETTERS:
                self._flush()

    def _flush(self) -> None:
        columns = [
            self._arrow.array([_value(row[n], column.type) for row in self._rows], self._schema.field(n).type)
            for n, column in enumerate(self.table.columns)
        ]
        self._writer.write_table(self._arrow.table(columns, schema=self._schema))
        self._rows.clear()
        self._letters = 0


def _schema(arrow: Any, table: Table) -> pyarrow.Schema:
    kinds = {
        "text": arrow.string(),
        "integer": arrow.int32(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, kinds[column.type], nullable=not column.required, metadata={"about": column.about})
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"about": table.about})


def _value(value: Value, kind: str) -> object:
    return datetime.date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value


def _missing() -> Problem:
    return Problem(
        code="no-pyarrow",
        severity="error",
        message="Parquet is written by pyarrow, which is not installed.",
        hint="Install it with: pip install 'communique[parquet]'.",
    )
