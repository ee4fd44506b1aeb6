"""The plan of pages: releases in, pages out, as a stream; listings follow once all releases are on the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from communique.catalog.summary import Summary
from communique.listing.chapter import has_neighbours, lite
from communique.listing.model import Lite, Page, Ref
from communique.listing.naming import Resolved
from communique.listing.shelf import Shelf
from communique.listing.whole import Whole
from communique.pages import redirect, release
from communique.pages.registry import PAGES
from communique.problems import Problem
from communique.urls import Urls, is_release_id

Listed = tuple[Summary, int, Resolved]
"""A release: its summary, the number of its body in the catalog, what its names mean."""


def chain(
    links: Iterable[tuple[str, str]], find: Callable[[str], Summary | None], urls: Urls
) -> tuple[release.Chain, list[tuple[str, str]]]:
    """Return which releases replace which, from (newer, older); and (older, path of the newer) for unknown ones."""
    made = release.Chain({}, {})
    unknown = []
    for newer, older in links:
        one, other = find(newer), find(older)
        if one is not None and other is not None:
            made.replaces[newer] = Ref(older, other.title, urls.release(older))
            made.replaced_by[older] = Ref(newer, one.title, urls.release(newer))
        elif one is not None:
            unknown.append((older, one.path))
    return made, unknown


def releases(listed: Iterable[Listed], links: release.Chain, before: Lite | None, after: Lite | None) -> Iterator[Page]:
    """Yield the page of every release of those that follow each other; `before` and `after` stand at their ends.

    A page names its neighbours by date, so it waits for the next one; what has no date, or was withdrawn, has none.
    """
    held: Listed | None = None
    for one, body, names in listed:
        if not has_neighbours(one):
            yield release.plan(one, body, names, links)
            continue
        here = lite(one, names)
        if held:
            yield release.plan(*held, links, release.Beside(before, here))
            before = lite(held[0], held[2])
        held = one, body, names
    if held:
        yield release.plan(*held, links, release.Beside(before, after))


def moved(shelf: Shelf, problems: list[Problem]) -> Iterator[Page]:
    """Yield a page for each (old id, release, path of its wire) whose old id no release holds."""
    if not shelf.moved:
        return
    taken = {item.id for item in shelf.dates.items}
    for old, target, path in sorted(shelf.moved, key=lambda claim: (claim[0], claim[2])):
        if old in taken or not is_release_id(old):
            problems.append(_unusable(old, path, taken=old in taken))
        else:
            taken.add(old)
            yield redirect.page(old, target, shelf.urls)


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
