"""What the plan of a page type may ask for."""

from __future__ import annotations

import msgspec

from communique.listing.shelf import Shelf
from communique.urls import Urls


class Doubt(msgspec.Struct, frozen=True, array_like=True):
    """One doubt as the report lists it."""

    code: str
    message: str
    hint: str
    file: str
    line: int
    href: str


class Account(msgspec.Struct, frozen=True, array_like=True):
    """What became of every input file; the counts add up to the number of files."""

    outcomes: list[tuple[str, int]]
    refused: list[tuple[str, str]]
    """(path, reason) of files that are not published."""
    doubts: list[Doubt]
    """The first of them."""
    count: int
    """Of all doubts."""


class Prose(msgspec.Struct, frozen=True, array_like=True):
    """One page of `content/pages/`: its name, title and Markdown."""

    name: str
    title: str
    markdown: str


class Whole(msgspec.Struct, frozen=True):
    """The archive as a plan sees it: values, no catalog."""

    shelf: Shelf
    urls: Urls
    title: str
    description: str
    prose: list[Prose]
    account: Account
    search: bool
    """Whether the site has a search index."""
    base_url: str
    """Public address, or empty."""
    language: str
    """Language of the interface."""
    base: str
    """Path of the site's root on its host, such as `/archive/`."""

    @property
    def doubts(self) -> int:
        """Number of all doubts."""
        return self.account.count
