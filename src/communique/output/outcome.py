"""How to build, and what a build did: counts, problems, seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from communique.problems import Problem

Progress = Callable[[str, int, int], None]
"""Called with stage, done, total."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to build; the defaults are those of `communique build`."""

    output: Path | None = None
    base_url: str | None = None
    offline: bool = False
    jobs: int | None = None
    cluster: str | None = None
    clean: bool = False
    search: bool = True
    profile: bool = False
    watched: bool = False
    """Somebody watches: releases that changed are shown before all is planned, what stands in the output is not looked
    at again, and the search index waits for the next build."""
    dry: bool = False
    """Write nothing."""
    progress: Progress | None = None

    def remembered(self) -> bytes:
        """Return what decides how the site looks, for `like`."""
        output = str(self.output.absolute()) if self.output else ""
        return msgspec.msgpack.encode((output, self.base_url, self.offline, self.search))

    def like(self, remembered: bytes) -> Options:
        """Return these options with a site that looks as that of an earlier build; those of no build change nothing."""
        if not remembered:
            return self
        kinds = tuple[str, str | None, bool, bool]
        output, base_url, offline, search = msgspec.msgpack.decode(remembered, type=kinds)
        place = Path(output) if output else None
        return msgspec.structs.replace(self, output=place, base_url=base_url, offline=offline, search=search)


class Outcome(msgspec.Struct, kw_only=True):
    """The outcome of one build."""

    counts: dict[str, int] = {}
    """Files by what became of them, releases, doubts."""
    problems: list[Problem] = []
    written: int = 0
    removed: int = 0
    unchanged: int = 0
    """Files of the site."""
    indexed: int = 0
    """Shards of the search index that were made again."""
    bytes: dict[str, int] = {}
    """Page type → bytes of its files."""
    seconds: dict[str, float] = {}
    """Stage → seconds; `render <page type>` counts those of all workers together."""
    pages: dict[str, int] = {}
    """Page type → pages rendered."""

    def summary(self) -> str:
        """Return one line for people."""
        releases = self.counts.get("releases", 0)
        files = self.written + self.unchanged
        size = sum(self.bytes.values())
        total = self.seconds.get("total", 0.0)
        return (
            f"{releases} release{'s' if releases != 1 else ''}, {files} files ({size / 1e6:.1f} MB): "
            f"{self.written} written, {self.removed} removed, {self.unchanged} unchanged, in {total:.2f} s"
        )


def by_severity(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order in which they are told: errors first, then by file and line."""
    return sorted(problems, key=lambda p: (_SEVERITIES.index(p.severity), p.file, p.line, p.column, p.code))


_SEVERITIES = ("error", "warning", "note")


class Watch:
    """Measures the stages of a build."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start

    def total(self) -> dict[str, float]:
        """Return stage → seconds with the total."""
        return {**self.seconds, "total": time.perf_counter() - self._start}
