"""What an archive holds already: wires by their bytes, and the names that are or were taken."""

from __future__ import annotations

import hashlib
from pathlib import Path

from communique.accession import naming
from communique.ingest.ledger import read_ledger, withdrawn_alone
from communique.ingest.scan import Listing
from communique.ledger import parse
from communique.urls import release_id


class There:
    """An archive as new wires find it; it grows with what is noted and claimed."""

    def __init__(self, archive: Path, listing: Listing) -> None:
        """Know an archive by its files and its ledger; `problems` are those of the ledger."""
        self._archive = archive
        self._sizes: dict[int, list[str]] = {}
        for wire in listing.wires:
            self._sizes.setdefault(wire.size, []).append(wire.path)
        self._new: dict[bytes, str] = {}
        text, self.problems = read_ledger(archive)
        lines, _ = parse(text or "")
        published = {line.address.split("/")[1]: line.sha256 for line in lines.values() if _is_release(line.address)}
        self._withdrawn = withdrawn_alone(archive, listing)[0]
        self._files = {release_id(_stem(wire.path), "") for wire in listing.wires} | set(map(_stem, listing.other))
        self._taken = self._files | {release.partition(".")[0] for release in published}
        self._former = {digest: release for release, digest in published.items() if digest and "." not in release}

    def same(self, data: bytes) -> str:
        """Return the wire that has these very bytes, or had them and was withdrawn; empty where none does."""
        for path in self._sizes.get(len(data), ()):
            if self._bytes(path) == data:
                return path
        sha256 = hashlib.sha256(data)
        former = self._former.get(sha256.hexdigest(), "")
        return self._new.get(sha256.digest(), "") or (f"{former} (withdrawn)" if former in self._withdrawn else "")

    def note(self, data: bytes, name: str) -> None:
        """Note the bytes of a wire that is to be added."""
        self._new[hashlib.sha256(data).digest()] = name

    def claim(self, sha256: str, name: str) -> str:
        """Return the name of a new wire, taken from now on: that under which the ledger knows it, or a free one."""
        former = self._former.get(sha256)
        claimed = former if former and former not in self._files else naming.free(name, self._taken)
        self._taken.add(claimed)
        self._files.add(claimed)
        return claimed

    def _bytes(self, path: str) -> bytes | None:
        try:
            return (self._archive / path).read_bytes()
        except OSError:
            return None


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _is_release(address: str) -> bool:
    return address.startswith("releases/") and address.count("/") == 2
