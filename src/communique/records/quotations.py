"""Quotations in prose: where quoted words begin and end, however the marks are printed. Who said them is read in `attributions`."""

from __future__ import annotations

import re

import msgspec

from communique.text import Span, trimmed
from communique.wire.layout import Block

QUOTE_MARKS = '"“”„«»'
_MARK = re.compile(rf"[{QUOTE_MARKS}]")
_DASH_SPEECH = re.compile(r"[—–-] ?(?=[^\W\d_]|[\"“«„])")
_CLOSED_SENTENCE = ",.!?…"


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Quoted words inside one block."""

    start: int
    end: int
    """Outside the marks."""
    inner: Span
    """Between the marks."""
    opened: bool = True
    closed: bool = True
    """Whether its marks are printed."""
    dashed: bool = False
    """A speech set off by dashes: `— … , — adds Yegor.`"""


def quotations(reading: str, block: Block) -> list[Quotation]:
    """Return the quotations of a block, in order.

    Printed as “…”, "…", «…», „…“, with the marks swapped as in French wires (` ” … “ `), without the opening mark (a
    paragraph that reads `…," said X.`), or without the closing one (it goes on in the next paragraph).
    """
    start, end = block.start, block.end
    dash = _DASH_SPEECH.match(reading, start, end)
    if dash:
        inner = trimmed(reading, dash.end(), end)
        return [Quotation(start=start, end=end, inner=inner, dashed=True)] if inner[1] > inner[0] else []
    marks = [match.start() for match in _MARK.finditer(reading, start, end)]
    return _paired(reading, start, end, marks) if marks else []


def _paired(reading: str, start: int, end: int, marks: list[int]) -> list[Quotation]:
    """Walk over the marks; an inner pair belongs to the quotation around it."""
    found: list[Quotation] = []
    opened: int | None = None
    depth = 0
    for at in marks:
        opens = _opens(reading, start, end, at, opened is not None)
        if opened is None and opens:
            opened, depth = at, 1
        elif opened is None:
            if not found and _may_lack_opening(reading, start, end, at):
                found.append(_quotation(reading, start, at + 1, start, at, opened=False))
        elif opens and _nests(reading[opened], reading[at]):
            depth += 1
        elif not opens and depth > 1 and reading[at] not in _closers(reading[opened]):
            depth -= 1
        elif not opens:
            depth -= 1
            if depth <= 0:
                found.append(_quotation(reading, opened, at + 1, opened + 1, at))
                opened, depth = None, 0
    if opened is not None:
        last = next((at for at in reversed(marks) if at > opened and not _opens(reading, start, end, at, True)), None)
        if last is not None:
            found.append(_quotation(reading, opened, last + 1, opened + 1, last))
        elif _stands_first(reading, start, opened):
            found.append(_quotation(reading, opened, end, opened + 1, end, closed=False))
    return found


def _quotation(
    reading: str, start: int, end: int, inner: int, inner_end: int, opened: bool = True, closed: bool = True
) -> Quotation:
    span = trimmed(reading, inner, inner_end)
    return Quotation(start=start, end=end, inner=span, opened=opened, closed=closed)


def _opens(reading: str, start: int, end: int, at: int, inside: bool) -> bool:
    """Return whether a mark opens, by the letters beside it rather than by its shape: wires print them any way round."""
    before = reading[at - 1] if at > start else " "
    after = reading[at + 1] if at + 1 < end else " "
    if before in " \n([—–-/" and after not in " \n.,;:!?)]":
        return True
    if before not in " \n([":
        return reading[at] in "«„“" and after not in " \n,.;:!?)" and not inside and before not in ".,!?…"
    return not inside


def _nests(outer: str, inner: str) -> bool:
    return True if outer != inner or outer in "«„“" else outer == '"'


def _closers(opener: str) -> str:
    return {"“": "”", "«": "»", "„": "“”", "”": "“", "»": "«"}.get(opener, '"')


def _may_lack_opening(reading: str, start: int, end: int, at: int) -> bool:
    """Return whether a closing mark without an opening one ends words that began with the paragraph: `…," said X.`"""
    return at - start > 12 and reading[at - 1] in _CLOSED_SENTENCE and at + 1 < end


def _stands_first(reading: str, start: int, at: int) -> bool:
    return not reading[start:at].strip(" .")


def sentence_end(reading: str, start: int, end: int) -> int:
    """Return where the sentence that begins at `start` ends, behind its mark; `end` where it does not."""
    for match in _SENTENCE_END.finditer(reading, start, end):
        word = _LAST_WORD.search(reading, max(start, match.start() - 8), match.start())
        if match[0][0] != "." or word is None or not _is_abbreviated(word[0]):
            return match.start() + 1
    return end


def last_sentence(reading: str, start: int, end: int) -> int:
    """Return where the last sentence of a part of the reading begins."""
    at = start
    while True:
        behind = sentence_end(reading, at, end)
        if behind >= end or not reading[behind:end].strip():
            return at
        at = behind


_SENTENCE_END = re.compile(r"[.!?…](?=[)\]”“\"»]?(?:\s|$))")
_LAST_WORD = re.compile(r"(?<![-\w])[^\W_]+$")
_ABBREVIATIONS = frozenset("dr mr mrs ms st prof gen col lt no vs jr sr ed им г ул д т к".split())


def _is_abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.lower() in _ABBREVIATIONS
