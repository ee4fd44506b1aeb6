from __future__ import annotations

import pytest

from communique.records.people import people

from .layouts import prose, talk


def test_the_counterpart_of_a_conversation_takes_part_without_speaking() -> None:
    title = "Pavel Ardanov’s conversation with Prime Minister of the Republic of Osmeria Temir Aldaroy"
    words = "Mr Aldaroy, we send greetings to President Nurali Behzadoy."
    found = people(talk(("Pavel Ardanov", words), title=title))
    assert [one.name for one in found.speakers] == ["Pavel Ardanov"]
    assert [(one.name, one.role) for one in found.participants] == [
        ("Temir Aldaroy", "Prime Minister of the Republic of Osmeria")
    ]


def test_a_list_of_delegates_names_participants() -> None:
    layout = prose(
        "List of heads of delegations:",
        "Prime Minister of the Republic of Lethonia Andris Janovich Kalvenas;",
        "Executive Secretary of the Community of Neighbour States Valentin Ruzhets.",
        kinds={0: "heading", 1: "listed", 2: "listed"},
    )
    assert [(one.name, one.role) for one in people(layout).participants] == [
        ("Andris Janovich Kalvenas", "Prime Minister of the Republic of Lethonia"),
        ("Valentin Ruzhets", "Executive Secretary of the Community of Neighbour States"),
    ]


def test_cards_fused_into_one_line_name_participants() -> None:
    cards = (
        "Pavel Ardanov Ardanov PavelPrime Minister of Marovia , Chairman of the Council",
        "Anton Grebets Grebets AntonMayor",
    )
    found = people(prose(" ".join(cards), kinds={0: "listed"}))
    assert [(one.name, one.role) for one in found.participants] == [
        ("Pavel Ardanov", "Prime Minister of Marovia , Chairman of the Council"),
        ("Anton Grebets", "Mayor"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Taking part were Prime Minister Pavel Ardanov and Foreign Minister Lidia Karsova.",
        "The talks were attended by Prime Minister Pavel Ardanov, Foreign Minister Lidia Karsova.",
        "Prime Minister Pavel Ardanov received Foreign Minister Lidia Karsova.",
    ],
)
def test_a_sentence_says_who_took_part(line: str) -> None:
    assert [one.name for one in people(prose(line)).participants] == ["Pavel Ardanov", "Lidia Karsova"]


@pytest.mark.parametrize(
    "line",
    [
        "The ship came back on behalf of President Nurali Behzadoy.",
        "President Nurali Behzadoy sent greetings to the meeting.",
        "The road was built in the time of President Nurali Behzadoy.",
    ],
)
def test_a_person_who_is_only_mentioned_takes_no_part(line: str) -> None:
    assert people(prose(line)).participants == []


def test_a_state_in_brackets_is_no_participant() -> None:
    layout = prose(
        "The talks were attended by Ivan Petrov (Norway, head of the delegation) and Minister of Salt Anna Tal."
    )
    assert "Norway" not in [one.name for one in people(layout).participants]
