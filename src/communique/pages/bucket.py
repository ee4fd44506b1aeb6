"""Calendar buckets of every facet: a year, a month or day of a full one, or the releases without a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from communique.listing import calendar, model
from communique.listing.calendar import Bucket
from communique.listing.facet import Facet
from communique.listing.model import Head, Page, Ref, Registered, Row, Said, body
from communique.listing.whole import Whole
from communique.urls import Urls, file_of

KIND, TEMPLATE = "bucket", "bucket.html"
_YEAR = 4
"""Characters of a year."""


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What bucket.html prints."""

    facet: Ref
    period: str
    rows: list[Row]
    said: list[Said]
    documents: list[Registered]
    months: list[tuple[str, str, int]]
    """(period, href, count) of the parts, where it is split."""
    days: dict[str, tuple[int, str]] = {}
    """Of a year of all releases: day → (count, href of its newest release's row)."""
    earlier: Ref | None = None
    later: Ref | None = None
    """The periods before and after."""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the buckets of dates, documents, and of every region, source and person that needs them."""
    shelf, urls = whole.shelf, whole.urls
    yield from _of(urls, shelf.dates, "dates", "dates", lambda period: shelf.stands(_year(period)))
    yield from _of(urls, shelf.documents, "documents", "documents")
    for section in (shelf.regions, shelf.sources, shelf.people):
        for facet in section.facets.values():
            if facet.complete():
                continue
            if facet.stands:
                yield from _standing(urls, facet, f"{section.name}/{facet.id}")
            else:
                yield from _of(urls, facet, section.name, f"{section.name}/{facet.id}")


def _year(period: str) -> str:
    return "" if period == calendar.UNKNOWN else period[:_YEAR]


def _standing(urls: Urls, facet: Facet, base: str) -> Iterator[Page]:
    yield from [_stands(urls, facet, base, bucket) for bucket in calendar.buckets(facet.dates)]


def _stands(urls: Urls, facet: Facet, base: str, bucket: Bucket) -> Page:
    return model.standing(file_of(urls.bucket(base, bucket.period)), KIND, facet.dates[bucket.stop - 1])


def _of(
    urls: Urls, facet: Facet, section: str, base: str, standing: Callable[[str], bool] = lambda _: False
) -> Iterator[Page]:
    """Yield the buckets of a facet; `standing` says of which periods the bucket stands as it was published."""
    for before, bucket, after in calendar.neighbours(list(calendar.buckets(facet.dates))):
        if standing(bucket.period):
            yield _stands(urls, facet, base, bucket)
            continue
        context, needs = _context(urls, facet, section, base, bucket)
        context = msgspec.structs.replace(
            context,
            days=_days(urls, facet, bucket) if section == "dates" and len(bucket.period) == _YEAR else {},
            earlier=Ref(before, before, urls.bucket(base, before)) if before else None,
            later=Ref(after, after, urls.bucket(base, after)) if after else None,
        )
        head = Head(f"{facet.ref.name}: {bucket.period}", section)
        day = facet.dates[bucket.stop - 1]
        yield Page(file_of(urls.bucket(base, bucket.period)), KIND, body(head, context), needs, day)


def _context(urls: Urls, facet: Facet, section: str, base: str, bucket: Bucket) -> tuple[Context, tuple[int, ...]]:
    ref, period = facet.ref, bucket.period
    if bucket.parts:
        months = [(part, urls.bucket(base, part), count) for part, count in bucket.parts]
        return Context(ref, period, [], [], [], months), ()
    places = range(bucket.stop - 1, bucket.start - 1, -1)
    if section == "people":
        said, present, needs = facet.said(places)
        return Context(ref, period, present, said, [], []), needs
    rows = facet.rows(places)
    if section == "documents":
        return Context(ref, period, [], [], rows, []), ()  # type: ignore[arg-type]
    return Context(ref, period, rows, [], [], []), ()


def _days(urls: Urls, facet: Facet, bucket: Bucket) -> dict[str, tuple[int, str]]:
    """Return the days of a year with the page that holds their rows: the year's own, or that of a month or day."""
    parts = dict(bucket.parts)
    found = {}
    for day, count, place in calendar.days(facet.dates, bucket):
        period = bucket.period
        if parts:
            period = day if parts[day[:7]] > calendar.FULL else day[:7]
        found[day] = count, f"{urls.bucket(facet.id, period)}#r-{facet.items[place].id}"
    return found
