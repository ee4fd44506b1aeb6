from __future__ import annotations

import pytest

from tests.wire.wires import a, d, field, labels, names, only, roles, sizes

OFFICES = [
    ("Acting Prime Minister Rudolf Elphberg", "Rudolf Elphberg", "Acting Prime Minister"),
    ("President of the Republic of Sylvania Boris Lugosin", "Boris Lugosin", "President of the Republic of Sylvania"),
    ("President of Sylvania Boris Lugosin (retranslated)", "Boris Lugosin", "President of Sylvania"),
    (
        "Deputy Prime Minister, Minister of Transport and Roads Fritz Tarlen",
        "Fritz Tarlen",
        "Deputy Prime Minister, Minister of Transport and Roads",
    ),
    (
        "Minister of Digital Development, Communications and Mass Media Fritz Tarlen",
        "Fritz Tarlen",
        "Minister of Digital Development, Communications and Mass Media",
    ),
    (
        "Deputy Chairman of the Cabinet of Ministers – Minister of Foreign Affairs of Sylvania Rashid Mered",
        "Rashid Mered",
        "Deputy Chairman of the Cabinet of Ministers – Minister of Foreign Affairs of Sylvania",
    ),
    ("Governor of Saint Michael Region Alma Begl", "Alma Begl", "Governor of Saint Michael Region"),
    ("Mayor of New Strelsau Alma Begl", "Alma Begl", "Mayor of New Strelsau"),
    ("Head of the Federal Agency for Fishery Fritz Tarlen", "Fritz Tarlen", "Head of the Federal Agency for Fishery"),
    ("Director of the company Zorin Yard Fritz Tarlen", "Fritz Tarlen", "Director of the company Zorin Yard"),
    ("Pupil of school No. 7 Masha Tarlen", "Masha Tarlen", "Pupil of school No. 7"),
    ("Director of School No. 1535 Masha Tarlen", "Masha Tarlen", "Director of School No. 1535"),
    ("Head of the yard “Zorin and Sons” Fritz Tarlen", "Fritz Tarlen", "Head of the yard “Zorin and Sons”"),
    ("Prime Minister of Vestrheim Leif van der Tang", "Leif van der Tang", "Prime Minister of Vestrheim"),
    ("King of Taishen Khalid bin Rashid Al Nuaimi", "Khalid bin Rashid Al Nuaimi", "King of Taishen"),
    ("Fritz Tarlen – Prime Minister of Taishen", "Fritz Tarlen", "Prime Minister of Taishen"),
    ("Fritz Tarlen (Deputy Prime Minister)", "Fritz Tarlen", "Deputy Prime Minister"),
    ("Prime Minister of Taishen Lin Mei Hua", "Lin Mei Hua", "Prime Minister of Taishen"),
    ("Chairman Ivan Petrovich Zirkov", "Ivan Petrovich Zirkov", "Chairman"),
    ("Fritz Tarlen, head of the Harbour Board", "Fritz Tarlen", "head of the Harbour Board"),
    ("Президент Руритании Рудольф Эльфберг", "Рудольф Эльфберг", "Президент Руритании"),
    ("Президент Республики Руритания Р.Эльфберг", "Р.Эльфберг", "Президент Республики Руритания"),
    ("Президент Руританской Федерации Р. Р. Эльфберг", "Р. Р. Эльфберг", "Президент Руританской Федерации"),
    ("The Minister of State for Lakes (Fritz Tarlen)", "Fritz Tarlen", "Minister of State for Lakes"),
]
SPOKEN = [
    (
        "Fritz F. Tarlen: Good day, colleagues.\n\nIt is late.\n\nFritz F. Tarlen: It is done.",
        ["Fritz F. Tarlen", "Fritz F. Tarlen"],
        [2, 1],
    ),
    ("Q. Is it far?\n\nA. Very.\n\nA day’s walk.\n\nQ. And back?\n\nA. No: less.", ["Q", "A", "Q", "A"], [1, 2, 1, 1]),
    ("Вопрос. Далеко?\n\nР.Эльфберг: Очень.\n\nВопрос. А назад?", ["Вопрос", "Р.Эльфберг", "Вопрос"], [1, 1, 1]),
    (
        "Question 1. Is it far?\n\nAnswer. Very.\n\nQuestion 2. And back?\n\nAnswer. Less.",
        ["Question 1", "Answer", "Question 2", "Answer"],
        [1, 1, 1, 1],
    ),
    (
        "Fritz Tarlen: We go.\n\nRemark from the hall: Louder!\n\nГолос из зала: Громче!",
        ["Fritz Tarlen", "Remark from the hall", "Голос из зала"],
        [1, 1, 1],
    ),
    ("Q – Is it far?\n\nR – Very.", ["Q", "R"], [1, 1]),
    (
        "Minister Tarlen – It is done.\n\nMinister Lugosin – It was long.\n\nMinister Tarlen – Zenda is next.",
        ["Minister Tarlen", "Minister Lugosin", "Minister Tarlen"],
        [1, 1, 1],
    ),
    (
        "Anna Sok (Zenda East) (Lab): I thank him.\n\nMr Speaker: Order.",
        ["Anna Sok (Zenda East) (Lab)", "Mr Speaker"],
        [1, 1],
    ),
    (
        "Ева Сок: Иван Михайлович, начнём с дорог.\n\nИван Рудник: Спасибо. Мост построен.",
        ["Ева Сок", "Иван Рудник"],
        [1, 1],
    ),
    (
        "Prime Minister: Welcome.\n\nMinister of Trade: Thanks.\n\nPrime Minister: So?\n\nMinister of Trade: Yes.",
        ["Prime Minister", "Minister of Trade", "Prime Minister", "Minister of Trade"],
        [1, 1, 1, 1],
    ),
    (
        "Rudolf Elphberg: Good day.\n\nBoris Lugosin: Thank you.\n\nLugosin: It is agreed.",
        ["Rudolf Elphberg", "Boris Lugosin", "Lugosin"],
        [1, 1, 1],
    ),
    (
        "Correspondent of Zenda Radio: When?\n\nFritz Tarlen: Soon.\n\nCorrespondent: Why?",
        ["Correspondent of Zenda Radio", "Fritz Tarlen", "Correspondent"],
        [1, 1, 1],
    ),
    (
        "Rudolf Elphberg: Good day.\n\nFritz Tarlen: Yes.\n\nRudolf Elphberg\n\nPlease.",
        ["Rudolf Elphberg", "Fritz Tarlen", "Rudolf Elphberg"],
        [1, 1, 1],
    ),
    (
        "Fritz Tarlen:\n\nIt is late.\n\nQUESTION FROM THE AUDIENCE: Why?\n\nFRITZ TARLEN: It is night.",
        ["Fritz Tarlen", "QUESTION FROM THE AUDIENCE", "FRITZ TARLEN"],
        [1, 1, 1],
    ),
    (
        "Rudolf Elphberg: Good day.\n\nPresident of Sylvania Boris Lugosin\n(retranslated):\n\nGood day.",
        ["Rudolf Elphberg", "President of Sylvania Boris Lugosin\n(retranslated)"],
        [1, 1],
    ),
    (
        "Rudolf Elphberg: Good day.\n\nWe begin.\n\nFritz Tarlen: Yes.",
        ["Rudolf Elphberg", "Fritz Tarlen"],
        [2, 1],
    ),
    (
        "R. Elphberg: Good day.\n\nS.V. Tarlen: Good day.\n\nS. V. Tarlen: Again.",
        ["R. Elphberg", "S.V. Tarlen", "S. V. Tarlen"],
        [1, 1, 1],
    ),
    (
        "Question 1: When?\n\nAnswer: Now.\n\nQuestion 2: Why?\n\nAnswer: So.",
        ["Question 1", "Answer", "Question 2", "Answer"],
        [1, 1, 1, 1],
    ),
    (
        "Q: When?\n\nA: Tomorrow at 10:30.\n\nIt is a good ferry.\n\nQ: And back?",
        ["Q", "A", "Q"],
        [1, 2, 1],
    ),
    (
        "Вопрос: Когда?\n\nОтвет: Завтра.",
        ["Вопрос", "Ответ"],
        [1, 1],
    ),
    (
        "Р. Эльфберг: Добрый день, коллеги.\n\nФ.В. Тарлен: Да.",
        ["Р. Эльфберг", "Ф.В. Тарлен"],
        [1, 1],
    ),
    (
        "Question from the Strelsau Gazette: When?\n\nRudolf Elphberg: Now.",
        ["Question from the Strelsau Gazette", "Rudolf Elphberg"],
        [1, 1],
    ),
    (
        "Rudolf Elphberg:\nGood day to all.\nWe begin.\nFritz Tarlen:\nThank you.",
        ["Rudolf Elphberg", "Fritz Tarlen"],
        [2, 1],
    ),
    (
        "Rudolf ELPHBERG\n\nGood day to all of you.\n\nLet us begin.",
        ["Rudolf ELPHBERG"],
        [2],
    ),
    (
        "Mr. President.\n\nThank you for the welcome.\n\nWe have talked long.",
        ["Mr. President"],
        [2],
    ),
    (
        "The President.\n\nThank you.\n\nQuestion.\n\nWhen?\n\nThe President.\n\nSoon.",
        ["The President", "Question", "The President"],
        [1, 1, 1],
    ),
    (
        "Rudolf Elphberg: Mr Tarlen,\n\nBy custom we meet.\n\nFritz Tarlen: Mr Elphberg,\n\nThank you.",
        ["Rudolf Elphberg", "Fritz Tarlen"],
        [2, 2],
    ),
    (
        "Rudolf Elphberg : Good day to you.\n\nFritz Tarlen : Thank you.",
        ["Rudolf Elphberg", "Fritz Tarlen"],
        [1, 1],
    ),
    (
        "Rudolf Elphberg:Good day.\n\nFritz Tarlen:Good day.\n\nRudolf Elphberg:On.",
        ["Rudolf Elphberg", "Fritz Tarlen", "Rudolf Elphberg"],
        [1, 1, 1],
    ),
    (
        "Rudolf Elphberg: good day, all.\n\nYes.\n\nRudolf Elphberg: we begin.\n\nRudolf Elphberg: on the quay.",
        ["Rudolf Elphberg"] * 3,
        [2, 1, 1],
    ),
    (
        "Fritz Tarlen, Minister of Ferries: “We sail.”\n\nQuestion: When?\n\nFritz Tarlen: Now.",
        ["Fritz Tarlen, Minister of Ferries", "Question", "Fritz Tarlen"],
        [1, 1, 1],
    ),
    (
        "Moderator: Good day.\n\nRudolf Elphberg: Good day.\n\nModerator: Please.",
        ["Moderator", "Rudolf Elphberg", "Moderator"],
        [1, 1, 1],
    ),
    (
        "Mr Tarlen: Good day.\n\nMs Elphberg: Good day.\n\nMr Tarlen: Well.",
        ["Mr Tarlen", "Ms Elphberg", "Mr Tarlen"],
        [1, 1, 1],
    ),
    (
        "Tarlen: Good day, all of you.\n\nElphberg: Good day.\n\nTarlen: Well.\n\nElphberg: Yes.",
        ["Tarlen", "Elphberg", "Tarlen", "Elphberg"],
        [1, 1, 1, 1],
    ),
]
RUN_ON = [
    "{0}: Fritz, good evening! {1}: Good evening! The rules are short: one waits. I wait. {0}: Rest. {1}: I will.",
    "The talk was short. {0}: Good evening! {1}: Good evening! {0}: Go on. {1}: I go on.",
]
NO_LABELS = [
    "A. Bell has a ship.\n\nA. Bell has two ships.",
    "Fritz Tarlen – Minister of Lakes.\n\nVera Sok – Minister of Salt.\n\nAlma Begl – Mayor of Zenda.",
    "Zenda – Strelsau.\n\nStrelsau – Zenda.",
    "Anna Sok: Order of the Lake, first class.\n\nVera Begl: Order of the Salt, second class.",
    "Anna Sok: 23.\n\nVera Begl: 12.",
    "He added: this is so.",
    "Its aim: a quick decision on supplies.",
    "Reference: the port was built in 1880.",
    "Recall: the office works by appointment.",
    "Two lines are on the list: one and two.",
    "Address: 3 Mill Street.",
    "The ratio is 1:3 and at 12:30 all was over: so they say.",
    "https://example.org/a: see there.",
    "05: 40am on the quay of Strelsau",
    "Main Results: none.",
    "Middle East: a ceasefire is wanted.",
    "Road Safety: road safety is the first task of the year.",
    "Fritz Tarlen: More than a hundred ferries sail",
    "Rudolf Elphberg’s opening remarks:",
    "The minister told Rudolf Elphberg: wait.",
    "On the agenda: ferries and cod.",
    "Legal Disclaimer: none.",
    "(Arne Pohl [Free List]: And who pays?)",
    "He spoke of Leif Tang: “Vestrheim waits.”",
    "Fritz Tarlen, Minister of Ferries, Head of the Harbour Board: “We help from the idea to the quay.”",
]


