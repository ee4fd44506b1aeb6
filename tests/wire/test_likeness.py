from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.wire.likeness import distance, resembles, word_like

KNOWN = ("Please note: This information is raw content directly from the source of the information.",)


@pytest.mark.parametrize(
    ("word", "known"),
    [("Translartion", "translation"), ("Tranlation", "translation"), ("Regoin", "region"), ("REGION", "region")],
)
def test_misspelt_words_are_alike(word: str, known: str) -> None:
    assert word_like(word, known)


@pytest.mark.parametrize(("word", "known"), [("Transport", "translation"), ("Reform", "region"), ("", "region")])
def test_other_words_are_not(word: str, known: str) -> None:
    assert not word_like(word, known)


@pytest.mark.parametrize(
    "text", [KNOWN[0].upper(), KNOWN[0][:50], "Pleas note; this informaton is raw contents of a sourse"]
)
def test_sentences_reworded_misspelt_or_broken_off(text: str) -> None:
    assert resembles(text, KNOWN)


@pytest.mark.parametrize("text", ["The source of the river is in the north of the country.", "Please sit down.", ""])
def test_prose_that_shares_small_words_is_not_alike(text: str) -> None:
    assert not resembles(text, KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("", "", 0), ("", "abc", 3), ("abc", "acb", 1), ("banana", "bananana", 2), ("aba", "ab", 1), ("ab", "bca", 3)],
)
def test_slips_are_counted_and_a_swap_is_one(one: str, other: str, count: int) -> None:
    assert distance(one, other) == distance(other, one) == count


@given(st.text("ab", max_size=7), st.text("abc", max_size=7))
def test_the_distance_of_words_is_that_of_its_definition(one: str, other: str) -> None:
    assert distance(one, other) == slips(one, other)


@cache
def slips(one: str, other: str) -> int:
    """Return the fewest slips from one word to another, tried from their ends."""
    if not one or not other:
        return len(one or other)
    ways = [slips(one[:-1], other) + 1, slips(one, other[:-1]) + 1]
    ways.append(slips(one[:-1], other[:-1]) + (one[-1] != other[-1]))
    if one[-2:] == other[-2:][::-1] and len(one) > 1 < len(other):
        ways.append(slips(one[:-2], other[:-2]) + 1)
    return min(ways)
