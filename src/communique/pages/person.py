"""The page of a person: that person's own words, and where they took part."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing import calendar
from communique.listing.model import Head, Page, Ref, Row, Said, Tally, Year, body, standing
from communique.listing.offices import Office, offices
from communique.listing.whole import Whole
from communique.urls import file_of

KIND, TEMPLATE = "person", "person.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What person.html prints."""

    ref: Ref
    printed: list[tuple[str, int]]
    posts: list[Office]
    tally: Tally
    years: list[Year]
    said: list[Said]
    present: list[Row]
    complete: bool
    feed: bool = False
    """Whether the person has a feed."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the page of every person."""
    entries = whole.shelf.people.entries
    for facet in whole.shelf.people.facets.values():
        if facet.stands:
            yield standing(file_of(facet.href), KIND, facet.newest)
            continue
        places, complete = calendar.newest(facet.dates)
        spoke, present, needs = facet.said(places)
        context = Context(
            ref=facet.ref,
            printed=facet.forms(),
            posts=offices(facet, entries.get(facet.id)),
            tally=Tally(releases=len(facet.dates), documents=facet.documents, turns=facet.turns),
            years=facet.years(whole.urls, f"people/{facet.id}", buckets=not complete),
            said=spoke,
            present=present,
            complete=complete,
            feed=facet.feed,
        )
        yield Page(file_of(facet.href), KIND, body(Head(facet.ref.name, "people"), context), needs, facet.newest)
