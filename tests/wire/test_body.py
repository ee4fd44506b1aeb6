from __future__ import annotations

import pytest

from tests.wire.wires import a, d, kinds, only

LINES = [
    ("* * *", "separator"),
    ("***", "separator"),
    ("<…>", "elision"),
    ("<...>", "elision"),
    ("[…]", "elision"),
    ("(Applause from the KDU / KSU and members of the SPG)", "stage"),
    ("(Laughter from Dr. Sabine Mohr [Free List] – Dr. Arne Pohl [KDU", "stage"),
    ("(Dr. Sabine Mohr [Free List]: Since yesterday!)", "stage"),
    ("Excerpts from the transcript:", "stage"),
    ("From the transcript:", "stage"),
    ("From answers to questions:", "stage"),
    ("Previous news Next news", "navigation"),
    ("Drive", "navigation"),
    ("Предыдущая новость Следующая новость", "navigation"),
    ("MAX AndTelegram.", "navigation"),
    ("With Prime Minister of the Republic of Sylvania Boris Lugosin", "caption"),
    ("Documents signed:", "heading"),
    ("Prospects for the ferries", "heading"),
    ("- Agreement on ferries;", "item"),
    ("– Memorandum “Strelsau – Zenda” on quays;", "item"),
    ("• Plan", "item"),
    ("1. Agreement on cod.", "item"),
    ("2) Protocol", "item"),
    ("a) one thing", "item"),
    ("— By our clock it is midnight (23:50). A gift, then, — adds Fritz.", "paragraph"),
    ("July 2, 2021, The Castle, Strelsau", "dateline"),
    ("27 March 2023", "dateline"),
    ("Fritz Tarlen Tarlen FritzPrime Minister of Ruritania , Chief of Staff", "listed"),
    ("It rained. -0-", "paragraph"),
    ("And the cod?", "paragraph"),
    ("Dear colleagues,", "paragraph"),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_kind_of_a_line(line: str, kind: str) -> None:
    layout = only(d(f"I saw the quay.\n\n{line}\n\nIt rained. It rained for long."))
    assert kinds(layout) == ["paragraph", kind, "paragraph"]


def test_item_begins_behind_its_bullet() -> None:
    layout = only(a("Documents signed:\n\n1. Agreement on cod.\n\n– Plan;\n\n-  Protocol"))
    assert [layout.text[b.start : b.end] for b in layout.blocks[1:]] == ["Agreement on cod.", "Plan;", "Protocol"]


def test_lines_below_a_colon_that_end_in_semicolons_are_a_list() -> None:
    layout = only(a("The following was agreed:\n\nto build a quay;\n\nto sail.\n\nIt rained."))
    assert kinds(layout) == ["heading", "item", "item", "paragraph"]


@pytest.mark.parametrize(
    "lines",
    [
        ["MINISTER OF DEFENCE OF RURITANIA", "army General", "F. Tarlen"],
        ["Rudolf Elphberg,", "President of Ruritania"],
        ["President of Ruritania R. Elphberg"],
        ["Yours sincerely,", "Rudolf Elphberg", "President of Ruritania"],
    ],
)
def test_signature_at_the_end(lines: list[str]) -> None:
    layout = only(a("\n\n".join(["Dear friends!", "Today is your day.", *lines])))
    assert kinds(layout) == ["paragraph", "paragraph", *["signature"] * len(lines)]


def test_repeated_line_is_a_caption() -> None:
    line = "Before the meeting with the workers"
    layout = only(a(f"The quay is new.\n\n{line}\n\nIt is long.\n\nOn the cod\n\nIt swims.\n\n{line}\n\nIt rained."))
    assert kinds(layout).count("caption") == 1


def test_line_with_a_date_below_it_is_a_caption_of_a_transcript() -> None:
    body = "Excerpts from the transcript:\n\nMeeting in the yard\n\n27 March 2023\n\nRudolf Elphberg: Good day."
    assert kinds(only(a(body))) == ["stage", "caption", "dateline", "paragraph"]
