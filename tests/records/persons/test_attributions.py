from __future__ import annotations

import pytest

from communique.records.people import people
from communique.wire.layout import BlockKind

from .layouts import prose


def speakers(*lines: str, title: str = "", kinds: dict[int, BlockKind] | None = None) -> list[tuple[str, str | None]]:
    return [(one.name, one.role) for one in people(prose(*lines, title=title, kinds=kinds)).speakers]


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ('"The timetable is late," laughs project coordinator Irina Lom.', "Irina Lom", "project coordinator"),
        ("“Every second boat goes to sea,” Tatyana Golub opened the meeting.", "Tatyana Golub", None),
        ("“We came for people and found them,” — Oleg Ivor, director of Vega.", "Oleg Ivor", "director of Vega"),
        (
            'Opening it, Chairman of the Salt Council, Minister of Trade of Osmeria Anna Tal reminded: "It is."',
            "Anna Tal",
            "Chairman of the Salt Council, Minister of Trade of Osmeria",
        ),
        ("“He snored,” his coach, Associate Professor Irina Lom, laughs.", "Irina Lom", "coach, Associate Professor"),
        ("«Я ехала сюда три дня», — рассказала первокурсница Ирина Лом.", "Ирина Лом", "первокурсница"),
        (
            "По словам командующего Лебяжским флотом адмирала Ивана Лома, «экипажи показали выучку».",
            "Ивана Лома",
            "командующего Лебяжским флотом адмирала",
        ),
        ("“Doubled by autumn,” Anna Tal repeated.", "Anna Tal", None),
        (
            "So the transport policy spokesman for the ABC / XYZ parliamentary group, Jo Brand, explains: “It is so.”",
            "Jo Brand",
            "transport policy spokesman for the ABC / XYZ parliamentary group",
        ),
        (
            '"They speak our tongue," said Bo Hun, sales manager at Haoxun Toys Co., Ltd.',
            "Bo Hun",
            "sales manager at Haoxun Toys Co., Ltd.",
        ),
        (
            "“It is asked for”, said Maria Trick, director of sales, Tarvograd Exchange.",
            "Maria Trick",
            "director of sales, Tarvograd Exchange",
        ),
        ('"It is cold," said Cai Fen, 61, the head of a fishing team.', "Cai Fen", "head of a fishing team"),
        (
            'According to Dr. Ali al-Masri, chief surgeon of the yard, "he is well".',
            "Ali al-Masri",
            "chief surgeon of the yard",
        ),
        ("“It is our bridge,” stressed H.E. João Carlos de Lomo e Silva.", "João Carlos de Lomo e Silva", None),
        (
            '"It was late," recollects the oldest forester of Vega, Yegor Pichug.',
            "Yegor Pichug",
            "oldest forester of Vega",
        ),
        ('"It took years," Minister for Salt Honourable Anna Tal said.', "Anna Tal", "Minister for Salt"),
        ("“Late we close, early we open” – this is how nurse Lin Thi Mai describes it.", "Lin Thi Mai", "nurse"),
        (
            "“In May,” was the answer of Anna Tal, the region's minister of salt.",
            "Anna Tal",
            "region's minister of salt",
        ),
        (
            "“We wrote code”, Inna Chub, director of the company Rostsoft, said.",
            "Inna Chub",
            "director of the company Rostsoft",
        ),
        ('"He bites," said zoo director Lidia Hrom.', "Lidia Hrom", "zoo director"),
        (
            '"My hands shook," says Galina Orlan, a participant in the project from Lomovarka.',
            "Galina Orlan",
            "participant in the project from Lomovarka",
        ),
    ],
)
def test_an_attribution_names_speaker_and_office(line: str, name: str, role: str | None) -> None:
    assert speakers("The day began.", line) == [(name, role)]


def test_a_speech_behind_a_plain_hyphen_is_no_list_item() -> None:
    line = "We do not start from zero: forty of us work there, - said Vice-Rector for Trade Dmitri Arsen."
    assert speakers("A delegation came.", line, kinds={1: "item"}) == [("Dmitri Arsen", "Vice-Rector for Trade")]


@pytest.mark.parametrize(
    "line",
    [
        'The play "Who are we if not ourselves?" won Ivan Petrenko a prize.',
        "The motto “We go where the river goes,” belongs to Ivan Petrenko.",
        'They opened the exhibition "The sea as we have known it". Ivan Petrenko visited it.',
        "Ivan Petrenko, he recalled, won the prize. The “golden chance” is gone.",
    ],
)
def test_words_in_quote_marks_beside_a_name_are_no_speech(line: str) -> None:
    assert speakers("The day began.", line) == []


def test_an_attribution_inside_the_sentence_means_its_subject() -> None:
    lines = (
        "The Minister of Trade, Jean Castri, telephoned.",
        "The country, he said, stands ” by the side of its neighbours “ .",
    )
    assert speakers(*lines) == [("Jean Castri", "Minister of Trade")]


def test_a_degree_stands_between_name_and_office() -> None:
    lines = (
        "Supervised by Pavel Guse, PhD, head of the laboratory of salt.",
        "“It has pores,” the scientist explains.",
    )
    assert speakers(*lines) == [("Pavel Guse", "head of the laboratory of salt")]


