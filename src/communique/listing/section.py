"""Sections: printed names → the region, person or source that an archive means by them, with their facets."""

from __future__ import annotations

from collections.abc import Sequence

from communique.authority import Alias, Names, Person, Region, Source, key
from communique.catalog.summary import Summary
from communique.listing.facet import Facet
from communique.listing.model import Ref
from communique.listing.recent import Recent
from communique.urls import Urls, name_id

Entry = Person | Region | Source
Met = tuple[Ref, Facet]
"""What a printed name means: the reference as a release shows it, and the facet that the release belongs to."""


class Section:
    """The facets of one kind, by what their names mean; the same printed name always gives the same objects."""

    def __init__(self, section: str, entries: Sequence[Entry], urls: Urls, *, feeds: bool = True) -> None:
        """Make the section of a name; `feeds` says whether each facet has a feed, or only those with an entry."""
        self.name = section
        self.entries = {entry.id: entry for entry in entries}
        self.facets: dict[str, Facet] = {}
        self._urls = urls
        self._feeds = feeds
        self._names: Names[Entry] = Names(entries)  # type: ignore[type-var]
        self._met: dict[object, Met] = {}
        self._dated = {
            key(alias.name)
            for entry in entries
            for alias in entry.aliases
            if isinstance(alias, Alias) and (alias.from_ or alias.to)
        }

    def meet(self, printed: str, date: str | None) -> Met:
        """Return what a printed name means on a day: an entry, or a page of its own under the name's slug.

        What has no entry is shown in each listing as it is printed there.
        """
        return self._met.get(printed) or self._meet(printed, date)

    def entry(self, entry: str) -> Met | None:
        """Return the entry of an id, if the authority file has one."""
        known = self.entries.get(entry)
        return self._facet(entry, known.name) if known else None

    def close(self) -> None:
        """Name every facet; no more releases follow."""
        for facet in self.facets.values():
            known = self.entries.get(facet.id)
            facet.close(known.name if known else "")

    def _meet(self, printed: str, date: str | None) -> Met:
        dated = bool(self._dated) and key(printed) in self._dated
        place = (printed, date) if dated else printed
        met = self._met.get(place)
        if met is None:
            entry = self._names.find(printed, date) if self.entries else None
            made = entry.id if entry else name_id(printed)
            known = self.entries.get(made)
            met = self._met[place] = self._facet(made, known.name if known else printed)
        return met

    def _facet(self, made: str, name: str) -> Met:
        href = self._urls.entry(self.name, made)
        facet = self.facets.get(made)
        if facet is None:
            facet = self.facets[made] = Facet(made, href)
            if self._feeds or made in self.entries:
                facet.recent = Recent()
        return Ref(made, name, href), facet


def places(one: Summary, regions: Section, sources: Section) -> tuple[Met | None, Met | None]:
    """Return a release's region and source; where its wire prints no region, that which the source's entry gives."""
    source = sources.meet(one.source, one.date) if one.source else None
    if one.region:
        return regions.meet(one.region, one.date), source
    entry = sources.entries.get(source[0].id) if source else None
    given = entry.region if isinstance(entry, Source) else None
    return regions.entry(given) if given else None, source