@pytest.mark.parametrize(("label", "name", "role"), OFFICES)
def test_office_and_name_are_told_apart(label: str, name: str, role: str) -> None:
    layout = only(a(f"{label}: Good day, colleagues.\n\nWe go on.\n\nQuestion: Why?\n\n{name}: Because."))
    assert labels(layout) == [label, "Question", name]
    assert (names(layout)[0], roles(layout)[0]) == (name, role)
    assert sizes(layout) == [2, 1, 1]


@pytest.mark.parametrize(("body", "printed", "paragraphs"), SPOKEN)
def test_label_shapes(body: str, printed: list[str], paragraphs: list[int]) -> None:
    layout = only(a(body))
    assert (labels(layout), sizes(layout)) == (printed, paragraphs)


@pytest.mark.parametrize("body", RUN_ON)
def test_all_labels_in_one_paragraph(body: str) -> None:
    layout = only(a(body.format("Rudolf Elphberg", "F. Tarlen")))
    assert labels(layout) == ["Rudolf Elphberg", "F. Tarlen"] * 2
    assert sizes(layout) == [1] * 4


@pytest.mark.parametrize("line", NO_LABELS)
def test_colons_of_prose_are_no_labels(line: str) -> None:
    assert labels(only(a(f"The quay was opened.\n\n{line}\n\nThere was nobody who spoke. It rained."))) == []


