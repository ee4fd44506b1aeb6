"""The database is whole, can be searched, and Datasette opens it with its metadata as it is."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from communique.exports.tables import TABLES


@pytest.fixture
def database(outputs: Path) -> Iterator[sqlite3.Connection]:
    """Return the open database."""
    with closing(sqlite3.connect(outputs / "all.db")) as opened:
        yield opened


def one(database: sqlite3.Connection, query: str) -> Any:
    (row,) = database.execute(query)
    return row[0]


def test_it_is_whole(database: sqlite3.Connection) -> None:
    assert one(database, "PRAGMA integrity_check") == "ok"
    assert list(database.execute("PRAGMA foreign_key_check")) == []
    assert one(database, "PRAGMA user_version") == 1


@pytest.mark.parametrize("table", ["releases", "turns", "quotes", "documents"])
def test_full_text_search_covers_every_row(database: sqlite3.Connection, table: str) -> None:
    database.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")


def test_words_are_found_without_their_accents(database: sqlite3.Connection) -> None:
    joined = "turns JOIN turns_fts ON turns.rowid = turns_fts.rowid"
    assert one(database, f"SELECT count(*) FROM {joined} WHERE turns_fts MATCH 'ulo beekeeping'") == 9


def test_views_join_what_was_said_the_register_and_persons(database: sqlite3.Connection) -> None:
    said = one(database, "SELECT count(*) FROM turns") + one(database, "SELECT count(*) FROM quotes")
    assert one(database, "SELECT count(*) FROM statements") == said
    assert one(database, "SELECT count(*) FROM register") == one(database, "SELECT count(*) FROM documents")
    row = database.execute(
        "SELECT name, forms, releases, spoke_in, first FROM persons WHERE person_id='rudolf'"
    ).fetchone()
    assert row == ("Rudolf Elphberg", 1, 11, 11, "2020-01-01")


def test_datasette_opens_the_folder_as_it_is(outputs: Path, tmp_path: Path) -> None:
    for name in ("all.db", "metadata.json"):
        (tmp_path / name).symlink_to(outputs / name)
    datasette = Datasette([], config_dir=tmp_path)

    async def asked(path: str) -> Any:
        await datasette.invoke_startup()
        answer = await datasette.client.get(path)
        assert answer.status_code == 200, (path, answer.text)
        return answer

    def get(path: str) -> Any:
        """Ask in a thread: a browser test of the same worker keeps a loop running in this one."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, asked(path)).result()

    about = get("/all.json").json()
    assert {table["name"] for table in about["tables"] if not table["hidden"]} == {table.name for table in TABLES}
    found = get("/all/turns.json?_search=beekeeping&_shape=array").json()
    assert len(found) == 9
    page = get("/all/releases").text
    assert "One row a release." in page
    assert "=cmd|&#39; /C calc&#39;!A0" in page


def test_metadata_describes_every_table_and_column(outputs: Path) -> None:
    tables = json.loads((outputs / "metadata.json").read_bytes())["databases"]["all"]["tables"]
    for table in TABLES:
        assert tables[table.name]["columns"].keys() == {column.name for column in table.columns}
