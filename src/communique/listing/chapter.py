"""A chapter: the releases of one month, or those without a date, as listings need them. Summaries in, values out. Pure.

It follows from its own releases and the authority files alone, so what was made once can be kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from communique.catalog.summary import Named, Summary
from communique.listing.facet import Item, Spoke
from communique.listing.model import Lite, Ref, Registered, Row, encoded
from communique.listing.naming import Resolved

_SHOWN = 5

Change = tuple[str, str, str, msgspec.Raw, str]
"""(day, id, what was done: withdrawn, replaces or corrected; row, reason or JSON Pointers)."""

Move = tuple[str, Ref, str]
"""(old id, release that was there, path of its wire)."""


class Met(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person in one release."""

    facet: str
    forms: list[tuple[str, str | None]]
    """(name as printed, office printed beside it), once for every voice or mention."""
    turns: int
    spoke: Spoke | None
    """None for one who was only present."""


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The region or source of one release."""

    facet: str
    printed: str | None
    country: str | None = None


class Entered(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A document of one release as the register has it."""

    item: Item
    kind: str
    status: str
    id: str
    """In feeds."""
    words: str


class Shelved(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One release as listings need it."""

    item: Item
    body: int
    """Number of its body in the catalog."""
    record: bytes
    """Digest of its record."""
    meant: msgspec.Raw
    """What its names mean: ids of region, source, speakers, participants."""
    dialect: str
    partial: bool
    added: bool
    """Whether the day on which it came into the archive is known."""
    region: Place | None
    source: Place | None
    people: list[Met]
    documents: list[Entered]
    """In the reverse order of the record, since listings turn it round."""
    excerpt: str
    url: str
    changes: list[Change]


class Chapter(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The releases of one month."""

    releases: list[Shelved]
    first: Lite | None
    last: Lite | None
    """The first and last by date that are not withdrawn; None where there is none, or none has a date."""
    moved: list[Move]


def lite(one: Summary, names: Resolved) -> Lite:
    """Return a release as its neighbours name it."""
    return Lite(one.id, names.href, one.date, one.title)


def has_neighbours(one: Summary) -> bool:
    """Whether a release stands in the row of those that name their neighbours: with a date, and not withdrawn."""
    return bool(one.date) and one.withdrawn is None


def chapter(releases: Iterable[tuple[Summary, int, Resolved]]) -> Chapter:
    """Return the chapter of releases in the order of listings, each with its body's number and what its names mean."""
    listed = list(releases)
    row = [(one, names) for one, _, names in listed if has_neighbours(one)]
    return Chapter(
        [shelved(*release) for release in listed],
        lite(*row[0]) if row else None,
        lite(*row[-1]) if row else None,
        [(old, Ref(one.id, one.title, names.href), one.path) for one, _, names in listed for old in one.was],
    )


def shelved(one: Summary, body: int, names: Resolved) -> Shelved:
    """Return one release as listings need it; `body` is the number of its body in the catalog."""
    day = None if one.withdrawn is not None else one.added or one.date or ""
    item = Item(one.date or "", one.id, encoded(_row(one, names)), len(one.documents), day)
    region, source = names.region, names.source
    return Shelved(  # in the order of its fields: by name it takes twice as long
        item,
        body,
        one.record,
        _meant(names),
        one.dialect,
        one.partial,
        one.added is not None,
        Place(region.id, one.region, one.country) if region else None,
        Place(source.id, one.source) if source else None,
        _people(one, body, names),
        _documents(one, names.href, day) if one.documents else [],
        one.excerpt,
        one.url or "",
        list(_changes(one, item)) if day is None or one.corrected or one.supersedes else [],
    )


def _row(one: Summary, names: Resolved) -> Row:
    speakers = [ref for ref in names.speakers if ref is not None]
    if len(speakers) > 1:
        speakers = list({ref.id: ref for ref in speakers}.values())
    return Row(
        one.id,
        names.href,
        one.date,
        one.title,
        one.title_printed,
        names.region,
        names.source,
        speakers[:_SHOWN],
        max(0, len(speakers) - _SHOWN),
        len(one.documents),
        one.partial,
        one.withdrawn is not None,
        one.translation,
        one.language,
    )


def _people(one: Summary, body: int, names: Resolved) -> list[Met]:
    """Return speakers and participants, each person once, with what was said by whatever names of theirs."""
    found: dict[str, Met] = {}
    for n, (named, ref) in enumerate(zip(one.speakers, names.speakers, strict=True)):
        if ref is not None:
            found[ref.id] = _heard(found.get(ref.id), ref.id, named, ([n], named.said, body))
    for named, ref in zip(one.participants, names.participants, strict=True):
        known = found.get(ref.id)
        if known is None:
            found[ref.id] = Met(ref.id, [(named.name, named.role)], 0, None)
        else:
            known.forms.append((named.name, named.role))
    return list(found.values())


def _heard(known: Met | None, facet: str, named: Named, spoke: Spoke) -> Met:
    form = (named.name, named.role)
    if known is None or known.spoke is None:
        return Met(facet, [form], named.turns, spoke)
    numbers, said, body = known.spoke
    both = [*numbers, *spoke[0]], said + spoke[1], body
    return Met(facet, [*known.forms, form], known.turns + named.turns, both)


def _documents(one: Summary, href: str, day: str | None) -> list[Entered]:
    lite = Lite(one.id, href, one.date, one.title)
    found = []
    for signed in reversed(one.documents):
        place = f"{href}{signed.fragment}"
        row = encoded(Registered(signed.title, signed.kind, signed.status, signed.parties, lite, place, signed.words))
        name = hashlib.blake2b(signed.title.encode(), digest_size=6).hexdigest()
        item = Item(one.date or "", one.id, row, 1, day)
        found.append(Entered(item, signed.kind, signed.status, f"{one.id}/#document-{name}", signed.words))
    return found


def _meant(names: Resolved) -> msgspec.Raw:
    region, source = names.region, names.source
    speakers = [ref and ref.id for ref in names.speakers]
    participants = [ref.id for ref in names.participants]
    return encoded((region and region.id, source and source.id, speakers, participants))


def _changes(one: Summary, item: Item) -> Iterator[Change]:
    """Yield what was done to a release after it was published: withdrawn, put in the place of another, corrected."""
    day = one.withdrawn or item.day or item.date
    if one.withdrawn is not None:
        yield day, one.id, "withdrawn", item.row, one.excerpt
    if one.supersedes:
        yield day, one.id, "replaces", item.row, one.supersedes
    if one.corrected:
        yield day, one.id, "corrected", item.row, ", ".join(one.corrected)
