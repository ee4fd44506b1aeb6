"""Layouts → releases: the parts that each module of this room found, put together into one record."""

from __future__ import annotations

from communique.records.documents import documents
from communique.records.header import header
from communique.records.model import Evidence, Release
from communique.records.people import people
from communique.wire.layout import Layout
from communique.wire.segment import layouts


def releases(
    text: str, *, stem: str, path: str, sha256: str, sentences: tuple[tuple[str, str], ...] = ()
) -> list[Release]:
    """Return the records of the releases in one file's text, in order; at least one, also for an empty text.

    `stem` is the release id of the file, `path` its path as published, `sentences` the archive's own disclaimers.
    """
    parts = layouts(text, sentences)
    return [release(part, stem=stem, index=index, path=path, sha256=sha256) for index, part in enumerate(parts)]


def release(layout: Layout, *, stem: str, index: int, path: str, sha256: str) -> Release:
    """Return the record of one layout, before its sidecar is applied."""
    head, who, signed = header(layout), people(layout), documents(layout)
    evidence: Evidence = head.evidence | who.evidence | signed.evidence
    return Release(
        id=stem if index == 0 else f"{stem}.{index + 1}",
        path=path,
        sha256=sha256,
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
        date=head.date,
        dateline=head.dateline,
        date_from=head.date_from,
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
