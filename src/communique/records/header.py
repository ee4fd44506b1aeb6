"""The facts of head and foot: layout fields → typed values with evidence."""

from __future__ import annotations

import msgspec

from communique.records.model import DateFrom, Evidence, NoteKind
from communique.wire.layout import Layout


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """Head and foot facts of one release; names and meanings as in `Release`."""

    agency: str | None = None
    sponsor: bool = False
    sponsor_name: str | None = None
    translation: bool = False
    translated_from: str | None = None
    translated_to: str | None = None
    region_printed: str | None = None
    country: str | None = None
    source: str | None = None
    source_inner: str | None = None
    title: str | None = None
    lead: str | None = None
    date: str | None = None
    dateline: str | None = None
    date_from: DateFrom | None = None
    partial: bool = False
    editors_note: bool = False
    editors_note_text: str | None = None
    note_kind: NoteKind | None = None
    closing: str | None = None
    language: str | None = None
    evidence: Evidence = {}


def header(layout: Layout) -> Header:
    """Return the head and foot facts of a layout, each with its evidence under "/field"."""
    return Header()
