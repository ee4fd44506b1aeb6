"""The page at an address where something was published once and nothing stands now: it says what is known."""

from __future__ import annotations

import msgspec

from communique.listing.model import Head, Page, body
from communique.records.model import Withdrawn
from communique.urls import file_of

KIND, TEMPLATE = "gone", "gone.html"


class Lost(msgspec.Struct, frozen=True, array_like=True):
    """What is known of what stood at an address."""

    id: str
    """Id of a release; of another page, its address."""
    sha256: str
    withdrawn: Withdrawn | None


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What gone.html prints."""

    r: Lost


def page(lost: Lost, address: str) -> Page:
    """Return the page at a lost address."""
    return Page(file_of(address), KIND, body(Head(lost.id, "dates"), Context(lost)), public=False)
