"""Prose pages: `content/pages/*.md`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Head, Page, body
from communique.listing.whole import Whole

KIND, TEMPLATE = "prose", "prose.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What prose.html prints; the worker turns the Markdown into HTML."""

    title: str
    markdown: str
    html: str = ""


def plan(whole: Whole) -> Iterator[Page]:
    """Yield every prose page."""
    for prose in whole.prose:
        context = Context(prose.title, prose.markdown)
        yield Page(f"{prose.name}/index.html", KIND, body(Head(prose.title, prose.name), context))
