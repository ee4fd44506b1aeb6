"""Bytes of a file → its text, or the reason why it is not one. Every decoding must encode back to the same bytes."""

from __future__ import annotations

import codecs

import msgspec

from communique.patterns import lazy_regex

_CYRILLIC = lazy_regex("[а-яёА-ЯЁ]")
_LETTER = lazy_regex("[^\\W\\d_]")
_MOSTLY = 0.3
"""Share of Cyrillic letters from which on a text in no Unicode encoding is Russian: French or German has under 0.1."""


class Decoded(msgspec.Struct, frozen=True):
    """A text, a BOM left out, and how it was encoded: utf-8, utf-8-sig, utf-16-le, utf-16-be, cp1251 or cp1252."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file's bytes; None where they are binary.

    UTF-8 strictly, whatever it holds; UTF-16 with a BOM; else, without a NUL, Windows-1251 or 1252.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _other(data)
    return Decoded(text[1:], "utf-8-sig") if text[:1] == "\ufeff" else Decoded(text, "utf-8")


def first_odd_line(data: bytes) -> int:
    """Return the number of the first line that is not UTF-8; 0 where all of them are."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _other(data: bytes) -> Decoded | None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _exact(data[2:], encoding)
    if b"\x00" in data:
        return None
    russian = _exact(data, "cp1251")
    if russian and _share(russian.text) >= _MOSTLY:
        return russian
    return _exact(data, "cp1252") or russian


def _exact(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding) if text.encode(encoding) == data else None


def _share(text: str) -> float:
    sample = text[:100_000]
    letters = len(_LETTER.findall(sample))
    return len(_CYRILLIC.findall(sample)) / letters if letters else 0.0
