"""What came into the archive last, for feeds: the newest of a facet by the day it was added, else by its date."""

from __future__ import annotations

import heapq
from collections import deque

import msgspec

NEWEST = 50
"""Entries of a feed."""

News = tuple[str, str, msgspec.Raw, str, str]
"""(day, id, row, how the text begins, address of the original).

The day is that on which it was added, else its date; what is unknown is empty."""


class Recent:
    """Takes releases in the order of listings, by date; holds the newest fifty by day, and few others."""

    __slots__ = ("_added", "_dated")

    def __init__(self) -> None:
        self._dated: deque[News] = deque(maxlen=NEWEST)
        self._added: list[News] = []

    def put(self, news: News, *, added: bool) -> None:
        """Take one; `added` says that its day is not its date, so that it may come at any time."""
        if not added:
            self._dated.append(news)
        elif len(self._added) < NEWEST:
            heapq.heappush(self._added, news)
        else:
            heapq.heappushpop(self._added, news)

    def newest(self) -> list[News]:
        """Return the newest, newest first."""
        return sorted([*self._dated, *self._added], key=lambda news: news[:2], reverse=True)[:NEWEST]
