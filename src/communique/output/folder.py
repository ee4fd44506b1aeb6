"""The output folder: ours as a whole, known by its marker; what the plan does not name is removed."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from communique.output.faults import FatalError, output_problem
from communique.output.write import TEMPORARY, Stamp, put, remove
from communique.problems import Problem

MARKER = ".communique"
BESIDE = ("record.json", "wire.txt")
"""Files that are written beside the page of a release."""
_TEXT = b"This folder is written by communique. Whatever its plan does not name is removed by the next build.\n"


def admit(output: Path, archive: Path) -> None:
    """Raise `FatalError` where a folder may not be written."""
    refused = _overlap(output, archive) or _refusal(output)
    if refused:
        raise FatalError(refused)


def _refusal(output: Path) -> Problem | None:
    """Return why a folder may not be written; None where it is ours, empty or not there yet."""
    if not output.exists() and not output.is_symlink():
        return None
    hint = "Choose another folder with --output, or empty this one; files of your own go into content/static/."
    if not output.is_dir():
        return Problem(
            code="not-ours", severity="error", file=str(output), message="The output is not a folder.", hint=hint
        )
    names = os.listdir(output)
    if MARKER in names or all(name.startswith(".") for name in names):
        return None
    other = sorted(name for name in names if not name.startswith("."))
    message = f"The output folder holds other things ({', '.join(other[:3])}{' …' if len(other) > 3 else ''})."
    return Problem(code="not-ours", severity="error", file=str(output), message=message, hint=hint)


def _overlap(output: Path, archive: Path) -> Problem | None:
    """Return why an output may not lie where it does: it would swallow the archive, or be swallowed by its content."""
    here, ours = output.resolve(), archive.resolve()
    if here != ours and here not in ours.parents and (ours / "content") not in (here, *here.parents):
        return None
    message = "The output folder holds the archive itself, or lies in its content."
    hint = "Choose another folder with --output."
    return Problem(code="not-ours", severity="error", file=str(output), message=message, hint=hint)


def claim(output: Path) -> bool:
    """Make the folder and put the marker into it; return whether nothing else is there yet. Raises `FatalError`."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        empty = not [name for name in os.listdir(output) if not name.startswith(".")]
        if not (output / MARKER).exists():
            put(str(output), MARKER, _TEXT, compare=False)
    except OSError as error:
        raise FatalError(output_problem(error, output)) from error
    return empty


def packed(stamps: Iterable[Stamp]) -> bytes:
    """Return the stamps of a page's files as the catalog keeps them."""
    return b"".join([_pair(size, mtime) for size, mtime in stamps])


def sizes(stamps: bytes) -> int:
    """Return the bytes of a page's files."""
    return sum([size for size, _ in _PAIR.iter_unpack(stamps)])


_PAIR = struct.Struct("<2q")
STAMP = _PAIR.size
"""Bytes of one packed stamp."""
_pair = _PAIR.pack
_KIND, _REGULAR = stat.S_IFMT(0o177777), stat.S_IFREG


def files_of(file: str, *, release: bool) -> tuple[str, ...]:
    """Return the files that are written with a page, its own first: those of a release, or just the page."""
    if not release:
        return (file,)
    folder = file.removesuffix("index.html")
    return (file, *[folder + name for name in BESIDE])


def holds(root: str, file: str, stamps: bytes) -> bool:
    """Whether the files of a page are there as published, by size and mtime; `stamps` as `packed` gives them."""
    found = b""
    for name in files_of(file, release=len(stamps) > STAMP):
        try:
            info = os.lstat(f"{root}/{name}")
        except OSError:
            return False
        if info.st_mode & _KIND != _REGULAR:
            return False
        found += _pair(info.st_size, info.st_mtime_ns)
    return found == stamps


def broken(root: str, pages: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """Return, as packed by msgpack, the pages of which a file is missing or was changed by somebody."""
    return msgspec.msgpack.encode([file for file, (_, stamps) in pages.items() if not holds(root, file, stamps)])


class Tree:
    """The folders of the output: which of them somebody else touched since the last build."""

    def __init__(self, output: Path, known: dict[str, int], others: tuple[str, ...] = ()) -> None:
        """Know an output by folder → mtime; `others` are folders at its top that somebody else keeps."""
        self.root = str(output)
        self._others = others
        self._known = known
        self._touched: set[str] = set()
        self.removed = 0

    def inspect(self) -> None:
        """Find known folders that changed or are gone; links in the place of folders are removed."""
        if not self._known:
            self._unlink_links()
        for folder, mtime in self._known.items():
            path = f"{self.root}/{folder}" if folder else self.root
            try:
                info = os.lstat(path)
            except OSError:
                self._touched.add(folder)
                continue
            if info.st_mtime_ns != mtime or not stat.S_ISDIR(info.st_mode):
                self._touched.add(folder)
                if folder and not stat.S_ISDIR(info.st_mode):
                    remove(path)

    def touch(self, file: str) -> None:
        """Note that a file was written, or is no longer planned."""
        self._touched.add(file.rpartition("/")[0])

    def prune(
        self, planned: Callable[[str], bool], folders: set[str], *, fresh: bool
    ) -> tuple[list[tuple[str, int]], list[str]]:
        """Remove what is not planned; return (folder, mtime) of the folders to remember, and those to forget."""
        listed = folders - self._known.keys() if fresh else (folders - self._known.keys()) | (self._touched & folders)
        gone = self._known.keys() - folders
        if not fresh:
            for folder in sorted(listed | {_nearest(folder, folders) for folder in gone | (self._touched - folders)}):
                self._clean(folder, planned, folders)
                listed.add(folder)
        return [(folder, self._mtime(folder)) for folder in sorted(listed)], sorted(gone)

    def _clean(self, folder: str, planned: Callable[[str], bool], folders: set[str]) -> None:
        path = f"{self.root}/{folder}" if folder else self.root
        try:
            names = os.listdir(path)
        except FileNotFoundError:
            return
        for name in names:
            inner = f"{folder}/{name}" if folder else name
            if inner in folders or planned(inner) or (not folder and self._not_ours(name)):
                continue
            remove(f"{path}/{name}")
            self.removed += 1

    def _unlink_links(self) -> None:
        for base, folders, _ in os.walk(self.root):
            for name in folders:
                path = f"{base}/{name}"
                if os.path.islink(path):
                    os.unlink(path)

    def _not_ours(self, name: str) -> bool:
        return name in self._others or (name[0] == "." and not name.startswith(TEMPORARY))

    def _mtime(self, folder: str) -> int:
        try:
            return os.lstat(f"{self.root}/{folder}" if folder else self.root).st_mtime_ns
        except FileNotFoundError:
            return 0


def folders_of(files: Iterable[str]) -> set[str]:
    """Return every folder that holds one of the files, the root (empty) included."""
    found = {""}
    for file in files:
        folder = file.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _nearest(folder: str, folders: set[str]) -> str:
    while folder not in folders:
        folder = folder.rpartition("/")[0]
    return folder
