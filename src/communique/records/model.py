"""The record of one release: frozen values, in the order in which `communique parse` prints them."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.text import Span
from communique.wire.layout import Mark, Segment, TurnKind

Via = Literal["label", "quote", "monologue", "signature"]
"""How a speaker's words are given: a labelled turn, a quotation in prose, an unlabelled speech, a signed letter."""

DocumentKind = Literal[
    "agreement",
    "memorandum",
    "protocol",
    "programme",
    "plan",
    "declaration",
    "joint statement",
    "treaty",
    "roadmap",
    "contract",
    "regulations",
    "other",
]
DocumentStatus = Literal["signed", "to be signed"]
NoteKind = Literal["translation", "raw-content", "legal"]
DateFrom = Literal["sidecar", "wire", "filename"]

Evidence = dict[str, list[Span]]
"""JSON Pointer of a value → the spans of the wire that print or decide it."""


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose words are given."""

    name: str
    """As printed in the label or attribution, without title or office; `Question` stays `Question`."""
    role: str | None = None
    """The office as printed, without a leading article."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where the office or affiliation as printed decides it."""
    labels: list[str] = []
    """Every label of theirs as printed, in order of first appearance."""
    via: Via = "label"


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named as taking part without speaking."""

    name: str
    role: str | None = None
    country: str | None = None


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled turn. `speaker` is the name of an entry of `speakers`."""

    speaker: str
    label: str
    kind: TurnKind
    paragraphs: list[str]


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """One attributed quotation in prose. `speaker` is the name of an entry of `speakers`."""

    speaker: str
    text: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was or is to be signed or adopted."""

    title: str
    kind: DocumentKind
    status: DocumentStatus
    parties: list[str] = []


class RecordProblem(msgspec.Struct, frozen=True, kw_only=True):
    """A problem of one record, placed in its wire."""

    code: str
    severity: str
    line: int
    column: int
    message: str
    hint: str


class Withdrawn(msgspec.Struct, frozen=True, kw_only=True):
    """That a release was withdrawn from the archive, why and when."""

    reason: str
    date: str | None = None


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """One release. Unknown is None or an empty list, never a guess."""

    id: str
    path: str
    sha256: str
    index: int = 0
    agency: str | None = None
    dialect: str = "plain"
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
    speakers: list[Speaker] = []
    participants: list[Participant] = []
    turns: list[Turn] = []
    quotes: list[Quote] = []
    documents: list[Document] = []
    documents_unnamed: bool = False
    language: str | None = None
    url: str | None = None
    added: str | None = None
    rights: str | None = None
    source_archived: str | None = None
    note: str | None = None
    supersedes: str | None = None
    withdrawn: Withdrawn | None = None
    was: list[str] = []
    set_by_person: list[str] = []
    evidence: Evidence = {}
    segments: list[Segment] = []
    leftovers: list[Mark] = []
    rejected: list[Mark] = []
    problems: list[RecordProblem] = []
