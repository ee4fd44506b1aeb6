from __future__ import annotations

import pytest

from communique.records.assemble import Origin, releases
from communique.records.people import people

from .layouts import prose, talk


@pytest.mark.parametrize(
    "line",
    [
        "Pavel Ardanov’s speech at the session",
        "Pavel Ardanov's opening remarks:",
        "Speech by Chairman of the Government of Marovia Pavel Ardanov in Halbek",
        "Remarks by Pavel Ardanov at the dinner",
        "Message from Chairman of the Government of Marovia Pavel Ardanov",
    ],
)
def test_a_heading_announces_whose_speech_the_wire_is(line: str) -> None:
    found = people(prose(line, "Dear colleagues!", "I am glad to see you.", kinds={0: "heading"}))
    assert [(one.name, one.via) for one in found.speakers] == [("Pavel Ardanov", "monologue")]


def test_remarks_that_a_heading_announces_above_the_labels_have_their_speaker() -> None:
    text = "Pavel Ardanov’s opening remarks:\n\nGood day. We begin.\n\nAnna Tal: I say yes.\n\nOleg Tal: So do we.\n"
    [record] = releases(text, Origin(stem="x", path="x.txt", sha256=""))
    assert [(one.name, one.via) for one in record.speakers] == [
        ("Pavel Ardanov", "monologue"),
        ("Anna Tal", "label"),
        ("Oleg Tal", "label"),
    ]
    assert [turn.speaker for turn in record.turns] == ["Anna Tal", "Oleg Tal"]


def test_a_title_names_the_speaker_of_words_that_open_with_an_address() -> None:
    found = people(prose("Madam President! Dear colleagues!", "We must act.", title="Arne Pohlitz: We must act"))
    assert [(one.name, one.via) for one in found.speakers] == [("Arne Pohlitz", "monologue")]


def test_a_report_of_a_speech_is_no_speech() -> None:
    found = people(prose("Pavel Ardanov noted that the year was good.", title="Pavel Ardanov’s speech at the forum"))
    assert found.speakers == []


def test_a_speech_of_nobody_named_has_no_speaker() -> None:
    assert people(prose("Madam President! Dear colleagues!", "I ask for your approval.")).speakers == []


def test_a_signature_names_the_author_and_the_office() -> None:
    lines = ("Comrades!", "Be happy.", "MINISTER OF DEFENCE", "OF THE FEDERATION", "army General", "O. Turmanov")
    found = people(prose(*lines, kinds=dict.fromkeys(range(2, 6), "signature")))
    assert [(one.name, one.role, one.via) for one in found.speakers] == [
        ("O. Turmanov", "MINISTER OF DEFENCE OF THE FEDERATION", "signature")
    ]
    assert len(found.evidence["/speakers/0/role"]) == 2


def test_a_letter_may_close_with_the_name_alone() -> None:
    found = people(prose("Dear friends!", "I wish you health.", "Stepan Orlovets"))
    assert [(one.name, one.role, one.via) for one in found.speakers] == [("Stepan Orlovets", None, "signature")]


def test_each_of_several_who_sign_has_an_office() -> None:
    lines = ("We met in Zenda.", "Minister of Salt of Norway", "I. Tal", "Minister of Salt of India", "B. Lom")
    found = people(prose(*lines, kinds=dict.fromkeys(range(1, 5), "signature")))
    assert [(one.name, one.role, one.country) for one in found.speakers] == [
        ("I. Tal", "Minister of Salt of Norway", "NO"),
        ("B. Lom", "Minister of Salt of India", "IN"),
    ]


def test_a_telegram_in_quotation_marks_is_its_senders() -> None:
    found = people(
        prose("“Dear Mr Prime Minister!", "“I wish you health.”", title="Stepan Orlovets congratulated Bela Orlok")
    )
    assert [one.name for one in found.speakers] == ["Stepan Orlovets"]


def test_a_speech_that_opens_with_a_title_and_a_full_stop_may_be_signed() -> None:
    found = people(prose("Mr. President, ladies and gentlemen, we meet.", "Africa waits.", "Stepan ORLOVETS"))
    assert [(one.name, one.via) for one in found.speakers] == [("Stepan ORLOVETS", "signature")]


def test_who_signs_what_a_title_announces_has_signed() -> None:
    found = people(
        prose(
            "Dear friends!", "I wish you health.", "Stepan Orlovets", title="Stepan Orlovets’s greetings to the forum"
        )
    )
    assert [(one.name, one.via) for one in found.speakers] == [("Stepan Orlovets", "signature")]


