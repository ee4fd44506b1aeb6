from __future__ import annotations

import pytest

from communique.records.persons.naming import names_in, person_at_end
from communique.records.persons.offices import office_after, office_before, office_of


def before(text: str, name: str) -> str | None:
    span = office_before(text, 0, text.index(name))
    return text[span[0] : span[1]] if span else None


def after(text: str, name: str, strict: bool = False) -> str | None:
    span = office_after(text, text.index(name) + len(name), len(text), strict)
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "With Prime Minister of the Republic of Lethonia Andris Kalvenas",
            "Andris",
            "Prime Minister of the Republic of Lethonia",
        ),
        (
            "the official representative of the Ministry of Foreign Affairs Oleg Tal",
            "Oleg",
            "official representative of the Ministry of Foreign Affairs",
        ),
        ("President of Vega Univeristy Prof. Kim Tal", "Kim", "President of Vega Univeristy"),
        (
            "Deputy Prime Minister and Chief of the Government Staff Roman Chesnik",
            "Roman",
            "Deputy Prime Minister and Chief of the Government Staff",
        ),
        (
            "Deputy Chairman of the Cabinet, Minister of Foreign Affairs of Osmeria Rashid Tal",
            "Rashid",
            "Deputy Chairman of the Cabinet, Minister of Foreign Affairs of Osmeria",
        ),
        (
            "Chairman of the Committee – Executive Secretary of the Union Ivan Lebed",
            "Ivan",
            "Chairman of the Committee – Executive Secretary of the Union",
        ),
        (
            "The Minister for Europe and Foreign Affairs, Hélène Castrienne, opened",
            "Hélène",
            "Minister for Europe and Foreign Affairs",
        ),
        ("and the new head of the Marovian Government, Pavel Ardanov,", "Pavel", "head of the Marovian Government"),
        ("emphasized TPU Rector Gleb Serdyuchin.", "Gleb", "TPU Rector"),
        ("The lieutenant-commander Maurienx notes", "Maurienx", "lieutenant-commander"),
        ("director of the Kamenka ice works Foma Rusin met", "Foma", "director of the Kamenka ice works"),
        ("In Shenlao, Deputy Prime Minister Timur Belogradov", "Timur", "Deputy Prime Minister"),
        ("a minister of the Kingdom (observer) Leif Tangerud", "Leif", "minister of the Kingdom"),
        ("President of Zambara, Mrs. Abeke Onuwari", "Abeke", "President of Zambara"),
        ("Президент Республики Корванн Этьен Марво", "Этьен", "Президент Республики Корванн"),
    ],
)
def test_an_office_before_a_name_is_read_whole(text: str, name: str, office: str) -> None:
    assert before(text, name) == office


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Ardanov", "Ardanov"),
        ("former President Pavel Ardanov", "Pavel"),
        ("Foreign Minister Lidia Karsova, Oleg Turmanov", "Oleg"),
        ("the director said Ivan Petrenko", "Ivan"),
        ("Yesterday Ivan Petrenko", "Ivan"),
        ("met with Ivan Petrenko", "Ivan"),
    ],
)
def test_what_is_no_office_of_the_name_is_left(text: str, name: str) -> None:
    assert before(text, name) is None


def test_in_a_list_each_person_has_the_own_office() -> None:
    text = "Vice Premier Qiu Haonan, State Assembly Speaker Vera Sokolnik and Presidential Aide Yury Tolin"
    assert [before(text, name) for name in ("Qiu", "Vera", "Yury")] == [
        "Vice Premier",
        "State Assembly Speaker",
        "Presidential Aide",
    ]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("said Tan Weiru, sales manager at Haoxun Light (浩坪).", "Tan Weiru", "sales manager at Haoxun Light"),
        (
            "Kirill Ovsets, an engineer at the Polaris Observatory of VSU, says",
            "Kirill Ovsets",
            "engineer at the Polaris Observatory of VSU",
        ),
        (
            'Nina Vorobets, Head of the Academy "BUOY" named after D. F. Lom, met',
            "Nina Vorobets",
            'Head of the Academy "BUOY" named after D. F. Lom',
        ),
        (
            "Gleb Serdyuchin, Rector of St. Anna University, and Nina",
            "Gleb Serdyuchin",
            "Rector of St. Anna University",
        ),
        ("Mark Lyskov (Teacher of physics) said", "Mark Lyskov", "Teacher of physics"),
    ],
)
def test_an_apposition_is_an_office(text: str, name: str, office: str) -> None:
    assert after(text, name) == office


def test_the_next_person_of_a_list_is_no_apposition() -> None:
    text = "Foreign Minister Lidia Karsova, Minister of Defence Oleg Turmanov and others"
    assert after(text, "Lidia Karsova", strict=True) is None
    assert after("Lidia Karsova, who heads the ministry,", "Lidia Karsova") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister of the Republic of Osmeria Temir Aldaroy", ["Temir Aldaroy"]),
        ("Minister of Transport of Osmeria Ruslan Tairoy", ["Ruslan Tairoy"]),
        ("President of Osmeria Temir uulu Aldaroy", ["Temir uulu Aldaroy"]),
        ("head of the company Green Farm Ivan Petrenko", ["Ivan Petrenko"]),
        ("the University named after I. P. Zorin Gleb Serdyuchin", ["Gleb Serdyuchin"]),
        ("the Vega Observatory and the State Duma", []),
        ("Yegor Samarets He told about it", ["Yegor Samarets"]),
        ("Ursula von der Leydorf spoke", ["Ursula von der Leydorf"]),
        ("the ferry “Teacher Zorina” sailed", []),
        ("President of Osmeria", []),
        ("мэр Тарвограда Егор Самарец сообщил", ["Егор Самарец"]),
    ],
)
def test_names_come_without_offices_bodies_and_places(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in names_in(text, 0, len(text))] == names


def test_a_known_name_is_found_behind_anything() -> None:
    text = "Acting Mayor Someplace Yegor Samarets"
    assert names_in(text, 0, len(text), ["Yegor Samarets"]) == [(23, 37)]


def test_a_phrase_that_ends_in_a_person() -> None:
    text = "With Prime Minister of Marovia Pavel Ardanov"
    assert person_at_end(text, 0, len(text)) == ((5, 30), (31, 44))
    assert person_at_end("With the delegation", 0, 19) is None


def test_an_office_can_stand_for_a_person() -> None:
    text = "the Deputy Prime Minister of Marovia for Transport noted"
    span = office_of(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == "Deputy Prime Minister of Marovia for Transport"
    assert office_of("the ministry noted", 0, 18) is None


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Minister for the Far East and Arctic Alexei Tolin", "Alexei Tolin", "Minister for the Far East and Arctic"),
        ("President of PJSC Green Farm Alexei Tolin", "Alexei Tolin", "President of PJSC Green Farm"),
    ],
)
def test_regions_and_companies_are_no_names(text: str, name: str, office: str) -> None:
    [span] = names_in(text, 0, len(text))
    assert text[slice(*span)] == name
    assert before(text, name) == office
