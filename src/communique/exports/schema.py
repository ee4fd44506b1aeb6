"""The JSON Schema of a record: its current version, and each under an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from communique.listing.model import Page
from communique.listing.whole import Whole

KIND = "schema"
CURRENT = "data/record.schema.json"
VERSION = "data/schemas/record-1.json"
"""Counted up where a record that was valid would be so no more."""


def plan(whole: Whole) -> Iterator[Page]:  # noqa: ARG001  (it depends on the code alone; a worker makes it)
    """Yield the schema at both addresses."""
    yield Page(CURRENT, KIND, b"", public=False)
    yield Page(VERSION, KIND, b"", public=False)
