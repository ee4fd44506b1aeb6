"""All releases as listings need them: summaries in, facets out. Holds rows and counts, never a text."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

import msgspec

from communique.authority import Person, Region, Source
from communique.catalog.summary import Named, Summary
from communique.listing.facet import Facet, Item
from communique.listing.model import Lite, Ref, Registered, Row, encoded
from communique.listing.names import Resolver
from communique.urls import Urls

_SHOWN = 5
_NEWEST = 50


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """What the names in one release mean."""

    region: Ref | None
    source: Ref | None
    speakers: list[Ref | None]
    """In the record's order; None for a voice that is nobody in particular."""
    participants: list[Ref]
    rights: str | None


class Shelf:
    """The archive's releases, added in the order of listings: by date and id, those without a date first."""

    def __init__(
        self, urls: Urls, people: Sequence[Person], regions: Sequence[Region], sources: Sequence[Source]
    ) -> None:
        self.urls = urls
        self.people_names = Resolver("people", people, urls)
        self.region_names = Resolver("regions", regions, urls)
        self.source_names = Resolver("sources", sources, urls)
        self.rights = {source.id: source.rights for source in sources}
        self._region_of = {source.id: source.region for source in sources}
        self.dates = Facet("dates", urls.section("dates"))
        self.documents = Facet("documents", urls.section("documents"))
        self.regions: dict[str, Facet] = {}
        self.people: dict[str, Facet] = {}
        self.sources: dict[str, Facet] = {}
        self.countries: dict[str, dict[str, int]] = {}
        self.kinds: dict[str, int] = {}
        self.dialects: dict[str, int] = {}
        self._newest: list[tuple[str, str, Item]] = []
        self.partials = 0
        self.undated = 0

    def resolve(self, one: Summary) -> Resolved:
        """Return what the names in a release mean on its date."""
        date = one.date
        source = self.source_names.ref(one.source, date) if one.source else None
        region = self.region_names.ref(one.region, date) if one.region else None
        if region is None and source is not None:
            region = self.region_names.entry(self._region_of.get(source.id) or "")
        person = self.people_names.ref
        speakers = [person(named.name, date) if named.said else None for named in one.speakers]
        participants = [person(named.name, date) for named in one.participants]
        return Resolved(region, source, speakers, participants, self.rights.get(source.id) if source else None)

    def add(self, one: Summary, body: int, names: Resolved) -> None:
        """Put one release on the shelf."""
        date = one.date or ""
        item = Item(date, one.id, encoded(self._row(one, names)), len(one.documents))
        self.dates.items.append(item)
        self.dialects[one.dialect] = self.dialects.get(one.dialect, 0) + 1
        self.partials += one.partial
        self.undated += not date
        self._note_newest(one.added or date, one, item)
        people = self._people(one, names)
        for person, (numbers, digest, turns) in people.items():
            facet = self.people[person]
            facet.items.append(item)
            facet.spoke.append((numbers, digest, body) if numbers else None)
            facet.turns += turns
        if names.region:
            facet = self._facet(self.regions, names.region, one.region)
            self._put(facet, item, people)
            if one.country:
                counts = self.countries.setdefault(facet.id, {})
                counts[one.country] = counts.get(one.country, 0) + 1
        if names.source:
            self._put(self._facet(self.sources, names.source, one.source), item, people)
        if one.documents:
            self._register(one, date)

    def close(self) -> None:
        """Name every facet; no more releases follow."""
        self.dates.close("Releases")
        self.documents.close("Documents")
        for facets, names in (
            (self.regions, self.region_names),
            (self.people, self.people_names),
            (self.sources, self.source_names),
        ):
            for facet in facets.values():
                facet.close(names.canonical(facet.id))

    def newest(self) -> list[tuple[str, Item]]:
        """Return (day, item) of the releases that came last, by the day they were added, else by date."""
        return [(day, item) for day, _, item in sorted(self._newest, key=lambda entry: entry[:2], reverse=True)]

    def _note_newest(self, day: str, one: Summary, item: Item) -> None:
        newest = self._newest
        if len(newest) == _NEWEST and (day, one.id) < newest[0][:2]:
            return
        if day and one.withdrawn is None:
            heapq.heappush(newest, (day, one.id, item))
            if len(newest) > _NEWEST:
                heapq.heappop(newest)

    def _row(self, one: Summary, names: Resolved) -> Row:
        speakers = list({ref.id: ref for ref in names.speakers if ref is not None}.values())
        return Row(
            id=one.id,
            href=self.urls.release(one.id),
            date=one.date,
            title=one.title,
            title_printed=one.title_printed,
            region=names.region,
            source=names.source,
            speakers=speakers[:_SHOWN],
            more_speakers=max(0, len(speakers) - _SHOWN),
            documents=len(one.documents),
            partial=one.partial,
            withdrawn=one.withdrawn is not None,
            translation=one.translation,
            language=one.language,
        )

    def _put(self, facet: Facet, item: Item, people: Iterable[str]) -> None:
        facet.items.append(item)
        counts = facet.people
        for person in people:
            counts[person] = counts.get(person, 0) + 1

    def _facet(self, facets: dict[str, Facet], ref: Ref, printed: str | None) -> Facet:
        facet = facets.get(ref.id)
        if facet is None:
            facet = facets[ref.id] = Facet(ref.id, ref.href)
        if printed:
            facet.printed[printed] = facet.printed.get(printed, 0) + 1
        return facet

    def _people(self, one: Summary, names: Resolved) -> dict[str, tuple[list[int], str, int]]:
        """Return person → (numbers of their speakers, digest of their words, turns), noting names and offices."""
        found: dict[str, tuple[list[int], str, int]] = {}
        for n, (named, ref) in enumerate(zip(one.speakers, names.speakers, strict=True)):
            if ref is None:
                continue
            self._met(ref, named, one.date)
            known = found.get(ref.id)
            if known is None:
                found[ref.id] = ([n], named.said, named.turns)
            else:
                found[ref.id] = ([*known[0], n], known[1] + named.said, known[2] + named.turns)
        for named, ref in zip(one.participants, names.participants, strict=True):
            self._met(ref, named, one.date)
            if ref.id not in found:
                found[ref.id] = ([], "", 0)
        return found

    def _met(self, ref: Ref, named: Named, date: str | None) -> None:
        facet = self._facet(self.people, ref, named.name)
        if named.role:
            first, last = facet.posts.get(named.role, (date or "", date or ""))
            facet.posts[named.role] = (first or date or "", date or last)

    def _register(self, one: Summary, date: str) -> None:
        href = self.urls.release(one.id)
        lite = Lite(one.id, href, one.date, one.title)
        for signed in reversed(one.documents):  # listings turn the order round
            place = f"{href}{signed.fragment}"
            document = Registered(signed.title, signed.kind, signed.status, signed.parties, lite, place, signed.words)
            self.documents.items.append(Item(date, one.id, encoded(document), 1))
            self.kinds[signed.kind] = self.kinds.get(signed.kind, 0) + 1
