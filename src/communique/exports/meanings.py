"""What the names in a release mean in its archive: the ids of the pages that the site has for them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.authority import Person, Region, Source
from communique.catalog.summary import Summary
from communique.exports.tables import Meant
from communique.listing.section import Section, places
from communique.urls import Urls


class Meanings:
    """The ids of an archive's people, regions and sources, as its authority files and the rules of addresses give them.

    It holds names that it has met, never a release.
    """

    def __init__(self, people: Sequence[Person], regions: Sequence[Region], sources: Sequence[Source]) -> None:
        self.people = Section("people", people, Urls())
        self.regions = Section("regions", regions, Urls())
        self.sources = Section("sources", sources, Urls())

    def of(self, one: Summary) -> Meant:
        """Return what the names in a release mean on its date."""
        region, source = places(one, self.regions, self.sources)
        meet = self.people.meet
        return Meant(
            region[0].id if region else None,
            source[0].id if source else None,
            [meet(named.name, one.date)[0].id if named.said else None for named in one.speakers],
            [meet(named.name, one.date)[0].id for named in one.participants],
        )
