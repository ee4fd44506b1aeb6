"""Payload → bag: the tag files of BagIt 1.0 (RFC 8493), with SHA-512."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.rfc-editor.org/rfc/rfc8493")
MANIFEST = "manifest-sha512.txt"
_EVERY = 100
"""Progress is told once in so many files."""


def seal(bag: Path, labels: Sequence[tuple[str, str]], tell: Callable[[int, int], None]) -> None:
    """Write the tag files of a bag whose payload lies in `data/`; `labels` are elements of its `bag-info.txt`.

    The bag's identifier is made of its manifest: the same payload has the same one. `tell` is called with the number
    of files that are done, and of all.
    """
    count = size = 0
    total = sum(1 for _ in _files(bag, "data"))
    with (bag / MANIFEST).open("w", encoding="utf-8", newline="\n") as manifest:
        for count, path in enumerate(_files(bag, "data"), 1):
            manifest.write(_line(bag, path))
            size += (bag / path).stat().st_size
            if count % _EVERY == 0 or count == total:
                tell(count, total)
    name = uuid.uuid5(_SPACE, _digest(bag / MANIFEST))
    info = [*labels, ("External-Identifier", f"urn:uuid:{name}"), ("Payload-Oxum", f"{size}.{count}")]
    _put(bag / "bagit.txt", _DECLARATION)
    _put(bag / "bag-info.txt", "".join(f"{label}: {_one_line(value)}\n" for label, value in sorted(info)))
    tags = ["bag-info.txt", "bagit.txt", MANIFEST]
    _put(bag / "tagmanifest-sha512.txt", "".join(_line(bag, tag) for tag in tags))


def strangers(bag: Path) -> Iterator[str]:
    """Yield the files in a bag's payload that its manifest does not name: somebody put them there."""
    try:
        lines = (bag / MANIFEST).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        lines = []
    named = {line.partition("  ")[2] for line in lines}
    for path in _files(bag, "data"):
        if _encoded(path) not in named:
            yield path


def _files(bag: Path, folder: str) -> Iterator[str]:
    """Yield the paths of all files in a folder of the bag, in one order on every machine."""
    for base, inner, names in os.walk(bag / folder):
        inner.sort()
        for name in sorted(names):
            yield Path(base, name).relative_to(bag).as_posix()


def _line(bag: Path, path: str) -> str:
    return f"{_digest(bag / path)}  {_encoded(path)}\n"


def _encoded(path: str) -> str:
    """Return a path with the three characters encoded that RFC 8493 (2.1.3) has encoded, and no others."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha512").hexdigest()


def _one_line(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _put(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
