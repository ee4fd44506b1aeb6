"""A chapter: the releases of one month, or those without a date, as listings need them. Summaries in, values out. Pure.

It follows from its own releases and the authority files alone, so what was made once can be kept.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.catalog.summary import Named, Signed, Summary
from communique.listing.facet import Item, Spoke
from communique.listing.model import Lite, Ref, Registered, Row, encoded
from communique.listing.naming import Resolved

_SHOWN = 5

Change = tuple[str, str, str, msgspec.Raw, str]
"""(day, id, what was done: withdrawn, replaces or corrected; row, reason or JSON Pointers)."""

Move = tuple[str, Ref, str]
"""(old id, release that was there, path of its wire)."""


class Spot(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A region or source in a chapter."""

    facet: str
    places: list[int]
    """Of its releases in the chapter."""
    printed: dict[str, int]
    """Name as printed → releases."""
    countries: dict[str, int]
    """Of a region: ISO 3166 code → releases."""
    people: dict[str, int]
    """Person → releases."""


class Voice(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person in a chapter."""

    facet: str
    places: list[int]
    """Of the releases in the chapter."""
    spoke: list[Spoke | None]
    """Beside the places: what was said; None where the person was only present."""
    printed: dict[str, int]
    """Name as printed → how often."""
    posts: dict[str, list[str]]
    """Office as printed → first and last day, empty where unknown."""
    turns: int


class Chapter(msgspec.Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """The releases of one month, in the order of listings: those without a date by id, all others by date and id."""

    items: list[Item]
    bodies: list[int]
    """Number of the body of each in the catalog."""
    records: list[bytes]
    """Digest of the record of each."""
    meant: list[msgspec.Raw]
    """What the names in each mean: ids of region, source, speakers, participants."""
    dialects: dict[str, int]
    """Dialect → releases."""
    partials: int
    people: list[Voice]
    regions: list[Spot]
    sources: list[Spot]
    documents: list[Item]
    """Those of one release in the reverse order of its record, since listings turn it round."""
    signings: list[tuple[str, str]]
    """Kind and status of each document."""
    changes: list[Change]
    moved: list[Move]
    first: Lite | None
    last: Lite | None
    """The first and last by date that are not withdrawn; None where there is none, or none has a date."""


def lite(one: Summary, names: Resolved) -> Lite:
    """Return a release as its neighbours name it."""
    return Lite(one.id, names.href, one.date, one.title)


def has_neighbours(one: Summary) -> bool:
    """Whether a release stands in the row of those that name their neighbours: with a date, and not withdrawn."""
    return bool(one.date) and one.withdrawn is None


def chapter(releases: Iterable[tuple[Summary, int, Resolved]]) -> Chapter:
    """Return the chapter of releases in the order of listings, each with its body's number and what its names mean."""
    listed = list(releases)
    items = [_item(one, names) for one, _, names in listed]
    people, met = _people(listed)
    row = [(one, names) for one, _, names in listed if has_neighbours(one)]
    documents = [
        pair for (one, _, names), item in zip(listed, items, strict=True) for pair in _documents(one, names, item)
    ]
    return Chapter(
        items=items,
        bodies=[body for _, body, _ in listed],
        records=[one.record for one, _, _ in listed],
        meant=[encoded(names.ids()) for _, _, names in listed],
        dialects=Counter(one.dialect for one, _, _ in listed),
        partials=sum(one.partial for one, _, _ in listed),
        people=people,
        regions=_spots([(names.region, one.region, one.country) for one, _, names in listed], met),
        sources=_spots([(names.source, one.source, None) for one, _, names in listed], met),
        documents=[item for item, _ in documents],
        signings=[(signed.kind, signed.status) for _, signed in documents],
        changes=[change for (one, _, _), item in zip(listed, items, strict=True) for change in _changes(one, item)],
        moved=[(old, Ref(one.id, one.title, names.href), one.path) for one, _, names in listed for old in one.was],
        first=lite(*row[0]) if row else None,
        last=lite(*row[-1]) if row else None,
    )


def _item(one: Summary, names: Resolved) -> Item:
    day = None if one.withdrawn is not None else one.added or one.date or ""
    row, added = encoded(_row(one, names)), one.added is not None
    return Item(one.date or "", one.id, row, len(one.documents), day, added, one.id, one.excerpt, one.url or "")


def _spots(listed: Iterable[tuple[Ref | None, str | None, str | None]], met: Sequence[Iterable[str]]) -> list[Spot]:
    """Return the regions or sources of releases, given as (meaning, name as printed, country) with their people."""
    found: dict[str, Spot] = {}
    for place, (ref, printed, country) in enumerate(listed):
        if ref is None:
            continue
        spot = found.get(ref.id) or found.setdefault(ref.id, Spot(ref.id, [], {}, {}, {}))
        spot.places.append(place)
        if printed:
            spot.printed[printed] = spot.printed.get(printed, 0) + 1
        if country:
            spot.countries[country] = spot.countries.get(country, 0) + 1
        for person in met[place]:
            spot.people[person] = spot.people.get(person, 0) + 1
    return list(found.values())


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


class _Met(msgspec.Struct, gc=False):
    """A person in a chapter while it is made."""

    places: list[int] = []
    spoke: list[Spoke | None] = []
    printed: dict[str, int] = {}
    posts: dict[str, list[str]] = {}
    turns: int = 0

    def note(self, place: int, named: Named, date: str, spoke: Spoke | None) -> None:
        """Note one voice or mention at a release, by name and office as printed."""
        if not self.places or self.places[-1] != place:
            self.places.append(place)
            self.spoke.append(spoke)
        elif spoke is not None:
            known = self.spoke[-1]
            self.spoke[-1] = spoke if known is None else ([*known[0], *spoke[0]], known[1] + spoke[1], known[2])
        self.turns += named.turns
        self.printed[named.name] = self.printed.get(named.name, 0) + 1
        if named.role:
            span = self.posts.setdefault(named.role, [date, date])
            span[:] = [span[0] or date, date or span[1]]


def _people(listed: Iterable[tuple[Summary, int, Resolved]]) -> tuple[list[Voice], list[set[str]]]:
    """Return the people of releases, and the ids of those of each release."""
    found: defaultdict[str, _Met] = defaultdict(_Met)
    ids = []
    for place, (one, body, names) in enumerate(listed):
        date, met = one.date or "", set()
        for n, (named, ref) in enumerate(zip(one.speakers, names.speakers, strict=True)):
            if ref is not None:
                found[ref.id].note(place, named, date, ([n], named.said, body))
                met.add(ref.id)
        for named, ref in zip(one.participants, names.participants, strict=True):
            found[ref.id].note(place, named, date, None)
            met.add(ref.id)
        ids.append(met)
    return [
        Voice(person, one.places, one.spoke, one.printed, one.posts, one.turns) for person, one in found.items()
    ], ids


def _documents(one: Summary, names: Resolved, of: Item) -> Iterator[tuple[Item, Signed]]:
    """Yield the rows of a release's documents; `of` is the release's own."""
    if not one.documents:
        return
    release = lite(one, names)
    for signed in reversed(one.documents):
        place = f"{names.href}{signed.fragment}"
        row = encoded(
            Registered(signed.title, signed.kind, signed.status, signed.parties, release, place, signed.words)
        )
        name = hashlib.blake2b(signed.title.encode(), digest_size=6).hexdigest()
        entry = f"{one.id}/#document-{name}"
        yield Item(of.date, one.id, row, 1, of.day, of.added, entry, signed.words, of.url), signed


def _changes(one: Summary, item: Item) -> Iterator[Change]:
    """Yield what was done to a release after it was published: withdrawn, put in the place of another, corrected."""
    day = one.withdrawn or item.day or item.date
    if one.withdrawn is not None:
        yield day, one.id, "withdrawn", item.row, one.excerpt
    if one.supersedes:
        yield day, one.id, "replaces", item.row, one.supersedes
    if one.corrected:
        yield day, one.id, "corrected", item.row, ", ".join(one.corrected)
