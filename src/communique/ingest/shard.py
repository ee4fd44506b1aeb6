"""The reading half of the work that goes to workers: paths in; stamps, digests, summaries and records out.

A worker opens files of `content/`, nothing else. Whatever goes wrong with one wire is a problem of that wire.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path

import msgspec

from communique.catalog.store import Part, Read
from communique.catalog.summary import summarise
from communique.ingest import wires
from communique.ingest.scan import Order, stamp
from communique.pages.release_view import fragments
from communique.problems import Problem
from communique.records import assemble, encode
from communique.records.model import Release
from communique.records.sidecar import Sidecar
from communique.wire.layout import Segment

_pack = msgspec.msgpack.Encoder().encode
_TRIES = 3


def read_shard(archive: str, sentences: wires.Sentences, orders: list[Order]) -> bytes:
    """Return, packed, what became of each ordered wire, in the order of the orders."""
    return _pack([_read(archive, sentences, order) for order in orders])


def _read(archive: str, sentences: wires.Sentences, order: Order) -> Read:
    path = order.path
    beside = f"{path[:-4]}.yml"
    try:
        mark, data = _steady(f"{archive}/{path}")
        side_mark, side = _steady(f"{archive}/{beside}") if order.sidecar else (b"", b"")
    except OSError as error:
        return Read(path, "unreadable", problems=[wires.unreadable(path, error.strerror or str(error))])
    if data is None or side is None:
        return Read(path, "changing", problems=[_changing(path)])
    sha256 = hashlib.sha256(data).digest()
    digest = sha256 + hashlib.sha256(side).digest() if order.sidecar else sha256
    if digest == order.known:
        return Read(path, "same", mark + side_mark, digest)
    wire, problems = wires.wire(data, path, sha256.hex())
    if wire is None:
        return Read(path, "binary", mark + side_mark, digest, [], problems)
    given = None
    if order.sidecar:
        given, wrong = wires.given_by(side, beside)
        problems += wrong
    records, wrong = _parsed(wire, sentences, given, beside)
    problems += wrong
    parts = [_part(record, wire.text) for record in records]
    problems += wires.doubts(records, wire.text)
    return Read(path, "read" if wire.text else "empty", mark + side_mark, digest, parts, problems)


def _steady(file: str) -> tuple[bytes, bytes | None]:
    """Return the stamp and the bytes of a file that does not change while it is read; no bytes where it does."""
    for _ in range(_TRIES):
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
        try:
            before = stamp(info := os.fstat(descriptor))
            data = os.read(descriptor, info.st_size + 1)
            while len(data) < info.st_size and (more := os.read(descriptor, info.st_size)):
                data += more
            if stamp(os.fstat(descriptor)) == before and len(data) == info.st_size:
                return before, data
        finally:
            os.close(descriptor)
    return b"", None


def _parsed(
    wire: wires.Wire, sentences: wires.Sentences, given: Sidecar | None, beside: str
) -> tuple[list[Release], list[Problem]]:
    """Return the records of a wire; where the parser itself fails, one plain record, so that nothing is lost."""
    try:
        return assemble.read(wire.text, wire.origin, sentences, given, beside)
    except Exception as error:
        origin = wire.origin
        segments = [Segment("paragraph", 0, len(wire.text))] if wire.text else []
        plain = Release(id=origin.stem, path=origin.path, sha256=origin.sha256, segments=segments)
        return [plain], [_failed(origin.path, error)]


def _part(record: Release, text: str) -> Part:
    line = encode.json_line(record)
    digest = hashlib.sha256(line).digest()[:16]
    summary, words = summarise(record, text, lambda offsets: fragments(record, text, offsets), digest)
    made = _pack(summary)
    return Part(record.id, record.date or "", zlib.crc32(made), made, _pack(words), line, record.supersedes)


def _changing(path: str) -> Problem:
    message = "This file changes while it is read; what was published before stays."
    hint = "Build again when it is complete."
    return Problem(code="changing", severity="warning", file=path, message=message, hint=hint)


def _failed(path: str, error: Exception) -> Problem:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    return Problem(
        code="parser-failed",
        severity="warning",
        file=path,
        message=f"The parser failed ({type(error).__name__} at {where}); the wire is published as plain text.",
        hint="Please report this with the wire: it is a fault of Communiqué.",
    )
