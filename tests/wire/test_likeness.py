from __future__ import annotations

import pytest

from communique.wire.likeness import resembles, word_like

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
