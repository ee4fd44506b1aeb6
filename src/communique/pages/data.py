"""The page `/data/`: every format with size, count, date and example; and a page a year with its files."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.calendar import UNKNOWN
from communique.listing.dataset import DataSet, Period
from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "data", "data.html"
YEAR, YEAR_TEMPLATE = "data-year", "data_year.html"

_MEDIA = {"csv": "text/csv", "json": "application/json", "ndjson": "application/x-ndjson"}

Format = tuple[str, int, int, str]
"""(name of its files, number of files, bytes, href of the newest one)."""

Columns = list[tuple[str, str, list[tuple[str, str, str]]]]
"""(table, what a row is, its columns as name, type and meaning)."""


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What data.html prints."""

    formats: list[Format]
    years: list[tuple[str, str, int, int]]
    """(year, href, releases, bytes), newest first."""
    releases: int
    newest: str
    digest: str
    """SHA-256 of the data package, which names each file with its own."""
    tables: Columns
    example: str
    """Id of the newest release; empty where there is none."""
    schema: str
    """Href of the JSON Schema of a record."""
    linked: str = ""
    """JSON-LD: the data set with its files, as schema.org says it; nothing in it ends a script."""


class YearContext(msgspec.Struct, frozen=True, array_like=True):
    """What data_year.html prints."""

    year: str
    periods: list[Period]


def plan(whole: Whole, data: DataSet, digest: str, tables: Columns, schema: str) -> Iterator[Page]:
    """Yield the page of all data and those of years; `digest` is that of the data package."""
    years: dict[str, list[Period]] = {}
    for period in data.periods:
        years.setdefault(period.year, []).append(period)
    rows = [
        (year, whole.urls.bucket("data", year), sum(p.releases for p in parts), sum(p.bytes for p in parts))
        for year, parts in sorted(years.items(), key=_newest_first)
    ]
    items = whole.shelf.dates.items
    example = next((item.id for item in reversed(items) if item.day is not None), "")
    linked = _linked(whole, data, digest)
    context = Context(_formats(data), rows, data.releases, data.newest, digest, tables, example, schema, linked)
    yield Page("data/index.html", KIND, body(Head("Data", "data"), context), day=data.newest)
    for year, parts in years.items():
        head = Head(f"Data: {year}", "data")
        yield Page(f"data/{year}/index.html", YEAR, body(head, YearContext(year, parts[::-1])), day=_day(parts))


def addresses(whole: Whole) -> dict[str, str]:
    """Return file → kind of these pages: which there are follows from the dates alone."""
    years = {item.date[:4] or UNKNOWN for item in whole.shelf.dates.items if item.day is not None}
    return {"data/index.html": KIND} | {f"data/{year}/index.html": YEAR for year in sorted(years)}


def _newest_first(item: tuple[str, list[Period]]) -> int:
    return -int(item[0]) if item[0].isdecimal() else 0


def _day(parts: list[Period]) -> str:
    """Return the newest month of a year, for the sitemap; no day of it is known here."""
    return parts[-1].period[:7] if parts[-1].period[0].isdecimal() else ""


def _linked(whole: Whole, data: DataSet, digest: str) -> str:
    """Return the data set as JSON-LD: the package, and of each format its newest file."""
    named = [("datapackage.json", "data/datapackage.json"), *[(name, newest) for name, _, _, newest in _formats(data)]]
    made = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": whole.title,
        "description": whole.description or whole.title,
        "url": f"{whole.base_url}data/" if whole.base_url else "./",
        "identifier": f"sha256:{digest}",
        "temporalCoverage": f"../{data.newest}",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": _MEDIA[name.rpartition(".")[2]],
                "contentUrl": (whole.base_url or "../") + href,
            }
            for name, href in named
        ],
    }
    return msgspec.json.encode(made).decode().replace("<", "\\u003c")


def _formats(data: DataSet) -> list[Format]:
    found: dict[str, Format] = {}
    for period in data.periods:
        for file in period.files:
            _, count, size, _ = found.get(file.name, ("", 0, 0, ""))
            found[file.name] = file.name, count + 1, size + file.bytes, period.folder + file.name
    return list(found.values())
