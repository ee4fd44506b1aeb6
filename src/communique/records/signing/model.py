"""What the readers of prose and of lists hand to the driver."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.records.model import DocumentKind, DocumentStatus
from communique.text import Span
from communique.wire.layout import Mark

Side = Literal["left", "right"]
"""Where the document stands: `a memorandum was signed` (left), `signed a memorandum` (right)."""


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a release that is read for documents: its title, its lead, or a block."""

    start: int
    end: int
    headline: bool = False
    item: bool = False
    """Whether the layout took it for an item of a list."""
    block: bool = True


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One document as one place names it; several candidates may be one document."""

    title: tuple[Span, ...]
    kind: DocumentKind
    kind_at: Span
    status: DocumentStatus
    status_at: Span
    parties: tuple[Span, ...] = ()
    shape: Literal["list", "prose", "headline"] = "prose"
    sentence: int
    """Start of the sentence or item that names it."""
    complemented: bool = True
    """Whether the title says more than its kind and words before it."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader found."""

    candidates: list[Candidate] = []
    unnamed: list[Span] = []
    """Words that say that documents without title and number were signed."""
    rejected: list[Mark] = []
    counted: list[Candidate] = []
    """`Four agreements were signed between A and B`: what the paragraphs that follow may name."""


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """One verb of signing that says something about documents."""

    status: DocumentStatus | None
    """None where nothing was signed nor will surely be: `reason` says why."""
    side: Side
    span: Span
    """The words that say it, auxiliaries included."""
    at: int
    """Left: where the document's mention must end. Right: where it begins."""
    verb: str
    """The form in lower case: signed, adopt, conclusion …"""
    participle: bool = False
    """Whether it may as well be a bare participle (`the treaty signed in 1997`)."""
    singular: bool = False
    """Whether a finite verb in the singular says that one document is meant."""
    reason: str = ""
