"""The build report as a page: what was read, understood and doubted. Nothing in it depends on the clock."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.listing.model import Head, Page, body
from communique.listing.whole import Doubt, Whole

KIND, TEMPLATE, FILE = "report", "report.html", "report/index.html"


class Context(msgspec.Struct, frozen=True, array_like=True):
    """What report.html prints."""

    outcomes: list[tuple[str, int]]
    dialects: list[tuple[str, int]]
    doubts: list[Doubt]
    refused: list[tuple[str, str]]
    undated: int
    partials: int


def plan(whole: Whole) -> Iterator[Page]:
    """Yield the report."""
    shelf, account = whole.shelf, whole.account
    dialects = sorted(shelf.dialects.items(), key=lambda item: (-item[1], item[0]))
    context = Context(account.outcomes, dialects, account.doubts, account.refused, shelf.undated, shelf.partials)
    yield Page(FILE, KIND, body(Head("Build report", "report"), context), public=False)
