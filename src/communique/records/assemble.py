"""Layouts → releases: the parts that each module of this room found, put together into one record."""

from __future__ import annotations

import datetime

import msgspec

from communique.problems import Problem
from communique.records.documents import documents
from communique.records.doubts import doubts
from communique.records.header import header
from communique.records.model import Evidence, Release
from communique.records.people import people
from communique.records.sidecar import Sidecar, apply
from communique.wire.layout import Layout
from communique.wire.segment import layouts


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Which file a text came from."""

    stem: str
    """The release id of the file's first release; the others are `stem.2`, `stem.3` …"""
    path: str
    """POSIX path relative to the archive; outside one, the file's name."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""


def releases(text: str, origin: Origin, sentences: tuple[tuple[str, str], ...] = ()) -> list[Release]:
    """Return the records of the releases in one file's text, in order; at least one, also for an empty text.

    `sentences` are the archive's own disclaimers as (kind, sentence). A date that stands at the head of the stem counts
    where the wire prints none.
    """
    return [release(part, origin, index) for index, part in enumerate(layouts(text, sentences))]


def read(
    text: str,
    origin: Origin,
    sentences: tuple[tuple[str, str], ...] = (),
    given: Sidecar | None = None,
    sidecar_path: str = "",
) -> tuple[list[Release], list[Problem]]:
    """Return the records of one file with its sidecar applied, doubts noted in each, and the sidecar's problems."""
    found = releases(text, origin, sentences)
    problems: list[Problem] = []
    if given is not None:
        found, problems = apply(found, given, sidecar_path)
    return [_doubted(one, text) for one in found], problems


def _doubted(one: Release, text: str) -> Release:
    found = doubts(one, text)
    return msgspec.structs.replace(one, problems=found) if found else one


def date_of_name(stem: str) -> str | None:
    """Return the ISO date that a file name begins with (`2021-04-29-kazan`), if it is a day of the calendar."""
    if len(stem) < 11 or stem[4] != "-" or stem[7] != "-" or stem[10] != "-":
        return None
    try:
        return datetime.date.fromisoformat(stem[:10]).isoformat()
    except ValueError:
        return None


def release(layout: Layout, origin: Origin, index: int) -> Release:
    """Return the record of one layout, before its sidecar is applied; `index` is its place in the file."""
    named = date_of_name(origin.stem)
    head, who, signed = header(layout), people(layout), documents(layout)
    evidence: Evidence = head.evidence | who.evidence | signed.evidence
    return Release(
        id=origin.stem if index == 0 else f"{origin.stem}.{index + 1}",
        path=origin.path,
        sha256=origin.sha256,
        index=index,
        agency=head.agency,
        dialect=layout.dialect,
        sponsor=head.sponsor,
        sponsor_name=head.sponsor_name,
        translation=head.translation,
        translated_from=head.translated_from,
        translated_to=head.translated_to,
        region_printed=head.region_printed,
        country=head.country,
        source=head.source,
        source_inner=head.source_inner,
        title=head.title,
        lead=head.lead,
        date=head.date or named,
        dateline=head.dateline,
        date_from=head.date_from or ("filename" if named else None),
        partial=head.partial,
        editors_note=head.editors_note,
        editors_note_text=head.editors_note_text,
        note_kind=head.note_kind,
        closing=head.closing,
        speakers=who.speakers,
        participants=who.participants,
        turns=who.turns,
        quotes=who.quotes,
        documents=signed.documents,
        documents_unnamed=signed.unnamed,
        language=head.language,
        evidence=evidence,
        segments=layout.segments,
        leftovers=layout.leftovers,
        rejected=[*layout.rejected, *who.rejected, *signed.rejected],
    )
