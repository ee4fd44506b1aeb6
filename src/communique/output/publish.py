"""Planned pages → files: what is new or changed goes out in shards, everything else is left as it is."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from communique.catalog.store import Catalog, DamagedError
from communique.listing.model import Page
from communique.output.executors import ordered
from communique.output.faults import FatalError
from communique.output.folder import BESIDE, STAMP, Tree, holds, packed, sizes
from communique.output.search_shards import Entry
from communique.output.work import Job, pack, render_shard, unpack
from communique.problems import Problem

if TYPE_CHECKING:
    from concurrent.futures import Executor

_PAGES = 100
_BYTES = 1_500_000
"""A shard holds at most so many pages, or so many bytes of them."""
_COMMIT = 40
"""Shards after which what was written is remembered for good."""

_SAID = frozenset(("person", "bucket"))


class Publisher:
    """Publishes pages and remembers them; counts what it did."""

    def __init__(
        self, catalog: Catalog, setup: bytes, keys: Mapping[str, bytes], tree: Tree, broken: Collection[str] | None
    ) -> None:
        """Publish below the folder of a tree; `broken` names pages whose files are not as published, if known."""
        self._catalog = catalog
        self._setup = setup
        self._keys = keys
        self._tree = tree
        self._broken = broken
        self._known = catalog.pages()
        self._waiting: deque[list[tuple[Page, bytes]]] = deque()
        self.releases: list[Entry] = []
        """Release pages, for the search index."""
        self.bytes: Counter[str] = Counter()
        """Kind → bytes of its files."""
        self.counts: Counter[str] = Counter()
        self.seconds: dict[str, float] = {}
        """Kind → pages rendered, and seconds spent on them."""
        self.written = 0
        self.unchanged = 0
        self.problems: list[Problem] = []

    def publish(
        self, pages: Iterable[Page], executor: Executor | None, window: int, tell: Callable[[int], None]
    ) -> None:
        """Render and write the pages that are not published as planned; `tell` is called with their number so far."""
        results = ordered(executor, render_shard, self._shards(pages), window)
        for n, (result, spent) in enumerate(results, 1):
            self._remember(self._waiting.popleft(), result)
            for kind, (count, seconds) in spent.items():
                self.counts[kind] += count
                self.seconds[kind] = self.seconds.get(kind, 0.0) + seconds
            tell(sum(self.counts.values()))
            if n % _COMMIT == 0:
                self._catalog.commit()
                self._catalog.begin()

    def finish(self) -> list[str]:
        """Forget pages that are no longer planned; return their files."""
        gone = sorted(self._known)
        for file in gone:
            self._tree.touch(file)
        self._catalog.drop_pages(gone)
        return gone

    def _shards(self, pages: Iterable[Page]) -> Iterator[tuple[bytes, bytes]]:
        jobs: list[Job] = []
        waiting: list[tuple[Page, bytes]] = []
        size = 0
        for page in pages:
            digest = self._changed(page)
            if digest is None:
                continue
            job = Job(page.file, page.kind, page.body, self._needs(page))
            jobs.append(job)
            waiting.append((page, digest))
            size += len(job.body) + sum(map(len, job.needs))
            if len(jobs) >= _PAGES or size >= _BYTES:
                self._waiting.append(waiting)
                yield self._setup, pack(jobs)
                jobs, waiting, size = [], [], 0
        if jobs:
            self._waiting.append(waiting)
            yield self._setup, pack(jobs)

    def _changed(self, page: Page) -> bytes | None:
        """Return the digest of a page that is to be written; None where it is there as planned."""
        digest = hashlib.blake2b(page.body, digest_size=16, key=self._keys[page.kind]).digest()
        if page.kind == "release":
            name = page.file.split("/")[-2]
            self.releases.append(Entry(name, page.file, page.day or None, digest.hex()))
        known = self._known.pop(page.file, None)
        if known is None or known[0] != digest:
            return digest
        if page.file in self._broken if self._broken is not None else not holds(self._tree.root, page.file, known[1]):
            return digest
        self.unchanged += len(known[1]) // STAMP
        self.bytes[page.kind] += sizes(known[1])
        return None

    def _needs(self, page: Page) -> list[bytes]:
        if not page.needs:
            return []
        if page.kind in _SAID:
            return self._catalog.said(page.needs)
        return [self._catalog.record(number) for number in page.needs]

    def _remember(self, shard: list[tuple[Page, bytes]], result: bytes) -> None:
        rows = []
        for (page, digest), done in zip(shard, unpack(result), strict=True):
            if done.damaged:
                raise DamagedError
            if done.problem is not None:
                if done.fatal:
                    raise FatalError(done.problem)
                self.problems.append(done.problem)
            elif done.stamps:
                stamps = packed(done.stamps)
                rows.append((page.file, digest, stamps))
                self.written += done.written
                self.unchanged += len(done.stamps) - done.written
                self.bytes[page.kind] += sizes(stamps)
                if done.written:
                    self._tree.touch(page.file)
        self._catalog.put_pages(rows)


def is_planned(file: str, kinds: Mapping[str, str]) -> bool:
    """Whether a file belongs to a plan, given as file of each page → kind."""
    if file in kinds:
        return True
    folder, _, name = file.rpartition("/")
    return name in BESIDE and kinds.get(f"{folder}/index.html") == "release"
