"""Pass 1 over labels: every place where a speaker's label may stand, with its shape, or why it has none."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Literal

import msgspec

from communique.patterns import lazy_regex
from communique.wire.layout import Mark
from communique.wire.lines import SENTENCE_ENDS, Unit
from communique.wire.shapes import Shape, shape_of
from communique.wire.unmarked import labels_without_colon
from communique.wire.vocabulary import HONORIFICS

Place = Literal["line", "inline", "bare"]

_FARTHEST = 220
"""A label's colon stands among the first so many characters of its line."""
_WINDOW = 100
_QUOTE_END = lazy_regex(r"[.!?…][”\"»)] +")
_MOST_INLINE = 5000
"""So many colons inside one paragraph are looked at; a transcript has fewer, and hostile text must not take long."""
_MOST = 15_000
"""So many candidates are kept of one release: a transcript of a megabyte has a tenth."""
_KEPT = 40
TEXT_ENDS = SENTENCE_ENDS + ","
"""Last characters of a line of speech."""
_BARE_LONGEST = 70


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place that has the shape of a label. Offsets count from the file's start."""

    unit: int
    """Index of its unit."""
    place: Place
    """At a line's start with a colon, inside a running paragraph, or alone on a line without a colon."""
    start: int
    end: int
    text: int
    """Where the words behind the label begin."""
    printed: str
    name: str
    shape: Shape
    follows: str
    """First words behind the label, for scoring."""
    stopped: bool = False
    """Whether a bare label ends in a full stop."""


_SILENT = frozenset(
    {"stage", "separator", "elision", "navigation", "item", "listed", "dateline", "signature", "opener"}
)
"""Kinds of units in which no label stands."""


def candidates(units: list[Unit], kinds: list[str]) -> tuple[list[Candidate], list[Mark]]:
    """Return the label candidates of the units of these kinds, in order, and the places whose shape is no label's."""
    found: list[Candidate] = []
    rejected: list[Mark] = []
    for index, unit in enumerate(units):
        if len(found) >= _MOST:
            break
        text = unit.text
        colon = text.find(":")
        if colon == -1:
            if len(text) <= _BARE_LONGEST and kinds[index] not in _SILENT and _stands_alone(units, index):
                _bare(index, unit, found)
        elif kinds[index] not in _SILENT:
            _colons(index, unit, colon, found, rejected)
    return found, rejected


def add_without_colon(units: list[Unit], kinds: list[str], found: list[Candidate], *, lettered: bool) -> None:
    """Add the labels that another mark than a colon sets off, in units that have none with a colon.

    `lettered` says that a letter stands somewhere that a question can begin with.
    """
    dashed = all(candidate.place != "line" for candidate in found)
    marks = labels_without_colon(units, kinds, dashed=dashed) if dashed or lettered else {}
    if not marks:
        return
    marked = {candidate.unit: candidate for candidate in found if candidate.place == "line"}
    names = Counter([candidate.name for candidate in marked.values()])
    added: dict[int, Candidate] = {}
    for index, mark in islice(marks.items(), _MOST):
        other = marked.get(index)  # `A. No: it is less.`
        if other and (other.shape.form != "initials" or names[other.name] > 1):
            continue
        shape = shape_of(units[index].text[:mark].rstrip())
        if isinstance(shape, Shape):
            added[index] = _candidate(index, units[index], (0, mark), shape, "line")
    found[:] = [candidate for candidate in found if candidate.place != "line" or candidate.unit not in added]
    found += added.values()
    found.sort(key=lambda candidate: candidate.start)


def _stands_alone(units: list[Unit], index: int) -> bool:
    """Return whether text stands below a line, and no line directly above it goes on with it, as in a title's block."""
    if index + 1 >= len(units) or units[index + 1].text[-1] not in TEXT_ENDS:
        return False
    return units[index].gap > 0 or index == 0 or units[index - 1].text[-1] in TEXT_ENDS + ":)"


def _colons(index: int, unit: Unit, colon: int, found: list[Candidate], rejected: list[Mark]) -> None:
    text = unit.text
    if colon <= _FARTHEST:
        colon = _behind_note(text, colon)
        shape = _at_line_start(text, colon)
        if isinstance(shape, Shape):
            found.append(_candidate(index, unit, (0, colon), shape, "line"))
            colon = _next_colon(text, colon)
        elif len(rejected) < _KEPT:
            rejected.append(Mark(unit.start, unit.start + colon, shape))
    for _ in range(_MOST_INLINE):
        if colon == -1:
            break
        start = _sentence_start(text, colon)
        if 0 < start < colon and not text[start].islower():
            shape = shape_of(text[start:colon].rstrip())
            if isinstance(shape, Shape):
                found.append(_candidate(index, unit, (start, colon), shape, "inline"))
        colon = _next_colon(text, colon)


