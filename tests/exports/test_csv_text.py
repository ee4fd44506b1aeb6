"""CSV that others read as it was meant, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.exports.csv_text import harmless, header, lines, plain
from communique.exports.tables import TABLES, Row, Table, Value
from tests.exports.test_tables import MEANT, RECORD

FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u200f=1",
    "\ufeff+1",
    "＝1",
    "'=1",
    "''=1",
    "\x00=1",
]
PLAIN = ["", "Talks", "'Tis so", "a=b", "– a dash", "“Quoted”", "2021-04-29", "]]>", "#c12", "'", "''"]


def read(table: Table, text: str) -> list[Row]:
    """Return the rows of a table as its column types say that they are to be read."""
    csv.field_size_limit(2**31 - 1)
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert found[0] == [column.name for column in table.columns]
    return [
        tuple(value(cell, column.type, column.required) for cell, column in zip(row, table.columns, strict=True))
        for row in found[1:]
    ]


def value(cell: str, kind: str, required: bool) -> Value:
    if kind in {"text", "date"}:
        return plain(cell) if cell or required else None
    return json.loads(cell) if cell else None


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_may_run_becomes_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert plain(harmless(text)) == text


@pytest.mark.parametrize("text", PLAIN)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == plain(text) == text


@given(st.text(alphabet=st.one_of(st.sampled_from("'=+-@ \t\r\n\u200f"), st.characters()), max_size=8))
def test_making_harmless_can_always_be_taken_back(text: str) -> None:
    assert plain(harmless(text)) == text
    assert harmless(text)[:1] not in set("=+-@\t\r\n")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_can_be_read_back(table: Table) -> None:
    rows = list(table.rows(RECORD, MEANT))
    assert read(table, header(table) + lines(rows)) == rows


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_any_text_can_be_read_back(texts: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(lines([tuple(texts)]), newline=""), strict=True)
    assert [plain(cell) for cell in row] == texts


def test_lines_end_as_rfc_4180_says() -> None:
    assert lines([("a", None, True, 3, ["x", "é"])]) == 'a,,true,3,"[""x"",""é""]"\r\n'