def test_rejected_candidates_are_kept_with_a_reason() -> None:
    layout = only(a("He added: this is so.\n\nFritz Tarlen: More than a hundred ferries sail"))
    assert [layout.text[mark.start : mark.end] for mark in layout.rejected] == ["He added", "Fritz Tarlen"]
    assert all(mark.reason for mark in layout.rejected)


def test_vocative_behind_a_label_and_colons_in_speech_open_no_turn() -> None:
    body = "Question: Mr Elphberg: what about the cod? He said: “Wait.”\n\nRudolf Elphberg: The cod: they swim."
    assert labels(only(a(body))) == ["Question", "Rudolf Elphberg"]


@pytest.mark.parametrize("mark", [".", " –", " -"])
def test_a_mark_behind_a_label_is_no_word_of_the_turn(mark: str) -> None:
    layout = only(a(f"Q{mark} Is it far?\n\nA{mark} Very."))
    assert [layout.reading[b.start : b.end] for b in layout.blocks if b.turn >= 0] == ["Is it far?", "Very."]


def test_a_question_without_a_label_is_not_its_answerers() -> None:
    body = "Is it far?\n\nFritz Tarlen: Very.\n\nA day’s walk.\n\nAnd back?\n\nFritz Tarlen: Less. Is it not?\n\nWhy?"
    layout = only(a(body))
    assert (sizes(layout), field(layout, "lead")) == ([2, 2], None)


