"""Planned pages → files: what is new or changed goes out in shards, everything else is left as it is."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from communique.catalog.damage import DamagedError
from communique.catalog.store import Catalog
from communique.listing.model import Page
from communique.output.executors import Crew
from communique.output.faults import FatalError
from communique.output.folder import Tree
from communique.output.job import Job
from communique.output.outcome import Options
from communique.output.search_shards import Entry
from communique.output.standing import Looking, files_in, sealed, sizes
from communique.output.work import pack, render_shard, unpack
from communique.problems import Problem
from communique.urls import made_with

_BYTES = 1_500_000
"""A shard holds at most so many bytes of pages."""
_COMMIT = 40
"""Shards after which what was written is remembered for good."""

_SEVERAL = frozenset(("release", "month"))
"""Kinds of pages with several files."""
_DATED = frozenset(("release", "tombstone"))
_SAID = frozenset(("home", "person", "bucket"))


class Publisher:
    """Publishes pages and remembers them; counts what it did."""

    def __init__(
        self,
        catalog: Catalog,
        setup: bytes,
        keys: Mapping[str, bytes],
        tree: Tree,
        looking: Looking,
        options: Options,
    ) -> None:
        """Publish below the folder of a tree, of which `looking` tells what stands there."""
        self._catalog = catalog
        self._setup = setup
        self._keys = keys
        self._tree = tree
        self._known = looking.pages
        """What is published and has not gone by: file → (digest, seal)."""
        self._looking = looking
        self._options = options
        self._waiting: deque[list[tuple[Page, bytes]]] = deque()
        self.releases: list[Entry] = []
        """Release pages, for the search index."""
        self.bytes: dict[str, int] = {}
        """Kind → bytes of its files."""
        self.counts: Counter[str] = Counter()
        self.seconds: dict[str, float] = {}
        """Kind → pages rendered, and seconds spent on them."""
        self.seals: dict[str, list[tuple[str, bytes]]] = {}
        """Group of `group` → (file of a page, seal of its files) of everything published."""
        self.written = 0
        self.unchanged = 0
        self.problems: list[Problem] = []

    def publish(self, pages: Iterable[Page], crew: Crew, tell: Callable[[int], None]) -> None:
        """Render and write the pages that are not published as planned; `tell` is called with their number so far."""
        results = crew.ordered(render_shard, self._shards(pages, crew.pages))
        for n, (result, spent) in enumerate(results, 1):
            self._remember(self._waiting.popleft(), result)
            for kind, (count, seconds) in spent.items():
                self.counts[kind] += count
                self.seconds[kind] = self.seconds.get(kind, 0.0) + seconds
            tell(sum(self.counts.values()))
            if n % _COMMIT == 0:
                self._catalog.commit()
                self._catalog.begin()

    def rendering(self) -> dict[str, float]:
        """Return the seconds of rendering by page type, as an outcome names them."""
        return {f"render {kind}": seconds for kind, seconds in sorted(self.seconds.items())}

    def finish(self) -> list[str]:
        """Forget pages that are no longer planned; return their files."""
        gone = sorted(self._known)
        for file in gone:
            self._tree.touch(file)
        self._catalog.drop_pages(gone)
        return gone

    def _shards(self, pages: Iterable[Page], most: int) -> Iterator[tuple[bytes, bytes]]:
        jobs: list[Job] = []
        waiting: list[tuple[Page, bytes]] = []
        size = 0
        for changed in self._changed(pages):
            if changed:
                page, digest = changed
                job = Job(page.file, page.kind, page.body, self._needs(page))
                jobs.append(job)
                waiting.append((page, digest))
                size += len(job.body) + sum(map(len, job.needs))
            if jobs and (not changed or len(jobs) >= most or size >= _BYTES):
                self._waiting.append(waiting)
                yield self._setup, pack(jobs)
                jobs, waiting, size = [], [], 0

    def _changed(self, pages: Iterable[Page]) -> Iterator[tuple[Page, bytes] | None]:
        """Yield the pages that are to be written, with their digests; None where those so far should wait no longer.

        That is after the releases, so that they are there before the listings are planned, and at the end. Before the
        first of them, all that is published was looked at: only then are there no links in the place of folders.
        """
        before = ""
        for page in pages:
            broken = self._looking.broken
            if before == "release" != page.kind:
                yield None
            before = page.kind
            known = self._known.pop(page.file, None)
            digest = self._digest(page, known)
            if page.kind == "release" and self._options.search:
                self.releases.append(Entry(page.file.split("/")[-2], page.file, page.day or None, digest.hex()))
            if known is None or known[0] != digest or page.file in broken:
                yield page, digest
            else:
                self._stands(page, known[1])
        yield None

    def _digest(self, page: Page, known: tuple[bytes, bytes] | None) -> bytes:
        """Return the digest of a page; that of one which stands is the one that it was published with."""
        if not page.stands:
            return blake2b(page.body, digest_size=16, key=self._keys[page.kind]).digest()
        if known is None:
            raise DamagedError
        return known[0]

    def _stands(self, page: Page, seal: bytes) -> None:
        self.unchanged += files_in(seal)
        self._note(page, seal)

    def _note(self, page: Page, seal: bytes) -> None:
        """Note the files of a page that stand published."""
        self.bytes[page.kind] = self.bytes.get(page.kind, 0) + sum(sizes(seal))
        self.seals.setdefault(group(page), []).append((page.file, seal))

    def _needs(self, page: Page) -> list[bytes]:
        if not page.needs:
            return []
        if page.kind in _SAID:
            return self._catalog.said(page.needs)
        if len(page.needs) > 1:
            return self._catalog.many_records(page.needs)
        return [self._catalog.record(page.needs[0])]

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
                seal = sealed(done.stamps)
                rows.append((page.file, digest, seal))
                self.written += done.written
                self.unchanged += len(done.stamps) - done.written
                self._note(page, seal)
                if done.written:
                    self._tree.touch(page.file)
        self._keep(rows)

    def _keep(self, rows: list[tuple[str, bytes, bytes]]) -> None:
        """Remember published pages: file, digest, seal of its files."""
        self._catalog.put_pages(rows)


def group(page: Page) -> str:
    """Return which list of sums a page's files stand in: releases by month, people by first letter, else the root's."""
    if page.kind in _DATED:
        return page.day[:7] or "unknown"
    if page.file.startswith("people/") and page.file != "people/index.html":
        return f"people-{page.file[7]}"
    return ""


def is_planned(file: str, kinds: Mapping[str, str]) -> bool:
    """Whether a file belongs to a plan, given as file of each page → kind."""
    if file in kinds:
        return True
    first = made_with(file)
    return first != file and kinds.get(first) in _SEVERAL


class Ahead(Publisher):
    """Publishes a few pages before all others, whatever stands there; the publisher of all finds them as planned."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._standing, self._known = self._known, {}

    def _keep(self, rows: list[tuple[str, bytes, bytes]]) -> None:
        super()._keep(rows)
        self._standing.update({file: (digest, seal) for file, digest, seal in rows})
