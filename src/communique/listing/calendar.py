"""Calendar buckets: which pages a facet has besides its own follows from the dates of its own releases alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

NEWEST = 20
"""Rows on a facet's own page."""
WHOLE = 50
"""A facet of at most so many rows shows all of them on its own page and has no buckets."""
FULL = 500
"""A bucket of more rows is split: a year into months, a month into days."""

UNKNOWN = "unknown"
_AFTER = "~"
"""Sorts after everything that a date can hold."""


class Bucket(msgspec.Struct, frozen=True):
    """One period of a facet: rows `start:stop` of the facet's sorted rows, or, where it is split, its parts."""

    period: str
    """An ISO year, month or day, or "unknown"."""
    start: int
    stop: int
    parts: list[tuple[str, int]]
    """(period, count) of its months or days; empty where it is not split."""


def buckets(dates: Sequence[str]) -> Iterator[Bucket]:
    """Yield the buckets of sorted dates (empty for unknown), each split one before its parts."""
    unknown = bisect_right(dates, "")
    if unknown:
        yield Bucket(UNKNOWN, 0, unknown, [])
    for period, start, stop in _runs(dates, unknown, len(dates), 4):
        yield from _split(dates, period, start, stop)


def newest(dates: Sequence[str]) -> tuple[range, bool]:
    """Return which rows of sorted dates a facet's own page shows, newest first, and whether these are all.

    Rows without a date are never among the newest; where all are shown they stand last.
    """
    count = len(dates)
    if count <= WHOLE:
        return range(count - 1, -1, -1), True
    oldest = max(bisect_right(dates, ""), count - NEWEST)
    return range(count - 1, oldest - 1, -1), False


def years(dates: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return (year or "unknown", count, place of its newest row), newest first, unknown last."""
    unknown = bisect_right(dates, "")
    found = [(year, stop - start, stop - 1) for year, start, stop in _runs(dates, unknown, len(dates), 4)]
    found.reverse()
    return [*found, (UNKNOWN, unknown, unknown - 1)] if unknown else found


def months(dates: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (ISO month or "unknown", start, stop) of the months of sorted dates, oldest first, after the unknown."""
    unknown = bisect_right(dates, "")
    if unknown:
        yield UNKNOWN, 0, unknown
    yield from _runs(dates, unknown, len(dates), 7)


def days(dates: Sequence[str], bucket: Bucket) -> Iterator[tuple[str, int, int]]:
    """Yield (day, count, place of its newest row) of the days of a bucket."""
    for day, start, stop in _runs(dates, bucket.start, bucket.stop, 10):
        yield day, stop - start, stop - 1


def neighbours(all_of_them: Sequence[Bucket]) -> Iterator[tuple[str, Bucket, str]]:
    """Yield (period before, bucket, period after) of buckets as they come; a period's neighbours are of its own kind.

    Years follow years; months those of the same year, and days those of the same month. "unknown" has none.
    """
    rows: dict[tuple[int, str], list[str]] = {}
    for bucket in all_of_them:
        rows.setdefault(_kin(bucket.period), []).append(bucket.period)
    for bucket in all_of_them:
        row = rows[_kin(bucket.period)]
        place = bisect_right(row, bucket.period)
        yield row[place - 2] if place > 1 else "", bucket, row[place] if place < len(row) else ""


def _kin(period: str) -> tuple[int, str]:
    return len(period), period if period == UNKNOWN else period[:-3]


def _split(dates: Sequence[str], period: str, start: int, stop: int) -> Iterator[Bucket]:
    longer = {4: 7, 7: 10}.get(len(period))
    if stop - start <= FULL or longer is None:
        yield Bucket(period, start, stop, [])
        return
    parts = list(_runs(dates, start, stop, longer))
    yield Bucket(period, start, stop, [(part, last - first) for part, first, last in parts])
    for part, first, last in parts:
        yield from _split(dates, part, first, last)


def _runs(dates: Sequence[str], start: int, stop: int, length: int) -> Iterator[tuple[str, int, int]]:
    """Yield (period, start, stop) of the runs of sorted dates that share their first `length` characters."""
    while start < stop:
        period = dates[start][:length]
        end = bisect_right(dates, period + _AFTER, start, stop)
        yield period, start, end
        start = end
