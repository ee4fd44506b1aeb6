"""All feeds of the site as one list, OPML 2.0, `feeds/index.opml`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.facet import Facet
from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "opml", "opml.xml"

Line = tuple[str, str, str]
"""(name, href of the feed, href of the page that it follows)."""


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What opml.xml prints."""

    sections: list[tuple[str, list[Line]]]
    """(regions, sources or people; their feeds by name)."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the list, where the site has a public address."""
    shelf = whole.shelf
    if whole.base_url:
        sections = [
            (part.name, _lines(part.name, part.facets)) for part in (shelf.regions, shelf.sources, shelf.people)
        ]
        context = Context([section for section in sections if section[1]])
        yield Page("feeds/index.opml", KIND, body(Head(""), context), public=False)


def _lines(section: str, facets: dict[str, Facet]) -> list[Line]:
    return sorted(
        (facet.ref.name, f"{section}/{facet.id}/feed.xml", facet.href) for facet in facets.values() if facet.feed
    )
