"""A few releases with their neighbours in the order of all listings, without a look at the others."""

from __future__ import annotations

import sqlite3

from communique.catalog.summary import Summary, unpack

_AT = "SELECT sort, id, path, body, summary FROM release WHERE path=? ORDER BY sort, id"
_OTHER = "SELECT body, summary FROM release WHERE (sort, id, path)"
_BEFORE = f"{_OTHER} < (?, ?, ?) ORDER BY sort DESC, id DESC, path DESC LIMIT 1"
_BEHIND = f"{_OTHER} > (?, ?, ?) ORDER BY sort, id, path LIMIT 1"


class Around:
    """The table `release` of an open catalog, looked up."""

    _db: sqlite3.Connection

    def around(self, path: str) -> list[tuple[str, list[tuple[Summary, int]]]]:
        """Return the id of each release of a wire, and that release between its neighbours, as `summaries` has them."""
        found = []
        for sort, release, _, body, summary in self._db.execute(_AT, (path,)).fetchall():
            place = sort, release, path
            before = self._db.execute(_BEFORE, place).fetchall()
            behind = self._db.execute(_BEHIND, place).fetchall()
            rows = [*before, (body, summary), *behind]
            found.append((release, [(unpack(packed), number) for number, packed in rows]))
        return found
