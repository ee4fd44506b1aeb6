"""An archive whose values are hostile to every format, its exports, and their tables as plain rows."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from communique.dumps.export import Exported, export
from communique.dumps.formats import FORMATS
from communique.exports.tables import TABLES
from tests.archives import add, archive, signing, wire
from tests.exports.test_csv_text import read

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = {"ndjson": "all.ndjson", "csv": "csv", "sqlite": "all.db", "parquet": "parquet", "bag": "bag"}
"""Format → what its export is called in tests."""

Rows = dict[str, list[dict[str, object]]]
"""Table → its rows, by column; lists as lists, flags as booleans, days as ISO texts."""


def hostile(folder: Path) -> Path:
    """Make an archive of what breaks formats, of what is withdrawn, and of several kinds of wires."""
    made = archive(folder, people_yml="- {id: rudolf, name: Rudolf V, aliases: [Rudolf Elphberg]}\n")
    titles = {
        "formula": "=cmd|' /C calc'!A0",
        "plus": "+1 for bees",
        "cdata": "]]> ends <![CDATA[ here",
        "long": "Lighthouses " * 420,
        "marks": "\u202eright to left\u202c \u200fmarks\u200e",
        "controls": "Bells \x07\x1b[31m and \x7f\x9b whistles\x00",
        "quotes": 'He said "no", then: \\"yes\\"',
        "lines": "One\u2028two\x85three",
        "cyrillic": "Мосты открыты",
        "emoji": "👩\u200d🚀 launched",
    }
    for number, (stem, title) in enumerate(titles.items(), 1):
        add(
            made,
            f"2020-01-{number:02}-{stem}",
            wire(title, words=f"Colleagues, Ülo spoke of beekeeping. He said {title} again."),
        )
    add(made, "2020-02-01-signing", signing("Documents were signed"))
    add(made, "undated", wire("No day"))
    add(made, "2020-03-01-withdrawn", wire("Never to be seen", words="A secret that was withdrawn."))
    add(made, "2020-03-01-withdrawn", "withdrawn: {reason: Wrong, date: 2022-01-01}\n", ".yml")
    add(
        made,
        "2020-02-01-signing",
        'note: "- a list\\0"\nurl: https://example.org/\nadded: 2024-05-05\nwas: [old]\n',
        ".yml",
    )
    for example in ("D/2025-08-15-minxun-three-items", "EIN/2024-09-02-vestrheim-documents-ein"):
        shutil.copy(EXAMPLES / f"{example}.txt", made / "content" / "wires")
    add(made, "2020-04-01-empty", "")
    add(made, "2020-04-02-plain", "Nothing that a wire would print.\n")
    return made


def exported(made: Path, outputs: Path, *names: str) -> dict[str, Exported]:
    """Export an archive in the formats of some names, or in all of them."""
    wanted = names or tuple(form.name for form in FORMATS)
    return {name: export(made, name, outputs / NAMES[name], jobs=1) for name in wanted}


def csv_rows(folder: Path) -> Rows:
    found: Rows = {}
    for table in TABLES:
        names = [column.name for column in table.columns]
        rows = read(table, (folder / f"{table.name}.csv").read_bytes().decode())
        found[table.name] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


def sqlite_rows(file: Path) -> Rows:
    found: Rows = {}
    with closing(sqlite3.connect(file)) as database:
        database.row_factory = sqlite3.Row
        for table in TABLES:
            rows = [dict(row) for row in database.execute(f"SELECT * FROM {table.name} ORDER BY rowid")]
            kinds = {column.name: column.type for column in table.columns}
            found[table.name] = [{name: typed(value, kinds[name]) for name, value in row.items()} for row in rows]
    return found


def typed(value: object, kind: str) -> object:
    if kind == "list":
        return json.loads(str(value))
    return bool(value) if kind == "boolean" else value


def parquet_rows(folder: Path) -> Rows:
    from pyarrow import parquet

    found: Rows = {}
    for table in TABLES:
        rows = parquet.read_table(folder / f"{table.name}.parquet").to_pylist()
        days = [column.name for column in table.columns if column.type == "date"]
        found[table.name] = [row | {day: row[day] and row[day].isoformat() for day in days} for row in rows]
    return found
