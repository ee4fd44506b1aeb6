"""The pages of a region and of a source."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.authority import Region
from communique.listing import calendar
from communique.listing.facet import Facet
from communique.listing.model import Entry, Head, Page, Ref, Row, Tally, Year, body
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
    for facet in whole.shelf.regions.facets.values():
        entry = whole.shelf.regions.entries.get(facet.id)
        country = entry.country if isinstance(entry, Region) and entry.country else _country(facet)
        yield _page(whole, "region", "regions", facet, country=country)


def sources(whole: Whole) -> Iterator[Page]:
    """Yield the page of every source."""
    for facet in whole.shelf.sources.facets.values():
        yield _page(whole, "source", "sources", facet, rights=whole.shelf.rights.get(facet.id))


def _page(
    whole: Whole, kind: str, section: str, facet: Facet, *, country: str | None = None, rights: str | None = None
) -> Page:
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
        people=_people(whole, facet),
    )
    return Page(file_of(facet.href), kind, body(Head(facet.ref.name, section), context), day=facet.newest)


def _people(whole: Whole, facet: Facet) -> list[Entry]:
    """Return who is quoted or named most often in the facet's releases."""
    ranked = sorted(facet.people.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
    people = whole.shelf.people.facets
    return [Entry(people[person].ref, count, None, None, "", []) for person, count in ranked]


def _country(facet: Facet) -> str | None:
    counts = facet.countries
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None
