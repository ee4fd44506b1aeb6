"""All releases as listings need them: summaries in, facets out. Holds rows and counts, never a text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.authority import Person, Region, Source
from communique.catalog.summary import Named, Summary
from communique.listing.facet import Facet, Item, Spoke
from communique.listing.model import Lite, Ref, Registered, Row, encoded
from communique.listing.recent import News, Recent
from communique.listing.section import Section, places
from communique.urls import Urls

_SHOWN = 5


Change = tuple[str, str, str, msgspec.Raw, str]
"""(day, id, what was done: withdrawn, replaces or corrected; row, reason or JSON Pointers)."""


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """What the names in one release mean, and its address."""

    href: str
    region: Ref | None
    source: Ref | None
    speakers: list[Ref | None]
    """In the record's order; None for a voice that is nobody in particular."""
    participants: list[Ref]
    rights: str | None


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
        self.partials = 0
        self.undated = 0

    def put(self, one: Summary, body: int) -> Resolved:
        """Put one release up, with the number of its body in the catalog; return what its names mean on its date."""
        region, source = places(one, self.regions, self.sources)
        speakers, participants, people = self._people(one, body)
        names = Resolved(
            self.urls.release(one.id),
            region[0] if region else None,
            source[0] if source else None,
            speakers,
            participants,
            self.rights.get(source[0].id) if source else None,
        )
        day = None if one.withdrawn is not None else one.added or one.date or ""
        item = Item(one.date or "", one.id, encoded(self._row(one, names)), len(one.documents), day)
        self._count(one, item)
        self.bodies.append(body)
        self.records.append(one.record)
        self.meant.append(_meant(names))
        for facet, spoke in people.items():
            facet.items.append(item)
            facet.spoke.append(spoke)
        if region:
            _add(region[1], one.region, item, people)
            if one.country:
                counts = region[1].countries
                counts[one.country] = counts.get(one.country, 0) + 1
        if source:
            _add(source[1], one.source, item, people)
        if one.documents:
            self._register(one, names.href, day)
        if day:
            news = (day, one.id, item.row, one.excerpt, one.url or "")
            _announce(news, one.added is not None, [self.dates, *people, *[met[1] for met in (region, source) if met]])
        if day is None or one.corrected or one.supersedes:
            self.changes += _changes(one, item)
        return names

    def close(self) -> None:
        """Name every facet; no more releases follow."""
        self.dates.close("Releases")
        self.documents.close("Documents")
        for section in (self.people, self.regions, self.sources):
            section.close()

    def _people(self, one: Summary, body: int) -> tuple[list[Ref | None], list[Ref], dict[Facet, Spoke | None]]:
        """Return speakers, participants, and what each person said, noting names and offices."""
        date = one.date
        meet = self.people.meet
        speakers: list[Ref | None] = []
        participants: list[Ref] = []
        found: dict[Facet, Spoke | None] = {}
        for n, named in enumerate(one.speakers):
            if not named.said:
                speakers.append(None)
                continue
            ref, facet = meet(named.name, date)
            speakers.append(ref)
            _note(facet, named, date)
            facet.turns += named.turns
            known = found.get(facet)
            found[facet] = ([*known[0], n], known[1] + named.said, body) if known else ([n], named.said, body)
        for named in one.participants:
            ref, facet = meet(named.name, date)
            participants.append(ref)
            _note(facet, named, date)
            found.setdefault(facet, None)
        return speakers, participants, found

    def _count(self, one: Summary, item: Item) -> None:
        self.dates.items.append(item)
        self.dialects[one.dialect] = self.dialects.get(one.dialect, 0) + 1
        self.partials += one.partial
        self.undated += not item.date

    def _row(self, one: Summary, names: Resolved) -> Row:
        speakers = [ref for ref in names.speakers if ref is not None]
        if len(speakers) > 1:
            speakers = list({ref.id: ref for ref in speakers}.values())
        return Row(
            one.id,
            names.href,
            one.date,
            one.title,
            one.title_printed,
            names.region,
            names.source,
            speakers[:_SHOWN],
            max(0, len(speakers) - _SHOWN),
            len(one.documents),
            one.partial,
            one.withdrawn is not None,
            one.translation,
            one.language,
        )

    def _register(self, one: Summary, href: str, day: str | None) -> None:
        lite = Lite(one.id, href, one.date, one.title)
        for signed in reversed(one.documents):  # listings turn the order round
            place = f"{href}{signed.fragment}"
            document = Registered(signed.title, signed.kind, signed.status, signed.parties, lite, place, signed.words)
            row = encoded(document)
            self.documents.items.append(Item(one.date or "", one.id, row, 1))
            counted = ((one.date or "")[:4], signed.kind, signed.status)
            self.signings[counted] = self.signings.get(counted, 0) + 1
            if day:
                name = hashlib.blake2b(signed.title.encode(), digest_size=6).hexdigest()
                news = (day, f"{one.id}/#document-{name}", row, signed.words, one.url or "")
                _announce(news, one.added is not None, [self.documents])


def _meant(names: Resolved) -> msgspec.Raw:
    """Return the ids of what names mean, packed: of region, source, speakers, participants."""
    region, source = names.region, names.source
    speakers = [ref and ref.id for ref in names.speakers]
    participants = [ref.id for ref in names.participants]
    return encoded((region and region.id, source and source.id, speakers, participants))


def _announce(news: News, added: bool, facets: Iterable[Facet]) -> None:
    """Put a release or document into the feeds of facets that have one."""
    for facet in facets:
        if facet.recent is not None:
            facet.recent.put(news, added=added)


def _changes(one: Summary, item: Item) -> Iterator[Change]:
    """Yield what was done to a release after it was published: withdrawn, put in the place of another, corrected."""
    day = one.withdrawn or item.day or item.date
    if one.withdrawn is not None:
        yield day, one.id, "withdrawn", item.row, one.excerpt
    if one.supersedes:
        yield day, one.id, "replaces", item.row, one.supersedes
    if one.corrected:
        yield day, one.id, "corrected", item.row, ", ".join(one.corrected)


def _add(facet: Facet, printed: str | None, item: Item, people: Iterable[Facet]) -> None:
    facet.items.append(item)
    if printed:
        facet.printed[printed] = facet.printed.get(printed, 0) + 1
    counts = facet.people
    for person in people:
        counts[person] = counts.get(person, 0) + 1


def _note(facet: Facet, named: Named, date: str | None) -> None:
    """Note a name as printed and the office printed beside it."""
    facet.printed[named.name] = facet.printed.get(named.name, 0) + 1
    if named.role:
        span = facet.posts.get(named.role)
        if span is None:
            facet.posts[named.role] = [date or "", date or ""]
        elif date:
            span[0] = span[0] or date
            span[1] = date
