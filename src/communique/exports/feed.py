"""The Atom feed of the newest releases, `feed.xml`. Its entries need a public address."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Head, Page, Row, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "feed", "feed.xml"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What feed.xml prints."""

    rows: list[Row]
    """By the day on which they came into the archive, else by date, newest first."""
    days: list[str]
    """The day of each row."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the feed, where the site has a public address."""
    if whole.base_url:
        newest = whole.shelf.newest()
        context = Context([item.row for _, item in newest], [day for day, _ in newest])  # type: ignore[misc]
        yield Page("feed.xml", KIND, body(Head(whole.title), context), public=False)
