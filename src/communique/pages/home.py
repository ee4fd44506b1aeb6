"""The home page: the newest releases, and ways into the archive."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing import calendar
from communique.listing.facet import Facet
from communique.listing.model import Entry, Head, Page, Row, Tally, Year, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "home", "home.html"
_TOP = 8


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What home.html prints."""

    latest: list[Row]
    tally: Tally
    regions: list[Entry]
    people: list[Entry]
    years: list[Year]
    partials: int
    undated: int
    doubts: int


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the home page."""
    shelf = whole.shelf
    dates = shelf.dates.dates
    places = [place for place in range(len(dates) - 1, max(-1, len(dates) - calendar.NEWEST - 1), -1) if dates[place]]
    context = Context(
        latest=shelf.dates.rows(places),
        tally=Tally(len(dates), len(shelf.regions.facets), len(shelf.people.facets), len(shelf.documents.dates)),
        regions=_top(shelf.regions.facets),
        people=_top(shelf.people.facets),
        years=shelf.dates.years(whole.urls, "dates", buckets=True),
        partials=shelf.partials,
        undated=shelf.undated,
        doubts=whole.doubts,
    )
    yield Page(
        "index.html", KIND, body(Head(whole.title, "home", whole.description), context), day=dates[-1] if dates else ""
    )


def _top(facets: dict[str, Facet]) -> list[Entry]:
    ranked = sorted(facets.values(), key=lambda facet: (-len(facet.dates), facet.id))[:_TOP]
    return [facet.entry() for facet in ranked]