def test_misspelt_label_is_a_label() -> None:
    body = "Rudolf Elphborg: Our task: a ferry.\n\nMr Tarlen?\n\nFritz Tarlen: Yes.\n\nRudolf Elphberg: Good."
    assert labels(only(a(body))) == ["Rudolf Elphborg", "Fritz Tarlen", "Rudolf Elphberg"]


def test_single_label_named_in_the_title() -> None:
    layout = only(a("Rudolf Elphberg’s meeting with workers\n\nRudolf Elphberg: The quay is done. It is long."))
    assert labels(layout) == ["Rudolf Elphberg"]


def test_title_of_the_shape_name_statement_is_no_turn() -> None:
    layout = only(d("Fritz Tarlen spoke.\n\n“We sail,” he said.", "Fritz Tarlen: The ferries sail."))
    assert (labels(layout), field(layout, "title")) == ([], "Fritz Tarlen: The ferries sail.")


def test_notes_behind_a_label_belong_to_it() -> None:
    body = "Question (from Sylvanian): Why?\n\nS.V. Tarlen (adds later): So.\n\nQuestion (of RBS: the channel): And?"
    layout = only(a(body))
    assert names(layout) == ["Question", "S.V. Tarlen", "Question"]
    assert [label.kind for label in layout.labels] == ["question", "speech", "question"]


def test_hostile_numbers_of_labels_are_cut_short() -> None:
    lines = [f"R. {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}: Yes." for n in range(16_000)]
    assert len(only("\n".join(lines)).labels) == 15_000


@pytest.mark.parametrize("name", ["Fiona May", "August Tarlen", "Tan April", "F. May"])
def test_a_month_word_may_be_part_of_a_label(name: str) -> None:
    talk = f"{name}: Good day, colleagues.\n\nBoris Lugosin: Yes, it is late.\n\n{name}: So we begin."
    assert labels(only(a(talk))) == [name, "Boris Lugosin", name]


@pytest.mark.parametrize("line", ["May", "Early May", "Since June", "May June"])
def test_a_month_alone_is_no_label(line: str) -> None:
    talk = f"Boris Lugosin: We meet.\n\n{line}: I open the harbour.\n\nFritz Tarlen: Yes, I agree."
    assert labels(only(a(talk))) == ["Boris Lugosin", "Fritz Tarlen"]


def test_a_name_in_a_title_set_line_by_line_is_no_label() -> None:
    body = "TELEGRAM\nto the family of the painter\nBoris Lugosin\n\nDear friends!\n\nHe painted well."
    assert labels(only(a(body))) == []
