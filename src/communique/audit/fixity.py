"""Whether wires are still the bytes that were published: their digests against those of the ledger, read from disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from communique.ingest.ledger import read_ledger
from communique.ingest.scan import Found, scan
from communique.ledger import FILE, Line, parse
from communique.problems import Problem
from communique.urls import release_id


def edited(archive: Path) -> list[Problem]:
    """Return a problem for each wire whose bytes are not those of which the ledger keeps the digest.

    That goes for its old names too: the places of a text that is not the same are not where readers are led.
    """
    text, _ = read_ledger(archive)
    lines, _ = parse(text or "")
    digests = {line.address.split("/")[1]: line for line in lines.values() if line.sha256 and _is_release(line.address)}
    wires = {_id(wire): wire for wire in reversed(scan(archive).wires)} if digests else {}  # of two, the first is built
    lost = {name for name in digests if name.partition(".")[0] not in wires}  # parts stand in the file of the first
    kept = [(wire, digests[name]) for name, wire in wires.items() if name in digests]
    found = [_edited(wire.path, line) for wire, line in kept if _differs(archive, wire, line)]
    for wire in wires.values() if lost else ():
        old = [name for name in lost.intersection(_was(archive, wire)) if _differs(archive, wire, digests[name])]
        found += [_another_text(wire.path, name, digests[name]) for name in old]
    return found


def _differs(archive: Path, wire: Found, line: Line) -> bool:
    """Whether a wire is not the one of which a line of the ledger keeps the digest."""
    return _digest(archive / wire.path) not in {line.sha256, ""}


def _id(wire: Found) -> str:
    return release_id(wire.path.rpartition("/")[2].rpartition(".")[0], "")


def _is_release(address: str) -> bool:
    return address.startswith("releases/") and address.count("/") == 2


def _was(archive: Path, wire: Found) -> tuple[str, ...]:
    """Return the old ids that a wire's sidecar names; none where it cannot be read, which the build says."""
    from communique.ingest.wires import given_by  # it loads the parser

    path = f"{wire.path[:-4]}.yml"
    if not wire.sidecar:
        return ()
    try:
        data = (archive / path).read_bytes()
    except OSError:
        return ()
    given = given_by(data, path)[0] if b"was" in data else None
    return given.was if given else ()


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


def _another_text(path: str, old: str, line: Line) -> Problem:
    return Problem(
        code="another-text",
        severity="warning",
        file=f"{path[:-4]}.yml",
        message=f"'was: {old}' leads to another text than was published as '{old}': see line {line.number} of {FILE}.",
        hint=f"Put the old wire back and write 'supersedes: {old}' instead: links to its paragraphs stay right then.",
    )
