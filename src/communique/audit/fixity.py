"""Whether wires are still the bytes that were published: their digests against those of the ledger, read from disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from communique.ingest.ledger import read_ledger
from communique.ingest.scan import scan
from communique.ledger import FILE, Line, parse
from communique.problems import Problem
from communique.urls import release_id


def edited(archive: Path) -> list[Problem]:
    """Return a problem for each wire whose bytes are not those of which the ledger keeps the digest."""
    text, _ = read_ledger(archive)
    lines, _ = parse(text or "")
    digests = {line.address.split("/")[1]: line for line in lines.values() if line.sha256 and _is_release(line.address)}
    found = []
    for wire in scan(archive).wires if digests else ():
        stem = wire.path.rpartition("/")[2].rpartition(".")[0]
        line = digests.get(release_id(stem, ""))
        if line and _digest(archive / wire.path) not in {line.sha256, ""}:
            found.append(_edited(wire.path, line))
    return found


def _is_release(address: str) -> bool:
    return address.startswith("releases/") and address.count("/") == 2


def _digest(file: Path) -> str:
    """Return the digest of a file; empty where it cannot be read, which the build says."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _edited(path: str, line: Line) -> Problem:
    return Problem(
        code="edited-wire",
        severity="warning",
        file=path,
        message=f"This wire is not the one that was published: line {line.number} of {FILE} keeps another digest.",
        hint="Put the old text back and what is wrong with it into the sidecar; links to its paragraphs may be off.",
    )
