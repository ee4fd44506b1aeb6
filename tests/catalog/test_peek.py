"""The catalog as commands beside the build see it: only what is of use, and never changed."""

import sqlite3
from pathlib import Path

from communique.catalog.peek import peek
from tests.archives import archive, made, wire


def test_what_a_build_left_is_read_and_not_changed(tmp_path: Path) -> None:
    made(archive(tmp_path, {"a": wire("A bridge")}))
    file = tmp_path / ".cache" / "catalog.sqlite"
    before = file.read_bytes()
    catalog = peek(file)
    assert catalog
    assert list(catalog.known()) == ["content/wires/a.txt"]
    assert list(catalog.digests()) == ["a"]
    catalog.close()
    assert file.read_bytes() == before


def test_what_is_of_no_use_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    file = tmp_path / "catalog.sqlite"
    assert peek(file) is None
    for data in (b"", b"no database at all", b"SQLite format 3\0" + bytes(200)):
        file.write_bytes(data)
        assert peek(file) is None
    file.unlink()
    sqlite3.connect(file).close()
    assert peek(file) is None
