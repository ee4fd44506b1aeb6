"""A record lies in the tables whole: no field is forgotten, and no row is not in the record."""

from __future__ import annotations

import msgspec
import pytest

from communique.exports.tables import TABLES, Meant, Table
from communique.records.assemble import Origin, releases
from communique.records.model import Document, Participant, Quote, Release, Speaker, Turn
from tests.archives import signing

SPEAKER = Speaker(name="Anna Rudolf", role="Minister", labels=["Anna Rudolf", "A. Rudolf"])
RECORD = Release(
    id="talks.2",
    path="content/wires/talks.txt",
    sha256="0" * 64,
    title="=cmd()|' /C calc'!A0",
    was=["old"],
    speakers=[SPEAKER, Speaker(name="Question")],
    participants=[Participant(name="Otto Hentzau")],
    turns=[
        Turn(speaker="Anna Rudolf", label="A. Rudolf", kind="speech", paragraphs=["One.", "Two."]),
        Turn(speaker="Question", label="Question", kind="question", paragraphs=["Why?\0"]),
    ],
    quotes=[Quote(speaker="Anna Rudolf", text="Words.")],
    documents=[Document(title="Treaty", kind="treaty", status="signed", parties=["Ruritania", "Sylvania"])],
    evidence={"/turns/0/paragraphs/0": [(40, 44)], "/documents/0/title": [(7, 13)]},
)
MEANT = Meant("ruritania", None, ["anna", None], ["otto"])
ELSEWHERE = {
    "speakers": "people",
    "participants": "people",
    "turns": "turns",
    "quotes": "quotes",
    "documents": "documents",
    "withdrawn": "a withdrawn release has no rows",
    "evidence": "NDJSON alone",
    "segments": "NDJSON alone",
    "leftovers": "NDJSON alone",
    "rejected": "NDJSON alone",
    "problems": "NDJSON alone",
}
"""Fields of a record that are no column of `releases`, and where they are."""


def rows(name: str, record: Release = RECORD) -> list[dict[str, object]]:
    table = next(table for table in TABLES if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(record, MEANT)]


def test_every_field_of_a_record_is_a_column_or_lies_elsewhere() -> None:
    columns = {column.name for column in TABLES[0].columns} - {"region_id", "source_id"}
    assert columns | ELSEWHERE.keys() == set(Release.__struct_fields__)
    assert not columns & ELSEWHERE.keys()


@pytest.mark.parametrize(
    ("table", "model", "named"),
    [
        ("turns", Turn, {"paragraphs": "text"}),
        ("quotes", Quote, {}),
        ("people", Speaker, {}),
        ("people", Participant, {}),
        ("documents", Document, {}),
    ],
)
def test_every_field_of_a_list_is_a_column(table: str, model: type[msgspec.Struct], named: dict[str, str]) -> None:
    columns = {column.name for one in TABLES if one.name == table for column in one.columns}
    assert {named.get(field, field) for field in model.__struct_fields__} <= columns


def test_a_release_has_its_values_and_the_ids_of_its_pages() -> None:
    (row,) = rows("releases")
    assert (row["id"], row["title"], row["was"], row["region_id"], row["source_id"]) == (
        "talks.2",
        RECORD.title,
        ["old"],
        "ruritania",
        None,
    )


def test_turns_name_their_person_their_place_and_all_their_paragraphs() -> None:
    first, second = rows("turns")
    assert (first["n"], first["person_id"], first["offset"], first["text"]) == (0, "anna", 40, "One.\n\nTwo.")
    assert (second["n"], second["person_id"], second["offset"]) == (1, None, None)


def test_a_nul_is_replaced() -> None:
    assert rows("turns")[1]["text"] == "Why?\ufffd"


def test_people_are_speakers_and_participants_counted_apart() -> None:
    assert [(row["part"], row["n"], row["name"], row["person_id"]) for row in rows("people")] == [
        ("speaker", 0, "Anna Rudolf", "anna"),
        ("speaker", 1, "Question", None),
        ("participant", 0, "Otto Hentzau", "otto"),
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_values_have_the_types_of_their_columns(table: Table) -> None:
    kinds = {"text": str, "integer": int, "boolean": bool, "date": str, "list": list}
    origin = Origin(stem="2020-01-05-talks", path="talks.txt", sha256="0" * 64)
    found = [row for record in [RECORD, *releases(signing("Talks"), origin)] for row in table.rows(record, MEANT)]
    assert found
    for row in found:
        for column, value in zip(table.columns, row, strict=True):
            assert (value is None and not column.required) or type(value) is kinds[column.type], column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_tells_rows_apart(table: Table) -> None:
    keys = [tuple(row[name] for name in table.key) for row in rows(table.name)]
    assert len(set(keys)) == len(keys)
