"""All exports in one place, in the order in which they are planned. To add one, write its module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from communique.exports import feed, json_feed, llms, months, opml, package, schema
from communique.listing.model import Page
from communique.listing.whole import Whole


class Export(msgspec.Struct, frozen=True):
    """One export: where it is a template, its name and the type of what it prints; and the plan of its files."""

    kind: str
    plan: Callable[[Whole], Iterator[Page]]
    template: str = ""
    context: type[msgspec.Struct] | None = None


EXPORTS = (
    Export(feed.KIND, feed.plan, feed.TEMPLATE, feed.Context),
    Export(json_feed.KIND, json_feed.plan),
    Export(opml.KIND, opml.plan, opml.TEMPLATE, opml.Context),
    Export(llms.KIND, llms.plan),
    Export(months.KIND, months.plan),
    Export(schema.KIND, schema.plan),
    Export(package.KIND, package.schemas),
)
"""Beside these, what depends on the files of all others: the data package itself, `sitemap`, `sums`."""
