"""The pages of a region and of a source."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.authority import Region
from communique.listing import calendar
from communique.listing.facet import Facet
from communique.listing.model import Entry, Head, Page, Ref, Row, Tally, Year, body
from communique.listing.shelf import Shelf
from communique.listing.whole import Whole
from communique.urls import file_of

_TOP = 8


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What region.html and source.html print."""

    ref: Ref
    printed: list[tuple[str, int]]
    country: str | None
    rights: str | None
    tally: Tally
    years: list[Year]
    rows: list[Row]
    complete: bool
    people: list[Entry]


def regions(whole: Whole) -> Iterator[Page]:
    """Yield the page of every region."""
    for facet in whole.shelf.regions.values():
        entry = whole.shelf.region_names.entries.get(facet.id)
        country = entry.country if isinstance(entry, Region) and entry.country else _country(whole.shelf, facet)
        yield _page(whole, "region", "regions", facet, country=country)


def sources(whole: Whole) -> Iterator[Page]:
    """Yield the page of every source."""
    for facet in whole.shelf.sources.values():
        yield _page(whole, "source", "sources", facet, rights=whole.shelf.rights.get(facet.id))


def _page(
    whole: Whole, kind: str, section: str, facet: Facet, *, country: str | None = None, rights: str | None = None
) -> Page:
    shelf = whole.shelf
    places, complete = calendar.newest(facet.dates)
    context = Context(
        ref=facet.ref,
        printed=facet.forms(),
        country=country,
        rights=rights,
        tally=Tally(releases=len(facet.dates), people=len(facet.people), documents=facet.documents),
        years=facet.years(whole.urls, f"{section}/{facet.id}", buckets=not complete),
        rows=facet.rows(places),
        complete=complete,
        people=_people(shelf, facet),
    )
    return Page(file_of(facet.href), kind, body(Head(facet.ref.name, section), context), day=facet.newest)


def _people(shelf: Shelf, facet: Facet) -> list[Entry]:
    """Return who is quoted or named most often in the facet's releases."""
    ranked = sorted(facet.people.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
    return [Entry(shelf.people[person].ref, count, None, None, "", []) for person, count in ranked]


def _country(shelf: Shelf, facet: Facet) -> str | None:
    counts = shelf.countries.get(facet.id)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None
