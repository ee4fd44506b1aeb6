"""The newest fifty releases as a JSON Feed (version 1.1), `feed.json`; own fields begin with `_communique`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from communique.listing.facet import Item
from communique.listing.model import Page, Row
from communique.listing.recent import newest
from communique.listing.whole import Whole

KIND = "json-feed"
_VERSION = "https://jsonfeed.org/version/1.1"
_row = msgspec.msgpack.Decoder(Row)


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the feed, where the site has a public address."""
    if whole.base_url:
        made = {
            "version": _VERSION,
            "title": whole.title,
            "home_page_url": whole.base_url,
            "feed_url": f"{whole.base_url}feed.json",
            "description": whole.description,
            "language": whole.language,
            "items": [_item(whole, item) for item in newest(whole.shelf.dates.items)],
        }
        yield Page("feed.json", "bytes", msgspec.json.format(msgspec.json.encode(_known(made))) + b"\n", public=False)


def _item(whole: Whole, item: Item) -> dict[str, Any]:
    one, address, row = item.id, item.url, _row.decode(item.row)
    tags = [ref.name for ref in (row.region, *row.speakers) if ref]
    return _known(
        {
            "id": f"{whole.base_url}releases/{one}/",
            "url": f"{whole.base_url}{row.href}",
            "external_url": address if address.startswith(("https://", "http://")) else "",
            "title": row.title,
            "content_text": item.excerpt or row.title,
            "date_published": row.date and f"{row.date}T00:00:00Z",
            "date_modified": f"{item.day}T00:00:00Z",
            "authors": [{"name": row.source.name}] if row.source else [],
            "language": row.language,
            "tags": list(dict.fromkeys(tags)),
            "_communique": {"record": whole.base_url + whole.urls.record(one)},
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without those that are unknown."""
    return {key: value for key, value in values.items() if value or key == "items"}
