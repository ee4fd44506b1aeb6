"""The reading keeps every offset; printed values are clean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text import Places, printed, reading, trimmed

MESSY = st.text(st.sampled_from("ab A:.\r\n\t\xa0\x00\u2028\x85&;#<>/p“”é—") | st.characters(), max_size=200)


@given(MESSY)
def test_reading_has_the_length_of_its_text(text: str) -> None:
    assert len(reading(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\r\nb\rc", "a \nb\nc"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\xa0b\tc\x00d", "a b c d"),
        ("Tom &amp; Ann", "Tom &     Ann"),
        ("<b>Ann</b>", "   Ann    "),
        ("one<br/>two", "one\n    two"),
    ],
)
def test_reading_shows_plain_characters(text: str, plain: str) -> None:
    assert reading(text) == plain


def test_a_name_with_an_entity_inside_stays_one_word() -> None:
    assert reading("Andr&eacute;s").replace("\u0640", "") == "Andrés"
    assert reading("Andr&eacute;s").isalpha()


def test_unknown_tags_and_entities_are_text() -> None:
    assert reading("<script>x</script> <…> &nope;") == "<script>x</script> <…> &nope;"


def test_printed_cleans_and_joins_spans() -> None:
    text = "The&nbsp;<b>Minister</b>\r\n of  State"
    assert printed(text, (0, len(text))) == "The Minister of State"
    assert printed(text, (9, 20), (27, 29)) == "Minister of"


def test_printed_keeps_the_words_on_both_sides_of_a_line_break_apart() -> None:
    assert printed("one<br>two", (0, 10)) == "one two"


def test_trimmed_leaves_out_white_space() -> None:
    assert trimmed("  ab \n", 0, 6) == (2, 4)
    assert trimmed("    ", 1, 3) == (1, 1)


def test_places_count_from_one() -> None:
    places = Places("ab\ncd\n")
    assert [places.place(n) for n in (0, 2, 3, 6)] == [(1, 1), (1, 3), (2, 1), (3, 1)]
    assert places.line(2) == "cd"
