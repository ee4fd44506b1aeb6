"""The home page: the newest releases, and ways into the archive."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing import calendar
from communique.listing.facet import Facet
from communique.listing.model import Entry, Head, Page, Ref, Registered, Row, Said, Tally, Year, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "home", "home.html"
_TOP = 8
_SAID, _DOCUMENTS = 3, 5


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What home.html prints."""

    said: list[Said]
    """What was said last, by different people in different releases, newest first."""
    voices: list[Ref]
    """Who said it."""
    latest: list[Row]
    documents: list[Registered]
    """The newest ones."""
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
    heard = _heard(shelf.people.facets)
    spoke = [facet.said([len(facet.dates) - 1]) for facet in heard]
    context = Context(
        said=[one for said, _, _ in spoke for one in said],
        voices=[facet.ref for facet in heard],
        latest=shelf.dates.rows(_newest(dates, calendar.NEWEST)),
        documents=shelf.documents.rows(_newest(shelf.documents.dates, _DOCUMENTS)),  # type: ignore[arg-type]
        tally=Tally(len(dates), len(shelf.regions.facets), len(shelf.people.facets), len(shelf.documents.dates)),
        regions=_top(shelf.regions.facets),
        people=_top(shelf.people.facets),
        years=shelf.dates.years(whole.urls, "dates", buckets=True),
        partials=shelf.partials,
        undated=shelf.undated,
        doubts=whole.doubts,
    )
    needs = tuple(need for _, _, bodies in spoke for need in bodies)
    day = dates[-1] if dates else ""
    yield Page("index.html", KIND, body(Head(whole.title, "home", whole.description), context), needs, day)


def _newest(dates: list[str], count: int) -> list[int]:
    """Return the places of the newest of sorted dates, newest first; what has no date is never among them."""
    return [place for place in range(len(dates) - 1, max(-1, len(dates) - count - 1), -1) if dates[place]]


def _heard(people: dict[str, Facet]) -> list[Facet]:
    """Return the people whose newest release gives words of theirs, newest first; of one release, who spoke first."""
    found: dict[tuple[str, str], tuple[int, Facet]] = {}
    for facet in people.values():
        last, spoke = facet.items[-1], facet.spoke[-1]
        if last.date and spoke and spoke[1].strip("-"):
            first = found.get((last.date, last.id))
            if first is None or spoke[0][0] < first[0]:
                found[last.date, last.id] = (spoke[0][0], facet)
    return [found[place][1] for place in sorted(found, reverse=True)[:_SAID]]


def _top(facets: dict[str, Facet]) -> list[Entry]:
    ranked = sorted(facets.values(), key=lambda facet: (-len(facet.dates), facet.id))[:_TOP]
    return [facet.entry() for facet in ranked]
