"""The data files of the archive as they stand published: what the page `/data/` and the data package list."""

from __future__ import annotations

import msgspec


class DataFile(msgspec.Struct, frozen=True, array_like=True):
    """One published file."""

    name: str
    """Its name within its folder, such as `turns.csv`."""
    bytes: int
    sha256: str
    """Hexadecimal."""


class Period(msgspec.Struct, frozen=True, array_like=True):
    """The data files of one month, or of a day or part of one that was split."""

    period: str
    """An ISO month or day, or "unknown"; then a hyphen and the number of its part, where it has parts."""
    folder: str
    """Href of its folder."""
    releases: int
    files: list[DataFile]

    @property
    def year(self) -> str:
        """The year, or "unknown"."""
        return self.period[:4] if self.period[0].isdecimal() else "unknown"

    @property
    def bytes(self) -> int:
        """Of all its files."""
        return sum(file.bytes for file in self.files)


class DataSet(msgspec.Struct, frozen=True):
    """All data files, oldest first, those of releases without a date before all others."""

    periods: list[Period]
    newest: str
    """Newest date of a release."""

    @property
    def releases(self) -> int:
        """Number of releases."""
        return sum(period.releases for period in self.periods)
