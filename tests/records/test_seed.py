"""The wire in `content/` gives exactly what its text says, no more."""

from pathlib import Path

import pytest

from communique.ingest.decode import decode
from communique.records.assemble import Origin, read
from communique.records.model import Participant, Release
from communique.records.sidecar import sidecar

WIRE = Path(__file__).parent.parent.parent / "content/wires/2021/2021-04-29-mishustin-mamin-kazan.txt"


@pytest.fixture(scope="module")
def seed() -> Release:
    """Return the seed's record as it is without its sidecar."""
    [record], _ = read(decode(WIRE.read_bytes()).text, Origin(stem="seed", path="seed.txt", sha256=""))
    return record


def test_head(seed: Release) -> None:
    assert (seed.agency, seed.sponsor, seed.sponsor_name) == ("MIL OSI", True, "NewzEngine.com")
    assert (seed.translation, seed.region_printed, seed.country) == (True, "Russian Federation", "RU")
    assert seed.lead == "A number of documents were signed following the meeting."
    assert seed.title == (
        "Mikhail Mishustin’s conversation with Prime Minister of the Republic of Kazakhstan Askar Mamin"
    )
    assert (seed.source, seed.date, seed.dateline) == (None, None, None)


def test_people(seed: Release) -> None:
    [speaker] = seed.speakers
    assert (speaker.name, speaker.role, speaker.labels, speaker.via) == (
        "Mikhail Mishustin",
        None,
        ["Mikhail Mishustin"],
        "label",
    )
    assert seed.participants == [
        Participant(name="Askar Mamin", role="Prime Minister of the Republic of Kazakhstan", country="KZ")
    ]
    assert seed.quotes == []


def test_one_turn_of_three_paragraphs(seed: Release) -> None:
    [turn] = seed.turns
    assert (turn.speaker, turn.label, turn.kind) == ("Mikhail Mishustin", "Mikhail Mishustin", "speech")
    assert [paragraph[:14] for paragraph in turn.paragraphs] == ["Mr Mamin, este", "Today, we are ", "We are working"]


def test_documents(seed: Release) -> None:
    [document] = seed.documents
    assert document.title == (
        "comprehensive program of economic cooperation between the governments of our countries for 2021-2025"
    )
    assert (document.kind, document.status, document.parties) == ("programme", "to be signed", [])
    assert seed.documents_unnamed


def test_foot(seed: Release) -> None:
    assert seed.partial
    assert (seed.editors_note, seed.note_kind) == (True, "translation")
    assert seed.editors_note_text is not None
    assert seed.editors_note_text.endswith("Apologies should the grammar and or sentence structure not be perfect.")
    assert seed.closing == "MIL OSI Russia News"
    assert seed.leftovers == []


def test_the_sidecar_gives_date_and_address() -> None:
    given, problems = sidecar(WIRE.with_suffix(".yml").read_text(encoding="utf-8"), "seed.yml")
    [record], more = read(
        decode(WIRE.read_bytes()).text,
        Origin(stem="seed", path="seed.txt", sha256=""),
        given=given,
        sidecar_path="seed.yml",
    )
    assert not problems + more
    assert (record.date, record.date_from) == ("2021-04-29", "sidecar")
    assert (record.url or "").startswith("https://global.foreignaffairs.co.nz/2021/04/29/mil-osi-russia-mikhail-")
    assert record.set_by_person == ["/date", "/url"]
