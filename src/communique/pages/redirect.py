"""Pages at old addresses of releases, which lead to the new ones."""

from __future__ import annotations

import msgspec

from communique.listing.model import Head, Page, Ref, body
from communique.urls import Urls, file_of

KIND, TEMPLATE = "redirect", "redirect.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What redirect.html prints."""

    target: Ref


def page(old: str, target: Ref, urls: Urls) -> Page:
    """Return the page at the old id of a release."""
    return Page(file_of(urls.release(old)), KIND, body(Head(target.name), Context(target)), public=False)
