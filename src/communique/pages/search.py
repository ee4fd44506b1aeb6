"""The search page: the same for every archive but for its language."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "search", "search.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What search.html prints."""

    indexed: bool


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the search page, where there is an index to search."""
    if whole.search:
        yield Page("search/index.html", KIND, body(Head("Search", "search"), Context(indexed=True)), public=False)
