"""What the catalog remembers of chapters: the releases of a month as they were planned last."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator

import msgspec

from communique.catalog.damage import whole
from communique.catalog.summary import Summary, unpack

_AFTER = "~"
"""Sorts after everything that a day can hold."""


class Kept(msgspec.Struct, frozen=True):
    """A chapter as it was planned last."""

    numbers: bytes
    """Numbers of its releases' bodies; as no number is given twice, the same numbers are the same releases."""
    pages: bytes
    """Digest of what the pages of its releases depend on."""
    packed: bytes
    """The chapter itself."""


_MONTHS = """
SELECT substr(sort, 1, 7) AS month, CAST(group_concat(body) AS BLOB)
FROM (SELECT sort, path, body FROM release ORDER BY sort, id, path)
WHERE path NOT IN (SELECT value FROM json_each(?)) GROUP BY month ORDER BY month
"""


class Chapters:
    """The table `chapter` of an open catalog, and the table `release` as it is cut into chapters."""

    _db: sqlite3.Connection

    def months(self, without: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
        """Yield (ISO month, or empty for releases without a date; numbers of its releases' bodies), oldest first.

        Wires of the paths `without` are left out.
        """
        return self._db.execute(_MONTHS, (msgspec.json.encode(sorted(without)).decode(),))

    def summaries_of(self, month: str) -> list[tuple[Summary, int]]:
        """Return what `summaries` has of one ISO month; of the releases without a date where it is empty."""
        query = "SELECT mark, body, summary FROM release WHERE sort >= ? AND sort <= ? ORDER BY sort, id, path"
        return [
            (unpack(whole(mark, packed)), body)
            for mark, body, packed in self._db.execute(query, (month, month and month + _AFTER))
        ]

    def chapters(self) -> dict[str, Kept]:
        """Return month → chapter as it was planned last."""
        query = "SELECT month, numbers, pages, mark, packed FROM chapter"
        return {
            month: Kept(numbers, pages, whole(mark, packed))
            for month, numbers, pages, mark, packed in self._db.execute(query)
        }

    def put_chapters(self, rows: Iterable[tuple[str, Kept]]) -> None:
        """Remember chapters."""
        self._db.executemany(
            "INSERT OR REPLACE INTO chapter VALUES (?,?,?,?,?)",
            [(month, one.numbers, one.pages, zlib.crc32(one.packed), one.packed) for month, one in rows],
        )

    def drop_chapters(self, months: Iterable[str]) -> None:
        """Forget chapters."""
        self._db.executemany("DELETE FROM chapter WHERE month=?", [(month,) for month in months])

    def forget_chapters(self) -> None:
        """Forget all chapters."""
        self._db.execute("DELETE FROM chapter")
