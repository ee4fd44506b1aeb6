"""One wire file → its text and where it came from, or its records; for `communique parse` and `explain` too."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from communique.ingest.decode import decode, first_odd_line
from communique.problems import Problem, in_line
from communique.records import assemble
from communique.records.assemble import Origin
from communique.records.model import RecordProblem, Release
from communique.records.sidecar import Sidecar, sidecar
from communique.text import Places, reading
from communique.urls import release_id

Sentences = tuple[tuple[str, str], ...]


class Wire(msgspec.Struct, frozen=True):
    """A wire as it was read."""

    text: str
    origin: Origin
    encoding: str


def open_wire(file: Path) -> tuple[Wire | None, list[Problem]]:
    """Return the wire in a file, or None and the problem of reading it; the path is relative to its archive."""
    path = _relative(file)
    data, problems = _bytes(file, path)
    return (None, problems) if data is None else wire(data, path)


def read_wire(file: Path) -> tuple[list[Release], list[Problem]]:
    """Return the records of a wire file with its sidecar applied, and the problems of files and records."""
    found, problems = open_wire(file)
    if found is None:
        return [], problems
    path = found.origin.path[: -len(file.suffix)] + ".yml"
    given = None
    beside = file.with_suffix(".yml")
    if beside.is_file():
        data, wrong = _bytes(beside, path)
        given, more = (None, []) if data is None else given_by(data, path)
        problems += wrong + more
    records, wrong = assemble.read(found.text, found.origin, (), given, path)
    return records, [*problems, *wrong, *doubts(records, found.text)]


def wire(data: bytes, path: str, sha256: str = "") -> tuple[Wire | None, list[Problem]]:
    """Return the wire that bytes hold; None and a problem where they are binary.

    `sha256` is their digest, where it is known already.
    """
    decoded = decode(data)
    if decoded is None:
        return None, [_binary(path)]
    sha256 = sha256 or hashlib.sha256(data).hexdigest()
    stem = path.rpartition("/")[2].rpartition(".")[0]
    claimed = release_id(stem, sha256)
    problems = [] if claimed == stem else [_odd_name(path, claimed)]
    if decoded.encoding.startswith("cp"):
        problems.append(_odd_encoding(path, decoded.encoding, first_odd_line(data)))
    return Wire(decoded.text, Origin(stem=claimed, path=path, sha256=sha256), decoded.encoding), problems


def given_by(data: bytes, path: str) -> tuple[Sidecar | None, list[Problem]]:
    """Return what the bytes of a sidecar give, and its problems."""
    decoded = decode(data)
    if decoded is None:
        return None, [_binary(path)]
    return sidecar(decoded.text, path)


def doubts(records: list[Release], text: str) -> list[Problem]:
    """Return the records' problems with the lines that they are about."""
    if not any(record.problems for record in records):
        return []
    places = Places(reading(text))
    return [_placed(problem, record.path, places) for record in records for problem in record.problems]


def _placed(found: RecordProblem, path: str, places: Places) -> Problem:
    fields = {name: getattr(found, name) for name in ("code", "severity", "message", "hint")}
    return in_line(places, found.line, found.column, 1, file=path, **fields)


def unreadable(path: str, why: str) -> Problem:
    """Return the problem of a file that cannot be read."""
    hint = "Mend its permissions, or remove it; it is not published."
    message = f"This file cannot be read: {why}."
    return Problem(code="unreadable", severity="warning", file=path, message=message, hint=hint)


def _bytes(file: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    try:
        return file.read_bytes(), []
    except OSError as error:
        return None, [unreadable(path, error.strerror or str(error))]


def _relative(file: Path) -> str:
    """Return the path from the archive that holds the file under `content/`; outside one, the file's name."""
    parts = file.absolute().parts
    for n in range(len(parts) - 2, 0, -1):
        if parts[n] == "content" and parts[n + 1] == "wires":
            return "/".join(parts[n:])
    return file.name


def _binary(path: str) -> Problem:
    hint = "Save it as plain text in UTF-8, or remove it; it is not published."
    message = "This is not a text in UTF-8, UTF-16 with a byte order mark, Windows-1251 or Windows-1252."
    return Problem(code="binary", severity="warning", file=path, message=message, hint=hint)


def _odd_name(path: str, claimed: str) -> Problem:
    return Problem(
        code="odd-name",
        severity="warning",
        file=path,
        message=f"The name cannot be an address as it is; the release is published as '{claimed}'.",
        hint=f"Rename the file to '{claimed}.txt'; names may hold a-z, 0-9 and single hyphens.",
    )


def _odd_encoding(path: str, encoding: str, line: int) -> Problem:
    name = f"Windows-{encoding[2:]}"
    return Problem(
        code="odd-encoding",
        severity="note",
        file=path,
        line=line,
        column=1,
        message=f"This line is not UTF-8; the file is read as {name}.",
        hint="If letters come out wrong, save the file as UTF-8.",
    )
