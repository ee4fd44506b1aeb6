"""The tables as an SQLite schema: tables, indexes, views, full-text search; and what Datasette says of them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from communique.config import Site
from communique.exports.tables import TABLES, Column, Table

SCHEMA_VERSION = 1
"""`PRAGMA user_version`; counted up when a table or column changes its meaning or goes."""

ABOUT = "Communiqué"
"""By this the `metadata.json` of an earlier export is known."""

_TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT", "list": "TEXT"}
_SEARCHED = {
    "releases": ("title", "lead"),
    "turns": ("speaker", "text"),
    "quotes": ("speaker", "text"),
    "documents": ("title",),
}
"""Table → columns of its full-text index, `<table>_fts`."""

_INDEXES = (
    ("releases", "date"),
    ("releases", "region_id"),
    ("releases", "source_id"),
    ("turns", "person_id"),
    ("quotes", "person_id"),
    ("people", "person_id"),
)

_VIEWS = {
    "statements": """
        SELECT s.release_id, r.date, r.title, s.speaker, s.person_id, s.kind, s."offset", s.text
        FROM (SELECT release_id, speaker, person_id, kind, "offset", text FROM turns
              UNION ALL SELECT release_id, speaker, person_id, 'quote', "offset", text FROM quotes) s
        JOIN releases r ON r.id = s.release_id
        ORDER BY r.date, r.id, s."offset" """,
    "register": """
        SELECT d.release_id, r.date, r.region_id, r.country, d.title, d.kind, d.status, d.parties, d."offset"
        FROM documents d JOIN releases r ON r.id = d.release_id
        ORDER BY r.date, r.id, d.n """,
    "persons": """
        SELECT p.person_id, min(p.name) AS name, count(DISTINCT p.name) AS forms,
               count(DISTINCT p.release_id) AS releases,
               count(DISTINCT CASE p.part WHEN 'speaker' THEN p.release_id END) AS spoke_in,
               min(r.date) AS first, max(r.date) AS last
        FROM people p JOIN releases r ON r.id = p.release_id
        WHERE p.person_id IS NOT NULL
        GROUP BY p.person_id """,
}
_VIEW_ABOUT = {
    "statements": "Turns and quotations together, by date: everything that anybody said.",
    "register": "Documents with the date and the place of the release that names them.",
    "persons": "One row a person: the releases that name them, those in which they speak, first and last day.",
}
_FACETS: dict[str, list[object]] = {
    "releases": ["region_id", "source_id", "dialect", "language"],
    "turns": ["person_id", "kind"],
    "quotes": ["person_id"],
    "people": ["person_id", "part", "via"],
    "documents": ["kind", "status", {"array": "parties"}],
    "statements": ["person_id", "kind"],
    "register": ["kind", "status", "region_id"],
}


def create() -> Iterator[str]:
    """Yield the statements that make the empty tables, in order."""
    for table in TABLES:
        yield _table(table)


def finish() -> Iterator[str]:
    """Yield the statements for what comes once all rows are there: indexes, views, full-text search."""
    for table, column in _INDEXES:
        yield f'CREATE INDEX "{table}_{column}" ON "{table}"("{column}")'
    for view, query in _VIEWS.items():
        yield f'CREATE VIEW "{view}" AS {" ".join(query.split())}'
    for table, columns in _SEARCHED.items():
        names = ", ".join(f'"{column}"' for column in columns)
        options = f"content=\"{table}\", tokenize='unicode61 remove_diacritics 2'"
        yield f'CREATE VIRTUAL TABLE "{table}_fts" USING FTS5 ({names}, {options})'
        yield f'INSERT INTO "{table}_fts"("{table}_fts") VALUES (\'rebuild\')'  # noqa: S608  (names of ours)


def insert(table: Table) -> str:
    """Return the statement that puts one row into a table."""
    return f'INSERT INTO "{table.name}" VALUES ({",".join("?" * len(table.columns))})'  # noqa: S608  (names of ours)


def metadata(site: Site, database: str) -> bytes:
    """Return the `metadata.json` with which Datasette describes the database of a name."""
    tables: dict[str, Any] = {table.name: _described(table) for table in TABLES}
    tables |= {view: _shown(view, about) for view, about in _VIEW_ABOUT.items()}
    tables["releases"] |= {"label_column": "title", "sort_desc": "date"}
    found = {
        "title": site.title,
        **({"description": site.description or site.tagline} if site.description or site.tagline else {}),
        **({"source": site.title, "source_url": site.base_url} if site.base_url else {}),
        "about": ABOUT,
        "databases": {database: {"tables": tables}},
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def _described(table: Table) -> dict[str, Any]:
    return _shown(table.name, table.about) | {"columns": {column.name: column.about for column in table.columns}}


def _shown(name: str, about: str) -> dict[str, Any]:
    return {"description": about, **({"facets": _FACETS[name]} if name in _FACETS else {})}


def _table(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    key = ", ".join(_quoted(name) for name in table.key)
    inner = ",\n  ".join([*lines, f"PRIMARY KEY ({key})"])
    return f"CREATE TABLE {_quoted(table.name)} (\n  {inner}\n)"


def _column(column: Column) -> str:
    needed = " NOT NULL" if column.required else ""
    parent = " REFERENCES releases(id)" if column.name == "release_id" else ""
    return f"{_quoted(column.name)} {_TYPES[column.type]}{needed}{parent}"


def _quoted(name: str) -> str:
    return f'"{name}"'
