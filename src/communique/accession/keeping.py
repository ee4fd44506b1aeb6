"""Putting files into `content/`: whole or not at all, never in the place of another, never outside of it."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.ingest.ledger import read_ledger
from communique.ledger import FILE, Line, parse, written
from communique.problems import Problem

WIRES = "content/wires"
_TEMPORARY = ".~"
"""What a name begins with until the file is whole; hidden files count as nothing."""


@contextmanager
def alone(archive: Path) -> Iterator[None]:
    """Keep other processes from adding to an archive while the block runs. Raises OSError."""
    folder = archive / WIRES
    folder.mkdir(exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def keep(archive: Path, folder: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write new files, in order, into a folder below `content/wires/`; of those that belong together all or none.

    Raises OSError, FileExistsError for a file that is there; a folder that is a link is refused.
    """
    into = archive / WIRES / folder
    into.mkdir(exist_ok=True)
    if into.is_symlink() or not into.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "the folder of its year is a link or a file", str(into))
    done: list[Path] = []
    try:
        for name, data in files:
            _write_new(into / name, data)
            done.append(into / name)
    except OSError:
        for file in done:
            file.unlink()
        raise


def add_to_ledger(archive: Path, lines: Iterable[Line], *, create: bool = False) -> tuple[int, list[Problem]]:
    """Add lines to an archive's ledger; return how many addresses are new, and the problems that keep it from that.

    Where there is no ledger, nothing is written unless it is to be created. A line that is there stays as it is.
    """
    text, problems = read_ledger(archive)
    if problems or (text is None and not create):
        return 0, problems
    known, odd = parse(text or "")
    if odd:
        return 0, [*odd, _kept_as_it_is()]
    new = {line.address: line for line in lines if line.address not in known}
    whole = written([*known.values(), *new.values()])
    if whole != text:
        replace(archive / FILE, whole.encode())
    return len(new), []


def replace(file: Path, data: bytes) -> None:
    """Write a file in the place of the one that is there; a link is replaced, not followed. Raises OSError."""
    _temporary(file, data).replace(file)


def _write_new(file: Path, data: bytes) -> None:
    temporary = _temporary(file, data)
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, "a file of this name is there", str(file)) from None
        temporary.rename(file)
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(file: Path, data: bytes) -> Path:
    """Return a hidden file beside another that holds the data."""
    temporary = file.with_name(f"{_TEMPORARY}{file.name}")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _kept_as_it_is() -> Problem:
    return Problem(
        code="ledger-not-written",
        severity="warning",
        file=FILE,
        message="The ledger holds lines that are no addresses; it was left as it is.",
        hint="Mend these lines, then run 'communique ledger'.",
    )
