"""What listings print: references, rows, entries of an index; and the page that a plan hands out. Frozen values."""

from __future__ import annotations

from typing import Any

import msgspec

Year = tuple[str, str, int]
"""(year or "unknown", href, count)."""


class Ref(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A region, person, source or release by name and href from the site's root."""

    id: str
    name: str
    href: str


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One release as a line of a listing."""

    id: str
    href: str
    date: str | None
    title: str
    title_printed: bool
    region: Ref | None
    source: Ref | None
    speakers: list[Ref]
    """At most five."""
    more_speakers: int
    documents: int
    partial: bool
    withdrawn: bool
    translation: bool
    language: str | None


class Passage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Words of a person as their page quotes them."""

    href: str
    text: str

    def __iter__(self) -> Any:
        """Unpack as (href, text)."""
        return iter((self.href, self.text))


class Said(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one person said in one release. A plan leaves the words out: a worker fills them in from the catalog's."""

    row: Row
    speakers: list[int]
    """Numbers of the record's speakers that are this person."""
    digest: str
    """Of the words."""
    words: list[Passage] = []
    more: int = 0


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One line of an index."""

    ref: Ref
    count: int
    first: str | None
    last: str | None
    letter: str
    years: list[tuple[str, int]]
    office: str = ""
    """Of a person, the newest that is known."""


class Tally(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Counts at the head of a page."""

    releases: int = 0
    regions: int = 0
    people: int = 0
    documents: int = 0
    turns: int = 0


class Lite(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A release as the register names it."""

    id: str
    href: str
    date: str | None
    title: str


class Registered(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One document as a row of the register."""

    title: str
    kind: str
    status: str
    parties: list[str]
    release: Lite
    href: str
    words: str


class Head(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the layout prints of a page."""

    title: str
    section: str = ""
    """Key of the navigation's entry that the page belongs to."""
    description: str = ""


class Page(msgspec.Struct, frozen=True):
    """One planned page: `digest(kind_key, body)` decides whether it is rendered; a worker renders `body`, nothing else.

    `body` is a packed pair of head and context. `needs` are numbers of catalog bodies that the worker gets with it;
    what of them is printed is covered by digests in `body`.
    """

    file: str
    kind: str
    body: bytes
    needs: tuple[int, ...] = ()
    day: str = ""
    """Newest date of what it shows, for the sitemap."""
    public: bool = True
    """Whether the sitemap names it."""
    stands: bool = False
    """Whether it is known to be published as planned, so that its body was not made."""


def standing(file: str, kind: str, day: str = "", *, public: bool = True) -> Page:
    """Return a page that is known to be published as it was planned."""
    return Page(file, kind, b"", (), day, public=public, stands=True)


def encoded(row: object) -> msgspec.Raw:
    """Return a value already encoded, so that it costs nothing to stand in many listings."""
    return msgspec.Raw(_encode(row))


_encode = msgspec.msgpack.Encoder().encode


def body(head: Head, context: msgspec.Struct) -> bytes:
    """Return head and context as a page's body."""
    return _encode((head, context))