@pytest.mark.parametrize(
    ("opening", "said", "name"),
    [
        (
            "Tarvograd Mayor Yegor Samar visited the Vega Ardan special economic zone.",
            "the head of the city",
            "Yegor Samar",
        ),
        ("Governor Alex Rusk met Minister of Trade Anton Ali.", "the head of the region", "Alex Rusk"),
        ("Deputy Prime Minister of Marovia Timur Bel came.", "the Vice Premier", "Timur Bel"),
        ("Minister of Trade Anton Ali met Governor Alex Rusk.", "the head of the ministry", "Anton Ali"),
        ("President of Zambara Abe Onu came. Governor Alex Rusk led.", "the head of state", "Abe Onu"),
        ("Foreign Minister Leif Tang met Mayor Alex Rusk.", "the Minister of Foreign Affairs", "Leif Tang"),
        (
            "Minister of Oil of India Har Puri met Minister of Oil of Norway Leif Tang.",
            "the Indian minister",
            "Har Puri",
        ),
    ],
)
def test_an_office_under_another_word_means_its_holder(opening: str, said: str, name: str) -> None:
    found = speakers(opening, f'"There are two hundred of them here," {said} said.')
    assert [one for one, _ in found] == [name]


def test_of_two_like_offices_the_printed_one_decides() -> None:
    opening = "Deputy Prime Minister Timur Bel and Vice Premier of the Council Qiu Hao met."
    assert speakers(opening, '"We met," the Deputy Prime Minister noted.')[0][0] == "Timur Bel"


def test_words_over_two_paragraphs_find_the_holder_of_an_office() -> None:
    lines = ("Mayor Yegor Samar came.", '"There was nothing.', 'Today there is a bridge," said the head of the city.')
    found = people(prose(*lines))
    assert [quote.speaker for quote in found.quotes] == ["Yegor Samar", "Yegor Samar"]


def test_a_surname_like_a_patronymic_is_another_person_beside_an_office() -> None:
    lines = ("Prime Minister Mikhail Mishkin;", "Chairman of the Board Mikhail Rusovich.")
    found = people(prose(*lines, kinds={0: "listed", 1: "listed"}))
    assert [one.name for one in found.participants] == ["Mikhail Mishkin", "Mikhail Rusovich"]


def test_a_people_is_part_of_a_state() -> None:
    lines = ("Vice-President of the Fan People's Democratic Republic Pany Yat came.", "“Welcome,” said Pany Yat.")
    assert speakers(*lines) == [("Pany Yat", "Vice-President of the Fan People's Democratic Republic")]


@pytest.mark.parametrize(
    "place", ["special economic zone", "industrial park", "power plant", "museum", "airport", "nuclear research centre"]
)
def test_a_place_under_a_name_is_no_person(place: str) -> None:
    found = people(prose(f"Mayor Yegor Samar visited the Vega Ardan {place}.", "“It is good here,” he said."))
    assert [one.name for one in found.speakers] == ["Yegor Samar"]
    assert found.participants == []


@pytest.mark.parametrize("rank", ["petty officer", "chief petty officer", "warrant officer", "Chief Petty Officer"])
def test_a_rank_of_several_words_is_one_office(rank: str) -> None:
    assert speakers("The day began.", f'"We go," said the {rank} Irina Lom.') == [("Irina Lom", rank)]


def test_nobody_in_particular_is_no_person_named_elsewhere() -> None:
    assert speakers("The Salt Protocol was read.", "A diplomat of old wrote: “A breach costs more than the ink.”") == []


def test_a_bracket_stands_inside_an_office_of_a_list() -> None:
    line = "Member of the Board (Minister) for Trade of the Salt Commission Gulna Abe;"
    found = people(prose(line, "“We trade with all of them,” said Gulna Abe.", kinds={0: "listed"})).speakers
    assert [one.role for one in found] == ["Member of the Board (Minister) for Trade of the Salt Commission"]


def test_whom_somebody_speaks_to_is_no_speaker() -> None:
    lines = (
        "Minister of Salt Anna Tal came.",
        "In an interview with VRK, the minister promised that “the ferry will sail again”.",
    )
    assert speakers(*lines) == [("Anna Tal", "Minister of Salt")]


def test_an_office_behind_a_name_with_a_rank_means_its_holder() -> None:
    lines = (
        "Vice Admiral A.P. Tal, Deputy Commander of the Northern Fleet, came.",
        "“The crews are ready,” the Deputy Commander of the Northern Fleet noted.",
    )
    assert speakers(*lines) == [("A.P. Tal", "Vice Admiral")]


def test_words_of_a_sentence_in_quote_marks_are_somebodys() -> None:
    line = "Premier Wan Yuxi said the country is ready to “carry forward the old friendship”."
    assert speakers(line) == [("Wan Yuxi", "Premier")]
    assert speakers("Skier Lu Aiqing won.", '"I fell asleep happy," the 22-year-old said.') == [("Lu Aiqing", "Skier")]


def test_an_office_means_who_acts_before_it() -> None:
    lines = ("Anna Tal chaired a meeting.", "“We stay,” the Prime Minister said.", "Vega Pharma was there.")
    assert speakers(*lines) == [("Anna Tal", "Prime Minister")]
