"""The page that a host shows for an address that does not exist: the only one with the site's base path in it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "404", "404.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What 404.html prints; `root` is where its links begin, since it is shown at any address."""

    root: str


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the page."""
    yield Page("404.html", KIND, body(Head("Page not found"), Context(whole.base)), public=False)
