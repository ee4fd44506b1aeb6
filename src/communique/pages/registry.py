"""All page types in one place, in the order in which they are planned. To add one, write its module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from communique.listing.model import Page
from communique.listing.whole import Whole
from communique.pages import (
    bucket,
    data,
    dates,
    documents,
    facet,
    gone,
    home,
    index,
    notfound,
    person,
    prose,
    redirect,
    release,
    report,
    search,
)


class PageType(msgspec.Struct, frozen=True):
    """One page type: its template, the type of what it prints, and the plan of its pages."""

    kind: str
    template: str
    context: type[msgspec.Struct]
    plan: Callable[[Whole], Iterator[Page]] | None = None
    """None where pages are planned while releases stream by, or once their data files stand."""


PAGES = (
    PageType(release.KIND, release.TEMPLATE, release.Links),
    PageType(release.WITHDRAWN, "tombstone.html", release.Links),
    PageType(redirect.KIND, redirect.TEMPLATE, redirect.Context),
    PageType(gone.KIND, gone.TEMPLATE, gone.Context),
    PageType(home.KIND, home.TEMPLATE, home.Context, home.plan),
    PageType(dates.KIND, dates.TEMPLATE, dates.Context, dates.plan),
    PageType("regions", "regions.html", index.Context, index.regions),
    PageType("region", "region.html", facet.Context, facet.regions),
    PageType("people", "people.html", index.Context, index.people),
    PageType(person.KIND, person.TEMPLATE, person.Context, person.plan),
    PageType(documents.KIND, documents.TEMPLATE, documents.Context, documents.plan),
    PageType(data.KIND, data.TEMPLATE, data.Context),
    PageType(data.YEAR, data.YEAR_TEMPLATE, data.YearContext),
    PageType("sources", "sources.html", index.Context, index.sources),
    PageType("source", "source.html", facet.Context, facet.sources),
    PageType(bucket.KIND, bucket.TEMPLATE, bucket.Context, bucket.plan),
    PageType(prose.KIND, prose.TEMPLATE, prose.Context, prose.plan),
    PageType(search.KIND, search.TEMPLATE, search.Context, search.plan),
    PageType(report.KIND, report.TEMPLATE, report.Context),
    PageType(notfound.KIND, notfound.TEMPLATE, notfound.Context, notfound.plan),
)

BY_KIND = {page.kind: page for page in PAGES}
