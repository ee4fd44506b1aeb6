"""Parquet is typed, in row groups, and says so where pyarrow is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from communique.dumps import parquet as dump
from communique.dumps.export import export
from communique.exports.tables import TABLES
from tests.dumps.made import parquet_rows

KINDS = {
    "text": "string",
    "integer": "int32",
    "boolean": "bool",
    "date": "date32[day]",
    "list": "list<element: string>",
}


def test_columns_are_typed_and_described(outputs: Path) -> None:
    for table in TABLES:
        schema = parquet.read_schema(outputs / "parquet" / f"{table.name}.parquet")
        assert schema.names == [column.name for column in table.columns]
        for column in table.columns:
            field = schema.field(column.name)
            assert (str(field.type).replace("item:", "element:"), field.nullable) == (
                KINDS[column.type],
                not column.required,
            )
            assert field.metadata[b"about"].decode() == column.about


@pytest.mark.parametrize(("limit", "size"), [("_ROWS", 4), ("_LETTERS", 500)])
def test_rows_are_written_in_groups(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: Path, limit: str, size: int
) -> None:
    monkeypatch.setattr(dump, limit, size)
    assert export(made, "parquet", tmp_path / "small", jobs=1).problems == []
    assert parquet.ParquetFile(tmp_path / "small" / "releases.parquet").num_row_groups > 3
    assert parquet_rows(tmp_path / "small") == parquet_rows(outputs / "parquet")


def test_without_pyarrow_it_says_what_to_install(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (problem,) = export(made, "parquet", tmp_path / "none", jobs=1).problems
    assert problem.code == "no-pyarrow"
    assert "communique[parquet]" in problem.hint
    assert list(tmp_path.iterdir()) == []
