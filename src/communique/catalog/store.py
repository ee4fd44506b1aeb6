"""The catalog: an SQLite file that remembers every wire, its records and what was published. Safe to delete.

Only the process that builds opens it; workers get and return plain values.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from communique.catalog.around import Around
from communique.catalog.chapters import Chapters
from communique.catalog.damage import DamagedError, blames_the_disk, whole
from communique.catalog.published import Published
from communique.catalog.schema import APPLICATION, PRAGMAS, TABLES, VERSION
from communique.catalog.summary import Summary, unpack
from communique.problems import Problem

_pack = msgspec.msgpack.Encoder().encode
_problems = msgspec.msgpack.Decoder(list[Problem]).decode
_parts = msgspec.msgpack.Decoder(list[tuple[str, str, int]]).decode


class Part(msgspec.Struct, frozen=True, array_like=True):
    """One release of a wire, ready for the catalog; `mark` is the CRC-32 of its summary."""

    id: str
    sort: str
    """Date, or empty."""
    mark: int
    summary: bytes
    said: bytes
    record: bytes
    supersedes: str | None


class Read(msgspec.Struct, frozen=True, array_like=True):
    """What became of one wire: `state` is same, read, empty, binary, unreadable or changing."""

    path: str
    state: str
    stamp: bytes = b""
    digest: bytes = b""
    parts: list[Part] = []
    problems: list[Problem] = []


_AT_ONCE = 512
"""Values in one query; SQLite's default limit is higher in every version."""


