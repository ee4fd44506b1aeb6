"""What came into the archive last, for feeds: the newest of a facet by the day it was added, else by its date."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import islice

from communique.listing.facet import Item

NEWEST = 50
"""Entries of a feed."""


def newest(items: Sequence[Item]) -> list[Item]:
    """Return the newest of a facet's items by day, newest first; what has no day, or was withdrawn, is none of them.

    Where the day of an item is its date, the newest are the last: items stand in the order of dates.
    """
    dated = islice(_dated(items), NEWEST)
    added = heapq.nlargest(NEWEST, [item for item in items if item.added and item.day], key=_day)
    return sorted([*dated, *added], key=_day, reverse=True)[:NEWEST]


def _dated(items: Sequence[Item]) -> Iterator[Item]:
    return (item for item in reversed(items) if item.day and not item.added)


def _day(item: Item) -> tuple[str, str]:
    return item.day or "", item.entry
