"""The indexes of regions, people and sources."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Entry, Head, Page, body
from communique.listing.offices import offices
from communique.listing.section import Section
from communique.listing.whole import Whole


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What regions.html, people.html and sources.html print."""

    entries: list[Entry]


def regions(whole: Whole) -> Iterator[Page]:
    """Yield the index of regions."""
    yield _index("regions", "Regions", whole.shelf.regions)


def people(whole: Whole) -> Iterator[Page]:
    """Yield the index of people."""
    yield _index("people", "People", whole.shelf.people)


def sources(whole: Whole) -> Iterator[Page]:
    """Yield the index of sources."""
    yield _index("sources", "Sources", whole.shelf.sources)


def _index(kind: str, title: str, section: Section) -> Page:
    facets = section.facets.values()
    entries = [
        facet.entry(next((post[0] for post in offices(facet, section.entries.get(facet.id))), "")) for facet in facets
    ]
    entries.sort(key=lambda entry: (entry.letter, entry.ref.name.casefold(), entry.ref.id))
    day = max((facet.newest for facet in facets), default="")
    return Page(f"{kind}/index.html", kind, body(Head(title, kind), Context(entries)), day=day)
