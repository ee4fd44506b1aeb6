"""The search index: sharded by date, made by Pagefind only where releases changed, published by difference.

    pagefind/                 pagefind.js, its worker, its WebAssembly, and an index of nothing
    pagefind/shards.json      which shards there are, newest first: name, first and last date, releases, digest
    pagefind/<shard>/         the index of one shard; the browser merges those that it needs into the empty one

Everything below `pagefind/` is this module's: it removes what does not belong there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from communique.output.search_format import empty, settle
from communique.output.search_index import Failure, Indexer, Missing
from communique.output.search_shards import LIMIT, Entry, Shard, shards
from communique.problems import Problem

__all__ = ["PREFIX", "Entry", "Report", "publish", "remove"]

PREFIX = "pagefind/"
"""Files below it are published and removed here, by nobody else."""

_FORMAT = "1"
"""Goes into each key: another way to index or to settle the files makes all shards anew."""

_LIST = "shards.json"
_ENTRY = "pagefind-entry.json"
_INTERFACE = ("pagefind.js", "pagefind-worker.js", _ENTRY)


class Published(msgspec.Struct, frozen=True):
    """What is remembered of a folder that was published."""

    key: str
    """Digest of what was indexed."""
    files: str
    """Digest of the names in the folder: a file that somebody removed is noticed."""
    bytes: int = 0


class _State(msgspec.Struct):
    site: str = ""
    folders: dict[str, Published] = {}


class Report(msgspec.Struct):
    """What was done."""

    problems: list[Problem] = []
    indexed: list[str] = []
    """Shards that were indexed again."""
    shards: int = 0
    written: int = 0
    """Files that are new or differ."""
    removed: int = 0
    bytes: int = 0
    """Of all files of the index."""
    parts: dict[str, str] = {}
    """Shard, or empty for what all need → a digest that changes when its files do."""


def publish(site: Path, entries: Iterable[Entry], *, work: Path, language: str, limit: int = LIMIT) -> Report:
    """Bring the search index of a site up to date; the release pages are written already.

    `entries` are all release pages in any order; `work` an existing folder that survives builds, in which `search.json`
    remembers what was indexed; `language` that of the interface, whose word stems are used. A Pagefind that is missing
    or fails is a warning: what it did not index is not searched, and the rest of the site is as good as without it.
    """
    report = Report()
    scratch = work / "search.tmp"
    try:
        _Publisher(site, work / "search.json", Indexer(language, scratch), report).run(shards(entries, limit), language)
    except Failure as failure:
        report.problems.append(_problem(failure))
        report.removed += remove(site)
        report.parts = {}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return report


def remove(site: Path) -> int:
    """Remove the search index of a site, as a build without search does; return the number of files."""
    folder = site / PREFIX
    count = sum(1 for file in folder.rglob("*") if file.is_file())
    shutil.rmtree(folder, ignore_errors=True)
    return count


class _Publisher:
    def __init__(self, site: Path, memory: Path, indexer: Indexer, report: Report) -> None:
        self._site = site
        self._folder = site / PREFIX
        self._memory = memory
        self._indexer = indexer
        self._report = report
        self._state = _remembered(memory, site)

    def run(self, wanted: list[Shard], language: str) -> None:
        base = f"{_FORMAT} {self._indexer.version} {language}"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._interface(_key(base))
        listed = [row for shard in wanted if (row := self._shard(shard, _key(base, shard.key)))]
        shown = msgspec.json.encode({"shards": listed})
        self._write(self._folder / _LIST, shown)
        self._forget({str(row["name"]) for row in listed})
        folders = self._state.folders
        self._report.parts = {name: _key(made.key, made.files) for name, made in folders.items()}
        self._report.parts[""] = _key(self._report.parts.get("", ""), shown.decode())
        self._report.bytes = sum(published.bytes for published in self._state.folders.values())

    def _interface(self, key: str) -> None:
        """Publish what every shard needs, once."""
        if self._fresh("", key):
            return
        made = self._indexer.interface()
        program = empty(made)
        kept = {*_INTERFACE, program, *(file.name for file in made.glob("*_none.pf_meta"))}
        self._publish("", {name: made / name for name in kept})
        self._remember("", key)

    def _shard(self, shard: Shard, key: str) -> dict[str, object] | None:
        """Bring a shard up to date; return its row of the list, or nothing where it could not be indexed."""
        try:
            if not self._fresh(shard.name, key) and not self._index(shard, key):
                return None
        except Failure as failure:
            self._report.problems.append(_problem(failure, shard.name))
            return None
        self._report.shards += 1
        first, last = shard.span
        digest = self._state.folders[shard.name].files[:12]
        return {"name": shard.name, "from": first, "to": last, "count": len(shard.entries), "key": digest}

    def _index(self, shard: Shard, key: str) -> bool:
        made = self._indexer.index(self._site, map(_file, shard.entries))
        if made is None:
            return False
        try:
            settle(made)
        except (KeyError, ValueError, OSError) as error:
            raise Failure(f"pagefind {self._indexer.version} wrote an index that is not understood: {error}") from error
        belongs = [file for file in made.rglob("*") if file.is_file() and _of_shard(file)]
        self._publish(shard.name, {file.relative_to(made).as_posix(): file for file in belongs})
        self._report.indexed.append(shard.name)
        self._remember(shard.name, key)
        return True

    def _publish(self, name: str, files: dict[str, Path]) -> None:
        """Make a folder hold exactly the files; the entry comes last, so that a reader meets a whole index."""
        folder = self._folder / name
        old = set(_names(folder, deep=bool(name)))
        for path in sorted(files, key=lambda path: (path == _ENTRY, path)):
            self._write(folder / path, files[path].read_bytes())
        for path in old - files.keys() - ({_LIST} if not name else set()):
            (folder / path).unlink(missing_ok=True)
            self._report.removed += 1

    def _write(self, path: Path, data: bytes) -> None:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{path.name}.part")
        partial.write_bytes(data)
        partial.replace(path)
        self._report.written += 1

    def _forget(self, listed: set[str]) -> None:
        """Remove the folders of shards that are no more."""
        for folder in sorted(self._folder.iterdir()):
            if folder.is_dir() and folder.name not in listed:
                self._report.removed += sum(1 for file in folder.rglob("*") if file.is_file())
                shutil.rmtree(folder, ignore_errors=True)
        if self._state.folders.keys() - listed - {""}:
            self._state.folders = {
                name: kept for name, kept in self._state.folders.items() if not name or name in listed
            }
            self._save()

    def _fresh(self, name: str, key: str) -> bool:
        known = self._state.folders.get(name)
        return known is not None and known.key == key and known.files == self._listing(name)

    def _listing(self, name: str) -> str:
        names = [path for path in _names(self._folder / name, deep=bool(name)) if name or path != _LIST]
        return _key(*sorted(names))

    def _remember(self, name: str, key: str) -> None:
        folder = self._folder / name
        size = sum((folder / path).stat().st_size for path in _names(folder, deep=bool(name)))
        self._state.folders[name] = Published(key, self._listing(name), size)
        self._save()

    def _save(self) -> None:
        partial = self._memory.with_suffix(".part")
        partial.write_bytes(msgspec.json.encode(self._state))
        partial.replace(self._memory)


def _remembered(memory: Path, site: Path) -> _State:
    """Return what an earlier build published in this site; nothing where that is unknown."""
    here = str(site.resolve())
    try:
        state = msgspec.json.decode(memory.read_bytes(), type=_State)
    except (OSError, msgspec.DecodeError):
        state = _State()
    return state if state.site == here else _State(site=here)


def _names(folder: Path, *, deep: bool) -> Iterator[str]:
    """Yield the paths of the files in a folder, those in its folders too where `deep`."""
    if not folder.is_dir():
        return
    for item in os.scandir(folder):
        if item.is_file():
            yield item.name
        elif deep:
            yield from (f"{item.name}/{inner}" for inner in _names(Path(item.path), deep=True))


def _of_shard(file: Path) -> bool:
    return file.suffix.startswith(".pf_") or file.name == _ENTRY


def _file(entry: Entry) -> str:
    return entry.url + "index.html" if entry.url.endswith("/") else entry.url


def _key(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _problem(failure: Failure, shard: str = "") -> Problem:
    repair = (
        "Install it with 'pip install \"pagefind[bin]\"'"
        if isinstance(failure, Missing)
        else "The rest of the site is whole: build again"
    )
    return Problem(
        code="search-failed",
        severity="warning",
        message=f"The search index{f' of {shard}' if shard else ''} could not be made: {str(failure).rstrip('.')}.",
        hint=f"{repair}, or leave search out with --no-search.",
    )
