"""Files of the site: written whole or not at all, and left alone where they hold the same bytes."""

from __future__ import annotations

import os
import shutil

TEMPORARY = ".~"
"""What the name of a file begins with until it is whole; a build that was killed may leave one, the next removes it."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0)

Stamp = tuple[int, int]
"""Size and mtime in ns."""


def put(root: str, file: str, data: bytes, *, compare: bool) -> tuple[Stamp, bool]:
    """Write a file below a folder; return its stamp and whether it was written.

    With `compare` a file that holds the same bytes is left as it is. Raises OSError where the disk refuses.
    """
    path = f"{root}/{file}"
    if compare:
        kept = _same(path, data)
        if kept is not None:
            return kept, False
    folder, _, name = path.rpartition("/")
    temporary = f"{folder}/{TEMPORARY}{name}"
    try:
        descriptor = os.open(temporary, _FLAGS, 0o666)
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(root, file, folder)
        descriptor = os.open(temporary, _FLAGS, 0o666)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, data[written:])
        info = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    _rename(temporary, path)
    return (info.st_size, info.st_mtime_ns), True


def _make_folder(root: str, file: str, path: str) -> None:
    """Make the folder that a file needs, and those above it; a file that stands in the way of one is removed."""
    try:
        os.mkdir(path)
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
        _clear_way(root, file)


def _clear_way(root: str, file: str) -> None:
    folder = root
    for part in file.split("/")[:-1]:
        folder = f"{folder}/{part}"
        if os.path.islink(folder) or (os.path.lexists(folder) and not os.path.isdir(folder)):
            os.unlink(folder)
    os.makedirs(folder, exist_ok=True)


def remove(path: str) -> None:
    """Remove a file, a link or a whole folder; what is gone already is gone."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
        return
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


def _rename(temporary: str, path: str) -> None:
    try:
        os.rename(temporary, path)
    except IsADirectoryError:
        shutil.rmtree(path)
        os.rename(temporary, path)


def _same(path: str, data: bytes) -> Stamp | None:
    """Return the stamp of a regular file that holds the same bytes, else None."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        info = os.fstat(descriptor)
        if info.st_size != len(data) or os.read(descriptor, len(data) + 1) != data:
            return None
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return info.st_size, info.st_mtime_ns
