"""The data files of each month, `data/2021/04/`: records (NDJSON), tables (CSV), citations (CSL-JSON).

A release lies in the month of its date; those without one in `data/unknown/`. A month of very many is split into days,
and what a day or `unknown` has too much of into numbered parts, so that no file asks for much memory. Withdrawn
releases are in none of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

import msgspec

from communique.exports import csl
from communique.exports.csv_text import header, lines
from communique.exports.tables import TABLES, Meant
from communique.listing import calendar
from communique.listing.model import Page
from communique.listing.whole import Whole
from communique.records.model import Release

KIND = "month"
FULL = 2000
"""A month, day or part of more releases is split."""


class Body(msgspec.Struct, frozen=True, array_like=True):
    """What the files of a month depend on, beside the records themselves."""

    base_url: str
    archive: str
    releases: list[tuple[bytes, Meant]]
    """(digest of the record, what its names mean), in the order of the files."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield one page a month, which stands for all of its files."""
    shelf = whole.shelf
    for period, places in _periods(whole):
        day = shelf.dates.dates[places[-1]]
        needs = tuple([shelf.bodies[place] for place in places])
        stands = shelf.stands(day[:7])
        packed = b"" if stands else _body(whole, places)
        yield Page(file_of(period), KIND, packed, needs, day, public=False, stands=stands)


def _body(whole: Whole, places: Sequence[int]) -> bytes:
    shelf = whole.shelf
    return _encode((whole.base_url, whole.title, [(shelf.records[place], shelf.meant[place]) for place in places]))


def file_of(period: str) -> str:
    """Return the first of a period's files."""
    return f"data/{period.replace('-', '/')}/records.ndjson"


def files(records: Sequence[Release], body: Body, pages: Sequence[str]) -> Iterator[bytes]:
    """Yield the files of a month behind that of its records, in the order of `urls.beside`; `pages` are hrefs."""
    meant = [names for _, names in body.releases]
    for table in TABLES:
        rows = [row for record, names in zip(records, meant, strict=True) for row in table.rows(record, names)]
        yield (header(table) + lines(rows)).encode()
    base = body.base_url
    items = [
        item
        for record, page in zip(records, pages, strict=True)
        for item in csl.items(record, base + page if base else "", body.archive)
    ]
    yield b"[\n" + b",\n".join(map(msgspec.json.encode, items)) + b"\n]\n"


def _periods(whole: Whole) -> Iterator[tuple[str, list[int]]]:
    """Yield (ISO month or day, or unknown; places of its releases), oldest first."""
    shelf = whole.shelf
    dates, items = shelf.dates.dates, shelf.dates.items
    for period, start, stop in calendar.months(dates):
        places = [place for place in range(start, stop) if items[place].day is not None]
        if len(places) <= FULL:
            if places:
                yield period, places
            continue
        for day in dict.fromkeys(dates[place] for place in places):
            yield from _parts(day or period, [place for place in places if dates[place] == day], whole)


def _parts(period: str, places: list[int], whole: Whole) -> Iterator[tuple[str, list[int]]]:
    """Yield a day or `unknown` whole, or in numbered parts; the part of a release follows from its id."""
    if len(places) <= FULL:
        yield period, places
        return
    count = 1 << (len(places) // FULL).bit_length()
    parts: list[list[int]] = [[] for _ in range(count)]
    for place in places:
        parts[zlib.crc32(whole.shelf.dates.items[place].id.encode()) % count].append(place)
    for number, part in enumerate(parts):
        if part:
            yield f"{period}/{number}", part


_encode = msgspec.msgpack.Encoder().encode
