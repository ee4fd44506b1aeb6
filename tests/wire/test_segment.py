from __future__ import annotations

import pytest

from communique.wire.segment import layouts
from tests.wire.wires import BODY, TALK, a, d, segments

TEXTS = [
    "",
    " \n\n ",
    "x",
    "\ufeff",
    a(TALK),
    d(BODY) + d(BODY),
    a(TALK).replace("\n", "\r\n"),
    a(TALK).replace("\n", "\u2028"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_segments_of_all_parts_join_to_the_text(text: str) -> None:
    found = layouts(text)
    rows = [segment for layout in found for segment in layout.segments]
    assert "".join(text[row.start : row.end] for row in rows) == text
    assert all(row.end > row.start for row in rows)
    assert [layout.start for layout in found] == [0, *(layout.end for layout in found[:-1])]


def test_blank_lines_go_with_the_segment_before() -> None:
    layout = layouts("\n\n" + a(BODY))[0]
    assert all(layout.text[row.start].strip() for row in layout.segments[1:])
    assert layout.segments[0].start == 0


def test_segments_are_named_by_what_they_are() -> None:
    assert segments(layouts(a(TALK))[0]) == [
        "sponsor",
        "head",
        "label",
        "paragraph",
        "label",
        "paragraph",
        "note",
        "closing",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n"])
def test_line_ends_do_not_change_the_reading(end: str) -> None:
    assert segments(layouts(a(TALK).replace("\n", end))[0]) == segments(layouts(a(TALK))[0])


def test_entities_and_tags_do_not_hide_a_label() -> None:
    text = a("<p><b>Rudolf&nbsp;Elphberg:</b> Good day, colleagues.</p>\n\n<p>Boris Lugosin: Thank&nbsp;you.</p>")
    assert len(layouts(text)[0].labels) == 2
