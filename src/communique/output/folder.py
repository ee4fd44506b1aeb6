"""The output folder: ours as a whole, known by its marker; what the plan does not name is removed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from communique.output.faults import FatalError, output_problem
from communique.output.write import TEMPORARY, put, remove
from communique.problems import Problem

MARKER = ".communique"
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


class Tree:
    """The folders of the output: which of them somebody else touched since the last build."""

    def __init__(self, output: Path, known: Mapping[str, int], others: tuple[str, ...] = ()) -> None:
        """Know an output by folder → mtime; `others` are folders at its top that somebody else keeps."""
        self.root = str(output)
        self._others = others
        self._known = known
        self._touched: set[str] = set()
        self.removed = 0

    def note(self, touched: Iterable[str]) -> None:
        """Note folders that somebody touched."""
        self._touched.update(touched)

    def touch(self, file: str) -> None:
        """Note that a file was written, or is no longer planned."""
        self._touched.add(file.rpartition("/")[0])

    def drop(self, files: Iterable[str]) -> None:
        """Remove pages that are no longer planned where pruning leaves them: dotfiles at the top may be another's."""
        for file in files:
            if file[0] == "." and "/" not in file:
                remove(f"{self.root}/{file}")

    def prune(
        self, planned: Callable[[str], bool], folders: set[str], *, fresh: bool
    ) -> tuple[list[tuple[str, int]], list[str]]:
        """Remove what is not planned; return (folder, mtime) of the folders to remember, and those to forget."""
        new = folders - self._known.keys()
        changed = self._touched | {folder.rpartition("/")[0] for folder in new}  # a new folder changes the one it is in
        listed = new if fresh else new | (changed & folders)
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
