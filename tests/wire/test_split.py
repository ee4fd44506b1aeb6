from __future__ import annotations

from communique.wire.segment import layouts
from tests.wire.wires import BODY, HEAD_A, HEAD_D, RAW, a, d, field


def titles(text: str) -> list[str | None]:
    return [field(layout, "title") for layout in layouts(text)]


def test_title_follows_the_previous_disclaimer_or_dot() -> None:
    text = f"First\n\n{HEAD_D}{BODY}\n\n{RAW}\n\n" + d(BODY, "Second: a title") + f"\nThird title.\n\n{HEAD_D}{BODY}"
    assert titles(text) == ["First", "Second: a title", "Third title."]


def test_title_above_a_head_line_without_any_disclaimer() -> None:
    assert titles(f"First\n\n{HEAD_D}{BODY}\n\nSecond\n\n{HEAD_D}{BODY}") == ["First", "Second"]


def test_title_with_a_full_stop_and_page_left_overs_between() -> None:
    assert titles(f"First.\n\n{HEAD_D}{BODY}\n\nSecond.\n\n{HEAD_D}{BODY}") == ["First.", "Second."]
    assert titles(d(BODY, "First") + f"Older posts\n\nSecond.\n\n{HEAD_D}{BODY}") == ["First", "Second."]


def test_wire_without_a_title_below_a_disclaimer() -> None:
    assert titles(d(BODY, "First") + HEAD_D + BODY) == ["First", None]


def test_sponsor_line_opens_a_wire_also_behind_a_cut_one() -> None:
    assert len(layouts(a(BODY) + "\n" + HEAD_A + BODY + "\n\n" + HEAD_A + BODY)) == 3


def test_sponsor_between_title_and_head_belongs_to_them() -> None:
    above = "MIL-OSI Translation: {}\n\n17\nRecommended Sponsor - Buy\n\n"
    one = above + "MIL OSI Translation. Region: Ruritania –\n\n{}\n\nMIL OSI\n\n"
    assert titles(one.format("One.", BODY) + one.format("Two.", BODY)) == ["One.", "Two."]


def test_source_line_opens_a_wire_only_behind_a_foot() -> None:
    one = f"Source: Government of Ruritania\n\n{BODY}"
    assert len(layouts(f"{one}\n\nMIL OSI\n\n{one}")) == 2
    assert len(layouts(f"{one}\n\n{one}")) == 1


def test_tail_of_an_earlier_wire_is_a_release_of_its_own() -> None:
    assert titles(f"… and so it ended.\n\n{RAW}\n\n" + d(BODY)) == [None, "A title of the day"]


def test_doubled_head_line_opens_no_second_wire() -> None:
    assert len(layouts(HEAD_A + HEAD_A + BODY)) == 1
