"""What stands published: pages by digest, and whether files and folders are as the last build left them."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable, Mapping

import msgspec

from communique.output.executors import Aside
from communique.output.write import Stamp, remove

BESIDE = ("record.json", "wire.txt")
"""Files that are written beside the page of a release."""

_PAIR = struct.Struct("<2q")
_pair = _PAIR.pack
STAMP = _PAIR.size
"""Bytes of one packed stamp."""
_KIND, _REGULAR, _FOLDER = 0o170000, stat.S_IFREG, stat.S_IFDIR

Pages = Mapping[str, tuple[bytes, bytes]]
"""File of each page → its digest, and the stamps of its files as `packed` gives them."""


def packed(stamps: Iterable[Stamp]) -> bytes:
    """Return the stamps of a page's files as the catalog keeps them."""
    return b"".join([_pair(size, mtime) for size, mtime in stamps])


def sizes(stamps: bytes) -> int:
    """Return the bytes of a page's files."""
    return sum([size for size, _ in _PAIR.iter_unpack(stamps)])


def look(root: str, pages: Pages, folders: Mapping[str, int]) -> bytes:
    """Return, packed, the pages of which a file is not as published, and the folders that somebody touched."""
    broken = [file for file, (_, stamps) in pages.items() if not holds(root, file, stamps)]
    return msgspec.msgpack.encode((broken, touched(root, folders)))


class Looking:
    """`look`, done by a process aside while this one goes on."""

    def __init__(self, root: str, pages: Pages, folders: Mapping[str, int]) -> None:
        self._aside = Aside(look, [(root, pages, folders)])

    def seen(self) -> tuple[set[str], list[str]]:
        """Wait for the end; return what `look` found."""
        return msgspec.msgpack.decode(self._aside.results()[0], type=tuple[set[str], list[str]])

    def close(self) -> None:
        """Let go of the process, whether it has ended or not."""
        self._aside.close()


def holds(root: str, file: str, stamps: bytes) -> bool:
    """Whether the files of a page are there as published, by size and mtime."""
    found = b""
    for name in _files(file) if len(stamps) > STAMP else (file,):
        try:
            info = os.lstat(f"{root}/{name}")
        except OSError:
            return False
        if info.st_mode & _KIND != _REGULAR:
            return False
        found += _pair(info.st_size, info.st_mtime_ns)
    return found == stamps


def touched(root: str, folders: Mapping[str, int]) -> list[str]:
    """Return the folders, given with their mtime, that changed or are gone; links in their place are removed.

    Where no folder is known, links in the place of any folder are.
    """
    if not folders:
        _unlink_links(root)
    found = []
    for folder, mtime in folders.items():
        path = f"{root}/{folder}" if folder else root
        try:
            info = os.lstat(path)
        except OSError:
            found.append(folder)
            continue
        if info.st_mtime_ns != mtime or info.st_mode & _KIND != _FOLDER:
            found.append(folder)
            if folder and info.st_mode & _KIND != _FOLDER:
                remove(path)
    return found


def _files(file: str) -> tuple[str, ...]:
    folder = file.removesuffix("index.html")
    return (file, *[folder + name for name in BESIDE])


def _unlink_links(root: str) -> None:
    for base, folders, _ in os.walk(root):
        for name in folders:
            path = f"{base}/{name}"
            if os.path.islink(path):
                os.unlink(path)
