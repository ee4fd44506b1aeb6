"""The releases of an archive a month at a time: what is kept of one that is the same is not read or planned again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import blake2b

import msgspec

from communique.catalog.chapters import Kept
from communique.catalog.store import Catalog
from communique.listing.chapter import Chapter, chapter
from communique.listing.model import Lite, Page
from communique.listing.naming import Resolver
from communique.listing.shelf import Shelf, changed
from communique.pages import release
from communique.pages.plan import Listed, releases

_MADE, _STOOD = "chapters", "stood"
"""What the catalog's chapters were made with; and that again, once every page of theirs was published."""


class Opened(msgspec.Struct, frozen=True):
    """One month: its chapter, and its releases where they were read for it."""

    month: str
    """Empty for releases without a date."""
    numbers: bytes
    chapter: Chapter
    packed: bytes
    listed: list[Listed] | None


Known = dict[str, tuple[Kept, Chapter]]
"""Month → chapter as it was planned last, packed and not."""


def known(catalog: Catalog, basis: bytes) -> Known:
    """Return the chapters that the catalog keeps; `basis` stands for all that they would be planned with now."""
    if catalog.get(_MADE) != basis:
        return {}
    return {month: (kept, _chapter(kept.packed)) for month, kept in catalog.chapters().items()}


class Chapters:
    """All months of an archive, of which the catalog keeps what was made last."""

    def __init__(
        self, catalog: Catalog, resolver: Resolver, losers: Collection[str], basis: bytes, kept: Known
    ) -> None:
        """Begin; `losers` are wires that claim an id of others, `kept` is what is `known` for the same `basis`."""
        self._catalog = catalog
        self._resolver = resolver
        self._losers = losers
        self._basis = basis
        self._kept = kept
        self._stood = catalog.get(_STOOD) == basis
        self._new: dict[str, Kept] = {}
        self._gone = set(self._kept)
        self._changed: list[tuple[Chapter | None, Chapter | None]] = []
        """The chapters of every month that differs, as they were and as they are."""
        catalog.put(_STOOD, b"")

    def pages(
        self, shelf: Shelf, links: release.Chain, trusted: Callable[[], bool], again: Collection[str] = ()
    ) -> Iterator[Page]:
        """Yield the page of every release, by date and id, and put the release on the shelf; then close the shelf.

        `trusted` is asked, as late as can be, whether every page that the catalog remembers is published as it was
        left; `again` are months of which pages were published since the last build came to its end.
        """
        months = self._put_up(shelf, links)
        if self._kept:
            months = iter(list(months))
        self._stood = self._stood and trusted()
        for one, before, after, same in months:
            if same and self._stood and one.month not in again:
                yield from _standing(one.chapter, shelf)
            else:
                listed = self._read(one.month) if one.listed is None else one.listed
                yield from releases(listed, links, before, after)
        self._changed += [(self._kept[month][1], None) for month in self._gone]
        shelf.close(changed(self._changed, same_years=self._has_same_years()) if self._stood else None)

    def _put_up(self, shelf: Shelf, links: release.Chain) -> Iterator[tuple[Opened, Lite | None, Lite | None, bool]]:
        """Put months on the shelf; yield each with what its pages depend on, and whether that is as it was."""
        for one, before, after in _between(self._opened()):
            shelf.add(one.chapter)
            key = _digest(one.numbers, before, after, _linked(one.chapter, links))
            kept, _ = self._kept.get(one.month, (None, None))
            same = kept is not None and (kept.numbers, kept.pages) == (one.numbers, key)
            if not same:
                self._new[one.month] = Kept(one.numbers, key, one.packed)
            yield one, before, after, same

    def remember(self, *, whole: bool) -> None:
        """Keep what was made; `whole` says whether every page was published. The transaction is the caller's."""
        catalog = self._catalog
        if not self._kept:
            catalog.forget_chapters()
        catalog.drop_chapters(self._gone)
        catalog.put_chapters(self._new.items())
        catalog.put(_MADE, self._basis)
        catalog.put(_STOOD, self._basis if whole else b"")

    def _opened(self) -> Iterator[Opened]:
        for month, numbers in self._catalog.months(self._losers):
            kept, was = self._kept.get(month, (None, None))
            self._gone.discard(month)
            if kept and was and kept.numbers == numbers:
                yield Opened(month, numbers, was, kept.packed, None)
                continue
            listed = self._read(month)
            made = chapter(listed)
            self._changed.append((was, made))
            yield Opened(month, numbers, made, _pack(made), listed)

    def _has_same_years(self) -> bool:
        """Whether there are releases of the same years as before."""
        there = self._kept.keys() - self._gone | self._new.keys()
        return {month[:4] for month in there} == {month[:4] for month in self._kept}

    def _read(self, month: str) -> list[Listed]:
        resolve = self._resolver.resolve
        return [
            (one, body, resolve(one)) for one, body in self._catalog.summaries_of(month) if one.path not in self._losers
        ]


def _between(months: Iterable[Opened]) -> Iterator[tuple[Opened, Lite | None, Lite | None]]:
    """Yield (month, the release before its first one, the release after its last one) of those that have neighbours."""
    waiting: list[Opened] = []
    before: Lite | None = None
    for one in months:
        first = one.chapter.first
        if first is not None:
            for held in waiting:
                yield held, *((before, first) if held.chapter.first else (None, None))
                before = held.chapter.last or before
            waiting = []
        waiting.append(one)
    for held in waiting:
        yield held, *((before, None) if held.chapter.first else (None, None))


def _linked(one: Chapter, links: release.Chain) -> list[object]:
    """Return what is said of the releases of a chapter that replace others or are replaced."""
    if not links.replaces and not links.replaced_by:
        return []
    return [(links.replaces.get(item.id), links.replaced_by.get(item.id)) for item in one.items]


def _standing(one: Chapter, shelf: Shelf) -> Iterator[Page]:
    urls = shelf.urls
    for item in one.items:
        yield release.standing(item, urls)


def _digest(*parts: object) -> bytes:
    return blake2b(_pack(parts), digest_size=16).digest()


_pack = msgspec.msgpack.Encoder().encode
_chapter = msgspec.msgpack.Decoder(Chapter).decode
