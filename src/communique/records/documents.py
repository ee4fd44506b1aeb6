"""Signed and to-be-signed documents: in prose and in lists → title, kind, status and parties."""

from __future__ import annotations

import msgspec

from communique.records.model import Document, Evidence
from communique.wire.layout import Layout, Mark


class Documents(msgspec.Struct, frozen=True, kw_only=True):
    """Documents of one release; evidence pointers are those of the record."""

    documents: list[Document] = []
    unnamed: bool = False
    evidence: Evidence = {}
    rejected: list[Mark] = []


def documents(layout: Layout) -> Documents:
    """Return the documents that the layout's text says were or are to be signed, with evidence."""
    return Documents()
