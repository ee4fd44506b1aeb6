"""Tables of records: releases, turns, quotations, people, documents; a record → its rows in each. Pure.

Columns have the names of the record's fields and hold what stands there. Three are added: `release_id`; `n`, the place
in the record's list, from 0, as in a JSON Pointer (`/turns/3`); and ids of the archive's pages, which its authority
files decide. Every format that is made of tables is made of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from communique.records.meanings import FIELDS
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


def _own(of: str, field: str, kind: Type, *, required: bool = False) -> Column:
    """Return the column of a record's own field."""
    return Column(field, kind, FIELDS[of][field], required)


_SPEAKER = _own("Turn", "speaker", "text", required=True)

TABLES = (
    Table(
        "releases",
        "One row a release.",
        ("id",),
        (
            _own("Release", "id", "text", required=True),
            _own("Release", "path", "text", required=True),
            _own("Release", "sha256", "text", required=True),
            _own("Release", "index", "integer", required=True),
            _own("Release", "agency", "text"),
            _own("Release", "dialect", "text", required=True),
            _own("Release", "sponsor", "boolean", required=True),
            _own("Release", "sponsor_name", "text"),
            _own("Release", "translation", "boolean", required=True),
            _own("Release", "translated_from", "text"),
            _own("Release", "translated_to", "text"),
            _own("Release", "region_printed", "text"),
            Column("region_id", "text", "Id of the region; its page is /regions/<id>/."),
            _own("Release", "country", "text"),
            _own("Release", "source", "text"),
            Column("source_id", "text", "Id of the issuing body; its page is /sources/<id>/."),
            _own("Release", "source_inner", "text"),
            _own("Release", "title", "text"),
            _own("Release", "lead", "text"),
            _own("Release", "date", "date"),
            _own("Release", "dateline", "text"),
            _own("Release", "date_from", "text"),
            _own("Release", "partial", "boolean", required=True),
            _own("Release", "editors_note", "boolean", required=True),
            _own("Release", "editors_note_text", "text"),
            _own("Release", "note_kind", "text"),
            _own("Release", "closing", "text"),
            _own("Release", "documents_unnamed", "boolean", required=True),
            _own("Release", "language", "text"),
            _own("Release", "url", "text"),
            _own("Release", "added", "date"),
            _own("Release", "rights", "text"),
            _own("Release", "source_archived", "text"),
            _own("Release", "note", "text"),
            _own("Release", "supersedes", "text"),
            _own("Release", "was", "list", required=True),
            _own("Release", "set_by_person", "list", required=True),
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
            _own("Turn", "label", "text", required=True),
            _own("Turn", "kind", "text", required=True),
            _OFFSET,
            Column("text", "text", "The paragraphs, an empty line between them.", required=True),
        ),
        _turns,
    ),
    Table(
        "quotes",
        "One row an attributed quotation in prose.",
        ("release_id", "n"),
        (_RELEASE, _N, _SPEAKER, _PERSON, _OFFSET, _own("Quote", "text", "text", required=True)),
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
            _own("Speaker", "name", "text", required=True),
            _PERSON,
            _own("Speaker", "role", "text"),
            _own("Speaker", "country", "text"),
            _own("Speaker", "via", "text"),
            _own("Speaker", "labels", "list", required=True),
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
            _own("Document", "title", "text", required=True),
            _own("Document", "kind", "text", required=True),
            _own("Document", "status", "text", required=True),
            _own("Document", "parties", "list", required=True),
            _OFFSET,
        ),
        _documents,
    ),
)
"""All tables, in the order in which they are written."""

_RELEASE_FIELDS = tuple(column.name for column in TABLES[0].columns)
