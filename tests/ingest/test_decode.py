"""Bytes → text: what is read, how, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.decode import decode, first_odd_line

RUSSIAN = "Заявление для прессы\nПереговоры прошли успешно."
FRENCH = "Déclaration à la presse\nLes négociations ont été menées à bien; voilà l’essentiel."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        (b"", "", "utf-8"),
        (b"nul \x00 inside", "nul \x00 inside", "utf-8"),
        ("мир".encode(), "мир", "utf-8"),
        (b"\xef\xbb\xbfwith a mark", "with a mark", "utf-8-sig"),
        ("мир".encode("utf-16"), "мир", "utf-16-le"),
        (b"\xfe\xff" + "мир".encode("utf-16-be"), "мир", "utf-16-be"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
    ],
)
def test_texts_are_read_as_they_were_written(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("data", [b"\x00\xff\x01\x80", b"\xff\xfe\x00\xd8", b"PK\x03\x04\x00\xc3\x28"])
def test_binary_is_refused(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=200))
def test_what_is_read_encodes_back_to_the_same_bytes(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(decoded.encoding, b"")
        assert mark + decoded.text.encode(decoded.encoding) == data


def test_the_first_line_that_is_not_utf_8_is_named() -> None:
    assert first_odd_line(b"one\ntwo\n\xe9t\xe9") == 3
    assert first_odd_line(b"one") == 0
