"""The checksums of a part of the search index, whose files only Pagefind knows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import msgspec

from communique.exports.sums import listed

_FOLDER = "pagefind"


def rendered(output: str, body: bytes) -> bytes:
    """Return the list of one part, read from the site in a folder; see `exports.sums.of_search`."""
    part, _ = msgspec.msgpack.decode(body, type=tuple[str, str])
    names = _below(output, f"{_FOLDER}/{part}") if part else _inside(output, _FOLDER)
    return listed((name, _digest(f"{output}/{name}")) for name in names)


def _inside(output: str, folder: str) -> Iterator[str]:
    return (f"{folder}/{entry.name}" for entry in os.scandir(f"{output}/{folder}") if entry.is_file())


def _below(output: str, folder: str) -> Iterator[str]:
    yield from _inside(output, folder)
    for entry in os.scandir(f"{output}/{folder}"):
        if entry.is_dir():
            yield from _below(output, f"{folder}/{entry.name}")


def _digest(path: str) -> str:
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
