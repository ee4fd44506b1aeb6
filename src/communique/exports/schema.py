"""The JSON Schema of a record: its current version, and each under an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from communique.listing.model import Page
from communique.listing.whole import Whole

KIND = "schema"
CURRENT = "data/record.schema.json"
VERSION = "data/schemas/record-1.json"
"""Counted up where a record that was valid would be so no more."""


def address(base_url: str) -> str:
    """Return the public address of the current version; empty where the site has none."""
    return base_url and base_url + VERSION


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the schema at both addresses; a worker makes it, from the address of this version."""
    body = address(whole.base_url).encode()
    yield Page(CURRENT, KIND, body, public=False)
    yield Page(VERSION, KIND, body, public=False)
