"""The register of documents that releases say were or are to be signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from communique.listing import calendar
from communique.listing.model import Head, Page, Registered, Year, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "documents", "documents.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What documents.html prints."""

    rows: list[Registered]
    years: list[Year]
    kinds: dict[str, int]
    planned_kinds: dict[str, int]
    """Of each kind's documents, those that are to be signed."""
    planned_years: dict[str, int]
    """The same of each year's."""
    signed: int
    planned: int
    complete: bool


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the register's own page."""
    facet = whole.shelf.documents
    places, complete = calendar.newest(facet.dates)
    counts = sorted(whole.shelf.signings.items())
    planned = {counted: n for counted, n in counts if counted[2] != "signed"}
    context = Context(
        rows=facet.rows(places),  # type: ignore[arg-type]
        years=facet.years(whole.urls, "documents", buckets=True),
        kinds=_sums((kind, n) for (_, kind, _), n in counts),
        planned_kinds=_sums((kind, n) for (_, kind, _), n in planned.items()),
        planned_years=_sums((year, n) for (year, *_), n in planned.items()),
        signed=len(facet.dates) - sum(planned.values()),
        planned=sum(planned.values()),
        complete=complete,
    )
    day = facet.newest
    yield Page("documents/index.html", KIND, body(Head("Documents", "documents"), context), day=day)


def _sums(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for name, n in counts:
        sums[name] += n
    return dict(sums)
