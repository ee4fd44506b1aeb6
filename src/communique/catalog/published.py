"""What the catalog remembers of the site: pages by digest, their files by seal, folders by mtime."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


class Published:
    """The tables `page` and `folder` of an open catalog."""

    _db: sqlite3.Connection

    def pages(self) -> dict[str, tuple[bytes, bytes]]:
        """Return file → (digest, seal of its files: size and mtime of each, then SHA-256 of each) of every page."""
        return {
            file: (digest, files) for file, digest, files in self._db.execute("SELECT file, digest, files FROM page")
        }

    def put_pages(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Remember published pages."""
        self._db.executemany("INSERT OR REPLACE INTO page VALUES (?,?,?)", rows)

    def drop_pages(self, files: Iterable[str]) -> None:
        """Forget pages that are no longer published."""
        self._db.executemany("DELETE FROM page WHERE file=?", [(file,) for file in files])

    def folders(self) -> dict[str, int]:
        """Return path → mtime of every folder of the output."""
        return dict(self._db.execute("SELECT path, mtime FROM folder"))

    def put_folders(self, rows: Iterable[tuple[str, int]]) -> None:
        """Remember folders of the output."""
        self._db.executemany("INSERT OR REPLACE INTO folder VALUES (?,?)", rows)

    def drop_folders(self, paths: Iterable[str]) -> None:
        """Forget folders that are gone."""
        self._db.executemany("DELETE FROM folder WHERE path=?", [(path,) for path in paths])

    def forget_pages(self) -> None:
        """Forget everything that was published."""
        self._db.execute("DELETE FROM page")
        self._db.execute("DELETE FROM folder")
