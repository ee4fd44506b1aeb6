"""Releases and documents as CSL-JSON, which citation managers read: a report, a treaty. Pure.

What the record does not say is left out. Names stay as printed: which part of a name is the family's, no wire says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.records.model import Document, Release

GENRE = "Press release"

Item = dict[str, Any]
"""One entry of a CSL-JSON list."""


def items(record: Release, page: str, archive: str) -> Iterator[Item]:
    """Yield the release, then each of its documents.

    `page` is the public address of the release's page, or empty; `archive` the name of the archive.
    """
    yield _known(
        {
            "id": record.id,
            "type": "report",
            "genre": GENRE,
            "title": record.title or record.id,
            "author": _names(record.source or record.agency),
            "translator": _names(record.agency if record.translation else None),
            "publisher": record.source or record.agency,
            "issued": _date(record.date),
            "language": record.language,
            "archive": archive,
            "URL": page or record.url,
            "note": _note(record),
        }
    )
    for number, document in enumerate(record.documents):
        yield _document(record, document, number, page)


def _document(record: Release, document: Document, number: int, page: str) -> Item:
    spans = record.evidence.get(f"/documents/{number}/title")
    signed = document.status == "signed"
    return _known(
        {
            "id": f"{record.id}#document-{number}",
            "type": "treaty",
            "genre": document.kind,
            "title": document.title,
            "author": [{"literal": party} for party in document.parties],
            "issued": _date(record.date) if signed else None,
            "status": document.status,
            "references": record.title or record.id,
            "URL": f"{page}#c{spans[0][0]}" if page and spans else page,
        }
    )


def _note(record: Release) -> str:
    """Return where the original is, and what a translation was made from."""
    parts = [f"Translated from {record.translated_from}"] if record.translated_from else []
    return "; ".join([*parts, *([f"Original: {record.url}"] if record.url else [])])


def _names(name: str | None) -> list[dict[str, str]]:
    return [{"literal": name}] if name else []


def _date(day: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def _known(values: Item) -> Item:
    return {key: value for key, value in values.items() if value}
