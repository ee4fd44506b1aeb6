"""Pages at old addresses, which lead to the new ones."""

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
    return at(urls.release(old), target)


def at(address: str, target: Ref) -> Page:
    """Return the page at an address from which readers are led on."""
    return Page(file_of(address), KIND, body(Head(target.name), Context(target)), public=False)
