"""Atom feeds (RFC 4287): everything, each region, source and person of `people.yml`, documents, corrections.

A feed holds the newest fifty; of everything there are archived feeds too, one a month (RFC 5005, section 4). The id of
an entry is the public address of its release, which no later reading of the wire moves; its time is the day on which
the wire came into the archive, else the release's date. What has neither stands in the oldest archived feed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.facet import Facet, Item
from communique.listing.model import Head, Page, Registered, Row, body, standing
from communique.listing.recent import newest
from communique.listing.whole import Whole

KIND, TEMPLATE = "feed", "feed.xml"
UNKNOWN = "unknown"

_MOST = 500
"""Corrections in their feed: they are few, and one of an old release would never be among the newest fifty."""

Told = tuple[str, str, str, str, Row]
"""(day, id, how the text begins, address of the original, row)."""


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What feed.xml prints."""

    kind: str
    """What it holds: releases, documents or corrections."""
    name: str
    """Name of the region, source or person that it follows; else empty."""
    follows: str
    """Href of the page that it follows; empty for the home page."""
    releases: list[Told] = []
    documents: list[tuple[str, str, str, str, Registered]] = []
    changes: list[tuple[str, str, str, str, Row]] = []
    """(day, id, withdrawn, replaces or corrected; reason, id or JSON Pointers; row)."""
    archived: bool = False
    previous: str = ""
    """Href of the next older archived feed, where it has one."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield all feeds, where the site has a public address."""
    if not whole.base_url:
        return
    shelf, section = whole.shelf, whole.urls.section
    archived = _archived(whole)
    previous = archived[0].file if archived else ""
    yield _page("feed.xml", Context("releases", "", "", _told(shelf.dates), previous=previous))
    yield from archived
    for part in (shelf.regions, shelf.sources, shelf.people):
        for facet in part.facets.values():
            if not facet.feed:
                continue
            name = f"{part.name}/{facet.id}/feed.xml"
            if facet.stands:
                yield standing(name, KIND, public=False)
            else:
                yield _page(name, Context("releases", facet.ref.name, facet.href, _told(facet)))
    documents = [_entry(item) for item in newest(shelf.documents.items)]
    yield _page("documents/feed.xml", Context("documents", "", section("documents"), documents=documents))  # type: ignore[arg-type]
    changes = sorted(shelf.changes, key=lambda change: change[:3], reverse=True)[:_MOST]
    told = [(day, one, kind, words, row) for day, one, kind, row, words in changes]
    yield _page("feeds/corrections.xml", Context("corrections", "", "", changes=told))  # type: ignore[arg-type]


def _archived(whole: Whole) -> list[Page]:
    """Return the archived feeds, newest first; each leads to the next older one."""
    months: dict[str, list[tuple[str, str, msgspec.Raw]]] = {}
    for item in whole.shelf.dates.items:
        if item.day is not None:
            months.setdefault(item.day[:7] or UNKNOWN, []).append((item.day, item.id, item.row))
    names = sorted(months.keys() - {UNKNOWN}, reverse=True) + [UNKNOWN] * (UNKNOWN in months)
    pages = []
    for month, older in zip(names, [*names[1:], ""], strict=True):
        months[month].sort(key=lambda entry: entry[:2], reverse=True)
        told = [(day, one, "", "", row) for day, one, row in months[month]]
        context = Context("releases", "", "", told, archived=True, previous=f"feeds/{older}.xml" if older else "")  # type: ignore[arg-type]
        pages.append(_page(f"feeds/{month}.xml", context))
    return pages


def _told(facet: Facet) -> list[Told]:
    return [_entry(item) for item in newest(facet.items)]  # type: ignore[misc]


def _entry(item: Item) -> tuple[str, str, str, str, msgspec.Raw]:
    address = item.url if item.url.startswith(("https://", "http://")) else ""
    return item.day or "", item.entry, item.excerpt, address, item.row


def _page(file: str, context: Context) -> Page:
    return Page(file, KIND, body(Head(""), context), public=False)
