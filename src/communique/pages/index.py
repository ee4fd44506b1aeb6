"""The indexes of regions, people and sources."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.facet import Facet
from communique.listing.model import Entry, Head, Page, body
from communique.listing.whole import Whole


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What regions.html, people.html and sources.html print."""

    entries: list[Entry]


def regions(whole: Whole) -> Iterator[Page]:
    """Yield the index of regions."""
    yield _index("regions", "Regions", whole.shelf.regions.facets)


def people(whole: Whole) -> Iterator[Page]:
    """Yield the index of people."""
    yield _index("people", "People", whole.shelf.people.facets)


def sources(whole: Whole) -> Iterator[Page]:
    """Yield the index of sources."""
    yield _index("sources", "Sources", whole.shelf.sources.facets)


def _index(kind: str, title: str, facets: dict[str, Facet]) -> Page:
    entries = [facet.entry() for facet in facets.values()]
    entries.sort(key=lambda entry: (entry.letter, entry.ref.name.casefold(), entry.ref.id))
    day = max((facet.newest for facet in facets.values()), default="")
    return Page(f"{kind}/index.html", kind, body(Head(title, kind), Context(entries)), day=day)