class Catalog(Published, Chapters, Around):
    """An open catalog. A file that is unreadable, alien or of another version is replaced by an empty one."""

    def __init__(self, file: Path | None, *, clean: bool = False) -> None:
        """Open the catalog in a file, or one in memory that nobody else sees; with `clean`, an empty one."""
        self._file = file
        if clean and file is not None:
            remove(file)
        try:
            self._connect()
            usable = self._usable()
        except sqlite3.DatabaseError as error:
            if blames_the_disk(error):
                raise
            usable = False
        if not usable:
            self._start_again()
        self._body: int = self._one("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='body'")
        self._empty = self._one("SELECT NOT EXISTS (SELECT 1 FROM wire)")

    def _connect(self) -> None:
        self._db = sqlite3.connect(self._file or ":memory:", isolation_level=None, cached_statements=64)
        for pragma in PRAGMAS:
            self._db.execute(pragma)

    def _usable(self) -> bool:
        marks = [self._one(f"PRAGMA {name}") for name in ("application_id", "user_version")]
        return marks == [APPLICATION, VERSION]

    def _start_again(self) -> None:
        self.close()
        if self._file is not None:
            remove(self._file)
        self._connect()
        self._db.execute("BEGIN")
        for statement in TABLES.split(";"):
            self._db.execute(statement)
        self._db.execute(f"PRAGMA application_id={APPLICATION}")
        self._db.execute(f"PRAGMA user_version={VERSION}")
        self._db.execute("COMMIT")

    def _one(self, query: str, *values: object) -> int:
        return int(self._db.execute(query, values).fetchone()[0])

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        self._db.close()

    def begin(self) -> None:
        """Begin a transaction."""
        self._db.execute("BEGIN")

    def commit(self) -> None:
        """End the transaction, if there is one, and keep what it did."""
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    # meta

    def get(self, key: str) -> bytes:
        """Return what is remembered under a key; empty where nothing is."""
        row = self._db.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return row[0] if row else b""

    def put(self, key: str, value: bytes) -> None:
        """Remember a value under a key."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (key, value))

    # wires

    def known(self) -> dict[str, tuple[bytes, bytes]]:
        """Return path → (stamp, digest) of every wire."""
        return {
            path: (stamp, digest) for path, stamp, digest in self._db.execute("SELECT path, stamp, digest FROM wire")
        }

    def forget_wires(self) -> None:
        """Forget everything that was read."""
        self._empty = 1
        for table in ("wire", "release", "body", "link"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (names of ours)

    def remove_wires(self, paths: Iterable[str]) -> None:
        """Forget wires and their releases."""
        for path in paths:
            row = self._db.execute("SELECT parts FROM wire WHERE path=?", (path,)).fetchone()
            if row is None:
                continue
            parts = _parts(row[0])
            self._db.executemany(
                "DELETE FROM release WHERE sort=? AND id=? AND path=?", [(s, i, path) for s, i, _ in parts]
            )
            self._db.executemany("DELETE FROM body WHERE n=?", [(n,) for _, _, n in parts])
            self._db.executemany("DELETE FROM link WHERE src=? AND path=?", [(i, path) for _, i, _ in parts])
            self._db.execute("DELETE FROM wire WHERE path=?", (path,))

    def apply(self, reads: Iterable[Read]) -> list[Problem]:
        """Take in what was read, in the place of what is known of the same wires.

        A known wire that changes while it is read stays as it was, to be read again by the next build; the problems of
        such wires are returned.
        """
        passing: list[Problem] = []
        wires, releases, bodies, links, again = [], [], [], [], []
        for read in reads:
            if read.state == "same":
                again.append((read.stamp, read.path))
                continue
            if read.state == "changing" and self._is_known(read.path):
                again.append((b"", read.path))
                passing += read.problems
                continue
            if not self._empty:
                self.remove_wires([read.path])
            parts = []
            for part in read.parts:
                self._body += 1
                parts.append((part.sort, part.id, self._body))
                releases.append((part.sort, part.id, read.path, self._body, part.mark, part.summary))
                bodies.append((self._body, zlib.crc32(part.said), part.said, part.record))
                if part.supersedes:
                    links.append((part.id, part.supersedes, read.path))
            problems = _pack(read.problems) if read.problems else None
            wires.append((read.path, read.stamp, read.digest, read.state, _pack(parts), problems))
        self._db.executemany("UPDATE wire SET stamp=? WHERE path=?", again)
        self._db.executemany("INSERT INTO wire VALUES (?,?,?,?,?,?)", wires)
        self._db.executemany("INSERT INTO release VALUES (?,?,?,?,?,?)", releases)
        self._db.executemany("INSERT INTO body VALUES (?,?,?,?)", bodies)
        self._db.executemany("INSERT OR REPLACE INTO link VALUES (?,?,?)", links)
        return passing

    def _is_known(self, path: str) -> bool:
        return bool(self._one("SELECT EXISTS (SELECT 1 FROM wire WHERE path=?)", path))

    def states(self) -> dict[str, int]:
        """Return how many wires are in which state."""
        return dict(self._db.execute("SELECT state, count(*) FROM wire GROUP BY state ORDER BY state"))

    def refused(self) -> list[tuple[str, str]]:
        """Return (path, state) of the wires that hold nothing to publish."""
        query = "SELECT path, state FROM wire WHERE state NOT IN ('read', 'empty') ORDER BY path"
        return self._db.execute(query).fetchall()

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of all wires, by path."""
        for (packed,) in self._db.execute("SELECT problems FROM wire WHERE problems IS NOT NULL ORDER BY path"):
            yield from _problems(packed)

    # releases

    def claims(self) -> list[tuple[str, str, str]]:
        """Return (id, path that keeps it, path that claims it too) for every id that several files claim."""
        query = "SELECT id, min(path) FROM release GROUP BY id HAVING count(*) > 1"
        twice = dict(self._db.execute(query))
        return [
            (claimed, kept, path)
            for claimed, kept in sorted(twice.items())
            for (path,) in self._db.execute(
                "SELECT path FROM release WHERE id=? AND path>? ORDER BY path", (claimed, kept)
            )
        ]

    def digests(self) -> dict[str, str]:
        """Return id → SHA-256 of the wire's file, in hexadecimal, of every release."""
        query = "SELECT id, digest FROM release JOIN wire USING (path) ORDER BY id, path DESC"
        return {release: digest[:32].hex() for release, digest in self._db.execute(query)}

    def summaries(self) -> Iterator[tuple[Summary, int]]:
        """Yield (summary, number of its body) of every release by date and id; those without a date come first."""
        for mark, body, packed in self._db.execute("SELECT mark, body, summary FROM release ORDER BY sort, id, path"):
            yield unpack(whole(mark, packed)), body

    def size(self) -> int:
        """Return the number of releases, withdrawn ones included."""
        return self._one("SELECT count(*) FROM release")

    def summary(self, release: str) -> Summary | None:
        """Return the summary of one release."""
        query = "SELECT summary FROM release WHERE id=? ORDER BY path LIMIT 1"
        row = self._db.execute(query, (release,)).fetchone()
        return unpack(row[0]) if row else None

    def links(self) -> list[tuple[str, str]]:
        """Return (id, id of the release that it supersedes), sorted."""
        return self._db.execute("SELECT DISTINCT src, dst FROM link ORDER BY src, dst").fetchall()

    def record(self, body: int) -> bytes:
        """Return a record as its JSON line; whoever reads it compares its digest."""
        row = self._db.execute("SELECT record FROM body WHERE n=?", (body,)).fetchone()
        if row is None:
            raise DamagedError
        return bytes(row[0])

    def many_records(self, bodies: Sequence[int]) -> list[bytes]:
        """Return records, as `record` does, by few queries."""
        found: dict[int, bytes] = {}
        for start in range(0, len(bodies), _AT_ONCE):
            some = bodies[start : start + _AT_ONCE]
            query = f"SELECT n, record FROM body WHERE n IN ({','.join('?' * len(some))})"  # noqa: S608
            found.update(self._db.execute(query, some).fetchall())
        if not found.keys() >= set(bodies):
            raise DamagedError
        return [found[n] for n in bodies]

    def said(self, bodies: Sequence[int]) -> list[bytes]:
        """Return the packed words that people's pages quote from releases."""
        found: dict[int, bytes] = {}
        for start in range(0, len(bodies), _AT_ONCE):
            some = bodies[start : start + _AT_ONCE]
            room = 1 << (len(some) - 1).bit_length()  # few lengths: SQLite keeps a query that it has prepared
            query = f"SELECT n, said, mark FROM body WHERE n IN ({','.join('?' * room)})"  # noqa: S608
            for n, packed, mark in self._db.execute(query, [*some, *[None] * (room - len(some))]):
                found[n] = whole(mark, packed)
        if not found.keys() >= set(bodies):
            raise DamagedError
        return [found[n] for n in bodies]


def remove(file: Path) -> None:
    """Delete a catalog and what SQLite leaves beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
