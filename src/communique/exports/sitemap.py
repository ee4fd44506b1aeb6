"""`sitemap.xml`, an index of parts, and `robots.txt`: the addresses for search engines, where there is a public one.

Releases lie in the part of their month, all other pages in one; a part of too many is spread over numbered ones. All
stand at the site's root, since a sitemap may name only what lies beside or below it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from html import escape

from communique.listing.model import Page

_MOST = 50_000
"""Addresses in one file (sitemaps.org)."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

_Listed = tuple[str, str]
"""(file, newest day of what it shows)."""


def plan(base_url: str, pages: Sequence[_Listed]) -> Iterator[Page]:
    """Yield the index, its parts and robots.txt."""
    if not base_url:
        return
    base = escape(base_url)
    index = []
    for name, part in _parts(sorted(pages)):
        newest = max([day for _, day in part])
        index.append(f"<sitemap><loc>{base}{name}</loc>{_lastmod(newest)}</sitemap>\n")
        yield _data(name, f"{_HEAD}<urlset {_SPACE}>\n{_urls(base, part)}</urlset>\n")
    yield _data("sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{''.join(index)}</sitemapindex>\n")
    yield _data("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n")


def _parts(pages: Sequence[_Listed]) -> Iterator[tuple[str, list[_Listed]]]:
    groups: dict[str, list[_Listed]] = {}
    for page in pages:
        group = page[1][:7] or "unknown" if page[0].startswith("releases/") else "pages"
        groups.setdefault(group, []).append(page)
    for group, listed in sorted(groups.items()):
        yield from _shards(f"sitemap-{group}", listed)


def _shards(name: str, pages: list[_Listed]) -> Iterator[tuple[str, list[_Listed]]]:
    """Yield a part whole or in shards; in which one an address lies depends on it and on their number alone."""
    if len(pages) <= _MOST:
        yield f"{name}.xml", pages
        return
    count = 1 << (len(pages) // (_MOST // 2)).bit_length()
    shards: list[list[_Listed]] = [[] for _ in range(count)]
    for page in pages:
        shards[zlib.crc32(page[0].encode()) % count].append(page)
    yield from ((f"{name}-{n + 1}.xml", shard) for n, shard in enumerate(shards) if shard)


def _urls(base: str, pages: Sequence[_Listed]) -> str:
    return "".join(
        [f"<url><loc>{base}{file.removesuffix('index.html')}</loc>{_lastmod(day)}</url>\n" for file, day in pages]
    )


def _lastmod(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def _data(file: str, text: str) -> Page:
    return Page(file, "bytes", text.encode(), public=False)
