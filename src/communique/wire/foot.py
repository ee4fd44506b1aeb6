"""The foot zone: from the last unit upwards, while markers match."""

from __future__ import annotations

import msgspec

from communique.patterns import lazy_regex
from communique.text import Span
from communique.wire.likeness import resembles
from communique.wire.lines import Unit
from communique.wire.matching import FOOT, NOTES

_WEAK = frozenset({"counter", "dot", "mark", "rating", "link", "origin"})
"""Kinds that may stand in a body as well; they are foot only below or among the others."""

_NOTE_KINDS = NOTES.kinds

_SKIPPED = 2
"""So many unknown short lines may stand below a note or closing line: left-overs of the page around it."""
_SHORT = 60
_LONGEST = 1000
"""No foot has as many units; a megabyte of numbers, each like the counter of a page, is none."""
_RUN_ON = lazy_regex(
    r"[.!?…”\"»)]\s{0,3}((?i:more to be posted\b|more to (?:come|follow)\b|to be con)\w{0,8}(?: soon)?[ .…]{0,6})$"
)
_RUN_ON_REACH = 60


class Foot(msgspec.Struct, frozen=True, kw_only=True):
    """The foot of one release."""

    start: int
    """Index of its first unit; the number of units where there is no foot."""
    kinds: list[str]
    """Kind of each of its units."""
    note_kind: str | None = None


def foot_kind(text: str, sentences: tuple[tuple[str, str], ...] = ()) -> str | None:
    """Return the kind of foot line that this is, or None.

    A note or disclaimer is known by likeness: its kind is "translation", "raw-content" or "legal". `sentences` are the
    archive's own as (kind, sentence).
    """
    kind = FOOT.kind(text)
    if kind or len(text) < 24:
        return kind
    known = NOTES.kind(text)
    if known:
        return known
    for note, sentence in sentences:
        if resembles(text, (sentence,)):
            return note
    return None


def read_foot(units: list[Unit], low: int, sentences: tuple[tuple[str, str], ...]) -> Foot:
    """Return the foot of the units, which cannot begin above the unit `low`."""
    start = len(units)
    kinds: list[str] = []
    low = max(low, start - _LONGEST)
    while start > low:
        kind = foot_kind(units[start - 1].text, sentences)
        unknown = len(units) - start
        if kind is None and (kinds or unknown == _SKIPPED or len(units[start - 1].text) > _SHORT):
            break
        if kind and not kinds and unknown and kind in _WEAK:
            break
        if kind:
            kinds = kinds or ["navigation"] * unknown
            kinds.append(kind)
        start -= 1
    kinds.reverse()
    note = next((kind for kind in kinds if kind in _NOTE_KINDS), None)
    return Foot(start=len(units) - len(kinds), kinds=kinds, note_kind=note)


def split_partial(body: list[Unit]) -> tuple[list[Unit], Unit | None]:
    """Return the body without a `To be con…` that ends its last paragraph, and that as a unit of its own."""
    last = body[-1] if body else None
    match = (
        _RUN_ON.search(last.text, max(0, len(last.text) - _RUN_ON_REACH)) if last and last.text[-1] in ".…" else None
    )
    if not last or not match:
        return body, None
    at = match.start(1)
    kept = last.text[:at].rstrip()
    if not kept:
        return body, None
    above = Unit(last.start, last.start + len(kept), last.gap, kept)
    return [*body[:-1], above], Unit(last.start + at, last.end, 0, last.text[at:])


def note_spans(units: list[Unit], foot: Foot) -> tuple[Span, ...]:
    """Return the span of each note in the foot; `Legal Disclaimer:` and its text are one."""
    spans: list[Span] = []
    above = ""
    for unit, kind in zip(units[foot.start :], foot.kinds, strict=True):
        if kind == "legal" and above == "legal":
            spans[-1] = (spans[-1][0], unit.end)
        elif kind in _NOTE_KINDS:
            spans.append((unit.start, unit.end))
        above = kind
    return tuple(spans)
