"""Checksums of everything published, as `sha256sum -c` reads them from the site's root.

`SHA256SUMS` names every file but those of releases, people and the search index, and the lists in `sums/` that name
these: a release's files stand in the list of its month, people's in that of their first letter. So a change rewrites
its own lists and the root's, however large the archive is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.listing.model import Page
from communique.urls import beside

KIND = "sums"
ROOT = "SHA256SUMS"
FOLDER = "sums"
_DIGEST = 32

Sealed = tuple[str, bytes]
"""(first of the files that are made as one, SHA-256 of each of them one after the other)."""


def page(group: str, entries: Sequence[Sealed]) -> Page:
    """Return the list of a group of files; of the root where the group has no name."""
    return Page(file_of(group), KIND, _encode(sorted(entries)), public=False)


def of_search(part: str, state: str) -> Page:
    """Return the list of a part of the search index; a worker reads its files, and `state` says when again."""
    return Page(f"{FOLDER}/search-{part or 'interface'}.sha256", "search-sums", _encode((part, state)), public=False)


def file_of(group: str) -> str:
    """Return the file that lists a group."""
    return f"{FOLDER}/{group}.sha256" if group else ROOT


def rendered(body: bytes) -> bytes:
    """Return the list that a page of this kind stands for."""
    return listed((name, digest.hex()) for file, packed in _entries(body) for name, digest in _each(file, packed))


def listed(files: Iterator[tuple[str, str]]) -> bytes:
    """Return (name, SHA-256 in hexadecimal) as lines, by name."""
    return "".join([_line(name, digest) for name, digest in sorted(files)]).encode()


def parse(text: str) -> list[tuple[str, str]]:
    """Return (name, SHA-256 in hexadecimal) of each line; a line of another form is left out."""
    found = []
    for line in text.split("\n"):
        escaped = line.startswith("\\")
        digest, mark, name = line[escaped:].partition("  ")
        if mark and len(digest) == 2 * _DIGEST:
            found.append((_unescaped(name) if escaped else name, digest.lower()))
    return found


def _each(file: str, packed: bytes) -> Iterator[tuple[str, bytes]]:
    digests = [packed[at : at + _DIGEST] for at in range(0, len(packed), _DIGEST)]
    return zip(beside(file), digests, strict=False)  # an index.html that is no release's stands alone


def _line(name: str, digest: str) -> str:
    """Return one line; GNU's way to write a name with a line end or backslash in it."""
    if "\\" in name or "\n" in name or "\r" in name:
        name = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        return f"\\{digest}  {name}\n"
    return f"{digest}  {name}\n"


def _unescaped(name: str) -> str:
    parts = name.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)


_encode = msgspec.msgpack.Encoder().encode
_entries = msgspec.msgpack.Decoder(list[Sealed]).decode
