"""One file's units → the releases in it. Several wires may stand one after the other, with no rule between them."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.wire.foot import foot_kind
from communique.wire.head_line import HeadLine, head_line
from communique.wire.lines import Unit
from communique.wire.matching import HEAD

_LOOK_BACK = 6
_LONGEST_TITLE = 320
_SENTENCE = 200
_MAYBE = lazy_regex(
    r"[PpRrSsTtИи](?i:osts? |ecom|pons|ou?r[cs]e|his posts? |сточник)|(?:[A-ZА-ЯЁ]{2,6}[ -]){0,2}[TtПп][^\W\d_]{5,13}\b"
)
"""A cheap look at a line's first words: sponsor, source, or `Translation` behind an agency at most."""
_TRANSLATED = frozenset("TtПп")
_NEXT = frozenset({"os", "ec", "po", "ou", "or", "hi", "ст"})
"""First letter of `Translation`, and the second and third of the others: a cheaper look still."""


def split(units: list[Unit], sentences: tuple[tuple[str, str], ...]) -> tuple[list[int], dict[int, HeadLine]]:
    """Return the index of the first unit of each release, the first 0, and the head lines by their units' offsets.

    The sure anchor of a new wire is its head line; a sponsor line, or a source line behind a foot, is one too. The
    title above an anchor belongs to the new wire.
    """
    starts = [0]
    body = False  # whether the current release has come to its body
    anchored = False
    heads: dict[int, HeadLine] = {}
    for index, unit in enumerate(units):
        text = unit.text
        maybe = text[0] in _TRANSLATED or text[1:3].casefold() in _NEXT or text[1:2].isupper()
        kind = _anchor(unit, heads) if maybe and _MAYBE.match(text) else None
        if kind is None:
            body = body or anchored
            continue
        first = _first_of(units, index, kind, starts[-1], sentences) if body or not anchored else None
        if first is not None and first > starts[-1] and (body or _after_foot(units, first, starts[-1], sentences)):
            starts.append(first)
        body, anchored = False, True
    return starts, heads


def _anchor(unit: Unit, heads: dict[int, HeadLine]) -> str | None:
    """Return "head" ("bare" without an agency), "sponsor" or "source" where the line is one, else None."""
    kind = HEAD.kind(unit.text)
    if kind in {"sponsor", "source"}:
        return kind
    line = head_line(unit.text)
    if line is None:
        return None
    heads[unit.start] = line
    return "head" if line.agency else "bare"


def _first_of(
    units: list[Unit], anchor: int, kind: str, low: int, sentences: tuple[tuple[str, str], ...]
) -> int | None:
    """Return the index of the first unit of the release whose anchor this is, or None where it opens none."""
    first = anchor
    while first > low and HEAD.kind(units[first - 1].text) in {"sponsor", "counter"}:
        first -= 1
    if first == low:
        return first
    if foot_kind(units[first - 1].text, sentences):
        return first
    titled = first - 1 > low and _after_foot(units, first - 1, max(low, first - 3), sentences)
    if kind == "source" and not titled:
        return None
    return first - 1 if titled or _is_title(units[first - 1], kind) else first


def _is_title(unit: Unit, kind: str) -> bool:
    """Return whether the unit above an anchor looks like a headline although no foot stands above it."""
    text = unit.text
    if kind == "bare" and len(text) <= _SENTENCE and text[-1] in ".!?" and ". " not in text:
        return True
    return kind in {"bare", "head"} and len(text) <= _LONGEST_TITLE and text[-1] not in ".!?…:;,"


def _after_foot(units: list[Unit], first: int, low: int, sentences: tuple[tuple[str, str], ...]) -> bool:
    """Return whether a foot stands shortly before the unit `first`, so that a release without an anchor ends there."""
    return any(foot_kind(unit.text, sentences) for unit in units[max(low, first - _LOOK_BACK) : first])
