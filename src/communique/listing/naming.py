"""What printed names mean in an archive: the page of a region, person or source that each leads to."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.authority import Alias, Names, Person, Region, Source, key
from communique.catalog.summary import Summary
from communique.listing.model import Ref
from communique.urls import Urls, name_id

Entry = Person | Region | Source


class Naming:
    """What the names of one section mean; the same printed name always gives the same object."""

    def __init__(self, section: str, entries: Sequence[Entry], urls: Urls) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._section = section
        self._urls = urls
        self._names: Names[Entry] = Names(entries)  # type: ignore[type-var]
        self._met: dict[object, Ref] = {}
        self._dated = {
            key(alias.name)
            for entry in entries
            for alias in entry.aliases
            if isinstance(alias, Alias) and (alias.from_ or alias.to)
        }

    def meet(self, printed: str, date: str | None) -> Ref:
        """Return what a printed name means on a day: an entry, or a page of its own under the name's slug.

        What has no entry is shown in each listing as it is printed there.
        """
        return self._met.get(printed) or self._meet(printed, date)

    def entry(self, entry: str) -> Ref | None:
        """Return the entry of an id, if the authority file has one."""
        known = self.entries.get(entry)
        return self._ref(entry, known.name) if known else None

    def _meet(self, printed: str, date: str | None) -> Ref:
        dated = bool(self._dated) and key(printed) in self._dated
        place = (printed, date) if dated else printed
        met = self._met.get(place)
        if met is None:
            entry = self._names.find(printed, date) if self.entries else None
            made = entry.id if entry else name_id(printed)
            known = self.entries.get(made)
            met = self._met[place] = self._ref(made, known.name if known else printed)
        return met

    def _ref(self, made: str, name: str) -> Ref:
        return Ref(made, name, self._urls.entry(self._section, made))


Ids = tuple[str | None, str | None, list[str | None], list[str]]
"""Of region, source, speakers, participants."""


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """What the names in one release mean on its date, and its address."""

    href: str
    region: Ref | None
    """Where its wire prints no region, that which the source's entry gives."""
    source: Ref | None
    speakers: list[Ref | None]
    """In the record's order; None for a voice that is nobody in particular."""
    participants: list[Ref]
    rights: str | None

    def ids(self) -> Ids:
        """Return the ids of what the names mean."""
        return (
            self.region.id if self.region else None,
            self.source.id if self.source else None,
            [ref.id if ref else None for ref in self.speakers],
            [ref.id for ref in self.participants],
        )


class Resolver:
    """Says what the names in releases mean; it holds names that it has met, never a release."""

    def __init__(
        self, urls: Urls, people: Sequence[Person], regions: Sequence[Region], sources: Sequence[Source]
    ) -> None:
        self.urls = urls
        self.people = Naming("people", people, urls)
        self.regions = Naming("regions", regions, urls)
        self.sources = Naming("sources", sources, urls)

    def resolve(self, one: Summary) -> Resolved:
        """Return what the names in a release mean."""
        date, meet = one.date, self.people.meet
        source = self.sources.meet(one.source, date) if one.source else None
        entry = self.sources.entries.get(source.id) if source else None
        body = entry if isinstance(entry, Source) else None
        region = self.regions.meet(one.region, date) if one.region else self._given(body)
        return Resolved(  # in the order of its fields: by name it takes twice as long
            self.urls.release(one.id),
            region,
            source,
            [meet(named.name, date) if named.said else None for named in one.speakers],
            [meet(named.name, date) for named in one.participants],
            body.rights if body else None,
        )

    def _given(self, body: Source | None) -> Ref | None:
        return self.regions.entry(body.region) if body and body.region else None
