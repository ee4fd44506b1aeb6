"""Layouts → releases: the parts that each module of this room found, put together into one record."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from communique.problems import Problem
from communique.records.documents import documents
from communique.records.doubts import doubts
from communique.records.header import Header, header
from communique.records.model import Release
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
        datetime.date.fromisoformat(stem[:10])
    except ValueError:
        return None
    return stem[:10]


def release(layout: Layout, origin: Origin, index: int) -> Release:
    """Return the record of one layout, before its sidecar is applied; `index` is its place in the file."""
    head, who, signed = header(layout), people(layout), documents(layout)
    return Release(
        id=origin.stem if index == 0 else f"{origin.stem}.{index + 1}",
        path=origin.path,
        sha256=origin.sha256,
        index=index,
        dialect=layout.dialect,
        **_facts(head, origin.stem),
        speakers=who.speakers,
        participants=who.participants,
        turns=who.turns,
        quotes=who.quotes,
        documents=signed.documents,
        documents_unnamed=signed.unnamed,
        evidence=head.evidence | who.evidence | signed.evidence,
        segments=layout.segments,
        leftovers=layout.leftovers,
        rejected=[*layout.rejected, *who.rejected, *signed.rejected],
    )


def _facts(head: Header, stem: str) -> dict[str, Any]:
    """Return the facts of the head by the names of the record's fields; the file's name gives a date where none is."""
    facts = msgspec.structs.asdict(head)
    del facts["evidence"]
    if head.date is None and (named := date_of_name(stem)):
        facts["date"], facts["date_from"] = named, "filename"
    return facts
