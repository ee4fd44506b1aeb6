from __future__ import annotations

import pytest

from tests.wire.wires import a, kinds, only, sizes

START = "Rudolf Elphberg: Good day, colleagues.\n\nThank you.\n\n"
ENDS = [
    ("Documents signed:\n\n- Agreement on ferries\n- Protocol on cod", [2]),
    ("* * *\n\nThe King then visited the new quay and spoke with the workers of the yard.", [2]),
    ("MINISTER OF FERRIES\n\nF. Tarlen", [2]),
    ("See also\n\nTalks with the Prince of Sylvania\n\nRead more: example.org", [2]),
    ("On the cod\n\n\nThe cod swims in the sea.", [2]),
    ("A number of documents were signed following the meeting.", [2]),
    ("Following the talks, an Agreement on cod and a Plan for the quays were signed.", [2]),
    ("From conversation with journalists:\n\nQuestion: Far?", [2, 1]),
    ("Following the meeting, the heads of government signed a protocol on transit.", [2]),
]
GOES_ON = [
    ("The cabinet meets\n\n27 March 2023\n\nThe cabinet meets\n\n27 March 2023\n\nWe begin.", [3]),
    ("(Laughter.)\n\nPlease.", [3]),
    ("A number of documents were signed following our meeting.", [3]),
    ("Following the talks, an Agreement on cod was signed.\n\nWe shall keep it.", [4]),
    ("* * *\n\nLet us go on to the second question.", [3]),
    ("<…>\n\nAnd so we end.", [3]),
    ("With Prime Minister Fritz Tarlen\n\nAnd so we end.", [3]),
    ("I would say this:\n\nferries are ships.", [4]),
    ("Recall: the office works by appointment.", [3]),
    ("The castle | News | Share\n\nPlease.", [3]),
    ("Drive\n\nPrevious news Next news", [2]),
]


@pytest.mark.parametrize(("body", "paragraphs"), ENDS + GOES_ON)
def test_paragraphs_of_a_turn(body: str, paragraphs: list[int]) -> None:
    assert sizes(only(a(START + body))) == paragraphs


def test_items_behind_a_list_heading_stand_in_no_turn() -> None:
    layout = only(a(START + ENDS[0][0]))
    assert [(b.kind, b.turn) for b in layout.blocks[2:]] == [("heading", -1), ("item", -1), ("item", -1)]


def test_caption_inside_a_turn_is_of_it() -> None:
    layout = only(a(START + "With Prime Minister Fritz Tarlen\n\nAnd so on."))
    assert [(b.kind, b.turn) for b in layout.blocks] == [
        ("paragraph", 0),
        ("paragraph", 0),
        ("caption", 0),
        ("paragraph", 0),
    ]


def test_end_mark_is_left_out_of_the_block() -> None:
    layout = only(a("The quay is new. –0–"))
    assert layout.text[layout.blocks[0].start : layout.blocks[0].end] == "The quay is new."
    assert kinds(layout) == ["paragraph"]
