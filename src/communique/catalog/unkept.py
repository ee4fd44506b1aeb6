"""The catalog of a build that keeps nothing: what is remembered counts, what is learnt is undone."""

from __future__ import annotations

from pathlib import Path

from communique.catalog.store import Catalog


class Unkept(Catalog):
    """The catalog in a file, or an empty one in memory where there is none or none of use; the file stays as it is."""

    def __init__(self, file: Path, *, clean: bool = False) -> None:
        super().__init__(file if file.is_file() and not clean else None)

    def _start_again(self) -> None:
        self._file = None
        super()._start_again()

    def begin(self) -> None:
        """Begin the one transaction, which `close` undoes."""
        if not self._db.in_transaction:
            super().begin()

    def commit(self) -> None:
        """Keep nothing."""
