"""The files under `content/wires/`: which are wires, with the stamps by which an unchanged one is known."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.problems import Problem

_pack = struct.Struct("<2qqQ").pack


class Found(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One wire as it lies in its folder."""

    path: str
    """POSIX, relative to the archive."""
    stamp: bytes
    """Size, mtime, ctime and inode of the wire, and of its sidecar where there is one."""
    ctime: int
    """The newer ctime of both, in ns."""
    size: int
    sidecar: bool


class Order(msgspec.Struct, frozen=True, array_like=True):
    """One wire to read; where its digest is still `known`, nothing is parsed."""

    path: str
    known: bytes
    sidecar: bool


class Listing(msgspec.Struct, frozen=True):
    """All files under `content/wires/`, each in one place; the lists are sorted by path."""

    wires: list[Found]
    sidecars: int
    other: list[str]
    """Files that are neither wires nor sidecars; hidden ones count as nothing."""
    unreadable: list[str]
    problems: list[Problem]


def scan(archive: Path) -> Listing:
    """Return what lies under `content/wires/` of an archive; links to folders are not followed."""
    listing = Listing([], 0, [], [], [])
    sidecars = 0
    folders = ["content/wires"]
    while folders:
        sidecars += _folder(archive, folders.pop(), folders, listing)
    listing.wires.sort(key=lambda found: found.path)
    listing.other.sort()
    listing.unreadable.sort()
    return msgspec.structs.replace(listing, sidecars=sidecars)


def stamp(info: os.stat_result) -> bytes:
    """Return the stamp of one file."""
    return _pack(info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def shown(name: str) -> str:
    """Return a file's name with what is not UTF-8 in it, which the system hands over as lone surrogates, replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folder(archive: Path, folder: str, folders: list[str], listing: Listing) -> int:
    """Add the files of one folder to the listing and its folders to `folders`; return the number of sidecars."""
    try:
        with os.scandir(archive / folder) as entries:
            found = {entry.name: entry for entry in entries if entry.name[0] != "."}
    except FileNotFoundError:
        return 0
    except OSError as error:
        _unreadable(folder, error.strerror or "not readable", listing)
        return 0
    sidecars = 0
    for name in [name for name in found if not name.isascii() and shown(name) != name]:
        del found[name]
        listing.other.append(f"{folder}/{shown(name)}")
        listing.problems.append(_unreadable_name(f"{folder}/{shown(name)}"))
    for name, entry in found.items():
        if name.endswith(".yml") and not entry.is_dir():
            sidecars += _is_sidecar(folder, name, found, listing)
        elif entry.is_dir(follow_symlinks=False):
            folders.append(f"{folder}/{name}")
            if name.endswith(".txt"):
                listing.problems.append(_named_like_a_wire(f"{folder}/{name}"))
        elif name[-4:].lower() == ".txt":
            _wire(folder, entry, found.get(f"{name[:-4]}.yml"), listing)
        else:
            listing.other.append(f"{folder}/{name}")
            listing.problems.append(_other(f"{folder}/{name}"))
    return sidecars


def _wire(folder: str, entry: os.DirEntry[str], side: os.DirEntry[str] | None, listing: Listing) -> None:
    path = f"{folder}/{entry.name}"
    try:
        info = entry.stat()
        beside = None if side is None or side.is_dir() else side.stat()
    except OSError as error:
        dangling = entry.is_symlink() and isinstance(error, FileNotFoundError)
        _unreadable(path, "the link leads nowhere" if dangling else error.strerror or "not readable", listing)
        return
    if not stat.S_ISREG(info.st_mode):
        _unreadable(path, "it is not a regular file", listing)
        return
    if leads_out(entry) or (side is not None and leads_out(side)):
        _unreadable(path, "it, or its sidecar, is a link that leads out of content/", listing)
        return
    mark, ctime = stamp(info), info.st_ctime_ns
    if beside is not None:
        mark, ctime = mark + stamp(beside), max(ctime, beside.st_ctime_ns)
    listing.wires.append(Found(path, mark, ctime, info.st_size, beside is not None))


def leads_out(file: os.DirEntry[str] | Path) -> bool:
    """Whether a file of `content/` is a link to what lies elsewhere: what can be read may not all be published."""
    if not file.is_symlink():
        return False
    path = Path(file)
    content = next((folder for folder in path.absolute().parents if folder.name == "content"), path.parent)
    return not path.resolve().is_relative_to(content.resolve())


def _is_sidecar(folder: str, name: str, found: dict[str, os.DirEntry[str]], listing: Listing) -> bool:
    """Whether a `.yml` stands beside its wire; else it is noted as something else."""
    if any(f"{name[:-4]}{ending}" in found for ending in (".txt", ".TXT", ".Txt")):
        return True
    listing.other.append(f"{folder}/{name}")
    listing.problems.append(
        Problem(
            code="lone-sidecar",
            severity="warning",
            file=f"{folder}/{name}",
            message="This sidecar stands beside no wire.",
            hint=f"Name it after its wire ('{name[:-4]}.txt'), or remove it.",
        )
    )
    return False


def _unreadable(path: str, why: str, listing: Listing) -> None:
    listing.unreadable.append(path)
    listing.problems.append(
        Problem(
            code="unreadable",
            severity="warning",
            file=path,
            message=f"This file cannot be read: {why}.",
            hint="Mend its permissions or its link, or remove it; it is not published.",
        )
    )


def _named_like_a_wire(path: str) -> Problem:
    hint = "Rename the folder, so that nobody takes it for a wire."
    message = "This is a folder; the wires in it are read."
    return Problem(code="folder-like-a-wire", severity="warning", file=path, message=message, hint=hint)


def _unreadable_name(path: str) -> Problem:
    hint = "Rename it; names may hold a-z, 0-9 and single hyphens."
    message = "The name of this file or folder is not UTF-8; what it holds is not published."
    return Problem(code="not-a-wire", severity="warning", file=path, message=message, hint=hint)


def _other(path: str) -> Problem:
    yaml = path.endswith(".yaml")
    hint = "Rename it to '.yml' if it is a sidecar." if yaml else "Move it out, or into content/static/ to publish it."
    message = "Only '.txt' files are wires; this file is not published."
    return Problem(code="not-a-wire", severity="warning", file=path, message=message, hint=hint)


def walk(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield (path below the folder, stat) of every regular file in it, sorted; links to files are followed."""
    for base, inner, names in os.walk(folder):
        inner.sort()
        for name in sorted(names):
            file = Path(base, name)
            try:
                info = file.stat()
            except OSError:
                continue
            if stat.S_ISREG(info.st_mode):
                yield file.relative_to(folder).as_posix(), info
