"""All releases as listings need them: chapters in, facets out. Holds rows and counts, never a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import msgspec

from communique.authority import Person, Region, Source
from communique.listing.chapter import Change, Chapter, Entered, Met, Move, Place, Shelved
from communique.listing.facet import Facet, Item
from communique.listing.recent import News, Recent
from communique.listing.section import Section
from communique.urls import Urls


class Named(NamedTuple):
    """The facets that some releases belong to, by section."""

    people: set[str]
    regions: set[str]
    sources: set[str]


class Shelf:
    """The archive's releases, put up in the order of listings: by date and id, those without a date first."""

    def __init__(
        self, urls: Urls, people: Sequence[Person], regions: Sequence[Region], sources: Sequence[Source]
    ) -> None:
        self.urls = urls
        self.people = Section("people", people, urls, feeds=False)
        self.regions = Section("regions", regions, urls)
        self.sources = Section("sources", sources, urls)
        self.rights = {source.id: source.rights for source in sources}
        self.dates = Facet("dates", urls.section("dates"))
        self.documents = Facet("documents", urls.section("documents"))
        self.signings: dict[tuple[str, str, str], int] = {}
        """(year or empty, kind, status) → documents."""
        self.bodies: list[int] = []
        self.records: list[bytes] = []
        self.meant: list[msgspec.Raw] = []
        """Of each release of `dates`: number of its body in the catalog, digest of its record, what its names mean."""
        self.dialects: dict[str, int] = {}
        self.dates.recent = Recent()
        self.documents.recent = Recent()
        self.changes: list[Change] = []
        self.moved: list[Move] = []
        self.partials = 0
        self.undated = 0

    def add(self, chapter: Chapter) -> None:
        """Put up the releases of the next chapter."""
        self.moved += chapter.moved
        for one in chapter.releases:
            self._add(one)

    def close(self, changed: Named | None = None) -> None:
        """Name every facet; no more releases follow.

        `changed` are the facets of which something may differ from what was published last, where that is known.
        """
        self.dates.close("Releases")
        self.documents.close("Documents")
        self.people.close(changed and changed.people)
        self.regions.close(changed and changed.regions)
        self.sources.close(changed and changed.sources)

    def _add(self, one: Shelved) -> None:
        item = one.item
        self.dates.items.append(item)
        self.bodies.append(one.body)
        self.records.append(one.record)
        self.meant.append(one.meant)
        self.dialects[one.dialect] = self.dialects.get(one.dialect, 0) + 1
        self.partials += one.partial
        self.undated += not item.date
        people = [_spoke(self.people.facet(met.facet), met, item) for met in one.people]
        facets = [self.dates, *people]
        if one.region:
            facets.append(_lies(self.regions.facet(one.region.facet), one.region, item, people))
        if one.source:
            facets.append(_lies(self.sources.facet(one.source.facet), one.source, item, people))
        if item.day:
            _announce((item.day, item.id, item.row, one.excerpt, one.url), one.added, facets)
        for document in one.documents:
            self._register(document, one)
        if one.changes:
            self.changes += one.changes

    def _register(self, one: Entered, release: Shelved) -> None:
        item = one.item
        self.documents.items.append(item)
        counted = (item.date[:4], one.kind, one.status)
        self.signings[counted] = self.signings.get(counted, 0) + 1
        if item.day:
            _announce((item.day, one.id, item.row, one.words, release.url), release.added, [self.documents])


def named(chapters: Iterable[Chapter]) -> Named:
    """Return the facets that the releases of chapters belong to."""
    found = Named(set(), set(), set())
    for one in [one for chapter in chapters for one in chapter.releases]:
        found.people.update([met.facet for met in one.people])
        if one.region:
            found.regions.add(one.region.facet)
        if one.source:
            found.sources.add(one.source.facet)
    return found


def _spoke(facet: Facet, met: Met, item: Item) -> Facet:
    """Put a release up at one of its people, with names and offices as printed; return the person's facet."""
    facet.items.append(item)
    facet.spoke.append(met.spoke)
    facet.turns += met.turns
    for name, office in met.forms:
        facet.printed[name] = facet.printed.get(name, 0) + 1
        if office:
            _held(facet, office, item.date)
    return facet


def _held(facet: Facet, office: str, date: str) -> None:
    span = facet.posts.get(office)
    if span is None:
        facet.posts[office] = [date, date]
    elif date:
        span[0] = span[0] or date
        span[1] = date


def _lies(facet: Facet, place: Place, item: Item, people: Collection[Facet]) -> Facet:
    """Put a release up at its region or source; return that facet."""
    facet.items.append(item)
    if place.printed:
        facet.printed[place.printed] = facet.printed.get(place.printed, 0) + 1
    if place.country:
        facet.countries[place.country] = facet.countries.get(place.country, 0) + 1
    counts = facet.people
    for person in people:
        counts[person] = counts.get(person, 0) + 1
    return facet


def _announce(news: News, added: bool, facets: Iterable[Facet]) -> None:
    """Put a release or document into the feeds of facets that have one."""
    for facet in facets:
        if facet.recent is not None:
            facet.recent.put(news, added=added)
