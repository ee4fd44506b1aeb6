"""The register of documents that releases say were or are to be signed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing import calendar
from communique.listing.model import Head, Page, Registered, Year, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "documents", "documents.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What documents.html prints."""

    rows: list[Registered]
    years: list[Year]
    kinds: list[tuple[str, int]]
    complete: bool


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the register's own page."""
    facet = whole.shelf.documents
    places, complete = calendar.newest(facet.dates)
    kinds = sorted(whole.shelf.kinds.items(), key=lambda item: (-item[1], item[0]))
    years = facet.years(whole.urls, "documents", buckets=True)
    context = Context(facet.rows(places), years, kinds, complete)  # type: ignore[arg-type]
    day = facet.newest
    yield Page("documents/index.html", KIND, body(Head("Documents", "documents"), context), day=day)
