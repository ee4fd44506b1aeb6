"""Tables as CSV (RFC 4180): UTF-8, CRLF, a header line; unknown is empty, a list is JSON, a boolean true or false.

A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula (CWE-1236). Such a text gets an
apostrophe before it; `plain` takes it away again, and from no other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from communique.exports.tables import Row, Table, Value

_FORMULA = re.compile(
    r"'*(?:[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])"
)
"""What a spreadsheet may run, also behind white space and marks that nobody sees, or in full width; and the same behind
apostrophes, so that it stays clear which of them was added."""


def header(table: Table) -> str:
    """Return the line of a table's column names."""
    return _lines([[column.name for column in table.columns]])


def lines(rows: Iterable[Row]) -> str:
    """Return rows as lines of CSV, each with its line end."""
    return _lines([_cell(value) for value in row] for row in rows)


def harmless(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    if text[:1].isalnum() or not text:  # nearly all: asking the pattern costs three times as much
        return text
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """Return the text of a cell: what `harmless` was given."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return harmless(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _encode(value).decode()


_encode = msgspec.json.Encoder().encode


def _lines(cells: Iterable[list[str]]) -> str:
    return "".join([",".join(map(_quoted, row)) + "\r\n" for row in cells])


def _quoted(cell: str) -> str:
    """Return a cell in quotes where RFC 4180 asks for them; `csv.writer` looks at every character for itself."""
    if "," in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell
