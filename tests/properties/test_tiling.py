"""Whatever the text, the segments tile it; whatever one megabyte holds, it is read in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.header import header
from communique.wire.layout import Layout
from communique.wire.segment import layouts
from tests.wire.wires import BODY, NOTE, RAW, TALK, a, d

LETTERS = "aA1 .:,;!?…\n\r\t\x00\x85\xa0\u2028\ufeff“”\"'()[]<>*&-–—/0"
PIECES = [
    *(a(TALK) + d(BODY)).splitlines(keepends=True),
    *(
        "&nbsp;",
        "<br>",
        "<b>",
        "&#8211;",
        "\r\n",
        "\r",
        "\u2028",
        "\x00",
        "* * *\n",
        "<…>\n",
        "Question: ",
        "Mr. President.\n",
    ),
    *("MIL OSI Перевод. Регион: Руритания –\n", " date 2023-01-20 ", "STRELSAU, Feb. 11 (RNA) — ", "-0-", "To be con…"),
    *("Rudolf ELPHBERG\n", "1. Agreement;\n", "July 2, 2021, The Castle, Strelsau\n", NOTE, RAW, "Source: X – X –"),
]
HOSTILE = [
    *(
        "A ",
        "a: ",
        ": ",
        "“",
        ". ",
        "(",
        "[",
        "—",
        "– ",
        "-",
        "<",
        "&",
        "*",
        "…",
        "1 ",
        "1. ",
        "A. ",
        "Ab Cd: ",
        ". A: ",
    ),
    *(
        ". Ab Cd: ",
        "Mr. ",
        "of ",
        "Minister of ",
        "Source: ",
        "Translation. Region: ",
        "Post sponsored by ",
        "MIL OSI ",
    ),
    *("Question: ", "2021 ", "01/02/2021 ", "January 1, ", "http://", "Please note: This information is raw content "),
]


def check(text: str) -> list[Layout]:
    """Check that the segments of all releases cover the text once, and that blocks and labels lie in their release."""
    found = layouts(text)
    at = 0
    for layout in found:
        assert layout.start == at
        for segment in layout.segments:
            assert segment.start == at < segment.end
            at = segment.end
        assert layout.end == at
        for block in layout.blocks:
            assert layout.start <= block.start < block.end <= layout.end
        for label in layout.labels:
            assert layout.start <= label.start <= label.name[0] < label.name[1] <= label.end <= layout.end
        for spans in layout.fields.values():
            assert all(layout.start <= start < end <= layout.end for start, end in spans)
        header(layout)
    assert at == len(text)
    return found


@given(st.text())
@settings(max_examples=200)
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet=LETTERS, max_size=400))
@settings(max_examples=300)
def test_any_text_of_telling_characters(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=300)
def test_wires_of_shuffled_pieces(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@settings(max_examples=100)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert layouts(text) == layouts(text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_megabyte_in_one_line(piece: str) -> None:
    """The bound is generous, and of processor time: it is meant to catch what is not linear, not a slow machine."""
    began = time.process_time()
    check(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 10
