from __future__ import annotations

import pytest

from communique.records.header import Header, header
from communique.text import printed
from tests.wire.wires import BODY, NOTE, RAW, a, d, only

PRINTED = ("agency", "sponsor_name", "region_printed", "source", "source_inner", "title", "lead", "dateline", "closing")
TEXTS = [
    a("Several papers were signed.\n\nA talk in Strelsau\n\nRudolf Elphberg: Good day, friends."),
    d("Source: Sylvania – Council News\n\nSTRELSAU, March 3, 2025 (RNA) — The quay is open. -0-"),
    f" date 2020-06-10 Source: Government of Ruritania – Government of Ruritania –\n\n{BODY}\n\nMIL Translation OSI",
]


def read(text: str) -> Header:
    return header(only(text))


@pytest.mark.parametrize("text", TEXTS)
def test_evidence_of_printed_values_joins_to_them(text: str) -> None:
    found = read(text)
    for name in PRINTED:
        value = getattr(found, name)
        spans = found.evidence.get("/" + name, [])
        assert (printed(text, *spans) if spans else None) == value


@pytest.mark.parametrize("text", TEXTS)
def test_every_value_has_evidence(text: str) -> None:
    found = read(text)
    for name in found.__struct_fields__:
        if name != "evidence" and getattr(found, name):
            assert found.evidence["/" + name]


def test_doubled_source_points_at_one_print() -> None:
    found = read(TEXTS[2])
    assert found.evidence["/source"] == [(25, 48)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (a(BODY), "MIL OSI"),
        (d(BODY, "MIL-OSI Ruritania: A day"), "MIL-OSI"),
        (d(BODY), "MIL-OSI"),
        (f"Source: Ruritania\n\n{BODY}\n\nMIL Translation OSI", "MIL OSI"),
        (
            f" date 2023-01-20 {BODY}\n\nEIN Presswire provides this news content without warranty of any kind",
            "EIN Presswire",
        ),
        (BODY, None),
    ],
)
def test_agency_of_head_title_closing_or_note(text: str, agency: str | None) -> None:
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ("MIL OSI Translation. Region: Germany / Deutschland –", "DE"),
        ("Translartion. Region: Russians Fedetion –", "RU"),
        ("MIL OSI Translation. Government of the Republic of France statements from French to English –", "FR"),
        ("MIL OSI Translation. Region: Ruritania –\n\nSource: Government of Belarus", "BY"),
        ("Source: Government of the Republic of Kazakhstan", "KZ"),
        (" date 2023-01-20 TURKMENISTAN, January 20 -", "TM"),
        ("MIL OSI Translation. Region: Ruritania –", None),
    ],
)
def test_country_of_region_government_source_or_dateline(head: str, country: str | None) -> None:
    text = f"{head}\n\n{BODY}" if not head.endswith(" -") else f"{head} {BODY}"
    found = read(text)
    assert found.country == country
    assert bool(found.evidence.get("/country")) == bool(country)


@pytest.mark.parametrize(("text", "kind"), [(a(BODY), "translation"), (d(BODY), "raw-content"), (BODY, None)])
def test_note_and_its_kind(text: str, kind: str | None) -> None:
    found = read(text)
    assert (found.note_kind, found.editors_note) == (kind, kind is not None)
    assert found.editors_note_text in {NOTE, RAW, None}


def test_languages_of_the_head_line() -> None:
    found = read(f"MIL OSI Translation. Government of Corvanne statements from French to English –\n\n{BODY}")
    assert (found.translation, found.translated_from, found.translated_to, found.language) == (True, "fr", "en", "en")


def test_date_needs_a_real_day() -> None:
    assert (read(d("02/30/2025\n\n" + BODY)).date, read(d("02/28/2025\n\n" + BODY)).date) == (None, "2025-02-28")


def test_more_to_come() -> None:
    assert read(a(BODY + "\n\nMore to be posted soon …")).partial


def test_behind_an_unknown_region_a_body_must_name_its_state() -> None:
    text = "MIL OSI Translation. Region: Grauland –\n\nSource: Federal Foreign Office –\n\nGood news.\n"
    assert read(text).country is None
    assert read(text.replace("Region: Grauland –", "Government of Grauland statements")).country == "DE"