def _next_colon(text: str, at: int) -> int:
    """Return the next colon before a space, or -1; a search for one letter is many times faster than one for two."""
    at = text.find(":", at + 1)
    while at != -1 and text[at + 1 : at + 2] != " ":
        at = text.find(":", at + 1)
    return at


def _at_line_start(text: str, colon: int) -> Shape | str:
    after = text[colon + 1 : colon + 2]
    if after and not after.isspace() and not (after.isupper() or after in '“«"—–'):
        return "no space behind the colon"
    label = text[:colon].rstrip()
    return shape_of(label) if label else "empty"


def _behind_note(text: str, colon: int) -> int:
    """Return the colon behind a bracketed note that itself holds the colon given."""
    opened = text.rfind("(", 0, colon)
    if opened == -1 or text.find(")", opened, colon) != -1:
        return colon
    closed = text.find("):", colon, opened + _WINDOW)
    return closed + 1 if closed != -1 else colon


def _sentence_start(text: str, colon: int) -> int:
    """Return where the last sentence before an inner colon begins; 0 where none ends shortly before it."""
    low = max(0, colon - _WINDOW)
    at = colon
    while True:
        at = max(
            text.rfind(". ", low, at), text.rfind("! ", low, at), text.rfind("? ", low, at), text.rfind("… ", low, at)
        )
        if at == -1:
            return _behind_quotation(text, low, colon)
        if text[at] != "." or not _is_initial(text[text.rfind(" ", 0, at) + 1 : at]):
            return at + 2


def _behind_quotation(text: str, low: int, colon: int) -> int:
    match = _QUOTE_END.search(text, low, colon)
    return match.end() if match else 0


def _is_initial(word: str) -> bool:
    """Return whether the full stop behind a word belongs to it: `M.`, `S.V.`, `Mr.`"""
    return word[:1].isupper() and (len(word) <= 2 or word[-2:-1] == "." or word.lower() in HONORIFICS)


def _bare(index: int, unit: Unit, found: list[Candidate]) -> None:
    """Consider a short line without a colon: `Emmanuel MACRON`, `Mr. President.`, `Question.`"""
    text = unit.text
    stopped = text[-1] == "."
    if not text[0].isupper() or not (text[-1].isalpha() or text[-1] in ".)") or text.count(" ") > 7:
        return
    shape = shape_of(text.rstrip(".") if stopped else text)
    if isinstance(shape, Shape) and (not stopped or shape.form in {"honorific", "word", "office"}):
        end = len(text) - stopped
        found.append(_candidate(index, unit, (0, end), shape, "bare", stopped=stopped))


def _candidate(
    index: int, unit: Unit, span: tuple[int, int], shape: Shape, place: Place, *, stopped: bool = False
) -> Candidate:
    text, (start, colon) = unit.text, span
    printed = text[start:colon].rstrip()
    behind = colon + 1 if place != "bare" else len(text)
    behind += len(text[behind : behind + 40]) - len(text[behind : behind + 40].lstrip())
    return Candidate(
        unit=index,
        place=place,
        start=unit.start + start,
        end=unit.start + start + len(printed),
        text=unit.start + behind,
        printed=printed,
        name=printed[shape.name[0] : shape.name[1]],
        shape=shape,
        follows=text[behind : behind + 160],
        stopped=stopped,
    )


_FULL = frozenset({"office-name", "initials", "full-name", "capitals"})
_SENTENCE = 2
"""So many spaces at least stand in the words behind such a label."""


def answered(found: list[Candidate], units: list[Unit], is_spoken: Callable[[str], bool]) -> set[int]:
    """Return the units of two names in full, one line below the other, with a sentence behind each colon.

    One of the two is spoken at least: a list of medals has that shape, too.
    """
    spoken = [
        candidate
        for candidate in found
        if candidate.shape.form in _FULL
        and candidate.place == "line"
        and candidate.follows.count(" ") >= _SENTENCE
        and candidate.follows[0].isalpha()
        and units[candidate.unit].text[-1] in TEXT_ENDS
    ]
    return {
        one.unit
        for above, below in itertools.pairwise(spoken)
        if below.unit == above.unit + 1
        and below.name != above.name
        and (is_spoken(above.follows) or is_spoken(below.follows))
        for one in (above, below)
    }
