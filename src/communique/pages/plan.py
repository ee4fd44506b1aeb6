"""The plan: summaries in, every page out, as a stream. Release pages go by while the shelf fills; listings follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.catalog.summary import Summary
from communique.listing.model import Page, Ref
from communique.listing.shelf import Shelf
from communique.listing.whole import Whole
from communique.pages import redirect, release
from communique.pages.registry import PAGES
from communique.problems import Problem
from communique.urls import is_release_id


class Moved:
    """Old addresses of releases, collected while they stream by."""

    def __init__(self) -> None:
        self.claims: list[tuple[str, Ref, str]] = []
        """(old id, release, path of its wire)."""
        self.problems: list[Problem] = []

    def pages(self, shelf: Shelf) -> Iterator[Page]:
        """Yield a page for each old id that no release holds."""
        taken = set(shelf.dates.ids)
        for old, target, path in sorted(self.claims, key=lambda claim: (claim[0], claim[2])):
            if old in taken or not is_release_id(old):
                self.problems.append(_unusable(old, path, taken=old in taken))
                continue
            taken.add(old)
            yield redirect.page(old, target, shelf.urls)


def releases(
    summaries: Iterable[tuple[Summary, int]], shelf: Shelf, chain: release.Chain, moved: Moved
) -> Iterator[Page]:
    """Yield the page of every release and put the release on the shelf; then the pages at old addresses."""
    for one, body in summaries:
        names = shelf.resolve(one)
        shelf.add(one, body, names)
        for old in one.was:
            moved.claims.append((old, Ref(one.id, one.title, shelf.urls.release(one.id)), one.path))
        yield release.plan(one, body, names, shelf.urls, chain)
    yield from moved.pages(shelf)


def listings(whole: Whole) -> Iterator[Page]:
    """Yield all other pages."""
    for kind in PAGES:
        if kind.plan:
            yield from kind.plan(whole)


def _unusable(old: str, path: str, *, taken: bool) -> Problem:
    return Problem(
        code="bad-old-id",
        severity="warning",
        file=f"{path[:-4]}.yml",
        message=f"'was: {old}' {'is the id of another release' if taken else 'cannot be an address'}.",
        hint="Correct it or take it out: no page leads from there to this release.",
    )
