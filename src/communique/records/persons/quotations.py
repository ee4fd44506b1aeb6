"""Quotations in prose: where quoted words begin and end, however the marks are printed; `attributions` says whose."""

from __future__ import annotations

from itertools import islice

import msgspec

from communique.patterns import lazy_regex
from communique.text import Span, trimmed
from communique.wire.layout import Block
from communique.wire.vocabulary import words

QUOTE_MARK = lazy_regex('["“”„«»]')
_DASH_SPEECH = lazy_regex(r"[—–-] ?(?=[^\W\d_]|[\"“«„])")
_SAID = lazy_regex(r"[,!?….] [—–-] (?=[^\W\d_])")
"""What tells a speech behind a plain hyphen from an item of a list, whose bullet a block leaves out."""

_LONGEST = 20_000
_MOST_MARKS = 300
"""Bounds of one block: no paragraph of a release is longer or holds more quote marks."""

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
    start, end = block.start, min(block.end, block.start + _LONGEST)
    dash = _DASH_SPEECH.match(reading, start, end)
    if dash or (block.kind == "item" and _SAID.search(reading, start, end)):
        inner = trimmed(reading, dash.end() if dash else start, end)
        return [Quotation(start=start, end=end, inner=inner, dashed=True)] if inner[1] > inner[0] else []
    marks = [match.start() for match in islice(QUOTE_MARK.finditer(reading, start, end), _MOST_MARKS)]
    return [one for one in _paired(reading, start, end, marks) if one.inner[1] > one.inner[0]]


def _paired(reading: str, start: int, end: int, marks: list[int]) -> list[Quotation]:
    """Walk over the marks; an inner pair belongs to the quotation around it."""
    found: list[Quotation] = []
    opened: int | None = None
    depth = 0
    for at in marks:
        opens = _opens(reading, start, end, at, opened is not None)
        if opened is None:
            if opens:
                opened, depth = at, 1
            elif not found and _may_lack_opening(reading, start, end, at):
                inner = trimmed(reading, start, at)
                found.append(Quotation(start=start, end=at + 1, inner=inner, opened=False))
            continue
        depth += _step(reading[opened], reading[at], opens)
        if depth <= 0:
            found.append(_between(reading, opened, at))
            opened = None
    return found if opened is None else found + _unclosed(reading, start, end, opened, marks)


def _step(outer: str, mark: str, opens: bool) -> int:
    """Return by how much a mark inside a quotation changes its depth."""
    if not opens:
        return -1
    return 1 if outer != mark or outer in '«„“"' else 0


def _between(reading: str, opening: int, closing: int) -> Quotation:
    return Quotation(start=opening, end=closing + 1, inner=trimmed(reading, opening + 1, closing))


def _unclosed(reading: str, start: int, end: int, opened: int, marks: list[int]) -> list[Quotation]:
    """Return what an unpaired opening mark begins: up to the last closing mark, or the whole paragraph."""
    last = next((at for at in reversed(marks) if at > opened and not _opens(reading, start, end, at, True)), None)
    if last is not None:
        return [_between(reading, opened, last)]
    if reading[start:opened].strip(" ."):
        return []
    return [Quotation(start=opened, end=end, inner=trimmed(reading, opened + 1, end), closed=False)]


def _opens(reading: str, start: int, end: int, at: int, inside: bool) -> bool:
    """Return whether a mark opens, by the letters beside it more than by its shape: wires print them any way round."""
    before = reading[at - 1] if at > start else " "
    after = reading[at + 1] if at + 1 < end else " "
    if before in " \n([—–-/" and after not in " \n.,;:!?)]":
        return True
    if before not in " \n([":
        return reading[at] in "«„“" and after not in " \n,.;:!?)" and not inside and before not in ".,!?…"
    return not inside


def _may_lack_opening(reading: str, start: int, end: int, at: int) -> bool:
    """Return whether a closing mark without an opening one ends words that began with the paragraph: `…," said X.`"""
    return at - start > 12 and reading[at - 1] in _CLOSED_SENTENCE and at + 1 < end


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


_SENTENCE_END = lazy_regex(r"[.!?…](?=[)\]”“\"»]?(?:\s|$))")
_LAST_WORD = lazy_regex(r"(?<![-\w])[^\W_]+$")
_ABBREVIATIONS = words("dr mr mrs ms st prof gen col lt no vs jr sr ed им г ул д т к")


def _is_abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.lower() in _ABBREVIATIONS
