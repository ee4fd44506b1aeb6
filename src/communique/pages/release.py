"""The page of one release, its record and its wire's own text; or what stands in the place of a withdrawn one."""

from __future__ import annotations

import msgspec

from communique.catalog.summary import Summary
from communique.listing import model
from communique.listing.facet import Item
from communique.listing.model import Head, Lite, Page, Ref, body
from communique.listing.naming import Resolved
from communique.urls import Urls, file_of

KIND, TEMPLATE = "release", "release.html"
WITHDRAWN = "tombstone"


class Links(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the page prints beside the record: what its names mean in this archive, and its links to other releases."""

    title: str
    title_printed: bool
    region: Ref | None
    source: Ref | None
    speakers: list[Ref | None]
    """In the record's order; None for a voice without a page."""
    participants: list[Ref]
    source_rights: str | None
    supersedes: Ref | None
    superseded_by: Ref | None
    record: bytes
    """Digest of the record."""
    earlier: Lite | None = None
    later: Lite | None = None
    """The neighbours by date and id; none of a release without a date."""
    note_html: str = ""
    text: str = ""
    """Filled in by the worker: the archivist's note, and the text of the wire's file."""


class Chain(msgspec.Struct, frozen=True):
    """Which releases replace which: id → reference, for the few that do."""

    replaces: dict[str, Ref] = {}
    replaced_by: dict[str, Ref] = {}


class Beside(msgspec.Struct, frozen=True, gc=False):
    """The neighbours of a release by date."""

    earlier: Lite | None = None
    later: Lite | None = None


ALONE = Beside()


def plan(one: Summary, number: int, names: Resolved, chain: Chain, beside: Beside = ALONE) -> Page:
    """Return the page of one release; `number` is that of its body in the catalog."""
    links = Links(  # in the order of its fields: by name it takes twice as long
        one.title,
        one.title_printed,
        names.region,
        names.source,
        names.speakers,
        names.participants,
        names.rights,
        chain.replaces.get(one.id),
        chain.replaced_by.get(one.id),
        one.record,
        beside.earlier,
        beside.later,
    )
    kind = KIND if one.withdrawn is None else WITHDRAWN
    packed = body(Head(one.title, "dates"), links)
    return Page(file_of(names.href), kind, packed, (number,), one.date or "", kind == KIND)


def standing(item: Item, urls: Urls) -> Page:
    """Return the page of a release that is published as it was planned."""
    public = item.day is not None
    return model.standing(file_of(urls.release(item.id)), KIND if public else WITHDRAWN, item.date, public=public)
