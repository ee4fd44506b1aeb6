"""The tables of the catalog, and what makes a file one."""

from __future__ import annotations

APPLICATION = 0x434D5151
"""SQLite application id: any other file is alien."""

VERSION = 5
"""Counted up with every change of the tables; a catalog of any other version counts as empty."""

TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE wire(path TEXT PRIMARY KEY, stamp BLOB NOT NULL, digest BLOB NOT NULL, state TEXT NOT NULL,
    parts BLOB NOT NULL, problems BLOB) WITHOUT ROWID;
CREATE TABLE release(sort TEXT, id TEXT, path TEXT, body INTEGER NOT NULL, mark INTEGER NOT NULL, summary BLOB NOT NULL,
    PRIMARY KEY (sort, id, path)) WITHOUT ROWID;
CREATE INDEX claim ON release(id, path);
CREATE TABLE body(n INTEGER PRIMARY KEY AUTOINCREMENT, mark INTEGER NOT NULL, said BLOB NOT NULL, record BLOB NOT NULL);
CREATE TABLE link(src TEXT, dst TEXT, path TEXT, PRIMARY KEY (src, dst, path)) WITHOUT ROWID;
CREATE TABLE chapter(month TEXT PRIMARY KEY, numbers BLOB NOT NULL, pages BLOB NOT NULL, mark INTEGER NOT NULL,
    packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE page(file TEXT PRIMARY KEY, digest BLOB NOT NULL, files BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE folder(path TEXT PRIMARY KEY, mtime INTEGER NOT NULL) WITHOUT ROWID;
"""
"""wire: what was read, by path. release: summaries in the order of all listings. body: what they leave out, so that
scans do not page it in; its numbers are never given twice. link: src supersedes dst. chapter: the releases of a month
as they were planned last, by the numbers of their bodies. page: what was published, one row a page with the seal of its
files. folder: folders of the output, by whose mtime one that nobody touched is known."""

PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=OFF",  # the promise is process death, not power loss
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)
