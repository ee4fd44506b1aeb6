"""Text and places in it: the reading of a wire, printed values, line and column.

A wire's text is never changed. Two derived views serve the parser:

* the *reading*, a copy of the same length in which tags, entities and odd white space are replaced by plain
  characters, so that patterns match and every offset is still an offset in the wire;
* the *printed value* of a span, which is what a record shows: entities decoded, tags dropped, white space folded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from communique.patterns import lazy_regex

Span = tuple[int, int]
"""Start and end in Unicode code points of the decoded file, a BOM left out; the end is exclusive."""

_TAG = lazy_regex(
    r"<(?=/?[a-z])/?"  # a look ahead spares a row of `<` all the names
    r"(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|figure|figcaption|font|h[1-6]|hr|i|img|ins|li|ol|p|"
    r"pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
"""Formatting tags that web pages leave behind in wires. Any other `<…>` is text and shown as text."""

_BREAKING = lazy_regex(r"</?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|table|tr|ul)\b", re.IGNORECASE)
_ENTITY = lazy_regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LETTER_FILL = "\u0640"  # a letter for `\w`, so that a name with an entity inside stays one word

_PLAIN = (
    ("\u2028", "\n"),
    ("\u2029", "\n"),
    ("\x85", "\n"),
    ("\x0b", "\n"),
    ("\x0c", "\n"),
    ("\xa0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\t", " "),
    ("\x00", " "),
    ("\ufeff", " "),
)


def reading(text: str) -> str:
    r"""Return a copy of `text` of the same length for patterns to read.

    Tags become spaces (a breaking tag such as `<br>` a newline and spaces), an entity its character and padding, every
    line end `\n`, NBSP, tab and NUL a space.
    """
    if "<" in text:
        text = _TAG.sub(_blank_tag, text)
    if "&" in text:
        text = _ENTITY.sub(_plain_entity, text)
    if "\r" in text:  # a search for one letter is many times faster than one for two
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for odd, plain in _PLAIN:
        if odd in text:
            text = text.replace(odd, plain)
    return text


def printed(text: str, *spans: Span) -> str:
    """Return the value that the spans print, joined by a space.

    Entities are decoded, tags and NUL dropped, runs of white space folded to one space.
    """
    raw = " ".join([text[start:end] for start, end in spans]) if len(spans) != 1 else text[spans[0][0] : spans[0][1]]
    if "<" in raw:
        raw = _TAG.sub(" " if _BREAKING.search(raw) else "", raw)
    if "&" in raw:
        raw = _unescape(raw)
    if "\x00" in raw:
        raw = raw.replace("\x00", "")
    if "  " not in raw and raw.isprintable():  # no white space but single spaces: nothing to fold
        return raw.strip(" ")
    return " ".join(raw.split())


def trimmed(reading: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends; an empty span stands at `start`."""
    part = reading[start:end]
    left = len(part) - len(part.lstrip())
    if left == len(part):
        return start, start
    return start + left, start + len(part.rstrip())


class Places:
    """Line and column (both from 1, in code points) of offsets in one reading."""

    def __init__(self, reading: str) -> None:
        self._reading = reading
        self._starts = [0, *accumulate([len(line) + 1 for line in reading.split("\n")])]

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line `number`, without its end."""
        start = self._starts[number - 1]
        end = self._reading.find("\n", start)
        return self._reading[start : end if end != -1 else None].rstrip()


def _unescape(text: str) -> str:
    from html import unescape  # its tables take as long to load as ten wires to read, and most wires hold no entity

    return unescape(text)


def _blank_tag(match: re.Match[str]) -> str:
    tag = match[0]
    return ("\n" if _BREAKING.match(tag) else " ").ljust(len(tag))


def _plain_entity(match: re.Match[str]) -> str:
    entity = match[0]
    plain = _unescape(entity)
    if plain == entity or len(plain) > len(entity):
        return entity
    fill = _LETTER_FILL if plain.isalpha() else " "
    return plain + fill * (len(entity) - len(plain))
