"""Reading → units: its printed lines, or its paragraphs where lines are wrapped inside sentences."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from communique.wire.head_line import head_line
from communique.wire.matching import BODY, FOOT, HEAD
from communique.wire.shapes import Shape, shape_of
from communique.wire.vocabulary import words

SENTENCE_ENDS = '.!?…:;"”»’)]>'
"""Last characters of a line that ends a sentence, a list item or a quotation."""

_LABEL = 90
_OPEN_ENDS = words("of the and for to in on at with from by a an or between their its his her that as")
"""Words in which no line ends but for want of room."""
_LEAST = 16
"""A line shorter than this, `for the`, belongs to a block of a title set line by line."""
_BULLETS = "-–—•*"
_MOST, _JOINED = 20_000, 100
_FULL = 40
"""A line shorter than this was not broken for want of room."""


class Unit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One printed line, or several that a hard wrap made of one paragraph."""

    start: int
    end: int
    """Offsets of the first printed character and behind the last one."""
    gap: int
    """Number of blank lines before it."""
    text: str
    """Its reading; a newline inside shows as a space, so that offsets hold."""


def units(reading: str) -> tuple[list[Unit], bool]:
    """Return the units of a reading in order, and whether its lines were found to be wrapped."""
    found = _lines(reading)
    if 0 not in [line.gap for line in found[1:]]:  # a blank line above every one: none goes on with another
        return found, False
    if not _is_wrapped(found):
        return _mended(reading, found), False
    return _joined(reading, found), True


def bounded(reading: str, found: list[Unit]) -> list[Unit]:
    """Return the units of one release, those beyond the 20,000th joined by hundreds.

    A transcript of a megabyte has a quarter; a megabyte of lines of one letter would take many times its time.
    """
    if len(found) <= _MOST:
        return found
    joined = range(_MOST, len(found), _JOINED)
    return found[:_MOST] + [_paragraph(reading, found[i], found[i : i + _JOINED][-1].end) for i in joined]


def _lines(reading: str) -> list[Unit]:
    found, at, gap = [], 0, 0
    for raw in reading.split("\n"):
        size = len(raw)
        bare = raw.strip() if size else raw
        if bare:
            start = at if bare[0] == raw[0] else at + raw.index(bare[0])
            found.append(Unit(start, start + len(bare), gap, bare))
            gap = 0
        else:
            gap += 1
        at += size + 1
    return found


def _is_wrapped(lines: list[Unit]) -> bool:
    """Return whether two or more lines, a third of those without an end mark, break in a sentence, few being longer."""
    pairs, broken = 0, []
    above: Unit | None = None
    for line in lines:
        if above is not None and not line.gap and above.text[-1] not in SENTENCE_ENDS:
            pairs += 1
            if _breaks_inside(above.text, line.text):
                broken.append(len(above.text))
        above = line
    if len(broken) < 2 or len(broken) * 3 < pairs:
        return False
    room = max(broken) * 5 // 4
    return sum(len(line.text) > room for line in lines) <= len(broken)


def _breaks_inside(above: str, below: str) -> bool:
    """Return whether two lines are one sentence: the lower begins in lower case, or the upper ends in `of` or `the`."""
    if not _FULL <= len(above) <= 140 or above[-1] in SENTENCE_ENDS:
        return False
    return below[0].islower() or (below[0].isupper() and above.rsplit(" ", 1)[-1] in _OPEN_ENDS)


def _mended(reading: str, lines: list[Unit]) -> list[Unit]:
    """Return the lines of a file that is not wrapped, one that breaks behind `between` or `of` joined to the next."""
    if not any(not below.gap and _hangs(above, below) for above, below in pairwise(lines)):
        return lines
    runs: list[list[Unit]] = []
    for line in lines:
        if runs and not line.gap and _hangs(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run[0] if len(run) == 1 else _paragraph(reading, run[0], run[-1].end) for run in runs]


def _hangs(above: Unit, below: Unit) -> bool:
    words = above.text
    if below.text[0] == "(" and below.text.endswith("):"):
        return not _is_marked(words)  # a label whose note stands on a line of its own: `(retranslated):`
    if not words[-1].islower() or len(words) < _LEAST or words.rsplit(" ", 1)[-1] not in _OPEN_ENDS:
        return False
    return below.text[0] not in _BULLETS and not _is_marked(words) and not _is_marked(below.text)


def _joined(reading: str, lines: list[Unit]) -> list[Unit]:
    width = max((len(a.text) for a, b in pairwise(lines) if _breaks_inside(a.text, b.text)), default=0)
    runs: list[list[Unit]] = []
    for line in lines:
        if runs and not line.gap and _continues(runs[-1], line.text, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run[0] if len(run) == 1 else _paragraph(reading, run[0], run[-1].end) for run in runs]


def _paragraph(reading: str, first: Unit, end: int) -> Unit:
    return Unit(first.start, end, first.gap, reading[first.start : end].replace("\n", " "))


def _continues(run: list[Unit], below: str, width: int) -> bool:
    """Return whether the line `below` goes on with the paragraph of the lines `run`, in a file wrapped at `width`."""
    above = run[-1].text
    if below[0] in "-–—*•<(" or _is_list_number(below) or _is_marked(above) or _is_marked(below):
        return False
    colon = below.find(":", 0, _LABEL)
    if colon > 0 and isinstance(shape_of(below[:colon].rstrip()), Shape):
        if above[-1] in SENTENCE_ENDS:
            return False
        whole = shape_of(f"{above} {below[:colon].rstrip()}") if len(run) == 1 else ""
        if isinstance(whole, Shape) and whole.form == "office-name":
            return True  # a label broken between office and name
    room = width - len(above)
    word = below.find(" ")
    full = room <= (word if word != -1 else len(below)) + width // 5
    if above[-1] in ":;":
        return below[0].islower() and (full or (above[-1] == ":" and below[-1] != ";"))
    if full or above[-1] in SENTENCE_ENDS:
        return full
    open_end = above.rsplit(" ", 1)[-1].islower() or (run[0].text[0] in _BULLETS and above[-1] != ",")
    return below[0].islower() or (open_end and 2 * len(above) >= width)


def _is_marked(line: str) -> bool:
    """Return whether the line is one of head or foot, or one that is no running text."""
    return bool(HEAD.kind(line) or FOOT.kind(line) or BODY.kind(line) or head_line(line))


def _is_list_number(text: str) -> bool:
    number = text[:4].split(" ", 1)[0]
    return len(number) > 1 and number[-1] in ".)" and number[:-1].isdigit()
