"""An archive opened for reading: its catalog brought up to date as a build does it, its releases as a stream."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import msgspec

from communique.catalog import damage
from communique.catalog.damage import DamagedError
from communique.catalog.lock import Lock
from communique.catalog.store import Catalog
from communique.catalog.summary import Summary
from communique.exports.tables import Meant
from communique.ingest import reading
from communique.ingest.account import duplicate
from communique.ingest.intake import Intake
from communique.listing.naming import Resolver
from communique.output import executors, faults
from communique.output.faults import FatalError
from communique.problems import Problem
from communique.records.encode import read
from communique.records.model import Release
from communique.urls import Urls

_MANY = 150
"""So many wires to read pay for worker processes."""

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""


class Found(msgspec.Struct, frozen=True):
    """One release: what listings know of it, what its names mean, and where its record lies."""

    summary: Summary
    meant: Meant
    body: int


class Opened:
    """An open archive. While it is open no build of it can run: it must be closed."""

    def __init__(
        self, archive: Path, *, jobs: int | None = None, clean: bool = False, progress: Progress | None = None
    ) -> None:
        """Read what changed in an archive into its catalog; with `clean`, everything again.

        `jobs` are worker processes, by default one a core. Raises `FatalError` where the folder is no archive, a build
        of it is running, or its `.cache` cannot be written.
        """
        self.archive = archive.absolute()
        self._cache = self.archive / ".cache"
        self._jobs = jobs or executors.cores()
        self._progress = progress
        self._catalog: Catalog | None = None
        self._lock: Lock | None = None
        if not (self.archive / "content").is_dir():
            raise FatalError(faults.no_content(self.archive))
        try:
            self._claim()
            self._take_in_or_again(clean=clean)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the catalog and of the lock."""
        if self._catalog is not None:
            self._catalog.close()
        if self._lock is not None:
            self._lock.release()
        self._catalog = self._lock = None

    @property
    def catalog(self) -> Catalog:
        """The open catalog."""
        if self._catalog is None:
            raise ValueError("the archive is closed")
        return self._catalog

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the archive's files, as a build tells it."""
        yield from self._passing
        yield from self.intake.content.problems
        yield from self.intake.listing.problems
        yield from [duplicate(*claim) for claim in self.catalog.claims()]
        yield from self.catalog.problems()

    def releases(self) -> Iterator[Found]:
        """Yield every release that is published, by date and id, those without a date first; withdrawn ones are not."""
        losers = {path for _, _, path in self.catalog.claims()}
        for summary, body in self.catalog.summaries():
            if summary.withdrawn is None and summary.path not in losers:
                yield Found(summary, Meant(*self.resolver.resolve(summary).ids()), body)

    def record(self, found: Found) -> Release:
        """Return the record of a release; raises `DamagedError` where it is not the one that was read."""
        line = self.catalog.record(found.body)
        if hashlib.sha256(line).digest()[:16] != found.summary.record:
            raise DamagedError
        return read(line)

    def _claim(self) -> None:
        try:
            self._cache.mkdir(exist_ok=True)
            self._lock = Lock(self._cache / "lock")
        except OSError as error:
            raise FatalError(faults.cache_problem(error, self._cache)) from error
        if not self._lock.take():
            raise FatalError(faults.locked(self.archive))

    def _take_in_or_again(self, *, clean: bool) -> None:
        """Bring the catalog up to date; where it turns out to be damaged, begin an empty one."""
        try:
            self._take_in(clean=clean)
        except Exception as error:
            if executors.broke(error):
                raise FatalError(faults.dead_worker()) from error
            if isinstance(error, OSError) or damage.blames_the_disk(error):
                raise FatalError(faults.cache_problem(error, self._cache)) from error
            if clean or not damage.is_damage(error):
                raise
            self._take_in_or_again(clean=True)

    def _take_in(self, *, clean: bool) -> None:
        catalog = self._open(clean=clean)
        self.intake = intake = Intake(self.archive, catalog)
        content = intake.content
        self.resolver = Resolver(Urls(), content.people, content.regions, content.sources)
        crew = executors.Crew()
        if self._jobs > 1 and len(intake.orders) >= _MANY:
            catalog.close()  # workers must not inherit an open file
            crew = executors.Crew.of(self._jobs)
            catalog = self._open()
        try:
            results = crew.ordered(reading.read_shard, intake.shards())
            self._passing = intake.take(catalog, results, self._tell)
        finally:
            crew.close()
        intake.forget_wires()

    def _open(self, *, clean: bool = False) -> Catalog:
        if self._catalog is not None:
            self._catalog.close()
        self._catalog = Catalog(self._cache / "catalog.sqlite", clean=clean)
        return self._catalog

    def _tell(self, done: int) -> None:
        if self._progress:
            total = len(self.intake.orders)
            self._progress("read", min(done, total), total)
