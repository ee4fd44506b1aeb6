"""Tables of records: releases, turns, quotations, people, documents; a record → its rows in each. Pure.

Columns have the names of the record's fields and hold what stands there. Three are added: `release_id`; `n`, the place
in the record's list, from 0, as in a JSON Pointer (`/turns/3`); and ids of the archive's pages, which its authority
files decide. Every format that is made of tables is made of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from communique.records.model import Release

Type = Literal["text", "integer", "boolean", "date", "list"]
"""`date` is an ISO day, `list` a list of texts; offsets are integers, in code points of the decoded wire."""

Value = str | int | bool | list[str] | None
Row = tuple[Value, ...]
"""The values of one row in the order of its table's columns; None is unknown."""


class Meant(msgspec.Struct, frozen=True, array_like=True):
    """The ids of what the names in one release mean in its archive."""

    region: str | None = None
    source: str | None = None
    speakers: list[str | None] = []
    """In the record's order; None for a voice that is nobody in particular, such as `Question`."""
    participants: list[str] = []


class Column(msgspec.Struct, frozen=True):
    """One column: its name, its type, what it holds, and whether every row has a value."""

    name: str
    type: Type
    about: str
    required: bool = False


class Table(msgspec.Struct, frozen=True):
    """One table: the columns that tell its rows apart, all of its columns, and the rows of a record."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Release, Meant], Iterator[Row]]


def _releases(record: Release, meant: Meant) -> Iterator[Row]:
    ids = {"region_id": meant.region, "source_id": meant.source}
    yield _row(*[ids[name] if name in ids else getattr(record, name) for name in _RELEASE_FIELDS])


def _turns(record: Release, meant: Meant) -> Iterator[Row]:
    people = _people_ids(record, meant)
    for n, turn in enumerate(record.turns):
        text, offset = "\n\n".join(turn.paragraphs), _offset(record, f"/turns/{n}/paragraphs/0")
        yield _row(record.id, n, turn.speaker, people.get(turn.speaker), turn.label, turn.kind, offset, text)


def _quotes(record: Release, meant: Meant) -> Iterator[Row]:
    people = _people_ids(record, meant)
    for n, quote in enumerate(record.quotes):
        offset = _offset(record, f"/quotes/{n}/text")
        yield _row(record.id, n, quote.speaker, people.get(quote.speaker), offset, quote.text)


def _people(record: Release, meant: Meant) -> Iterator[Row]:
    for n, one in enumerate(record.speakers):
        person = meant.speakers[n] if n < len(meant.speakers) else None
        yield _row(record.id, "speaker", n, one.name, person, one.role, one.country, one.via, one.labels)
    for n, other in enumerate(record.participants):
        person = meant.participants[n] if n < len(meant.participants) else None
        yield _row(record.id, "participant", n, other.name, person, other.role, other.country, None, [])


def _documents(record: Release, meant: Meant) -> Iterator[Row]:  # noqa: ARG001  (all tables are asked alike)
    for n, one in enumerate(record.documents):
        offset = _offset(record, f"/documents/{n}/title")
        yield _row(record.id, n, one.title, one.kind, one.status, one.parties, offset)


def _people_ids(record: Release, meant: Meant) -> dict[str, str | None]:
    return {speaker.name: person for speaker, person in zip(record.speakers, meant.speakers, strict=False)}


def _offset(record: Release, pointer: str) -> int | None:
    spans = record.evidence.get(pointer)
    return spans[0][0] if spans else None


def _row(*values: Value) -> Row:
    return tuple([_stored(value) if isinstance(value, str) else value for value in values])


def _stored(text: str) -> str:
    """Return a text that every format can hold: NUL, which ends a text in many of them, is replaced as Unicode says."""
    return text.replace("\0", "\ufffd") if "\0" in text else text


_RELEASE = Column("release_id", "text", "Id of the release; its page is /releases/<id>/.", required=True)
_N = Column("n", "integer", "Place in the record's list, from 0.", required=True)
_PERSON = Column("person_id", "text", "Id of the person; the page is /people/<id>/.")
_OFFSET = Column("offset", "integer", "Where it stands in the decoded wire; /releases/<id>/#c<offset> leads there.")
_SPEAKER = Column("speaker", "text", "Name as printed, without title or office.", required=True)

TABLES = (
    Table(
        "releases",
        "One row a release.",
        ("id",),
        (
            Column("id", "text", "Id; the release's page is /releases/<id>/.", required=True),
            Column("path", "text", "The wire's file in the archive.", required=True),
            Column("sha256", "text", "SHA-256 of the wire's bytes, in hexadecimal.", required=True),
            Column("index", "integer", "Place of the release in its file, from 0.", required=True),
            Column("agency", "text", "Agency as printed."),
            Column("dialect", "text", "Family of wires that it was read as.", required=True),
            Column("sponsor", "boolean", "Whether a sponsor line is printed.", required=True),
            Column("sponsor_name", "text", "Sponsor as printed."),
            Column("translation", "boolean", "Whether the wire says that it is a translation.", required=True),
            Column("translated_from", "text", "ISO 639 code, where the wire says so."),
            Column("translated_to", "text", "ISO 639 code, where the wire says so."),
            Column("region_printed", "text", "Region as printed."),
            Column("region_id", "text", "Id of the region; its page is /regions/<id>/."),
            Column("country", "text", "ISO 3166-1 alpha-2."),
            Column("source", "text", "Issuing body as printed."),
            Column("source_id", "text", "Id of the issuing body; its page is /sources/<id>/."),
            Column("source_inner", "text", "A second source line."),
            Column("title", "text", "Headline, where one is printed."),
            Column("lead", "text", "Paragraph between head and transcript."),
            Column("date", "date", "Day of issue."),
            Column("dateline", "text", "Dateline as printed."),
            Column("date_from", "text", "Where the date comes from: sidecar, wire, filename."),
            Column("partial", "boolean", "Whether the wire says that more is to come.", required=True),
            Column("editors_note", "boolean", "Whether an editor's note or disclaimer stands in it.", required=True),
            Column("editors_note_text", "text", "The note."),
            Column("note_kind", "text", "translation, raw-content or legal."),
            Column("closing", "text", "Last line by the agency."),
            Column(
                "documents_unnamed", "boolean", "Whether documents are signed that it does not name.", required=True
            ),
            Column("language", "text", "ISO 639 code of the text."),
            Column("url", "text", "Address of the original, from the archivist."),
            Column("added", "date", "Day on which the wire came into the archive, from the archivist."),
            Column("rights", "text", "Rights, from the archivist."),
            Column("source_archived", "text", "Address of a copy of the original, from the archivist."),
            Column("note", "text", "The archivist's note, in Markdown."),
            Column("supersedes", "text", "Id of the release that this one replaces."),
            Column("was", "list", "Old ids.", required=True),
            Column("set_by_person", "list", "JSON Pointers of values that the archivist set.", required=True),
        ),
        _releases,
    ),
    Table(
        "turns",
        "One row a labelled turn of a transcript.",
        ("release_id", "n"),
        (
            _RELEASE,
            _N,
            _SPEAKER,
            _PERSON,
            Column("label", "text", "The label as printed.", required=True),
            Column("kind", "text", "speech, question or answer.", required=True),
            _OFFSET,
            Column("text", "text", "The paragraphs, an empty line between them.", required=True),
        ),
        _turns,
    ),
    Table(
        "quotes",
        "One row an attributed quotation in prose.",
        ("release_id", "n"),
        (_RELEASE, _N, _SPEAKER, _PERSON, _OFFSET, Column("text", "text", "The words.", required=True)),
        _quotes,
    ),
    Table(
        "people",
        "One row a person in a release: who speaks, and who takes part without speaking.",
        ("release_id", "part", "n"),
        (
            _RELEASE,
            Column("part", "text", "speaker or participant.", required=True),
            Column("n", "integer", "Place in the record's list of speakers or of participants, from 0.", required=True),
            Column("name", "text", "Name as printed, without title or office.", required=True),
            _PERSON,
            Column("role", "text", "Office as printed."),
            Column("country", "text", "ISO 3166-1 alpha-2, where the office decides it."),
            Column("via", "text", "How a speaker's words are given: label, quote, monologue or signature."),
            Column("labels", "list", "Labels as printed.", required=True),
        ),
        _people,
    ),
    Table(
        "documents",
        "One row a document that was or is to be signed or adopted, as one release names it.",
        ("release_id", "n"),
        (
            _RELEASE,
            _N,
            Column("title", "text", "Title as printed.", required=True),
            Column("kind", "text", "agreement, memorandum, protocol …", required=True),
            Column("status", "text", "signed, or to be signed.", required=True),
            Column("parties", "list", "Parties as printed.", required=True),
            _OFFSET,
        ),
        _documents,
    ),
)
"""All tables, in the order in which they are written."""

_RELEASE_FIELDS = tuple(column.name for column in TABLES[0].columns)
