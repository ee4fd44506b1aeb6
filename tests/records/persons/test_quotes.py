from __future__ import annotations

import pytest

from communique.records.people import People, people
from communique.records.persons.quotations import quotations, sentence_end
from communique.wire.layout import Block

from .layouts import prose


def quoted(text: str) -> list[str]:
    return [text[slice(*one.inner)] for one in quotations(text, Block(kind="paragraph", start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We came,” he said.", ["We came,"]),
        ('"We came," he said. "We saw."', ["We came,", "We saw."]),
        ("«Мы пришли», — сказал он.", ["Мы пришли"]),
        ("He notes, ” we came “. Then", ["we came"]),
        ("„We came“, he said.", ["We came"]),
        ("» We came «, he said.", ["We came"]),
        ("“We call it “home” here,” he said.", ["We call it “home” here,"]),
        ('We came and we saw," he said.', ["We came and we saw,"]),
        ("— We came, — he said.", ["We came, — he said."]),
        ("“We came and stay", ["We came and stay"]),
        ("the “golden chance, he said", []),
        ('"', []),
    ],
)
def test_quoted_words_are_found_however_the_marks_are_printed(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_initials_end_no_sentence() -> None:
    text = "By I. P. Zorin and Dr. Lom. Next."
    assert text[: sentence_end(text, 0, len(text))] == "By I. P. Zorin and Dr. Lom."


def spoken(found: People) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.text) for quote in found.quotes]


OPENING = "Deputy Prime Minister of Marovia Timur Belogradov opened the road."


@pytest.mark.parametrize(
    "line",
    [
        '"The road is good," said Timur Belogradov.',
        '"The road is good," Timur Belogradov emphasized at the meeting.',
        '"The road is good," the Deputy Prime Minister noted.',
        '"The road is good," said Belogradov.',
        "“The road is good,” he added.",
        '"The road is good" said Timur Belogradov.',
        'The road is good," emphasized Timur Belogradov.',
        "— The road is good, — adds Timur.",
        "« The road is good », declared the Deputy Prime Minister.",
        'Timur Belogradov said: "The road is good,"',
        "According to Timur Belogradov, “the road is good”.",
        'As Timur Belogradov noted, "the road is good."',
        'He said that "the road is good" on every day.',
        '"The road is good," Mr Belogradov told journalists.',
    ],
)
def test_an_attribution_gives_the_words_to_one_person(line: str) -> None:
    found = people(prose(OPENING, line))
    assert [speaker.name for speaker in found.speakers] == ["Timur Belogradov"]
    assert found.speakers[0].role == "Deputy Prime Minister of Marovia"
    assert found.speakers[0].via == "quote"
    assert [text.lower().strip(",.") for _, text in spoken(found)] == ["the road is good"]


@pytest.mark.parametrize(
    "line",
    [
        'The guests were shown the "Road of the Year".',
        "They speak of a “golden chance” there.",
        "Timur Belogradov emphasized that the road is good.",
        '"All is well," the press service of the ministry reported.',
        '"All is well," Minpress reported.',
        'He opened the museum "The Word" and left.',
    ],
)
def test_titles_scare_quotes_and_bodies_are_no_speakers(line: str) -> None:
    found = people(prose(OPENING, line))
    assert found.speakers == []
    assert all(mark.reason for mark in found.rejected)


def test_a_quotation_in_two_halves_has_one_speaker() -> None:
    found = people(prose("“We came,” said Foma Rusin, director of the ice works. “We saw.”"))
    assert spoken(found) == [("Foma Rusin", "We came,"), ("Foma Rusin", "We saw.")]
    assert found.speakers[0].role == "director of the ice works"


def test_a_russian_attribution_may_stand_inside_the_marks() -> None:
    found = people(prose("«Мы говорили о приливах, — сказал Этьен Марво. — Остальное зависит», и всё."))
    assert spoken(found) == [("Этьен Марво", "Мы говорили о приливах, Остальное зависит")]


def test_a_name_that_slid_into_the_next_paragraph_is_the_speaker() -> None:
    found = people(prose('"It is done," said the Deputy Mayor of Tarvograd for Transport.', "Maxim Lutov.", "The end."))
    assert [(one.name, one.role) for one in found.speakers] == [
        ("Maxim Lutov", "Deputy Mayor of Tarvograd for Transport")
    ]


def test_an_office_without_a_name_means_the_person_of_the_title() -> None:
    found = people(prose('"It is done," the Mayor of Tarvograd noted.', title="Yegor Samarets named the lines"))
    assert [(one.name, one.role) for one in found.speakers] == [("Yegor Samarets", "Mayor of Tarvograd")]


def test_a_title_with_a_colon_is_no_quotation() -> None:
    assert people(prose("The road is open.", title="Timur Belogradov: The road is good")).speakers == []


def test_a_surname_alone_gives_way_to_the_full_name() -> None:
    found = people(prose("Prime Minister Andris Kalvenas came.", "“It is late,” Kalvenas said."))
    assert [one.name for one in found.speakers] == ["Andris Kalvenas"]


def test_words_over_several_paragraphs_belong_to_the_attribution_at_the_end() -> None:
    found = people(prose("“We came.", "“We saw,” said Foma Rusin."))
    assert spoken(found) == [("Foma Rusin", "We came."), ("Foma Rusin", "We saw,")]


def test_what_a_speech_quotes_is_part_of_the_speech() -> None:
    found = people(prose("Dear colleagues!", "Konrad Altenreuth said: “We choose freedom.” So do we."))
    assert found.speakers == []


def test_given_name_and_patronymic_mean_the_person_named_before() -> None:
    found = people(prose("Vice-Rector Alexey Borov came.", "“We are glad,” Alexey Ivanovich shared."))
    assert [(one.name, one.role) for one in found.speakers] == [("Alexey Borov", "Vice-Rector")]


def test_the_scientist_is_whoever_was_quoted_last() -> None:
    lines = ("“We came,” said Dean Foma Rusin.", "“We saw,” the scientist added.", "“No,” the minister said.")
    found = people(prose(*lines))
    assert spoken(found) == [("Foma Rusin", "We came,"), ("Foma Rusin", "We saw,")]
