"""`sitemap.xml` and `robots.txt`: the addresses for search engines, where the site has a public address."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from html import escape

from communique.listing.model import Page

_MOST = 50_000
"""Addresses in one file (sitemaps.org)."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def plan(base_url: str, pages: Sequence[tuple[str, str]]) -> Iterator[Page]:
    """Yield the sitemap of (file, newest day of what it shows) and robots.txt.

    More addresses than one file may hold are spread over numbered files with an index. Which one an address lies in
    depends on the address and on the number of files alone, so that a new one changes one file.
    """
    if not base_url:
        return
    ordered = sorted(pages)
    if len(ordered) <= _MOST:
        yield _data("sitemap.xml", _urls(base_url, ordered))
    else:
        count = 1 << (len(ordered) // (_MOST // 2)).bit_length()
        parts: list[list[tuple[str, str]]] = [[] for _ in range(count)]
        for page in ordered:
            parts[zlib.crc32(page[0].encode()) % count].append(page)
        for n, part in enumerate(parts):
            yield _data(f"sitemap-{n + 1}.xml", _urls(base_url, part))
        names = [f"<sitemap><loc>{escape(base_url)}sitemap-{n + 1}.xml</loc></sitemap>\n" for n in range(count)]
        yield _data("sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{''.join(names)}</sitemapindex>\n")
    yield _data("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n")


def _urls(base_url: str, pages: Sequence[tuple[str, str]]) -> str:
    base = escape(base_url)
    lines = [
        f"<url><loc>{base}{file.removesuffix('index.html')}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for file, day in pages
    ]
    return f"{_HEAD}<urlset {_SPACE}>\n{''.join(lines)}</urlset>\n"


def _data(file: str, text: str) -> Page:
    return Page(file, "bytes", text.encode(), public=False)
