"""All releases by date: years and their months, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from communique.listing import calendar
from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "dates", "dates.html"

Month = tuple[str, str | None, int]
"""(ISO month, href where it has a page of its own, count)."""


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What dates.html prints."""

    years: list[tuple[str, str, int, list[Month]]]
    unknown: tuple[str, int] | None


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the page of all dates."""
    dates, urls = whole.shelf.dates.dates, whole.urls
    months = Counter(date[:7] for date in dates if date)
    years = []
    unknown = None
    for year, count, _ in calendar.years(dates):
        href = urls.bucket("dates", year)
        if year == "unknown":
            unknown = (href, count)
            continue
        split = count > calendar.FULL
        own = [
            (month, urls.bucket("dates", month) if split else None, n)
            for month, n in months.items()
            if month[:4] == year
        ]
        years.append((year, href, count, own))
    day = dates[-1] if dates else ""
    yield Page("dates/index.html", KIND, body(Head("Releases", "dates"), Context(years, unknown)), day=day)
