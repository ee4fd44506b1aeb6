"""Printed names → the region, person or source that an archive means by them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.authority import Alias, Names, Person, Region, Source, key
from communique.listing.model import Ref
from communique.urls import Urls, name_id

Entry = Person | Region | Source


class Resolver:
    """The names of one section; the same printed name always gives the same object."""

    def __init__(self, section: str, entries: Sequence[Entry], urls: Urls) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._section = section
        self._urls = urls
        self._names: Names[Entry] = Names(entries)  # type: ignore[type-var]
        self._known = {entry.id: self._ref(entry.id, entry.name) for entry in entries}
        self._dated = {
            key(alias.name)
            for entry in entries
            for alias in entry.aliases
            if isinstance(alias, Alias) and (alias.from_ or alias.to)
        }
        self._met: dict[object, Ref] = {}

    def ref(self, printed: str, date: str | None) -> Ref:
        """Return what a printed name means on a day: an entry, or a page of its own under the name's slug.

        A page of its own shows in each listing the name as printed there.
        """
        found = self._met.get(printed)
        if found is None:
            dated = bool(self._dated) and key(printed) in self._dated
            place = (printed, date) if dated else printed
            found = self._met.get(place)
            if found is None:
                found = self._met[place] = self._find(printed, date)
        return found

    def canonical(self, entry: str) -> str:
        """Return the canonical name of an id, empty where the authority file has none."""
        known = self._known.get(entry)
        return known.name if known else ""

    def entry(self, entry: str) -> Ref | None:
        """Return the entry of an id, if the authority file has one."""
        return self._known.get(entry)

    def _find(self, printed: str, date: str | None) -> Ref:
        entry = self._names.find(printed, date)
        if entry is not None:
            return self._known[entry.id]
        made = name_id(printed)
        return self._known.get(made) or self._ref(made, printed)

    def _ref(self, made: str, name: str) -> Ref:
        return Ref(made, name, self._urls.entry(self._section, made))
