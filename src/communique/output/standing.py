"""What stands published: pages by digest, and whether files and folders are as the last build left them.

A page may have several files. The catalog keeps a seal of them: size and mtime of each, then the SHA-256 of each.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial

from communique.output.aside import Aside
from communique.output.write import remove
from communique.urls import beside

_PAIR = struct.Struct("<2q")
_pair = _PAIR.pack
_STAMP, _DIGEST = _PAIR.size, 32
_SEAL = _STAMP + _DIGEST
"""Bytes that a seal has for each file."""
_KIND, _REGULAR, _FOLDER = 0o170000, stat.S_IFREG, stat.S_IFDIR

Pages = dict[str, tuple[bytes, bytes]]
"""File of each page → its digest, and the seal of its files."""

Seals = Mapping[str, list[tuple[str, bytes]]]
"""Group → (file of a page, seal of its files)."""


def sealed(stamps: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return the seal of a page's files, each given with size, mtime in ns and SHA-256."""
    listed = list(stamps)
    return b"".join([_pair(size, mtime) for size, mtime, _ in listed] + [digest for _, _, digest in listed])


def files_in(seal: bytes) -> int:
    """Return the number of a page's files."""
    return len(seal) // _SEAL


def sizes(seal: bytes) -> tuple[int, ...]:
    """Return the bytes of each of a page's files."""
    return _sizes(len(seal) // _SEAL)(seal)


@cache
def _sizes(files: int) -> Callable[[bytes], tuple[int, ...]]:
    return struct.Struct("<" + "q8x" * files).unpack_from


def digests(seal: bytes) -> bytes:
    """Return the SHA-256 of each of a page's files, one after the other."""
    return seal[len(seal) // 3 :]


Seen = tuple[set[str], list[str]]
"""Pages of which a file is not as published, and folders that somebody touched."""


class Looking:
    """What is published, and whether it is as the last build left it; a look at all of it, once it is asked for."""

    def __init__(self, root: str, pages: Pages, folders: Mapping[str, int] | None, *, trusted: bool = False) -> None:
        """Know what was published below a folder; without `folders`, nobody looks for what stands beside pages.

        Where `trusted`, nobody looks at all.
        """
        self.pages = pages
        self._root = root
        self.folders = folders
        self._aside: Aside | None = None
        if trusted:
            self.seen = set(), []

    def begin(self) -> None:
        """Begin to look, by a process aside, while this one goes on."""
        self._aside = Aside(partial(look, self._root, self.pages, self.folders))

    @cached_property
    def seen(self) -> Seen:
        """What is no longer as it was published; waits for the end of the look."""
        if self._aside is None:
            return look(self._root, self.pages, self.folders)
        found: Seen = self._aside.first.result()
        return found

    @property
    def broken(self) -> set[str]:
        """Pages of which a file is not as it was published."""
        return self.seen[0]

    @property
    def touched(self) -> list[str]:
        """Folders that somebody touched."""
        return self.seen[1]

    @property
    def whole(self) -> bool:
        """Whether something was published, and every page of it is as it was."""
        return bool(self.pages) and not self.broken

    def close(self) -> None:
        """Let go of the process, whether it has ended or not."""
        if self._aside is not None:
            self._aside.shutdown()


def look(root: str, pages: Pages, folders: Mapping[str, int] | None) -> Seen:
    """Return what is no longer as it was published."""
    other = [] if folders is None else touched(root, folders)  # first: it removes links, behind which pages seem whole
    return {file for file, (_, seal) in pages.items() if not holds(root, file, seal)}, other


def holds(root: str, file: str, seal: bytes) -> bool:
    """Whether the files of a page are there as published, by size and mtime."""
    found = b""
    for name in beside(file) if len(seal) > _SEAL else (file,):
        try:
            info = os.lstat(f"{root}/{name}")
        except OSError:
            return False
        if info.st_mode & _KIND != _REGULAR:
            return False
        found += _pair(info.st_size, info.st_mtime_ns)
    return found == seal[: len(seal) // 3]


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


def _unlink_links(root: str) -> None:
    for base, folders, _ in os.walk(root):
        for name in folders:
            path = f"{base}/{name}"
            if os.path.islink(path):
                os.unlink(path)
