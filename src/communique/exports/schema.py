"""The JSON Schema of a record, at `data/record.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator

from communique.listing.model import Page
from communique.listing.whole import Whole

KIND = "schema"


def plan(whole: Whole) -> Iterator[Page]:  # noqa: ARG001  (it depends on the code alone; a worker makes it)
    """Yield the schema."""
    yield Page("data/record.schema.json", KIND, b"", public=False)
