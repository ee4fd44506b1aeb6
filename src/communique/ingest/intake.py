"""What changed in an archive since its catalog was written, and taking it in: what a build and an export begin with."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from communique.catalog.store import Catalog
from communique.ingest import content, reading, scan
from communique.output import keys
from communique.problems import Problem


class Intake:
    """The content of an archive as it lies there now, and orders for the wires that must be read (again)."""

    def __init__(self, archive: Path, catalog: Catalog) -> None:
        """Look at the archive's files, beside what an open catalog remembers of them."""
        self._archive = archive
        self.code = keys.code()
        same_code = catalog.get("code") == self.code
        self.content = content.load(archive, catalog.get("content") if same_code else b"")
        self._scanned = time.time_ns()
        self.listing = scan.scan(archive)
        self._key = keys.kind_key(self.code, repr(self.content.sentences).encode())
        known = catalog.known() if catalog.get("parse key") == self._key else {}
        scanned = int.from_bytes(catalog.get("scanned"), "little")
        self.orders = reading.changed(self.listing.wires, known, scanned)
        self.gone = sorted(known.keys() - {wire.path for wire in self.listing.wires})

    def forget_wires(self) -> None:
        """Let go of the lists of wires, which are as long as the archive; whoever streams it needs them no more."""
        self.orders.clear()
        self.listing.wires.clear()

    def shards(self) -> Iterator[reading.Shard]:
        """Yield the arguments of `reading.read_shard`."""
        return reading.shards(str(self._archive), self.content.sentences, self.orders, self.listing.wires)

    def take(self, catalog: Catalog, results: Iterable[bytes], tell: Callable[[int], None]) -> list[Problem]:
        """Bring the catalog up to date with what was read of the shards; return the problems that pass.

        `tell` is called with the number of wires that are done.
        """
        catalog.begin()
        if catalog.get("parse key") != self._key:
            catalog.forget_wires()
        catalog.remove_wires(self.gone)
        passing = reading.take_in(catalog, results, tell)
        catalog.put("parse key", self._key)
        catalog.put("code", self.code)
        catalog.put("content", self.content.remembered)
        catalog.put("scanned", self._scanned.to_bytes(8, "little"))
        catalog.commit()
        return passing
