"""Releases by date → shards of the search index: the whole archive, else years, quarters, months, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

import msgspec

LIMIT = 4000
"""Releases in one shard: Pagefind takes about 0.3 GB for 1,000 pages and indexes all it is given each time."""

WHOLE = "all"
UNKNOWN = "unknown"


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One release page that is to be found."""

    id: str
    url: str
    """Address from the root of the site: `releases/<id>/`, or the file itself."""
    date: str | None
    digest: str
    """Changes where the page does, such as the digest that the plan gives it."""


class Shard(msgspec.Struct, frozen=True):
    """Releases that are indexed together."""

    name: str
    entries: list[Entry]
    """In the order of their addresses."""

    @property
    def key(self) -> str:
        """Return a digest of what is indexed."""
        state = blake2b(digest_size=16)
        for entry in self.entries:
            state.update(f"{entry.url}\0{entry.digest}\n".encode())
        return state.hexdigest()

    @property
    def span(self) -> tuple[str, str]:
        """Return first and last date, both empty where no release has one."""
        dates = sorted(date for entry in self.entries if (date := _day(entry)))
        return (dates[0], dates[-1]) if dates else ("", "")


def shards(entries: Iterable[Entry], limit: int = LIMIT) -> list[Shard]:
    """Return the shards, newest first and undated releases last; none holds more than `limit` releases.

    Which shards exist follows from the releases alone, and a release moves only where its own year, quarter, month or
    day outgrows the limit: so adding one changes one shard.
    """
    found = sorted(entries, key=lambda entry: entry.url)
    if len(found) <= limit:
        return [Shard(WHOLE, found)] if found else []
    undated = [entry for entry in found if not _day(entry)]
    dated = _split([entry for entry in found if _day(entry)], limit, 0)
    newest = sorted(dated, key=lambda shard: shard.span, reverse=True)
    return [*newest, *_parts(UNKNOWN, undated, limit)]


def _day(entry: Entry) -> str:
    return entry.date if entry.date and len(entry.date) == 10 else ""


def _quarter(entry: Entry) -> str:
    return f"{_day(entry)[:4]}-q{(int(_day(entry)[5:7]) + 2) // 3}"


_PERIODS: tuple[Callable[[Entry], str], ...] = (
    lambda entry: _day(entry)[:4],
    _quarter,
    lambda entry: _day(entry)[:7],
    _day,
)


def _split(entries: list[Entry], limit: int, depth: int) -> Iterator[Shard]:
    """Yield shards of dated releases, by the longest periods that fit."""
    periods: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        periods[_PERIODS[depth](entry)].append(entry)
    for name, members in periods.items():
        if len(members) <= limit:
            yield Shard(name, members)
        elif depth + 1 < len(_PERIODS):
            yield from _split(members, limit, depth + 1)
        else:
            yield from _parts(name, members, limit)


def _parts(name: str, entries: list[Entry], limit: int) -> list[Shard]:
    """Return releases that no date tells apart in 1, 2, 4 … shards by their ids, so that a new one moves no other."""
    count, parts = 1, [entries]
    while max(map(len, parts)) > limit and count < 256:
        count *= 2
        parts = [[] for _ in range(count)]
        for entry in entries:
            parts[blake2b(entry.id.encode(), digest_size=1).digest()[0] % count].append(entry)
    return [Shard(name if count == 1 else f"{name}-{n + 1}", part) for n, part in enumerate(parts) if part]
