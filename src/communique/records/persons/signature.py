"""Signature blocks: the office lines and the name at the end of a letter or an order of the day."""

from __future__ import annotations

import msgspec

from communique.records.persons.monologue import opens_with_address
from communique.records.persons.names import NAME
from communique.records.persons.naming import person_at_end
from communique.records.persons.office_match import is_rank
from communique.records.persons.tokens import tokens
from communique.text import Span, trimmed
from communique.wire.layout import Layout
from communique.wire.vocabulary import words


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed."""

    name: Span
    role: tuple[Span, ...]
    """The lines that print the office, a rank set apart from it left out."""


_LONGEST = 300
"""Characters of a line of a signature block."""


def signature(layout: Layout) -> Signature | None:
    """Return who signed the release, read from its signature lines, or None.

    Printed as `MINISTER OF DEFENCE OF THE REPUBLIC` / `army General` / `I. Petrov`, or on one line.
    """
    lines = [(block.start, block.end) for block in layout.blocks if block.kind == "signature"] or _last_line(layout)
    lines = [line for line in lines[-12:] if line[1] - line[0] <= _LONGEST]
    for i in range(len(lines) - 1, -1, -1):
        start, end = trimmed(layout.reading, *lines[i])
        while end > start and layout.reading[end - 1] in ",.;" and layout.reading[end - 2] != ".":
            end -= 1
        if _is_name(layout.reading, start, end):
            above = _office_lines(layout.reading, lines[:i]) or _office_lines(layout.reading, lines[i + 1 :])
            return Signature(name=(start, end), role=above)
        found = person_at_end(layout.reading, start, end)
        if found:
            return Signature(name=found[1], role=_office_beside(layout.reading, found[0], lines[:i]))
    return None


def signatures(layout: Layout) -> list[Signature]:
    """Return all who signed, where each of several prints an office above the name: a joint statement."""
    last = signature(layout)
    lines = [(block.start, block.end) for block in layout.blocks if block.kind == "signature"][-_MOST_LINES:]
    found: list[Signature] = []
    above: list[Span] = []
    for line in lines:
        if line[1] - line[0] <= _LONGEST and _is_name(layout.reading, *line):
            found.append(Signature(name=line, role=_office_lines(layout.reading, above)))
            above = []
        else:
            above.append(line)
    if len(found) > 1 and all(one.role for one in found):
        return found
    return [last] if last else []


_MOST_LINES = 24


def _office_beside(reading: str, beside: Span | None, above: list[Span]) -> tuple[Span, ...]:
    """Return the office on the name's line; a rank there (`General of the Army I. Petrov`) yields to that above it."""
    if beside is not None and not is_rank(reading[beside[0] : beside[1]]):
        return (beside,)
    return _office_lines(reading, above) or ((beside,) if beside else ())


def _last_line(layout: Layout) -> list[Span]:
    """Return the last paragraph of a letter where it is a name alone."""
    body = [block for block in layout.blocks if block.kind in ("paragraph", "heading")]
    if len(body) < 2 or not opens_with_address(layout):
        return []
    start, end = body[-1].start, body[-1].end
    alone = " " in layout.reading[start:end] and _is_name(layout.reading, start, end)
    return [(start, end)] if alone else []


def _is_name(reading: str, start: int, end: int) -> bool:
    if not NAME.fullmatch(reading, start, end):
        return False
    words = tokens(reading, start, end)
    return len(words) <= 5 and all(word.kind in ("proper", "initials", "connector") for word in words)


def _office_lines(reading: str, lines: list[Span]) -> tuple[Span, ...]:
    """Return the lines of the first office: from one with an office's head to the last that goes on with it."""
    found: list[Span] = []
    for line in lines:
        words = tokens(reading, *line)
        if not words:
            continue
        goes_on = words[0].kind in ("connector", "and") or words[0].word.casefold() in _GOES_ON
        if found and not goes_on and reading[found[-1][1] - 1] not in ",–-":
            break
        if found or any(word.kind == "head" for word in words):
            found.append(line)
    return tuple(found)


_GOES_ON = words("of the for and in at to и по на при")
