"""The catalog as commands beside the build read it: what is there, without making, mending or changing anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from communique.catalog.store import Catalog

_PATIENCE = 2.0
"""Seconds to wait for a build that is writing just now."""


def peek(file: Path) -> Catalog | None:
    """Return the catalog in a file, open for reading; None where there is none, none of use, or a build holds it."""
    if not file.is_file():
        return None
    try:
        return _Peek(file)
    except (sqlite3.Error, ValueError):
        return None


class _Peek(Catalog):
    """A catalog that cannot be written. Raises `sqlite3.Error` or ValueError where it is of no use."""

    def __init__(self, file: Path) -> None:
        address = f"file:{quote(str(file.absolute()))}?mode=ro"
        self._db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
        try:
            if not self._usable():
                raise ValueError
        except BaseException:
            self.close()
            raise
