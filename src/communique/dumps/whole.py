"""What a format is written from: the stream of an archive's releases, and what the archive is called."""

from __future__ import annotations

from collections.abc import Iterator

from communique.config import Site
from communique.exports.tables import Meant
from communique.opened import Opened, Progress
from communique.records.model import Release

_EVERY = 100
"""Progress is told once in so many releases."""


class Whole:
    """An open archive, while it is exported; `releases` is how many went by, `jobs` how many processes may work."""

    def __init__(self, opened: Opened, tell: Progress | None = None, jobs: int | None = None) -> None:
        self.opened = opened
        self.tell = tell or (lambda *_: None)
        self.jobs = jobs
        self.releases = 0

    @property
    def site(self) -> Site:
        """The archive's settings."""
        return self.opened.intake.content.site

    def records(self) -> Iterator[tuple[Release, Meant]]:
        """Yield every published release and what its names mean, by date and id; those without a date come first."""
        total = self.opened.catalog.size()
        self.releases = 0
        for found in self.opened.releases():
            yield self.opened.record(found), found.meant
            self.releases += 1
            if self.releases % _EVERY == 0:
                self.tell("write", self.releases, total)
        self.tell("write", total, total)
