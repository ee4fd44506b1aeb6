"""All releases as listings need them: chapters in, facets out. Holds rows and counts, never a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from communique.authority import Person, Region, Source
from communique.listing.chapter import Change, Chapter, Move, Spot, Voice
from communique.listing.facet import Facet, Item
from communique.listing.section import Section
from communique.urls import Urls

Key = TypeVar("Key")
_YEAR = 4
"""Characters of a year."""


class Changed(NamedTuple):
    """What may differ from what was published last: facets by section, and months, empty for what has no date."""

    people: set[str]
    regions: set[str]
    sources: set[str]
    months: set[str]
    same_years: bool
    """Whether there are releases of the same years as before."""


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
        self.dates.feed = self.documents.feed = True
        self.changes: list[Change] = []
        self.moved: list[Move] = []
        self.partials = 0
        self.undated = 0
        self._changed: Changed | None = None

    def add(self, chapter: Chapter) -> None:
        """Put up the releases of the next chapter."""
        items = chapter.items
        self.dates.items += items
        self.bodies += chapter.bodies
        self.records += chapter.records
        self.meant += chapter.meant
        _count(self.dialects, chapter.dialects)
        self.partials += chapter.partials
        self.undated += sum([not item.date for item in items])
        for voice in chapter.people:
            _speaks(self.people.facet(voice.facet), voice, items)
        for spots, section in ((chapter.regions, self.regions), (chapter.sources, self.sources)):
            for spot in spots:
                _lies(section.facet(spot.facet), spot, items)
        self.documents.items += chapter.documents
        for item, (kind, status) in zip(chapter.documents, chapter.signings, strict=True):
            _count(self.signings, {(item.date[:4], kind, status): 1})
        self.changes += chapter.changes
        self.moved += chapter.moved

    def close(self, changed: Changed | None = None) -> None:
        """Name every facet; no more releases follow. All but what `changed`, where that is known, stands as it was."""
        self._changed = changed
        self.dates.close("Releases")
        self.documents.close("Documents")
        self.people.close(changed and changed.people)
        self.regions.close(changed and changed.regions)
        self.sources.close(changed and changed.sources)

    def stands(self, period: str) -> bool:
        """Whether nothing of an ISO year or month, empty for what has no date, differs from what was published last.

        Of a year that includes which years there are beside it.
        """
        changed = self._changed
        if changed is None or (len(period) == _YEAR and not changed.same_years):
            return False
        return not any(month.startswith(period) if period else not month for month in changed.months)


def changed(pairs: Iterable[tuple[Chapter | None, Chapter | None]], *, same_years: bool) -> Changed:
    """Return what differs, given every chapter that does as it was and as it is, None where it was or is not there."""
    found = Changed(set(), set(), set(), set(), same_years)
    for pair in pairs:
        were, are = map(_contributions, pair)
        for section, before, after in zip(found[:3], were, are, strict=True):
            section.update(facet for facet in before.keys() | after.keys() if before.get(facet) != after.get(facet))
        found.months.update(item.date[:7] for chapter in pair if chapter for item in chapter.items)
    return found


def _contributions(chapter: Chapter | None) -> tuple[dict[str, bytes], ...]:
    """Return what a chapter gives to each person, region and source: id → that, packed."""
    if chapter is None:
        return {}, {}, {}
    items = chapter.items
    return tuple(
        {part.facet: _pack(([items[place] for place in part.places], *_rest(part))) for part in parts}
        for parts in (chapter.people, chapter.regions, chapter.sources)
    )


def _rest(part: Voice | Spot) -> tuple[object, ...]:
    """Return what a part of a chapter holds beside its places, which another release in the same month moves."""
    return tuple(getattr(part, field) for field in part.__struct_fields__ if field != "places")


_pack = msgspec.msgpack.Encoder().encode


def _speaks(facet: Facet, voice: Voice, items: Sequence[Item]) -> None:
    """Put the releases of a chapter up at one of its people, with names and offices as printed."""
    facet.items += [items[place] for place in voice.places]
    facet.spoke += voice.spoke
    facet.turns += voice.turns
    _count(facet.printed, voice.printed)
    for office, (first, last) in voice.posts.items():
        span = facet.posts.setdefault(office, [first, last])
        span[:] = [span[0] or first, last or span[1]]


def _lies(facet: Facet, spot: Spot, items: Sequence[Item]) -> None:
    """Put the releases of a chapter up at one of its regions or sources."""
    facet.items += [items[place] for place in spot.places]
    _count(facet.printed, spot.printed)
    _count(facet.countries, spot.countries)
    _count(facet.people, spot.people)


def _count(counts: dict[Key, int], more: Mapping[Key, int]) -> None:
    if not counts:
        counts.update(more)
        return
    for key, count in more.items():
        counts[key] = counts.get(key, 0) + count
