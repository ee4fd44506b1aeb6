"""Sections: the facets of one kind by id, such as all people."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.listing.facet import Facet
from communique.listing.naming import Entry
from communique.urls import Urls


class Section:
    """The facets of one kind, in the order in which releases name them."""

    def __init__(self, section: str, entries: Sequence[Entry], urls: Urls, *, feeds: bool = True) -> None:
        """Make the section of a name; `feeds` says whether each facet has a feed, or only those with an entry."""
        self.name = section
        self.entries = {entry.id: entry for entry in entries}
        self.facets: dict[str, Facet] = {}
        self._urls = urls
        self._feeds = feeds

    def facet(self, made: str) -> Facet:
        """Return the facet of an id, a new one where no release has named it yet."""
        return self.facets.get(made) or self._made(made)

    def close(self, changed: Collection[str] | None = None) -> None:
        """Name every facet; no more releases follow. What is not `changed`, where that is known, stands as it was."""
        for facet in self.facets.values():
            known = self.entries.get(facet.id)
            facet.close(known.name if known else "")
            facet.stands = changed is not None and facet.id not in changed

    def _made(self, made: str) -> Facet:
        facet = self.facets[made] = Facet(made, self._urls.entry(self.name, made))
        facet.feed = self._feeds or made in self.entries
        return facet