def test_labels_make_turns_with_the_fullest_office() -> None:
    layout = talk(
        ("President of Marovia Stepan Orlovets", "Good day."),
        ("Question", "Why?"),
        ("Stepan Orlovets (in Lethonian)", "Because."),
        roles=("President of Marovia",),
    )
    found = people(layout)
    assert [(one.name, one.role, one.labels) for one in found.speakers] == [
        (
            "Stepan Orlovets",
            "President of Marovia",
            ["President of Marovia Stepan Orlovets", "Stepan Orlovets (in Lethonian)"],
        ),
        ("Question", None, ["Question"]),
    ]
    assert [(turn.speaker, turn.kind, turn.paragraphs) for turn in found.turns] == [
        ("Stepan Orlovets", "speech", ["Good day."]),
        ("Question", "question", ["Why?"]),
        ("Stepan Orlovets", "speech", ["Because."]),
    ]


def test_a_misspelt_label_is_the_same_person() -> None:
    found = people(talk(("Pavel Ardonov", "One."), ("Pavel Ardanov", "Two."), ("Pavel Ardanov", "Three.")))
    assert [(one.name, one.labels) for one in found.speakers] == [("Pavel Ardanov", ["Pavel Ardonov", "Pavel Ardanov"])]
    assert {turn.speaker for turn in found.turns} == {"Pavel Ardanov"}


def test_only_the_printed_form_of_a_name_is_shown() -> None:
    found = people(talk(("P. Ardanov", "One."), ("Stepan Orlovets", "Mr Ardanov, Pavel Nikolaevich!")))
    assert [one.name for one in found.speakers] == ["P. Ardanov", "Stepan Orlovets"]
    assert [one.role for one in found.speakers] == [None, None]


def test_an_occupation_in_a_label_is_no_part_of_the_name() -> None:
    found = people(talk(("Pensioner Nikolai Sidor", "We are pleased.")))
    assert [(one.name, one.role) for one in found.speakers] == [("Nikolai Sidor", "Pensioner")]


def test_the_source_line_gives_the_office_of_the_first_speaker_where_nobody_has_one() -> None:
    found = people(talk(("Stepan Orlovets", "One."), ("P. Ardanov", "Two."), source="President of Marovia – Citadel"))
    assert [one.role for one in found.speakers] == ["President of Marovia", None]


def test_a_title_gives_the_office_of_a_label() -> None:
    found = people(talk(("Temir Aldaroy", "Good day."), title="Meeting with Prime Minister of Osmeria Temir Aldaroy"))
    assert [(one.name, one.role) for one in found.speakers] == [("Temir Aldaroy", "Prime Minister of Osmeria")]
    assert found.participants == []


def test_a_question_may_name_the_office_of_the_one_who_answers() -> None:
    found = people(talk(("Question", "You remain acting minister. What next?"), ("L.M. Karsova", "Work.")))
    assert found.speakers[1].role == "acting minister"


def test_a_country_needs_a_word_that_decides_it() -> None:
    found = people(talk(("Anna Muster", "Good day."), title="Meeting with Foreign Minister of Germany Anna Muster"))
    assert found.speakers[0].country == "DE"
    start, end = found.evidence["/speakers/0/country"][0]
    assert talk(("Anna Muster", "Good day."), title="Meeting with Foreign Minister of Germany Anna Muster").text[
        start:end
    ] == "Germany"  # fmt: skip
    assert people(talk(("Anna Muster", "Good day."))).speakers[0].country is None


def test_a_rank_on_the_line_of_the_name_yields_to_the_office_above_it() -> None:
    lines = (
        "Comrades!",
        "I order a salute.",
        "Minister of Defence",
        "of the Federation",
        "General of the Army O. Turm",
    )
    found = people(prose(*lines, kinds=dict.fromkeys(range(2, 5), "signature")))
    assert [(one.name, one.role) for one in found.speakers] == [("O. Turm", "Minister of Defence of the Federation")]


def test_a_rank_alone_is_the_office_of_who_signs() -> None:
    found = people(prose("Comrades!", "I order.", "Rear Admiral O. Turm", kinds={2: "signature"}))
    assert [(one.name, one.role) for one in found.speakers] == [("O. Turm", "Rear Admiral")]
