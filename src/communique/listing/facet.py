"""Facets: the releases of one region, person or source, or of all dates, in the order of listings."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

from communique.listing import calendar
from communique.listing.model import Entry, Ref, Row, Said, Year
from communique.urls import Urls


class Item(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row of facets, encoded once however many of them it stands in."""

    date: str
    """Empty where unknown."""
    id: str
    """Of the release."""
    row: msgspec.Raw
    documents: int
    day: str | None
    """When it came into the archive, else its date, empty where unknown; None of what was withdrawn."""
    added: bool
    """Whether it is known when it came into the archive."""
    entry: str
    """Its id in feeds."""
    excerpt: str
    """How its text begins; of a document the words that decide its status."""
    url: str
    """Address of the original; empty where unknown."""


Spoke = tuple[list[int], str, int]
"""Numbers of the record's speakers that are one person, the digest of their words, the catalog body that holds them."""


class Facet:
    """Rows by (date, id), oldest first; those without a date come before all others."""

    __slots__ = (
        "countries",
        "dates",
        "feed",
        "href",
        "id",
        "items",
        "people",
        "posts",
        "printed",
        "ref",
        "spoke",
        "stands",
        "turns",
    )

    def __init__(self, facet: str, href: str) -> None:
        self.id = facet
        self.href = href
        self.items: list[Item] = []
        self.spoke: list[Spoke | None] = []
        """Of a person, beside the items: what was said; None where they were only present."""
        self.printed: dict[str, int] = {}
        self.people: dict[str, int] = {}
        """Of a region or source: id of a person → releases."""
        self.countries: dict[str, int] = {}
        """Of a region: ISO 3166 code → releases."""
        self.posts: dict[str, list[str]] = {}
        """Of a person: office as printed → first and last day."""
        self.turns = 0
        self.feed = False
        """Whether it has a feed."""
        self.dates: list[str] = []
        """Of the items; filled in, like the canonical name of `ref`, once all items are there."""
        self.ref = Ref(facet, facet, href)
        self.stands = False
        """Whether nothing of it differs from what was published last, so that its own pages stand."""

    def close(self, name: str = "") -> None:
        """Take the canonical name, or else the form that is printed most often; no more items follow."""
        self.dates = [item.date for item in self.items]
        if not name and self.printed:
            name = self.forms()[0][0]
        self.ref = Ref(self.id, name or self.id, self.href)

    @property
    def documents(self) -> int:
        """Number of documents in the facet's releases."""
        return sum([item.documents for item in self.items])

    @property
    def newest(self) -> str:
        """Newest date; empty where no date is known."""
        return self.dates[-1] if self.dates else ""

    def forms(self) -> list[tuple[str, int]]:
        """Return the printed forms with their counts, most frequent first."""
        forms = list(self.printed.items())
        return sorted(forms, key=lambda form: (-form[1], form[0])) if len(forms) > 1 else forms

    def complete(self) -> bool:
        """Whether the facet's own page shows every row, and no buckets are needed."""
        return len(self.dates) <= calendar.WHOLE

    def entry(self, office: str = "") -> Entry:
        """Return the facet as a line of an index, a person's with the office that it names."""
        counts = [(year, count) for year, count, _ in calendar.years(self.dates) if year != calendar.UNKNOWN][::-1]
        first, last = (counts[0][0], counts[-1][0]) if counts else (None, None)
        return Entry(self.ref, len(self.dates), first, last, _letter(self.ref.name), counts, office)

    def years(self, urls: Urls, base: str, *, buckets: bool) -> list[Year]:
        """Return the years with counts; each leads to its bucket, or to its newest row on the facet's own page."""
        return [
            (year, urls.bucket(base, year) if buckets else f"{self.href}#r-{self.items[place].id}", count)
            for year, count, place in calendar.years(self.dates)
        ]

    def rows(self, places: Sequence[int]) -> list[Row]:
        """Return the rows at some places; they are encoded already, which the type does not show."""
        items = self.items
        return [items[place].row for place in places]  # type: ignore[misc]

    def said(self, places: Sequence[int]) -> tuple[list[Said], list[Row], tuple[int, ...]]:
        """Return what a person said at some places, the rows where they were only present, and the bodies needed."""
        said: list[Said] = []
        present: list[msgspec.Raw] = []
        needs: list[int] = []
        for place in places:
            words, row = self.spoke[place], self.items[place].row
            if words is None:
                present.append(row)
            else:
                said.append(Said(row, words[0], words[1]))  # type: ignore[arg-type]
                needs.append(words[2])
        return said, present, tuple(needs)  # type: ignore[return-value]


def _letter(name: str) -> str:
    """Return the first letter of a name, a capital, of Latin ones without its marks (É is E); `#` where it has none."""
    first = next((c for c in name if c.isalpha()), "#").upper()[:1]
    plain = unicodedata.normalize("NFKD", first)[:1]
    return plain if plain.isascii() else first
