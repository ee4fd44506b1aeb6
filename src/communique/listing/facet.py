"""Facets: the releases of one region, person or source, or of all dates, in the order of listings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from communique.listing import calendar
from communique.listing.model import Entry, Ref, Row, Said, Year
from communique.urls import Urls


class Facet:
    """Rows by (date, id), oldest first; those without a date come before all others."""

    __slots__ = (
        "dates",
        "documents",
        "href",
        "id",
        "ids",
        "needs",
        "people",
        "posts",
        "printed",
        "rows",
        "said",
        "turns",
    )

    def __init__(self, facet: str, href: str) -> None:
        self.id = facet
        self.href = href
        self.dates: list[str] = []
        self.ids: list[str] = []
        self.rows: list[msgspec.Raw] = []
        self.said: list[tuple[list[int], str] | None] = []
        """Of a person: numbers of the speakers and the digest of their words; None where they were only present."""
        self.needs: list[int] = []
        """Of a person: the numbers of the catalog bodies that hold the words."""
        self.printed: Counter[str] = Counter()
        self.people: Counter[str] = Counter()
        self.posts: dict[str, tuple[str, str]] = {}
        """Of a person: office as printed → first and last day."""
        self.documents = 0
        self.turns = 0

    def ref(self, name: str = "") -> Ref:
        """Return the facet by its canonical name, or the form that is printed most often."""
        return Ref(self.id, name or self.common(), self.href)

    def common(self) -> str:
        """Return the printed form that is met most often; of equals the first by alphabet."""
        return min(self.printed, key=lambda form: (-self.printed[form], form), default=self.id)

    def forms(self) -> list[tuple[str, int]]:
        """Return the printed forms with their counts, most frequent first."""
        return sorted(self.printed.items(), key=lambda form: (-form[1], form[0]))

    def complete(self) -> bool:
        """Whether the facet's own page shows every row, and no buckets are needed."""
        return len(self.dates) <= calendar.WHOLE

    def entry(self, name: str = "") -> Entry:
        """Return the facet as a line of an index."""
        ref = self.ref(name)
        counts = [(year, count) for year, count, _ in calendar.years(self.dates) if year != "unknown"][::-1]
        first, last = (counts[0][0], counts[-1][0]) if counts else (None, None)
        return Entry(ref, len(self.dates), first, last, _letter(ref.name), counts)

    def years(self, urls: Urls, base: str, *, buckets: bool) -> list[Year]:
        """Return the years with counts; each leads to its bucket, or to its newest row on the facet's own page."""
        return [
            (year, urls.bucket(base, year) if buckets else f"{self.href}#r-{self.ids[place]}", count)
            for year, count, place in calendar.years(self.dates)
        ]


def chosen(rows: Sequence[msgspec.Raw], places: Sequence[int]) -> list[Row]:
    """Return the rows at some places; they are encoded already, which the type does not show."""
    return [rows[place] for place in places]  # type: ignore[misc]


def said(facet: Facet, places: Sequence[int]) -> tuple[list[Said], list[Row], tuple[int, ...]]:
    """Return what a person said in the releases at some places, where they were only present, and the bodies needed."""
    spoke, present, needs = [], [], []
    for place in places:
        words, row = facet.said[place], facet.rows[place]
        if words is None:
            present.append(row)
        else:
            spoke.append(Said(row, *words))  # type: ignore[arg-type]
            needs.append(facet.needs[place])
    return spoke, present, tuple(needs)  # type: ignore[return-value]


def _letter(name: str) -> str:
    return next((c.upper() for c in name if c.isalpha()), "#")[:1]
